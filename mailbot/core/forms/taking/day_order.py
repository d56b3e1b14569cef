"""Days in figures that could be read two ways, 02/05/2009, settled by what else the message says.

What is done lies behind: of two readings one of which is to come, the other is meant.  One sure
date in figures, 02/17/2009, shows how the writer writes all of them.  The day is still asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known

_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")
_Order = bool  # True: day before month


def with_days_settled(entry: Entry, form: Form, known: Known, texts: Sequence[str]) -> Entry:
    """Return the entry with a reading to offer for each day in figures that has one after all.

    ``texts`` are the lines of the message's own words.
    """
    windows = {each.id: each for each in form.fields if each.kind == "window"}
    if not any(each.field in windows and each.proposal is None for each in entry.doubts):
        return entry
    order, done = _order_of(texts), _is_done(entry, form)
    doubts = tuple(
        _settled(each, windows[each.field], order, known, done=done) if each.field in windows else each
        for each in entry.doubts
    )
    return replace(entry, doubts=doubts)


def _settled(doubt: Doubt, field: Field, order: _Order | None, known: Known, *, done: bool) -> Doubt:
    found = _DAY.findall(doubt.said)
    if doubt.proposal is not None or len(found) != 1:
        return doubt
    one, _, two, year = found[0]
    days = {True: _day(year, two, one), False: _day(year, one, two)}
    possible = {key: day for key, day in days.items() if day and not (done and day > known.today)}
    if len(possible) == 2 and order is not None:
        possible = {order: possible[order]}
    if len(possible) != 1 or not all(days.values()):
        return doubt
    read = read_value(field, next(iter(possible.values())).isoformat(), doubt.line, known)
    if not isinstance(read, FieldValue) or not isinstance(read.value, Mapping):
        return doubt
    said = _DAY.search(doubt.said)
    window = {**read.value, "said": said.group() if said else doubt.said}
    return replace(doubt, proposal=window, one_reading=True)


def _is_done(entry: Entry, form: Form) -> bool:
    """Whether the entry's state, taken or offered, lies behind us."""
    for each in form.fields:
        offered = [doubt.proposal for doubt in entry.doubts if doubt.field == each.id]
        state = entry.fields[each.id].value if each.id in entry.fields else next(iter(offered), None)
        if state is not None and any(choice.past and choice.value == state for choice in each.choices):
            return True
    return False


def _order_of(texts: Sequence[str]) -> _Order | None:
    """How the sure days in figures are written, all of them alike; None where none is sure or they differ."""
    orders = {
        int(one) > 12
        for text in texts
        if "/" in text or "-" in text
        for one, _, two, _ in _DAY.findall(text)
        if min(int(one), int(two)) <= 12 < max(int(one), int(two)) <= 31
    }
    return orders.pop() if len(orders) == 1 else None


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
