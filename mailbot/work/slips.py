"""What moved, and what hangs on it, as the digest tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mailbot.core.letters.facts import MovedLine
from mailbot.core.records import Activity, HistoryLine
from mailbot.core.replanning import Chained, warnings
from mailbot.core.values import Bilingual
from mailbot.work import ask
from mailbot.work.replan import words_of_window


def _moves(activities: Sequence[Activity], history: Sequence[HistoryLine]) -> list[tuple[Activity, HistoryLine]]:
    by_id = {each.id: each for each in activities}
    lines = [each for each in history if each.subject == "activity" and each.field == "window"]
    return [(by_id[each.subject_id], each) for each in lines if each.subject_id in by_id]


def moved(activities: Sequence[Activity], history: Sequence[HistoryLine]) -> tuple[MovedLine, ...]:
    """Return the activities that have another window, from the history."""
    found = []
    for activity, line in _moves(activities, history):
        after = line.after if isinstance(line.after, Mapping) else {}
        new = None if after.get("cancelled") else words_of_window(after)
        name = ask.about_words(activity) or Bilingual("", "")
        found.append(MovedLine(name, words_of_window(line.before), new, str(after.get("reason") or "")))
    return tuple(found)


def chained(
    activities: Sequence[Activity],
    history: Sequence[HistoryLine],
    late: Sequence[str],
    closed: frozenset[str],
    today: date,
) -> tuple[Bilingual, ...]:
    """Return what hangs on an activity that moved or is late, with who is responsible for it."""
    slipping = dict.fromkeys([each.code for each, _ in _moves(activities, history)] + list(late))
    return tuple(_sentence(each) for each in warnings(activities, slipping, closed, today))


def _sentence(found: Chained) -> Bilingual:
    who = ", ".join(found.activity.responsible)
    named = f" ({who})" if who else ""
    mine, on = found.activity, found.on
    end = words_of_window({"end": on.end.isoformat(), "start": on.end.isoformat()} if on.end else {})
    return Bilingual(
        f"{mine.code} {mine.title.es}{named} depende de {on.code}, cuya fecha es ahora: {end.es}.",
        f"{mine.code} {mine.title.en}{named} depends on {on.code}, whose date is now: {end.en}.",
    )
