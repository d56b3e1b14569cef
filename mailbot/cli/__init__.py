"""The command line: one function per command, errors with their remedy."""

from __future__ import annotations

import argparse
import datetime as dt
import gettext
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from mailbot import __version__, demo
from mailbot.cli import data, directory, holds, letters, login, meeting, operate, reading, report
from mailbot.cli.common import CouldNotError, say
from mailbot.cli.words import ARGPARSE_ES, DESCRIPTION, HELP
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.locale import language

DONE, COULD_NOT, WRONG_USE = 0, 1, 2
Add = Callable[..., argparse.ArgumentParser]


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _demo(arguments: argparse.Namespace) -> int:
    return demo.main(arguments.keep)


def parser() -> argparse.ArgumentParser:
    """Return the parser, its help in the language of the locale."""
    tongue = language()

    def words(key: str) -> str:
        return HELP[key].get(tongue)

    top = argparse.ArgumentParser(prog="mailbot", description=DESCRIPTION.get(tongue))
    top.add_argument("--version", action="version", version=f"mailbot {__version__}")
    top.add_argument("--config", metavar="FILE", help=words("config"))
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, work: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words(name), description=words(name))
        command.set_defaults(work=work)
        # After the command too; absent there, the one before it stands.
        command.add_argument("--config", metavar="FILE", default=argparse.SUPPRESS, help=words("config"))
        return command

    add("demo", _demo).add_argument("--keep", type=Path, metavar="DIR", help=words("keep"))
    add("init", operate.init).add_argument("folder", type=Path, metavar="DIR", help=words("file"))
    add("doctor", operate.doctor).set_defaults(shipped=False)
    add("login", login.login).add_argument("--group", metavar="KEY", help=words("group"))
    add("run", operate.run).add_argument("--once", action="store_true", help=words("once"))
    add("status", operate.status).add_argument("--json", action="store_true", help=words("json"))
    _add_reading(add, words)
    _add_letters(add, words)
    _add_data(add, words)
    meeting.add_to(add, words)
    _add_forget(add, words)
    _add_holds(add, words)
    return top


def _add_reading(add: Add, words: Callable[[str], str]) -> None:
    read = add("read", reading.read)
    read.add_argument("files", type=Path, nargs="+", metavar="FILE", help=words("file"))
    read.add_argument("--sent", type=Path, metavar="FILE", help=words("sent"))
    read.add_argument("--today", type=_day, metavar="DATE", help=words("today"))
    read.add_argument("--json", action="store_true", help=words("json"))
    when = add("when", reading.when)
    when.add_argument("text", metavar="TEXT", help=words("when"))
    when.add_argument("--today", type=_day, metavar="DATE", help=words("today"))
    when.add_argument("--json", action="store_true", help=words("json"))
    explain = add("explain", reading.explain)
    explain.add_argument("message_id", metavar="MESSAGE-ID", help="Message-ID, n.º / no.")
    explain.add_argument("--json", action="store_true", help=words("json"))
    add("replay", reading.replay)


def _add_holds(add: Add, words: Callable[[str], str]) -> None:
    held = add("holds", holds.holds)
    held.add_argument("action", nargs="?", choices=["list", "accept", "reject"], default="list", help=words("action"))
    held.add_argument("numbers", nargs="*", type=int, metavar="NUMBER", help=words("numbers"))
    held.add_argument("--reason", default="", metavar="TEXT", help=words("reason"))
    held.add_argument("--json", action="store_true", help=words("json"))
    held.add_argument("--group", metavar="KEY", help=words("group"))


def _add_letters(add: Add, words: Callable[[str], str]) -> None:
    ask = add("ask", letters.ask)
    ask.add_argument("form", metavar="FORM", help="contact-update, activity-status …")
    ask.add_argument("--to", required=True, metavar="WHO", help=words("to"))
    ask.add_argument("--about", metavar="ACTIVITY", help=words("about"))
    ask.add_argument("--due", type=_day, metavar="DATE", help=words("due"))
    ask.add_argument("--preview", type=Path, metavar="FILE.eml", help=words("preview"))
    ask.add_argument("--group", metavar="KEY", help=words("group"))
    deadline = add("deadline", letters.deadline)
    deadline.add_argument("codes", nargs="+", metavar="CODE", help=words("codes"))
    change = deadline.add_mutually_exclusive_group(required=True)
    change.add_argument("--due", type=_day, metavar="DATE", help=words("due"))
    change.add_argument("--withdraw", action="store_true", help=words("withdraw"))
    deadline.add_argument("--group", metavar="KEY", help=words("group"))
    send = add("send", letters.send)
    send.add_argument("what", choices=list(letters.SENT))
    send.add_argument("--preview", type=Path, metavar="DIR", help=words("preview"))
    send.add_argument("--group", metavar="KEY", help=words("group"))


def _add_data(add: Add, words: Callable[[str], str]) -> None:
    bring = add("import", data.import_file)
    bring.add_argument("what", choices=["contacts", "programme"])
    bring.add_argument("file", type=Path, metavar="FILE", help=words("file"))
    done = bring.add_mutually_exclusive_group()
    done.add_argument("--apply", action="store_true", help=words("apply"))
    done.add_argument("--propose", action="store_true", help=words("propose"))
    bring.add_argument("--due", type=_day, metavar="DATE", help=words("due"))
    bring.add_argument("--group", metavar="KEY", help=words("group"))
    show = add("show", data.show)
    show.add_argument("what", choices=[*data.SHOWN, "coverage"])
    show.add_argument("--json", action="store_true", help=words("json"))
    show.add_argument("--matrix", action="store_true", help=words("matrix"))
    show.add_argument("--group", metavar="KEY", help=words("group"))
    export = add("export", data.export)
    export.add_argument("what", metavar="WHAT", help="contacts, calendar, FORM")
    export.add_argument("--language", choices=["es", "en"], help=words("language"))
    export.add_argument("--format", choices=["csv", "xlsx", "vcf", "pdf"], default="csv")
    export.add_argument("--output", metavar="FILE", help=words("file"))
    export.add_argument("--vcard-version", choices=["3", "4"], default="4", help=words("vcard-version"))
    export.add_argument("--audience", metavar="ID", help=words("audience"))
    export.add_argument("--group", metavar="KEY", help=words("group"))
    _add_report(add, words)


def _add_report(add: Add, words: Callable[[str], str]) -> None:
    told = add("report", report.report)
    told.add_argument("--meeting", type=_day, metavar="DATE", help=words("report-meeting"))
    told.add_argument("--language", choices=["es", "en", "both"], default="both", help=words("report-language"))
    told.add_argument("--format", choices=["docx", "pdf", "both"], default="both")
    told.add_argument("--output", default=".", metavar="DIR", help=words("output"))
    told.add_argument("--number", type=int, metavar="N", help=words("number"))
    told.add_argument("--send-draft", action="store_true", help=words("send-draft"))
    told.add_argument("--group", metavar="KEY", help=words("group"))


def _add_forget(add: Add, words: Callable[[str], str]) -> None:
    forget = add("forget", directory.forget_person)
    forget.add_argument("address", metavar="ADDRESS", help=words("address"))
    forget.add_argument("--apply", action="store_true", help=words("apply"))
    forget.add_argument("--yes-last", action="store_true", help=words("yes-last"))
    forget.add_argument("--group", metavar="KEY", help=words("group"))


def _speak_locale() -> None:
    """Let argparse's own sentences follow the locale too."""
    if language() == "es":
        argparse._ = lambda text: ARGPARSE_ES.get(text, text)  # type: ignore[attr-defined]
    else:
        argparse._ = gettext.gettext  # type: ignore[attr-defined]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 done, 1 could not do it, 2 wrong use or configuration."""
    _speak_locale()
    given = parser().parse_args(arguments)
    try:
        return int(given.work(given))
    except OperatorError as error:
        for problem in error.problems:
            say(problem)
        return WRONG_USE
    except CouldNotError as error:
        say(error.words)
        return COULD_NOT
    except DBAPIError as error:
        say(
            Bilingual(
                f"La base de datos no responde bien: {error.orig}. Revise «mailbot doctor».",
                f"The database does not answer well: {error.orig}. See “mailbot doctor”.",
            )
        )
        return COULD_NOT
    except BrokenPipeError:
        sys.stderr.close()
        return COULD_NOT
