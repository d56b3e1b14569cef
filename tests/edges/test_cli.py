"""The commands of the contracts, as a person and a program use them."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from mailbot.cli import main
from mailbot.core import message

CONTACTS = """\
País;Nombre completo;Cargo;Institución;Correo electrónico;Teléfono;Función en el grupo
Guatemala;Licda. Ana Inventada;Directora;Ministerio de Relaciones Exteriores;ana@gt.example;2410-0000;punto focal
Estados Unidos;Mr. John Sample;Officer;Department of State;john@us.example;+1 202 555 0133;focal point
Atlántida;Nadie;x;y;z@z.example;1;contacto
"""
ANSWER = b"""From: ana@gt.example\r\nSubject: Re: [MD-DIR-GT]\r\nMessage-ID: <a@gt.example>\r\n\r\n\
Nombre completo: Ana Inventada\r\nCargo: Ministra\r\nTel\xc3\xa9fono: (502) 2410-0000 ext. 123\r\n"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main(["init", str(tmp_path / "m")]) == 0
    monkeypatch.setenv("MAILBOT_CONFIG", str(tmp_path / "m" / "mailbot.toml"))
    (tmp_path / "contacts.csv").write_text(CONTACTS, encoding="cp1252")
    return tmp_path


def test_init_leaves_what_is_there_alone(place: Path, capfd) -> None:
    assert main(["init", str(place / "m")]) == 1
    assert "is left alone" in capfd.readouterr().err
    assert (place / "m" / "rules" / "forms" / "contact-update.yaml").exists()


def test_import_shows_first_and_applies_when_told(place: Path, capfd) -> None:
    file = str(place / "contacts.csv")
    assert main(["import", "contacts", file]) == 0
    shown = capfd.readouterr()
    assert shown.out.index("doubtful") < shown.out.index("new")
    assert "Nothing has been changed" in shown.err
    assert main(["show", "contacts", "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == []
    assert main(["import", "contacts", file, "--apply"]) == 0
    capfd.readouterr()
    main(["show", "contacts", "--json"])
    rows = json.loads(capfd.readouterr().out)
    assert [(row["name"], row["country"], row["phone"]) for row in rows] == [
        ("John Sample", "US", ["+12025550133"]),
        ("Ana Inventada", "GT", ["+50224100000"]),
    ]
    assert main(["import", "contacts", file, "--apply"]) == 0
    assert "2 unchanged" in capfd.readouterr().out


def test_ask_preview_writes_the_letter_and_sends_nothing(place: Path, capfd) -> None:
    main(["import", "contacts", str(place / "contacts.csv"), "--apply"])
    letter = place / "letter.eml"
    assert main(["ask", "contact-update", "--to", "GT", "--due", "2027-01-16", "--preview", str(letter)]) == 0
    parsed = message.parse(letter.read_bytes())
    assert parsed.to[0].address == "ana@gt.example"
    assert any(line.text == "Cargo: Directora" for line in (*parsed.lines, *parsed.alternative))
    capfd.readouterr()
    main(["show", "letters", "--json"])
    assert json.loads(capfd.readouterr().out) == []
    assert main(["ask", "contact-update", "--to", "HN", "--preview", str(place / "b.eml")]) == 0
    assert main(["ask", "contact-update", "--to", "ZZ"]) == 1
    assert "GT" in capfd.readouterr().err
    assert main(["ask", "nonsense", "--to", "GT"]) == 2
    assert "contact-update" in capfd.readouterr().err


def test_read_and_when_need_no_configuration(tmp_path: Path, capfd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAILBOT_CONFIG", raising=False)
    file = tmp_path / "a.eml"
    file.write_bytes(ANSWER)
    assert main(["read", str(file), "--json"]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["kind"] == "answer"
    (entry,) = document["entries"]
    assert entry["fields"]["phone"]["value"] == ["+50224100000;ext=123"]
    assert entry["fields"]["phone"]["said"] == "(502) 2410-0000 ext. 123"
    assert entry["fields"]["phone"]["certainty"] == "normalised"
    assert main(["when", "segunda quincena de enero", "--today", "2008-12-01", "--json"]) == 0
    window = json.loads(capfd.readouterr().out)
    assert (window["start"], window["end"], window["kind"]) == ("2009-01-16", "2009-01-31", "period")
    broken = "a más tardar el 1 de abril de 2009".encode().decode("cp1252")  # as a wrong charset shows it
    assert main(["when", broken, "--today", "2008-12-01", "--json"]) == 0
    window = json.loads(capfd.readouterr().out)
    assert (window["start"], window["end"]) == (None, "2009-04-01")


def test_read_of_a_folder_is_one_document_a_line_whatever_is_in_it(tmp_path: Path, capfd) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    bytes_of_any_kind = random.Random("bytes").randbytes(3000)
    inputs = {"a": ANSWER, "b": b"", "c": b"\x00\xff" * 500, "d": b"\r\r\r", "e": bytes_of_any_kind}
    for name, raw in inputs.items():
        (folder / name).write_bytes(raw)
    assert main(["read", str(folder), "--json"]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [Path(line["file"]).name for line in lines] == ["a", "b", "c", "d", "e"]
    assert {line["kind"] for line in lines} <= {"answer", "note", "unreadable"}


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_no_sign_of_a_letter_ends_the_line_of_its_document(tmp_path: Path, capfd, end: str) -> None:
    """A reader of lines ends one at NEL and LINE SEPARATOR too: found by bytes at random."""
    file = tmp_path / "letter.eml"
    file.write_bytes(f"Subject: tres{end}\nContent-Type: text/plain; charset=utf-8\n\nuno{end}dos\n".encode())
    assert main(["read", str(file), "--json"]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    assert json.loads(line)["text"] == "uno\ndos"


def test_read_compares_with_the_letter_it_answers(place: Path, capfd) -> None:
    main(["import", "contacts", str(place / "contacts.csv"), "--apply"])
    letter = place / "letter.eml"
    main(["ask", "contact-update", "--to", "GT", "--preview", str(letter)])
    parsed = message.parse(letter.read_bytes())
    text = [line.text for line in (parsed.alternative or parsed.lines)]
    text = [line.text for line in parsed.lines] if parsed.lines[0].source == "text" else text
    filled = "\n".join("> " + ("Fax: 2410-0055" if line == "Fax:" else line) for line in text)
    answer = f"From: ana@gt.example\nSubject: RE: x\n\nVer abajo.\n\n{filled}\n".encode()
    (place / "answer.eml").write_bytes(answer)
    capfd.readouterr()
    assert main(["read", str(place / "answer.eml"), "--sent", str(letter), "--json"]) == 0
    (entry,) = json.loads(capfd.readouterr().out)["entries"]
    assert list(entry["fields"]) == ["fax"]
    assert entry["fields"]["fax"]["value"] == ["+50224100055"]


def test_send_preview_and_export(place: Path, capfd) -> None:
    main(["import", "contacts", str(place / "contacts.csv"), "--apply"])
    assert main(["send", "contacts", "--preview", str(place / "out")]) == 0
    assert len(list((place / "out").glob("*.eml"))) == 2
    capfd.readouterr()
    main(["show", "letters", "--json"])
    assert json.loads(capfd.readouterr().out) == []
    for ending in ("csv", "xlsx", "vcf", "pdf"):
        target = place / f"list.{ending}"
        assert main(["export", "contacts", "--format", ending, "--output", str(target)]) == 0
        assert target.stat().st_size > 100
    sheet = openpyxl.load_workbook(place / "list.xlsx").worksheets[0]
    assert sheet["D4"].value == "John Sample"
    assert sheet.freeze_panes == "A4"
    assert b"TEL;VALUE=uri;TYPE=work,voice:tel:+50224100000" in (place / "list.vcf").read_bytes()


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("contacts", "Nobody has an e-mail address"),
        ("digest", "has been sent, or has nothing new"),
        ("reminders", "No reminder is due now"),
    ],
)
def test_nothing_to_send_says_why_and_what_to_do(place: Path, capfd, what: str, told: str) -> None:
    assert main(["send", what]) == 0
    assert main(["send", what, "--preview", str(place / "out")]) == 0
    assert capfd.readouterr().err.count(told) == 2


def test_programme_import_keeps_the_calendar_words(place: Path, capfd) -> None:
    programme = Path("mailbot/demo/data/programme.yaml").resolve()
    assert main(["import", "programme", str(programme), "--apply"]) == 0
    capfd.readouterr()
    main(["show", "activities", "--json"])
    rows = {row["code"]: row for row in json.loads(capfd.readouterr().out)}
    assert len(rows) == 22
    assert rows["P003-05a"]["end"] == "2009-01-16"
    assert rows["P003-10"]["calendar"] == "Segunda quincena del mes de enero de 2009."


def test_errors_name_file_key_and_remedy(tmp_path: Path, capfd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    file = tmp_path / "mailbot.toml"
    assert main(["--config", str(file), "show", "contacts"]) == 2
    assert "mailbot init" in capfd.readouterr().err
    file.write_text('databas = "x"\n[[groups]]\nkey = "MD"\n')
    assert main(["--config", str(file), "show", "contacts"]) == 2
    told = capfd.readouterr().err
    assert "there is no key “databas”" in told
    assert "“groups.0.key” («MD»)" in told
    assert "key “groups.0.inbox” is missing" in told


@pytest.mark.parametrize(
    ("locale", "words"), [("es_GT.UTF-8", "lo que contiene"), ("en_CA.UTF-8", "what the database")]
)
def test_help_speaks_the_language_of_the_locale(locale: str, words: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "mailbot", "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": locale, "COLUMNS": "120"},
    )
    assert words in told.stdout


def test_doctor_without_settings_checks_what_ships(tmp_path: Path, capfd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAILBOT_CONFIG", raising=False)
    assert main(["doctor"]) == 0
    assert "✓ rules" in capfd.readouterr().out


def test_import_previews_and_export_serves_an_audience(place: Path, capfd) -> None:
    main(["import", "contacts", str(place / "contacts.csv"), "--apply"])
    (place / "more.csv").write_text("country,name,position,shoe size\nGT,Ana Inventada,Ministra,38\n", encoding="utf-8")
    capfd.readouterr()
    assert main(["import", "contacts", str(place / "more.csv")]) == 0
    shown = capfd.readouterr()
    assert "Position: Directora → Ministra" in shown.out
    assert shown.out.rstrip().endswith("0 doubtful, 0 new, 1 changed, 0 unchanged")
    assert "Columns that are not used: shoe size." in shown.err
    target = place / "others.csv"
    assert main(["export", "contacts", "--audience", "others", "--output", str(target)]) == 0
    assert "Ana Inventada" not in target.read_text("utf-8-sig")
    assert "ana@gt.example" in target.read_text("utf-8-sig")
    assert main(["export", "contacts", "--audience", "nobody"]) == 2
    assert "use officers, governments, others" in capfd.readouterr().err
    target = place / "three.vcf"
    command = ["export", "contacts", "--format", "vcf", "--vcard-version", "3", "--output", str(target)]
    assert main(command) == 0
    assert b"VERSION:3.0\r\n" in target.read_bytes()


MISTAKES = {
    "audiences.yaml": ("official-email]", "oficial-email]", 'audiences.others.columns: "oficial-email" is not a'),
    "report.yaml": ("audience: governments", "audience: gobiernos", "audience: “gobiernos” is not known; use one of:"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_doctor_names_a_mistake_in_the_rules(place: Path, capfd, name: str) -> None:
    right, wrong, told = MISTAKES[name]
    file = place / "m" / "rules" / name
    assert right in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(right, wrong), encoding="utf-8")
    with (place / "m" / "mailbot.toml").open("r+", encoding="utf-8") as settings:
        text = settings.read()
        settings.seek(0)
        settings.write(text.replace('rules = "rules"', f'rules = "{file.parent}"'))
        settings.truncate()
    assert main(["doctor"]) == 1
    assert f"{name}: {told}" in capfd.readouterr().out


def test_progress_speaks_only_when_it_takes_long() -> None:
    from mailbot.cli.progress import Progress
    from mailbot.core.values import Bilingual

    hours, told = iter([0.0, 0.5, 2.1, 2.2, 4.5]), []
    progress = Progress(5000, Bilingual("Leídas", "Read"), lambda: next(hours), told.append)
    for done in (1, 100, 200, 300):
        progress(done)
    assert [each.en for each in told] == ["Read: 100 of 5000 …", "Read: 300 of 5000 …"]


def test_holds_are_listed_and_decided_by_the_operator(place: Path, capfd) -> None:
    box = place / "in"
    for part in ("new", "cur", "tmp"):
        (box / part).mkdir(parents=True)
    settings = place / "m" / "mailbot.toml"
    text = settings.read_text(encoding="utf-8")
    text = re.sub(r'inbox = ".*?"', f'inbox = "maildir:///{box}"', text)
    settings.write_text(re.sub(r'outbox = ".*?"', f'outbox = "maildir:///{place}/out"', text), encoding="utf-8")
    (box / "new" / "1.a").write_bytes(
        b"From: otro@x.example\r\nSubject: Hola\r\nMessage-ID: <h@x>\r\n\r\nUna consulta.\r\n"
    )
    subprocess.run([sys.executable, "-m", "mailbot", "run", "--once"], check=True, capture_output=True, timeout=60)
    assert main(["holds", "--json"]) == 0
    (row,) = json.loads(capfd.readouterr().out)
    assert (row["number"], row["kind"], row["days"]) == (1, "stranger", 0)
    assert main(["holds", "reject", "1"]) == 1
    assert "--reason" in capfd.readouterr().err
    assert main(["holds", "reject", "1", "--reason", "not ours"]) == 0
    assert "1: refused" in capfd.readouterr().err
    assert main(["holds", "accept", "1", "7"]) == 1
    told = capfd.readouterr().err
    assert "1: had been decided already" in told
    assert "7: there is nothing" in told
    assert main(["holds"]) == 0
    assert "otro@x.example" not in capfd.readouterr().out
