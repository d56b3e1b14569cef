"""The report to a meeting: draft, comment, approval, final once; from records and hour."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from mailbot.core.report.kept import facts_from_json
from mailbot.core.values import Message
from mailbot.edges.store import measures
from mailbot.edges.store.tables import letters
from mailbot.edges.store.tables import reports as table
from mailbot.work import receive, report
from tests.town import Town, reply, words

PPT, FOCAL, HN = "ppt@gt.example", "focal@gt.example", "focal@hn.example"
MEETING = dt.date(2009, 2, 5)


def staffed(town: Town) -> None:
    for code in ("GT", "HN", "US"):
        town.state(code)
    town.person("GT", role="officer", name="Presidenta Inventada", position="Embajadora", email=[PPT])
    town.activity("P003-08", "Taller de capacitación", "2009-02-28", responsible=("HN",))


def drafted(town: Town) -> Message:
    """A draft with a moved date in it, as the presidency gets it."""
    staffed(town)
    town.ask("activity-status", about="P003-08")
    asked = town.opens(HN)
    said = "Estado: pospuesta\nFecha: 15 de abril de 2009\nComentarios: cambio de autoridades\n"
    assert town.comes(reply(asked, HN, said)) == "applied"
    town.burn()
    assert report.send_draft(town.house, town.md, MEETING) == 1
    town.deliver()
    return town.opens(PPT)


def rows(town: Town) -> list:
    with town.house.engine.begin() as connection:
        return list(connection.execute(select(table).order_by(table.c.id)))


def test_draft_comment_approval_and_final_once(town: Town) -> None:
    draft = drafted(town)
    assert [each.name.rpartition(".")[2] for each in draft.attachments] == ["docx", "pdf"]
    assert "APRUEBO" in words(draft)
    assert "APPROVE" in words(draft)
    assert "5 de febrero de 2009" in words(draft)
    assert town.comes(reply(draft, PPT, "Falta el resultado de Honduras, por favor.\n")) == "held"
    assert "sigue en borrador" in words(town.opens(PPT))
    assert [row.state for row in rows(town)] == ["draft"]
    assert len(town.holds()) == 1
    assert town.comes(reply(draft, PPT, "Apruebo, gracias.\n\nPresidenta Inventada\nEmbajadora\n")) == "applied"
    assert "n.º 1" in words(town.opens(PPT))
    (row,) = rows(town)
    assert (row.state, row.number, row.decided_by, row.meeting) == ("final", 1, PPT, MEETING)
    for address in (FOCAL, HN, "focal@us.example"):
        final = town.opens(address)
        assert final.header("x-mailbot-letter") == "report"
        assert {each.name: hashlib.sha256(each.content).hexdigest() for each in final.attachments} == row.files
    assert town.unread() == {}


def test_approving_twice_changes_nothing(town: Town) -> None:
    draft = drafted(town)
    town.comes(reply(draft, PPT, "APPROVE\n"))
    town.burn()
    before = rows(town)
    assert town.comes(reply(draft, PPT, "Approved.\n")) == "applied"
    assert "ya estaba aprobado" in words(town.opens(PPT))
    assert town.rows()[-1].reason == "report no. 1 was approved already; nothing sent again"
    assert rows(town) == before
    assert town.unread() == {}


def test_what_was_approved_goes_out_whatever_changed_since(town: Town) -> None:
    draft = drafted(town)
    approved = facts_from_json(rows(town)[0].facts)
    town.activity("P003-99", "Añadida después", "2009-03-01")
    town.later(days=2)
    town.burn()
    town.comes(reply(draft, PPT, "APRUEBO\n"))
    town.burn()
    final = facts_from_json(rows(town)[0].facts)
    assert final.themes == approved.themes
    assert (final.heading.number, final.heading.dated) == (1, dt.date(2008, 12, 3))
    with town.house.engine.begin() as connection:
        following = report.gather(town.house, connection, town.md, None)
    assert following.heading.start == dt.date(2008, 12, 2)


def test_only_the_presidency_approves_and_only_an_answer_to_the_draft(town: Town) -> None:
    draft = drafted(town)
    assert town.comes(reply(draft, HN, "Apruebo\n")) == "held"
    assert "lo aprueba la Presidencia" in words(town.opens(HN))
    assert town.comes(reply(None, PPT, "Apruebo\n")) == "held"  # From: alone proves nothing
    town.burn()
    assert [row.state for row in rows(town)] == ["draft"]
    code = rows(town)[0].code
    assert town.comes(reply(None, PPT, "De acuerdo.\n", subject=f"Aprobación [{code}]")) == "applied"
    town.burn()
    assert [row.state for row in rows(town)] == ["final"]


def test_the_same_draft_is_put_once_and_a_newer_one_takes_its_place(town: Town) -> None:
    old = drafted(town)
    assert report.send_draft(town.house, town.md, MEETING) == 0
    town.later(days=1)
    assert report.send_draft(town.house, town.md, MEETING) == 1
    town.deliver()
    new = town.opens(PPT)
    assert [(row.revision, row.state) for row in rows(town)] == [(1, "superseded"), (2, "draft")]
    assert town.comes(reply(old, PPT, "APRUEBO\n")) == "asked"
    assert "borrador más reciente" in words(town.opens(PPT))
    assert town.comes(reply(new, PPT, "Apruebo el informe.\n")) == "applied"
    town.burn()
    assert [row.state for row in rows(town)] == ["superseded", "final"]


def test_the_draft_goes_by_itself_before_a_meeting_after_an_outage_too(small_town: Callable[..., Town]) -> None:
    town = small_town(report={"meetings": ["2009-02-05"], "draft_days": 5})
    staffed(town)
    town.hour = dt.datetime(2009, 1, 29, 13, 59, tzinfo=dt.UTC)  # five working days before, the office still closed
    town.later(hours=0)
    assert PPT not in town.unread()
    town.hour = dt.datetime(2009, 2, 2, 15, tzinfo=dt.UTC)  # nobody looked for four days
    town.later(hours=0)
    town.later(hours=1)
    kinds = [town.opens(PPT).header("x-mailbot-letter") for _ in range(town.unread()[PPT])]
    assert kinds.count("report") == 1
    town.burn()


def test_two_triggers_in_the_same_second_put_one_draft(town: Town) -> None:
    staffed(town)
    put: list[int] = []
    both = [
        threading.Thread(target=lambda: put.append(report.send_draft(town.house, town.md, MEETING))) for _ in range(2)
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(put) == [0, 1]
    assert len(rows(town)) == 1
    town.deliver()
    assert town.unread() == {PPT: 1}
    town.burn()


def test_without_anybody_in_the_presidency_no_draft_is_kept(town: Town) -> None:
    town.state("HN")
    assert report.send_draft(town.house, town.md, MEETING) == 0
    assert rows(town) == []


def test_the_annex_shows_no_more_than_its_least_reader_may_see(small_town: Callable[..., Town]) -> None:
    town = small_town()
    town.state("HN", phone=["+50422000000"])
    with town.house.engine.begin() as connection:
        facts = report.gather(town.house, connection, town.md, None)
        people = report.addressees(town.house, connection, town.md)
    assert facts.contacts[0].name == "Persona Inventada HN"
    others = town.house.audiences[-1]
    assert report.audience_of_report(town.house, people).id == "governments"
    network = replace(people[0], participant=replace(people[0].participant, kind="network"))
    assert report.audience_of_report(town.house, [*people, network]) == others


def test_the_letters_of_a_report_are_in_the_outbox_once_a_person(town: Town) -> None:
    draft = drafted(town)
    town.comes(reply(draft, PPT, "APRUEBO\n"))
    town.burn()
    with town.house.engine.begin() as connection:
        found = connection.execute(select(letters.c.recipient).where(letters.c.purpose == "report")).scalars().all()
    assert sorted(found) == sorted({FOCAL, HN, "focal@us.example"})


@pytest.mark.parametrize("said", ["Aprobado con cambios", "No apruebo", "Apruebo si se corrige la fecha", "gracias"])
def test_anything_more_than_an_approval_approves_nothing(small_town: Callable[..., Town], said: str) -> None:
    town = small_town()
    draft = drafted(town)
    town.comes(reply(draft, PPT, f"{said}\n"))
    town.burn()
    assert [row.state for row in rows(town)] == ["draft"]


class Killed(BaseException):
    """The process ends here."""


def dies_at(town: Town, point: str) -> None:
    """Let the next piece of work end at a named point, once."""
    alive = town.house

    def step(name: str) -> None:
        if name == point:
            town.house = alive
            raise Killed

    town.house = replace(alive, step=step)


def test_killed_before_the_commit_nothing_is_lost_and_nothing_said_twice(town: Town) -> None:
    staffed(town)
    dies_at(town, "report-recorded")
    with pytest.raises(Killed):
        report.send_draft(town.house, town.md, MEETING)
    assert rows(town) == []
    assert report.send_draft(town.house, town.md, MEETING) == 1
    town.deliver()
    draft = town.opens(PPT)
    dies_at(town, "report-recorded")
    with pytest.raises(Killed):
        town.comes(reply(draft, PPT, "APRUEBO\n"))
    assert [row.state for row in rows(town)] == ["draft"]
    town.later(hours=1)  # the daemon is back and finds the message waiting
    while receive.handle_waiting(town.house, town.md):
        pass
    town.deliver()
    assert [(row.state, row.number) for row in rows(town)] == [("final", 1)]
    assert town.unread() == dict.fromkeys((PPT, FOCAL, HN, "focal@us.example"), 1)
    town.burn()


def test_values_of_indicators_stand_in_the_report_with_their_source(town: Town) -> None:
    staffed(town)
    columns = {"name_es": "Funcionarios capacitados", "name_en": "Officials trained", "unit_es": "personas"}
    numbers = {"baseline": "20", "target": "200", "due": dt.date(2008, 12, 31), "combine": "latest"}
    with town.house.engine.begin() as connection:
        measures.put_indicator(connection, "md", {"code": "I-01", **columns, "unit_en": "people", **numbers})
    town.ask()
    text = "Indicador: I-01\nValor: 110\nFecha: 28 de noviembre de 2008\nFuente: Registro de asistencia\n"
    assert town.comes(reply(town.opens(HN), HN, text)) == "applied"
    town.burn()
    town.hour = dt.datetime(2009, 1, 20, 16, tzinfo=dt.UTC)
    with town.house.engine.begin() as connection:
        (goal,) = report.gather(town.house, connection, town.md, MEETING).goals
    assert (goal.baseline, goal.target, goal.measured, goal.share) == ("20", "200", "110", 50)
    assert (goal.on, goal.source, goal.late) == (dt.date(2008, 11, 28), "Registro de asistencia", True)


def test_the_reason_of_a_date_that_waits_for_a_decision_is_told(town: Town) -> None:
    staffed(town)
    town.activity("P003-09", "Seminario", "2009-02-28", responsible=("HN", "GT"))
    town.ask("activity-status", about="P003-09")
    town.comes(reply(town.opens(HN), HN, "P003-09: pospuesta al 15 de marzo de 2009 por falta de fondos\n"))
    town.burn()
    with town.house.engine.begin() as connection:
        (moved,) = report.gather(town.house, connection, town.md, MEETING).moved
    assert (moved.code, moved.why) == ("P003-09", "por falta de fondos")
