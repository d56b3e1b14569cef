"""The arguments of the command line: what each command takes, in the language of the locale."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from mailbot import __version__
from mailbot.cli.words import DESCRIPTION, HELP, MEETING_HELP
from mailbot.edges.locale import language

SENT = ("contacts", "digest", "bulletin", "reminders")
SHOWN = ("contacts", "pending", "activities", "requests", "messages", "letters", "holds", "indicators", "coverage")
Add = Callable[..., argparse.ArgumentParser]


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def function_of(name: str) -> Callable[[argparse.Namespace], int]:
    """Return ``module.function`` of the command line; imported only now, so nobody waits for what others need.

    Raises AttributeError or ImportError for a name that is none.
    """
    module, _, function = name.rpartition(".")
    found: Callable[[argparse.Namespace], int] = getattr(import_module(f"mailbot.cli.{module}"), function)
    return found


def parser() -> argparse.ArgumentParser:
    """Return the parser, its help in the language of the locale."""
    tongue = language()

    def words(key: str) -> str:
        return HELP[key].get(tongue)

    top = argparse.ArgumentParser(prog="mailbot", description=DESCRIPTION.get(tongue))
    top.add_argument("--version", action="version", version=f"mailbot {__version__}")
    top.add_argument("--config", metavar="FILE", help=words("config"))
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, work: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words(name), description=words(name))
        command.set_defaults(work=work)
        # After the command too; absent there, the one before it stands.
        command.add_argument("--config", metavar="FILE", default=argparse.SUPPRESS, help=words("config"))
        return command

    add("demo", "play.play").add_argument("--keep", type=Path, metavar="DIR", help=words("keep"))
    add("init", "operate.init").add_argument("folder", type=Path, metavar="DIR", help=words("file"))
    add("doctor", "operate.doctor").set_defaults(shipped=False)
    add("login", "login.login").add_argument("--group", metavar="KEY", help=words("group"))
    add("run", "operate.run").add_argument("--once", action="store_true", help=words("once"))
    add("status", "operate.status").add_argument("--json", action="store_true", help=words("json"))
    _add_reading(add, words)
    _add_letters(add, words)
    _add_data(add, words)
    _add_meeting(add, words)
    _add_forget(add, words)
    _add_holds(add, words)
    return top


def _add_reading(add: Add, words: Callable[[str], str]) -> None:
    read = add("read", "reading.read")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE", help=words("file"))
    read.add_argument("--sent", type=Path, metavar="FILE", help=words("sent"))
    read.add_argument("--today", type=_day, metavar="DATE", help=words("today"))
    read.add_argument("--json", action="store_true", help=words("json"))
    when = add("when", "reading.when")
    when.add_argument("text", metavar="TEXT", help=words("when"))
    when.add_argument("--today", type=_day, metavar="DATE", help=words("today"))
    when.add_argument("--json", action="store_true", help=words("json"))
    explain = add("explain", "again.explain")
    explain.add_argument("message_id", metavar="MESSAGE-ID", help="Message-ID, n.º / no.")
    explain.add_argument("--json", action="store_true", help=words("json"))
    add("replay", "again.replay")


def _add_holds(add: Add, words: Callable[[str], str]) -> None:
    held = add("holds", "holds.holds")
    held.add_argument("action", nargs="?", choices=["list", "accept", "reject"], default="list", help=words("action"))
    held.add_argument("numbers", nargs="*", type=int, metavar="NUMBER", help=words("numbers"))
    held.add_argument("--reason", default="", metavar="TEXT", help=words("reason"))
    held.add_argument("--json", action="store_true", help=words("json"))
    held.add_argument("--group", metavar="KEY", help=words("group"))


def _add_letters(add: Add, words: Callable[[str], str]) -> None:
    ask = add("ask", "letters.ask")
    ask.add_argument("form", metavar="FORM", help="contact-update, activity-status …")
    ask.add_argument("--to", required=True, metavar="WHO", help=words("to"))
    ask.add_argument("--about", metavar="ACTIVITY", help=words("about"))
    ask.add_argument("--due", type=_day, metavar="DATE", help=words("due"))
    ask.add_argument("--preview", type=Path, metavar="FILE.eml", help=words("preview"))
    ask.add_argument("--group", metavar="KEY", help=words("group"))
    deadline = add("deadline", "letters.deadline")
    deadline.add_argument("codes", nargs="+", metavar="CODE", help=words("codes"))
    change = deadline.add_mutually_exclusive_group(required=True)
    change.add_argument("--due", type=_day, metavar="DATE", help=words("due"))
    change.add_argument("--withdraw", action="store_true", help=words("withdraw"))
    deadline.add_argument("--group", metavar="KEY", help=words("group"))
    send = add("send", "letters.send")
    send.add_argument("what", choices=SENT)
    send.add_argument("--preview", type=Path, metavar="DIR", help=words("preview"))
    send.add_argument("--group", metavar="KEY", help=words("group"))


def _add_data(add: Add, words: Callable[[str], str]) -> None:
    bring = add("import", "data.import_file")
    bring.add_argument("what", choices=["contacts", "programme"])
    bring.add_argument("file", type=Path, metavar="FILE", help=words("file"))
    done = bring.add_mutually_exclusive_group()
    done.add_argument("--apply", action="store_true", help=words("apply"))
    done.add_argument("--propose", action="store_true", help=words("propose"))
    bring.add_argument("--due", type=_day, metavar="DATE", help=words("due"))
    bring.add_argument("--group", metavar="KEY", help=words("group"))
    show = add("show", "data.show")
    show.add_argument("what", choices=SHOWN)
    show.add_argument("--json", action="store_true", help=words("json"))
    show.add_argument("--matrix", action="store_true", help=words("matrix"))
    show.add_argument("--group", metavar="KEY", help=words("group"))
    export = add("export", "data.export")
    export.add_argument("what", metavar="WHAT", help="contacts, calendar, FORM")
    export.add_argument("--language", choices=["es", "en"], help=words("language"))
    export.add_argument("--format", choices=["csv", "xlsx", "vcf", "pdf"], default="csv")
    export.add_argument("--output", metavar="FILE", help=words("file"))
    export.add_argument("--vcard-version", choices=["3", "4"], default="4", help=words("vcard-version"))
    export.add_argument("--audience", metavar="ID", help=words("audience"))
    export.add_argument("--group", metavar="KEY", help=words("group"))
    _add_report(add, words)


def _add_report(add: Add, words: Callable[[str], str]) -> None:
    told = add("report", "report.report")
    told.add_argument("--meeting", type=_day, metavar="DATE", help=words("report-meeting"))
    told.add_argument("--language", choices=["es", "en", "both"], default="both", help=words("report-language"))
    told.add_argument("--format", choices=["docx", "pdf", "both"], default="both")
    told.add_argument("--output", default=".", metavar="DIR", help=words("output"))
    told.add_argument("--number", type=int, metavar="N", help=words("number"))
    told.add_argument("--send-draft", action="store_true", help=words("send-draft"))
    told.add_argument("--group", metavar="KEY", help=words("group"))


def _add_forget(add: Add, words: Callable[[str], str]) -> None:
    forget = add("forget", "directory.forget_person")
    forget.add_argument("address", metavar="ADDRESS", help=words("address"))
    forget.add_argument("--apply", action="store_true", help=words("apply"))
    forget.add_argument("--yes-last", action="store_true", help=words("yes-last"))
    forget.add_argument("--group", metavar="KEY", help=words("group"))


def _add_meeting(commands: Add, words: Callable[[str], str]) -> None:
    tongue = language()
    top = commands("meeting", "meeting.meeting")
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(name: str, *, key: bool = True) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = actions.add_parser(name, help=MEETING_HELP[name].get(tongue))
        if key:
            command.add_argument("key", metavar="KEY", help=MEETING_HELP["key"].get(tongue))
        command.add_argument("--group", metavar="KEY", help=words("group"))
        command.add_argument("--config", metavar="FILE", default=argparse.SUPPRESS, help=words("config"))
        return command

    add("add", key=False).add_argument("file", type=Path, metavar="FILE.yaml", help=words("file"))
    invite = add("invite")
    invite.add_argument("--roles", type=_listed, default=(), metavar="ROLES", help=MEETING_HELP["roles"].get(tongue))
    invite.add_argument("--to", type=_listed, default=(), metavar="CODES", help=MEETING_HELP["to"].get(tongue))
    invite.add_argument("--preview", type=Path, metavar="FILE.eml", help=words("preview"))
    add("show").add_argument("--json", action="store_true", help=words("json"))
    move = add("move")
    move.add_argument("--start", required=True, metavar="WHEN", help=MEETING_HELP["start"].get(tongue))
    move.add_argument("--end", metavar="WHEN", help=MEETING_HELP["start"].get(tongue))
    add("cancel")
    hang = add("deadline")
    hang.add_argument("codes", nargs="+", metavar="CODE", help=words("codes"))
    hang.add_argument(
        "--office-days", type=int, required=True, metavar="N", help=MEETING_HELP["office-days"].get(tongue)
    )
    listed = add("participants")
    listed.add_argument("--format", choices=["csv", "xlsx"], default="xlsx")
    listed.add_argument("--output", type=Path, metavar="FILE", help=words("file"))
    listed.add_argument("--send", action="store_true", help=MEETING_HELP["send"].get(tongue))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
