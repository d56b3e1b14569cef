"""HTML read from its tree, iteratively: rows, cells, inputs, list items, colour, strike, quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from mailbot.core.message.bounds import html_within
from mailbot.core.message.grid import Copies, Grid
from mailbot.core.message.text import cleaned
from mailbot.core.remembered import remembered
from mailbot.core.values import Line

BLOCKS = frozenset(
    "p div table tbody thead tfoot ul ol li h1 h2 h3 h4 h5 h6 pre center section article header "
    "footer form fieldset address dl dt dd blockquote body html main aside figure caption".split()
)
_ENDING = BLOCKS | {"td", "th", "tr"}  # elements whose end says something
HIDDEN = frozenset("script style head title meta link template noscript object svg".split())
_PASSED = HIDDEN | {"_comment"}
_STRIKES = frozenset({"s", "strike", "del"})
_MARKING = _STRIKES | {"li"}
_SPEAKING = _MARKING | {"blockquote", "pre"}  # elements that change what holds within them
# The box a program puts a signature into: gmail_signature, moz-signature, Outlook's id="Signature", Zimbra's marker …
_NAMES = ("id", "class", "name", "data-marker")
_SAYING = frozenset({*_NAMES, "color"})  # attributes beside the style that may change what holds within an element
_INPUTS = frozenset({"input", "textarea", "select", "img", "hr"})
_NO_MARKS: frozenset[str] = frozenset()
_SIGNATURE = re.compile(r"signature|__SIG_", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_WIDE = 3  # cells of a row that is no layout
_ROW = "\t"  # stands for a row of a table until all of it is read
_STRUCK = re.compile(r"line-through", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.I)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;]{1,40})", re.IGNORECASE)
_PLAIN_COLOURS = frozenset(
    "black windowtext #000 #000000 #222 #222222 #333 #333333 #1f1f1f #212121 inherit initial "
    "rgb(0,0,0) rgb(34,34,34) rgb(33,33,33) auto currentcolor".split()
)
# Paragraphs that stand close: Outlook's own class (its style sheet says margin:0), or margins of nothing.
_CLOSE_CLASS = re.compile(r"\bMso(?:Normal|PlainText|NoSpacing|ListParagraph)", re.IGNORECASE)
_CLOSE_STYLE = re.compile(r"margin(?:-bottom)?\s*:\s*(?:0|\.0+1)(?![.1-9])", re.IGNORECASE)
MAXIMUM_NODES = 100_000  # a table of 2,000 rows has 30,000
STRUCK = "~~"  # around words struck out beside words that are not


class _State(NamedTuple):
    """What holds around a node: quote depth, marks, whether white space counts."""

    depth: int = 0
    marks: frozenset[str] = frozenset()
    pre: bool = False


class _Style(NamedTuple):
    """What a style attribute says that is read; ``colour`` is "" where it names none.

    ``speaks``: it changes what holds within the element.
    """

    hidden: bool
    pre: bool
    struck: bool
    colour: str
    close: bool
    indented: bool
    speaks: bool


@remembered
def _style_of(style: str) -> _Style:
    """A page says the same few styles again and again."""
    plain = style.replace(" ", "").lower()
    named = _COLOUR.search(style)
    colour = named[1] if named else ""
    pre, struck = "white-space:pre" in plain, _STRUCK.search(style) is not None
    return _Style(
        hidden=_NOT_SHOWN.search(style) is not None,
        pre=pre,
        struck=struck,
        colour=colour,
        close=_CLOSE_STYLE.search(style) is not None,
        indented="margin:00040px" in plain and "border" in plain and "none" in plain,
        speaks=pre or struck or bool(colour),
    )


_PLAIN = _style_of("")


@dataclass(slots=True)
class _Writer:
    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    struck: int = 0
    plain: int = 0
    depth: int = 0
    in_row: bool = False  # of a table, not of a layout
    cell_lines: list[str] = field(default_factory=list)
    row_marks: set[str] = field(default_factory=set)
    copies: Copies = field(default_factory=Copies)
    tables: list[Grid] = field(default_factory=list)  # all of the page
    open: list[Grid] = field(default_factory=list)  # around the place that is read
    within: int = 0  # tables inside the cell that is open
    close: int | None = None  # lines there were before the paragraph now open, if it stands close to the next
    nested: bool = True  # a row of the page may hold a table: it has more than one

    def text(self, words: str, state: _State) -> None:
        depth, marks, _ = state
        if not self.parts:
            self.depth = depth
        if not marks:
            self.plain += len(words.strip())
        elif bare := words.strip():
            self.marks |= marks - {"struck"}
            if "struck" in marks:
                self.struck += len(bare)
                words = f"{STRUCK}{words}{STRUCK}"
            else:
                self.plain += len(bare)
        self.parts.append(words)

    def end_line(self, state: _State, *, blank: bool = False) -> None:
        if not self.parts:
            if blank:
                self._end_paragraph(state.depth)
            return
        words = " ".join("".join(self.parts).replace(STRUCK + STRUCK, "").split())
        marks = self.marks
        if self.struck and not self.plain and not self.in_row:
            marks.add("struck")
            words = words.replace(STRUCK, "").strip()
        self.parts, self.marks, self.struck, self.plain = [], set(), 0, 0
        if self.in_row:
            if words:
                self.cell_lines.append(words)
                self.row_marks |= marks
            return
        if words:
            self._add(words, self.depth, (), marks)
        elif blank:
            self._end_paragraph(self.depth)

    def _end_paragraph(self, depth: int) -> None:
        """Leave an empty line below words, never below another one."""
        if not self.in_row and self.lines and self.lines[-1].text:
            self._add("", depth, (), set())

    def _add(self, words: str, depth: int, cells: tuple[str, ...], marks: set[str]) -> None:
        number = len(self.lines) + 1
        self.lines.append(Line(number, words, depth, "html", cells, frozenset(marks) if marks else _NO_MARKS))

    def begin_table(self) -> None:
        if self.in_row:
            self.within += 1
            return
        self.open.append(Grid(self.copies))
        self.tables.append(self.open[-1])

    def end_table(self) -> None:
        if self.within:
            self.within -= 1
        elif self.open:
            self.open.pop()

    def begin_row(self, *, layout: bool) -> None:
        if self.open and layout:
            self.open[-1].pass_row()
        elif self.open:
            self.open[-1].begin_row()
            self.in_row, self.cell_lines, self.row_marks = True, [], set()

    def begin_cell(self, rowspan: str, colspan: str) -> None:
        self.open[-1].begin_cell(rowspan, colspan)

    def end_cell(self) -> None:
        self.open[-1].end_cell("\n".join(self.cell_lines))
        self.cell_lines = []

    def end_row(self, state: _State) -> None:
        self.in_row = False
        if self.open[-1].end_row(len(self.lines), state.depth, frozenset(self.row_marks)):
            self._add(_ROW, state.depth, (), set())

    def all_lines(self) -> list[Line]:
        """The lines with the rows of tables in their places, numbered."""
        while self.lines and not self.lines[-1].text:
            self.lines.pop()
        rows = dict(each for table in self.tables for each in table.lines())
        if not rows:
            return self.lines
        lines = (each for place, line in enumerate(self.lines) for each in rows.get(place) or [line])
        # All but the number of each as it is: ``_replace`` takes ten times as long.
        return [tuple.__new__(Line, (number, *each[1:])) for number, each in enumerate(lines, 1)]


def lines_of_html(html: str, problems: list[str] | None = None) -> tuple[Line, ...]:
    """Return what a person sees of an HTML part, as lines with their origin.

    ``problems`` is told when the rest of an endless page was left unread.  Innermost table rows
    become lines with ``cells``; layout tables with one cell are plain lines.  Reads 20,000 nested
    elements without recursion.
    """
    html = html_within(html)
    tree = LexborHTMLParser(html)
    root: Any = tree.body or tree.root
    if root is None:
        return ()
    writer = _Writer(nested=html.lower().count("<table") > 1)
    stack: list[tuple[str, Any, _State]] = [("", root, _State())]  # an element to read, or the name of one that ends
    seen = 0
    while stack and seen < MAXIMUM_NODES:
        ends, node, state = stack.pop()
        if ends:
            _close(writer, ends, state)
            continue
        seen += 1
        name = node.tag or "-unknown"  # "<?td>" has none
        if name == "-text":
            if state.pre:
                _preformatted(writer, node, state)
                continue
            words = _squeezed(node.text_content or "")
            if writer.parts or (words and words != " "):  # what stands between the elements of a page opens no line
                writer.text(words, state)
            continue
        if name in _PASSED or name[0] == "-":
            continue
        inner = _open(writer, node, name, state)
        if inner is None:
            continue
        if name in _ENDING:
            stack.append((name, None, state))
        child = node.last_child
        while child is not None:
            stack.append(("", child, inner))
            child = child.prev
    if stack and problems is not None:
        problems.append(f"only the first {MAXIMUM_NODES} elements of a page were read")
    writer.end_line(_State())
    return tuple(writer.all_lines())


def _preformatted(writer: _Writer, node: Any, state: _State) -> None:
    for number, piece in enumerate(cleaned(node.text_content or "").split("\n")):
        if number:
            writer.end_line(state, blank=True)
        writer.text(piece, state)


@remembered
def _squeezed(written: str) -> str:
    """Return words, cleaned, with one space for all white space between and around them."""
    words = cleaned(written)
    kept = " ".join(words.split())
    if not kept:
        return " " if words else ""
    return f"{' ' if words[0].isspace() else ''}{kept}{' ' if words[-1].isspace() else ''}"


def _is_row(node: Any, writer: _Writer) -> bool:
    """Only innermost rows are rows: a row that holds a table is layout, but for one among rows as wide as itself."""
    if not writer.nested or node.css_first("table") is None:
        return True
    width = writer.open[-1].width if writer.open else 0
    return width >= _WIDE and sum(each.tag in _CELLS for each in node.iter()) == width


def _open(writer: _Writer, node: Any, name: str, state: _State) -> _State | None:
    attributes = node.attributes
    style = _style_of(attributes.get("style") or "") if attributes else _PLAIN
    if style.hidden or "hidden" in attributes:
        return None
    if name == "br":
        writer.end_line(state, blank=True)
        return None
    if name in _INPUTS:
        _input(writer, node, name, state)
        if name != "select" or node.css_first("option[selected]") is not None:
            return None
    speaks = name in _SPEAKING or style.speaks or not _SAYING.isdisjoint(attributes)
    inner = _inside(name, attributes, style, state) if speaks else state
    if name == "tr":
        if not writer.in_row:
            writer.end_line(state)
            writer.begin_row(layout=not _is_row(node, writer))
    elif name in _CELLS:
        _open_cell(writer, attributes, state)
    elif name in BLOCKS:
        if writer.parts:
            writer.end_line(state)
        if name == "p":
            close = style.close or _CLOSE_CLASS.search(attributes.get("class") or "")
            writer.close = len(writer.lines) if close else None
        elif name == "table":
            writer.begin_table()
    return inner


def _open_cell(writer: _Writer, attributes: Any, state: _State) -> None:
    if not writer.in_row:
        writer.end_line(state)
    elif writer.within:
        writer.text(" ", state)
    else:
        writer.begin_cell(attributes.get("rowspan") or "", attributes.get("colspan") or "")


def _inside(name: str, attributes: Any, style: _Style, state: _State) -> _State:
    """Return what holds within an element that says something: a name or attributes of its own."""
    # Indented text in some editors is a blockquote too: margins without a border or type.
    depth = state.depth + (name == "blockquote" and not style.indented)
    return _State(depth, _marks(name, attributes, style, state), state.pre or name == "pre" or style.pre)


def _input(writer: _Writer, node: Any, name: str, state: _State) -> None:
    kind = (node.attributes.get("type") or "text").lower()
    marked = _State(state.depth, state.marks | {"input"}, state.pre)
    if name == "input" and kind in {"text", "email", "tel", "date", "number", "url"}:
        writer.text(cleaned(node.attributes.get("value") or ""), marked)
    elif name == "input" and kind in {"checkbox", "radio"}:
        writer.text("[x] " if "checked" in node.attributes else "[ ] ", marked)
    elif name == "select":
        chosen = [cleaned(each.text(deep=True) or "").strip() for each in node.css("option[selected]")]
        writer.text(", ".join(filter(None, chosen)), marked)
    elif name == "textarea":
        writer.text(cleaned(node.text(deep=True) or ""), marked)
    elif name == "hr":
        writer.end_line(state)
        writer.text("________________________________", state)
        writer.end_line(state)


def _marks(name: str, attributes: Any, style: _Style, state: _State) -> frozenset[str]:
    colour = style.colour or attributes.get("color") or ""
    boxed = _is_signature(attributes)
    if not style.struck and not colour and not boxed and name not in _MARKING:
        return state.marks
    marks = set(state.marks)
    if boxed:
        marks.add("signature")
    if name in _STRIKES or style.struck:
        marks.add("struck")
    if colour:
        plain = colour.replace(" ", "").lower().replace("!important", "")
        marks.discard("coloured")
        if plain not in _PLAIN_COLOURS:
            marks.add("coloured")
    if name == "li":
        marks.add("list-item")
    return frozenset(marks)


def _is_signature(attributes: Any) -> bool:
    return any(each in attributes and _names_signature(attributes[each] or "") for each in _NAMES)


@remembered
def _names_signature(value: str) -> bool:
    return _SIGNATURE.search(value) is not None


def _close(writer: _Writer, name: str, state: _State) -> None:
    if name in _CELLS:
        if not writer.within:
            writer.end_line(state)
        if writer.in_row and not writer.within:
            writer.end_cell()
    elif name == "tr":
        writer.end_line(state)
        if writer.in_row and not writer.within:
            writer.end_row(state)
    elif name in BLOCKS:
        if writer.parts:
            writer.end_line(state)
        if name == "table":
            writer.end_table()
        elif name in _GROUPS and writer.open and not writer.in_row:
            writer.open[-1].end_group()
        if name == "p" and not writer.in_row and writer.close in {None, len(writer.lines)}:
            writer.end_line(state, blank=True)
