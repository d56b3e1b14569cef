"""``ask`` and ``send``: letters now, or written to files to look at first."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, select

from mailbot.cli.common import CouldNotError, group_of, house_of, put, say, settings_of, write_file
from mailbot.cli.progress import Progress
from mailbot.core.letters.facts import Person
from mailbot.core.records import Group, Participant
from mailbot.core.values import Bilingual, Form, OperatorError
from mailbot.edges.store import directory
from mailbot.edges.store.tables import letters
from mailbot.work import ask as asking
from mailbot.work import contacts, digest, remind
from mailbot.work import deadline as deadlines
from mailbot.work.house import House
from mailbot.work.write import Envelope, compose_letter, facts_of_group


def _form(house: House, name: str) -> Form:
    try:
        return house.form(name)
    except KeyError:
        known = ", ".join(form.id for form in house.forms)
        raise OperatorError(
            [
                Bilingual(
                    f"FORM «{name}» no existe; hay: {known}.",
                    f"FORM “{name}” does not exist; there are: {known}.",
                )
            ]
        ) from None


def ask(arguments: argparse.Namespace) -> int:
    """Send a request, or write its letter to a file."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    form = _form(house, arguments.form)
    if arguments.preview:
        return _preview(house, group, form, arguments)
    codes = [] if arguments.to == "all" else [_participant(house, group, arguments.to).code]
    try:
        put_letters = asking.ask_all(house, group, form, about=arguments.about, due=arguments.due, only=codes)
    except LookupError as error:
        raise _no_activity(arguments.about) from error
    for code, count in put_letters.items():
        put(f"{code}: {count}")
    silent = [code for code, count in put_letters.items() if count == 0]
    if silent:
        names = ", ".join(silent)
        raise CouldNotError(
            Bilingual(
                f"Sin dirección a quien escribir: {names}. Añada contactos con «mailbot import».",
                f"No address to write to: {names}. Add contacts with “mailbot import”.",
            )
        )
    return 0


def _no_activity(about: str) -> CouldNotError:
    return CouldNotError(
        Bilingual(
            f"El programa no tiene la actividad «{about}»; vea «mailbot show activities».",
            f"The programme has no activity “{about}”; see “mailbot show activities”.",
        )
    )


def _participant(house: House, group: Group, who: str) -> Participant:
    with house.engine.begin() as connection:
        if "@" in who:
            found = directory.contacts_at(connection, group.key, who)
            if found:
                return found[0].participant
        participant = directory.participant_by_code(connection, group.key, who)
        known = [each.code for each in directory.all_participants(connection, group.key)]
    if participant is None:
        raise CouldNotError(
            Bilingual(
                f"--to «{who}» no se conoce; participantes: {', '.join(known)}.",
                f"--to “{who}” is not known; participants: {', '.join(known)}.",
            )
        )
    return participant


def _preview(house: House, group: Group, form: Form, arguments: argparse.Namespace) -> int:
    participant = _participant(house, group, arguments.to)
    with house.engine.begin() as connection:
        try:
            request, _ = asking.ask(
                house,
                connection,
                group,
                form,
                participant,
                about=arguments.about,
                due=arguments.due,
            )
        except LookupError as error:
            raise _no_activity(arguments.about) from error
        raw = connection.execute(select(letters.c.raw).where(letters.c.request_id == request.id)).scalar()
        if raw is None:
            # Nobody designated yet: show the letter as it would look.
            activity = asking.activity_of(connection, group, arguments.about)
            to = Person(group.address, "", "", participant.name)
            facts = asking.request_facts(
                facts_of_group(connection, group),
                form,
                to,
                {},
                request.code,
                activity,
                arguments.due,
            )
            envelope = Envelope(group.address, "", participant.language, "preview", "once", request=request)
            raw = compose_letter(house, group, facts, envelope, house.now()).raw
        connection.rollback()
    write_file(arguments.preview, raw)
    say(Bilingual(f"{arguments.preview} escrito.", f"{arguments.preview} written."))
    return 0


def deadline(arguments: argparse.Namespace) -> int:
    """Move the due date of requests, or withdraw them."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    for code in arguments.codes:
        try:
            count = (
                deadlines.withdraw(house, group, code)
                if arguments.withdraw
                else deadlines.move(house, group, code, arguments.due)
            )
        except LookupError as error:
            raise CouldNotError(
                Bilingual(
                    f"No hay solicitud abierta con el código «{code}»; vea «mailbot show requests».",
                    f"No open request has the code “{code}”; see “mailbot show requests”.",
                )
            ) from error
        put(f"{code}: {count}")
    return 0


def send(arguments: argparse.Namespace) -> int:
    """Put in the outbox what the schedule would send, or write it to a folder."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if arguments.preview:
        return _preview_all(house, group, arguments.what, arguments.preview)
    count = SENT[arguments.what](house, group)
    say(Bilingual(f"{count} cartas en la bandeja de salida.", f"{count} letters put in the outbox."))
    if not count:
        say(NOTHING[arguments.what])
    return 0


def _told() -> Callable[[int, int], None]:
    """Say now and then how many letters of an edition are written."""
    progress = Progress(0, Bilingual("Cartas escritas", "Letters written"))

    def told(done: int, total: int) -> None:
        progress.total = total
        progress(done)

    return told


SENT: dict[str, Callable[[House, Group], int]] = {
    "contacts": lambda house, group: contacts.distribute(house, group, force=True, told=_told()),
    "digest": digest.digest,
    "bulletin": digest.bulletin,
    "reminders": remind.remind,
}


_WEEKLY = Bilingual(
    "El de este período ya salió, o no trae nada nuevo: con «quiet = line» bajo «digest» en mailbot.toml sale entonces "
    "una línea.",
    "That of this period has been sent, or has nothing new: “quiet = line” under “digest” in mailbot.toml sends one "
    "line then.",
)
NOTHING: dict[str, Bilingual] = {
    "contacts": Bilingual(
        "Nadie tiene dirección de correo; añada contactos con «mailbot import contacts».",
        "Nobody has an e-mail address; add contacts with “mailbot import contacts”.",
    ),
    "digest": _WEEKLY,
    "bulletin": _WEEKLY,
    "reminders": Bilingual(
        "Ahora no toca ningún recordatorio; «mailbot show requests» dice qué está pendiente y hasta cuándo.",
        "No reminder is due now; “mailbot show requests” says what is pending and until when.",
    ),
}


def _preview_all(house: House, group: Group, what: str, folder: Path) -> int:
    """Do it all in a transaction that is rolled back, and keep the letters."""
    found: list[tuple[str, bytes]] = []
    with house.engine.begin() as connection:
        before = connection.execute(select(letters.c.id).order_by(letters.c.id.desc())).scalar()
        shadow = replace(house, engine=SameTransaction(connection))
        SENT[what](shadow, group)
        rows = connection.execute(select(letters.c.recipient, letters.c.raw).where(letters.c.id > (before or 0)))
        found.extend((row.recipient, row.raw) for row in rows)
        connection.rollback()
    for number, (recipient, raw) in enumerate(found, 1):
        write_file(folder / f"{number:03d}-{what}-{recipient}.eml", raw)
    say(Bilingual(f"{len(found)} cartas en {folder}.", f"{len(found)} letters in {folder}."))
    if not found:
        say(NOTHING[what])
    return 0


class SameTransaction:
    """An engine whose transactions are one that is already open."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def begin(self) -> SameTransaction:
        """Join the open transaction."""
        return self

    def __enter__(self) -> Connection:
        return self.connection

    def __exit__(self, *_error: object) -> None:
        return None
