r"""Many patterns as one, laid out by their first letters.

The engine tries the rows of an alternative one after the other at each word; where "(?:a|b) c" is
written as "a c" and "b c", and these stand under their first letters, it tries those few alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD, _GROUP = r"\b", "(?:"
_QUANTIFIERS = frozenset("?*+{")
_BEHIND = re.compile(r"(?:\(\?<![^()|]+\))+")
_LETTERS = 2  # by which rows are laid out


def any_of(rows: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern that finds what any of these finds, at the same places."""
    parts = [part for row in rows for part in _parts(row)[0]]
    at_words = [one for part in parts if part.startswith(_WORD) for one in _openings(part.removeprefix(_WORD))]
    others = [part for part in parts if not part.startswith(_WORD)]
    together = [rf"{_WORD}(?:{_by_letter(at_words, _LETTERS)})"] if at_words else []
    return re.compile("|".join([*together, *others]))


def _openings(row: str) -> Iterator[str]:
    """Yield a row once for each way it opens: "(?:a|b)? c" as "a c", "b c" and " c", "(?<!no )a" as "a(?<!no a)"."""
    if denied := _BEHIND.match(row):
        for one in _openings(row[denied.end() :]):
            first = (
                one[:_LETTERS] if one[:_LETTERS].isalpha() and one[_LETTERS : _LETTERS + 1] not in _QUANTIFIERS else ""
            )
            yield first + denied.group().replace(")", f"{first})") + one[len(first) :]
        return
    parts, rest = _parts(row.removeprefix(_GROUP))
    if not row.startswith(_GROUP) or rest[:1] in _QUANTIFIERS - {"?"} or rest[:2] == "??":
        yield row
        return
    for part in parts:
        yield from _openings(part + rest.removeprefix("?"))
    if rest[:1] == "?":
        yield from _openings(rest[1:])


def _parts(text: str) -> tuple[list[str], str]:
    """Return what stands between bars, up to the end of the group or of the text, and what stands behind it."""
    parts, depth, at = [""], 0, 0
    while at < len(text):
        sign = text[at : at + 2] if text[at] == "\\" else text[at]
        at += len(sign)
        if sign == ")" and not depth:
            return parts, text[at:]
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts, ""


def _by_letter(rows: Iterable[str], letters: int) -> str:
    """Return the rows as one alternative, those that open with the same letter behind it."""
    found: dict[str, list[str]] = {}
    for row in dict.fromkeys(rows):
        opens = letters and row[:1].isalpha() and row[1:2] not in _QUANTIFIERS
        found.setdefault(row[0] if opens else "", []).append(row[1:] if opens else row)
    plain = found.pop("", [])
    return "|".join([*(f"{sign}(?:{_by_letter(rest, letters - 1)})" for sign, rest in found.items()), *plain])
