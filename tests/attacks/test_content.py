"""What is in a message: headers, names, values, files."""

from __future__ import annotations

import base64
import csv
import email
import io
import re
import time
import zipfile

import openpyxl
import pytest

from mailbot.core import message
from tests.attacks.square import EVIL, GT, Square, spoof
from tests.town import Town, reply, words


def page(letter: bytes) -> str:
    """The HTML half of a letter as it is sent."""
    mail = email.message_from_bytes(letter)
    return next(
        part.get_payload(decode=True).decode() for part in mail.walk() if part.get_content_type() == "text/html"
    )


def answer(square: Square, text: str, **more) -> str:
    return square.town.comes(reply(square.asked[GT], GT, text, **more))


def test_56_line_breaks_in_a_subject(square: Square) -> None:
    subject = "=?utf-8?q?RE:_x=0D=0ABcc:_todos=40x.example=0D=0A=0D=0A<b>hola?="
    raw = reply(square.asked[GT], GT, "Cargo: Jefa\n", subject="x").replace(
        b"Subject: x", f"Subject: {subject}".encode()
    )
    square.town.comes(raw)
    letter = square.town.raw(GT)
    head = letter.partition(b"\r\n\r\n")[0]
    assert b"\nBcc" not in head
    assert message.parse(letter).header("to") is not None
    assert "<b>hola" not in page(letter)


FORMULA = '=HYPERLINK("http://evil.example","pago")'


def test_57_formulas_in_values(square: Square) -> None:
    answer(square, f"Cargo: {FORMULA}\nDependencia: @SUM(1+1)\n")
    square.opens(GT)
    square.town.comes(reply(None, GT, "LISTA\n"))
    files = {each.name.rpartition(".")[2]: each.content for each in square.opens(GT).attachments}
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert cells
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    square.town.comes(reply(None, GT, "LISTA CSV\n"))
    (file,) = square.opens(GT).attachments
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [cell for row in rows for cell in row if "HYPERLINK" in cell]
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]


CELLS = (
    "=1+1",
    "+502 2410",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "|calc",
)


def test_57_formulas_of_every_shape_in_each_file(square: Square) -> None:
    """By way of an import, where nobody reads the cells as a reply: what a spreadsheet might still calculate."""
    town = square.town
    for number, cell in enumerate(CELLS):
        town.person("GT", name=f"Persona {number}", position=cell, unit=cell, email=[f"p{number}@gt.example"])
    for line in ("LISTA CSV\n", "LISTA\n"):
        town.comes(reply(None, GT, line))
        for file in square.opens(GT).attachments:
            risky = [each for each in cells_of(file.name, file.content) if FIRST.match(each)]
            assert not risky, (file.name, risky)


FIRST = re.compile(r"\s*[=+\-@＝＋－＠]")


def cells_of(name: str, content: bytes) -> list[str]:
    """What a spreadsheet would look at to calculate: cells of a CSV, formulas of an XLSX; nothing in a PDF."""
    if name.endswith(".csv"):
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        return [cell for row in rows for cell in row]
    if name.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        return [str(cell.value) for cell in found if cell.data_type == "f"]
    return []


def test_58_markup_and_script_in_names(square: Square) -> None:
    answer(square, "Nombre completo: Ana <script>alert(1)</script> Inventada\nCargo: <img src=x onerror=alert(1)>\n")
    shown = page(square.town.raw(GT))
    assert "&lt;script" in shown or "&lt;img" in shown
    assert not [bad for bad in ("<script", "<img src=x", "<b>hola") if bad in shown]


def with_file(square: Square, name: str, content: bytes, kind: str = "application/octet-stream") -> bytes:
    body = base64.encodebytes(content).decode()
    return (
        f"From: {GT}\r\nTo: grupo.md@crm.example\r\nSubject: RE: x\r\nIn-Reply-To: <{square.asked[GT].message_id}>\r\n"
        f'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nCargo: Jefa\r\n'
        f'--b\r\nContent-Type: {kind}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{body}\r\n--b--\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["../../etc/passwd", r"..\..\boot.ini", "/root/.ssh/id", "C:\\x", "a\x00b", ".."])
def test_59_paths_in_names_of_files(square: Square, name: str) -> None:
    raw = with_file(square, name, b"x")
    (file,) = message.parse(raw).attachments
    assert not set(file.name) & set("/\\:\x00")
    assert file.name.strip(".")
    assert square.town.comes(raw) == "applied"
    square.opens(GT)


def test_60_a_bomb_in_a_zip_is_not_opened(square: Square) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"\0" * 50_000_000)
    begun = time.process_time()
    assert square.town.comes(with_file(square, "lista.xlsx", stream.getvalue(), "application/zip")) == "applied"
    assert time.process_time() - begun < 5
    square.opens(GT)


def test_61_thousands_of_parts_within_parts(square: Square) -> None:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3_000))
    raw = f"From: {EVIL}\r\nTo: grupo.md@crm.example\r\nSubject: x\r\n{parts}\r\nhola\r\n".encode()
    square.attack(raw, "held", "unknown sender")
    square.town.burn()


def test_62_a_value_as_long_as_a_book(town: Town) -> None:
    square = Square(town)
    long = "palabra " * 40_000
    assert answer(square, f"Cargo: {long}\nNombre completo: {long}\nDirección: {long}\n") in {
        "asked",
        "held",
        "applied",
    }
    (first, *_) = town.contacts("GT")
    assert len(first.position) <= 300
    assert len(first.name) <= 200
    assert "These are" in words(town.opens(GT))
    square.attack(spoof("x" * 5_000 + "@evil.example"), "held", "no From: address to answer")
    town.burn()


OVERRIDE = "\u202eanitnegrA\u2066\u200b"


def test_63_characters_that_turn_a_name_around(square: Square) -> None:
    answer(square, f"Nombre completo: Persona {OVERRIDE} Inventada GT\nCargo: Jefa{OVERRIDE}\n")
    (contact, *_) = square.town.contacts("GT")
    hidden = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f")
    assert not hidden & set(contact.name + contact.position)
    assert not hidden & set(words(square.opens(GT)))


def test_64_bytes_a_database_does_not_take(town: Town) -> None:
    square = Square(town)
    raw = reply(square.asked[GT], GT, "Cargo: Jefa\n").replace(b"Cargo: Jefa", b"Cargo: Je\x00fa\r\nFax: \xed\xa0\x80")
    assert town.comes(raw) in {"applied", "asked", "held"}
    town.burn()
    square.attack(spoof("a\x00b@evil.example"), "held", "")
    town.burn()
