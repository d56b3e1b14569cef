"""A reply to a letter that asked several things: lines that begin with an activity's code, and the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from mailbot.core.values import Form, Known, Line, Message, Reading

Read = Callable[[Message, tuple[Form, ...], Known, Message | None], Reading]
_BEFORE = r"[\W_]*(?:\d{1,2}\s*[.):–-]+\s*)?[\W_]*"  # quotation marks, bullets, numbers
_LONGEST = 80
_QUOTES = " \t«»“”\"'‘’"


def read_in_parts(
    read: Read,
    message: Message,
    forms: tuple[Form, ...],
    known: Known,
    sent: Message | None,
    codes: Mapping[str, str],
) -> Reading:
    """Return what is understood when "SIN CAMBIOS" and "P003-08: realizada" stand in one reply.

    ``codes`` maps the codes of the requests about activities → the activity, which such a line may
    begin with instead.  Each part is read by itself; unless both say something, the whole
    decides.  A line about an activity never speaks of another form.
    """
    whole = read(message, forms, known, sent)
    begins = _beginning((*known.activities, *codes))
    if begins is None:
        return whole
    activity_forms = tuple(form for form in forms if form.subject_of == "activity")
    others = tuple(form for form in forms if form.subject_of != "activity")
    plain = _plainly(begins, codes, sent)
    about = read(
        _lines(message, lambda line: plain(line) if begins.match(line.text) else None), activity_forms, known, sent
    )
    if not (about.entries or about.text.strip()):
        return whole
    rest = read(_lines(message, lambda line: None if begins.match(line.text) else line), others, known, sent)
    entries = (*rest.entries, *about.entries)
    return replace(
        whole,
        kind="answer" if entries or rest.kind == "answer" else "note",
        entries=entries,
        intents=rest.intents,
        ignored=tuple(sorted((*rest.ignored, *about.ignored), key=lambda each: each.line)),
        why="; ".join(each.why for each in (rest, about) if each.entries) or "words without entries",
    )


def _beginning(codes: tuple[str, ...]) -> re.Pattern[str] | None:
    words = "|".join(re.escape(code) for code in codes)
    return re.compile(rf"{_BEFORE}({words})\b", re.IGNORECASE) if words else None


def _lines(message: Message, keep: Callable[[Line], Line | None]) -> Message:
    def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(line for each in lines if (line := keep(each)) is not None)

    return replace(message, lines=kept(message.lines), alternative=kept(message.alternative))


def _plainly(begins: re.Pattern[str], codes: Mapping[str, str], sent: Message | None) -> Callable[[Line], Line]:
    """Return how a typed line becomes "P003-08: realizada"; lines of our own letter stay as they are."""
    ours = {line.text.strip() for line in (*sent.lines, *sent.alternative)} if sent is not None else set()

    def plain(line: Line) -> Line:
        match = begins.match(line.text)
        typed = not (line.depth or line.cells or "\t" in line.text or line.text.strip() in ours)
        rest = line.text[match.end() :].strip(_QUOTES).lstrip(":=-–— ") if match else ""
        if match is None or not typed or not rest or len(rest) > _LONGEST:
            return line
        return line._replace(text=f"{codes.get(match[1].upper(), match[1])}: {rest}")

    return plain
