"""A reply to a letter that asked several things: lines that begin with an activity's code, and the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from mailbot.core.values import Form, Known, Line, Message, Reading

Read = Callable[[Message, tuple[Form, ...], Known, Message | None], Reading]


def read_in_parts(read: Read, message: Message, forms: tuple[Form, ...], known: Known, sent: Message | None) -> Reading:
    """Return what is understood when "SIN CAMBIOS" and "P003-08: realizada" stand in one reply.

    Each part is read by itself; unless both say something, the whole decides.
    """
    whole = read(message, forms, known, sent)
    codes = "|".join(re.escape(code) for code in known.activities)
    if not codes:
        return whole
    begins = re.compile(rf"\W*(?:{codes})\b", re.IGNORECASE)

    def part(*, listed: bool) -> Message:
        def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(line for line in lines if bool(begins.match(line.text)) is listed)

        return replace(message, lines=kept(message.lines), alternative=kept(message.alternative))

    about_activities = tuple(form for form in forms if form.subject_of == "activity")
    others = tuple(form for form in forms if form.subject_of != "activity")
    rest = read(part(listed=False), others, known, sent)
    lines = read(part(listed=True), about_activities, known, sent)
    if not (rest.entries and lines.entries):
        return whole
    ignored = sorted((*rest.ignored, *lines.ignored), key=lambda each: each.line)
    return replace(
        rest,
        text=whole.text,
        language=whole.language,
        entries=(*rest.entries, *lines.entries),
        ignored=tuple(ignored),
        why=f"{rest.why}; {lines.why}",
    )
