"""``rules/reminders.yaml``: the stages of reminding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from mailbot.core.due import AUDIENCES, Stage
from mailbot.core.values import Bilingual, OperatorError

LONGEST_NAME = 32  # of the ledger's column


def load_stages(path: Path) -> tuple[Stage, ...]:
    """Return the stages of a file; OperatorError lists every mistake with its remedy."""
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise OperatorError([_mistake(path, str(error).replace("\n", " "))]) from error
    rows = document.get("stages") if isinstance(document, dict) else None
    if not isinstance(rows, list) or not rows:
        raise OperatorError([_mistake(path, "stages: [{name: week-before, days: 7}]")])
    mistakes = [_mistake(path, _SHAPE.format(number)) for number, row in enumerate(rows, 1) if not _fits(row)]
    stages = [Stage(**row) for row in rows if _fits(row)]
    if len({each.name for each in stages}) != len(stages):
        mistakes.append(_mistake(path, "stages: two with the same name"))
    if len({(each.to, each.days) for each in stages}) != len(stages):
        mistakes.append(_mistake(path, "stages: two with the same days"))
    if mistakes:
        raise OperatorError(mistakes)
    return tuple(stages)


_SHAPE = "stages[{}]: {{name: text (1-32), days: number, to: " + "|".join(AUDIENCES) + "}}"


def _fits(row: Any) -> bool:
    if not isinstance(row, dict) or not {"name", "days"} <= set(row) <= {"name", "days", "to"}:
        return False
    name = row["name"]
    fits = isinstance(name, str) and 0 < len(name) <= LONGEST_NAME and type(row["days"]) is int
    return fits and row.get("to", AUDIENCES[0]) in AUDIENCES


def _mistake(path: Path, what: str) -> Bilingual:
    return Bilingual(f"{path}: corrija: {what}", f"{path}: mend: {what}")
