"""A line taken apart: the activity it names, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.fields.choices import mentions, names_of_choices
from mailbot.core.forms.naming.labels import Piece
from mailbot.core.forms.naming.pieces import clean_value, without_bullet
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Field, FieldValue, Form, Known

CODE = rf"{ACTIVITY_CODE}\b(?!-\d{{1,2}}\b)"
FIND_CODE = re.compile(r"\b" + CODE)
CUT = re.compile(r"\s*(?::|=|→|[-=]>|\s[-–—]{1,2}\s|\t|\|)\s*")
_LOOSE_CODE = re.compile(r"[A-Za-z]{1,6}\d{0,4}[- ]?\d{1,3}[A-Za-z]?\b")
_PARTING = re.compile(r"\s*[|\t]\s*|\s[–—-]{1,2}\s")
_PHRASE = re.compile(r"[,.;(|\t]|\s[-–—]\s")
_STOP = re.compile(r"(?:[^\W\d_]{4,}|%|\d{4})[.;]\s")
_LONGEST_NAME = 120
_LONGEST_LINE = 200
_MOST_WORDS_AROUND = 8  # of a title that holds its code
# What may stand before a code: "en cuanto a la", "actividad", "Buenos días. Sobre".
_LEAD = re.compile(
    r"(?:[^.:;|\t]{1,60}[.,:]\s+)?"
    r"(?:(?:sobre|respecto (?:de|a)l?|en cuanto a|(?:en|con) relaci[oó]n (?:con|a)|con respecto a|en|para|y|sobre"
    r"|regarding|concerning|as (?:for|regards)|with regard to|on|for|and)\s+)?"
    r"(?:(?:la|el|the)\s+)?(?:(?:actividad|acci[oó]n|activity|action)\s+)?(?:n[o°º.]{1,3}\s*)?(?=" + CODE + ")",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:(?:item|[ií]tem|punto|numeral|actividad|activity|point)\s+(?:(?:n[o°º.]{1,3}|#)\s*)?|(?:n[o°º]\.?"
    r"|n[uú]m\.|#)\s*)\d{1,2}\b\s*(?P<title>\(.*\)|.*)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    r"(?:(?:item|[ií]tem|punto|numeral|actividad|activity|point)\s+(?:(?:n[o°º.]{1,3}|#)\s*)?|(?:n[o°º]\.?"
    r"|n[uú]m\.|#)\s*)\d{1,2}\s*(?::|=|[-–—](?=\s))",
    re.IGNORECASE,
)
_SO = re.compile(r"^\s*(?:so|thus|por (?:lo )?tanto|as[ií] que|es decir|o sea|i\.e\.|now|ya)\s+")
_SPEAKS = re.compile(
    r"(?:our|we|they|it|nuestr[oa]s?|se|ya|no|hemos|todav[ií]a|a[uú]n|not|still|this|that|est[aáe])\b", re.IGNORECASE
)
_MOST_WORDS_OF_STATE = 5
_LONGEST_STATE = 40
_PLURAL = re.compile(r"(?<=[aoe])s\b")
_GOES_ON = re.compile(
    r"(?:por|debido|because|due|owing|a|al|el|para|hasta|until|to|on|and|y|since|desde|en|in|with|con|pending|as"
    r"|ya|for|\(?\d+)$"
)
# "P003-05a (inputs to the draft) is delayed": the title between a code and its verb.
_TITLE_IN_BRACKETS = re.compile(
    r"^\s*\([^()%\d]{8,90}\),?\s+(?=(?:is|was|has|have|are|were|will|est[aá]n?|se|fue|ha|han|ya|qued[aó]|sigue"
    r"|contin[uú]a"
    r"|no)\b)",
    re.IGNORECASE,
)
# "Cuestionario de desastres (100%): realizado": the share is said of it and no part of its name.
_SHARE_IN_BRACKETS = re.compile(
    r"(?<=\w)\s?[(\[]\s?(?:(?:avance|progreso|cumplimiento|progress"
    r"|completion)\s)?(?P<share>\d{1,3}(?:[.,]\d{1,2})?\s?%)"
    r"(?:\s(?:de )?(?:avance|complet[a-z]{1,3}|done))?\s?[)\]][\s*_]*$",
    re.IGNORECASE,
)
_SAID_OF = re.compile(r"\b(?:es|está|esta|son|se|fue|is|are|was|has|have|que|that|informo|informamos|inform)\b", re.I)


@dataclass(frozen=True, slots=True)
class Parts:
    """``activity``: its code or title, "" when only its number is said; ``rest``: what is said of it.

    ``beside``: field → the label that stands behind that, with its words.
    """

    activity: str
    rest: str
    has_code: bool
    beside: Mapping[str, Piece] = field(default_factory=dict)


def parts_of_line(line: Loose, activity: Field, known: Known) -> Parts | None:
    """Return a line that names an activity and says something of it, in its parts."""
    text = without_lead(without_bullet(line.text))
    cut = CUT.search(text)
    code = FIND_CODE.match(text.lstrip("[( "))
    stopped = code and cut and _STOP.search(text[: cut.start()])  # "P003-04 Visas. Retrasada; nueva fecha: 15 de junio"
    if cut and not stopped and cut.start() <= _LONGEST_NAME and text[: cut.start()].strip():
        return _parts(text[: cut.start()], text[cut.end() :], activity, known)
    if code:
        behind = _TITLE_IN_BRACKETS.sub("", text.lstrip("[( ")[code.end() :])
        return Parts(code.group(), _flat(behind.rstrip(" ])").lstrip(" ]).,;")), has_code=True)
    loosely = _LOOSE_CODE.match(text)
    if loosely and is_known(activity, loosely.group(), known):
        return Parts(loosely.group(), _flat(text[loosely.end() :]), has_code=False)
    return None


def begins_report(text: str, form: Form) -> bool:
    """Tell whether a line opens a report of its own: "P003-08 Taller: …", "Punto 3 (…)", "Foro virtual: en proceso"."""
    if form.subject_of != "activity" or len(text) > _LONGEST_LINE:
        return False
    bare = without_bullet(text)
    if FIND_CODE.match(bare.lstrip("[( ")) or _ITEM.match(bare):
        return CUT.search(bare) is not None
    cut = CUT.search(bare)
    if cut and _ends_with_code(bare[: cut.start()]):
        return True
    status = next((each for each in form.fields if each.kind == "choice"), None)
    said = fold(_PHRASE.split(bare[cut.end() :], maxsplit=1)[0]).strip() if cut else ""
    return bool(said) and status is not None and _opens_with_state(said, names_of_choices(status))


def heads_with_state(text: str, form: Form) -> bool:
    """Tell whether a line opens with a state and a sign: "Pendientes: foro virtual, lista de cónsules"."""
    status = next((each for each in form.fields if each.kind == "choice"), None)
    cut = CUT.search(text) if form.subject_of == "activity" else None
    if cut is None or status is None or cut.start() > _LONGEST_STATE:
        return False
    head = fold(text[: cut.start()]).strip()
    names = names_of_choices(status)
    return head in names or _PLURAL.sub("", head) in names


def _opens_with_state(said: str, names: Mapping[str, str]) -> bool:
    """Tell whether words are a state, or one with its reason or its day behind it: "delayed because of changes"."""
    words = said.split()
    sizes = range(1, min(len(words), _MOST_WORDS_OF_STATE) + 1)
    return any(
        " ".join(words[:size]) in names and (size == len(words) or _GOES_ON.match(words[size])) for size in sizes
    )


def tells_state_of_number(text: str, form: Form) -> bool:
    """Tell whether a line says the state of an activity that only its number names: "Actividad 4: en proceso"."""
    if form.subject_of != "activity" or not (found := _NUMBER_ALONE.match(without_bullet(text))):
        return False
    status = next((each for each in form.fields if each.kind == "choice"), None)
    first, *others = _PHRASE.split(without_bullet(text)[found.end() :].strip())
    if status is None:
        return False
    if len(first.split()) <= _MOST_WORDS_AROUND and mentions(status, first):
        return True
    if _SPEAKS.match(first):  # "Activity 9 - our officers attended the workshop"
        return True
    names = names_of_choices(status)  # "Activity 14 - half filled, in progress, about 50 percent"
    return any(_opens_with_state(_SO.sub("", fold(each)).strip(" ."), names) for each in others)


def _ends_with_code(head: str) -> bool:
    """Tell whether the words are a title with its code behind: "Lista de cónsules (P003-07)"."""
    codes = FIND_CODE.findall(head)
    few = len(head.split()) <= _MOST_WORDS_AROUND + 6
    return len(codes) == 1 and few and head.rstrip(" )]").endswith(codes[0]) and not _SAID_OF.search(head)


def _parts(before: str, behind: str, activity: Field, known: Known) -> Parts | None:
    share = _SHARE_IN_BRACKETS.search(before)
    head = _named((before[: share.start()] if share else before).strip(" []*_"))
    if head is None:
        return None
    rest = _behind_title(head, behind, activity, known)
    rest = f"{rest.rstrip(' .,;')}, {share['share']}" if share else rest
    return Parts(head, _flat(rest), bool(FIND_CODE.search(head)) or is_nearly_code(activity, head, known))


def without_lead(text: str) -> str:
    """A line from the code on, where only "sobre la actividad" and the like stand before and a sign behind it."""
    lead = _LEAD.match(text)
    if lead is None or not lead.end() or FIND_CODE.search(lead.group()):  # "P003-17, P003-18: cumplidas"
        return text
    behind = text[lead.end() :]
    code = FIND_CODE.match(behind)
    return behind if code and CUT.match(behind[code.end() :]) else text


def _named(head: str) -> str | None:
    """The code that stands in a title, else the title; None for words of a sentence around a code."""
    item = _ITEM.fullmatch(head)
    if item:
        return item["title"].strip(" ().–-").strip()
    codes = FIND_CODE.findall(head)
    if len(codes) != 1 or head.lstrip("[( ").startswith(codes[0]):
        return head.strip("()") if head.count("(") != head.count(")") or head.startswith("(") else head
    if len(head.split()) > _MOST_WORDS_AROUND + 6 or _SAID_OF.search(head):
        return None
    ends = head.rstrip(" )]").endswith(codes[0])
    return str(codes[0]) if ends or len(head.split()) <= _MOST_WORDS_AROUND else None


def is_known(activity: Field, words: str, known: Known) -> bool:
    """Tell whether words are the code or the title of an activity of the programme."""
    return bool(known.activities) and isinstance(read_value(activity, words, 0, known), FieldValue)


def is_nearly_code(activity: Field, words: str, known: Known) -> bool:
    """Tell whether words are a code of the programme with one character wrong, as "P003-O8"."""
    if " " in words or not any(each.isdigit() for each in words):
        return False
    read = read_value(activity, words, 0, known)
    return isinstance(read, Doubt) and read.proposal is not None


def _behind_title(head: str, rest: str, activity: Field, known: Known) -> str:
    """What stands behind "MD-01 – its title: …"; all of it where no title of that code stands there."""
    title, colon, more = rest.partition(":")
    if not colon or not more.strip() or len(title) > _LONGEST_NAME or not re.fullmatch(CODE, head):
        return rest
    coded, titled = (read_value(activity, words, 0, known) for words in (head, title.strip()))
    same = isinstance(coded, FieldValue) and isinstance(titled, FieldValue) and coded.value == titled.value
    return more if same and known.activities else rest


def _flat(text: str) -> str:
    """What stands behind the activity, with commas for all signs that part its pieces."""
    return clean_value(_PARTING.sub(", ", text)).strip(" ,;")
