"""National numbers where nothing says whose they are: English words and "613-555-0142" suggest Canada, asked."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, KNOWN, reply_of


def entries(body: str) -> list[dict[str, Any]]:
    raw = reply_of(body, "Update of the contact list", sender="a.sample@ministry.example")
    known = Known(today=KNOWN.today, countries=COUNTRIES)
    return list(reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), known))["entries"])


@pytest.mark.parametrize(
    "body",
    [
        "Hello,\n\nName: Ana Sample\nPhone: 613-555-0177\nThe rest is the same as before.",
        "Hello,\n\nPlease direct the mail to my colleague Ana Sample, Analyst, a@x.example or (613) 555-0177.",
        (
            "Our contacts are now:\n\n1. Ana Sample, Director, 613-555-0177, a@x.example\n"
            "2. Luc Sample, Analyst, 613-555-0178, l@x.example\n"
        ),
    ],
)
def test_english_letters(body: str) -> None:
    first, *_ = entries(body)
    assert first["fields"]["phone"]["value"] == ["+16135550177"]
    assert first["fields"]["phone"]["certainty"] == "doubtful"


@pytest.mark.parametrize(
    "body",
    [
        "Buenas tardes, estos son los datos:\n\nNombre: Ana Prueba\nTeléfono: 613-555-0177",
        "Hello,\n\nName: Ana Sample\nPhone: 61 3555 0177\nThe rest is the same as before.",
        "Hello,\n\nName: Ana Sample, for Mexico\nPhone: 613-555-0177\nThe rest is the same as before.",
        "Hello,\n\nName: Ana Sample\nPhone: 2230-0044\nThe rest is the same as before.",
    ],
)
def test_nothing_is_suggested_otherwise(body: str) -> None:
    first, *_ = entries(body)
    assert "phone" not in first["fields"]
    assert "phone" in [each["field"] for each in first["doubts"]]
