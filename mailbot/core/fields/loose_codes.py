"""Codes of activities as people write them: "P003 14", "P003 – 11", "p003-04", "MD05", "MD-5"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.remembered import remembered
from mailbot.core.windows.words import MONTH

_NO_DATE = rf"(?!\d{{1,3}}[A-Za-z]?\s(?:de\s)?{MONTH}\b)"
_SIGN = rf"(?:[-‐‑–—−]|[-‐‑–—−]\s{_NO_DATE}|\s[-‐‑–—−]\s?{_NO_DATE})"  # "Date - 12 February" is no code
_BLANK = rf"(?:\s{_NO_DATE})"
_NO_MORE = r"(?!\w|\s?[-‐‑–—−/:]\s?\d{1,4}\b|[.,]\d|\s?%|\s?h(?:rs|oras)?\b)"
# A letter and three figures, then two: nothing but a code looks so.
_UNMISTAKABLE = re.compile(
    rf"(?<![\w@/.-])(?P<letters>[A-Za-z]\d{{3}})(?:{_SIGN}|\s?[./_]\s?|{_BLANK})(?P<number>\d\d[a-z]?){_NO_MORE}",
    re.IGNORECASE,
)
# "P 003-18", where other codes vouch for P003.
_SPLIT = re.compile(
    rf"(?<![\w@/.-])(?P<first>[A-Za-z]{{1,6}})(?P<between>{_SIGN}|\s)(?P<figures>\d{{1,4}})"
    rf"(?:{_SIGN}|\s?[./_]\s?|{_BLANK})(?P<number>\d{{1,3}}[A-Za-z]?){_NO_MORE}",
)
_LOOSE = re.compile(
    rf"(?<![\w@/.-])(?:(?P<letters>[A-Za-z]{{1,6}}\d{{0,4}})(?:(?P<sign>{_SIGN})|{_BLANK})(?P<number>\d{{1,3}}[A-Za-z]?)"
    rf"|(?P<glued>[A-Za-z]{{2,6}})(?P<two>\d\d[A-Za-z]?)|(?P<long>[A-Za-z]\d{{3}})(?P<last>\d\d[A-Za-z]?)){_NO_MORE}",
    re.IGNORECASE,
)
# What every spelling of a code holds, however written: letters that begin a word, a sign or a space at most, a figure.
_MAY_BE_ONE = re.compile(rf"(?<![\w@/.-])[A-Za-z]{{1,6}}(?:{_SIGN}|\s)?\d", re.IGNORECASE)
_CANONICAL = re.compile(rf"(?<![\w-]){ACTIVITY_CODE}(?![\w-])")
_PARTS = re.compile(r"(?P<letters>[A-Z]{1,6}\d{0,4})-(?P<number>\d{1,3}[A-Z]?)", re.IGNORECASE)
# Where a code stands whose letters no other one vouches for: at the head of a line, in brackets, behind "actividad".
_HEAD = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?(?:(?:la|the)\s)?$|[(\[]\s?$|\b(?:actividad|activity|acci[oó]n|action)\s(?:n[o°º.]{1,3}\s?)?$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\s*[:=]|\s[-–—]\s")
_OPENS = re.compile(r"(?m)^[^\w\n]{0,5}(?P<letters>[A-Z]{2,4})[ ]?[-–—]?[ ]?\d\d(?!\w|[ ]?[-–—/:][ ]?\d|[.,]\d)")
# Capitals before a number that are no letters of a code.
NO_LETTERS = frozenset(
    "el la lo los las de del al en y no nos tel fax cel ext pbx dir art arts res nota ofic fila item row rows"
    " punto dia dias day days mes pag pags page zona piso sala room km ley ppt crm oim acnur bid on at in to by of"
    " for and from no cp po box apdo ave calle casa tomo vol num nro ref ene feb mar abr may jun jul ago sep oct"
    " nov dic jan apr aug dec utc gmt fy usd us eu ue iso win hora hrs dc ny"
    " date dates when fecha fechas cuando plazo".split()
)

_LONGEST_LINE = 10_000  # characters; no letter writes codes in a longer one


def by_shape(words: str) -> tuple[str, int] | None:
    """Return the code that opens some words and where it ends; a glued one is letters and two figures."""
    found = _LOOSE.match(words)
    if found is None:
        return None
    letters, number = _letters_and_number(found)
    return f"{letters.upper()}-{number}", found.end()


def key_of(code: str) -> str | None:
    """Return a code without signs and leading zeros of its number, "MD5" for "MD-05"."""
    parts = _PARTS.fullmatch(code)
    return f"{parts['letters'].upper()} {parts['number'].lstrip('0').upper() or '0'}" if parts else None


def canonical(words: str, codes: Iterable[str]) -> str | None:
    """Return the one of ``codes`` that words such as "MD-5", "md 05" or "MD05" write."""
    shaped = by_shape(words)
    key = key_of(shaped[0]) if shaped and shaped[1] == len(words) else None
    same = [code for code in codes if key and key_of(code) == key]
    return same[0] if len(same) == 1 else None


def codes_in(texts: Iterable[str]) -> dict[str, str]:
    """Return key → code of all codes written as work plans write them; those of two spellings left out."""
    found: dict[str, set[str]] = {}
    for code in _CANONICAL.findall("\n".join([text for text in texts if "-" in text])):
        found.setdefault(key_of(code) or code, set()).add(code)
    return {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1}


def unmistakable_in(texts: Iterable[str]) -> dict[str, str]:
    """Return key → code of what nothing but a code looks like, "P003 - 04" and "p003/14"."""
    found = (each for text in texts if may_hold_one(text) for each in _UNMISTAKABLE.finditer(text))
    return codes_in(_as_code(*_letters_and_number(each), {}) for each in found)


def padded_in(codes: Iterable[str], ours: Iterable[str]) -> frozenset[str]:
    """Return the letters of codes whose numbers below ten have two figures, "P003" of "P003-04".

    Not those that our own words write with one: the plan may hold "MD-4" and "MD-05".
    """
    parts = [found for code in codes if (found := _PARTS.fullmatch(code))]
    plain = [found for code in ours if (found := _PARTS.fullmatch(code)) and not found["number"][1:2].isdigit()]
    padded = {each["letters"].upper() for each in parts if re.match(r"0\d", each["number"])}
    return frozenset(padded - {each["letters"].upper() for each in plain})


def letters_of(codes: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Return the letters that open codes: of those known, and of what two lines or more of a text begin with."""
    opened = Counter(_OPENS.findall("\n".join(texts)))
    often = {letters for letters, count in opened.items() if count > 1 and letters.lower() not in NO_LETTERS}
    return frozenset(often | {parts["letters"].upper() for code in codes if (parts := _PARTS.fullmatch(code))})


def spelt(text: str, codes: Mapping[str, str], letters: frozenset[str], padded: frozenset[str] = frozenset()) -> str:
    """Return a text with the codes in it as the work plan writes them.

    ``codes``: key → code of those known, ``letters``: of codes of the group, ``padded``: those followed by two figures.
    """
    return _with_spellings(text, codes, letters, padded)[0]


def spellings(
    text: str, codes: Mapping[str, str], letters: frozenset[str], padded: frozenset[str] = frozenset()
) -> dict[str, str]:
    """Return code → how a text writes it, where that is not how the work plan does."""
    return {code: said for code, said in _with_spellings(text, codes, letters, padded)[1].items() if code not in text}


@remembered
def may_hold_one(text: str) -> bool:
    """Tell whether a code may be written in a text: asked of each line for each form and each value near it."""
    return len(text) <= _LONGEST_LINE and _MAY_BE_ONE.search(text) is not None


def _with_spellings(
    text: str, codes: Mapping[str, str], letters: frozenset[str], padded: frozenset[str]
) -> tuple[str, dict[str, str]]:
    said: dict[str, str] = {}
    if not may_hold_one(text):
        return text, said

    def noted(found: re.Match[str], code: str) -> str:
        said.setdefault(code, found[0])
        return code

    whole = _SPLIT.sub(lambda found: noted(found, _put_together(found, codes, letters, padded)), text)
    clear = _UNMISTAKABLE.sub(lambda found: noted(found, _as_code(*_letters_and_number(found), codes)), whole)

    def as_planned(found: re.Match[str]) -> str:
        return noted(found, _with_two_figures(_spelt(found, clear, codes, letters), codes, padded))

    return _LOOSE.sub(as_planned, clear), said


def _put_together(
    found: re.Match[str], codes: Mapping[str, str], letters: frozenset[str], padded: frozenset[str]
) -> str:
    """A code whose letters are parted from their figures, where other codes have both."""
    opening = found["first"] + found["figures"]
    vouched = opening.upper() in letters and (found["first"].isupper() or bool(found["between"].strip()))
    return _with_two_figures(_as_code(opening, found["number"], codes), codes, padded) if vouched else found[0]


def _with_two_figures(code: str, codes: Mapping[str, str], padded: frozenset[str]) -> str:
    """Return "P003-5a" as "P003-05a" where other codes are written so; those known stay."""
    parts = _PARTS.fullmatch(code)
    alone = parts and parts["letters"].upper() in padded and not parts["number"][1:2].isdigit()
    return f"{parts['letters'].upper()}-0{parts['number']}" if parts and alone and key_of(code) not in codes else code


def _spelt(found: re.Match[str], text: str, codes: Mapping[str, str], letters: frozenset[str]) -> str:
    opening, number = _letters_and_number(found)
    code = _as_code(opening, number, codes)
    glued = not found["letters"]
    if _CANONICAL.fullmatch(found[0]):
        return code if key_of(code) in codes else found[0]
    known = opening.upper() in letters and (not opening.islower() or glued or bool(found["sign"]))
    if known or key_of(code) in codes:
        return code
    alone = (
        2 <= len(opening) <= 4 and opening.lower() not in NO_LETTERS and number[:2].isdigit() and len(number[:2]) == 2
    )
    alone = alone and (opening.isupper() or bool(found["sign"]))
    parted = glued or bool(found["sign"]) or _SAYS.match(text, found.end())
    return code if alone and parted and _HEAD.search(text[max(0, found.start() - 40) : found.start()]) else found[0]


def _letters_and_number(found: re.Match[str]) -> tuple[str, str]:
    parts = found.groupdict()
    if parts["letters"]:
        return parts["letters"], parts["number"]
    return (parts["glued"], parts["two"]) if parts["glued"] else (parts["long"], parts["last"])


def _as_code(letters: str, number: str, codes: Mapping[str, str]) -> str:
    code = f"{letters.upper()}-{number}"
    return codes.get(key_of(code) or code, code)
