"""Codes put for the titles of activities in a line, so that its clauses are read as those that name codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mailbot.core.forms.activities.clauses import FINITE, is_of_something_else
from mailbot.core.forms.activities.mentions import flat, speaks_of_each
from mailbot.core.forms.activities.state_words import words_of_state
from mailbot.core.forms.activities.titles import is_proper, names_what_the_subject_does, titles_in
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.said import Loose
from mailbot.core.language import fold
from mailbot.core.values import Form

_QUOTED = re.compile(r"[«“\"](?P<title>[^\W\d_][^«»“”\"]{2,120}?\s[^«»“”\"]{2,120}?)[»”\"]")
_TITLE_FIRST = re.compile(
    r"(?P<title>[^\W\d_][^\W\d_,/’'-]*(?:\s[^\d\s:.;]+){2,16})\s?(?::|\s[-–—])\s(?P<rest>\S.{3,300})$", re.DOTALL
)
_NO_TITLE = re.compile(
    rf"\b(?:{FINITE}|inform\w+|comunic\w+|report\w*|estimad\w+|dear|buen\w+|good|colegas|colleagues|respuesta|answer"
    r"|siguiente|following|actividad(?:es)?|activit\w+|nuestr\w+|our|we|les|favor|please)\b"
)
_OURS = re.compile(r"\b(?:\w+mos|we|our)\b")
GREETED = re.compile(r"^\W*(?:(?:estimad|buen|good|dear|hola|hello|hi|colegas|colleagues)[^,:.]{0,40}[,:.]\s)+")
NEAR = 16  # characters before the word of a state behind a title


@dataclass(frozen=True, slots=True)
class AsCodes:
    """A line in which codes stand for titles, and which title each of them is."""

    line: Loose
    titles: Mapping[str, str]

    def back(self, said: str) -> str:
        """Return the words as they were written."""
        for code, title in self.titles.items():
            said = said.replace(code, title)
        return said


def with_titles_as_codes(line: Loose, form: Form, subject: str, *, titled: bool, asked: bool) -> AsCodes:
    """Put a code for each title: between quotation marks, else before a colon and a state, else in the sentence."""
    text = " ".join(line.text.split())
    places = [each.span() for each in _QUOTED.finditer(text)] if titled or asked else []
    if (
        asked
        and not places
        and not speaks_of_each(text)
        and (found := _TITLE_FIRST.match(text, _end_of_greeting(text)))
        and _is_title(found, form)
    ):
        places = [found.span("title")]
    if not places:
        places = [
            (one, two)
            for one, two in titles_in(text)
            if asked or names_what_the_subject_does(text[one:two], subject) or (titled and is_proper(text[one:two]))
        ]
    codes: dict[str, str] = {}
    for number, (start, end) in reversed(list(enumerate(places, start=1))):
        codes[f"QT-{number}"] = text[start:end].strip('«“"”»')
        text = f"{text[:start]}QT-{number}{text[end:]}"
    return AsCodes(replace(line, text=text) if codes else line, dict(reversed(codes.items())))


def _end_of_greeting(text: str) -> int:
    greeting = GREETED.match(flat(text))
    return greeting.end() if greeting else 0


def _is_title(found: re.Match[str], form: Form) -> bool:
    title, words = found["title"], words_of_state(fold(found["rest"]))
    known = labels_of(form).find(title) is not None or is_courtesy(title) or is_of_something_else(title)
    own = bool(words) and words[0].start <= NEAR and not _OURS.search(fold(found["rest"])[: words[0].end])
    return own and not known and not _NO_TITLE.search(fold(title))
