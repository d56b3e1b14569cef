"""Where everything is put together: settings become doors, rules and a house."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sqlalchemy import Engine

from mailbot.core.records import Group, ReportPlan
from mailbot.core.trust import Servers
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges import clock, rulebook, shipped
from mailbot.edges.inbox import open_inbox
from mailbot.edges.oauth import GOOGLE, Provider, SignIn, checked, microsoft
from mailbot.edges.pages import Pages
from mailbot.edges.rulebook.authority import load_authority
from mailbot.edges.rulebook.branches import load_branches
from mailbot.edges.rulebook.holidays import load_offices
from mailbot.edges.rulebook.programme import load_programme
from mailbot.edges.rulebook.public_mail import load_public_mail
from mailbot.edges.rulebook.report import load_report
from mailbot.edges.sasl import Bearer
from mailbot.edges.signatures import DnsKeys, KeyFinder
from mailbot.edges.stages import load_stages
from mailbot.edges.store import migrate
from mailbot.edges.store.engine import open_engine
from mailbot.edges.translators import open_translator
from mailbot.edges.transports import open_carrier
from mailbot.settings import GroupSettings, OAuth, ReportSettings, Settings, TrustSettings, password_of
from mailbot.work.house import Carrier, House, Inbox, Trust


@dataclass(frozen=True)
class Doors:
    """How a group's mailbox and carrier are opened; each call opens a new connection."""

    group: Group
    inbox: Callable[[], Inbox]
    carrier: Callable[[], Carrier]
    sign_in: SignIn | None = None


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
        quiet_line=settings.digest.quiet == "line",
        bulletin=settings.digest.bulletin,
        report=_report_plan(settings.report),
        confirm_every_months=settings.confirm_every_months,
        list_every_months=settings.list_every_months,
        keep_raw_months=settings.keep_raw_months,
        hold_days=settings.hold_days,
        confirmation_days=settings.confirmation_days,
        undo_days=settings.undo_days,
    )


def _report_plan(settings: ReportSettings) -> ReportPlan:
    to, through = settings.to, settings.through
    return ReportPlan(
        tuple(sorted(settings.meetings)),
        settings.draft_days,
        Bilingual(to.es, to.en) if to else None,
        Bilingual(through.es, through.en) if through else None,
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
    audiences = rulebook.load_audiences(rule_file(rules, "audiences.yaml"))
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
        programme_words=load_programme(rule_file(rules, "programme.yaml"), countries),
        offices=load_offices(rule_file(rules, "holidays.yaml")),
        translator=open_translator(
            settings.translator.engine,
            settings.translator.url,
            api_key=settings.translator.api_key,
            timeout=settings.translator.timeout_seconds,
        ),
        translator_name=settings.translator.engine,
        step=step,
        audiences=audiences,
        report=load_report(
            rule_file(rules, "report.yaml"), [each.id for each in audiences], [each.key for each in settings.groups]
        ),
        branches=load_branches(rule_file(rules, "branches.yaml")),
        public_mail=load_public_mail(rule_file(rules, "public-mail.yaml")),
        authority=load_authority(rule_file(rules, "authority.yaml")),
        trust=_trust(settings.trust, keys),
    )


def _trust(settings: TrustSettings, keys: KeyFinder | None) -> Trust:
    finder = keys or (DnsKeys(settings.dns_timeout_seconds) if settings.dkim == "dns" else None)
    servers = Servers(frozenset(each.strip().lower() for each in settings.authserv_ids), settings.own_received)
    return Trust(finder, servers, settings.token_days)


def rule_file(rules: Path, name: str) -> Path:
    """Return the operator's own file of rules; where the copy is older than the file, the shipped one."""
    own = rules / name
    return own if own.exists() else shipped.folder("rules") / name


def prepare_database(house: House) -> None:
    """Bring the database to the shipped version."""
    migrate.upgrade(_engine(house), shipped.folder("db"))


def database_state(house: House) -> tuple[str | None, str | None]:
    """Return (version of the database, version shipped)."""
    return migrate.state(_engine(house), shipped.folder("db"))


def _engine(house: House) -> Engine:
    if not isinstance(house.engine, Engine):
        raise TypeError("a database is prepared before a transaction is open")
    return house.engine


def _provider(oauth: OAuth) -> Provider:
    if oauth.provider == "microsoft":
        return microsoft(oauth.tenant)
    if oauth.provider == "google":
        return GOOGLE
    return Provider(
        name=urlsplit(oauth.token_url).hostname or "OAuth 2",
        token_url=oauth.token_url,
        device_url=oauth.device_url,
        authorise_url=oauth.authorise_url,
        scope=oauth.scope,
    )


def sign_in_of(settings: GroupSettings, *, now: Callable[[], datetime] = clock.now) -> SignIn | None:
    """Return the group's OAuth 2 sign-in, one for inbox and outbox; None where a password is used."""
    oauth = settings.oauth
    if oauth is None:
        return None
    secret = oauth.client_secret_file
    return SignIn(
        checked(_provider(oauth), settings.key),
        oauth.client_id,
        oauth.token_file or Path(f"{settings.key}.oauth"),
        group=settings.key,
        now=now,
        client_secret=lambda: secret.read_text(encoding="utf-8", errors="replace").strip() if secret else "",
        # The private authority of the mail servers is that of one's own sign-in server too.
        ca_file=None if oauth.provider else settings.ca_file,
        warn_days=oauth.warn_days,
        lasts_days=oauth.lasts_days,
    )


def _bearer(settings: GroupSettings, url: str, sign_in: SignIn | None) -> Bearer | None:
    if sign_in is None:
        return None
    return Bearer(unquote(urlsplit(url).username or "") or settings.address, sign_in.token)


def doors(settings: GroupSettings, *, now: Callable[[], datetime] = clock.now) -> Doors:
    """Return how to open a group's doors; nothing is opened yet."""
    password = password_of(settings)
    sign_in = sign_in_of(settings, now=now)

    def inbox() -> Inbox:
        return open_inbox(
            settings.inbox,
            password,
            after_handling=settings.after_handling,
            ca_file=settings.ca_file,
            bearer=_bearer(settings, settings.inbox, sign_in),
        )

    def carrier() -> Carrier:
        bearer = _bearer(settings, settings.outbox, sign_in)
        return open_carrier(settings.outbox, password, ca_file=settings.ca_file, bearer=bearer)

    return Doors(group_of(settings), inbox, carrier, sign_in)
