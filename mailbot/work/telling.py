"""What an entry came to, and how letters tell it."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.core.authority import Verdict
from mailbot.core.changes import (
    Change,
    FieldChanged,
    Planned,
    valid_from,
)
from mailbot.core.fields import show
from mailbot.core.letters.facts import EntryOutcome, FieldChange
from mailbot.core.records import Participant
from mailbot.core.values import Bilingual, Doubt, Entry, Form, Problem
from mailbot.work import delegation


@dataclass(frozen=True, slots=True)
class Judged:
    """One entry with its plan and the verdict on it."""

    entry: Entry
    planned: Planned
    verdict: Verdict | None  # None: nothing to decide, only problems


def problems_of(judged: Judged) -> tuple[Problem, ...]:
    """Return what the person is asked to mend: doubts of the reading and of the plan."""
    doubts = tuple(_problem_of(doubt) for doubt in judged.entry.doubts)
    return (*doubts, *judged.planned.problems)


def _problem_of(doubt: Doubt) -> Problem:
    return Problem(
        doubt.field,
        doubt.said,
        doubt.why,
        Bilingual("Escríbalo de nuevo en esa línea, por favor.", "Please write it again on that line."),
        doubt.line,
    )


def subject_words(judged: Judged, participant: Participant) -> Bilingual:
    """Name the contact or activity an entry is about."""
    change = judged.planned.change
    if change is not None and change.meeting is not None:
        return delegation.about(change)
    if change is not None and change.activity is not None:
        title = change.activity.title
        code = change.activity.code
        return Bilingual(f"{code}: {title.es}", f"{code}: {title.en}")
    if change is not None and change.indicator is not None:
        indicator = change.indicator
        return Bilingual(f"{indicator.code}: {indicator.name.es}", f"{indicator.code}: {indicator.name.en}")
    if change is not None and change.what == "proposal":
        proposed_title = str(change.after["title"])
        return Bilingual(f"{proposed_title}, {participant.name.es}", f"{proposed_title}, {participant.name.en}")
    contact = change.contact if change is not None else None
    said = judged.entry.fields.get("name") or judged.entry.fields.get("activity")
    name = contact.name if contact else (str(said.value) if said else "")
    place = participant.name
    return Bilingual(f"{name}, {place.es}", f"{name}, {place.en}") if name else place


def _told_fields(change: Change, form: Form) -> tuple[FieldChanged, ...]:
    told = change.fields
    if change.what == "leave":
        told = (FieldChanged("change", "", "leave"),)
    if change.replaces is not None:
        told = (*told, FieldChanged("replaces", "", change.replaces.name))
    known = {"withheld", *(field.id for field in form.fields)}
    return tuple(each for each in told if each.field in known)


def _told(form: Form, changed: FieldChanged) -> FieldChange:
    if changed.field == "withheld":
        return FieldChange(NOT_PUBLISHED, _labels(form, changed.before), _labels(form, changed.after))
    field = form.field(changed.field)
    nothing = Bilingual("", "")
    before = nothing if changed.before in (None, "", []) else show(field, changed.before)
    after = nothing if changed.after in (None, "", []) else show(field, changed.after)
    return FieldChange(field.label, before, after)


NOT_PUBLISHED = Bilingual("No se publica", "Not published")


def _labels(form: Form, fields: object) -> Bilingual:
    """Return the labels of withheld fields."""
    names = [form.field(str(each)).label for each in fields] if isinstance(fields, list) else []
    return Bilingual(", ".join(each.es for each in names), ", ".join(each.en for each in names))


def told_of(change: Change, form: Form) -> tuple[FieldChange, ...]:
    """Return the fields of a change as a letter tells them."""
    return tuple(_told(form, each) for each in _told_fields(change, form))


def held_words(judged: Judged, participant: Participant, why: Bilingual) -> Bilingual:
    """Say in one sentence what an entry is about and why it is held."""
    about = subject_words(judged, participant)
    return Bilingual(f"{about.es}: {why.es}", f"{about.en}: {why.en}")


def proposed(judged: Judged, form: Form, outcome: str, why: Bilingual | None) -> EntryOutcome:
    """Tell an entry that is not applied now: asked, held or refused."""
    change = judged.planned.change
    changes: tuple[FieldChange, ...] = ()
    if change is not None:
        changes = tuple(_told(form, each) for each in _told_fields(change, form))
    place = change.participant if change else None
    about = subject_words(judged, place) if place else _said_about(judged, form)
    return EntryOutcome(about, outcome, changes, problems_of(judged), (), why, valid_from(judged.entry))


def _said_about(judged: Judged, form: Form) -> Bilingual:
    """Name what an entry without a change is about, by its own words."""
    named = {each.field: each.proposal or each.said for each in judged.entry.doubts}
    named |= {name: said.value for name, said in judged.entry.fields.items()}
    required = [field.id for field in form.fields if field.required]
    words = next((str(named[key]) for key in ("name", "activity", *required) if named.get(key)), "")
    return Bilingual(words, words) if words else form.title
