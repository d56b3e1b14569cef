"""The contact list as PDF: A4 landscape, grouped by participant, both languages.

Rows are laid out and drawn one by one, twice: once to count the pages, once to print them.
So memory holds the pages already printed, compressed, and no table.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from mailbot.core.values import Bilingual
from mailbot.edges.documents.edition import TITLE, Edition, Listed, both, changes_title, clean, issue
from mailbot.edges.documents.lines import BOLD, REGULAR, broken, prepare_fonts, printable

WIDE, HIGH = landscape(A4)
SIDE, TOP, BOTTOM = 34.0, 86.0, 40.0  # points
SIZE, LEADING, GAP = 9.0, 11.5, 10.0
_INK, _GREY, _RULE, _FILL = (0.1, 0.1, 0.1), (0.35, 0.35, 0.35), (0.72, 0.76, 0.8), (0.91, 0.93, 0.96)
_MARK = Bilingual("Datos personales: solo para el trabajo del grupo.", "Personal data: for the work of the group only.")

Line = tuple[str, str]  # font, text


@dataclass(frozen=True, slots=True)
class Part:
    """One column of the page: the list's columns that stand in it one below the other."""

    head: Bilingual
    share: float
    columns: tuple[str, ...]


PARTS = (
    Part(Bilingual("Nombre y función", "Name and role"), 1.1, ("title", "name", "role", "confirmed")),
    Part(Bilingual("Cargo e institución", "Position and institution"), 1.6, ("position", "unit", "institution")),
    Part(Bilingual("Teléfonos", "Telephones"), 1.05, ("phone", "mobile", "fax")),
    Part(Bilingual("Correo electrónico", "E-mail"), 1.25, ("email",)),
    Part(Bilingual("Dirección", "Address"), 1.05, ("address",)),
)
_MARKS = {"phone": "", "mobile": "Cel. ", "fax": "Fax "}


@dataclass(frozen=True, slots=True)
class Block:
    """Something that is never split over two pages unless it is higher than one."""

    height: float
    cells: tuple[tuple[float, tuple[Line, ...]], ...]  # left edge, lines
    group: str = ""  # the participant a heading names
    goes_on: bool = False  # such a heading repeated on the next page


def contact_list(edition: Edition, language: str) -> bytes:
    """Return the list as a PDF file; ``language`` is the document's own for readers aloud."""
    prepare_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDE, HIGH), lang=language, pageCompression=1)
    canvas.setTitle(printable(f"{both(TITLE)}. {clean(both(edition.group))}. {both(issue(edition))}"))
    canvas.setAuthor(printable(clean(edition.group.get(language))))
    canvas.setCreator("mailbot")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    total = sum(1 for _ in _pages(edition))
    for number, blocks in enumerate(_pages(edition), 1):
        _draw_page(canvas, edition, blocks, f"{number} / {total}")
    canvas.save()
    return stream.getvalue()


def _pages(edition: Edition) -> Iterator[list[Block]]:
    """Yield the blocks of each page; a group that goes on repeats its heading."""
    room = HIGH - TOP - BOTTOM
    page: list[Block] = []
    left, group = room, None
    for block in _blocks(edition):
        # A heading does not stand alone at the foot of a page.
        wanted = block.height + (5 * LEADING if block.group else 0)
        if page and wanted > left:
            yield page
            page, left = [], room
            if group is not None and not block.group:
                page, left = [replace(group, goes_on=True)], room - group.height
        group = block if block.group else group
        page.append(block)
        left -= block.height
    yield page


def _blocks(edition: Edition) -> Iterator[Block]:
    parts = _parts(edition.columns)
    before = None
    for row in edition.rows:
        if row.participant != before:
            before = row.participant
            yield _heading(both(row.participant))
        yield from _row(row, edition.columns, parts)
    if edition.changes:
        yield _heading(both(changes_title(edition)))
        half = (WIDE - 2 * SIDE - GAP) / 2
        for each in edition.changes:
            sides = ((SIDE, each.es), (SIDE + half + GAP, each.en))
            cells = [(x, [(REGULAR, line) for line in broken(clean(text), REGULAR, SIZE, half)]) for x, text in sides]
            yield from _split(cells)


def _heading(words: str) -> Block:
    text = printable(clean(words))
    return Block(LEADING * 1.9, ((SIDE, ((BOLD, text),)),), group=text)


def _parts(columns: tuple[str, ...]) -> list[tuple[float, float, Part]]:
    """Return left edge and width of each part its reader may see something of."""
    seen = [part for part in PARTS if set(part.columns) - {"confirmed"} & set(columns)]
    unit = (WIDE - 2 * SIDE) / (sum(part.share for part in seen) or 1)
    places, x = [], SIDE
    for part in seen:
        places.append((x, part.share * unit - GAP, part))
        x += part.share * unit
    return places


def _row(row: Listed, columns: tuple[str, ...], parts: list[tuple[float, float, Part]]) -> Iterator[Block]:
    cells = []
    for x, width, part in parts:
        said = _said(row, part, columns)
        cells.append((x, [(font, line) for font, text in said for line in broken(text, font, SIZE, width)]))
    yield from _split(cells)


def _split(cells: list[tuple[float, list[Line]]]) -> Iterator[Block]:
    """A row higher than a page goes on on the next."""
    most = int((HIGH - TOP - BOTTOM - 3 * LEADING) / LEADING)
    deepest = max((len(lines) for _, lines in cells), default=0)
    for start in range(0, max(deepest, 1), most):
        shown = tuple((x, tuple(lines[start : start + most])) for x, lines in cells)
        yield Block(LEADING * max(1, *(len(lines) for _, lines in shown), 1) + 7, shown)


def _said(row: Listed, part: Part, columns: tuple[str, ...]) -> Iterator[Line]:
    if "name" in part.columns:
        yield from _person(row, columns)
        return
    for column in part.columns:
        if column not in columns:
            continue
        value = getattr(row, column)
        for each in value if isinstance(value, tuple) else (value,):
            if each:
                yield REGULAR, _MARKS.get(column, "") + clean(each)


def _person(row: Listed, columns: tuple[str, ...]) -> Iterator[Line]:
    named = [clean(each) for each in (row.title, row.name) if each]
    if named:
        yield BOLD, " ".join(named)
    if "role" in columns and row.role.es:
        yield REGULAR, both(row.role)
    if "confirmed" in columns and row.confirmed_on:
        yield REGULAR, f"Conf. {row.confirmed_on.isoformat()}"


def _draw_page(canvas: Canvas, edition: Edition, blocks: list[Block], page: str) -> None:
    _draw_frame(canvas, edition, page)
    y = HIGH - TOP
    for block in blocks:
        if block.group:
            _draw_group(canvas, block, y)
        else:
            _draw_row(canvas, block, y)
        y -= block.height
    canvas.showPage()


def _draw_frame(canvas: Canvas, edition: Edition, page: str) -> None:
    right = WIDE - SIDE
    canvas.setFillColorRGB(*_INK)
    canvas.setFont(BOLD, 13)
    canvas.drawString(SIDE, HIGH - 34, both(TITLE))
    canvas.setFont(REGULAR, 9)
    canvas.drawRightString(right, HIGH - 34, both(issue(edition)))
    name = next(broken(clean(both(edition.group)), REGULAR, 9, right - SIDE), "")
    canvas.drawString(SIDE, HIGH - 49, name)
    _draw_heads(canvas, edition)
    canvas.setFillColorRGB(*_GREY)
    canvas.setFont(REGULAR, 8)
    canvas.drawString(SIDE, 24, both(_MARK))
    canvas.drawRightString(right, 24, f"Página / Page {page}")


def _draw_heads(canvas: Canvas, edition: Edition) -> None:
    canvas.setFillColorRGB(*_FILL)
    canvas.rect(SIDE - 4, HIGH - TOP + 3, WIDE - 2 * SIDE + 8, 27, stroke=0, fill=1)
    canvas.setFillColorRGB(*_INK)
    for x, _, part in _parts(edition.columns):
        canvas.setFont(BOLD, 8.5)
        canvas.drawString(x, HIGH - TOP + 19, part.head.es)
        canvas.setFont(REGULAR, 8.5)
        canvas.drawString(x, HIGH - TOP + 8, part.head.en)


def _draw_group(canvas: Canvas, block: Block, y: float) -> None:
    if not block.goes_on:
        key = f"{block.group}-{canvas.getPageNumber()}"
        canvas.bookmarkHorizontal(key, 0, y)
        canvas.addOutlineEntry(block.group, key, 0)
    canvas.setFillColorRGB(*_INK)
    canvas.setFont(BOLD, 11)
    canvas.drawString(SIDE, y - LEADING * 1.3, f"{block.group} …" if block.goes_on else block.group)


def _draw_row(canvas: Canvas, block: Block, y: float) -> None:
    canvas.setFillColorRGB(*_INK)
    for x, lines in block.cells:
        for place, (font, text) in enumerate(lines, 1):
            canvas.setFont(font, SIZE)
            canvas.drawString(x, y - LEADING * place + 1, text)
    canvas.setStrokeColorRGB(*_RULE)
    canvas.setLineWidth(0.5)
    foot = y - block.height + 2
    canvas.line(SIDE - 4, foot, WIDE - SIDE + 4, foot)
