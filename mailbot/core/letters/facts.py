"""What each kind of letter says: data only, both languages from the same values.

A kind of letter is a folder in ``templates/`` with the name given in ``KIND``.
Both halves are rendered from one facts value, so they cannot say different things.

One file past 400 lines on purpose: the kinds of letter are read side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Protocol

from mailbot.core.coverage import Coverage
from mailbot.core.values import Bilingual, Form, Forwarded, Problem


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """Who writes: the group, its mailbox and its presidency."""

    key: str
    name: Bilingual
    address: str
    presidency: Bilingual  # name of the State that presides
    timezone: str


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a letter addresses; all may be empty but ``address``."""

    address: str
    name: str = ""
    title: str = ""
    participant: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class FormShown:
    """A form as it stands in a letter: values already known beside their labels.

    ``shown`` maps field id → text beside the label, per language ("" or absent: blank).
    ``problems`` stand under the line they concern.  ``code`` goes visibly into the body.
    """

    form: Form
    shown: Mapping[str, Bilingual]
    code: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FreeText:
    """People's own words: shown as written with its language named.

    ``translation`` is a machine's and labelled so; None with ``pending`` True prints
    "traducción pendiente / translation pending"; None and not pending prints nothing.
    """

    label: Bilingual
    text: str
    language: str  # es | en | und
    translation: str | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: before → after, as people read it ("" stands for nothing)."""

    label: Bilingual
    before: Bilingual
    after: Bilingual


@dataclass(frozen=True, slots=True)
class EntryOutcome:
    """What became of one contact or activity of a reply.

    ``outcome``: applied, confirmed (no change), dated (holds from ``day``), asked, held, refused,
    undone, left (not undone).
    ``behalf``: who entered it for the participant, in a sentence.
    """

    about: Bilingual  # "Licda. Jacinta Muestra, El Salvador" or "P003-08 Taller …"
    outcome: str
    changes: tuple[FieldChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    free_texts: tuple[FreeText, ...] = ()
    why: Bilingual | None = None  # for held, refused and left
    day: date | None = None
    behalf: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A form put to a participant, with a due date."""

    KIND: ClassVar[str] = "request"
    group: GroupFacts
    to: Person
    form: FormShown
    about: Bilingual | None  # activity code and title
    due: date | None
    people: tuple[Bilingual, ...] = ()  # of the participant, as they stand on the list
    branches: tuple[Bilingual, ...] = ()  # in which the State has nobody yet
    held: tuple[Bilingual, ...] = ()  # rows of another directory, as they stand

    @property
    def personal(self) -> bool:
        """Tell whether the answer says data of persons."""
        return self.form.form.subject_of != "activity"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One answer to one human message.

    ``errors`` (problems of all entries) is named in the subject.  ``form`` is the
    corrected form ready to send back, when something remains to be mended or confirmed.
    ``quoted_subject`` is the subject of the message answered.  ``received`` when it came.
    """

    KIND: ClassVar[str] = "acknowledgement"
    group: GroupFacts
    to: Person
    quoted_subject: str
    received: datetime
    entries: tuple[EntryOutcome, ...]
    errors: int = 0
    form: FormShown | None = None
    confirm: bool = False  # sender not sure enough: answer SÍ / YES to this letter to apply
    passed_on: Forwarded | None = None  # the message inside, whose words these are
    sentence: bool = False  # said in a sentence: shown on the form, to be confirmed by one word
    confirm_number: int = 0  # of what waits for the sender: "CONFIRMO 5"
    undo_days: int = 0  # answered within so many days, DESHACER / UNDO takes it back
    undoing: bool = False  # the answer to DESHACER / UNDO

    @property
    def kept(self) -> bool:
        """Tell whether something of the message is recorded already."""
        return any(each.outcome in {"applied", "dated", "confirmed"} for each in self.entries)


@dataclass(frozen=True, slots=True)
class Effective:
    """What was announced for a day, on that day: applied, or held for the presidency."""

    KIND: ClassVar[str] = "effective"
    group: GroupFacts
    to: Person
    day: date
    entries: tuple[EntryOutcome, ...]


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """One row of a file put before the presidency: what it would do."""

    state: Bilingual  # doubtful, new, changed
    place: str
    about: str
    words: Bilingual


@dataclass(frozen=True, slots=True)
class Compilation:
    """A file of contacts before it is entered: decided by a reply of one word."""

    KIND: ClassVar[str] = "compilation"
    group: GroupFacts
    to: Person
    rows: tuple[ProposedRow, ...]  # doubts first; rows that change nothing are left out
    counts: tuple[tuple[Bilingual, int], ...]
    due: date  # of the requests that follow
    code: str


@dataclass(frozen=True, slots=True)
class Removal:
    """Somebody asks to leave the list: to be confirmed by a reply of one word."""

    KIND: ClassVar[str] = "removal"
    group: GroupFacts
    to: Person
    fields: tuple[tuple[Bilingual, Bilingual], ...]  # what would leave the list
    last: bool  # the last focal point of a State: the presidency decides


@dataclass(frozen=True, slots=True)
class Confirmation:
    """To somebody who must agree to a change that another person wrote: ``by`` is name and address."""

    KIND: ClassVar[str] = "confirmation"
    group: GroupFacts
    to: Person
    by: str
    entry: EntryOutcome
    code: str


@dataclass(frozen=True, slots=True)
class AddressChange:
    """To the old and the new addresses of a person: ``before`` and ``after`` are lists in words."""

    KIND: ClassVar[str] = "address-change"
    group: GroupFacts
    to: Person
    before: str
    after: str
    by: str


@dataclass(frozen=True, slots=True)
class Received:
    """To a known writer whose message was passed to a person or noted without a form.

    ``why`` says what was understood; ``said`` repeats the writer's own first words.
    """

    KIND: ClassVar[str] = "received"
    group: GroupFacts
    to: Person
    quoted_subject: str
    why: Bilingual
    said: str = ""
    form: FormShown | None = None


@dataclass(frozen=True, slots=True)
class Stranger:
    """To an unknown address, once: courteous, with nothing of the group's data in it.

    ``asked``: the State whose focal point we ask; ``presidency_address`` for who asks for the list.
    """

    KIND: ClassVar[str] = "stranger"
    group: GroupFacts
    to: Person
    quoted_subject: str
    asked: Bilingual | None = None
    presidency_address: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """AYUDA / HELP: the words one may write and the forms with their fields explained."""

    KIND: ClassVar[str] = "help"
    group: GroupFacts
    to: Person
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class ListedContact:
    """One row of the contact list."""

    participant: Bilingual
    role: Bilingual
    title: str
    name: str
    position: str
    institution: str
    unit: str
    phone: tuple[str, ...]
    mobile: tuple[str, ...]
    fax: tuple[str, ...]
    email: tuple[str, ...]
    address: str
    confirmed_on: date | None
    new: bool = False


@dataclass(frozen=True, slots=True)
class ContactList:
    """An edition of the contact list: HTML table in the mail, files attached.

    A list too long for a letter stands in the files alone: ``counted`` then says how many people
    each participant has, and ``rows`` is empty.
    """

    KIND: ClassVar[str] = "contact-list"
    group: GroupFacts
    to: Person
    number: int
    dated: date
    rows: tuple[ListedContact, ...]
    changes: tuple[Bilingual, ...] = ()  # since edition ``since``, one sentence each
    without_focal_point: tuple[Bilingual, ...] = ()  # States
    since: int = 0  # the last edition this reader received; 0: none
    more_changes: int = 0  # told in the file only
    counted: tuple[tuple[Bilingual, int], ...] = ()
    files: Bilingual | None = None  # what is attached


@dataclass(frozen=True, slots=True)
class MyData:
    """MIS DATOS / MY DATA: everything held about the writer."""

    KIND: ClassVar[str] = "my-data"
    group: GroupFacts
    to: Person
    fields: tuple[tuple[Bilingual, Bilingual], ...]  # label, value
    messages: int
    letters: int
    form: FormShown | None = None
    editions: tuple[Bilingual, ...] = ()  # of the list with these data: number, day, to whom
    withheld: tuple[Bilingual, ...] = ()  # labels of what is not published


@dataclass(frozen=True, slots=True)
class DueItem:
    """One request that is due, in a reminder.

    ``last`` says what we last had from the participant; ``how`` the line that answers it,
    empty where there is none shorter than the form.  ``form`` stands in the letter where it
    shows data to be checked, or alone.
    """

    title: Bilingual
    about: Bilingual | None
    due: date
    days_left: int  # negative: days late
    code: str
    participant: Bilingual
    last: Bilingual
    how: Bilingual
    why: str  # as core.due.Recipient.why
    last_on: date | None = None
    form: FormShown | None = None
    number: int | None = None  # its row, where a letter has several


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is due from one person: several items in one mail."""

    KIND: ClassVar[str] = "reminder"
    group: GroupFacts
    to: Person
    items: tuple[DueItem, ...]
    states: Bilingual | None = None  # the words for the state that ``how`` asks for

    @property
    def reasons(self) -> tuple[tuple[str, Bilingual], ...]:
        """Why the letter is written, once for each reason and participant."""
        return tuple(dict.fromkeys((each.why, each.participant) for each in self.items))


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date that moved from ``before`` to ``due``; None: the request is withdrawn."""

    KIND: ClassVar[str] = "deadline"
    group: GroupFacts
    to: Person
    title: Bilingual
    about: Bilingual | None
    code: str
    before: date | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Replanned:
    """An activity that moved from ``before`` to ``after``; None: it was cancelled."""

    KIND: ClassVar[str] = "replanned"
    group: GroupFacts
    to: Person
    activity: Bilingual  # code and title
    before: Bilingual
    after: Bilingual | None
    reason: str  # as written, "" unsaid
    decided: Bilingual  # who reported or decided it


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One participant in the who-has-answered table: a state per request column.

    States as in ``core.requests_state``, each with its day, if it has one.
    """

    participant: Bilingual
    states: tuple[str, ...]
    last_word: date | None
    days: tuple[date | None, ...] = ()
    new: tuple[bool, ...] = ()  # of each state: since the digest before


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One activity in the digest: due, late or newly reported."""

    code: str
    title: Bilingual
    calendar_text: str
    status: Bilingual
    due: date | None
    new: bool = False
    number: int | None = None  # its row in this letter, by which it may be answered


@dataclass(frozen=True, slots=True)
class MovedLine:
    """An activity that has another date: from, to (None: cancelled), and why, as written."""

    activity: Bilingual
    before: Bilingual
    after: Bilingual | None
    reason: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator with what was measured so far; numbers as text, "" where there is none."""

    code: str
    name: Bilingual
    unit: Bilingual
    baseline: str
    value: str
    target: str
    share: int | None
    trend: str  # up, down, level, none
    due: date | None
    last_on: date | None
    source: str
    late: bool = False  # its day has passed without its target


@dataclass(frozen=True, slots=True)
class HoldLine:
    """What waits for a decision, numbered."""

    number: int
    since: date
    sender: str
    what: Bilingual
    new: bool = False


@dataclass(frozen=True, slots=True)
class CoverageCounts:
    """States, those with a focal point, and those that confirmed their data in the last ``days`` days."""

    states: int
    covered: int
    confirmed: int
    days: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What happened since the digest before, for presidency and secretariat.

    ``bulletin``: the same for everybody, without what only those two decide.  ``quiet``: nothing
    is new, which one line says.
    """

    KIND: ClassVar[str] = "digest"
    group: GroupFacts
    to: Person
    period_start: date
    period_end: date
    columns: tuple[Bilingual, ...]  # one per open request round
    matrix: tuple[MatrixRow, ...]
    changes: tuple[tuple[date, Bilingual], ...]  # what was recorded this week
    due_soon: tuple[ActivityLine, ...]
    late: tuple[ActivityLine, ...]
    holds: tuple[HoldLine, ...]
    bounced: tuple[str, ...]
    without_focal_point: tuple[Bilingual, ...]
    counts: Mapping[str, int] = field(default_factory=dict)  # messages, answers, letters
    moved: tuple[MovedLine, ...] = ()
    chained: tuple[Bilingual, ...] = ()  # what hangs on something that slips
    indicators: tuple[IndicatorLine, ...] = ()
    chart: str = ""  # name of the picture of the indicators, "" without one
    unanswered: tuple[Bilingual, ...] = ()  # one sentence a round
    covered: CoverageCounts | None = None
    coverage: Coverage | None = None
    bulletin: bool = False
    quiet: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The rows that may be answered by number."""
        return tuple(each.number for each in (*self.late, *self.due_soon) if each.number is not None)


@dataclass(frozen=True, slots=True)
class Report:
    """A report to a meeting, attached: the draft for the presidency's approval, or the final one.

    ``number`` 0: a draft, with its ``code`` and where it would go (``addressees`` people of ``places``).
    """

    KIND: ClassVar[str] = "report"
    group: GroupFacts
    to: Person
    title: Bilingual
    number: int
    dated: date
    period_start: date
    period_end: date
    meeting: date | None
    code: str = ""
    addressees: int = 0
    places: tuple[Bilingual, ...] = ()


class Facts(Protocol):
    """Any kind of letter: a value whose ``KIND`` names its folder in ``templates/``."""

    KIND: ClassVar[str]
