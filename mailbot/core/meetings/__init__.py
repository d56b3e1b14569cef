"""Meetings of the group: places per delegation, who waits, who moves up.

Values and rules only; what a reply says of a meeting is planned in ``core.attendance``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mailbot.core.language import fold
from mailbot.core.values import Bilingual

CONFIRMED, UNSURE, WAITING, WITHDRAWN = "confirmed", "to-be-confirmed", "waiting", "withdrawn"
SEATED = frozenset({CONFIRMED, UNSURE})
FORM = "meeting-reply"
DAY = timedelta(days=1)

STATES: Mapping[str, Bilingual] = {
    CONFIRMED: Bilingual("confirmada", "confirmed"),
    UNSURE: Bilingual("por confirmar", "to be confirmed"),
    WAITING: Bilingual("en lista de espera", "on the waiting list"),
    WITHDRAWN: Bilingual("no asistirá", "will not attend"),
}
KINDS: Mapping[str, Bilingual] = {
    "grcm": Bilingual("Reunión del Grupo Regional de Consulta", "Meeting of the Regional Consultation Group"),
    "vice-ministers": Bilingual("Reunión de Viceministros", "Vice-Ministerial Meeting"),
    "seminar": Bilingual("Seminario", "Seminar"),
    "network": Bilingual("Reunión de la Red", "Meeting of the Network"),
    "other": Bilingual("Reunión", "Meeting"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """When a meeting takes place: instants with hours, or whole days; both ends included.

    ``starts`` and ``ends`` are aware instants, None for whole days; ``first`` and ``last``
    the days in ``timezone`` (an IANA name).
    """

    first: date
    last: date
    timezone: str
    starts: datetime | None = None
    ends: datetime | None = None

    @property
    def over(self) -> datetime:
        """The instant at which it is over: its end, else the midnight after its last day."""
        return self.ends or datetime.combine(self.last + DAY, time(), ZoneInfo(self.timezone))

    @property
    def days(self) -> tuple[date, date]:
        """First and last day, which decide whether those who answered are asked again."""
        return self.first, self.last


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with its places.

    ``exceptions`` maps codes of participants to their number of places; ``sequence`` is how
    often it was changed (RFC 5546 section 2.1.4), ``day_sequence`` the change that last
    moved its day: an answer to an earlier one is an answer to another date.
    """

    id: int
    key: str
    kind: str
    title: Bilingual
    place: str
    span: Span
    places: int
    exceptions: Mapping[str, int] = field(default_factory=dict)
    answer_days: int = 10  # office days before its first day
    state: str = "planned"  # planned, cancelled
    sequence: int = 0
    day_sequence: int = 0

    def places_of(self, code: str) -> int:
        """Return how many places a delegation has."""
        return self.exceptions.get(code.upper(), self.places)


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person of a delegation; ``name`` is empty while a State keeps a place for nobody yet.

    ``said`` is what was answered (confirmed or to-be-confirmed), ``state`` what holds:
    somebody on the waiting list takes their ``said`` when they move up.  ``reason`` keeps
    what was written of the costs, ``message_id`` the message it comes from.
    """

    id: int
    participant_id: int
    name: str
    position: str
    institution: str
    email: str
    said: str
    state: str
    reason: str = ""
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """One letter of invitation: to whom, at which address, under which UID.

    ``partstat`` is the last answer of this person's calendar (RFC 5545 section 3.2.12), empty
    for none, ``replied_at`` its DTSTAMP.
    """

    id: int
    meeting_id: int
    participant_id: int
    contact_id: int
    address: str
    uid: str
    asked_at: datetime
    partstat: str = ""
    replied_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """What a calendar answered (RFC 5546 sections 3.2.3 and 3.2.7).

    ``method``: REPLY or COUNTER; ``attendee`` and ``sent_by`` are addresses in lower case;
    ``starts`` the hour or day that is proposed, ``comment`` a person's own words.
    """

    method: str
    uid: str
    attendee: str
    partstat: str
    sequence: int = 0
    stamp: datetime | None = None
    sent_by: str = ""
    comment: str = ""
    starts: date | datetime | None = None


def seat(delegation: Sequence[Attendee], said: str, places: int) -> str:
    """Return the state of one more person: what they said, or waiting when all places are taken."""
    return said if sum(each.state in SEATED for each in delegation) < places else WAITING


def moving_up(delegation: Sequence[Attendee], places: int) -> tuple[Attendee, ...]:
    """Return who leaves the waiting list now, in the order in which they were named."""
    free = places - sum(each.state in SEATED for each in delegation)
    waiting = sorted((each for each in delegation if each.state == WAITING), key=lambda each: each.id)
    return tuple(waiting[: max(0, free)])


def find(delegation: Sequence[Attendee], name: str, email: str) -> Attendee | None:
    """Return the person of a delegation with this address or this name; None for neither."""
    for each in delegation:
        if email and each.email.lower() == email.lower():
            return each
    wanted = fold(name)
    return next((each for each in delegation if wanted and fold(each.name) == wanted), None)


_NOBODY_YET = frozenset(
    fold(words)
    for words in (
        *("por confirmar", "por definir", "por designar", "a confirmar", "a definir", "pendiente", "por nombrar"),
        *("tbc", "tbd", "tba", "to be confirmed", "to be determined", "to be designated", "to be named", "pending"),
        *("to be announced", "pendiente de designar", "pendiente de confirmar"),
    )
)


def nobody_yet(name: str) -> bool:
    """Tell whether what stands for a name says that there is none yet."""
    return fold(name).strip(" .()") in _NOBODY_YET
