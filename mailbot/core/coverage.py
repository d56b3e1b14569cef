"""How well each State is covered: a focal point (the rule), a person in each branch (the wish)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.core.language import fold
from mailbot.core.records import Contact, Participant
from mailbot.core.values import Bilingual


@dataclass(frozen=True, slots=True)
class Branch:
    """A kind of institution, recognised by words in its name; without words: all the others."""

    id: str
    label: Bilingual
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The people of one State in one branch.

    ``confirmed_on`` is the oldest confirmation, None when somebody never confirmed; ``age`` its
    days.  ``bounced`` are their addresses that return mail.
    """

    people: int = 0
    confirmed_on: date | None = None
    age: int | None = None
    bounced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateRow:
    """One State: focal points that mail reaches or not, and a cell for each branch."""

    participant: Participant
    focal_points: int
    reachable: int  # focal points with an address that does not return mail
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of States and branches."""

    branches: tuple[Branch, ...]
    rows: tuple[StateRow, ...]

    def missing(self, row: StateRow) -> tuple[Branch, ...]:
        """Return the branches in which a State has nobody; the rest ("other") is no wish."""
        return tuple(each for each in self.branches if each.words and not row.cells[each.id].people)


def branch_of(institution: str, branches: Sequence[Branch]) -> Branch | None:
    """Return the branch whose word stands first in an institution's name, else the one without words."""
    text = " " + " ".join(re.findall(r"\w+", fold(institution)))
    places = [
        (place, order, branch)
        for order, branch in enumerate(branches)
        for word in branch.words
        if (place := text.find(f" {fold(word)}")) >= 0
    ]
    if places:
        return min(places, key=lambda found: found[:2])[2]
    return next((each for each in branches if not each.words), None)


def coverage(
    participants: Iterable[Participant], contacts: Iterable[Contact], branches: Sequence[Branch], today: date
) -> Coverage:
    """Return the matrix of the States among ``participants``; officers stand for nobody."""
    people: dict[int, list[Contact]] = {}
    for each in contacts:
        if each.role != "officer":
            people.setdefault(each.participant.id, []).append(each)
    rows = (_row(each, people.get(each.id, []), branches, today) for each in participants if each.kind == "state")
    return Coverage(tuple(branches), tuple(rows))


def _row(participant: Participant, people: Sequence[Contact], branches: Sequence[Branch], today: date) -> StateRow:
    sorted_out: dict[str, list[Contact]] = {each.id: [] for each in branches}
    for contact in people:
        branch = branch_of(contact.institution, branches)
        if branch is not None:
            sorted_out[branch.id].append(contact)
    focal = [each for each in people if each.role == "focal-point"]
    reachable = [each for each in focal if set(each.email) - set(each.bounced)]
    cells = {key: _cell(found, today) for key, found in sorted_out.items()}
    return StateRow(participant, len(focal), len(reachable), cells)


def _cell(people: Sequence[Contact], today: date) -> Cell:
    days = [each.confirmed_on for each in people]
    known = [day for day in days if day is not None]
    oldest = min(known) if known and len(known) == len(days) else None
    bounced = tuple(address for each in people for address in each.bounced)
    return Cell(len(people), oldest, (today - oldest).days if oldest else None, bounced)
