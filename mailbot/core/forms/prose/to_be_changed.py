"""What a sentence asks to change: "please change Ms. Sample's telephone to 822-0199 and her position to Analyst"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.pieces import extent
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.prose.told import label_of_number
from mailbot.core.forms.taking.values import is_title, read_value
from mailbot.core.values import Doubt, Field, FieldValue, Known

REACHES = frozenset({"telephone", "email"})
MOST_WORDS = 14  # of a value
_VERB = re.compile(
    r"\b(?:change|update|amend|correct|modify|cambi(?:ar|en?)|actuali(?:zar|cen?)|modifi(?:car|quen?)"
    r"|correg?[ij](?:r|an?)|replace|sustitu(?:ir|yan?)|re?empla(?:zar|cen?))\s+",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:\s+(?:anterior|antigu[oa]|viej[oa]|actual))?\s+(?:to(?: read| be)?|a|por|with|by)\s+(?=\S)", re.IGNORECASE
)
_FROM = re.compile(r"\s+(?:from|de)\s+(?=[+(\d]|\S+@).*$", re.IGNORECASE)
_AND_ANOTHER = re.compile(r",?\s+(?:and|y)\s+(?=(?:her|his|their|my|our|the|su|mi|el|la)\s)", re.IGNORECASE)
_AND_MY = re.compile(r"(?:\b(?:y|e|and)|,)\s+(?=(?:mi|my|nuestr[oa]|our)\s)", re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+){0,3}"
_TITLE = r"(?:Mr|Ms|Mrs|Dra?|Lic\w*|Sra?|Ing|señora?)\.? "
_OF_WHOM = re.compile(rf"\s(?:de la|del?|of) (?P<name>{_TITLE}{_NAME})")
_WHOSE = re.compile(rf"(?P<name>(?:{_TITLE})?{_NAME})['’]s?\s")
_OURS = re.compile(r"\b(?:my|our|his|her|their|mi|nuestr[oa]|su)\b", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:cambi(?:ó|a|amos|ado)|se modific|chang)", re.IGNORECASE)
_OF = frozenset({"de", "del", "of"})
_MOST_LABEL_WORDS = 4
_EDGES = ' .,;"“”«»'


def to_be_changed(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the new values of such a sentence, and the name of the one whose they are: that is only asked."""
    for clause in clauses(line.text):
        found = _VERB.search(clause)
        doubts = list(_changed(clause[found.end() :], line, labels, known)) if found else []
        whose = _WHOSE.search(clause, found.end()) or _OF_WHOM.search(clause) if found and doubts else None
        name = next((each for each in labels.form.fields if each.kind == "name" and each.required), None)
        if whose and name:
            yield Doubt(name.id, whose["name"], FROM_A_SENTENCE, line.line)
        yield from doubts


def _changed(text: str, line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    for part in _AND_ANOTHER.split(text):
        what, *new = _TO.split(part, maxsplit=1)
        said = new[0].strip(_EDGES) if new else ""
        field = field_before(_OF_WHOM.sub("", _FROM.sub("", what)), labels, said, sure=True) if said else None
        if field and field.kind in REACHES:
            said = said[: extent(said, Label((field.id,)), labels)].rstrip(_EDGES)
        if field and len(said.split()) <= MOST_WORDS:
            yield from proposed(field, said, line, known)


def field_before(text: str, labels: Labels, said: str, *, sure: bool = False) -> Field | None:
    """The field that the last words name; English "title" is the post where no form of address follows.

    ``sure``: the words before it say that it changes.
    """
    text = ["", *clauses(text)][-1]  # "We no longer have a fax. My direct number" is no fax's
    words = _AND_MY.split(text)[-1].split()
    sizes = range(min(_MOST_LABEL_WORDS, len(words)), 0, -1)
    ends = ((size, labels.find(" ".join(words[-size:]).rstrip(":,"))) for size in sizes)
    label: Label | None
    size, label = next(((size, found) for size, found in ends if found), (0, None))
    if size and _OF & {*words[-size - 1 : -size], words[-size]}:
        return None  # "la Central de Correo ya no funciona"
    label = label_of_number(text, labels) or label
    if label is None or len(label.fields) != 1 or label.part:
        return None
    field = labels.form.field(label.fields[0])
    near = " ".join(words[-_MOST_LABEL_WORDS:])
    if not sure and field.kind not in REACHES and not _OURS.search(near) and not _CHANGES.search(near):
        return None  # "the Ministry has now changed to remote work"
    if field.kind == "title" and not is_title(said):
        return next((each for each in labels.form.fields if "job title" in each.synonyms), None)
    return field


def proposed(field: Field, said: str, line: Loose, known: Known) -> Iterator[Doubt]:
    """Yield the value as a doubt that has one reading, nothing where it is none."""
    read = read_value(field, said, line.line, known) if said else None
    if isinstance(read, FieldValue) and read.value:
        yield Doubt(field.id, said, FROM_A_SENTENCE, line.line, read.value, one_reading=True)
