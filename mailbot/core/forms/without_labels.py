"""What is told without labels: sentences, lists of people, signatures. All of it is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from mailbot.core.forms.activities.beside_state import IN_CHARGE
from mailbot.core.forms.activities.letters_activities import activities_of
from mailbot.core.forms.activities.reported import reports_in_sentences
from mailbot.core.forms.activities.the_one_asked import told_of_the_one
from mailbot.core.forms.activities.told_in_clauses import told_in_clauses
from mailbot.core.forms.activities.with_clauses import says_activity, tells_enough, with_told_in_clauses
from mailbot.core.forms.announced import proposals_in_signature, proposals_of_person
from mailbot.core.forms.found import Found, first_line
from mailbot.core.forms.layout.person_rows import names_one_of_several, people_apart
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.said import Item, Loose
from mailbot.core.forms.persons.block import with_proposals
from mailbot.core.forms.persons.told_entries import Told, entries_told
from mailbot.core.forms.persons.told_persons import persons_told
from mailbot.core.forms.persons.told_with_labels import with_leavers
from mailbot.core.forms.prose.effective import with_day_told
from mailbot.core.forms.prose.own_news import own_news
from mailbot.core.forms.prose.rows_of_the_list import corrected_rows
from mailbot.core.forms.prose.sentences import proposals_in_sentences
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.values import Entry, Form, Known, Line, Message

_THEIRS = re.compile(r"\b(?:sus?|his|her|their)\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:mis?|nuestr[oa]s?|my|our)\b", re.IGNORECASE)


def in_sentences(items: Sequence[Item], form: Form, known: Known, shown: Mapping[str, str]) -> Found | None:
    """What sentences tell of the one person that the form asks about."""
    told = tuple(item for item in items if isinstance(item, Loose))
    proposed = proposals_in_sentences(told, labels_of(form), known, shown)
    return Found((proposed,), form=form, loose=told) if proposed else None


def listed(lines: Sequence[Line], items: Sequence[Item], form: Form, known: Known) -> Found | None:
    """Several people without labels, one a line or one a block: all of it is asked."""
    told = tuple(item for item in items if isinstance(item, Loose))
    people = people_apart(told) if form.subject_of == "contact" else []
    if len(people) < 2:
        return None
    places = ({place for each in person for place in (each.line, *each.lines)} for person in people)
    of_each = ([line for line in lines if line.number in place] for place in places)
    found = [proposals_of_person(each, form, known) for each in of_each]
    if not all(found):
        return None
    rest = [line for line in told if not any(line in person for person in people)]
    leave = entries_told([each for each in persons_told(rest) if each.change == "leave"], labels_of(form), known)
    entries = with_leavers([each for each in found if each], leave, labels_of(form))
    return Found(tuple(entries), form=form, loose=told)


def with_people_beside(entries: Sequence[Entry], apart: Sequence[Loose], form: Form, known: Known) -> list[Entry]:
    """Add whom a list names without a label, where others in it have one: in the order of their lines, asked."""
    alone = [line for line in apart if form.subject_of == "contact" and names_one_of_several(line)]
    found = [with_proposals(Entry(form.id, {}, (), ()), (line,), form, known) for line in alone]
    kinds = {each.id: each.kind for each in form.fields}
    people = [each for each in found if {kinds[one.field] for one in each.doubts} & {"email", "telephone"}]
    return sorted((*entries, *people), key=first_line) if people else list(entries)


_STAYS = re.compile(
    r"\b(?:sig(?:ue|o)|seguir[aá]|contin[uú]a|continuar[aá]|permanece\w*|se mant\w+|confirm\w*|ratific\w*|remains?"
    r"|continues?|still|stays?)\b",
    re.IGNORECASE,
)


def _is_as_before(told: Told, confirmed: Sequence[str]) -> bool:
    """Tell whether a role is confirmed with the rest, and no news: "el Lic. X sigue siendo nuestro punto focal"."""
    return any(said in told.said for said in confirmed) or _STAYS.search(told.said) is not None


def with_news_of_persons(found: Found, known: Known) -> Found:
    """Add who is put on the list, leaves it or has a role to "mis datos no han cambiado", or whose data have not."""
    if found.form is None or found.form.subject_of != "contact":
        return found
    confirmed = [each.said for entry in found.entries for each in entry.fields.values()]
    named = [each for each in persons_told(found.loose) if each.run.name]
    labels = labels_of(found.form)
    whose = [each for each in named if _is_said_of(found, each)] if len(found.entries) == 1 else []
    whose = whose if whose == named else [each for each in whose if each.as_before]
    if len(whose) == 1 and not whose[0].change:
        (person,) = entries_told(whose, labels, known)
        asked = tuple(each for each in person.doubts if each.field not in found.entries[0].fields)
        found = replace(found, entries=(replace(found.entries[0], doubts=asked),))
        named = [each for each in named if each is not whose[0]]
    told = [each for each in named if each.change or each.as_before]
    told += [each for each in named if each.role and each not in told and not _is_as_before(each, confirmed)]
    return replace(found, entries=(*found.entries, *entries_told(told, labels, known)))


def _is_said_of(found: Found, person: Told) -> bool:
    """Tell whether "no changes" is said of somebody: in the sentence with the name, or of "her details"."""
    said = next(iter(found.entries[0].fields.values())).said
    return person.run.name in said or (_THEIRS.search(said) is not None and not _MINE.search(said))


def of_persons(
    scans: Mapping[str, Sequence[Item]],
    forms: Sequence[Form],
    asked: Form | None,
    known: Known,
    shown: Mapping[str, Mapping[str, str]],
    *,
    closed: bool,
) -> Found | None:
    """Who comes and goes, and what is right of whom, told in sentences: all of it is asked."""
    form = next((each for each in forms if each.subject_of == "contact"), None)
    if form is None or closed or asked not in {None, form}:
        return None
    loose = tuple(item for item in scans[form.id] if isinstance(item, Loose))
    told = persons_told(loose)
    entries = [with_day_told(each, known) for each in entries_told(told, labels_of(form), known)]
    names = {each.run.name for each in told}
    rows = list(corrected_rows(loose, labels_of(form), known, shown[form.id]))
    entries = [_with_row(each, rows, form) for each in entries]
    entries += [entry for name, entry in rows if name not in names]
    return Found(tuple(entries), form=form, loose=loose) if entries else None


def _with_row(entry: Entry, rows: Sequence[tuple[str, Entry]], form: Form) -> Entry:
    """Return the entry of somebody told of with what is put right of the same person."""
    key = key_field(form)
    name = next((each.proposal for each in entry.doubts if key and each.field == key.id), None)
    if any(each.field == form.no_change_field and each.proposal == "leave" for each in entry.doubts):
        return entry  # of who goes no more is of interest
    told = {each.field for each in entry.doubts}
    more = [doubt for whose, row in rows if whose == name for doubt in row.doubts if doubt.field not in told]
    stays = (form.no_change_field, form.no_change_value)
    kept = [each for each in entry.doubts if not (more and (each.field, each.proposal) == stays)]
    return replace(entry, doubts=(*kept, *more))


def reported(
    scans: Mapping[str, Sequence[Item]], forms: Sequence[Form], asked: Form | None, known: Known, *, closed: bool
) -> Found | None:
    """Where no label and no line is a report, sentences may be: all of it is asked."""
    for form in forms:
        loose = tuple(item for item in scans[form.id] if isinstance(item, Loose))
        open_to = form is asked or (asked is None and not closed)
        entries = reports_in_sentences(loose, form, known, asked=form is asked) if open_to else ()
        if entries:
            return Found(entries, form=form, loose=loose)
    return None


def with_clauses(
    found: Found,
    loose: Sequence[Loose],
    form: Form,
    known: Known,
    *,
    subject: str,
    titled: bool,
    asked: bool,
    closed: bool,
) -> Found:
    """Add what clauses tell of activities and no other rule has read: all of it is asked.

    ``titled``: by their titles too; ``closed``: the letter is about something else, so that it must say "activity".
    """
    read = told_in_clauses(loose, form, known, subject=subject, titled=titled, asked=asked)
    told = [each for each in read if tells_enough(each, form) and (not closed or says_activity(each))]
    if not told:
        return found
    if found.form is not None and found.form is not form:
        in_charge = {each.proposal for entry in told for each in entry.doubts if each.field == IN_CHARGE}
        alone = found.entries and all(_only_names(each, in_charge) for each in found.entries)
        return Found(tuple(told), form=form, loose=tuple(loose)) if alone or not found.entries else found
    entries = with_told_in_clauses(found.entries, told, form)
    return replace(found, entries=entries, form=form, loose=found.loose or tuple(loose))


def _only_names(entry: Entry, people: Set[object]) -> bool:
    """Tell whether an entry is no more than the name of who is in charge of an activity."""
    values = [each.value for each in entry.fields.values()] + [each.proposal for each in entry.doubts]
    told = " ".join(str(each) for each in people)
    return bool(values) and all(str(each) in told for each in values)


def of_the_one(
    scans: Mapping[str, Sequence[Item]], asked: Form | None, sent: Message | None, known: Known
) -> Found | None:
    """What sentences tell that name no activity, where our letter asks about one only: all of it is asked."""
    if asked is None or asked.subject_of != "activity" or len(activities_of(sent)) != 1:
        return None
    (code,) = activities_of(sent)
    loose = tuple(item for item in scans[asked.id] if isinstance(item, Loose))
    entries = told_of_the_one(loose, asked, known, code)
    return Found(entries, form=asked, loose=loose) if entries else None


def in_signature(lines: Sequence[Line], forms: Sequence[Form], asked: Form | None, known: Known) -> Found | None:
    """What a signature holds, where the words point to it or nothing else is written."""
    form = next((each for each in forms if each.subject_of == "contact"), None)
    entry = proposals_in_signature(lines, form, known, asked=asked is form) if form else None
    return Found((entry,), form=form) if entry else None


def with_own_news(found: Found, items: Sequence[Item], forms: Sequence[Form], known: Known) -> Found:
    """Add what is new of the writer, in a letter that is about something else."""
    form = next((each for each in forms if each.subject_of == "contact"), None)
    loose = [item for item in items if isinstance(item, Loose)]
    entry = own_news(loose, labels_of(form), known) if form and loose and not found.beside else None
    return replace(found, beside=(entry,)) if entry else found
