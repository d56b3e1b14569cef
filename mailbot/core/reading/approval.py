"""Whether the presidency approves a draft: a word alone says so, anything more is a comment."""

from __future__ import annotations

import re
from collections.abc import Collection

from mailbot.core.fields import is_title
from mailbot.core.language import fold
from mailbot.core.reading.decisions import DECISIONS

_TITLE = 12  # letters that a title before a name may have
_EDGES = " \t.,;:!¡¿?*_\"'«»“”()[]<>-–—/"
_WHAT = r"(?: (?:el |este |dicho )?(?:informe|borrador|documento)| (?:the |this )?(?:report|draft|document))?"
_FORMAL = re.compile(
    r"(?:si,? |yes,? |ok,? )?(?:lo |se |la presidencia |the presidency |i |we |it is |esta |queda |hereby )*"
    r"(?:apruebo|aprobamos|aprueba|aprobado|aprobada|approve|approves|approved|de acuerdo|agreed)"
    + _WHAT
    + r"(?: (?:is )?approved)?"
)
_SUBJECT_FIRST = re.compile(
    r"(?:the|this) (?:report|draft|document) is approved|(?:el|este) (?:informe|borrador) (?:queda|esta) aprobado"
)
_MORE = (
    r"(?!.*\b(?:pero|but|falta\w*|salvo|except\w*|corr\w+|cambi\w*|chang\w*|agreg\w*|add\w*|favor|please|solo|only)\b)"
)
_COURTESY = re.compile(
    _MORE + r"(?:(?:estimad\w+|apreciad\w+|distinguid\w+|dear|hola|hello|hi|saludos|atentamente|cordial\w*|gracias|"
    r"muchas gracias|mil gracias|thanks|many thanks|thank you|regards|kind regards|best regards|sincerely|un saludo|"
    r"yours \w+|quedo|a la orden)\b.{0,50}|buen[oa]s (?:dias|tardes|noches)|good (?:morning|afternoon|evening|day))"
)


def approves(text: str, names: Collection[str] = ()) -> bool:
    """Tell whether the sender's own words approve, and say nothing else but courtesies.

    "Apruebo, pero falta Belice" is a comment: what is more than an approval is read by a person.
    ``names`` are the sender's name, position, institution …: a signature adds nothing.
    """
    own = [fold(each) for each in names if each]
    pieces = re.split(r"[.;!\n]|,(?= *(?:gracias|thank|saludos))", fold_all(text))
    said = [each for each in (piece.strip(_EDGES) for piece in pieces) if each and not _is_idle(each, own)]
    return bool(said) and all(_is_approval(each) for each in said)


def _is_idle(sentence: str, own: Collection[str]) -> bool:
    named = any(each in sentence and len(sentence) - len(each) < _TITLE for each in own)
    return named or is_title(sentence) or _COURTESY.fullmatch(sentence) is not None


def fold_all(text: str) -> str:
    """Return a text folded line by line."""
    return "\n".join(map(fold, text.split("\n")))


def _is_approval(sentence: str) -> bool:
    return (
        DECISIONS.get(sentence) == "accept"
        or _FORMAL.fullmatch(sentence) is not None
        or _SUBJECT_FIRST.fullmatch(sentence) is not None
    )
