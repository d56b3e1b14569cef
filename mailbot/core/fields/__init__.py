"""The kinds of value: one row each with how it is read and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mailbot.core.fields import choices, languages, names, numbers, percentages, plain, telephone, timed
from mailbot.core.fields.names import is_title, split_title
from mailbot.core.fields.plain import Read, nothing_said, written_out
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

__all__ = ["KINDS", "Kind", "is_title", "read", "show", "split_title", "written_out"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of value is read from words and shown to people.

    ``clear`` is what "---", "n/a", "no tenemos" mean: the value is to be empty.
    """

    read: Read
    show: Callable[[Field, object], Bilingual]
    clear: object = ""


KINDS: Mapping[str, Kind] = {
    "text": Kind(plain.read_text, plain.show_text),
    "name": Kind(names.read_name, plain.show_text),
    "title": Kind(plain.read_text, plain.show_text),
    "institution": Kind(plain.read_text, plain.show_text),
    "country": Kind(plain.read_country, plain.show_country),
    "email": Kind(plain.read_email, plain.show_list, []),
    "telephone": Kind(telephone.read, telephone.show, []),
    "choice": Kind(choices.read_choice, choices.show_choice),
    "percentage": Kind(percentages.read, percentages.show),
    "indicator": Kind(plain.read_text, plain.show_text),  # its code or its name
    "number": Kind(numbers.read, numbers.show, None),
    "window": Kind(timed.read, timed.show, None),
    "activity": Kind(plain.read_activity, plain.show_text),
    "language": Kind(languages.read_language, languages.show_language),
    "yes-no": Kind(plain.read_yes_no, plain.show_yes_no),
}


def read(field: Field, said: str, line: int, known: Known) -> FieldValue | Doubt | None:
    """Read one value from the words beside a label.

    None when nothing was said.  Words that two readings fit are a Doubt, never a value.
    """
    words = " ".join(said.split())
    if not words:
        return None
    kind = KINDS[field.kind]
    if nothing_said(words, signs_only=field.kind == "choice"):
        if kind.clear is None or field.required or field.kind in {"choice", "country", "language"}:
            return None
        return FieldValue(kind.clear, words, line, "normalised")
    found = kind.read(field, words, line, known)
    return replace(found, field=field.id) if isinstance(found, Doubt) and found.field != field.id else found


def show(field: Field, value: object) -> Bilingual:
    """Return a canonical value as people read it, in both languages."""
    return KINDS[field.kind].show(field, value)
