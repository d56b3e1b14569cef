"""A number or an address that the sentence takes off, or calls out of use, is nobody's new one."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries, only_asked


@pytest.mark.parametrize("subject", [None, "pequeño cambio"])
@pytest.mark.parametrize(
    "body",
    [
        (
            "Favor eliminar de mi registro el fax 2248-0110, que ya no está en servicio (no tenemos otro), y agregar "
            "mi celular: 8855-0143.\n\nEvenor Supuesto Lacayo\n"
        ),
        "Favor eliminar el fax 2248-0110 y agregar mi celular: 8855-0143.",
        "Favor retirar de la lista el fax 2248-0110 y añadir mi celular: 8855-0143.",
        "Please delete the fax number 2248-0110 and add my mobile: 8855-0143.",
        "El fax 2248-0110 ya no funciona; mi celular: 8855-0143.",
        "El fax 2248-0110 quedó fuera de servicio. Mi celular: 8855-0143.",
    ],
)
def test_old_fax_beside_a_new_mobile(body: str, subject: str | None) -> None:
    """The fax that was to be taken off was read as certain."""
    (entry,) = contact_entries(body, "NI", subject)
    assert all_shown(entry) == {"mobile": ["+50588550143"]} | (
        {"name": "Evenor Supuesto Lacayo"} if "name" in entry["fields"] else {}
    )
    assert only_asked(entry) == {"fax"}


def test_a_mobile_to_be_taken_off() -> None:
    assert not any(
        "mobile" in each["fields"] for each in contact_entries("Favor quitar de la lista el celular 8855-0143.", "NI")
    )


def test_no_fax_behind_a_number() -> None:
    (entry,) = contact_entries("Mi correo es a@b.example y mi teléfono es 2410-0001, no tengo fax.", "GT")
    assert all_shown(entry)["phone"] == ["+50224100001"]


def test_neither_is_the_fax() -> None:
    """ "Tampoco el fax es X, sino Y" was read as X."""
    body = "El correo debe ser isupuesto@x.example. Tampoco el fax es 2248-0021, sino 2248-0012.\n"
    (entry,) = contact_entries(body, "NI")
    assert all_shown(entry)["fax"] == ["+50522480012"]
