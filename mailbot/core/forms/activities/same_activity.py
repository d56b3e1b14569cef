"""What is told of one activity in two places: "P003-05a is delayed." above "The new date is 31 March 2009."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.language import fold
from mailbot.core.values import Entry, Form


def joined_by_activity(entries: Sequence[Entry], form: Form) -> tuple[Entry, ...]:
    """Return the entries with those about one activity joined, where no field of theirs is told in two ways.

    The same in Spanish and again in English is one report.
    """
    key = next((each.id for each in form.fields if each.kind == "activity"), "")
    joined: list[Entry] = []
    for entry in entries:
        about = _told_of(entry).get(key)
        place = next((at for at, each in enumerate(joined) if about and _same(_told_of(each).get(key), about)), None)
        if place is None or _differ(_told_of(joined[place]), _told_of(entry), key):
            joined.append(entry)
        else:
            joined[place] = _together(joined[place], entry)
    return tuple(joined)


def _differ(one: Mapping[str, object], other: Mapping[str, object], key: str) -> bool:
    """Tell whether a field that both tell has two values, or is only asked."""
    shared = (one.keys() & other.keys()) - {key}
    return any(one[name] is None or meaning(one[name]) != meaning(other[name]) for name in shared)


def meaning(value: object) -> object:
    """A value without the words it was read from."""
    return {name: each for name, each in value.items() if name != "said"} if isinstance(value, Mapping) else value


def _together(one: Entry, other: Entry) -> Entry:
    fields = {**other.fields, **one.fields}
    doubts = {each.field: each for each in (*other.doubts, *one.doubts) if each.field not in fields}
    missing = tuple(each for each in one.missing if each in other.missing)
    return replace(one, fields=fields, doubts=tuple(doubts.values()), missing=missing)


def _told_of(entry: Entry) -> Mapping[str, object]:
    """The values of an entry by field, sure or proposed; None for what is only asked."""
    return {each.field: each.proposal for each in entry.doubts} | {
        name: each.value for name, each in entry.fields.items()
    }


def _same(one: object, other: object) -> bool:
    return fold(str(one)) == fold(str(other))
