"""Semana Santa: from Palm Sunday to Easter Sunday."""

from __future__ import annotations

from datetime import timedelta

from dateutil.easter import easter

from mailbot.core.windows.atoms import Found, Reader, Span

_NAMES = frozenset({("semana", "santa"), ("holy", "week")})
_WEEK = timedelta(days=7)


def holy_week(r: Reader, place: int) -> Found:
    """Semana Santa de 2011, Holy Week: its days in the year said, or in the coming one."""
    if (r.at(place), r.at(place + 1)) not in _NAMES or r.opens(place + 1):
        return None
    return r.with_year(place + 2, _in)


def _in(year: int) -> Span:
    sunday = easter(year)
    return Span(sunday - _WEEK, sunday)
