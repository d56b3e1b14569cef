"""The nouns of the house: frozen values that every other module passes on.

Nothing here computes more than a look-up.  Dates are ISO 8601 calendar dates
without a zone; instants are aware ``datetime`` values.  One file past 400 lines, since
these nouns name one another and a part of them would be imported nowhere alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

Language = Literal["es", "en"]
Certainty = Literal["exact", "normalised", "doubtful"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One sentence or name in both working languages."""

    es: str
    en: str

    def get(self, language: str) -> str:
        """Return the half in ``language`` ("es" or "en")."""
        return self.es if language == "es" else self.en

    def as_dict(self) -> dict[str, str]:
        """Return ``{"es": …, "en": …}`` as JSON documents show it."""
        return {"es": self.es, "en": self.en}


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox (RFC 5322 section 3.4): display name and addr-spec, domain in lower case."""

    name: str
    address: str


class Line(NamedTuple):
    """One line of a message's body with its origin.

    ``text`` is decoded, without quote marks; ``depth`` counts quote marks or
    ``blockquote`` elements around it.  ``cells`` holds the texts of a table row's cells
    in order (then ``text`` is the cells joined by a tab), empty elsewhere.  ``marks`` are
    words such as ``struck``, ``coloured``, ``list-item``, ``input``, and ``signature``: in a
    program's box for one.
    ``label`` says what the line is for: new, quoted, quote-header, signature,
    disclaimer, footer, blank; ``core.message`` leaves it ``new`` and ``core.quotation`` sets it.
    ``number`` is 1-based and is what ``mailbot explain`` and evidence refer to.
    A message has thousands of them, made four times over: a tuple is made in a third of the time.
    """

    number: int
    text: str
    depth: int = 0
    source: str = "text"  # text | html | attachment
    cells: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    label: str = "new"

    def labelled(self, label: str) -> Line:
        """Return the same line with another label."""
        number, text, depth, source, cells, marks, _ = self
        return tuple.__new__(Line, (number, text, depth, source, cells, marks, label))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not body text: name (no folders), media type, decoded bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """An e-mail that came in, as far as it can be read; nothing in it is trusted.

    ``headers`` are (lower-case name, decoded unfolded value) in order of appearance.
    ``lines`` is the body that a person sees (HTML read from its tree where it is the
    richer half); ``alternative`` the lines of the other half, if there was one.
    ``problems`` names what was broken ("unknown charset x-foo in part 2"), in English,
    for ``explain`` and the log.
    """

    message_id: str | None
    sha256: str
    sender: Address | None  # From:, first mailbox
    subject: str
    date: datetime | None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = "text/plain"
    lines: tuple[Line, ...] = ()
    alternative: tuple[Line, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[str, ...] = ()
    authors: tuple[Address, ...] = ()  # every mailbox of every From:

    def __hash__(self) -> int:
        """The hash of the bytes stands for the whole."""
        return hash(self.sha256)

    def header(self, name: str) -> str | None:
        """Return the first value of header ``name`` (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Window:
    """What a calendar text means: ``start``/``end`` inclusive, None where open.

    ``kind``: day, period, recurring, continuous, undecided, unknown.  ``every`` only for
    recurring ("6 months", "meeting").  ``doubt`` is set when two readings differ; then
    no dates are given.
    """

    kind: str
    said: str
    start: date | None = None
    end: date | None = None
    tentative: bool = False
    every: str | None = None
    doubt: Bilingual | None = None


# --- Forms: one YAML file in rules/forms each -------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice field and every way people write it (either language)."""

    value: str
    label: Bilingual
    synonyms: tuple[str, ...] = ()
    past: bool = False  # a state that lies behind: its date cannot be to come
    in_label: bool = False  # said too by a label such as "Suplente: X"
    alone: tuple[str, ...] = ()  # that say it where nothing else is said: "programada", not within a sentence


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    ``kind`` names a row of ``core.fields.KINDS``: text, name, title, institution,
    country, email, telephone, choice, percentage, window, activity, language, yes-no.
    ``synonyms`` are labels people write instead, in either language, any case or accents.
    """

    id: str
    kind: str
    label: Bilingual
    help: Bilingual
    synonyms: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    required: bool = False
    example: Bilingual | None = None
    free: bool = False  # people's free text: shown as written, translated beneath
    multiline: bool = False  # a value written on several lines, such as an address

    def __hash__(self) -> int:
        """The id stands for the whole: fields are keys of what is computed once for each."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Form:
    """One file of ``rules/forms``: the letter, the reader, the checks and the help come from it."""

    id: str
    code: str  # short code in the subject, e.g. "DIR"
    title: Bilingual
    introduction: Bilingual
    fields: tuple[Field, ...]
    no_change: tuple[str, ...] = ()  # phrases that confirm the whole form
    no_change_field: str | None = None  # field set by such a phrase …
    no_change_value: str | None = None  # … and its value
    subject_of: str = "contact"  # contact | activity | meeting | proposal | indicator | record
    key: tuple[str, ...] = ()  # of a record: the fields that tell which one it is
    repeatable: bool = True
    intent: str | None = None  # read only in a message that says it is one, as "proposal"
    subjects: tuple[str, ...] = ()  # words of a subject without a code that tell what the message is about

    def __hash__(self) -> int:
        """The id stands for the whole: forms are keys of what is computed once for each."""
        return hash(self.id)

    def field(self, field_id: str) -> Field:
        """Return the field with this id; KeyError names it."""
        for each in self.fields:
            if each.id == field_id:
                return each
        raise KeyError(field_id)


# --- What was read ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value read from words the sender wrote, with its evidence.

    ``value`` is canonical JSON (contracts.md): str, int, list of str, or a window as dict.
    """

    value: object
    said: str
    line: int
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that could not be read as one certain value: never applied, always asked.

    With ``one_reading`` the words have no reading but the proposal, and only whether it is meant for this
    field is in question: ``mailbot read`` shows it among the fields, with the certainty ``doubtful``.
    """

    field: str
    said: str
    why: Bilingual
    line: int = 0
    proposal: object = None  # a reading to offer in the corrected form, never applied
    one_reading: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One contact or one activity reported on a form."""

    form: str
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    publish: Mapping[str, bool] = field(default_factory=dict)  # field → False: not for publication
    rest_unchanged: bool = False  # "lo demás sin cambio": what is not said stays, and is confirmed


@dataclass(frozen=True, slots=True)
class Bounced:
    """One failed recipient (RFC 3464): ``permanent`` for 5.x.x."""

    address: str
    permanent: bool
    status: str | None = None


class Ignored(NamedTuple):
    """A line that was not taken as an answer, and why."""

    line: int
    text: str
    why: str  # signature | quoted | quote-header | disclaimer | footer | untouched | greeting …


@dataclass(frozen=True, slots=True)
class Decision:
    """A word about row ``number`` of a digest or list, such as "3: hecho"; None: about all of them.

    ``word``: accept, reject, done, later, unclear.  ``reason``: the sender's words after it.
    """

    number: int | None
    word: str
    said: str
    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message passed on inside another: whose it is, of which day, the form it fills in.

    Candidates to ask about, never an answer of the one who passed it on.
    """

    sender: str | None
    day: date | None
    subject: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What would be understood from a message: the document of ``mailbot read --json``.

    ``kind``: answer, command, note, auto-reply, bounce, calendar-reply, own, unreadable.
    ``intents`` are recognised acts in prose (acknowledgement, departure, redirect, …):
    never applied to records.  ``away_until`` from an out-of-office.
    """

    kind: str
    language: str  # es | en | und
    sender: str | None
    text: str = ""
    commands: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    bounced: tuple[Bounced, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    intents: tuple[str, ...] = ()
    away_until: date | None = None
    why: str = ""  # which rule decided the kind, in English, for explain and the log
    decisions: tuple[Decision, ...] = ()
    forwarded: tuple[Forwarded, ...] = ()
    beside: tuple[Entry, ...] = ()  # told besides what the message is about: shown and asked, nothing follows of it


@dataclass(frozen=True, slots=True)
class SentForm:
    """What we put to somebody, as far as the reader needs it for comparison.

    ``texts`` are the lines of both language halves of the letter as sent; ``shown`` is
    field id → the text that stood beside its label (pre-filled values), "" where blank.
    """

    form: str
    lines: tuple[str, ...]
    shown: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What the reader may know of the world: all optional, ``mailbot read`` knows little.

    ``today`` is the message's date where it has one.  ``region`` is an ISO 3166-1 alpha-2
    code for national telephone numbers, ``likely_region`` one that their writing and the
    language suggest where nothing says it, ``on_behalf`` that of the State somebody says to
    write for.  ``countries`` maps folded names to alpha-2, ``institutions`` are known names,
    ``activities`` code → titles in both languages, ``own`` our addresses.
    """

    today: date
    region: str | None = None
    countries: Mapping[str, str] = field(default_factory=dict)
    institutions: tuple[str, ...] = ()
    activities: Mapping[str, Bilingual] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    on_behalf: str | None = None
    likely_region: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A person's mistake: where, what, how to mend it, in both languages."""

    where: str  # field id, or "" for the whole message
    said: str
    what: Bilingual
    mend: Bilingual
    line: int = 0


class OperatorError(Exception):
    """The operator's mistakes, listed all at once; exit code 2.

    Each is one sentence naming the file, the key and the remedy.
    """

    def __init__(self, problems: list[Bilingual]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.en for problem in problems))


# --- Doors ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Position:
    """Where a message lies: mailbox, UIDVALIDITY and UID (RFC 9051 section 2.3.1.1).

    A Maildir has ``uidvalidity`` 0 and ``uid`` 0; ``name`` is then its unique file name.
    """

    mailbox: str
    uidvalidity: int
    uid: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """Raw bytes as they came, with their position."""

    position: Position
    raw: bytes


@dataclass(frozen=True, slots=True)
class Carried:
    """What a carrier says of one letter: ``sent``, ``later`` or ``never``, with the server's words."""

    outcome: Literal["sent", "later", "never"]
    words: str
