"""A work programme from a paper: what would change first, then the change, with history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import yaml
from openpyxl.utils.exceptions import InvalidFileException
from sqlalchemy import Connection

from mailbot.core.programme import compare, reading, rows
from mailbot.core.programme.compare import Plan, Step
from mailbot.core.programme.reading import Programme
from mailbot.core.programme.values import Paper
from mailbot.core.programme.when import Days
from mailbot.core.records import Group, HistoryLine
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.documents import docx_tables, grids
from mailbot.edges.store import ledger
from mailbot.work.house import House

PAPERS: Mapping[str, Callable[[Path], Paper]] = {
    ".docx": docx_tables.read_docx,
    ".xlsx": grids.read_xlsx,
    ".csv": grids.read_csv,
}
UNREADABLE = (*docx_tables.UNREADABLE, BadZipFile, InvalidFileException, yaml.YAMLError)


def read(house: House, group: Group, path: Path) -> Programme:
    """Return the activities of a file; OperatorError for one that cannot be read, with what can."""
    ending = path.suffix.lower()
    try:
        if ending in {".yaml", ".yml"}:
            found, adopted = grids.read_rows(path)
            drafts, doubts = rows.drafts_of_rows(found, Days(adopted or house.today(group), adopted))
            return Programme(drafts, doubts, adopted)
        if ending in PAPERS:
            return reading.read(PAPERS[ending](path), house.programme_words, house.today(group))
    except UNREADABLE as error:
        raise _unreadable(path, str(error)) from error
    raise _unreadable(path, ending or "?")


def _unreadable(path: Path, why: str) -> OperatorError:
    return OperatorError(
        [
            Bilingual(
                f"{path}: no se puede leer ({why}); se aceptan DOCX, XLSX, CSV y YAML "
                "(guarde .doc o .odt como .docx, y .xls u .ods como .xlsx).",
                f"{path}: cannot be read ({why}); DOCX, XLSX, CSV and YAML are accepted "
                "(save .doc or .odt as .docx, and .xls or .ods as .xlsx).",
            )
        ]
    )


def plan(connection: Connection, group: Group, programme: Programme, today: date = date.min) -> Plan:
    """Return what a paper would change; doubts of the reading come first."""
    known = ledger.all_activities(connection, group.key)
    found = compare.plan(programme.drafts, known, group.key.upper(), programme.adopted or today)
    return Plan(found.steps, (*programme.doubts, *found.doubts))


def apply(house: House, connection: Connection, group: Group, steps: Sequence[Step]) -> int:
    """Enter what is new and changed; what stood before goes into the history.  Returns how many."""
    written = [step for step in steps if step.state in {"new", "changed"}]
    for step in written:
        ledger.put_activity(connection, group.key, step.values)
    numbers = {each.code: each.id for each in ledger.all_activities(connection, group.key)}
    lines = [line for step in written for line in _history(house, step, numbers[step.code])]
    ledger.add_history(connection, group.key, lines)
    return len(written)


def _history(house: House, step: Step, number: int) -> list[HistoryLine]:
    told: list[tuple[str, Any, Any]] = [(each.field, each.before, each.after) for each in step.changes]
    if step.state == "new":
        told = [("code", None, step.code)]
    return [
        HistoryLine(house.now(), "import", "activity", number, None, field, before, after, None)
        for field, before, after in told
    ]
