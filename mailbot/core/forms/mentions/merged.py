"""What the mentions of a letter add to what other rules have read in its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.found import Found, told_for
from mailbot.core.forms.mentions.sense import is_mine, is_of_myself
from mailbot.core.forms.mentions.told import Mentioned, bare, entries_of_mentions
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.said import Item, Loose
from mailbot.core.values import Doubt, Entry, Form, Known

_THEIRS = re.compile(r"\b(?:his|her|their|sus?)\b", re.IGNORECASE)


def found_with_mentions(found: Found, items: Sequence[Item], form: Form, known: Known, *, asked: bool) -> Found:
    """Return what was found in the sentences of a letter with what they mention besides; ``asked`` as there."""
    loose = [item for item in items if isinstance(item, Loose)]
    mentioned = entries_of_mentions(loose, labels_of(form), known, asked=asked)
    if mentioned.old:
        entries = (_without_old(each, mentioned.old) for each in found.entries)
        found = replace(found, entries=tuple(each for each in entries if each.fields or each.doubts))
    if not mentioned.entries:
        return found
    found = replace(found, entries=_of_the_named(found.entries, mentioned, loose, form))
    return replace(found, entries=with_mentions(found.entries, mentioned, form), form=form)


def _without_old(entry: Entry, old: frozenset[str]) -> Entry:
    """Leave out what is proposed where a sentence says that the number is old or another's."""
    doubts = tuple(each for each in entry.doubts if not _is_old(each.proposal, old))
    return replace(entry, doubts=doubts) if len(doubts) < len(entry.doubts) else entry


def _is_old(proposal: object, old: frozenset[str]) -> bool:
    told = [bare(str(each).partition(";")[0]) for each in proposal] if isinstance(proposal, list) else []
    return bool(told) and all(
        any(each == one or (one.isdigit() and each.endswith(one)) for one in old) for each in told
    )


def _of_the_named(found: Sequence[Entry], told: Mentioned, loose: Sequence[Loose], form: Form) -> tuple[Entry, ...]:
    """Give what "his position should read …" tells of nobody by name to the one person that the letter names."""
    key = next((each.id for each in form.fields if each.kind == "name" and each.required), "name")
    named = [each for each in told.entries if told_for(each, key) and each is not told.writer]
    if len(named) != 1 or told.writer is not None or any(told_for(each, key) for each in found):
        return tuple(found)
    texts = {line.line: line.text for line in loose}
    name = [each for each in named[0].doubts if each.field in {key, "title"}]
    return tuple(
        replace(each, doubts=(*name, *each.doubts))
        if not each.fields and all(_is_theirs(texts.get(one.line, "")) for one in each.doubts)
        else each
        for each in found
    )


def _is_theirs(text: str) -> bool:
    return _THEIRS.search(text) is not None and not is_mine(text)


def found_with_own_mentions(found: Found, items: Sequence[Item], form: Form, known: Known) -> Found:
    """Return the writer's one entry with what they say of themselves besides: "también les dejo mi celular, …"."""
    (entry,) = found.entries
    key = next((each.id for each in form.fields if each.kind == "name" and each.required), "name")
    loose = [item for item in items if isinstance(item, Loose) and is_of_myself(item.text)]
    told = entries_of_mentions(loose, labels_of(form), known, asked=True) if loose else Mentioned()
    if len(told.entries) != 1 or not _is_same(entry, told.entries[0], key):
        return found
    kinds = {"telephone", "email", "institution"}
    own = {each.id for each in form.fields if each.kind in kinds or "work unit" in each.synonyms} - {*_values(entry)}
    doubts = tuple(each for each in told.entries[0].doubts if each.field in own)
    return replace(found, entries=(_joined(entry, replace(told.entries[0], doubts=doubts)),))


def found_with_others_mentioned(found: Found, items: Sequence[Item], form: Form, known: Known) -> Found:
    """Return what labels say with who else is told to go or to have a role: "sale Hugo Prueba y entra …, correo …"."""
    key = next((each.id for each in form.fields if each.kind == "name" and each.required), "name")
    loose = [item for item in items if isinstance(item, Loose)]
    told = entries_of_mentions(loose, labels_of(form), known, asked=True)
    named = [each for each in told.entries if told_for(each, key) and each is not told.writer]
    others = [
        each
        for each in named
        if _goes_or_has_a_role(each, form) and not any(_is_same(one, each, key) for one in found.entries)
    ]
    return replace(found, entries=(*found.entries, *others)) if others else found


def _goes_or_has_a_role(entry: Entry, form: Form) -> bool:
    roles = {each.id for each in form.fields if any(choice.in_label for choice in each.choices)}
    return any(each.field in roles or (each.field == "change" and each.proposal == "leave") for each in entry.doubts)


def with_mentions(found: Sequence[Entry], told: Mentioned, form: Form) -> tuple[Entry, ...]:
    """Return the entries with what only the mentions tell: fields of the same person, and further persons.

    An entry without a name is the writer's; where all it holds is told of persons by name, it is theirs.
    """
    key = next((each.id for each in form.fields if each.kind == "name" and each.required), "name")
    mentioned = told.entries
    if not found:
        return mentioned
    named = [each for each in mentioned if told_for(each, key) and each is not told.writer]
    theirs = [value for each in named for value in _values(each).items()]
    kept = [
        each for each in found if told_for(each, key) or not all(value in theirs for value in _values(each).items())
    ]
    used: list[Entry] = []
    whole: list[Entry] = []
    for entry in kept:
        free = [each for each in mentioned if each not in used and not _is_heir(entry, each, key)]
        same = next((each for each in free if _is_same(entry, each, key)), None)
        if same is None and not told_for(entry, key) and told.writer not in (None, *used):
            same = told.writer  # who tells what the name is now
        if same is not None:
            used.append(same)
        whole.append(_with_whole_name(_joined(entry, same), same, key) if same else entry)
    said = {value for each in (*whole, *named) for value in _values(each).values()}
    own = [each for each in mentioned if each not in used and each not in named]
    own = [
        each for each in own if not said.issuperset(_values(each).values()) and all(told_for(one, key) for one in whole)
    ]
    return (*own, *whole, *_unused(named, used))


def _with_whole_name(entry: Entry, mentioned: Entry, key: str) -> Entry:
    """Return an entry whose proposed name is the whole one, where the letter also names the person in short."""
    mine, whole = told_for(entry, key), next((each for each in mentioned.doubts if each.field == key), None)
    longer = whole is not None and set(mine.split()) < set(str(whole.proposal).split())
    if whole is None or not longer or key in entry.fields:
        return entry
    return replace(entry, doubts=tuple(whole if each.field == key else each for each in entry.doubts))


def _unused(named: Sequence[Entry], used: Sequence[Entry]) -> list[Entry]:
    return [each for each in named if each not in used]


def _values(entry: Entry) -> dict[str, str]:
    """The values of an entry, asked ones too; of what has no reading, none."""
    asked = {each.field: str(each.proposal) for each in entry.doubts}
    return {**asked, **{field: str(each.value) for field, each in entry.fields.items()}}


def _is_same(one: Entry, other: Entry, key: str) -> bool:
    mine, others = set(told_for(one, key).split()), set(told_for(other, key).split())
    return (not mine and not others) or bool(mine and others and (mine <= others or others <= mine))


def _is_heir(entry: Entry, mentioned: Entry, key: str) -> bool:
    """Tell whether somebody who stays only shares the one surname by which a leaver is called."""
    leaves = [any(d.field == "change" and d.proposal == "leave" for d in each.doubts) for each in (entry, mentioned)]
    return leaves == [True, False] and " " not in told_for(entry, key)


def _with_extension(entry: Entry, mentioned: Doubt) -> bool:
    """Tell whether a mention gives the extension to the one number that an entry asks about."""
    before = next((each.proposal for each in entry.doubts if each.field == mentioned.field), None)
    if not isinstance(before, list) or not isinstance(mentioned.proposal, list) or len(before) != 1:
        return False
    return ";ext=" not in str(before) and [str(each).partition(";")[0] for each in mentioned.proposal] == before


def _joined(entry: Entry, mentioned: Entry) -> Entry:
    has = {*entry.fields, *(each.field for each in entry.doubts)}
    leaves = any(each.field == "change" and each.proposal == "leave" for each in entry.doubts)
    longer = {each.field: each for each in mentioned.doubts if _with_extension(entry, each)}
    if longer and not leaves:
        kept = (longer.get(each.field, each) for each in entry.doubts)
        entry = replace(entry, doubts=tuple(kept))
    told = [*(each.value for each in entry.fields.values()), *(each.proposal for each in entry.doubts)]
    more: list[Doubt] = (
        []
        if leaves
        else [
            each
            for each in mentioned.doubts
            if each.field not in has and each.proposal not in told and each.field not in {"title", "change"}
        ]
    )
    missing = tuple(each for each in entry.missing if each not in {one.field for one in more})
    return replace(entry, doubts=(*entry.doubts, *more), missing=missing)
