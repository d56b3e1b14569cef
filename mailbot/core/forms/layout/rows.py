"""Labelled lines → rows: soft wraps joined, flattened tables seen as cells again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mailbot.core.fields import is_title
from mailbot.core.forms.activities.coded import begins_with_code, is_heading_of_one
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.foreign import foreign_label, is_place
from mailbot.core.forms.naming.numbers import is_numbers_alone
from mailbot.core.forms.persons.about_persons import begins_with_a_person
from mailbot.core.forms.persons.names_of_offices import is_whole_institution
from mailbot.core.forms.persons.places import NUMBERED_PLACE
from mailbot.core.forms.taking.offices import RUNNING_ON, is_ministry, is_within
from mailbot.core.remembered import remembered
from mailbot.core.values import Line
from mailbot.core.windows.words import MONTH

OWN = frozenset({"new", "answer"})
CONTEXT = frozenset({"untouched", "quoted"})
_WRAP_FROM, _WRAP_TO = 66, 130  # columns at which mail programs wrap
_NARROWEST = 56  # of a letter that some program broke at fewer columns
_RAGGED, _SEVERAL = 10, 3  # columns that lines fall short of it, and how many lines do not fall shorter
_WIDEST_WRAP = 170  # of a paragraph that was wrapped above, or that goes on in small letters
_COMB_FROM = 50  # columns of the wide lines of a paragraph that was broken twice
_TWICE = 2  # lines that are one already
_MOST_OF_A_LABEL = 4  # words
_LABEL_TO = 40  # columns of a short line: only a very long word would not have stood beside it
_PARTING = (";", " / ", " - ", " – ")
_LEAST_SIGNS = 2
_ENDS_REACHED = re.compile(r"(?:\S@\S+|(?:\d[\s().-]?){7})\W*$")
_STOPS = frozenset(".:;!?")
_LIST_ITEM = re.compile(
    r"\s*(?:[-*•·▪◦–—§■●○►➢✓]\s|(?-i:o\s+(?=[A-ZÀ-Þ]))|\(?\d{1,2}\s?[.)]-?\s|\(?[a-z]\)\s|\(?[ivx]{1,4}(?:[.)]"
    r"|\.\))\s)",
    re.IGNORECASE,
)
_WIDE_MARK = re.compile(r"\s*\(?(?:[ivx]{1,4}|[IVX]{1,4}|[a-z]|\d{1,2})[.)]\s{2,}")
LONGEST_ROW = 4_000  # characters of a line that can be label and value
_PAIR = re.compile(r"\s*[^\W\d_a-zà-ÿ][^\W\d_]+(?: [^\W\d_]+){0,3}:\s")  # "Objetivo: …", a label or like one
_TEL_ECHO = re.compile(r"\s?[<\[(]tel:[^>\])\s]{0,60}[>\])]", re.IGNORECASE)  # of a link, as Outlook shows it
_OTHER_LABEL = re.compile(r"\s*[^\W\d_]{3,20}(?: [^\W\d_]{1,12}){0,2}:\s")  # "Apartado: ", of whatever form
_SENTENCE_END = re.compile(
    r"\b(?:[^\W\d_A-ZÁÉÍÓÚÑ][^\W\d_]{3,}|(?:19|20)\d\d|[\w%]\))[.!?…]\s*$"
)  # behind a word, not "Gral." or "tel."
# "… has been transferred to the", over "Ministry of"
_MORE_TO_COME = re.compile(
    r"\s(?:the|our|this|to|at|with|and|que|del?|al?|la|el|los|las|est[ea]|su|nuestr[oa]|en|por|con|y"
    r"|e)$",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"\b(?:tel|tel[eé]fono|telephone|cel|celular|m[oó]vil|fax|correo(?: electr[oó]nico)?|e-?mail|phone|cell"
    r"|mobile|ext"
    r"|n[uú]mero|number|at|al|el|en)\.?(?:\s\+?[\d() -]{1,9})?$",
    re.IGNORECASE,
)
_A_NUMBER = re.compile(r"\s*(?:[+(]?\d|[\w.-]+@\w)")
_AREA = re.compile(r"\(?\+?\d{1,4}\)")  # "(55)", of the number on the next line
_DAY_OF = re.compile(r"\b\d{1,2}(?:\s(?:de|of))?$", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?:de |of )?{MONTH}\b", re.IGNORECASE)
_MONTH_LAST = re.compile(rf"\b{MONTH}$", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\d{1,2}(?:[-–]\d{1,2}|st|nd|rd|th)?(?:,? \d{4})?\b(?![-\d/.])")
_RULE = re.compile(r"[\s|+:=_*·.─━-]+")
_COLUMNS = re.compile(r"\s*\|\s*|\t+|\s{3,}")
_CLOSE_COLUMNS = re.compile(r"\s{2,}")
SAYS_IT_STAYS = re.compile(  # below a postal address: "Los teléfonos quedan igual."
    r"\b(?:quedan?|siguen?|se mantienen?|permanecen?|no (?:han? )?cambi\w+|remains?|stays?|unchanged"
    r"|(?:is|are) the same|es el mismo|es la misma|son l[oa]s mism[oa]s|ya no|no longer|has changed|have changed"
    r"|han? cambiado)\b",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """One or several lines that are one: ``number`` of the first, ``lines`` of all.

    ``kind``: own, context (our own or quoted words: only labels count), blank, barrier.
    """

    kind: str
    text: str
    number: int
    lines: tuple[int, ...]
    cells: tuple[str, ...] = ()
    answer: bool = False
    quoted: bool = False
    struck: bool = False
    html: bool = False
    signature: bool = False
    marks: frozenset[str] = frozenset()  # of a table's row: what is merged there


def rows_of(lines: Sequence[Line], begins: Callable[[str], bool]) -> tuple[Row, ...]:
    """Return the rows of labelled lines; ``begins`` tells whether a text opens with a label."""
    rows = _joined(lines, begins)
    drawn = [place for place, row in enumerate(rows) if _is_drawn(row.text)]
    columns = {place: _in_columns(rows, place) for place in drawn if _may_be_columns(rows[place])}
    return tuple([columns.get(place, row) for place, row in enumerate(rows)] if columns else rows)


def _is_drawn(text: str) -> bool:
    """Tell whether bars, tabs or spaces may draw columns; those behind "II." or "a)" draw none."""
    if "|" in text or "\t" in text:
        return True
    found = _WIDE_MARK.match(text) if "   " in text else None
    return "   " in (text[found.end() :] if found else text)


def _joined(lines: Sequence[Line], begins: Callable[[str], bool]) -> list[Row]:
    rows: list[Row] = []
    wraps_from = _wraps_from(lines)
    for place, line in enumerate(lines):
        row = _row(line)
        held = rows[-1] if row.kind == "own" and rows and rows[-1].kind == "own" else None
        widest = _WIDEST_WRAP if held and (len(held.lines) > 1 or row.text[:1].islower()) else _WRAP_TO
        opens = _never if held and _runs_on(held, lines, place, begins) else begins
        above = lines[place - 1]
        if held and (
            _is_run_on(held, above, line, begins)
            or _is_comb(
                held, above, line, opens, ends=not "".join(one.text.strip() for one in lines[place + 1 : place + 2])
            )
            or _wraps(above, line, opens, wraps_from, widest)
        ):
            rows[-1] = Row(
                "own",
                joined(held.text, row.text),
                held.number,
                (*held.lines, line.number),
                answer=held.answer or row.answer,
                struck=held.struck and row.struck,
                html=held.html,
            )
        else:
            rows.append(row)
    return rows


def _is_comb(held: Row, line: Line, following: Line, begins: Callable[[str], bool], *, ends: bool) -> bool:
    """Tell whether a paragraph broken twice goes on: a short line that ends nothing, wide ones above and below.

    ``ends``: no other line stands right below.
    """
    wants = _wants_a_number(held.text, following.text)
    if len(held.lines) < _TWICE or len(following.text) > _WRAP_TO or (_ends(held.text) and not wants):
        return False
    small = following.text.lstrip(" ")[:1].islower() or _is_cut(held.text)
    last = ends and len(held.lines) > _TWICE
    if len(following.text) < _COMB_FROM and not (last or small or wants):
        return False  # unless the paragraph ends with it
    if line.cells or following.cells or line.source == "html" or line.depth != following.depth:
        return False
    drawn = _is_drawn(line.text.strip()) or _is_drawn(following.text.strip())
    if drawn or _LIST_ITEM.match(following.text) or is_courtesy(following.text) or begins(following.text):
        return False
    office = _is_office(following.text) and not _is_cut(held.text)
    apart = office or (begins_with_a_person(following.text) and begins_with_a_person(held.text))
    return not (apart or (begins(held.text) and not wants) or _are_alike(line.text, following.text))


def _ends(above: str) -> bool:
    """Tell whether a sentence or a part of it ends with a line; "She is replaced by Mr." ends none."""
    return above.rstrip()[-1:] in _STOPS and not _is_cut(above)


def _is_cut(above: str) -> bool:
    """Tell whether a line stops within a phrase: "… has been transferred to the"."""
    last = above.rsplit(None, 1)[-1:]
    titled = bool(last) and last[0].endswith(".") and last[0][:1].isupper() and is_title(last[0])
    return len(above) > _LABEL_TO and (titled or _MORE_TO_COME.search(above) is not None)


def _wants_a_number(above: str, below: str) -> bool:
    """Tell whether what a line ends with is said on the next: "…, tel. 962" over "625 0144"."""
    return _WANTING.search(above) is not None and _A_NUMBER.match(below) is not None


def _runs_on(held: Row, lines: Sequence[Line], place: int, begins: Callable[[str], bool]) -> bool:
    """Tell whether a line goes on with a paragraph, though it opens with a label without a sign."""
    line = lines[place]
    if not _in_mid_sentence(held.text, line.text) or (begins(held.text) and not _is_cut(held.text)):
        return False
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    return len(line.text) >= _WRAP_FROM or not begins(after)  # a list of such lines is none


def _in_mid_sentence(above: str, below: str) -> bool:
    """Tell whether a paragraph goes on: "…, Jefa de Fronteras," over "teléfono 2259-0000, …", a label with no sign."""
    words = below.lstrip(" ")
    if ":" in words[:_LABEL_TO] or _ends(above):
        return False
    capitals = above.isupper() and words.isupper() and above.rstrip()[-1:] == ","
    return words[:1].islower() or capitals or _is_cut(above)


def _never(_text: str) -> bool:
    return False


def joined(above: str, below: str) -> str:
    """Return two lines as one: "Sample-" and "Mockford" were parted at the hyphen."""
    above, below = above.rstrip(), below.strip()
    parted = above[-1:] == "-" and above[-2:-1].isalpha() and below[:1].isalpha()
    return above + below if parted else f"{above} {below}"


def _row(line: Line) -> Row:
    """The row of one line; every line of a message becomes one, so both are taken as the tuples they are."""
    number, written, depth, source, cells, marks, label = line
    text, drawn = _row_text(written)
    if not text and not (cells and any(cell.strip() for cell in cells)):
        kind = "blank"
    elif label in OWN:
        kind = "blank" if drawn and not cells else "own"
    else:
        kind = "context" if label in CONTEXT else "barrier"
    parts = tuple([cell.strip() for cell in cells]) if cells and len(written) < LONGEST_ROW else ()
    quoted, struck = depth > 0 or label == "quoted", "struck" in marks
    answer, signature = label == "answer", label == "signature"
    return tuple.__new__(
        Row, (kind, text, number, (number,), parts, answer, quoted, struck, source == "html", signature, marks)
    )


@remembered
def _row_text(text: str) -> tuple[str, bool]:
    """The text of a line as it is read, and whether it is nothing but strokes."""
    text = text[:LONGEST_ROW].replace("\xa0", " ")
    text = (_TEL_ECHO.sub("", text) if "tel:" in text.lower() else text).rstrip()
    drawn = bool(text) and not text[:1].isalnum() and _RULE.fullmatch(text) is not None
    return text.strip(" \r\n"), drawn


def _wraps_from(lines: Sequence[Line]) -> int:
    """The columns beyond which the program broke lines: fewer than usual where none is wider and several reach them."""
    widths = [len(line.text.rstrip()) + 2 * line.depth for line in lines if line.label in OWN and not line.cells]
    widest = max(widths, default=0)
    if not _NARROWEST <= widest < _WRAP_FROM or sum(width > widest - _RAGGED for width in widths) < _SEVERAL:
        return _WRAP_FROM
    return widest


def _wraps(line: Line, following: Line, begins: Callable[[str], bool], wraps_from: int, widest: int) -> bool:
    """Tell whether a mail program broke one line of the writer into these two: of so many columns at least, at most."""
    if line.cells or following.cells or line.source == "html" or line.depth != following.depth:
        return False
    words = following.text.split(maxsplit=1)
    width = len(line.text.rstrip()) + 2 * line.depth
    if not words or (width > widest and not RUNNING_ON.search(line.text.rstrip())):
        return False
    if width + 1 + len(words[0]) <= wraps_from and not _cuts_a_date(line.text, following.text):
        return False
    if width <= _LABEL_TO and begins(line.text):
        return False  # a label alone, and an address with its echo below it
    if (
        _is_drawn(line.text.strip())
        or _LIST_ITEM.match(following.text)
        or is_courtesy(following.text)
        or begins(following.text)
    ):
        return False
    if begins_with_a_person(following.text) and begins_with_a_person(line.text):
        return False  # one person a line
    if words[0][:1].isupper() and _is_lead_in(line.text, begins):
        return False
    if _is_number_below(line.text, following.text, begins):
        return False
    if RUNNING_ON.search(line.text.rstrip()) or _MORE_TO_COME.search(line.text.rstrip()):
        return True
    if _are_alike(line.text, following.text) and not _goes_on(line.text, following.text, begins):
        return False
    if _PAIR.match(following.text) and _PAIR.match(line.text):
        return False
    if begins_with_code(following.text) and (begins_with_code(line.text) or is_heading_of_one(following.text)):
        return False  # one activity a line, or the next one's heading
    if words[0][:1].isupper() and (_SENTENCE_END.search(line.text) or _is_office(following.text)):
        return False  # a sentence or an office of its own, whoever broke the line
    if words[0][:1].isupper() and SAYS_IT_STAYS.search(following.text) and begins(line.text):
        return False  # a sentence below a value
    if words[0][:1].isupper() and _OTHER_LABEL.match(following.text):
        return False
    label = foreign_label(following.text)  # "Skype: ana" below a long address is no more of it
    return not label or is_place(label) or label[:1].islower()


def _is_lead_in(text: str, begins: Callable[[str], bool]) -> bool:
    """Tell whether a line leads to what stands below it: it ends with a colon, and with no label ("… Título:")."""
    words = text.split()
    if not text.rstrip().endswith(":") or ";" in text:
        return False
    return not any(begins(" ".join(words[-size:])) for size in range(1, _MOST_OF_A_LABEL + 1))


def _cuts_a_date(above: str, below: str) -> bool:
    """Tell whether a date is broken: "concluida el 6 de" over "marzo", "held on April" over "22, 2009"."""
    return len(above) > _LABEL_TO and (
        (_DAY_OF.search(above) is not None and _MONTH_FIRST.match(below) is not None)
        or (_MONTH_LAST.search(above) is not None and _DAY_FIRST.match(below) is not None)
    )


def _is_run_on(held: Row, line: Line, following: Line, begins: Callable[[str], bool]) -> bool:
    """Tell whether "Nombre: Ana; Cargo: Jefa; Institución: Secretaría de" goes on below, however wide it is."""
    text, below = held.text, following.text
    if ";" not in text or text[-1:] in ";." or len(text) < _LABEL_TO or not (";" in below or text.endswith(":")):
        return False
    if line.cells or following.cells or line.source == "html" or line.depth != following.depth:
        return False
    return begins(text) and not (begins(below) or begins_with_a_person(below) or is_courtesy(below))


def _goes_on(text: str, following: str, begins: Callable[[str], bool]) -> bool:
    """Tell whether a line of several parts is more of the one above, not the next one's: no name opens it, no label."""
    if text.rstrip()[-1:] in {",", ";", ":"} and following.lstrip()[:1].islower():
        return True  # "teléfono 809-555-0177," over "ext. 301, …"
    if following.lstrip()[:1].islower():
        return not text.lstrip()[:1].islower()
    return begins(text) and not begins_with_a_person(following)


def _are_alike(text: str, following: str) -> bool:
    """Tell whether two lines are one person or one activity each: "Ana Prueba; Directora; 2230-0000"."""
    signs = _PARTING if not _ENDS_REACHED.search(text) or not _ENDS_REACHED.search(following) else (*_PARTING, ", ")
    return any(text.count(sign) == following.count(sign) >= _LEAST_SIGNS for sign in signs)


def _is_number_below(above: str, text: str, begins: Callable[[str], bool]) -> bool:
    """Tell whether a telephone stands on a line of its own below "…, Santo Domingo", no matter how long that is."""
    last = above.split()[-1:]
    if not last or not is_numbers_alone(text) or NUMBERED_PLACE.search(above) or _AREA.fullmatch(last[0]):
        return False
    return not last[0][:1].islower() and last[0][-1:] not in ",;/(" and not begins(f"{last[0]} {text.strip()}")


def _is_office(text: str) -> bool:
    return is_ministry(text) or is_within(text) or is_whole_institution(text)


def _in_columns(rows: list[Row], place: int) -> Row:
    """Give cells to a line of text that stands in columns drawn with bars, tabs or spaces."""
    row = rows[place]
    cells = _columns(row.text)
    if len(cells) < 2:
        return row
    near = [_columns(rows[other].text) for other in _neighbours(rows, place) if not rows[other].cells]
    close = tuple(_CLOSE_COLUMNS.split(row.text.strip())) if "  " in row.text.strip() else ()
    if len(close) > max(len(cells), 2) and any(len(each) == len(close) for each in near):
        cells = close  # the widest words of a column leave two spaces behind them
    if row.text.startswith("\t") and len(cells) > 1 and any(len(each) == len(cells) + 1 for each in near):
        cells = ("", *cells)  # "(tab) Titular (tab) Alterno" over rows whose first cells are labels
    cells = _with_empty_ends(cells, rows, place) if "\t" in row.text else cells
    alike = any(len(each) == len(cells) for each in near)
    drawn = "|" in row.text or "\t" in row.text.strip()
    if alike or (drawn and len(cells) >= 3):
        return Row(row.kind, row.text, row.number, row.lines, cells, row.answer, row.quoted, row.struck)
    return row


def _with_empty_ends(cells: tuple[str, ...], rows: Sequence[Row], place: int) -> tuple[str, ...]:
    """A row of a table whose last cells are empty, below two or more that are full: "Baja (tab) Ing. Ana Prueba"."""
    above = [len(_columns(row.text)) if "\t" in row.text else 0 for row in rows[max(place - 2, 0) : place]]
    width = above[-1] if len(above) == 2 and above[0] == above[1] else 0
    short = len(cells) < width and width >= 3 and not cells[0].endswith(":")
    return (*cells, *("",) * (width - len(cells))) if short else cells


def _may_be_columns(row: Row) -> bool:
    return not row.cells and row.kind in {"own", "context"}


def _neighbours(rows: list[Row], place: int) -> Iterator[int]:
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(rows) and rows[other].kind == "blank" and abs(other - place) < 3:
            other += step
        if 0 <= other < len(rows):
            yield other


@remembered
def _columns(text: str) -> tuple[str, ...]:
    text = text.strip()
    if "|" in text:
        # A bar at the end is a border only where one stands at the beginning too.
        inner = text[1:].removesuffix("|") if text.startswith("|") else text
        return tuple(cell.strip() for cell in inner.split("|"))
    if "\t" in text:
        return tuple(cell.strip() for cell in text.split("\t"))
    return tuple(cell for cell in _COLUMNS.split(text) if cell)
