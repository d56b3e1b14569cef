"""Words beside a telephone number that say what it is for, and nothing against it: "2230-0055 (compartido)".

"Provisional", "anterior", "por confirmar" are no such words: with them the number is asked.
"""

from __future__ import annotations

import re

from mailbot.core.language import fold

_LINE = r"(?:linea|numero|telefono|line|number|phone|no)"
_OF_LINE = (
    r"direct[oa]|direct|nuev[oa]|new|fij[oa]|institucional|personal|oficial|official|principal|main|particular|privad[oa]"
    r"|compartid[oa]|shared|actual|current|correct[oa]|correct|corregid[oa]|corrected|actualizad[oa]|updated|gratuit[oa]"
    r"|toll[- ]free|automatic[oa]|automatic|preferid[oa]|preferred"
)
_REMARK = (
    rf"(?:(?:{_LINE} )?(?:{_OF_LINE})(?: {_LINE})?"
    r"|(?:(?:en|de|del|at|in) (?:la |el |the |su |mi |my )?)?(?:oficina|office|of|trabajo|work|despacho|desk|casa|home"
    r"|residencia|recepcion|reception|front desk|planta|central(?: telefonica)?|conmutador|switchboard|pbx|hogar)"
    r"|(?:(?:de|con|of|with) (?:la |el |mi |su |the |my )?)?(?:secretari[oa]|secretary)"
    r"|claro|tigo|movistar|telcel|digicel|hondutel|landline|whatsapp"
    r"|(?:con|solo|tiene|y|with|also|only|tambien)(?: (?:para|en|on))? whatsapp"
    r"|(?:solo|only|para|for) (?:mensajes|messages|llamadas|calls|fax|textos|texts)|calls only"
    r"|sin (?:ningun )?cambios?|no changes?|unchanged|sin variacion|sigue (?:siendo )?igual|igual|se mantiene"
    r"|same|vigente"
    r"|24 ?(?:horas|hrs?|hours|h)|24/7|(?:en )?(?:horario de oficina|horas (?:habiles|de oficina))"
    r"|(?:during )?office hours"
    r"|de preferencia|preferentemente|preferiblemente|preferably)"
)
_AND = r"(?:\s*[,/;]\s*|\s+y\s+|\s+and\s+|\s+)"
_OF_THE_LINE = re.compile(rf"(?:{_LINE} )?(?:{_OF_LINE})(?: {_LINE})?")
_BRACKETED = re.compile(rf"\s*[(\[]\s*{_REMARK}(?:{_AND}{_REMARK}){{0,3}}\s*\.?[)\]]")
_BEHIND = re.compile(
    rf"(?<=[\d)])(?:\s*[-,;:]\s*|\s+){_REMARK}(?:{_AND}{_REMARK}){{0,2}}(?=\s*\.?\s*(?:$|[,;/]|\s(?:y|and|o|or)\s))"
)
_AHEAD = re.compile(rf"(?:^|(?<=[;/,]\s)|(?<=[;/]))\s*{_REMARK}\s*(?:\s-\s|:|=)?\s*(?=[+(]?\d[\d\s().-]{{5}})")
_LONGEST = 400
_WORD = re.compile(r"[a-z]")


def without_remarks(folded: str) -> str:
    """Return a folded telephone value without such words in brackets, behind a number or ahead of it."""
    if len(folded) > _LONGEST or not _WORD.search(folded):
        return folded
    return _BEHIND.sub("", _AHEAD.sub(" ", _BRACKETED.sub("", folded))).strip()


def is_of_the_line(remark: str) -> bool:
    """Tell whether a remark says what a line is, "directo", and not whether it is a telephone or a fax."""
    return _OF_THE_LINE.fullmatch(fold(remark).strip(" .")) is not None
