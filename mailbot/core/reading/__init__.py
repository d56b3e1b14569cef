"""A message → what would be understood from it; the document of ``mailbot read --json``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core import automatic, comparison, language, quotation
from mailbot.core.forms import Found, read_entries
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.choose import answers_something_else, code_parts, form_of_letter, form_of_subject
from mailbot.core.reading import two_halves
from mailbot.core.reading.below import with_announced_answers, with_announced_form, with_answers_below
from mailbot.core.reading.beside import opted_out
from mailbot.core.reading.commands import commands_in
from mailbot.core.reading.comment import passed_on_with_comment
from mailbot.core.reading.contacts_beside import contacts_beside, contacts_presented
from mailbot.core.reading.decisions import decisions_in
from mailbot.core.reading.document import as_json
from mailbot.core.reading.ignored import ignored_lines, quoted_form_lines
from mailbot.core.reading.in_words import answers_in_words
from mailbot.core.reading.intents import intents_of
from mailbot.core.reading.other_business import is_other_business
from mailbot.core.reading.parts import read_in_parts
from mailbot.core.reading.proposing import has_an_aim, is_report
from mailbot.core.reading.two_matters import with_reports_apart
from mailbot.core.reading.unasked import reported_unasked
from mailbot.core.values import Form, Forwarded, Known, Line, Message, Reading

__all__ = ["as_json", "read", "read_in_parts"]

_ABOUT_SOMETHING_ELSE = frozenset({"proposal", "rsvp", "questionnaire-answer", "handover"})
# "P003-14: cuestionario completado" is a report, "asistiremos; P003-04: en proceso" too.
_MAY_BE_IN_A_REPORT = frozenset({"rsvp", "questionnaire-answer"})


def read(message: Message, forms: tuple[Form, ...], known: Known, sent: Message | None = None) -> Reading:
    """Return what would be understood from a message; touches nothing, never raises.

    ``sent`` is the letter it answers, for comparison.
    """
    labelled = quotation.label(message.lines, message.sender)
    recognised = automatic.recognise(message, known.own, labelled)
    restored = two_halves.restored(message, labelled, forms, known) if sent is None else None
    sent = sent or restored
    lines = comparison.answers_in(labelled, sent)
    own = tuple([line.labelled("new") if line.label == "answer" else line for line in lines])
    text = quotation.own_words(own)
    below = with_answers_below(own, text) if sent is None else own
    text = text if below is own else quotation.own_words(below)
    sender = message.sender.address if message.sender else None
    reading = Reading(
        recognised.kind,
        language.detect(text),
        _lower_domain(sender),
        text,
        bounced=recognised.bounced,
        away_until=recognised.away_until,
        why=recognised.why,
        ignored=ignored_lines(lines if below is own else below, frozenset()),
    )
    if recognised.kind != "human":
        return reading
    read = _human(reading, message, lines, forms, known, sent)
    if restored is None:
        return read
    quoted = frozenset(line.number for line in labelled if line.label == "quoted")
    return replace(read, entries=tuple(two_halves.as_proposals(each, quoted) for each in read.entries))


def _human(
    reading: Reading,
    message: Message,
    lines: tuple[Line, ...],
    forms: tuple[Form, ...],
    known: Known,
    sent: Message | None,
) -> Reading:
    commands = commands_in(lines, message.subject)
    intents = intents_of(reading.text, message.subject)
    other = answers_something_else(message.subject, forms)
    elsewhere = sent is None and other
    report = is_report(reading.text)
    asked = form_of_letter(sent, forms) or form_of_subject(message.subject, forms)
    business = sent is None and asked is None and is_other_business(reading.text, message.subject)
    about_else = not report and (_is_about_else(intents, reading.text) or business)
    unasked = sent is None or asked is None
    meant = tuple(form for form in forms if form.intent and (form is asked or (form.intent in intents and not report)))
    forms = tuple(form for form in forms if form.intent is None)
    found = read_entries(message, lines, meant, sent, known) if meant else Found()
    if not found.entries:
        prose_only = elsewhere or (unasked and about_else)
        found = read_entries(message, lines, forms, sent, known, prose_only=prose_only)
        found = with_reports_apart(found, message, lines, forms, known, sent, prose_only=prose_only)
    if asked is None and _is_no_report(found, reading.text):
        found = Found()
    if not found.entries and sent is None and asked is not None and asked.subject_of == "activity":
        found = _announced(reading.text, message, lines, asked, known)
    if not (found.entries or sent or asked or other or meant):
        found = reported_unasked(reading.text, message, lines, forms, known, about_else=about_else) or found
    if not (found.entries or sent or asked or other or about_else or meant):
        presented = contacts_presented(message, lines, reading.text, forms, known)
        found = replace(found, entries=presented) if presented else found
    if (other or about_else or _is_report(found, asked)) and not _of_contacts(found, forms):
        beside = contacts_beside(message, lines, forms, known, in_a_report=_is_report(found, asked))
        found = replace(found, beside=beside) if beside else found
    quoted = quoted_form_lines(lines, forms) if sent is None and not found.entries else frozenset()
    if quoted and asked is not None:
        opened = with_announced_form(lines, reading.text, attached=bool(message.attachments))
        found = found if opened is lines else _proposed(read_entries(message, opened, (asked,), None, known), lines)
        quoted = frozenset() if found.entries else quoted
    passed_on: tuple[Forwarded, ...] = ()
    if not commands:
        passed_on, found = passed_on_with_comment(message, lines, forms, known, sent, found, reading.text)
    answered = sent is not None or bool(code_parts(message.subject))
    kind, why = _kind(reading, commands, found, passed_on, more=bool(quoted or message.attachments))
    if found.entries and found.beside:  # "P003-04: en proceso. Mi nuevo correo es …": both are asked about or recorded
        found = replace(found, entries=(*found.entries, *found.beside), beside=())
    beside = found.beside
    if not (found.entries or passed_on or beside) and "opt-out" in intents:
        beside = opted_out(reading.text, lines, message.sender, forms)
    if kind == "note" and beside:
        kind, why = "answer", "values told in a sentence, left to whoever decides"
    if kind == "note" and answered and answers_in_words(reading.text, intents, asked_for_words=other):
        kind, why = "answer", "an answer in words, without values"
    if quoted:
        why += "; a form filled in inside the quotation is not taken without the letter it answers"
    return replace(
        reading,
        kind=kind,
        why=why,
        language=_language(reading, found, message),
        commands=commands,
        decisions=decisions_in(lines),
        intents=_with_no_change(intents, found),
        entries=found.entries,
        ignored=ignored_lines(lines, quoted) if quoted else reading.ignored,
        forwarded=passed_on,
        beside=beside,
    )


def _is_report(found: Found, asked: Form | None) -> bool:
    form = found.form if found.entries else asked
    return form is not None and form.subject_of == "activity"


def _is_no_report(found: Found, text: str) -> bool:
    """Tell whether what looks like a report unasked for has neither code nor state, but an aim of its own."""
    told = {"status", "progress", "result"}
    return _is_report(found, None) and not any(told & each.fields.keys() for each in found.entries) and has_an_aim(text)


def _of_contacts(found: Found, forms: Sequence[Form]) -> bool:
    own = {each.id for each in forms if each.subject_of == "contact"}
    return any(each.form in own for each in found.entries)


def _announced(text: str, message: Message, lines: tuple[Line, ...], form: Form, known: Known) -> Found:
    """States typed without marks below the activities of our letter, where the words above announce them: asked."""
    opened = with_announced_answers(lines, text)
    found = read_entries(message, opened, (form,), None, known) if opened is not lines else Found()
    named = {each.id for each in form.fields if each.kind == "activity"}
    told = (
        each for each in found.entries if {*each.fields, *(one.field for one in each.doubts if one.proposal)} - named
    )
    return _proposed(replace(found, entries=tuple(told)), lines)


def _proposed(found: Found, lines: Sequence[Line]) -> Found:
    """What was read inside the quotation, asked."""
    quoted = frozenset(line.number for line in lines if line.label == "quoted")
    return replace(found, entries=tuple(two_halves.as_proposals(each, quoted) for each in found.entries))


def _is_about_else(intents: Sequence[str], text: str) -> bool:
    """Tell whether a message is of a kind of its own; the state of an activity with its code makes it a report."""
    other = _ABOUT_SOMETHING_ELSE & set(intents)
    reports = "status-report" in intents and FIND_CODE.search(text) is not None
    return bool(other - _MAY_BE_IN_A_REPORT if reports else other)


def _kind(
    reading: Reading, commands: Sequence[str], found: Found, passed_on: Sequence[Forwarded], *, more: bool
) -> tuple[str, str]:
    if found.entries:
        return "answer", f"labels and values of {found.entries[0].form}"
    if passed_on:
        return "answer", f"a message passed on, with labels and values of {passed_on[0].entries[0].form}"
    if commands:
        return "command", "a command word alone on the first line"
    if reading.text.strip():
        return "note", "words without entries"
    return "note" if more else "unreadable", "no words of the sender's own"


def _language(reading: Reading, found: Found, message: Message) -> str:
    if reading.language != "und":
        return reading.language
    if len(found.languages) == 1:
        return next(iter(found.languages))
    return language.detect(message.subject) if not reading.text.strip() else "und"


def _with_no_change(intents: tuple[str, ...], found: Found) -> tuple[str, ...]:
    return ("no-change", *intents) if found.unchanged else intents


def _lower_domain(address: str | None) -> str | None:
    if not address:
        return None
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{domain.lower()}" if at else address
