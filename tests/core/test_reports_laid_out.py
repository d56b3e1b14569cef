"""Four activities of one report in the layouts people use, numbered or not: every code with its own state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, entries_of, reply_of

KNOWN = Known(today=dt.date(2009, 3, 20), region="GT", countries=COUNTRIES)
ACTIVITIES = [
    ("P003-08", "Taller de capacitación", "realizada", "done"),
    ("P003-15", "Cuestionario de desastres", "en proceso (60%)", "in-progress"),
    ("P003-16", "Recopilación de buenas prácticas", "pospuesta para mayo de 2009", "postponed"),
    ("P003-11", "Cuarta reunión técnica", "no iniciada", "not-started"),
]
LAYOUTS: dict[str, Callable[[str, str, str], str]] = {
    "dash": lambda code, title, state: f"{code} - {title}: {state}",
    "brackets": lambda code, title, state: f"{title} ({code}): {state}",
    "full-stop": lambda code, title, state: f"{title} ({code}). {state[0].upper()}{state[1:]}.",
    "stops": lambda code, title, state: f"{code}. {title}. {state[0].upper()}{state[1:]}.",
    "arrow-below": lambda code, title, state: f"{code} {title}\n--> {state}",
    "sign-below": lambda code, title, state: f"{code} {title}\n» {state}",
    "label-below": lambda code, title, state: f"{code} {title}\n   Estado: {state}",
    "below": lambda code, title, state: f"{code} {title}\n{state}",
    "bars": lambda code, title, state: f"{code} | {title} | {state}",
    "spaces": lambda code, title, state: f"{code:<10}{title:<36}{state}",
}
MARKS: dict[str, Callable[[int], str]] = {
    "plain": lambda _: "",
    "numbered": lambda place: f"{place + 1}. ",
    "lettered": lambda place: f"{'abcd'[place]}) ",
    "bullets": lambda _: "- ",
}


@pytest.mark.parametrize("subject", ["Avance del Programa de Trabajo [MD-EST-GT-7K3QX]", "Informe de avance"])
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_code_has_its_state(layout: str, mark: str, subject: str) -> None:
    lines = [MARKS[mark](place) + LAYOUTS[layout](*each[:3]) for place, each in enumerate(ACTIVITIES)]
    body = "Estimados colegas:\n\nSe informa el avance:\n\n" + "\n".join(lines) + "\n\nSaludos,\n\nAna Prueba\n"
    found = [all_shown(each) for each in entries_of(reply_of(body, subject), KNOWN)]
    assert [(each["activity"], each["status"]) for each in found] == [(code, state) for code, _, _, state in ACTIVITIES]
    assert found[1]["progress"] == 60
    assert found[2]["date"]["start"] == "2009-05-01"
