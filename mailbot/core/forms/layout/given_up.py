"""A number or an address behind its label in running words that say it is no more: "eliminar el fax 2248-0110"."""

from __future__ import annotations

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.ways import ways_in

_REACH = frozenset({"telephone", "email"})
_LONGEST = 1_000  # characters of a line
_LEAST = 3  # words of the letter's own before or behind it, that a sentence has


def is_given_up(text: str, value: str, label: Label, labels: Labels) -> bool:
    """Tell whether the sentence with ``value`` in it calls it old, out of use or to be taken off."""
    if len(text) > _LONGEST or not value or {labels.form.field(each).kind for each in label.fields} - _REACH:
        return False
    said = next((each for each in clauses(text) if value in each), "")
    if len(said.replace(value, "").split()) < _LEAST:
        return False
    meant = [each for each in ways_in(said) if each.words.strip(" .") in value or value in each.words]
    return bool(meant) and all(each.old for each in meant)
