"""The written list and the tests name the same attacks."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent


def test_every_attack_of_the_list_has_its_test() -> None:
    written = {int(number) for number in re.findall(r"^\| (\d\d) \|", (HERE / "README.md").read_text("utf-8"), re.M)}
    tested: set[int] = set()
    for file in HERE.glob("test_*.py"):
        for first, last in re.findall(r"^def test_(\d\d)(?:_to_(\d\d))?_", file.read_text("utf-8"), re.M):
            tested |= set(range(int(first), int(last or first) + 1))
    assert written == tested
    assert len(written) >= 40
