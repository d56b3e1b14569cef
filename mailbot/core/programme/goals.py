"""Indicators as a programme's file gives them: name, unit, baseline, target, by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from mailbot.core import windows
from mailbot.core.language import fold
from mailbot.core.programme.values import Remark
from mailbot.core.records import Indicator
from mailbot.core.values import Bilingual

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "id", "codigo", "no", "n.º"),
    "name_es": ("name_es", "indicador", "nombre", "name", "indicator_es"),
    "name_en": ("name_en", "indicator", "indicator_en"),
    "unit_es": ("unit_es", "unidad", "unit", "unidad de medida"),
    "unit_en": ("unit_en",),
    "baseline": ("baseline", "linea base", "linea de base", "valor inicial"),
    "target": ("target", "meta", "goal"),
    "due": ("due", "by", "hasta", "plazo", "fecha", "date", "fecha limite"),
    "combine": ("combine", "suma", "como se reune"),
}
_ROLE = {fold(word): role for role, words in COLUMNS.items() for word in words}
COMBINE = {"": "latest", "latest": "latest", "ultimo": "latest", "sum": "sum", "suma": "sum"}


@dataclass(frozen=True, slots=True)
class Goal:
    """One indicator of a file; numbers as decimals."""

    code: str
    name: Bilingual
    unit: Bilingual
    baseline: Decimal | None
    target: Decimal | None
    due: date | None
    combine: str

    @classmethod
    def of(cls, held: Indicator) -> Goal:
        """Return what is on record in the same shape."""
        return cls(held.code, held.name, held.unit, held.baseline, held.target, held.due, held.combine)

    def columns(self) -> dict[str, Any]:
        """Return the columns of the store."""
        numbers = {"baseline": self.baseline, "target": self.target}
        return {
            "code": self.code,
            "name_es": self.name.es,
            "name_en": self.name.en,
            "unit_es": self.unit.es,
            "unit_en": self.unit.en,
            **{key: None if value is None else str(value) for key, value in numbers.items()},
            "due": self.due,
            "combine": self.combine,
        }


def goals_of(rows: Iterable[Mapping[str, Any]], today: date) -> tuple[tuple[Goal, ...], tuple[Remark, ...]]:
    """Return the indicators of rows and what cannot stand; a code is given where there is none."""
    goals: dict[str, Goal] = {}
    doubts: list[Remark] = []
    for number, row in enumerate(rows, 1):
        named = {_ROLE[fold(str(key))]: value for key, value in row.items() if fold(str(key)) in _ROLE}
        where = Bilingual(f"indicador {number}", f"indicator {number}")
        goal = _goal(named, number, today, where, doubts)
        if goal is not None and goals.setdefault(goal.code, goal) != goal:
            doubts.append(Remark(where, _twice(goal.code)))
    return tuple(goals.values()), tuple(doubts)


def _twice(code: str) -> Bilingual:
    return Bilingual(
        f"el código {code} está dos veces; la segunda no se importa: cambie uno",
        f"the code {code} stands twice; the second is not imported: change one",
    )


NO_NAME = Bilingual("falta el nombre; no se importa", "the name is missing; not imported")


def _goal(row: Mapping[str, Any], number: int, today: date, where: Bilingual, doubts: list[Remark]) -> Goal | None:
    spanish, english = str(row.get("name_es") or ""), str(row.get("name_en") or "")
    if not (spanish or english):
        doubts.append(Remark(where, NO_NAME))
        return None
    numbers = {key: _number(row.get(key), key, where, doubts) for key in ("baseline", "target")}
    combine = COMBINE.get(fold(str(row.get("combine") or "")))
    if combine is None:
        doubts.append(Remark(where, Bilingual("combine: use latest o sum", "combine: use latest or sum")))
    unit = str(row.get("unit_es") or row.get("unit_en") or "")
    return Goal(
        str(row.get("code") or f"I-{number:02d}"),
        Bilingual(spanish or english, english or spanish),
        Bilingual(unit, str(row.get("unit_en") or unit)),
        numbers["baseline"],
        numbers["target"],
        _due(row.get("due"), today, where, doubts),
        combine or "latest",
    )


def _number(said: object, key: str, where: Bilingual, doubts: list[Remark]) -> Decimal | None:
    if said is None or said == "":
        return None
    try:
        found = Decimal(str(said).strip().rstrip("%").strip())
    except InvalidOperation:
        found = Decimal("NaN")
    if found.is_finite():
        return found
    es, en = (
        f"{key}: «{said}» no es un número; escriba 1500 o 12.5",
        f"{key}: “{said}” is no number; write 1500 or 12.5",
    )
    doubts.append(Remark(where, Bilingual(es, en)))
    return None


def _due(said: object, today: date, where: Bilingual, doubts: list[Remark]) -> date | None:
    if said is None or said == "" or isinstance(said, date):
        return said if isinstance(said, date) else None
    found = windows.read(str(said), today)
    if len(found) == 1 and found[0].doubt is None and found[0].end is not None:
        return found[0].end
    es, en = f"due: «{said}» no es una fecha; escríbala como 2009-01-16", f"due: “{said}” is no date; write 2009-01-16"
    doubts.append(Remark(where, Bilingual(es, en)))
    return None
