"""What the sentences of a letter have told so far: of the writer, and of whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mailbot.core.forms.mentions.holders import holders
from mailbot.core.forms.mentions.people import (
    follows,
    of_the_last,
    offices_behind_post,
    own_offices,
    own_post,
    people_in,
)
from mailbot.core.forms.mentions.person import Person
from mailbot.core.forms.mentions.places import (
    introduced_as,
    language_told,
    name_told,
    place_told,
    renamed,
    renamed_of,
    rightly,
    speaks_of_a_name,
    title_told,
)
from mailbot.core.forms.mentions.sense import (
    has_no_verb,
    is_for_another,
    is_mine,
    is_of_data,
    is_of_myself,
    is_vacant,
    names_myself,
    tells,
    tells_of_coming,
    thanks,
)
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE, SEVERAL
from mailbot.core.forms.naming.references import with_extensions
from mailbot.core.forms.naming.ways import Way, ways_in
from mailbot.core.forms.persons.names_of_offices import is_unit
from mailbot.core.forms.persons.parted import parted
from mailbot.core.forms.persons.told_entries import OF_A_PERSON
from mailbot.core.forms.persons.told_words import I_LEAVE
from mailbot.core.forms.taking.offices import is_within
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Field, FieldValue, Known

_INSTEAD = re.compile(r"\b(?:sustitu\w+|re?emplaz\w+|replac\w+)\b")
_I_REPLACE = re.compile(
    r"\b(?:i (?:have |am )?(?:now )?(?:replac|succeed|taken over|took over)\w*|re?emplazo|sustituyo|sustitu[ií]"
    r"|relev[eé]|asum[ií])\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:he|she|el|ella|they|quien)\b|(?:lo|la|le) (?:re?emplaza|sustituye)|(?:re?emplaza|sustituye) al?\b"
)
_UNIT_IS = re.compile(
    r"\b(?:unit|unidad|departamento|division|direccion|dependencia|oficina|office|seccion|section|area"
    r"|jefatura) (?:se|is|has|paso|pasa|cambio|ahora)\b"
)
_JOINED = re.compile(r"[)\s]*(?:,|/|y|o|u|e|and|or|;|and also|y tambien|o bien|or else|al?|en|el|at|on|\s)+$")
_I_AM = re.compile(
    r"(?:\bsoy|\bmi nombre es|\bme llamo|\bi am|\bi[’']m|\bmy name is|\bthis is)\s+(?:el |la )?$", re.IGNORECASE
)
_MAIL = ("email",)
_REACHED = frozenset({"change", "role", "phone", "email", "mobile", "fax", "address"})
_MOST_PEOPLE = 8  # of a sentence
_MOST_AHEAD = 5  # words before the name of who is told of in data alone


@dataclass(slots=True)
class _Told:
    """Whom a letter tells of; ``person`` None for the writer."""

    person: Person | None
    change: str = ""
    replaces: str = ""
    doubts: dict[str, Doubt] = field(default_factory=dict)
    ways: dict[str, list[tuple[Way, bool, int]]] = field(default_factory=dict)  # joined to the one before; the line
    tells: bool = False
    comes: bool = False  # new in a post, not only somebody who holds one


class Letter:
    """Sentences are read one by one; ``entries`` then gives what they told.

    ``asked``: the letter answers a request for such data, or its subject speaks of them.
    """

    def __init__(self, labels: Labels, known: Known, *, asked: bool) -> None:
        self.of_myself = False  # "mi nuevo teléfono es": an entry without a name is surely the writer's
        self._labels, self._known, self._asked = labels, known, asked
        self._writer = _Told(None)
        self._own = self._writer  # or whom the letter names so: "Yo, Ana Prueba, asumo …"
        self._people: list[_Told] = []
        self._introduced = ("", 0)  # "soy Ana Prueba": the name, where it stands
        self._of_a_name = False  # the sentence before was about how a name is written
        self._for_another = False  # "por encargo de la Directora": "mi" is the one's who writes for her
        self._of_an_event = False  # whose place may be the one that is told
        self._kinds: tuple[str, ...] = ()  # of the number told of last

    def read(self, sentence: str, line: int) -> None:
        """Take what one sentence mentions."""
        if not (is_of_data(sentence) or (is_vacant(sentence) and self._is_myself(sentence, line))):
            self._of_an_event = True
            return
        self._for_another = self._for_another or is_for_another(sentence)
        self.of_myself = self.of_myself or (is_of_myself(sentence) and not self._for_another)
        named = self._named(sentence, line)
        self._take_ways(ways_in(sentence), named, sentence, line)
        stays = [each for each in named if each.change != "leave"]
        if is_mine(sentence) and not stays:
            self._take_of_writer(sentence, line)
        elif len(stays) == 1 and stays[0].person and _I_AM.search(sentence[: stays[0].person.start]):
            for name, said in zip(("unit", "institution"), own_offices(sentence), strict=True):
                if said:
                    self._propose(stays[0], name, said, line)
        if not named:
            self._take_of_last(sentence, line)
            self._take_of_office(sentence, line)
        elif len(stays) == 1:
            self._take_of_their_office(stays[0], sentence, line)

    def _is_myself(self, sentence: str, line: int) -> bool:
        return any(names_myself(sentence[: each.start]) for each in people_in(sentence, line))

    def entries(self) -> Iterator[Entry]:
        """Yield the entries: the writer's first, then the persons in the order of the letter."""
        name, line = self._introduced
        if name and (self._writer.doubts or self._writer.ways):
            self._propose(self._writer, "name", name, line)
        for told in (self._writer, *self._people):
            doubts = self._doubts(told)
            if not doubts or not self._counts(told, doubts):
                continue
            required = (each.id for each in self._labels.form.fields if each.required and told.change != "leave")
            missing = tuple(each for each in required if each not in doubts)
            yield Entry(self._labels.form.id, {}, missing, tuple(doubts.values()))

    @property
    def tells_of_the_writer(self) -> bool:
        """Whether the first of the entries is the writer's."""
        doubts = self._doubts(self._writer)
        return bool(doubts) and self._counts(self._writer, doubts)

    def _named(self, sentence: str, line: int) -> list[_Told]:
        """Whom a sentence names; how the writer's own name is rightly written is taken, and names nobody else."""
        own = name_told(sentence) or (rightly(sentence) if self._of_a_name or speaks_of_a_name(sentence) else "")
        self._of_a_name = speaks_of_a_name(sentence)
        if own:
            self._propose(self._writer, "name", own, line)
        introduced = introduced_as(sentence)
        if introduced and not self._for_another:
            self._introduced = (introduced, line)
        found = [each for each in people_in(sentence, line)[:_MOST_PEOPLE] if each.run.name not in {own, introduced}]
        if not found or (thanks(sentence) and not any(each.tells for each in found)):
            return []
        told = [self._told(person, sentence) for person in found]
        self._succession(told, sentence)
        return told

    def _told(self, person: Person, sentence: str) -> _Told:
        """What is told of a person, whom sentences before may have named already."""
        told = next((each for each in self._people if each.person and _is_same(each.person, person)), None)
        if told is None:
            told = _Told(person, person.change)
            self._people.append(told)
            if told.change != "leave" and names_myself(sentence[: person.start]) and not self._for_another:
                self._own = told
        else:  # where the name stands in this sentence, under the name it was first told with
            run = told.person.run if told.person else person.run
            told.person = replace(person, run=max((run, person.run), key=lambda each: len(each.name)))
        bare = has_no_verb(sentence) and bool(person.values) and len(sentence[: person.start].split()) <= _MOST_AHEAD
        only_followed = person.change == "leave" and not person.tells  # "en lugar de Ana Prueba": told by who comes
        told.tells = told.tells or person.tells or (not only_followed and (tells(sentence) or bare))
        told.comes = told.comes or tells_of_coming(sentence) or bare
        for name, said in person.values.items() if told.change != "leave" else ():
            if name == "role":
                self._propose(told, name, person.said, person.line, value=said)
            else:
                self._propose(told, name, said, person.line)
        return told

    def _succession(self, told: Sequence[_Told], sentence: str) -> None:
        leavers = [each for each in self._people if each.change == "leave"]
        comes = [each for each in told if each.change != "leave"]
        if not comes and _PRONOUN.match(fold(sentence)):
            comes = [each for each in self._people if each.change != "leave"][-1:]
        if len(leavers) == len(comes) == 1 and leavers[0].person and follows(sentence):
            comes[0].change, comes[0].replaces, comes[0].tells = "new", leavers[0].person.run.name, True

    def _take_ways(self, ways: Sequence[Way], named: Sequence[_Told], sentence: str, line: int) -> None:
        stays = [each.person for each in named if each.person and each.change != "leave"]
        before = [each.person for each in self._people if each.person and each.change != "leave" and each not in named]
        last: Way | None = None
        taken: set[str] = set()
        for place, each in enumerate(ways):
            way = self._of_kind(each, ways[place - 1] if place else None, sentence)
            if way.same:
                way = way._replace(words=last.words if last else _number_behind(ways, place), old=False)
                taken |= set() if last else {way.words}
            elif way.words in taken and not way.extensions:
                last = way
                continue
            if not way.words or way.old or _is_instead_of_another(ways, place, sentence):
                continue
            for whose in holders(way, ways, stays, before, sentence):
                told = next((one for one in self._people if one.person is whose), self._own)
                if whose is not None or way.sure:
                    for kind in way.kinds:
                        told.ways.setdefault(kind, []).append((way, _is_joined(ways, place, sentence), line))
                    told.tells = True
            last = last if way.kinds == _MAIL else way

    def _of_kind(self, way: Way, before: Way | None, sentence: str) -> Way:
        """Return a way that words do not say the kind of with that of the number told of before it."""
        if not way.sure and self._kinds:
            way = way._replace(kinds=self._kinds, sure=True)
        if way.sure and way.kinds != _MAIL:
            self._kinds = way.kinds
        return way

    def _take_of_writer(self, sentence: str, line: int) -> None:
        if I_LEAVE.search(sentence):
            self._propose(self._own, "change", sentence, line, value="leave")
        leaver = next((each.person for each in self._people if each.change == "leave"), None)
        if leaver and _I_REPLACE.search(sentence):
            self._propose(self._own, "replaces", leaver.run.name, line)
        post, unit, office = parted(own_post(sentence))
        there = offices_behind_post(sentence, post) if post and not (unit or office) else (unit, office)
        unit, office = there if any(there) else own_offices(sentence)
        asked = (("title", title_told(sentence)), ("language", language_told(sentence)))
        for name, said in (("position", post), ("unit", unit), ("institution", office), *asked):
            if said:
                self._propose(self._own, name, said, line)

    def _take_of_last(self, sentence: str, line: int) -> None:
        """What a sentence goes on to tell of whom the one before it named: "Es Técnica en Estadística de la …"."""
        live = [each for each in self._people if each.change != "leave"]
        if live and not is_mine(sentence):
            for name, said in zip(("position", "unit", "institution"), of_the_last(sentence), strict=True):
                if said:
                    self._propose(live[-1], name, said, line)

    def _take_of_office(self, sentence: str, line: int) -> None:
        if office := renamed(sentence):
            within = is_within(office) or is_unit(office) or _UNIT_IS.search(fold(sentence))
            self._propose(self._writer, "unit" if within else "institution", office, line)
        if not self._of_an_event and (place := place_told(sentence)):
            self._propose(self._writer, "address", place, line)

    def _take_of_their_office(self, told: _Told, sentence: str, line: int) -> None:
        """Where the office of the one whom a sentence names is, and what it is called from now on."""
        if place := place_told(sentence, of_somebody=True):
            self._propose(told, "address", place, line)
        if told.person and (office := renamed_of(sentence, told.person.run.name)):
            told.tells = told.comes = True
            self._propose(told, "unit", office, line)

    def _propose(self, told: _Told, name: str, said: str, line: int, *, value: object = None) -> None:
        """Take a value as a doubt of one reading; ``value`` where the words are not the value."""
        form_field = self._field(name)
        if form_field is None or name in told.doubts:
            return
        if value is None:
            read = read_value(form_field, said, line, self._known)
            value = read.value if isinstance(read, FieldValue) else None
        if value:
            told.doubts[name] = Doubt(name, said, _why(told), line, value, one_reading=True)

    def _field(self, name: str) -> Field | None:
        return next((each for each in self._labels.form.fields if each.id == name), None)

    def _doubts(self, told: _Told) -> dict[str, Doubt]:
        """All that is told of somebody: the change and the name first."""
        own = _Told(told.person)
        person = told.person
        if person is not None:
            if told.change:
                self._propose(own, "change", person.said, person.line, value=told.change)
            for name, said in (("title", person.run.title), ("name", person.run.name), ("replaces", told.replaces)):
                if said:
                    self._propose(own, name, said, person.line)
        if person is not None and told.change == "leave":
            return own.doubts
        own.doubts.update(told.doubts)
        for kind, ways in told.ways.items():
            form_field = self._field(kind)
            if form_field is not None:
                given = [each for each in ways if not each[0].listed] or ways
                own.doubts[kind] = self._numbers(form_field, given, _why(told))
        return own.doubts

    def _numbers(self, form_field: Field, ways: Sequence[tuple[Way, bool, int]], why: Bilingual) -> Doubt:
        """The numbers of one kind that somebody has; several that nothing joins are asked."""
        values: list[str] = []
        line = ways[0][2]
        said = " / ".join(dict.fromkeys(way.words for way, _, _ in ways))
        if len({way.words for way, _, _ in ways}) > 1 and not all(joined for _, joined, _ in ways[1:]):
            return Doubt(form_field.id, said, SEVERAL, line)
        for way, _, _ in ways:
            read = read_value(form_field, way.words, line, self._known)
            if isinstance(read, Doubt):
                return replace(read, one_reading=read.one_reading and len(ways) == 1)
            numbers = read.value if read is not None and isinstance(read.value, list) else []
            values += with_extensions(numbers, way.extensions) if way.extensions and numbers else numbers
        extended = {each.partition(";")[0] for each in values if ";" in each}
        values = [each for each in dict.fromkeys(values) if each not in extended]
        return Doubt(form_field.id, said, why, line, values, one_reading=bool(values))

    def _counts(self, told: _Told, doubts: dict[str, Doubt]) -> bool:
        """Tell whether more than a name is told, of somebody whom the letter puts on the list or takes off it."""
        if told.person is None:
            return self.of_myself or not self._people
        more = doubts.keys() - {"name", "title"}
        return told.tells and bool(more) and ((self._asked and told.comes) or bool(more & _REACHED))


def _why(told: _Told) -> Bilingual:
    return OF_A_PERSON if told.person else FROM_A_SENTENCE


def _is_joined(ways: Sequence[Way], place: int, sentence: str) -> bool:
    """Tell whether a way goes with the one before it: "2410-0000 y 2410-0001"."""
    before = ways[place - 1] if place else None
    between = sentence[before.end : ways[place].start] if before else ""
    return before is not None and not before.old and _JOINED.fullmatch(fold(between)) is not None


def _is_instead_of_another(ways: Sequence[Way], place: int, sentence: str) -> bool:
    """Tell whether a number is to replace an address: "sustituir el 2255-0100 por a@b.example" tells nothing."""
    before = ways[place - 1] if place else None
    return (
        before is not None
        and before.old
        and (before.kinds == _MAIL) != (ways[place].kinds == _MAIL)
        and _INSTEAD.search(fold(sentence)) is not None
    )


def _number_behind(ways: Sequence[Way], place: int) -> str:
    """The one number that an extension before it is of: "la extensión … es la 115, siempre al 2299-0000"."""
    numbers = {each.words for each in ways[place + 1 :] if each.kinds != _MAIL and each.words and not each.old}
    return numbers.pop() if len(numbers) == 1 else ""


def _is_same(one: Person, other: Person) -> bool:
    words, others = set(one.run.name.split()), set(other.run.name.split())
    return words <= others or others <= words
