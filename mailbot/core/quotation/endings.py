"""Signatures, disclaimers and the lines mail programs add at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold

DASHES = re.compile(r"^\s*(--\s?|—|__)\s*$")
FOOTER = re.compile(
    r"^\s*(enviado (desde|con|via|a traves)\b.{0,80}|sent (from|via|with|using)\b.{0,80}|get outlook for .*"
    r"|obtener outlook para .*|obtenga outlook .*|descargar outlook .*|envoye de .*|von meinem .* gesendet.*"
    r"|enviado do meu .*|libre de virus\..*|virus-free\..*|este correo electronico ha sido comprobado.*"
    r"|este mensaje ha sido analizado.*|this (e-?mail|message) has been (checked|scanned).*"
    r"|yahoo mail: .*|sent by .* for (iphone|android).*)$"
)
DISCLAIMER = re.compile(
    r"^\W{0,4}(aviso( de| legal| importante)?( de)? ?(confidencialidad|legal|privacidad)?\s*[:.\-]|confidencialidad\s*:"
    r"|aviso (legal|de (confidencialidad|privacidad))|confidentiality (notice|note|statement)|confidential(ity)?\s*:"
    r"|disclaimer\b|nota de confidencialidad|clausula de confidencialidad"
    r"|(la informacion contenida en este|este (mensaje|correo)( electronico)? (y (sus|cualquier)|es confidencial"
    r"|contiene informacion|puede contener|va dirigido|esta dirigido))"
    r"|(this (e-?mail|message|communication)( message)?,? ((and|including) (any|its)|is (intended|confidential)"
    r"|may contain|contains))|the information (contained )?in this (e-?mail|message|communication)"
    r"|if you are not the intended|si usted no es el destinatario|antes de imprimir|please consider the environment"
    r"|piense en el medio|por favor considere el medio|no imprima este|do not print|ce (message|courriel) )"
)
LIST_RULE = re.compile(r"^\s*(_{10,}|-{10,}|={10,}|\*{3,}|#{4,}|~{4,}|\+{5,}|_{5,})\s*$")
LIST_WORDS = re.compile(r"(mailing list|lista de correo|unsubscribe|darse de baja|listinfo|google ?groups)")
_CLOSINGS = re.compile(
    r"^(muy |le |les |con un |un |mis |nuestros |con |reciba[n]? |quedo |quedamos |sin otro |que |de nuevo )?"
    r"(atentamente|atte|saludos|saludo|cordialmente|respetuosamente|fraternalmente|cordiales saludos|abrazos?"
    r"|(kind|best|warm|many|with|warmest|kindest) (regards|wishes|thanks)|regards|sincerely|yours"
    r"( sincerely| truly| faithfully)?|best|cheers|respectfully|cordially|gracias y saludos|thanks and regards)"
    r"( cordial(es|mente)?| afectuos[oa]s?| atent[oa]s?| desde \w+| a todos| sincerely| again)?\s*[,.!;:]*$"
)
_WORK = re.compile(
    r"(@|\btel\b|telefono|phone|\bfax\b|ministerio|secretaria|ministry|department|direccion|director|jefe|jefa"
    r"|oficina|office|gobierno|government|embajada|consul|www\.|http|ext\.|\d{4}|instituto|asistente|analyst"
    r"|officer|asesor|coordinador|encargad)"
)


def is_closing(text: str) -> bool:
    """A line that closes a letter ("Atentamente,", "Kind regards")."""
    return len(text) < 50 and bool(_CLOSINGS.match(fold(text)))


def looks_like_signature(texts: Sequence[str]) -> bool:
    """Short lines with a name, a post, an institution: nothing a person says."""
    lines = [text.strip() for text in texts if text.strip()]
    if not lines or len(lines) > 14 or any(len(line) > 110 for line in lines):
        return False
    if any(_is_answer(line) for line in lines):
        return False
    sentences = sum(bool(re.search(r"[.?!]\s*$", line)) and len(line.split()) > 5 for line in lines)
    if sentences:
        return False
    return len(lines) <= 4 or any(_WORK.search(fold(line)) for line in lines)


_LABELLED = re.compile(r"^\s*([^\W\d_][\w /().-]{1,40})\s*:\s*\S")
_SIGNATURE_LABELS = re.compile(
    r"^(tel|telefono|telephone|phone|fax|cel|celular|movil|mobile|ext|extension|pbx|e-?mail|correo|web|direccion"
    r"|address|oficina|office|directo|t|f|m|c|p)\b"
)


def _is_answer(line: str) -> bool:
    match = _LABELLED.match(line)
    return bool(match) and not _SIGNATURE_LABELS.match(fold(match[1] if match else ""))
