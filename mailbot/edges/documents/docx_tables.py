"""Word files as paragraphs and table grids (ECMA-376 part 1, section 17.4).

Read from the XML itself: content controls, tracked insertions and hyperlinks are part of the text
a person sees, deletions, struck-out words and footnote marks are not; cells merged
across (``gridSpan``, ``hMerge``) and down (``vMerge``)
share their origin; rows may begin and end inside the grid (``gridBefore``, ``gridAfter``).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from mailbot.core.programme.values import Cell, Paper, Table

MAXIMUM_BYTES = 200_000_000  # unpacked: more is no work programme
UNREADABLE = (OSError, KeyError, ValueError, zipfile.BadZipFile, docx.exceptions.PythonDocxError)
_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_RUN, _FOOTNOTE = qn("w:r"), re.compile(r"\d{1,2}|[*†‡]+")
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_HYPHEN = qn("w:noBreakHyphen")
# What is deleted or moved away, a picture's fallback text, tab stops: not what a person reads.
_UNSEEN = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:txbxContent", "w:instrText")))


def read_docx(path: Path) -> Paper:
    """Return the paragraphs above the first table, and the tables; raises one of ``UNREADABLE``."""
    with zipfile.ZipFile(path) as package:
        if sum(entry.file_size for entry in package.infolist()) > MAXIMUM_BYTES:
            raise ValueError("too large when unpacked")
    body = docx.Document(str(path)).element.body
    blocks = list(_within(body, {_PARAGRAPH, _TABLE}))
    lines: list[str] = []
    above: list[str] = []
    tables: list[Table] = []
    for block in blocks:
        if block.tag == _TABLE:
            tables.append(replace(_table(block), above=tuple(above)))
            above = []
            continue
        above += _lines(block)
        lines += [] if tables else _lines(block)
    return Paper(tuple(lines), tuple(tables))


def _within(element: Any, wanted: set[str]) -> Iterator[Any]:
    """Yield the wanted elements nearest inside, through content controls and tracked changes."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN and child.tag not in {_TABLE, _ROW, _CELL}:
            yield from _within(child, wanted)


def _lines(paragraph: Any) -> list[str]:
    """Return a paragraph's lines; one of a list begins with a bullet (its number is not in the text)."""
    text = "".join(_pieces(paragraph)).replace("\xa0", " ")
    return f"• {text}".split("\n") if text.strip() and _is_listed(paragraph) else text.split("\n")


def _is_listed(paragraph: Any) -> bool:
    """Whether a paragraph is of a list; number 0 takes it out of one (17.9.18)."""
    listed = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    number = listed.find(qn("w:numId")) if listed is not None else None
    return listed is not None and (number is None or number.get(qn("w:val")) != "0")


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _RUN and _is_mark(child):
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield " "
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag in _BREAK:
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from _pieces(child)


def _is_mark(run: Any) -> bool:
    """Whether a run is struck out, or the raised number or asterisk of a footnote (17.3.2.37, 17.3.2.42)."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    if any(_is_on(properties.find(qn(name))) for name in ("w:strike", "w:dstrike")):
        return True
    raised = properties.find(qn("w:vertAlign"))
    text = "".join(each.text or "" for each in run.iter(_TEXT)).strip(" ()[]")
    return raised is not None and raised.get(qn("w:val")) == "superscript" and bool(_FOOTNOTE.fullmatch(text))


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(qn("w:val"), "1") not in {"0", "false", "off"}


def _cell_lines(cell: Any) -> list[str]:
    """Return the paragraphs of a cell; a table inside gives one line a row."""
    lines: list[str] = []
    for block in _within(cell, {_PARAGRAPH, _TABLE}):
        if block.tag == _PARAGRAPH:
            lines += _lines(block)
        else:
            lines += [_row_line(row) for row in _within(block, {_ROW})]
    return lines


def _row_line(row: Any) -> str:
    cells = (" ".join(" ".join(_cell_lines(cell)).split()) for cell in _within(row, {_CELL}))
    return ". ".join(text.rstrip(" .") for text in cells if text)


def _table(table: Any) -> Table:
    grid: list[list[Cell]] = []
    inner: list[Table] = []
    for number, row in enumerate(_within(table, {_ROW})):
        grid.append(_row(row, number, grid[-1] if grid else []))
        for cell in _within(row, {_CELL}):
            inner += [_table(block) for block in _within(cell, {_TABLE})]
    width = max((len(row) for row in grid), default=0)
    rows = [(*row, *(Cell((), (number, place)) for place in range(len(row), width))) for number, row in enumerate(grid)]
    return Table(tuple(rows), tuple(inner))


def _row(row: Any, number: int, above: list[Cell]) -> list[Cell]:
    found = [Cell((), (number, place)) for place in range(_count(row, "w:trPr", "w:gridBefore", 0))]
    for element in _within(row, {_CELL}):
        place = len(found)
        span = _count(element, "w:tcPr", "w:gridSpan", 1)
        down = _merge(element, "w:vMerge") and place < len(above)
        across = _merge(element, "w:hMerge") and bool(found)
        if across:
            cell = found[-1]
        elif down:
            cell = above[place]
        else:
            cell = Cell(tuple(_cell_lines(element)), (number, place))
        found += [cell] * span
    after = _count(row, "w:trPr", "w:gridAfter", 0)
    return found + [Cell((), (number, len(found) + place)) for place in range(after)]


def _count(element: Any, properties: str, name: str, default: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    said = found.get(qn("w:val"), "") if found is not None else ""
    return min(int(said), 100) if said.isdigit() else default


def _merge(cell: Any, name: str) -> bool:
    """Whether a cell goes on from the one above or before (17.4.84: no ``restart``)."""
    found = cell.find(f"{qn('w:tcPr')}/{qn(name)}")
    return found is not None and found.get(qn("w:val"), "continue") == "continue"
