"""Contacts as vCard 4.0 (RFC 6350) and 3.0 (RFC 2426)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC

from mailbot.edges.documents.edition import Edition, Listed, both, clean

KINDS = (("phone", "voice"), ("mobile", "cell"), ("fax", "fax"))
PRODUCT = "-//mailbot//contact list//ES"


def cards(edition: Edition, version: int = 4) -> bytes:
    """Return the contacts as one UTF-8 file of vCards, CRLF, lines folded at 75 octets."""
    made = (_card_4(row) if version == 4 else _card_3(row) for row in edition.rows)
    return b"".join(_folded(line) for lines in made for line in lines)


def escaped(text: str) -> str:
    """Escape a value (RFC 6350 section 3.4)."""
    plain = clean(text)
    for character in ("\\", ",", ";"):
        plain = plain.replace(character, "\\" + character)
    return plain


def shown_name(row: Listed) -> str:
    """Return FN: a card must have one, also where the name is withheld."""
    return row.name or row.position or row.institution or both(row.participant)


def _card_4(row: Listed) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:{PRODUCT}", f"UID:{row.uid}")
    yield f"FN:{escaped(shown_name(row))}"
    if row.name:
        yield _n(row)
    yield from _work(row)
    for place, address in enumerate(row.email, 1):
        yield f"EMAIL;TYPE=work{';PREF=1' if place == 1 else ''}:{escaped(address)}"
    for kind, number in _numbers(row):
        yield f"TEL;VALUE=uri;TYPE=work,{kind}:tel:{_uri(number)}"
    yield from _adr(row, "ADR;TYPE=work")
    if row.revised_at:
        yield f"REV:{row.revised_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "END:VCARD"


def _card_3(row: Listed) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"PRODID:{PRODUCT}", f"UID:{row.uid}")
    yield f"FN:{escaped(shown_name(row))}"
    yield _n(row)  # obligatory here (RFC 2426 section 3.1.2)
    yield from _work(row)
    for place, address in enumerate(row.email, 1):
        yield f"EMAIL;TYPE=INTERNET{',PREF' if place == 1 else ''}:{escaped(address)}"
    for kind, number in _numbers(row):
        yield f"TEL;TYPE=WORK,{kind.upper()}:{escaped(number)}"
    yield from _adr(row, "ADR;TYPE=WORK")
    if row.revised_at:
        yield f"REV:{row.revised_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    yield "END:VCARD"


def _n(row: Listed) -> str:
    """N: which words are family names only the person knows, so all of them stand in one place."""
    return f"N:{escaped(row.name)};;;{escaped(row.title)};"


def _work(row: Listed) -> Iterator[str]:
    """Lines that are the same in both versions; LANG is a registered name since RFC 6350."""
    if row.institution or row.unit:
        yield "ORG:" + ";".join(escaped(each) for each in (row.institution, row.unit)).rstrip(";")
    if row.position:
        yield f"TITLE:{escaped(row.position)}"
    if row.role.es:
        yield f"ROLE:{escaped(both(row.role))}"
    if row.language:
        yield f"LANG:{row.language}"
    yield f"CATEGORIES:{escaped(row.code)}"


def _numbers(row: Listed) -> Iterable[tuple[str, str]]:
    return ((kind, number) for field, kind in KINDS for number in getattr(row, field))


def _uri(number: str) -> str:
    """Return a shown number as an RFC 3966 global number."""
    main, _, extension = number.partition(" ext. ")
    digits = "".join(each for each in main if each.isdigit())
    return f"+{digits};ext={extension}" if extension else f"+{digits}"


def _adr(row: Listed, name: str) -> Iterator[str]:
    """ADR: the whole address as street, the participant as country (RFC 6350 section 6.3.1)."""
    if row.address:
        yield f"{name}:;;{escaped(row.address)};;;;{escaped(row.participant.get(row.language or 'es'))}"


def _folded(line: str) -> bytes:
    """Fold at 75 octets without cutting a character (RFC 6350 section 3.2)."""
    parts: list[bytes] = []
    current = b""
    for character in line:
        octets = character.encode()
        if len(current) + len(octets) > 75:
            parts.append(current)
            current = b" "
        current += octets
    return b"\r\n".join([*parts, current]) + b"\r\n"
