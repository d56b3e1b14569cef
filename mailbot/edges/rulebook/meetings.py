"""The file of a meeting (``mailbot meeting add FILE``): key, title, days or hours, places."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Key

from mailbot.core.letters.parity import parity
from mailbot.core.meetings import Meeting, Span
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.rulebook.files import checked
from mailbot.edges.rulebook.mistakes import wrong
from mailbot.edges.rulebook.rows import Both

When = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})?$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2,8}$")]
Places = Annotated[int, Key(ge=0, le=500)]
LONGEST = timedelta(days=60)


class MeetingFile(BaseModel):
    """One meeting; ``start`` and ``end`` are both days, or both hours at its place."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,30}$")]
    kind: Literal["grcm", "vice-ministers", "seminar", "network", "other"] = "other"
    title: Both
    place: str = ""
    start: When
    end: When | None = None
    timezone: str | None = None
    places: Places = 2
    exceptions: dict[Code, Places] = {}
    answer_office_days: Annotated[int, Key(ge=0, le=120)] = 10


def load_meeting(path: Path, timezone: str) -> Meeting:
    """Return the meeting of a file, its ``id`` 0; ``timezone`` is the group's, where the file says none.

    Raises OperatorError naming every mistake.
    """
    problems: list[Bilingual] = []
    file = checked(path, MeetingFile, problems)
    if file is None:
        raise OperatorError(problems)
    zone = file.timezone or timezone
    if zone not in available_timezones():
        raise OperatorError(
            [wrong(path, "timezone", "a zone such as America/Guatemala", "una zona como America/Guatemala")]
        )
    span = span_of(file.start, file.end, zone)
    if span is None:
        raise OperatorError([bad_span(f"{path.name}: start, end")])
    title = file.title.value()
    differ = parity(title.es, title.en)
    if differ:  # such a letter would not leave
        raise OperatorError([_title(path, "; ".join(differ))])
    return Meeting(
        0, file.key, file.kind, title, file.place, span, file.places, file.exceptions, file.answer_office_days
    )


def _title(path: Path, differ: str) -> Bilingual:
    return Bilingual(
        f"{path.name}: title: los dos idiomas dicen números o fechas distintos ({differ}); escríbalos igual.",
        f"{path.name}: title: the two languages say other numbers or dates ({differ}); write them alike.",
    )


def bad_span(where: str) -> Bilingual:
    """Return the mistake of days and hours that do not go together."""
    return Bilingual(
        f"{where}: use dos días (2009-03-10) o dos horas (2009-03-10 09:00), el fin después del comienzo y a lo "
        f"sumo {LONGEST.days} días más tarde.",
        f"{where}: use two days (2009-03-10) or two hours (2009-03-10 09:00), the end after the start and at most "
        f"{LONGEST.days} days later.",
    )


def span_of(start: str, end: str | None, zone: str) -> Span | None:
    """Return when a meeting is; None for days that do not exist or do not go together."""
    try:
        first = datetime.fromisoformat(start)
        last = datetime.fromisoformat(end) if end else first
    except ValueError:
        return None
    days = [len(start) == 10, len(end or start) == 10]
    if not timedelta(0) <= last - first <= LONGEST or days[0] != days[1]:
        return None
    if days[0]:
        return Span(first.date(), last.date(), zone)
    if first == last:
        return None
    return _with_hours(first, last, zone)


def _with_hours(first: datetime, last: datetime, zone: str) -> Span:
    here = ZoneInfo(zone)
    starts, ends = first.replace(tzinfo=here), last.replace(tzinfo=here)
    return Span(first.date(), last.date(), zone, starts, ends)
