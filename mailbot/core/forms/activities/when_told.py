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
from mailbot.core.forms.taking.dated import is_of_another_day, the_last_one, without_by_now
from mailbot.core.forms.taking.moved import MOVED, held_then, put_off_to, without_meant
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Field, FieldValue, Known

_SENTENCES = re.compile(r"(?<!\b[A-Z])[.;]\s+")  # not behind "U.S."
# A later sentence with a subject of its own: "El informe final se enviará en marzo".
_OF_ANOTHER = re.compile(
    r"(?!(?:(?:por|de) nuestra parte,? |for our part,? )?"
    r"(?:(?:la |the )?(?:actividad|activity)|se|ser[aá]n?|queda|est[aá]"
    r"|previst[ao]s?|programad[ao]s?|nueva fecha|la nueva fecha|fecha|a realizarse"
    r"|(?:conclui|termina|finaliza|culmina|completa)r(?:a|á|an|án|emos)"
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
    r"(?:returned|sent|submitted|delivered|circulated|shared|posted|uploaded|published|forwarded|presented|held"
    r"|(?:remit|envi|entreg|present|circul|public|compart|transmit"
    r"|mand|realiz|celebr)[ai]d[oa]s?)\b|"
    r"\b(?:se (?:ha |han )?[^\W\d_]+(?:o|aron|ieron|ado|ido)|fue(?:ron)? [^\W\d_]+[ao]s?|ha(?:n)? sido"
    r"|hemos [^\W\d_]+[ai]do"
    r"|[^\W\d_]+(?:amos|imos)|tuv(?:o|ieron) lugar|went|took place|was|were|(?:has|have) been|we [^\W\d_]+(?:ed"
    r"|ent))\b"
)
OF_A_PAPER = re.compile(
    r"\b(?:informe|reporte|report|memoria|acta|minutes|relatoria|agenda|invitacion|invitations?|convocatoria)\b"
)
# What goes with an activity, or follows it, has days of its own.
_PAPERS = (
    r"informe|reporte|report|memoria|acta|minutes|relatoria|evaluacion|evaluation|seguimiento|follow|proxim[oa]|next"
    r"|otr[oa]s?|other|another|segund[oa]|second|nuev[oa]|new|participant\w*|asistentes|attendees"
    r"|agenda|invit\w+|convocatoria|borrador|draft|factura|invoice|fotos|photos|fotografias"
)
_BESIDE_IT = re.compile(rf"\b(?:{_PAPERS}|no|not|will|todavia|aun)\b")
_STEP = re.compile(
    rf"\b(?:{_PAPERS}|no|not|reunion|meeting|taller|workshop|pago|payment|consulta|request"
    rf"|solicitud)\b"
)
# "Our comments on the draft guidelines were sent on …": what was sent are the comments
_ON_A_PAPER = re.compile(
    r"\b(?P<what>insumos|comentarios|observaciones|aportes|inputs?|comments|feedback|contributions?|observations)\b"
    r"[^.,;:]{0,30}?\s(?:al?|sobre|to|on|del?|for)\s[^.,;:]{0,40}?\b(?:borrador|draft|informe|report|new|nuev[oa])\b"
)
# "The list will be submitted by …", "El documento se enviará a más tardar el …": what is late is delivered then
_TO_BE_DELIVERED = re.compile(
    r"\b(?:(?:will|shall|should) be (?:\w+ly )?"
    r"(?:submitted|sent|delivered|completed|finished|finali[sz]ed|provided|forwarded|presented"
    r"|circulated|ready)|(?:we|the (?:ministry|secretariat|government)) will (?:submit|send|deliver|complete|finish"
    r"|provide|present|circulate)|(?:se (?:les? )?)?(?:enviar|remitir|entregar|presentar|completar|concluir|finalizar"
    r"|terminar|circular|hara llegar|estar lista?)(?:a|an|emos)"
    r"|ser[ai]n? (?:enviad|remitid|entregad|presentad|concluid|completad)[oa]s?"
    r"|(?:estaran?|deb(?:e|era|eria)n? (?:estar|quedar)) (?:list|concluid|terminad)[oa]s?)\b"
)
# "Not started. The workshop will be held in May", "El taller se realizará …": the activity itself, by its kind
_TO_BE_HELD = re.compile(
    r"^(?:the|el|la|este|this) (?:taller|workshop|seminario|seminar|foro|forum|curso|course|evento|event|webinar"
    r"|capacitacion|training|encuentro|conferencia|conference) (?:(?:now|ahora|itself) )?"
    r"(?:will (?:now |probably )?(?:be held|take place)|is (?:now )?(?:scheduled|planned|expected)"
    r"|se (?:realizara|celebrara|llevara a cabo|efectuara|tiene previsto)|tendra lugar"
    r"|esta (?:previst|programad)[oa])\b"
)
# "Updated on February 17. Completed.": the deed itself, where its end is said right behind
_BROUGHT_UP_TO_DATE = re.compile(
    r"[^.;:\d]{0,80}?\b(?:updated|actualizad[oa]s?)\b[^.;:\d]{0,40}? (?:on|el|al) [^.;:]{4,40}[.;]\s+[^\W\d_]+\W*$"
)
# "… se llevó a cabo el 9 de diciembre, con 27 participantes": who came is no other thing
_WITH_SO_MANY = re.compile(
    r",?\s(?:con|with)\s(?:(?:la |the |una )?(?:participacion|asistencia|participation|attendance) (?:de|of) )?"
    r"(?:\d{1,4}|[a-z]{3,12}) (?:participantes?|asistentes?|participants?|attendees?|funcionari[oa]s"
    r"|officials)\b[^.;]*"
)
_NOT_HELD = re.compile(
    r"\b(?:no (?:se|fue|pudo|hubo|la|lo)|(?:was|were|is|could|did) ?n[o'’]t|previst\w+|programad\w+|planned"
    r"|scheduled)\b"
)
_OPEN = frozenset({"delayed", "in-progress", "not-started"})  # still to be delivered


def date_told(date: Field, status: Field, rest: str, line: Loose, known: Known, state: object) -> list[Doubt]:
    """Return the doubt of the day in what is said of an activity; none where it is of something else.

    Where its ``state`` is done, a deed behind it tells its day: "Done. Comments went to the TS on …".
    """
    past, due = any(each.past and each.value == state for each in status.choices), state in _OPEN
    if moved := put_off_to(date, rest, line.line, known):
        return [moved]
    told = held_then(without_by_now(without_meant(without_reasons(rest))))
    put_off = MOVED.search(fold(told)) if len(fold(told)) == len(told) else None
    if put_off and _NOT_HELD.search(fold(told)[: put_off.start()]):
        told = told[put_off.start() :]  # "no se hizo en febrero, se corrió para el 15 de junio"
    if is_of_another_day(fold(told)) and not (past and _BROUGHT_UP_TO_DATE.match(fold(told))):
        return []
    read = read_value(date, told, line.line, known)
    if past and isinstance(read, FieldValue) and (earlier := the_last_one(read.value, told, known)):
        read = replace(read, value=earlier)  # "ya quedó, se mandó el 29 de enero" in May
    if isinstance(read, FieldValue) and isinstance(read.value, Mapping) and (end := read.value.get("end")):
        done = past and str(end) <= known.today.isoformat()
        later = _SENTENCES.split(told)[1:]
        others = (part for part in later if _is_another(part, status, done=done, due=due))
        paper = not done and OF_A_PAPER.search(fold(_SENTENCES.split(told)[0]))
        own = not paper and not FIND_CODE.search(told) and not any(_dated(date, part, known) for part in others)
        return [Doubt(date.id, rest, FROM_A_SENTENCE, line.line, read.value, one_reading=own)]
    # "se realizó el 12/02": day or month first
    return [replace(read, said=rest)] if isinstance(read, Doubt) and _NUMBERS.search(rest) else []


def _is_another(part: str, status: Field, *, done: bool, due: bool) -> bool:
    """Tell whether a later sentence speaks of something else: it has a subject of its own, and tells no deed.

    Of what is still ``due`` it is the delivery: "delayed. The list will be submitted by 27 March".
    """
    if not _OF_ANOTHER.match(part) or _says_state(part, status):
        return False
    folded = _WITH_SO_MANY.sub("", _ON_A_PAPER.sub(r"\g<what>", fold(part)))
    if due and _TO_BE_HELD.match(folded):
        return False
    if due and _TO_BE_DELIVERED.search(folded) and not _STEP.search(folded):
        return False
    return not (done and _DEED.search(folded) and not _BESIDE_IT.search(folded))


def _dated(date: Field, words: str, known: Known) -> bool:
    return isinstance(read_value(date, words, 0, known), FieldValue)


def _says_state(part: str, status: Field) -> bool:
    """Tell whether a sentence opens with a word of a state: "Cumplida. Remitida a la ST el 5 de marzo"."""
    first, *more = fold(part).split()
    noun = more[:1] and more[0] in {"de", "of"}  # "Lista de participantes enviada el 3 de marzo"
    return first.strip(".,;") in names_of_choices(status) and not noun
