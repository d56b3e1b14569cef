"""Contacts as vCard 4.0 (RFC 6350)."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.records import Contact


def cards(contacts: Sequence[Contact]) -> bytes:
    """Return the contacts as one UTF-8 file of vCards, CRLF, lines folded at 75 octets."""
    return b"".join(_card(each) for each in contacts)


def _escaped(text: str) -> str:
    """Escape a value (RFC 6350 section 3.4); control characters go."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    for character in ("\\", ",", ";"):
        plain = plain.replace(character, "\\" + character)
    return plain


def _card(contact: Contact) -> bytes:
    lines = ["BEGIN:VCARD", "VERSION:4.0", f"FN:{_escaped(contact.name)}"]
    if contact.title:
        lines.append(f"N:{_escaped(contact.name)};;;{_escaped(contact.title)};")
    organisation = ";".join(_escaped(x) for x in (contact.institution, contact.unit) if x)
    optional = [
        ("ORG:", organisation),
        ("TITLE:", _escaped(contact.position)),
        ("ROLE:", contact.role),
        ("LANG:", contact.language),
        ("CATEGORIES:", contact.participant.code),
    ]
    lines += [name + value for name, value in optional if value]
    lines += [f"EMAIL:{_escaped(each)}" for each in contact.email]
    for kind, numbers in (("voice", contact.phone), ("cell", contact.mobile), ("fax", contact.fax)):
        lines += [f"TEL;VALUE=uri;TYPE={kind}:tel:{number}" for number in numbers]
    if contact.address:
        lines.append(f"ADR:;;{_escaped(contact.address)};;;;")
    lines.append("END:VCARD")
    return b"".join(_folded(line) for line in lines)


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
