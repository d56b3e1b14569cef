"""A year without a programme, and meetings on both sides of a change of the clock."""

from __future__ import annotations

import datetime as dt

from mailbot.core.meetings import Meeting, Span
from mailbot.core.values import Bilingual
from mailbot.work import digest, meetings, report
from tests.meeting_town import HN, event
from tests.programme_town import statuses
from tests.town import Town, reply, words


def test_everything_goes_on_without_a_programme(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    town.ask()
    letter = town.opens(HN)
    town.burn()
    assert town.comes(reply(letter, HN, "MD-07: realizada\n")) == "asked"
    said = words(town.opens(HN))
    assert "MD-07" in said
    assert statuses(town) == {}
    town.hour = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)
    assert digest.digest(town.house, town.md) == 1
    town.deliver()
    weekly = words(town.opens("focal@gt.example"))
    assert "Actividades que vencen pronto" not in weekly
    with town.house.engine.begin() as connection:
        facts = report.gather(town.house, connection, town.md, dt.date(2009, 2, 5))
    assert facts.themes == ()
    assert {each.name.rpartition(".")[2] for each in report.files(town.md, facts)} == {"docx", "pdf"}
    assert town.unread() == {}


def test_the_hour_on_the_wall_stays_when_the_clock_changes(town: Town) -> None:
    """Mexico changed its clocks on 5 April 2009: 9:00 there is 15:00 UTC before and 14:00 UTC after."""
    town.state("HN")
    zone = "America/Mexico_City"
    days = [dt.datetime(2009, 4, 3, 15, tzinfo=dt.UTC), dt.datetime(2009, 4, 8, 14, tzinfo=dt.UTC)]
    spans = [Span(day.date(), day.date(), zone, day, day + dt.timedelta(hours=3)) for day in days]
    title = Bilingual("Taller inventado", "Invented workshop")
    meetings.add(town.house, town.md, Meeting(0, "taller", "seminar", title, "Ciudad de México", spans[0], 2))
    meetings.invite(town.house, town.md, "taller")
    town.deliver()
    raw = town.raw(HN)
    assert event(raw)["dtstart"].dt.isoformat() == "2009-04-03T09:00:00-06:00"
    meetings.move(town.house, town.md, "taller", spans[1])
    town.deliver()
    moved = town.raw(HN)
    assert event(moved)["dtstart"].dt.isoformat() == "2009-04-08T09:00:00-05:00"
    assert int(event(moved)["sequence"]) == 1


def test_a_meeting_moved_to_where_it_was_keeps_counting(town: Town) -> None:
    town.state("HN")
    first, second = (Span(dt.date(2009, 3, day), dt.date(2009, 3, day + 2), "America/Guatemala") for day in (10, 24))
    title = Bilingual("Reunión inventada", "Invented meeting")
    meetings.add(town.house, town.md, Meeting(0, "ida", "network", title, "Tegucigalpa", first, 2))
    meetings.invite(town.house, town.md, "ida")
    town.deliver()
    sequences = [int(event(town.raw(HN))["sequence"])]
    for span in (second, first):
        meetings.move(town.house, town.md, "ida", span)
        town.deliver()
        sequences.append(int(event(town.raw(HN))["sequence"]))
    assert sequences == [0, 1, 2]
