"""``mailbot meeting``: enter, invite, show, move, cancel, hang deadlines, list who takes part."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from mailbot.cli.common import CouldNotError, group_of, house_of, put, put_json, say, settings_of, table, write_file
from mailbot.cli.letters import SameTransaction
from mailbot.core.letters.facts import Person
from mailbot.core.meetings import FORM, STATES, Meeting
from mailbot.core.records import Group
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.locale import language
from mailbot.edges.rulebook.meetings import bad_span, load_meeting, span_of
from mailbot.edges.store import directory
from mailbot.edges.store import meetings as store
from mailbot.edges.store.tables import letters
from mailbot.work import meetings, participants
from mailbot.work.house import House

ROLES = ("focal-point", "alternate", "contact", "officer")
NO_FORM = Bilingual(
    f"rules/forms: falta {FORM}.yaml; cópielo de las reglas que trae mailbot («mailbot init» en otra carpeta).",
    f"rules/forms: {FORM}.yaml is missing; copy it from mailbot's own rules (“mailbot init” in another folder).",
)
NOT_NOW = {
    "another-date": Bilingual(
        "El archivo da otra fecha que la registrada; use «mailbot meeting move», que avisa a los invitados.",
        "The file gives another date than the one on record; use “mailbot meeting move”, which tells those invited.",
    ),
    "cancelled": Bilingual(
        "La reunión está cancelada; registre otra con otra clave.",
        "The meeting is cancelled; enter another, with another key.",
    ),
    "same": Bilingual("La reunión ya es en esa fecha.", "The meeting is already on that date."),
    "over": Bilingual("La reunión ya se celebró.", "The meeting has already taken place."),
}


def meeting(arguments: argparse.Namespace) -> int:
    """Do what ``mailbot meeting ACTION`` says."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if all(form.id != FORM for form in house.forms):  # rules copied before there were meetings
        raise OperatorError([NO_FORM])
    try:
        return ACTIONS[arguments.action](house, group, arguments)
    except meetings.UnknownError as error:
        raise _unknown(house, group, str(error.args[0])) from error
    except meetings.NotNowError as error:
        raise CouldNotError(NOT_NOW[error.why]) from error


def _unknown(house: House, group: Group, name: str) -> CouldNotError:
    with house.engine.begin() as connection:
        known = ", ".join(each.key for each in store.all_meetings(connection, group.key)) or "–"
    return CouldNotError(
        Bilingual(
            f"No se conoce «{name}». Reuniones: {known}. Solicitudes: vea «mailbot show requests».",
            f"“{name}” is not known. Meetings: {known}. Requests: see “mailbot show requests”.",
        )
    )


def _add(house: House, group: Group, arguments: argparse.Namespace) -> int:
    meeting = load_meeting(arguments.file, group.timezone)
    done = meetings.add(house, group, meeting)
    put(f"{meeting.key}: {done}")
    return 0


def _invite(house: House, group: Group, arguments: argparse.Namespace) -> int:
    unknown = [each for each in arguments.roles if each not in ROLES]
    if unknown:
        es, en = f"--roles: «{unknown[0]}» no se conoce; hay:", f"--roles: “{unknown[0]}” is not known; there are:"
        raise OperatorError([Bilingual(f"{es} {', '.join(ROLES)}.", f"{en} {', '.join(ROLES)}.")])
    only = tuple(each.upper() for each in arguments.to)
    _known_participants(house, group, only)
    if arguments.preview:
        return _preview(house, group, arguments, only)
    for code, count in meetings.invite(house, group, arguments.key, arguments.roles, only).items():
        put(f"{code}: {count}")
    return 0


def _known_participants(house: House, group: Group, only: tuple[str, ...]) -> None:
    with house.engine.begin() as connection:
        for code in only:
            if directory.participant_by_code(connection, group.key, code) is None:
                es, en = f"--to: no hay participante «{code}».", f"--to: there is no participant “{code}”."
                raise OperatorError([Bilingual(es, en)])


def _preview(house: House, group: Group, arguments: argparse.Namespace, only: tuple[str, ...]) -> int:
    """Write the first letter that would go; nothing is kept."""
    with house.engine.begin() as connection:
        before = connection.execute(select(letters.c.id).order_by(letters.c.id.desc())).scalar() or 0
        shadow = replace(house, engine=SameTransaction(connection))
        meetings.invite(shadow, group, arguments.key, arguments.roles, only)
        raw = connection.execute(select(letters.c.raw).where(letters.c.id > before).order_by(letters.c.id)).scalar()
        connection.rollback()
    if raw is None:
        raise CouldNotError(
            Bilingual(
                "No hay a quién invitar, o ya se invitó a todos.", "There is nobody to invite, or all were invited."
            )
        )
    write_file(arguments.preview, raw)
    say(Bilingual(f"{arguments.preview} escrito.", f"{arguments.preview} written."))
    return 0


def _show(house: House, group: Group, arguments: argparse.Namespace) -> int:
    with house.engine.begin() as connection:
        meeting = participants.meeting_of(connection, group, arguments.key)
        document = _document(connection, group, meeting)
    if arguments.json:
        put_json(document)
        return 0
    tongue = language()
    put(f"{meeting.key}: {meeting.title.get(tongue)}, {participants.when(meeting.span, tongue)} ({meeting.state})")
    heads = {"es": ["", "lugares", "respuesta", "personas"], "en": ["", "places", "answer", "people"]}[tongue]
    rows = [
        [each["participant"], str(each["places"]), each["request"], _people(each["people"], tongue)]
        for each in document["delegations"]
    ]
    put(table(rows, heads))
    return 0


def _people(rows: list[dict[str, Any]], tongue: str) -> str:
    return "; ".join(f"{each['name'] or '?'} ({STATES[each['state']].get(tongue)})" for each in rows)


def _document(connection: Connection, group: Group, meeting: Meeting) -> dict[str, Any]:
    hanging = store.hanging_on(connection, group.key, meeting.id)
    people = store.attending(connection, meeting.id)
    invited = store.invited_to(connection, meeting.id)
    span = meeting.span
    return {
        "key": meeting.key,
        "kind": meeting.kind,
        "title": meeting.title.as_dict(),
        "place": meeting.place,
        "start": (span.starts or span.first).isoformat(),
        "end": (span.ends or span.last).isoformat(),
        "timezone": span.timezone,
        "state": meeting.state,
        "sequence": meeting.sequence,
        "deadlines": [
            {"code": each.code, "form": each.form, "office_days": days, "due": each.due} for each, days in hanging
        ],
        "delegations": [
            {
                "participant": request.participant.code,
                "places": meeting.places_of(request.participant.code),
                "request": request.state,
                "code": request.code,
                "due": request.due,
                "invited": [
                    {"address": each.address, "calendar": each.partstat}
                    for each in invited
                    if each.participant_id == request.participant.id
                ],
                "people": [
                    {
                        "name": each.name,
                        "position": each.position,
                        "institution": each.institution,
                        "email": each.email,
                        "state": each.state,
                        "reason": each.reason,
                        "message": each.message_id,
                    }
                    for each in people
                    if each.participant_id == request.participant.id
                ],
            }
            for request, _ in hanging
            if request.form == FORM
        ],
    }


def _move(house: House, group: Group, arguments: argparse.Namespace) -> int:
    with house.engine.begin() as connection:
        meeting = participants.meeting_of(connection, group, arguments.key)
    end = arguments.end or _same_length(meeting, arguments.start)
    span = span_of(arguments.start, end, meeting.span.timezone)
    if span is None:
        raise OperatorError([bad_span("--start, --end")])
    count = meetings.move(house, group, arguments.key, span)
    say(Bilingual(f"{count} cartas en la bandeja de salida.", f"{count} letters put in the outbox."))
    return 0


def _same_length(meeting: Meeting, start: str) -> str | None:
    """Return the end of a meeting that lasts as long as before; None where days became hours."""
    span, first = meeting.span, span_of(start, None, meeting.span.timezone)
    if len(start) == 10 and first is not None and span.starts is None:
        return (first.first + (span.last - span.first)).isoformat()
    return None


def _cancel(house: House, group: Group, arguments: argparse.Namespace) -> int:
    count, left = meetings.cancel(house, group, arguments.key)
    say(Bilingual(f"{count} cartas en la bandeja de salida.", f"{count} letters put in the outbox."))
    if left:
        codes = " ".join(left)
        say(
            Bilingual(
                f"Siguen abiertas: {codes}. Retírelas con «mailbot deadline {codes} --withdraw».",
                f"Still open: {codes}. Withdraw them with “mailbot deadline {codes} --withdraw”.",
            )
        )
    return 0


def _hang(house: House, group: Group, arguments: argparse.Namespace) -> int:
    for code, due in meetings.hang(house, group, arguments.key, arguments.codes, arguments.office_days).items():
        put(f"{code}: {due or '–'}")
    return 0


def _participants(house: House, group: Group, arguments: argparse.Namespace) -> int:
    if arguments.send:
        count = participants.send(house, group, arguments.key)
        say(Bilingual(f"{count} cartas en la bandeja de salida.", f"{count} letters put in the outbox."))
        return 0
    with house.engine.begin() as connection:
        meeting = participants.meeting_of(connection, group, arguments.key)
        said = participants.facts(connection, group, meeting, Person(""))
    output = arguments.output or Path(f"participants-{meeting.key}.{arguments.format}")
    write_file(output, participants.as_file(said, arguments.format))
    say(Bilingual(f"{output} escrito, {len(said.rows)} personas.", f"{output} written, {len(said.rows)} people."))
    return 0


ACTIONS: dict[str, Callable[[House, Group, argparse.Namespace], int]] = {
    "add": _add,
    "invite": _invite,
    "show": _show,
    "move": _move,
    "cancel": _cancel,
    "deadline": _hang,
    "participants": _participants,
}
