"""The activities our letter names by code and title, "P003-08 Taller de capacitación": what words of an answer mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from mailbot.core.forms.activities.listed_titles import is_word_of_a_title
from mailbot.core.forms.activities.named_activity import CODE
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Message

_LABELLED = re.compile(rf"\s*(?:actividad|activity)\s*:\s*(?P<code>{CODE})\s*", re.IGNORECASE)
_TITLED = re.compile(rf"(?<![\w-])(?P<code>{CODE})[\s:.)\]–-]+(?P<title>[^\W\d_].{{5,200}})")
_CODED = re.compile(rf"\W*{CODE}.*", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{4,}")
_NOT_TELLING = frozenset("sobre para with from para este esta esos estas nuestro nuestra their that".split())


@lru_cache(maxsize=64)
def activities_of(sent: Message | None) -> Mapping[str, frozenset[str]]:
    """Return code → the telling words of its titles in our letter, both languages together; none for a code alone."""
    found: dict[str, frozenset[str]] = {}
    for line in (*sent.lines, *sent.alternative) if sent is not None else ():
        labelled = _LABELLED.fullmatch(line.text)
        if labelled:
            found.setdefault(labelled["code"], frozenset())
        titled = _TITLED.search(line.text)
        if titled:
            found[titled["code"]] = found.get(titled["code"], frozenset()) | telling(titled["title"])
    return found


def with_codes_of_letter(entry: Entry, form: Form, activities: Mapping[str, frozenset[str]]) -> Entry:
    """Return the entry with the code of the one activity of our letter that its words name, to be asked."""
    field = next((each for each in form.fields if each.kind == "activity"), None)
    if field is None or not activities:
        return entry
    taken = entry.fields.get(field.id)
    doubt = next((each for each in entry.doubts if each.field == field.id), None)
    if taken is not None:
        said, line = str(taken.value), taken.line
    elif doubt is not None:
        said, line = doubt.said, doubt.line
    else:
        return entry
    codes = _meant(said, activities)
    if _CODED.fullmatch(said) or len(codes) != 1:
        return entry
    offered = Doubt(field.id, said, FROM_A_SENTENCE, line, codes[0], one_reading=True)
    fields = {name: value for name, value in entry.fields.items() if name != field.id}
    return replace(entry, fields=fields, doubts=(offered, *(each for each in entry.doubts if each is not doubt)))


def _meant(said: str, activities: Mapping[str, frozenset[str]]) -> list[str]:
    """The codes of the activities that words may mean: those of its title, or "the workshop" of one without title."""
    words = telling(said)
    codes = [code for code, title in activities.items() if words and words <= title]
    without_title = [code for code, title in activities.items() if not title]
    alone = len(activities) == 1 and len(words) <= 1 and is_word_of_a_title(said)
    return codes or (without_title if alone else [])


def telling(text: str) -> frozenset[str]:
    """The words of a text without small words and endings of the plural."""
    words = (word for word in _WORD.findall(fold(text)) if word not in _NOT_TELLING)
    return frozenset(re.sub(r"(?:es|s)$", "", word) for word in words)
