"""New dates of activities, cancellations and proposals by mail."""

from __future__ import annotations

import datetime as dt

from mailbot.edges.store import ledger
from mailbot.work import proposals, replan
from tests.programme_town import (
    GT,
    HN,
    US,
    activities,
    activity,
    decide,
    history,
    requests,
    statuses,
    weekly,
)
from tests.town import Town, reply, words


def test_a_new_date_of_the_only_responsible_moves_what_hangs_on_it(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    activities(town, ("P003-08", "2009-02-28", ["HN"]), ("P003-14", "2009-03-01", ["GT"]))
    with town.house.engine.begin() as connection:
        ledger.put_activity(connection, "md", {"code": "P003-14", "depends_on": ["P003-08"]})
    town.ask("activity-status", about="P003-08", due="2009-02-28")
    letter = town.opens(HN)
    town.burn()
    text = "P003-08: pospuesta al 15 de marzo de 2009 por falta de fondos\n"
    assert town.comes(reply(letter, HN, text)) == "applied"
    assert activity(town, "P003-08").end == dt.date(2009, 3, 15)
    (line,) = history(town, "window")
    assert line.before["end"] == "2009-02-28"
    assert line.after["reason"] == "por falta de fondos"
    assert {r.participant.code: r.due for r in requests(town)} == {
        "HN": dt.date(2009, 3, 15),
        "GT": dt.date(2009, 3, 15),
    }
    moved = town.opens(GT)
    assert moved.header("x-mailbot-letter") == "deadline"
    assert b"SEQUENCE:1" in moved.attachments[0].content
    town.burn()
    said = words(weekly(town))
    assert "antes 28 de febrero de 2009; ahora 15 de marzo de 2009; motivo: «por falta de fondos»" in said
    assert "moved from 28 February 2009 to 15 March 2009, because “por falta de fondos”" in said
    assert "P003-14 Taller P003-14 (GT) depende de P003-08" in said
    town.burn()


def test_for_several_the_presidency_decides(town: Town) -> None:
    for code in ("GT", "HN", "US"):
        town.state(code)
    activities(town, ("P003-08", "2009-02-28", ["HN", "US"]))
    town.ask("activity-status", about="P003-08", due="2009-02-28", only=("HN",))
    text = "Estado: pospuesta\nFecha: 15 de marzo de 2009\nComentarios: Falta sede\n"
    assert town.comes(reply(town.opens(HN), HN, text)) == "applied"
    assert "la Presidencia decide si vale para todos" in words(town.opens(HN))
    assert activity(town, "P003-08").end == dt.date(2009, 2, 28)
    assert statuses(town)[("P003-08", "HN")]["status"] == "postponed"
    decide(town, replan.accept, "replan")
    assert activity(town, "P003-08").end == dt.date(2009, 3, 15)
    letter = words(town.opens(US))
    assert "15 March 2009" in letter
    assert "Falta sede" in letter
    town.burn()


def test_a_cancellation_for_all_withdraws_the_questions(town: Town) -> None:
    for code in ("GT", "HN"):
        town.state(code)
    activities(town, ("P003-08", "2009-02-28", ["HN", "GT"]))
    town.ask("activity-status", about="P003-08", due="2009-02-28")
    letter = town.opens(HN)
    town.burn()
    assert town.comes(reply(letter, HN, "P003-08: cancelada\n")) == "applied"
    assert ("P003-08", "GT") not in statuses(town)
    town.burn()
    decide(town, replan.accept, "replan")
    assert statuses(town)[("P003-08", "GT")]["status"] == "cancelled"
    assert {r.participant.code: r.state for r in requests(town)} == {"HN": "answered", "GT": "closed"}
    town.burn()


PROPOSAL = """\
Propuesta de nueva actividad

Actividad: Directorio regional de programas
Objetivo: Fortalecer los vínculos
Meta: 30 programas registrados
Calendario: segundo semestre de 2009
Responsable: Honduras
"""


def test_a_proposal_waits_for_the_presidency_and_enters_the_programme(town: Town) -> None:
    town.state("HN")
    activities(town, ("P003-08", "2009-02-28", ["HN"]))
    assert town.comes(reply(None, HN, PROPOSAL, subject="Propuesta de actividad")) == "held"
    assert "La Presidencia decide si entra" in words(town.opens(HN))
    assert decide(town, proposals.accept, "proposal").endswith("P003-09.")
    found = activity(town, "P003-09")
    assert (found.title.es, found.origin, found.responsible) == (
        "Directorio regional de programas",
        "proposed",
        ("HN",),
    )
    assert (found.start, found.end) == (dt.date(2009, 7, 1), dt.date(2009, 12, 31))
    assert "P003-09" in words(town.opens(HN))


def test_a_proposal_refused_is_told(town: Town) -> None:
    town.state("US")
    text = (
        "We propose a new activity\n\nActivity: Data forum\nObjective: Better data\nCalendar: March 2009\n"
        "Responsible: Canada\n"
    )
    assert town.comes(reply(None, US, text, subject="Proposal")) == "held"
    town.burn()
    decide(town, proposals.refuse, "proposal")
    assert "decided not to add" in words(town.opens(US))
