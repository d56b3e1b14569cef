"""Words for posts in both languages."""

from __future__ import annotations

import re

from mailbot.core.language import fold

_HOLDERS = (
    r"direct[oe]r\w*|jef[ea]|coordinador\w*|encargad[oa]|asesor\w*|analista|oficial|tecnic[oa]|consul(?:es)?|secretari[oa]"
    r"|ministr[oa]|minister|gerente|especialista|attorney|responsable|delegad[oa]|inspector\w*|agente|asistente|titular"
    r"|representante|embajador\w*|canciller|comisionad[oa]|supervisor\w*|administrador\w*|procurador\w*|consultor\w*"
    r"|expert[oa]|profesional|agregad[oa]|consejer[oa]|statistician|economist|economista|sociolog[oa]|psicolog[oa]|head|chief|officer|manager|advis[eo]r|counsell?or|attache|specialist"
    r"|analyst|coordinator|secretary|commissioner|superintendente?|intendente|defensor\w*|promotor\w*"
    r"|colaborador\w*|gestor[ae]?s?|auxiliar(?:es)?|investigador\w*|planificador\w*|facilitador\w*|registrador\w*"
    r"|comunicador\w*|traductor\w*|relator\w*|contralor\w*|auditor\w*|operador\w*|digitador\w*|magistrad[oa]|notari[oa]"
    r"|fiscal (?:general|especial|adjunt[oa]|auxiliar|de|del)|trabajador[ae]? social|docente|pasante|archivista"
    r"|bibliotecari[oa]|periodista|recepcionista|estadistic[oa]|informatic[oa]|president[ea]|prosecretari[oa]"
    r"|clerk|registrar|(?:legal|crown|general) counsel|intern|team lead(?:er)?|consultant|administrator|researcher"
    r"|charge d.affaires|caseworker|translator|solicitor general|funcionari[oa]|contador[a]?|diputad[oa]|abogad[oa]"
    r"|ambassador|social worker|trabajador[ae]? social|subdelegad[oa]|vicerrector[a]?|liaison officer|enlace"
    r" (?=(?:institucional"
    r"|con|ante)\b)"
)
POST_OPENS = re.compile(
    r"(?:(?:primer[oa]?|segund[oa]|tercer[oa]?|nuev[oa]|actual|ex|acting|interim|senior|first|second|third|permanent"
    r"|principal|associate|assistant|deputy|chief) )*(?:vice ?|sub ?|under ?)?-?(?:" + _HOLDERS + r")\b"
)  # at the head of folded words
POST_WITHIN = re.compile(
    r"\b(?:"
    + _HOLDERS
    + r"|vice ?-?(?:ministr[oa]|minister|consul|president[ea]|canciller|procurador[a]?)|direc\w*|sub\w*|jef[ea]\w*"
    r"|encargad\w*|coordina\w*|tecnic\w*|consul\w*|secretari\w*|ministr\w*"
    r"|deputy|advis\w*|counsel\w*|assistant|senior|principal|unidad|unit|oficina|office|division|seccion|section|gobierno"
    r"|government|representative|delegate|economist|lawyer|researcher|liaison)\b"
)  # anywhere in folded words: of a post or of the office it is in
_FIELD_OF_POST = re.compile(
    r"(?:[a-z&/'-]+ ){0,5}(?:affairs|relations|polic(?:y|ies)|services|operations|planning|cooperation|programm?e?s?"
    r"|development|protection|integration|enforcement|research|analysis"
    r"|engagement|outreach|partnerships?|strategy|initiatives|communications|coordination|migration|diplomacy|liaison)"
    r"|(?:relaciones|asuntos|politicas?) [a-z]+(?: (?:y|e) [a-z]+)?"
)


def is_field_of_post(text: str) -> bool:
    """Tell whether words go on with a post behind a comma: "Manager, International Engagement"."""
    return _FIELD_OF_POST.fullmatch(fold(text)) is not None
