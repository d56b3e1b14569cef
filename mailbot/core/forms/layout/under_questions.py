"""Short answers under the questions of a quoted letter: "Sí, sin cambio." is said of what was asked, and of no more."""

from __future__ import annotations

import re

from mailbot.core.forms.naming.numbers import is_numbers_alone
from mailbot.core.forms.naming.ways import ways_in
from mailbot.core.values import Line

_OWN = frozenset({"new", "answer"})
_ASKED = re.compile(r"\?\W*$")
_NO_MORE_THAN_YES = re.compile(
    r"\W*(?:(?:s[ií]|no|yes|correcto|correct|as[ií] es|exacto|efectivamente|claro|sigue)\W+)?(?:(?:todo "
    r"|es )?(?:sin|no) "
    r"(?:ning[uú]n )?(?:cambios?|changes?)|(?:sigue |es )?(?:igual|el mismo|la misma|lo mismo)|(?:still )?the same"
    r"|unchanged|no changes?|correcto|correct|vigente)?\W*",
    re.IGNORECASE,
)
_FIELDS = (
    (re.compile(r"\bfax\b", re.IGNORECASE), "Fax"),
    (re.compile(r"\b(?:celular|m[oó]vil|mobile|cell)", re.IGNORECASE), "Celular"),
    (re.compile(r"\b(?:tel[eé]fono|n[uú]mero|l[ií]nea|(?:tele)?phone|number|line)\b", re.IGNORECASE), "Teléfono"),
)
_MOST_READ = 400  # lines of a letter


def answered_under_questions(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines without a bare yes under a quoted question, and a number there with what was asked for.

    Nothing is changed where no quoted line asks.
    """
    if not any(line.label == "quoted" and _ASKED.search(line.text) for line in lines[:_MOST_READ]):
        return lines
    asked = ""
    found: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if line.label == "quoted" and text.strip("> "):
            asked = text if _ASKED.search(text) else ""
        elif line.label in _OWN and text and asked:
            line, asked = _answer(line, asked), ""
        found.append(line)
    return tuple(found)


def _answer(line: Line, asked: str) -> Line:
    if _NO_MORE_THAN_YES.fullmatch(line.text):
        return line.labelled("quoted")
    bare = line.text.strip()
    field = next((name for pattern, name in _FIELDS if pattern.search(asked)), "")
    shown = [each for each in ways_in(asked) if each.kinds != ("email",)]
    return line._replace(text=f"{field}: {bare}") if field and not shown and is_numbers_alone(bare) else line
