"""What letters about holds say: what waits for a decision, what was decided, whose somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from mailbot.core.letters.consequences import NOTICE
from mailbot.core.values import Bilingual

if TYPE_CHECKING:  # facts.py lists these among all letters
    from mailbot.core.letters.facts import EntryOutcome, GroupFacts, Person

LONG = 60  # letters: a longer explanation stands below a heading, not in it


def parted(what: Bilingual) -> tuple[Bilingual, Bilingual | None]:
    """Return what a hold is about and, where it is long, why it is held: "about: why" in both halves."""
    (about_es, _, why_es), (about_en, _, why_en) = (each.partition(": ") for each in (what.es, what.en))
    if len(why_es) < LONG or len(why_en) < LONG:
        return what, None
    return Bilingual(about_es, about_en), Bilingual(why_es[:1].upper() + why_es[1:], why_en[:1].upper() + why_en[1:])


class _Parted:
    """A letter or a part of one that tells what is held, ``what``: its title and, apart, its reason."""

    __slots__ = ()
    what: Bilingual

    @property
    def title(self) -> Bilingual:
        """What it is about."""
        return parted(self.what)[0]

    @property
    def because(self) -> Bilingual | None:
        """Why it is held, where that is long."""
        return parted(self.what)[1]


@dataclass(frozen=True, slots=True)
class HoldShown(_Parted):
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

    @property
    def decidable(self) -> tuple[HoldShown, ...]:
        """Those that are accepted or rejected."""
        return tuple(each for each in self.holds if each.does is not NOTICE)

    @property
    def notices(self) -> tuple[HoldShown, ...]:
        """Those that are only attended to."""
        return tuple(each for each in self.holds if each.does is NOTICE)


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """What became of one decision.

    ``outcome``: accepted, refused, later, unclear, twice, already, unknown, own, row, not-entitled.
    ``by``, ``on`` and ``decision``: who decided it before, when and how (accepted, refused …).
    """

    number: int
    outcome: str
    what: Bilingual
    reason: str = ""
    by: str = ""
    on: date | None = None
    entries: tuple[EntryOutcome, ...] = ()
    decision: str = ""

    @property
    def title(self) -> Bilingual:
        """What it is about."""
        return parted(self.what)[0]


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
class Decided(_Parted):
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
