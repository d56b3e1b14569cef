"""People without labels: the parts of one on a line as between commas, several of them numbered.

"Ana Prueba; Directora; 2230-0000; a@b.example" is one person; two such lines, or two such blocks
with an empty line between, are two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from mailbot.core.fields import split_title
from mailbot.core.forms.layout.going_on import ITEM_NUMBER
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.turned import number_named
from mailbot.core.forms.naming.cells import label_of_cell
from mailbot.core.forms.naming.heading import is_name_like
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Loose

_SIGNS = tuple(map(re.compile, (r"\s*;\s*", r"\s+/\s+", r"\s+[-–—]\s+", r"\s*[|\t]\s*", r",\s+")))
_COMMAS = _SIGNS[-1]
_LEAD_IN = re.compile(
    r"[^:,;]{0,50}\b(?:datos|contactos?|informaci[oó]n|details|contacts?|information)\b[^:,;]{0,30}:\s+", re.IGNORECASE
)  # "Mis datos: Ana Prueba / Directora / …"
_REACHED = re.compile(r"\S@\S|(?:\d[\s().-]?){7}")
_ROLE = re.compile(r"[^\W\d_][^:@\d]{2,30}:\s+")  # "Punto focal: "
_ROW_NUMBER = re.compile(r"\(?\d{1,2}[.)]?")
_SAME_NUMBER = re.compile(
    r"(?<=, )(?:el )?(?:mismo (?:n[uú]mero(?: de tel[eé]fono)?|tel[eé]fono)|same (?:phone|telephone|number)),?"
    r"\s+(?=ext)",
    re.IGNORECASE,
)  # "Analista, mismo teléfono, ext. 15": of the one above
_COUNTED = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])\s?[.)°º]", re.IGNORECASE)  # "1.", "b)", not the dashes of a list
_LETTERED = re.compile(r"\s*\(?(?:[a-hA-H][.)°º]|(?:[IVX]{1,4}|[ivx]{1,4})(?:[.)]|\.\)))\s*(?=[^\W\d])")
_LEAST, _MOST = 3, 9  # parts
_LONGEST = 400
_SEVERAL = 2


def persons_with_commas(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows, "Ana Prueba; Directora; 2230-0000; a@b.example" with commas between its parts.

    Where one line alone is so, each part has a row of its own.  A table with headings keeps its cells.
    """
    if labels.form.subject_of != "contact":
        return rows
    tables = [row.cells for row in rows if row.cells]
    headed = {len(cells) for cells in tables if any(label_of_cell(cell, labels) for cell in cells)}
    parts = {
        place: found
        for place, row in enumerate(rows)
        if row.kind == "own" and len(row.cells) not in headed and (found := _parts_of(row, labels))
    }
    if len(parts) == 1:
        [(place, (apart, sign))] = parts.items()
        if sign is not _COMMAS and all(_is_no_clause(part) for part in apart):
            return [*rows[:place], *_one_each(rows[place], apart), *rows[place + 1 :]]
    kept = [_with_commas(row, parts[place][0]) if place in parts else row for place, row in enumerate(rows)]
    return _numbered(kept, labels)


def opens_an_item(text: str) -> bool:
    """Tell whether a number stands before a line, or a letter before the name of somebody: "b) Ing. Luis Ensayo"."""
    return ITEM_NUMBER.match(text) is not None or (_LETTERED.match(text) is not None and _names_one(text))


def is_parted(text: str, labels: Labels) -> bool:
    """Tell whether a line is one person, its parts between strokes, hyphens or semicolons: no sentence has those."""
    found = _parts_of(Row("own", text, 0, ()), labels)
    return found is not None and found[1] is not _COMMAS


def _is_no_clause(part: str) -> bool:
    """Tell whether a part opens as data do: "será el nuevo punto focal" is of a sentence."""
    return not part[:1].islower() or "@" in part or any(sign.isdigit() for sign in part)


def _one_each(row: Row, parts: Sequence[str]) -> Sequence[Row]:
    """Return a row for each part of one person, as on a card: where each ends is certain."""
    return [row._replace(text=part, cells=()) for part in parts]


def people_apart(loose: Sequence[Loose]) -> list[Sequence[Loose]]:
    """Return the lines without labels by person, where a numbered list names several."""
    starts = [place for place, line in enumerate(loose) if names_one_of_several(line)]
    if len(starts) < _SEVERAL:
        return [loose]
    ends = [*starts[1:], len(loose)]
    return [loose[start:end] for start, end in zip([0, *starts[1:]], ends, strict=True)]


def names_one_of_several(line: Loose) -> bool:
    """Tell whether an item of a list opens with the name of somebody."""
    return line.numbered and _names_one(line.text)


def _names_one(text: str) -> bool:
    return _is_name(_ROLE.sub("", without_bullet(text), count=1).split(",")[0])


def _numbered(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Number the people where there are several and nobody numbered them."""
    first = [place for place, row in enumerate(rows) if row.kind == "own" and _begins_a_person(rows, place, labels)]
    if len(first) < _SEVERAL or any(_COUNTED.match(rows[place].text) for place in first):
        return rows
    numbers = {place: number for number, place in enumerate(first, 1)}
    return [
        row._replace(text=f"{numbers[place]}. {without_bullet(row.text)}") if place in numbers else row
        for place, row in enumerate(rows)
    ]


def _begins_a_person(rows: Sequence[Row], place: int, labels: Labels) -> bool:
    """Tell whether a line is a person, or opens a block of lines that is one."""
    row = rows[place]
    if row.cells or row.signature:
        return False
    if "," in row.text and _is_person([part.strip() for part in row.text.split(",")], labels):
        return True
    above = rows[place - 1].kind if place else "blank"
    if above == "own" or not _is_name(row.text):
        return False
    block = list(takewhile(lambda each: each.kind == "own" and not each.cells, rows[place + 1 : place + _MOST]))
    return len(block) >= _LEAST - 1 and any(_REACHED.search(each.text) for each in block)


def _is_name(text: str) -> bool:
    name = split_title(text.strip())[1]
    return is_name_like(name) and len(name.split()) > 1


def _parts_of(row: Row, labels: Labels) -> tuple[list[str], re.Pattern[str] | None] | None:
    """Return the parts of a row that is one person, and the sign between them; None for any other row."""
    if len(row.text) > _LONGEST or not _REACHED.search(row.text):
        return None
    text = row.text
    if "ext" in text.lower() and _SAME_NUMBER.search(text):
        text = _SAME_NUMBER.sub("tel. mismo número ", text)
    text = without_bullet(text)
    lead = _LEAD_IN.match(text)
    text = text[lead.end() :] if lead and not row.cells else text
    splits = [(None, list(row.cells))] if row.cells else [(sign, sign.split(text)) for sign in _SIGNS]
    stripped = ((sign, [part.strip() for part in each if part.strip()]) for sign, each in splits if len(each) >= _LEAST)
    sign, parts = next(stripped, (None, []))
    if parts and _ROW_NUMBER.fullmatch(parts[0]):
        parts = parts[1:]
    if not (_LEAST <= len(parts) <= _MOST and _is_person(parts, labels)) or (lead and sign is _COMMAS):
        return None  # "Mis datos: Ana Prueba, Directora" stays a line of words
    return [number_named(part, labels) or part for part in parts], sign


def _with_commas(row: Row, parts: Sequence[str]) -> Row:
    bullet = row.text[: len(row.text) - len(without_bullet(row.text))] if not row.cells else ""
    return row._replace(text=bullet + ", ".join(parts), cells=())


def _is_person(parts: Sequence[str], labels: Labels) -> bool:
    """Tell whether a name stands first, and a number or an address in a part of its own behind it."""
    reached = any(_REACHED.search(part) for part in parts[1:])
    return reached and _names_one(parts[0]) and not any(label_of_cell(part, labels) for part in parts)
