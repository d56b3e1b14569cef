"""A value beside the code of its indicator: "Indicador I-02: 85 programas al 31 de diciembre de 2010"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.language import fold
from mailbot.core.values import Field, Form

_BESIDE = re.compile(
    r"[\s\-*•]{0,6}(?P<word>indicador"
    r"|indicator)\s{1,3}(?P<code>[A-Z]{1,4}-\d{1,3})\s{0,3}(?:\([^()]{1,80}\)\s{0,3})?[:=]\s{0,3}"
    r"(?P<value>\d[\d.,]{0,15}(?:\s?%)?)(?![\w/])(?P<rest>[^\n]{0,160})",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"(?:^|[\s,(])(?:al|hasta el|as of|as at)\s+(?=\d|[A-Z][a-z]+ \d)")
_UNITS = re.compile(r"\s*[^\W\d]*(?:\s[^\W\d]+){0,7}\s*[.,;(]?\s*")
_MONTH = re.compile(r"(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec)[a-z]*\b|(?:de|of)\b")


def beside_codes(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Part such rows into one a label; a row with a second number that is no date stays as it is."""
    if labels.form.subject_of != "indicator":
        return rows
    return [part for row in rows for part in (_parts(row, labels.form) if row.kind == "own" else (row,))]


def _parts(row: Row, form: Form) -> Iterator[Row]:
    found = _BESIDE.fullmatch(row.text) if not row.cells and not row.struck else None
    as_of = _AS_OF.search(found["rest"]) if found else None
    units = found["rest"][: as_of.start()] if found and as_of else (found["rest"] if found else "")
    if found is None or not _UNITS.fullmatch(units) or _MONTH.match(fold(units).strip()):
        yield row
        return
    said = {"indicator": found["code"], "number": f"{found['value'].strip(' .,')} {units.strip(' .,;(')}".strip()}
    if as_of:
        said["window"] = found["rest"][as_of.end() :].strip(" .)")
    for kind, words in said.items():
        field = next((each for each in form.fields if each.kind == kind), None)
        if field is not None:
            yield row._replace(text=f"{_label(field, found['word'])}: {words}")


def _label(field: Field, word: str) -> str:
    return field.label.es if fold(word) == "indicador" else field.label.en
