"""Values that point to another one: "Fax: same as telephone", "Dirección: ídem"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mailbot.core.forms.naming.references import is_unchanged, names_the_telephone, points_above, with_extensions
from mailbot.core.forms.naming.said import Said
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Field, FieldValue, Form

POINTS_ELSEWHERE = Bilingual(
    "Remite a otro dato; escríbalo completo, por favor.",
    "It points to another value; please write it out.",
)


@dataclass(frozen=True, slots=True)
class Around:
    """What has been read of the entry so far, the values of the entry above it, and what our letter shows."""

    form: Form
    values: Mapping[str, FieldValue]
    doubts: Sequence[Doubt]
    before: Mapping[str, FieldValue]
    shown: frozenset[str] = frozenset()

    def holds(self, each: Field, words: str) -> bool:
        """Tell whether "el mismo" may mean what our letter shows: it has a value there and no other person is named."""
        named = any(self.form.field(one).kind == "name" for one in self.values)
        return each.id in self.shown and not named and is_unchanged(words)


def same_value(around: Around, each: Field, said: Said, extensions: Sequence[str]) -> FieldValue | Doubt | None:
    """Resolve "ídem": under fax or mobile this entry's telephone, elsewhere a question."""
    which = Doubt(each.id, said.text, POINTS_ELSEWHERE, said.line)
    if each.kind == "telephone":
        numbers = _numbers(around, each, said.text)
        if numbers is None and not extensions and (theirs := _of_the_one_above(around, each, said.text)):
            return replace(which, proposal=theirs, one_reading=True)
        if numbers is None or (numbers and not extensions and around.holds(each, said.text)):
            return which
        if numbers:
            return FieldValue(with_extensions(numbers, extensions), said.text, said.line, "normalised")
    above = around.before.get(each.id)
    if above is None and is_unchanged(said.text):
        return None  # "el mismo" with nobody above: as it was
    if above is None:
        return which
    offered = with_extensions(above.value, extensions) if isinstance(above.value, list) and extensions else above.value
    return replace(which, proposal=offered, one_reading=True)


def pointed_within_a_house(entries: Sequence[Entry], form: Form) -> list[Entry]:
    """Return the entries with the fax of the person above for "same as above", where both are of one institution.

    There the fax is another line than the telephone, so that it is hardly this person's own: asked all the same.
    """
    found: list[Entry] = []
    for place, entry in enumerate(entries):
        above = found[place - 1] if place else None
        fits = above is not None and _house_of(entry, form) and _house_of(entry, form) == _house_of(above, form)
        doubts = tuple([_from_above(each, above) for each in entry.doubts]) if fits and above else entry.doubts
        found.append(entry if doubts is entry.doubts else replace(entry, doubts=doubts))
    return found


def _from_above(doubt: Doubt, above: Entry) -> Doubt:
    theirs, others = above.fields.get(doubt.field), [v for k, v in above.fields.items() if k != doubt.field]
    shared = isinstance(theirs, FieldValue) and isinstance(theirs.value, list) and bool(theirs.value)
    open_to = doubt.why == POINTS_ELSEWHERE and doubt.proposal is None and points_above(doubt.said)
    if not (theirs and shared and open_to) or any(each.value == theirs.value for each in others):
        return doubt
    return replace(doubt, proposal=theirs.value, one_reading=True)


def _house_of(entry: Entry, form: Form) -> str:
    """The institution that an entry tells, folded; "" for none."""
    field = next((each.id for each in form.fields if each.kind == "institution"), "")
    value = entry.fields.get(field)
    told = next((each.proposal for each in entry.doubts if each.field == field), None)
    return fold(str(value.value if value else told or ""))


def _of_the_one_above(around: Around, each: Field, words: str) -> list[str]:
    """The fax of the person above, where "el mismo" says not of what and the telephone here has an extension.

    Also where another line of this person points above as well: "Dirección: la misma", "Fax: el mismo".
    """
    pointing = any(doubt.why == POINTS_ELSEWHERE and doubt.field != each.id for doubt in around.doubts)
    extended = pointing or any(";" in one for field in around.values for one in _list_of(around.values, field))
    return _list_of(around.before, each.id) if points_above(words) and extended else []


def _numbers(around: Around, each: Field, words: str) -> list[str] | None:
    """The numbers that "the same" means: none where nothing is near, None where there are two readings."""
    telephones = [one.id for one in around.form.fields if one.kind == "telephone"]
    first = telephones[0]
    if names_the_telephone(words) and first != each.id:
        telephones = telephones[:1]  # the telephone itself, not the mobile below it
    others = [one for one in telephones if one != each.id]
    if any(doubt.field in others for doubt in around.doubts):
        return None
    other = next((one for one in others if around.values.get(one)), None)
    numbers = _list_of(around.values, other) if other else []
    bases = {one.partition(";")[0] for one in numbers}
    # A switchboard and a direct line, or two lines and "the same": which?
    several = len(bases) > 1 and (any(";" in one for one in numbers) or not names_the_telephone(words))
    on_a_mobile = first not in (other, each.id)  # a fax on a mobile telephone?
    above = {one.partition(";")[0] for one in _list_of(around.before, each.id)}
    of_whom = points_above(words) and above - bases  # below another contact's fax: that fax, or this telephone?
    return None if numbers and (several or on_a_mobile or of_whom) else numbers


def _list_of(values: Mapping[str, FieldValue], field: str) -> list[str]:
    found = values.get(field)
    return [str(one) for one in found.value] if found and isinstance(found.value, list) else []
