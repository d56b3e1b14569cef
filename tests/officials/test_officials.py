"""Eighteen replies as officials write them, sent from every mail program: the same reading each time.

``replies.yaml`` holds the writer's own words and what a careful reader takes from them; names
and addresses are invented.  The reply from each program quotes our letter in that program's way.
"""

from __future__ import annotations

import datetime as dt
import random
from email.message import EmailMessage
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, by_certainty
from tests.shapes import CLIENTS, reply

REPLIES = yaml.safe_load((Path(__file__).parent / "replies.yaml").read_text("utf-8"))
LETTER = """\
Estimados colegas: agradeceremos completar o corregir los datos siguientes.
Dear colleagues: please complete or correct the following details.

Nombre completo:
Cargo: Jefa de Planificación
Teléfono: (506) 2299-0000
Fax:
"""


@lru_cache
def letter(subject: str, to: str) -> bytes:
    """A letter of the group with little in it: what answers it is in the replies."""
    mail = EmailMessage()
    mail["From"] = "Grupo MyD <grupo.md@crm.example>"
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = "Mon, 03 Jan 2011 10:22:00 -0600"
    mail["Message-ID"] = "<mb.md.0123456789@crm.example>"
    mail.set_content(LETTER)
    rows = "".join(f"<p>{line}</p>" for line in LETTER.splitlines() if line)
    mail.add_alternative(f"<html><body>{rows}</body></html>", subtype="html")
    return mail.as_bytes()


def in_short(document: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": document["kind"],
        "language": document["language"],
        "intents": sorted(document["intents"]),
        "entries": [
            {
                "form": entry["form"],
                "fields": by_certainty(entry)[0],
                "doubtful": by_certainty(entry)[1],
                "doubts": sorted(doubt["field"] for doubt in entry["doubts"]),
            }
            for entry in document["entries"]
        ],
    }


@pytest.mark.parametrize("number", range(len(REPLIES)), ids=[each["about"][:40] for each in REPLIES])
@pytest.mark.parametrize("client", CLIENTS)
def test_reply(client: str, number: int) -> None:
    case = REPLIES[number]
    language = "en" if case["reading"]["language"] == "en" else "es"
    seed = random.Random(f"{client} {number}").randrange(1000)
    raw = reply(letter(case["subject"], case["from"]), client, "above", {}, case["body"].strip(), language, seed)
    known = Known(
        today=case["date"] if isinstance(case["date"], dt.date) else dt.date.fromisoformat(case["date"]),
        region=case["country"],
        countries=COUNTRIES,
        own=frozenset({"grupo.md@crm.example"}),
    )
    document = reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), known))
    expected = case["reading"]
    for entry in expected["entries"]:
        entry["doubts"] = sorted(entry["doubts"])
        entry.setdefault("doubtful", {})
    assert in_short(document) == expected
    lost = [word for word in case["body"].split() if word not in " ".join(str(document["text"]).split())]
    signature = case["body"].split("\n\n")[-1]
    assert [word for word in lost if word not in signature] == []
