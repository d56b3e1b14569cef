"""Calendar files, read back by a second parser (vobject) and octet by octet."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from mailbot import cli
from mailbot.core.records import Activity
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.documents.icalendar import DayEvent, deadline_file, feed
from mailbot.edges.rulebook.holidays import load_offices
from mailbot.edges.shipped import folder
from mailbot.edges.stages import load_stages
from mailbot.edges.store import ledger
from mailbot.edges.store.tables import activities
from mailbot.work import calendar, deadline
from tests.town import Town, words

HN = "focal@hn.example"
NOW = dt.datetime(2008, 12, 1, 15, tzinfo=dt.UTC)
DUE = dt.date(2009, 1, 16)


def parsed(content: bytes):
    return vobject.readOne(content.decode("utf-8"))


def code_of(town: Town) -> str:
    with town.house.engine.begin() as connection:
        return ledger.open_requests(connection, "md")[0].code


def test_a_deadline_is_an_all_day_event_without_a_zone() -> None:
    event = DayEvent("md-dir-hn-7k3qx@crm.example", "Plazo / Deadline", DUE, DUE, "línea, una;\nlínea dos")
    content = deadline_file(event, "grupo.md@crm.example", 'Grupo "MD"; Migración, y Desarrollo', NOW)
    read = parsed(content)
    assert read.method.value == "PUBLISH"
    assert read.vevent.dtstart.value == DUE
    assert read.vevent.dtend.value == DUE + dt.timedelta(days=1)
    assert read.vevent.uid.value == "md-dir-hn-7k3qx@crm.example"
    assert read.vevent.description.value == "línea, una;\nlínea dos"
    assert read.vevent.organizer.value == "mailto:grupo.md@crm.example"
    assert read.vevent.transp.value == "TRANSPARENT"
    assert read.vevent.status.value == "CONFIRMED"
    assert b"DTSTART;VALUE=DATE:20090116\r\n" in content
    assert b"DTSTAMP:20081201T150000Z\r\n" in content
    assert b"VTIMEZONE" not in content


@given(st.text(max_size=300), st.text(max_size=300), st.text(alphabet="áñ😀", max_size=200))
def test_whatever_is_said_folds_at_75_octets_and_comes_back(summary: str, description: str, wide: str) -> None:
    event = DayEvent("u@crm.example", f"x{summary}", DUE, DUE, f"x{description}{wide}")
    content = deadline_file(event, "g@crm.example", f"x{wide}", NOW)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut in two
    kept = "".join(c for c in f"x{summary}".replace("\r\n", "\n") if c.isprintable() or c == "\n")
    assert parsed(content).vevent.summary.value == kept


@pytest.mark.parametrize(
    ("every", "until", "rule"),
    [
        ((6, "month"), None, {"FREQ=MONTHLY", "INTERVAL=6"}),
        ((1, "year"), dt.date(2010, 12, 31), {"FREQ=YEARLY", "INTERVAL=1", "UNTIL=20101231"}),
        ((2, "week"), None, {"FREQ=WEEKLY", "INTERVAL=2"}),
    ],
)
def test_what_recurs_has_a_rule(every: tuple[int, str], until: dt.date | None, rule: set[str]) -> None:
    content = feed("Grupo", [DayEvent("u@x", "s", DUE, DUE, every=every, until=until)], "g@x", "Grupo", NOW)
    read = parsed(content)
    assert set(read.vevent.rrule.value.split(";")) == rule
    assert next(iter(read.vevent.getrruleset(addRDate=True))).date() == DUE
    assert read.contents["x-wr-calname"][0].value == "Grupo"


@pytest.mark.parametrize(
    ("changes", "first", "last", "every"),
    [
        ({"kind": "period", "start": "2009-02-01", "end": "2009-02-28"}, "2009-02-01", "2009-02-28", None),
        ({"kind": "dated", "start": "2008-11-19", "end": "2009-01-16"}, "2009-01-16", "2009-01-16", None),
        ({"kind": "day", "end": "2009-01-16"}, "2009-01-16", "2009-01-16", None),
        ({"kind": "continuous", "start": "2008-11-19"}, "2008-11-19", "2008-11-19", None),
        (
            {"kind": "recurring", "start": "2008-11-19", "calendar_text": "Cada seis meses"},
            "2008-11-19",
            "2008-11-19",
            (6, "month"),
        ),
        (
            {"kind": "recurring", "start": "2008-11-19", "calendar_text": "Trimestral"},
            "2008-11-19",
            "2008-11-19",
            (3, "month"),
        ),
    ],
)
def test_where_an_activity_stands_in_the_calendar(changes: dict, first: str, last: str, every) -> None:
    days = calendar._days(activity(**changes))
    assert days is not None
    assert (days[0].isoformat(), days[1].isoformat(), days[2]) == (first, last, every)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "undated"},
        {"kind": "undecided", "calendar_text": "Por definir"},
        {"kind": "recurring", "start": "2008-11-19", "calendar_text": "En cada reunión de la Red"},
        {"kind": "recurring", "calendar_text": "Cada seis meses"},
    ],
)
def test_what_nobody_dated_is_left_out(changes: dict) -> None:
    assert calendar._days(activity(**changes)) is None


def activity(kind: str, start: str | None = None, end: str | None = None, calendar_text: str = "") -> Activity:
    days = [dt.date.fromisoformat(each) if each else None for each in (start, end)]
    return Activity(1, "P003-08", Bilingual("Taller", "Workshop"), kind, calendar_text, *days)


# --- attached to letters --------------------------------------------------------------------


def test_a_request_with_a_deadline_carries_its_date(town: Town) -> None:
    town.state("HN")
    town.state("US")
    town.ask()
    raw = town.carrier.boxes[HN][0]
    assert b"Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r\n" in raw
    letter, english = town.opens(HN), town.opens("focal@us.example")
    (file,) = letter.attachments
    event = parsed(file.content).vevent
    assert file.name.startswith("plazo-md-dir-hn-")
    assert english.attachments[0].name.startswith("deadline-md-dir-us-")
    assert event.dtstart.value == DUE
    assert event.sequence.value == "0"
    assert event.uid.value == f"{letter.subject.rpartition('[')[2].rstrip(']').lower()}@crm.example"
    assert event.summary.value.startswith("Actualización de la lista de contactos / Update of the contact list [MD-DIR")
    title = parsed(english.attachments[0].content).vevent.summary.value
    assert title.startswith("Update of the contact list / Actualización")


def test_a_request_without_a_deadline_carries_nothing(town: Town) -> None:
    town.state("HN")
    town.ask(due=None)
    assert town.opens(HN).attachments == ()


def test_a_date_that_moves_and_a_request_withdrawn(town: Town) -> None:
    town.state("HN")
    town.ask()
    asked = parsed(town.opens(HN).attachments[0].content).vevent
    assert deadline.move(town.house, town.md, code_of(town), dt.date(2009, 1, 30)) == 1
    assert deadline.move(town.house, town.md, code_of(town), dt.date(2009, 1, 30)) == 0
    assert deadline.move(town.house, town.md, code_of(town), dt.date(2009, 2, 6)) == 1
    code = code_of(town)
    assert deadline.withdraw(town.house, town.md, code) == 1
    town.deliver()
    moved, again, gone = (town.opens(HN) for _ in range(3))
    assert "30 de enero de 2009, en lugar del 16 de enero de 2009" in words(moved)
    assert "30 January 2009, instead of 16 January 2009" in words(moved)
    assert "Ya no hace falta responder" in gone.subject
    events = [parsed(each.attachments[0].content) for each in (moved, again, gone)]
    assert {each.vevent.uid.value for each in events} == {asked.uid.value}
    assert [each.vevent.sequence.value for each in events] == ["1", "2", "3"]
    assert [each.method.value for each in events] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [each.vevent.dtstart.value.isoformat() for each in events] == ["2009-01-30", "2009-02-06", "2009-02-06"]
    assert events[2].vevent.status.value == "CANCELLED"
    with pytest.raises(LookupError):
        deadline.move(town.house, town.md, code, dt.date(2009, 3, 6))
    town.later(days=60)
    assert not town.unread().get(HN)


def test_a_moved_date_is_reminded_anew(town: Town) -> None:
    town.state("HN")
    town.ask(due="2008-12-12")
    town.burn()
    town.hour = dt.datetime(2008, 12, 10, 15, tzinfo=dt.UTC)
    town.later(hours=1)
    assert "12 de diciembre de 2008 (faltan 2 días)" in words(town.opens(HN))
    deadline.move(town.house, town.md, code_of(town), dt.date(2008, 12, 19))
    town.later(hours=1)
    assert "Nueva fecha" in town.opens(HN).subject
    town.later(days=1)
    assert not town.unread()  # the week before the new date has begun: passed over
    town.later(days=6)
    assert "19 de diciembre de 2008 (faltan 2 días)" in words(town.opens(HN))


def test_the_feed_of_a_group_in_each_language(small_town, tmp_path, monkeypatch, capsys) -> None:
    town = small_town()
    town.activity("P003-08", "Taller de capacitación", "2009-02-28")
    town.activity("P003-09", "Sin fecha", "2009-02-28")
    with town.house.engine.begin() as connection:
        change = update(activities).where(activities.c.code == "P003-09").values(end=None, kind="undecided")
        connection.execute(change)
        content, dated, undated = calendar.programme(town.house, connection, town.md, "en")
    assert (dated, undated) == (1, 1)
    event = parsed(content).vevent
    assert event.uid.value == "p003-08.md@crm.example"
    assert event.categories.value == ["Protection"]
    monkeypatch.setattr("mailbot.cli.data.house_of", lambda _settings: town.house)
    monkeypatch.setattr("mailbot.cli.data.settings_of", lambda _arguments: None)
    file = tmp_path / "md.ics"
    given_ = ["export", "calendar", "--language", "es", "--group", "md", "--output", str(file)]
    assert cli.main(given_) == 0
    assert "1" in capsys.readouterr().err
    assert parsed(file.read_bytes()).vevent.categories.value == ["Protección"]
    town.burn()


# --- the rules ------------------------------------------------------------------------------

RULES = folder("rules")


@pytest.mark.parametrize(
    ("country", "closed", "open_"),
    [
        ("GT", ["2009-04-08", "2009-04-09", "2009-12-24"], ["2009-04-07"]),
        ("HN", ["2009-04-06", "2009-04-08", "2009-04-14"], ["2009-04-15"]),
        ("CA", ["2009-04-13", "2009-07-01"], ["2009-04-14"]),
        ("US", ["2009-05-25", "2009-11-26"], ["2009-04-10"]),
        ("PA", ["2009-02-23", "2009-02-24"], ["2009-02-25"]),
        ("MX", ["2009-04-09"], ["2009-04-08"]),
    ],
)
def test_the_office_days_of_a_country(country: str, closed: list[str], open_: list[str]) -> None:
    office = load_offices(RULES / "holidays.yaml")(DUE)[country]
    assert [day for day in closed if office.works(dt.date.fromisoformat(day))] == []
    assert [day for day in open_ if not office.works(dt.date.fromisoformat(day))] == []


def test_every_member_state_has_its_offices() -> None:
    assert set(load_offices(RULES / "holidays.yaml")(DUE)) == set("BZ CA CR DO GT HN MX NI PA SV US".split())


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("countries: {GT: {timezone: America/Gotham}}", "countries.GT.timezone: expected a zone"),
        ("countries: {GT: {timezone: UTC, opens: '17:00'}}", "countries.GT.closes: expected an hour after opens"),
        ("countries: {GT: {timezone: UTC, opens: '8'}}", "countries.GT.opens"),
        ("countries: {GT: {timezone: UTC, also: [02-30]}}", "02-30: expected a day that exists"),
        ("countries: {GT: {timezone: UTC, also: [carnival]}}", "countries.GT.also.0"),
        ("countries: {GT: {timezone: UTC, also: [12-24], never: [12-24]}}", "also or never, not both"),
        ("countries: {GT: {timezone: UTC, categories: [bank]}}", "countries.GT.categories: expected of public"),
        ("countries: {QQ: {timezone: UTC}}", "countries.QQ: expected a country python-holidays knows"),
        ("countries: {GT: {timezone: UTC, hours: 8}}", "countries.GT.hours: is not a key"),
    ],
)
def test_mistakes_in_the_file_are_named_with_their_remedy(tmp_path, written: str, says: str) -> None:
    file = tmp_path / "holidays.yaml"
    file.write_text(written)
    with pytest.raises(OperatorError) as told:
        load_offices(file)
    assert any(says in each.en and each.es != each.en for each in told.value.problems)


def test_the_doctor_names_a_mistake_in_the_holidays(tmp_path, monkeypatch, capsys) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(RULES, rules)
    (rules / "holidays.yaml").write_text("countries: {GT: {timezone: America/Gotham}}")
    monkeypatch.setattr(
        "mailbot.edges.shipped.folder", lambda name, *_given: rules if name == "rules" else folder(name)
    )
    monkeypatch.chdir(tmp_path)
    assert cli.main(["doctor"]) == 1
    assert "holidays.yaml: countries.GT.timezone" in capsys.readouterr().out


def test_a_country_may_correct_the_library_and_a_missing_file_is_no_mistake(tmp_path) -> None:
    file = tmp_path / "holidays.yaml"
    file.write_text("countries: {GT: {timezone: UTC, never: [easter-2], also: [2009-01-16, 02-29]}}")
    office = load_offices(file)(DUE)["GT"]
    assert office.works(dt.date(2009, 4, 10))
    assert not office.works(DUE)
    assert office.works(dt.date(2008, 1, 16))
    assert load_offices(tmp_path / "none.yaml")(DUE) == {}


@pytest.mark.parametrize(
    "row",
    [
        "{name: a, days: one}",
        "{name: '', days: 1}",
        "{name: a, days: 1, to: everybody}",
        f"{{name: {'a' * 33}, days: 1}}",
    ],
)
def test_a_stage_of_another_shape_is_a_mistake(tmp_path, row: str) -> None:
    file = tmp_path / "reminders.yaml"
    file.write_text(f"stages: [{row}]")
    with pytest.raises(OperatorError):
        load_stages(file)
