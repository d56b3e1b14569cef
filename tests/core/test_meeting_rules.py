"""Places, who moves up, what prose seems to say; days before a meeting."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.meetings import Attendee, Span, find, moving_up, nobody_yet, seat
from mailbot.core.meetings.prose import told_in
from mailbot.core.workdays import Office, office_days_before


def person(number: int, state: str, name: str = "", email: str = "") -> Attendee:
    return Attendee(number, 1, name or f"P {number}", "", "", email, "confirmed", state)


STATES = st.sampled_from(["confirmed", "to-be-confirmed", "waiting", "withdrawn"])


@given(st.lists(STATES, max_size=8), st.integers(0, 5))
def test_nobody_gets_a_place_beyond_the_limit(states: list[str], places: int) -> None:
    people = [person(number, state) for number, state in enumerate(states)]
    seated = sum(state in {"confirmed", "to-be-confirmed"} for state in states)
    up = moving_up(people, places)
    assert len(up) == min(states.count("waiting"), max(0, places - seated))
    assert [each.id for each in up] == sorted(each.id for each in up)
    assert (seat(people, "confirmed", places) == "waiting") == (seated >= places)


def test_first_named_moves_up_first() -> None:
    people = [person(1, "withdrawn"), person(3, "waiting"), person(2, "waiting")]
    assert [each.id for each in moving_up(people, 1)] == [2]


def test_a_person_is_found_by_address_then_by_name() -> None:
    people = [person(1, "confirmed", "Ana Prueba", "ana@x.example"), person(2, "confirmed", "José Ñandú")]
    assert find(people, "Otra", "ANA@x.example") is people[0]
    assert find(people, "JOSE NANDU", "") is people[1]
    assert find(people, "", "") is None


@pytest.mark.parametrize("words", ["Por confirmar", "(por designar)", "TBC", "To be determined."])
def test_words_for_nobody_yet(words: str) -> None:
    assert nobody_yet(words)


@pytest.mark.parametrize("words", ["Ana Prueba", "Paz Pendiente Ejemplo", ""])
def test_a_name_is_somebody(words: str) -> None:
    assert not nobody_yet(words)


def test_a_meeting_of_whole_days_is_over_at_midnight_there() -> None:
    span = Span(dt.date(2009, 3, 10), dt.date(2009, 3, 12), "America/Guatemala")
    assert span.over == dt.datetime(2009, 3, 13, 6, tzinfo=dt.UTC)


def test_office_days_before_pass_over_weekends_and_holidays() -> None:
    office = Office("America/Guatemala", closed=frozenset({dt.date(2009, 4, day) for day in (8, 9, 10)}))
    assert office_days_before(office, dt.date(2009, 4, 15), 5) == dt.date(2009, 4, 3)
    assert office_days_before(office, dt.date(2009, 3, 10), 30) == dt.date(2009, 1, 27)
    assert office_days_before(office, dt.date(2009, 3, 10), 0) == dt.date(2009, 3, 10)


SAYS = {
    "Lamentamos informarles que en esta ocasión no podremos asistir.": "no",
    "Honduras no enviará representante.": "no",
    "No asistiremos a la reunión.": "no",
    "We regret that Belize will not be in a position to send a representative.": "no",
    "Unfortunately we are unable to attend the seminar.": "no",
    "Con gusto participaremos en la reunión.": "yes",
    "Confirmamos nuestra participación en el seminario.": "yes",
    "We are pleased to accept the invitation.": "yes",
    "Canada will attend.": "yes",
    "La asistencia de nuestra delegación está por confirmar.": "to-be-confirmed",
    "Attendance is still to be confirmed.": "to-be-confirmed",
}


@pytest.mark.parametrize(("text", "says"), SAYS.items())
def test_prose_says(text: str, says: str) -> None:
    told = told_in(f"Estimados colegas:\n\n{text}\n\nSaludos,\nReina Muestra")
    assert told is not None
    assert (told.attendance, told.said, told.people) == (says, text, ())


SILENT = [
    "Acusamos recibo de su invitación, que hemos trasladado a la Dirección.",
    "¿Podrían indicar el hotel?",
    "Ana Prueba is unable to attend. Bob Mocker will attend.",
    "",
]


@pytest.mark.parametrize("text", SILENT)
def test_prose_that_says_nothing_certain_is_left_to_a_person(text: str) -> None:
    assert told_in(text) is None


def test_people_below_a_heading_in_spanish() -> None:
    told = told_in(
        "Nuestra delegación estará integrada por:\n\n1) Licda. Ana Prueba, Directora, Cancillería, ana@x.example\n"
        "2) Luis Ensayo – Asesor – Ministerio de Trabajo, Dirección de Empleo\n\nAtentamente,\nReina Muestra Ficticia"
    )
    assert told is not None
    assert [(each.name, each.position, each.institution, each.email) for each in told.people] == [
        ("Ana Prueba", "Directora", "Cancillería", "ana@x.example"),
        ("Luis Ensayo", "Asesor", "Ministerio de Trabajo, Dirección de Empleo", ""),
    ]


def test_people_in_english_with_the_costs() -> None:
    told = told_in(
        "Our delegation will be composed of the following participants:\n- Ms. Ann Sample, Director\n- Bob Mocker\n\n"
        "The expenses of the third person will be covered by the Ministry of Labour."
    )
    assert told is not None
    assert [each.name for each in told.people] == ["Ann Sample", "Bob Mocker"]
    assert told.costs == "the Ministry of Labour"


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    told = told_in(text)
    assert told is None or told.attendance in {"yes", "no", "to-be-confirmed"}


def test_prose_is_read_in_time_linear_in_its_size() -> None:
    assert told_in("no podremos " * 20_000) is None
    assert told_in("gastos " * 20_000) is None
