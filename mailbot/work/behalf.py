"""Answers entered for another participant: "En nombre de / On behalf of: Honduras", or a form of another State.

Only the presidency and the secretariat may; whoever else writes so is held as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from mailbot.core.changes import Change, Planned
from mailbot.core.language import fold
from mailbot.core.letters.facts import EntryOutcome
from mailbot.core.people import Writer
from mailbot.core.records import Group, HoldRecord, Participant
from mailbot.core.values import Bilingual, Entry, Form
from mailbot.edges.store import directory
from mailbot.work import apply, keeping, telling
from mailbot.work.holding import entitled
from mailbot.work.house import House
from mailbot.work.outcome import Case

_LINE = re.compile(
    r"[\s>*•·–—-]*(?:en nombre(?: y representaci[oó]n)? de|a nombre de|por cuenta de|on behalf of)"
    r"(?: / (?:on behalf of|en nombre de))?\s*(?P<colon>:?)\s*(?P<who>\S.{0,80}?)[\s.,;]*",
    re.IGNORECASE,
)
_MOST_LINES = 200
NOBODY = Bilingual(
    "No sabemos en nombre de qué participante escribe. Escriba una línea «En nombre de: Honduras», con el mismo país "
    "que el formulario.",
    "We do not know on whose behalf you write. Write one line “On behalf of: Honduras”, with the same country as the "
    "form.",
)


@dataclass(frozen=True, slots=True)
class Target:
    """Whom an entry is for: ``behalf`` when an entitled writer enters it, ``foreign`` when one may not."""

    participant: Participant
    behalf: bool = False
    foreign: bool = False


def said_in(texts: Iterable[str], countries: Mapping[str, str]) -> tuple[str, str] | None:
    """Return (words, code) of the first line that names for whom it is; code "" when nobody has that name.

    Without a colon only a line that is a country's name to its end counts: the rest is prose.
    """
    for text in list(texts)[:_MOST_LINES]:
        match = _LINE.fullmatch(text)
        if match is None:
            continue
        who = re.sub(r"^(?:el|la|los|las|the|rep[uú]blica de|gobierno de|government of) ", "", match["who"], flags=re.I)
        code = countries.get(fold(match["who"])) or countries.get(fold(who)) or ""
        if code or match["colon"]:
            return match["who"], code
    return None


def target_of(house: House, connection: Connection, group: Group, case: Case, entry: Entry) -> Target | Bilingual:
    """Return whom an entry is for, by the line in the message, else by the country in the form."""
    own = case.writer.participant
    assert own is not None
    said = said_in(case.reading.text.split("\n"), house.country_names)
    named = entry.fields.get("country")
    code = str(named.value) if named is not None else (said[1] if said else own.code)
    if said is not None and code != said[1]:
        code = said[1] if named is None else ""  # the line and the form name two States, or the line nobody
    participant = directory.participant_by_code(connection, group.key, code) if code else None
    if participant is None:
        return NOBODY if said is not None else Target(own)
    if participant.id == own.id:
        return Target(own)
    may = entitled(connection, group, case.writer.contact)
    return Target(participant, behalf=may, foreign=not may)


def kept_target(connection: Connection, group: Group, writer: Writer, hold: HoldRecord, entry: Entry) -> Target:
    """Return whom an entry is for that waited for its sender."""
    assert writer.participant is not None
    named = entry.fields.get("country")
    found = directory.participant_by_code(connection, group.key, str(named.value)) if named is not None else None
    everybody = directory.all_participants(connection, group.key)
    found = found or next((each for each in everybody if each.id == hold.participant_id), None)
    if found is None or found.id == writer.participant.id:
        return Target(writer.participant)
    may = entitled(connection, group, writer.contact)
    return Target(found, behalf=may, foreign=not may)


def judge(
    house: House,
    connection: Connection,
    group: Group,
    form: Form,
    entry: Entry,
    writer: Writer,
    target: Target,
    now: datetime | None = None,
    *,
    agreed: Sequence[Writer] = (),
    pinned: keeping.Pinned | None = None,
) -> telling.Judged:
    """Say what an entry would change for its target and whether the writer may."""
    if target.foreign:  # what stands there is not shown to somebody of another participant
        assert writer.participant is not None
        planned = Planned(Change("update", writer.participant), whose="other")
        verdict = apply.verdict_on(house, group, planned, ("contact",), (writer,), behalf=False)
        return telling.Judged(entry, planned, verdict)
    return apply.judge(
        house,
        connection,
        group,
        form,
        entry,
        writer,
        target.participant,
        now,
        behalf=target.behalf,
        agreed=agreed,
        pinned=pinned,
    )


def shown(group: Group, outcome: EntryOutcome, target: Target, writer: Writer) -> EntryOutcome:
    """Return an outcome that says on whose behalf, and by whom, it was entered."""
    if not target.behalf or writer.participant is None:
        return outcome
    presides = writer.participant.code == group.presidency
    by = Bilingual("la Presidencia", "the Presidency") if presides else Bilingual("la Secretaría", "the Secretariat")
    done = outcome.outcome in {"applied", "confirmed"}
    es, en = ("registrado por", "entered by") if done else ("enviado por", "sent by")
    name = target.participant.name
    words = Bilingual(f"En nombre de {name.es}; {es} {by.es}.", f"On behalf of {name.en}; {en} {by.en}.")
    return replace(outcome, behalf=words)
