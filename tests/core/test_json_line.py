"""A document on one line: what a reader of lines would end one at is escaped."""

from __future__ import annotations

import json

import pytest

from mailbot.core.json_line import json_line


@pytest.mark.parametrize("sign", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_no_sign_in_a_string_ends_the_line(sign: str) -> None:
    written = json_line({"said": f"año{sign}ñandú"})
    assert written.splitlines() == [written]
    assert "ñandú" in written
    assert json.loads(written) == {"said": f"año{sign}ñandú"}
