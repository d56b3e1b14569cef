"""A cell's paragraphs as items: one activity each, or one entry of the calendar each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mailbot.core import windows
from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.language import fold
from mailbot.core.programme import actors as who
from mailbot.core.programme.actors import Actors
from mailbot.core.values import Window

_BULLET = re.compile(r"^\s*[-–—•●▪◦*·]+\s+")
_MARK = re.compile(r"^\s*\(?((?:\d{1,2}\.)*\d{1,2}[.)]-?|\d{1,2}(?:\.\d{1,2}){1,3}|[a-z][.)]|[ivx]{1,4}[.)])\s+", re.I)
_CODE = re.compile(rf"^\s*({ACTIVITY_CODE})(?:[\s.:–—-]+|$)")
_CLAUSE = re.compile(r"[.,;:]\s+|\s+[–—-]\s+|\s*\(")
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_ENDS = re.compile(r"[.;:]\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a cell: its words, its number as typed, whether a blank line stands before."""

    text: str
    mark: str = ""
    apart: bool = False
    code: str = ""
    listed: bool = False  # bulleted, or numbered by the program itself


def items_of(lines: Sequence[str]) -> list[Item]:
    """Return the entries of a cell; a paragraph without a number belongs to the numbered one above."""
    items: list[Item] = []
    apart = False
    numbered = sum(bool(_MARK.match(line)) for line in lines) > 1
    for line in lines:
        if not line.strip():
            apart = True
            continue
        item = replace(_item(line), apart=apart)
        apart = False
        if items and numbered and not item.mark:
            items[-1] = replace(items[-1], text=f"{items[-1].text} {item.text}")
        else:
            items.append(item)
    return items


def _item(line: str) -> Item:
    listed = bool(_BULLET.match(line))
    text = " ".join(_BULLET.sub("", line).split())
    mark = _MARK.match(text)
    if mark:
        text = text[mark.end() :]
    code = _CODE.match(text)
    if code:
        text = text[code.end() :] or code[1]
    return Item(text, fold(mark[1]).strip(".)-") if mark else "", code=code[1] if code else "", listed=listed)


def activities_of(lines: Sequence[str]) -> list[Item]:
    """Return the activities of a cell; a line that goes on in small letters is no new one."""
    items: list[Item] = []
    for item in items_of(lines):
        goes_on = item.text[:1].islower() and not (item.mark or item.code or item.apart or item.listed)
        if items and goes_on and not _ENDS.search(items[-1].text):
            items[-1] = replace(items[-1], text=f"{items[-1].text} {item.text}")
        elif item.text or item.code:
            items.append(item)
    return items


def cut(text: str, today: date) -> tuple[str, str]:
    """Return (words, words of the date) of an entry: "Taller, al 16 de enero" is cut at the comma.

    The shortest part at the end, or else at the beginning, that means the same window as the
    whole; words are blank where the date fills the entry.
    """
    whole = _meaning(windows.read(text, today))
    if whole is None:
        return text.strip(), ""
    edges = [match.span() for match in _CLAUSE.finditer(text)]
    for start, end in reversed(edges):
        if _meaning(windows.read(text[end:], today)) == whole:
            words = text[:start].strip(" .,;:")
            if _meaning(windows.read(words, today)) is None:
                return words, text[end:].strip(" .;)")
    for start, end in edges:
        if _meaning(windows.read(text[:start], today)) == whole and text[end:].strip(" ."):
            return text[end:].strip(" .,;:)"), text[:start].strip()
    return "", text.strip(" .;")


def _meaning(found: Sequence[Window]) -> tuple[object, ...] | None:
    if len(found) == 1 and found[0].kind == "unknown" and found[0].doubt is None:
        return None
    return tuple((each.kind, each.start, each.end, each.every, each.doubt) for each in found)


def says_when(text: str, today: date) -> bool:
    """Whether an entry says anything of when, be it "continuo" or "por definir"."""
    return _meaning(windows.read(text, today)) is not None


def is_bare_date(text: str, today: date) -> bool:
    """Whether an entry is a date and nothing else worth a title."""
    words, said = cut(text, today)
    return bool(said) and not words and len(said.split()) <= 10


def calendar_of(lines: Sequence[str], today: date, actors: Actors) -> list[Item]:
    """Return the entries of a calendar cell: words and the date beneath them are one.

    A line with neither date nor actor joins the one it stands with (no blank line between), or
    the next; "Lugar: …" is such a line.
    """
    items = _with_date_beneath(items_of(lines), today, actors)
    place = 0
    while place < len(items) and len(items) > 1:
        if items[place].mark or not _is_loose(items[place].text, today, actors):
            place += 1
            continue
        forward = place + 1 < len(items) and (place == 0 or not items[place + 1].apart or items[place].apart)
        first = place if forward else place - 1
        items[first : first + 2] = [_together(items[first], items[first + 1])]
        place = first
    return items


def _is_loose(text: str, today: date, actors: Actors) -> bool:
    return not says_when(text, today) and not who.responsible(actors, text)


def _with_date_beneath(items: Sequence[Item], today: date, actors: Actors) -> list[Item]:
    found: list[Item] = []
    for item in items:
        above = found[-1].text if found else ""
        waits = above and not says_when(above, today) and not _is_place(above, actors) and len(above.split()) > 2
        if waits and not item.mark and is_bare_date(item.text, today) and not _only_actor(above, actors):
            found[-1] = _together(found[-1], item)
        else:
            found.append(item)
    return found


def _is_place(text: str, actors: Actors) -> bool:
    return any(fold(text).startswith(fold(label) + ":") for label in actors.words.place_labels)


def _only_actor(text: str, actors: Actors) -> bool:
    named = who.responsible(actors, text)
    return bool(named) and named[-1].end >= len(text.rstrip(" ."))


def _together(first: Item, second: Item) -> Item:
    return replace(first, text=sentence_join((first.text, second.text)))


def sentence_join(texts: Sequence[str]) -> str:
    """Return paragraphs as one line, a full stop between those that lack one."""
    kept = [text.strip() for text in texts if text.strip()]
    return " ".join([text if re.search(r"[.;:,]$", text) else f"{text}." for text in kept[:-1]] + kept[-1:])


def sentences(item: Item) -> list[str]:
    """Return the sentences of an entry as paragraphs."""
    return [part for part in _SENTENCE.split(item.text) if part.strip()]
