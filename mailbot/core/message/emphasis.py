"""Stars that a mail program writes into the text half where the HTML half is bold: "Cargo: *Directora*"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.values import Line

_STAR = re.compile(r"\*(?=\S)|(?<=\S)\*")  # not the bullet of a list


def without_stars(text: Sequence[Line], html: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of the text half without such stars; all of them where the HTML half has one, or is none."""
    if not html or not any("*" in line.text for line in text) or any("*" in line.text for line in html):
        return tuple(text)
    return tuple(line._replace(text=_STAR.sub("", line.text)) if "*" in line.text else line for line in text)
