"""How requests stand: working on it, excused, an extension, the matrix; values of indicators."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from mailbot.edges.store import directory, measures
from mailbot.work import digest, promised
from tests.programme_town import (
    GT,
    HN,
    US,
    decide,
    requests,
    weekly,
)
from tests.town import Town, reply, words


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
