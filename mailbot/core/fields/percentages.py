"""Percentages beside a label: "80 %", "al 80 por ciento", "ochenta por ciento", "about 80%"."""

from __future__ import annotations

import re

from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

WHY = Bilingual("escriba un número de 0 a 100", "write a number from 0 to 100")
SIGN = r"(?:%|por\s?ciento|per\s?cent)"
_SPANISH = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete"
    " dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete"
    " veintiocho veintinueve"
)
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = (
    "treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "twenty thirty forty fifty sixty seventy eighty ninety",
)
_FIRST_TEN = (30, 20)
_WORDS: dict[str, int] = {word: number for row in (_SPANISH, _ENGLISH) for number, word in enumerate(row.split())}
_WORDS |= {
    word: first + 10 * place
    for row, first in zip(_TENS, _FIRST_TEN, strict=True)
    for place, word in enumerate(row.split())
}
_WORDS |= {"un": 1, "cien": 100, "ciento": 100, "one hundred": 100, "a hundred": 100, "hundred": 100}
_IN_WORDS = "|".join(sorted(_WORDS, key=len, reverse=True))
# "el ochenta y cinco por ciento", "eighty-five percent", "100 por cien"
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]0{{1,2}})?|(?:{_IN_WORDS})(?:(?: y |[- ])(?:{_IN_WORDS}))?)"
_ABOUT = (
    r"(?:aprox\w*\.?|alrededor|cerca|about|around|approx\w*\.?|roughly|circa|ca\.|estimad[oa]\w*|de|del|el|a|al|en|un|at|por"
    r"|se encuentra|esta|is|es|~|≈|[:,])"
)
_BEHIND = (
    r"(?:de (?:avance|ejecucion|cumplimiento|progreso)|avance|avanzad[oa]|ejecutad[oa]|complete|completed"
    r"|progress|done"
    r"|completad[oa]|concluid[oa]|cumplid[oa]|realizad[oa]|aprox\w*\.?|estimad[oa]|estimated|\(estimad[oa]\)"
    r"|\(estimated\)|\(aprox\w*\.?\))"
)
_WHOLE = re.compile(
    rf"(?:{_ABOUT}\s*){{0,4}}(?P<number>{_NUMBER})\s*(?P<sign>{SIGN}|por cien|/\s?100)?"
    rf"(?:\s*,?\s*{_BEHIND}){{0,2}}\s*\.?"
)
_ALONE = frozenset({"cero", "zero", "cien", *" ".join(_TENS).split()})
_ALL = frozenset("completo completa complete completed total totalmente full fully".split())
# "80% (falta el informe)", "80 %; falta el informe": what it speaks of may be the number that is planned.
_REMARK = re.compile(
    r"\s*(?:(?<=%)\s*[;,]|\()(?!.*\b(?:meta|previst\w+|planead\w+|programad\w+|esperad\w+|antes|anterior\w*|before"
    r"|target|planned|expected|previous\w*|menos|less|hasta|up to|presupuesto|budget|casi|almost)\b)[^\d%()]{2,80}\)?$"
)
_PARTS = {
    "la mitad": 50, "half": 50, "halfway": 50, "half way": 50, "one half": 50, "1/2": 50, "a medias": 50,
    "una cuarta parte": 25, "la cuarta parte": 25, "un cuarto": 25, "a quarter": 25, "one quarter": 25, "1/4": 25,
    "un tercio": 33, "una tercera parte": 33, "la tercera parte": 33, "one third": 33, "a third": 33, "1/3": 33,
    "dos tercios": 67, "dos terceras partes": 67, "two thirds": 67, "two-thirds": 67, "2/3": 67,
    "tres cuartos": 75, "tres cuartas partes": 75, "three quarters": 75, "three-quarters": 75, "three fourths": 75,
    "3/4": 75,
}  # fmt: skip
_SIGNS = str.maketrans({"½": "1/2", "¼": "1/4", "¾": "3/4"})
_PART = (
    "|".join(sorted((re.escape(each) for each in _PARTS if each != "a medias"), key=len, reverse=True)).replace(
        "/", "[/\u2044]"
    )
    + "|[½¼¾]"
)
_FIGURES = re.compile(r"\d/\d")
_PART_SAID = re.compile(rf"(?<![\w/])(?:{_PART}|a medias)(?![\w/])")


def read(_field: Field, words: str, line: int, _known: Known) -> FieldValue | Doubt:
    """75, 75 %, "setenta y cinco por ciento" → 75; "la mitad" is 50, and asked; so is "3/4", which may be a day.

    Numbers above 100, decimals and what is only bounded ("más del 80 %") are doubts.
    """
    said = " ".join(fold(words).strip(" .;").split())
    if said in _ALL:
        return FieldValue(100, words, line, "normalised")
    remark = _REMARK.search(said)
    found = _WHOLE.fullmatch(said if remark is None else said[: remark.start()])
    number = _number(found["number"]) if found and _is_one(found) else None
    if number is not None and 0 <= number <= 100:
        return FieldValue(number, words, line, "exact" if words == str(number) else "normalised")
    parts: set[int] = {_PARTS[each] for each in _PART_SAID.findall(_as_written(said))} if _is_part(said) else set()
    proposal = parts.pop() if len(parts) == 1 else None
    sure = proposal is not None and not (_FIGURES.search(said) or PART_OF_IT.fullmatch(said))
    return Doubt("", words, WHY, line, proposal=proposal, one_reading=sure)


def _as_written(said: str) -> str:
    """Return "½" and "¾" as "1/2" and "3/4"."""
    return said.replace("\u2044", "/").translate(_SIGNS)


def _is_part(said: str) -> bool:
    """Tell whether words are a part of the work and no more than what introduces it or stands behind it."""
    said = _as_written(said)
    about = re.sub(rf"^(?:{_ABOUT}\s+){{1,3}}", "", said)
    return said in _PARTS or about in _PARTS or (PART_OF_IT.fullmatch(said) or _PART_ALONE.fullmatch(said)) is not None


def _is_one(found: re.Match[str]) -> bool:
    """Words need their sign unless they are tens, "uno" alone is no percentage; so do decimals: "1.00" may be all."""
    return bool(found["sign"]) or found["number"].isdigit() or found["number"] in _ALONE


def _number(words: str) -> int | None:
    if words[:1].isdigit():
        return int(re.split(r"[.,]", words)[0])
    if words in _WORDS:
        return _WORDS[words]
    tens, one = (_WORDS.get(part, -1) for part in re.split(r" y |[- ]", words, maxsplit=1))
    return tens + one if tens >= 20 and tens % 10 == 0 and 1 <= one <= 9 else None


def offered(field: Field, words: str, line: int, known: Known) -> int | None:
    """Return the share that some words are or mean, 75 for "three quarters done"."""
    found = read(field, words, line, known)
    told = found.value if isinstance(found, FieldValue) else found.proposal
    return told if isinstance(told, int) else None


def show(_field: Field, canonical: object) -> Bilingual:
    """75 %."""
    return Bilingual(f"{canonical} %", f"{canonical} %")


# "3/4 done", "half of it is finished"; "un avance de tres cuartas partes", "vamos a la mitad": a part of the work.
_READY = (
    r"(?:through|done|complete[d]?|finish(?:ed)?|ready|there|implemented|executed|drafted|prepared|hech[oa]|list[oa]"
    r"|realizad[oa]|ejecutad[oa]|cumplid[oa]|avanzad[oa]|terminad[oa]|concluid[oa]|completad[oa]|finalizad[oa]"
    r"|elaborad[oa])"
)
_OF_WORK = (
    r"(?:of (?:it|them|the (?:work|activity|project|way))|del? (?:(?:la|el) )?(?:camino|trabajo|actividad|proyecto"
    r"|proceso"
    r"|avance))"
)
_LIGHT = r"(?:(?:now|ya|has|have|been|is|are|se|ha|sido|est[aá]|fue)\s){0,3}"
_GOING = (
    r"(?:(?:avance|progreso|progress|cumplimiento|ejecuci[oó]n)(?:\s(?:es|is|actual|estimado|va|of|at|en|un|una"
    r"|al?|del?)){0,4}"
    r"|(?:vamos|voy|van?|estamos|est[aá]n?|llev(?:a|an|amos|o)|we(?:'re|’re| are)|is|are|stands?)"
    r"(?:\s(?:ya|como|aproximadamente|alrededor|now|about|around|roughly|approximately|just|currently|at|a|en"
    r"|por|del?)){0,4})"
)
PART_DONE = re.compile(
    rf"(?<![\w/])(?:{_PART})-?\s?(?:{_OF_WORK}\s)?{_LIGHT}{_READY}(?!\w)|(?<!\w)half-?\s?way (?:through|done"
    rf"|there)(?!\w)",
    re.IGNORECASE,
)
PART_OF_IT = re.compile(
    rf"{PART_DONE.pattern}|(?<!\w){_GOING}:?\s(?:{_PART})(?:\s{_OF_WORK})?"
    r"(?=\s?[.,;:)!]|\s?$|\s(?:y|and|con|with|through|del? la)\b)",
    re.IGNORECASE,
)
# One percentage among other words, in digits or in words, or a part of the work.
IN_WORDS = re.compile(
    rf"(?<![\w.,-])(?:\d{{1,3}}(?:[.,]\d{{1,2}})?\s?{SIGN}"
    rf"|(?:{_IN_WORDS})(?:(?: y |[- ])(?:{_IN_WORDS}))?\s(?:por\s?ciento|per\s?cent))(?!\w)",
    re.IGNORECASE,
)
SHARE = re.compile(f"{IN_WORDS.pattern}|{PART_OF_IT.pattern}", re.IGNORECASE)
# "P003-15: la mitad": all that is said; "3/4" may be a day there.
_PART_ALONE = re.compile(rf"\s*(?:{_ABOUT}\s+){{0,3}}(?:{_PART})(?:\s{_OF_WORK})?[\s.!]*", re.IGNORECASE)
_BOUNDED = re.compile(
    r"\b(?:mas|menos|casi|over|more|less|under(?! ?way| (?:review|preparation|development))|almost|nearly|hasta"
    r"|at least|al menos|minimo|maximo|otro|another|no"
    r"|additional|meta|target|llegar\w*|alcanzar\w*|reach\w*|espera\w*|expect\w*|adicional\w*|restante|remaining"
    r"|falta\w*|antes|before|presupuesto|budget)\b"
)


# A share of people, of money or of countries is none of the work.
_OF_OTHERS = re.compile(
    r"\s(?:del?|of)\s(?:(?:el|los|las|la|the|our|its|their|nuestr[oa]s?|sus?|all|todos)\s){0,2}(?:\w+\s)?"
    r"(?:personal|emplead\w+|funcionari\w+|staff|officials|presupuesto|budget|fondos|recursos|funds|funding"
    r"|paises|countries"
    r"|participantes|participants|migrantes|migrants|poblacion|population|delegad\w+|delegates|inscrit\w+)\b"
)


def share_in(text: str) -> re.Match[str] | None:
    """The first share of the work in what is said of an activity: a percentage, "3/4 done", or "la mitad" alone."""
    alone = None if _FIGURES.search(text) else _PART_ALONE.fullmatch(text)
    return alone or SHARE.search(text)


def without_share(text: str) -> str:
    """A text without the shares of the work in it."""
    alone = share_in(text)
    return "" if alone and alone.end() == len(text) and alone.start() == 0 else SHARE.sub("", text)


def told_in(sentence: str) -> str | None:
    """Return the one percentage a sentence tells, as it stands there folded; None for none, several, or a bound."""
    said = _as_written(fold(sentence))
    if not any(sign in said for sign in ("%", "cent", "ciento")) and not _PART_SAID.search(said):
        return None
    found = list(SHARE.finditer(said))
    if len(found) == 1 and _OF_OTHERS.match(said[found[0].end() :]):
        return None
    if len(found) != 1 or _BOUNDED.search(said[max(0, found[0].start() - 40) : found[0].start()]):
        return None
    return found[0].group()
