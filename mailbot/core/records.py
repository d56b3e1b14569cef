"""What the house remembers, as values: rows of the store turned into frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from mailbot.core.values import Bilingual

CONTACT_TEXTS = ("title", "name", "position", "institution", "unit", "address")
CONTACT_LISTS = ("phone", "mobile", "fax", "email")


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """When a group reports, and to whom where its rules do not say.

    ``meetings`` are the known ones; the draft goes ``draft_days`` working days before each.
    """

    meetings: tuple[date, ...] = ()
    draft_days: int = 10
    to: Bilingual | None = None
    through: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A working group or network with its own mailbox.

    ``presidency`` is the code of the presiding participant; ``secretariat`` that of the
    Technical Secretariat, if it takes part.
    """

    key: str
    name: Bilingual
    address: str
    presidency: str
    timezone: str
    secretariat: str = "ST"
    sub_addressing: bool = True
    answers_per_day: int = 10
    letters_per_hour: int = 300
    digest_weekday: int = 0  # Monday
    digest_hour: int = 8
    quiet_line: bool = False  # a week with nothing new is said in one short line, not skipped
    bulletin: bool = False  # goes to everybody with the digest
    report: ReportPlan = ReportPlan()
    confirm_every_months: int = 6  # 0: never
    list_every_months: int = 0  # an edition although nothing changed; 0: never
    keep_raw_months: int = 24  # 0: for ever
    hold_days: int = 21  # then a hold is recalled once, and expires a week later
    confirmation_days: int = 21  # then what its sender did not confirm expires
    undo_days: int = 14  # for DESHACER / UNDO


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part and answers: a State, an observer, an organisation, a network."""

    id: int
    code: str
    kind: str
    name: Bilingual
    language: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A person in an institution of a participant.

    Telephones are RFC 3966 global numbers without ``tel:``; ``email`` in order of use.
    """

    id: int
    participant: Participant
    role: str
    name: str
    title: str = ""
    position: str = ""
    institution: str = ""
    unit: str = ""
    phone: tuple[str, ...] = ()
    mobile: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    address: str = ""
    language: str = "es"
    active: bool = True
    confirmed_on: date | None = None
    bounced: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()  # fields that this person does not want published


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity or milestone of the programme."""

    id: int
    code: str
    title: Bilingual
    kind: str
    calendar_text: str = ""
    start: date | None = None
    end: date | None = None
    tentative: bool = False
    parent_code: str | None = None
    theme: Bilingual = field(default_factory=lambda: Bilingual("", ""))
    responsible: tuple[str, ...] = ()
    objective: Bilingual = field(default_factory=lambda: Bilingual("", ""))
    partners: tuple[str, ...] = ()
    place: str = ""
    depends_on: tuple[str, ...] = ()  # codes
    origin: str = "said"  # of the window: said, inherited, proposed


@dataclass(frozen=True, slots=True)
class Status:
    """What one participant last reported of one activity."""

    activity: str  # code
    participant: str  # code
    fields: Mapping[str, object]
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A form put to a participant about one subject, with a due date."""

    id: int
    form: str
    participant: Participant
    contact_id: int | None
    about: str | None
    round: str
    code: str
    due: date | None
    asked_at: datetime
    answered_at: datetime | None
    state: str  # asked, answered, excused, closed
    working_until: date | None = None  # "working on it until": reminders wait
    extension: date | None = None  # asked for until this day, not yet decided


@dataclass(frozen=True, slots=True)
class Indicator:
    """A tangible goal of the programme: from a baseline to a target by a day, in a unit.

    ``combine``: how the values of several participants come together: latest or sum.
    """

    id: int
    code: str
    name: Bilingual
    unit: Bilingual
    baseline: Decimal | None
    target: Decimal | None
    due: date | None
    combine: str = "latest"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one participant reported of one indicator."""

    indicator: str  # code
    participant: str  # code
    value: Decimal
    measured_on: date
    source: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """Something that waits, or waited, for a person's decision, numbered within its group.

    ``decision``: accepted, refused, confirmed, expired; "" while it is open.
    ``asked_of`` are the addresses from which it may be confirmed, in lower case.
    """

    id: int
    number: int
    kind: str
    message_id: int
    participant_id: int | None
    sender: str
    what: Bilingual
    proposal: object
    opened_at: datetime
    token: str | None = None
    closed_at: datetime | None = None
    decision: str = ""
    decided_by: str = ""
    reason: str = ""
    told_at: datetime | None = None
    reminded_at: datetime | None = None
    asked_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One field that changed: who, when, from which message, what stood before.

    ``decided_by`` and ``decision_message_id``: who accepted what ``who`` proposed, by which message
    (None: the operator).  ``on_behalf``: entered for the participant by ``who``.  ``undoes``: the
    message whose change this line takes back.
    """

    at: datetime
    who: str
    subject: str
    subject_id: int
    participant_id: int | None
    field: str
    before: object
    after: object
    message_id: int | None
    decided_by: str | None = None
    decision_message_id: int | None = None
    on_behalf: bool = False
    undoes: int | None = None
    id: int = 0
