"""``import``, ``show``, ``export``: what goes into and out of the database."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from mailbot.cli.common import (
    CouldNotError,
    group_of,
    house_of,
    put,
    put_json,
    say,
    settings_of,
    table,
    write_file,
)
from mailbot.core.letters.facts import Person
from mailbot.core.records import Group
from mailbot.core.values import Bilingual
from mailbot.edges.documents.sheets import rows_of
from mailbot.edges.documents.vcard import cards
from mailbot.edges.locale import language
from mailbot.edges.store import desk, directory, ledger
from mailbot.edges.store.tables import letters, messages
from mailbot.work import calendar, contacts, importing
from mailbot.work.house import House


def import_file(arguments: argparse.Namespace) -> int:
    """Show what a file would change, doubts first; ``--apply`` does it."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if arguments.what == "programme":
        return _import_programme(house, group, arguments)
    rows = rows_of(arguments.file, "contacts")
    with house.engine.begin() as connection:
        planned = importing.plan_contacts(house, connection, group, rows)
        written = importing.apply_contacts(house, connection, group, planned) * arguments.apply
        if not arguments.apply:
            connection.rollback()
    tongue = language()
    put(
        table(
            [[each.state, each.about, each.words.get(tongue)] for each in planned],
            ["", "", ""],
        )
    )
    _say_applied(arguments.apply, written, sum(p.state == "doubtful" for p in planned))
    return 0


def _say_applied(applied: bool, written: int, doubtful: int) -> None:  # noqa: FBT001
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


def _import_programme(house: House, group: Group, arguments: argparse.Namespace) -> int:
    rows = rows_of(arguments.file, "activities")
    planned = importing.programme_rows(rows, house.today(group))
    shown = []
    with house.engine.begin() as connection:
        for values in planned:
            state = ledger.put_activity(connection, group.key, values)
            dates = f"{values['start'] or '…'} – {values['end'] or '…'}"
            shown.append([state, values["code"], values["kind"], dates, values["title_es"][:50]])
        if not arguments.apply:
            connection.rollback()
    put(table(shown, ["", "", "", "", ""]))
    _say_applied(arguments.apply, sum(row[0] != "same" for row in shown), 0)
    return 0


def show(arguments: argparse.Namespace) -> int:
    """Show rows of one kind."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
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


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)[:60]


def _contacts(connection: Connection, group: Group) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            **directory.as_fields(each),
            "confirmed_on": each.confirmed_on,
            "bounced": list(each.bounced),
        }
        for each in directory.active_contacts(connection, group.key)
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
    return [dict(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name


def _letters(connection: Connection, group: Group) -> list[dict[str, Any]]:
    columns = ("id", "queued_at", "recipient", "kind", "state", "attempts", "words", "subject")
    rows = connection.execute(
        select(*(letters.c[name] for name in columns), letters.c.message_id)
        .where(letters.c.group_key == group.key)
        .order_by(letters.c.id)
    )
    return [dict(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name


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
    "activities": _activities,
    "requests": _requests,
    "messages": _messages,
    "letters": _letters,
    "holds": _holds,
}


def export(arguments: argparse.Namespace) -> int:
    """Write the contact list or the calendar as a file, to ``--output`` or one named after the group."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if arguments.what == "calendar":
        return _export_calendar(house, group, arguments)
    with house.engine.begin() as connection:
        people = directory.active_contacts(connection, group.key)
        rows = [directory.as_fields(each) for each in people]
        _, files = contacts.list_letter(house, connection, group, Person(""), language())
    if arguments.format == "csv":
        content = _csv(rows)
    elif arguments.format == "vcf":
        content = cards(people)
    elif arguments.format == "xlsx":
        content = files[0].content
    else:
        raise CouldNotError(
            Bilingual(
                "PDF todavía no se ofrece; use --format xlsx e imprímalo como PDF.",
                "PDF is not offered yet; use --format xlsx and print it as PDF.",
            )
        )
    output = Path(arguments.output or f"contacts-{group.key}.{arguments.format}")
    write_file(output, content)
    say(Bilingual(f"{output} escrito.", f"{output} written."))
    return 0


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


def _safe(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula (CWE-1236)."""
    return "'" + text if text[:1] in "=+-@\t\r" and not text[1:].replace(" ", "").isdigit() else text


def _csv(rows: Sequence[dict[str, object]]) -> bytes:
    stream = io.StringIO()
    heads = list(rows[0]) if rows else ["name"]
    writer = csv.writer(stream)
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_safe(_joined(row[head])) for head in heads])
    return stream.getvalue().encode("utf-8-sig")


def _joined(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
