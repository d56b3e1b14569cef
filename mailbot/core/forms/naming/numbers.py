"""Telephone numbers as they stand in a text: which words are one, and what holds nothing else."""

from __future__ import annotations

import re

EXTENSION_WORDS = r"exts?|extensi[oó]n(?:es)?|extensions?"
DIALLED = r"(?<![\w@.-])[+(]?\d[\d\s().-]{5,20}\d(?:/\d{2,4}(?![\d/-]))?"  # the digits of a number among other words
_NOTHING = (
    r"(?:no\s+(?:tenemos|tiene|tengo|hay|aplica|disponible|cuenta|cuento|contamos|posee|dispone|usa)"
    r"|ninguno|none|n/?a\b|s/n|-{2,})"
)
NUMBER = re.compile(
    r"[.\s]*(?:n[o°º]\.?\s*)?(?:" + _NOTHING + r"|id[eé]m|(?:el\s+)?mismo(?:\s+n[uú]mero)?|same(?:\s+number)?"
    r"|(?:(?:al?|el|la|por|en|at|through|via|on|the)\s+){0,2}(?:mism[oa]|same)\s+(?:n[uú]mero|conmutador|pbx|l[ií]nea"
    r"|tel[eé]fono|(?:central|planta)(?:\s+telef[oó]nica)?|(?:phone\s+|telephone\s+)?number|switchboard|(?:phone\s+)?line)"
    r"|[(+]?\s?\d[\d\s()./+-]{4,40}\d(?!(?:[ao]|er|[rdtvnm][ao]|st|nd|rd|th)\b|[ªº°]))"  # not the 7 of "7a. avenida"
    r"(?:[,\s(]{0,3}(?:" + EXTENSION_WORDS + r"|interno|int|anexo|poste"
    r"|x)\.?\s?:?\s?\d{1,6}(?:\s?(?:,|/|y|e|[oó]|and|or|&|-)\s?\d{1,6}){0,5})?",
    re.IGNORECASE,
)
_ONLY_NUMBERS = re.compile(
    r"[\d\s()+./;,:#–-]*\d{3}(?:[\d\s()+./;,:#–-]|\b(?:exts?|extensi[oó]n(?:es)?|x|y|e|[oó]|and|or|al?|to|int|anexo)\b)*",
    re.IGNORECASE,
)
_LEAST_DIGITS = 7  # of a telephone number
_LONGEST = 2_000  # characters of a line
_OPENS = frozenset("+(0123456789")
_MARKED_BEHIND = re.compile(r"\s*(?:\([^()\d@]{1,20}\)|\s[^\W\d_]{3,12})\.?$")
_NEAR = 24  # characters behind a number within which another one makes it uncertain
_ADDRESS = re.compile(r"<?[^\s@<>,;:]{1,64}@[^\s@<>,;]{3,190}>?")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")


def only_numbers(text: str) -> bool:
    """Tell whether a text is nothing but numbers, extensions and what joins them."""
    return len(text) <= _LONGEST and _ONLY_NUMBERS.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Tell whether all of a text is a telephone number, with or without its extension."""
    found = NUMBER.fullmatch(text.strip(" .,;"))
    return found is not None and is_dialled(text)


def is_numbers_alone(text: str) -> bool:
    """Tell whether a line holds telephone numbers and what they are for, nothing else: "829-555-0122 (cel.)"."""
    bare = text.strip(" .,;")
    if bare[:1] not in _OPENS or _ZIP.fullmatch(bare):
        return False
    return any(
        is_number(each) or (only_numbers(each) and is_dialled(each)) for each in (bare, _MARKED_BEHIND.sub("", bare))
    )


def is_dialled(text: str) -> bool:
    """Tell whether a text has as many digits as a telephone number."""
    return sum(sign.isdigit() for sign in text) >= _LEAST_DIGITS


def number_near(text: str) -> bool:
    """Tell whether digits stand right behind a value, those of an e-mail address apart: "ana34@relex.example"."""
    return any(sign.isdigit() for sign in _ADDRESS.sub("", text)[:_NEAR])
