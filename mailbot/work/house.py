"""What the work is handed: the doors to the world and what it knows of the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.authority import Rules
from mailbot.core.coverage import Branch
from mailbot.core.due import Stage
from mailbot.core.letters.compose import Rendered
from mailbot.core.letters.facts import Facts, GroupFacts
from mailbot.core.programme.values import Words
from mailbot.core.records import Group
from mailbot.core.trust import Servers
from mailbot.core.values import Bilingual, Carried, Collected, Form, Position
from mailbot.core.workdays import Office
from mailbot.edges.rulebook import EVERYTHING, Audience
from mailbot.edges.rulebook.report import ReportRules
from mailbot.edges.signatures import KeyFinder


class Inbox(Protocol):
    """Where messages come from.  Every network failure is an ``OSError``."""

    mailbox: str

    def collect(self, after: Position | None) -> Iterator[list[Collected]]:
        """Yield batches of messages above a position, oldest first."""

    def file(self, positions: Sequence[Position]) -> None:
        """Mark or move messages whose outcome is committed."""

    def wait(self, seconds: float) -> bool:
        """Wait for news; True when there may be something."""

    def interrupt(self) -> None:
        """End a running ``wait`` from another thread."""

    def close(self) -> None:
        """Hang up."""


class Carrier(Protocol):
    """Where letters leave."""

    async def send(self, envelope_from: str, to: str, raw: bytes) -> Carried:
        """Carry one letter and say what the server said."""

    async def check(self) -> str:
        """Say who answers; raises OSError with the server's words."""

    async def close(self) -> None:
        """Hang up."""


class Pages(Protocol):
    """Templates: facts into words."""

    def render(self, facts: Facts, language: str) -> Rendered:
        """Render both halves, ``language`` first."""


class Translator(Protocol):
    """A machine that translates; raises ``OSError`` when it cannot now."""

    def translate(self, text: str, source: str, target: str) -> str:
        """Return ``text`` in the other language."""


@dataclass(frozen=True)
class Trust:
    """What proofs of a writer count.

    ``keys`` finds DKIM keys, None verifies no signatures; ``servers`` are those whose results
    count; a reply address and a thread prove something for ``token_days`` days.
    """

    keys: KeyFinder | None = None
    servers: Servers = field(default_factory=Servers)
    token_days: int = 400


class Database(Protocol):
    """What work asks of an SQLAlchemy engine: a transaction."""

    def begin(self) -> AbstractContextManager[Connection]:
        """Return a transaction that ends with the block, undone by an error."""


@dataclass(frozen=True)
class House:
    """Everything a piece of work needs.

    ``now`` is the clock; ``draw`` gives random bits; ``offices`` tells the office days and hours
    of each country around a day; ``step`` is called at each named point
    of the road (``STEPS``), where the fault tests kill the process.
    """

    engine: Database
    groups: Mapping[str, Group]
    pages: Pages
    forms: tuple[Form, ...]
    stages: tuple[Stage, ...]
    key: bytes
    now: Callable[[], datetime]
    draw: Callable[[int], int]
    country_names: Mapping[str, str] = field(default_factory=dict)
    programme_words: Words = field(default_factory=Words)
    offices: Callable[[date], Mapping[str, Office]] = lambda _day: {}
    translator: Translator | None = None
    translator_name: str = "none"
    step: Callable[[str], None] = lambda _name: None
    audiences: tuple[Audience, ...] = (EVERYTHING,)
    report: ReportRules = field(default_factory=ReportRules)
    branches: tuple[Branch, ...] = ()
    public_mail: frozenset[str] = frozenset()
    authority: Rules = ()
    trust: Trust = field(default_factory=Trust)

    @property
    def own_addresses(self) -> frozenset[str]:
        """The addresses of all groups: what comes from them is ours."""
        return frozenset(group.address.lower() for group in self.groups.values())

    def form(self, form_id: str) -> Form:
        """Return the form with this id; KeyError when the rules have none."""
        for form in self.forms:
            if form.id == form_id:
                return form
        raise KeyError(form_id)

    def today(self, group: Group) -> date:
        """Return the day it is in the group's time zone."""
        return self.now().astimezone(ZoneInfo(group.timezone)).date()


STEPS = (
    "collected",
    "raw-committed",
    "read",
    "decided",
    "before-record",
    "recorded",
    "filed",
    "claimed",
    "carried",
    "result-recorded",
    "reminders-recorded",
    "digest-recorded",
    "edition-recorded",
    "report-recorded",
)


def group_facts(group: Group, presidency: Bilingual) -> GroupFacts:
    """Return what letters say of the group."""
    return GroupFacts(group.key, group.name, group.address, presidency, group.timezone)
