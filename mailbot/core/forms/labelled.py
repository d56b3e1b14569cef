"""Lines with labels → entries of one form, with what is told beside the labels: of the same, or of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.forms.activities.beside_reports import with_report_told
from mailbot.core.forms.activities.coded import code_line_as_activity, one_activity_each, state_beside_activity
from mailbot.core.forms.activities.status_lines import entries_of_lines
from mailbot.core.forms.activities.titled_blocks import titles_of_blocks
from mailbot.core.forms.activities.told_of import with_state_told
from mailbot.core.forms.evaluate import entry_of
from mailbot.core.forms.found import Found
from mailbot.core.forms.naming.heading import (
    with_plain_role,
    with_role_behind,
    without_lone_holder,
)
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.said import Item, Loose, Said
from mailbot.core.forms.persons.about_persons import tells_of_a_person, tells_of_a_successor
from mailbot.core.forms.persons.block import is_named, with_activity, with_proposals
from mailbot.core.forms.persons.by_lead import with_institution_announced
from mailbot.core.forms.persons.by_office import offices_from_headings
from mailbot.core.forms.persons.by_role import roles_from_sentences
from mailbot.core.forms.persons.by_value import named_by_their_values
from mailbot.core.forms.persons.headed_blocks import parted_by_names
from mailbot.core.forms.persons.named_first import behind_names, with_name_first
from mailbot.core.forms.persons.run_lines import with_run
from mailbot.core.forms.persons.said_above import with_said_above
from mailbot.core.forms.persons.told_with_labels import with_persons_told
from mailbot.core.forms.persons.whose_data import with_whose_data
from mailbot.core.forms.prose.effective import with_day
from mailbot.core.forms.prose.own_news_ahead import ahead_of_another, own_news_ahead
from mailbot.core.forms.prose.sentences import with_news
from mailbot.core.forms.prose.unchanged import Unchanged, find_unchanged, says_the_rest_stays
from mailbot.core.forms.taking.asides import VALID_FROM
from mailbot.core.forms.taking.extensions import with_extension_beside
from mailbot.core.forms.taking.grouping import Group, group
from mailbot.core.forms.taking.pointed import pointed_within_a_house
from mailbot.core.forms.without_labels import (
    with_people_beside,
)
from mailbot.core.values import Entry, FieldValue, Form, Known


def read_labelled(items: tuple[Item, ...], form: Form, sent: Mapping[str, str], known: Known, *, asked: bool) -> Found:
    """Return the entries of the lines of one form, with what the lines without labels beside them tell."""
    items = roles_from_sentences(offices_from_headings(items, labels_of(form)), labels_of(form), known)
    items = titles_of_blocks(items, labels_of(form))
    items = parted_by_names(named_by_their_values(items, form), form)
    groups, apart = group(items, form, is_named)
    with_plain_role([each.said for each in groups], form)
    shown = _shown_fields(sent, form)
    entries: list[Entry] = []
    about: list[Sequence[Loose]] = []
    before: dict[str, FieldValue] = {}
    for each in groups:
        code_line_as_activity(each, form)
        state_beside_activity(each, form, known)
        entry = entry_of(each, form, known, before, shown)
        entry, rest = with_run(with_name_first(entry, form, known), each.loose, form, known)
        rest = [line for line in rest if not says_the_rest_stays(line.text)]
        entry = with_proposals(entry, [*rest, *behind_names(each, form)], form, known)
        entry = with_role_behind(entry, each.loose, form)
        entry = with_state_told(entry, each.loose, form, known)
        entry = with_extension_beside(entry, each.loose, form)
        if entry.fields or entry.doubts:
            entries.append(entry)
            about.append(each.loose)
            before = {**before, **entry.fields}
    entries = pointed_within_a_house(without_lone_holder(entries, form), form)
    more, used = entries_of_lines(tuple(one_activity_each(apart)), form, known, asked=asked)
    if len(entries) == 1:
        around = (*apart, *(one for each in groups for one in each.loose))
        theirs = [line for line in around if not tells_of_a_person(line.text)]
        entries = [with_extension_beside(entries[0], theirs, form)]
        entries = [with_activity(entries[0], around, form, known)]
        entries = [with_report_told(entries[0], around, form, known)] if asked and not more else entries
    loose = tuple(each for each in (*apart, *(one for g in groups for one in g.loose)))
    if form.subject_of == "contact":
        entries = with_persons_told(entries, about, loose, labels_of(form), known)
        ahead = ahead_of_another(items, entries)
        own = own_news_ahead(ahead, labels_of(form), known, sent)
        news = [each for each in loose if each not in ahead] if own else loose
        if entries and all(_leaves(each) for each in entries[1:]):
            entries[0] = with_news(entries[0], news, labels_of(form), known, sent)
        entries = with_whose_data(entries, items, form)
        entries = [*own, *with_people_beside(entries, apart, form, known)]
        entries = with_institution_announced(with_said_above(entries, items, form), loose, form)
    if VALID_FROM in {each.id for each in form.fields}:
        entries = [with_day(each, loose, known) for each in entries]
    unchanged = find_unchanged(apart, form) or _rest_unchanged(groups, form)
    confirms = unchanged and unchanged.rest and not any(tells_of_a_successor(each.text) for each in loose)
    if unchanged and confirms and len(entries) == 1 and form.no_change_field:
        entries = [replace(entries[0], missing=(), rest_unchanged=True)]
    said = [item for item in items if isinstance(item, Said) and item.text]
    return Found(
        (*entries, *more),
        frozenset(used | {line for one in said for line in one.lines}),
        form,
        unchanged is not None,
        loose,
        frozenset(one.label.language for one in said) - {"und"},
    )


def _leaves(entry: Entry) -> bool:
    return any(each.proposal == "leave" for each in entry.doubts)


def _rest_unchanged(groups: Sequence[Group], form: Form) -> Unchanged | None:
    """Find "los demás datos siguen igual" directly below a value, with no blank line between."""
    lines = [line for each in groups for line in each.loose]
    found = (find_unchanged([line], form) for line in lines)
    return next((each for each in found if each and each.rest), None)


def _shown_fields(sent: Mapping[str, str], form: Form) -> frozenset[str]:
    by_key = labels_of(form).by_key
    return frozenset(by_key[key] for key, value in sent.items() if value and key in by_key)
