"""State, institution and address said once above several people: "Institución: …", an empty line, then two persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.said import Break, Gap, Item, Said
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.offices import unit_of
from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Form

_ONCE = Bilingual(
    "Está una sola vez, encima de varias personas: ¿vale para esta también?",
    "It stands once, above several people: is it this one's too?",
)


def with_said_above(entries: Sequence[Entry], items: Sequence[Item], form: Form) -> list[Entry]:
    """Return the entries; what stands in a paragraph of its own above all of them is each one's, asked.

    Not what another of them says itself: then each says their own.
    """
    key = key_field(form)
    lines = _lines_above(items, form, key.id) if key and form.subject_of == "contact" and len(entries) > 1 else set()
    if not lines or key is None:
        return list(entries)
    first, *others = entries
    heading = is_heading(first, form)
    if any(key.id not in _told(each) for each in (others if heading else entries)):
        return list(entries)
    shared = {
        field: value
        for field, value in first.fields.items()
        if value.line in lines and not any(field in _told(each) for each in others)
    }
    return [*([] if heading else [first]), *(_with(each, shared) for each in others)]


def is_heading(entry: Entry, form: Form) -> bool:
    """Tell whether an entry says nothing but what several people may have: "País: …", "Institución: …"."""
    return bool(entry.fields) and not entry.doubts and _of_several(form).issuperset(entry.fields)


def below_heading(heading: Entry, people: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return people, each with what the heading above them says and they do not say themselves, asked; one has it."""
    if len(people) == 1:
        asked = tuple(each for each in people[0].doubts if each.field not in heading.fields)
        return (replace(people[0], fields=heading.fields, doubts=asked),)
    told = [_told(each) for each in people]
    shared = {field: value for field, value in heading.fields.items() if not any(field in each for each in told)}
    return tuple(_with(each, shared) for each in people)


def _of_several(form: Form) -> set[str]:
    unit = unit_of(form)
    found = {each.id for each in form.fields if each.kind in {"country", "institution"} or each.multiline}
    return found | ({unit.id} if unit else set())


def _told(entry: Entry) -> set[str]:
    return {*entry.fields, *(each.field for each in entry.doubts)}


def _lines_above(items: Sequence[Item], form: Form, key: str) -> set[int]:
    """The lines of the labels above the first name, where an empty line parts them and all may be of several."""
    of_several = _of_several(form)
    lines: set[int] = set()
    parted = False
    for item in items:
        if isinstance(item, Gap | Break):
            parted = bool(lines)
        elif isinstance(item, Said) and item.text:
            if key in item.label.fields:
                return lines if parted else set()
            if parted or not of_several.issuperset(item.label.fields):
                return set()
            lines.add(item.line)
        elif parted:  # a name without a label
            return lines
    return set()


def _with(entry: Entry, shared: dict[str, FieldValue]) -> Entry:
    doubts = (Doubt(field, one.said, _ONCE, one.line, one.value, one_reading=True) for field, one in shared.items())
    missing = tuple(each for each in entry.missing if each not in shared)
    return replace(entry, doubts=(*entry.doubts, *doubts), missing=missing)
