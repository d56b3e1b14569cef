"""``import``, ``show``, ``export``: what goes into and out of the database."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from mailbot.cli.common import (
    group_of,
    house_of,
    put,
    put_json,
    say,
    settings_of,
    table,
    write_file,
)
from mailbot.cli.directory import export_records, propose, show_coverage
from mailbot.cli.programme import import_programme
from mailbot.cli.progress import Progress
from mailbot.core.records import Group
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.documents.vcard import cards
from mailbot.edges.locale import language
from mailbot.edges.rulebook import EVERYTHING, Audience
from mailbot.edges.store import desk, directory, ledger, pending
from mailbot.edges.store.tables import letters, messages
from mailbot.work import calendar, contacts, import_contacts, indicators, standings
from mailbot.work.house import House
from mailbot.work.import_rows import read_file
from mailbot.work.listing import DOCUMENTS

MANY = 1000  # contacts; a list above it takes a moment


def import_file(arguments: argparse.Namespace) -> int:
    """Show what a file would change, doubts first; ``--apply`` does it."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if arguments.what == "programme":
        return import_programme(house, group, arguments)
    with house.engine.begin() as connection:
        reader = import_contacts.Reader(house, connection, group)
        file = read_file(arguments.file, reader.form, reader.is_participant)
        progress = Progress(len(file.rows), Bilingual("Leídas", "Read"))
        planned = import_contacts.plan(reader, connection, group, file.rows, progress)
        written = import_contacts.apply(house, connection, group, planned) if arguments.apply else 0
    proposed = getattr(arguments, "propose", False)
    _put_planned(planned)
    if file.unused:
        names = ", ".join(file.unused)
        say(Bilingual(f"Columnas que no se usan: {names}.", f"Columns that are not used: {names}."))
    if proposed:
        return propose(house, group, file, planned, arguments.due)
    _say_applied(written, sum(p.state == "doubtful" for p in planned), applied=arguments.apply)
    return 0


def _put_planned(planned: Sequence[import_contacts.Planned]) -> None:
    """Print a line for each row that does something, doubts first, and the counts."""
    tongue = language()
    names = import_contacts.STATES
    heads = {"es": ["", "fila", "nombre", "qué"], "en": ["", "row", "name", "what"]}[tongue]
    put(
        table(
            [[names[each.state].get(tongue), each.place, each.about, each.words.get(tongue)] for each in planned], heads
        )
    )
    counts = Counter(each.state for each in planned)
    put(", ".join(f"{counts[state]} {names[state].get(tongue)}" for state in names))


def _say_applied(written: int, doubtful: int, *, applied: bool) -> None:
    if applied:
        say(
            Bilingual(
                f"{written} escritos; {doubtful} dudosos quedaron fuera.",
                f"{written} written; {doubtful} doubtful ones were left out.",
            )
        )
    else:
        say(
            Bilingual(
                "Nada se ha cambiado todavía; añada --apply para hacerlo.",
                "Nothing has been changed yet; add --apply to do it.",
            )
        )


def show(arguments: argparse.Namespace) -> int:
    """Show rows of one kind."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if getattr(arguments, "matrix", False):
        return _show_matrix(house, group, arguments)
    if arguments.what == "coverage":
        return show_coverage(house, group, as_json=arguments.json)
    with house.engine.begin() as connection:
        rows = SHOWN[arguments.what](connection, group)
    if arguments.json:
        put_json(rows)
    elif rows:
        heads = list(rows[0])
        put(table([[_cell(row[head]) for head in heads] for row in rows], heads))
    else:
        say(Bilingual("No hay nada.", "There is nothing."))
    return 0


def _show_matrix(house: House, group: Group, arguments: argparse.Namespace) -> int:
    """Show who has answered what: a row a participant, a column a round of requests."""
    if arguments.what != "requests":
        es, en = "--matrix es de «show requests».", "--matrix belongs to “show requests”."
        raise OperatorError([Bilingual(es, en)])
    with house.engine.begin() as connection:
        document = standings.as_document(house, connection, group)
    if arguments.json:
        put_json(document)
    else:
        heads = ["", *(" ".join(filter(None, (each["form"], each["about"]))) for each in document["rounds"])]
        rows = [[row["code"], *(_standing(each) for each in row["standings"])] for row in document["participants"]]
        put(table(rows, heads))
    return 0


def _standing(each: dict[str, Any]) -> str:
    return f"{each['state']} {each['day'] or ''}".strip()


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)[:60]


def _contacts(connection: Connection, group: Group) -> list[dict[str, Any]]:
    coming: dict[int | None, list[str]] = {}
    for each in pending.waiting(connection, group.key):
        coming.setdefault(each.contact_id, []).append(f"{each.valid_from}: {each.field} = {each.value}")
    return [
        {
            "id": each.id,
            **directory.as_fields(each),
            "confirmed_on": each.confirmed_on,
            "bounced": list(each.bounced),
            "withheld": list(each.withheld),
            "pending": coming.get(each.id, []),
        }
        for each in directory.active_contacts(connection, group.key)
    ]


def _pending(connection: Connection, group: Group) -> list[dict[str, Any]]:
    places = {each.id: each.code for each in directory.all_participants(connection, group.key)}
    return [
        {
            "valid_from": each.valid_from,
            "participant": places[each.participant_id],
            "contact": each.contact_id,
            "field": each.field,
            "value": each.value,
            "who": each.who,
            "message": each.message_id,
        }
        for each in pending.waiting(connection, group.key)
    ]


def _activities(connection: Connection, group: Group) -> list[dict[str, Any]]:
    said: dict[str, dict[str, Any]] = {}
    for status in ledger.statuses_of(connection, group.key):
        said.setdefault(status.activity, {})[status.participant] = status.fields.get("status")
    tongue = language()
    return [
        {
            "code": each.code,
            "title": each.title.get(tongue),
            "kind": each.kind,
            "start": each.start,
            "end": each.end,
            "tentative": each.tentative,
            "calendar": each.calendar_text,
            "origin": each.origin,
            "parent": each.parent_code,
            "theme": each.theme.get(tongue),
            "responsible": each.responsible,
            "partners": each.partners,
            "place": each.place,
            "status": said.get(each.code, {}),
        }
        for each in ledger.all_activities(connection, group.key)
    ]


def _requests(connection: Connection, group: Group) -> list[dict[str, Any]]:
    return [
        {
            "code": each.code,
            "form": each.form,
            "participant": each.participant.code,
            "about": each.about,
            "due": each.due,
            "state": each.state,
            "working_until": each.working_until,
            "extension": each.extension,
            "asked_at": each.asked_at,
            "answered_at": each.answered_at,
        }
        for each in ledger.requests_where(connection, group.key)
    ]


def _messages(connection: Connection, group: Group) -> list[dict[str, Any]]:
    columns = ("id", "received_at", "sender", "kind", "outcome", "reason", "subject", "message_id")
    rows = connection.execute(
        select(*(messages.c[name] for name in columns)).where(messages.c.group_key == group.key).order_by(messages.c.id)
    )
    return [dict(row) for row in rows.mappings()]


def _letters(connection: Connection, group: Group) -> list[dict[str, Any]]:
    columns = ("id", "queued_at", "recipient", "kind", "state", "attempts", "words", "subject")
    rows = connection.execute(
        select(*(letters.c[name] for name in columns), letters.c.message_id)
        .where(letters.c.group_key == group.key)
        .order_by(letters.c.id)
    )
    return [dict(row) for row in rows.mappings()]


def _holds(connection: Connection, group: Group) -> list[dict[str, Any]]:
    tongue = language()
    return [
        {
            "number": each.number,
            "kind": each.kind,
            "since": each.opened_at,
            "sender": each.sender,
            "what": each.what.get(tongue),
            "message": each.message_id,
            "proposal": each.proposal,
        }
        for each in desk.holds_open(connection, group.key)
    ]


SHOWN: dict[str, Callable[[Connection, Group], list[dict[str, Any]]]] = {
    "contacts": _contacts,
    "pending": _pending,
    "activities": _activities,
    "requests": _requests,
    "messages": _messages,
    "letters": _letters,
    "holds": _holds,
    "indicators": indicators.as_rows,
}


def export(arguments: argparse.Namespace) -> int:
    """Write the contact list or the calendar as a file, to ``--output`` or one named after the group."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if arguments.what == "calendar":
        return _export_calendar(house, group, arguments)
    form = next((each for each in house.forms if each.id == arguments.what), None)
    if form is not None and form.subject_of == "record":
        return export_records(house, group, form, arguments)
    if arguments.what != "contacts":
        raise OperatorError([_not_exported(house, arguments.what)])
    audience = _audience(house, arguments.audience)
    with house.engine.begin() as connection:
        edition = contacts.for_export(house, connection, group, audience)
    count = len(edition.rows)
    if count > MANY:
        say(Bilingual(f"{count} contactos …", f"{count} contacts …"))
    if arguments.format == "vcf":
        content = cards(edition, int(arguments.vcard_version))
    else:
        content = DOCUMENTS[arguments.format](edition, language())
    output = Path(arguments.output or f"contacts-{group.key}.{arguments.format}")
    write_file(output, content)
    say(Bilingual(f"{output} escrito, {count} contactos.", f"{output} written, {count} contacts."))
    return 0


def _not_exported(house: House, what: str) -> Bilingual:
    known = ", ".join(("contacts", "calendar", *(each.id for each in house.forms if each.subject_of == "record")))
    return Bilingual(f"export: «{what}» no se conoce; use {known}.", f"export: “{what}” is not known; use {known}.")


def _export_calendar(house: House, group: Group, arguments: argparse.Namespace) -> int:
    tongue = arguments.language or language()
    with house.engine.begin() as connection:
        content, dated, undated = calendar.programme(house, connection, group, tongue)
    output = Path(arguments.output or f"calendar-{group.key}-{tongue}.ics")
    write_file(output, content)
    say(
        Bilingual(
            f"{output} escrito: {dated} actividades; {undated} sin fecha quedaron fuera.",
            f"{output} written: {dated} activities; {undated} without a date were left out.",
        )
    )
    return 0


def _audience(house: House, name: str | None) -> Audience:
    """Return the named audience; without a name the operator sees everything."""
    if name is None:
        return EVERYTHING
    for each in house.audiences:
        if each.id == name:
            return each
    names = ", ".join(each.id for each in house.audiences)
    es, en = f"--audience: «{name}» no se conoce; use {names}.", f"--audience: “{name}” is not known; use {names}."
    raise OperatorError([Bilingual(es, en)])
