"""What the parser names exists, and nobody waits for what they did not ask for."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator

import pytest

from mailbot.cli import arguments, data, letters, meeting


def commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield each
                yield from commands(each)


def test_every_command_has_its_function() -> None:
    named = [each.get_default("work") for each in commands(arguments.parser()) if each.get_default("work")]
    assert len(named) > 15
    for name in named:
        assert callable(arguments.function_of(name))


def test_what_may_be_chosen_is_what_there_is() -> None:
    assert set(arguments.SENT) == set(letters.SENT)
    assert set(arguments.SHOWN) == {*data.SHOWN, "coverage"}
    actions = next(each for each in commands(arguments.parser()) if each.prog.endswith(" meeting"))
    assert {each.prog.rpartition(" ")[2] for each in commands(actions)} == set(meeting.ACTIONS)


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        (["--help"], {"sqlalchemy", "pydantic", "mailbot.core.reading", "mailbot.wiring"}),
        (["when", "mañana"], {"sqlalchemy", "mailbot.wiring"}),
    ],
)
def test_help_and_reading_load_no_database(command: list[str], unwanted: set[str]) -> None:
    """They took three seconds to start; a person who looks something up asks again and again."""
    script = (
        "import sys\nfrom mailbot.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
    assert not unwanted & set(done.stderr.split())
