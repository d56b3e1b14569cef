"""Reports of activities in plain words: the entries read, what of them is taken and what is offered."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from typing import Any

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, by_certainty

WORKSHOP = "taller de capacitación en materia de protección de los derechos humanos de los migrantes"
FEBRUARY = "2009-02-26/2009-02-27"
PROGRESS = "RE: [PC-EST-2009-GT] Avance del Programa de Trabajo"
PLAN = "RE: Plan de trabajo"


def entries_of(body: str, subject: str = PROGRESS) -> list[dict[str, Any]]:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ana.prueba@minex-gt.gob.example", subject
    mail["Date"] = "Tue, 10 Mar 2009 10:22:00 -0600"
    mail.set_content(body)
    known = Known(today=dt.date(2009, 3, 10), region="GT", countries=COUNTRIES)
    document: Any = reading.as_json(reading.read(parse(mail.as_bytes()), tuple(FORMS.values()), known))
    return list(document["entries"])


def taken(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: _short(each) for name, each in by_certainty(entry)[0].items()}


def offered(entry: dict[str, Any]) -> dict[str, Any]:
    shown = {name: _short(each) for name, each in by_certainty(entry)[1].items()}
    return shown | {each["field"]: _short(each.get("proposal")) for each in entry["doubts"]}


def _short(value: Any) -> Any:
    return f"{value['start']}/{value['end']}" if isinstance(value, dict) else value


def shown(entry: dict[str, Any]) -> dict[str, Any]:
    """What stands among the fields, sure or doubtful."""
    return {name: _short(each) for certainty in by_certainty(entry) for name, each in certainty.items()}
