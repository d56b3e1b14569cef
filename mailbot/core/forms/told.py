"""One value announced as new in a sentence, "favor actualizar mi cargo: Jefa": proposed, never taken."""

from __future__ import annotations

import re

from mailbot.core.forms.labels import Label, Labels
from mailbot.core.language import fold

_NEW = re.compile(
    r"\b(?:actualiz\w*|modific\w*|corre[gj]\w*|cambi\w*|updat\w*|chang\w*|correct\w*|nuev[oa]s?|new|ahora|now)\b"
)
_MINE = re.compile(r"\b(?:mi|mis|nuestr[oa]s?|nuev[oa]s?|my|our|new)\b")
_SAID = re.compile(
    r"\s*(?:\b(?:es|sera|is now|is|will be|a|por|to)\s*:|:|\b(?:es(?: ahora)?|is(?: now)?)\s+(?=[+(\d]|\S+@\S))"
)
_EXCEPT = re.compile(r"\b(?:salvo|excepto|menos|con excepcion|except|apart from|other than)\b")
_WHICH = re.compile(r",?\s(?:(?:que|el cual|la cual|which|and|y)(?: (?:ahora|now))?|ahora|now)\s*$", re.IGNORECASE)
_FORMERLY = re.compile(r"\s?\((?:antes|anteriormente|before|formerly|previously|was|era)\b[^()]{0,60}\)", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"(?<=[\w)])[.;!]\s+(?=[A-ZÀ-Þ¡¿][^\W\d_]+ )")
_MOST_WORDS = 4  # of a label
_LONGEST = 200


def told_in(text: str, labels: Labels) -> tuple[Label, str] | None:
    """Return the label and the words of the one value a sentence announces, None when there is none."""
    if len(text) > _LONGEST:
        return None
    cut = _SAID.search(text)
    before = text[: cut.start()] if cut else ""
    folded = fold(before)
    whose = _MINE.search(folded) or _EXCEPT.search(folded)
    if cut is None or not (_NEW.search(fold(text[: cut.end()])) and whose):
        return None
    label = _last_label(_WHICH.sub("", before), labels)
    rest = _NEXT_SENTENCE.split(_FORMERLY.sub("", text[cut.end() :]).strip(), maxsplit=1)[0]
    return (label, rest) if label and rest else None


def _last_label(text: str, labels: Labels) -> Label | None:
    """The label that the last words are, the longest first."""
    words = text.split()
    ends = (" ".join(words[-size:]) for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1))
    return next((found for each in ends if (found := labels.find(each)) and len(found.fields) == 1), None)
