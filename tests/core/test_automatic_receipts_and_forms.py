"""Receipts, desks and forms from no-reply addresses, with what comes near them; reports without an address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.core.automatic.letters import ANA, failed, letter, recognise, report

CASES = yaml.safe_load((Path(__file__).parent / "automatic" / "receipts_and_forms.yaml").read_text("utf-8"))
X400 = "Original-Recipient: unknown;{}\nFinal-Recipient: x400;/G=A/S=PRUEBA/C=HN\nAction: failed\nStatus: 5.1.2"
NOT_REACHED = "The following recipients did not receive your message:\n\n     <luis@hn.example>\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_receipts_and_forms(case: dict[str, Any]) -> None:
    headers = dict(case.get("headers", {}))
    sender = headers.pop("From", ANA)
    assert recognise(letter(case["subject"], case["text"], sender, **headers)).kind == case["kind"]


def test_the_words_name_whom_the_report_cannot() -> None:
    assert failed(report(X400.format("luis"), text=NOT_REACHED)) == [("luis@hn.example", True, "5.1.2")]


def test_two_named_in_words_take_no_status_of_one_block() -> None:
    two = NOT_REACHED + "     <eva@hn.example>\n"
    assert [status for _, _, status in failed(report(X400.format("luis"), text=two))] == [None, None]
