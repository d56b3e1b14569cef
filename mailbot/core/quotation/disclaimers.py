"""Notices of confidentiality, of print and of outside origin, by their vocabulary.

A line such as "Aviso: el taller se pospone" or "Este mensaje contiene información actualizada"
is a person's: a notice needs two of the lawyers' words beside its opening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mailbot.core.language import fold

_LONGEST = 3_000  # characters of a line that are looked at
_MOST_LINES = 60
_TITLE = re.compile(
    r"^\W{0,6}(?:aviso (?:legal|importante|de (?:confidencialidad|privacidad))|(?:nota|clausula"
    r"|declaracion|advertencia) "
    r"(?:legal|de (?:confidencialidad|privacidad))|confidencialidad(?: de la informacion)?\b|confidentiality"
    r"(?: notice| note| statement| warning| disclaimer)?\b|confidential(?: notice| communication)?\b"
    r"|legal (?:notice|disclaimer)|disclaimer"
    r"|avis de confidentialite|privacy notice|e-?mail disclaimer|descargo de responsabilidad"
    r"|exencion de responsabilidad"
    r"|aviso de confidencialidade|vertraulichkeitshinweis)"
)
_OPENING = re.compile(
    r"^\W{0,6}(?:\[?external|(?:aviso|advertencia|precaucion|atencion|importante|caution|warning|notice|important)\b"
    r"|est[ea] (?:mensaje|correo|e-?mail|comunicacion|transmision|informacion)|el (?:presente"
    r"|contenido de)|la (?:presente|informacion)"
    r"|los (?:archivos|documentos|datos) adjuntos|si (?:usted|ud|no es|ha recibido|recibio|recibe|lo)"
    r"|this (?:e-?mail|message|electronic|communication|transmission)"
    r"|the (?:information|contents?|e-?mail|attached)|information (?:contained )?in this|if you"
    r"|any (?:views|unauthori)|unless otherwise|unauthori[sz]ed"
    r"|ce (?:message|courriel)|cette communication|l'information|les informations|si vous"
    r"|esta mensagem|este e-?mail|se voce|diese (?:e-?mail|nachricht)"
    r"|le informazioni|questo messaggio|se ricevete|antes de imprimir|piense|por favor,? (?:considere"
    r"|piense|no imprima|tenga)|no imprima|cuide el|cuidemos"
    r"|please consider|please think|think before|consider the environment|before printing"
    r"|do not print|avant d'imprimer|pensez|ayudenos|evite imprimir"
    r"|en cumplimiento|de conformidad con|de acuerdo con|conforme a la ley|in accordance)"
)
_TERMS = tuple(
    re.compile(each)
    for each in (
        r"confiden|riservat",
        r"privileg",
        (
            r"destinatari|intended recipient|addressee|destinataire|intended (?:only |solely )?for"
            r"|empfanger|a quien va dirigid|nominated recipient"
        ),
        r"por error|in error|par erreur|erroneously|por equivocacion|per errore|irrtumlich|by mistake|no es usted",
        (
            r"notifi|avis[ea](?:r|ndo|nos|ñ| )|inform(?:e|ar|ando)[a-z]* (?:al|de inmediato)"
            r"|advise the sender|contact the sender|remitente|aviser|absender"
        ),
        r"elimin|borr[ae]|delete|destr[uo]|supprim|cancellar|loschen|apagu",
        r"divulg|disclos|dissemin|diffus|difusion|revel",
        r"distribu|reproduc|copia|copying|retransm",
        r"prohib|no autorizad|sin autorizacion|unauthori|interdit|strictly",
        r"uso exclusivo|exclusivamente|solely|sole use|exclusive use|uso personal|only for the",
        r"responsab|liabil|no se hace responsable|no representa|do not (?:necessarily )?represent",
        (
            r"virus|phishing|click|enlaces|links|remitente externo|external sender|outside (?:of )?(?:the"
            r"|your) organi|fuera de la organizacion"
        ),
        (
            r"datos personales|proteccion de datos|personal data|gdpr|rgpd|habeas data|ley (?:federal"
            r"|organica|no\.|n\.|\d)"
        ),
        r"legal|ley\b|law\b|penal",
    )
)
_ITSELF = re.compile(
    r"mensaje|correo|e-?mail|message|communication|comunicacion|mensagem|courriel|nachricht|messaggi|transmission"
    r"|transmision|attach|adjunt|allegat"
)
_PRINT = re.compile(r"imprim|print")
_NATURE = re.compile(
    r"ambiente|environment|environnement|planeta|planet|naturaleza|arbol|\btrees?\b|es necesario|papel|umwelt"
)
_LABELLED = re.compile(r"^\s*[^\W\d_][\w /().-]{1,40}:\s*\S")


@lru_cache(maxsize=4_096)
def _terms(text: str) -> frozenset[int]:
    line = fold(text)
    return frozenset(number for number, term in enumerate(_TERMS) if term.search(line))


def may_open(text: str) -> bool:
    """Tell whether a notice may begin on this line; cheap."""
    line = fold(text[:80])
    return bool(_TITLE.match(line)) or bool(_OPENING.match(line))


def notice_length(texts: Sequence[str], at: int, *, whole_lines: bool) -> int:
    """Return how many of the lines from ``at`` are a notice; 0: none.

    ``whole_lines``: every line is a paragraph, as in HTML; else a blank line ends it.
    """
    end = _paragraph_end(texts, at, whole_lines=whole_lines)
    if _is_print_note(texts[at:end]):
        return end - at
    title = bool(_TITLE.match(fold(texts[at][:80])))
    terms = _terms_of(texts[at:end])
    itself = any(_ITSELF.search(fold(text[:_LONGEST])) for text in texts[at:end])
    if title and not terms - {0} and len(texts[at].split()) <= 6:
        return _titled(texts, at, end, whole_lines=whole_lines)
    if len(terms) < 2 or not (itself or title):
        return 0
    return end - at


def _titled(texts: Sequence[str], at: int, end: int, *, whole_lines: bool) -> int:
    """A title on a line of its own counts when the paragraph under it is a notice."""
    below = end
    while below < len(texts) and not texts[below].strip() and below < end + 3:
        below += 1
    if below >= len(texts) or end - at > 1:
        return 0
    under = _paragraph_end(texts, below, whole_lines=whole_lines)
    return under - at if len(_terms_of(texts[below:under])) >= 2 else 0


def goes_on(texts: Sequence[str], at: int, *, whole_lines: bool) -> int:
    """Return the length of one more paragraph of a notice that began above; 0: it has ended."""
    end = _paragraph_end(texts, at, whole_lines=whole_lines)
    if _LABELLED.match(texts[at][:_LONGEST]) and len(_terms_of(texts[at:end])) < 2:
        return 0
    several = len(_terms_of(texts[at:end])) >= 2
    return end - at if several or _is_print_note(texts[at:end]) else 0


def _paragraph_end(texts: Sequence[str], at: int, *, whole_lines: bool) -> int:
    end = at + 1
    while not whole_lines and end < len(texts) and end - at < _MOST_LINES and texts[end].strip():
        if _LABELLED.match(texts[end][:_LONGEST]) and not _terms(texts[end][:_LONGEST]):
            break
        end += 1
    return end


def _terms_of(texts: Sequence[str]) -> frozenset[int]:
    return frozenset[int]().union(*(_terms(text[:_LONGEST]) for text in texts))


def _is_print_note(texts: Sequence[str]) -> bool:
    if len(texts) > 8:
        return False
    words = fold(" ".join(text[:_LONGEST] for text in texts))
    return len(words) < 600 and bool(_PRINT.search(words)) and bool(_NATURE.search(words))
