"""A person told of in a sentence, and the entry of doubts that comes of it: all of it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.references import same_as, with_extensions
from mailbot.core.forms.persons.absence import is_only_away
from mailbot.core.forms.persons.parted import settled
from mailbot.core.forms.persons.reach import reached
from mailbot.core.forms.persons.runs import Run
from mailbot.core.forms.persons.told_words import AS_BEFORE, BUT_FOR
from mailbot.core.forms.taking.extensions import only_extension, telephone_of, with_extension
from mailbot.core.forms.taking.pointed import POINTS_ELSEWHERE
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Bilingual, Doubt, Entry, Field, FieldValue, Known

OF_A_PERSON = Bilingual(
    "Una frase habla de esta persona: ¿es así como debe quedar en la lista?",
    "A sentence speaks of this person: is this how the list should have it?",
)
_CONTACT = re.compile(
    r"\b(?:(?:nuestro|nuestra|el|nuevo|persona de|punto de) contacto\b(?! con)|(?:our|the"
    r"|new) contact\b(?! (?:with|list|details|information|data)\b)|contact (?:point|person)"
    r"|point of contact)",
    re.IGNORECASE,
)
_SAME_NUMBER = re.compile(
    r"\b(?:(?:el |al )?mismo (?:n[uú]mero(?: de tel[eé]fono)?|tel[eé]fono|conmutador)|(?:la )?misma (?:central|planta)"
    r"|(?:the )?same (?:(?:tele)?phone(?: number)?|number|switchboard))"
    r"(?:,? (?:y |con |pero |and |with |but )?(?:la |the )?ext(?:ensi[oó]n|ension|\.)?:? ?(?P<extension>\d{1,6})\b)?",
    re.IGNORECASE,
)
_TOLD_ROLES = {"focal-point", "alternate"}  # of the rest only who is called a contact


@dataclass(frozen=True, slots=True)
class Told:
    """One person a sentence tells of.

    ``change`` is leave, new or ""; ``reach`` are the words of the clause behind the name.
    """

    run: Run
    line: int
    said: str
    change: str = ""
    role: str = ""
    replaces: str = ""
    reach: str = ""
    succeeded: bool = False  # who comes instead is said elsewhere
    presented: bool = False  # "la Licda. X es Directora de Visas": of the list where it says how to reach her
    redirected: bool = False  # "para este tema favor dirigirse a …": as presented, where nobody is only away
    covers: bool = False  # stands in for somebody who is away: as presented
    as_before: bool = False  # "los datos del Lic. X siguen sin cambios": no more is told of them
    wished: bool = False  # "favor retirar a …": what is to be done with the list, no news of the person


def entries_told(told: Sequence[Told], labels: Labels, known: Known) -> list[Entry]:
    """Return one entry of doubts for each person told of."""
    real = (each for each in told if each.change != "leave" or each.wished or not is_only_away(each.said))
    found: list[Entry] = []
    line = 0
    for each in real:
        entry = _entry(each, labels, known)
        if found and each.line == line:
            entry = _with_same_number(entry, found[-1], each, labels)
        found += [entry] if entry.doubts else []
        line = each.line
    return found


def _with_same_number(entry: Entry, before: Entry, told: Told, labels: Labels) -> Entry:
    """Return an entry with the one number of the person before, to which the sentence points: "mismo teléfono"."""
    phone = telephone_of(labels.form)
    same = _SAME_NUMBER.search(told.reach)
    number = next((each.proposal for each in before.doubts if each.field == phone), None)
    if same is None or any(each.field == phone for each in entry.doubts):
        return entry
    if not isinstance(number, list) or len(number) != 1:
        return entry
    extension = same["extension"]
    value = with_extensions([number[0].partition(";")[0]], [extension]) if extension else number
    doubt = Doubt(phone, same[0], OF_A_PERSON, told.line, value, one_reading=True)
    return replace(entry, doubts=(*entry.doubts, doubt), missing=tuple(each for each in entry.missing if each != phone))


def _entry(told: Told, labels: Labels, known: Known) -> Entry:
    doubts: dict[str, Doubt] = {}
    for each in doubts_of(told, labels, known):
        doubts.setdefault(each.field, each)
    as_before = _is_as_before(told, doubts)
    change = next((each.id for each in labels.form.fields if each.id == "change"), "")
    if as_before and change:
        doubts = {change: Doubt(change, told.said, OF_A_PERSON, told.line, "none", one_reading=True), **doubts}
    required = () if told.change == "leave" or as_before else tuple(e.id for e in labels.form.fields if e.required)
    return Entry(labels.form.id, {}, tuple(each for each in required if each not in doubts), tuple(doubts.values()))


def _is_as_before(told: Told, doubts: Mapping[str, Doubt]) -> bool:
    """Tell whether somebody only stays: "la Licda. X continúa como punto focal, sin cambios"."""
    words = f"{told.said} {told.reach}"
    stays = not told.change and bool(told.run.name) and doubts.keys() <= {"title", "name", "role"}
    if told.as_before:
        return stays and not BUT_FOR.search(told.said)
    return stays and AS_BEFORE.search(words) is not None and not BUT_FOR.search(words)


def doubts_of(told: Told, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield what a sentence tells of a person, field by field, each to be asked."""
    run, leaves = told.run, told.change == "leave"
    run = settled(run)
    words = {"title": run.title, "name": run.name, "position": "" if leaves else run.position}
    words |= {} if leaves else {"institution": run.institution, "unit": run.unit, "replaces": told.replaces}
    for field in labels.form.fields:
        if field.id == "change" and told.change:
            yield Doubt(field.id, told.said, OF_A_PERSON, told.line, told.change, one_reading=True)
        elif (
            field.id == "role"
            and (told.role in _TOLD_ROLES or (told.role == "contact" and (told.wished or _CONTACT.search(told.said))))
            and not leaves
        ):
            yield Doubt(field.id, told.said, OF_A_PERSON, told.line, told.role, one_reading=True)
        elif words.get(field.id):
            yield from _proposed(field, words[field.id], told, known, sure=field.id != "position" or run.sure)
    reach = dict(reached(told.reach, labels))
    fields = [each for each in labels.form.fields if reach.get(each.id)]
    ways = {one.field: one for each in fields for one in _proposed(each, reach[each.id], told, known)}
    if telephone_of(labels.form) in ways:
        ways = with_extension(ways, [told.reach], labels.form)
    else:
        ways |= only_extension([(told.line, told.reach)], labels.form, None)
    yield from ways.values()


def _proposed(field: Field, words: str, told: Told, known: Known, *, sure: bool = True) -> Iterator[Doubt]:
    if same_as(words) is not None:
        yield Doubt(field.id, words, POINTS_ELSEWHERE, told.line)
        return
    read = read_value(field, words, told.line, known)
    if isinstance(read, FieldValue) and read.value:
        yield Doubt(field.id, words, OF_A_PERSON, told.line, read.value, one_reading=sure)
    elif isinstance(read, Doubt):
        yield replace(read, one_reading=read.one_reading and field.kind == "telephone")
