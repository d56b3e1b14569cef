"""Whatever comes in: a document, valid JSON, and no value without words that carry it."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Message, Reading
from tests.answers import FORMS, KNOWN, letter

LABELS = [text for form in FORMS.values() for each in form.fields for text in (each.label.es, each.label.en)]
PIECES = st.one_of(
    st.sampled_from(LABELS),
    st.sampled_from([": ", ":", " - ", "\t", " | ", "\n", "\n\n", "> ", ", ", "; ", "1) ", "~~", " -> ", "ídem", "…"]),
    st.sampled_from(["2230-0000", "a@b.example", "Ana Prueba", "realizada", "60 %", "sin cambios", "P003-08: ", "SÍ"]),
    st.sampled_from(["De: x\nEnviado: y\nPara: z\n", "El 3 de enero de 2011 10:22, X <a@b> escribió:\n", "-- \n"]),
    st.text(max_size=12),
)
LETTERS = [None, letter("contact-update", "es", True)[1], letter("activity-status", "en", False)[1]]


def read(raw: bytes, sent: Message | None) -> Reading:
    return reading.read(parse(raw), tuple(FORMS.values()), KNOWN, sent)


def check(raw: bytes, sent: Message | None) -> None:
    message = parse(raw)
    found = reading.read(message, tuple(FORMS.values()), KNOWN, sent)
    document = reading.as_json(found)
    json.loads(json.dumps(document))
    words = {line.number: line.text for line in message.lines}
    for entry in found.entries:
        for value in entry.fields.values():
            near = " ".join(words.get(value.line + step, "") for step in range(60))
            assert value.said.split()[0] in near


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(PIECES, max_size=40), sent=st.sampled_from(LETTERS), html=st.booleans())
def test_any_words(pieces: list[str], sent: Message | None, html: bool) -> None:
    kind = "html" if html else "plain"
    head = f"From: a@b.example\nSubject: RE: [MD-DIR-HN-7K3QX]\nContent-Type: text/{kind}; charset=utf-8\n\n"
    check((head + "".join(pieces)).encode("utf-8", "replace"), sent)


@settings(max_examples=100, deadline=None)
@given(
    said=st.permutations(["Name: Mr.", "RE= de contactos", "Harold Prueba", "y la Lic. Ana Ensayo"]),
    wide=st.integers(30, 120),
)
def test_words_far_apart_in_a_line(said: list[str], wide: int) -> None:
    """A name behind more blanks than are looked back at: this raised an IndexError (found by fuzzing)."""
    text = (" " * wide).join(said)
    for sent in LETTERS[:2]:
        check(f"From: a@b.example\nSubject: x\n\n{text}\nTitle: Officer\n".encode(), sent)


@settings(max_examples=200, deadline=None)
@given(raw=st.binary(max_size=400), sent=st.sampled_from(LETTERS))
def test_any_bytes(raw: bytes, sent: Message | None) -> None:
    check(raw, sent)


def test_our_letter_sent_on_without_a_word() -> None:
    """The line on REMOVE ME stood in a letter passed on, and nobody's own line bore it out: an IndexError."""
    ours = "Personal data: we keep name, position and means of contact; write REMOVE ME to leave.\n"
    head = "---------- Mensaje reenviado ----------\nDe: Grupo MyD <grupo.md@crm.example>\nFecha: 14 de febrero\n"
    raw = f"From: a@b.example\nSubject: RE: x\n\n{head}Asunto: Lista de contactos\n\n{ours}".encode()
    check(raw, None)
    assert read(raw, None).entries == ()


def paragraphs() -> list[str]:
    """Return every paragraph of the letter cases: real ways of writing, to be dealt anew."""
    mails = (parse(path.read_bytes()) for path in sorted((Path(__file__).parents[1] / "letters").rglob("*.eml")))
    found = ("\n".join(line.text for line in mail.lines).split("\n\n") for mail in mails)
    return sorted({each.strip("\n") for text in found for each in text if each.strip() and len(each) < 2_000})


DEALT = paragraphs()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    said=st.lists(st.sampled_from(DEALT), min_size=2, max_size=6),
    subject=st.sampled_from(["RE: [MD-DIR-HN-7K3QX]", "Avance del Programa de Trabajo [MD-EST-GT-7K3QX]", "FW: datos"]),
    sent=st.sampled_from(LETTERS),
)
def test_paragraphs_of_letters_dealt_anew(said: list[str], subject: str, sent: Message | None) -> None:
    """Two ordinary letters are read, and so are both in one: a number given up beside a new signature raised."""
    text = "\n\n".join(said)
    found = read(f"From: a@b.example\nSubject: {subject}\n\n{text}\n".encode(), sent)
    assert json.loads(json.dumps(reading.as_json(found)))["kind"] == found.kind


HOSTILE = [
    "a.",
    "Tel: ",
    "Tel 2222-0000 ",
    "Cargo: x, ",
    "| ",
    "|Cargo",
    "\t",
    "_",
    "1 ",
    "@",
    "(",
    "Fax idem ext 1,",
    "~~",
]
HOSTILE_LINES = [
    "x",
    "Cargo:",
    "> Cargo: x",
    "a | b | c",
    "1) x: hecho",
    "P003-08: hecho",
    "Nombre: A",
    "De: x",
    "x" * 70,
]


@pytest.mark.parametrize("sent", LETTERS[:2], ids=["alone", "compared"])
@pytest.mark.parametrize("unit", [*HOSTILE, *(line + "\n" for line in HOSTILE_LINES)])
def test_hostile_lines_take_linear_time(unit: str, sent: Message | None) -> None:
    """Ten times as long takes nowhere near a hundred times as long."""
    head = b"From: a@b.example\nSubject: RE: [MD-DIR-HN-7K3QX]\n\n"

    def seconds(size: int) -> float:
        gc.disable()  # another test's garbage is not this one's time
        try:
            began = time.process_time()
            read(head + (unit * (size // len(unit))).encode(), sent)
            return time.process_time() - began
        finally:
            gc.enable()

    seconds(2_000)
    assert seconds(40_000) < 40 * seconds(4_000) + 0.2
