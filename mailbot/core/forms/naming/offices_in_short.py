"""Offices in short as they are read: "Dpto. de Migración" as "Departamento de Migración", and back as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mailbot.core.forms.naming.posts import POST_OPENS
from mailbot.core.language import fold
from mailbot.core.values import Line

_OWN = frozenset({"new", "answer"})
_MOST_LINES = 2_000
_LONGEST = 2_000  # characters of a line

# Only what is an office: "Dir. Gral." and "Cons. Gral." may be a person, "Ofic." an "Oficial".
_OF_SPANISH = r"(?=\s+(?:de|del|para)(?:\s|$))"
_OF_ENGLISH = r"(?=\s+(?:of|for)(?:\s|$))"
_IN_SHORT = {
    "Departamento": rf"(?:dpto|depto|dto)\b\.?{_OF_SPANISH}",
    "Department": rf"(?:dept|deptt|dpt)\b\.?{_OF_ENGLISH}",
    "Ministerio": rf"(?:min|minist|mtrio|minrio)\.{_OF_SPANISH}",
    "Ministry": rf"(?:min|mins|minist)\.{_OF_ENGLISH}",
    "Instituto Nacional": r"(?:inst|insto)\.\s+nac\.(?=\s+(?:de|del|para)\s)",
    "Instituto": r"(?:inst|insto)\.(?=\s+(?:de|del|nacional|para)\s)",
    "Unidad": r"unid\.(?=\s+(?:de|del|para|t[eé]cnica)\s)",
    "Embajada": r"emb\.(?=\s+(?:de|del)\s)",
    "Embassy": r"emb\.(?=\s+of\s)",
    "Comisión Nacional": r"com\.\s+nac\.(?=\s)",
    "Comisión": r"com\.(?=\s+nacional\s)",
    "Secretaría": rf"(?:sr[ií]a|secret[ií]a)\.{_OF_SPANISH}",
    "Government": rf"gov(?:['’]?t\b)\.?{_OF_ENGLISH}",
    "División": rf"div\.{_OF_SPANISH}",
    "Division": rf"div\.{_OF_ENGLISH}",
    "Dirección General": rf"d\.\s?g\.{_OF_SPANISH}",
    "Bureau": rf"bur\.{_OF_ENGLISH}",
}
_WITHOUT_STOP = re.compile(r"\bde?p|\bdto|\bgov", re.IGNORECASE)
_FULL = tuple(_IN_SHORT)
_SHORT = re.compile(
    rf"\b(?:{'|'.join(f'({short})' for short in _IN_SHORT.values())})"
    r"(?P<what>(?:\s+[^\s,;:()]+?){1,2})(?=[\s.,;:()]|$)",
    re.IGNORECASE,
)
# A post behind a name and a comma, or alone in a line.
_POST = re.compile(rf"(?:^|, (?:el |la |the )?)(?:{POST_OPENS.pattern}|(?:sub)?(?:dir|coord|enc|asist|sec)\.)")
# "Immigration Dept.", "Labour Dept": behind what it is for.
_BEHIND = re.compile(
    r"\b(?P<what>[A-Z][\w&'’]+\s)(?P<short>[Dd]ept|DEPT)\b(?:\.(?=,|\s[a-z]))?(?!\s+(?:of|for)\b)(?!\.?\s*[:#\d])"
)


_OFFICE_OR_POST = {
    "dir": ("Dirección", "Director"),
    "direc": ("Dirección", "Director"),
    "coord": ("Coordinación", "Coordinador"),
    "sec": ("Secretaría", "Secretario"),
    "secr": ("Secretaría", "Secretario"),
    "of": ("Oficina", "Oficial"),
    "ofic": ("Oficina", "Oficial"),
    "cons": ("Consulado", "Cónsul"),
    "proc": ("Procuraduría", "Procurador"),
    "enc": ("Encargado", "Encargado"),
    "asist": ("Asistente", "Asistente"),
}
# "Dir. Gral. de Migración": an office where it stands behind a post, else the post itself.
_EITHER = re.compile(
    rf"(?:^|(?<=,\s)|(?<=\b(?:el|la|al)\s)|(?<=\b(?:the|del)\s))(?P<sub>sub-?)?(?P<kind>{'|'.join(_OFFICE_OR_POST)})\."
    r"(?P<general>\s?(?:gral|gen)\.)?(?P<what>\s+(?:de|del|of|for)\s+[^\s,;:()]+?(?=[\s.,;:()]|$)|(?=\s+es\s))",
    re.IGNORECASE,
)


def written_out(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], Mapping[str, str]]:
    """Return the lines with their offices in full, and each in full → as the sender wrote it.

    An office that the message also writes in full is left as it stands: which was meant could not be told afterwards.
    """
    found: dict[int, dict[str, str]] = {}
    above = ""
    for place, line in enumerate(lines[:_MOST_LINES]):
        if line.label in _OWN and line.text.strip() and len(line.text) <= _LONGEST:
            pairs = {pair for text in line.cells or (line.text,) for pair in _in(text, "" if line.cells else above)}
            found |= {place: {short: full for full, short in pairs}} if pairs else {}
            above = line.text
    if not found:
        return lines, {}
    whole = "\n".join(line.text for line in lines[:_MOST_LINES])
    written = {full: short for each in found.values() for short, full in each.items() if full not in whole}
    in_full = list(lines)
    for place, each in found.items():
        in_full[place] = _line(lines[place], {short: full for short, full in each.items() if full in written})
    return tuple(in_full), written


def _in(text: str, above: str) -> Iterator[tuple[str, str]]:
    """Each office in short of a text: in full, and as written."""
    if "." not in text and not _WITHOUT_STOP.search(text):
        return
    for found in _SHORT.finditer(text):
        full = next(_FULL[place] for place, each in enumerate(found.groups()[:-1]) if each)
        short = next(each for each in found.groups() if each)
        yield _as_capital(full, short) + found["what"], short + found["what"]
    for found in _BEHIND.finditer(text):
        yield found["what"] + _as_capital("Department", found["short"]), found.group()
    for found in _EITHER.finditer(text):
        before = fold(text[: found.start()])
        if ":" not in before and "\t" not in before:
            office, post = _OFFICE_OR_POST[found["kind"].lower()]
            full = office if _POST.search(before or fold(above)) else post
            full = (
                f"{found['sub'] or ''}{full.lower() if found['sub'] else full}{' General' if found['general'] else ''}"
            )
            yield _as_capital(full, found.group()) + found["what"], found.group()


def _as_capital(full: str, short: str) -> str:
    letters = [sign for sign in short if sign.isalpha()]
    return full.upper() if all(map(str.isupper, letters)) else full if letters[0].isupper() else full.lower()


def _line(line: Line, written: Mapping[str, str]) -> Line:
    return line._replace(text=_full(line.text, written), cells=tuple(_full(each, written) for each in line.cells))


def _full(text: str, written: Mapping[str, str]) -> str:
    for short, full in written.items():
        text = text.replace(short, full)
    return text
