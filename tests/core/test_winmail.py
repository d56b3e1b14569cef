"""``winmail.dat``: what Outlook wraps in its own envelope is read all the same."""

from __future__ import annotations

import random
import struct
from email.message import EmailMessage

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.message.rtf import decompressed, words_of_rtf
from mailbot.core.message.tnef import open_envelope
from tests.answers import FORMS, KNOWN

PAGE = """<html><body><p>Va lo solicitado.</p><table>
<tr><td>Nombre completo</td><td>José Ñandú de la Muestra</td></tr>
<tr><td>Cargo</td><td>Director</td></tr><tr><td>Teléfono</td><td>+504 2230-0000</td></tr></table></body></html>"""
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}"
    rb"{\*\htmltag64 <p>}\htmlrtf \pard \htmlrtf0 Nombre completo: Jos\'e9 \u209?and\u250?{\*\htmltag72 </p>}"
    rb"{\*\htmltag64 <p>}Cargo: Director \htmlrtf {\b }\htmlrtf0{\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0  mucho m\'e1s"
    rb"{\*\htmltag72 </p>}}"
)


def attribute(level: int, name: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<BHHI", level, name, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def prop(kind: int, key: int, value: bytes) -> bytes:
    return struct.pack("<HHII", kind, key, 1, len(value)) + value + b"\0" * (-len(value) % 4)


def properties(*found: bytes) -> bytes:
    return struct.pack("<I", len(found)) + b"".join(found)


def uncompressed(rtf: bytes) -> bytes:
    return struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf


def envelope(*body: bytes, files: dict[str, bytes] | None = None) -> bytes:
    parts = [struct.pack("<IH", 0x223E9F78, 1), attribute(1, 0x9007, 6, struct.pack("<II", 1252, 0))]
    number = struct.pack("<HHI", 3, 0x0E07, 1)  # a number between the words: PR_MESSAGE_FLAGS
    named = struct.pack("<HH16sIIII", 0x1F, 0x8005, bytes(16), 0, 7, 1, 4) + "ñ\0".encode("utf-16-le")
    parts.append(attribute(1, 0x9003, 6, properties(number, named, *body)))
    for name, content in (files or {}).items():
        parts.append(attribute(2, 0x9002, 6, bytes(14)))
        parts.append(attribute(2, 0x8010, 1, b"CORTO~1.DOC\0"))
        parts.append(attribute(2, 0x800F, 6, content))
        parts.append(attribute(2, 0x9005, 6, properties(prop(0x1F, 0x3707, f"{name}\0".encode("utf-16-le")))))
    return b"".join(parts)


def letter(wrapped: bytes, text: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "Reina Muestra <r@sre.gob.example>"
    message["Subject"] = "RE: Datos de contacto [MD-DIR-HN-7K3QX]"
    message["Message-ID"] = "<winmail@gob.example>"
    message.set_content(text)
    message.add_attachment(wrapped, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return message.as_bytes()


def fields(raw: bytes) -> dict[str, object]:
    document = reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), KNOWN))
    return {name: field["value"] for entry in document["entries"] for name, field in entry["fields"].items()}


def test_a_form_that_came_only_as_html_of_the_envelope_is_read() -> None:
    found = fields(letter(envelope(prop(0x0102, 0x1013, PAGE.encode("utf-8")))))
    assert found == {"name": "José Ñandú de la Muestra", "position": "Director", "phone": ["+50422300000"]}


def test_html_wrapped_in_rich_text_is_read_back() -> None:
    is_html, words = words_of_rtf(RTF)
    assert is_html
    assert words == "<p>Nombre completo: José Ñandú</p><p>Cargo: Director &amp; mucho más</p>"
    found = fields(letter(envelope(prop(0x0102, 0x1009, uncompressed(RTF)))))
    assert found == {"name": "José Ñandú", "position": "Director & mucho más"}


def test_plain_rich_text_keeps_its_lines_and_loses_its_fonts() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator Riched20;}\pard Cargo: Jefa\par Tel:\tab 22\par }"
    )
    assert words_of_rtf(rtf) == (False, "Cargo: Jefa\nTel:\t22\n")
    assert fields(letter(envelope(prop(0x0102, 0x1009, uncompressed(rtf)))))["position"] == "Jefa"


def test_the_text_of_the_message_itself_stays() -> None:
    raw = letter(
        envelope(prop(0x1F, 0x1000, "otra cosa\0".encode("utf-16-le"))), "Cargo: Directora\nNombre: Ana Prueba\n"
    )
    assert fields(raw) == {"position": "Directora", "name": "Ana Prueba"}


def test_files_come_out_with_their_names_and_no_folders() -> None:
    opened = parse(letter(envelope(files={"Informe de año.docx": b"PK", r"..\..\malo.exe": b"MZ"})))
    assert [(each.name, each.content) for each in opened.attachments] == [
        ("Informe de año.docx", b"PK"),
        ("malo.exe", b"MZ"),
    ]


def test_what_is_no_envelope_is_kept_as_a_file_and_said() -> None:
    read = parse(letter(b"not an envelope"))
    assert [each.name for each in read.attachments] == ["winmail.dat"]
    assert read.problems == ("winmail.dat is no envelope of Outlook's",)


# MS-OXRTFCP sections 4.1 and 4.2: the examples of the specification.
SPECIFIED = (
    (
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
        b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
    ),
    ("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
)


@pytest.mark.parametrize(("packed", "text"), SPECIFIED)
def test_compressed_rich_text_of_the_specification(packed: str, text: bytes) -> None:
    assert decompressed(bytes.fromhex(packed)) == text


def test_an_envelope_cut_or_spoilt_anywhere_never_raises() -> None:
    chance = random.Random(1)
    whole = envelope(
        prop(0x0102, 0x1013, PAGE.encode()),
        prop(0x0102, 0x1009, bytes.fromhex(SPECIFIED[0][0])),
        files={"a.txt": b"x" * 20},
    )
    for size in range(len(whole)):
        open_envelope(whole[:size])
    for _ in range(3_000):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            spoilt[chance.randrange(6, len(spoilt))] = chance.randrange(256)
        open_envelope(bytes(spoilt))


def test_a_bomb_of_rich_text_stays_within_its_bounds() -> None:
    bomb = struct.pack("<IIII", 0, 2**32 - 1, 0x75465A4C, 0) + b"\xff" + b"\x00\x0f" * 8
    assert len(decompressed(bomb)) <= 8 * 17
    assert words_of_rtf(b"{" * 100_000)[1] == ""
