"""Towns for the attacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.attacks.keys import Keys
from tests.attacks.square import Square
from tests.town import Town

TRUST = {"authserv_ids": ["mx.crm.example"], "own_received": 1}


@pytest.fixture
def square(tmp_path: Path) -> Iterator[Square]:
    """A town that verifies signatures with the keys of gt.example and evil.example."""
    made = Square(Town(tmp_path, keys=Keys("gt.example", "evil.example", "example"), trust=TRUST))
    yield made
    made.town.close()


@pytest.fixture
def squares(tmp_path: Path) -> Iterator[Callable[..., Square]]:
    """Make a town with other keys or settings."""
    made: list[Square] = []

    def make(**changes: object) -> Square:
        made.append(Square(Town(tmp_path, **changes)))
        return made[-1]

    yield make
    for each in made:
        each.town.close()
