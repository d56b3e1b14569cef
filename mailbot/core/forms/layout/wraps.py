"""Lines that a mail program broke: whether one goes on with the line above it, or stands for itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mailbot.core.fields import is_title
from mailbot.core.forms.activities.coded import begins_with_code, is_heading_of_one
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.foreign import foreign_label, is_place
from mailbot.core.forms.naming.numbers import is_numbers_alone
from mailbot.core.forms.persons.about_persons import begins_with_a_person
from mailbot.core.forms.persons.in_a_list import ends_a_person, is_one_of_a_list
from mailbot.core.forms.persons.names_of_offices import is_whole_institution
from mailbot.core.forms.persons.places import NUMBERED_PLACE
from mailbot.core.forms.taking.offices import RUNNING_ON, is_ministry, is_within
from mailbot.core.values import Line
from mailbot.core.windows.words import MONTH

OWN = frozenset({"new", "answer"})
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
_PAIR = re.compile(r"\s*[^\W\d_a-zà-ÿ][^\W\d_]+(?: [^\W\d_]+){0,3}:\s")  # "Objetivo: …", a label or like one
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
_SMALL = re.compile(r"\(?[a-zà-ÿ]")
_A_NUMBER = re.compile(r"\s*(?:[+(]?\d|[\w.-]+@\w)")
_AREA = re.compile(r"\(?\+?\d{1,4}\)")  # "(55)", of the number on the next line
_DAY_OF = re.compile(r"\b\d{1,2}(?:\s(?:de|of))?$", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?:de |of )?{MONTH}\b", re.IGNORECASE)
_MONTH_LAST = re.compile(rf"\b{MONTH}$", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\d{1,2}(?:[-–]\d{1,2}|st|nd|rd|th)?(?:,? \d{4})?\b(?![-\d/.])")
SAYS_IT_STAYS = re.compile(  # below a postal address: "Los teléfonos quedan igual."
    r"\b(?:quedan?|siguen?|se mantienen?|permanecen?|no (?:han? )?cambi\w+|remains?|stays?|unchanged"
    r"|(?:is|are) the same|es el mismo|es la misma|son l[oa]s mism[oa]s|ya no|no longer|has changed|have changed"
    r"|han? cambiado)\b",
    re.IGNORECASE,
)


def is_more(
    text: str, count: int, lines: Sequence[Line], place: int, begins: Callable[[str], bool], columns: int
) -> bool:
    """Tell whether the line at ``place`` goes on with the words above it.

    ``text``: what stands above, joined of ``count`` lines already; ``begins`` tells whether a text opens with a label;
    ``columns``: beyond which the program broke lines, as ``broken_at`` found.
    """
    above, line = lines[place - 1], lines[place]
    if ends_a_person(above.text) and is_one_of_a_list(text) and is_one_of_a_list(line.text):
        return False  # one person a line, however wide
    widest = _WIDEST_WRAP if count > 1 or line.text.lstrip(" ")[:1].islower() else _WRAP_TO
    opens = _never if _runs_on(text, lines, place, begins) else begins
    last = place + 1 >= len(lines) or not lines[place + 1].text.strip()
    return (
        _is_run_on(text, above, line, begins)
        or (count >= _TWICE and _is_comb(text, above, line, opens, ends=last and count > _TWICE))
        or _wraps(above, line, opens, columns, widest)
    )


def broken_at(lines: Sequence[Line]) -> int:
    """The columns beyond which the program broke lines: fewer than usual where none is wider and several reach them."""
    widths = [len(line.text.rstrip()) + 2 * line.depth for line in lines if line.label in OWN and not line.cells]
    widest = max(widths, default=0)
    if not _NARROWEST <= widest < _WRAP_FROM or sum(width > widest - _RAGGED for width in widths) < _SEVERAL:
        return _WRAP_FROM
    return widest


def is_drawn(text: str) -> bool:
    """Tell whether bars, tabs or spaces may draw columns; those behind "II." or "a)" draw none."""
    if "|" in text or "\t" in text:
        return True
    found = _WIDE_MARK.match(text) if "   " in text else None
    return "   " in (text[found.end() :] if found else text)


def _is_comb(text: str, line: Line, following: Line, begins: Callable[[str], bool], *, ends: bool) -> bool:
    """Tell whether a paragraph broken twice goes on: a short line that ends nothing, wide ones above and below.

    ``ends``: no other line stands right below, and three are one already.
    """
    wants = _wants_a_number(text, following.text)
    if len(following.text) > _WRAP_TO or (_ends(text) and not wants):
        return False
    small = following.text.lstrip(" ")[:1].islower() or _is_cut(text)
    if len(following.text) < _COMB_FROM and not (ends or small or wants):
        return False  # unless the paragraph ends with it
    if line.cells or following.cells or line.source == "html" or line.depth != following.depth:
        return False
    drawn = is_drawn(line.text.strip()) or is_drawn(following.text.strip())
    if drawn or _LIST_ITEM.match(following.text) or is_courtesy(following.text) or begins(following.text):
        return False
    office = _is_office(following.text) and not _is_cut(text)
    apart = office or (begins_with_a_person(following.text) and begins_with_a_person(text))
    return not (apart or (begins(text) and not wants) or _are_alike(line.text, following.text))


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


def _runs_on(text: str, lines: Sequence[Line], place: int, begins: Callable[[str], bool]) -> bool:
    """Tell whether a line goes on with a paragraph, though it opens with a label without a sign."""
    line = lines[place]
    if not _in_mid_sentence(text, line.text) or (begins(text) and not _is_cut(text)):
        return False
    if _is_cut(text):
        return True
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


def _wraps(line: Line, following: Line, begins: Callable[[str], bool], columns: int, widest: int) -> bool:
    """Tell whether a mail program broke one line of the writer into these two: of so many columns at least, at most."""
    if line.cells or following.cells or line.source == "html" or line.depth != following.depth:
        return False
    words = following.text.split(maxsplit=1)
    width = len(line.text.rstrip()) + 2 * line.depth
    if not words or (width > widest and not RUNNING_ON.search(line.text.rstrip())):
        return False
    item = width > _LABEL_TO and _LIST_ITEM.match(line.text) and _SMALL.match(following.text)
    flows = width >= _COMB_FROM and words[0][:1].islower() and not _ends(line.text)
    cut = item or flows or _cuts_a_date(line.text, following.text) or _is_cut(line.text)
    if width + 1 + len(words[0]) <= columns and not cut:
        return False
    if width <= _LABEL_TO and begins(line.text):
        return False  # a label alone, and an address with its echo below it
    wants = _wants_a_number(line.text, following.text)
    if (
        is_drawn(line.text.strip())
        or (_LIST_ITEM.match(following.text) and not wants)
        or is_courtesy(following.text)
        or begins(following.text)
    ):
        return False
    if begins_with_a_person(following.text) and begins_with_a_person(line.text):
        return False  # one person a line
    if words[0][:1].isupper() and _is_lead_in(line.text, begins):
        return False
    if not _is_cut(line.text) and _is_number_below(line.text, following.text, begins):
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


def _is_run_on(text: str, line: Line, following: Line, begins: Callable[[str], bool]) -> bool:
    """Tell whether "Nombre: Ana; Cargo: Jefa; Institución: Secretaría de" goes on below, however wide it is."""
    below = following.text
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
