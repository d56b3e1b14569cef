"""Whom a row of a file speaks of: somebody on the list, somebody new, or a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mailbot.core.forms.naming.likeness import one_slip
from mailbot.core.language import fold
from mailbot.core.records import Contact, Participant
from mailbot.core.values import Bilingual
from mailbot.edges.store.directory import as_fields


@dataclass(eq=False)
class Person:
    """Somebody on the list, or entered by an earlier row; ``place`` is the row that spoke of them."""

    participant: int
    fields: dict[str, object]
    contact: Contact | None = None
    place: str = ""

    @property
    def name(self) -> str:
        """The name as it is compared."""
        return fold(str(self.fields.get("name", "")))

    @property
    def mail(self) -> frozenset[str]:
        """The addresses as they are compared."""
        mail = self.fields.get("email")
        return frozenset(str(each).lower() for each in mail) if isinstance(mail, list) else frozenset()


class People:
    """Everybody who is on the list, found by name and by address."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._named: dict[tuple[int, str], list[Person]] = defaultdict(list)
        self._mailed: dict[str, list[Person]] = defaultdict(list)
        self._expected: set[tuple[int, str]] = set()
        self.contacts = tuple(contacts)
        for each in self.contacts:
            self._index(Person(each.participant.id, as_fields(each), each))

    def _index(self, person: Person) -> None:
        self._named[person.participant, person.name].append(person)
        for address in person.mail:
            self._mailed[address].append(person)

    def expect(self, rows: Iterable[tuple[Participant | None, str]]) -> None:
        """Hear all names of the file first: who is named in it shares an address, and is not renamed."""
        self._expected |= {(participant.id, fold(name)) for participant, name in rows if participant}

    def enter(self, participant: Participant, values: Mapping[str, object], place: str) -> None:
        """Remember somebody new, so that a second row about them is noticed."""
        self._index(Person(participant.id, dict(values), None, place))

    def change(self, person: Person, values: Mapping[str, object], place: str) -> None:
        """Remember what a row changes, so that a second row about them is noticed."""
        person.fields.update(values)
        person.place = place
        self._index(person)

    def find(self, participant: Participant, values: Mapping[str, object]) -> Person | Bilingual | None:
        """Return who is meant, None for somebody new, or the question when two readings differ."""
        said = Person(participant.id, dict(values))
        named = list(dict.fromkeys(self._named.get((participant.id, said.name), ())))
        if named:
            return _of_one_name(named, said)
        sharing = dict.fromkeys(each for address in sorted(said.mail) for each in self._mailed.get(address, ()))
        elsewhere = [each for each in sharing if each.participant != participant.id]
        if elsewhere:
            return _asked(elsewhere[0], "es de otro participante; corrija el país o la dirección",
                          "belongs to another participant; mend the country or the address")  # fmt: skip
        unnamed = [each for each in sharing if (each.participant, each.name) not in self._expected]
        if len(unnamed) == 1 and _akin(unnamed[0].name, said.name):
            return unnamed[0]
        if unnamed:
            return _asked(unnamed[0], "tiene esa dirección: ¿otro nombre, un colega o su reemplazo? Si es un colega, "
                          "ponga a ambos en el archivo; si no, cámbielo por correo",
                          "has this address: another name, a colleague or a replacement? For a colleague, put both "
                          "into the file; else change it by mail")  # fmt: skip
        return None


def _of_one_name(named: list[Person], said: Person) -> Person | Bilingual:
    """Return which of several of one name is meant: with the same data, else with an address in common."""
    if len(named) == 1:
        return named[0]
    equal = [each for each in named if all(each.fields.get(key) == value for key, value in said.fields.items())]
    close = equal[:1] or [each for each in named if each.mail & said.mail]
    if len(close) == 1:
        return close[0]
    return Bilingual(
        "hay varias personas con ese nombre; ponga la dirección de correo que ya tiene",
        "there are several people of that name; give the e-mail address already held",
    )


def _asked(person: Person, es: str, en: str) -> Bilingual:
    name = str(person.fields.get("name", ""))
    return Bilingual(f"{name} {es}", f"{name} {en}")


def _akin(one: str, other: str) -> bool:
    """Tell whether two folded names are one person's: words left out, or one slip of the keyboard."""
    a, b = set(one.split()), set(other.split())
    return (len(a & b) > 1 and (a <= b or b <= a)) or one_slip(one, other)
