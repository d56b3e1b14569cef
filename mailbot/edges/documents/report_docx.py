"""A report as a Word document (ECMA-376): styles, repeated table heads, the language of every piece.

The same blocks give the same bytes: the package's own dates are fixed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from mailbot.core.report.paper import Block, Cell, Grid, Head, Line, Points, Prose, Span, TitleBlock
from mailbot.edges.documents.edition import clean

TAGS = {"es": "es-419", "en": "en-GB"}
FONT = "Calibri"
BLUE, GREY = RGBColor(0x12, 0x35, 0x5B), RGBColor(0x52, 0x60, 0x6D)
WIDTH = 17.4  # cm between the margins
PAGE = {"es": "Página", "en": "Page"}


def report(halves: Mapping[str, Sequence[Block]], title: str, author: str, dated: date) -> bytes:
    """Return a Word file; ``halves`` maps language → blocks, the first language leads."""
    first = next(iter(halves))
    document = docx.Document()
    _set_up(document, first)
    _describe(document, title, author, dated, first)
    _number_pages(document, list(halves), [span for blocks in halves.values() for span in titles_of(blocks)])
    for blocks in halves.values():
        for block in blocks:
            _WRITERS[type(block)](document, block)
    return _fixed(document)


def _set_up(document: Document, language: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(2), Cm(1.8)
    _style(document, "Normal", 10, after=4)
    _style(document, "Title", 20, BLUE, before=2, after=4)
    _style(document, "Subtitle", 12, GREY, after=2)
    _style(document, "List Bullet", 10, after=2)
    _style(document, "Caption", 9, GREY, before=6, after=3, keep=True)
    for level, size in ((1, 15), (2, 12.5), (3, 11)):
        _style(document, f"Heading {level}", size, BLUE, before=20 - 4 * level, after=4, keep=True)
    _light_grid(document)
    _language_of(document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}"), language)


def _light_grid(document: Document) -> None:
    """Rules of tables in grey: a page of black ones hides the words between them."""
    style: Any = document.styles["Table Grid"]
    for rule in style.element.find(f".//{qn('w:tblBorders')}"):
        rule.set(qn("w:color"), "B4BECB")


def _style(
    document: Document,
    name: str,
    size: float,
    colour: RGBColor | None = None,
    *,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> None:
    style: Any = document.styles[name]
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.font.italic = False
    if colour is not None:
        style.font.color.rgb = colour
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), keep
    if name == "Title":  # without the template's rule beneath
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)


def _describe(document: Document, title: str, author: str, dated: date, language: str) -> None:
    core: Any = document.core_properties
    made = datetime.combine(dated, time(), UTC).replace(tzinfo=None)
    core.title, core.author, core.language, core.comments = title, author, TAGS[language], ""
    core.created = core.modified = made
    core.last_modified_by, core.revision = author, 1


def titles_of(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Return what runs along the head of each page."""
    return tuple(span for block in blocks if isinstance(block, TitleBlock) for span in (block.title,))


def _number_pages(document: Document, languages: Sequence[str], titles: Sequence[Span]) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    for place, span in enumerate(titles):
        _put(head, (Span((" / " if place else "") + span.text, span.language),), size=8, colour=GREY)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for place, language in enumerate(languages):
        _put(foot, (Span((" / " if place else "") + PAGE[language], language),), size=8, colour=GREY)
    _put(foot, (Span(" ", languages[0]),), size=8, colour=GREY)
    _field(foot, "PAGE")
    _put(foot, (Span(" / ", languages[0]),), size=8, colour=GREY)
    _field(foot, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    """A field that the program fills in (17.16.18)."""
    for kind in ("begin", "", "separate", "shown", "end"):
        if kind == "":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {name} "
        elif kind == "shown":
            element = OxmlElement("w:t")
            element.text = "1"
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run = paragraph.add_run()
        run.font.size, run.font.color.rgb = Pt(8), GREY
        run.element.append(element)  # python-docx has no fields of its own


def _title(document: Document, block: TitleBlock) -> None:
    first = document.add_paragraph(style="Subtitle")
    first.paragraph_format.page_break_before = True  # the second half begins on a page of its own
    _put(first, (block.group,))
    _put(document.add_paragraph(style="Title"), (block.title,))
    if block.mark:
        _put(document.add_paragraph(style="Subtitle"), (block.mark,), strong=True)
    for label, said in block.lines:
        _put(document.add_paragraph(), (label, Span(": ", label.language), said))


def _head(document: Document, block: Head) -> None:
    _put(document.add_paragraph(style=f"Heading {block.level}"), block.words)


def _prose(document: Document, block: Prose) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(4)
    paragraph.paragraph_format.keep_with_next = True  # it introduces the table below
    _put(paragraph, block.words)


def _points(document: Document, block: Points) -> None:
    for item in block.items:
        _put(document.add_paragraph(style="List Bullet"), item)


def _grid(document: Document, block: Grid) -> None:
    if not block.quiet:
        _put(document.add_paragraph(style="Caption"), (block.caption,))
    table: Any = document.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _describe_table(table, block)
    widths = [Cm(WIDTH * share / sum(block.shares)) for share in block.shares]
    heads = tuple(((_strong(head),),) for head in block.heads)
    for number, cells in enumerate((heads, *block.rows)):
        row = table.rows[0] if number == 0 else table.add_row()
        _row_rules(row, head=number == 0)
        for cell, lines, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            _cell(cell, lines, head=number == 0)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width


def _strong(span: Span) -> Span:
    return Span(span.text, span.language, strong=True)


def _describe_table(table: Any, block: Grid) -> None:
    """Alternative text for readers aloud (17.4.41, 17.4.42)."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no names for these
    said = {"w:tblCaption": block.caption.text, "w:tblDescription": ", ".join(head.text for head in block.heads)}
    for name, text in said.items():
        element = OxmlElement(name)
        element.set(qn("w:val"), clean(text))
        properties.append(element)


def _row_rules(row: Any, *, head: bool) -> None:
    """A row is not split over pages; the head is repeated on each (17.4.6, 17.4.78)."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no names for these
    for name in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
        properties.append(OxmlElement(name))


def _cell(cell: Any, lines: Cell, *, head: bool) -> None:
    for place, line in enumerate(lines or ((),)):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(2 if place == 0 else 0)
        paragraph.paragraph_format.space_after = Pt(2 if place == len(lines) - 1 else 1)
        paragraph.paragraph_format.keep_with_next = head
        _put(paragraph, line, size=9)
    if head:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E8EEF4")):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading


def _put(
    paragraph: Any, line: Line, *, size: float | None = None, colour: RGBColor | None = None, strong: bool = False
) -> None:
    for span in line:
        run = paragraph.add_run(clean(span.text))
        run.bold = True if span.strong or strong else None
        if size is not None:
            run.font.size = Pt(size)
        if colour is not None:
            run.font.color.rgb = colour
        _language_of(run.element.get_or_add_rPr(), span.language)


def _language_of(properties: Any, language: str) -> None:
    """Say in which language a piece is spelt (17.3.2.20)."""
    for before in properties.findall(qn("w:lang")):
        properties.remove(before)
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), TAGS[language])
    properties.append(element)


def _fixed(document: Document) -> bytes:
    """The package with the same date in every entry."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


_WRITERS: Mapping[type, Callable[[Document, Any], None]] = {
    TitleBlock: _title,
    Head: _head,
    Prose: _prose,
    Points: _points,
    Grid: _grid,
}
