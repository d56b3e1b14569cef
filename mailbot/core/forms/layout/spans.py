"""A start and an end on two lines, "Fecha de inicio: 3 de marzo" over "Fecha de término: 5 de marzo": one window.

Read one by one, the first is an open end and the second a day: both wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import bare_label
from mailbot.core.language import fold

_DATE = r"(?P<date>fechas?\s*:\s*|dates?\s*:\s*)?"
_BEFORE = r"(?P<said>fecha (?:de |del )?)?"
_BEHIND = r"(?P<behind> date)?(?: el| on)?\s*:?\s+(?=.*\d)"
_START = re.compile(
    rf"\W{{0,3}}{_DATE}{_BEFORE}(?P<word>desde|del?|inicio|inicia|comienzo|comienza|from|start|starts|begins?)"
    + _BEHIND
)
_END = re.compile(
    rf"\W{{0,3}}{_BEFORE}(?P<word>hasta|al?|fin|final|finaliza|finalizacion|termino|termina|terminacion|conclusion"
    r"|cierre|to|until|end|ends|finish(?:es)?)" + _BEHIND
)
_ENGLISH = frozenset({"from", "start", "starts", "begin", "begins"})
_DAYS = frozenset(
    "lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday"
    " the del dia".split()
)
_LONGEST = 120  # characters of a line that is one day
_MOST_BLANK = 2  # lines between the two
_MOST_WORDS = 6  # of a day below a blank line: "sábado 5 de marzo de 2011"


def spans_joined(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows; two that are a start and an end, under or behind the label of a date, as one."""
    starts = any(row.kind == "own" and _may_start(row) and _START.match(fold(row.text)) for row in rows)
    return tuple(_with_spans(rows, labels)) if starts else rows


def _with_spans(rows: Sequence[Row], labels: Labels) -> Iterator[Row]:
    place = 0
    while place < len(rows):
        own = rows[place].kind == "own"
        below = _near(rows, place, 1) if own and _may_start(rows[place]) else None
        joined = _joined(rows, place, below, labels) if below is not None else None
        yield joined or rows[place]
        place = below + 1 if joined and below is not None else place + 1


def _near(rows: Sequence[Row], place: int, step: int) -> int | None:
    """The place of the next row with words, below (1) or above (-1), across two blank ones at most."""
    near = range(place + step, place + step * (_MOST_BLANK + 2), step)
    return next((each for each in near if 0 <= each < len(rows) and rows[each].kind != "blank"), None)


def _may_start(row: Row) -> bool:
    if row.kind != "own" or row.cells or len(row.text) > _LONGEST:
        return False
    return any(map(str.isdigit, row.text))


def _joined(rows: Sequence[Row], place: int, end_place: int, labels: Labels) -> Row | None:
    row, below = rows[place], rows[end_place]
    if not _may_start(below):
        return None
    texts = [" ".join(each.text.split()) for each in (row, below)]
    start, end = _START.match(fold(texts[0])), _END.match(fold(texts[1]))
    if start is None or end is None or any(len(fold(each)) != len(each) for each in texts):
        return None
    labelled = bool(start["date"] or start["said"] or start["behind"])
    above = _near(rows, place, -1)
    if not labelled and not _is_dated(rows[above] if above is not None else None, labels):
        return None
    days = texts[0][start.end() :].strip(" .,;"), texts[1][end.end() :].strip(" .,;")
    if end_place > place + 1 and len(days[1].split()) > _MOST_WORDS:
        return None  # a sentence of its own: "Al 5 de enero, tres países …"
    text = _window(start["word"], *days) if _is_one(start["word"], *days) else f"{days[0]}; {days[1]}"
    apart = above != place - 1  # a label across a blank line would not reach it
    text = ("Date: " if start["word"] in _ENGLISH else "Fecha: ") + text if labelled or apart else text
    return row._replace(text=text, lines=(*row.lines, *below.lines), answer=row.answer or below.answer)


def _window(word: str, start: str, end: str) -> str:
    return f"from {start} to {end}" if word in _ENGLISH else f"del {start} al {end}"


def _is_one(word: str, start: str, end: str) -> bool:
    """Tell a window from a move: "De: 3 de marzo" over "A: 17 de mayo" may be the old day and the new one."""
    if word not in {"de", "del", "from"}:
        return True
    return bool(_words(start) & _words(end)) or not _words(start)


def _words(day: str) -> set[str]:
    """The month's name, of whatever language."""
    return {word for word in re.findall(r"[^\W\d_]+", fold(day)) if len(word) > 2 and word not in _DAYS}


def _is_dated(row: Row | None, labels: Labels) -> bool:
    """Tell whether the row above is the bare label of a date."""
    label = bare_label(row.text, labels) if row and row.kind in {"own", "context"} else None
    return label is not None and any(labels.form.field(each).kind == "window" for each in label.fields)
