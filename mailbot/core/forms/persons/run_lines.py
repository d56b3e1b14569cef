"""A person told in one long line beside labelled numbers: proposed, field by field.

"MIS DATOS: ANA PRUEBA EJEMPLO, JEFA DE FRONTERAS, DIRECCION DE MIGRACION, TEL 2245-0000": the number has a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.block import MOST_WORDS, NO_LABEL
from mailbot.core.forms.persons.places import address_among, address_in
from mailbot.core.forms.persons.runs import Run, run_of_line
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, FieldValue, Form, Known

_DATA = re.compile(r"[^:,]{0,50}\b(?:datos|contactos?|informacion|details|contacts?|information)\b[^:,]{0,30}:\s")


def with_run(entry: Entry, loose: Sequence[Loose], form: Form, known: Known) -> tuple[Entry, list[Loose]]:
    """Return the entry with the doubts of its one long line about a person, and the other lines."""
    found = [(line, run) for line in loose if _is_long(line.text) and (run := run_of_line(line.text))]
    if form.subject_of != "contact" or len(found) != 1:
        return entry, list(loose)
    line, run = found[0]
    taken = {*entry.fields, *(each.field for each in entry.doubts)}
    more = [each for each in _proposed(line, run, form, known) if each.field not in taken]
    missing = tuple(each for each in entry.missing if all(doubt.field != each for doubt in more))
    rest = [each for each in loose if each is not line]
    return replace(entry, missing=missing, doubts=(*entry.doubts, *more)), rest


def _is_long(text: str) -> bool:
    """Tell whether a line is more than the name, the post and the institution that stand alone elsewhere."""
    if "," not in text:
        return False
    return (
        len(text.split()) > MOST_WORDS or is_courtesy(text) or len(clauses(text)) > 1 or bool(_DATA.match(fold(text)))
    )


def _proposed(line: Loose, run: Run, form: Form, known: Known) -> Iterator[Doubt]:
    words = {
        "title": run.title,
        "name": run.name,
        "position": run.position,
        "institution": run.institution,
        "unit": run.unit,
        "address": address_among(run.behind)
        or next((found for each in clauses(line.text) if (found := address_in(each))), ""),
    }
    numbers = [part.strip(" .") for part in run.behind.split(",") if is_number(part)]
    words |= {"phone": numbers[0]} if len(numbers) == 1 else {}
    for field in form.fields:
        said = words.get(field.id, "")
        read = read_value(field, said, line.line, known) if said else None
        if isinstance(read, FieldValue):
            sure = field.id != "position" or run.sure
            yield Doubt(field.id, said, NO_LABEL, line.line, read.value, one_reading=sure)
        elif isinstance(read, Doubt):
            yield read
