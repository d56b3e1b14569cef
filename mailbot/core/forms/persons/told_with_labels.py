"""Sentences about persons beside labelled values: the name of an entry without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.told_persons import Told, doubts_of, persons_told
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Entry, Known


def with_persons_told(entries: list[Entry], loose: Sequence[Loose], labels: Labels, known: Known) -> list[Entry]:
    """Return the entries of labelled values with what the sentences beside them tell of persons, as doubts.

    The one person told of is whom the one entry without a name is about.
    """
    key = key_field(labels.form)
    told = persons_told(loose) if key and entries else ()
    if key is None or not told:
        return entries
    names = [_name_of(each, key.id) for each in entries]
    new = [each for each in told if each.change != "leave" and each.run.name]
    bare = [place for place, name in enumerate(names) if not name]
    if len(new) == 1 and len(bare) == 1 and fold(new[0].run.name) not in names:
        entries = [
            _joined(each, new[0], labels, known) if place == bare[0] else each for place, each in enumerate(entries)
        ]
    return entries


def with_leavers(entries: list[Entry], leavers: Iterable[Entry], labels: Labels) -> list[Entry]:
    """Return the entries with those who are to be taken off the list, but whom an entry names already."""
    key = key_field(labels.form)
    if key is None or not entries:
        return entries
    named = " / ".join(fold(str(words)) for each in entries for words in _words_of(each))
    return [*entries, *(each for each in leavers if (name := _name_of(each, key.id)) and name not in named)]


def _words_of(entry: Entry) -> Iterator[object]:
    yield from (value.value for value in entry.fields.values())
    yield from (each.proposal or each.said for each in entry.doubts)


def _name_of(entry: Entry, key: str) -> str:
    said = [str(entry.fields[key].value)] if key in entry.fields else []
    said += [str(each.proposal or each.said) for each in entry.doubts if each.field == key]
    return fold(said[0]) if said else ""


def _joined(entry: Entry, told: Told, labels: Labels, known: Known) -> Entry:
    """Return an entry with the doubts of a sentence for the fields that nothing else says."""
    taken = {*entry.fields, *(each.field for each in entry.doubts)}
    more = [each for each in doubts_of(told, labels, known) if each.field not in taken]
    missing = tuple(each for each in entry.missing if all(doubt.field != each for doubt in more))
    return replace(entry, missing=missing, doubts=(*entry.doubts, *more))
