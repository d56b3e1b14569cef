"""Whether words alone answer a letter of ours: they act, or say something that is no thanks, question or promise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.language import fold
from mailbot.core.reading.intents import MOST_TEXT, intents_of

# What is said of these in reply to a letter of ours answers it, though it fills in no form.
_ANSWERING = frozenset(
    "departure replacement designation redirect extension-request already-sent not-applicable status-report rsvp"
    " questionnaire-answer interest offer-host inputs correction contact-update opt-out".split()
)
_PUTS_OFF = frozenset({"acknowledgement", "promise"})
_PAPERS = frozenset({"inputs", "questionnaire-answer"})
_OF_PERSONS = frozenset({"replacement", "designation", "status-report", "contact-update"})
# "El nombramiento del nuevo punto focal está en trámite" names nobody yet.
_NAMING = (
    r"(?:nombramiento|designacion|acreditacion|nombrar|designar|acreditar|appoint(?:ment|ing)|designati(?:on|ng)"
    r"|nominati(?:on|ng)|naming)"
)
_COMES = (
    r"(?:en (?:tramite|proceso|curso|estudio|consulta)|pendientes?|a la espera|en espera|por (?:definir|firmar)"
    r"|pending|under way|underway|in (?:progress|process)|being (?:processed|prepared)|awaiting|awaited)"
)
_TO_BE_NAMED = re.compile(
    rf"\b{_NAMING}\b[^.;]{{0,80}}\b{_COMES}\b|\b{_COMES}\b[^.;]{{0,40}}\b{_NAMING}\b"
    r"|\b(?:aun|todavia) no (?:se )?(?:ha|han|hemos|esta|estan) (?:sido )?(?:design|nombr|defin|acredit)\w+"
    r"|\bno (?:se )?(?:ha|han|hemos) (?:sido )?(?:aun |todavia )?(?:design|nombr|defin|acredit)\w+ (?:aun|todavia)"
    r"|\b(?:has|have) (?:still )?not (?:yet )?been (?:appointed|designated|named|nominated|chosen)|\bnot yet (?:been )?"
    r"(?:appointed|designated|named|nominated|chosen)"
    r"|\b(?:se|sera|seran|will be|is to be|to be) (?:pronto |shortly |soon )?(?:design|nombr|appoint|nominat|named)\w* "
    r"(?:proximamente|en breve|pronto|oportunamente|shortly|soon|in due course|later|next (?:week|month))"
)
_WRAP = re.compile(r"(?<!\n)\n(?!\n)")
_SENTENCE = re.compile(r"(?<!\b[A-Z]\.)(?<=[.;!?])\s+|\n+")
_QUESTION = re.compile(r"[¿?]")
# "¿Podrían concedernos una prórroga?" asks for something, "¿Habrá prórroga?" asks about it.
_FOR_US = re.compile(r"\b(?:nos|\w+r(?:nos)|we|us|our)\b|\b(?:enviar|remitir|responder|entregar)\b", re.IGNORECASE)
# What is asked of us, or went wrong with our letter.
_ASKS = re.compile(
    r"\b(?:favor|please|kindly|agradecere\w*|agradeceria\w*|ruego|rogamos|sirvanse|would be grateful|thank\w*|gracias"
    r"|agradec\w+|consult\w+"
    r"|no (?:pude|pudimos|puedo|podemos|he podido|logr\w+) abrir|(?:could|can)(?:no| no|n')t open)\b"
)
_ATTACHED = re.compile(
    r"\b(?:encontrara?n?|encontrar|se|les?|remit(?:o|imos)|envi(?:o|amos)|van?) adjunt\w+|^\W*adjunt(?:o|amos)\b"
    r"|\bfind (?:attached|enclosed)"
    r"|\b(?:is|are) (?:attached|enclosed)|\battached (?:is|are|please|you)|\banexamos\b|\banexo (?:encontrar|remit)"
)
_LEAST_WORDS = 8
_LEAST_OF_SENTENCE = 4


def answers_in_words(text: str, intents: Sequence[str], *, asked_for_words: bool) -> bool:
    """Tell whether the words of a reply to a letter of ours answer it.

    ``intents``: the acts in all of them.
    ``asked_for_words``: the letter asks for an opinion, comments or names, which no form of ours takes down.
    """
    if not (asked_for_words or _ANSWERING & set(intents)):
        return False
    sentences = [each for each in _SENTENCE.split(_WRAP.sub(" ", text[:MOST_TEXT])) if each.strip()]
    told = [each for each in sentences if not _QUESTION.search(each)]
    if any(_acts(each) for each in told):
        return True
    asked = (each for each in sentences if _QUESTION.search(each) and _FOR_US.search(each))
    if any("extension-request" in intents_of(each, "") for each in asked):
        return True
    if asked_for_words and any(_ATTACHED.search(fold(each)) for each in told):
        return True
    return asked_for_words and sum(len(each.split()) for each in told if _is_plain(each)) >= _LEAST_WORDS


def _acts(sentence: str) -> bool:
    """Tell whether a sentence does what was asked; "we have received the draft and will send comments" does not yet."""
    acts = _ANSWERING & set(found := intents_of(sentence, ""))
    acts -= _OF_PERSONS if _TO_BE_NAMED.search(fold(sentence)) else frozenset()
    return bool(acts - _PAPERS if _PUTS_OFF & set(found) else acts)


def _is_plain(sentence: str) -> bool:
    """Tell whether a sentence says something, and neither thanks, asks nor promises."""
    if len(sentence.split()) < _LEAST_OF_SENTENCE or is_courtesy(sentence) or _ASKS.search(fold(sentence)):
        return False
    return not _PUTS_OFF & set(intents_of(sentence, ""))
