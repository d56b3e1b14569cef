"""Several activities that one verb is said of: "El taller, el seminario y el foro se realizaron el 3 de marzo".

Whether "y el …" names a further activity or belongs to the one before is told by the verb's number, and by
what the activities before hold: "el taller sobre el refugio y el asilo se realizó" is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mailbot.core.forms.activities.clauses import (
    ARTICLE,
    BEHIND,
    FINITE,
    VERB,
    Named,
    named_behind,
    named_by,
    without_place,
)
from mailbot.core.forms.activities.deeds import CAME_TO, DID
from mailbot.core.forms.activities.listed_titles import is_word_of_a_title
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.windows.words import MONTH

_MOST = 12  # activities of one verb
_BOTH = re.compile(r"\W*(?:tanto|both)\s+(?=(?:el|la|los|las|the|our|nuestr[oa]s?)\s)", re.IGNORECASE)
_AND = r"(?:y|e|and|como|as[ií] como|as well as)"
_SEPARATOR = re.compile(rf"\s*,\s+(?:{_AND}\s+)?|\s+{_AND}\s+", re.IGNORECASE)
_JOINS = re.compile(rf"(?:\s|,\s*){_AND}\s+", re.IGNORECASE)
# "Sobre el refugio", "al Memorándum": what a further article may go on with.
_WITHIN = re.compile(
    r"\s(?:(?:sobre|acerca de|entre|de|para|con|contra|por|en|a|ante|on|of|for|in|with|about|to|by|between)\s"
    r"(?:el|la|los|las|the|our|sus?|nuestr[oa]s?)|del|al)\s",
    re.IGNORECASE,
)
_ANY_PREPOSITION = re.compile(r"\s(?:sobre|del?|para|con|en|al?|on|of|for|in|with|about|to)\s", re.IGNORECASE)
_PLURAL = re.compile(r"(?:se\s+)?(?!can\b)\w+n|were|are|have", re.IGNORECASE)
_OF_EITHER = re.compile(r"had|will|can(?:not)?|could|may|might|must|shall|should|did", re.IGNORECASE)
# "El cuestionario ya enviado": said of by itself.
_STATED = re.compile(
    r"\b(?:\w+[aiu]d[oa]s?|\w{2,}ed|pendientes?|pending|done|sent|held|list[oa]s?\s*$|sin\s)\b|[(:%]", re.IGNORECASE
)
_SINGULAR = re.compile(r"\W*(?:el|la|lo|nuestr[oa])\s", re.IGNORECASE)
# "El 3 y el 5 de marzo", "on 3 and 5 March", "respectivamente": which day is whose.
_OF_EACH = re.compile(
    rf"\brespectiv|\b\d{{1,2}}(?:\s(?:de\s|of\s)?{MONTH})?(?:,|,?\s(?:y|e|and|&))\s(?:(?:el|on|the)\s)?(?:{MONTH}\s)?"
    r"\d{1,2}\b(?!\s?(?:%|por ciento|per))",
    re.IGNORECASE,
)


def enumerated_in(sentence: str) -> tuple[Named, ...]:
    """The several activities that a sentence is about, by name or code; none where it is about one, or may be.

    What goes with an activity, a paper or an office among them, is left out.
    """
    text = _bare(sentence)
    subjects = _subjects(text)
    items, verb = subjects or _objects(text)
    if len(items) < 2 or not _are_several(items, verb):
        return ()
    named = (_named(each, named_by if subjects else named_behind) for each in items)
    return tuple(each for each in named if each and each.words)


def only_names(clause: str, behind: str) -> bool:
    """Tell whether a clause says nothing of what it names, which the one behind "y" does: "el taller y | el foro …"."""
    text = _bare(clause)
    if not ARTICLE.match(text) or VERB.search(text) or DID.search(text):
        return False
    verb = VERB.search(behind)
    agrees = verb is not None and _SINGULAR.match(behind) and _PLURAL.fullmatch(_finite(verb))
    return bool(agrees) or not _STATED.search(FIND_CODE.sub("", text))


def has_days_of_each(sentence: str) -> bool:
    """Tell whether several days are told, of which each may be of another activity."""
    return _OF_EACH.search(sentence) is not None


def _bare(sentence: str) -> str:
    text = without_place(sentence)
    both = _BOTH.match(text)
    return text[both.end() :] if both else text


def _subjects(text: str) -> tuple[list[str], str] | None:
    """What stands before the verb, and the verb; None where a day stands there, or nothing that is named."""
    verb = VERB.search(text) if ARTICLE.match(text) else None
    head = text[: verb.start()].rstrip(" ,") if verb else ""
    if verb is None or DID.search(head) or CAME_TO.search(head) or named_by(_without_article(head)) is None:
        return None
    return _items(head), _finite(verb)


def _objects(text: str) -> tuple[list[str], str]:
    """What stands behind "se realizaron" or "we submitted", up to when, where or how; and the verb that agrees."""
    agreeing = BEHIND.search(text)
    deed = agreeing or DID.search(text) or CAME_TO.search(text)
    if deed is None:
        return [], ""
    found: list[str] = []
    for item in _items(text[deed.end() :]):
        found.append(item)
        named = _named(item, named_behind)
        if named is None or not item.rstrip(" )].;").endswith(named.words):
            break
    return found, agreeing[0].strip() if agreeing else ""


def _items(text: str) -> list[str]:
    """Part an enumeration before each further article, code or word for an activity; [] where no "y" closes it."""
    found, begin, joined = [], 0, False
    for sign in _SEPARATOR.finditer(text):
        behind = text[sign.end() :]
        if ARTICLE.match(behind) or FIND_CODE.match(behind) or is_word_of_a_title(behind):
            found.append(text[begin : sign.start()])
            begin, joined = sign.end(), _JOINS.match(sign[0]) is not None
    return [*found, text[begin:]] if joined and len(found) < _MOST else []


def _are_several(items: Sequence[str], verb: str) -> bool:
    """Tell whether each item is an activity of its own: see the head of this module."""
    pattern = _WITHIN if all(map(ARTICLE.match, items)) else _ANY_PREPOSITION
    open_ended = any(pattern.search(f" {_without_article(each)} ") for each in items[:-1])
    worded = all(FIND_CODE.search(each) or is_word_of_a_title(_without_article(each)) for each in items)
    if _PLURAL.fullmatch(verb.split(" a ")[0]) or _PLURAL.match(verb):
        return worded or not open_ended
    return not open_ended and (worded or _OF_EITHER.fullmatch(verb) is not None)


def _named(item: str, by_words: Callable[[str], Named | None]) -> Named | None:
    code = FIND_CODE.search(item)
    return Named(code[0]) if code else by_words(_without_article(item))


def _without_article(words: str) -> str:
    article = ARTICLE.match(words)
    return words[article.end() :] if article else words


def _finite(verb: re.Match[str]) -> str:
    found = re.search(rf"\b{FINITE}$", verb[0], re.IGNORECASE)
    return found[0] if found else ""
