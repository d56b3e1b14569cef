"""The plain halves of programs met less often: initials as marks, headers without colons, footers of their own."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.shapes.original import Original
from tests.shapes.texts import joined


def the_bat(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    """Initials before each mark; the attribution is English in most installations."""
    del language
    initials = "".join(word[0] for word in letter.name.split())[: chance.choice([3, 4])] or "GTM"
    head = f"{letter.day('en')}, {letter.month('en')} {letter.date('{d}, %Y, %I:%M:%S %p')}, you wrote:"
    marked = [initials + line if line.startswith(">") else line for line in history]
    return joined(above, head, "\n".join(marked))


def eudora(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    del chance
    clock = f"{letter.date('%I:%M')} {letter.half_day(language)}"
    if language == "es":
        return joined(above, f"A las {clock} {letter.date('%d/%m/%Y')}, {letter.name} escribió:\n" + "\n".join(history))
    return joined(above, f"At {clock} {letter.date('%m/%d/%Y')}, {letter.name} wrote:\n" + "\n".join(history))


def groupwise(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    """Version 8 names the message, version 6 the writer; strokes around, no marks below."""
    who = f"{letter.name} <{letter.address}>"
    day, clock = letter.date("%d/%m/%Y"), letter.date("%H:%M")
    if chance.random() < 0.5:
        head = f">>> {who} {day} {clock} >>>"
    elif language == "es":
        head = f">>> El día {day} a las {clock}, en el mensaje <4D2A@crm.example>, {who} escribió:"
    else:
        head = f">>> On {letter.date('%m/%d/%Y')} at {clock}, in message <4D2A@crm.example>, {who} wrote:"
    return joined(above, head + "\n" + "\n".join(history))


def em_client(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    """Since version 8 its header has no colons."""
    del chance
    names = ("De", "Para", "Fecha", "Asunto") if language == "es" else ("From", "To", "Date", "Subject")
    values = (
        f'"{letter.name}" <{letter.address}>',
        letter.to_address,
        letter.date("%d/%m/%Y %H:%M:%S"),
        letter.subject,
    )
    head = "\n".join(f"{name} {value}" for name, value in zip(names, values, strict=True))
    return joined(above, head + "\n\n" + "\n".join(history))


def horde(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    del chance
    said = "Citando a" if language == "es" else "Quoting"
    footer = "-" * 64 + "\nThis message was sent using IMP, the Internet Messaging Program."
    return joined(above, f"{said} {letter.name} <{letter.address}>:\n\n" + "\n".join(history), footer)


def mailspring(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    del chance
    footer = "Sent from Mailspring (https://getmailspring.com/), the best free email app for work"
    if language == "es":
        head = f"El {letter.date('%d/%m/%Y')}, a las {letter.date('%H:%M')}, {letter.name} <{letter.address}> escribió:"
        footer = "Enviado desde Mailspring (https://getmailspring.com/)"
    else:
        head = f"On {letter.month('en')} {letter.date('{d} %Y')}, at {letter.date('%H:%M')}, "
        head += f"{letter.name} <{letter.address}> wrote:"
    return joined(above, footer, head + "\n" + "\n".join(history))
