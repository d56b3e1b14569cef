"""A group of words under labels → an entry: values where certain, doubts where not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mailbot.core import fields as kinds
from mailbot.core.fields.plain import nothing_said
from mailbot.core.forms.activities.days_behind import is_over
from mailbot.core.forms.layout.amended import newest, without_i_am, without_lead, without_move
from mailbot.core.forms.naming.adorned import unadorned
from mailbot.core.forms.naming.heading import choices_in_labels
from mailbot.core.forms.naming.questions import (
    FROM_A_SENTENCE,
    IN_A_SENTENCE,
    OLD_AND_NEW,
    POST_NOT_ROLE,
    STRUCK_OUT,
    TYPED_BENEATH,
    WHERE_IT_ENDS,
)
from mailbot.core.forms.naming.references import (
    after_arrow,
    denies_one,
    is_dismissed,
    is_remark,
    is_unchanged,
    same_as,
    speaks_of_change,
    without_dismissed,
    without_struck,
    without_unchanged,
)
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.persons.names_of_offices import names_a_post
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.persons.shared import asked_of_shared
from mailbot.core.forms.persons.state_named import state_named
from mailbot.core.forms.taking.asides import take_asides
from mailbot.core.forms.taking.beside_name import part_names
from mailbot.core.forms.taking.dated import date_of_deed, date_to_come, state_and_date
from mailbot.core.forms.taking.grouping import Group, key_field
from mailbot.core.forms.taking.offices import ministry_under_unit
from mailbot.core.forms.taking.only_one import the_only_one
from mailbot.core.forms.taking.overtyped import without_turn
from mailbot.core.forms.taking.parts import names_together, newer, with_extensions_beside
from mailbot.core.forms.taking.pointed import POINTS_ELSEWHERE, Around, same_value
from mailbot.core.forms.taking.remarked import numbers_by_remark, numbers_to_telephone
from mailbot.core.forms.taking.said_again import as_one_list, code_and_title, differing, halves_of, without_echoes
from mailbot.core.forms.taking.tentative import as_labelled
from mailbot.core.forms.taking.two_persons import asked_of_two
from mailbot.core.forms.taking.values import is_degree, is_title, part_completed, proposal_for, read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known

_LISTS = frozenset({"email", "telephone"})
_WORDS = frozenset({"text", "name", "institution"})
_STRICT = frozenset({"email", "telephone", "country", "choice", "percentage", "window", "language", "activity"})
_PERCENT = re.compile(r"(?<![\d.,-])\d{1,3}\s?(?:%|por ciento|percent|per cent)")
_AROUND_PERCENT = re.compile(
    r"[,;(]?\s*(?:al |en un |a un |con un |at )?" + _PERCENT.pattern + r"(?:\s(?:de avance|complete|completed))?\)?"
)
_STANDS = re.compile(r"\b(?:sigue[n]? en pie|se mantiene[n]?|still planned|stands)\b", re.IGNORECASE)  # as planned
_MOST_WORDS = 14  # of a value typed beneath one that stood there


@dataclass
class _Reading:
    """The entry as it is being read."""

    form: Form
    known: Known
    values: dict[str, FieldValue] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    before: Mapping[str, FieldValue] = field(default_factory=dict)  # of the entry before
    shown: frozenset[str] = frozenset()  # in our letter

    def take(self, field_id: str, read: FieldValue | Doubt | None) -> None:
        """File what was read; the first word on a field stands."""
        if isinstance(read, Doubt):
            self.doubts.append(read)
        elif read is not None:
            self.values.setdefault(field_id, read)


def entry_of(
    group: Group,
    form: Form,
    known: Known,
    before: Mapping[str, FieldValue],
    shown: frozenset[str] = frozenset(),
) -> Entry:
    """Return the entry of a group.

    ``before`` are the values of the entry above it, for "ídem"; ``shown`` the fields that
    our letter already held.
    """
    country = next((before[each.id] for each in form.fields if each.kind == "country" and each.id in before), None)
    if known.region is None and country is not None:
        known = replace(known, region=str(country.value))
    if known.region is None:
        known = replace(known, region=state_named(group, form, known.countries))
    reading = _Reading(form, known, before=before, shown=shown)
    numbers_to_telephone(group, form)
    numbers_by_remark(group, form)
    part_names(group, form)
    ministry_under_unit(group, form, known.region)
    publish = take_asides(group, form, known)
    for each in _in_reading_order(form):
        if each.id in group.said:
            _read_field(reading, each, group.said[each.id])
            if each.kind == "country" and each.id in reading.values:
                reading.known = replace(known, region=str(reading.values[each.id].value))
    for field_id, value in choices_in_labels(form, group.said):
        if all(doubt.field != field_id for doubt in reading.doubts):
            reading.take(field_id, value)
    _activity_of_our_letter(reading, group)
    _title_as_position(reading, group)
    _role_as_position(reading, group)
    _date_beside_state(reading, group)
    _progress_beside_state(reading, group)
    early = date_to_come(form, reading.values, reading.known)
    if early:
        del reading.values[early.field]
        reading.doubts.append(early)
    entry = Entry(form.id, dict(_in_form_order(reading)), _missing(reading, shown), tuple(reading.doubts), publish)
    return asked_of_two(entry, form)


def _activity_of_our_letter(reading: _Reading, group: Group) -> None:
    """Take the activity that our letter names, in a line left untouched, of the report filled in below it."""
    key = key_field(reading.form)
    if key is None or key.kind != "activity" or not (reading.values or reading.doubts) or not group.subject:
        return
    if key.id not in reading.values and all(each.field != key.id for each in reading.doubts):
        read = read_value(key, group.subject, group.subject_line, reading.known)
        reading.take(key.id, read if isinstance(read, FieldValue) else None)


def _in_reading_order(form: Form) -> list[Field]:
    """Country first (telephones need it), fields that others point to before those."""
    return sorted(form.fields, key=lambda each: each.kind != "country")


def _in_form_order(reading: _Reading) -> list[tuple[str, FieldValue]]:
    ids = [each.id for each in reading.form.fields]
    order = {each: place for place, each in enumerate(ids)}
    return sorted(reading.values.items(), key=lambda item: order.get(item[0], len(ids)))


def _missing(reading: _Reading, shown: frozenset[str]) -> tuple[str, ...]:
    """Required fields nobody has said; none for a confirmation or a departure."""
    change = reading.values.get("change")
    if change and change.value in {"none", "leave"}:
        return ()
    doubted = {each.field for each in reading.doubts}
    return tuple(
        each.id
        for each in reading.form.fields
        if each.required and not {each.id} & (reading.values.keys() | doubted | shown)
    )


def _read_field(reading: _Reading, each: Field, said: Sequence[Said]) -> None:
    said = names_together(said) if each.kind == "name" else said
    said = with_extensions_beside(said) if each.kind == "telephone" else said
    said = code_and_title(said) if each.kind == "activity" else said
    whole = [one for one in said if len(one.label.fields) == 1]
    shared = [one for one in said if len(one.label.fields) > 1]
    if shared and not whole:
        _read_shared(reading, each, shared[0])
        return
    whole = newer(without_echoes(whole))
    halves = halves_of(whole) if each.kind not in _LISTS else as_one_list(whole)
    read = [_read_one(reading, each, one) for one in halves]
    read = [one for one in read if one is not None]
    values = [one for one in read if isinstance(one, FieldValue)]
    if len(values) == len(read) and values and all(_meaning(v) == _meaning(values[0]) for v in values):
        _file(reading, each, halves[0], values[0])
    elif len(read) == 1:
        _file(reading, each, halves[0], read[0])
    elif read:
        reading.take(each.id, differing(each, halves))


def _meaning(value: FieldValue) -> object:
    """A value without the words it was read from."""
    if isinstance(value.value, Mapping):
        return {key: each for key, each in value.value.items() if key != "said"}
    return value.value


def _file(reading: _Reading, each: Field, said: Said, read: FieldValue | Doubt | None) -> None:
    if each.kind == "name" and isinstance(read, FieldValue):
        _name_with_title(reading, each, said, read)
        return
    reading.take(each.id, read)
    if each.kind == "name" and isinstance(read, Doubt) and read.one_reading and (said.told or read.why == OLD_AND_NEW):
        _title_asked(reading, said, read)


def _title_asked(reading: _Reading, said: Said, name: Doubt) -> None:
    """Ask for the title of "Óscar Prueba *Abog. Ana Ensayo*" with the name."""
    title = kinds.split_title(newest(said.text) or said.text)[0]
    key, field = key_field(reading.form), next((one for one in reading.form.fields if one.kind == "title"), None)
    if title and field and key and key.id == name.field and field.id not in reading.values:
        reading.take(field.id, Doubt(field.id, title, name.why, said.line, title, one_reading=True))


def _name_with_title(reading: _Reading, each: Field, said: Said, read: FieldValue) -> None:
    """Take the title off "Lic. Ana Pérez": it has a field of its own."""
    title, name = kinds.split_title(unadorned(without_unchanged(without_struck(said.text))))
    reading.take(each.id, read)
    has_title = next((one for one in reading.form.fields if one.kind == "title"), None)
    key = key_field(reading.form)
    if title and name and has_title and key and key.id == each.id:
        found = read_value(has_title, title, said.line, reading.known)
        if isinstance(found, FieldValue) and has_title.id not in reading.values:
            reading.values[has_title.id] = found


def _read_one(reading: _Reading, each: Field, said: Said) -> FieldValue | Doubt | None:
    text = without_lead(without_dismissed(without_unchanged(without_struck(said.text).rstrip(" ,;"))))
    text = without_i_am(text) if each.kind in _WORDS and not each.free else text
    text = without_move(text) if each.multiline else text
    text = unadorned(text) if not each.free and each.kind != "choice" else text
    if said.struck or not text:
        return Doubt(each.id, said.text, STRUCK_OUT, said.line, [] if each.kind in _LISTS else "")
    if said.below and not (each.kind in _LISTS and newest(text)):
        return _typed_beneath(reading, each, said, text)
    paired = newest(text, among_commas=each.multiline) if each.kind != "choice" and not each.free else None
    if paired:
        proposal = proposal_for(each, paired, reading.known)
        return Doubt(each.id, said.text, OLD_AND_NEW, said.line, proposal, one_reading=True)
    if said.unsure:
        why = (OLD_AND_NEW if said.answer else FROM_A_SENTENCE) if said.told else WHERE_IT_ENDS
        told = proposal_for(each, text, reading.known) if said.told else None
        only = None if told else the_only_one(each, text, said.line, reading.known)
        proposal = told or only or proposal_for(each, text, reading.known)
        return Doubt(each.id, said.text, why, said.line, proposal, one_reading=said.told or bool(only))
    extensions = same_as(text)
    if each.kind == "choice":
        above = reading.before.get(each.id) if extensions == () else None
        if above is not None:
            return Doubt(each.id, said.text, POINTS_ELSEWHERE, said.line, above.value, one_reading=True)
        extensions = None
    if extensions is not None:
        around = Around(reading.form, reading.values, reading.doubts, reading.before, reading.shown)
        return same_value(around, each, said, extensions)
    chosen_among = each.kind == "choice" and reading.form.no_change_field in {None, each.id}  # "sin cambios" is one
    if is_unchanged(text) and not chosen_among and not each.free:
        return None
    newer = after_arrow(text)
    if newer is not None:
        text = without_i_am(newer) if each.kind in _WORDS else newer
    elif speaks_of_change(text) and each.kind not in _STRICT and not each.free:
        return Doubt(each.id, said.text, OLD_AND_NEW, said.line, proposal_for(each, text, reading.known))
    elif each.kind in _LISTS and is_dismissed(text) and any(sign.isdigit() or sign == "@" for sign in text):
        return Doubt(each.id, said.text, STRUCK_OUT, said.line, [], one_reading=True)
    elif each.kind in _LISTS and not nothing_said(text) and (speaks_of_change(text) or denies_one(text)):
        only = the_only_one(each, text, said.line, reading.known)
        return Doubt(each.id, said.text, OLD_AND_NEW, said.line, only, one_reading=bool(only))
    return as_labelled(said.label, read_value(each, text, said.line, reading.known))


def _typed_beneath(reading: _Reading, each: Field, said: Said, text: str) -> FieldValue | Doubt | None:
    """An answer typed on the line beneath one of ours that already held a value."""
    first = next(one for one in reading.form.fields if one.kind == each.kind)
    text = without_turn(text)
    if is_remark(text) or (each is first and same_as(text) == ()):
        return None  # "same number" below the telephone; below the fax it may be the telephone's
    read = read_value(each, text, said.line, reading.known)
    plain = len(text.split()) <= _MOST_WORDS and not text.rstrip().endswith((".", "!", "?"))
    certain = each.kind in _STRICT or (plain and not each.free)
    if isinstance(read, FieldValue) and certain and not speaks_of_change(text):
        return read
    only = the_only_one(each, text, said.line, reading.known)
    proposal = read.value if isinstance(read, FieldValue) else only
    return Doubt(each.id, said.text, TYPED_BENEATH, said.line, proposal, one_reading=bool(only))


def _read_shared(reading: _Reading, each: Field, said: Said) -> None:
    """Read "Tel./Fax: 2222-0000": one number is both; anything else is a question."""
    read = _read_one(reading, each, said)
    others = {reading.form.field(one).kind for one in said.label.fields}
    single = isinstance(read, FieldValue) and isinstance(read.value, list) and len(read.value) == 1
    if others == {"telephone"} and isinstance(read, FieldValue) and single:
        reading.take(each.id, replace(read, certainty="normalised"))
        return
    for doubt in asked_of_shared(reading.form, each, said, reading.known):
        reading.take(each.id, doubt)


def _date_beside_state(reading: _Reading, group: Group) -> None:
    """Take the date of "Estado: realizada el 12 de febrero de 2009" too, when no date has a line of its own."""
    date = next((each for each in reading.form.fields if each.kind == "window"), None)
    status = next((each for each in reading.form.fields if each.kind == "choice" and each.id in group.said), None)
    if date is None or status is None or date.id in group.said or len(group.said[status.id]) > 1:
        return
    said = group.said[status.id][0]
    dated = state_and_date(status, date, said.text, said.line, reading.known)
    if dated and status.id not in reading.values:  # "programada para mayo": no state within a sentence
        reading.doubts = [each for each in reading.doubts if each.field != status.id]
        reading.take(status.id, dated[0])
    if status.id not in reading.values:
        if _STANDS.search(said.text):
            reading.take(date.id, _dated_in_words(date, said, reading.known))
        return
    if (
        dated
        and isinstance(dated[1], FieldValue)
        and _lies_behind(status, reading.values[status.id], dated[1], reading)
    ):
        reading.take(date.id, Doubt(date.id, said.text, IN_A_SENTENCE, said.line, dated[1].value))
    elif dated:
        reading.take(date.id, dated[1])
    elif any(sign.isdigit() for sign in said.text):
        told = date_of_deed(status, date, said.text, said.line, reading.known)
        reading.take(date.id, told or _dated_in_words(date, said, reading.known))


def _lies_behind(status: Field, state: FieldValue, date: FieldValue, reading: _Reading) -> bool:
    """Tell whether "cancelada el 5 de marzo" names a day gone by: of what is not done, that is no day to hold it."""
    past = any(each.past and each.value == state.value for each in status.choices)
    return not past and is_over(date.value, date.said, reading.known)


def _dated_in_words(date: Field, said: Said, known: Known) -> Doubt | None:
    """The date of "se realizó el 12 de febrero en Belmopán" is proposed: it may be of something else."""
    when = read_value(date, said.text, said.line, known)
    if isinstance(when, FieldValue) and isinstance(when.value, Mapping) and when.value.get("end"):
        return Doubt(date.id, said.text, IN_A_SENTENCE, said.line, when.value, one_reading=True)
    return None


def _progress_beside_state(reading: _Reading, group: Group) -> None:
    """Take the percentage of "Estado: en proceso (60 %)" when nothing else stands there."""
    share = next((each for each in reading.form.fields if each.kind == "percentage"), None)
    status = next((each for each in reading.form.fields if each.kind == "choice" and each.id in group.said), None)
    if share is None or status is None or share.id in group.said or len(group.said[status.id]) > 1:
        return
    said = group.said[status.id][0]
    found = _PERCENT.search(said.text)
    if found and part_completed(status, said.text):
        reading.take(share.id, read_value(share, found.group(), said.line, reading.known))
        return
    state = read_value(status, _AROUND_PERCENT.sub(" ", said.text), said.line, reading.known)
    known = reading.values.get(status.id)
    if found and known and isinstance(state, FieldValue) and state.value == known.value:
        reading.take(share.id, read_value(share, found.group(), said.line, reading.known))


def _title_as_position(reading: _Reading, group: Group) -> None:
    """English "Title: Deputy Director" names a post: no form of address reads like that."""
    title = next((one for one in reading.form.fields if one.kind == "title"), None)
    if title is None or title.id not in group.said:
        return
    post = next((one for one in reading.form.fields if "job title" in one.synonyms), None)
    said = group.said[title.id][0]
    known = reading.values.get(title.id)  # "Name: Mr. X" may have told the form of address already
    if (known and known.said == said.text) or post is None or post.id in group.said or len(said.label.fields) > 1:
        return
    english = said.label.language == "en" or fold(said.label.words) == "title"
    if not english or is_title(said.text) or is_degree(said.text):
        return
    if len(said.text.split()) < 2 and not names_a_post(said.text):
        return
    if any(is_title(word) for each in said.text.split() if (word := each.strip(",;")).endswith(".")):
        return
    reading.doubts = [one for one in reading.doubts if one.field != title.id]
    reading.take(post.id, _as_normalised(_read_one(reading, post, said)))


def _role_as_position(reading: _Reading, group: Group) -> None:
    """Take "Función: Responsable de Relaciones Internacionales" as a post to ask about, where none is said."""
    post = next((one for one in reading.form.fields if "job title" in one.synonyms), None)
    roles = {one.id for one in reading.form.fields if any(choice.in_label for choice in one.choices)}
    asked = next((one for one in reading.doubts if one.field in roles and one.proposal is None), None)
    if post is None or asked is None or post.id in group.said or post_at(asked.said) != asked.said.strip(" ."):
        return
    reading.doubts = [one for one in reading.doubts if one is not asked]
    reading.take(
        post.id, Doubt(post.id, asked.said, POST_NOT_ROLE, asked.line, asked.said.strip(" ."), one_reading=True)
    )


def _as_normalised(read: FieldValue | Doubt | None) -> FieldValue | Doubt | None:
    return replace(read, certainty="normalised") if isinstance(read, FieldValue) else read
