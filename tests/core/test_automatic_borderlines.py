"""Borderlines: the same words from machines and from people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.core.automatic.letters import ANA, letter, recognise

BORDERLINES = yaml.safe_load((Path(__file__).parent / "automatic" / "borderlines.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", BORDERLINES, ids=lambda case: f"{case['kind']}: {case['subject'][:40]}")
def test_borderline(case: dict[str, Any]) -> None:
    headers = dict(case.get("headers", {}))
    sender = headers.pop("From", ANA)
    assert recognise(letter(case["subject"], case["text"], sender, **headers)).kind == case["kind"]
