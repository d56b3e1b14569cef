"""Authentication-Results (RFC 8601): what a mail server says it checked.

The value is read strictly: what does not parse is None and says nothing.  Comments may nest,
strings may be quoted, lines may be folded; time is linear in the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAXIMUM_LENGTH = 10_000
MAXIMUM_RESULTS = 100
_SPACE = " \t\r\n"
_METHOD = re.compile(r"([a-z0-9][a-z0-9-]{0,39})(?:/([0-9]{1,3}))?")
_KEYWORD = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_PROPERTY = re.compile(r"[a-z0-9-]{1,40}\.[a-z0-9_.-]{1,60}")


@dataclass(frozen=True, slots=True)
class Result:
    """One method's result: ``dkim=pass`` with its properties, such as ("header.d", "gt.example")."""

    method: str
    result: str
    properties: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return a property's only value; "" when it is absent or stands twice."""
        found = [value for key, value in self.properties if key == name]
        return found[0] if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Results:
    """The results of one server, named in lower case."""

    server: str
    results: tuple[Result, ...] = ()


class _Malformed(Exception):
    """The value is not what RFC 8601 section 2.2 allows."""


def parse_results(value: str) -> Results | None:
    """Return what the value of an Authentication-Results: header says, None for anything else."""
    if len(value) > MAXIMUM_LENGTH:
        return None
    try:
        parts = [list(_items(part)) for part in _parts(value)]
        return _results(parts)
    except _Malformed:
        return None


Piece = tuple[str, bool]  # text, quoted


def _parts(value: str) -> list[list[Piece]]:
    """Split at semicolons outside quotes and comments; comments become one space."""
    parts: list[list[Piece]] = [[]]
    plain: list[str] = []
    at = 0
    while at < len(value):
        sign = value[at]
        if sign == "(":
            at = _after_comment(value, at)
            plain.append(" ")
            continue
        if sign == '"':
            said, at = _quoted(value, at)
            parts[-1] += [("".join(plain), False), (said, True)]
            plain = []
            continue
        if sign == ";":
            parts[-1].append(("".join(plain), False))
            parts.append([])
            plain = []
        elif sign == ")" or (not sign.isprintable() and sign not in _SPACE):
            raise _Malformed
        else:
            plain.append(sign)
        at += 1
    parts[-1].append(("".join(plain), False))
    return parts


def _after_comment(value: str, at: int) -> int:
    depth = 0
    while at < len(value):
        if value[at] == "\\":
            at += 1
        elif value[at] == "(":
            depth += 1
        elif value[at] == ")":
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    raise _Malformed


def _quoted(value: str, at: int) -> tuple[str, int]:
    said: list[str] = []
    at += 1
    while at < len(value):
        if value[at] == "\\" and at + 1 < len(value):
            at += 1
        elif value[at] == '"':
            return "".join(said), at + 1
        said.append(value[at])
        at += 1
    raise _Malformed


def _items(part: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield (key, value) of ``key = value``, and (word, "") of words alone."""
    words = _words(part)
    at = 0
    while at < len(words):
        key = words[at]
        if key == "=":
            raise _Malformed
        if at + 1 < len(words) and words[at + 1] == "=":
            if at + 2 >= len(words) or words[at + 2] == "=":
                raise _Malformed
            yield key, words[at + 2]
            at += 3
        else:
            yield key, ""
            at += 1


def _words(part: list[Piece]) -> list[str]:
    """Words, strings and the "=" after a key; further "=" belong to the value (base64 in header.b)."""
    words: list[str] = []
    after_string = False
    for text, quoted in part:
        rest = text
        if after_string and not quoted and text.startswith("@"):  # a quoted local part goes on
            domain, _, rest = text.partition(" ")
            words[-1] += domain
        for word in [text] if quoted else rest.split():
            words += [word] if quoted else _cut(word, value_next=bool(words) and words[-1] == "=")
        after_string = quoted
    return words


def _cut(word: str, *, value_next: bool) -> list[str]:
    if value_next or "=" not in word:
        return [word]
    key, _, value = word.partition("=")
    return [each for each in (key, "=", value) if each]


def _results(parts: list[list[tuple[str, str]]]) -> Results:
    head, *rest = parts
    names = [key for key, _ in head]
    if not names or any(value for _, value in head) or len(names) > 2 or names[1:] not in ([], ["1"]):
        raise _Malformed
    if rest and not rest[-1]:  # a semicolon at the end is common
        rest.pop()
    if not rest or len(rest) > MAXIMUM_RESULTS:
        raise _Malformed
    if len(rest) == 1 and [(key.lower(), value) for key, value in rest[0]] == [("none", "")]:
        return Results(names[0].lower())
    return Results(names[0].lower(), tuple(_result(each) for each in rest))


def _result(items: list[tuple[str, str]]) -> Result:
    if not items:
        raise _Malformed
    (method, result), *others = items
    found = _METHOD.fullmatch(method.lower())
    if found is None or not _KEYWORD.fullmatch(result.lower()) or found[2] not in (None, "1"):
        raise _Malformed
    properties = []
    for key, value in others:
        name = key.lower()
        if name == "reason":
            continue
        if not _PROPERTY.fullmatch(name):
            raise _Malformed
        properties.append((name, value))
    return Result(found[1], result.lower(), tuple(properties))
