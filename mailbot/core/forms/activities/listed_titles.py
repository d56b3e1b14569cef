"""Titles of activities listed without codes: "cuestionario de desastres, insumos NNA (14 de enero) y foro virtual".

What stands behind a title is said of it: a date, a share, a reason behind a dash or in brackets.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mailbot.core.fields.percentages import IN_WORDS
from mailbot.core.forms.activities.clauses import is_of_something_else
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.persons.about_persons import begins_with_a_person
from mailbot.core.forms.taking.dated import is_of_a_date

_MOST_WORDS = 14  # of a title
_BRACKETED = r"\([^()]{1,80}\)"
_PIECE = re.compile(rf"(?:[^(),;]|{_BRACKETED}){{1,300}}")
_TITLE = re.compile(r"(?P<title>[^():=|\t]{3,160}?)(?:\s*\((?P<aside>[^()]{1,80})\))?(?:\s*[-–—:,]?\s*)$")
_BEHIND = re.compile(r"\s+[-–—]{1,2}\s+|\s*:\s+|\s*,\s+")
_AND = re.compile(r",?\s(?:y|e|and|&)\s+", re.IGNORECASE)
_WORD_OF_A_TITLE = re.compile(
    r"(?:taller|lista|listado|cuestionario|foro|estudio|reuni[oó]n|seminario|insumos|requisitos|memor[aá]ndum|actualizaci[oó]n"
    r"|curso|presentaci[oó]n|gu[ií]a|lineamientos|buenas pr[aá]cticas|encuesta|directorio|campaña|proyecto|comentarios"
    r"|workshop|list|questionnaire|forum|study|meeting|seminar|inputs?|requirements|updat(?:e|ing)|course|presentation"
    r"|guide|guidelines|best practices|survey|directory|campaign|project|comments)\b",
    re.IGNORECASE,
)
# What opens the name of a further activity behind "y": an article, or a word for what activities are.
_OPENS_A_TITLE = re.compile(rf"(?:el|la|los|las|the|our|nuestr[oa]s?)\s|{_WORD_OF_A_TITLE.pattern}", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:el|la|los|las|the|our)\s+(?=\S)", re.IGNORECASE)
# What opens words about an activity, not its name.
_NO_NAME = re.compile(
    r"(?:\d+\s|(?:faltan?|hay|quedan?|restan?|se|no|sin|ya|a[uú]n|todav[ií]a|est[aá]n?|es|fue|con|por|para|en|al?|desde|hasta"
    r"|seg[uú]n|debido|porque|pues|pendientes?|hemos|estamos|esperamos|segui?mos|ning[uú]n\w*|due|because|to|we|it|with|for|by|in"
    r"|on|at|not?|none|still|waiting|awaiting|pending|since|until|nothing|nada)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s+\S|[?¿!]")


class Listed(NamedTuple):
    """A title, and what is said of it besides the state above it."""

    title: str
    rest: str


def listed_item(text: str, labels: Labels) -> Listed | None:
    """Return the title of an item of a list, with what stands behind it; None where the item is no title."""
    bare = text.strip().rstrip(".;")
    if _SENTENCE.search(bare) or len(bare) > 300:
        return None
    cut = next((each for each in _BEHIND.finditer(bare) if _parts_title(bare, each)), None)
    head, behind = (bare[: cut.start()], bare[cut.end() :]) if cut else (bare, "")
    found = _TITLE.fullmatch(head)
    if found is None or not _is_title(found["title"], labels):
        return None
    title = _without_article(found["title"].strip()) if found["title"][:1].islower() else found["title"].strip()
    return Listed(title, ", ".join(each.strip() for each in (found["aside"] or "", behind) if each.strip()))


def _parts_title(text: str, sign: re.Match[str]) -> bool:
    """Tell whether a sign outside brackets stands behind the title: a dash, a colon, or a comma before a date."""
    head = text[: sign.start()]
    return head.count("(") == head.count(")") and (sign[0].strip() != "," or _is_fact(text[sign.end() :]))


def opens_a_title(words: str) -> bool:
    """Tell whether words open with one for what activities are: "cuestionario de desastres", not "boletos"."""
    return _OPENS_A_TITLE.match(words) is not None


def is_word_of_a_title(words: str) -> bool:
    """Tell whether words open with a noun for what activities are, without an article before it."""
    return _WORD_OF_A_TITLE.match(words) is not None


def listed_in(text: str, labels: Labels) -> list[Listed]:
    """Return the titles of "cuestionario de desastres, insumos NNA (14 de enero)"; none where some piece is no title.

    Where "y" may join two activities or belong to the title of one, nothing is taken.
    """
    pieces: list[str] = []
    parts = text.split(";") if ";" in text else _PIECE.findall(text)
    for part in filter(None, (each.strip(" .,") for each in parts)):
        if pieces and _is_fact(part):
            pieces[-1] += f", {part}"
        else:
            pieces.append(part)
    whole = [one for place, each in enumerate(pieces) for one in _parted(each, last=place == len(pieces) - 1)]
    found = [listed_item(each, labels) for each in whole]
    return [each for each in found if each] if all(found) else []


def _parted(piece: str, *, last: bool) -> list[str]:
    """Part the end of a list at its "y"; [""] where it may be either."""
    joined = _AND.search(piece) if last else None
    lead = _AND.match(f" {piece}")
    if lead:
        return [piece[lead.end() - 1 :]]
    if joined is None:
        return [piece]
    left, right = piece[: joined.start()], piece[joined.end() :]
    if _OPENS_A_TITLE.match(right):
        return [left, *_parted(right, last=True)]
    return [piece] if len(left.split()) == 1 else [""]


def _is_fact(text: str) -> bool:
    """Tell whether words are a date or a share and no more."""
    words = text.strip(" .").split()
    return bool(words) and (
        IN_WORDS.fullmatch(text.strip(" .")) is not None
        or (any(map(str.isdigit, text)) and all(map(is_of_a_date, words)))
        or (text.strip(" ,").endswith("%") and len(words) <= 3)
    )


def _is_title(words: str, labels: Labels) -> bool:
    few = len(words.split()) <= _MOST_WORDS and any(map(str.isalpha, words)) and "@" not in words
    if (
        not few
        or _NO_NAME.match(words)
        or is_courtesy(words)
        or begins_with_a_person(f"{words},")
        or labels.find(words)
    ):
        return False
    return not is_of_something_else(_without_article(words))


def _without_article(words: str) -> str:
    found = _ARTICLE.match(words)
    return words[found.end() :] if found else words
