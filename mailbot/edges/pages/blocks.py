"""Blocks of a letter, each written twice from one value: as text and as HTML.

What a template yields is read line by line: ``# heading``, ``- item``, a marker that
stands for a block made by code, else paragraphs.  All words are escaped when they become
HTML; nothing in a template or a fact is HTML.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

WIDTH = 76
MARK = re.compile("^\ue000(\\d+)\ue001$")
FONT = "font-family:Calibri,Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;color:#1f2933"
CELL = "padding:6px 10px;border:1px solid #c3ccd6;vertical-align:top;text-align:left"
HEAD = CELL + ";background:#e8eef4;font-weight:bold"

# On a telephone a table stands as cards, each cell under its head.  A program that drops
# this shows the table as it is.
NARROW = (
    "@media (max-width:480px){.stacks,.stacks caption,.stacks tbody,.stacks tr,.stacks th,.stacks td{display:block}"
    ".stacks thead{display:none}.stacks tr{margin:0 0 12px}.stacks td{border-top:none!important}"
    ".stacks td:empty{display:none}.stacks th{background:#e8eef4}"
    ".stacks td[data-head]:before{content:attr(data-head);display:block;font-size:12px;color:#52606d}}"
)


class Block(Protocol):
    """A part of a letter that can be said in text and in HTML."""

    def text(self) -> str:
        """The block as text."""

    def size(self) -> int:
        """How many items it has: rows, fields, bullets."""

    def html(self) -> str:
        """The block as HTML."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    words: str

    def text(self) -> str:
        """Capital letters stay for codes; a heading is underlined."""
        shown = wrapped(self.words)
        return f"{shown}\n{'-' * max(map(len, shown.splitlines()), default=0)}"

    def size(self) -> int:
        """How many items it has."""
        return 1

    def html(self) -> str:
        """A heading of second rank."""
        return f'<h2 style="font-size:17px;margin:18px 0 6px;color:#12355b">{escape(self.words)}</h2>'


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    words: str

    def text(self) -> str:
        """Wrapped at 76 columns, addresses and codes unbroken."""
        return wrapped(self.words)

    def size(self) -> int:
        """How many items it has."""
        return 1

    def html(self) -> str:
        """One paragraph."""
        return f'<p style="margin:8px 0">{escape(self.words)}</p>'


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short items."""

    items: tuple[str, ...]

    def text(self) -> str:
        """A hyphen before each."""
        return "\n".join(wrapped(item, "- ", "  ") for item in self.items)

    def size(self) -> int:
        """How many items it has."""
        return len(self.items)

    def html(self) -> str:
        """An unordered list."""
        rows = "".join(f'<li style="margin:3px 0">{escape(item)}</li>' for item in self.items)
        return f'<ul style="margin:6px 0;padding-left:22px">{rows}</ul>'


@dataclass(frozen=True, slots=True)
class FormRow:
    """One question: its label, what stands beside it, and remarks under it."""

    field: str
    label: str
    value: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormBlock:
    """A form ready to be answered by reply."""

    form: str
    rows: tuple[FormRow, ...]
    code_label: str
    code: str

    def text(self) -> str:
        """``Label: value``, one a line, never wrapped; remarks under the line they concern."""
        lines = []
        for row in self.rows:
            lines.append(f"{row.label}: {row.value}".rstrip())
            lines.extend(wrapped(remark, "   ^ ", "     ") for remark in row.remarks)
        return "\n".join([*lines, f"{self.code_label}: {self.code}"])

    def size(self) -> int:
        """How many items it has."""
        return len(self.rows)

    def html(self) -> str:
        """Two columns; rows named in ``data-field``, which mail programs keep."""
        rows = "".join(self._row(row) for row in self.rows)
        code = (
            f'<tr><th scope="row" style="{HEAD};color:#52606d">{escape(self.code_label)}</th>'
            f'<td style="{CELL};color:#52606d">{escape(self.code)}</td></tr>'
        )
        return (
            f'<table data-form="{escape(self.form)}" cellpadding="0" cellspacing="0" '
            'style="border-collapse:collapse;width:100%;max-width:640px;margin:10px 0">'
            f"{rows}{code}</table>"
        )

    @staticmethod
    def _row(row: FormRow) -> str:
        value = escape(row.value) or "&nbsp;"
        html = (
            f'<tr data-field="{escape(row.field)}"><th scope="row" style="{HEAD};width:38%">'
            f'{escape(row.label)}:</th><td style="{CELL}">{value}</td></tr>'
        )
        for remark in row.remarks:
            html += f'<tr><td colspan="2" style="{CELL};background:#fff4e0;color:#7a3e00">▲ {escape(remark)}</td></tr>'
        return html


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads.  In text each row is a small paragraph of ``head: cell`` lines."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    compared: bool = True  # examples differ between the languages on purpose
    stacks: bool = True  # on a telephone a row stands as a card; two short columns need not

    def text(self) -> str:
        """The first cell leads, the others follow indented; empty cells are left out."""
        said = []
        for row in self.rows:
            lines = [wrapped(row[0], "* ", "  ")]
            for head, cell in zip(self.heads[1:], row[1:], strict=True):
                if cell:
                    lines.append(wrapped(f"{head}: {cell}" if head else cell, "  ", "    "))
            said.append("\n".join(lines))
        return "\n".join(said)

    def size(self) -> int:
        """How many items it has."""
        return len(self.rows)

    def html(self) -> str:
        """A table with a caption and heads that screen readers name."""
        heads = "".join(f'<th scope="col" style="{HEAD}">{escape(head)}</th>' for head in self.heads)
        body = "".join(self._row(row, self.heads) for row in self.rows)
        caption = f'<caption style="text-align:left;padding:4px 0">{escape(self.caption)}</caption>'
        kind = ' class="stacks"' if self.stacks else ""
        return (
            f'<table{kind} cellpadding="0" cellspacing="0" '
            'style="border-collapse:collapse;width:100%;margin:10px 0;font-size:14px">'
            f"{caption if self.caption else ''}<thead><tr>{heads}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )

    @staticmethod
    def _row(row: Sequence[str], heads: Sequence[str]) -> str:
        first, *rest = (escape(cell).replace("\n", "<br>") for cell in row)
        cells = f'<th scope="row" style="{CELL};font-weight:bold">{first}</th>'
        for head, cell in zip(heads[1:], rest, strict=True):
            cells += f'<td data-head="{escape(head)}" style="{CELL}">{cell}</td>'
        return f"<tr>{cells}</tr>"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, shown as written."""

    heading: str
    words: str

    def text(self) -> str:
        """Indented under who said it."""
        lines = [wrapped(line, "  | ", "  | ") for line in self.words.split("\n")]
        return "\n".join([wrapped(self.heading), *lines])

    def size(self) -> int:
        """How many items it has."""
        return 1

    def html(self) -> str:
        """A bar at the left."""
        words = escape(self.words).replace("\n", "<br>")
        return (
            f'<p style="margin:8px 0 2px;color:#52606d">{escape(self.heading)}</p>'
            '<p style="margin:0 0 8px;padding:4px 12px;border-left:3px solid #9fb3c8">'
            f"{words}</p>"
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that travels with the letter, shown by its name (RFC 2392), and its words."""

    name: str
    words: str

    def text(self) -> str:
        """What the picture says."""
        return wrapped(self.words)

    def size(self) -> int:
        """How many items it has."""
        return 1

    def html(self) -> str:
        """Never wider than the letter; the words for who does not see it."""
        return (
            f'<p style="margin:8px 0"><img src="cid:{escape(self.name)}" alt="{escape(self.words)}" '
            'width="640" style="max-width:100%;height:auto;border:0"></p>'
        )


def wrapped(words: str, first: str = "", rest: str = "") -> str:
    """Return text wrapped at 76 columns; long words such as addresses stay whole."""
    line = " ".join(words.split())
    if len(first) + len(line) <= WIDTH:  # most are short, and a list has thousands
        return first + line if line else ""
    return textwrap.fill(
        line,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def read_blocks(written: str, made: Sequence[Block]) -> list[Block]:
    """Turn what a template yields into blocks, in order."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    items: list[str] = []

    def flush() -> None:
        if paragraph:
            blocks.append(Paragraph(" ".join(paragraph)))
            paragraph.clear()
        if items:
            blocks.append(Bullets(tuple(items)))
            items.clear()

    for line in written.split("\n"):
        bare = line.strip()
        mark = MARK.match(bare)
        if mark and int(mark[1]) < len(made):
            flush()
            blocks.append(made[int(mark[1])])
        elif bare.startswith("# "):
            flush()
            blocks.append(Heading(bare[2:]))
        elif bare.startswith("- "):
            if paragraph:
                flush()
            items.append(bare[2:])
        elif not bare:
            flush()
        elif items:
            items[-1] += " " + bare
        else:
            paragraph.append(bare)
    flush()
    return blocks
