"""A directory from a file: what each row would do, doubts first, then the doing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from mailbot.core import fields
from mailbot.core.fields import split_title
from mailbot.core.language import fold
from mailbot.core.records import Contact, Group, HistoryLine, Participant
from mailbot.core.values import Bilingual, Doubt, Form, Known
from mailbot.core.values import Field as FormField
from mailbot.edges.documents.edition import clean
from mailbot.edges.store import directory, ledger
from mailbot.edges.store.tables import contacts as contacts_table
from mailbot.work import announce
from mailbot.work.house import House
from mailbot.work.import_people import People
from mailbot.work.import_rows import Brought

STATES = {
    "doubtful": Bilingual("dudosa", "doubtful"),
    "new": Bilingual("nueva", "new"),
    "changed": Bilingual("cambia", "changed"),
    "same": Bilingual("sin cambios", "unchanged"),
}
_NOT_KEPT = frozenset({"country", "change", "replaces", "valid_from"})
IMPORT = "import"  # who changed it, where no message says so
_OFFICER = frozenset({"officer", "funcionario", "funcionaria"})
_LONGEST_ADDRESS = 320


@dataclass(frozen=True, slots=True)
class Planned:
    """One row of a file: new, changed, same or doubtful, with the words to show."""

    state: str
    place: str
    about: str
    words: Bilingual
    values: Mapping[str, object] = field(default_factory=dict)
    participant: Participant | None = None
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """One row as read: canonical values, or the doubts about it."""

    row: Brought
    name: str
    participant: Participant | None
    values: dict[str, object]
    doubts: tuple[Bilingual, ...]


class Reader:
    """Reads rows with the readers of the contact form; knows the group's participants."""

    def __init__(self, house: House, connection: Connection, group: Group) -> None:
        self.form: Form = house.form("contact-update")
        self.participants = directory.all_participants(connection, group.key)
        self.names: dict[str, Participant] = {}
        for each in self.participants:
            for name in (each.code, each.name.es, each.name.en):
                self.names.setdefault(fold(name), each)
        self.known = Known(today=house.today(group), countries=house.country_names)

    def participant(self, said: str) -> Participant | None:
        """Return the participant that a code, a name in either language or both names mean."""
        whole = " ".join(clean(said).split())
        for part in (whole, *(half for half in whole.split(" / ") if half != whole)):
            if fold(part) in self.names:
                return self.names[fold(part)]
        found = fields.read(self.form.field("country"), whole, 0, self.known)
        if found is None or isinstance(found, Doubt):
            return None
        return self.names.get(fold(str(found.value)))

    def is_participant(self, said: str) -> bool:
        """Tell whether a text is a participant and nothing else."""
        return len(said) < 100 and self.participant(said) is not None

    def read(self, row: Brought) -> _Read:
        """Return one row's canonical values, or every doubt about it."""
        said = {name: clean(text) for name, text in row.said.items()}
        country = said.get("country", "")
        participant = self.participant(country) if country else None
        doubts = list(self._doubts_of_row(said, participant))
        code = participant.code if participant else ""
        known = Known(self.known.today, code if len(code) == 2 else None, self.known.countries)
        values: dict[str, object] = {}
        for each in self.form.fields if participant else ():
            found = self._value(each, said.get(each.id, ""), known)
            if isinstance(found, Bilingual):
                doubts.append(found)
            elif found is not None:
                values[each.id] = found
        title = split_title(said.get("name", ""))[0]
        if title and not values.get("title"):
            values["title"] = title
        return _Read(row, str(values.get("name") or said.get("name", "")), participant, values, tuple(doubts))

    def _doubts_of_row(self, said: Mapping[str, str], participant: Participant | None) -> Iterator[Bilingual]:
        country = said.get("country", "")
        if not country:
            yield Bilingual("falta el país o participante", "the country or participant is missing")
        elif participant is None:
            yield Bilingual(
                f"el país o participante «{country}» no se conoce", f"country or participant “{country}” is not known"
            )
        if not said.get("name"):
            yield Bilingual("falta el nombre", "the name is missing")
        change = said.get("change", "")
        moved = fields.read(self.form.field("change"), change, 0, self.known) if change else None
        if said.get("replaces") or (moved and not isinstance(moved, Doubt) and moved.value == "leave"):
            yield Bilingual(
                "un archivo no da de baja ni sustituye a nadie; hágalo por correo con el formulario",
                "a file takes nobody off the list and replaces nobody; do it by mail with the form",
            )

        if said.get("valid_from"):
            yield Bilingual(
                "un archivo vale desde que se inscribe; para otro día, por correo con el formulario",
                "a file holds from when it is entered; for another day, by mail with the form",
            )

    def _value(self, each: FormField, said: str, known: Known) -> object | Bilingual | None:
        """Return a canonical value, None for nothing said, or why it is doubtful."""
        if not said or each.id in _NOT_KEPT:
            return None
        if each.id == "role" and set(fold(said).split(" / ")) <= _OFFICER:
            return "officer"  # of the presidency or the secretariat: never by mail
        found = fields.read(each, said, 0, known)
        if isinstance(found, Doubt):
            return Bilingual(
                f"{each.label.es}: «{found.said}»: {found.why.es}", f"{each.label.en}: “{found.said}”: {found.why.en}"
            )
        if found is None:
            return None
        value = found.value
        if each.id == "email" and isinstance(value, list):
            value = list(dict.fromkeys(str(one).lower() for one in value))  # as the directory keeps them
        return _too_long(each, value) or value


def _too_long(each: FormField, value: object) -> Bilingual | None:
    column = contacts_table.c.get(each.id)
    longest = getattr(column.type, "length", None) if column is not None else None
    if each.id == "email":
        longest = _LONGEST_ADDRESS
    texts = value if isinstance(value, list) else [str(value)]
    if longest is None or all(len(text) <= longest for text in texts):
        return None
    return Bilingual(
        f"{each.label.es}: más de {longest} letras; abrevie",
        f"{each.label.en}: more than {longest} letters; shorten it",
    )


def plan(
    reader: Reader,
    connection: Connection,
    group: Group,
    rows: Iterable[Brought],
    progress: Callable[[int], None] = lambda _done: None,
) -> tuple[Planned, ...]:
    """Say of each row what it would do to the directory, doubts first; doubtful rows do nothing.

    ``progress`` is told how many rows have been read.
    """
    reads = []
    for number, row in enumerate(rows, 1):
        reads.append(reader.read(row))
        progress(number)
    people = People(directory.active_contacts(connection, group.key))
    people.expect((each.participant, each.name) for each in reads if not each.doubts)
    planned = keep_last_focal_points(people.contacts, [_planned(reader.form, people, each) for each in reads])
    return tuple(sorted(planned, key=lambda each: list(STATES).index(each.state)))


def keep_last_focal_points(contacts: Sequence[Contact], planned: Sequence[Planned]) -> list[Planned]:
    """Make doubtful the rows that together would leave a State without any focal point."""
    gone = {each.contact.id for each in planned if each.contact and _lowers(each)}
    left = {each.participant.id for each in contacts if each.role == "focal-point" and each.id not in gone}
    left |= {p.participant.id for p in planned if p.participant and p.values.get("role") == "focal-point"}
    return [
        replace(each, state="doubtful", words=LEAVES_NOBODY, values={})
        if _lowers(each) and each.participant is not None and each.participant.id not in left
        else each
        for each in planned
    ]


def _lowers(each: Planned) -> bool:
    """Tell whether a row takes the role of focal point from somebody."""
    held = each.contact is not None and each.contact.role == "focal-point"
    return each.state == "changed" and held and each.values.get("role", "focal-point") != "focal-point"


LEAVES_NOBODY = Bilingual(
    "es el último punto focal de su Estado; ponga en el archivo quién lo será",
    "is the State's last focal point; put into the file who will be",
)


def _planned(form: Form, people: People, read: _Read) -> Planned:
    place, name = read.row.place, read.name
    if read.doubts or read.participant is None:
        words = Bilingual("; ".join(each.es for each in read.doubts), "; ".join(each.en for each in read.doubts))
        return Planned("doubtful", place, name, words)
    found = people.find(read.participant, read.values)
    if isinstance(found, Bilingual):
        return Planned("doubtful", place, name, found)
    if found is None:
        people.enter(read.participant, read.values, place)
        return Planned("new", place, name, _introduced(read), read.values, read.participant)
    changed = {key: value for key, value in read.values.items() if found.fields.get(key) != value}
    if not changed:
        words = Bilingual("", "") if not found.place else Bilingual(f"= fila {found.place}", f"= row {found.place}")
        found.place = found.place or place
        return Planned("same", place, name, words, {}, read.participant, found.contact)
    told = _told(form, found.fields, changed)
    if found.place:
        words = Bilingual(
            f"la fila {found.place} ya habla de esta persona y dice otra cosa ({told.es}); deje una",
            f"row {found.place} speaks of this person already and says otherwise ({told.en}); keep one",
        )
        return Planned("doubtful", place, name, words)
    people.change(found, changed, place)
    return Planned("changed", place, name, told, changed, read.participant, found.contact)


def _introduced(read: _Read) -> Bilingual:
    assert read.participant is not None
    more = [str(read.values[key]) for key in ("position", "institution") if read.values.get(key)]
    names = read.participant.name
    return Bilingual(", ".join((names.es, *more)), ", ".join((names.en, *more)))


def _told(form: Form, before: Mapping[str, object], changed: Mapping[str, object]) -> Bilingual:
    """Return "Cargo: Directora → Ministra; …" in both languages."""
    parts = []
    for key, value in changed.items():
        label, old, new = form.field(key).label, _shown(form, key, before.get(key)), _shown(form, key, value)
        parts.append(Bilingual(f"{label.es}: {old.es} → {new.es}", f"{label.en}: {old.en} → {new.en}"))
    return Bilingual("; ".join(each.es for each in parts), "; ".join(each.en for each in parts))


def _shown(form: Form, key: str, value: object) -> Bilingual:
    if value in (None, "", []):
        return Bilingual("(nada)", "(nothing)")
    return fields.show(form.field(key), value)


def apply(
    house: House,
    connection: Connection,
    group: Group,
    planned: Iterable[Planned],
    who: str = IMPORT,
    message_id: int | None = None,
) -> int:
    """Enter what is new and changed, with history; returns how many contacts were written.

    Whose addresses change is told of it at the old and the new ones.
    """
    rows = [each for each in planned if each.participant is not None and each.values]
    new = [each for each in rows if each.state == "new"]
    entered = [(each.participant, each.values) for each in new if each.participant is not None]
    ids = directory.add_contacts(connection, group.key, entered, None)
    lines = [
        line
        for each, contact_id in zip(new, ids, strict=True)
        for line in _history(house, each, contact_id, who, message_id)
    ]
    changed = [each for each in rows if each.state == "changed" and each.contact is not None]
    for each in changed:
        assert each.contact is not None
        directory.change_contact(connection, group.key, each.contact.id, each.values)
        _announce(house, connection, group, each.contact, each.values, who, message_id)
        lines += _history(house, each, each.contact.id, who, message_id)
    ledger.add_history(connection, group.key, lines)
    return len(new) + len(changed)


def _announce(
    house: House,
    connection: Connection,
    group: Group,
    contact: Contact,
    values: Mapping[str, object],
    who: str,
    message_id: int | None,
) -> None:
    if "email" in values:
        by = group.address if who == IMPORT else who
        mark = message_id or house.now().isoformat(timespec="seconds")
        announce.addresses_of(house, connection, group, contact, contact.email, values["email"], by, mark)


def _history(house: House, each: Planned, contact_id: int, who: str, message_id: int | None) -> Iterator[HistoryLine]:
    assert each.participant is not None
    held = directory.as_fields(each.contact) if each.contact else {}
    for name, value in each.values.items():
        at = house.now()
        yield HistoryLine(at, who, "contact", contact_id, each.participant.id, name, held.get(name), value, message_id)
