"""The work programme by mail: rows by number, new dates, sentences, proposals, how requests stand, indicators."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from mailbot.core.records import Activity
from mailbot.edges.store import desk, directory, ledger, measures, outbox
from mailbot.work import digest, promised, proposals, replan
from mailbot.work.outcome import Decider
from tests.town import Town, reply, words

ALWAYS = dt.datetime(2000, 1, 1, tzinfo=dt.UTC), dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
GT, HN, US = "focal@gt.example", "focal@hn.example", "focal@us.example"


def activities(town: Town, *rows: tuple[str, str, list[str]], **more: object) -> None:
    for code, end, responsible in rows:
        town.activity(code, f"Taller {code}", end)
        with town.house.engine.begin() as connection:
            ledger.put_activity(connection, "md", {"code": code, "responsible": responsible, **more})


def activity(town: Town, code: str) -> Activity:
    with town.house.engine.begin() as connection:
        return next(each for each in ledger.all_activities(connection, "md") if each.code == code)


def statuses(town: Town) -> dict[tuple[str, str], dict[str, object]]:
    with town.house.engine.begin() as connection:
        return {(s.activity, s.participant): dict(s.fields) for s in ledger.statuses_of(connection, "md")}


def requests(town: Town):
    with town.house.engine.begin() as connection:
        return ledger.requests_where(connection, "md")


def history(town: Town, field: str):
    with town.house.engine.begin() as connection:
        lines = ledger.history_between(connection, "md", *ALWAYS)
    return [line for line in lines if line.field == field]


def decide(town: Town, decision, kind: str) -> str:
    """The presidency's decision, as the desk carries it out."""
    with town.house.engine.begin() as connection:
        (hold,) = [each for each in desk.holds_open(connection, "md") if each.kind == kind]
        done = decision(town.house, connection, town.md, Decider(GT), hold)
        desk.close_hold(connection, hold.id, "accepted", GT, town.hour)
    town.deliver()
    return done.es


def weekly(town: Town):
    """The digest of the first week, as the presidency gets it."""
    town.hour = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)
    assert digest.digest(town.house, town.md) >= 1
    town.deliver()
    letters = [town.opens(GT) for _ in range(town.unread()[GT])]
    return next(each for each in letters if each.header("x-mailbot-letter") == "digest")


def something_happens(town: Town) -> None:
    """A digest of an empty week is not sent."""
    town.comes(reply(None, "alguien@x.example", "Quiero saber más del grupo\n"))
    town.burn()


def number_of(letter, code: str) -> int:
    """The number beside an activity in a letter's text."""
    text = words(letter).split("\n")
    place = next(n for n, line in enumerate(text) if code in line and n and text[n - 1].startswith("* "))
    return int(text[place - 1].removeprefix("* "))


# --- rows by number ---------------------------------------------------------------------------


def test_states_by_row_number_of_the_digest(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    activities(
        town, ("P003-08", "2008-12-20", ["GT"]), ("P003-14", "2008-11-20", []), ("P003-19", "2008-12-30", ["GT"])
    )
    something_happens(town)
    letter = weekly(town)
    done, late, moved = (number_of(letter, code) for code in ("P003-08", "P003-14", "P003-19"))
    assert len({done, late, moved, 1}) == 4  # the hold of the stranger is number 1
    text = f"{done}: hecho\n{late}: en proceso, 60 %\n{moved}: pospuesta al 15 de marzo\n"
    assert town.comes(reply(letter, GT, text)) == "applied"
    said = statuses(town)
    assert said[("P003-08", "GT")]["status"] == "done"
    assert (said[("P003-14", "GT")]["status"], said[("P003-14", "GT")]["progress"]) == ("in-progress", 60)
    assert said[("P003-19", "GT")]["status"] == "postponed"
    assert activity(town, "P003-19").end == dt.date(2009, 3, 15)
    answer = words(town.opens(GT))
    assert "15 de marzo de 2009" in answer
    assert "15 March 2009" in answer
    town.burn()


def test_english_rows_of_a_reminder_and_what_is_not_there(town: Town) -> None:
    town.state("US")
    activities(town, ("P003-08", "2009-02-28", []), ("P003-14", "2009-02-28", []))
    town.ask("activity-status", about="P003-08", due="2008-12-10")
    town.ask("activity-status", about="P003-14", due="2008-12-11")
    town.burn()
    town.hour = dt.datetime(2008, 12, 9, 16, tzinfo=dt.UTC)
    town.later(hours=1)
    letter = town.opens(US)
    assert letter.header("x-mailbot-letter") == "reminder"
    assert town.comes(reply(letter, US, "1: done\n2: not applicable\n7: done\n")) == "applied"
    assert statuses(town)[("P003-08", "US")]["status"] == "done"
    assert [each.state for each in requests(town)] == ["asked", "excused"]  # row 7 is still to be clarified
    answers = [" ".join(words(town.opens(US)).split()) for _ in range(town.unread()[US])]
    assert any("no such row: they run from 1 to 2" in each for each in answers)
    assert any("does not apply to you" in each for each in answers)


def test_a_reply_to_an_old_digest_is_read_by_the_old_numbers(town: Town) -> None:
    town.state("GT")
    activities(town, ("P003-14", "2008-11-20", []))
    something_happens(town)
    old = weekly(town)
    number = number_of(old, "P003-14")
    activities(town, ("P003-02", "2008-11-01", []))  # comes before it in the next digest
    town.comes(reply(None, "otra@x.example", "¿Qué es esto?\n"))
    town.burn()
    town.hour = dt.datetime(2008, 12, 15, 15, tzinfo=dt.UTC)
    assert digest.digest(town.house, town.md) == 1
    town.deliver()
    new = town.opens(GT)
    assert number_of(new, "P003-14") != number
    assert town.comes(reply(old, GT, f"{number}: hecho\n")) == "applied"
    assert list(statuses(town)) == [("P003-14", "GT")]
    town.burn()


def test_without_a_reference_numbers_that_differ_are_asked(town: Town) -> None:
    town.state("HN")
    activities(town, ("P003-08", "2009-02-28", []), ("P003-14", "2009-02-28", []))
    town.ask("activity-status", about="P003-08", due="2008-12-20")
    town.ask("activity-status", about="P003-14", due="2008-12-19")
    letter = town.opens(HN)
    town.burn()
    first = requests(town)[0]
    with town.house.engine.begin() as connection:
        for number, (one, two) in enumerate((("P003-08", "P003-14"), ("P003-14", "P003-08"))):
            rows = ({"number": 1, "activity": one}, {"number": 2, "activity": two})
            outbox.queue(
                connection,
                "md",
                outbox.Outgoing(
                    "x", HN, str(number), "reminder", f"x{number}@x", "x", b"x", request_id=first.id, rows=rows
                ),
                town.hour,
            )
    town.carrier.boxes.clear()
    raw = reply(letter, HN, "1: hecho\n", headers={}).replace(b"In-Reply-To", b"X-One").replace(b"References", b"X-Two")
    assert town.comes(raw) == "asked"
    assert statuses(town) == {}
    assert any("escriba el código" in " ".join(words(town.opens(HN)).split()) for _ in range(town.unread()[HN]))
    town.burn()


# --- a mail's mistakes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("P003-O8: realizada\n", "el programa no tiene esa actividad"),
        ("P003-08: en proceso, 160 %\n", "escriba un número de 0 a 100"),
        ("P003-08: realizada\nP003-08: en proceso\n", "dos estados distintos"),
        ("P003-08: pospuesta al 3 de noviembre de 2008\n", "ya pasó"),
    ],
)
def test_mistakes_are_asked_and_nothing_else_changes(town: Town, text: str, told: str) -> None:
    town.state("HN")
    activities(town, ("P003-08", "2009-02-28", ["HN"]))
    town.ask("activity-status", about="P003-08")
    town.comes(reply(town.opens(HN), HN, text))
    assert told in words(town.opens(HN))
    said = statuses(town).get(("P003-08", "HN"), {})
    assert "date" not in said
    assert "progress" not in said
    assert said.get("status") != "done"
    assert activity(town, "P003-08").end == dt.date(2009, 2, 28)


def test_the_state_of_somebody_elses_activity_is_held(town: Town) -> None:
    town.state("HN")
    town.state("GT")
    activities(town, ("P003-08", "2009-02-28", ["GT"]))
    town.ask(only=("HN",))
    assert town.comes(reply(town.opens(HN), HN, "Actividad: P003-08\nEstado: realizada\n")) == "held"
    assert statuses(town) == {}
    assert "cada Estado informa por sí mismo" in words(town.opens(HN))


# --- new dates --------------------------------------------------------------------------------


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


# --- sentences --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "text", "status", "day"),
    [
        ("HN", "Estimados: el taller se realizó el 12 de noviembre de 2008 en Tegucigalpa.\n", "done", "2008-11-12"),
        ("US", "Dear all, the workshop was held on 12 November 2008 in Miami.\n", "done", "2008-11-12"),
    ],
)
def test_a_sentence_is_confirmed_by_one_word(town: Town, state: str, text: str, status: str, day: str) -> None:
    address = f"focal@{state.lower()}.example"
    town.state(state)
    activities(town, ("P003-08", "2009-02-28", [state]))
    town.ask("activity-status", about="P003-08")
    assert town.comes(reply(town.opens(address), address, text)) == "asked"
    assert statuses(town) == {}
    question = town.opens(address)
    assert "P003-08" in words(question)
    assert "12 de noviembre de 2008" in words(question)
    assert town.comes(reply(question, address, "CONFIRMO\n" if state == "HN" else "CONFIRM\n")) == "applied"
    said = statuses(town)[("P003-08", state)]
    assert (said["status"], said["date"]["end"]) == (status, day)
    assert [each.state for each in requests(town)] == ["answered", "answered"]  # ours, and the question of one word
    town.burn()


# --- proposals --------------------------------------------------------------------------------

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


# --- how requests stand -----------------------------------------------------------------------


def asked(town: Town, code: str = "HN", due: str = "2009-01-16"):
    town.state(code)
    town.ask(due=due)
    return town.opens(f"focal@{code.lower()}.example")


def test_working_on_it_until_a_day_silences_the_reminders_till_then(town: Town) -> None:
    letter = asked(town)
    assert town.comes(reply(letter, HN, "Lo enviamos a más tardar el 5 de enero de 2009.\n")) == "applied"
    assert "5 January 2009" in words(town.opens(HN))
    assert requests(town)[0].working_until == dt.date(2009, 1, 5)
    town.hour = dt.datetime(2009, 1, 2, 16, tzinfo=dt.UTC)  # two weeks before
    town.later(hours=1)
    assert "reminder" not in [town.opens(HN).header("x-mailbot-letter") for _ in range(town.unread().get(HN, 0))]
    town.hour = dt.datetime(2009, 1, 9, 16, tzinfo=dt.UTC)
    town.later(hours=1)
    assert "reminder" in [town.opens(HN).header("x-mailbot-letter") for _ in range(town.unread().get(HN, 0))]


def test_never_past_the_deadline(town: Town) -> None:
    letter = asked(town)
    assert town.comes(reply(letter, HN, "We will send it by 15 March 2009.\n")) == "applied"
    assert "the deadline remains 16 January 2009" in words(town.opens(HN))
    town.hour = dt.datetime(2009, 1, 23, 16, tzinfo=dt.UTC)
    town.later(hours=1)
    assert "reminder" in [town.opens(HN).header("x-mailbot-letter") for _ in range(town.unread().get(HN, 0))]


def test_not_applicable_closes_the_question_for_that_participant(town: Town) -> None:
    letter = asked(town)
    assert town.comes(reply(letter, HN, "No nos aplica.\n")) == "applied"
    assert "no les aplica" in words(town.opens(HN))
    assert requests(town)[0].state == "excused"
    assert town.comes(reply(letter, HN, "Cargo: Directora\n")) == "applied"  # a later answer supersedes it
    assert requests(town)[0].state == "answered"
    town.burn()


@pytest.mark.parametrize("grants", [True, False])
def test_an_extension_is_the_presidencys_to_give(town: Town, grants: bool) -> None:
    letter = asked(town)
    assert town.comes(reply(letter, HN, "Solicitamos una prórroga hasta el 30 de enero de 2009.\n")) == "held"
    assert "la fecha límite sigue siendo el 16 de enero de 2009" in " ".join(words(town.opens(HN)).split())
    assert requests(town)[0].extension == dt.date(2009, 1, 30)
    again = reply(letter, HN, "Reiteramos: pedimos una prórroga hasta el 30 de enero de 2009.\n")
    assert town.comes(again) == "held"
    assert [each.kind for each in town.holds()] == ["extension"]  # the later one stands for both
    town.opens(HN)
    decide(town, promised.accept if grants else promised.refuse, "extension")
    (request,) = requests(town)
    assert (request.due, request.extension) == (dt.date(2009, 1, 30 if grants else 16), None)
    told = town.opens(HN)
    assert ("30 de enero de 2009" in words(told)) is grants
    assert (told.header("x-mailbot-letter") == "deadline") is grants


@pytest.mark.parametrize(
    "text", ["Solicitamos una prórroga.\n", "Working on it until 3 November 2008.\n", "Trabajamos en ello.\n"]
)
def test_a_promise_without_a_day_or_with_one_that_is_past_is_asked(town: Town, text: str) -> None:
    letter = asked(town)
    assert town.comes(reply(letter, HN, text)) == "asked"
    assert "hasta qué día" in words(town.opens(HN))
    assert (requests(town)[0].working_until, requests(town)[0].extension) == (None, None)


def test_the_matrix_stands_in_the_digest_as_a_table_that_can_be_heard(town: Town) -> None:
    for code in ("GT", "HN", "US"):
        town.state(code)
    town.ask()
    letters = {address: town.opens(address) for address in (GT, HN, US)}
    town.comes(reply(letters[HN], HN, "No aplica.\n"))
    town.comes(reply(letters[US], US, "We are working on it until 20 December 2008.\n"))
    town.burn()
    town.hour = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)
    digest.digest(town.house, town.md)
    town.deliver()
    raw = town.raw(GT).decode()
    html = __import__("quopri").decodestring(raw.encode()).decode()
    assert "<caption" in html
    assert "Quién ha respondido a cada solicitud; «–»: no se le pidió</caption>" in html
    assert '<th scope="row"' in html
    assert "○ no le aplica" in html
    assert "working on it until 20 December 2008" in html
    town.burn()


# --- indicators -------------------------------------------------------------------------------


def indicator(town: Town, **more: object) -> None:
    values = {
        "code": "I-01",
        "name_es": "Funcionarios capacitados",
        "name_en": "Officials trained",
        "unit_es": "personas",
        "unit_en": "people",
    }
    with town.house.engine.begin() as connection:
        measures.put_indicator(
            connection,
            "md",
            {**values, "baseline": "0", "target": "200", "due": dt.date(2009, 12, 31), "combine": "latest", **more},
        )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("GT", "Indicador: I-01\nValor: 34 personas\nFecha: 30 de noviembre de 2008\nFuente: Registro de asistencia\n"),
        ("US", "Indicator: Officials trained\nValue: 34\nDate: 30 November 2008\nSource: Registro de asistencia\n"),
    ],
)
def test_a_value_by_mail_and_the_picture_in_the_digest(town: Town, code: str, text: str) -> None:
    address = f"focal@{code.lower()}.example"
    town.state("GT")
    if code != "GT":
        town.state(code)
    indicator(town)
    town.ask()
    letter = town.opens(address)
    assert town.comes(reply(letter, address, text)) == "applied"
    with town.house.engine.begin() as connection:
        (found,) = measures.all_measurements(connection, "md")
    assert (found.value, found.measured_on, found.source) == (
        Decimal(34),
        dt.date(2008, 11, 30),
        "Registro de asistencia",
    )
    town.burn()
    letter = weekly(town)
    said = words(letter)
    assert "Gráfico de barras, avance hacia la meta: I-01 17 %." in said
    assert "Bar chart, progress towards the target: I-01 17 %." in said
    assert "30 de noviembre de 2008, Registro de asistencia" in said
    assert [each.name for each in letter.attachments if each.media_type == "image/png"] == ["indicators.png"]
    town.burn()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Indicador: I-09\nValor: 34\n", "Escriba su código: I-01"),
        ("Indicador: I-01\nValor: 1.500\n", "puede ser un millar o un decimal"),
        ("Indicador: I-01\nValor: 34\nFecha: 30 de junio de 2009\n", "está por venir"),
    ],
)
def test_a_value_that_cannot_stand_is_asked(town: Town, text: str, told: str) -> None:
    town.state("GT")
    indicator(town)
    town.ask()
    assert town.comes(reply(town.opens(GT), GT, text)) == "asked"
    assert told in " ".join(words(town.opens(GT)).split())
    with town.house.engine.begin() as connection:
        assert measures.all_measurements(connection, "md") == ()
        assert directory.active_contacts(connection, "md")
