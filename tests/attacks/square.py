"""The square of the town where attacks happen, and what must never come of one."""

from __future__ import annotations

from sqlalchemy import select

from mailbot.core import message
from mailbot.core.values import Message
from mailbot.edges.store.tables import addresses, contacts, letters, requests, statuses
from tests.town import Town, reply, words

GT, HN, LUZ, EVIL = "focal@gt.example", "focal@hn.example", "luz@gt.example", "evil@evil.example"
FORM = "Cargo: Ministra\nTeléfono: (502) 2410-0000\n"


class Square:
    """A town with two States that were asked, one more person in Guatemala, and an attacker."""

    def __init__(self, town: Town) -> None:
        self.town = town
        town.state("GT", phone=["+50224100000;ext=7"])
        town.person("GT", name="Luz Supuesta", position="Analista", email=[LUZ])
        town.state("HN")
        town.ask()
        self.asked = {who: town.opens(who) for who in (GT, HN)}
        self.secrets = ("Inventada", "Supuesta", "Analista", "2410", GT, HN, LUZ)

    def records(self) -> list[list[tuple]]:
        """Everything that an attack must leave alone."""
        asked = select(requests.c.id, requests.c.state).where(requests.c.due.is_not(None)).order_by(requests.c.id)
        with self.town.house.engine.begin() as connection:
            return [
                [tuple(row) for row in connection.execute(select(table).order_by(table.c.id))]
                for table in (contacts, addresses, statuses)
            ] + [[tuple(row) for row in connection.execute(asked)]]

    def attack(self, raw: bytes, outcome: str, reason: str, group: str = "md") -> None:
        """The message ends in ``outcome`` for a recorded ``reason``; nothing changes, nothing leaks."""
        before = self.records()
        assert self.town.comes(raw, group) == outcome
        row = self.town.rows(group)[-1]
        told = [row.reason, *(row.trust or {}).get("reasons", ())]
        assert any(reason in each for each in told), told
        assert self.records() == before
        self.leaks_nothing(words_of(raw))

    def leaks_nothing(self, own: str = "") -> None:
        """No letter to anybody outside the directory shows what it holds; ``own`` are the attacker's own words."""
        with self.town.house.engine.begin() as connection:
            known = set(connection.execute(select(addresses.c.address)).scalars())
            rows = connection.execute(select(letters.c.recipient, letters.c.raw)).all()
        for row in rows:
            if row.recipient not in known:
                said = words(message.parse(row.raw))
                assert not [each for each in self.secrets if each in said and each not in own], row.recipient

    def opens(self, address: str) -> Message:
        return self.town.opens(address)


def words_of(raw: bytes) -> str:
    """What the attacker wrote: shown back to them, it is no leak."""
    read = message.parse(raw)
    return " ".join((read.subject, read.sender.name if read.sender else "", words(read)))


def spoof(sender: str, text: str = FORM, **more) -> bytes:
    """A new message with any From:, exactly as written."""
    raw = reply(None, GT, text, **more)
    return raw.replace(b"From: focal@gt.example", b"From: " + sender.encode(), 1)
