"""What the sender typed with signs that programs use too, and what a program boxed as a signature."""

from __future__ import annotations

import pytest

from mailbot.core.message import lines_of_html
from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label, own_words


def said(text: str) -> list[str]:
    return own_words(label(tuple(lines_of_text(text)))).split("\n")


LISTS = {
    "the data, es": ("Estos son los datos nuevos:", ["Cargo: Director", "Teléfono: (505) 2222-0044"]),
    "points, en": ("Three points from our side:", ["MD-03 is on track", "MD-05 waits for the host"]),
    "one line": ("Queda así:", ["Correo: direccion@mip.example"]),
}


@pytest.mark.parametrize("case", LISTS)
def test_lines_marked_under_ones_own_words_are_the_senders(case: str) -> None:
    above, marked = LISTS[case]
    found = said(f"Buenos días.\n\n{above}\n\n" + "\n".join(f"> {line}" for line in marked) + "\n\nGracias.")
    assert [line for line in found if line] == ["Buenos días.", above, *marked, "Gracias."]


def test_lines_marked_above_the_quotation_are_the_senders_too() -> None:
    text = "Los cambios son:\n> Cargo: Director\n\nEl 3/1/2011 10:22, Ana <a@b.example> escribió:\n> Cargo: Directora"
    assert said(text) == ["Los cambios son:", "Cargo: Director"]


PARTED = {
    "data, then thanks": "Cargo: Director\n--\nFax: no tenemos\n--\nGracias a todos por su apoyo.",
    "one more sentence": "Sin cambios.\n--\nLes recuerdo que el fax ya no existe en esta oficina.",
}


@pytest.mark.parametrize("case", PARTED)
def test_strokes_between_the_parts_of_a_letter_begin_no_signature(case: str) -> None:
    assert said(PARTED[case]) == PARTED[case].split("\n")


def test_notes_passed_on_in_spanish() -> None:
    strokes = "----- Remitido por Carlos Modelo/DGME con fecha 04/01/2005 08:59 a.m. -----"
    assert said(f"Va.\n\n{strokes}\n\n          Ana        Para:  c@d.example\n\nCargo: Directora") == ["Va."]


@pytest.mark.parametrize(
    "block",
    [
        "Ana Prueba\nDirectora",
        "Ana Prueba\nBe the change that you wish to see.",
        "Ana Prueba\n--\nMinisterio de Ensayos",
    ],
)
def test_a_signature_under_its_separator_goes(block: str) -> None:
    assert said(f"Sin cambios.\n-- \n{block}") == ["Sin cambios."]


QUOTED = {
    "said to be theirs": "Usted preguntaba:\n> Cargo: Director\nYa no, es Subdirector.",
    "what the list says": "En la lista aparece:\n> Cargo: Director\nDebe decir Subdirector.",
    "a question": "Al punto tres:\n> Cuándo se realiza?\nEn marzo.",
    "without a colon": "Gracias.\n> Cargo: Director",
    "under a header nobody knows": "Va.\n\nMessage of Ana <a@b.example>:\n> Cargo: Director",
    "under a header with an hour": "Va.\n\nAna, lunes 10:22:\n> Cargo: Director",
    "under a header": "Lo siguiente:\n\nEl 3/1/2011 10:22, Ana <a@b.example> escribió:\n> Cargo: Director",
    "of two levels": "Lo siguiente:\n>> Cargo: Director\n> Sí",
    "one list and one quotation": "Lo siguiente:\n> Cargo: Director\nSí.\n> Fax: 1",
}


@pytest.mark.parametrize("case", QUOTED)
def test_what_others_said_stays_quoted(case: str) -> None:
    assert not any("Director" in line and "Sub" not in line for line in said(QUOTED[case]))


BOXES = {
    "outlook on the web": '<div id="Signature"><div>{}</div></div>',
    "zimbra": '<div data-marker="__SIG_PRE__">{}</div>',
    "yahoo": '<div class="ydp1e8signature">{}</div>',
    "thunderbird": '<div class="moz-signature">{}</div>',
}


@pytest.mark.parametrize("box", BOXES)
def test_a_signature_in_its_box_is_known_without_a_closing(box: str) -> None:
    inside = BOXES[box].format("Jacinta Muestra<br>Directora de Migración<br>Tel. 2231-0000")
    found = label(lines_of_html(f"<p>El fax ya no existe.</p>{inside}"))
    assert [line.label for line in found if line.text] == ["new", "signature", "signature", "signature"]


@pytest.mark.parametrize(
    "inside",
    [
        "Cargo: Directora de Migración<br>Jacinta Muestra",
        "Le ruego tomar nota de que ya no soy directora.<br>Jacinta Muestra",
        "Sin cambios",
    ],
)
def test_an_answer_typed_into_the_box_stays(inside: str) -> None:
    found = label(lines_of_html(f'<p>Buenos días.</p><div id="Signature">{inside}</div>'))
    assert {line.label for line in found if line.text} == {"new"}


def test_a_box_with_nothing_above_it_is_the_letter() -> None:
    found = label(lines_of_html('<div id="Signature">Jacinta Muestra<br>Directora de Migración</div>'))
    assert {line.label for line in found} == {"new"}


def test_a_signature_that_the_letter_announces_stays() -> None:
    page = '<p>Mis datos actualizados abajo.</p><div id="Signature">Jacinta Muestra<br>Directora de Migración</div>'
    assert {line.label for line in label(lines_of_html(page)) if line.text} == {"new"}
