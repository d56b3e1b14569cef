"""The lines with which mail programs introduce a quotation, in the shapes they are really seen.

Each shape names its source in ``docs/reading.md``.  A header is believed only when its parts
agree: a sentence such as "El 12 de enero nos reunimos y acordamos lo siguiente:" is nobody's
header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold

# From:, Sent:, To:, Subject: as Outlook, Zimbra, Yahoo, Apple and BlackBerry write them.
FIELDS = {
    "from": ("de", "from", "von", "da", "van", "fra", "от", "från", "mittente", "expediteur", "remitente"),
    "sent": (
        "enviado",
        "enviados",
        "enviado el",
        "enviada em",
        "enviada",
        "sent",
        "date",
        "fecha",
        "data",
        "gesendet",
        "datum",
        "envoye",
        "verzonden",
        "inviato",
        "sendt",
        "skickat",
        "дата",
        "le",
        "fecha y hora",
        "sent at",
        "sent on",
    ),
    "to": (
        "para",
        "to",
        "an",
        "a",
        "aan",
        "til",
        "till",
        "кому",
        "pour",
        "cc",
        "c.c.",
        "ccp",
        "bcc",
        "con copia",
        "cco",
        "copia",
        "kopie",
        "reply-to",
        "responder a",
        "reply to",
    ),
    "subject": (
        "asunto",
        "subject",
        "assunto",
        "betreff",
        "oggetto",
        "objet",
        "onderwerp",
        "emne",
        "amne",
        "тема",
    ),
    "other": (
        "importancia",
        "importance",
        "adjuntos",
        "attachments",
        "archivos adjuntos",
        "sensitivity",
        "priority",
    ),
}
KINDS = {name: kind for kind, names in FIELDS.items() for name in names}
_FIELD = re.compile(r"^[\s*_>]{0,6}([^\W\d_][\w .-]{0,20}?)[\s*_]{0,3}:[\s*_]*(.*)$")
_TAB_FIELD = re.compile(r"^\s*(para|to|cc|asunto|subject|de|from|bcc|cco)\s*\t")
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,255}")
_YEAR_OR_HOUR = re.compile(r"\b(19|20)\d\d\b|\d{1,2}[:.h]\d\d|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")

_WROTE = (
    r"(?:escribi[oó]|wrote|escreveu|a\s+[eé]crit|schrieb|schreef|ha\s+scritto|skrev|написал\(?а?\)?|napsal"
    r"|escribiste|va\s+escriure|napisał\(?a?\)?|kirjoitti|yazdı)"
)
WROTE_END = re.compile(_WROTE + r"[^\n]{0,40}:?\s*$", re.IGNORECASE)
WROTE_START = re.compile(
    r"^[\s>*_-]{0,12}(?:el|on|le|em|am|op|il|den|dne|a\s|в|w\s+dniu|\d{4}[-/]\d|\d{1,2}[./-]|\d{1,2}\s+\w+"
    r"|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|mon|tue|wed|thu|fri|sat|sun|\"|<|[\w.]+@)",
    re.IGNORECASE,
)
MARKER = re.compile(
    r"^[\s>*]{0,6}(?:-{2,}|_{2,})\s*(?:mensaje original|original message|mensaje reenviado|forwarded message"
    r"|forwarded by.*|mensagem original|message d'origine|urspr[uü]ngliche nachricht|messaggio originale"
    r"|oorspronkelijk bericht|reenviado|mensaje citado|original email|ursprungligt meddelande"
    r"|original-nachricht|исходное сообщение|weitergeleitete nachricht|reply message|reply above this line.*)"
    r"\s*(?:-{1,}|_{1,})?\s*$",
    re.IGNORECASE,
)
FORWARD = re.compile(
    r"^\s*(?:begin forwarded message|inicio del mensaje reenviado|inicio de mensaje reenviado"
    r"|anfang der weitergeleiteten (?:nachricht|e-mail)|d[eé]but du message r[eé]exp[eé]di[eé])\s*:?\s*$",
    re.IGNORECASE,
)
RULE = re.compile(r"^\s*_{20,}\s*$")


def header_length(texts: Sequence[str], at: int) -> int:
    """Return how many lines from ``at`` are the header of a quotation; 0 when none begins there."""
    text = texts[at]
    if len(text) > 1000:
        return 0
    if MARKER.match(text) or FORWARD.match(text):
        return 1 + _field_lines(texts, _after_blank(texts, at + 1), least=1)
    if RULE.match(text):
        block = _field_lines(texts, _after_blank(texts, at + 1), least=2)
        return (_after_blank(texts, at + 1) - at) + block if block else 0
    return _wrote_lines(texts, at) or _field_lines(texts, at, least=2) or _notes_lines(texts, at)


def _after_blank(texts: Sequence[str], at: int) -> int:
    steps = 0
    while at < len(texts) and not texts[at].strip() and steps < 3:
        at, steps = at + 1, steps + 1
    return at


def _wrote_lines(texts: Sequence[str], at: int) -> int:
    """Shape: "El lun, 3 ene 2011 a las 10:22, X (<a@b>) escribió:", wrapped over up to five lines."""
    if not WROTE_START.match(texts[at]):
        return 0
    joined = ""
    for length in range(1, 6):
        if at + length > len(texts):
            return 0
        line = texts[at + length - 1].strip()
        if not line:
            return 0
        joined += " " + line
        if WROTE_END.search(line[-200:]) and len(joined) < 500:
            dated = bool(_YEAR_OR_HOUR.search(joined))
            named = bool(_ADDRESS.search(joined))
            return length if (dated or named) and joined.rstrip().endswith((":", ">", "escribió", "wrote")) else 0
    return 0


def field_kind(text: str) -> str | None:
    """Return from, sent, to, subject or other for a header field's line."""
    match = _FIELD.match(text[:300])
    if match is None:
        return None
    return KINDS.get(fold(match[1]))


def _field_lines(texts: Sequence[str], at: int, *, least: int) -> int:
    """A block De:/Enviado:/Para:/Asunto: in any order, any missing, long lines wrapped."""
    if at >= len(texts):
        return 0
    first = field_kind(texts[at])
    if first is None or first == "other" or (first in {"to"} and least > 1):
        return 0
    kinds, here, end, gaps = [first], at + 1, at + 1, 0
    evidence = _evidence(first, texts[at])
    while here < len(texts) and here - at < 16:
        kind = field_kind(texts[here])
        if kind is not None:
            kinds.append(kind)
            evidence += _evidence(kind, texts[here])
            here = end = here + 1
            gaps = 0
        elif not texts[here].strip() and gaps == 0 and here + 1 < len(texts) and field_kind(texts[here + 1]):
            here, gaps = here + 1, 1
        elif kinds[-1] in {"to", "from", "subject"} and _continues(texts[here - 1], texts[here]):
            here = end = here + 1
        else:
            break
    distinct = set(kinds)
    if len(distinct) >= max(2, least) and "from" in distinct and evidence:
        return end - at
    if least == 1 and distinct & {"from", "sent", "subject"}:
        return end - at
    if len(distinct) >= 3 and evidence:
        return end - at
    return 0


def _evidence(kind: str, text: str) -> int:
    if kind in {"from", "to"} and ("@" in text or "mailto:" in text):
        return 1
    if kind == "sent" and re.search(r"\d", text):
        return 1
    return 1 if kind == "subject" else 0


def _continues(before: str, text: str) -> bool:
    """A long Para: line wraps after a comma or semicolon, or with addresses in it."""
    bare = text.strip()
    if not bare or field_kind(text):
        return False
    return before.rstrip().endswith((";", ",")) or (";" in bare and "@" in bare) or (text[:1] in " \t" and "@" in bare)


def _notes_lines(texts: Sequence[str], at: int) -> int:
    """Lotus Notes: a name line, a date line, then tab-indented labels without colons."""
    head = texts[at]
    if not (_ADDRESS.search(head) or head.startswith('"') or _YEAR_OR_HOUR.search(head)):
        return 0
    here, labels, end = at + 1, 0, at
    while here < len(texts) and here - at < 12:
        text = texts[here]
        if _TAB_FIELD.match(fold_tabs(text)):
            labels, end = labels + 1, here + 1
        elif text.strip() and not _YEAR_OR_HOUR.search(text) and not text.startswith("\t"):
            break
        here += 1
    return end - at if labels >= 2 else 0


def fold_tabs(text: str) -> str:
    """Fold a line keeping its tabs."""
    return "\t".join(fold(part) for part in text.split("\t"))
