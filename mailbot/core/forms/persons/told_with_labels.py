"""Sentences about persons beside labelled values: whom these are of, and who leaves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from mailbot.core.fields import is_title
from mailbot.core.forms.found import first_line, told_for
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Break, Item, Loose, Said
from mailbot.core.forms.persons.runs import Run
from mailbot.core.forms.persons.told_entries import Told, doubts_of, entries_told
from mailbot.core.forms.persons.told_persons import persons_told
from mailbot.core.forms.persons.told_words import INSTEAD, REPLACES
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Entry, Form, Known

_MOST_WORDS = 10  # of a line that says whose the values below it are
_ARTICLES = frozenset("el la the".split())
_MINE = re.compile(
    r"\b(?:mis?|my)\b(?! (?:coleg|jef|compañer|suceso|re?emplaz|sustitut|asistent|boss|success|replac|assist|superv))",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:sus?|his|her|their)\b", re.IGNORECASE)
_LONGEST_HEADING = 80  # characters of "En su lugar fue designada:", behind other words of its line
_OF_THE_WRITER = re.compile(r"\b(?:mi|my)\b", re.IGNORECASE)
_SHORTEST = 3  # letters of a word of a name


def parted_by_persons(items: Sequence[Item], form: Form) -> tuple[Item, ...]:
    """Begin another entry below "Los datos del señor Prueba son:", where a sentence tells of a Prueba and of others."""
    headings = any(isinstance(each, Loose) and _is_heading(each) for each in items)
    if form.subject_of != "contact" or not headings or not any(isinstance(each, Said) for each in items):
        return tuple(items)
    told = persons_told([each for each in items if isinstance(each, Loose)])
    arranged: list[Item] = []
    for item in items:
        heads = isinstance(item, Loose) and _is_heading(item) and _meant([item], told)
        arranged += [Break(), item] if heads and len(told) > 1 else [item]
    return tuple(arranged)


def _is_heading(line: Loose) -> bool:
    return line.text.rstrip().endswith(":") and len(line.text.split()) <= _MOST_WORDS


def _meant(lines: Sequence[Loose], told: Sequence[Told]) -> Told | None:
    """The one person told of whose name, or part of it, stands in a heading."""
    words = {word.strip(".,:;()") for line in lines if _is_heading(line) for word in line.text.split()}
    names = [{word for word in each.run.name.split() if len(word) >= _SHORTEST} for each in told]
    found = [each for each, name in zip(told, names, strict=True) if words & name]
    return found[0] if len(found) == 1 else None


def with_persons_told(
    entries: list[Entry], about: Sequence[Sequence[Loose]], loose: Sequence[Loose], labels: Labels, known: Known
) -> list[Entry]:
    """Return the entries of labelled values with what the sentences beside them tell of persons, as doubts.

    The one person told of is whom the one entry without a name is about.
    ``about``: the lines without labels of each entry.  Who is told of and has no values is an entry of doubts.
    """
    key = key_field(labels.form)
    told = tuple(each for each in persons_told(loose) if not _only_called(each)) if key and entries else ()
    if key is None or not told:
        return entries
    names = [fold(told_for(each, key.id)) for each in entries]
    told = tuple(_with_whole_name(each, names) for each in told)
    new = [each for each in told if each.change != "leave" and each.run.name and not each.as_before]
    joined, taken = [], {id(each) for each in told if fold(each.run.name) in names}
    for entry, name, lines in zip(entries, names, about, strict=True):
        alone = names.count("") == 1 and not (_of_the_writer(entry) or _told_as_mine(entry, loose, told))
        person = _person_of(name, lines, new, alone=alone)
        joined.append(_joined(entry, person, labels, known) if person else entry)
        taken |= {id(person)}
    gone = [each for each in told if each.succeeded and id(each) not in taken and _follows(names[0], each.said)]
    themselves = bool(gone) and set(fold(gone[0].run.name).split()) <= set(names[0].split())
    if len(entries) == 1 and len(gone) == 1 and not themselves and not any(each.replaces for each in told):
        joined = [_joined(joined[0], replace(gone[0], run=Run(), change="", replaces=gone[0].run.name), labels, known)]
    joined = _with_predecessor(joined, told, loose, labels, known)
    left = [each for each in told if id(each) not in taken and each.run.name]
    named = {fold(str(value.value)) for each in joined for value in each.fields.values()}  # "Sustituye a: …"
    left = [each for each in left if not (each.as_before and "" in names)]  # the values may be theirs, said again
    left = [each for each in left if each.change != "leave" or _is_another(fold(each.run.name), named)]
    return [*joined, *entries_told(left, labels, known)]


def _with_predecessor(
    entries: list[Entry], told: Sequence[Told], loose: Sequence[Loose], labels: Labels, known: Known
) -> list[Entry]:
    """Return the entries with whom the one below "En su lugar fue designada:" follows: the only one told to leave."""
    gone = [each for each in told if each.change == "leave" and each.run.name]
    heads = [each for each in loose if each.text.rstrip().endswith(":") and _heads_a_successor(each.text)]
    if len(gone) != 1 or len(heads) != 1:
        return entries
    below = [at for at, entry in enumerate(entries) if first_line(entry) > heads[0].line]
    first = min(below, key=lambda at: first_line(entries[at]), default=None)
    if first is None or fold(gone[0].run.name) in fold(" ".join(str(each) for each in _words_of(entries[first]))):
        return entries
    follows = replace(gone[0], run=Run(), change="", replaces=gone[0].run.name)
    return [_joined(each, follows, labels, known) if at == first else each for at, each in enumerate(entries)]


def _heads_a_successor(text: str) -> bool:
    """Tell whether a line ends with "En su lugar fue designada:"; "my successor" follows the writer."""
    found = INSTEAD.search(text[-_LONGEST_HEADING:])
    return found is not None and _OF_THE_WRITER.search(found.group()) is None


def _only_called(told: Told) -> bool:
    """Tell whether a role is told of a surname alone, whose whole name may stand among the values."""
    return told.change != "leave" and len(told.run.name.split()) == 1


def _with_whole_name(told: Told, names: Sequence[str]) -> Told:
    """Who is told of by the beginning of the name that one entry holds: "Doña Ximena Supuesto es el punto focal"."""
    words = fold(told.run.name).split()
    whole = [each for each in names if len(words) > 1 and words == each.split()[: len(words)]]
    alone = len(whole) == 1 and told.change != "leave"
    return replace(told, run=replace(told.run, name=whole[0], title="")) if alone else told


def _follows(name: str, said: str) -> bool:
    """Tell whether "la licenciada Prueba sustituye a …" may be said of the bearer of a name."""
    verb = REPLACES.search(said)
    *_, before, last = ["", "", *said[: verb.start() if verb else 0].split()]
    called = last[:1].isupper() and fold(before) not in _ARTICLES and not is_title(last)  # no "asume la Dirección"
    return not (name and before and called) or fold(last.strip(".,;:()")) in name.split()


def _of_the_writer(entry: Entry) -> bool:
    """Tell whether all of an entry is told in sentences of the writer's own: "en mi caso varía el celular"."""
    return not entry.fields and all(each.why == FROM_A_SENTENCE for each in entry.doubts)


def _told_as_mine(entry: Entry, loose: Sequence[Loose], told: Sequence[Told]) -> bool:
    """Tell whether "mi" stands beside every value of an entry, on lines that tell of nobody else."""
    places = {*(each.line for each in entry.fields.values()), *(each.line for each in entry.doubts)}
    mine = {each.line for each in loose if _MINE.search(each.text) and not _THEIRS.search(each.text)}
    return bool(places) and places <= mine - {each.line for each in told}


def _is_another(name: str, named: Collection[str]) -> bool:
    """Tell whether who leaves has a full name that no field holds: "el señor Ensayo" is left to whoever decides."""
    return len(name.split()) > 1 and name not in named


def _person_of(name: str, lines: Sequence[Loose], new: Sequence[Told], *, alone: bool) -> Told | None:
    """Whom an entry is about: the bearer of its name, the one its heading names, the only one there is."""
    if name:
        return next((each for each in new if fold(each.run.name) == name), None)
    return _meant(lines, new) or (new[0] if alone and len(new) == 1 else None)


def with_leavers(entries: list[Entry], leavers: Iterable[Entry], labels: Labels) -> list[Entry]:
    """Return the entries with those who are to be taken off the list, but whom an entry names already."""
    key = key_field(labels.form)
    if key is None or not entries:
        return entries
    named = " / ".join(fold(str(words)) for each in entries for words in _words_of(each))
    return [*entries, *(each for each in leavers if (name := fold(told_for(each, key.id))) and name not in named)]


def _words_of(entry: Entry) -> Iterator[object]:
    yield from (value.value for value in entry.fields.values())
    yield from (each.proposal or each.said for each in entry.doubts)


def _joined(entry: Entry, told: Told, labels: Labels, known: Known) -> Entry:
    """Return an entry with the doubts of a sentence for the fields that nothing else says."""
    taken = {*entry.fields, *(each.field for each in entry.doubts)}
    more = [each for each in doubts_of(told, labels, known) if each.field not in taken]
    missing = tuple(each for each in entry.missing if all(doubt.field != each for doubt in more))
    return replace(entry, missing=missing, doubts=(*entry.doubts, *more))
