"""Answers beside, above or behind their labels in unusual ways: "Ana Prueba - Nombre completo", "Estado Pospuesta"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mailbot.core.fields.plain import nothing_said
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.pieces import bare_label, head_of, without_bullet

_SIGNS = "-–—:=("
_SHORTEST_LABEL, _LONGEST_LABEL = 2, 41  # characters behind the last sign
_NUMBER_NAMED = re.compile(
    r"(?P<number>[+(]?\d[\d\s().-]{5,20}\d(?:,?\s*(?:x|ext\.?)\s*\d{1,6})?)"
    r"\s*(?:\((?P<bracketed>[^()\d]{1,20})\)|\s(?P<bare>[^\W\d_]{3,12}))\.?"
)
_BEGINS_A_NUMBER = tuple("+(0123456789")
_NUMBER_NAMED_AHEAD = re.compile(
    r"[(\[](?P<bracketed>[^()\[\]\d@]{1,20})[)\]]:?\s*(?P<number>[+(]?\d[\d\s().-]{5,20}\d(?:,?\s*(?:x|ext\.?)\s*\d{1,6})?)\.?"
)  # "(cel.) 829-555-0122"
_ADDRESS_NAMED = re.compile(r"(?P<number>[^\s@()]+@[^\s@()]+)\s*\((?P<bracketed>[^()\d@]{1,24})\)(?P<bare>)\.?")
_PARTED = re.compile(r"(?<=\))\s*(?:[,;/]|\by\b|\band\b)\s*")
_NUMBERS_PARTED = re.compile(r"\s*(?:[,;/]|\by\b|\band\b)\s*(?=[+(]?\d{2,4}[\s).-]|[(\[][^\W\d_])")
_ENDS = frozenset({"o)", "l)", ".)", "))"})  # of "a@b.example (correo)"
_LONGEST_NUMBERS = 200
_LEAST = 3  # lines written so before any is believed
_LONGEST = 300
_MOST_LINES = 3  # of a value above its label
_MOST_WORDS = 4  # of a label


def numbers_named_behind(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Put the label before the number of lines such as "(202) 555-0121 (cell)"."""
    return [each for row in rows for each in (_number_first(row, labels) if row.kind == "own" else (row,))]


def _number_first(row: Row, labels: Labels) -> Sequence[Row]:
    """Return a row with the label first; one that holds a number without any before those is two."""
    text = row.text.strip() if not row.cells else ""
    opens = text[:1] in _BEGINS_A_NUMBER or text[:1] == "["
    if not text or len(text) > _LONGEST_NUMBERS or not (opens or text[-2:] in _ENDS):
        return (row,)
    parts = [each.strip() for each in _PARTED.split(text)]
    named = [number_named(each, labels) for each in parts]
    if None not in named:
        return (row._replace(text="; ".join(str(each) for each in named)),)
    parts = _NUMBERS_PARTED.split(text)
    named = [number_named(each, labels) for each in parts]
    if named[0] is None and len(named) > 1 and None not in named[1:] and is_number(parts[0]):
        return (row._replace(text=parts[0]), row._replace(text="; ".join(str(each) for each in named[1:])))
    return (row,)


def number_named(text: str, labels: Labels) -> str | None:
    """Return "cell: (202) 555-0121" for "(202) 555-0121 (cell)", None where it is no such number or address."""
    shapes = (_ADDRESS_NAMED,) if "@" in text else (_NUMBER_NAMED, _NUMBER_NAMED_AHEAD)
    found = next((found for each in shapes if (found := each.fullmatch(text))), None)
    words = next((each for each in (found["bracketed"], found.groupdict().get("bare")) if each), "") if found else ""
    label = (labels.find(words) or labels.initial(words)) if words else None
    if found is None or label is None or label.part:
        return None
    kinds = {labels.form.field(each).kind for each in (*label.fields, label.number) if each}
    fits = kinds & ({"email"} if "@" in text else {"telephone"})
    if label.number:  # "2232-0000 (oficina)": no office, the telephone there
        return f"{labels.form.field(label.number).label.es}: {found['number']}" if fits else None
    return f"{label.words or words}: {found['number']}" if fits else None


def lines_turned(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with such lines turned round, when several of them name different fields."""
    found: dict[int, tuple[str, Label, str]] = {}
    for place, row in enumerate(rows):
        if row.kind == "own" and not row.cells and not row.struck and 5 < len(row.text) <= _LONGEST:
            turned = _turned(row.text, labels)
            if turned:
                found[place] = turned
    if len(found) < _LEAST or len({label.fields for _, label, _ in found.values()}) < len(found):
        return rows
    if any(row.kind == "own" and head_of(row.text, labels) for row in rows):
        return rows
    return [
        row._replace(text=f"{found[place][2]}: {found[place][0]}") if place in found else row
        for place, row in enumerate(rows)
    ]


def _turned(text: str, labels: Labels) -> tuple[str, Label, str] | None:
    at = max(map(text.rfind, _SIGNS))
    sign, behind = text[at], text[at + 1 :]
    if at < 0 or not _SHORTEST_LABEL <= len(behind) <= _LONGEST_LABEL or (sign in "-–—" and text[at - 1 : at] != " "):
        return None
    before, behind = text[:at].strip(), behind.strip(" .")
    words = behind.removesuffix(")").strip()
    label = labels.find(words) if before and (sign != "(" or behind.endswith(")")) else None
    if label is None or len(label.fields) > 1 or head_of(text, labels):
        return None
    return without_bullet(before), label, words


def labels_below(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Turn round blocks of a value with its label on the line below it.

    Believed when each of several blocks ends in a label without a colon and none begins with
    one, and the last block is such: nothing waits for a value below.
    """
    blocks = list(_blocks(rows))
    turned = [block for block in blocks if _is_below(rows, block, labels)]
    if len(turned) < 2 or _waits(rows, blocks, turned[-1]):
        return rows
    if any(_bare(rows[place], labels) for block in blocks if block not in turned for place in block):
        return rows
    kept = list(rows)
    for block in turned:
        *values, last = block
        text = " ".join(rows[place].text for place in values)
        lines = tuple(number for place in values for number in rows[place].lines)
        kept[block[0]] = rows[block[0]]._replace(text=f"{rows[last].text.strip()}: {text}", lines=lines)
        for place in block[1:]:
            kept[place] = rows[place]._replace(kind="blank", text="")
    return kept


def _blocks(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Rows of the sender's that stand together."""
    block: list[int] = []
    for place, row in enumerate(rows):
        if row.kind == "own" and not row.cells:
            block.append(place)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_below(rows: Sequence[Row], block: list[int], labels: Labels) -> bool:
    *values, last = block
    if not 1 <= len(values) <= _MOST_LINES or not _bare(rows[last], labels):
        return False
    return not any(
        _bare(rows[place], labels) or head_of(rows[place].text, labels) or is_courtesy(rows[place].text)
        for place in values
    )


def _bare(row: Row, labels: Labels) -> bool:
    text = row.text.rstrip()
    found = bare_label(text, labels) if not text.endswith((":", "：")) else None
    return found is not None and len(found.fields) == 1


def _waits(rows: Sequence[Row], blocks: Sequence[list[int]], last: list[int]) -> bool:
    """Something that is no courtesy stands below the last label: it may be the value."""
    below = [block for block in blocks if block[0] > last[-1]]
    return bool(below) and not is_courtesy(rows[below[0][0]].text)


def labels_without_signs(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Put the colon into lines such as "Estado Pospuesta", where all lines that stand together begin so."""
    kept = list(rows)
    for block in map(_without_courtesy(rows), (block for block in _blocks(rows) if len(block) >= _LEAST)):
        small = sum(not rows[place].text[:1].isupper() for place in block)
        if len(block) < _LEAST or 0 < small < len(block):
            continue
        cuts: list[tuple[Label, str, str]] = []
        for place in block:
            cut = _label_words(rows[place].text, labels)
            if cut is None:
                break
            cuts.append(cut)
        if len(cuts) < len(block) or len({label.fields for label, _, _ in cuts}) < len(cuts):
            continue
        if small == _LEAST and any(value[:1].islower() and "@" not in value for _, _, value in cuts):
            continue  # three lines in small letters may be a sentence
        for place, (_, name, value) in zip(block, cuts, strict=True):
            kept[place] = rows[place]._replace(text=f"{name}: {value}")
    return kept


def _without_courtesy(rows: Sequence[Row]) -> Callable[[list[int]], list[int]]:
    """Leave a greeting above and thanks below the lines that stand together out of them."""

    def kept(block: list[int]) -> list[int]:
        own = [place for place in block if not is_courtesy(rows[place].text)]
        own = own[1:] if own and rows[own[0]].text.rstrip().endswith(":") else own  # "Mis datos:"
        return block[block.index(own[0]) : block.index(own[-1]) + 1] if own else []

    return kept


def _label_words(text: str, labels: Labels) -> tuple[Label, str, str] | None:
    """The words of a label that open a line and go on to a value without a sign between them."""
    words = text.split()
    if len(text) > _LONGEST or head_of(text, labels) or not text[:1].isalpha():
        return None
    for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        if words[size - 1].lower() == "no" and nothing_said(" ".join(words[size - 1 :])):
            continue  # "fax no hay" is no "fax no."
        if sum(sign.isdigit() for sign in words[size - 1]) > 1:
            continue  # "Teléfono (809) 508-2555": the area is of the number
        label = labels.find(" ".join(words[:size]))
        if label and len(label.fields) == 1 and not label.part:
            return label, " ".join(words[:size]), " ".join(words[size:])
    return None
