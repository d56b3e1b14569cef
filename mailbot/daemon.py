"""``mailbot run``: collects, handles, looks what is due and delivers, until told to stop.

Stages are joined only by the database, so each can fail and go on: per group one thread
collects from its mailbox, one handles what waits, one delivers; APScheduler says "look now".
"""

from __future__ import annotations

import asyncio
import gc
import secrets
import signal
import threading
from collections.abc import Callable, Sequence
from types import FrameType

from sqlalchemy.exc import DBAPIError

from mailbot.core.records import Group
from mailbot.edges import clock, journal
from mailbot.edges.store import desk
from mailbot.wiring import Doors
from mailbot.work import confirm, contacts, daily, deliver, digest, holding, receive, remind, report, translate
from mailbot.work.house import House, Inbox

BACK_OFF = (1.0, 2.0, 5.0, 15.0, 30.0, 60.0)  # seconds between tries to reach a server
IDLE_SECONDS = 300.0
LOOK_SECONDS = 60


def run_once(house: House, group_doors: Sequence[Doors]) -> bool:
    """Collect and handle what is waiting, send what is due, stop; True when all doors opened."""
    well = True
    process = secrets.token_hex(8)
    for door in group_doors:
        group = door.group
        deliver.recover(house, group, process)
        well &= look_at_sign_in(house, door)
        well &= _collect_once(house, door)
        while receive.handle_waiting(house, group):
            pass
        well &= _look_noted(house, group)
        well &= _file_once(house, door)
        well &= asyncio.run(_deliver_once(house, door, process))
    return well


def _with_inbox(house: House, door: Doors, work: Callable[[Inbox], object]) -> bool:
    try:
        inbox = door.inbox()
        try:
            work(inbox)
        finally:
            inbox.close()
    except OSError as error:
        _note(house, f"{door.group.key} inbox", ok=False, words=str(error))
        return False
    _note(house, f"{door.group.key} inbox", ok=True, words="")
    return True


def _collect_once(house: House, door: Doors) -> bool:
    return _with_inbox(house, door, lambda inbox: receive.collect(house, door.group, inbox))


def _file_once(house: House, door: Doors) -> bool:
    return _with_inbox(house, door, lambda inbox: receive.file_handled(house, door.group, inbox))


async def _deliver_once(house: House, door: Doors, process: str) -> bool:
    carrier = door.carrier()
    try:
        await deliver.deliver(house, door.group, carrier, process)
    finally:
        await carrier.close()
    return True


class LookError(Exception):
    """Pieces of the schedule that failed, each with its error, after all of them had their turn."""


SCHEDULE: tuple[Callable[[House, Group], object], ...] = (
    daily.daily,
    remind.remind,
    digest.on_schedule,
    contacts.distribute_changes,
    holding.look,
    confirm.look,
    lambda house, _group: translate.catch_up(house),
    report.schedule,
)


def look(house: House, group: Group) -> None:
    """Look what is due by the records and the hour; a trigger too many says nothing twice.

    A piece that fails keeps none of the others from their turn; LookError names it afterwards.
    Trouble of the database is passed up at once.
    """
    failed: list[Exception] = []
    for piece in SCHEDULE:
        try:
            piece(house, group)
        except DBAPIError:
            raise
        except Exception as error:  # noqa: BLE001 - around one piece of the schedule (house rules)
            failed.append(error)
    if failed:
        raise LookError("; ".join(map(repr, failed))) from failed[0]


def _look_noted(house: House, group: Group) -> bool:
    """Look, and remember how that went; True when all is well."""
    words = ""
    try:
        look(house, group)
    except LookError as error:
        words = str(error)
    _note(house, f"{group.key} schedule", ok=not words, words=words)
    return not words


def look_at_sign_in(house: House, door: Doors) -> bool:
    """Renew an OAuth 2 sign-in in time and remember how it is doing; True when all is well."""
    if door.sign_in is None:
        return True
    outlook = door.sign_in.outlook()
    words = f"{outlook.words.es} / {outlook.words.en}"
    _note(house, f"{door.group.key} sign-in", ok=outlook.well, words=words)
    return outlook.well


def _note(house: House, part: str, *, ok: bool, words: str) -> None:
    """Remember how a part is doing; the log says it once when it fails and once when it is back."""
    with house.engine.begin() as connection:
        changed = desk.signal(connection, part, ok=ok, words=words, now=house.now())
    if changed and ok:
        journal.recovered(part)
    elif changed:
        journal.trouble(part, words)


class GroupRunner:
    """The threads of one group; ``news`` wakes the handler, ``letters`` the deliverer."""

    def __init__(self, house: House, door: Doors, stop: threading.Event, poll: float) -> None:
        self.house = house
        self.door = door
        self.stop = stop
        self.poll = poll
        self.process = secrets.token_hex(8)
        self.news = threading.Event()
        self.letters = threading.Event()
        self.inbox: Inbox | None = None
        self.threads: list[threading.Thread] = []

    def start(self) -> None:
        """Give back an earlier process's claims, then start collecting, handling, delivering."""
        deliver.recover(self.house, self.door.group, self.process)
        self.news.set()
        self.letters.set()
        for name, work in (
            ("collect", self._collect),
            ("handle", self._handle),
            ("deliver", self._deliver),
        ):
            thread = threading.Thread(target=work, name=f"{self.door.group.key}-{name}")
            thread.start()
            self.threads.append(thread)

    def interrupt(self) -> None:
        """Wake every thread so that it sees the stop."""
        self.news.set()
        self.letters.set()
        if self.inbox is not None:
            self.inbox.interrupt()

    def look_now(self) -> None:
        """Look what is due; called by the scheduler."""
        part = f"{self.door.group.key} schedule"
        try:
            look_at_sign_in(self.house, self.door)
            _look_noted(self.house, self.door.group)
        except DBAPIError as error:
            journal.trouble(part, str(error.orig))
            return
        self.letters.set()

    def _persist(self, part: str, work: Callable[[], None]) -> None:
        """Do ``work`` again and again; a failure waits with back-off and says itself once."""
        failures = 0
        while not self.stop.is_set():
            try:
                work()
            except (OSError, DBAPIError) as error:
                pause = BACK_OFF[min(failures, len(BACK_OFF) - 1)]
                failures += 1
                self._tell_failure(part, error)
                self.stop.wait(pause)
            else:
                failures = 0

    def _tell_failure(self, part: str, error: Exception) -> None:
        words = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        try:
            _note(self.house, f"{self.door.group.key} {part}", ok=False, words=words)
        except DBAPIError as deeper:
            journal.trouble(f"{self.door.group.key} database", str(deeper.orig))

    def _collect(self) -> None:
        self._persist("inbox", self._collect_while_open)

    def _collect_while_open(self) -> None:
        inbox = self.door.inbox()
        self.inbox = inbox
        try:
            while not self.stop.is_set():
                if receive.collect(self.house, self.door.group, inbox):
                    self.news.set()
                receive.file_handled(self.house, self.door.group, inbox)
                _note(self.house, f"{self.door.group.key} inbox", ok=True, words="")
                if not self.stop.is_set():
                    inbox.wait(self.poll)
        finally:
            self.inbox = None
            inbox.close()

    def _handle(self) -> None:
        self._persist("database", self._handle_waiting)

    def _handle_waiting(self) -> None:
        self.news.wait(self.poll)
        self.news.clear()
        while not self.stop.is_set() and receive.handle_waiting(self.house, self.door.group):
            self.letters.set()
            inbox = self.inbox
            if inbox is not None:
                inbox.interrupt()

    def _deliver(self) -> None:
        asyncio.run(self._deliver_for_ever())

    async def _deliver_for_ever(self) -> None:
        carrier = self.door.carrier()
        part = f"{self.door.group.key} outbox"
        try:
            while not self.stop.is_set():
                await asyncio.to_thread(self.letters.wait, self.poll)
                self.letters.clear()
                try:
                    await deliver.deliver(self.house, self.door.group, carrier, self.process)
                    _note(self.house, part, ok=True, words="")
                except DBAPIError as error:
                    self._tell_failure("outbox", error)
                    await asyncio.sleep(1)
        finally:
            await carrier.close()


def run(house: House, group_doors: Sequence[Doors], *, poll: float) -> None:
    """Run until SIGTERM or SIGINT; every thread ends what it has begun."""
    gc.freeze()  # modules, rules and templates stay: no collection looks through them again
    stop = threading.Event()
    runners = [GroupRunner(house, door, stop, min(poll, IDLE_SECONDS)) for door in group_doors]

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    for runner in runners:
        runner.start()
    scheduler = clock.Scheduler()
    for runner in runners:
        scheduler.every(LOOK_SECONDS, runner.look_now)
    scheduler.start()
    journal.running("started", groups=[door.group.key for door in group_doors])
    stop.wait()
    journal.running("stopping")
    scheduler.stop()
    for runner in runners:
        runner.interrupt()
        for thread in runner.threads:
            thread.join()
    journal.running("stopped")
