"""Sentences that answer our letter about one activity without naming it: "Ya se realizó", "Vamos por el 65 %".

What names something else is about that; whose state two sentences tell differently, a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.activities.beside_state import IN_CHARGE
from mailbot.core.forms.activities.clauses import is_part_of_the_work, named_in, without_lead
from mailbot.core.forms.activities.days_behind import with_days_behind_asked
from mailbot.core.forms.activities.reported import is_report, no_report, sentences_of, together
from mailbot.core.forms.activities.told_of import told_of, with_deed, with_share_as_state
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known

# The answer itself is under way, or what somebody will do: "está en proceso de firma", "les enviaremos".
_OF_THE_ANSWER = re.compile(
    r"\b(?:en|in|the) (?:proceso|process|curso) (?:de|of) (?!elaboracion|ejecucion|implementacion|preparation)"
    r"|\b(?:les|le|to you|you|su solicitud|your request)\b|\b\w+aremos\b|\bwe will\b|\bwe are (?:working|checking)\b"
)
# "Queda pendiente únicamente la publicación de la memoria": a rest, no state of the whole.
_STILL = r"(?:solo|solamente|unicamente|aun|todavia|nada mas)"
_REST = re.compile(
    rf"\W*(?:(?:{_STILL}|y|pero) )*(?:quedan?|estan?|faltan?)(?: {_STILL})* (?:pendientes?|por)(?: (?:de|{_STILL}))*"
    r" (?:el|la|los|las|un|una|su|sus) "
    r"|\W*(?:solo|solamente|unicamente) falta|\W*faltan? (?:solo|unicamente|solamente) "
    r"|\W*(?:only )?(?:the|its|our) (?:[a-z]+ ){1,5}(?:is|are|remains?)(?: still)? (?:pending|outstanding|to be \w+)\b"
    r"|\W*only (?:the|its) "
)
_MOST_WORDS = 4  # of a line that is nothing but a state


# "La actividad de referencia se realizó": which one it is our letter tells.
_POINTS_TO_IT = re.compile(
    r"\b(?:(?:(?:la|dicha|esta|esa|nuestra) (?:actividad|acci[oó]n)|(?:the|this|that|our|said) (?:activity|action))\b"
    r"(?:,? (?:de referencia|en (?:menci[oó]n|cuesti[oó]n|referencia|asunto)|(?:arriba )?(?:mencionada|citada|indicada"
    r"|referida|consultada|se[nñ]alada)|in (?:question|reference)|(?:mentioned|referred to)(?: above)?))?)"
    r"(?! (?:\d|[A-Z]{2,5}-|n[uú]m|no\.|sobre|about|de (?!referencia)|of|on|para|for|siguiente|anterior|next"
    r"|previous))",
    re.IGNORECASE,
)


def told_of_the_one(loose: Sequence[Loose], form: Form, known: Known, code: str) -> tuple[Entry, ...]:
    """Return one entry of doubts about the activity of that code, which our letter asks about; none where none is told.

    The activity itself is the one that the letter on record asks about, whether words point to it or not.
    """
    activity = next((each for each in form.fields if each.kind == "activity"), None)
    told: dict[str, Doubt] = {}
    for line, sentence in _own(loose):
        if told and _REST.match(fold(sentence)):
            continue
        alone = _state_alone(sentence, line, form, known)
        found = {**alone, **_told(sentence, line, form, known, more=bool(told or alone))}
        told = together(told, _without_contradicted(told, found, form))
        pointed = _POINTS_TO_IT.search(sentence) if found else None
        if activity and found:
            doubt = Doubt(
                activity.id, pointed[0] if pointed else sentence, FROM_A_SENTENCE, line.line, code, one_reading=True
            )
            told.setdefault(activity.id, doubt)
    told = with_share_as_state(told, form)
    doubts = tuple(told[each.id] for each in form.fields if each.id in told)
    return (with_days_behind_asked(Entry(form.id, {}, (), doubts), form, known),) if doubts else ()


def _own(loose: Sequence[Loose]) -> Iterator[tuple[Loose, str]]:
    for line, sentence in sentences_of(loose, least=1):
        if not is_courtesy(without_lead(sentence)) and not no_report(sentence):
            yield line, sentence


def _told(sentence: str, line: Loose, form: Form, known: Known, *, more: bool) -> dict[str, Doubt]:
    """What a sentence without a subject of its own tells; of a first one a state or a percentage is wanted."""
    named = named_in(sentence)
    if named is not None and not is_part_of_the_work(named.words):
        in_charge = told_of(sentence, line, form, known) if more else {}
        return in_charge if set(in_charge) == {IN_CHARGE} else {}
    doubts = with_deed(told_of(sentence, line, form, known), sentence, line, form)
    if _OF_THE_ANSWER.search(fold(sentence)):  # a share of the work is the activity's all the same
        return {each.id: doubts[each.id] for each in form.fields if each.kind == "percentage" and each.id in doubts}
    pointed = _POINTS_TO_IT.search(sentence) is not None
    return doubts if is_report(sentence, doubts, form, coded=pointed) or (more and doubts) else {}


def _state_alone(sentence: str, line: Loose, form: Form, known: Known) -> dict[str, Doubt]:
    """The state of "Realizada." or "Ya está concluida"."""
    words = without_lead(sentence).strip(" .!")
    status = next((each for each in form.fields if each.kind == "choice"), None)
    if status is None or len(words.split()) > _MOST_WORDS:
        return {}
    read = read_value(status, words, line.line, known)
    return {status.id: _asked(status, read, line)} if isinstance(read, FieldValue) else {}


def _asked(field: Field, read: FieldValue, line: Loose) -> Doubt:
    return Doubt(field.id, read.said, FROM_A_SENTENCE, line.line, read.value, one_reading=True)


def _without_contradicted(told: dict[str, Doubt], found: dict[str, Doubt], form: Form) -> dict[str, Doubt]:
    """What is found, where a state told before is another: then neither is the one reading."""
    for each in form.fields:
        before, now = told.get(each.id), found.get(each.id)
        if before and now and before.proposal != now.proposal and None not in (before.proposal, now.proposal):
            told[each.id] = replace(before, one_reading=False)
    return found
