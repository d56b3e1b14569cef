"""A report as PDF: A4 upright, heads repeated on each page, an outline, numbered pages.

Laid out by reportlab from the same blocks as the Word file; the same blocks give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, ListFlowable, PageBreak, PageTemplate, Paragraph
from reportlab.platypus import Table as Rows

from mailbot.core.report.paper import Block, Cell, Grid, Head, Line, Points, Prose, Span, TitleBlock
from mailbot.edges.documents.edition import clean
from mailbot.edges.documents.lines import BOLD, REGULAR, prepare_fonts, printable

SIDE, TOP, BOTTOM = 48.0, 58.0, 52.0  # points
WIDTH = A4[0] - 2 * SIDE
INK, BLUE, GREY = HexColor(0x1F2933), HexColor(0x12355B), HexColor(0x52606D)
FILL, RULE = HexColor(0xE8EEF4), HexColor(0xC3CCD6)
ROOM = {1: 210.0, 2: 210.0, 3: 170.0}  # points that a heading wants below it
PAGE = {"es": "Página", "en": "Page"}


def report(halves: Mapping[str, Sequence[Block]], title: str, author: str) -> bytes:
    """Return a PDF file; ``halves`` maps language → blocks, the first language is the document's own."""
    prepare_fonts()
    languages = list(halves)
    words = " / ".join(PAGE[each] for each in languages)
    total = _draw(halves, title, author, words, 0)[1]
    return _draw(halves, title, author, words, total)[0]


def _draw(halves: Mapping[str, Sequence[Block]], title: str, author: str, words: str, total: int) -> tuple[bytes, int]:
    """Lay the whole out; ``total`` 0 only counts the pages."""
    stream = io.BytesIO()
    shown = printable(clean(title))
    running = printable(" / ".join(_running(blocks) for blocks in halves.values()))
    template = _Template(
        stream,
        pagesize=A4,
        title=shown,
        author=printable(clean(author)),
        creator="mailbot",
        lang=next(iter(halves)),
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(SIDE, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=partial(_frame, running, words, total)))
    flow: list[Any] = []
    for blocks in halves.values():
        flow += [PageBreak()] if flow else []
        flow += [part for block in blocks for part in _flowables(block)]
    template.build(flow)
    return stream.getvalue(), template.page


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """Makes the outline of the headings as they are drawn."""

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - reportlab's name
        """Enter a heading in the outline."""
        level = getattr(flowable, "outline", None)
        if level is not None:
            key = f"heading-{self.page}-{round(self.frame._y)}"  # noqa: SLF001 - where it stands: the same each time
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level)

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Show the title, not the file's name."""
        self.canv.setViewerPreference("DisplayDocTitle", "true")


def _frame(title: str, words: str, total: int, canvas: Canvas, _template: object) -> None:
    canvas.saveState()
    canvas.setFillColor(GREY)
    canvas.setFont(REGULAR, 7.5)
    canvas.drawString(SIDE, A4[1] - 34, title)
    canvas.drawRightString(A4[0] - SIDE, 28, f"{words} {canvas.getPageNumber()} / {total}")
    canvas.restoreState()


def _style(size: float, **more: Any) -> ParagraphStyle:
    look = {"textColor": INK, "fontName": REGULAR, "leading": size * 1.32, "spaceAfter": 3, "splitLongWords": 1}
    return ParagraphStyle("", fontSize=size, **{**look, **more})


def _running(blocks: Sequence[Block]) -> str:
    """What runs along the head of each page."""
    return next((clean(block.title.text) for block in blocks if isinstance(block, TitleBlock)), "")


def _flowables(block: Block) -> list[Any]:
    if isinstance(block, TitleBlock):
        return _title(block)
    if isinstance(block, Head):
        return [CondPageBreak(ROOM[block.level]), _head(block)]  # no heading alone at the foot of a page
    if isinstance(block, Prose):
        return [Paragraph(_marked(block.words), _style(9.5))]
    if isinstance(block, Points):
        items = [Paragraph(_marked(each), _style(9.5)) for each in block.items]
        return [ListFlowable(items, bulletType="bullet", leftIndent=14, bulletFontSize=7, start="•", spaceAfter=4)]
    if block.quiet:
        return [_grid(block)]
    return [
        CondPageBreak(70),
        Paragraph(_marked((block.caption,)), _style(8, textColor=GREY, spaceBefore=5)),
        _grid(block),
    ]


def _title(block: TitleBlock) -> list[Any]:
    said = [
        Paragraph(_marked((block.group,)), _style(11, textColor=GREY)),
        Paragraph(_marked((block.title,)), _style(19, textColor=BLUE, fontName=BOLD, spaceAfter=6)),
    ]
    if block.mark:
        said.append(Paragraph(_marked((block.mark,)), _style(11, textColor=GREY, fontName=BOLD, spaceAfter=6)))
    for label, words in block.lines:
        said.append(Paragraph(_marked((label, Span(": ", label.language), words)), _style(9.5)))
    return said


def _head(block: Head) -> Any:
    size = {1: 14.0, 2: 11.5, 3: 10.0}[block.level]
    style = _style(size, textColor=BLUE, fontName=BOLD, spaceBefore=16 - 3 * block.level, spaceAfter=4)
    made = Paragraph(_marked(block.words), style)
    made.outline = block.level - 1
    return made


def _grid(block: Grid) -> Any:
    heads = [Paragraph(_marked((head,)), _style(8, fontName=BOLD, spaceAfter=0)) for head in block.heads]
    rows = [[_cell(cell) for cell in row] for row in block.rows]
    widths = [WIDTH * share / sum(block.shares) for share in block.shares]
    looks = [
        ("BACKGROUND", (0, 0), (-1, 0), FILL),
        ("GRID", (0, 0), (-1, -1), 0.5, RULE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((side, (0, 0), (-1, -1), 4) for side in ("LEFTPADDING", "RIGHTPADDING")),
        *((side, (0, 0), (-1, -1), 3) for side in ("TOPPADDING", "BOTTOMPADDING")),
    ]
    return Rows([heads, *rows], colWidths=widths, repeatRows=1, style=looks, splitInRow=1, spaceAfter=6)


def _cell(cell: Cell) -> list[Any]:
    return [Paragraph(_marked(line), _style(8, spaceAfter=1)) for line in cell]


def _marked(line: Line) -> str:
    """A line as reportlab's markup; nothing of a text is markup itself."""
    said = []
    for span in line:
        text = escape(printable(clean(span.text)))
        said.append(f'<font name="{BOLD}">{text}</font>' if span.strong else text)
    return "".join(said)
