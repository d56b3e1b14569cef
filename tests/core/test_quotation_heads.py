"""Which headers are looked for at a line: what is left out at a line could not have been found there."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailbot.core.message import parse
from mailbot.core.quotation import label, labelling
from mailbot.core.quotation.labelling import _Heads

LETTERS = Path(__file__).parent.parent / "letters"


def test_no_header_is_lost_by_what_its_first_line_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [parse(path.read_bytes()) for path in sorted(LETTERS.glob("*/*/message.eml"))]
    gated = [label(each.lines, each.sender) for each in messages]
    monkeypatch.setattr(labelling, "_may_head", lambda text: _Heads(text.startswith(("|-----", " " * 8)), *(True,) * 4))
    assert [label(each.lines, each.sender) for each in messages] == gated
