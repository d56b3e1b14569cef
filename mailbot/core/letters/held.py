"""What letters about holds say: what waits for a decision, what was decided, whose somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:  # facts.py lists these among all letters
    from mailbot.core.letters.facts import EntryOutcome, GroupFacts, Person
    from mailbot.core.values import Bilingual


@dataclass(frozen=True, slots=True)
class HoldShown:
    """One hold as those who decide see it: who wrote what, what accepting would change, what either word does."""

    number: int
    since: date
    sender: str
    name: str
    what: Bilingual
    does: Bilingual
    entries: tuple[EntryOutcome, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class DecisionAsked:
    """Numbered holds to those who may decide them; ``waiting`` more were told before.

    ``again``: the answer to a decision that proved nothing of who wrote it.
    """

    KIND: ClassVar[str] = "decision"
    group: GroupFacts
    to: Person
    holds: tuple[HoldShown, ...]
    waiting: int = 0
    reminder: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """What became of one decision.

    ``outcome``: accepted, refused, later, unclear, twice, already, unknown, own, row, not-entitled.
    ``by`` and ``on``: who decided it before, and when.
    """

    number: int
    outcome: str
    what: Bilingual
    reason: str = ""
    by: str = ""
    on: date | None = None
    entries: tuple[EntryOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionsMade:
    """The one answer to a decider; ``also``: their words that are no decision."""

    KIND: ClassVar[str] = "decisions-made"
    group: GroupFacts
    to: Person
    quoted_subject: str
    rows: tuple[DecidedRow, ...]
    also: str = ""
    undo_days: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """To who proposed: accepted, refused or expired; ``waiting``: still to be confirmed by them."""

    KIND: ClassVar[str] = "decided"
    group: GroupFacts
    to: Person
    quoted_subject: str
    outcome: str
    what: Bilingual
    number: int
    reason: str = ""
    entries: tuple[EntryOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Vouch:
    """One question to a State's focal point, whether somebody is theirs.

    ``known``: a person of theirs with that name; ``said``: the first words of the message.
    """

    KIND: ClassVar[str] = "vouch"
    group: GroupFacts
    to: Person
    participant: Bilingual
    address: str
    name: str
    official: bool
    known: str = ""
    said: str = ""
