"""Signs of a calendar text that say the same as others: "Mes: abril", "semana 9-13 de marzo", "30 jun/10 jul"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.windows import words as w
from mailbot.core.windows.tokens import Token

_NAMED = frozenset("mes ano dia month year day".split())
_WEEK = frozenset({"semana", "week"})
_TO = frozenset({"-", "a", "al", "to", "/"})
_OF = frozenset({"de", "del", "of"})
_LONGEST_WEEK = 7  # days


def with_plain_signs(found: Sequence[Token]) -> list[Token]:
    """Return the tokens without the colon of "Mes: abril" and "semana" before its days, "al" for "/" between days."""
    kept: list[Token] = []
    for place, token in enumerate(found):
        before = found[place - 1].text if place else ""
        if token.text == ":" and before in _NAMED and token.tight and _is_date(found, place + 1):
            continue
        if token.text in _WEEK and before not in w.ORDINALS and before not in w.LAST and _days_follow(found, place + 1):
            continue
        if token.text == "/" and before in w.MONTHS and _day_and_month(found, place + 1):
            token = replace(token, text="al", tight=False)
        if kept and kept[-1].text == "al" and found[place - 1].text == "/":
            token = replace(token, tight=False)
        kept.append(token)
    return kept


def _at(found: Sequence[Token], place: int) -> str:
    return found[place].text if place < len(found) else ""


def _is_date(found: Sequence[Token], place: int) -> bool:
    return _at(found, place) in w.MONTHS or _at(found, place).isdigit()


def _day_and_month(found: Sequence[Token], place: int) -> bool:
    day = _at(found, place)
    return day.isdigit() and len(day) <= 2 and _at(found, place + 1 + (_at(found, place + 1) in _OF)) in w.MONTHS


def _days_follow(found: Sequence[Token], place: int) -> bool:
    """Whether the days of one week stand from a place on: "9 al 13 de marzo"."""
    first, sign, last = (_at(found, place + step) for step in range(3))
    if not (first.isdigit() and last.isdigit() and sign in _TO):
        return False
    return 0 < int(last[:2]) - int(first[:2]) <= _LONGEST_WEEK and _day_and_month(found, place + 2)
