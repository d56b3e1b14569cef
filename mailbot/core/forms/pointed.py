"""Values that point to another one: "Fax: same as telephone", "Dirección: ídem"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mailbot.core.forms.references import is_unchanged, names_the_telephone, with_extensions
from mailbot.core.forms.said import Said
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Form

POINTS_ELSEWHERE = Bilingual(
    "Remite a otro dato; escríbalo completo, por favor.",
    "It points to another value; please write it out.",
)


@dataclass(frozen=True, slots=True)
class Around:
    """What has been read of the entry so far, and the values of the entry above it."""

    form: Form
    values: Mapping[str, FieldValue]
    doubts: Sequence[Doubt]
    before: Mapping[str, FieldValue]


def same_value(around: Around, each: Field, said: Said, extensions: Sequence[str]) -> FieldValue | Doubt | None:
    """Resolve "ídem": under fax or mobile this entry's telephone, elsewhere a question."""
    which = Doubt(each.id, said.text, POINTS_ELSEWHERE, said.line)
    if each.kind == "telephone":
        numbers = _numbers(around, each, named=names_the_telephone(said.text))
        if numbers is None:
            return which
        if numbers:
            return FieldValue(with_extensions(numbers, extensions), said.text, said.line, "normalised")
    above = around.before.get(each.id)
    if above is None and is_unchanged(said.text):
        return None  # "el mismo" with nobody above: as it was
    return Doubt(each.id, said.text, POINTS_ELSEWHERE, said.line, above.value if above else None)


def _numbers(around: Around, each: Field, *, named: bool) -> list[str] | None:
    """The numbers that "the same" means: none where nothing is near, None where there are two readings."""
    telephones = [one.id for one in around.form.fields if one.kind == "telephone"]
    if named and telephones[0] != each.id:
        telephones = telephones[:1]  # the telephone itself, not the mobile below it
    others = [one for one in telephones if one != each.id]
    if any(doubt.field in others for doubt in around.doubts):
        return None
    found = next((around.values[one].value for one in others if around.values.get(one)), None)
    numbers = [str(one) for one in found] if isinstance(found, list) else []
    if len({one.partition(";")[0] for one in numbers}) > 1 and any(";" in one for one in numbers):
        return None  # a switchboard and a direct line
    above = around.before.get(each.id)
    if numbers and above and above.value != with_extensions(numbers, ()) and not named:
        return None  # below another contact's fax: that fax, or this telephone?
    return numbers
