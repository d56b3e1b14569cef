"""Words between a value and its label, a role and its person, an extension and its number."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, all_shown, contact_entries

KNOWN = Known(today=dt.date(2011, 1, 6), countries=COUNTRIES, own=frozenset({"grupo.md@crm.example"}))
HEAD = "From: a@state.example\nSubject: RE: [MD-DIR-2011-{}] Datos\nContent-Type: text/plain; charset=utf-8\n\n"
Read = list[dict[str, object]]


def read(body: str, region: str = "GT") -> Read:
    """Each entry's values, sure or asked with one reading."""
    raw = (HEAD.format(region) + f"Estimados colegas:\n\n{body}\n\nSaludos cordiales\n").encode()
    found = reading.read(parse(raw), tuple(FORMS.values()), KNOWN).entries
    return [
        {each.field: each.proposal for each in entry.doubts if each.one_reading}
        | {name: field.value for name, field in entry.fields.items()}
        for entry in found
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Todo igual, con excepción del teléfono directo, que por el traslado a la zona 10 ahora es el 2410-0055"
                " (antes 2410-0012)."
            ),
            {"phone": ["+50224100055"]},
        ),
        ("Todo igual, salvo mi celular, que desde enero es el 5510-0055.", {"mobile": ["+50255100055"]}),
        ("Todo igual excepto el fax, que ahora es 2410-0055 en lugar de 2410-0012.", {"fax": ["+50224100055"]}),
        (
            "All the same with the exception of my direct line, which due to the move is now 2410-0055.",
            {"phone": ["+50224100055"]},
        ),
        (
            (
                "Mi teléfono en la Dirección General ahora es el 2410-0133, ext. 315, en lugar de la ext. 240."
                " Aprovecho para dejarles mi celular, que no figuraba en la lista: 5510-0171."
            ),
            {"phone": ["+50224100133;ext=315"], "mobile": ["+50255100171"]},
        ),
        (
            "Mi nuevo correo en la Cancillería es a.prueba@b.example, en vez de aprueba@b.example.",
            {"email": ["a.prueba@b.example"]},
        ),
        ("Mi celular, que ya no uso, es: 5510-0171.", None),
        ("Mi celular, que era de mi antecesora, es: 5510-0171.", None),
    ],
)
def test_a_clause_between(body: str, expected: dict[str, object] | None) -> None:
    assert read(body) == ([expected] if expected else [])


ADDRESS = "De la Embajada Ficticia 200 metros al oeste, casa esquinera de dos plantas, Barrio La Muestra, San José"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("lead", "value", "expected"),
    [
        ("Después del traslado mi dirección es la siguiente:", ADDRESS, {"address": ADDRESS}),
        ("Nuestra nueva dirección es la siguiente:", "Calle 5, San José", {"address": "Calle 5, San José"}),
        ("Our new address is as follows:", "300 Sample Street, Suite 2", {"address": "300 Sample Street, Suite 2"}),
        ("Mi nuevo cargo es el siguiente:", "Directora de Fronteras", {"position": "Directora de Fronteras"}),
        ("Mi nuevo correo es:", "ana@b.example", {"email": ["ana@b.example"]}),
        ("El orden del día es el siguiente:", "Apertura", None),
        ("Mi nueva asistente es la siguiente:", "Licda. Ana Prueba", None),
    ],
)
def test_the_value_below_its_announcement(lead: str, value: str, expected: dict[str, object] | None, gap: str) -> None:
    assert read(f"{lead}{gap}{value}") == ([expected] if expected else [])


@pytest.mark.parametrize(
    "role",
    [
        "Fungirá como alterna",
        "Fungirá como alterna de México ante el Grupo de Trabajo",
        "Queda como suplente por México en la Red de Enlace",
        "Se desempeñará como suplente del Grupo",
        "Actuará como punto focal alterna de México",
    ],
)
def test_a_role_of_a_state_or_group(role: str) -> None:
    [entry] = read(f"{role} la Lic. Ana Prueba Muestra, ana@b.example.", "MX")
    assert (entry["name"], entry["role"], entry["email"]) == ("Ana Prueba Muestra", "alternate", ["ana@b.example"])


def test_whose_alternate_somebody_is() -> None:
    """ "Suplente de la Lic. X el Lic. Y": X is no alternate."""
    told = read("Queda como suplente de la Lic. Ana Prueba Muestra el Lic. Luis Ensayo, luis@b.example.", "MX")
    assert not any(each.get("name") == "Ana Prueba Muestra" and each.get("role") == "alternate" for each in told)


@pytest.mark.parametrize(
    "reach",
    [
        "se le localiza en la extensión 7515 de nuestro conmutador, (55) 3686-0000",
        "su teléfono es la extensión 7515 del conmutador (55) 3686-0000",
        "su teléfono es (55) 3686-0000, ext. 7515",
        "su teléfono es el (55) 3686-0000, extensión 7515",
    ],
)
def test_an_extension_before_its_number(reach: str) -> None:
    [entry] = read(f"La Lic. Ana Prueba Muestra fungirá como suplente. Su correo es ana@b.example y {reach}.", "MX")
    assert entry["phone"] == ["+525536860000;ext=7515"]


@pytest.mark.parametrize("dot", ["", " L."])
@pytest.mark.parametrize(
    "post",
    [
        "Desk Officer for Mexico and Central America",
        "Senior Desk Officer for the Caribbean",
        "Head of Visas",
        "Director",
    ],
)
@pytest.mark.parametrize(
    "takes",
    [
        "He has been replaced by Dana{0} Specimen, {1}, whose e-mail is dana@b.example.",
        "His successor is Dana{0} Specimen, {1}, dana@b.example.",
        "Dana{0} Specimen, {1}, is taking over from him; her e-mail is dana@b.example.",
    ],
)
def test_the_desk_officer_takes_over(takes: str, post: str, dot: str) -> None:
    left, new = read(f"Thomas Mockingham has left PRM. {takes.format(dot, post)}", "US")
    assert (left["name"], left["change"]) == ("Thomas Mockingham", "leave")
    assert (new["name"], new["position"], new["email"]) == (f"Dana{dot} Specimen", post, ["dana@b.example"])
    assert new["replaces"] == "Thomas Mockingham"


@pytest.mark.parametrize(
    ("to_whom", "institution"),
    [
        ("al Servicio Nacional de Migración, atención Lic. Ana Prueba", "Servicio Nacional de Migración"),
        ("al Instituto Nacional de Migración, con atención a la Lic. Ana Prueba", "Instituto Nacional de Migración"),
        ("a la Lic. Ana Prueba", None),
    ],
)
def test_for_the_attention_of_somebody(to_whom: str, institution: str | None) -> None:
    [entry] = read(f"Para este tema favor dirigirse {to_whom}, Directora, ana@b.example.", "PA")
    assert (entry["name"], entry.get("institution")) == ("Ana Prueba", institution)


def test_who_is_to_be_added_is_asked_for_politely() -> None:
    body = "Could you please add Mr. Luc Sample, Policy Analyst, as our alternate? He can be reached at 613-555-0122."
    [entry] = contact_entries(body, "CA")
    told = all_shown(entry)
    assert (told["name"], told["role"], told["phone"]) == ("Luc Sample", "alternate", ["+16135550122"])
    assert contact_entries("Is Mr. Luc Sample, Policy Analyst, still our alternate?", "CA") == []


def test_two_numbers_are_excepted_from_what_stays() -> None:
    body = (
        "Se mantienen los datos de la Licda. Ana Prueba Rojas como punto focal, con excepción del teléfono, que ahora"
        " es el 511-0000, y del fax, que es el 511-0001."
    )
    [entry] = contact_entries(body, "PA")
    told = all_shown(entry)
    assert (told["phone"], told["fax"]) == (["+5075110000"], ["+5075110001"])
