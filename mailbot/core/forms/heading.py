"""A label that says a choice besides naming its value: "Suplente: Lic. X", "Punto focal: Licda. Y"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from mailbot.core.forms.labels import label_key
from mailbot.core.forms.said import Said
from mailbot.core.values import FieldValue, Form


def choices_in_labels(form: Form, said: Mapping[str, Iterable[Said]]) -> Iterator[tuple[str, FieldValue]]:
    """Yield (field, value) for each choice that is the label of something else, where the form allows it."""
    spoken = _spoken(form)
    for all_said in said.values():
        for each in all_said:
            found = spoken.get(label_key(each.label.words)) if each.text.strip() else None
            if found and found[0] not in each.label.fields:
                yield found[0], FieldValue(found[1], each.label.words, each.line, "normalised")


@lru_cache(maxsize=64)
def _spoken(form: Form) -> dict[str, tuple[str, str]]:
    return {
        label_key(words): (field.id, choice.value)
        for field in form.fields
        for choice in field.choices
        if choice.in_label
        for words in (choice.label.es, choice.label.en, *choice.synonyms)
    }
