"""Rows that name their fields (YAML) as drafts: what they give stands, the rest is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from mailbot.core.programme.values import NOTHING, Draft, Remark
from mailbot.core.programme.when import Days, window_of
from mailbot.core.values import Bilingual, Window

KINDS = frozenset({"day", "period", "recurring", "continuous", "undecided", "undated"})
MINE = ("activity", "text", "title")


def drafts_of_rows(rows: Iterable[Mapping[str, Any]], days: Days) -> tuple[tuple[Draft, ...], tuple[Remark, ...]]:
    """Return the activities of rows with their ``milestones``, and what cannot stand.

    Dates given win; else ``calendar_es`` or ``calendar_en`` is read.  ``kind`` "dated"
    and "unknown" are understood.
    """
    drafts, doubts = [], []
    for number, row in enumerate(rows, 1):
        draft, more = _draft(row, number, days)
        doubts += more
        if draft:
            drafts.append(draft)
    return tuple(drafts), tuple(doubts)


def _draft(row: Mapping[str, Any], number: int, days: Days) -> tuple[Draft | None, list[Remark]]:
    title = next((half for name in MINE if (half := _halves(row, name)) != NOTHING), NOTHING)
    code = str(row.get("id") or row.get("code") or "")
    where = Bilingual(f"fila {number} {code}".strip(), f"row {number} {code}".strip())
    if title == NOTHING:
        return None, [Remark(where, NO_TITLE)]
    calendar = str(row.get("calendar_es") or row.get("calendar") or row.get("calendar_en") or "")
    window, given, doubts = _window(row, calendar, title, where, days)
    milestones, more = _milestones(row, number, days)
    responsible = _names(row.get("responsible"))
    draft = Draft(
        title=title,
        where=where,
        code=code,
        theme=_halves(row, "theme"),
        objective=_halves(row, "objective"),
        calendar_text=calendar,
        window=window,
        origin=str(row.get("origin") or "said"),
        responsible=responsible,
        partners=_names(row.get("partners") or row.get("in_coordination_with")),
        place=str(row.get("place") or ""),
        depends_on=_names(row.get("depends_on")),
        derived=frozenset() if given else frozenset({"window"}),
        milestones=milestones,
    )
    return draft, [*doubts, *more]


NO_TITLE = Bilingual(
    "falta la actividad (activity_es o activity_en); no se importa",
    "the activity is missing (activity_es or activity_en); not imported",
)


def _milestones(row: Mapping[str, Any], number: int, days: Days) -> tuple[tuple[Draft, ...], list[Remark]]:
    rows = row.get("milestones") or ()
    above = {key: row[key] for key in row if str(key).startswith(("theme", "objective"))}
    found = [_draft({**above, **each}, number, days) for each in rows if isinstance(each, Mapping)]
    return tuple(draft for draft, _ in found if draft), [remark for _, more in found for remark in more]


def _halves(row: Mapping[str, Any], name: str) -> Bilingual:
    return Bilingual(str(row.get(f"{name}_es") or row.get(name) or ""), str(row.get(f"{name}_en") or ""))


def _names(said: object) -> tuple[str, ...]:
    """``ST``, ``[ST, OIM]`` or ``[{actor: ST}]``."""
    if said is None or said == "":
        return ()
    listed = said if isinstance(said, list) else [said]
    return tuple(str(each["actor"]) if isinstance(each, dict) and "actor" in each else str(each) for each in listed)


def _window(
    row: Mapping[str, Any], calendar: str, title: Bilingual, where: Bilingual, days: Days
) -> tuple[Window, bool, list[Remark]]:
    """Return the window, whether it was given, and the doubts."""
    doubts = []
    dates: dict[str, date | None] = {}
    for key in ("start", "end"):
        dates[key], bad = _day(row.get(key))
        if bad:
            doubts.append(Remark(where, _not_a_day(key, row.get(key))))
    kind = str(row.get("kind") or "")
    if not kind and not any(dates.values()):
        window, doubt = window_of(calendar, title.es or title.en, days)
        return window, False, [*doubts, Remark(where, doubt)] if doubt else doubts
    window = Window(kind_of(kind, **dates), calendar, dates["start"], dates["end"], bool(row.get("tentative")))
    return window, True, doubts


def kind_of(kind: str, start: date | None, end: date | None) -> str:
    """Return one of the kinds kept: "dated" is a day or a period, "unknown" undated."""
    if kind in KINDS and not (kind == "undated" and end):
        return kind
    if start is None and end is None:
        return "undated"
    return "day" if start == end else "period"


def _day(value: object) -> tuple[date | None, bool]:
    if value is None or value == "":
        return None, False
    if isinstance(value, date):
        return value, False
    try:
        return date.fromisoformat(str(value)), False
    except ValueError:
        return None, True


def _not_a_day(key: str, value: object) -> Bilingual:
    return Bilingual(
        f"{key}: «{value}» no es una fecha; escríbala como 2009-01-16",
        f"{key}: “{value}” is no date; write it as 2009-01-16",
    )
