"""The parts of a visiting card: what each is, and whether all of them together are one person's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.clauses import is_cut_short, without_stop
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.lead_in import without_lead_in
from mailbot.core.forms.naming.numbers import EXTENSION_WORDS, is_number
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.posts import is_field_of_post
from mailbot.core.forms.persons.block import MAIL
from mailbot.core.forms.persons.names_of_offices import (
    is_acronym,
    is_institution,
    is_person,
    is_unit,
    is_whole_institution,
    is_whole_unit,
    matters_together,
    names_a_post,
)
from mailbot.core.forms.persons.places import NUMBERED_PLACE, is_place, opens_with_landmark
from mailbot.core.forms.persons.roles import CALLS_ROLE, OF_THE_GROUP
from mailbot.core.forms.taking.offices import is_ministry, is_within
from mailbot.core.language import fold
from mailbot.core.values import Line

_EXTENSIONS = (
    rf"(?:[,;]?\s*\(?(?:{EXTENSION_WORDS}|x)\.?\s*\d{{1,6}}"
    r"(?:\s*(?:[,/]|y|and|e)\s*\d{1,6}\b(?![ -]?\d))*\)?)?"
)
NUMBER = re.compile(
    rf"(?<![\w@.-])[+(]?\d[\d \t\xa0().-]{{5,20}}\d(?![\w@-]){_EXTENSIONS}", re.IGNORECASE
)  # on one line
_COUNTED = re.compile(r"\s*\d{1,2}[.)]\s+(?=[+(]?\d[\d ().-]{5,20}\d\s*$)")  # "3. 2410-0001"
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}")
_ALONE = re.compile(r"[,;]?\s*\(?(?:e|x)", re.IGNORECASE)  # where an extension begins
_SIGNS = re.compile(r"\x00|[;|•·\n\t]|,\s|,$|\s[-–—]+\s|\s/\s|[.][ \xa0]+(?=[A-ZÀ-Þ\d¿(]|$)")
_BARS = re.compile(r"[\x00|\n\t]")
_MARK = re.compile(r"(?:^|[\s,;|(•·–—-])(?P<mark>[^\W\d_][^\W\d_. ]*(?:[. ]{1,2}[^\W\d_]+){0,2})\s?\.?\s?:?\s*$")
_BEHIND = re.compile(
    r"\s*(?:\((?P<inside>[^\W\d_][\w. ]{0,20})\)|(?P<bare>(?:cel|m[oó]vil|celular|fax|directo|of|oficina)\b\.?))", re.I
)
_WORD = re.compile(r"\S+")
_MAIL_MARK = re.compile(
    r"(?:\b(?:correos?(?: electr[oó]nicos?)?|e-?mails?|mail|correo-e)\b\.?\s?:?\s*)$", re.IGNORECASE
)
_ECHO = re.compile(r"\s*[<(\[]?\s*mailto:[^\s>)\]]{1,200}[>)\]]?", re.IGNORECASE)
_COLON = re.compile(r"[^\W\d_]\s?:(?:\s|$)")
_TELLS = re.compile(
    r"\b(?:tel[eé]?f?o?n?o?s?|fax|exts?|extensi[oó]n(?:es)?|central|conmutador|pbx|cel(?:ular)?|phone|mobile|n[uú]mero"
    r"|number|correo|e-?mail)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s\([^()]{3,40}\)$")  # "Directora de Fronteras (punto focal)"
_GENERAL = re.compile(r"direccion (?:general|nacional)\b")  # an institution of its own where no ministry stands beside
_ZIP = re.compile(r"\d{5}-\d{4}")  # no telephone behind "VA "
_STATE_AHEAD = re.compile(r"\b[A-Z]{2}\.? $")
_SPOKEN = re.compile(
    r"\b(?:es|ser[aá]|son|est[aá]|fue|ha|han|ya|no(?!\.? ?\d)|que|quien|se|le|les|nos|mi|mis|su|sus|is|are|was|will|has"
    r"|have|please|favor|my|our|your|his|her|who|which|that|not)\b",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"(?:Sub|Vice)secretaria", re.IGNORECASE)  # a post, where no accent makes it an office
_TOWNS = frozenset(
    "belice|belize|belmopan|belize city|canada|comayaguela|costa rica|ciudad de guatemala|ciudad de mexico"
    "|ciudad de panama|el salvador|estados unidos|guatemala|honduras|managua|mexico|nicaragua|ottawa|panama|republica"
    " dominicana"
    "|san jose|san salvador|santo domingo|tegucigalpa|united states|washington".split("|")
)  # States and capitals, between a name and an office
_MOST_OF_AN_OFFICE = 9  # words
_MOST_OF_A_CLOSING = 4  # words
_AND = frozenset({"y", "e", "and", "o", "u"})
_AROUND = " .,;/|-–—"
_MOST_PARTS = 16
_FEWEST_BARS = 2
_FEWEST_OF_PLACE = 3  # words, where only a number says that it is one
_MOST_WORDS = 12  # of a part


@dataclass
class Card:
    """What one paragraph says of one person: words by the field they are for."""

    words: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, list[str]] = field(default_factory=dict)
    mails: list[str] = field(default_factory=list)
    lines: frozenset[int] = frozenset()
    line: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether somebody is named, placed and can be reached."""
        placed = {"position", "institution", "unit"} & self.words.keys()
        return "name" in self.words and bool(placed) and bool(self.numbers or self.mails)


def card_of(paragraph: Sequence[Line], labels: Labels) -> Card | None:
    """Return the card that a paragraph is; None where a part of it is anything else."""
    if any(_is_labelled(line.text, labels) for line in paragraph):
        return None
    text = "\n".join(_own_words(line.text) for line in paragraph)
    card = Card(lines=frozenset(line.number for line in paragraph), line=paragraph[0].number)
    rest = _without_numbers(_without_mails(text, card), card, labels)
    if rest is None or _COLON.search(rest):
        return None
    parts = [(found, without_stop(rest[slice(*found)])) for found in _whole(_places(rest), rest)]
    parts = [(place, part) for place, part in parts if any(map(str.isalnum, part)) and part.lower() not in _AND]
    while parts and is_courtesy(parts[-1][1]) and len(parts[-1][1].split()) <= _MOST_OF_A_CLOSING:
        parts.pop()
    if not 1 < len(parts) <= _MOST_PARTS or any(_is_speech(part) for _, part in parts):
        return None
    return card if _sorted_out(parts, rest, card) and card.is_whole else None


def _own_words(text: str) -> str:
    """A line without its bullet and its lead-in; "(55) 5387-2400" has none."""
    if counted := _COUNTED.match(text):
        return text[counted.end() :]
    own = without_lead_in(text)
    reached = NUMBER.match(own) or MAIL.match(own)  # "Cell: 202-555-0147" says which
    return text if NUMBER.match(text.strip()) else without_bullet(text if reached else own)


def are_several(paragraph: Sequence[Line]) -> bool:
    """Tell whether a paragraph counts people: two of its lines begin with a number, and each says how to reach one."""
    counted = [bare for line in paragraph if (bare := without_bullet(line.text)) != line.text]
    return sum(_reaches_one(each) for each in counted) > 1


def _reaches_one(text: str) -> bool:
    """Tell whether capitals stand beside a number or an address, and no label."""
    rest = NUMBER.sub("", MAIL.sub("", text))
    return rest != text and ":" not in rest and len(_CAPITALS.findall(rest)) > 1


def _is_labelled(text: str, labels: Labels) -> bool:
    """Tell whether a line begins with the label of anything but a number or an address: that is a form's."""
    head, colon, _ = without_bullet(text).partition(":")
    label = labels.find(head.strip()) if colon else None
    kinds = {labels.form.field(each).kind for each in label.fields} if label else set()
    return bool(kinds - {"telephone", "email"})


def _without_mails(text: str, card: Card) -> str:
    text = _ECHO.sub("", text)
    for found in reversed(list(MAIL.finditer(text))):
        card.mails.insert(0, found.group().rstrip("."))
        before = _MAIL_MARK.sub("", text[: found.start()].rstrip(" <(["))
        text = f"{before}\x00{text[found.end() :].lstrip(' >)]')}"
    return text


def _without_numbers(text: str, card: Card, labels: Labels) -> str | None:
    """Take the telephones off a text, each with the word before or behind it that says which; None for an odd one."""
    for found in reversed(list(NUMBER.finditer(text))):
        said = found.group().strip()
        if not is_number(_ALONE.split(said, maxsplit=1)[0]):
            continue
        start, end = found.span()
        if NUMBERED_PLACE.search(text[:start]) or (_ZIP.fullmatch(said) and _STATE_AHEAD.search(text[:start])):
            continue
        mark = _MARK.search(text[:start])
        named, size = _telephone(mark["mark"], labels) if mark else ("", 0)
        if mark and named:
            start = mark.start("mark") + size
        elif behind := _BEHIND.match(text, end):
            named, _ = _telephone((behind["inside"] or behind["bare"]).strip(), labels)
            end = behind.end() if named else end
        card.numbers.setdefault(named or "phone", []).insert(0, said)
        text = f"{text[:start]}\x00{text[end:]}"
    return text if not re.search(r"\d{6}", re.sub(r"[\s-]", "", text)) else None


def _telephone(words: str, labels: Labels) -> tuple[str, int]:
    """The field of the telephone that the last words name, and where these begin; "" for none."""
    for word in _WORD.finditer(words):
        label = labels.find(words[word.start() :])
        if label is None:
            continue
        kinds = [each for each in label.fields if labels.form.field(each).kind == "telephone"]
        return kinds[0] if len(kinds) == 1 == len(label.fields) else label.number, word.start()
    return _INITIALS.get(fold(words), ""), 0


_INITIALS = {
    "o": "phone",
    "t": "phone",
    "p": "phone",
    "d": "phone",
    "w": "phone",
    "c": "mobile",
    "m": "mobile",
    "f": "fax",
}


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the parts between signs; a full stop behind "Lic." or "Av." is none."""
    start = 0
    signs = _BARS if text.count("|") >= _FEWEST_BARS else _SIGNS  # where bars part, commas may be of an office's name
    for sign in signs.finditer(text):
        if sign.group()[0] == "." and is_cut_short(text[start : sign.start()]):
            continue
        yield start, sign.start()
        start = sign.end()
    yield start, len(text)


def _whole(places: Iterable[tuple[int, int]], rest: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the parts; those of one office are one: "Ministry of Labour, Local Government and …"."""
    found = list(places)
    texts = [rest[slice(*each)].strip(_AROUND) for each in found]
    listed = [rest[end:start].strip(" ") == "," for (_, end), (start, _) in pairwise(found)] + [False]
    at = 0
    while at < len(found):
        size = next((size for size in (3, 2) if all(listed[at : at + size - 1]) and _is_one(texts[at : at + size])), 1)
        yield found[at][0], found[min(at + size, len(found)) - 1][1]
        at += size


def _is_one(parts: Sequence[str]) -> bool:
    return len(parts) > 1 and len(matters_together(parts)) == 1


def _is_speech(part: str) -> bool:
    return len(part.split()) > _MOST_WORDS or part.endswith("?") or bool(_SPOKEN.search(part))


def _sorted_out(parts: Sequence[tuple[tuple[int, int], str]], rest: str, card: Card) -> bool:
    """Put every part into its field; False where one has none, or two have the same."""
    offices: list[str] = []
    place: tuple[int, int] | None = None
    before = ""
    for at, ((start, end), part) in enumerate(parts):
        following = parts[at + 1][1] if at + 1 < len(parts) else ""
        kind = _kind(part, before, following, card)
        alone = "\n" in rest[parts[at - 1][0][1] : start] if at else False
        if not kind or (kind == "field" and alone) or (before == "name" and _DEPUTY.fullmatch(part)):
            kind = _by_place(part, before, following, card) or kind
        if kind == "name":
            card.words["title"], card.words["name"] = split_title(part)
        elif kind == "position":
            card.words["position"] = _IN_BRACKETS.sub("", part)
        elif kind == "field":
            card.words["position"] += f", {part}"
        elif kind == "role":
            card.words["role"] = OF_THE_GROUP.sub("", part)
        elif kind == "office":
            offices.append(part)
        elif kind == "place":
            if place and before not in {"place", ""}:
                return False
            place = (place[0] if place else start, end)
        else:
            return False
        before = kind
    if place:
        words = " ".join(rest[slice(*place)].replace("\x00", " ").split()).strip(_AROUND.replace(".", ""))
        words = words if is_cut_short(words.removesuffix(".")) else words.rstrip(".")
        card.words["address"] = words if len(words.split()) >= _FEWEST_OF_PLACE else ""
    return _with_offices(offices, card)


def _kind(part: str, before: str, following: str, card: Card) -> str:
    title, name = split_title(part)
    named = "name" in card.words
    if _TELLS.search(part):
        return ""
    if not named and (is_person(name) if title else is_person(part) and (not before or names_a_post(following))):
        return "name"
    if named and CALLS_ROLE.fullmatch(part):
        return "role" if "role" not in card.words else ""
    short = is_acronym(part) and before in {"position", "field", "office"}
    if is_institution(part) or is_whole_institution(part) or _is_unit(part) or short:
        return "office" if not any(sign.isdigit() for sign in part) else "place"
    if before == "position" and is_field_of_post(part):
        return "field"
    if names_a_post(part) and "position" not in card.words and not is_place(part):
        return "position"
    if _opens_place(part):
        return "place"
    if before == "place":
        return "place" if not (part[:1].islower() or title or is_acronym(part)) or opens_with_landmark(part) else ""
    return "place" if named and part[:1].isupper() and _opens_place(following) and not is_person(following) else ""


def _by_place(part: str, before: str, following: str, card: Card) -> str:
    """What words are by where they stand: a post below a name, an office between a post and a ministry."""
    plain = part[:1].isupper() and not any(sign.isdigit() or sign in "@:" for sign in part)
    if not plain or len(part.split()) > _MOST_OF_AN_OFFICE or _opens_place(part) or fold(part) in _TOWNS:
        return ""
    if before == "name" and "position" not in card.words and not is_person(part):
        return "position" if is_institution(following) or is_whole_institution(following) else ""
    within = before == "position" and (is_ministry(following) or is_whole_institution(following))
    return "office" if within else ""


def _is_unit(part: str) -> bool:
    return is_unit(part) or is_whole_unit(part) or is_within(part)


def _opens_place(part: str) -> bool:
    counted = any(map(str.isdigit, part)) and len(part.split()) >= _FEWEST_OF_PLACE
    return is_place(part) or opens_with_landmark(part) or counted


def _with_offices(offices: Sequence[str], card: Card) -> bool:
    """The institution and the unit within it; an acronym behind the institution repeats it or names what is above."""
    named = [each for each in offices if not is_acronym(each)] or list(offices[:1])
    if len(named) > 2:
        return False
    if len(named) == 2:
        first, second = named
        tests = (is_ministry, is_whole_institution, lambda each: not is_within(each))
        uppers = ([each for each in named if test(each)] for test in tests)
        upper = next((found for found in uppers if len(found) == 1), [])
        if not upper:
            return False
        card.words["institution"] = upper[0]
        card.words["unit"] = second if upper[0] == first else first
    elif named:
        alone_unit = _is_unit(named[0]) and not _GENERAL.match(fold(named[0])) and not is_whole_institution(named[0])
        card.words["unit" if alone_unit else "institution"] = named[0]
        acronyms = [each for each in offices if is_acronym(each) and each != named[0]]
        if alone_unit and len(acronyms) == 1:
            card.words["institution"] = acronyms[0]
    return True
