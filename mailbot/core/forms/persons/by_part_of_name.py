"""Roles that sentences give to people by a part of their names: "La abogada Prueba es el punto focal".

Whose form stands in the same letter is named again in short; the role is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.fields import is_title
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.roles import HOLDER_ALONE, ROLE_ALONE, role_at
from mailbot.core.forms.persons.told_entries import OF_A_PERSON, Told
from mailbot.core.forms.persons.told_persons import persons_told
from mailbot.core.forms.persons.told_words import has_cue
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form

_ROLES = frozenset({"focal-point", "alternate"})
_LEARNED = r"licenciad[oa]|ingenier[oa]|doctora?|abogad[oa]|maestr[oa]|arquitect[oa]|profesora?"
_CALLED = re.compile(
    rf"(?<![\w.])(?:(?P<title>(?i:{_LEARNED}|señor(?:a|ita)?|don|doña|compañer[oa]|colega"
    r"|(?:lic(?:da|do)?|ing|dra?|ab[gog]g?|mtr[oa]|arq|cr[oa]|sra?|srta|mrs?|ms|miss|[^\W\d_]{2,5}\.)\.?)\s+))?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]{2,30}(?:\s+(?:(?:de|del|de la|la)\s+)?[A-ZÀ-Þ][\w'’-]{2,30}){0,3})"
)
_OTHER_CAPITALS = re.compile(r"[A-ZÀ-Þ]\S*\s+(?:(?:de|del|la|y)\s+){0,2}$")
_NO_ROLE = re.compile(
    r"\b(?:no|not|nunca|never|ya no|anterior|former|hasta|until|si|if|cuando|when)\b|\?", re.IGNORECASE
)
_ANYBODY = "Lic."  # a form of address shows the reader of persons where a name begins
_LONGEST = 600
_MOST = 12  # people of a letter whose names are looked for
_POLITE = frozenset("senor senora senorita don dona companero companera colega sr sra srta mr ms mrs miss".split())


def with_roles_by_part_of_name(entries: tuple[Entry, ...], loose: Sequence[Loose], form: Form) -> tuple[Entry, ...]:
    """Return the entries with the role that the one sentence about each gives it, as a doubt."""
    key = key_field(form)
    role = next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)
    if key is None or role is None or not 0 < len(entries) <= _MOST:
        return entries
    title = next((each.id for each in form.fields if each.kind == "title"), "")
    entries = _without_named_again(entries, key.id, role.id, title)
    names = [_said(each, key.id) for each in entries]
    if not any(names):
        return entries
    titles = [_said(each, title) for each in entries]
    told: dict[int, set[tuple[str, str, int]]] = {}
    for line in loose:
        for clause in clauses(line.text[:_LONGEST]) if has_cue(line.text[:_LONGEST]) else ():
            for place, value in _roles_of(clause, names, titles):
                told.setdefault(place, set()).add((value, clause, line.line))
    return tuple(_with_role(each, role.id, told.get(place, set())) for place, each in enumerate(entries))


def _without_named_again(entries: tuple[Entry, ...], key: str, role: str, title: str) -> tuple[Entry, ...]:
    """Join "Punto focal: Abg. Prueba" below the data of an Ana Prueba with these: it says no more than her role."""
    short = [each for each in entries if not each.doubts and {key, role} <= each.fields.keys() <= {key, role, title}]
    joined = {place: each for place, each in enumerate(entries) if each not in short}
    kept: dict[int, Entry] = {}
    for place, each in enumerate(entries):
        words = set(fold(_said(each, key)).split()) if each in short else set()
        whose = [other for other, one in joined.items() if words and words <= set(fold(_said(one, key)).split())]
        own = joined[whose[0]] if len(whose) == 1 else None
        if own and not _said(own, role) and _is_of(_said(each, title), _said(own, title)):
            value = each.fields[role]
            told = (str(value.value), value.said, value.line)
            joined[whose[0]] = _with_role(own, role, {told})
        elif each in short:
            kept[place] = each
    return tuple(each for _, each in sorted({**joined, **kept}.items(), key=lambda pair: pair[0]))


def _with_role(entry: Entry, role: str, told: set[tuple[str, str, int]]) -> Entry:
    known = role in entry.fields or any(each.field == role for each in entry.doubts)
    if known or len({value for value, *_ in told}) != 1:
        return entry
    value, said, line = min(told, key=lambda each: each[2])
    return replace(entry, doubts=(*entry.doubts, Doubt(role, said, OF_A_PERSON, line, value, one_reading=True)))


def _roles_of(clause: str, names: Sequence[str], titles: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the place of each entry that a clause gives a role to, with the role."""
    if _NO_ROLE.search(clause):
        return
    whole, meant = _with_whole_names(clause, names, titles)
    told = persons_told([Loose(whole, 0)]) if meant else ()
    of_name = {fold(names[place]): place for place in meant}
    found = {of_name[name]: each.role for each in told if (name := fold(each.run.name)) in of_name and _plain(each)}
    if not found and len(meant) == 1:
        alone = _role_alone(whole, names[meant[0]])
        found = {meant[0]: alone} if alone else {}
    yield from found.items()


def _plain(told: Told) -> bool:
    return told.role in _ROLES and not (told.change or told.wished)


def _role_alone(clause: str, name: str) -> str:
    """The role in "El suplente, el Ing. Luis Ensayo" and in "el Ing. Luis Ensayo, suplente", which have no verb."""
    ahead, _, behind = clause.partition(name)
    ahead, bare = ahead.strip().rpartition(" ")[0], re.sub(r"\W+$", "", behind)
    holder = HOLDER_ALONE.fullmatch(f" {ahead} ") if not bare else None
    found = holder or (ROLE_ALONE.fullmatch(behind) if len(ahead.split()) <= 1 else None)
    value = role_at(found) if found else ""
    return value if value in _ROLES else ""


def _with_whole_names(clause: str, names: Sequence[str], titles: Sequence[str]) -> tuple[str, list[int]]:
    """Return a clause with the whole names of those it calls by a part, and the places of these; two are none."""
    meant: list[int] = []

    def whole(found: re.Match[str]) -> str:
        place = _place_of(found, names, titles)
        if place is None or place in meant or (not found["title"] and _OTHER_CAPITALS.search(clause[: found.start()])):
            return found.group()
        meant.append(place)
        return f"{titles[place] or _ANYBODY} {names[place]}"

    return _CALLED.sub(whole, clause), meant


def _place_of(found: re.Match[str], names: Sequence[str], titles: Sequence[str]) -> int | None:
    """The one entry whose name holds all the words that somebody is called by."""
    title = fold(found["title"] or "").strip(" .")
    if title and not (title in _POLITE or re.fullmatch(fold(_LEARNED), title) or is_title(found["title"].strip())):
        return None
    words = fold(found["name"]).split()
    fitting = [place for place, name in enumerate(names) if name and set(words) <= set(fold(name).split())]
    place = fitting[0] if len(fitting) == 1 else None
    return place if place is not None and _is_of(title, titles[place]) else None


def _is_of(called: str, title: str) -> bool:
    """Tell whether who is called "ingeniero" may have the title of an entry: "Ing." or none, but not "Abg."."""
    said, own = fold(called).strip(" ."), fold(title).strip(" .")
    return said in {*_POLITE, ""} or own in {*_POLITE, ""} or own[:1] == said[:1]


def _said(entry: Entry, field: str) -> str:
    """The value of a field, sure or proposed."""
    if field in entry.fields:
        return str(entry.fields[field].value)
    return next((str(each.proposal) for each in entry.doubts if each.field == field and each.proposal), "")
