"""``init``, ``doctor``, ``run``, ``status``: the operator's commands."""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mailbot import daemon, wiring
from mailbot.cli.common import CouldNotError, house_of, put, put_json, say, settings_of
from mailbot.core.letters.facts import Help, Person
from mailbot.core.records import Group
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges import clock, journal, rulebook, shipped
from mailbot.edges.locale import language
from mailbot.edges.pages import Pages
from mailbot.edges.rulebook.authority import load_authority
from mailbot.edges.rulebook.branches import load_branches
from mailbot.edges.rulebook.holidays import load_offices
from mailbot.edges.rulebook.programme import load_programme
from mailbot.edges.rulebook.public_mail import load_public_mail
from mailbot.edges.rulebook.report import load_report
from mailbot.edges.stages import load_stages
from mailbot.edges.store import desk, directory, outbox
from mailbot.settings import Settings, load
from mailbot.work.house import House, group_facts

SAMPLE = """\
# mailbot: configuración / settings. Vea docs/operating.md / see docs/operating.md
database = "sqlite:///mailbot.db"          # o/or postgresql+psycopg://usuario@servidor/base
rules = "rules"                            # copias para editar / copies to edit
templates = "templates"
# log = "json"

[[groups]]
key = "md"
name.es = "Grupo de Trabajo sobre Migración y Desarrollo"
name.en = "Working Group on Migration and Development"
address = "grupo.md@crm.example"
inbox = "imaps://grupo.md@imap.crm.example/INBOX"   # imap:// (STARTTLS), maildir:///ruta
outbox = "smtps://grupo.md@smtp.crm.example"        # smtp:// (STARTTLS), maildir:///ruta
presidency = "GT"
timezone = "America/Guatemala"
password_env = "MAILBOT_PASSWORD"          # o/or password_file, token_command
# oauth = "microsoft"                      # en vez de contraseña / instead of a password: mailbot login
# oauth_client_id = "…"                    # docs/operating.md, «Microsoft 365 and Google»
# after_handling = "move:Atendidos"        # mark | leave | move:CARPETA
# digest = { weekday = 0, hour = 8 }       # lunes/Monday 8:00; quiet = "skip" | "line"; bulletin = true
# report = { meetings = [2009-02-05], draft_days = 10 }   # docs/report.md
# confirm_every_months = 6                 # confirmar contactos / confirm contacts; 0: nunca/never
# list_every_months = 6                    # la lista aunque nada cambie / the list although nothing changed
# keep_raw_months = 24                     # correo atendido / handled mail; 0: siempre/for ever

# [trust]                   # vea docs/trust.md / see docs/trust.md
# dkim = "dns"              # verifica firmas aquí / verifies signatures here
# authserv_ids = ["mx.crm.example"]

# [translator]              # nada sale de la casa sin esto / nothing leaves without it
# engine = "libretranslate"
# url = "http://127.0.0.1:5000/"
"""


def init(arguments: argparse.Namespace) -> int:
    """Write settings, rules and templates to edit, and create the database."""
    folder: Path = arguments.folder
    file = folder / "mailbot.toml"
    if file.exists():
        raise CouldNotError(
            Bilingual(
                f"{file} ya existe y no se toca; bórrelo o elija otra carpeta.",
                f"{file} exists and is left alone; delete it or choose another folder.",
            )
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("rules", "templates"):
        if not (folder / name).exists():
            shutil.copytree(shipped.folder(name), folder / name)
    file.write_text(SAMPLE, encoding="utf-8")
    settings = load(file)
    house = wiring.build_house(settings)
    wiring.prepare_database(house)
    count = _enter_states(house)
    say(
        Bilingual(
            f"{file} escrito; base creada con {count} Estados. Edite el archivo y siga con "
            f"«mailbot --config {file} doctor».",
            f"{file} written; database created with {count} States. Edit the file and go on with "
            f"“mailbot --config {file} doctor”.",
        )
    )
    return 0


def _enter_states(house: House) -> int:
    states = rulebook.load_members(shipped.folder("rules") / "countries.yaml")
    with house.engine.begin() as connection:
        for group in house.groups:
            for state in states:
                directory.add_participant(connection, group, state.code, "state", state.name, state.language)
    return len(states)


def doctor(arguments: argparse.Namespace) -> int:
    """Check everything and say how to mend each; shipped rules and templates without settings."""
    well = True
    settings = None
    for name, check in _shipped_checks():
        well &= checked(name, check)
    if arguments.config or not arguments.shipped:
        try:
            settings = settings_of(arguments)
        except OperatorError as error:
            if arguments.config or not _nothing_configured(arguments):
                well = False
                _tell("settings", error.problems)
            else:
                say(
                    Bilingual(
                        "Sin configuración: se revisó solo lo que viene con mailbot.",
                        "No settings: only what ships with mailbot was checked.",
                    )
                )
    if settings is not None:
        for name, check in _settings_checks(settings):
            well &= checked(name, check)
    return 0 if well else 1


def _nothing_configured(arguments: argparse.Namespace) -> bool:
    from mailbot.settings import find_file

    return not find_file(arguments.config).exists()


def _tell(name: str, problems: tuple[Bilingual, ...]) -> None:
    for problem in problems:
        put(f"✗ {name}: {problem.get(language())}")


def checked(name: str, check: Callable[[], str]) -> bool:
    """Do one check and print ✓ with its words, or ✗ with what is wrong; True when well."""
    try:
        words = check()
    except OperatorError as error:
        _tell(name, error.problems)
        return False
    except (OSError, DBAPIError) as error:
        put(f"✗ {name}: {error}")
        return False
    put(f"✓ {name}: {words}")
    return True


def _shipped_checks() -> Iterator[tuple[str, Callable[[], str]]]:
    yield "rules", lambda: _check_rules(shipped.folder("rules"))
    yield (
        "templates",
        lambda: _check_templates(shipped.folder("rules"), shipped.folder("templates")),
    )


def _settings_checks(settings: Settings) -> Iterator[tuple[str, Callable[[], str]]]:
    rules = shipped.folder("rules", settings.rules)
    templates = shipped.folder("templates", settings.templates)
    if settings.rules:
        yield f"rules {rules}", lambda: _check_rules(rules, [each.key for each in settings.groups])
    if settings.templates:
        yield f"templates {templates}", lambda: _check_templates(rules, templates)
    yield "database", lambda: _check_database(settings)
    for group in settings.groups:
        door = wiring.doors(group)
        if door.sign_in is not None:
            yield f"{group.key} sign-in", partial(check_sign_in, door)
        yield f"{group.key} inbox", partial(check_inbox, door)
        yield f"{group.key} outbox", partial(check_outbox, door)
    if settings.translator.engine != "none":
        yield "translator", lambda: _check_translator(settings)


def _check_rules(folder: Path, groups: Sequence[str] = ()) -> str:
    forms = rulebook.load_forms(folder / "forms")
    stages = load_stages(folder / "reminders.yaml")
    offices = load_offices(wiring.rule_file(folder, "holidays.yaml"))(clock.now().date())
    countries = rulebook.load_countries(folder / "countries.yaml")
    load_programme(wiring.rule_file(folder, "programme.yaml"), countries)
    audiences = rulebook.load_audiences(wiring.rule_file(folder, "audiences.yaml"))
    branches = load_branches(wiring.rule_file(folder, "branches.yaml"))
    load_public_mail(wiring.rule_file(folder, "public-mail.yaml"))
    load_report(wiring.rule_file(folder, "report.yaml"), [each.id for each in audiences], groups)
    authority = load_authority(wiring.rule_file(folder, "authority.yaml"))
    return (
        f"{len(forms)} forms, {len(stages)} reminder stages, offices of {len(offices)} countries, "
        f"{len(countries)} country names, {len(audiences)} audiences, {len(branches)} branches, "
        f"{len(authority)} rows of authority"
    )


def _check_templates(rules: Path, folder: Path) -> str:
    forms = rulebook.load_forms(rules / "forms")
    pages = Pages(folder)
    pages.check()
    group = Group("md", Bilingual("Grupo", "Group"), "g@crm.example", "GT", "UTC")
    facts = Help(group_facts(group, Bilingual("Guatemala", "Guatemala")), Person("a@b.example"), forms)
    for tongue in ("es", "en"):
        pages.render(facts, tongue)
    return f"{len(list(folder.iterdir()))} letters in both languages"


def _check_database(settings: Settings) -> str:
    house = wiring.build_house(settings)
    current, newest = wiring.database_state(house)
    if current != newest:
        raise OperatorError(
            [
                Bilingual(
                    f"la base está en la versión {current}; «mailbot run» la lleva a {newest}.",
                    f"the database is at version {current}; “mailbot run” brings it to {newest}.",
                )
            ]
        )
    return f"version {current}"


def check_sign_in(door: wiring.Doors) -> str:
    """Return how long the OAuth 2 sign-in lasts; OperatorError when it has ended or ends soon."""
    assert door.sign_in is not None
    outlook = door.sign_in.outlook()
    if not outlook.well:
        raise OperatorError([outlook.words])
    if door.sign_in.file.stat().st_mode & 0o077:
        file = door.sign_in.file
        raise OperatorError(
            [
                Bilingual(
                    f"{file}: otros usuarios pueden leerlo; ejecute «chmod 600 {file}».",
                    f"{file}: other users can read it; run “chmod 600 {file}”.",
                )
            ]
        )
    return outlook.words.get(language())


def check_inbox(door: wiring.Doors) -> str:
    """Open the mailbox and return its name.  Raises OSError with the server's words."""
    inbox = door.inbox()
    try:
        return inbox.mailbox
    finally:
        inbox.close()


def check_outbox(door: wiring.Doors) -> str:
    """Greet the SMTP server and return its name.  Raises OSError with the server's words."""

    async def greet() -> str:
        carrier = door.carrier()
        try:
            return await carrier.check()
        finally:
            await carrier.close()

    return asyncio.run(greet())


def _check_translator(settings: Settings) -> str:
    house = wiring.build_house(settings)
    assert house.translator is not None
    return house.translator.translate("Reunión del grupo de trabajo", "es", "en")


def run(arguments: argparse.Namespace) -> int:
    """Run the daemon, or once."""
    settings = settings_of(arguments)
    journal.configure(settings.log)
    house = house_of(settings)
    all_doors = [wiring.doors(group) for group in settings.groups]
    if arguments.once:
        return 0 if daemon.run_once(house, all_doors) else 1
    daemon.run(house, all_doors, poll=settings.poll_seconds)
    return 0


SILENT = dt.timedelta(minutes=15)


def status(arguments: argparse.Namespace) -> int:
    """Say how each part is doing; exit 1 when one fails or has been silent for 15 minutes."""
    settings = settings_of(arguments)
    house = house_of(settings)
    by_password = {f"{group.key} sign-in" for group in settings.groups if group.oauth is None}
    with house.engine.begin() as connection:
        signals = desk.all_signals(connection)
        waiting = {key: outbox.pending_count(connection, key) for key in house.groups}
    now = clock.now()
    parts = [
        {
            "part": each.name,
            "ok": each.ok and now - each.at < SILENT,
            "since": each.at,
            "words": each.words,
        }
        for each in signals
        # A group that has gone back to a password is not silent.
        if each.name not in by_password
    ]
    well = bool(parts) and all(part["ok"] for part in parts)
    if arguments.json:
        put_json({"ok": well, "parts": parts, "letters_waiting": waiting})
    else:
        for part in parts:
            put(f"{'✓' if part['ok'] else '✗'} {part['part']}  {part['since']}  {part['words']}")
        for key, count in waiting.items():
            put(f"  {key}: {count} letters waiting / cartas por enviar")
    return 0 if well else 1
