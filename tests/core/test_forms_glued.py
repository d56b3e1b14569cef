"""An old value and a new one side by side are asked: a mail program lost the stroke through the first."""

from __future__ import annotations

import pytest

from mailbot.core.forms.naming.labels import Label, labels_of
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.naming.sent import sent_values
from mailbot.core.forms.taking.glued import with_glued
from mailbot.core.values import Line
from tests.answers import FORMS

BOTH_LANGUAGES = [Line(1, "Cargo / Position: Jefe de Planificación", 0, "text"), Line(2, "Fax / Fax:", 0, "text")]
SHOWN = {"cargo": "Jefe de Planificación", "telefono": "+506 2299-0000"}


@pytest.mark.parametrize(
    ("field", "text", "unsure"),
    [
        ("position", "Jefe de Planificación Director General", True),
        ("position", "Jefe de Planificación y Estudios", False),
        ("position", "Jefe de Planificación, Unidad Técnica", False),
        ("position", "Jefe de Planificación Interino", False),
        ("position", "Director General", False),
        ("position", "Jefe de Planificación [Ana Prueba] Director", True),
        ("position", "Jefe de Planificación (AP) Director", True),
        ("position", "Jefe de Planificación // Director", True),
        ("position", "Jefe de Planificación **Director", True),
        ("position", "Jefe de Planificación, ahora Director", True),
        ("position", "Jefe de Planificación - Subjefe de Planificación", True),
        ("position", "Jefe de Planificación / Director de Planificación", True),
        ("position", "Jefe de Planificación. Directora de planificación.", True),
        ("position", "Jefe de Planificación - Estudios", False),
        ("position", "Jefe de Planificación (interino)", False),
        ("position", "Jefe de Planificación / Head of Planning", False),
        ("phone", "+506 2299-0000 [AP] +506 2299-0001", True),
        ("phone", "+506 2299-0000 / +506 2299-0001", False),
        ("phone", "+506 2299-0000 +506 2299-0001", False),  # two numbers are a list
    ],
)
def test_a_value_behind_ours(field: str, text: str, unsure: bool) -> None:
    said = Said(Label((field,)), text, 1, answer=True)
    (found,) = with_glued((said,), SHOWN, labels_of(FORMS["contact-update"]))
    assert isinstance(found, Said)
    assert found.unsure is unsure


def test_what_is_typed_outside_our_letter_is_as_said() -> None:
    said = Said(Label(("position",)), "Jefe de Planificación Director General", 1)
    assert with_glued((said,), SHOWN, labels_of(FORMS["contact-update"])) == (said,)


def test_a_label_in_both_languages_shows_what_stood_under_either() -> None:
    labels = labels_of(FORMS["contact-update"])
    shown = sent_values(BOTH_LANGUAGES, labels)
    assert shown["cargo"] == "Jefe de Planificación"
    assert shown["fax"] == ""
    said = Said(Label(("position",)), "Jefe de Planificación Director General", 1, answer=True)
    (found,) = with_glued((said,), shown, labels)
    assert isinstance(found, Said)
    assert found.unsure
