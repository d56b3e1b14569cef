"""What came back against what was sent, line by line."""

from __future__ import annotations

import textwrap

import pytest

from mailbot.core.comparison import answers_in, value_key
from mailbot.core.comparison.keys import head_of_line, key_of_text
from mailbot.core.quotation import label
from mailbot.core.values import Line, Message

OURS = """Estimable Ana Prueba:

Agradeceremos completar o corregir los datos siguientes. Puede escribir
junto a cada rótulo, en este mismo mensaje o en uno nuevo.

País: Guatemala
Institución:
Cargo: Jefa de Planificación y Seguimiento de la Dirección General de Migración
Fax:

Atentamente,

Guatemala"""


def lines(text: str, depth: int = 0) -> tuple[Line, ...]:
    return tuple(Line(number, line, depth) for number, line in enumerate(text.split("\n"), 1))


SENT = Message("letter@crm.example", "0", None, "Asunto", None, lines=lines(OURS))


def labels_of(text: str, depth: int = 1) -> dict[str, str]:
    compared = answers_in(label(lines(text, depth)), SENT)
    assert [line.text for line in compared] == text.split("\n")
    return {line.text: line.label for line in compared if line.text}


def test_returned_as_sent_nothing_is_an_answer() -> None:
    assert set(labels_of(OURS).values()) == {"untouched"}


def test_without_a_letter_nothing_changes() -> None:
    labelled = label(lines(OURS, 1))
    assert answers_in(labelled, None) == labelled


def test_a_filled_and_a_changed_line() -> None:
    found = labels_of(
        OURS.replace("Institución:", "Institución: Ministerio").replace("País: Guatemala", "País: Belice")
    )
    assert found.pop("Institución: Ministerio") == "answer"
    assert found.pop("País: Belice") == "answer"
    assert set(found.values()) == {"untouched"}


@pytest.mark.parametrize("width", [30, 40, 60, 72, 120])
def test_wrapped_anew(width: int) -> None:
    wrapped = "\n".join(piece for line in OURS.split("\n") for piece in (textwrap.wrap(line, width) or [""]))
    assert set(labels_of(wrapped).values()) == {"untouched"}


def test_a_wrapped_line_changed_in_its_second_half() -> None:
    changed = OURS.replace(
        "Cargo: Jefa de Planificación y Seguimiento de la Dirección General de Migración",
        "Cargo: Jefa de Planificación y Seguimiento de la\nUnidad de Datos",
    )
    found = labels_of(changed)
    assert found["Cargo: Jefa de Planificación y Seguimiento de la"] == "answer"
    assert found["Unidad de Datos"] == "answer"


def test_a_word_of_ours_typed_as_an_answer() -> None:
    """ "Guatemala" closes our letter; below an empty label it is an answer."""
    typed = "> Institución:\nGuatemala\n> Fax:"
    raw = tuple(
        Line(number, line.removeprefix("> "), 1 if line.startswith(">") else 0)
        for number, line in enumerate(typed.split("\n"), 1)
    )
    assert [line.label for line in answers_in(label(raw), SENT)] == ["untouched", "new", "untouched"]


@pytest.mark.parametrize(
    "line",
    [
        "País: Guatemalá",
        "País: guatemala",
        "Cargo: Jefa de Planificacion y Seguimiento de la Dirección General de Migración",
    ],
)
def test_an_accent_or_a_capital_is_a_correction(line: str) -> None:
    before = next(each for each in OURS.split("\n") if each.startswith(line[:5]))
    assert labels_of(OURS.replace(before, line))[line] == "answer"


def test_all_accents_lost_on_the_way() -> None:
    lost = OURS.translate(str.maketrans("áéíóú", "?????"))
    assert set(labels_of(lost).values()) == {"untouched"}
    plain = OURS.translate(str.maketrans("áéíóú", "aeiou"))
    assert set(labels_of(plain).values()) == {"untouched"}


def test_our_labels_left_alone_after_everything_else_was_deleted() -> None:
    assert labels_of("Fax: 2230-0055\nInstitución: Ministerio") == {
        "Fax: 2230-0055": "answer",
        "Institución: Ministerio": "answer",
    }


def test_another_letter_in_the_quotation_is_no_answer() -> None:
    assert set(labels_of("Estimados:\nNos vemos mañana.\nSaludos").values()) <= {"quoted", "signature"}


def test_typed_above_and_standing_below_once_more() -> None:
    both = "País: Guatemala\n\nEl 3 de enero de 2011 10:22, Grupo <g@crm.example> escribió:\n\n"
    raw = lines(both) + tuple(Line(100 + n, line, 1) for n, line in enumerate(OURS.split("\n")))
    compared = answers_in(label(raw), SENT)
    assert compared[0].label == "new"
    assert {line.label for line in compared if line.number >= 100 and line.text} == {"untouched"}


def test_typed_where_nothing_of_ours_came_back() -> None:
    found = labels_of("Estimados:\n\nPaís: Guatemala\nCargo: Directora", depth=0)
    assert found == {"Estimados:": "new", "País: Guatemala": "new", "Cargo: Directora": "new"}


@pytest.mark.parametrize("beside", ["Institución:", "junto a cada rótulo, en este mismo mensaje o en uno nuevo."])
def test_a_line_of_ours_beside_another_of_ours_is_the_letter(beside: str) -> None:
    assert labels_of(f"{beside}\nPaís: Guatemala\nFax: 2410-0000", depth=0)["País: Guatemala"] == "untouched"


def test_a_struck_out_line_of_ours_is_an_answer() -> None:
    raw = tuple(
        Line(n, text, 1, "html", marks=frozenset({"struck"} if text.startswith("País") else ()))
        for n, text in enumerate(OURS.split("\n"), 1)
    )
    found = {line.text: line.label for line in answers_in(label(raw), SENT) if line.text}
    assert found["País: Guatemala"] == "answer"


def test_keys() -> None:
    assert key_of_text("Correo-e:  ana@x.example <mailto:ana@x.example>") == key_of_text("correo e ana@x.example")
    assert key_of_text("f.prueba@x.example") != key_of_text("fprueba@x.example")
    assert value_key("Ana\xa0 «Prueba»") == 'Ana "Prueba"'
    assert head_of_line("País: Guatemala") == head_of_line("PAÍS:\tBelice") == "pais"
    assert head_of_line("Atentamente") == ""


def placed(text: str) -> list[tuple[str, str]]:
    """Text and label of every line with words, in order."""
    return [(line.text, line.label) for line in answers_in(label(lines(text)), SENT) if line.text]


HEAD = "De: Grupo <g@crm.example>\nEnviado el: lunes, 03 de enero de 2011 10:22\nPara: Ana\nAsunto: Datos\n\n"


@pytest.mark.parametrize("between", ["\n", ": "])
def test_typed_above_the_whole_letter_our_own_value_is_the_senders(between: str) -> None:
    found = placed(f"Buenas tardes:\n\nPaís{between}Guatemala\n\n{HEAD}{OURS}")
    own = [text for text, name in found if name == "new"]
    assert own == ["Buenas tardes:", *f"País{between}Guatemala".split("\n")]


def test_a_label_and_its_value_unmarked_but_only_once_are_our_letter() -> None:
    text = "\n".join(f"> {line}" for line in OURS.split("\n")).replace("> País: Guatemala", "País:\nGuatemala")
    marked = tuple(
        Line(number, line.removeprefix("> "), int(line.startswith(">")))
        for number, line in enumerate(text.split("\n"), 1)
    )
    found = {line.text: line.label for line in answers_in(label(marked), SENT)}
    assert found["Guatemala"] == "untouched"


BELOW = "Estimados colegas:\n\nCargo: Directora\n\nAviso de confidencialidad: este mensaje es confidencial y privado."


def test_words_below_an_unmarked_letter_are_the_senders_when_none_stand_above() -> None:
    found = placed(f"{HEAD}{OURS}\n\n{BELOW}")
    assert ("Cargo: Directora", "new") in found
    assert ("Estimados colegas:", "new") in found


def test_below_an_unmarked_letter_an_older_header_is_no_word_of_the_sender() -> None:
    found = placed(f"{HEAD}{OURS}\n\n{HEAD}Estimados colegas:\n\nCargo: Jefe")
    assert "new" not in {name for _, name in found}


def test_words_above_leave_what_stands_below_to_the_quotation() -> None:
    found = dict(placed(f"Sin cambios.\n\n{HEAD}{OURS}\n\n{'x' * 20}\n\nMinisterio de Prueba"))
    assert found["Ministerio de Prueba"] == "quoted"


@pytest.mark.parametrize("width", [40, 60])
def test_wrapped_lines_that_lost_their_accents_are_still_ours(width: int) -> None:
    wrapped = "\n".join(piece for line in OURS.split("\n") for piece in textwrap.wrap(line, width) or [""])
    lost = wrapped.encode("ascii", "replace").decode()
    assert set(labels_of(lost).values()) == {"untouched"}


def test_bold_labels_in_text_are_still_ours() -> None:
    assert set(labels_of(OURS.replace("País:", "*País:*").replace("Fax:", "*Fax:*")).values()) == {"untouched"}


FORM = "Estimados colegas: agradeceremos completar lo siguiente.\n\nNombre completo:\nCargo:\n\nFax:"
FORM_SENT = Message("letter@crm.example", "0", None, "Asunto", None, lines=lines(FORM))
FILLED = FORM.replace("completo:", "completo: Ana Prueba").replace("Cargo:", "Cargo: Jefa").replace("Fax:", "Fax: no")


def filled(text: str) -> dict[str, str]:
    return {
        line.text: line.label for line in answers_in(label(lines(f"Va lleno.\n\n{HEAD}{text}")), FORM_SENT) if line.text
    }


def test_a_form_answered_to_its_last_line() -> None:
    found = filled(FILLED)
    assert [found[text] for text in ("Nombre completo: Ana Prueba", "Cargo: Jefa", "Fax: no")] == ["answer"] * 3


def test_what_no_label_of_ours_opens_below_a_gap_is_no_answer() -> None:
    found = filled(FORM.split("\n\n")[0] + "\n\nMotivo: viaje\n\nCargo: Jefa")
    assert {found["Motivo: viaje"], found["Cargo: Jefa"]} == {"quoted"}


def test_an_older_message_below_a_filled_form_is_no_answer() -> None:
    found = filled(f"{FILLED}\n\n{HEAD}Nombre completo: Juan Ficticio")
    assert found["Fax: no"] == "answer"
    assert found["Nombre completo: Juan Ficticio"] == "quoted"


HEADER = "De: Grupo MyD [mailto:grupo.md@crm.example]\nEnviado el: lunes, 03 de enero de 2011 10:22 a.m.\nPara: Ana"


def test_a_greeting_that_is_ours_too_opens_no_letter_of_ours() -> None:
    ours = OURS.replace("Estimable Ana Prueba:", "Estimados colegas:")
    sent = Message("letter@crm.example", "0", None, "Asunto", None, lines=lines(ours))
    typed = "Estimados colegas:\n\nFax: 2410-0001\n\nAtentamente,\n\nAna Prueba\nMinisterio de Ensayos\nTel. 2410-9999"
    found = answers_in(label(lines(f"{typed}\n\n{HEADER}\n\n{ours}")), sent)
    above = {line.text: line.label for line in found[: typed.count("\n") + 1] if line.text}
    assert {text for text, name in above.items() if name == "signature"} == {
        "Ana Prueba",
        "Ministerio de Ensayos",
        "Tel. 2410-9999",
    }
    assert {text for text, name in above.items() if name == "new"} == {
        "Estimados colegas:",
        "Fax: 2410-0001",
        "Atentamente,",
    }
    assert {line.label for line in found[typed.count("\n") + 6 :] if line.text} == {"untouched"}


def test_an_empty_label_typed_above_is_no_answer() -> None:
    found = answers_in(label(lines(f"Va lo pedido.\n\nFax:\n\n{HEADER}\n\n{OURS}")), SENT)
    assert [line.label for line in found if line.text == "Fax:"] == ["untouched", "untouched"]


def test_a_label_alone_above_its_value_stays_among_the_senders_words() -> None:
    letter = OURS.replace("Institución:", "Correo electrónico:")
    sent = Message("letter@crm.example", "0", None, "Asunto", None, lines=lines(letter))
    answer = "CORREO ELECTRÓNICO\nana@sre.gob.example\n\nSaludos\n\n-----Mensaje original-----\nDe: Grupo\n\n" + letter
    compared = answers_in(label(lines(answer)), sent)
    assert compared[0].label in {"new", "answer"}
