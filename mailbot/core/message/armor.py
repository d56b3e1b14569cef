"""Text signed in the clear: the sender's words without their armour.

RFC 9580 section 7: a header line, "Hash:" lines, an empty line, the text with "- " before each line
that begins with a dash, then the signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_MESSAGE = "-----BEGIN PGP SIGNED MESSAGE-----"
_BEGINS = ("-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP PUBLIC KEY BLOCK-----")
_ENDS = ("-----END PGP SIGNATURE-----", "-----END PGP PUBLIC KEY BLOCK-----")
_FIELDS = ("Hash:", "NotDashEscaped:", "Charset:", "Version:", "Comment:")


def without_armour(text: str) -> str:
    """Return a text, its lines ended by LF, its armour left blank: as many lines as before."""
    return "\n".join(_opened(text.split("\n"))) if "-----BEGIN PGP " in text else text


def _opened(lines: Iterable[str]) -> Iterator[str]:
    state = "plain"
    for line in lines:
        mark = line.rstrip()
        if mark == _MESSAGE:
            state = "head"
        elif mark in _BEGINS:
            state = "armour"
        elif mark in _ENDS:
            state = "plain"
        elif state == "head" and not mark.startswith(_FIELDS):
            state = "signed"
            yield line.removeprefix("- ")
            continue
        elif state in {"plain", "signed"}:
            yield line.removeprefix("- ") if state == "signed" else line
            continue
        yield ""
