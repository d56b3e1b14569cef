"""Notices of confidentiality, of print and of outside origin, by their vocabulary.

A line such as "Aviso: el taller se pospone" or "Este mensaje contiene información actualizada"
is a person's: a notice needs two of the lawyers' words beside its opening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold
from mailbot.core.quotation.markings import behind_marking, is_marking
from mailbot.core.remembered import remembered

_MOST_LINES = 60
_TITLE = re.compile(
    r"^\W{0,6}(?:aviso (?:legal|importante|confidencial|de (?:confidencialidad|privacidad))|(?:nota|clausula"
    r"|declaracion|advertencia) "
    r"(?:legal|confidencial|de (?:confidencialidad|privacidad|descargo))|confidencialidad(?: de la informacion)?\b"
    r"|confidentiality"
    r"(?: notice| note| statement| warning| disclaimer)?\b|confidential(?: notice| communication)?\b"
    r"|legal (?:notice|disclaimer)|disclaimer"
    r"|avis de confidentialite|privacy notice|e-?mail disclaimer|descargo de responsabilidad"
    r"|exencion de responsabilidad|(?:la|el) .{3,60} es responsable del (?:uso|tratamiento)"
    r"|aviso de confidencialidade|vertraulichkeitshinweis)"
)
_NAMED = re.compile(
    r"^\W{0,6}(?:(?:aviso|nota|clausula|declaracion|advertencia) de confidencialidad"
    r"|confidentiality (?:notice|note|statement|warning))\b"
)
_THIS_MESSAGE = re.compile(r"\b(?:est[ea]|this) (?:mensaje|correo|e-?mail|message|communication|comunicacion)\b")
_OPENING = re.compile(
    r"^\W{0,6}(?:not[ae]\s?:\s*)?(?:\[?external|(?:aviso|advertencia|precaucion|atencion|importante|caution|warning|notice|important)\b"
    r"|est[ea] (?:mensaje|correo|e-?mail|comunicacion|transmision|informacion)|el (?:presente"
    r"|contenido de)|la (?:presente|informacion)"
    r"|los (?:archivos|documentos|datos) adjuntos|si (?:usted|ud|no es|ha recibido|recibio|recibe|lo)"
    r"|this (?:e-?mail|message|electronic|communication|transmission)"
    r"|the (?:information|contents?|e-?mail|attached)|information (?:contained )?in this|if you"
    r"|any (?:views|unauthori)|the (?:views|opinions)|las opiniones|unless otherwise|unauthori[sz]ed"
    r"|ce (?:message|courriel)|cette communication|l'information|les informations|si vous"
    r"|esta mensagem|este e-?mail|se voce|diese (?:e-?mail|nachricht)"
    r"|le informazioni|questo messaggio|se ricevete|(?:p )?antes de imprimir|piens[ae]"
    r"|imprim[ae] (?:este|solo)|por favor,? (?:considere"
    r"|piense|no imprima|tenga)|no imprima|cuide el|cuidemos"
    r"|please consider|please think|think before|consider the environment|before printing"
    r"|do not print|avant d'imprimer|pensez|ayudenos|evite imprimir"
    r"|en cumplimiento|de conformidad con|de acuerdo con|conforme a la ley|in accordance)"
)
_TERMS = tuple(
    re.compile(each)
    for each in (
        r"confiden|riservat|(?:is|:) unclassified\b",
        r"privileg",
        (
            r"destinatari|intended recipient|addressee|destinataire|intended (?:only |solely )?for"
            r"|destinad[oa]s? (?:unica|exclusiva)mente|persona a la que se dirige"
            r"|empfanger|a (?:quien(?:es)?|la cual|el cual|la que) (?:va|van|esta|estan) dirigid"
            r"|individual or entity|nominated recipient"
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
        r"virus|phishing|malware",
        r"click|clic\b|enlaces|\blinks?\b",
        r"remitente externo|external sender|outside (?:of )?(?:the|your) organi|fuera de (?:la|su) organizacion",
        (
            r"datos personales|proteccion de datos|personal data|gdpr|rgpd|habeas data|ley (?:federal"
            r"|organica|no\.|n\.|\d)"
        ),
        r"legal|ley\b|law\b|penal",
        r"(?:may|might|can|puede) (?:contain|contener) (?:\w+ ){0,4}(?:inform|material|dat(?:a|os)\b)",
        r"no compromete|posicion oficial|views|opinions? |opiniones",
        r"not necessarily|no necesariamente|those of the (?:author|sender)|no (?:reflejan?|representan?) ",
    )
)
_ITSELF = re.compile(
    r"mensaje|correo|e-?mail|message|communication|comunicacion|mensagem|courriel|nachricht|messaggi|transmission"
    r"|transmision|transmitid|transmitted|attach|adjunt|allegat"
)
_PRINT = re.compile(r"imprim|print")
_NATURE = re.compile(
    r"ambiente|environment|environnement|planeta|planet|naturaleza|arbol|\btrees?\b|es necesario|umwelt"
)
_LABELLED = re.compile(r"^\s*[^\W\d_][\w /().-]{1,40}:\s*\S")


@remembered
def may_open(text: str) -> bool:
    """Tell whether a notice may begin on this line; cheap."""
    line = behind_marking(fold(text[:80]))
    return bool(_TITLE.match(line)) or bool(_OPENING.match(line)) or is_marking(text)


class Notices:
    """Looks for notices among the lines of one letter; remembers each line's vocabulary."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._terms: dict[int, frozenset[int]] = {}

    def length(self, at: int, end: int, *, whole_lines: bool) -> int:
        """Return how many lines from ``at``, where one may open, are a notice; 0: none.

        ``whole_lines``: every line is a paragraph, as in HTML; else a blank line ends it.
        Its further paragraphs are looked for up to line ``end``.
        """
        here = self._first(at, end, whole_lines=whole_lines)
        if not here:
            return 0
        while here < end:
            below = self._next_words(here, end)
            more = self._goes_on(below, end, whole_lines=whole_lines) if below < end else 0
            if not more:
                break
            here = more
        return here - at

    def _first(self, at: int, end: int, *, whole_lines: bool) -> int:
        """The end of the paragraph at ``at`` if it is a notice; else 0."""
        if is_marking(self._texts[at]):
            return at + 1
        stop = self._paragraph(at, end, whole_lines=whole_lines)
        if self._is_print_note(at, stop):
            return stop
        title = bool(_TITLE.match(fold(self._texts[at][:80])))
        if title and stop == at + 1 and len(self._texts[at].split()) <= 6:
            below = self._next_words(stop, end)
            under = self._paragraph(below, end, whole_lines=whole_lines) if below < end else below
            return under if self._is_legal(below, under) else 0
        sentence = self._sentence(at, stop)
        if title and self._is_formal(at, stop):
            return stop
        if not self._any_term(at, sentence) or not self._is_legal(at, stop):
            return 0
        return stop if title or self._speaks_of_itself(at, stop) else 0

    def _goes_on(self, at: int, end: int, *, whole_lines: bool) -> int:
        stop = self._paragraph(at, end, whole_lines=whole_lines)
        return stop if self._is_legal(at, stop) or self._is_print_note(at, stop) else 0

    def _next_words(self, at: int, end: int) -> int:
        while at < end and not self._texts[at].strip():
            at += 1
        return at

    def _paragraph(self, at: int, end: int, *, whole_lines: bool) -> int:
        stop = at + 1
        while not whole_lines and stop < end and stop - at < _MOST_LINES and self._texts[stop].strip():
            if _LABELLED.match(self._texts[stop]) and not self._terms_of(stop):
                break
            stop += 1
        return stop

    def _sentence(self, at: int, stop: int) -> int:
        """The end of the first sentence, where a notice must say what it is."""
        for place in range(at, min(stop, at + 6)):
            if self._texts[place].rstrip().endswith((".", "!", "?", ":", ";")):
                return place + 1
        return min(stop, at + 6)

    def _terms_of(self, place: int) -> frozenset[int]:
        if place not in self._terms:
            line = fold(self._texts[place])
            found = (number for number, term in enumerate(_TERMS) if term.search(line))
            self._terms[place] = frozenset(found)
        return self._terms[place]

    def _any_term(self, at: int, stop: int) -> bool:
        return any(self._terms_of(place) for place in range(at, stop))

    def _is_legal(self, at: int, stop: int) -> bool:
        found: frozenset[int] = frozenset()
        for place in range(at, stop):
            found |= self._terms_of(place)
            if len(found) >= 2:
                return True
        return False

    def _is_formal(self, at: int, stop: int) -> bool:
        """A notice named as one, which says of this message that it is confidential, and no more."""
        words = fold(" ".join(self._texts[at:stop]))[:600]
        return bool(_NAMED.match(words) and _THIS_MESSAGE.search(words) and words.count("confiden") > 1)

    def _speaks_of_itself(self, at: int, stop: int) -> bool:
        return any(_ITSELF.search(fold(self._texts[place])) for place in range(at, stop))

    def _is_print_note(self, at: int, stop: int) -> bool:
        if stop - at > 8:
            return False
        words = fold(" ".join(self._texts[at:stop]))
        return len(words) < 600 and bool(_PRINT.search(words)) and bool(_NATURE.search(words))
