"""May they: (what, whose, who, how sure) → do, confirm, hold, refuse.

The table is ``rules/authority.yaml``, handed in as values: rows read from the top, the first
that fits decides.  From: alone proves nothing (product, promise 6), so no table may let it change
anything; ``unproven`` says which rows would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from mailbot.core.people import Writer
from mailbot.core.values import Bilingual

WHAT = (
    "read", "no-change", "contact", "address", "focal-point", "last-focal-point", "status", "status-other", "proposal",
    "record", "attendance", "measure",
)  # fmt: skip
WHOSE = ("self", "participant", "other", "behalf")
WHO = ("stranger", "guest", "contact", "alternate", "focal-point", "officer", "secretariat", "presidency")
SURE = ("address", "code", "signed", "thread", "token")
ACTIONS = ("do", "confirm", "hold", "refuse")
BY = ("sender", "old-address", "focal-point")
GUESTS = frozenset({"observer", "organisation", "network"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with a change, and why, in both languages.

    ``by``: who is asked to confirm: the sender, the address on record until now, or the
    participant's focal points.
    """

    action: str  # do | confirm | hold | refuse
    why: Bilingual
    by: str = "sender"


@dataclass(frozen=True, slots=True)
class Case:
    """One question to the table; each part is one of WHAT, WHOSE, WHO, SURE."""

    what: str
    whose: str
    who: str
    sure: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One row; an empty set fits everything."""

    verdict: Verdict
    what: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()

    def fits(self, case: Case) -> bool:
        """Tell whether the row speaks of a case."""
        return (
            (not self.what or case.what in self.what)
            and (not self.whose or case.whose in self.whose)
            and (not self.who or case.who in self.who)
            and (not self.sure or case.sure in self.sure)
        )


Rules = Sequence[Rule]


def decide(rules: Rules, case: Case) -> Verdict:
    """Return the verdict of the first row that fits; LookupError where the table is silent."""
    for rule in rules:
        if rule.fits(case):
            return rule.verdict
    raise LookupError(case)


def of_last_focal_point(rules: Rules) -> Bilingual:
    """Return the table's words for who may not leave in silence: a change that comes due is told in them too."""
    return decide(rules, Case("last-focal-point", "participant", "focal-point", "token")).why


def strictest(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict that lets least happen; the sender is asked before others are."""
    return max(verdicts, key=lambda each: (ACTIONS.index(each.action), each.by == "sender"))


def mildest(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict that lets most happen: several who agree may what one of them may."""
    return min(verdicts, key=lambda each: ACTIONS.index(each.action))


def standing(writer: Writer, presidency: str, secretariat: str) -> str:
    """Return who a writer is to the table (one of WHO).

    ``presidency`` and ``secretariat`` are codes of participants.  A State that presides goes on
    answering for itself: only its officers are the presidency.
    """
    if writer.contact is None or writer.participant is None:
        return "stranger"
    role, code = writer.contact.role, writer.participant.code
    if code == presidency and role == "officer":
        return "presidency"
    if code == secretariat and role in {"officer", "focal-point"}:
        return "secretariat"
    if writer.participant.kind in GUESTS:
        return "guest"
    return role if role in WHO else "contact"


def every_case() -> Iterator[Case]:
    """Return every case a table must decide."""
    return (Case(*each) for each in product(WHAT, WHOSE, WHO, SURE))


def undecided(rules: Rules) -> tuple[Case, ...]:
    """Return the cases of which a table says nothing."""
    return tuple(case for case in every_case() if not any(rule.fits(case) for rule in rules))


def never_used(rules: Rules) -> tuple[int, ...]:
    """Return the places of rows that others above leave nothing to."""
    used = {next((place for place, rule in enumerate(rules) if rule.fits(case)), -1) for case in every_case()}
    return tuple(place for place in range(len(rules)) if place not in used)


def unproven(rules: Rules) -> tuple[tuple[int, Case], ...]:
    """Return (row, case) where a stranger may do something, or an unproven From: may change something."""
    found = []
    for case in every_case():
        place = next((place for place, rule in enumerate(rules) if rule.fits(case)), None)
        if place is None:
            continue
        action = rules[place].verdict.action
        stranger = case.who == "stranger" and action in {"do", "confirm"}
        if stranger or (action == "do" and case.sure in {"address", "code"} and case.what != "read"):
            found.append((place, case))
    return tuple(found)
