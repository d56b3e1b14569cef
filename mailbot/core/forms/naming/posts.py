"""Words for posts in both languages."""

from __future__ import annotations

import re

_HOLDERS = (
    r"direct[oe]r\w*|jef[ea]|coordinador\w*|encargad[oa]|asesor\w*|analista|oficial|tecnic[oa]|consul(?:es)?|secretari[oa]"
    r"|ministr[oa]|minister|gerente|especialista|attorney|responsable|delegad[oa]|inspector\w*|agente|asistente|titular"
    r"|representante|embajador\w*|canciller|comisionad[oa]|supervisor\w*|administrador\w*|procurador\w*|consultor\w*"
    r"|expert[oa]|profesional|agregad[oa]|consejer[oa]|head|chief|officer|manager|advis[eo]r|counsell?or|attache|specialist"
    r"|analyst|coordinator|secretary|commissioner|superintendent|intendente|abogad[oa] d\w+|defensor\w*|promotor\w*"
)
POST_OPENS = re.compile(
    r"(?:(?:primer[oa]?|segund[oa]|tercer[oa]?|nuev[oa]|actual|ex|acting|interim|senior|first|second|third|permanent"
    r"|principal|associate|assistant|deputy|chief) )*(?:vice ?|sub ?|under ?)?-?(?:" + _HOLDERS + r")\b"
)  # at the head of folded words
POST_WITHIN = re.compile(
    r"\b(?:"
    + _HOLDERS
    + r"|direc\w*|sub\w*|jef[ea]\w*|encargad\w*|coordina\w*|tecnic\w*|consul\w*|secretari\w*|ministr\w*"
    r"|deputy|advis\w*|counsel\w*|assistant|senior|principal|unidad|unit|oficina|office|division|seccion|section|gobierno"
    r"|government|representative|delegate|economist|lawyer|researcher|liaison)\b"
)  # anywhere in folded words: of a post or of the office it is in
