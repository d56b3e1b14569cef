"""A letter on two matters: the paragraphs and items that report on activities by code are read apart from the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms import Found, read_entries
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.choose import code_parts, speaks_of_activities
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.values import Entry, Form, Known, Line, Message

_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-•*–·])\s", re.IGNORECASE)
_OWN = frozenset({"new", "answer"})
_LONGEST_HEADING = 60  # characters: "2. Programa de Trabajo", "Sobre el avance de las actividades:"
_MOST = 60  # parts


def with_reports_apart(
    found: Found,
    message: Message,
    lines: tuple[Line, ...],
    forms: tuple[Form, ...],
    known: Known,
    sent: Message | None,
    *,
    prose_only: bool,
) -> Found:
    """Return what was found, where contacts were read or nothing was, with the states told of activities by code.

    What stands in the other paragraphs is read again without these: a date of a report is nobody's.
    """
    contact = next((each for each in forms if each.subject_of == "contact"), None)
    activity = next((each for each in forms if each.subject_of == "activity"), None)
    if contact is None or activity is None or prose_only or found.form not in {None, contact} or found.beside:
        return found
    if not any(line.label in _OWN and FIND_CODE.search(line.text) for line in lines):
        return found
    told = frozenset(line.number for part in _reports(lines, activity) for line in part)
    own = [line for line in lines if line.label in _OWN and line.text.strip()]
    if not told or all(line.number in told for line in own):
        return found
    apart = tuple(line for line in lines if line.number in told)
    about = replace(message, subject=_subject(message, activity))
    states = read_entries(about, apart, (activity,), None, known).entries
    states = tuple(each for each in states if _tells_how_it_stands(each, activity))
    if not states:
        return found
    others = tuple(line for line in lines if line.number not in told)
    rest = read_entries(message, others, tuple(each for each in forms if each is not activity), sent, known)
    rest = rest if rest.form in {None, contact} else Found()
    if not rest.entries:
        return Found(states, told, activity)
    return replace(rest, entries=(*rest.entries, *states), used=rest.used | told)


def _subject(message: Message, form: Form) -> str:
    parts = code_parts(message.subject)
    return "[" + "-".join((*parts[:1], form.code, *parts[2:]) if len(parts) > 1 else ("X", form.code)) + "]"


def _tells_how_it_stands(entry: Entry, form: Form) -> bool:
    states = {each.id for each in form.fields if each.kind in {"choice", "percentage"}}
    return bool(states & {*entry.fields, *(each.field for each in entry.doubts if each.proposal is not None)})


def _reports(lines: Sequence[Line], activity: Form) -> Iterator[list[Line]]:
    """Yield the parts that name an activity by its code, those of its labels below, and the headings above."""
    labels = labels_of(activity)
    waiting: list[Line] = []
    going_on = False
    for part in list(_parts(lines))[:_MOST]:
        text = " ".join(line.text for line in part)
        if FIND_CODE.search(text) or (going_on and _is_of_labels(part, labels)):
            yield [*waiting, *part]
            waiting, going_on = [], True
        else:
            heads = len(text) <= _LONGEST_HEADING and speaks_of_activities(text)
            waiting, going_on = (part if heads else []), False


def _is_of_labels(part: Sequence[Line], labels: Labels) -> bool:
    heads = (re.split("[:\t|]", line.text, maxsplit=1) for line in part)
    return all(len(head) > 1 and labels.find(head[0].strip()) for head in heads)


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the writer's paragraphs; an item of a list opens one of its own."""
    part: list[Line] = []
    for line in lines:
        own = line.label in _OWN and line.text.strip()
        if part and (not own or _ITEM.match(line.text)):
            yield part
            part = []
        if own:
            part.append(line)
    if part:
        yield part
