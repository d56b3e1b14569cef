"""Codes of activities in a message as the work plan writes them, whatever the sender put between letters and number."""

from __future__ import annotations

from mailbot.core.fields.loose_codes import codes_in, letters_of, spelt
from mailbot.core.values import Form, Known, Line, Message

_OWN = frozenset({"new", "answer"})
_MOST_LINES = 2_000


def with_codes_spelt(
    lines: tuple[Line, ...], form: Form, message: Message, sent: Message | None, known: Known
) -> tuple[Line, ...]:
    """Return the lines as a form about activities reads them: "P003 14" and "MD05" as "P003-14" and "MD-05".

    Without a programme at hand the codes of our letter, of the subject and of the message vouch for their letters.
    """
    own = [line for line in lines[:_MOST_LINES] if line.label in _OWN]
    if form.subject_of != "activity" or not any(sign.isdigit() for line in own for sign in line.text):
        return lines
    ours = [line.text for line in (*sent.lines, *sent.alternative)] if sent is not None else []
    theirs = [message.subject, *(line.text for line in lines[:_MOST_LINES])]
    named = codes_in(known.activities) if known.activities else codes_in(ours)
    letters = letters_of([*named.values(), *codes_in(theirs).values()], [line.text for line in own])
    return tuple(_spelt(line, named, letters) if line.label in _OWN else line for line in lines)


def _spelt(line: Line, codes: dict[str, str], letters: frozenset[str]) -> Line:
    text = spelt(line.text, codes, letters)
    cells = tuple(spelt(cell, codes, letters) for cell in line.cells)
    return line if text == line.text and cells == line.cells else line._replace(text=text, cells=cells)
