"""Letters as they come: ``<form>/<case>/`` holds message.eml, expected.yaml and why.

expected.yaml is the document of ``mailbot read --json`` in short: a field is its value, a doubt
its field; ``doubtful`` are the fields that are shown but asked.  ``never`` lists words that may
stand in no value; ``sent`` names the letter answered; ``region`` and ``activities`` are what the
reader knows.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Bilingual, Known
from mailbot.edges.rulebook import load_countries, load_forms
from mailbot.edges.shipped import folder
from tests.answers import by_certainty

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/*/message.eml"))
FORMS = load_forms(folder("rules") / "forms")
COUNTRIES = dict(load_countries(folder("rules") / "countries.yaml"))


def read_case(case: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    expected = yaml.safe_load((case / "expected.yaml").read_text("utf-8"))
    message = parse((case / "message.eml").read_bytes())
    sent = parse((HERE / "sent" / expected.pop("sent")).read_bytes()) if "sent" in expected else None
    day = message.date.date() if message.date else dt.date(2011, 1, 6)
    activities = expected.pop("activities", {})
    known = Known(
        today=day,
        region=expected.pop("region", None),
        countries=COUNTRIES,
        activities={code: Bilingual(*titles) for code, titles in activities.items()},
        own=frozenset({"grupo.md@crm.example"}),
    )
    return reading.as_json(reading.read(message, FORMS, known, sent)), expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_letter(case: Path) -> None:
    document, expected = read_case(case)
    json.dumps(document)
    shown = dict(document)
    shown["entries"] = [in_short(entry) for entry in document["entries"]]
    never = expected.pop("never", [])
    for words in expected.pop("text_holds", []):
        assert words in document["text"]
    wanted = {"commands": [], **expected}
    wanted["entries"] = [{"doubtful": {}, "doubts": [], **entry} for entry in expected.get("entries", [])]
    assert {key: shown[key] for key in wanted} == wanted
    values = [value["value"] for entry in document["entries"] for value in entry["fields"].values()]
    for words in never:
        assert words not in json.dumps(values, ensure_ascii=False)


def in_short(entry: dict[str, Any]) -> dict[str, Any]:
    sure, doubtful = by_certainty(entry)
    return {
        "form": entry["form"],
        "fields": {field: short_value(value) for field, value in sure.items()},
        "doubtful": {field: short_value(value) for field, value in doubtful.items()},
        "doubts": sorted({doubt["field"] for doubt in entry["doubts"]}),
    }


def short_value(value: Any) -> Any:
    """A window as "start/end", with the words that make it special behind."""
    if not isinstance(value, dict) or "kind" not in value:
        return value
    more = [value["kind"]] if value["kind"] not in {"day", "period"} else []
    more += ["tentative"] if value["tentative"] else []
    return " ".join([f"{value['start'] or '..'}/{value['end'] or '..'}", *more])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_case_says_why(case: Path) -> None:
    assert (case / "why").read_text("utf-8").strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_evidence_stands_where_it_is_said_to_stand(case: Path) -> None:
    document, _ = read_case(case)
    lines = parse((case / "message.eml").read_bytes()).lines
    for entry in document["entries"]:
        for value in entry["fields"].values():
            first = value["said"].split()[0]
            near = " ".join(line.text for line in lines[value["line"] - 1 : value["line"] + 4])
            assert first in near
