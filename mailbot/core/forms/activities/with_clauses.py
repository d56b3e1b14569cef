"""What clauses tell of activities, joined to what other rules have read: fields without a value, further activities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.forms.activities.named_activity import CODE, FIND_CODE
from mailbot.core.language import fold
from mailbot.core.values import Entry, Form

_ACTIVITY = re.compile(r"\b(?:actividad|activity)\b", re.IGNORECASE)


def with_told_in_clauses(entries: Sequence[Entry], told: Sequence[Entry], form: Form) -> tuple[Entry, ...]:
    """Fill what no other rule has read: fields without a value or a reading, and activities not named otherwise."""
    key = next((each.id for each in form.fields if each.kind == "activity"), "")
    by_code = {_name(each, key): each for each in told}
    entries = [each for each in entries if not _names_those(each, by_code, key)]
    filled = [_filled(each, by_code.get(_name(each, key)), key) for each in entries]
    there = {_name(each, key) for each in entries}
    coded = re.compile(CODE, re.IGNORECASE)
    more = (each for name, each in by_code.items() if name not in there and (not entries or coded.fullmatch(name)))
    return (*filled, *more)


def _names_those(entry: Entry, told: Mapping[str, Entry], key: str) -> bool:
    """Tell whether an entry that does not know which activity it is about says codes that all are told of."""
    doubt = next((each for each in entry.doubts if each.field == key and each.proposal is None), None)
    codes = FIND_CODE.findall(doubt.said) if doubt and key not in entry.fields else []
    return len(codes) > 1 and all(fold(each) in told for each in codes)


def _filled(entry: Entry, told: Entry | None, key: str) -> Entry:
    if told is None:
        return entry
    said = {*entry.fields, *(each.field for each in entry.doubts if each.proposal is not None)}
    more = {each.field: each for each in told.doubts if each.field not in said and each.field != key}
    more = {name: each for name, each in more.items() if each.proposal is not None}
    kept = (each for each in entry.doubts if each.field not in more)
    return replace(entry, doubts=(*kept, *more.values())) if more else entry


def _name(entry: Entry, key: str) -> str:
    value = entry.fields.get(key)
    doubt = next((each for each in entry.doubts if each.field == key), None)
    return fold(str(value.value if value else doubt.proposal if doubt and doubt.proposal else ""))


def tells_enough(entry: Entry, form: Form) -> bool:
    """Tell whether an entry says more than which activity it is."""
    kinds: Mapping[str, str] = {each.id: each.kind for each in form.fields}
    return any(kinds[each.field] != "activity" and each.proposal and each.one_reading for each in entry.doubts)


def says_activity(entry: Entry) -> bool:
    """Tell whether the words an entry was read from speak of "the activity"."""
    return any(_ACTIVITY.search(each.said) for each in entry.doubts)
