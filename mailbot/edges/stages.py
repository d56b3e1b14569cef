"""``rules/reminders.yaml``: the stages of reminding."""

from __future__ import annotations

from pathlib import Path

import yaml

from mailbot.core.due import Stage
from mailbot.core.values import Bilingual, OperatorError


def load_stages(path: Path) -> tuple[Stage, ...]:
    """Return the stages of a file; OperatorError lists every mistake with its remedy."""
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise OperatorError([_mistake(path, str(error).replace("\n", " "))]) from error
    rows = document.get("stages") if isinstance(document, dict) else None
    if not isinstance(rows, list) or not rows:
        raise OperatorError([_mistake(path, "stages: [{name: week-before, days: 7}]")])
    mistakes = []
    stages = []
    for number, row in enumerate(rows, 1):
        fits = isinstance(row, dict) and set(row) == {"name", "days"}
        if fits and isinstance(row["name"], str) and type(row["days"]) is int:
            stages.append(Stage(row["name"], row["days"]))
        else:
            mistakes.append(_mistake(path, f"stages[{number}]: {{name: text, days: number}}"))
    for field in ("name", "days"):
        seen = [getattr(stage, field) for stage in stages]
        if len(set(seen)) != len(seen):
            mistakes.append(_mistake(path, f"stages: two with the same {field}"))
    if mistakes:
        raise OperatorError(mistakes)
    return tuple(stages)


def _mistake(path: Path, what: str) -> Bilingual:
    return Bilingual(f"{path}: corrija: {what}", f"{path}: mend: {what}")
