"""What is longer than the directory holds is asked for again, shorter: nothing is cut in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.values import Bilingual, Entry, Problem

LONGEST: Mapping[str, int] = {"title": 40, "name": 200, "position": 300, "institution": 300, "unit": 300}


def within_lengths(entry: Entry) -> tuple[Entry, tuple[Problem, ...]]:
    """Take out what is longer than the directory holds, asking for less: nothing is cut in silence."""
    long = [field for field, most in LONGEST.items() if len(_said(entry, field)) > most]
    if not long:
        return entry, ()
    kept = {field: value for field, value in entry.fields.items() if field not in long}
    return replace(entry, fields=kept), tuple(_too_long(field, _said(entry, field)) for field in long)


def _too_long(field: str, said: str) -> Problem:
    most = LONGEST[field]
    return Problem(
        field,
        said[:60] + "…",
        Bilingual(f"Son {len(said)} caracteres; caben {most}.", f"These are {len(said)} characters; {most} fit."),
        Bilingual("Escríbalo más corto.", "Please write it shorter."),
    )


def _said(entry: Entry, field: str) -> str:
    value = entry.fields.get(field)
    return value.value if value is not None and isinstance(value.value, str) else ""
