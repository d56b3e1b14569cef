"""A mobile told beside the old one, or named behind the number: no other telephone, and not the old one."""

from __future__ import annotations

import pytest

from tests.answers import contact_entries


@pytest.mark.parametrize("subject", [None, "cambio"])
@pytest.mark.parametrize(
    "said",
    [
        "You can reach me at 9990-0000 (mobile)",
        "Mi celular 8880-0000 está fuera de servicio, usen 9990-0000",
        "Reemplazar celular 8880-0000 con 9990-0000",
        "Replace mobile 8880-0000 with 9990-0000",
        "Cambien el celular 8880-0000 por 9990-0000",
        "Mi celular ya no es 8880-0000 sino 9990-0000",
        "My old mobile, 8880-0000, is no longer active; the new one is 9990-0000",
        "celular anterior 8880-0000, celular nuevo 9990-0000",
    ],
)
def test_the_new_mobile(said: str, subject: str | None) -> None:
    (entry,) = contact_entries(f"Estimados:\n\n{said}.\n\nSaludos,\nAna Prueba\n", "HN", subject)
    told = {name: each["value"] for name, each in entry["fields"].items() if name in {"phone", "mobile", "fax"}}
    told |= {each["field"]: each.get("proposal") for each in entry["doubts"]}
    assert told == {"mobile": ["+50499900000"]}
