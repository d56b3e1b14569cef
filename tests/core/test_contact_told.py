"""What a sentence says is new: shown and asked where it ends where the words do, else only asked or left alone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries, only_asked

NUMBER = ["+16135550140"]


def read(body: str) -> list[tuple[dict[str, Any], dict[str, Any], set[str]]]:
    """For each entry what is sure, what is shown but asked, and the fields that are only asked."""
    return [(*by_certainty(entry), only_asked(entry)) for entry in contact_entries(body, "CA")]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Hello. My new number is 613-555-0140.", {"phone": NUMBER}),
        (
            "Favor actualizar mi cargo: Directora de Migración y mi teléfono es 613-555-0140. Gracias.",
            {"position": "Directora de Migración", "phone": NUMBER},
        ),
        (
            "My telephone number is now 613-555-0140 and my e-mail address has changed to a@b.example.",
            {"phone": NUMBER, "email": ["a@b.example"]},
        ),
        ("No changes other than the fax, which we no longer use.", {"fax": []}),
        ("Todo igual salvo el fax, que ya no usamos.", {"fax": []}),
        ("Buenos días, mi nuevo número es el 613-555-0140. Lo demás sin cambio.", {"phone": NUMBER}),
        (
            (
                "All good here. One correction: my new number is 613-555-0140 and my new e-mail address is a@b.example"
                " (the old one will be deactivated at the end of the month). Everything else remains the same."
            ),
            {"phone": NUMBER, "email": ["a@b.example"]},
        ),
        (
            (
                "Kindly be informed that there has been a change in our telephone numbers since we moved in May. The"
                " new number for our office is 613-555-0140 and the fax is 613-555-0141. Our e-mail addresses remain."
            ),
            {"phone": NUMBER, "fax": ["+16135550141"]},
        ),
        (
            "No change except that my telephone number is now 613-555-0140, ext. 204.",
            {"phone": ["+16135550140;ext=204"]},
        ),
        (
            "My title is now: Director of Migration and Visas.",
            {"position": "Director of Migration and Visas"},
        ),
        ("De mi parte solo cambia el tel. de oficina, ahora es el 613-555-0140.", {"phone": NUMBER}),
        (
            "Solo cambia el teléfono, ahora es el 613-555-0140. Mi celular es 613-555-0141. Lo demás igual.",
            {"phone": NUMBER, "mobile": ["+16135550141"]},
        ),
        ("Lo único que cambia es el fax: 613-555-0140.", {"fax": NUMBER}),
        ("Cambio de celular: 613-555-0140", {"mobile": NUMBER}),
        ("Only my phone changes, it is now 613-555-0140.", {"phone": NUMBER}),
        (
            "Favor actualizar mi cargo: Directora de Migración y Extranjería. Gracias.",
            {"position": "Directora de Migración y Extranjería"},
        ),
    ],
)
def test_what_is_told_whole_is_shown(body: str, shown: dict[str, Any]) -> None:
    assert read(body) == [({}, shown, set())]


@pytest.mark.parametrize(
    "body",
    [
        "Favor actualizar mi cargo: Directora de Migración y la Niñez. Gracias.",
        "My position is now: Director, effective 1 March.",
    ],
)
def test_a_value_with_another_clause_behind_is_only_asked(body: str) -> None:
    assert all(not sure and "position" not in shown for sure, shown, _ in read(body))
    assert any("position" in asked for _, _, asked in read(body))


@pytest.mark.parametrize(
    "body",
    [
        "Our new file number is 613-555-0140. The rest is being reviewed.",
        "His new number is 613-555-0140. Regards.",
        "Cambia el teléfono del hotel, ahora es el 613-555-0140.",
    ],
)
def test_a_number_of_something_or_somebody_else_is_left_alone(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "All details are correct, with the exception of the fax number.",
        "Todo correcto, con una corrección: el correo de la Directora.",
        "No changes, with one exception: the post of our alternate.",
    ],
)
def test_an_exception_is_no_confirmation_of_all(body: str) -> None:
    assert all("change" not in sure for sure, _, _ in read(body))


def test_a_number_that_changed_to_another() -> None:
    body = "Recibido. Mi cel cambio al 7899-0011, favor tomar nota. Lo demas igual."
    assert [all_shown(each) for each in contact_entries(body, "SV")] == [{"mobile": ["+50378990011"]}]


@pytest.mark.parametrize(
    "body",
    [
        "My telephone has changed, now it is 613-555-0140.",
        "Mi número de teléfono cambió, ahora es el 613-555-0140.",
        "Mi teléfono ha cambiado: ahora es 613-555-0140.",
        "Mi teléfono cambió, ahora es el 613-555-0140, y mi cargo sigue igual.",
    ],
)
def test_what_has_changed_and_is_now(body: str) -> None:
    """Only a question was left, and under the name of another field."""
    [(sure, shown, _)] = read(f"{body}\n")
    assert sure == {}
    assert shown.get("phone") == NUMBER


@pytest.mark.parametrize("nobody", ["no aplica", "n/a", "ninguno", "-"])
def test_who_replaces_nobody_is_no_name_spelt_anew(nobody: str) -> None:
    [(sure, _, asked)] = read(f"Nombre: Ana Prueba Rojas\nCargo: Jefa de Visas\nSustituye a: {nobody}\n")
    assert sure["name"] == "Ana Prueba Rojas"
    assert asked == set()
