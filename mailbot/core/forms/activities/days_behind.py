"""A day that lies behind us beside what is not done: of the decision, of the beginning, or when it was due once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Field, Form, Known
from mailbot.core.windows import words

# "Pospuesta para septiembre", "expected completion: Q3": whoever wrote it when, that is the new day.
_TO_HOLD_IT = re.compile(
    r"\b(?:expected|esperad[oa]|previst[oa]|programad[oa]|nuev[oa]|new|due)\b"
    r"|\b(?:pospuest|pospon|pospus|aplaz|traslad|reprogram|difer|movi|mueve|cambi)\w*(?: \w+){0,2} al?\b"
    r"|\b(?:para|to|until|till|hasta) (?:(?:el|la|los|the|principios de|mediados de|finales de|early|mid|late) ?-?)*"
    rf"(?:\d|{words.MONTH}\b|primer|segund|tercer|ultim|first|second|third|last|mid)"
)


def with_days_behind_asked(entry: Entry, form: Form, known: Known, line: str = "") -> Entry:
    """Ask for the day of "cancelada el 5 de marzo" or "en proceso, 3 de marzo": when it is held is to come.

    For entries without labels; what is done has its day behind it.  ``line``: all that is said of the activity.
    """
    status = next((each for each in form.fields if each.kind == "choice"), None)
    date = next((each for each in form.fields if each.kind == "window"), None)
    if status is None or date is None or not _is_open(entry, status):
        return entry
    value = entry.fields.get(date.id)
    if value is not None and is_over(value.value, f"{line} {value.said}", known):
        asked = Doubt(date.id, value.said, FROM_A_SENTENCE, value.line, value.value)
        fields = {name: each for name, each in entry.fields.items() if name != date.id}
        return replace(entry, fields=fields, doubts=(*entry.doubts, asked))
    sure = [each for each in entry.doubts if each.field == date.id and each.one_reading]
    if not any(is_over(each.proposal, each.said, known) for each in sure):
        return entry
    doubts = (replace(each, one_reading=False) if each.field == date.id else each for each in entry.doubts)
    return replace(entry, doubts=tuple(doubts))


def _is_open(entry: Entry, status: Field) -> bool:
    """Tell whether a state is told, or asked for, that is not behind us."""
    value = entry.fields.get(status.id)
    doubt = next((each for each in entry.doubts if each.field == status.id), None)
    told = value.value if value else doubt.proposal if doubt else None
    past = any(each.past and each.value == told for each in status.choices)
    return (value is not None or doubt is not None) and not past


def is_over(window: object, said: str, known: Known) -> bool:
    """Tell whether a window ended before today, and no word points it out as the one to hold it in."""
    end = window.get("end") if isinstance(window, Mapping) else None
    return isinstance(end, str) and end < known.today.isoformat() and not _TO_HOLD_IT.search(fold(said))
