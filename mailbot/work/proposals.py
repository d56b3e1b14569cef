"""A proposal of a new activity, decided: it enters the programme, or not; the proposer is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from mailbot.core.letters.facts import Received
from mailbot.core.programme import actors, compare
from mailbot.core.programme.values import NOTHING, Draft
from mailbot.core.records import Activity, Group, HistoryLine, HoldRecord
from mailbot.core.values import Bilingual, Window
from mailbot.edges.store import directory, ledger
from mailbot.work import keeping
from mailbot.work.house import House
from mailbot.work.outcome import Decider
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

KIND = "proposal"


def accept(house: House, connection: Connection, group: Group, decider: Decider, hold: HoldRecord) -> Bilingual:
    """Enter the activities of a hold with the next codes, as proposed ones; the proposer is told."""
    codes = []
    for document in _documents(hold):
        known = ledger.all_activities(connection, group.key)
        for step in compare.plan([_draft(house, document)], known, _stem(known, group)).steps:
            if step.state == "new":
                ledger.put_activity(connection, group.key, step.values)
                codes.append(step.code)
    _remember(house, connection, group, decider, hold, codes)
    done = _entered(codes)
    _tell(house, connection, group, hold, done, "accepted")
    return done


def _stem(known: Sequence[Activity], group: Group) -> str:
    """Return what most codes of the programme begin with ("P003"), else the group's key."""
    stems = Counter(each.code.rpartition("-")[0] for each in known if each.parent_code is None and "-" in each.code)
    return stems.most_common(1)[0][0] if stems else group.key.upper()


def _entered(codes: list[str]) -> Bilingual:
    if not codes:
        return Bilingual(
            "Una actividad con ese título ya está en el programa; no se añadió otra.",
            "An activity with that title is in the programme already; no other was added.",
        )
    said = ", ".join(codes)
    return Bilingual(
        f"La actividad propuesta entra en el Programa de Trabajo con el código {said}.",
        f"The proposed activity enters the Work Programme under the code {said}.",
    )


def refuse(house: House, connection: Connection, group: Group, _decider: Decider, hold: HoldRecord) -> Bilingual:
    """Leave the programme as it is; the proposer is told."""
    done = Bilingual(
        "La Presidencia decidió no incorporar la actividad propuesta al Programa de Trabajo.",
        "The Presidency decided not to add the proposed activity to the Work Programme.",
    )
    _tell(house, connection, group, hold, done, "refused")
    return done


def _documents(hold: HoldRecord) -> list[Mapping[str, object]]:
    return [each for each in hold.proposal if isinstance(each, Mapping)] if isinstance(hold.proposal, list) else []


def _draft(house: House, document: Mapping[str, object]) -> Draft:
    """Return a proposal as an activity of a paper: its window from its calendar words, actors by name."""
    entry = keeping.entry_from_json(document)
    texts = {name: str(value.value) for name, value in entry.fields.items() if name != "calendar"}
    calendar = entry.fields.get("calendar")
    title = texts.get("title", "")
    goal = f" ({texts['goal']})" if texts.get("goal") else ""
    named = actors.everywhere(actors.actors_of(house.programme_words), texts.get("responsible", ""))
    return Draft(
        title=Bilingual(title, title),
        where=NOTHING,
        objective=Bilingual(f"{texts.get('objective', '')}{goal}".strip(), ""),
        calendar_text=calendar.said if calendar is not None else "",
        window=_window(calendar.value if calendar is not None else None),
        origin="proposed",
        responsible=tuple(each.code for each in named),
    )


def _window(value: object) -> Window:
    if not isinstance(value, Mapping):
        return Window("undated", "")
    days = {key: value.get(key) for key in ("start", "end")}
    start, end = (date.fromisoformat(str(day)) if day else None for day in days.values())
    return Window(str(value["kind"]), str(value.get("said", "")), start, end, bool(value.get("tentative")))


def _remember(
    house: House, connection: Connection, group: Group, decider: Decider, hold: HoldRecord, codes: list[str]
) -> None:
    numbers = {each.code: each.id for each in ledger.all_activities(connection, group.key)}
    who = decider.who
    lines = [
        HistoryLine(
            house.now(), who, "activity", numbers[code], hold.participant_id, "code", None, code, hold.message_id
        )
        for code in codes
    ]
    ledger.add_history(connection, group.key, lines)


def _tell(house: House, connection: Connection, group: Group, hold: HoldRecord, why: Bilingual, decision: str) -> None:
    writer = next(iter(directory.contacts_at(connection, group.key, hold.sender)), None)
    if writer is None:
        return
    subject = house.form("activity-proposal").title.get(writer.language)
    letter = Received(facts_of_group(connection, group), person(writer), subject, why)
    envelope = Envelope(hold.sender, writer.name, writer.language, f"proposal:{hold.number}", decision, contact=writer)
    queue_letter(house, connection, group, letter, envelope)
