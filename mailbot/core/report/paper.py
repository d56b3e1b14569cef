"""A document as a value: the blocks that Word and PDF are both written from.

Each piece of text knows its language, so that a spelling checker and a reader aloud do too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mailbot.core.letters.parity import HalvesDiffer, parity


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text.  ``compared`` False: an official title, worded freely in each language."""

    text: str
    language: str
    strong: bool = False
    compared: bool = True


Line = tuple[Span, ...]
Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The head of a report: the group, what this is, then labelled lines.  ``draft`` marks it."""

    group: Span
    title: Span
    mark: Span | None
    lines: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of rank 1 to 3."""

    level: int
    words: Line


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    words: Line


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short items."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``caption`` says what it shows, ``shares`` how its columns divide the width.

    Where the heading above says it already, the caption is for readers aloud only (``quiet``).
    """

    caption: Span
    heads: tuple[Span, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]
    quiet: bool = True


Block = TitleBlock | Head | Prose | Points | Grid


def check_halves(spanish: Sequence[Block], english: Sequence[Block]) -> None:
    """Raise HalvesDiffer unless both halves have the same parts, dates, numbers and addresses."""
    found = parity(_said(spanish), _said(english))
    if [_shape(each) for each in spanish] != [_shape(each) for each in english]:
        found = ("parts: the halves have other blocks or counts of rows", *found)
    if found:
        raise HalvesDiffer("report: " + "; ".join(found))


def _shape(block: Block) -> tuple[str, int, int]:
    if isinstance(block, Grid):
        return "grid", len(block.rows), len(block.heads)
    if isinstance(block, Points):
        return "points", len(block.items), 0
    return type(block).__name__, block.level if isinstance(block, Head) else 0, 0


def _said(blocks: Iterable[Block]) -> str:
    return "\n".join(span.text for block in blocks for span in spans_of(block) if span.compared)


def spans_of(block: Block) -> Iterable[Span]:
    """Yield every piece of a block in reading order."""
    if isinstance(block, TitleBlock):
        yield from (block.group, block.title, *((block.mark,) if block.mark else ()))
        yield from (span for pair in block.lines for span in pair)
    elif isinstance(block, Grid):
        yield from (block.caption, *block.heads)
        yield from (span for row in block.rows for cell in row for line in cell for span in line)
    elif isinstance(block, Points):
        yield from (span for line in block.items for span in line)
    else:
        yield from block.words
