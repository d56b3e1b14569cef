"""The file of a meeting, its calendar entries, what calendars answer, and the commands."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mailbot.cli import main
from mailbot.core import message
from mailbot.core.values import Attachment, Bilingual, OperatorError
from mailbot.edges.documents.invitation import Invitation, invitation_file
from mailbot.edges.documents.itip import calendar_replies
from mailbot.edges.documents.participants import Row, as_csv
from mailbot.edges.rulebook.meetings import load_meeting, span_of
from mailbot.edges.store import directory

GOOD = """
key: grcm-20
kind: grcm
title: {es: XX Reunión del Grupo, en: XX Meeting of the Group}
place: Hotel Inventado
start: 2099-03-10 09:00
end: 2099-03-12 17:00
places: 2
exceptions: {US: 3}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "meeting.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_file_of_a_meeting(tmp_path: Path) -> None:
    meeting = load_meeting(written(tmp_path, GOOD), "America/Guatemala")
    assert meeting.span.starts is not None
    assert meeting.span.starts.isoformat() == "2099-03-10T09:00:00-06:00"
    assert (meeting.places_of("HN"), meeting.places_of("US"), meeting.answer_days) == (2, 3, 10)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("end: 2099-03-12 17:00", "end: 2099-03-12", "two days"),
        ("end: 2099-03-12 17:00", "end: 2099-03-10 08:00", "after the start"),
        ("start: 2099-03-10 09:00", "start: 2099-02-30 09:00", "two days"),
        ("kind: grcm", "kind: party", "kind"),
        ("places: 2", "places: two", "places"),
        ("places: 2", "plaices: 2", "not a key"),
        ("en: XX Meeting", "en: 20th Meeting", "other numbers"),
        ("kind: grcm", "kind: grcm\ntimezone: Mars/Base", "timezone"),
    ],
)
def test_mistakes_in_the_file_are_named_with_their_remedy(tmp_path: Path, before: str, after: str, says: str) -> None:
    with pytest.raises(OperatorError, match=says):
        load_meeting(written(tmp_path, GOOD.replace(before, after)), "America/Guatemala")


def test_days_and_hours() -> None:
    days = span_of("2009-03-10", "2009-03-12", "America/Guatemala")
    assert days is not None
    assert (days.starts, days.days) == (None, (dt.date(2009, 3, 10), dt.date(2009, 3, 12)))
    assert span_of("2009-03-10 09:00", None, "America/Guatemala") is None
    assert span_of("soon", None, "America/Guatemala") is None


def entry(**changes: object) -> Invitation:
    values = {
        "uid": "grcm-1@crm.example",
        "summary": "XX Reunión",
        "description": "x\ny",
        "place": "Hotel",
        "starts": dt.datetime(2009, 3, 10, 14, tzinfo=dt.UTC),
        "ends": dt.datetime(2009, 3, 12, 21, tzinfo=dt.UTC),
        "timezone": "America/New_York",
        "sequence": 2,
        "organizer": "grupo@crm.example",
        "organizer_name": 'Grupo; "de" trabajo',
        "attendee": "ana@x.example",
        "attendee_name": "Ana, Prueba\r\nX-EVIL:1",
        **changes,
    }
    return Invitation(**values)


def test_entry_with_hours_brings_its_zone_and_no_line_of_a_strangers() -> None:
    raw = invitation_file(entry(), dt.datetime(2009, 1, 1, tzinfo=dt.UTC))
    calendar = Calendar.from_ical(raw)
    event = calendar.walk("VEVENT")[0]
    assert event["dtstart"].dt.isoformat() == "2009-03-10T10:00:00-04:00"
    assert event["dtstart"].params["TZID"] == str(calendar.walk("VTIMEZONE")[0]["tzid"]) == "America/New_York"
    assert b"\nX-EVIL" not in raw
    assert (calendar["method"], event["sequence"], event["status"]) == ("REQUEST", 2, "CONFIRMED")


def test_cancelled_whole_days() -> None:
    days = {"starts": dt.date(2009, 3, 10), "ends": dt.date(2009, 3, 12), "cancelled": True}
    calendar = Calendar.from_ical(invitation_file(entry(**days), dt.datetime(2009, 1, 1, tzinfo=dt.UTC)))
    event = calendar.walk("VEVENT")[0]
    assert (calendar["method"], event["status"], event["dtend"].dt) == ("CANCEL", "CANCELLED", dt.date(2009, 3, 13))
    assert not calendar.walk("VTIMEZONE")


def calendar_part(content: bytes) -> tuple[Attachment, ...]:
    return (Attachment("part", "text/calendar", content),)


REPLY = (
    b'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:A@x\r\nATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:S@x.example"'
    b":MAILTO:Ana@X.example\r\nDTSTAMP:20090105T150000\r\nCOMMENT:uno\r\nCOMMENT:dos\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_reply_with_capital_mailto_delegate_and_two_comments() -> None:
    (reply,) = calendar_replies(calendar_part(REPLY) * 2)
    assert (reply.uid, reply.attendee, reply.sent_by) == ("a@x", "ana@x.example", "s@x.example")
    assert (reply.partstat, reply.comment, reply.sequence) == ("DECLINED", "uno\ndos", 0)
    assert reply.stamp == dt.datetime(2009, 1, 5, 15, tzinfo=dt.UTC)


@given(st.binary(max_size=300))
def test_any_bytes_in_a_calendar_are_no_error(noise: bytes) -> None:
    for content in (noise, REPLY.replace(b"20090105T150000", noise), REPLY.replace(b"UID:A@x", noise)):
        assert all(each.uid for each in calendar_replies(calendar_part(content)))


def test_other_methods_and_files_answer_nothing() -> None:
    assert calendar_replies(calendar_part(REPLY.replace(b"REPLY", b"PUBLISH"))) == ()
    assert calendar_replies((Attachment("foto.png", "image/png", REPLY),)) == ()


def test_csv_is_no_formula() -> None:
    rows = (Row(("Honduras", "=1+1", "", "", "", "confirmada / confirmed", ""), "confirmed"),)
    (_, row) = csv.reader(io.StringIO(as_csv(rows).decode("utf-8-sig")))
    assert row[1] == "'=1+1"


# --- the commands -------------------------------------------------------------------------


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with two States, in Spanish."""
    monkeypatch.setenv("LANG", "es_HN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LANGUAGE", raising=False)
    (tmp_path / "mailbot.toml").write_text(
        f'database = "sqlite:///{tmp_path}/mailbot.db"\nkey_file = "{tmp_path}/key"\n'
        '[[groups]]\nkey = "md"\nname = { es = "Grupo", en = "Group" }\naddress = "grupo.md@crm.example"\n'
        f'inbox = "maildir://{tmp_path}/in"\noutbox = "maildir://{tmp_path}/out"\n'
        'presidency = "GT"\ntimezone = "America/Guatemala"\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("MAILBOT_CONFIG", str(tmp_path / "mailbot.toml"))
    from mailbot.cli.common import house_of
    from mailbot.settings import load

    house = house_of(load(tmp_path / "mailbot.toml"))
    with house.engine.begin() as connection:
        for code, name in (("GT", "Guatemala"), ("HN", "Honduras")):
            place = directory.add_participant(connection, "md", code, "state", Bilingual(name, name), "es")
            fields = {"role": "focal-point", "name": "Ana Prueba", "email": [f"focal@{code.lower()}.example"]}
            directory.add_contact(connection, "md", place, fields, None)
    house.engine.dispose()
    return tmp_path


def test_commands_from_the_file_to_the_list(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = written(office, GOOD)
    assert main(["meeting", "add", str(path)]) == 0
    preview = office / "letter.eml"
    assert main(["meeting", "invite", "grcm-20", "--preview", str(preview)]) == 0
    assert message.parse(preview.read_bytes()).subject.startswith("Invitación: XX Reunión")
    assert main(["meeting", "invite", "grcm-20", "--roles", "focal-point"]) == 0
    assert "GT: 1\nHN: 1" in capfd.readouterr().out
    assert main(["meeting", "move", "grcm-20", "--start", "2099-03-11 09:00", "--end", "2099-03-13 17:00"]) == 0
    assert main(["meeting", "show", "grcm-20", "--json"]) == 0
    document = json.loads(capfd.readouterr().out)
    assert (document["sequence"], document["start"]) == (1, "2099-03-11T15:00:00+00:00")
    assert [each["participant"] for each in document["delegations"]] == ["GT", "HN"]
    output = office / "list.xlsx"
    assert main(["meeting", "participants", "grcm-20", "--format", "xlsx", "--output", str(output)]) == 0
    assert output.read_bytes().startswith(b"PK")
    assert main(["meeting", "cancel", "grcm-20"]) == 0
    assert "2 cartas" in capfd.readouterr().err


def test_commands_say_what_is_wrong_and_how_to_mend_it(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = written(office, GOOD)
    assert main(["meeting", "add", str(path)]) == 0
    assert main(["meeting", "show", "other"]) == 1
    assert "«other»" in (said := capfd.readouterr().err)
    assert "grcm-20" in said
    written(office, GOOD.replace("2099-03-10 09:00", "2099-03-11 09:00"))
    assert main(["meeting", "add", str(path)]) == 1
    assert "meeting move" in capfd.readouterr().err
    assert main(["meeting", "move", "grcm-20", "--start", "2099-03-10 09:00", "--end", "2099-03-12 17:00"]) == 1
    assert "ya es en esa fecha" in capfd.readouterr().err
    assert main(["meeting", "invite", "grcm-20", "--roles", "king"]) == 2
    assert "focal-point" in capfd.readouterr().err
    assert main(["meeting", "invite", "grcm-20", "--to", "ZZ"]) == 2
    assert main(["meeting", "move", "grcm-20", "--start", "tomorrow"]) == 2


def test_rules_without_the_form_are_named(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rules = office / "rules"
    shutil.copytree("rules", rules)
    (rules / "forms" / "meeting-reply.yaml").unlink()
    settings = (office / "mailbot.toml").read_text(encoding="utf-8")
    (office / "mailbot.toml").write_text(f'rules = "{rules}"\n{settings}', encoding="utf-8")
    assert main(["meeting", "show", "grcm-20"]) == 2
    assert "falta meeting-reply.yaml" in capfd.readouterr().err
