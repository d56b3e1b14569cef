"""The language somebody wants to be written to in."""

from __future__ import annotations

import re

from mailbot.core.fields.plain import value
from mailbot.core.fields.ticked import ticked_option
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

_LANGUAGES = {
    "es": {"es", "esp", "espanol", "espanola", "castellano", "castellana", "spanish", "spa"},
    "en": {"en", "ing", "ingles", "inglesa", "english", "eng", "engl"},
}
# "French / English": the one of them that we write, asked.
_OTHERS = frozenset("frances french francais fr portugues portuguese pt kriol creole aleman german".split())
_THEN_ANOTHER = re.compile(
    r"\W*(?:preferiblemente |preferentemente |preferably |prefer )?([a-z]+)(?: preferred| preferred language)?\W+"
    r"(?:but|pero|aunque|though|although|also|tambien|y (?:tambien|puedo|leo|entiendo))\b(.*)"
)
_IN = re.compile(r"\ben (?:(?:el )?idioma )?(?=[a-z]{3})")  # "en español"
_RATHER = re.compile(r"\b(?:prefer\w*|prefier\w*|mejor|better|rather|only|solo|favor|please|no|not)\b")


def read_language(_field: Field, words: str, line: int, _known: Known) -> FieldValue | Doubt:
    """español / English → es, en."""
    said = re.findall(r"[a-z]+", _IN.sub("", fold(ticked_option(words) or words)))
    fits = [code for code, names in _LANGUAGES.items() if names.intersection(said)]
    if len(fits) == 1 and said[0] not in _OTHERS:
        return value(words, fits[0], line)
    why = Bilingual("escriba español o inglés", "write Spanish or English")
    first = fits[0] if len(fits) == 1 else _preferred(fold(words)) if fits else None
    return Doubt("", words, why, line, first, one_reading=first is not None)


def _preferred(said: str) -> str | None:
    """The language of "English, but Spanish is fine": the one that stands first, where no word prefers the other."""
    found = _THEN_ANOTHER.fullmatch(said)
    if found is None or _RATHER.search(found[2]):
        return None
    return next((code for code, names in _LANGUAGES.items() if found[1] in names), None)


def show_language(_field: Field, canonical: object) -> Bilingual:
    """The language's name."""
    if canonical == "es":
        return Bilingual("español", "Spanish")
    return Bilingual("inglés", "English")
