"""Who is focal point, alternate or contact, in all the ways in which a sentence says it: shown, and asked about."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

ANA = {"title": "Licda.", "name": "Ana Prueba Rojas"}
LUIS = {"title": "Ing.", "name": "Luis Ensayo Mora"}
JOHN = {"title": "Mr.", "name": "John Sample"}


def shown(body: str) -> list[dict[str, Any]]:
    found = contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos", "GT")
    assert all(value["certainty"] == "doubtful" for entry in found for value in entry["fields"].values())
    return [all_shown(entry) for entry in found]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("La Licda. Ana Prueba Rojas ha sido designada punto focal.", {**ANA, "role": "focal-point"}),
        (
            "Nos complace informar que la Licda. Ana Prueba Rojas ha sido designada punto focal ante el Grupo.",
            {**ANA, "role": "focal-point"},
        ),
        ("La Licda. Ana Prueba Rojas fue nombrada como nuestra punto focal.", {**ANA, "role": "focal-point"}),
        ("La Licda. Ana Prueba Rojas asumirá como punto focal alterna.", {**ANA, "role": "alternate"}),
        ("Mr. John Sample has been appointed as our alternate focal point.", {**JOHN, "role": "alternate"}),
        ("Mr. John Sample was recently named focal point.", {**JOHN, "role": "focal-point"}),
        ("Mr. John Sample serves as the focal point.", {**JOHN, "role": "focal-point"}),
        # behind the office and the data
        (
            "Kindly address this request to Mr. John Sample, Senior Advisor (john@x.example), who is the focal point.",
            {**JOHN, "position": "Senior Advisor", "email": ["john@x.example"], "role": "focal-point"},
        ),
        (
            "Favor dirigirse al Ing. Luis Ensayo Mora (luis@x.example), quien es el suplente.",
            {**LUIS, "email": ["luis@x.example"], "role": "alternate"},
        ),
        (
            "Favor dirigirse al Ing. Luis Ensayo Mora (luis@x.example), quien ya no es el suplente.",
            {**LUIS, "email": ["luis@x.example"]},
        ),
        ("El punto focal será el compañero Luis Ensayo Mora.", {"name": "Luis Ensayo Mora", "role": "focal-point"}),
        ("La punto focal es la colega Ana Prueba Rojas.", {"name": "Ana Prueba Rojas", "role": "focal-point"}),
        (
            "La Licda. Ana Prueba Rojas se incorpora al grupo como punto focal alterno.",
            {"change": "new", **ANA, "role": "alternate"},
        ),
        (
            "Se suma a nuestro equipo como suplente el Ing. Luis Ensayo Mora.",
            {"change": "new", **LUIS, "role": "alternate"},
        ),
        (
            "Agradeceré agregar a la lista, como contacto, al Ing. Luis Ensayo Mora.",
            {"change": "new", **LUIS, "role": "contact"},
        ),
        ("Please add Mr. John Sample to the list as a contact.", {"change": "new", **JOHN, "role": "contact"}),
        (
            (
                "La señora Ana Prueba Rojas ha sido designada punto focal. Puede escribirle a ana@b.example o al "
                "2410-1234."
            ),
            {"name": "Ana Prueba Rojas", "role": "focal-point", "email": ["ana@b.example"], "phone": ["+50224101234"]},
        ),
        (
            "Mr. John Sample is our new focal point. He can be reached at john@b.example or +502 2410 1234.",
            {**JOHN, "role": "focal-point", "email": ["john@b.example"], "phone": ["+50224101234"]},
        ),
    ],
)
def test_one_person_and_the_role(body: str, told: dict[str, Any]) -> None:
    [entry] = shown(body)
    entry.pop("title", None) if "title" not in told else None
    assert entry == told


@pytest.mark.parametrize(
    "body",
    [
        "La Licda. Ana Prueba Rojas será el punto focal y el Ing. Luis Ensayo Mora será suplente.",
        "La Licda. Ana Prueba Rojas es la punto focal y el Ing. Luis Ensayo Mora, el suplente.",
        "El punto focal será la Licda. Ana Prueba Rojas y el suplente el Ing. Luis Ensayo Mora.",
        "Como punto focal queda la Licda. Ana Prueba Rojas y como suplente el Ing. Luis Ensayo Mora.",
        "La Licda. Ana Prueba Rojas continuará siendo punto focal y el Ing. Luis Ensayo Mora suplente.",
        "Our focal point is Licda. Ana Prueba Rojas and the alternate Ing. Luis Ensayo Mora.",
    ],
)
def test_two_persons_each_with_a_role(body: str) -> None:
    first, second = shown(body)
    assert (first["name"], first["role"]) == (ANA["name"], "focal-point")
    assert (second["name"], second["role"]) == (LUIS["name"], "alternate")


@pytest.mark.parametrize(
    "body",
    [
        "Mr. John Sample has replaced Ms. Jane Other as our focal point.",
        "Mr. John Sample replaced Ms. Jane Other in December.",
        "Mr. John Sample succeeded Ms. Jane Other as focal point.",
        "El Sr. John Sample reemplazó a la Sra. Jane Other como punto focal.",
        "El Sr. John Sample ha sustituido a la Sra. Jane Other.",
    ],
)
def test_who_has_replaced_whom(body: str) -> None:
    come = next(each for each in shown(body) if each["name"] == "John Sample")
    assert (come["change"], come["replaces"]) == ("new", "Jane Other")
    assert all(each["change"] == "leave" for each in shown(body) if each["name"] == "Jane Other")


@pytest.mark.parametrize(
    "body",
    [
        "La Licda. Ana Prueba Rojas ha sido designada para presidir el taller.",
        "El Ing. Luis Ensayo Mora se incorpora a la reunión el martes.",
        "Mr. John Sample has been appointed to chair the session.",
        "¿La Licda. Ana Prueba Rojas sigue siendo punto focal?",
        "Aún no se ha designado punto focal.",
    ],
)
def test_what_names_no_role_in_the_group(body: str) -> None:
    assert all("role" not in each and "change" not in each for each in shown(body))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Mr. John Sample, john@b.example, +502 2410 1234, will be our focal point from now on.",
            {**JOHN, "role": "focal-point", "email": ["john@b.example"], "phone": ["+50224101234"]},
        ),
        (
            "El Ing. Luis Ensayo Mora (luis@b.example, tel. 2410-1234) es nuestro suplente.",
            {**LUIS, "role": "alternate", "email": ["luis@b.example"], "phone": ["+50224101234"]},
        ),
        (
            "Agrego a mi colega Ana Prueba Rojas (ana@b.example) como alterna.",
            {"change": "new", "name": "Ana Prueba Rojas", "role": "alternate", "email": ["ana@b.example"]},
        ),
        ("Mr. John Sample retired last month.", {"change": "leave", **JOHN}),
        ("La Licda. Ana Prueba Rojas pasó a otra dirección.", {"change": "leave", **ANA}),
    ],
)
def test_with_data_between_the_name_and_the_verb(body: str, told: dict[str, Any]) -> None:
    assert shown(body) == [told]


@pytest.mark.parametrize(
    "body",
    [
        "Favor cambiar a la Licda. Ana Prueba Rojas por el Ing. Luis Ensayo Mora.",
        "Sustituir a la Licda. Ana Prueba Rojas por el Ing. Luis Ensayo Mora, luis@b.example.",
        "Please replace Licda. Ana Prueba Rojas with Ing. Luis Ensayo Mora.",
    ],
)
def test_one_instead_of_another(body: str) -> None:
    by_name = {each["name"]: each for each in shown(body)}
    assert by_name[LUIS["name"]]["change"] == "new"
    assert by_name[LUIS["name"]]["replaces"] == ANA["name"]
    assert by_name[ANA["name"]] == {"change": "leave", **ANA}
    if "@" in body:
        assert by_name[LUIS["name"]]["email"] == ["luis@b.example"]


def test_who_is_only_followed_has_no_entry_of_their_own() -> None:
    body = "From now on Ing. Luis Ensayo Mora will act as focal point in place of Licda. Ana Prueba Rojas."
    (entry,) = shown(body)
    assert entry == {"change": "new", **LUIS, "role": "focal-point", "replaces": ANA["name"]}


@pytest.mark.parametrize(
    "body",
    [
        "La Licda. Ana Prueba Rojas, Directora, y el Ing. Luis Ensayo Mora, Subdirector, son los puntos focales.",
        "Los puntos focales son: Licda. Ana Prueba Rojas e Ing. Luis Ensayo Mora.",
        "Nuestros puntos focales siguen siendo la Licda. Ana Prueba Rojas y el Ing. Luis Ensayo Mora.",
        "Both Licda. Ana Prueba Rojas and Ing. Luis Ensayo Mora remain our focal points.",
    ],
)
def test_both_are_focal_points(body: str) -> None:
    assert [(each["name"], each["role"]) for each in shown(body)] == [
        (ANA["name"], "focal-point"),
        (LUIS["name"], "focal-point"),
    ]


def test_a_new_post_with_a_role_behind_it() -> None:
    [entry] = shown("Me presento: soy Juan Prueba Rojas, nuevo Director de Migración y punto focal.")
    assert (entry["name"], entry["position"]) == ("Juan Prueba Rojas", "Director de Migración")


@pytest.mark.parametrize(
    "body",
    [
        "Favor cambiar la reunión por una llamada.",
        "Los puntos focales son: los de siempre.",
        "Please replace paragraph 4 with the text below.",
        "La Licda. Ana Prueba Rojas y el Ing. Luis Ensayo Mora hablaron con los puntos focales.",
    ],
)
def test_what_puts_nobody_in_anothers_place(body: str) -> None:
    assert shown(body) == []
