"""Words that people add to a label: whose it is, in which group, which telephone."""

from __future__ import annotations

import re

OF_A_PERSON = re.compile(
    r"nombres?(?: y apellidos?)?(?: completos?)?(?: oficial)?(?: del?| de la| de el)?(?: o la| o el)? (?:persona"
    r"|funcionari[oa]"
    r"|servidora? public[oa]|enlace|contacto|representante|delegad[oa]|titular|punto focal|punto de contacto"
    r"|responsable"
    r"|encargad[oa]|designad[oa]|oficial)"
    r"(?: (?:designad[oa]|institucional|principal|titular|(?:de )?enlace|(?:de )?contacto|oficial|nombrad[oa]"
    r"|responsable))*"
)  # "Nombre completo del funcionario de enlace"
IN_THE_GROUP = re.compile(
    r"\s+(?:in|within|on|before|en|ante|dentro del?|frente al?|para|del?)\s+"
    r"(?:(?:the|el|la|este|esta|nuestro|nuestra|su)\s+)?"
    r"(?:(?:working|technical|consultative|regional|liaison)\s+)*(?:group|grupo|network|red|committee|comit[eé]|comisi[oó]n|mesa"
    r"|foro|forum|conference|conferencia|crm|rcm)(?:\s+(?:de trabajo|t[eé]cnico|consultivo|regional(?: de consulta)?"
    r"|de (?:funcionarios de )?enlace))*$",
    re.IGNORECASE,
)  # "Calidad ante el Grupo", "Capacity in the Working Group"
_TELEPHONE = frozenset(
    "tel tels telef telf telefono telefonos telefonico telefonicos telephone phone phones ph pbx".split()
)
_MOBILE = frozenset("cel cels celular celulares cell cellphone cellular mobile mob movil moviles".split())
_FAX = frozenset("fax faxes telefax facsimile facsimil".split())
_WHICH = frozenset(
    """
    no nos n num nro numero numeros number numbers line linea lines office oficina ofic work trabajo official oficial
    direct directo directa main principal general institucional institutional central contact contacto land fijo fijos
    local business government gubernamental laboral personal desk despacho en y and
    """.split()
)
_MOST_WORDS = 5
_LEADING = ("de ", "en ", "y ", "and ")  # "Analista de Trabajo teléfono 2230-0000": of the post
PARTED = re.compile(r"[,;]\s|\s[-–—]\s")  # "Subdirector de Migración Laboral, Tel.": of the post, not of the telephone


def kind_of_telephone(key: str) -> str:
    """Return the label of the one kind of telephone that the words of a label's key speak of; "" for another label."""
    words = set(key.split())
    known = words <= _TELEPHONE | _MOBILE | _FAX | _WHICH
    if key.startswith(_LEADING) or not 1 < len(words) <= _MOST_WORDS or not known:
        return ""
    fax, mobile, telephone = words & _FAX, words & _MOBILE, words & _TELEPHONE
    if fax:
        return "" if mobile or telephone else "fax"
    return "celular" if mobile else "telefono" if telephone else ""
