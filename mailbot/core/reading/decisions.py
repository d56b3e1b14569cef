"""Decisions on numbered rows: "2: aceptar", "3: rechazar, motivo", "aceptar 2 y 4", "todas: aceptar".

Each stands alone on a line of the sender's, above or inside the letter; never among our own quoted words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mailbot.core.language import fold
from mailbot.core.values import Decision, Line

DECISIONS: Mapping[str, str] = {
    "hecho": "done", "hecha": "done", "done": "done", "listo": "done", "resuelto": "done", "resolved": "done",
    "aceptar": "accept", "acepto": "accept", "aceptamos": "accept", "aceptado": "accept", "aceptada": "accept",
    "accept": "accept", "accepted": "accept", "aceptadas": "accept", "aceptados": "accept",
    "aprobar": "accept", "apruebo": "accept", "aprobamos": "accept", "aprobado": "accept", "aprobada": "accept",
    "aprobados": "accept", "aprobadas": "accept",
    "approve": "accept", "approved": "accept", "si": "accept", "yes": "accept", "ok": "accept",
    "confirmar": "accept", "confirmo": "accept", "confirm": "accept",
    "rechazar": "reject", "rechazo": "reject", "rechazamos": "reject", "rechazado": "reject",
    "rechazada": "reject", "rechazadas": "reject", "rechazados": "reject", "reject": "reject", "rejected": "reject",
    "no": "reject", "negar": "reject", "decline": "reject", "declined": "reject", "refuse": "reject",
    "posponer": "later", "despues": "later", "luego": "later", "later": "later", "postpone": "later",
}  # fmt: skip
_SHORT = frozenset({"si", "yes", "ok", "no"})  # too common in prose to stand before a number
_DECIDING = frozenset(DECISIONS)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 400
_FULL_LINE = 60  # beyond this a mail program may have wrapped the reason onto the next line
_NUMBER = r"(?:n[.o°º]{1,2}\s*|núm\.?\s*|#\s*)?\d{1,4}"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,|;|&|\+|\b[ye]\b|\band\b|,\s*(?:y|and)\b)\s*{_NUMBER}){{0,30}}"
_ALL = r"(?:las |los |the )?(?:todas|todos|todo|all)(?: of them)?"
_BECAUSE = r"(?P<because>(?:porque|ya que|debido|pues|because|since|as) .*?)"
_REASON = rf"(?:\s*(?:[,;:.(]|[-–—])\s*(?P<reason>\S.*?)|\s+{_BECAUSE})?"
_SOME_ROW = re.compile(r"\d|tod[ao]|all", re.I)  # what every decision names
_ROW_FIRST = re.compile(
    rf"(?P<rows>{_NUMBERS}|{_ALL})(?P<sign>\s*(?:[:=.)]|[-–—]|→)\s*|\s+)"
    rf"[*_«“\"]*(?P<word>[^\W\d_]{{2,12}})[*_»”\"]*{_REASON}",
    re.I,
)
_WORD_FIRST = re.compile(
    rf"(?P<word>[^\W\d_]{{4,12}})\s+(?:(?:el|la|los|las|the|puntos?|números?|items?|numbers?)\s+){{0,2}}"
    rf"(?P<rows>{_NUMBERS}|{_ALL}){_REASON}",
    re.I,
)
_VERBS = "|".join(sorted(set(DECISIONS) - _SHORT, key=len, reverse=True))
_BETWEEN = re.compile(
    rf"\s*(?:[/|;,]|\b[ye]\b|\band\b)\s*(?=(?:{_NUMBERS}|{_ALL})\s*[:=]\s*[^\W\d_]|(?:{_VERBS})\s+(?:{_NUMBER}|{_ALL})\b)",
    re.I,
)
_EDGES = " \t.,;:!¡*_\"'“”()[]<>-–—•·"
_CONDITION = re.compile(
    r"(?:pero|salvo|excepto|menos|siempre que|siempre y cuando|si |solo|solamente|aunque"
    r"|but|except|unless|provided|if |only|although)\b"
)
_SAID_REASON = re.compile(r"^(?:motivo|raz[oó]n|reason|porque|because)\s*[:=]?\s+", re.I)

_MOST_LINES = 2_000  # of the writer's that are looked at


def decisions_in(lines: Sequence[Line]) -> tuple[Decision, ...]:
    """Return the rows decided, in the order said; "unclear" where a condition or question hangs on the word."""
    found: list[Decision] = []
    own = [line for line in lines if line.label in {"new", "answer"}][:_MOST_LINES]
    for place, line in enumerate(own):
        read = list(_of_line(line, _continuation(own, place)))
        found.extend(read)
    return tuple(found)


def _continuation(own: Sequence[Line], place: int) -> str:
    """Return the rest of a reason that a mail program wrapped."""
    if len(own[place].text) < _FULL_LINE or place + 1 >= len(own):
        return ""
    text = own[place + 1].text.strip()
    follows = own[place + 1].number == own[place].number + 1 and text
    return f" {text}" if follows and not list(_of_line(own[place + 1], "")) else ""


def _of_line(line: Line, more: str) -> Iterator[Decision]:
    said = line.text.strip().strip("-*•·–—>_ \t")
    if not said or len(said) > _LONGEST or not _SOME_ROW.search(said) or not _says_one(line.text):
        return
    clauses = _BETWEEN.split(said)
    read = [_of_clause(clause, line) for clause in clauses]
    if len(clauses) > 1 and all(read):
        yield from (each for clause in read for each in clause)
    else:
        yield from _of_clause(said, line, more)


def _says_one(text: str) -> bool:
    """Tell whether one of the words stands there at all: few lines have one."""
    return not _DECIDING.isdisjoint(_WORD.findall(fold(text)))


def _of_clause(clause: str, line: Line, more: str = "") -> tuple[Decision, ...]:
    text = clause.strip().rstrip(".!¡? ")
    for shape in (_ROW_FIRST, _WORD_FIRST):
        match = shape.fullmatch(text)
        word = DECISIONS.get(fold(match["word"])) if match else None
        if match is None or word is None:
            continue
        bare = shape is _WORD_FIRST or not match["sign"].strip()
        if bare and fold(match["word"]) in _SHORT:
            continue
        reason = _reason(match["reason"] or match["because"] or "", more)
        if "?" in clause or (reason and _CONDITION.match(fold(reason) + " ")):
            word = "unclear"
        return tuple(Decision(row, word, line.text.strip(), line.number, reason) for row in _rows(match["rows"]))
    return ()


def _rows(said: str) -> tuple[int | None, ...]:
    numbers = [int(each) for each in re.findall(r"\d{1,4}", said)]
    return tuple(dict.fromkeys(numbers)) or (None,)


def _reason(said: str, more: str) -> str:
    return _SAID_REASON.sub("", (said + more if said else "").strip()).strip(_EDGES)[:_LONGEST]
