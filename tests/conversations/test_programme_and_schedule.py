"""Activities by mail; reminders, digest and contact list from records and hour."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from mailbot.edges.store import ledger
from mailbot.edges.store.tables import reminders
from mailbot.work import contacts, digest
from tests.town import Town, reply, words

GT, HN = "focal@gt.example", "focal@hn.example"


def statuses(town: Town) -> dict[tuple[str, str], dict]:
    with town.house.engine.begin() as connection:
        return {(s.activity, s.participant): dict(s.fields) for s in ledger.statuses_of(connection, "md")}


def kinds(town: Town, address: str) -> list[str]:
    """The kinds of the letters in a box, which are read thereby."""
    return [str(town.opens(address).header("x-mailbot-letter")) for _ in range(town.unread().get(address, 0))]


def test_the_state_of_an_activity_by_form(town: Town) -> None:
    town.state("HN")
    town.activity("P003-08", "Taller de capacitación", "2009-02-28")
    town.ask("activity-status", about="P003-08")
    letter = town.opens(HN)
    assert "P003-08: Taller de capacitación" in words(letter)
    text = "Estado: realizada\nFecha: 28 de noviembre de 2008\nAvance: 100 %\nResultado: 34 funcionarios capacitados\n"
    assert town.comes(reply(letter, HN, text)) == "applied"
    said = statuses(town)[("P003-08", "HN")]
    assert said["status"] == "done"
    assert said["progress"] == 100
    assert said["date"]["start"] == "2008-11-28"
    answer = words(town.opens(HN))
    assert "28 de noviembre de 2008" in answer
    assert "28 November 2008" in answer
    assert "34 funcionarios capacitados" in answer


def test_several_activities_in_one_mail_and_one_unknown(town: Town) -> None:
    town.state("GT")
    for code in ("P003-08", "P003-14"):
        town.activity(code, f"Actividad {code}", "2009-01-31")
    town.ask("activity-status", about="P003-08")
    letter = town.opens(GT)
    rows = (("P003-08", "en proceso"), ("P003-14", "realizada"), ("P009-99", "realizada"))
    text = "\n".join(f"Actividad: {code}\nEstado: {state}\n" for code, state in rows)
    assert town.comes(reply(letter, GT, text)) == "applied"
    said = statuses(town)
    assert said[("P003-08", "GT")]["status"] == "in-progress"
    assert said[("P003-14", "GT")]["status"] == "done"
    assert "P009-99" in words(town.opens(GT))


def test_another_form_leaves_the_question_open(town: Town) -> None:
    town.state("GT")
    town.activity("P003-08", "Taller", "2009-02-28")
    town.ask()
    letter = town.opens(GT)
    assert town.comes(reply(letter, GT, "Actividad: P003-08\nEstado: realizada\n")) == "applied"
    town.opens(GT)
    with town.house.engine.begin() as connection:
        assert [request.state for request in ledger.open_requests(connection, "md")] == ["asked"]


def test_a_later_answer_supersedes_an_earlier_one_and_both_are_kept(town: Town) -> None:
    from mailbot.edges.store.tables import answers

    town.state("GT")
    town.ask()
    letter = town.opens(GT)
    town.comes(reply(letter, GT, "Cargo: Primera\n"))
    town.comes(reply(letter, GT, "Cargo: Segunda\n"))
    town.burn()
    with town.house.engine.begin() as connection:
        rows = connection.execute(select(answers.c.superseded, answers.c.fields).order_by(answers.c.id)).all()
    assert [(row.superseded, row.fields["position"]["value"]) for row in rows] == [
        (True, "Primera"),
        (False, "Segunda"),
    ]


def test_reminders_go_once_a_stage_and_stop_with_the_answer(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    town.ask(due="2009-01-16")
    letter = town.opens(GT)
    town.burn()
    town.hour = dt.datetime(2009, 1, 2, 16, tzinfo=dt.UTC)
    town.later(hours=1)
    assert "reminder" in kinds(town, HN)
    town.later(hours=1)
    town.later(hours=1)
    town.burn()
    town.comes(reply(letter, GT, "Sin cambios\n"))
    town.burn()
    town.later(days=7)
    assert "reminder" in kinds(town, HN)
    assert "reminder" not in kinds(town, GT)
    town.burn()


def test_after_an_outage_only_the_latest_stage_is_said(town: Town) -> None:
    town.state("HN")
    town.ask(due="2009-01-16")
    town.burn()
    town.hour = dt.datetime(2009, 1, 15, 16, tzinfo=dt.UTC)
    town.later(hours=1)
    assert kinds(town, HN).count("reminder") == 1
    with town.house.engine.begin() as connection:
        rows = connection.execute(select(reminders.c.stage, reminders.c.letter_id).order_by(reminders.c.id)).all()
    assert [(row.stage, row.letter_id is not None) for row in rows] == [
        ("month-before", False),
        ("two-weeks-before", False),
        ("week-before", False),
        ("two-days-before", True),
    ]
    town.burn()


def test_several_due_items_in_one_mail(town: Town) -> None:
    town.state("HN")
    town.activity("P003-08", "Taller", "2009-02-28")
    town.ask(due="2009-01-16")
    town.ask("activity-status", about="P003-08", due="2009-01-16")
    town.burn()
    town.hour = dt.datetime(2009, 1, 9, 16, tzinfo=dt.UTC)
    town.later(hours=1)
    letters = [town.opens(HN) for _ in range(town.unread()[HN])]
    (reminder,) = [each for each in letters if each.header("x-mailbot-letter") == "reminder"]
    assert "P003-08" in words(reminder)
    assert "Actualización" in words(reminder)
    town.burn()


def test_the_digest_goes_once_a_week_however_often_triggered(town: Town) -> None:
    town.state("GT")
    town.ask()
    letter = town.opens(GT)
    town.comes(reply(letter, GT, "Cargo: Jefa de Unidad\n"))
    town.comes(reply(None, "alguien@x.example", "Quiero la lista\n"))
    town.burn()
    town.hour = dt.datetime(2008, 12, 8, 13, 59, tzinfo=dt.UTC)  # Monday, before 8:00 in Guatemala
    assert digest.digest(town.house, town.md) == 0
    town.hour += dt.timedelta(minutes=2)
    assert digest.digest(town.house, town.md) == 1
    assert digest.digest(town.house, town.md) == 0
    town.deliver()
    said = words(town.opens(GT))
    assert "alguien@x.example" in said
    assert "Guatemala, Persona Inventada GT: Cargo" in said
    assert "1 de diciembre de 2008" in said
    town.hour += dt.timedelta(days=6)
    assert digest.digest(town.house, town.md) == 0


def test_a_week_in_which_nothing_happened_is_skipped(town: Town) -> None:
    town.state("GT")
    town.hour = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)
    assert digest.digest(town.house, town.md) == 0


def test_editions_are_numbered_and_say_what_changed(town: Town) -> None:
    town.state("GT")
    town.state("US")
    assert contacts.distribute(town.house, town.md) == 2
    assert contacts.distribute(town.house, town.md) == 0
    town.deliver()
    first = town.opens(GT)
    assert "edición 1" in first.subject
    assert first.attachments[0].name == "contactos-md-1-2008-12-01.xlsx"
    assert town.opens("focal@us.example").attachments[0].name == "contacts-md-1-2008-12-01.xlsx"
    town.ask()
    letter = town.opens(GT)
    town.comes(reply(letter, GT, "Cargo: Embajadora\n"))
    town.burn()
    town.later(days=8)
    letters = [town.opens(GT) for _ in range(town.unread()[GT])]
    (second,) = [each for each in letters if each.header("x-mailbot-letter") == "contact-list"]
    assert "edición 2" in second.subject
    assert "cambian los datos de Persona Inventada GT" in words(second)
    town.burn()


def test_two_groups_share_nothing(town: Town) -> None:
    town.state("GT")
    town.state("GT", group="pc", name="Otra Persona")
    town.ask()
    town.burn()
    assert town.comes(reply(None, GT, "LISTA\n", to="grupo.pc@crm.example"), group="pc") == "applied"
    said = words(town.opens(GT))
    assert "Otra Persona" in said
    assert "Persona Inventada" not in said
    assert town.rows("md") == []
    with town.house.engine.begin() as connection:
        assert ledger.open_requests(connection, "pc") == ()
