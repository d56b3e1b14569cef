"""One of a field's values, by its words: alone, in a sentence, or by a share of the work that is done."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from mailbot.core.fields.percentages import PART_DONE
from mailbot.core.fields.plain import value
from mailbot.core.fields.ticked import ticked_option
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Choice, Doubt, Field, FieldValue, Known
from mailbot.core.windows.words import MONTH

_DENIED = re.compile(
    r"\b(no(?! (?:new )?date)|not|sin(?! (?:nueva )?fecha)|nunca|never|neither|ni"
    r"|aun no|todavia no|isn't|hasn't|wasn't)\b"
)
# "The second half of May" is a date.
_HALF = (
    rf"(?:half|mitad)(?! (?:of |del? )?(?:the |el |este |this )?"
    rf"(?:{MONTH}|mes|month|ano|year|trimestre|quarter|20\d\d)\b)"
)
_LATE_IN = re.compile(rf"\blate (?=(?:{MONTH}|in|this|next|spring|summer|autumn|fall|winter|20\d\d)\b)")  # "late April"
_NOT_WHOLLY = (
    r"parcial\w*|partial\w*|partly|casi|almost|nearly|a medi[ao]s?|mayormente|mostly|incomplet\w*"
    r"|practicamente|practically|virtually|virtualmente|largely|for the most part|in (?:large |great )?part|basically"
    r"|en (?:gran|buena|su mayor|la mayor) (?:parte|medida)|en parte|not (?:quite|entirely|wholly|fully|all)"
    r"|basicamente"
    r"|medio(?=\s{1,3}(?:hech|list|termin|…))|no (?:del todo|completamente|totalmente)"
)
# Of what is behind us: not all of it.
NOT_WHOLLY = re.compile(rf"\b(?:{_NOT_WHOLLY})\b")
# Not yet, not wholly, or not certain: "casi terminada", "podría ser pospuesta", "done except for the report".
HEDGED = re.compile(
    rf"\b(?:{_NOT_WHOLLY}|near|{_HALF}"
    r"|pero|but|except\w*|salvo|aunque|although|though|however|sin embargo|(?<!por )faltan?(?! de)|faltando"
    r"|restan?|missing"
    r"|might|may be|could|would|should|podrian?|pudiera|deberian?|debe|must|probabl\w*|posibl\w*|possibl\w*|likely"
    r"|propon\w*|propuest\w*|propos\w*|suger\w*|suspend\w*|(?<!had )to be|a ser|por ser|expect\w*"
    r"|esper\w*|en vias de|proxim[oa] a|about to)\b|\?"
)
_OPEN = re.compile(
    r"\b(?:(?:enviad|remitid|entregad|circulad|presentad)[oa]s? (?:para|a) (?:su )?"
    r"(?:revision|consulta|comentarios|aprobacion|firma|opinion|consideracion|traduccion)"
    r"|(?:sent|submitted|circulated) for|list[oa]s? (?:para|a)|ready (?:to|for)"
    r"|pendientes? de (?!inici|comenz|empez)\w+|pending (?!start)\w+)\b"
)
_TO_COME = re.compile(
    r"\b(?:being|seran?|estaran?|quedaran?|will|shall|sea|por(?=\s*$| \w+[aei]r(?:se)?\b)|antes de ser)\b"
)
# "3 de 5 talleres realizados", "2 of the 4 workshops held": not all of them.
SO_MANY = re.compile(r"\b(?=((\d{1,3}) (?:de|of|out of) (?:l[ao]s |the )?(\d{1,3}) (?!de\b)[a-z]{4,}))")
# "The U.S. sent two participants": what was done of something else.
_OF_SOME = re.compile(r"…\s+(?:an|one|two|three|four|five|some|several|un|una|unos|unas|dos|tres|cuatro|cinco)\s")
_WHOLE = re.compile(
    r"(?:(?:avance|cumplimiento|ejecucion|completed?|cumplid[oa]) )?(?:(?:al|del|a|en un|at) )?"
    r"(?:100(?:[.,]0+)? ?(?:%|por ciento|percent)|cien por ciento)(?: (?:complete[d]?|cumplid[oa]|ejecutad[oa]))?"
)
_GOES_ON = re.compile(
    r"\b(?:presentan?|registran?|tienen? un|cuentan? con|llev(?:a|an|amos|o)|vamos|van?|estaran?|esperan?|esperamos"
    r"|prev\w+|expect\w*|will be|half ?way|so far"
    r"|to be (?:finished|completed)|(?:conclui|termina|finaliza|completa|culmina)r(?:a|an|emos)"
    r"|hasta (?:ahora|el momento|la fecha)|restan?|remain\w*|faltan?|se trabaja|trabajamos|working)\b"
)
_NOT_ALL = re.compile(r"\b(?!100\b)\d{1,3}\s?(?:%|por ciento|percent|per cent)")
# "no se realizará en 2010" may be put off to 2011
NOT_THEN = re.compile(
    r"\b(?:no (?:se (?:realizara|hara|celebrara|llevara a cabo)|tendra lugar)"
    r"|will not (?:take place|be held|be carried out))"
    r"\s(?:en|in|este|esta|this|por ahora|por el momento|todavia|aun|yet|on|el|before|antes|until|hasta|for now)\b"
)
_STILL = re.compile(r"^(?:todavia|aun|ya|still|yet|already|se encuentra|sigue|continua) (?=\w+ )")
_NO_NOUN = r"(?<!\bla )(?<!\bel )(?<!\buna )(?<!\bun )(?<!\bnuestra )(?<!\bthe )(?!lista de |hecho (?:de|que) )"
_NOT_SOONER = r"(?! (?:up|forward|ahead) (?:to|from|by)\b)"  # "moved up to 7 May" is not put off
# "Ongoing" may mean that it never ends; of what is being done a word for its end may stand there: both are asked.
_ONGOING = re.compile(
    r"^(?!.*\b(?:hold|suspended|pending|suspendid\w+|cancel\w+)\b)"
    r".*\b(?:ongoing|being (?:complet|prepar|draft|finali|compil|collect|review|revis|updat|implement|develop)\w+"
    r"|(?:we are|is|are) (?:still |currently |now )?(?:working on|(?:prepar|draft|updat|compil|finali[sz]|review)ing)\b"
    r"|\b(?:work|efforts?)\b.{0,60}?\b(?:continues?|is continuing|goes on)\b"
    r"|\b(?:trabajos?|labores|gestiones|elaboracion|recopilacion|preparacion|redaccion|compilacion|actualizacion)\b.{0,60}?"
    r"\b(?:continuan?|prosiguen?|avanzan?)\b"
    r"|(?:estan?|estamos|seguimos|continuamos|sigue|continua) (?:complet|prepar|elabor|finaliz|recopil|reun|revis"
    r"|actualiz"
    r"|trabaj|ejecut|desarroll|gestion|redact|tramit)\w*ndo\b)"
)
_BEGIN_ES = (
    r"(?:(?:inici|comenz|comienz|empez|empiez|arran[cq])(?!ar(?:a|an|emos)\b)\w*|dado (?:inicio|comienzo)"
    r"|puesto en marcha)"
)
_BEGIN_EN = r"(?:started?|begin|begun|began|commenced?|kicked off|initiated)"
ON_TIME = (
    rf"(?!\s(?:tarde|late|a tiempo|on time|(?:el|en|on|in) (?:la |su |the )?(?:\d|fecha|{MONTH}\b)|(?:a|to) \w+)"
    r"|[^.;]{0,40}\b(?:sino|but)\b)"
)
# However it is denied or said that it has begun: "todavía no empezamos con", "haven't started", "ya arrancó".
_UNBEGUN = re.compile(
    r"(?:\b(?:no|sin|nunca)\s(?:(?:se|la|lo|le|les|hemos|he|ha|han|podido|pudo|pudimos|sido|esta|aun|todavia)\s){0,4}"
    rf"{_BEGIN_ES}|\b(?:not|never|yet to|still to|(?:ha(?:s|ve|d)|did|is|are|was|were)n['’]t)\s(?:(?:yet|been|be"
    rf"|even)\s){{0,2}}{_BEGIN_EN})\b{ON_TIME}"
)
_BEGUN = re.compile(
    r"\b(?:(?:ya|apenas|recien|recientemente)\s(?:(?:se|la|lo|le|hemos|he|ha|han|esta)\s){0,3}"
    r"(?:(?:inici|comenz|empez|arranc)(?:o|amos|aron|ad[oa])|dado (?:inicio|comienzo)|puesto en marcha)"
    r"|(?:has|have|we've|we’ve|we|just|only) (?:(?:already|just|now|only) )?(?:begun|began|started|commenced"
    r"|kicked off))\b" + ON_TIME
)
_NOT_BEGUN, _HAS_BEGUN = "no iniciada", "iniciada"
_PLURAL = re.compile(r"(?<=[ao])s\b")
# "Están concluidas", said of several
_SEVERAL = re.compile(
    r"\b(?:estan|fueron|quedaron|quedan|han sido|se encuentran|(?:dieron|damos) por)"
    r" (?:ya |todas |todos )?\w+(?:[ao]|te)s\b"
)
# "Se pospusieron", "no se realizarán": the verb of several, whose stem and ending tell that of one
_VERB_OF_SEVERAL = re.compile(r"\b(?P<lead>(?:no )?se )(?P<stem>\w{2,20}?)(?P<end>i?eron|aron|[ae]n)\b")
_DENYING = re.compile(r"^(no|not|sin|aun no|todavia no|never|nunca)\b")


def read_choice(field: Field, words: str, line: int, _known: Known) -> FieldValue | Doubt:
    """One of the field's values, by value, label, synonym or tick; a sentence when only one fits."""
    ticked = ticked_option(words)
    if ticked is not None:
        read = read_choice(field, ticked, line, _known)
        return replace(read, said=words)
    said = re.sub(r"\s+", " ", fold(words).strip(" .,;:()!\"'«»“”"))
    said += ")" if said.count("(") > said.count(")") else ""  # "alterno(a)"
    names = names_of_choices(field)
    said = _VERB_OF_SEVERAL.sub(lambda found: _of_one(found, names), said)
    if _NOT_BEGUN in names and not any(said.startswith(each) for each in ("iniciad", "no iniciad")):
        said = _BEGUN.sub(_HAS_BEGUN, _UNBEGUN.sub(_NOT_BEGUN, said))
    plain = _STILL.sub("", said)
    for form in (said, _PLURAL.sub("", said), plain, _PLURAL.sub("", plain)):  # "realizadas" of several
        if form in names:
            return value(words, names[form], line)
    first, _, more = said.partition(". ")
    if first in names and more and not _takes_back(field, names[first], more, line, _known):
        return value(words, names[first], line)
    flat = said.replace("-", " ")
    one = _SEVERAL.sub(lambda found: found[0][:-1], said)
    hits = [name for name in _said_within(field) if _stands_in(name, one) or name == flat]
    longest = [n for n in hits if not any(n != other and n in other for other in hits)]
    values = {names[name] for name in longest}
    around = functools.reduce(lambda left, name: left.replace(name, " "), longest, said)
    denied = _DENIED.search(around) and not any(_DENYING.match(name) for name in longest)
    certain = len(values) == 1 and not denied and not _is_uncertain(field, words, longest, values)
    if certain and len(said.split()) <= 12:
        return value(words, values.pop(), line)
    labels_es = ", ".join(each.label.es for each in field.choices)
    labels_en = ", ".join(each.label.en for each in field.choices)
    why = Bilingual(f"elija una de estas: {labels_es}", f"choose one of these: {labels_en}")
    past = {each.value for each in field.choices if each.past}
    if len(past) == 1 and _WHOLE.fullmatch(said):
        return Doubt("", words, why, line, proposal=next(iter(past)), one_reading=True)
    proposal = values.pop() if certain else None
    going = going_on(field) if not (proposal or denied or values - past) and _ONGOING.search(said) else None
    return Doubt("", words, why, line, proposal=proposal or going, one_reading=going is not None)


def _of_one(verb: re.Match[str], names: Mapping[str, str]) -> str:
    """The verb of one, "se pospuso" for "se pospusieron", where that says a choice; else the verb as it stands."""
    endings = ("o", "io", "yo") if verb["end"].endswith("ron") else (verb["end"][0],)
    of_one = (f"{lead}{verb['stem']}{each}" for each in endings for lead in (verb["lead"], "no se ", "se "))
    said = next((each for each in of_one if each in names), "")
    return verb[0] if not said else verb["lead"] + said.removeprefix("no ").removeprefix("se ")


def _takes_back(field: Field, state: str, more: str, line: int, known: Known) -> bool:
    """Tell whether a sentence behind "Overdue." tells another state, or that what is done is not quite."""
    read = read_choice(field, more, line, known)
    other = read.value if isinstance(read, FieldValue) else read.proposal
    past = any(each.past and each.value == state for each in field.choices)
    return other not in {None, state} or bool(HEDGED.search(more) or (past and _DENIED.search(more)))


def state_of_share(field: Field, share: object, told: str) -> str | None:
    """Return the choice of work under way where words beside a share of it say that it goes on.

    "Lleva un avance del 60 % y estará listo en marzo"; a bare "60 %" says no state.
    """
    goes_on = isinstance(share, int) and 0 < share < 100 and _GOES_ON.search(fold(told))
    return going_on(field) if goes_on else None


def going_on(field: Field) -> str | None:
    """Return the choice that means work under way."""
    return next((each.value for each in field.choices if "under way" in each.synonyms), None)


def names_of(choice: Choice) -> tuple[str, ...]:
    """Return every way to say a choice where nothing else is said, labels first."""
    return (choice.label.es, choice.label.en, *choice.synonyms, *choice.alone)


@lru_cache(maxsize=256)
def names_of_choices(field: Field) -> Mapping[str, str]:
    """Return folded value, labels and synonyms → value."""
    names: dict[str, str] = {}
    for choice in field.choices:
        for name in (choice.value, *names_of(choice)):
            names.setdefault(fold(name), choice.value)
    return names


@lru_cache(maxsize=256)
def _said_within(field: Field) -> frozenset[str]:
    """Folded words that say a choice within a sentence too."""
    return frozenset(
        fold(name) for choice in field.choices for name in (choice.value, *names_of(choice)) if name not in choice.alone
    )


def mentions(field: Field, words: str) -> bool:
    """Tell whether words of some choice stand among others: "cumplida con retraso" mentions two."""
    said = fold(words)
    return any(_stands_in(name, said) for name in _said_within(field))


def _stands_in(name: str, said: str) -> bool:
    """Tell whether whole words are among others; "la lista de cónsules" and "el hecho de que" are no state."""
    if name not in said:
        return False
    noun = "" if " " in name else _NO_NOUN
    if name == "late":
        said = _LATE_IN.sub(" ", said)
    return re.search(rf"{noun}(?<!\w){re.escape(name)}(?!\w){_NOT_SOONER}", said) is not None


def _is_uncertain(field: Field, words: str, names: list[str], values: set[str]) -> bool:
    """Tell whether the words around the one that fits take it back, wholly or in part."""
    around = fold(words)
    if _OPEN.search(around) or NOT_THEN.search(around) or any(each[1] != each[2] for each in SO_MANY.findall(around)):
        return True
    for name in names:
        around = around.replace(name, " … ", 1)
    past = any(choice.past and choice.value in values for choice in field.choices)
    before = around.partition("…")[0]
    undone = past and (
        PART_DONE.search(fold(words)) or _TO_COME.search(before) or _NOT_ALL.search(around) or _OF_SOME.search(around)
    )
    return bool(HEDGED.search(around) or undone)


def show_choice(field: Field, canonical: object) -> Bilingual:
    """The choice's label."""
    for choice in field.choices:
        if choice.value == canonical:
            return choice.label
    return Bilingual(str(canonical), str(canonical))
