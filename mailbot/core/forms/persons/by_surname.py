"""Who is told of by a form of address and one surname: "el Lic. Prueba se pensionó", "el compañero Ensayo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.fields import is_title
from mailbot.core.forms.naming.posts import POST_OPENS
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.persons.roles import IS_ROLE, role_at
from mailbot.core.forms.persons.runs import Run, persons_in
from mailbot.core.forms.persons.signers import signed_as, signer
from mailbot.core.forms.persons.told_entries import OF_A_PERSON
from mailbot.core.forms.persons.told_words import IS_SUBJECT, LEAVES
from mailbot.core.forms.persons.verb_first import denies
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Line

_CALLED = re.compile(r"(?<!\w)(?P<title>[^\W\d_]{1,12}\.?) (?=(?P<name>[A-ZÀ-Þ][\w'’-]+)(?! [A-ZÀ-Þ]))")
_COURTEOUS = frozenset(
    "senor senora senorita don dona companero companera colega colleague funcionario funcionaria".split()
)
_NO_NAME = re.compile(r"presidente?|vicepresident|gobernador|alcalde|rector|magistrad|vocal|general\b|nacional\b")
_THEY = re.compile(r"(?:él|ella|he|she|esta persona|dich[oa] \w+)\s+(?:ya )?", re.IGNORECASE)
_STILL_LISTED = re.compile(
    r"\b(?:aparece|figura|est[aá] (?:registrad|incluid)[oa]|(?:is )?(?:listed|shown)|appears|is on)\b", re.IGNORECASE
)
_FROM = re.compile(r"\s(?:de|del|desde|from)\b")
_OWN = frozenset({"new", "answer", "signature"})
_BEFORE_VERB = re.compile(r"\s*,?\s*(?:(?:who|quien|que)\s*)?", re.IGNORECASE)
REPLACES = "replaces"
_LONGEST = 600


def called_in(text: str) -> Iterator[Run]:
    """Yield who is called by a form of address and a surname alone, which is no post: "la Licda. Muestra"."""
    for found in _CALLED.finditer(text[:_LONGEST]):
        title, name = found["title"], fold(found["name"])
        polite = fold(title) in _COURTEOUS
        if (polite or is_title(title)) and not (
            POST_OPENS.match(name) or _NO_NAME.match(name) or found["name"].isupper()
        ):
            yield Run("" if polite else title, found["name"], found.start(), found.end("name"))


def called_before(text: str) -> Run | None:
    """Return who is so called at the end of a text, before a verb: "Ms. Sample"."""
    last = next((each for each in reversed([*called_in(text)]) if _BEFORE_VERB.fullmatch(text, each.end)), None)
    return last if last and not any(each.end > last.start for each in persons_in(text)) else None


def role_of_called(clause: str) -> tuple[Run, str] | None:
    """Return who is so called and has a role by the words behind: "la Licda. Muestra continúa como punto focal"."""
    for run in called_in(clause):
        role = IS_ROLE.match(clause[run.end :].lstrip(" ,"))
        ahead = clause[: run.start]
        if role and IS_SUBJECT.fullmatch(ahead) and not denies(ahead, clause[run.end :]):
            return run, role_at(role)
    return None


def leaver_listed(clause: str, before: str) -> Run | None:
    """Return who left by "Él fue trasladado a …" behind "en la lista todavía aparece el compañero Prueba"."""
    they = _THEY.match(clause)
    leaves = LEAVES.search(clause) if they else None
    if they is None or leaves is None or leaves.start() > they.end() or _FROM.match(clause, leaves.end()):
        return None
    named = [*persons_in(before)] or [*called_in(before)]
    return named[0] if len(named) == 1 and _STILL_LISTED.search(before) else None


def with_whole_names(entries: tuple[Entry, ...], lines: Sequence[Line], sender: str, form: Form) -> tuple[Entry, ...]:
    """Return the entries with the whole name of who is called by a surname, where one is told elsewhere in the letter.

    Who signs is nobody of whom others tell that they left.  ``sender``: the name and address under From.
    """
    key = key_field(form)
    called = [each for each in entries if key and " " not in (_name(each, key.id) or " ")]
    if key is None or not called:
        return entries
    own = [line for line in lines if line.label in _OWN]
    signed = signer(lines, sender)
    writer = signed_as(signed)[1] if signed else ""
    named = {
        run.name for line in own if not is_person(line.text.strip(" .,")) for run in persons_in(line.text[:_LONGEST])
    }
    others = {_name(each, key.id): each for each in entries if each not in called}
    settled: list[Entry] = []
    for entry in entries:
        leaves = any(each.field == form.no_change_field and each.proposal == "leave" for each in entry.doubts)
        names = {*named, *others} - {writer} if leaves else {*named, *others, writer}
        whole = [each for each in names if _name(entry, key.id) in each.split()[1:]] if entry in called else []
        other = others.get(whole[0]) if len(whole) == 1 else None
        if len(whole) != 1 or (other and leaves):
            settled.append(entry)
        elif other is None:
            doubts = (
                replace(each, said=whole[0], proposal=whole[0]) if each.field == key.id else each
                for each in entry.doubts
            )
            settled.append(replace(entry, doubts=tuple(doubts)))
    return tuple(settled)


def with_replaced_in_full(entries: tuple[Entry, ...], form: Form) -> tuple[Entry, ...]:
    """Return the entries with the whole name of whom somebody replaces, where another entry of the letter has it.

    "En sustitución de la Licda. Probanza Tot" is told below "la Licda. Iris Probanza Tot dejó de laborar".
    """
    key = key_field(form)
    names = {_shown_name(each, key.id) for each in entries} - {""} if key else set()
    if len(entries) < 2 or not names:
        return entries
    return tuple(replace(each, doubts=tuple(_in_full(one, names) for one in each.doubts)) for each in entries)


def _in_full(doubt: Doubt, names: set[str]) -> Doubt:
    if doubt.field != REPLACES or not isinstance(doubt.proposal, str) or doubt.proposal in names:
        return doubt
    words = doubt.proposal.split()
    whole = [
        each for each in names if each.split()[1:][-len(words) :] == words or each.split()[1 : 1 + len(words)] == words
    ]
    return replace(doubt, proposal=whole[0]) if len(whole) == 1 else doubt


def _shown_name(entry: Entry, key: str) -> str:
    told = next((str(each.proposal or "") for each in entry.doubts if each.field == key), "")
    return str(entry.fields[key].value) if key in entry.fields else told


def _name(entry: Entry, key: str) -> str:
    """The name that a sentence told of a person, or that a field holds."""
    told: Doubt | None = next((each for each in entry.doubts if each.field == key and each.why == OF_A_PERSON), None)
    return str(told.proposal or "") if told else str(entry.fields[key].value) if key in entry.fields else ""
