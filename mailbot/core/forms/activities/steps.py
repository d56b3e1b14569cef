"""Steps of what is still under way: "está a medias: se concluyó el diagnóstico, pero falta la parte jurídica".

What is done within it says nothing of the whole.
"""

from __future__ import annotations

import re

from mailbot.core.language import fold

_UNDER_WAY = (
    r"(?:en (?:proceso|curso|marcha|ejecucion|desarrollo|elaboracion|preparacion|tramite|etapa|fase)|a medias"
    r"|avanzad[oa]"
    r"|iniciad[oa]|pendiente|(?:atras|retras|demor|rezag)ad[oa]|incomplet[oa]|half (?:done|way|finished)|halfway"
    r"|in (?:progress|process|preparation)|under ?way|ongoing|on track|delayed|behind schedule|started|incomplete"
    r"|pending)"
)
_EXPLAINED = re.compile(
    rf"(?P<head>\b{_UNDER_WAY}\b[^.;:]{{0,60}}?)(?::|,? (?:pues|ya que|porque|puesto que|because|since|as))\s"
    r"(?P<tail>[^.]{3,300}?)(?=\.(?:\s|$)|$)"
)
_DONE = re.compile(
    r"\b(?:(?:ya |se |hemos |ha |han |fue |fueron )+(?:conclu|termin|finaliz|realiz|complet|entreg|envi|present"
    r"|redact|elabor"
    r"|aprob|recopil|prepar|hizo|hech|list)\w*"
    r"|(?:est[ae]n? )?list[oa]s?|(?:was|were|has been|have been|is|are) (?:already |now )?(?:completed?|done"
    r"|finished|concluded|held"
    r"|sent|submitted|drafted|prepared|approved|ready))\b"
)
_CLAUSES = re.compile(r"(,\s|;\s|\s(?:y|e|and|pero|but|aunque|although)\s)")


def without_steps(text: str) -> str:
    """Return a text without the clauses that tell what is done of an activity that is under way."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for found in reversed(list(_EXPLAINED.finditer(folded))):
        if not _DONE.search(found["tail"]):
            continue
        start, end = found.span("tail")
        kept = "".join(_open(text[start:end]))
        text = text[: found.end("head")] + (f", {kept}" if kept else "") + text[end:]
    return text


def _open(tail: str) -> list[str]:
    """The clauses of a tail in which nothing is done, with the signs between them."""
    pieces = _CLAUSES.split(tail)
    clauses = [(pieces[place - 1] if place else "", each) for place, each in enumerate(pieces) if place % 2 == 0]
    open_ = [each for each in clauses if not _DONE.search(fold(each[1]))]
    return [words if not place else f"{sign}{words}" for place, (sign, words) in enumerate(open_)]
