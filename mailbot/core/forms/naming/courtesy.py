"""Lines that carry no data: greetings, thanks, closings, remarks on what follows.

They end a value that runs over several lines; nothing else is decided by them.
"""

from __future__ import annotations

import re

from mailbot.core.forms.naming.ways import plain_letters
from mailbot.core.language import fold
from mailbot.core.quotation.signatures import is_closing
from mailbot.core.remembered import remembered

_OPENINGS = (
    "estimad", "apreciad", "distinguid", "querid", "excelentisim", "muy senor", "ilustrisim", "senor", "senora",
    "buen dia", "buenos dias", "buenas tardes",
    "buenas noches", "buenas", "hola", "saludos", "saludes", "un saludo", "un cordial", "con un cordial",
    "cordial saludo", "cordiales saludos", "reciba", "reciban", "muy atentamente", "atentamente", "atte",
    "cordialmente", "respetuosamente", "fraternalmente", "afectuosamente", "gracias", "muchas gracias",
    "mil gracias", "agradec", "agradez", "quedo", "quedamos", "sin otro particular", "sin mas", "favor", "por favor",
    "con gusto", "adjunto", "adjuntamos", "se adjunta", "remito", "remitimos", "envio", "enviamos", "espero",
    "esperamos", "esperando", "les informo", "le informo", "informo", "informamos", "en respuesta",
    "de conformidad", "en atencion", "por este medio", "a continuacion", "estos son", "estos datos",
    "lo demas", "los demas", "el resto", "todo lo demas", "sin cambio", "sin ningun", "sin novedad",
    "todo igual", "no hay cambio", "hasta pronto", "feliz", "bendiciones", "a sus ordenes", "a la orden",
    "dear", "hello", "hi", "good morning", "good afternoon", "good evening", "good day", "greetings",
    "thank", "thanks", "many thanks", "regards", "best", "kind regards", "warm regards", "sincerely",
    "yours", "respectfully", "cheers", "please", "looking forward", "i look forward", "we look forward",
    "i remain", "we remain", "attached", "find attached", "let me know", "the rest", "everything else",
    "no change", "no changes", "nothing else", "as requested", "in reply", "in response", "below",
    "sent from", "enviado desde", "we hope", "i hope", "hope", "if you", "si tiene", "si necesita",
    "sirvase encontrar", "sirvanse encontrar", "sirvase acusar", "sirvanse acusar", "anexo encontrar", "anexamos",
    "mucho agradec", "a la brevedad", "at your earliest", "i would be grateful",
    "we would be grateful", "i would appreciate", "we would appreciate", "aprovecho", "aprovechamos", "hago propicia",
    "slds", "sldos", "rgds", "brgds", "tks", "thx",
    "cualquier", "any question", "should you", "that is all", "es todo", "eso es todo",
)  # fmt: skip
_STARTS = re.compile(r"\W*(?:" + "|".join(sorted(_OPENINGS, key=len, reverse=True)) + r")", re.ASCII)
_WHOLE_WORDS = frozenset(
    {
        "slds",
        "sldos",
        "rgds",
        "brgds",
        "tks",
        "thx",
        "hi",
        "best",
        "hope",
        "below",
        "hola",
        "favor",
        "envio",
        "senor",
        "senora",
    }
)
_TITLES = re.compile(r"\W*(?:buenas practicas|best practices|envio de)\b")  # of activities and results
_TO_COMMA = (
    r"(?:[^:;!?,.\n@\d]|\b(?:lic|licda|dra?|ing|sra?|srta|mrs?|ms|arq|abg|mtr[oa]|msc|emb|gral|cnel|profa?)\.){0,70}"
)
_GREETING = re.compile(  # whom a letter greets it does not tell of
    r"\W*(?:muy )?(?:(?:estimad|apreciad|apreciable|distinguid|querid|excelentisim|ilustrisim|honorable)\w{0,2}|dear"
    r"|hola"
    rf"|hello|hi)\b{_TO_COMMA}[:,](?=\s|$)"
    rf"|\W*(?:muy )?(?:senor(?:a|es|as)?|sr(?:a|es|as)?\.?|excm[oa]\.?|ilmo\.?)(?=\s){_TO_COMMA}:(?=\s|$)"
)
_DEPUTY = re.compile(r"\s*Adjunt[oa] (?:de|del|al|a la) [A-ZÀ-Þ]")  # "Director General" over "Adjunto de Estudios"
_LONGEST = 400


@remembered
def is_courtesy(text: str) -> bool:
    """Tell whether a line greets, thanks, closes or announces, and so is no value."""
    folded = fold(text[:_LONGEST])
    found = _STARTS.match(folded)
    if not found:
        return is_closing(text)
    if _TITLES.match(folded) or _DEPUTY.match(text):
        return False
    word = found.group().strip()
    after = folded[found.end() : found.end() + 1]
    return not (word in _WHOLE_WORDS and after.isalpha())


def without_greeting(text: str) -> str:
    """Return a text without the greeting before it: "Estimada Lic. Prueba: el fax es …"."""
    return text[found.end() :].lstrip() if (found := _GREETING.match(plain_letters(text))) else text


_SENTENCE_END = re.compile(r"[.!?]\s*$")


def is_sentence(text: str) -> bool:
    """Tell whether a line reads as a whole sentence rather than as part of a value."""
    words = text.split()
    return len(words) >= 5 and bool(_SENTENCE_END.search(text))
