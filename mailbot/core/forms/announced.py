"""New data that stand only in a signature: proposals, when the message says to look there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.fields import split_title
from mailbot.core.forms.evaluate import entry_of
from mailbot.core.forms.layout.arranged import MOST_LINES
from mailbot.core.forms.layout.person_rows import is_parted
from mailbot.core.forms.layout.scan import scan
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.heading import roles_from_headings
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.bars import parts_of_bars
from mailbot.core.forms.persons.block import with_proposals
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.taking.grouping import Group, group, key_field
from mailbot.core.language import fold
from mailbot.core.quotation.signatures import announces
from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Form, Known, Line

_INITIAL = re.compile(r"(?<![\w@.])\(?([tfcmopde])\)?[.:]?\s+(?=[+(]?\d[\d\s().-]{6})", re.IGNORECASE)
_MOST_WORDS = 12  # of a line of a record
_MOST_LINES = 60  # of a record
_LONGEST = 400  # characters of a line in which an answer is promised
_ELSEWHERE = re.compile(  # the answer comes later, or stands in what is attached
    r"\b(?:respond(?:emos|ere|eremos)|contest(?:amos|are|aremos)|envi(?:are|aremos)|remit(?:ire|iremos)"
    r"|consult(?:o|amos|are|aremos)|verific(?:o|amos|are|aremos|ando)|(?:are|am) (?:checking|consulting|verifying)"
    r"|(?:will|shall) (?:\w+ )?(?:reply|respond|answer|send|get back)|a la brevedad|shortly|adjunt\w+|anex(?:o|a|os|as)"
    r"|attach\w+)\b"
)
_WRITTEN = frozenset({"new", "answer", "signature"})
IN_SIGNATURE = Bilingual(
    "Está en la firma: ¿es el dato nuevo?",
    "It stands in the signature: is it the new one?",
)


def proposals_in_signature(lines: Sequence[Line], form: Form, known: Known, *, asked: bool = False) -> Entry | None:
    """Return an entry of doubts only, None when nothing announces it or nothing is there.

    ``asked``: our letter asked for these data, so that a whole record and nothing else announces itself.
    """
    announced = announces([line.text for line in lines[:MOST_LINES] if line.label in {"new", "answer"}])
    short = asked and sum(line.label in _WRITTEN for line in lines) <= _MOST_LINES
    if not announced and not short:
        return None
    entry = _proposed(lines, form, known)
    return entry if entry and (announced or _is_all_there_is(entry, lines, form)) else None


def proposals_of_person(lines: Sequence[Line], form: Form, known: Known) -> Entry | None:
    """Return an entry of doubts only of somebody whom these lines list: a name, and ways to reach them."""
    entry = _proposed(lines, form, known)
    kinds = {each.kind for each in form.fields if entry and each.id in {doubt.field for doubt in entry.doubts}}
    return entry if "name" in kinds and kinds & {"email", "telephone"} else None


def _is_all_there_is(entry: Entry, lines: Sequence[Line], form: Form) -> bool:
    """Tell whether greetings apart nothing is written but a name, a post or an institution, and ways to reach it."""
    said = {each.field for each in entry.doubts}
    kinds = {each.kind for each in form.fields if each.id in said}
    own = [line for line in lines if line.label in _WRITTEN and line.text.strip() and not is_courtesy(line.text)]
    labels = labels_of(form)
    long = (line for line in own if len(line.text.split()) > _MOST_WORDS or _gives(line))
    sentences = [line for line in long if not is_parted(line.text, labels)]
    sentences += [line for line in lines if line.label == "new" and _ELSEWHERE.search(fold(line.text[:_LONGEST]))]
    whole = {"name", "email", "telephone"} <= kinds and {"position", "institution"} & said
    return bool(whole) and not sentences


def _gives(line: Line) -> bool:
    """Tell whether a sentence outside the signature gives something itself: "please use a@b as my e-mail"."""
    given = "@" in line.text or any(map(str.isdigit, line.text))
    return given and line.label != "signature" and is_sentence(line.text)


def _proposed(lines: Sequence[Line], form: Form, known: Known) -> Entry | None:
    kept = [line.labelled("new") for line in lines if line.label in {"new", "signature", "blank"}]
    signature = [each for line in kept[:MOST_LINES] for each in _unfolded(line)]
    items = roles_from_headings(scan(signature, labels_of(form), {}, signed=True), labels_of(form))
    groups, apart = group(items, form)
    if not groups:
        groups = [Group(loose=[each for each in apart if not announces([each.text])])]
    read = _with_name(entry_of(groups[0], form, known, {}), groups[0].loose, form)
    named = {(each.line, each.said) for each in read.doubts if each.why == IN_SIGNATURE}
    read = with_proposals(read, [each for each in groups[0].loose if (each.line, each.text) not in named], form, known)
    doubts = [_doubt(field, value) for field, value in read.fields.items()]
    return Entry(form.id, {}, (), (*doubts, *read.doubts)) if doubts or read.doubts else None


def _unfolded(line: Line) -> Iterator[Line]:
    """One line for each part between bars, with "T 613-555-0140 F 613-555-0141" parted too."""
    text = _INITIAL.sub(lambda found: f"| {found[1]}: ", line.text) if any(map(str.isdigit, line.text)) else line.text
    yield from (line._replace(text=part, cells=()) for part in parts_of_bars(text))


def _with_name(entry: Entry, loose: Sequence[Loose], form: Form) -> Entry:
    """Propose the first line of a signature as the name, where it looks like one without a title."""
    key = key_field(form)
    line = next((each for each in loose if not is_courtesy(each.text)), None)
    if key is None or line is None or key.id in entry.fields or split_title(line.text)[0]:
        return entry
    if not is_person(line.text):
        return entry
    doubt = Doubt(key.id, line.text, IN_SIGNATURE, line.line, line.text.strip(" .,"), one_reading=True)
    return replace(entry, doubts=(*entry.doubts, doubt))


def _doubt(field: str, value: FieldValue) -> Doubt:
    return Doubt(field, value.said, IN_SIGNATURE, value.line, value.value, one_reading=True)
