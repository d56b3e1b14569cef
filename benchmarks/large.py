"""Messages of 20 MB of every hostile shape: seconds, and how many times the raw limit; peak memory.

Each is read in a process of its own.  The raw limit of the same run is the standard library's
parse of an ordinary message of the same size, one attachment in base64.  Aim: two seconds, 500 MB.
Usage: python -m benchmarks.large [SHAPE …]
"""

from __future__ import annotations

import base64
import email
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable

from mailbot.core import reading
from mailbot.core.message import parse
from tests.answers import FORMS, KNOWN, letter

SIZE = 20_000_000
TEXT = b"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n"
PAGE = TEXT.replace(b"plain", b"html")
ANSWER = TEXT.replace(b"Subject: x", b"Subject: RE: [MyD-DIR-2011-GT] x")
CARD = b"Lic. Ana Prueba, Jefa de Visas, Ministerio de Trabajo; 7a. avenida 0-00, zona 9; 2300-0000; a@b.example\n\n"
MANY = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
SENTENCES = (
    "La Lic. Ana Prueba ya no labora aquí; en su lugar queda el Lic. Luis Ensayo, tel. 2411-2411. "
    "El fax 2299-0001 ya no está en servicio. Donde dice «Cargo: Jefa» debe decir «Cargo: Directora».\n"
).encode()
NUMBERS = "Favor llamar a la Licda. Ana Prueba al 2411-2411 y a Luis Ensayo al 2299-0001, ext. 22, y no al 2299-0002.\n"
CLAUSES = (
    "Se canceló la P003-06 por falta de quórum y la P003-10 se corrió para el 15 de abril, mientras que el taller "
    "sobre refugio, el foro y la lista de cónsules se realizaron el 3 y el 5 de marzo.\n"
)
QUOTED = "Hola.\n\nEl 3 ene 2011, a las 10:22, Grupo <g@b.example> escribió:\n".encode()


def filled(piece: bytes) -> bytes:
    """Return a piece again and again, up to the size."""
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


def attached() -> bytes:
    """Return an ordinary large message: a line of text and a file."""
    file = base64.encodebytes(bytes(range(256)) * (SIZE * 3 // 4 // 256))
    head = b"--b\n\nCargo: Jefa\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
    return MANY + head + file + b"\n--b--\n"


SHAPES: dict[str, Callable[[], bytes]] = {
    "attachment": attached,
    "one line": lambda: TEXT + filled(b"a"),
    "form lines": lambda: TEXT + filled(b"Cargo: Jefa\n"),
    "quote marks": lambda: TEXT + filled(b"> " * 10 + b"x\n"),
    "flowed": lambda: TEXT.replace(b"utf-8", b"utf-8; format=flowed") + filled(b"a \n"),
    "telephones": lambda: TEXT + b"Tel: " + filled(b"(502) 2410-0000 "),
    "dates": lambda: TEXT + b"Fecha: " + filled(b"del 3 al 5 de marzo "),
    "attributions": lambda: TEXT + filled(b"El 3 de enero de 2009, X <a@b.example> "),
    "sentences": lambda: TEXT + filled(SENTENCES),
    "numbers": lambda: TEXT + filled(NUMBERS.encode()),
    "clauses": lambda: (
        TEXT.replace(b"Subject: x", b"Subject: Avances del programa de trabajo") + filled(CLAUSES.encode())
    ),
    "cards": lambda: ANSWER + filled(CARD),
    "people": lambda: ANSWER + filled(b"Ana Prueba\nJefa\n2300-0000\n\n"),
    "two halves": lambda: TEXT + QUOTED + filled("> Teléfono: 2410-0000\n> Telephone: 2411-0000\n".encode()),
    "nested elements": lambda: PAGE + filled(b"<div>"),
    "table rows": lambda: PAGE + b"<table>" + filled(b"<tr><td>Cargo<td>x"),
    "merged cells": lambda: PAGE + b"<table>" + filled(b"<tr><td rowspan=99999>x<td colspan=900>Cargo<td>x"),
    "paragraphs": lambda: PAGE + filled(b"<p>Cargo: x"),
    "formatting": lambda: PAGE + b"".join(b"<b a=%d><p>" % number for number in range(1_000_000)),
    "headers": lambda: filled(b"X-A: b\n") + b"\nhola",
    "subject": lambda: b"From: a@b.example\nSubject: " + filled(b"=?utf-8?q?=C3=A1?= ") + b"\n\nhola",
    "parts": lambda: MANY + filled(b"--b\n\nx\n"),
    "nested messages": lambda: filled(b"Content-Type: message/rfc822\n\n"),
    "parameters": lambda: MANY + b"--b\nContent-Type: text/plain" + filled(b";a=b") + b"\n\nhola",
}


def measured(name: str, told: multiprocessing.Queue[tuple[float, float]]) -> None:
    """Read one shape; tell seconds and peak megabytes."""
    raw = SHAPES[name]()
    _, sent, _ = letter("contact-update", "es", prefilled=True)
    begun = time.perf_counter()
    reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), KNOWN, sent))
    told.put((time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def main(names: list[str]) -> None:
    """Print one line a shape."""
    raw = attached()
    begun = time.perf_counter()
    email.message_from_bytes(raw)
    limit = time.perf_counter() - begun
    del raw
    print(f"raw limit (stdlib parse of an attachment of 20 MB): {limit:.2f} s")
    context = multiprocessing.get_context("spawn")
    for name in names or SHAPES:
        told: multiprocessing.Queue[tuple[float, float]] = context.Queue()
        process = context.Process(target=measured, args=(name, told))
        process.start()
        seconds, megabytes = told.get(timeout=120)
        process.join()
        print(f"{name:16} {seconds:6.2f} s {seconds / limit:6.1f} x  {megabytes:5.0f} MB", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
