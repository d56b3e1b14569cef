"""What "ídem" and "mismo número" stand for: this entry's telephone, or a question."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.core.forms.references import is_unchanged, points_above, same_as, with_extensions
from mailbot.core.forms.said import Said
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Form

POINTS_ELSEWHERE = Bilingual(
    "Remite a otro dato; escríbalo completo, por favor.",
    "It points to another value; please write it out.",
)


def as_another(
    form: Form, values: Mapping[str, FieldValue], above: Mapping[str, FieldValue], each: Field, said: Said
) -> FieldValue | Doubt | None:
    """Resolve "ídem" under ``each``: under fax or mobile the telephone, elsewhere a question.

    ``values`` are the entry's own so far, ``above`` those of the entry before it.
    """
    if each.kind == "telephone":
        found = _same_number(form, values, above, each, said)
        if found is not None:
            return found
    before = above.get(each.id)
    if before is None and is_unchanged(said.text):
        return None  # "el mismo" with nobody above: as it was
    return Doubt(each.id, said.text, POINTS_ELSEWHERE, said.line, before.value if before else None)


def _same_number(
    form: Form, values: Mapping[str, FieldValue], above: Mapping[str, FieldValue], each: Field, said: Said
) -> FieldValue | Doubt | None:
    """Resolve it by this entry's other number; None when there is none."""
    telephones = [one for one in form.fields if one.kind == "telephone"]
    other = next((one for one in telephones if one.id != each.id and one.id in values), None)
    numbers = _numbers(values, other) if other else []
    if other is None or not numbers:
        return None
    bases = {one.partition(";")[0] for one in numbers}
    switchboard = len(bases) > 1 and any(";" in one for one in numbers)  # and a direct line: which?
    person_above = points_above(said.text) and {one.partition(";")[0] for one in _numbers(above, each)} - bases
    if switchboard or person_above or telephones[0] not in (other, each):  # a fax on a mobile telephone?
        return Doubt(each.id, said.text, POINTS_ELSEWHERE, said.line)
    return FieldValue(with_extensions(numbers, same_as(said.text) or ()), said.text, said.line, "normalised")


def _numbers(values: Mapping[str, FieldValue], field: Field) -> list[str]:
    found = values.get(field.id)
    return list(found.value) if found and isinstance(found.value, list) else []
