"""Dates that moved: what stood before, what stands now, who said so and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.core.fields.timed import show as window_words
from mailbot.core.records import Activity, HistoryLine, HoldRecord, Participant
from mailbot.core.report.facts import Moved
from mailbot.core.values import Bilingual, Form

THE_PROGRAMME = Bilingual("programa de trabajo", "work programme")
_NOTHING = Bilingual("", "")
Key = tuple[int, int | None, int | None, datetime]  # activity, participant, message, instant


def moves_of(
    history: Sequence[HistoryLine],
    activities: Sequence[Activity],
    participants: Iterable[Participant],
    form: Form,
    zone: ZoneInfo,
    holds: Iterable[HoldRecord] = (),
) -> tuple[Moved, ...]:
    """Return the dates of activities that ``history`` moves, in its order.

    A first date moves nothing unless the programme had one.  The reason is the comment that came
    in the same message, or the words beside the date, which wait in one of ``holds`` with the new date.
    """
    waiting: dict[tuple[int | None, str], str] = {
        (each.message_id, code): why for each in holds for code, why in _reason_of(each)
    }
    known = {each.id: each for each in activities}
    names = {each.id: each.name for each in participants}
    together: dict[Key, dict[str, HistoryLine]] = {}
    for line in history:
        if line.subject == "activity" and line.subject_id in known:
            key = (line.subject_id, line.participant_id, line.message_id, line.at)
            together.setdefault(key, {})[line.field] = line
    found = (
        _moved(known[key[0]], names.get(key[1] or 0), lines, key[3], form, zone) for key, lines in together.items()
    )
    codes = ((each, waiting.get((key[2], each.code))) for key, each in zip(together, found, strict=True) if each)
    return tuple(replace(each, why=each.why or why or "") for each, why in codes)


def _reason_of(hold: HoldRecord) -> Iterable[tuple[str, str]]:
    said = hold.proposal if isinstance(hold.proposal, Mapping) else {}
    if said.get("activity") and said.get("reason"):
        yield str(said["activity"]), str(said["reason"])


def _moved(
    activity: Activity,
    who: Bilingual | None,
    lines: Mapping[str, HistoryLine],
    at: datetime,
    form: Form,
    zone: ZoneInfo,
) -> Moved | None:
    said = (
        _decided_window(lines, form)
        or _reported_window(activity, lines, form)
        or _planned_window(activity, lines, form)
    )
    if said is None or said[0] == said[1] or not said[0].es:
        return None
    note = lines.get("note")
    window = lines["window"].after if "window" in lines else None
    reason = str(window.get("reason") or "") if isinstance(window, Mapping) else ""
    why = str(note.after or "") if note else reason
    return Moved(activity.code, activity.title, who or THE_PROGRAMME, said[0], said[1], why, at.astimezone(zone).date())


def _decided_window(lines: Mapping[str, HistoryLine], form: Form) -> tuple[Bilingual, Bilingual] | None:
    """Return the windows of the programme itself before and after it was planned anew."""
    line = lines.get("window")
    if line is None or not isinstance(line.before, Mapping) or not isinstance(line.after, Mapping):
        return None
    if line.after.get("cancelled"):
        return None
    field = form.field("date")
    return window_words(field, line.before), window_words(field, line.after)


def _reported_window(
    activity: Activity, lines: Mapping[str, HistoryLine], form: Form
) -> tuple[Bilingual, Bilingual] | None:
    """Return the window a participant reported before and now; at first, the programme's own before.

    The day on which something was done is no new date.
    """
    line, status = lines.get("date"), lines.get("status")
    if line is None or not line.after or (status is not None and status.after == "done"):
        return None
    field = form.field("date")
    before = window_words(field, line.before) if line.before else _own(activity, form)
    return before, window_words(field, line.after)


def _planned_window(
    activity: Activity, lines: Mapping[str, HistoryLine], form: Form
) -> tuple[Bilingual, Bilingual] | None:
    if not {"start", "end"} & lines.keys():
        return None
    now: dict[str, object] = {"start": _iso(activity.start), "end": _iso(activity.end)}
    before = now | {name: lines[name].before for name in ("start", "end") if name in lines}
    after = now | {name: lines[name].after for name in ("start", "end") if name in lines}
    field = form.field("date")
    return window_words(field, before), window_words(field, after)


def _own(activity: Activity, form: Form) -> Bilingual:
    if activity.start is None and activity.end is None:
        return _NOTHING
    document = {"start": _iso(activity.start), "end": _iso(activity.end), "tentative": activity.tentative}
    return window_words(form.field("date"), document)


def _iso(day: object) -> str | None:
    return str(day) if day is not None else None
