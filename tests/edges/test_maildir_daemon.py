"""The other door: a whole round over Maildir, in and out."""

from __future__ import annotations

from pathlib import Path

from mailbot import daemon, wiring
from mailbot.core import message
from mailbot.work import ask
from tests.town import Town, reply


def test_a_round_over_maildir(tmp_path: Path) -> None:
    town = Town(tmp_path)
    town.state("GT")
    doors = [wiring.doors(group) for group in town.settings.groups]
    ask.ask_all(town.house, town.md, town.house.form("contact-update"))
    assert daemon.run_once(town.house, doors)
    (letter,) = (tmp_path / "out-md" / "new").iterdir()
    answer = reply(message.parse(letter.read_bytes()), "focal@gt.example", "Cargo: Jefa de Unidad\n")
    (tmp_path / "in-md" / "new" / "1228150800.1.host").write_bytes(answer)
    assert daemon.run_once(town.house, doors)
    assert town.contacts("GT")[0].position == "Jefa de Unidad"
    assert not list((tmp_path / "in-md" / "new").iterdir())
    assert len(list((tmp_path / "in-md" / "cur").iterdir())) == 1
    kinds = [
        message.parse(each.read_bytes()).header("x-mailbot-letter") for each in (tmp_path / "out-md/new").iterdir()
    ]
    assert sorted(map(str, kinds)) == ["acknowledgement", "request"]
    assert daemon.run_once(town.house, doors)
    assert len(list((tmp_path / "out-md" / "new").iterdir())) == 2
    town.close()
