"""A form that somebody filled in: what no program sends back, whatever address it comes from."""

from __future__ import annotations

import re

from mailbot.core.automatic.look import Look

_AT_LEAST = 2  # different labels
_LABEL = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?P<label>nombres?(?: (?:completo|y apellidos?))?|full name|cargo|puesto|position"
    r"|institucion|institution|dependencia|department|tratamiento|telefonos?|telephone|phone|celular|mobile"
    r"|correo(?: electronico)?|e-?mail|funcion en el grupo|role in the group|sustituye a|replaces|movimiento"
    r"|actividad|activity|avance|progress|resultado|result)\b[\w /()-]{0,30}\s*:\s*[^\s_.\[]"
)
# Who it is and in which office: what no newsletter tells of one person.
_WHO = re.compile(r"nombre|full name")
_OFFICE = re.compile(r"cargo|puesto|position|institu|dependencia|department")
# What a desk, a stand-in's notice or a web page's form says around the same labels.
_NOT_THEIRS = re.compile(
    r"\b(ticket|tiquete|folio|numero de (caso|solicitud|seguimiento)|case (number|id)|hemos recibido|ha sido recibid"
    r"|ha sido registrad|has been (received|registered|logged)|automatic\w*|automated|no respond|do not reply"
    r"|fuera de la oficina|ausen\w+|out of (the )?office|vacaciones|on leave|away"
    r"|no es atendid|not monitored|unattended|formulario de contacto|contact form)"
)


def filled_in(look: Look) -> bool:
    """Say whether the message answers another and fills in two labels of a form at least."""
    if look.forwarded or not (look.prefixed or look.message.in_reply_to or look.message.references):
        return False
    return len(_labels(look)) >= _AT_LEAST and not _by_a_desk(look)


def presents_a_person(look: Look) -> bool:
    """Say whether somebody who greets or takes leave fills in who a person is and in which office."""
    labels = _labels(look) if look.personal and not look.forwarded else set()
    both = any(map(_WHO.match, labels)) and any(map(_OFFICE.match, labels))
    return both and not _by_a_desk(look)


def _labels(look: Look) -> set[str]:
    return {match["label"] for line in look.words if ":" in line and (match := _LABEL.match(line))}


def _by_a_desk(look: Look) -> bool:
    return _NOT_THEIRS.search(" ".join(look.words)[:4000]) is not None
