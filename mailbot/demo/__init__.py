"""``mailbot demo``: one week of the group on an embedded mail exchange, nothing to configure."""

from __future__ import annotations

import email
import random
import sys
import tempfile
import time
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select

from mailbot import daemon, wiring
from mailbot.core.values import Bilingual
from mailbot.demo import album, play
from mailbot.demo.album import Page
from mailbot.edges import journal, rulebook, shipped
from mailbot.edges.inbox import open_inbox
from mailbot.edges.locale import language
from mailbot.edges.store import desk, directory
from mailbot.edges.store.tables import letters, messages
from mailbot.settings import Settings
from mailbot.work import ask, contacts, importing, programme_import
from mailbot.work.house import House

GROUP = "grupo.md@crm.example"
STEPS = 16


def main(keep: Path | None) -> int:
    """Play the week; letters stay in ``keep`` (else in a temporary folder); returns 0."""
    try:
        from mailbot.demo.exchange import Exchange
    except ImportError:
        say(
            Bilingual(
                "La demostración necesita el intercambio de correo: pip install 'mailbot[demo]'.",
                "The demo needs the mail exchange: pip install 'mailbot[demo]'.",
            )
        )
        return 1
    folder = keep or Path(tempfile.mkdtemp(prefix="mailbot-demo-"))
    begun = time.monotonic()
    exchange = Exchange(GROUP, play.UNKNOWN)
    exchange.start()
    try:
        week = Week(exchange, folder)
        index = week.run()
    finally:
        exchange.stop()
    seconds = time.monotonic() - begun
    say(
        Bilingual(
            f"\nListo en {seconds:.0f} s. Abra {index} para ver las {len(week.pages)} cartas y mensajes.",
            f"\nDone in {seconds:.0f} s. Open {index} to see the {len(week.pages)} letters and messages.",
        )
    )
    return 0


def say(words: Bilingual | str) -> None:
    """Tell the story on standard output."""
    text = words if isinstance(words, str) else words.get(language())
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


class Week:
    """The group, its clock, and what was seen so far."""

    def __init__(self, exchange: Any, folder: Path) -> None:
        self.exchange = exchange
        self.folder = folder
        self.hour = play.BEGIN
        self.pages: list[Page] = []
        self.seen: dict[str, int] = {}
        self.newest: dict[str, bytes] = {}
        self.step = 0
        self.scene = Bilingual("", "")
        folder.mkdir(parents=True, exist_ok=True)
        album.clear(folder)
        for old in folder.glob("demo.db*"):
            old.unlink()
        self.settings = Settings.model_validate(
            {
                "database": f"sqlite:///{folder / 'demo.db'}",
                "key_file": str(folder / "demo.key"),
                "groups": [
                    {
                        "key": "md",
                        "name": {
                            "es": "Grupo de Trabajo sobre Migración y Desarrollo",
                            "en": "Working Group on Migration and Development",
                        },
                        "address": GROUP,
                        "inbox": exchange.inbox_url,
                        "outbox": exchange.outbox_url,
                        "presidency": "GT",
                        "timezone": "America/Guatemala",
                    }
                ],
            }
        )
        journal.configure("text", (folder / "demo.log").open("w", encoding="utf-8"))
        draw = random.Random(2009)  # noqa: S311 - the same codes at every showing
        self.house: House = wiring.build_house(self.settings, now=lambda: self.hour, draw=draw.getrandbits)
        wiring.prepare_database(self.house)
        self.group = self.house.groups["md"]
        plain = wiring.doors(self.settings.groups[0])
        self.door = wiring.Doors(
            self.group, lambda: open_inbox(exchange.inbox_url, lambda: exchange.password), plain.carrier
        )

    def tell(self, words: Bilingual) -> None:
        """Say one step with its progress and simulated hour."""
        self.step += 1
        self.scene = words
        say(f"[{self.step:2}/{STEPS}] {self.hour:%d/%m/%Y %H:%M}  {words.get(language())}")

    def run(self) -> Path:
        """Play everything; returns the index page."""
        self._load()
        self._ask()
        for scene in play.SCENES:
            self.hour = scene.when
            self.tell(scene.told)
            raw = scene.write(self.newest[scene.box], self.hour)
            self.exchange.deliver(raw)
            self._work()
        self.hour = play.REMIND
        self.tell(Bilingual("Faltan siete días: recordatorios", "Seven days left: reminders"))
        self._work()
        self.hour = play.MONDAY
        self.tell(Bilingual("Lunes: resumen semanal a la Presidencia", "Monday: weekly digest to the presidency"))
        self._work()
        self.tell(Bilingual("La lista de contactos va a todos", "The contact list goes to all"))
        contacts.distribute(self.house, self.group, force=True)
        self._work()
        self._count()
        return album.write(self.folder, self.pages)

    def _load(self) -> None:
        data = resources.files("mailbot.demo") / "data"
        people = yaml.safe_load((data / "contacts.yaml").read_text("utf-8"))["contacts"]
        states = rulebook.load_members(shipped.folder("rules") / "countries.yaml")
        with self.house.engine.begin() as connection:
            for state in states:
                directory.add_participant(connection, "md", state.code, "state", state.name, state.language)
            secretariat = Bilingual("Secretaría Técnica", "Technical Secretariat")
            directory.add_participant(connection, "md", "ST", "organisation", secretariat, "es")
            planned = importing.plan_contacts(self.house, connection, self.group, people)
            count = importing.apply_contacts(self.house, connection, self.group, planned)
            read = programme_import.read(self.house, self.group, Path(str(data / "programme.yaml")))
            rows = programme_import.plan(connection, self.group, read).steps
            programme_import.apply(self.house, connection, self.group, rows)
        self.tell(
            Bilingual(
                f"Directorio: {count} personas de {len(states)} Estados y la Secretaría; programa: {len(rows)} filas",
                f"Directory: {count} people of {len(states)} States and the Secretariat; programme: {len(rows)} rows",
            )
        )

    def _ask(self) -> None:
        form = self.house.form("contact-update")
        put = ask.ask_all(self.house, self.group, form, due=play.DUE)
        self.tell(
            Bilingual(
                f"Solicitud a {len(put)} Estados, con fecha límite 16/01/2009",
                f"A request to {len(put)} States, due 16/01/2009",
            )
        )
        self._work()

    def _work(self) -> None:
        """What the daemon does: collect, handle, look what is due, deliver; then tell it."""
        with self.house.engine.begin() as connection:
            before = connection.execute(select(messages.c.id).order_by(messages.c.id.desc())).scalar() or 0
        daemon.run_once(self.house, [self.door])
        daemon.run_once(self.house, [self.door])  # what came back meanwhile, such as a bounce
        with self.house.engine.begin() as connection:
            rows = connection.execute(select(messages).where(messages.c.id > before).order_by(messages.c.id)).all()
        self._tell_messages([row for row in rows if row.kind != "bounce"])
        self._tell_letters()
        self._tell_messages([row for row in rows if row.kind == "bounce"])  # after the letters they return

    def _tell_messages(self, rows: list[Any]) -> None:
        for row in rows:
            say(f"         ← {row.sender or '?'}: {row.outcome} ({row.reason})")
            who, kind = row.sender or "?", row.kind
            page = Page(self.hour, row.raw, who, kind, self.scene, out=False)
            self.pages.append(replace(page, outcome=row.outcome, reason=row.reason or ""))

    def _tell_letters(self) -> None:
        fresh: list[tuple[str, bytes]] = []
        for address, box in sorted(self.exchange.boxes.items()):
            start = self.seen.get(address, 0)
            fresh.extend((address, raw) for raw in box[start:])
            self.seen[address] = len(box)
        for address, raw in fresh:
            self.newest[address] = raw
            kind = _kind(raw)
            self.pages.append(Page(self.hour, raw, address, kind, self.scene, out=True))
        by_kind: dict[str, list[tuple[str, bytes]]] = {}
        for address, raw in fresh:
            by_kind.setdefault(_kind(raw), []).append((address, raw))
        for kind, several in by_kind.items():
            if len(several) > 3:
                say(f"         → {len(several)} × {kind}")
            else:
                for address, raw in several:
                    say(f"         → {address}: {album.subject_of(raw)}")

    def _count(self) -> None:
        with self.house.engine.begin() as connection:
            sent = connection.execute(select(letters.c.id).where(letters.c.state == "sent")).all()
            came = connection.execute(select(messages.c.outcome)).all()
            open_holds = desk.holds_open(connection, "md")
        outcomes = {row.outcome: 0 for row in came}
        for row in came:
            outcomes[row.outcome] += 1
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
        say(
            Bilingual(
                f"\n{len(came)} mensajes: {told}. {len(sent)} cartas enviadas. {len(open_holds)} esperan una decisión.",
                f"\n{len(came)} messages: {told}. {len(sent)} letters sent. {len(open_holds)} wait for a decision.",
            )
        )


def _kind(raw: bytes) -> str:
    return str(email.message_from_bytes(raw)["x-mailbot-letter"] or "letter")
