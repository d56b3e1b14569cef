"""A town for conversation tests: two groups, invented officials, a clock that moves.

Everything is real but the two narrow doors: what "comes" is put where the inbox would put
it, and what "leaves" is kept in people's letter boxes.  A letter nobody read fails the test
(``Town.close``).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import random
import zlib
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from mailbot import daemon, wiring
from mailbot.core import message
from mailbot.core.records import Contact, Group
from mailbot.core.values import Bilingual, Carried, Collected, Message, Position
from mailbot.edges.signatures import KeyFinder
from mailbot.edges.store import desk, directory, intake, ledger
from mailbot.settings import Settings
from mailbot.work import ask, deliver, receive
from mailbot.work.house import House

STATES = {
    "BZ": ("Belice", "Belize", "en"),
    "CA": ("Canadá", "Canada", "en"),
    "CR": ("Costa Rica", "Costa Rica", "es"),
    "DO": ("República Dominicana", "Dominican Republic", "es"),
    "GT": ("Guatemala", "Guatemala", "es"),
    "HN": ("Honduras", "Honduras", "es"),
    "MX": ("México", "Mexico", "es"),
    "NI": ("Nicaragua", "Nicaragua", "es"),
    "PA": ("Panamá", "Panama", "es"),
    "SV": ("El Salvador", "El Salvador", "es"),
    "US": ("Estados Unidos de América", "United States of America", "en"),
}
GROUPS = {
    "md": ("Grupo de Trabajo sobre Migración y Desarrollo", "Working Group on Development"),
    "pc": ("Red de Enlace para la Protección Consular", "Liaison Officer Network"),
}
START = dt.datetime(2008, 12, 1, 15, tzinfo=dt.UTC)


@dataclass
class MemoryCarrier:
    """Keeps letters in people's boxes; ``answers`` says what it tells for an address."""

    boxes: dict[str, list[bytes]] = field(default_factory=dict)
    answers: dict[str, Carried] = field(default_factory=dict)
    tries: list[str] = field(default_factory=list)

    async def send(self, envelope_from: str, to: str, raw: bytes) -> Carried:
        self.tries.append(to)
        told = self.answers.get(to, Carried("sent", "250 kept"))
        if told.outcome == "sent":
            self.boxes.setdefault(to, []).append(raw)
        return told

    async def check(self) -> str:
        return "memory"

    async def close(self) -> None:
        return None


class Town:
    """The group's world on one database."""

    def __init__(
        self,
        folder: Path,
        database: str | None = None,
        *,
        rules: Path | None = None,
        keys: KeyFinder | None = None,
        trust: dict[str, object] | None = None,
        **changes: object,
    ) -> None:
        self.hour = START
        self.carrier = MemoryCarrier()
        self.numbers = random.Random(2008)
        self.uid = 0
        self.settings = Settings.model_validate(
            {
                "database": database or f"sqlite:///{folder / 'town.db'}",
                "key_file": str(folder / "town.key"),
                "rules": rules,
                "trust": trust or {},
                "groups": [
                    {
                        "key": key,
                        "name": {"es": names[0], "en": names[1]},
                        "address": f"grupo.{key}@crm.example",
                        "inbox": f"maildir:///{folder}/in-{key}",
                        "outbox": f"maildir:///{folder}/out-{key}",
                        "presidency": "GT",
                        "timezone": "America/Guatemala",
                        **changes,
                    }
                    for key, names in GROUPS.items()
                ],
            }
        )
        self.house: House = wiring.build_house(
            self.settings, now=lambda: self.hour, draw=self.numbers.getrandbits, keys=keys
        )
        wiring.prepare_database(self.house)
        self.md: Group = self.house.groups["md"]
        self.pc: Group = self.house.groups["pc"]

    # --- people ---------------------------------------------------------------------------

    def state(self, code: str, group: str = "md", **fields: object) -> Contact:
        """Enter a State with one focal point; returns the contact."""
        names = STATES[code]
        values: dict[str, object] = {
            "role": "focal-point",
            "title": "Lic.",
            "name": f"Persona Inventada {code}",
            "position": "Directora de Migración",
            "institution": "Ministerio de Relaciones Exteriores",
            "email": [f"focal@{code.lower()}.example"],
            "language": names[2],
            **fields,
        }
        with self.house.engine.begin() as connection:
            participant = directory.add_participant(
                connection, group, code, "state", Bilingual(names[0], names[1]), names[2]
            )
            contact_id = directory.add_contact(connection, group, participant, values, None)
            contact = directory.contact_by_id(connection, group, contact_id)
        assert contact is not None
        return contact

    def person(self, code: str, group: str = "md", confirmed_on: dt.date | None = None, **fields: object) -> Contact:
        """Enter one more person of a State; returns the contact."""
        values = {"role": "contact", "language": STATES[code][2], **fields}
        with self.house.engine.begin() as connection:
            participant = directory.participant_by_code(connection, group, code)
            assert participant is not None
            contact_id = directory.add_contact(connection, group, participant, values, confirmed_on)
            contact = directory.contact_by_id(connection, group, contact_id)
        assert contact is not None
        return contact

    def contacts(self, code: str, group: str = "md") -> tuple[Contact, ...]:
        with self.house.engine.begin() as connection:
            participant = directory.participant_by_code(connection, group, code)
            assert participant is not None
            return directory.active_contacts(connection, group, participant.id)

    def activity(self, code: str, title: str, end: str, group: str = "md", responsible: tuple[str, ...] = ()) -> None:
        with self.house.engine.begin() as connection:
            ledger.put_activity(
                connection,
                group,
                {
                    "code": code,
                    "parent_code": None,
                    "theme_es": "Protección",
                    "theme_en": "Protection",
                    "objective_es": "",
                    "objective_en": "",
                    "title_es": title,
                    "title_en": title,
                    "calendar_text": "",
                    "kind": "period",
                    "start": None,
                    "end": dt.date.fromisoformat(end),
                    "tentative": False,
                    "responsible": list(responsible),
                    "depends_on": [],
                },
            )

    # --- time and mail --------------------------------------------------------------------

    def ask(self, form: str = "contact-update", due: str | None = "2009-01-16", **more) -> None:
        """Put a form to every State and deliver it."""
        day = dt.date.fromisoformat(due) if due else None
        ask.ask_all(self.house, self.md, self.house.form(form), due=day, **more)
        self.deliver()

    def deliver(self) -> int:
        return sum(
            asyncio.run(deliver.deliver(self.house, group, self.carrier, "town"))
            for group in self.house.groups.values()
        )

    def comes(self, raw: bytes, group: str = "md") -> str:
        """A message comes in, is handled and answered; returns its outcome."""
        self.uid += 1
        place = Position("INBOX", 1, self.uid)
        with self.house.engine.begin() as connection:
            intake.store_raw(connection, group, [Collected(place, raw)], self.hour)
        while receive.handle_waiting(self.house, self.house.groups[group]):
            pass
        self.deliver()
        return str(self.rows(group)[-1].outcome)

    def rows(self, group: str = "md") -> list:
        from sqlalchemy import select

        from mailbot.edges.store.tables import messages

        with self.house.engine.begin() as connection:
            return list(
                connection.execute(select(messages).where(messages.c.group_key == group).order_by(messages.c.id))
            )

    def holds(self, group: str = "md"):
        with self.house.engine.begin() as connection:
            return desk.holds_open(connection, group)

    def later(self, **delta: float) -> None:
        """The hour moves; the schedule looks; letters leave."""
        self.hour += dt.timedelta(**delta)
        for group in self.house.groups.values():
            daemon.look(self.house, group)
        self.deliver()

    def opens(self, address: str) -> Message:
        """A person takes the oldest unread letter out of their box."""
        box = self.carrier.boxes.get(address.lower(), [])
        assert box, f"no letter for {address}; letters wait for {sorted(self.unread())}"
        return message.parse(self.raw(address))

    def raw(self, address: str) -> bytes:
        return self.carrier.boxes[address.lower()].pop(0)

    def unread(self) -> dict[str, int]:
        return {address: len(box) for address, box in self.carrier.boxes.items() if box}

    def burn(self) -> None:
        """Everybody throws their unread letters away."""
        self.carrier.boxes.clear()

    def close(self) -> None:
        unread = self.unread()
        self.house.engine.dispose()
        assert not unread, f"letters nobody read: {unread}"


def words(letter: Message) -> str:
    """The text of a letter, both halves."""
    lines = letter.alternative if letter.lines and letter.lines[0].source == "html" else ()
    return "\n".join(line.text for line in (*letter.lines, *lines))


def reply(
    letter: Message | None,
    sender: str,
    text: str,
    *,
    to: str | None = None,
    subject: str | None = None,
    headers: dict[str, str] | None = None,
) -> bytes:
    """A plain reply typed above nothing: In-Reply-To and address as a program sets them."""
    mail = EmailMessage()
    mail["From"] = sender
    if letter is not None:
        back = letter.reply_to or ((letter.sender,) if letter.sender else ())
        mail["To"] = to or back[0].address
        mail["Subject"] = subject or f"RE: {letter.subject}"
        mail["In-Reply-To"] = f"<{letter.message_id}>"
        mail["References"] = f"<{letter.message_id}>"
    else:
        mail["To"] = to or "grupo.md@crm.example"
        mail["Subject"] = subject or "Actualización"
    mail["Date"] = email.utils.format_datetime(START + dt.timedelta(hours=2))
    stamp = zlib.crc32(repr((sender, text, subject)).encode())
    mail["Message-ID"] = f"<{stamp:x}@{sender.partition(chr(64))[2]}>"
    for name, value in (headers or {}).items():
        mail[name] = value
    mail.set_content(text)
    return mail.as_bytes()
