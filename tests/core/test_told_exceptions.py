"""An exception told in a sentence is proposed; what only looks like one is not."""

from __future__ import annotations

import pytest

from mailbot.core.forms import labels_of
from mailbot.core.forms.prose.told import told_in
from mailbot.edges.rulebook import load_forms
from mailbot.edges.shipped import folder

CONTACT = next(form for form in load_forms(folder("rules") / "forms") if form.id == "contact-update")


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("Todo correcto, salvo el teléfono, que ahora es 2230-0077 (antes 2230-0000).", "phone", "2230-0077."),
        ("All correct except the fax, which is now +1 613 555 0142", "fax", "+1 613 555 0142"),
    ],
)
def test_an_exception_with_its_new_value(text: str, field: str, words: str) -> None:
    told = told_in(text, labels_of(CONTACT))
    assert told is not None
    assert (told[0].fields, told[1]) == ((field,), words)


@pytest.mark.parametrize(
    "text",
    [
        "El teléfono de la embajada es 2230-0077.",
        "Todo correcto, salvo que el viernes es 15 de enero.",
        "Todos los teléfonos están correctos, excepto los de 2009.",
    ],
)
def test_what_is_no_exception(text: str) -> None:
    assert told_in(text, labels_of(CONTACT)) is None
