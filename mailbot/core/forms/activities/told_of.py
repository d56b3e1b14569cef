"""What a sentence tells of an activity: state, progress, date, who is in charge, what came of it.

All of it is a proposal with the reading to offer, never a value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.fields.choices import state_of_share
from mailbot.core.fields.percentages import SHARE, offered
from mailbot.core.fields.percentages import told_in as percentage_in
from mailbot.core.forms.activities.beside_state import came_of_it, in_charge
from mailbot.core.forms.activities.clauses import main_clause
from mailbot.core.forms.activities.deeds import deed_in
from mailbot.core.forms.activities.state_words import state_told
from mailbot.core.forms.activities.status_lines import UNSURE
from mailbot.core.forms.activities.when_told import date_told
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE, NO_STATE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.block import NO_LABEL
from mailbot.core.forms.taking.dated import date_to_come, is_of_another_day, without_by_now
from mailbot.core.forms.taking.moved import MOVED, NOT_BEFORE, held_then, put_off_to, slipped, without_meant
from mailbot.core.forms.taking.values import part_completed, read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known

_PART = re.compile(r"[,;:]\s|\s(?:y|and)\s(?!\d)")
_BEFORE_DATE = re.compile(
    r"\b(?:a|al|(?<!desde )el|(?<!desde )los|desde(?=.* hasta )|en|para|hasta|durante|entre|del|by|on|in|until"
    r"|during|to|for)\s|\((?=\d)",
    re.IGNORECASE,
)
# A date in figures, and whether a word stands before it that leads to a day of the activity itself.
_IN_FIGURES = re.compile(
    r"(?:\b(?:to|on|for|until|till|by|el|al?|para|hasta|d[ií]a)\s+(?:el\s)?(\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d)"
    r"|\d{1,2}[/.-]\d{1,2}"
    r"[/.-]\d{2,4})(?![\d/])",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:siguen? en pie|se mantienen?|still planned|stands)\b")
_HAPPENED = re.compile(
    r"(?<!no )\b(?:was held|took place|se (?:realizo|celebro|llevo a cabo|efectuo)|fue(?:ron)? \w+[ao]s?)\b"
)
_NO = re.compile(r"\s(?:no|not|sin)\s", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|did not|cancel\w*|anulad\w*|suspend\w*)\b")
# "Tuvimos que cancelar", "we had to postpone", "se decidió aplazar": it is.
_HAD_TO = re.compile(
    r"\b(?:tuv(?:o|ieron|imos) que|hubo que|(?:nos|se) vi(?:mos|o|eron) (?:obligad[oa]s? a"
    r"|en la necesidad de|forzad[oa]s? a)|fue (?:necesario|preciso)"
    r"|(?:se|hemos|ha|han) (?:ha )?(?:decidi(?:ó|o|do)|acord(?:ó|ado)|resolvi(?:ó|o)|resuelto)|decidi(?:mos|eron)"
    r"|acord(?:amos|aron)|(?:had|decided|agreed) to|(?:was|were) (?:forced|obliged|compelled) to)\s"
    r"(?:(?P<off>cancel\w*)|(?:posponer|aplazar|postergar|reprogramar|diferir|postpone|reschedule"
    r"|defer))(?=l[ao]s?\b|se\b|\b)",
    re.IGNORECASE,
)
_DECIDED = re.compile(rf"{MOVED.pattern}|\b(?:cancel|anul|suprim|called off|will not|no se (?:realiz|celebr|llev)ar)")


def told_of(sentence: str, line: Loose, form: Form, known: Known, about: Sequence[str] = ()) -> dict[str, Doubt]:
    """Return field → doubt with its reading; a state that no word of ours says is a doubt without one.

    ``about``: the activities' names in the sentence; a "no" within denies nothing ("menores no acompañados").
    """
    told = main_clause(sentence)
    of_state = told
    for name in about:
        of_state = of_state.replace(name, _NO.sub(" ", name), 1)
    found: dict[str, FieldValue] = {}
    doubts: dict[str, Doubt] = {}
    for each in form.fields:
        read = _read(each, told, of_state, line, known)
        if isinstance(read, FieldValue):
            found[each.id] = replace(read, said=sentence, line=line.line)
        elif each.kind == "window" and (moved := put_off_to(each, told, line.line, known)):
            doubts[each.id] = replace(moved, said=sentence)
        elif each.kind == "window" and (day := _day_to_ask(each, told, line, known)):
            doubts[each.id] = replace(day, said=sentence)
        elif each.kind == "choice" and (later := slipped(each, of_state, line.line)):
            doubts[each.id] = replace(later, said=sentence)
        elif each.kind == "choice" and about and (state := _in_other_words(each, of_state)):
            found[each.id] = FieldValue(state, sentence, line.line, "normalised")
        elif each.kind == "choice" and UNSURE.search(fold(of_state)):
            doubts[each.id] = Doubt(each.id, sentence, NO_STATE, line.line)
    early = date_to_come(form, found, known)
    offered = {
        name: Doubt(name, read.said, FROM_A_SENTENCE, read.line, read.value, one_reading=name != "result")
        for name, read in found.items()
    }
    return {**offered, **doubts, **({early.field: early} if early else {})}


def with_deed(doubts: dict[str, Doubt], sentence: str, line: Loose, form: Form) -> dict[str, Doubt]:
    """Offer a state for a deed told by its verb, where no word of a state stands."""
    status = next((each for each in form.fields if each.kind == "choice"), None)
    deed = deed_in(status, main_clause(sentence)) if status and status.id not in doubts else None
    if deed is None or status is None:
        return doubts
    return {**doubts, status.id: Doubt(status.id, sentence, FROM_A_SENTENCE, line.line, deed, one_reading=True)}


def with_state_told(entry: Entry, loose: Sequence[Loose], form: Form, known: Known) -> Entry:
    """Offer the state that a line near the labels tells in one of its clauses: "está retrasada, la nueva fecha …"."""
    status = next((each for each in form.fields if each.kind == "choice" and form.subject_of == "activity"), None)
    if status is None or status.id in entry.fields:
        return entry
    if before := next((each for each in entry.doubts if each.field == status.id), None):
        return _with_day_of_its_own(entry, status, before, form, known)
    told = ((line, _state_first(status, line.text, known)) for line in loose if not is_courtesy(line.text))
    for line, state in told:
        if state is not None:
            doubt = Doubt(status.id, line.text, NO_LABEL, line.line, state.value, one_reading=True)
            missing = tuple(each for each in entry.missing if each != status.id)
            more = _more_told(entry, line, form, known, status, state.value)
            return replace(entry, missing=missing, doubts=(*entry.doubts, doubt, *more))
    return entry


def _with_day_of_its_own(entry: Entry, status: Field, state: Doubt, form: Form, known: Known) -> Entry:
    """Read the day of a line of several sentences again: a later one may be of something else."""
    kept: list[Doubt] = []
    for each in entry.doubts:
        field = form.field(each.field)
        again = field.kind == "window" and each.why == NO_LABEL and len(clauses(each.said)) > 1
        line = Loose(each.said, each.line)
        kept += date_told(field, status, each.said, line, known, state.proposal) if again else [each]
    return replace(entry, doubts=tuple(kept))


def _state_first(status: Field, text: str, known: Known) -> FieldValue | None:
    """The one state of a line, else the one of its first sentence: "is delayed. The list will be submitted by …"."""
    first, *others = clauses(text)
    return _state(status, text, known) or (_state(status, first, known) if others else None)


def _more_told(entry: Entry, line: Loose, form: Form, known: Known, status: Field, state: object) -> list[Doubt]:
    """The share and the day told beside a state, where nothing says one: "… is under way; 60 % has been completed"."""
    said = {*entry.fields, *(each.field for each in entry.doubts)}
    told = told_of(line.text, line, form, known)
    for each in form.fields:
        if each.kind == "window" and len(clauses(line.text)) > 1:  # a later sentence may be of something else
            told.pop(each.id, None)
            told |= {one.field: one for one in date_told(each, status, line.text, line, known, state)}
    kinds = {"percentage", "window"}
    return [told[each.id] for each in form.fields if each.kind in kinds and each.id in told and each.id not in said]


def with_share_as_state(doubts: dict[str, Doubt], form: Form) -> dict[str, Doubt]:
    """Offer "in progress" for "lleva un avance del 60 %", where nothing is said of the state."""
    status = next((each for each in form.fields if each.kind == "choice"), None)
    share = next((doubts[each.id] for each in form.fields if each.kind == "percentage" and each.id in doubts), None)
    told = state_of_share(status, share.proposal, share.said) if status and share else None
    if status is None or share is None or status.id in doubts or told is None:
        return doubts
    offered = Doubt(status.id, share.said, FROM_A_SENTENCE, share.line, told, one_reading=True)
    return {**doubts, status.id: offered}


def _read(each: Field, told: str, of_state: str, line: Loose, known: Known) -> FieldValue | None:
    if each.kind == "choice":
        decided = _HAD_TO.sub(lambda found: "cancelada" if found["off"] else "pospuesta", of_state)
        return _state(each, decided, known)
    if each.kind == "percentage":
        words = percentage_in(told)
        share = offered(each, words, line.line, known) if words else None
        return FieldValue(share, told, line.line, "normalised") if share is not None else None
    if each.kind == "window":
        moved = put_off_to(each, told, line.line, known)
        return None if moved else _date(each, SHARE.sub(" ", told), line, known, off=_off(fold(of_state)))
    return _words(each, told, line)


def _in_other_words(status: Field, told: str) -> str | None:
    """The state of words that the rules do not list: "the forum has been put back", "arrancó"."""
    folded = fold(told)
    state = state_told(folded) if not UNSURE.search(folded) else None
    return state if any(each.value == state for each in status.choices) else None


def _words(each: Field, told: str, line: Loose) -> FieldValue | None:
    """Who is in charge, and who took part, as the sentence says it."""
    words = {"responsible": in_charge, "result": came_of_it}.get(each.id, _nothing)(told)
    return FieldValue(words, told, line.line, "normalised") if words else None


def _nothing(_told: str) -> None:
    return None


def _state(status: Field, told: str, known: Known) -> FieldValue | None:
    """The one state a sentence, or a part of it between commas, tells; beside what did not happen only a decision."""
    whole = _state_in(status, told, known)
    if whole:
        return whole
    parts = re.split(r"[,:;]\s|\s(?:y|and|pero|but)\s", told)
    unsure = any(not isinstance(read_value(status, one, 0, known), FieldValue) for one in UNSURE.findall(fold(told)))
    found = {
        read.value: read
        for part in parts
        if (read := _state_in(status, part, known)) and (not unsure or _DECIDED.search(fold(part)))
    }
    if not found and not unsure and (part_done := part_completed(status, told)):
        return FieldValue(part_done, told, 0, "normalised")
    return next(iter(found.values())) if len(found) == 1 else None


def _state_in(status: Field, words: str, known: Known) -> FieldValue | None:
    read = read_value(status, words, 0, known)
    if isinstance(read, Doubt) and read.proposal is not None:
        return FieldValue(read.proposal, words, 0, "normalised")
    return read if isinstance(read, FieldValue) else None


def _date(field: Field, told: str, line: Loose, known: Known, *, off: bool) -> FieldValue | None:
    """The one date of a sentence: of the whole, else of the end of one of its parts, "… a finales de junio".

    Of what is put off it is the date behind that word: "prevista para marzo, se pospone para abril"; of what
    did not or will not happen there is none.
    """
    told = held_then(without_by_now(without_meant(told)))
    folded = fold(told)
    moved = MOVED.search(folded)
    if moved and len(folded) == len(told):
        told = told[moved.start() :]
    elif not moved and (off or is_of_another_day(folded)) and not _HAPPENED.search(folded):
        return None
    from_on = NOT_BEFORE.search(told)
    whole = _dated(field, told[from_on.start() :] if from_on else told, line, known, since=from_on is not None)
    if whole is not None or from_on:
        return whole
    ends = []
    for part in _PART.split(told):
        tails = (part[found.start() :] for found in _BEFORE_DATE.finditer(part))
        ends += [dated for tail in tails if (dated := _dated(field, tail.rstrip(" )."), line, known))][:1]
    return ends[0] if len(ends) == 1 else None


def _day_to_ask(date: Field, told: str, line: Loose, known: Known) -> Doubt | None:
    """The question about the one date in figures of a sentence, "postponed to 05/06/2009"."""
    told = without_by_now(without_meant(told))
    figures = _IN_FIGURES.findall(told)
    if len(figures) != 1 or not figures[0] or is_of_another_day(fold(told)):
        return None
    read = read_value(date, figures[0], line.line, known)
    return read if isinstance(read, Doubt) else None


def _off(folded: str) -> bool:
    return _NOT.search(folded) is not None and not _PLANNED.search(folded)


def _dated(field: Field, words: str, line: Loose, known: Known, *, since: bool = False) -> FieldValue | None:
    """The days that words say; those without an end only where they say so themselves, "a partir del 4 de mayo"."""
    read = read_value(field, words.rstrip(" .") if since else words, line.line, known)
    dated = isinstance(read, FieldValue) and isinstance(read.value, dict) and (since or read.value.get("end"))
    return read if dated and isinstance(read, FieldValue) else None
