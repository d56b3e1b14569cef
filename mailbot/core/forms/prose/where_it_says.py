"""What is to be set right, in the words of an erratum: "Donde dice «Jefa», debe decir «Directora»".

The wrong words are found in our letter, or their label, look or place tells the field; the right ones are proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.pieces import head_of
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.block import MAIL, post_of
from mailbot.core.forms.persons.names_of_offices import is_institution, is_person
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Field, FieldValue, Known

_QUOTES = "«»“”\"'‘’"
_PAIR = re.compile(
    r"(?P<before>.*?)\b(?:donde (?:se )?|where (?:it )?|que )?(?:dice|lee|says"
    r"|reads)\s*:?\s+(?P<old>\S.*?)[\s,;./|–—-]+(?:y |and )?"
    r"(?:(?:se )?deb(?:e|er[ií]a|iera)|(?:it )?should|must|l[eé]ase|read)(?:\s+(?:decir|leerse|ser|say|read"
    r"|be))?\s*:?\s+"
    r"(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(
    r"(?P<before>.*?)[«“”\"‘](?P<old>[^«»“”\"‘’]{2,80})[»“”\"’],?\s+"
    r"(?:(?:se )?deb(?:e|er[ií]a|iera)|(?:it )?should|must)\s+(?:decir|leerse|ser|say|read|be)\s*:?\s+"
    r"(?P<new>[«“”\"‘]\S.*)",
    re.IGNORECASE | re.DOTALL,
)  # «Ana Pruebas» debe decir «Ana Prueba»
_QUOTED_BACK = re.compile(
    r"(?P<before>.*?)\b(?:deb(?:e|er[ií]a|iera)|should|must)\s+(?:decir|leerse|ser|say|read|be)\s*:?\s+"
    r"(?P<new>[«“\"‘][^«»“”\"‘’]{2,80}[»”\"’]),?\s+(?:en (?:lugar|vez) de|y no|no|instead of|(?:and )?not)\s+"
    r"(?P<old>[«“\"‘]\S.*)",
    re.IGNORECASE | re.DOTALL,
)  # debe decir «Ana Prueba» en lugar de «Ana Pruebas»
_AGAIN = re.compile(r",?\s(?:y|e|and|;)\s(?=(?:donde (?:se )?|where (?:it )?)(?:dice|lee|says|reads)\b)", re.IGNORECASE)
_NUMBER = re.compile(r"\s[+(]?\d[\d\s().-]{5,30}$")
_NAMED_BEHIND = re.compile(r"(?P<value>[^()]*\S)\s*\((?P<label>[^()]{2,30})\)")  # "2236-0041 (teléfono)"
_CUES = ("dice", "lee", "says", "reads", "deb", "should", "must")
_LONGEST = 400
_ALIKE = 0.75  # of their letters
_OF_A_TEXT = re.compile(r"\b(?:p[áa]rrafos?|paragraphs?|incisos?|numeral(?:es)?|renglon(?:es)?)\b", re.IGNORECASE)
_LEAST = 3  # letters of words that may be part of a value
_TEXTS = frozenset({"text", "name", "institution"})


def erratum(line: Loose, labels: Labels, known: Known, shown: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield the right value for each pair of a line; ``shown``: label key → value that our letter held."""
    if len(line.text) > _LONGEST or not any(each in line.text.lower() for each in _CUES):
        return
    if _OF_A_TEXT.search(line.text):
        return
    for clause in (part for each in clauses(line.text) for part in _AGAIN.split(each)):
        found = _PAIR.fullmatch(clause) or _QUOTED.fullmatch(clause) or _QUOTED_BACK.fullmatch(clause)
        if found:
            old, new = (_unquoted(found[each]) for each in ("old", "new"))
            yield from _doubts(_fields_of(old, new, found["before"], labels, shown), line, known)


def _unquoted(words: str) -> str:
    """The words within the quotation marks that open them, else all of them."""
    words = words.strip(" ,;.")
    if words[:1] in _QUOTES and (end := re.search(rf"[{_QUOTES}]", words[1:])):
        return words[1 : end.end()].strip()
    return words


def _fields_of(old: str, new: str, before: str, labels: Labels, shown: Mapping[str, str]) -> tuple[Field | None, str]:
    """The field that is meant, and the whole of its right value."""
    heads = [head_of(new, labels), head_of(old, labels)]
    ahead = _label_of_number(old, labels) or _label_at_end(before, labels)
    said = new[heads[0].start :].strip() if heads[0] else new
    named = _NAMED_BEHIND.fullmatch(said)
    behind = labels.find(named["label"]) if named else None
    said = named["value"] if named and behind else said
    label = behind or next((each.label for each in heads if each and each.label), None) or ahead
    if label and len(label.fields) == 1 and not label.part:
        return labels.form.field(label.fields[0]), said
    held = {field: value for key, value in shown.items() if value and (field := labels.by_key.get(key))}
    same = [field for field, value in held.items() if value.casefold() == old.casefold()]
    if len(same) == 1:
        return labels.form.field(same[0]), said
    part = [field for field, value in held.items() if _is_part(old, value, labels.form.field(field))]
    if not same and len(part) == 1:
        return labels.form.field(part[0]), held[part[0]].replace(old, new)
    return _by_look(old, said, labels), said


def _is_part(old: str, value: str, field: Field) -> bool:
    within = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", value) if len(old) >= _LEAST else None
    return field.kind in _TEXTS and within is not None


def _label_of_number(old: str, labels: Labels) -> Label | None:
    """The label of "Telephone 809-555-0124", without a sign between."""
    found = _NUMBER.search(old)
    return labels.find(old[: found.start()].strip()) if found else None


def _label_at_end(before: str, labels: Labels) -> Label | None:
    words = before.strip(" ,:;").split()
    found = (labels.find(" ".join(words[-size:]).strip(",:")) for size in (3, 2, 1) if len(words) >= size)
    return next((each for each in found if each), None)


def _by_look(old: str, new: str, labels: Labels) -> Field | None:
    """An address, a post, a person or an office by its look; which number it is only the letter tells."""
    kinds = {each.kind: each for each in reversed(labels.form.fields)}
    if MAIL.fullmatch(new):
        return kinds.get("email")
    if is_number(new):
        return None
    if post_at(new) == new:
        return post_of(labels.form)
    if is_institution(new):
        return kinds.get("institution")
    both = is_person(split_title(new)[1]) and ({*old.split()} & {*new.split()} or _is_alike(old, new))
    return next((each for each in labels.form.fields if each.kind == "name" and each.required and both), None)


def _is_alike(old: str, new: str) -> bool:
    """Tell whether words are misspelt rather than others: "Katherine Exampel", "Kathryn Example"."""
    return SequenceMatcher(None, fold(old), fold(new)).ratio() > _ALIKE


def _doubts(meant: tuple[Field | None, str], line: Loose, known: Known) -> Iterator[Doubt]:
    field, said = meant
    read = read_value(field, said, line.line, known) if field else None
    if field and isinstance(read, FieldValue) and read.value:
        yield Doubt(field.id, said, FROM_A_SENTENCE, line.line, read.value, one_reading=True)
    elif isinstance(read, Doubt):
        yield read
