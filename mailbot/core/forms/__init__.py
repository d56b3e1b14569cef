"""Form + Message → entries: which fields were answered, with evidence, and what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from mailbot.core.forms.activities.beside_reports import told_beside
from mailbot.core.forms.activities.coded import one_activity_each
from mailbot.core.forms.activities.emptied import without_dashes
from mailbot.core.forms.activities.letters_activities import activities_of, with_codes_of_letter
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.activities.same_activity import joined_by_activity
from mailbot.core.forms.activities.status_lines import entries_of_lines
from mailbot.core.forms.activities.titled_sentences import with_titles_above
from mailbot.core.forms.cards import with_cards
from mailbot.core.forms.cards.gaps import without_gaps
from mailbot.core.forms.choose import (
    answers_something_else,
    chosen_form,
    form_of_letter,
    form_of_subject,
    form_requested,
    is_settled,
    speaks_of_activities,
)
from mailbot.core.forms.found import Found
from mailbot.core.forms.labelled import read_labelled
from mailbot.core.forms.layout.arranged import MOST_LINES
from mailbot.core.forms.layout.corrections import corrections_written_out
from mailbot.core.forms.layout.list_items import items_joined
from mailbot.core.forms.layout.scan import scan
from mailbot.core.forms.layout.under_questions import answered_under_questions
from mailbot.core.forms.mentions.merged import (
    found_with_mentions,
    found_with_others_mentioned,
    found_with_own_mentions,
)
from mailbot.core.forms.mentions.sense import speaks_of_contacts
from mailbot.core.forms.naming.as_written import AsWritten
from mailbot.core.forms.naming.heading import (
    roles_from_headings,
)
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.lost_accents import restored
from mailbot.core.forms.naming.offices_in_short import written_out
from mailbot.core.forms.naming.said import Item, Loose
from mailbot.core.forms.naming.sent import shown_in
from mailbot.core.forms.naming.spelt_codes import Spelling, spelling_of
from mailbot.core.forms.naming.tagged import without_tags
from mailbot.core.forms.of_contacts import told_beside_signature, with_letter_said, words_proposed
from mailbot.core.forms.persons.by_state import states_from_headings
from mailbot.core.forms.persons.deeds import with_deeds
from mailbot.core.forms.persons.moves import with_moves
from mailbot.core.forms.persons.posts_under_roles import posts_under_roles
from mailbot.core.forms.persons.said_above import below_heading, is_heading
from mailbot.core.forms.persons.told_with_labels import parted_by_persons, with_leavers
from mailbot.core.forms.prose.errata_below import with_errata_below
from mailbot.core.forms.prose.unchanged import find_unchanged, is_small_talk, value_of
from mailbot.core.forms.region import with_region
from mailbot.core.forms.row_by_row import rows_put_right
from mailbot.core.forms.taking.day_order import with_days_settled
from mailbot.core.forms.taking.glued import with_glued
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.overtyped import with_turns
from mailbot.core.forms.without_labels import (
    in_sentences,
    in_signature,
    listed,
    of_persons,
    of_the_one,
    reported,
    with_clauses,
    with_news_of_persons,
    with_own_news,
)
from mailbot.core.values import Entry, Form, Known, Line, Message

__all__ = ["Found", "labels_of", "read_entries"]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is read, and the form that was asked for: by the letter on record, else by the code in the subject."""

    message: Message
    lines: tuple[Line, ...]
    forms: tuple[Form, ...]
    sent: Message | None
    known: Known
    prose_only: bool
    asked: Form | None
    spelling: Spelling
    scanned: dict[str, tuple[tuple[Line, ...], tuple[Item, ...]]] = field(default_factory=dict, compare=False)

    def items(self, lines: tuple[Line, ...], form: Form, shown: Mapping[str, str], known: Known) -> tuple[Item, ...]:
        """Return what stands on lines, which are gone through once for each form."""
        spelt = self.spelling.of(lines, form)
        before = self.scanned.get(form.id)
        if before is None or before[0] != spelt:
            before = self.scanned[form.id] = (spelt, scan(spelt, labels_of(form), shown))
        return _items(before[1], form, shown, known)


def read_entries(
    message: Message,
    lines: tuple[Line, ...],
    forms: tuple[Form, ...],
    sent: Message | None,
    known: Known,
    *,
    prose_only: bool = False,
    about: Form | None = None,
) -> Found:
    """Return what was answered on which form; ``lines`` are labelled and compared.

    ``about``: the form that the message itself says to be about, where neither our letter nor the subject does.
    ``prose_only``: the message is about something else, so labels without our asking for
    them (our letter, the subject code) are not taken.
    """
    lines = without_gaps(answered_under_questions(lines[:MOST_LINES]), forms)
    lines, of_item = items_joined(lines, forms)
    asked = form_of_letter(sent, forms) or form_of_subject(message.subject, forms) or about
    reports = any(form.subject_of == "activity" for form in forms)
    spelling = spelling_of(lines, message, sent, known) if reports else Spelling()
    in_full, offices = written_out(lines)
    in_full, verbs = restored(in_full)
    found = _read_all(_Answer(message, in_full, forms, sent, known, prose_only, asked, spelling))
    if in_full is not lines:
        sender = AsWritten({**offices, **verbs})
        entries, beside = (tuple(map(sender.of_entry, each)) for each in (found.entries, found.beside))
        found = replace(found, entries=entries, beside=beside, loose=sender.of_lines(found.loose))
    if of_item:
        found = replace(found, used=found.used | {line for line, item in of_item.items() if item in found.used})
    if found.form is None or found.form.subject_of != "activity":
        return found
    return replace(found, entries=tuple(spelling.as_written(each, lines) for each in found.entries))


def _read_all(answer: _Answer) -> Found:
    message, forms, sent, known, asked = answer.message, answer.forms, answer.sent, answer.known, answer.asked
    rows, lines = _rows_of_the_list(answer)
    answer = answer if lines is answer.lines else replace(answer, lines=lines)
    found = _found(answer)
    if rows:
        contact = next(each for each in forms if each.id == rows[0].form)
        found = replace(found, entries=(*found.entries, *rows), form=found.form or contact)
    of_reports = found.form is not None and found.form.subject_of == "activity"
    found = found if of_reports else _with_clauses(found, answer)
    form = found.form or asked
    if form is None:
        return _under_headings(answer, found)
    if form.subject_of == "contact" and _confirms_all(found, form):
        return _under_headings(answer, found)
    if form.subject_of == "contact":
        region = with_region(message, sent, lines, known)
        entries = _with_cards(answer, found.entries, form)
        entries = with_letter_said(entries, found, lines, _writer(message), form, region)
        return replace(found, entries=entries, form=form if entries else found.form)
    if found.form is None or form.subject_of != "activity":
        return found
    found = with_own_news(found, found.loose, forms, known)
    activities = activities_of(sent)
    texts = [line.text for line in lines if line.label in {"new", "answer"}]
    was_asked = form in (asked, form_of_subject(message.subject, forms))
    coded = tuple(with_codes_of_letter(each, form, activities) for each in joined_by_activity(found.entries, form))
    told = told_beside(coded, found.loose, form, known, activities, used=found.used, asked=was_asked)
    found = _with_clauses(replace(found, entries=(*coded, *told)), answer)
    titled = with_titles_above(found.entries, found.loose, form)
    settled = [with_days_settled(each, form, known, texts) for each in titled]
    return replace(found, entries=without_dashes(settled, form, lambda: _held(sent, form, known)))


def _under_headings(answer: _Answer, found: Found) -> Found:
    """Who stands under "Bajas" and "Altas" in a letter that says nothing else of anybody."""
    contact = next((each for each in answer.forms if each.subject_of == "contact"), None)
    if contact is None or answer.prose_only or answer.sent is not None:
        return found
    known = with_region(answer.message, None, answer.lines, answer.known)
    entries = with_deeds((), answer.lines, contact, known)
    return replace(found, entries=entries, form=contact, unchanged=False) if len(entries) > 1 else found


def _held(sent: Message | None, form: Form, known: Known) -> tuple[Entry, ...]:
    """What our letter said of each activity, in its form and in its tables."""
    halves = (sent.lines, sent.alternative) if sent is not None else ()
    as_new = (tuple(line.labelled("new") for line in half[:MOST_LINES]) for half in halves)
    return tuple(
        each
        for half in as_new
        for each in read_labelled(
            _items(scan(half, labels_of(form), {}), form, {}, known), form, {}, known, asked=True
        ).entries
    )


def _with_clauses(found: Found, answer: _Answer) -> Found:
    """What clauses tell of activities by their codes, where the message may report on them."""
    form = next((each for each in answer.forms if each.subject_of == "activity"), None)
    subject = answer.message.subject
    closed = (answer.sent is None and answers_something_else(subject, answer.forms)) or answer.prose_only
    if form is None or found.unchanged or answer.asked not in {None, form}:
        return found
    own = [each for each in answer.lines if each.label in {"new", "answer"}]
    asked = answer.asked is form
    titled = asked or (speaks_of_activities(subject) and not closed)
    if closed and not any(FIND_CODE.search(each.text) for each in own):
        return found
    items = answer.items(answer.lines, form, _shown(answer.sent, form), answer.known)
    loose = [each for each in items if isinstance(each, Loose)]
    return with_clauses(
        found, loose, form, answer.known, subject="" if closed else subject, titled=titled, asked=asked, closed=closed
    )


def _rows_of_the_list(answer: _Answer) -> tuple[tuple[Entry, ...], tuple[Line, ...]]:
    """What is put right row by row of the list of contacts, and the lines that are about other things."""
    message, lines, asked = answer.message, answer.lines, answer.asked
    contact = next((each for each in answer.forms if each.subject_of == "contact"), None)
    if contact is None or asked not in {None, contact} or answer.prose_only:
        return (), lines
    if answers_something_else(message.subject, answer.forms):
        return (), lines
    lines = corrections_written_out(lines, labels_of(contact))
    region = with_region(message, answer.sent, lines, answer.known)
    return rows_put_right(lines, contact, _shown(answer.sent, contact), region, asked=asked is contact)


def _confirms_all(found: Found, form: Form) -> bool:
    """Tell whether nothing but that all stays is said; "lo demás sigue igual" stands beside what is new."""
    told = (each for entry in found.entries for each in ({*entry.fields} - {form.no_change_field}, entry.doubts))
    return found.unchanged and not any(told)


def _with_cards(answer: _Answer, entries: tuple[Entry, ...], form: Form) -> tuple[Entry, ...]:
    """What stands on visiting cards among the lines, in an answer to our request for contacts."""
    if answer.asked is not form or answer.prose_only or answers_something_else(answer.message.subject, answer.forms):
        return entries
    known = with_region(answer.message, answer.sent, answer.lines, answer.known)
    return with_cards(entries, answer.lines, form, known)


def _writer(message: Message) -> str:
    return f"{message.sender.name} {message.sender.address}" if message.sender else ""


def _labelled(
    lines: Sequence[Line], items: tuple[Item, ...], form: Form, shown: Mapping[str, str], known: Known, *, asked: bool
) -> Found:
    """What labels say; where they say no more than the institution above cards without labels, the people of these."""
    read = read_labelled(items, form, shown, known, asked=asked)
    if form.subject_of != "contact" or len(read.entries) != 1 or not is_heading(read.entries[0], form):
        return read
    people = listed(lines, items, form, known)
    return replace(read, entries=below_heading(read.entries[0], people.entries)) if people else read


def _found(answer: _Answer) -> Found:
    message, forms, sent, asked = answer.message, answer.forms, answer.sent, answer.asked
    if not forms:
        return Found()
    other = answers_something_else(message.subject, forms)
    known = with_region(message, sent, answer.lines, answer.known)
    lines = without_tags(message, answer.lines)
    shown = {form.id: _shown(sent, form) for form in forms}
    if asked is not None:
        items = answer.items(lines, asked, shown[asked.id], known)
        if is_settled(items, [labels_of(form) for form in forms if form is not asked]):
            read = _labelled(lines, items, asked, shown[asked.id], known, asked=True)
            return _with_mentions(read, items, asked, known, own=True)
    scans = {form.id: answer.items(lines, form, shown[form.id], known) for form in forms}
    closed = (sent is None and other) or answer.prose_only
    form = chosen_form(scans, forms, asked, lines, message.subject, closed=closed)
    if form is None:
        found = _without_labels(scans, forms, asked, known, closed=closed)
        if found.entries:
            return with_news_of_persons(found, known) if found.unchanged else found
        told = None
        if asked is not None and not closed:
            people = listed(lines, scans[asked.id], asked, known)
            if people:
                return people
            told = in_sentences(scans[asked.id], asked, known, shown[asked.id])
        told = of_persons(scans, forms, asked, known, shown, closed=closed or other) or told
        told = told or reported(scans, forms, asked, known, closed=closed) or of_the_one(scans, asked, sent, known)
        requested = form_of_letter(sent, forms) or form_requested(message.subject, forms)
        signed = in_signature(lines, forms, requested, known)
        found = _with_leavers_told(signed, told, scans) if signed else told or found
        contact = next((each for each in forms if each.subject_of == "contact"), None)
        if (
            contact
            and not ((found.unchanged and not found.entries) or closed or signed)
            and found.form in {None, contact}
        ):
            about = requested or asked
            if about in {None, contact}:
                spoken = about is contact or speaks_of_contacts(message.subject)
                found = found_with_mentions(found, scans[contact.id], contact, known, asked=spoken)
        if asked or found.entries:
            return found
        return with_own_news(found, scans[contact.id] if contact else (), forms, known)
    read = _labelled(lines, scans[form.id], form, shown[form.id], known, asked=asked is form)
    read = _with_mentions(read, scans[form.id], form, known, own=False)
    coded = any(FIND_CODE.search(each.text) for each in lines if each.label in {"new", "answer"})
    if coded and asked is None and form.subject_of == "contact":  # "MD-08 se realizó ayer. Mi nuevo fax es …"
        report = reported(scans, forms, asked, known, closed=closed)
        return replace(report, beside=read.entries) if report and report.entries else read
    if asked in (None, form) or form.subject_of != "contact" or (any(e.fields for e in read.entries) and not coded):
        return read
    found = _without_labels(scans, [asked], asked, known, closed=closed)  # "P003-04: en proceso. Mi nuevo correo es …"
    found = found if found.entries else reported(scans, [asked], asked, known, closed=closed) or found
    return replace(found, beside=read.entries) if found.entries and not found.unchanged else read


def _with_mentions(read: Found, items: Sequence[Item], form: Form, known: Known, *, own: bool) -> Found:
    """Add what sentences beside labels say of the one contact, where the labels do not; ``own``: of the writer only."""
    alone = read.entries[0] if len(read.entries) == 1 else None
    if alone is None or form.subject_of != "contact" or (read.unchanged and not alone.rest_unchanged):
        return read
    if not own and not any(each.value for each in alone.fields.values()):
        return found_with_mentions(read, items, form, known, asked=True)  # what one sentence announces
    read = found_with_own_mentions(read, items, form, known)
    named = any(each.kind == "name" and _tells(read.entries[0], each.id) for each in form.fields)
    return found_with_others_mentioned(read, items, form, known) if named else read


def _tells(entry: Entry, field: str) -> bool:
    return field in entry.fields or any(each.field == field and each.proposal for each in entry.doubts)


def _with_leavers_told(signed: Found, told: Found | None, scans: Mapping[str, Sequence[Item]]) -> Found:
    """New data in a signature, and who is told above it to have left, or to have a role beside who signs."""
    items = scans[signed.form.id] if signed.form else ()
    signed = replace(signed, loose=tuple(each for each in items if isinstance(each, Loose)))
    if told is None or signed.form is None:
        return signed
    key = key_field(signed.form)
    names = any(key and each.field == key.id and each.proposal for one in signed.entries for each in one.doubts)
    named = {"leave", "focal-point", "alternate"} if names else {"leave"}
    leavers = [each for each in told.entries if not named.isdisjoint(words_proposed(each))]
    own = signed.entries if leavers else told_beside_signature(signed.entries, told.entries)
    return replace(signed, entries=tuple(with_leavers(list(own), leavers, labels_of(signed.form))))


def _items(scanned: tuple[Item, ...], form: Form, shown: Mapping[str, str], known: Known) -> tuple[Item, ...]:
    labels = labels_of(form)
    scanned = tuple(with_turns(with_errata_below(scanned), labels)) if form.subject_of == "contact" else scanned
    items = with_moves(with_glued(scanned, shown, labels), labels, known)
    headed = roles_from_headings(states_from_headings(items, labels, known), labels)
    return parted_by_persons(posts_under_roles(headed, labels, known), form)


@lru_cache(maxsize=64)
def _shown(sent: Message | None, form: Form) -> dict[str, str]:
    if sent is None:
        return {}
    return {**shown_in(sent, form, alternative=True), **shown_in(sent, form)}


def _without_labels(
    scans: dict[str, tuple[Item, ...]],
    forms: Sequence[Form],
    asked: Form | None,
    known: Known,
    *,
    closed: bool,
) -> Found:
    """No labels: a confirmation of the whole form, or one activity a line, or nothing."""
    for form in sorted(forms, key=lambda each: (each is not asked, not _has_no_change(each))):
        loose = tuple(item for item in scans[form.id] if isinstance(item, Loose))
        if form is not asked and closed:
            continue
        entries, used = entries_of_lines(tuple(one_activity_each(loose)), form, known, asked=form is asked)
        if entries:
            return Found(tuple(entries), used, form, loose=loose)
        unchanged = find_unchanged(loose, form, [each for each in forms if each.subject_of == "contact"])
        if unchanged and asked is None and is_small_talk(unchanged.said, " ".join(line.text for line in loose)):
            continue
        if unchanged and form.no_change_field and not unchanged.rest:
            value = value_of(unchanged, form)
            entry = Entry(form.id, {form.no_change_field: value})
            return Found((entry,), frozenset({unchanged.line}), form, unchanged=True, loose=loose)
    return Found()


def _has_no_change(form: Form) -> bool:
    return any(each.id == form.no_change_field for each in form.fields)
