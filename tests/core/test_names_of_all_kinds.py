"""Names as people have them: initials that are words too, particles, widows, surnames that are towns or posts."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

NAMES = (
    """
Edgar A. Ficticio|Karla Y. Ensayo de Prueba|Luis E. Muestra|Ana O. Prueba|J. Antonio Ejemplo|John Q. Sample
Ma. Fernanda Muestra V.|Juan Ejemplo B.|Ana Ma. de la Prueba|Mary Ann van der Sample|Ludwig von Muestra
Rosario Prueba viuda de Ensayo|Rosario Prueba vda. de Ensayo|Carlos Da Prueba|Liam O'Sample|Jean-Luc Échantillon
Salvador Ejemplo|Victoria Prueba Panamá|Mario Alcalde Prueba|Juan Coronel Ejemplo|Paz Prueba|Rosa Flores Prueba
""".strip()
    .replace("\n", "|")
    .split("|")
)
WAYS = {
    "leaves": "El Lic. {name} ya no labora en el Ministerio.",
    "comes": "En lugar del Lic. Pedro Fulano Soto queda la Licda. {name}, Directora de Fronteras, correo x@x.example.",
    "is": "Nuestro nuevo punto focal es {name}, Directora de Fronteras, correo x@x.example.",
    "is one": "Our new focal point is Ms. {name}, Program Officer, x@x.example.",
    "card": "Mis datos:\n\n{name}\nDirector de Fronteras\nMinisterio de Gobernación\nTel. 2230-0040\nx@x.example\n",
    "line": "Lic. {name}, Director de Fronteras, Ministerio de Gobernación, 2230-0040, x@x.example",
    "list": "Los contactos son:\n\n1. Lic. {name}, Director, tel. 2230-0140, x@x.example (punto focal)\n"
    "2. Licda. Petra Fulano Soto, Asesora, tel. 2230-0141, y@x.example (suplente)\n",
    "data": "El nuevo correo del Lic. {name} es x@x.example.",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_names(name: str, way: str) -> None:
    names = [all_shown(each).get("name", "") for each in contact_entries(WAYS[way].format(name=name), "HN")]
    assert name.rstrip(".") in [each.rstrip(".") for each in names]


def test_who_is_replaced_keeps_the_initial() -> None:
    said = "En lugar del Lic. Edgar A. Ficticio queda la Licda. Ana Prueba Soto, Directora, correo x@x.example."
    told = {all_shown(each)["replaces"] for each in contact_entries(said, "HN") if "replaces" in all_shown(each)}
    assert told == {"Edgar A. Ficticio"}
