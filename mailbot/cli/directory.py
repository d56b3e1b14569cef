"""``show coverage``, ``import --propose``, ``forget`` and the lists of other directories."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from mailbot.cli.common import CouldNotError, group_of, house_of, put, put_json, say, settings_of, table, write_file
from mailbot.core.records import Group
from mailbot.core.values import Bilingual, Form
from mailbot.edges.documents.grid import comma_separated, workbook
from mailbot.edges.locale import language
from mailbot.edges.pages.coverage_table import coverage_table
from mailbot.work import compilation, cover, forget, records
from mailbot.work.house import House
from mailbot.work.import_contacts import Planned
from mailbot.work.import_rows import File

ANSWER_WITHIN = dt.timedelta(days=21)


def show_coverage(house: House, group: Group, *, as_json: bool) -> int:
    """Show the matrix of States and branches."""
    with house.engine.begin() as connection:
        found = cover.coverage_of(house, connection, group)
    if as_json:
        put_json(cover.as_json(found))
        return 0
    shown = coverage_table(found, language())
    put(table([[cell.replace("\n", "; ") for cell in row] for row in shown.rows], shown.heads))
    return 0


def propose(house: House, group: Group, file: File, planned: Sequence[Planned], due: dt.date | None) -> int:
    """Put a file before the presidency; nothing is entered until it answers."""
    with house.engine.begin() as connection:
        day = due or house.today(group) + ANSWER_WITHIN
        letters = compilation.propose(house, connection, group, file.rows, planned, day)
    if not letters:
        raise CouldNotError(
            Bilingual(
                f"Nadie de la Presidencia ({group.presidency}) tiene dirección: inscriba antes a sus funcionarios con "
                "«mailbot import contacts ARCHIVO --apply».",
                f"Nobody of the presidency ({group.presidency}) has an address: enter its officers first with "
                "“mailbot import contacts FILE --apply”.",
            )
        )
    say(
        Bilingual(
            f"{letters} cartas a la Presidencia; nada se inscribe hasta que responda APRUEBO.",
            f"{letters} letters to the presidency; nothing is entered until it answers APPROVE.",
        )
    )
    return 0


def forget_person(arguments: argparse.Namespace) -> int:
    """Take a person out of the database; shows first, ``--apply`` does it."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    with house.engine.begin() as connection:
        done = forget.forget(house, connection, group, arguments.address)
        refused = bool(done.last) and not arguments.yes_last
        if refused or not arguments.apply:
            connection.rollback()
    if not done.people and not any(done.counts.values()):
        raise CouldNotError(
            Bilingual(f"No hay nada de {arguments.address}.", f"There is nothing of {arguments.address}.")
        )
    for each in done.people:
        put(f"{each.name}, {each.participant.name.get(language())}")
    put(table([[name, str(count)] for name, count in done.counts.items() if count], ["", "n"]))
    if refused:
        raise CouldNotError(_last(done.last[0].participant.name))
    _say_forgotten(done.counts.get("waiting", 0), applied=arguments.apply)
    return 0


def _last(place: Bilingual) -> Bilingual:
    return Bilingual(
        f"Es el último punto focal de {place.es}: inscriba antes a otro, o añada --yes-last; la Presidencia lo verá en "
        "el resumen.",
        f"This is the last focal point of {place.en}: enter another one first, or add --yes-last; the presidency will "
        "see it in the digest.",
    )


def _say_forgotten(waiting: int, *, applied: bool) -> None:
    if waiting:
        say(
            Bilingual(
                f"{waiting} cartas a otras personas todavía esperan salir y lo nombran; repita la orden cuando salgan.",
                f"{waiting} letters to other people still wait to leave and name them; repeat this when they have.",
            )
        )
    if applied:
        say(Bilingual("Hecho. Las copias de seguridad no se tocan.", "Done. Backups are not touched."))
    else:
        say(
            Bilingual(
                "Nada se ha borrado todavía; añada --apply para hacerlo.",
                "Nothing has been removed yet; add --apply to do it.",
            )
        )


def export_records(house: House, group: Group, form: Form, arguments: argparse.Namespace) -> int:
    """Write the list of another directory as CSV or XLSX."""
    tongue = arguments.language or language()
    if arguments.format not in {"csv", "xlsx"}:
        raise CouldNotError(Bilingual("Esta lista se escribe como csv o xlsx.", "This list is written as csv or xlsx."))
    with house.engine.begin() as connection:
        rows = records.listed(connection, group, form, tongue)
    heads = records.heads(form)
    make = comma_separated if arguments.format == "csv" else workbook
    output = Path(arguments.output or f"{form.id}-{group.key}.{arguments.format}")
    write_file(output, make(form.title, heads, rows, tongue))
    say(Bilingual(f"{output} escrito, {len(rows)} filas.", f"{output} written, {len(rows)} rows."))
    return 0
