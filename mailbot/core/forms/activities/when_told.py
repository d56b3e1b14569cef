"""The day that is told of an activity in the sentences behind its code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.activities.clauses import without_reasons
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.dated import is_of_another_day, without_by_now
from mailbot.core.forms.taking.moved import held_then, put_off_to, without_meant
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Field, FieldValue, Known

_SENTENCES = re.compile(r"(?<!\b[A-Z])[.;]\s+")  # not behind "U.S."
# A later sentence with a subject of its own: "El informe final se enviará en marzo".
_OF_ANOTHER = re.compile(
    r"(?!(?:(?:por|de) nuestra parte,? |for our part,? )?"
    r"(?:(?:la |the )?(?:actividad|activity)|se|ser[aá]n?|queda|est[aá]"
    r"|previst[ao]s?|programad[ao]s?|nueva fecha|la nueva fecha|fecha|a realizarse"
    r"|it|this|will|to be|expected|scheduled|planned|target|estimated"
    r"|(?:the )?new (?:date|target|deadline)|date|(?:el )?nuevo plazo"
    # "We expect to return it by …", "Esperamos concluir en abril": of the activity itself
    r"|we (?:expect|hope|plan|intend|aim) to (?:\w+ (?:it|this)|(?:finish|complete|conclude)(?= (?:in|by|on|before)))"
    r"|(?:esperamos|prevemos|estimamos|planeamos) (?:\w+[aei]rl[oa]s?"
    r"|(?:concluir|terminar|finalizar|completar)(?= (?:en|a|el|para|antes|hacia|durante))))\b)[^\W\d_]",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/%])")
# "La información se subió a la SV", "Comments went to the TS": how what is done was done.
_DEED = re.compile(
    # "Questionnaire returned to the TS on …", "Cuestionario remitido a la ST el …": without a verb to help it
    r"^(?:(?!\b(?:por|to be|sin|pendiente)\b)[^\W\d_][\w-]*,? ){1,8}?"
    r"(?:returned|sent|submitted|delivered|circulated|shared|posted|uploaded|published|forwarded|presented|held|(?:remit|envi|entreg|present|circul|public|compart|transmit"
    r"|mand|realiz|celebr)[ai]d[oa]s?)\b|"
    r"\b(?:se (?:ha |han )?[^\W\d_]+(?:o|aron|ieron|ado|ido)|fue(?:ron)? [^\W\d_]+[ao]s?|ha(?:n)? sido"
    r"|hemos [^\W\d_]+[ai]do"
    r"|[^\W\d_]+(?:amos|imos)|went|was|were|(?:has|have) been|we [^\W\d_]+(?:ed|ent))\b"
)
OF_A_PAPER = re.compile(
    r"\b(?:informe|reporte|report|memoria|acta|minutes|relatoria|agenda|invitacion|invitations?|convocatoria)\b"
)
# What goes with an activity, or follows it, has days of its own.
_BESIDE_IT = re.compile(
    r"\b(?:informe|reporte|report|memoria|acta|minutes|relatoria|evaluacion|evaluation|seguimiento|follow|proxim[oa]|next"
    r"|otr[oa]s?|other|another|segund[oa]|second|nuev[oa]|new|no|not|will|todavia|aun|participant\w*|asistentes|attendees"
    r"|agenda|invit\w+|convocatoria|borrador|draft|factura|invoice|fotos|photos|fotografias)\b"
)


def date_told(date: Field, status: Field, rest: str, line: Loose, known: Known, *, past: bool) -> list[Doubt]:
    """Return the doubt of the day in what is said of an activity; none where it is of something else.

    ``past``: it is told to be done; then a deed behind it tells its day, "Done. Comments went to the TS on …".
    """
    if moved := put_off_to(date, rest, line.line, known):
        return [moved]
    told = held_then(without_by_now(without_meant(without_reasons(rest))))
    if is_of_another_day(fold(told)):
        return []
    read = read_value(date, told, line.line, known)
    if isinstance(read, FieldValue) and isinstance(read.value, Mapping) and (end := read.value.get("end")):
        done = past and str(end) <= known.today.isoformat()
        others = (part for part in _SENTENCES.split(told)[1:] if _is_another(part, status, done=done))
        paper = not done and OF_A_PAPER.search(fold(_SENTENCES.split(told)[0]))
        own = not paper and not FIND_CODE.search(told) and not any(_dated(date, part, known) for part in others)
        return [Doubt(date.id, rest, FROM_A_SENTENCE, line.line, read.value, one_reading=own)]
    # "se realizó el 12/02": day or month first
    return [replace(read, said=rest)] if isinstance(read, Doubt) and _NUMBERS.search(rest) else []


def _is_another(part: str, status: Field, *, done: bool) -> bool:
    """Tell whether a later sentence speaks of something else: it has a subject of its own, and tells no deed."""
    if not _OF_ANOTHER.match(part) or _says_state(part, status):
        return False
    folded = fold(part)
    return not (done and _DEED.search(folded) and not _BESIDE_IT.search(folded))


def _dated(date: Field, words: str, known: Known) -> bool:
    return isinstance(read_value(date, words, 0, known), FieldValue)


def _says_state(part: str, status: Field) -> bool:
    """Tell whether a sentence opens with a word of a state: "Cumplida. Remitida a la ST el 5 de marzo"."""
    first, *more = fold(part).split()
    noun = more[:1] and more[0] in {"de", "of"}  # "Lista de participantes enviada el 3 de marzo"
    return first.strip(".,;") in names_of_choices(status) and not noun
