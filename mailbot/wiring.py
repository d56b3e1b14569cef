"""Where everything is put together: settings become doors, rules and a house."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mailbot.core.records import Group
from mailbot.core.trust import Servers
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges import clock, rulebook, shipped
from mailbot.edges.inbox import open_inbox
from mailbot.edges.pages import Pages
from mailbot.edges.rulebook.authority import load_authority
from mailbot.edges.rulebook.holidays import load_offices
from mailbot.edges.rulebook.programme import load_programme
from mailbot.edges.signatures import DnsKeys, KeyFinder
from mailbot.edges.stages import load_stages
from mailbot.edges.store import migrate
from mailbot.edges.store.engine import open_engine
from mailbot.edges.translators import open_translator
from mailbot.edges.transports import open_carrier
from mailbot.settings import GroupSettings, Settings, TrustSettings, password_of
from mailbot.work.house import Carrier, House, Inbox, Trust


@dataclass(frozen=True)
class Doors:
    """How a group's mailbox and carrier are opened; each call opens a new connection."""

    group: Group
    inbox: Callable[[], Inbox]
    carrier: Callable[[], Carrier]


def group_of(settings: GroupSettings) -> Group:
    """Return a group's settings as the work knows them."""
    return Group(
        key=settings.key,
        name=Bilingual(settings.name.es, settings.name.en),
        address=settings.address,
        presidency=settings.presidency.upper(),
        timezone=settings.timezone,
        secretariat=settings.secretariat.upper(),
        sub_addressing=settings.sub_addressing,
        answers_per_day=settings.answers_per_day,
        letters_per_hour=settings.letters_per_hour,
        digest_weekday=settings.digest.weekday,
        digest_hour=settings.digest.hour,
    )


def read_key(path: Path) -> bytes:
    """Return the key that signs reply addresses; made once, readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32) + "\n", encoding="ascii")
    key = path.read_text(encoding="ascii").strip()
    if len(key) < 32:
        raise OperatorError(
            [
                Bilingual(
                    f"key_file {path}: la clave está vacía o es corta; bórrela para crear otra.",
                    f"key_file {path}: the key is empty or short; delete it to make a new one.",
                )
            ]
        )
    return key.encode()


def build_house(
    settings: Settings,
    *,
    now: Callable[[], datetime] = clock.now,
    draw: Callable[[int], int] = secrets.randbits,
    step: Callable[[str], None] = lambda _name: None,
    keys: KeyFinder | None = None,
) -> House:
    """Put the house together; OperatorError lists what is wrong with rules and settings.

    ``keys`` finds DKIM keys in the place of DNS.
    """
    rules = shipped.folder("rules", settings.rules)
    forms = rulebook.load_forms(rules / "forms")
    countries = rulebook.load_countries(rules / "countries.yaml")
    engine = open_engine(settings.database)
    return House(
        engine=engine,
        groups={group.key: group_of(group) for group in settings.groups},
        pages=Pages(shipped.folder("templates", settings.templates)),
        forms=forms,
        stages=load_stages(rules / "reminders.yaml"),
        key=read_key(settings.key_file),
        now=now,
        draw=draw,
        country_names=countries,
        programme_words=load_programme(_programme_file(rules), countries),
        offices=load_offices(rules / "holidays.yaml"),
        translator=open_translator(
            settings.translator.engine,
            settings.translator.url,
            api_key=settings.translator.api_key,
            timeout=settings.translator.timeout_seconds,
        ),
        translator_name=settings.translator.engine,
        step=step,
        audiences=rulebook.load_audiences(audiences_file(rules)),
        authority=load_authority(authority_file(rules)),
        trust=_trust(settings.trust, keys),
    )


def _trust(settings: TrustSettings, keys: KeyFinder | None) -> Trust:
    finder = keys or (DnsKeys(settings.dns_timeout_seconds) if settings.dkim == "dns" else None)
    servers = Servers(frozenset(each.strip().lower() for each in settings.authserv_ids), settings.own_received)
    return Trust(finder, servers, settings.token_days)


def _programme_file(rules: Path) -> Path:
    """Return the operator's words of programmes; rules copied before there were any use the shipped ones."""
    mine = rules / "programme.yaml"
    return mine if mine.exists() else shipped.folder("rules") / "programme.yaml"


def audiences_file(rules: Path) -> Path:
    """Return the operator's file of audiences; rules copied before it existed go by the shipped one."""
    own = rules / "audiences.yaml"
    return own if own.exists() else shipped.folder("rules") / "audiences.yaml"


def authority_file(rules: Path) -> Path:
    """Return the operator's table of who may what; rules copied before it existed go by the shipped one."""
    own = rules / "authority.yaml"
    return own if own.exists() else shipped.folder("rules") / "authority.yaml"


def prepare_database(house: House) -> None:
    """Bring the database to the shipped version."""
    migrate.upgrade(house.engine, shipped.folder("db"))


def database_state(house: House) -> tuple[str | None, str | None]:
    """Return (version of the database, version shipped)."""
    return migrate.state(house.engine, shipped.folder("db"))


def doors(settings: GroupSettings) -> Doors:
    """Return how to open a group's doors; nothing is opened yet."""
    password = password_of(settings)

    def inbox() -> Inbox:
        return open_inbox(
            settings.inbox,
            password,
            after_handling=settings.after_handling,
            ca_file=settings.ca_file,
        )

    def carrier() -> Carrier:
        return open_carrier(settings.outbox, password, ca_file=settings.ca_file)

    return Doors(group_of(settings), inbox, carrier)
