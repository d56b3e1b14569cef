"""How secret a message is, on a line of its own: "UNCLASSIFIED", "Clasificación: pública"."""

from __future__ import annotations

import re

from mailbot.core.language import fold

_LONGEST = 120
_ALONE = (  # nobody writes these words for another purpose
    r"(?:unclassified|sensitive but unclassified|(?:official\W{1,3})?sbu|(?:for )?official use only|fouo"
    r"|limited official use|protected [abc]|protege [abc]|non[ -](?:classifie|protege)e?|unprotected"
    r"|no clasificad[oa]|sin clasificar|(?:de )?uso (?:oficial|interno)(?: exclusivo)?|privacy or pii|noforn"
    r"|official use)"
)
_BESIDE = (
    r"(?:public[oa]?|intern(?:a|o|al)|restrict(?:ed|a|ido)|restringid[oa]|reservad[oa]|confiden[ct]ial|official"
    r"|oficial|general|personal|pii)"
)
_THIS = (
    r"(?:this|est[ea]) (?:e-?mail|message|document|mensaje|correo|documento)(?: electronico)?"
    r"(?: and (?:its|any) attachments?)? (?:is|has been|are|es|esta|ha sido)"
    r"(?: (?:classified|marked|clasificado)(?: as| como)?)?"
)
_LABEL = (
    r"(?:(?:security |data )?classification|classified(?: as| by)?|clasificacion(?: de (?:la informacion|seguridad))?"
    r"|clasificado(?: como)?|nivel de (?:clasificacion|confidencialidad)|sensitivity|sensibilidad|marking)"
    r"(?: level)?\W{0,3}:"
)
_AHEAD = re.compile(rf"\W{{0,6}}(?:{_ALONE})\s?[.:;–-]\s*")
_MARKING = re.compile(
    rf"\W{{0,8}}(?:(?:{_THIS}|{_LABEL})\W{{0,8}}(?:{_ALONE}|{_BESIDE})|{_ALONE})"
    rf"(?:\W{{1,4}}(?:and |y )?(?:{_ALONE}|{_BESIDE})){{0,4}}\W{{0,8}}"
)


def behind_marking(folded: str) -> str:
    """Return a folded line without the marking it begins with: "sbu. this e-mail is intended …"."""
    found = _AHEAD.match(folded)
    return folded[found.end() :] if found else folded


def is_marking(text: str) -> bool:
    """Tell whether a line says how secret the message is and no more ("This email is UNCLASSIFIED.", "SBU")."""
    return len(text) <= _LONGEST and bool(_MARKING.fullmatch(fold(text).strip()))
