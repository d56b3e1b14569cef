"""Answers typed into the history: on a label's line, under it, in a cell; others deleted."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from html import escape, unescape

_ROW = re.compile(r"<tr data-field=.*?</tr>", re.DOTALL)
_CELLS = re.compile(r"(<t[hd][^>]*>)(.*?)(</t[hd]>)(\s*<td[^>]*>)(.*?)(</td>)", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
WIDTH = 72


def text_history(text: str, answers: dict[str, str], manner: str, *, marked: bool) -> list[str]:
    """Return the history's lines; ``marked`` puts ``> `` before what is not typed by the sender."""
    lines = _filled(text.split("\n"), answers, manner)
    if manner == "wrapped":
        wrapped = [
            (piece, own)
            for line, own in lines
            for piece in textwrap.wrap(line, WIDTH - 2, break_long_words=False, break_on_hyphens=False) or [""]
        ]
        return [_marked(line) if not own else line for line, own in wrapped]
    return [_marked(line) if marked and not own else line for line, own in lines]


def _marked(line: str) -> str:
    return f"> {line}" if line else ">"


def _filled(lines: Sequence[str], answers: dict[str, str], manner: str) -> list[tuple[str, bool]]:
    """(line, whether the sender typed the whole of it); each label is answered once."""
    left, found = dict(answers), []
    for line in lines:
        label = line.split(":", 1)[0]
        value = left.pop(label, None) if ":" in line else None
        if value is None:
            if manner != "changed-only":
                found.append((line, False))
        elif manner == "next-line":
            found.extend([(line, False), *((each, True) for each in value.split("\n"))])
        else:
            first, *more = value.split("\n")
            found.append((f"{label}: {first}", False))
            found.extend((each, False) for each in more)
    return found


def html_history(html: str, answers: dict[str, str], manner: str, *, keeps_data: bool) -> str:
    """Return the letter's HTML with its cells filled; other rows deleted where the manner says so."""
    left = dict(answers)

    def row(match: re.Match[str]) -> str:
        return _row(match[0], left, manner)

    filled = _ROW.sub(row, html)
    return filled if keeps_data else re.sub(r' data-(?:field|form)="[^"]*"', "", filled)


def _row(row: str, left: dict[str, str], manner: str) -> str:
    cells = _CELLS.search(row)
    if cells is None:
        return row
    label = unescape(_TAG.sub("", cells[2])).strip().rstrip(":").strip()
    value = left.pop(label, None)
    if value is None:
        return "" if manner == "changed-only" else row
    typed = escape(value).replace("\n", "<br>")
    if manner == "next-line":
        typed = f"<div><br></div><div>{typed}</div>"
    return row[: cells.start(5)] + typed + row[cells.end(5) :]
