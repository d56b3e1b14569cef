"""vCards as other programs write them, 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350), as rows of texts."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from mailbot.edges.documents.sheets import UNREADABLE, decoded, unreadable

_SOFT_BREAK = re.compile(rb"=\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]")
_QUOTED_PRINTABLE = re.compile(rb"(?im)^[^\r\n:]*(?:ENCODING=)?QUOTED-PRINTABLE[^\r\n:]*:(?:[^\r\n]*=\r?\n)*[^\r\n]*")
_NAME = re.compile(r'^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^:;"]|"[^"]*")*)*):(.*)$', re.DOTALL)
_EXTENSION = re.compile(r"(?i);\s*ext=(\d+)|\s*\bx\s*(\d{1,7})$")


@dataclass
class _Property:
    """One content line: upper-case name, upper-case parameter words, raw value."""

    name: str
    words: frozenset[str]
    charset: str
    value: str


@dataclass
class CardRow:
    """One card as a row of the contact form's fields, and the line it begins on."""

    line: int
    values: dict[str, str] = field(default_factory=dict)


def cards_of(path: Path) -> tuple[CardRow, ...]:
    """Return the cards of a file; OperatorError when it cannot be read or holds none."""
    try:
        found = tuple(read_cards(path.read_bytes()))
    except UNREADABLE as error:
        raise unreadable(path, str(error)) from error
    if not found:
        raise unreadable(path, "BEGIN:VCARD …")
    return found


def read_cards(raw: bytes) -> Iterator[CardRow]:
    """Yield each card; what is not a content line is passed over."""
    card: list[_Property] | None = None
    begun = 0
    for number, line in _content_lines(raw):
        found = _property(line)
        if found is None:
            continue
        marker = (found.name, found.value.strip().upper())
        if marker == ("BEGIN", "VCARD"):
            card, begun = [], number
        elif marker == ("END", "VCARD") and card is not None:
            yield CardRow(begun, _row(card))
            card = None
        elif card is not None:
            card.append(found)


def _content_lines(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield logical lines with the number of their first physical one."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raw = decoded(raw).encode()
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    # Breaks inside a value become signs no vCard has, so that line numbers stay those of the file.
    joined = _QUOTED_PRINTABLE.sub(lambda match: _SOFT_BREAK.sub(b"\0", match[0]), raw)
    joined = _FOLD.sub(b"\1", joined)
    number = 1
    for line in re.split(rb"\r\n|\n|\r", joined):
        yield number, line.replace(b"\0", b"").replace(b"\1", b"")
        number += 1 + line.count(b"\0") + line.count(b"\1")


def _property(line: bytes) -> _Property | None:
    match = _NAME.match(line.decode("latin-1"))
    if match is None:
        return None
    name, parameters, value = match.groups()
    words, charset = set(), ""
    for parameter in filter(None, parameters.split(";")):
        key, _, said = parameter.upper().rpartition("=")
        if key == "CHARSET":
            charset = said
        elif key in {"", "TYPE", "ENCODING", "PREF", "VALUE"}:
            words |= {f"PREF{said}"} if key == "PREF" else set(said.strip('"').split(","))
    return _Property(name.upper(), frozenset(words), charset, _value(value.encode("latin-1"), words, charset))


def _value(raw: bytes, words: set[str], charset: str) -> str:
    try:
        if "QUOTED-PRINTABLE" in words:
            raw = quopri.decodestring(raw)
        elif words & {"B", "BASE64"}:
            raw = base64.b64decode(raw, validate=False)
        if charset:
            return raw.decode(charset)
    except (ValueError, LookupError, binascii.Error):
        pass
    return decoded(raw)


def _row(card: list[_Property]) -> dict[str, str]:
    row: dict[str, list[str]] = {}

    def put(name: str, text: str) -> None:
        if text.strip():
            row.setdefault(name, []).append(text.strip())

    for each in sorted(card, key=_preference):
        _take(each, put)
    named = _named(row)
    single = {name: said[0] for name, said in row.items() if name in _SINGLE}
    lists = {name: "; ".join(said) for name, said in row.items() if name in _LISTS}
    return {**single, **lists, **named, **_participant(row)}


_SINGLE = frozenset({"institution", "unit", "position", "role", "language", "address"})
_LISTS = frozenset({"phone", "mobile", "fax", "email"})


def _preference(each: _Property) -> int:
    """Order of use: PREF=1 … (4.0), then TYPE=PREF (2.1, 3.0), then as they stand."""
    numbers = [int(word[4:]) for word in each.words if word.startswith("PREF") and word[4:].isdigit()]
    return min(numbers, default=1 if "PREF" in each.words else 101)


def _take(each: _Property, put: object) -> None:
    assert callable(put)
    name, parts = each.name, split_escaped(each.value, ";")
    if name == "FN":
        put("fn", unescaped(each.value))
    elif name == "N":
        family, given, more, prefix = ([unescaped(part) for part in parts] + [""] * 4)[:4]
        put("n", " ".join(filter(None, (given, more, family))))
        put("title", prefix)
    elif name == "ORG":
        put("institution", unescaped(parts[0]))
        put("unit", ", ".join(unescaped(part) for part in parts[1:] if part))
    elif name in _TEXTS:
        put(_TEXTS[name], unescaped(each.value))
    elif name == "TEL":
        put(_kind_of_number(each.words), _number(each.value))
    elif name == "ADR":
        texts = [unescaped(part) for part in parts]
        put("address", ", ".join(filter(None, (texts + [""] * 7)[:6])))
        put("adr-country", (texts + [""] * 7)[6])


_TEXTS: Mapping[str, str] = {
    "TITLE": "position",
    "ROLE": "role",
    "LANG": "language",
    "X-LANGUAGE": "language",
    "EMAIL": "email",
    "CATEGORIES": "categories",
}


def _kind_of_number(words: frozenset[str]) -> str:
    if "FAX" in words:
        return "fax"
    return "mobile" if "CELL" in words else "phone"


def _number(value: str) -> str:
    """Return a tel: URI (RFC 3966) or a text as a number with its extension, as people write it."""
    plain = unquote(value.strip().removeprefix("tel:").removeprefix("TEL:")) if ":" in value else unescaped(value)
    match = _EXTENSION.search(plain)
    if match is None:
        return plain.partition(";")[0]
    return f"{plain[: match.start()]} ext. {match[1] or match[2]}"


def _named(row: Mapping[str, list[str]]) -> dict[str, str]:
    """Return name and title: FN as shown; the prefix of N only where it is none of the name's words."""
    name = (row.get("fn") or row.get("n") or [""])[0]
    named = {"name": name} if name else {}
    return {**named, "title": row["title"][0]} if "title" in row else named


def _participant(row: Mapping[str, list[str]]) -> dict[str, str]:
    """Return whom the person represents: the code we write, else the country of the address."""
    for said in row.get("categories", ()):
        if re.fullmatch(r"[A-Z0-9-]{2,6}", said.strip()):
            return {"country": said.strip()}
    return {"country": row["adr-country"][0]} if "adr-country" in row else {}


def split_escaped(value: str, separator: str) -> list[str]:
    """Split at a separator that is not escaped."""
    parts, escaped = [""], False
    for character in value:
        if character == separator and not escaped:
            parts.append("")
            continue
        parts[-1] += character
        escaped = character == "\\" and not escaped
    return parts


def unescaped(text: str) -> str:
    r"""Undo \n \, \; \\ (RFC 6350 section 3.4)."""
    return re.sub(r"\\([nN,;:\\])", lambda match: " " if match[1] in "nN" else match[1], text)
