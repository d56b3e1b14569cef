"""The matrix of States and branches as a table of a letter."""

from __future__ import annotations

from mailbot.core.coverage import Cell, Coverage, StateRow
from mailbot.core.values import Bilingual
from mailbot.edges.pages.blocks import Table

CAPTION = Bilingual(
    "Personas por Estado y rama; entre paréntesis, hace cuántos días se confirmaron sus datos",
    "People by State and branch; in brackets, how many days ago their details were confirmed",
)
STATE = Bilingual("Estado", "State")
FOCAL = Bilingual("Punto focal", "Focal point")
NONE = Bilingual("✗ ninguno", "✗ none")
UNREACHED = Bilingual("! el correo vuelve", "! mail returns")
MISSING = Bilingual("– falta", "– missing")
NEVER = Bilingual("sin confirmar", "not confirmed")
RETURNS = Bilingual("el correo vuelve", "mail returns")


def coverage_table(found: Coverage, language: str) -> Table:
    """Return the table: a row a State, its focal points, then each branch.  No cell speaks by colour alone."""
    heads = (STATE.get(language), FOCAL.get(language), *(each.label.get(language) for each in found.branches))
    rows = []
    for row in found.rows:
        cells = [_cell(row.cells[each.id], language, wished=bool(each.words)) for each in found.branches]
        rows.append((row.participant.name.get(language), _focal(row, language), *cells))
    return Table(heads, tuple(rows), CAPTION.get(language))


def _focal(row: StateRow, language: str) -> str:
    if not row.focal_points:
        return NONE.get(language)
    return str(row.focal_points) if row.reachable else f"{row.focal_points} {UNREACHED.get(language)}"


def _cell(cell: Cell, language: str, *, wished: bool) -> str:
    if not cell.people:
        return MISSING.get(language) if wished else ""
    age = NEVER.get(language) if cell.age is None else f"{cell.age} {'días' if language == 'es' else 'days'}"
    parts = [f"{cell.people} ({age})"]
    if cell.bounced:
        parts.append(f"! {RETURNS.get(language)}: {', '.join(cell.bounced)}")
    return "\n".join(parts)
