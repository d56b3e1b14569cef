"""What every command needs: settings, a house, and the one way of printing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.core.json_line import json_line
from mailbot.core.records import Group
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.locale import language

if TYPE_CHECKING:
    from mailbot.settings import Settings
    from mailbot.work.house import House


class CouldNotError(Exception):
    """Something could not be done: exit 1 with a sentence and its remedy."""

    def __init__(self, words: Bilingual) -> None:
        self.words = words
        super().__init__(words.en)


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return the checked settings; OperatorError tells what is wrong."""
    from mailbot.settings import find_file, load  # here: reading a file needs neither settings nor a database

    return load(find_file(arguments.config))


def house_of(settings: Settings) -> House:
    """Return the house with a database that is there and up to date."""
    from mailbot import wiring

    house = wiring.build_house(settings)
    current, newest = wiring.database_state(house)
    if current != newest:
        wiring.prepare_database(house)
    return house


def group_of(house: House, key: str | None) -> Group:
    """Return the named group, or the only one."""
    groups = house.groups
    if key is None and len(groups) == 1:
        return next(iter(groups.values()))
    if key is not None and key in groups:
        return groups[key]
    names = ", ".join(groups)
    raise OperatorError(
        [
            Bilingual(
                f"--group: diga cuál de los grupos: {names}.",
                f"--group: say which of the groups: {names}.",
            )
        ]
    )


def say(words: Bilingual | str) -> None:
    """Tell a person something, on standard error."""
    text = words if isinstance(words, str) else words.get(language())
    print(text, file=sys.stderr)


def put_json(document: object) -> None:
    """Print one JSON document on standard output."""
    text = json_line(document, default=str)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def put(text: str) -> None:
    """Print the answer for a person on standard output."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def table(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> str:
    """Return rows as aligned columns under their heads."""
    cells = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([lines[0], "-" * min(100, len(lines[0])), *lines[1:]])


def write_file(path: Path, content: bytes) -> None:
    """Write a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
