"""The demo: one command, one week, and files to open."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mailbot.demo import play

UNANSWERED = {"pensayo@migracion-cr.example", "aejemplo@dgm-do.example"}


def demo(folder: Path, tongue: str = "C.UTF-8") -> str:
    """Play the week as a user does, within its promised minute; returns what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-m", "mailbot", "demo", "--keep", str(folder)],
        cwd=folder,
        env={**environment, "LC_ALL": tongue},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder and the account of one demo, played where a person keeps files too."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "mine.txt").write_text("mine")
    (folder / "mine.html").write_text("mine")
    (folder / "001-carta-vieja.txt").write_text("of an earlier demo")
    return folder, demo(folder)


def rows(week: tuple[Path, str], query: str) -> list[tuple[str, ...]]:
    with sqlite3.connect(week[0] / "demo.db") as connection:
        return connection.execute(query).fetchall()


class Links(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(value or "" for name, value in attrs if tag == "a" and name == "href")


def test_every_state_is_asked_once_and_one_bounces(week: tuple[Path, str]) -> None:
    asked = rows(week, "select recipient, state from letters where kind = 'request'")
    assert len(asked) == 11
    assert Counter(state for _, state in asked) == {"sent": 10, "bounced": 1}
    assert {recipient for recipient, state in asked if state == "bounced"} == play.UNKNOWN


def test_every_message_has_the_outcome_the_story_tells(week: tuple[Path, str]) -> None:
    came = {
        (sender.partition("@")[2], kind, outcome)
        for sender, kind, outcome in rows(week, "select sender, kind, outcome from messages")
    }
    assert came == {
        ("mx.example", "bounce", "set-aside"),
        ("minrex-ni.example", "auto-reply", "set-aside"),
        ("minex-gt.example", "answer", "applied"),
        ("prm-us.example", "answer", "applied"),
        ("sre-hn.example", "answer", "applied"),
        ("migracion-cr.example", "note", "asked"),
        ("rree-sv.example", "answer", "applied"),
        ("sre-mx.example", "answer", "applied"),
        ("consultora.example", "answer", "held"),
        ("cic-ca.example", "answer", "applied"),
        ("foreign-bz.example", "command", "applied"),
    }


def test_each_human_message_gets_one_answer_and_no_machine_gets_any(week: tuple[Path, str]) -> None:
    answers = rows(
        week,
        "select m.kind, count(l.id) from messages m left join letters l on l.answers_message_id = m.id group by m.id",
    )
    for kind, count in answers:
        assert count == (0 if kind in {"bounce", "auto-reply"} else 1), kind


def test_reminders_go_to_who_has_not_answered_and_is_not_away(week: tuple[Path, str]) -> None:
    reminded = {recipient for (recipient,) in rows(week, "select recipient from letters where kind = 'reminder'")}
    answered = {scene.box for scene in play.SCENES} - UNANSWERED
    assert reminded >= UNANSWERED
    assert "tsupuesto@minrex-ni.example" not in reminded  # away until the 14th
    # Belize asked for the list and Canada told of an activity: their requests are open still.
    assert reminded & answered == {"ctesterman@foreign-bz.example", "psample@cic-ca.example"}


def test_digest_to_presidency_and_secretariat_list_to_all(week: tuple[Path, str]) -> None:
    digests = rows(week, "select recipient from letters where kind = 'digest'")
    assert sorted(digests) == [("ppt@minex-gt.example",), ("st@st-crm.example",)]
    listed = {recipient for (recipient,) in rows(week, "select recipient from letters where kind = 'contact-list'")}
    assert len(listed) == 13
    assert "f.hipotetica@sre-mx.example" in listed  # the address Mexico mended two days before


def test_the_index_opens_every_file_there_is(week: tuple[Path, str]) -> None:
    folder, _ = week
    links = Links(folder / "index.html").found
    written = {file.name for file in folder.iterdir() if re.match(r"\d{3}-", file.name)}
    assert set(links) == written
    assert len(links) == len(written)


def test_the_index_names_every_kind_of_letter_and_outcome_in_both_languages(week: tuple[Path, str]) -> None:
    folder, _ = week
    named = set(re.findall(r'<span class="what">([^<]*)</span>', (folder / "index.html").read_text("utf-8")))
    assert {each for each in named if " / " not in each} == set()


def test_letters_are_there_as_eml_text_and_page(week: tuple[Path, str]) -> None:
    folder, _ = week
    letters = [file.name.removesuffix(".eml") for file in folder.glob("*-carta-*.eml")]
    for stem in letters:
        assert (folder / f"{stem}.txt").read_text(encoding="utf-8").strip()
        assert (folder / f"{stem}.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    for stem in [each for each in letters if "contact-list" in each]:
        assert (folder / f"{stem}.xlsx").read_bytes().startswith(b"PK")


def test_the_account_shows_its_progress_and_ends_with_the_page_to_open(week: tuple[Path, str]) -> None:
    folder, told = week
    steps = re.findall(r"^\[ ?(\d+)/(\d+)\]", told, re.MULTILINE)
    assert [int(step) for step, _ in steps] == list(range(1, len(steps) + 1))
    assert {int(of) for _, of in steps} == {len(steps)}
    assert str(folder / "index.html") in told.splitlines()[-1]


def test_only_what_an_earlier_demo_wrote_is_replaced(week: tuple[Path, str]) -> None:
    folder, _ = week
    assert (folder / "mine.txt").read_text() == (folder / "mine.html").read_text() == "mine"
    assert not (folder / "001-carta-vieja.txt").exists()


def test_it_tells_its_story_in_spanish_too(tmp_path: Path) -> None:
    told = demo(tmp_path, "es_GT.UTF-8")
    assert "Honduras responde dentro de la cita" in told
    assert "Listo en" in told
