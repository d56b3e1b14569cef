"""Words of calendar texts mistyped by one letter, or run together with "de": "trimestr", "15 demayo"."""

from __future__ import annotations

import re

from mailbot.core.remembered import remembered
from mailbot.core.windows import words as w

_SHORTEST = 6
# Only words that no other word of either language is one letter away from ("continuo" is near "continue").
_WORDS = frozenset(
    "trimestre semestre bimestre cuatrimestre quincena trimestral semestral bimestral cuatrimestral quincenal "
    "permanente permanentemente tentativa tentativo segunda primera tercera".split()
)
_KNOWN = _WORDS | frozenset(
    "trimestres semestres bimestres cuatrimestres quincenas trimester semester bimester trimesters semesters "
    "trimestrales semestrales bimestrales cuatrimestrales quincenales permanentes permanents tentativas "
    "tentativos tentative segundo segundos segundas primer primero primeros primeras tercer tercero terceros"
    " terceras".split()
)
# A letter with an accent that a mail program made "?": "la pr?xima semana", "el mi?rcoles".
_LOST = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?<=\bpr)\?(?=xim[oa])", "o"),
        (r"(?<=\bmi)\?(?=rcoles\b)", "e"),
        (r"(?<=\bs)\?(?=bado\b)", "a"),
        (r"(?<=\ba)\?(?=os?\b)", "n"),
        (r"(?<=\bd)\?(?=as?\b)", "i"),
        (r"(?<!\w)\?(?=ltim[oa]s?\b)", "u"),
    )
)
_LONG = re.compile(r"[a-z]{6,}")


def one_off(a: str, b: str) -> bool:
    """Whether two words that begin alike differ by one letter: another, one more or less, or two changed about."""
    if abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            i, j = wrong
            return a[i] == b[j] and a[j] == b[i]
        return len(wrong) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


@remembered
def mended(word: str) -> str:
    """Return the word that a folded word stands for, itself where it is no slip of the words above."""
    if len(word) < _SHORTEST or word in _KNOWN:
        return word
    if word[:2] == "de" and len(word) > _SHORTEST - 1 and word[2:] in w.MONTHS:
        return word[2:]
    if word[-2:] == "de" and word[:-2] in w.MONTHS:
        return word[:-2]
    near = [known for known in _WORDS if one_off(word, known)] if word[0] in "tsbcqp" else []
    return near[0] if len(near) == 1 else word


def with_letters(flat: str) -> str:
    """Return a folded text of the same length with the letters that stand as "?" in words of the calendar."""
    if "?" in flat:
        for pattern, letter in _LOST:
            flat = pattern.sub(letter, flat)
    return flat


def without_slips(flat: str) -> str:
    """Return a folded text with its slips mended."""
    return _LONG.sub(lambda match: mended(match[0]), flat)
