"""The world of the year: a mailbox that keeps what comes, the daemon's own look, people who read and answer."""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from mailbot import daemon
from mailbot.core import message
from mailbot.core.records import RequestRecord
from mailbot.core.values import Bilingual, Collected, Message, Position
from mailbot.edges.store import directory, ledger
from mailbot.edges.store.tables import letters, messages, reminders
from mailbot.wiring import Doors
from tests.town import STATES, Town

BEGIN = dt.datetime(2008, 12, 1, 12, tzinfo=dt.UTC)
END = dt.datetime(2009, 12, 31, 23, tzinfo=dt.UTC)
OUTAGE = dt.datetime(2009, 4, 20, 12, tzinfo=dt.UTC), dt.datetime(2009, 5, 11, 13, 40, tzinfo=dt.UTC)
ZONE = ZoneInfo("America/Guatemala")
# The daemon looks every minute; of those looks these: by night, at openings, in the middle, before closing.
WEEKDAY = ("13:40", "16:10", "20:50")
WEEKEND = ("16:00",)
UNANSWERED = frozenset({"digest", "contact-list", "decided", "decisions-made", "replanned", "effective"})
NIGHT = ("07:00", *WEEKDAY)  # of Tuesday on Wednesday


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


class Mailbox:
    """The group's mailbox, as a server keeps it: also while nobody collects."""

    mailbox = "INBOX"

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self.filed: set[int] = set()

    def collect(self, after: Position | None) -> Iterator[list[Collected]]:
        first = after.uid if after else 0
        new = [Collected(Position("INBOX", 1, n), raw) for n, raw in enumerate(self.kept[first:], first + 1)]
        if new:
            yield new

    def file(self, positions: Sequence[Position]) -> None:
        self.filed |= {each.uid for each in positions}

    def wait(self, _seconds: float) -> bool:
        return False

    def interrupt(self) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class Said:
    """One stage of a reminder, as it stood when its letter left."""

    code: str
    stage: str
    recipient: str
    due: dt.date
    state: str
    letter_id: int
    at: dt.datetime
    country: str


Reads = Callable[["Year", "Person", Message, str], None]


@dataclass
class Person:
    """Somebody with a letter box; ``reads`` is called with each letter and its kind."""

    address: str
    state: str
    reads: Reads
    gone_from: dt.datetime | None = None  # from then on mail comes back
    back_at: dt.datetime | None = None  # until then a machine answers
    memory: dict[str, Any] = field(default_factory=dict)


class Year:
    """A town with a diary: what happens is put at its instant; the daemon looks between."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.town = Town(folder, digest={"bulletin": True}, report={"meetings": ["2009-03-10"], "draft_days": 10})
        self.town.hour = BEGIN
        self.mailbox = Mailbox()
        self.people: dict[str, Person] = {}
        self.said: list[Said] = []
        self.read: list[tuple[dt.datetime, str, str]] = []  # what people found in their boxes: when, address, kind
        self.orders: list[tuple[dt.datetime, str]] = []  # what the operator typed
        self._diary: list[tuple[dt.datetime, int, Callable[[], object]]] = []
        self._order = itertools.count()
        self._heads = BytesHeaderParser()
        self._seen = 0
        self._states()

    def _states(self) -> None:
        with self.town.house.engine.begin() as connection:
            for code, (es, en, tongue) in STATES.items():
                directory.add_participant(connection, "md", code, "state", Bilingual(es, en), tongue)
            names = Bilingual("Secretaría Técnica", "Technical Secretariat")
            directory.add_participant(connection, "md", "ST", "organisation", names, "es")
            names = Bilingual("Red de Organizaciones Civiles", "Network of Civil Organizations")
            directory.add_participant(connection, "md", "RROCM", "network", names, "es")

    # --- what happens ---------------------------------------------------------------------------

    @property
    def now(self) -> dt.datetime:
        return self.town.hour

    def at(self, when: dt.datetime | str, act: Callable[[], object]) -> None:
        """Put something in the diary."""
        when = utc(when) if isinstance(when, str) else when
        heapq.heappush(self._diary, (when, next(self._order), act))

    def order(self, when: str, name: str, act: Callable[[], object]) -> None:
        """The operator types a command."""

        def typed() -> None:
            self.orders.append((self.now, name))
            act()

        self.at(when, typed)

    def comes(self, raw: bytes | None) -> None:
        """A message reaches the mailbox."""
        if raw is not None:
            self.mailbox.kept.append(raw)

    def presides(self, code: str) -> None:
        """The operator writes another presidency into the settings and starts the daemon again."""
        self.settings(presidency=code)

    def settings(self, **changes: object) -> None:
        house = self.town.house
        self.town.md = replace(self.town.md, **changes)
        self.town.house = replace(house, groups={**house.groups, "md": self.town.md})

    def live(self) -> None:
        """The year passes."""
        for hour in _hours():
            while self._diary and self._diary[0][0] <= hour:
                when, _, act = heapq.heappop(self._diary)
                self.town.hour = max(when, self.town.hour)
                act()
            self.town.hour = hour
            if not OUTAGE[0] <= hour < OUTAGE[1]:
                self.look()

    def look(self) -> None:
        """The daemon collects, handles, looks what is due and delivers; then people open their boxes."""
        door = Doors(self.town.md, lambda: self.mailbox, lambda: self.town.carrier)
        assert daemon.run_once(self.town.house, [door])
        self._note_reminders()
        for address, box in self.town.carrier.boxes.items():
            while box:
                self._opened(address, box.pop(0))

    def _opened(self, address: str, raw: bytes) -> None:
        kind = str(self._heads.parsebytes(raw)["x-mailbot-letter"])
        self.read.append((self.now, address, kind))
        person = self.people.get(address)
        assert person is not None, f"a letter to {address}, whom nobody knows: {kind}"
        if kind not in UNANSWERED or person.gone_from is not None or person.back_at is not None:
            person.reads(self, person, message.parse(raw), kind)

    def _note_reminders(self) -> None:
        with self.town.house.engine.begin() as connection:
            rows = connection.execute(
                select(reminders, letters.c.queued_at)
                .join(letters, letters.c.id == reminders.c.letter_id)
                .where(reminders.c.letter_id > self._seen)
                .order_by(reminders.c.letter_id)
            ).all()
            for row in rows:
                request = ledger.request_by_id(connection, "md", row.request_id)
                (contact, *_) = directory.contacts_at(connection, "md", row.recipient)
                assert request is not None
                assert request.due is not None
                place = contact.participant.code
                what = (request.code, row.stage, row.recipient, request.due, request.state)
                self.said.append(Said(*what, row.letter_id, row.queued_at, place))
                self._seen = row.letter_id

    # --- what people may look up ----------------------------------------------------------------

    def request_of(self, letter: Message) -> RequestRecord | None:
        """What a letter asks, as its code tells the reader."""
        with self.town.house.engine.begin() as connection:
            row = connection.execute(
                select(letters.c.request_id).where(letters.c.message_id == letter.message_id)
            ).first()
            return ledger.request_by_id(connection, "md", row.request_id) if row and row.request_id else None

    def outcome_answered(self, letter: Message) -> str:
        """What became of the message that a letter of ours answers."""
        with self.town.house.engine.begin() as connection:
            row = connection.execute(
                select(messages.c.outcome)
                .join(letters, letters.c.answers_message_id == messages.c.id)
                .where(letters.c.message_id == letter.message_id)
            ).first()
        return str(row.outcome) if row else ""


def _hours() -> Iterator[dt.datetime]:
    day = BEGIN.date()
    while day <= END.date():
        for text in NIGHT if day.weekday() == 2 else WEEKDAY if day.weekday() < 5 else WEEKEND:
            yield dt.datetime.combine(day, dt.time.fromisoformat(text), dt.UTC)
        day += dt.timedelta(days=1)
