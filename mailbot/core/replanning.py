"""An activity that moves or falls away: for whom one State may speak, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.core.records import Activity

MOVING = frozenset({"postponed", "cancelled"})
_REASON = re.compile(
    r"\b((?:por|debido a|a causa de|a raíz de|ya que|porque|due to|because(?: of)?|owing to|for lack of)\s.{3,200})$",
    re.IGNORECASE,
)
_NO_REASON = re.compile(r"por (?:definir|confirmar|el momento|ahora|lo pronto|favor)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moved:
    """An activity that has another window, with the old one and why ("" unsaid)."""

    activity: Activity
    before: Mapping[str, object]
    after: Mapping[str, object]
    reason: str


@dataclass(frozen=True, slots=True)
class Chained:
    """An activity that hangs on another which slips."""

    activity: Activity
    on: Activity


def named(activity: Activity, presidency: str) -> frozenset[str]:
    """Return the codes responsible for an activity; "PPT" is whoever presides."""
    return frozenset(presidency if code == "PPT" else code for code in activity.responsible)


def answers_for(activity: Activity, participant: str, presidency: str, *, asked: bool) -> bool:
    """Tell whether a participant reports on an activity.

    It is named, or nobody or a whole region is ("all_member_countries"), or we ``asked`` it.
    """
    codes = named(activity, presidency) | frozenset(activity.partners)
    collective = any(code != code.upper() for code in codes)
    return asked or collective or not activity.responsible or participant in codes


def speaks_for_all(activity: Activity, participant: str, presidency: str) -> bool:
    """Tell whether one participant alone is responsible: else the presidency decides for the network."""
    return named(activity, presidency) == {participant}


def window_of(date_said: object) -> dict[str, object] | None:
    """Return kind, start, end and tentative of a ``date`` field's canonical value; None without an end."""
    if not isinstance(date_said, Mapping) or not date_said.get("end"):
        return None
    return {key: date_said.get(key) for key in ("kind", "start", "end", "tentative")}


def held_window(activity: Activity) -> dict[str, object]:
    """Return an activity's window in the same shape."""
    return {
        "kind": activity.kind,
        "start": activity.start.isoformat() if activity.start else None,
        "end": activity.end.isoformat() if activity.end else None,
        "tentative": activity.tentative,
    }


def reason_in(words: str) -> str:
    """Return why, where a line says it: "por falta de fondos", "due to lack of funds"."""
    match = _REASON.search(words.strip(" ."))
    return match[1].strip() if match and not _NO_REASON.match(match[1]) else ""


def followers(activities: Sequence[Activity], code: str) -> tuple[Activity, ...]:
    """Return what hangs on an activity, nearest first: by ``depends_on``, and the parent of a milestone."""
    found: dict[str, Activity] = {}
    front = [code]
    while front:
        current = front.pop(0)
        parent = next((each.parent_code for each in activities if each.code == current), None)
        for each in activities:
            if each.code != code and each.code not in found and (current in each.depends_on or each.code == parent):
                found[each.code] = each
                front.append(each.code)
    return tuple(found.values())


def warnings(
    activities: Sequence[Activity], slipping: Iterable[str], closed: frozenset[str], today: date
) -> tuple[Chained, ...]:
    """Return what hangs on activities that moved or are late and is itself not done (``closed``).

    Told where the one it hangs on now ends after it should begin, or is late already.
    """
    by_code = {each.code: each for each in activities}
    found: dict[tuple[str, str], Chained] = {}
    for code in slipping:
        on = by_code.get(code)
        if on is not None and code not in closed:
            for each in followers(activities, code):
                if each.code not in closed and _slips(each, on, today):
                    found.setdefault((each.code, code), Chained(each, on))
    return tuple(found.values())


def _slips(each: Activity, on: Activity, today: date) -> bool:
    begins = each.start or each.end
    return on.end is None or on.end < today or begins is None or on.end > begins or each.code == on.parent_code
