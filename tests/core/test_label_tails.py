"""Labels with words behind or before them that say no more than whose value it is, where or since when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.forms.naming import tails
from mailbot.core.forms.naming.labels import _words_of, labels_of
from mailbot.core.forms.naming.likeness import one_slip
from tests.answers import FORMS

CONTACT = labels_of(FORMS["contact-update"])
SIGNS = st.characters(codec="latin-1")
REPORT = labels_of(FORMS["activity-status"])


@pytest.mark.parametrize("noun", ["Cargo", "Puesto", "Posición", "Plaza", "Rango", "Nombramiento"])
@pytest.mark.parametrize(
    "tail",
    [
        "que ocupa",
        "que desempeña",
        "que ostenta",
        "que ejerce",
        "que ocupa actualmente",
        "que actualmente desempeña",
        "que usted ocupa",
        "en el que se desempeña",
        "actual",
        "oficial",
        "laboral",
        "en la institución",
        "dentro del Ministerio",
    ],
)
def test_a_post_that_somebody_holds(noun: str, tail: str) -> None:
    found = CONTACT.find(f"{noun} {tail}")
    assert found is not None
    assert found.fields == ("position",)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Position occupied", "position"),
        ("Position currently held", "position"),
        ("Post you hold", "position"),
        ("Position within the ministry", "position"),
        ("Nombre de la plaza", "position"),
        ("Institución en la que labora", "institution"),
        ("Entidad donde presta sus servicios", "institution"),
        ("Ministerio al que pertenece", "institution"),
        ("Organismo que representa", "institution"),
        ("Secretaría a la que está adscrita", "institution"),
        ("Name of the ministry", "institution"),
        ("Ministry you represent", "institution"),
        ("Agency you work for", "institution"),
        ("Unidad a la que está adscrito", "unit"),
        ("Departamento en el que trabaja actualmente", "unit"),
        ("Área en que se desempeña", "unit"),
        ("Nombre de la unidad", "unit"),
        ("Name of your division", "unit"),
        ("Estado que representa", None),
        ("Número de teléfono de la oficina", "phone"),
        ("Teléfono del Ministerio", "phone"),
        ("No. telefónico de oficina", "phone"),
        ("Landline number", "phone"),
        ("Número de teléfono celular", "mobile"),
        ("Mobile phone no.", "mobile"),
        ("Número de facsímil", "fax"),
        ("Fax del despacho", "fax"),
        ("Dirección del centro de trabajo", "address"),
        ("Address of the ministry", "address"),
        ("Correo electrónico de la oficina", "email"),
    ],
)
def test_a_label_with_such_words(text: str, field: str | None) -> None:
    found = CONTACT.find(text)
    assert (found.fields if found else None) == ((field,) if field else None)


@pytest.mark.parametrize(
    "text",
    [
        "Función que cumple",  # in the group, or a post
        "Dirección donde labora",  # a street, or an office
        "Teléfono que ocupa",
        "Correo al que pertenece",
        "Nombre que ocupa",
        "Idioma de la institución",
        "Nombre del teléfono",
        "Número de cargo",
        "Puesto que quedó vacante",
        "Actividad que desempeña",
    ],
)
def test_no_label_of_a_contact(text: str) -> None:
    assert CONTACT.find(text) is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Fecha confirmada", "date"),
        ("Fecha acordada", "date"),
        ("Rescheduled date", "date"),
        ("Projected completion date", "date"),
        ("Fecha en que se celebró", "date"),
        ("Estado que guarda", "status"),
        ("Present status", "status"),
        ("Grado de ejecución", "progress"),
        ("Resultado de la actividad", "result"),
        ("Institución a cargo", "responsible"),
        ("Motivo del retraso", "note"),
        ("Código y nombre", "activity"),
        ("Fecha de su correo", None),
        ("Actividad que desempeña", None),
        ("Responsable que ocupa", None),
    ],
)
def test_a_label_of_a_report(text: str, field: str | None) -> None:
    found = REPORT.find(text)
    assert (found.fields if found else None) == ((field,) if field else None)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from([pattern for pattern, _ in tails._ROWS]).flatmap(lambda row: st.from_regex(row, alphabet=SIGNS)))
def test_a_tail_or_lead_holds_one_of_its_words(text: str) -> None:
    assert "#" in text or not tails.WORDS_OF_SUCH.isdisjoint(_words_of(text))


@settings(max_examples=300, deadline=None)
@given(st.text("abcde", min_size=5, max_size=9), st.data())
def test_the_nearest_label_is_found_wherever_the_slip_is(key: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(key) - 1))
    sign = data.draw(st.sampled_from("abcdexyz"))
    swapped = key[:at] + key[at : at + 2][::-1] + key[at + 2 :]
    for slip in (key[:at] + sign + key[at + 1 :], key[:at] + sign + key[at:], swapped):
        assert one_slip(key, slip)
        assert slip[1] == key[1] or slip[-2:] == key[-2:]  # what is asked before the letters are compared
