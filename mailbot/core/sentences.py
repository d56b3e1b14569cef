"""States said in sentences: proposed on a prefilled form, never applied until one word confirms them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core import windows
from mailbot.core.fields import read as read_field
from mailbot.core.forms.persons.told_entries import OF_A_PERSON
from mailbot.core.forms.taking.dated import date_to_come
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known

_SENTENCES = re.compile(r"(?<=[.;!?])\s+|\n{2,}")
_QUESTION = re.compile(r"[¿?]")
_SUCCESSOR = re.compile(
    r"\bmi (?:sucesora?|re?emplazo|sustitut[oa]|relevo)\b|\bmy (?:successor|replacement)\b"
    r"|\b(?:en mi lugar|me (?:sustituye|re?emplaza|releva|sucede)|in my place|replaces me)\b",
    re.IGNORECASE,
)
_MOST = 30


def states_in(text: str, form: Form, known: Known, about: str | None) -> tuple[Entry, ...]:
    """Return what the sentences of a text report, one entry an activity, exactly one state each.

    The activity is named by its code; without one it is ``about``, which our letter asked for.
    """
    status = next((each for each in form.fields if each.kind == "choice"), None)
    found: dict[str, list[Entry]] = {}
    for sentence in [" ".join(each.split()) for each in _SENTENCES.split(text) if each.strip()][:_MOST]:
        read = _state(status, sentence, known) if status is not None and not _QUESTION.search(sentence) else None
        codes = _codes(sentence, known) or _codes(text, known) or ((about,) if about else ())
        if read is not None and len(codes) == 1:
            found.setdefault(codes[0], []).append(_entry(form, read, sentence, codes[0], known))
    return tuple(entries[0] for entries in found.values() if _agree(entries))


def _agree(entries: Sequence[Entry]) -> bool:
    return len({str(each.fields["status"].value) for each in entries if "status" in each.fields}) == 1


def _codes(words: str, known: Known) -> tuple[str, ...]:
    flat = words.upper()
    return tuple(code for code in known.activities if re.search(rf"(?<!\w){re.escape(code.upper())}(?!\w)", flat))


def _state(status: Field, sentence: str, known: Known) -> FieldValue | None:
    for words in (sentence, *re.split(r",\s", sentence)):
        read = read_field(status, words, 0, known)
        if isinstance(read, Doubt) and read.proposal is not None:
            return FieldValue(read.proposal, sentence, 0, "normalised")
        if isinstance(read, FieldValue):
            return FieldValue(read.value, sentence, 0, "normalised")
    return None


def _entry(form: Form, state: FieldValue, sentence: str, code: str, known: Known) -> Entry:
    fields = {"activity": FieldValue(code, code, 0, "normalised"), "status": state}
    date = next((each for each in form.fields if each.kind == "window"), None)
    dated = windows.read(sentence, known.today)
    if date is not None and len(dated) == 1 and dated[0].doubt is None and dated[0].end is not None:
        fields[date.id] = FieldValue(windows.window_json(dated[0]), sentence, 0, "normalised")
    early = date_to_come(form, fields, known)
    if early is not None:  # done "on 12 February" in January: the year before, or no date
        fields.pop(early.field)
        if _lies_behind(early.proposal, known.today):
            fields[early.field] = FieldValue(early.proposal, sentence, 0, "normalised")
    return Entry(form.id, fields)


def _lies_behind(window: object, today: dt.date) -> bool:
    start = window.get("start") if isinstance(window, Mapping) else None
    return isinstance(start, str) and dt.date.fromisoformat(start) <= today


def only_in_sentences(entries: Sequence[Entry], form: str) -> bool:
    """Tell whether all that was read of a message is asked, not one value of ``form`` taken: it stands in sentences."""
    return bool(entries) and all(each.form == form and each.doubts and not each.fields for each in entries)


def told_of_a_person(entry: Entry) -> bool:
    """Tell whether an entry is of somebody who comes or goes, told in a sentence and not on the form."""
    return not entry.fields and any(each.why == OF_A_PERSON for each in entry.doubts)


def only_redirects(intents: Sequence[str], entries: Sequence[Entry]) -> bool:
    """Tell whether all a message says is to whom to write instead: nobody comes or goes, a person decides."""
    return "redirect" in intents and all(told_of_a_person(e) and _proposal(e, "change") is None for e in entries)


def told_together(entries: Sequence[Entry], writer: str) -> tuple[Entry, ...]:
    """Put together what sentences tell of who goes and who comes: "Sustituye a" says both.

    Who comes takes the place of ``writer``, by name, where that is who goes ("mi sucesora es …").
    """
    coming = [each for each in entries if told_of_a_person(each) and _proposal(each, "change") == "new"]
    alone = len(coming) == 1 and _proposal(coming[0], "replaces") is None
    if alone and writer and (_SUCCESSOR.search(coming[0].doubts[0].said) or any(map(_leaves_unnamed, entries))):
        own = Doubt("replaces", writer, OF_A_PERSON, coming[0].doubts[0].line, writer)
        days = (day for each in entries if _leaves_unnamed(each) for day in each.doubts if day.field == "valid_from")
        dated = any(each.field == "valid_from" for each in coming[0].doubts)
        takes_over = replace(coming[0], doubts=(*coming[0].doubts, own, *(() if dated else days)))
        entries = [takes_over if each is coming[0] else each for each in entries if not _leaves_unnamed(each)]
    replaced = {_proposal(each, "replaces") for each in entries} - {None}
    return tuple(each for each in entries if not (_told_to_leave(each) and _proposal(each, "name") in replaced))


def _leaves_unnamed(entry: Entry) -> bool:
    """Tell whether it is the writer who goes, and is not named: "Dejo el cargo"."""
    return _told_to_leave(entry) and _proposal(entry, "name") is None


def _told_to_leave(entry: Entry) -> bool:
    return told_of_a_person(entry) and _proposal(entry, "change") == "leave"


def _proposal(entry: Entry, field: str) -> object:
    return next((each.proposal for each in entry.doubts if each.field == field), None)


def as_proposed(entry: Entry) -> Entry | None:
    """Return an entry whose doubts all came with a reading to offer, those taken; None for another."""
    if not entry.doubts or any(each.proposal is None or each.field == "activity" for each in entry.doubts):
        return None
    offered = {each.field: FieldValue(each.proposal, each.said, each.line, "normalised") for each in entry.doubts}
    return replace(entry, fields={**entry.fields, **offered}, doubts=())
