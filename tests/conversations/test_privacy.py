"""What people may ask about themselves: to leave, not to be published, to be forgotten; old mail is emptied."""

from __future__ import annotations

from sqlalchemy import select

from mailbot.edges.store.tables import history, messages
from mailbot.work import contacts as lists
from mailbot.work import forget
from mailbot.work.daily import empty_old_mail
from tests.conversations.test_directory import GT, HN, LUZ, asked, kind, named
from tests.town import Town, reply, words

# --- leaving by one's own word ----------------------------------------------------------------


def test_remove_me_is_confirmed_and_the_last_focal_point_waits_for_the_presidency(town: Town) -> None:
    town.state("GT")
    town.person("GT", name="Luz Supuesta", email=[LUZ])
    assert town.comes(reply(None, LUZ, "Dar de baja\n")) == "asked"
    question = town.opens(LUZ)
    assert kind(question) == "removal"
    assert len(town.contacts("GT")) == 2
    assert town.comes(reply(question, LUZ, "CONFIRMO\n")) == "applied"
    town.opens(LUZ)
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]
    town.comes(reply(None, GT, "Please remove me from this list.\n"))
    question = town.opens(GT)
    assert "last focal point of your State" in words(question)
    assert town.comes(reply(question, GT, "CONFIRM\n")) == "held"
    town.opens(GT)
    assert len(town.contacts("GT")) == 1
    assert [each.kind for each in town.holds()] == ["authority"]


def test_no_keeps_who_asked_to_leave(town: Town) -> None:
    town.state("GT")
    town.comes(reply(None, GT, "remove me"))
    assert town.comes(reply(town.opens(GT), GT, "NO\n")) == "applied"
    town.opens(GT)
    assert len(town.contacts("GT")) == 1
    assert town.holds() == ()


# --- what is not published ---------------------------------------------------------------------


def test_not_for_publication_keeps_a_value_from_the_others(town: Town) -> None:
    letter, _ = asked(town, "GT", "HN")
    number = "+502 5555-1234"
    assert town.comes(reply(letter, GT, f"Celular: {number} (solo urgencias, no publicar)\n")) == "applied"
    assert "No se publica" in words(town.opens(GT))
    assert named(town, "Persona Inventada GT").withheld == ("mobile",)
    with town.house.engine.begin() as connection:
        for each in town.house.audiences:
            made = lists.for_export(town.house, connection, town.md, each)
            row = next(row for row in made.rows if row.code == "GT")
            assert bool(row.mobile) == (each.id == "officers")
    town.comes(reply(None, HN, "LISTA\n"))
    assert "5555-1234" not in words(town.opens(HN))
    town.comes(reply(letter, GT, f"Celular: {number} (puede publicarse)\n"))
    town.burn()
    assert named(town, "Persona Inventada GT").withheld == ()


def test_my_data_tells_who_received_the_list_with_it(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    lists.distribute(town.house, town.md)
    town.deliver()
    town.burn()
    town.comes(reply(None, HN, "MIS DATOS\n"))
    told = words(town.opens(HN))
    assert "Edición 1, 1 de diciembre de 2008: 2 personas de Guatemala, Honduras" in told
    assert "Edition 1, 1 December 2008: 2 people of Guatemala, Honduras" in told


# --- forgotten, and old mail -----------------------------------------------------------------------


def everything(town: Town) -> str:
    """All that the database holds, letters and messages as they read."""
    from mailbot.edges.store.tables import metadata

    found = []
    with town.house.engine.begin() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                found.extend(forget._text(v) if isinstance(v, bytes) else str(v) for v in row)
    return "\n".join(found).lower()


def test_who_is_forgotten_is_nowhere_and_the_counts_stay(town: Town) -> None:
    town.state("GT")
    town.person("GT", name="Luz Supuesta", email=[LUZ], role="focal-point", mobile=["+50255551234"])
    town.ask()
    town.opens(GT)
    letter = town.opens(LUZ)
    town.comes(reply(letter, LUZ, "Cargo: Jefa Imaginaria\nDirección: Calle Inventada 7\n"))
    town.comes(reply(None, LUZ, "Dejo esto para la Presidencia, con saludos de Luz Supuesta.\n"))
    lists.distribute(town.house, town.md)
    town.deliver()
    town.burn()
    before = everything(town)
    assert "luz supuesta" in before
    assert "jefa imaginaria" in before
    counted = (len(town.rows()), lines(town))
    with town.house.engine.begin() as connection:
        done = forget.forget(town.house, connection, town.md, LUZ)
        assert done.last == ()
    after = everything(town)
    for secret in ("luz supuesta", LUZ, "jefa imaginaria", "calle inventada", "50255551234"):
        assert secret not in after, secret
    assert counted == (len(town.rows()), lines(town) - 1)  # one line more: that they left
    assert all(row.outcome for row in town.rows())
    lists.distribute(town.house, town.md, force=True)
    town.later(days=8)
    seen = [town.opens(GT) for _ in range(town.unread()[GT])]
    assert "forgotten" not in "".join(words(each) for each in seen if kind(each) == "contact-list")
    town.burn()


def lines(town: Town) -> int:
    with town.house.engine.begin() as connection:
        return len(connection.execute(select(history.c.id)).all())


def test_old_mail_is_emptied_and_its_outcome_stays(small_town) -> None:
    town = small_town(keep_raw_months=2, confirm_every_months=0)
    town.comes(reply(asked(town, "GT")[0], GT, "Cargo: Ministra\n"))
    with town.house.engine.begin() as connection:
        connection.execute(messages.update().values(filed=True))
    town.later(days=55)
    assert town.rows()[0].raw
    town.later(days=10)
    row = town.rows()[0]
    assert (row.raw, row.outcome) == (b"", "applied")
    assert row.reading["entries"]
    assert empty_old_mail(town.house, town.md) == 0
    town.burn()
