"""A state with its date and nothing else: "realizada el 12 de febrero de 2009", "postponed to April"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.forms.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Field, FieldValue, Known

_DATE_WORDS = frozenset(
    """
    el la los las a al para hasta en por de del desde entre y dia mes ano semana quincena trimestre semestre bimestre
    primer primera segundo segunda tercer tercera cuarto cuarta ultima ultimo principios inicios mediados finales fines
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
    the to until till on in for by of from between and day month year week fortnight quarter half first second third
    fourth last early mid late beginning middle end january february march april may june july august september
    october november december
    """.split()
)
_NUMBER = re.compile(r"\(?\d{1,4}(?:[./-]\d{1,2}[./-]\d{2,4})?(?:st|nd|rd|th|o|a)?[.,)]?")


def state_and_date(
    status: Field, date: Field, text: str, line: int, known: Known
) -> tuple[FieldValue, FieldValue] | None:
    """Return both when a word of ``status`` opens the text and the rest is a date, certain and whole."""
    words = text.strip(" .").split()
    for size in range(min(len(words) - 1, 6), 0, -1):
        head, tail = " ".join(words[:size]), words[size:]
        state = _exact(status, head, line)
        if state is None or not all(_is_of_a_date(word) for word in tail):
            continue
        when = read_value(date, " ".join(tail), line, known)
        if isinstance(when, FieldValue) and isinstance(when.value, dict) and when.value.get("end"):
            return state, replace(when, certainty="normalised")
    return None


def _is_of_a_date(word: str) -> bool:
    folded = fold(word)
    return folded.strip(".,()") in _DATE_WORDS or bool(_NUMBER.fullmatch(folded))


def _exact(status: Field, words: str, line: int) -> FieldValue | None:
    said = fold(words).strip(" .,;:")
    for choice in status.choices:
        if said in {fold(word) for word in (choice.label.es, choice.label.en, *choice.synonyms)}:
            return FieldValue(choice.value, words.strip(" ,;:"), line, "normalised")
    return None
