"""Where offices say that they moved to: "nuestras oficinas se trasladaron a …", "our offices have moved to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOUSED = r"oficinas?|sede|despacho|instalaciones|offices?|headquarters"
_OFFICES = (
    r"(?:(?:nuestr[oa]s?|est[ae]s?|our|this)\s(?:nuev[oa]s?\s|new\s)?"
    rf"(?:{_HOUSED}|direcci[oó]n|subdirecci[oó]n|dependencia|ministerio|secretar[ií]a|instituto|unidad|departamento"
    r"|canciller[ií]a|department|ministry|unit|division|directorate|bureau|branch|secretariat)"
    rf"|(?:l[ao]s?|el|the)\s(?:nuev[oa]s?\s|new\s)?(?:{_HOUSED}))(?:\s[^.;:,@\d]{{1,60}}?)?"
)
_MOVED = (
    r"(?:se (?:ha[n]? )?(?:traslad|mud|reubic)\w+|(?:ha[n]? sido|fue(?:ron)?|ser[áa]n?) (?:traslad|reubic)ad[oa]s?"
    r"|(?:(?:ha(?:s|ve)|will be|is|are|was|were|being|been)\s){0,3}(?:moved?|relocated?|moving|relocating)"
    r"|(?:ahora )?(?:est[áa]n?|se encuentran?|is|are|will be)(?: (?:ahora|now|actualmente))?"
    r" (?:ubicad[oa]s?|located|situated|situad[oa]s?))"
)
_WE = (
    r"(?:nos (?:hemos |vamos a )?(?:traslad|mud|reubic)\w+|(?:hemos )?cambi(?:amos|ado) (?:de|nuestr[oa]s?)"
    r" (?:oficinas?|sede|domicilio|local)|we(?:['’]ve|['’]re| have| are| will be| will)?(?: now| recently| just)?"
    r" (?:moved?|relocated?|moving|relocating)(?: our offices?)?|(?:ahora )?(?:estamos|nos encontramos)(?: ahora)?"
    r" (?:ubicad[oa]s|situad[oa]s)|we are (?:now )?located)"
)
_NOTED = (
    r"(?:nuestra|mi|our|my)\s(?:nueva|new)\s(?:(?:mailing|postal|street|office|physical|work)\s)?"
    r"(?:direcci[oó]n|sede|domicilio|address)(?:\s(?:postal|f[ií]sica|(?:de la|de nuestra) oficina))*\s?:"
)
_TO = (
    r"(?:\s(?:del?|from|our|nuestr[oa]s?|las?|el|the|oficinas?|offices?|sede|local|domicilio|piso|edificio|building"
    r"|recientemente|recently|formalmente|now|ahora|ya|desde|hoy|today)){0,6}\s(?:al?|en|to|at|in)"
)
_PLACE = r"\s(?:la |el |los |las |the )?(?=\d|(?-i:[A-ZÀ-Þ])\D{0,40}\d)"  # a street, a building with its floor
_MOVED_TO = re.compile(rf"\b(?:(?:{_OFFICES}\s{_MOVED}|{_WE}){_TO}|{_NOTED}){_PLACE}", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:no|not|nunca|never|todav[ií]a|a[uú]n|yet|antes|anteriormente|formerly|previously|ministr[oa]|minister"
    r"|taller|seminario|reuni[oó]n|(?<!en )curso|foro|workshop|seminar|meeting|course)\b",
    re.I,
)
_CUES = ("traslad", "muda", "mudo", "mudó", "reubic", "ubicad", "situad", "mov", "locat", "cambi", "nuev", "new")
_LONGEST = 600


def moved_to(text: str) -> Iterator[int]:
    """Yield where the places begin to which a text says that the writer's office went."""
    text = text[:_LONGEST]
    lowered = text.lower()
    if any(cue in lowered for cue in _CUES):
        told = (
            found
            for found in _MOVED_TO.finditer(text)
            if not _DENIED.search(text, max(found.start() - 12, 0), found.end())
        )
        yield from (found.end() for found in told)
