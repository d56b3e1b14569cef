"""When a draft is due, and what approves it."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core.reading.approval import approves
from mailbot.core.report.schedule import draft_day, meeting_due
from mailbot.core.workdays import Office

OFFICE = Office("America/Guatemala", closed=frozenset({dt.date(2009, 1, 28)}))
MEETING = dt.date(2009, 2, 5)


@pytest.mark.parametrize(("days", "day"), [(0, "2009-02-05"), (1, "2009-02-04"), (4, "2009-01-30"), (6, "2009-01-27")])
def test_the_draft_lies_working_days_before_the_meeting(days: int, day: str) -> None:
    assert draft_day(MEETING, days, OFFICE) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2009-01-27T13:59:00+00:00", None),
        ("2009-01-27T14:00:00+00:00", MEETING),
        ("2009-02-06T05:59:00+00:00", MEETING),  # still the 5th in Guatemala
        ("2009-02-06T06:00:00+00:00", None),
    ],
)
def test_a_meeting_is_due_from_an_opening_until_its_day_is_over(now: str, due: dt.date | None) -> None:
    assert meeting_due([dt.date(2010, 1, 1), MEETING], 6, OFFICE, dt.datetime.fromisoformat(now)) == due


@pytest.mark.parametrize(
    "said",
    [
        "APRUEBO",
        "approve",
        "Aprobado.",
        "Sí",
        "Estimados colegas:\n\nLo apruebo.\n\nSaludos cordiales",
        "Se aprueba el informe, gracias",
        "I approve the report. Many thanks!",
        "We approve this draft",
        "The report is approved.",
        "De acuerdo.\nDra. Rosa Inventada",
        "Buenos días\nAprobamos el borrador",
    ],
)
def test_an_approval_alone_approves(said: str) -> None:
    assert approves(said, ("Rosa Inventada", "Embajadora"))


@pytest.mark.parametrize(
    "said",
    [
        "",
        "gracias",
        "No",
        "No apruebo",
        "No se aprueba",
        "Apruebo, pero falta Belice",
        "Aprobado con cambios",
        "Approved once the date is mended",
        "Approve? What does that mean",
        "Apruebo\nFavor corregir el cuadro 2",
        "Apruebo. Gracias, pero falta la fecha",
        "Not approved",
        "¿Quién aprueba el informe?",
        "Para aprobarlo hay que esperar",
    ],
)
def test_anything_more_is_a_comment(said: str) -> None:
    assert not approves(said, ("Rosa Inventada", "Embajadora"))
