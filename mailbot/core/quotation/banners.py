"""What a ministry's server puts above a letter from outside: "[EXTERNAL]", "CUIDADO: este correo se originó …".

It stands above the sender's words, or, where somebody answers such a letter, on top of the quotation.
A person's line has not all three: an opening, an origin outside, an advice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold
from mailbot.core.remembered import remembered

_LONGEST = 700
_MOST_LINES = 8
_TAG = re.compile(
    r"^\W{0,6}(?:(?:correo|mensaje|e-?mail|remitente) externo|externo|external(?: (?:e-?mail|message|sender|mail))?"
    r"|courriel externe)\W{0,6}$"
)
_OPENS = re.compile(
    r"^\W{0,6}(?:cuidado|precaucion|advertencia|atencion|alerta|aviso|importante|caution|warning|attention|alert"
    r"|notice|important|be careful|externo?\b|external|correo externo|mensaje externo|remitente externo|sender"
    r"|est[ea] (?:es un )?(?:correo|mensaje|e-?mail)|el (?:presente )?(?:correo|mensaje)|this (?:e-?mail|message)"
    r"|no (?:suele|sueles|recibe)|normalmente no|you (?:don|do not)|algun[ao]s? |some people)"
)
_OUTSIDE = re.compile(
    r"^\W*extern|(?:correo|mensaje|e-?mail|message|remitente|sender|origen|origin)\W{1,3}(?:\w+ ){0,2}extern"
    r"|extern\w* (?:e-?mail|sender|message|mail|source|origin)|fuera del? (?:la |su |nuestra |tu |esta )?"
    r"(?:organi|instituc|empresa|red\b|dependencia|entidad|secretar|minist)"
    r"|outside (?:of )?(?:the |your |our |this )?(?:organi|agency|company|department|government|network|institut)"
    r"|no suelen? recibir|no sueles recibir|no recibe (?:\w+ ){0,4}(?:con )?frecuen|(?:don.?t|do not) often get"
)
_ADVICE = re.compile(
    r"\bclic|\benlaces?\b|\blinks?\b|adjuntos|attachments|verifi|remitente|sender|caution|precaucion|cuidado"
    r"|por que (?:esto )?es importante|why this is important|unless you|a menos que"
)


@remembered
def may_warn(text: str) -> bool:
    """Tell whether a banner may begin on this line; cheap."""
    line = fold(text[:60]).strip()
    return bool(_OPENS.match(line)) or bool(_TAG.match(line))


def length(texts: Sequence[str], at: int, *, whole_lines: bool) -> int:
    """Return how many lines the banner on line ``at`` takes, up to a blank one; 0: none.

    ``whole_lines``: every line is a paragraph, as in HTML.
    """
    if not may_warn(texts[at]):
        return 0
    if _TAG.match(fold(texts[at][:60]).strip()):
        return 1
    end = at + 1
    while not whole_lines and end < len(texts) and end - at < _MOST_LINES and texts[end].strip():
        end += 1
    words = fold(" ".join(text.strip() for text in texts[at:end])[:_LONGEST])
    return end - at if _OUTSIDE.search(words) and _ADVICE.search(words) else 0
