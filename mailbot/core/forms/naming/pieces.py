"""One line of text → its label and value, or several of them.

"Cargo: Jefa", "Cargo - Jefa", "Cargo = Jefa", "3. Cargo: Jefa", "Tel: 2222-0000 Fax: 2222-0001".
Words inside a value are not split off unless a separator, or for telephones and e-mail
the shape of what follows, says that a new label begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.naming.labels import LONGEST_LABEL, MOST_REMEMBERED, Label, Labels, Piece
from mailbot.core.forms.naming.numbers import NUMBER, is_dialled, is_numbers_alone
from mailbot.core.forms.naming.run_on import Anchor, choices_kept, without_code_behind
from mailbot.core.forms.naming.worded import worded
from mailbot.core.language import fold
from mailbot.core.remembered import SHORT, remembered

OF_NO_PLACE = (  # "7º avenida 0-00", "2° piso, Edificio …": the number is of the address
    r"(?!\.?\s(?i:av(?:e|da|enida)?|calle|c(?:alle)?j[óo]n|piso|nivel|planta|etapa|transversal|ruta|cuadra|torre)\b)"
)
_BULLET = re.compile(
    r"\s*(?:(?:[-*•·▪◦–—>+]|--)\s+|[•·▪◦§■●○►➢✓\uf0a7\uf0b7\uf0d8]\s*|o\s+(?=[A-ZÀ-Þ][^\W\d_])|\d{1,2}(?:\.\d{1,2}){1,2}(?:\s?[.)]-?)?\s+(?=[^\W\d])"
    rf"|\(?\d{{1,2}}\s?(?:[.)\]]|[°º]{OF_NO_PLACE})-?\s*"
    r"|\d{1,2}\s?[-–]\s+"
    r"|\(?[a-zA-Z]\)\s*|[a-h]\.\s+|\(?(?:[ivx]{1,4}|[IVX]{1,4})(?:[.)]-?|\.\))\s+)"
)
_SEPARATOR = re.compile(  # nothing else is tried at a letter
    r"(?=[-:：=|\t→.…_–—> ])(?:[:：=|\t→]|[-=]>|\.{3,}|…|_{3,}|(?<=\s)[-–—]{1,2}(?=\s)"
    r"|(?<=[^\W\d_]\.)[-–—](?=\s?[(+\d]|\s|$)|(?<=\s)>{1,2}(?=\s)| {2,})"
)
_FIRST = frozenset(":：=\t|")  # separators that are looked at before all others
_BEFORE_VALUE = " \t:：=|→>_…*"
_FILLERS = re.compile(r"^(?:[_…]+|\.{3,}|[-–—]\s(?=\S)|//+)\s*|\s*(?:_{2,}|\.{4,}|…+|\*+)$")
_FILLS_BEFORE, _FILLS_BEHIND = frozenset("_….-–—/"), frozenset("_.…*")
# "R/ Realizada", "Resp.: 25 %": what people put before an answer.
_ANSWERS = re.compile(
    r"^(?:R\s?/(?:\s?:)?\s|R:\s|(?:nuev[oa]s?|ahora|corregid[oa]|new|now)\s?:|(?:resp|rta|rpta|respuesta|answer|reply)\.?\s?:)\s*(?=\S)",
    re.IGNORECASE,
)
_AFTER_VALUE = " \t,;|/•·–—"
_DASHES = frozenset("-–—")
_STRONG = frozenset(",;|/.)\t•·–—-")
_TIME_OR_LINK = re.compile(r"\d:\d|://|mailto:", re.IGNORECASE)
_JOINERS = frozenset(
    "de del la el los las un una y e o a al con por para en su mi of the a an and or to for with by in my"
    " your our nuestro nuestra este esta esa ese".split()
)
_MAIL = re.compile(r"[.\s:]*<?[^\s@<>,;:]+(?:@|\s?\(at\)\s?|\[at\])[^\s@<>,;]+\.[^\s@<>,;]+>?", re.IGNORECASE)
# As they stand in a sentence: no brackets around, no sign of a list behind.
ADDRESS_TOLD = r"[^\s@<>,;()]{1,64}@[^\s@<>,;()]{1,190}\.[^\W\d_]{2,24}"
NUMBER_TOLD = r"[+(]?\d[\d\s().-]{4,22}\d(?:/\d{2,4}(?![\d/-]))?(?:,? ?(?:ext|x)\w*\.? ?\d{1,6})?"
_LONGEST_INITIAL = 4  # of "T", "Desk"
_MOST_SHAPED = 100  # characters
_NOT_DIALLED = re.compile(r"\d{1,2}[-/.]\d{1,4}[-/.]\d{2,6}")  # a day, or the number of an identity card
_MOST_COLONS = 60  # of a line
_MOST_SPLIT = 2_000  # characters of a line within which labels are looked for
_CODE = re.compile(rf"[.\s]*(?:n[o°º]\.?\s*)?{ACTIVITY_CODE}(?![\w-])")
_IS = re.compile(
    r"(?:\s+(?:es|son|ser[áa]n?|is|are))?(?:\s+(?:el|al|la|los|the))?(?:\s+(?:n[úu]mero|number))?(?=\s+[(+\d]|\s+\S+@)",
    re.IGNORECASE,
)  # "su teléfono es el 2236-0000", "al celular 9900-0000"
_LONE_LETTER = re.compile(
    r"(?:^|(?<=[,;|/·])\s*|\s{2})\(?([^\W\d_])(?:\.\)?|\))?\s+(?=\(?\+?\d|\S+@)"
)  # "T. (506) 2542-0000"
_SHAPES = {"telephone": NUMBER, "email": _MAIL, "activity": _CODE}


@remembered
def without_bullet(text: str) -> str:
    """Return a line without "3.", "a)", "•" or "-" before its words; "(55) 5387-2400" has none."""
    found = _BULLET.match(text)
    if found and text.lstrip()[:1] == "(" and is_numbers_alone(text):
        return text
    return text[found.end() :] if found and found.end() < len(text) else text


@remembered
def clean_value(text: str) -> str:
    """Return a value without the separators and fill-in rules around it."""
    before = None
    while before != text:
        before = text
        text = text.lstrip(_BEFORE_VALUE + "\xa0")
        filled = text[:1] in _FILLS_BEFORE or text.rstrip()[-1:] in _FILLS_BEHIND
        text = (_FILLERS.sub("", text) if filled else text).strip()
        if text[:1] in "RrAaNnCc":
            text = _ANSWERS.sub("", text)
    while text[:2] == "<<" and text[-2:] == ">>":
        text = text[1:-1].strip()
    if len(text) > 2 and text[0] + text[-1] in {"[]", "«»", "“”", '""', "''", "<>"}:
        text = text[1:-1].strip()
    return text


def head_of(text: str, labels: Labels) -> Piece | None:
    """Return the label that begins a line, and the rest of the line as its value."""
    return known_or_found(labels.heads, _head_of, text, labels)


def known_or_found(
    known: dict[str, Result | None], work: Callable[[str, Labels], Result | None], text: str, labels: Labels
) -> Result | None:
    """What is asked of a short line is worked out once for each form; ``known`` is kept from growing."""
    found = known.get(text)
    if found is not None or text in known:
        return found
    found = work(text, labels)
    if len(text) <= SHORT:
        if len(known) >= MOST_REMEMBERED:
            known.clear()
        known[text] = found
    return found


def _head_of(text: str, labels: Labels) -> Piece | None:
    for head, separator, start in _heads(text):
        label = _label_before(head, separator, labels) or _initial_before(head, text, start, labels)
        if label and not is_dialled_choice(label, text, start, labels):
            return Piece(label, text[start:], start)
    return None


def is_dialled_choice(label: Label, text: str, start: int, labels: Labels) -> bool:
    """Tell whether a number or an address stands where one of a few words would: "(no) cambió: 2539-5000" is a verb."""
    return all(labels.form.field(each).kind == "choice" for each in label.fields) and any(
        _is_reached(shape, text, start) for shape in (NUMBER, _MAIL)
    )


def _initial_before(head: str, text: str, start: int, labels: Labels) -> Label | None:
    """A letter is a label where a number or an address follows and nothing else could be meant: "C: 202-555-0178"."""
    label = labels.initial(head) if len(head.strip(" .")) <= _LONGEST_INITIAL else None
    shape = _shape_of(label, labels) if label else None
    return label if shape and _is_reached(shape, text, start) else None


def _is_reached(shape: re.Pattern[str], text: str, start: int) -> bool:
    found = shape.match(text, start)
    if found is None or shape is _MAIL:
        return found is not None
    said = found.group().strip(" .")
    return is_dialled(said) and not _NOT_DIALLED.fullmatch(said)


@remembered
def _heads(text: str) -> tuple[tuple[str, str, int], ...]:
    """What may be a label, the separator behind it and where the value begins: the same for every form."""
    bare = without_bullet(text)
    framed = _FRAMED.match(bare) if bare[:1] == "[" else None
    if framed:
        return ((framed[1], "]", len(text) - len(bare) + framed.end()),)
    return tuple(
        (candidate[: found.start()], found.group(), len(text) - len(candidate) + found.end())
        for candidate in dict.fromkeys((bare, text))
        for found in _separators(candidate)
    )


def _separators(text: str) -> Iterator[re.Match[str]]:
    found = list(_SEPARATOR.finditer(text[: LONGEST_LABEL + 8]))
    first = [each for each in found if each.group() in _FIRST][:3]
    yield from sorted(first, key=lambda each: each.group() in "|\t")  # "Name | Nom: Ana": a colon goes before a bar
    yield from (each for each in found if each.group() not in _FIRST)


def _label_before(head: str, separator: str, labels: Labels) -> Label | None:
    head = head.strip(" .\xa0*_")
    found = labels.find(head) or (labels.find(_NUMBERED.sub("", head)) if head.rstrip()[-1:].isdigit() else None)
    if found is None and separator in ":：":
        found = labels.nearest(head)
    return found


_FRAMED = re.compile(r"\[([^\[\]@\d]{2,40})\]\s*(?=\S)")  # "[Cargo] Directora"
_NUMBERED = re.compile(r"\s*(?:no\.?|n[º°]|#)?\s*\d{1,2}$", re.IGNORECASE)


def bare_label(text: str, labels: Labels) -> Label | None:
    """Return the label when a whole line is one, with or without a colon."""
    return known_or_found(labels.bare, _bare_label, text, labels)


def _bare_label(text: str, labels: Labels) -> Label | None:
    stripped = text.strip().rstrip(":：=-–— \t_.…|")
    found = labels.find(stripped) or labels.find(without_bullet(stripped))
    if found and _is_state(text, stripped, labels):
        return None
    # "Correo y Fax" alone may be the name of an office: two fields need their colon.
    return found if found is None or len(found.fields) == 1 or text.rstrip()[-1] in ":：" else None


_AWAITING = (" until", " till", " to", " on", " hasta", " para", " el", " al", " a")  # a date stands behind


def _is_state(text: str, stripped: str, labels: Labels) -> bool:
    """Tell whether "Concluido." is the state of an activity rather than "Concluido el", a label of its date."""
    if text.rstrip()[-1:] in ":：" or fold(stripped).endswith(_AWAITING):
        return False
    states = (each for each in labels.form.fields if any(choice.past for choice in each.choices))
    return any(fold(stripped) in names_of_choices(each) for each in states)


def split(text: str, labels: Labels, outer: Label | None) -> list[Piece]:
    """Return the pieces of a line's value, the first belonging to ``outer``.

    ``outer`` is the label before the text, or None for a line without one.
    """
    text = without_code_behind(text)
    anchors = [*_colon_anchors(text, labels, outer), *_shape_anchors(text, labels), *worded(text[:_MOST_SPLIT], labels)]
    anchors = choices_kept(_not_overlapping(sorted(anchors, key=lambda each: each[:2])), text, labels, outer)
    if not anchors:
        return [Piece(outer, text, 0)]
    starts = [*(each[0] for each in anchors), len(text)]
    first = Piece(outer, _ended(text[: starts[0]]), 0)
    rest = [
        Piece(replace(label, language="und"), _ended(text[begin : starts[index + 1]]), begin, bool(sure))
        for index, (_, begin, label, sure) in enumerate(anchors)
    ]
    return _without_stops(text, _without_numbers([first, *rest]), starts)


def _ended(text: str) -> str:
    """A value without the signs that part it from the next label."""
    return text.rstrip(_AFTER_VALUE).removesuffix(" -").rstrip(_AFTER_VALUE)


_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")


_NUMBER_BEHIND = re.compile(r"(?P<sure>[.;])?\s+\(?(?P<number>\d{1,2})\s?[.)°º]-?$")


def _without_numbers(pieces: list[Piece]) -> list[Piece]:
    """Take off the numbers of the labels behind: "Nombre: Ana. 2. Cargo: Jefa. 3. Fax: no hay"."""
    found = [_NUMBER_BEHIND.search(piece.text) for piece in pieces[:-1]]
    behind = [each for each in found if each]
    numbers = [int(each["number"]) for each in behind]
    follow = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    if not follow or (len(numbers) == 1 and not (behind[0]["sure"] and numbers[0] in {2, 3})):
        return pieces
    cut = [
        replace(piece, text=piece.text[: each.start()].rstrip(_AFTER_VALUE)) if each else piece
        for piece, each in zip(pieces, found, strict=False)
    ]
    return [*cut, pieces[-1]]


def _without_stops(text: str, pieces: list[Piece], starts: list[int]) -> list[Piece]:
    """Take off the full stops that part the pairs of one line: "Cargo: Jefa. Unidad: Fronteras."."""
    if not any(text[:start].rstrip().endswith(".") for start in starts[:-1]):
        return pieces
    return [replace(piece, text=_STOP.sub("", piece.text)) for piece in pieces]


_SLASHED = re.compile(r"\s*[/|;,]\s*|\s[–—-]\s")
Result = TypeVar("Result")


def _not_overlapping(anchors: list[Anchor]) -> list[Anchor]:
    kept: list[Anchor] = []
    for anchor in anchors:
        if not kept or anchor[0] >= kept[-1][1]:
            kept.append(anchor)
    return kept


def _colon_anchors(text: str, labels: Labels, outer: Label | None) -> Iterator[Anchor]:
    """Labels inside a line that end in a colon or an equals sign."""
    for colon in islice(_COLON.finditer(text[:_MOST_SPLIT]), _MOST_COLONS):
        at = colon.start()
        if _TIME_OR_LINK.match(text, max(0, at - 1)) or text[max(0, at - 6) : at + 1].lower() == "mailto:":
            continue
        for start in _word_starts(text, at):
            if _holds_a_state(text[:start], text[start:at], labels):
                continue
            label = labels.find(text[start:at].strip(" .")) or _initial_before(text[start:at], text, at + 1, labels)
            if label and is_dialled_choice(label, text, at + 1, labels):
                continue
            if label and start and _begins_here(text, start, at, label, labels, outer):
                yield start, at + 1, label, 1
                break
            if label:
                break


def _holds_a_state(before: str, words: str, labels: Labels) -> bool:
    """Tell whether "Concluida / Fecha" is the value of "Estado:" before it and only then a label."""
    if before.rstrip()[-1:] not in {":", "="}:
        return False
    first, *others = _SLASHED.split(words)
    choices = (each for each in labels.form.fields if each.kind == "choice")
    return bool(others) and any(fold(first).strip() in names_of_choices(each) for each in choices)


def _word_starts(text: str, at: int) -> Iterator[int]:
    """Offsets of the up to six words before ``at``, the farthest first."""
    window = text[max(0, at - LONGEST_LABEL) : at]
    starts = [found.start() for found in _WORD_BEFORE.finditer(window) if found[0] not in _DASHES][-6:]
    return iter([max(0, at - LONGEST_LABEL) + start for start in starts])


def _begins_here(text: str, start: int, at: int, label: Label, labels: Labels, outer: Label | None) -> bool:
    before = text[max(0, start - LONGEST_LABEL) : start]
    word_before = before.split()[-1].lower().strip(".,;:()") if before.split() else ""
    led = outer is None and before.rstrip()[-1:] == ":"  # "Los datos son: nombre: Ana"
    strong = led or before.rstrip()[-1:] in _STRONG or before.endswith(("  ", "\t"))
    shape = _shape_of(label, labels)
    if label.part == "extension" and outer and _shape_of(outer, labels) is NUMBER:
        return False
    if shape and shape.match(text, at + 1):
        return True
    if outer and _shape_of(outer, labels) is NUMBER and NUMBER.match(text, at + 1):
        return False  # "Teléfonos: Oficina: 2230-0000" speaks of a telephone, not of an office
    if outer and _shape_of(outer, labels) is _MAIL and _MAIL.match(text, at + 1):
        return False  # "E-mail: a@b.example; alterno: c@d.example" is a second address, not another person
    capital = text[start : start + 1].isupper()
    if outer and any(labels.form.field(each).free for each in outer.fields):
        return capital and before.rstrip()[-1:] in ";|."
    return (strong and bool(before.strip(" ,;|/."))) or (capital and word_before not in _JOINERS)


def _shape_of(label: Label, labels: Labels) -> re.Pattern[str] | None:
    kinds = {labels.form.field(each).kind for each in label.fields}
    return _SHAPES.get(kinds.pop()) if len(kinds) == 1 else None


def _shape_anchors(text: str, labels: Labels) -> Iterator[Anchor]:
    """Labels of telephones and e-mail without a separator: "TEL 22450000 CEL 9990-0000", "T. 2245-0000"."""
    for found in _LONE_LETTER.finditer(text[:_MOST_SPLIT]) if any(map(str.isdigit, text)) else ():
        label = labels.initial(found[1]) if found[1].isupper() else None
        shape = _shape_of(label, labels) if label else None
        if label and shape and _is_reached(shape, text, found.end()):
            yield found.start(1), found.end(), label, 0
    for found in _SHORT_WORD.finditer(text[:_MOST_SPLIT]):
        label = labels.find(found.group())
        shape = _shape_of(label, labels) if label and not label.part else None
        if label is None or shape is None:
            continue
        if (found.start() and text[found.start() - 1] not in " \t,;|/.(") or _JOINS_WORDS.match(text, found.start()):
            continue
        ends = dict.fromkeys((_behind_second(text, found.start(), found.end(), label, labels), found.end()))
        verbs = ((end, _IS.match(text, end)) for end in ends)
        end = next((at for end, verb in verbs if shape.match(text, at := verb.end() if verb else end)), None)
        if end is not None:
            skipped = len(text[end:]) - len(text[end:].lstrip(" .:\t"))
            yield found.start(), end + skipped, label, 0


_COLON = re.compile(r"[:：=]")
_WORD_BEFORE = re.compile(r"[^\s,;|/(]+")
_SHORT_WORD = re.compile(r"[^\W\d_][^\W\d_.-]{1,14}")
_JOINS_WORDS = re.compile(r"(?<=[^\W\d_]\s)of\s")  # "instead of 555-0117": no "of." of an office
_SECOND = re.compile(r"\.?\s+([^\W\d_]{2,14})(?=[.\s])")
_MOST_FURTHER = 3  # words


def _behind_second(text: str, start: int, end: int, label: Label, labels: Labels) -> int:
    """Where the words of "Tel. PBX 2504-0000" and "Teléfono de oficina 2504-0000" end: one telephone in more words."""
    at = end
    for _ in range(_MOST_FURTHER):
        word = _SECOND.match(text, at)
        if word is None:
            break
        at = word.end()
        again = labels.find(text[start:at]) or labels.find(word[1])
        if again and again.fields == label.fields and not again.part:
            end = at
    return end


def begins_shaped(text: str, labels: Labels) -> bool:
    """Tell whether a line begins with "Tel. 2222-0000": a label and a number, no separator."""
    bare = without_bullet(text)[:_MOST_SHAPED]
    reached = "@" in bare or any(map(str.isdigit, bare))
    return reached and any(start == 0 for start, _, _, _ in _shape_anchors(bare, labels))


def begins_labelled(pieces: Sequence[Piece]) -> bool:
    """Tell whether a line begins with "Tel. 2222-0000", a label without a separator."""
    return not pieces[0].text.strip() and len(pieces) > 1


def extent(text: str, label: Label, labels: Labels) -> int:
    """How far the number or address at the start of ``text`` reaches; 0 when there is none."""
    shape = _shape_of(label, labels)
    found = shape.match(text) if shape else None
    return found.end() if found else 0
