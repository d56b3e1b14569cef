"""The tables: what the house remembers.

SQLAlchemy Core tables, one metadata.  Every table that belongs to a group carries
``group_key``.  Instants are stored as UTC ISO 8601 text with microseconds, so that
SQLite and PostgreSQL compare and return the same thing; days as ISO text.  JSON columns hold
canonical values of ``rules/forms`` fields.

One file past 400 lines on purpose: the schema is read, and compared with db/versions, as a whole.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


class Instant(TypeDecorator[dt.datetime]):
    """An aware instant, kept as UTC text ``2009-01-16T18:00:00.000000`` on both engines."""

    impl = String(26)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        """Refuse naive instants: an hour without a zone is not an instant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        """Give back an aware UTC instant."""
        if value is None:
            return None
        return dt.datetime.fromisoformat(value).replace(tzinfo=dt.UTC)


class Day(TypeDecorator[dt.date]):
    """A calendar day, kept as ISO text on both engines."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        """Store ``2009-01-16``."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.date | None:
        """Read ``2009-01-16``."""
        return None if value is None else dt.date.fromisoformat(value)


def _group() -> Column[str]:
    return Column("group_key", String(32), nullable=False)


participants = Table(
    "participants",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("code", String(16), nullable=False),  # ISO 3166-1 alpha-2 for States, else an acronym
    Column("kind", String(24), nullable=False),  # state, observer, organisation, network
    Column("name_es", String(200), nullable=False),
    Column("name_en", String(200), nullable=False),
    Column("language", String(2), nullable=False),
    UniqueConstraint("group_key", "code"),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("role", String(16), nullable=False),  # focal-point, alternate, contact, officer
    Column("title", String(40), nullable=False, default=""),
    Column("name", String(200), nullable=False, default=""),
    Column("position", String(300), nullable=False, default=""),
    Column("institution", String(300), nullable=False, default=""),
    Column("unit", String(300), nullable=False, default=""),
    Column("phone", JSON, nullable=False),
    Column("mobile", JSON, nullable=False),
    Column("fax", JSON, nullable=False),
    Column("address", Text, nullable=False, default=""),
    Column("language", String(2), nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("confirmed_on", Day),
    Column("withheld", JSON, nullable=False, default=list),  # fields not for publication
    Index(None, "group_key", "participant_id"),
)

addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("address", String(320), nullable=False),  # folded to lower case for finding
    Column("rank", Integer, nullable=False, default=0),  # 0: where letters go
    Column("bounced_at", Instant),
    Column("bounce_status", String(100)),
    UniqueConstraint("group_key", "contact_id", "address"),
    Index(None, "group_key", "address"),
)

activities = Table(
    "activities",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("code", String(32), nullable=False),
    Column("parent_code", String(32)),  # the activity a milestone belongs to
    Column("theme_es", Text, nullable=False, default=""),
    Column("theme_en", Text, nullable=False, default=""),
    Column("objective_es", Text, nullable=False, default=""),
    Column("objective_en", Text, nullable=False, default=""),
    Column("title_es", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("calendar_text", Text, nullable=False, default=""),
    Column("kind", String(16), nullable=False),
    Column("start", Day),
    Column("end", Day),
    Column("tentative", Boolean, nullable=False, default=False),
    Column("responsible", JSON, nullable=False),
    Column("depends_on", JSON, nullable=False),
    Column("partners", JSON, nullable=False, default=list),
    Column("place", Text, nullable=False, default=""),
    Column("origin", String(16), nullable=False, default="said"),  # of the window: said, inherited, proposed
    UniqueConstraint("group_key", "code"),
)

statuses = Table(
    "statuses",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("activity_id", ForeignKey("activities.id"), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("fields", JSON, nullable=False),  # field id of activity-status → canonical value
    Column("reported_at", Instant, nullable=False),
    UniqueConstraint("activity_id", "participant_id"),
)

indicators = Table(
    "indicators",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("code", String(32), nullable=False),
    Column("name_es", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("unit_es", String(80), nullable=False, default=""),
    Column("unit_en", String(80), nullable=False, default=""),
    Column("baseline", String(40)),  # numbers as decimal text: the same on both engines
    Column("target", String(40)),
    Column("due", Day),
    Column("combine", String(8), nullable=False, default="latest"),  # of participants' values: latest, sum
    UniqueConstraint("group_key", "code"),
)

measurements = Table(
    "measurements",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("indicator_id", ForeignKey("indicators.id"), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("value", String(40), nullable=False),
    Column("measured_on", Day, nullable=False),
    Column("source", Text, nullable=False, default=""),
    Column("message_id", ForeignKey("messages.id")),
    Column("reported_at", Instant, nullable=False),
    Index(None, "indicator_id"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("mailbox", String(400), nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("name", String(300), nullable=False, default=""),
    Column("sha256", String(64), nullable=False),
    Column("message_id", String(500)),  # normalised, filled when the message is read
    Column("raw", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("outcome", String(16)),  # null: waits; applied, asked, held, forwarded, set-aside
    Column("reason", Text),
    Column("kind", String(16)),
    Column("sender", String(320)),
    Column("subject", Text),
    Column("language", String(3)),
    Column("certainty", String(16)),  # how sure we are of the sender
    Column("trust", JSON),  # the same with its reasons
    Column("participant_id", ForeignKey("participants.id")),
    Column("contact_id", ForeignKey("contacts.id")),
    Column("request_id", Integer),
    Column("reading", JSON),  # the document of `mailbot read --json`
    Column("handled_at", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("filed", Boolean, nullable=False, default=False),  # marked or moved in the mailbox
    UniqueConstraint("group_key", "mailbox", "uidvalidity", "uid", "name"),
    Index(None, "group_key", "message_id"),
    Index(None, "group_key", "sha256"),
    Index(None, "outcome"),
)

requests = Table(
    "requests",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("form", String(64), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id")),
    Column("about", String(32)),  # activity code
    Column("round", String(64), nullable=False, default=""),  # requests put together to many
    Column("code", String(40), nullable=False),  # subject code with check character
    Column("due", Day),
    Column("asked_at", Instant, nullable=False),
    Column("answered_at", Instant),
    Column("state", String(16), nullable=False),  # asked, answered, excused, closed
    Column("working_until", Day),  # "working on it until": reminders wait
    Column("extension", Day),  # asked for until this day, not yet decided
    Column("meeting_id", Integer),  # the meeting it hangs on …
    Column("office_days", Integer),  # … and how many office days before it the answer is due
    UniqueConstraint("group_key", "code"),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("request_id", ForeignKey("requests.id")),
    Column("message_id", ForeignKey("messages.id"), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("form", String(64), nullable=False),
    Column("fields", JSON, nullable=False),  # field id → value, said, line, certainty
    Column("at", Instant, nullable=False),
    Column("superseded", Boolean, nullable=False, default=False),
    Column("entered_by", String(320)),  # the presidency or the secretariat, on behalf of the participant
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("at", Instant, nullable=False),
    Column("message_id", ForeignKey("messages.id")),  # null: the operator's import
    Column("who", String(320), nullable=False),
    Column("subject", String(16), nullable=False),  # contact, activity
    Column("subject_id", Integer, nullable=False),
    Column("participant_id", Integer),
    Column("field", String(64), nullable=False),
    Column("before", JSON),
    Column("after", JSON),
    Column("decided_by", String(320)),  # who accepted what ``who`` proposed
    Column("decision_message_id", Integer),  # the message that decided or confirmed it
    Column("on_behalf", Boolean, nullable=False, default=False),  # ``who`` entered it for the participant
    Column("undoes", Integer),  # number of the message whose change this line takes back
    Index(None, "group_key", "at"),
)

letters = Table(
    "letters",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("purpose", String(120), nullable=False),
    Column("recipient", String(320), nullable=False),
    Column("period", String(120), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("message_id", String(300), nullable=False),
    Column("subject", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("contact_id", ForeignKey("contacts.id")),
    Column("participant_id", ForeignKey("participants.id")),
    Column("request_id", ForeignKey("requests.id")),
    Column("answers_message_id", ForeignKey("messages.id")),
    Column("queued_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("state", String(16), nullable=False),  # queued, claimed, sent, never, expired, bounced
    Column("attempts", Integer, nullable=False, default=0),
    Column("resent", Integer, nullable=False, default=0),  # claimed by a process that died
    Column("next_try", Instant, nullable=False),
    Column("claimed_by", String(40)),
    Column("sent_at", Instant),
    Column("words", Text),  # the server's last words
    Column("rows", JSON),  # what its numbered rows mean: [{"number": 3, "activity": …}]
    UniqueConstraint("group_key", "purpose", "recipient", "period"),
    UniqueConstraint("message_id"),
    Index(None, "state", "next_try"),
    Index(None, "group_key", "recipient", "queued_at"),
)

reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("request_id", ForeignKey("requests.id"), nullable=False),
    Column("recipient", String(320), nullable=False),
    Column("stage", String(32), nullable=False),
    Column("letter_id", ForeignKey("letters.id")),  # null: passed over after an outage
    Column("at", Instant, nullable=False),
    UniqueConstraint("request_id", "recipient", "stage"),
)

holds = Table(
    "holds",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("number", Integer, nullable=False),
    Column("kind", String(24), nullable=False),  # confirmation, stranger, note, authority, unread, vouch
    Column("message_id", ForeignKey("messages.id"), nullable=False),
    Column("participant_id", ForeignKey("participants.id")),
    Column("sender", String(320), nullable=False),
    Column("what_es", Text, nullable=False),
    Column("what_en", Text, nullable=False),
    Column("proposal", JSON),  # entries that wait
    Column("token", String(40)),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("asked_of", JSON),  # addresses that may confirm; null: the sender's
    Column("decision", String(16)),  # accepted, refused, confirmed, expired
    Column("decided_by", String(320)),
    Column("reason", Text, nullable=False, default=""),  # the decider's own words
    Column("told_at", Instant),  # when those who may decide were written to
    Column("reminded_at", Instant),
    UniqueConstraint("group_key", "number"),
)

absences = Table(
    "absences",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("address", String(320), nullable=False),
    Column("until", Day, nullable=False),  # last day of absence
    UniqueConstraint("group_key", "address"),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("number", Integer, nullable=False),
    Column("dated", Day, nullable=False),
    Column("rows", JSON, nullable=False),
    UniqueConstraint("group_key", "number"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("occasion", String(40), nullable=False),  # the day of the meeting, else of the period's end
    Column("revision", Integer, nullable=False),  # drafts of one occasion, from 1
    Column("number", Integer),  # once final
    Column("code", String(40), nullable=False),  # in the draft's subject
    Column("state", String(16), nullable=False),  # draft, superseded, final
    Column("start", Day, nullable=False),
    Column("end", Day, nullable=False),
    Column("meeting", Day),
    Column("facts", JSON, nullable=False),
    Column("files", JSON, nullable=False),  # name → sha256
    Column("made_at", Instant, nullable=False),
    Column("decided_at", Instant),
    Column("decided_by", String(320)),
    UniqueConstraint("group_key", "code"),
    UniqueConstraint("group_key", "number"),
    UniqueConstraint("group_key", "occasion", "revision"),
)

translations = Table(
    "translations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("engine", String(40), nullable=False),
    Column("source", String(2), nullable=False),
    Column("target", String(2), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("translation", Text),
    Column("attempts", Integer, nullable=False, default=0),
    Column("failed", Text),
    UniqueConstraint("engine", "source", "target", "sha256"),
)

signals = Table(
    "signals",
    metadata,
    Column("name", String(120), primary_key=True),  # e.g. "md inbox", "md digest"
    Column("at", Instant, nullable=False),
    Column("ok", Boolean, nullable=False),
    Column("words", Text, nullable=False, default=""),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("key", String(32), nullable=False),
    Column("kind", String(24), nullable=False),  # grcm, vice-ministers, seminar, network, other
    Column("title_es", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("place", Text, nullable=False, default=""),
    Column("timezone", String(64), nullable=False),
    Column("first", Day, nullable=False),
    Column("last", Day, nullable=False),
    Column("starts_at", Instant),  # null: whole days
    Column("ends_at", Instant),
    Column("places", Integer, nullable=False),
    Column("exceptions", JSON, nullable=False),  # participant code → places
    Column("answer_days", Integer, nullable=False),
    Column("state", String(16), nullable=False),  # planned, cancelled
    Column("sequence", Integer, nullable=False, default=0),
    Column("day_sequence", Integer, nullable=False, default=0),
    UniqueConstraint("group_key", "key"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("meeting_id", ForeignKey("meetings.id"), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("address", String(320), nullable=False),
    Column("uid", String(200), nullable=False),  # of the calendar entry, known to this person only
    Column("asked_at", Instant, nullable=False),
    Column("partstat", String(16), nullable=False, default=""),
    Column("replied_at", Instant),
    UniqueConstraint("meeting_id", "contact_id"),
    UniqueConstraint("uid"),
)

attendees = Table(
    "attendees",
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("meeting_id", ForeignKey("meetings.id"), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("name", String(200), nullable=False, default=""),
    Column("position", String(300), nullable=False, default=""),
    Column("institution", String(300), nullable=False, default=""),
    Column("email", String(320), nullable=False, default=""),
    Column("said", String(16), nullable=False),  # confirmed, to-be-confirmed
    Column("state", String(16), nullable=False),  # besides: waiting, withdrawn
    Column("reason", Text, nullable=False, default=""),
    Column("message_id", ForeignKey("messages.id")),
    Index(None, "meeting_id", "participant_id"),
)

letter_contacts = Table(
    "letter_contacts",  # whose data a letter showed: "no change" in answer to it confirms all of them
    metadata,
    Column("letter_id", ForeignKey("letters.id"), primary_key=True),
    Column("contact_id", ForeignKey("contacts.id"), primary_key=True),
)

pending_changes = Table(
    "pending_changes",  # what holds from a day to come, field by field
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id")),  # null: somebody who arrives
    Column("field", String(64), nullable=False),  # active: leaves; new: arrives, with all fields
    Column("value", JSON),
    Column("valid_from", Day, nullable=False),
    Column("message_id", ForeignKey("messages.id"), nullable=False),
    Column("who", String(320), nullable=False),
    Column("state", String(16), nullable=False),  # waiting, applied, superseded, held
    Index(None, "group_key", "state", "valid_from"),
)

proposals = Table(
    "proposals",  # a file of contacts put before the presidency
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("token", String(40), nullable=False),  # code of the request that ties the answer to it
    Column("rows", JSON, nullable=False),  # place, what the file says, and what the preview said it does
    Column("due", Day),  # of the requests that follow
    Column("proposed_at", Instant, nullable=False),
    Column("decided_at", Instant),
    Column("decision", String(16)),  # accepted, refused
    Column("decided_by", String(320)),
    UniqueConstraint("group_key", "token"),
)

form_records = Table(
    "form_records",  # rows of other directories: forms whose subject_of is record
    metadata,
    Column("id", Integer, primary_key=True),
    _group(),
    Column("form", String(64), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("key", String(400), nullable=False),  # the key fields, folded
    Column("fields", JSON, nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("confirmed_on", Day),
    UniqueConstraint("group_key", "form", "participant_id", "key"),
)
