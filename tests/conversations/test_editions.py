"""Editions of the contact list: what changed for each reader, in which files, when."""

from __future__ import annotations

import io

import pytest
import vobject
from openpyxl import load_workbook

from mailbot.core.values import Bilingual, Carried
from mailbot.edges.store import directory
from mailbot.work import contacts as lists
from tests.town import Town, reply, words

GT, HN, BZ = "focal@gt.example", "focal@hn.example", "focal@bz.example"


@pytest.fixture
def asked(town: Town):
    for code in ("GT", "HN"):
        town.state(code)
    town.ask()
    letters = town.opens(GT), town.opens(HN)
    lists.distribute(town.house, town.md)
    town.deliver()
    town.burn()
    return letters


def issue(town: Town) -> None:
    lists.distribute(town.house, town.md)
    town.deliver()


def test_each_reads_what_changed_since_the_edition_they_received(town: Town, asked) -> None:
    town.comes(reply(asked[0], GT, "Cargo: Ministra\n"))
    town.burn()
    town.carrier.answers[HN] = Carried("never", "550 no such user")
    issue(town)
    assert "desde la edición 1" in words(town.opens(GT))
    town.carrier.answers.clear()
    town.state("BZ")
    town.comes(reply(asked[1], HN, "Cargo: Embajadora\n"))
    town.burn()
    issue(town)
    spanish = words(town.opens(GT))
    assert "Qué cambió desde la edición 2" in spanish
    assert "datos de Persona Inventada GT" not in spanish
    missed = words(town.opens(HN))
    assert "Qué cambió desde la edición 1" in missed
    assert "cambian los datos de Persona Inventada GT" in missed
    assert "the details of Persona Inventada GT change" in missed
    new = town.opens(BZ)
    assert "since edition" not in words(new)
    book = load_workbook(io.BytesIO(new.attachments[0].content))
    assert len(book.sheetnames) == 1


def test_with_every_edition_go_a_table_to_work_with_and_one_to_print(town: Town, asked) -> None:
    town.comes(reply(asked[0], GT, "Cargo: Ministra\n"))
    town.burn()
    issue(town)
    spanish, _ = town.opens(GT), town.opens(HN)
    assert [each.name for each in spanish.attachments] == [
        "contactos-md-2-2008-12-01.xlsx",
        "contactos-md-2-2008-12-01.pdf",
    ]
    assert spanish.attachments[1].content.startswith(b"%PDF-")
    assert "Excel y PDF" in words(spanish)


@pytest.mark.parametrize(
    ("line", "ending", "said"),
    [("LISTA VCARD", "vcf", "libreta de direcciones"), ("List csv", "csv", "CSV"), ("lista pdf.", "pdf", "PDF")],
)
def test_who_asks_says_which_file(town: Town, asked, line: str, ending: str, said: str) -> None:
    assert town.comes(reply(None, GT, f"{line}\n")) == "applied"
    letter = town.opens(GT)
    (file,) = letter.attachments
    assert file.name.endswith(f".{ending}")
    assert said in words(letter)
    assert "Nada cambió desde la edición 1" in words(letter)
    if ending == "vcf":
        cards = list(vobject.readComponents(file.content.decode("utf-8")))
        assert {card.fn.value for card in cards} >= {"Persona Inventada GT", "Persona Inventada HN"}


def test_a_stranger_gets_no_file_either(town: Town, asked) -> None:
    assert town.comes(reply(None, "otro@x.example", "LISTA VCARD\n")) == "asked"
    assert not town.opens("otro@x.example").attachments


def test_changes_of_a_week_make_one_edition_with_the_digest(town: Town, asked) -> None:
    for text in ("Cargo: Ministra\n", "Fax: (502) 2410-0001\n", "Dependencia: Migración\n"):
        town.comes(reply(asked[0], GT, text))
        town.later(hours=5)
    town.burn()
    town.later(days=7)
    town.later(days=1)
    lists_of_hn = [each for each in opened(town, HN) if each.header("x-mailbot-letter") == "contact-list"]
    assert len(lists_of_hn) == 1
    assert "edición 2" in lists_of_hn[0].subject
    town.burn()


def opened(town: Town, address: str) -> list:
    return [town.opens(address) for _ in range(town.unread().get(address, 0))]


@pytest.mark.parametrize(("months", "editions"), [(0, 0), (2, 2)])
def test_the_list_goes_from_time_to_time_although_nothing_changed(small_town, months: int, editions: int) -> None:
    town = small_town(list_every_months=months, confirm_every_months=0)
    town.state("GT")
    lists.distribute(town.house, town.md)
    town.deliver()
    town.burn()
    for _ in range(18):
        town.later(days=7)
    letters = [each for each in opened(town, GT) if each.header("x-mailbot-letter") == "contact-list"]
    assert len(letters) == editions
    assert all("Nothing has changed since edition" in words(each) for each in letters)


def test_a_long_list_stands_in_the_file_and_the_letter_counts(small_town) -> None:
    town = small_town()
    town.state("GT")
    with town.house.engine.begin() as connection:
        place = directory.add_participant(connection, "md", "HN", "state", Bilingual("Honduras", "Honduras"), "es")
        for number in range(lists.LONG):
            directory.add_contact(connection, "md", place, {"name": f"Persona {number}", "role": "contact"}, None)
    issue(town)
    letter = town.opens(GT)
    assert "Honduras: 300" in words(letter)
    assert "Son 301 personas" in words(letter)
    assert "Persona 7" not in words(letter)
    (file,) = letter.attachments
    assert len(list(load_workbook(io.BytesIO(file.content)).worksheets[0].rows)) > lists.LONG
