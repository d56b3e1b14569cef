"""States told by the numbers of the list in our request: "1: en proceso, 20%" over our "1. P003-04 Requisitos"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.references import same_as
from mailbot.core.forms.taking.dated import is_of_a_date
from mailbot.core.language import fold

_OURS = re.compile(r"\s*(?P<number>\d{1,2})\s?[.)-]+\s+(?P<named>[^\W\d_][^?¿:=|\t]{4,160})")
_THEIRS = re.compile(
    r"\s*(?:[-*•]\s)?(?:(?:el |the )?(?:item|[ií]tem|punto|numeral|n[uú]mero|number|point)\s+)?(?:n[o°º.]{1,3}\s*|#)?"
    r"(?P<number>\d{1,2})\s?(?:[.):=]|\s?[-–—]\s)[-–—]?\s*(?P<said>[^\W\d_].{2,300})",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"[,.;(]|\s[-–—]\s")
_AUXILIARY = re.compile(
    r"^(?:ya |already |todavia |aun |still )?(?:(?:fue|esta|queda|quedo|ha sido|is|was|has been) )?"
)
_PLURAL = re.compile(r"(?<=[ao])s\b")
_SHORT_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}")
_LEAST = 2  # lines that say a state and no title


def numbers_of_the_request(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with the code, or the title, of our quoted list for the number that stands in its place.

    Only where every numbered line is nothing but a state, and its number stands in the one list of our letter.
    """
    status = next((each for each in labels.form.fields if each.kind == "choice"), None)
    if labels.form.subject_of != "activity" or status is None:
        return rows
    said = {place: found for place, row in enumerate(rows) if (found := _numbered(row))}
    names = names_of_choices(status)
    if len(said) < _LEAST or not all(_is_state(each["said"], names) for each in said.values()):
        return rows
    ours = _list_of(rows)
    if not all(each["number"] in ours for each in said.values()) or len(
        {each["number"] for each in said.values()}
    ) < len(said):
        return rows
    read = list(rows)
    for place, each in said.items():
        read[place] = rows[place]._replace(text=f"- {ours[each['number']]}: {each['said']}")
    return read


def _numbered(row: Row) -> re.Match[str] | None:
    return _THEIRS.fullmatch(row.text) if row.kind == "own" and not row.cells else None


def _list_of(rows: Sequence[Row]) -> Mapping[str, str]:
    """Return number → code, or title, of the one list that counts from 1 in what is quoted; nothing where two do."""
    numbered = [each for row in rows if row.kind == "context" and (each := _OURS.match(row.text))]
    numbers = [int(each["number"]) for each in numbered]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        return {}
    codes = [FIND_CODE.match(each["named"]) for each in numbered]
    return {
        each["number"]: code.group() if code else each["named"].strip(" .;,")
        for each, code in zip(numbered, codes, strict=True)
    }


def _is_state(said: str, names: Mapping[str, str]) -> bool:
    """Tell whether words open with a state, with its date or not, and a sign behind it."""
    words = _PHRASE.split(said, maxsplit=1)[0].split()
    while words and (is_of_a_date(words[-1]) or _SHORT_DATE.fullmatch(words[-1])):
        words.pop()
    told = _AUXILIARY.sub("", fold(" ".join(words)).strip())
    return told in names or _PLURAL.sub("", told) in names or same_as(said) is not None
