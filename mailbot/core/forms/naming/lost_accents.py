"""Verbs of what somebody did whose accent was lost on the way: "Ana Prueba dejo el cargo" says "dejó".

Only in a message that has no accent at all, and where the first person cannot be meant ("dejo el cargo").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mailbot.core.values import Line

_OWN = frozenset({"new", "answer"})
_MOST_LINES = 2_000
_LONGEST = 2_000  # characters of a line
_ACCENT = re.compile(r"[áéíóúÁÉÍÓÚ]")
_IN_AR = (
    r"dej|renunci|ces|present|entreg|finaliz|elabor|realiz|celebr|ejecut|efectu|organiz|mand|facilit|proporcion|culmin"
    r"|clausur|llev(?=o a cabo)|aplaz|cancel|nombr|particip|tom(?=o parte)|firm|aprob|adopt|dict|jubil|pension|separ"
    r"|incorpor|demor|concret|arranc|comenz|empez|qued|actualiz|recopil|convoc|posterg|reprogram"
)
_IN_IR = r"remit|asist|asum|cumpl|compart|impart|suscrib|recib|transmit|trasmit|difund|acud|sal|acog|sufr|difir"
# Words for things too, "Nombre completo", "Sin cambio", "Ministerio Publico": verbs where their object follows.
_NOUNS = r"complet|cambi|inici|retir|traslad|termin|envi|atras|retras|pas|public|circul|desarroll|design|avanz"
_OBJECT = r"(?=\s(?:al?|el|la|l[oa]s|sus?|una?|hasta|con|por|en)\b)"
_OF_TIME = "lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|fecha|momento|presente|proxim[oa]|pasad[oa]"
# Behind who did it: "Mexico presento", "el ministerio envio"; or as a thing that was done: "se aplazo".
_DID = re.compile(
    rf"\b(?P<before>(?:(?i:se|quien|ella)|(?!(?i:sin|yo|no|ya|hoy|y|que|les?|me|nos|adjunto|tambien|ahora)\b)[A-ZÑ][\w.]+"
    rf"|(?:el|la|los|este|esta|nuestr[oa]|su) (?!{_OF_TIME}\b)[a-zñ]{{4,}})\s(?:ya\s)?)"
    rf"(?P<verb>(?i:(?:{_IN_AR})o|(?:{_IN_IR})io|(?:{_NOUNS})o{_OBJECT}|concluyo|sustituyo))\b(?!\s(?i:mi|mis|nuestr[oa]s?)\b)"
)


def restored(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], Mapping[str, str]]:
    """Return the lines with the accents of such verbs, and each word with its accent → as the sender wrote it."""
    own = [line for line in lines[:_MOST_LINES] if line.label in _OWN]
    if any(_ACCENT.search(line.text) for line in own) or not any(_DID.search(line.text[:_LONGEST]) for line in own):
        return lines, {}
    written: dict[str, str] = {}
    found = []
    for place, line in enumerate(lines):
        if place >= _MOST_LINES or line.label not in _OWN or len(line.text) > _LONGEST:
            found.append(line)
            continue
        for each in _DID.finditer(line.text):
            written[_accented(each)] = each.group()
        found.append(line._replace(text=_DID.sub(_accented, line.text)) if _DID.search(line.text) else line)
    return tuple(found), written


def _accented(found: re.Match[str]) -> str:
    verb = found["verb"]
    return f"{found['before']}{verb[:-1]}{'Ó' if verb.isupper() else 'ó'}"
