"""Mail that was misread at first sight, and people whose words come near it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.core.automatic.letters import failed, letter, recognise

CASES = yaml.safe_load((Path(__file__).parent / "automatic" / "unseen.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_unseen(case: dict[str, Any]) -> None:
    raw = letter(case["subject"], case["text"], case["sender"])
    found = recognise(raw)
    assert found.kind == case["kind"]
    assert failed(raw) == [tuple(each) for each in case.get("bounced", [])]
    assert (found.away_until.isoformat() if found.away_until else None) == case.get("away_until")
