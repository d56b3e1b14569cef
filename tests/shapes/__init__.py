"""What mail programs make of our letters when somebody answers them.

``reply`` builds the raw bytes of an answer as a named mail program would send it.  Every
shape's source is in ``README.md`` beside this file.
"""

from __future__ import annotations

import random

from tests.shapes import filling, wire
from tests.shapes.clients import PROGRAMS
from tests.shapes.original import Original, read_original

CLIENTS: tuple[str, ...] = tuple(PROGRAMS)
MANNERS: tuple[str, ...] = ("above", "same-line", "next-line", "cell", "changed-only", "wrapped")

__all__ = ["CLIENTS", "MANNERS", "Original", "marks_quotation", "reply"]


def marks_quotation(client: str) -> bool:
    """Tell whether a client's quotation carries marks: ``>`` or a blockquote."""
    return PROGRAMS[client].marked


def reply(
    original: bytes,
    client: str,
    manner: str,
    answers: dict[str, str],
    text: str = "",
    language: str = "es",
    seed: int = 0,
) -> bytes:
    """Return a reply to ``original``: ``answers`` are label text → value, ``text`` stands above all.

    ``language`` is the mail program's own ("es" or "en"); ``seed`` picks charset, encoding and
    the small things that differ from version to version.
    """
    chance = random.Random(f"{client} {manner} {language} {seed}")
    program, letter = PROGRAMS[client], read_original(original)
    above = text
    if manner == "above":
        above = "\n\n".join(filter(None, [text, "\n".join(f"{label}: {value}" for label, value in answers.items())]))
    inside = {} if manner == "above" else answers
    history = filling.text_history(letter.text, inside, manner, marked=program.text_marks)
    parts = [("plain", program.text(letter, above, history, language, chance))]
    if program.html is not None and letter.html and manner != "wrapped":
        filled = filling.html_history(letter.html, inside, manner, keeps_data=program.keeps_data)
        parts.append(("html", program.html(letter, above, filled, language, chance)))
    return wire.message(letter, parts, program, language, chance)
