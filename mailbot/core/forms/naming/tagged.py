"""Tags before each answer: "[DP] Directora", "[Diana Pérez] En proceso", "DP: 25 %", "[DP: 25 %]".

Outlook puts the writer's name in brackets before every word typed inside the letter it answers.  A tag is
the writer's own name or initials, or initials in brackets that stand before several answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mailbot.core.forms.naming.references import is_remark, is_unchanged, speaks_of_change
from mailbot.core.language import fold
from mailbot.core.values import Line, Message

_OWN = frozenset({"new", "answer"})
_TAG = r"(?P<open>[\[(])(?P<tag>[^\W\d_][^\[\]()@\d:]{0,40}):?[\])]:?\s+(?=\S)"
_TAGGED = re.compile(r"^(?P<label>\s*(?:[^:\[\]()]{2,40}:\s*)?)" + _TAG)
_IN_CELL = re.compile(r"^(?P<label>\s*)" + _TAG)
_AROUND = re.compile(r"\[(?P<tag>[^\W\d_][^\[\]()@\d:]{0,40}):\s+(?P<said>[^\[\]]{1,200})\]\s*$")
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,4}")
_NO_SIGNS = frozenset(
    "tel cel fax ext dir pbx mov cc de re rv fw to no id nb pd ps ok ref".split()
)  # words of their own
_SMALL = frozenset("de del la las los y e da do".split())


def without_tags(message: Message, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines as forms read them: the sender's without the tags before their values."""
    name = message.sender.name if message.sender else ""
    signs = _signs(name or "")
    if not _may_be_tagged("\n".join([line.text for line in lines if line.label in _OWN]), signs):
        return lines
    several = frozenset(tag for tag, count in Counter(_initials_in(lines)).items() if count > 1)
    return tuple(_without_tag(line, name or "", signs, several) for line in lines)


def _may_be_tagged(text: str, signs: tuple[str, ...]) -> bool:
    return "[" in text or "(" in text or any(sign in text for sign in signs)


def _initials_in(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        found = _TAGGED.match(line.text[:200]) if line.label in _OWN and "[" in line.text else None
        if found and _INITIALS.fullmatch(found["tag"].strip()):
            yield found["tag"].strip()


def _without_tag(line: Line, name: str, signs: tuple[str, ...], several: frozenset[str]) -> Line:
    if line.label not in _OWN or not _may_be_tagged(line.text, signs):
        return line
    text = _bare(_TAGGED, line.text, name, signs, several)
    cells = tuple(_bare(_IN_CELL, cell, name, signs, several) for cell in line.cells)
    return line if text == line.text and cells == line.cells else line._replace(text=text, cells=cells)


def _bare(pattern: re.Pattern[str], text: str, name: str, signs: tuple[str, ...], several: frozenset[str]) -> str:
    found = pattern.match(text)
    if found and ((found["open"] == "[" and found["tag"].strip() in several) or _is_of(found["tag"], name)):
        return text[: found.end("label")] + text[found.end() :]
    around = _AROUND.search(text) if text.rstrip().endswith("]") else None
    if around and _is_of(around["tag"], name):
        return _beside(text[: around.start()].rstrip(), around["said"].strip())
    for sign in signs:
        at = text.find(sign)
        above = text[:at].strip() if at >= 0 else "no"
        if (not above or (above.endswith(":") and len(above) < 40)) and text[at + len(sign) :].strip():
            return text[:at] + text[at + len(sign) :].lstrip()
    return text


def _beside(before: str, said: str) -> str:
    """What the writer typed in brackets: the value, or the new one beside our old one, or a remark on it."""
    if not before or before.endswith((":", "=", "\t")):
        return f"{before} {said}".lstrip()
    if is_remark(said) or is_unchanged(said):
        return before
    return f"{before}, {said}" if speaks_of_change(f"was, {said}") else f"{before}, now: {said}"


def _is_of(tag: str, name: str) -> bool:
    """Tell whether a tag is somebody's name, in any order, a part of it, or its initials."""
    words, names = _words(tag), _words(name)
    if not words or not names:
        return False
    return all(word in names for word in words) or (len(words) == 1 and words[0] in _initials(names))


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s,;.]+", fold(name)) if word and word not in _SMALL]


@lru_cache(maxsize=256)
def _signs(name: str) -> tuple[str, ...]:
    """The writer's initials as people put them before an answer without brackets: "DP:", "DP>"."""
    found = _initials(_words(name))
    return tuple(each.upper() + sign for each in sorted(found, key=len, reverse=True) for sign in (":", ">"))


def _initials(names: Sequence[str]) -> set[str]:
    """Initials of two to four names, also where the family name stands first."""
    turned = {"".join(word[0] for word in (*names[at:], *names[:at])) for at in range(len(names))}
    shorter = {each[:size] for each in turned for size in (2, 3)}
    return {each for each in turned | shorter if 2 <= len(each) <= 4 and each not in _NO_SIGNS}
