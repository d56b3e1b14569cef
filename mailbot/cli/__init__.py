"""The command line: one function per command, errors with their remedy."""

from __future__ import annotations

import argparse
import gettext
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mailbot.cli.arguments import function_of, parser
from mailbot.cli.common import CouldNotError, say
from mailbot.cli.words import ARGPARSE_ES
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.locale import language

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

DONE, COULD_NOT, WRONG_USE = 0, 1, 2


def _speak_locale() -> None:
    """Let argparse's own sentences follow the locale too."""
    if language() == "es":
        argparse._ = lambda text: ARGPARSE_ES.get(text, text)  # type: ignore[attr-defined]
    else:
        argparse._ = gettext.gettext  # type: ignore[attr-defined]


def _of_databases() -> tuple[type[DBAPIError], ...]:
    """Return what a database raises; nothing where no command has come to one."""
    loaded = sys.modules.get("sqlalchemy.exc")
    return (loaded.DBAPIError,) if loaded else ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 done, 1 could not do it, 2 wrong use or configuration."""
    _speak_locale()
    given = parser().parse_args(arguments)
    try:
        return function_of(given.work)(given)
    except OperatorError as error:
        for problem in error.problems:
            say(problem)
        return WRONG_USE
    except CouldNotError as error:
        say(error.words)
        return COULD_NOT
    except _of_databases() as error:
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
