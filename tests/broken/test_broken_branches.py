"""Branches that must be refused, with file, key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailbot.core.values import OperatorError
from mailbot.edges.rulebook.branches import load_branches

ROW = "  - id: {0}\n    label: {{es: {0}, en: {0}}}\n"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (ROW.format("a") + "    words: [migra]\n", "branches: only the last one has no words"),
        (ROW.format("a") + ROW.format("b"), "branches: only the last one has no words"),
        (
            ROW.format("a") + "    words: [migra]\n" + ROW.format("b") + "    words: [Migra]\n" + ROW.format("c"),
            'branches.b: "Migra" already belongs to "a"',
        ),
        ("  - id: a\n", "branches.0.label: is missing"),
    ],
)
def test_a_broken_file_of_branches(tmp_path: Path, rows: str, says: str) -> None:
    path = tmp_path / "branches.yaml"
    path.write_text("branches:\n" + rows, "utf-8")
    with pytest.raises(OperatorError) as caught:
        load_branches(path)
    assert any(says in each.en and path.name in each.es for each in caught.value.problems), caught.value.problems
