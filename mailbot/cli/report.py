"""``report``: the group's report to a meeting, as files or put to the presidency."""

from __future__ import annotations

import argparse
from pathlib import Path

from sqlalchemy import Connection

from mailbot.cli.common import CouldNotError, group_of, house_of, put, say, settings_of, write_file
from mailbot.core.letters.parity import HalvesDiffer
from mailbot.core.records import Group
from mailbot.core.report.facts import ReportFacts
from mailbot.core.report.kept import facts_from_json
from mailbot.core.values import Bilingual
from mailbot.edges.store import reports
from mailbot.work import report as reporting
from mailbot.work.house import House


def report(arguments: argparse.Namespace) -> int:
    """Write the report as it stands now, or a final one again; ``--send-draft`` puts it to the presidency."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    try:
        if arguments.send_draft:
            return _send_draft(house, group, arguments)
        return _write(house, group, arguments)
    except HalvesDiffer as error:
        raise CouldNotError(
            Bilingual(
                f"El informe no dice lo mismo en ambos idiomas: {error}. Corrija esos datos en el programa "
                "o en rules/report.yaml.",
                f"The report does not say the same in both languages: {error}. Mend those data in the programme "
                "or in rules/report.yaml.",
            )
        ) from error


def _write(house: House, group: Group, arguments: argparse.Namespace) -> int:
    with house.engine.begin() as connection:
        facts = _facts(house, connection, group, arguments)
    languages = ("es", "en") if arguments.language == "both" else (arguments.language,)
    formats = reporting.FORMATS if arguments.format == "both" else (arguments.format,)
    for made in reporting.files(group, facts, languages, formats):
        path = Path(arguments.output) / made.name
        write_file(path, made.content)
        put(str(path))
    return 0


def _facts(house: House, connection: Connection, group: Group, arguments: argparse.Namespace) -> ReportFacts:
    if arguments.number is None:
        return reporting.gather(house, connection, group, arguments.meeting)
    row = reports.by_number(connection, group.key, arguments.number)
    if row is None:
        raise CouldNotError(
            Bilingual(
                f"No hay informe n.º {arguments.number}; sin --number se escribe el borrador de hoy.",
                f"There is no report no. {arguments.number}; without --number today's draft is written.",
            )
        )
    return facts_from_json(row.facts)


def _send_draft(house: House, group: Group, arguments: argparse.Namespace) -> int:
    with house.engine.begin() as connection:
        readers = reporting.presidency(connection, group)
    if not readers:
        raise CouldNotError(
            Bilingual(
                f"La Presidencia ({group.presidency}) no tiene dirección; añádala con «mailbot import contacts».",
                f"The presidency ({group.presidency}) has no address; add one with “mailbot import contacts”.",
            )
        )
    count = reporting.send_draft(house, group, arguments.meeting)
    said = Bilingual(f"{count} cartas en la bandeja de salida.", f"{count} letters put in the outbox.")
    same = Bilingual("El mismo borrador ya espera respuesta.", "The same draft waits for an answer already.")
    say(said if count else same)
    return 0
