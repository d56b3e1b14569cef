"""Where a sentence names activities by their codes, and which of its words are said of each.

"Se canceló la MD-06 por falta de quórum y la MD-10 se corrió para el 15 de abril" is two clauses. A clause whose
subject is something else ("el informe de la MD-06 se envió") is none.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.core.forms.activities.clauses import FINITE, REASON
from mailbot.core.forms.activities.named_activity import CODE
from mailbot.core.forms.activities.state_words import Word, is_conditional, without_conditions, words_of_state
from mailbot.core.remembered import remembered
from mailbot.core.windows.words import MONTH

_LONGEST = 700  # characters of a sentence
_MOST_BETWEEN = 14  # words between an activity and what is said of it
_ONE = rf"(?<![\w/-]){CODE}(?![-/]?\w)"
_AND = (
    r"(?:\s?,\s?(?:(?:y|e|and|&|ni|nor)\s)?|\s?/\s?|\s(?:y|e|and|&|ni|nor|o|or|as well as|as[ií] como|como)\s)"
    r"(?:(?:a|de|en|con|of|in|for|on|with)\s)?(?:(?:la|las|el|los|the)\s)?(?:(?:actividad|activity)\s)?"
)
_GROUP = re.compile(rf"{_ONE}(?:{_AND}{_ONE}){{0,20}}")
_CODE = re.compile(_ONE)
FORMER = re.compile(
    r"\b(?:the former|aqu[eé]lla|la primera(?=,? (?:se|ya|fue|est[aá]|qued|ha|sigue|contin|va|lleva|con|al?)\b))",
    re.IGNORECASE,
)
LATTER = re.compile(
    r"\b(?:the latter|[eé]sta [uú]ltima|la segunda(?=,? (?:se|ya|fue|est[aá]|qued|ha|sigue|contin|va|lleva|con"
    r"|al?|no)\b))",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectiv(?:amente|ely)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:-|–|—|a|al|to|through|hasta(?: la)?)\s?(?:la\s)?")
_NO_CODE = re.compile(r"COVID|[A-Z]-|ISO|UTC|GMT")  # "H-2A", "F-16"
_KINDS = (
    r"(?:actividad(?:es)?|accion(?:es)?|reunion|seminario|taller|foro|curso|encuentro|estudio|proyecto|tarea"
    r"|evento|conferencia"
    r"|capacitacion|campana|activity|activities|action|workshop|meeting|seminar|forum|course|study|project|task|event"
    r"|conference|training|campaign|item|punto|code|codigo)"
)
_OPENS = re.compile(
    rf"(?:\b(?:la|las|el|los|the|our|nuestr[oa]s?|both|tanto|ambas"
    rf"|dicha)\s){{0,2}}(?:\b{_KINDS}\s(?:n[o°º.]{{1,3}}\s?)?)?$"
)
_PAPER = re.compile(
    r"\b(?:oficio|nota|circular|resolucion|memorandum|memorando|ref\w*|expediente|letter|note|version|factura"
    r"|decreto|acuerdo"
    r"|visa|formulario|form|vuelo|flight|sala|room|articulo|n[o°º]\.?)\W{0,3}$"
)
_ONE_IS = re.compile(r" (?:is|was|has|will|esta|fue|ha|sigue|se|queda|quedo|va|lleva|continua)\b")
_STOPPED = re.compile(r"[.;,:]\s")
_WORD_OF_NAME = rf"(?:(?!(?:{FINITE}|que|that)\s)[^\s,;:.()]{{1,40}}\s)"
_TITLED = re.compile(
    rf"(?:(?<=\s)|^)(?:el|la|los|las|the|our|nuestr[oa]s?)\s{_WORD_OF_NAME}{{1,18}}$|^{_WORD_OF_NAME}{{1,14}}$",
    re.IGNORECASE,
)
# What somebody tells, before or behind the activity: "lamentamos informar que", "De la MD-12 les cuento que".
_TELLING = re.compile(
    r"(?:\b(?:me|nos|les|le|os|we|i|to|am|are|de|a|es|para|solo|solamente|nada mas|quiero|quisiera"
    r"|deseo|sirva|only|just"
    r"|this is|would like|want|wanted)\s){0,5}\b(?:(?:permit|complac|lament|regret|pleased|sorry"
    r"|afraid|happy|glad)\w*\s(?:\w+\s){0,2})?"
    r"(?:inform|comunic|cuent|cont|avis|notific|hac\w+ saber|report|coment|confirm|advis|indic|señal|senal"
    r"|manifest|tell"
    r"|note|say|regret|lament|sepan|aware|mencion|repor)\w*\s"
    r"(?:(?:a (?:usted(?:es)?|todos|la \w+)|you|le|les|por este medio|hoy)\s)*(?:que|that)\s"
)
_GREETED = re.compile(r"^[^,:;]{2,60}[:,]\s(?=\S)|^(?:y|and|pero|but|e)\s(?:(?:que|that)\s)?")
_TRANSPARENT = (
    r"(?:realizacion|ejecucion|implementacion|desarrollo|celebracion|avances?|progreso|estado|situacion"
    r"|trabajos?|labores|preparacion"
    r"|redaccion|conclusion|finalizacion|cumplimiento|tema|caso|suscripcion|firma|entrega|actualizacion"
    r"|recopilacion|fecha"
    r"|nueva fecha|fecha tentativa|tentative (?:new )?date|implementation|execution|progress|work|status|state"
    r"|completion|delivery|drafting|preparation"
    r"|holding|case"
    r"|signing|updating|compilation|date|new date|organizacion|actividad|elaboracion)"
)
_OF = re.compile(
    rf"(?:^|(?<=\s))(?:(?:la|el|los|las|the|our|nuestr[oa]s?)\s)?{_TRANSPARENT}\s(?:de la|del?|of(?: the)?|on|en"
    rf"|con|sobre|for|para)\s$"
)
_IN_CHARGE = re.compile(
    r"\b(?:responsables?|encargad[oa]s?|coordinador[ae]?s?|responsible|in charge|lead|a cargo|owner"
    r"|coordinator)\s(?:de la|del?|for|of|on)\s$"
)
_WHICH = re.compile(r"^,\s(?:which|que|la cual|el cual|cuy[oa]s? \w+)\s")
_OF_DAY = re.compile(r"\b(?:fecha|date)\b")
_GOVERNED = re.compile(
    r"(?:^|(?<=\s))(?:de|del|of|en|in|on|con|with|para|for|a|al|to|sobre|about|por|by|from|desde|since|regarding"
    r"|concerning|than|que)\s$"
)
_TOPIC = re.compile(
    r"^(?:y |and |(?:en cuanto|con respecto|respecto|en relacion|con relacion|por lo que (?:respecta|toca)"
    r"|en lo que (?:respecta|toca))\s)?"
    r"(?:de|del|of|en|in|on|con|with|para|for|a|al|sobre|about|regarding|concerning|as for|as regards|on"
    r"|acerca de)\s$"
)
_LIGHT = re.compile(
    r"^(?:ya|now|already|today|hoy|actualmente|currently|por fin|finalmente|finally|tambien|also|aqui|:|,|\s)*$"
)
_BOUNDARY = re.compile(
    r"[,;:]\s(?:(?:y|e|and|pero|but|while|whereas|mientras(?: que)?|en cambio|aunque|although|en tanto(?: que)?"
    r"|por su parte|asimismo)\s)?"
    r"|\s(?:y|e|and|pero|but|while|whereas|mientras(?: que)?|aunque|although|en tanto(?: que)?)\s"
)
_OWN_SUBJECT = re.compile(
    rf"(?:[,;]\s|\s(?:y|and)\s)(?:(?:que|that)\s)?(?:el|la|los|las|the|our|nuestr[oa]s?|un|una|an?)\s"
    rf"(?!(?:nueva |new )?(?:actividad|activity|fecha|date|avance|progress|conclusion|completion|firma|signing"
    rf"|entrega|delivery|misma|mismo|cual(?:es)?|evento"
    rf"|event)\b)(?:[^\s,;:.]{{1,40}}\s){{1,8}}?(?:{FINITE})(?=[\s.,;]|$)"
)
_THEREFORE = re.compile(
    r",?\s(?:(?:y|and) (?:we (?:would|kindly|request|ask)|solicit|ped[ii]|rog|agradec)|por lo (?:que|cual)"
    r"|por ello|por (?:lo )?tanto|de ahi que|so (?:that )?we|therefore|so please)\s.*$"
)
_FOREIGN = re.compile(
    r"\b(?:depend\w*|requ\w+|necesit\w+|need\w*|inclu\w+|consist\w*|involv\w+|trat\w+|coincid\w+|relat\w+"
    r"|corresp\w+|quien\w*"
    r"|whose|cuy[oa]s?)\b|(?<!^)(?<!^,)\s(?:que|which|who|that)\s|[,:]\s(?:el|la|los|las|the|our"
    r"|nuestr[oa]s?)\s(?!(?:actividad|activity|misma|mismo)\b)"
)
_NOT_THEN_BUT_NOW = re.compile(
    r"\b(?:no|not)\s(?P<verb>(?:se (?!inici|comenz|empez|arranc)|fue (?!inici|comenz)|held"
    r"|completed)\s?\w*)\s(?:en|el|in|on)\s[^,.;]{2,60},?\s(?:sino|but)(?=\s(?:en|el|in|on|hasta)\s)"
)
_MEANT = re.compile(
    r",\s(?:originally |initially |inicialmente |originalmente )?(?:previst|programad|scheduled|planned"
    r"|due)\w*\s[^,]{2,80},"
)
_WHY = re.compile(r"\s(?:por (?:razones|motivos|falta|problemas|causas?) de|debido a|due to|owing to)\s.{2,80}$")
_RELATIVE = re.compile(r"^,?\s?(?:que|which|la cual|el cual|las cuales|and|y|,|:|-|–|—)\s")
# Another subject behind the code: its documents were sent, or its venue has been cancelled.
_OTHER_SUBJECT = re.compile(
    r"^\s(?:reports?|documents?|comments?|inputs?|drafts?|invitations?|agenda|minutes|questionnaires?|forms?"
    r"|responses?|materials?"
    r"|budget|venue|papers?|files?|letters?|participants?|informes?|documentos?)\s"
    r"|^\s?[:,–-]\s(?:el|la|los|las|the|our|its|nuestr[oa]s?|sus?)\s(?!(?:actividad|activity|misma|mismo|cual"
    r"|cuales)\b)"
)
# "was approved at the meeting | held in Mexico"
_ANOTHER_DEED = re.compile(
    r"\b(?:was|were|is|are|been|fue(?:ron)?|sido|esta|se)\s\w+(?:[^aeiou\s]ed|ad[oa]s?|id[oa]s?|o)\s(?:at|in|by"
    r"|en|por|durante|during)\s"
)
# "En la P003-08 se realizó | una reunión": what was done is something else
_OTHER_OBJECT = re.compile(
    r"^\s(?:un|una|el|la|los|las|an|a(?! (?:partir|mas tardar|finales|fines|mediados|principios|inicios|la fecha"
    r"|tiempo|cargo)\b)|the|our|sus?)\s(?!(?:dia|semana|mes|quincena|ano|proxim|pasad|primer|segund"
    r"|tercer|cuart|ultim|fin|day|week"
    rf"|month|year|next|last|past|first|second|third|same|mism|lunes|martes|miercoles|jueves|viernes"
    rf"|{MONTH})\w*)[a-z]{{3,}}"
)
_EXCEPTED = re.compile(
    r"\b(?:menos|excepto|salvo|except|but|aparte|besides|apart|other than|todo|todas?|everything|tras|despues"
    r"|antes)\b"
)
_BRACKET = re.compile(r"\([^()]{1,120}\)")
_ALSO = re.compile(
    r"^\W*(?:(?:y|and)\s)?(?:tambien|too|as well|igual(?:mente)?|lo mismo|likewise|also|so (?:is|has|was|are"
    r"|were|have)|al igual que)?\W*$"
)
_SO_IS = re.compile(
    r"^(?:so (?:is|has|was|are|were|have)|as (?:is|was|are|were)|lo mismo(?: con)?|tambien|igualmente"
    r"|al igual que|likewise|also)\s+$"
)
_DATES = re.compile(
    rf"^\W*(?:(?:el|los|en|del?|al?|y|on|in|by|the|of|and|to|for|para|dias?|mes de|pasado|last|early|late|mid"
    rf"|principios|mediados|finales"
    rf"|{MONTH}|\d{{1,4}}(?:st|nd|rd|th)?|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|primera?|segunda?|quincena"
    rf"|semana|first|second|third|week|half)(?:[\s,.)(]+|$))*$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause says of the activities it names, in raw words.

    ``codes``: those it names; ``said``: the clause; ``text``: as long, with blanks for what introduces it or hangs on
    something else; ``told``: that folded, with blanks for the names too. ``inherits``: it says nothing of its own and
    goes with the clause before ("y la MD-10").
    """

    codes: tuple[str, ...]
    said: str
    text: str
    told: str
    inherits: bool = False
    in_charge: bool = False  # it tells who is responsible, and no more


@dataclass(frozen=True, slots=True)
class _Mention:
    codes: tuple[str, ...]
    start: int
    end: int


def speaks_of_each(text: str) -> bool:
    """Tell whether several things have a value each: "… at 40% and 55% respectively", "the former …, the latter …"."""
    return (_RESPECTIVELY.search(text) or FORMER.search(text)) is not None


def is_each_its_own(text: str) -> bool:
    """Tell whether several activities named by their codes have a value each."""
    return speaks_of_each(text) and len(set(_CODE.findall(text))) > 1


def flat(text: str) -> str:
    """Return a text folded sign by sign, as long as it was."""
    return text.lower() if text.isascii() else "".join([_flat(each) for each in text])


@remembered
def _flat(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign)[:1].lower() or sign


def clauses_of(sentence: str) -> list[Clause] | None:
    """Return the clauses of a sentence that name activities; None where none is named.

    An empty list: activities are named, but whose words are whose cannot be told.
    """
    text = " ".join(sentence.split())
    folded = _NOT_THEN_BUT_NOW.sub(_now, without_conditions(flat(text)))
    if len(text) > _LONGEST or len(folded) != len(text) or not _CODE.search(text):
        return None
    if is_conditional(text):
        return []
    mentions = list(_mentions(text, folded))
    if not mentions:
        return []
    starts, ends = [0], []
    for one, two in itertools.pairwise(mentions):
        between = text[one.end : two.start]
        parted = list(_BOUNDARY.finditer(folded[one.end : two.start]))
        if not parted or _RANGE.fullmatch(between):
            return []
        starts.append(one.end + parted[-1].end())
        ends.append(one.end + parted[-1].start())
    found: list[Clause] = []
    for place, mention in enumerate(mentions):
        clause = _clause(text, folded, mention, starts[place], [*ends, len(text)][place], first=place == 0)
        found += [clause] if clause else []
    return found


def _mentions(text: str, folded: str) -> Iterator[_Mention]:
    for found in _GROUP.finditer(text):
        before = folded[: found.start()]
        codes = tuple(dict.fromkeys(_CODE.findall(found.group())))
        if not folded[found.start() : found.end()].strip():  # "if P003-08 is held"
            continue
        if _PAPER.search(before[-30:]) or all(_NO_CODE.match(code) for code in codes):
            continue
        start, end = found.span()
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            titled = _TITLED.search(text[: start - 1])
            yield _Mention(codes, titled.start() if titled else start - 1, end + 1)
            continue
        opens = _OPENS.search(before)
        if len(codes) > 1 and _ONE_IS.match(folded[end:]) and words_of_state(_STOPPED.split(before)[-1]):
            last = start + found.group().rindex(codes[-1])  # "we are done with MD-05, and MD-06 is …"
            first = list(_CODE.finditer(text, start, last))[-1].end()
            yield _Mention(codes[:-1], opens.start() if opens else start, first)
            yield _Mention(codes[-1:], last, end)
            continue
        yield _Mention(codes, opens.start() if opens else start, end)


def _clause(text: str, folded: str, mention: _Mention, start: int, end: int, *, first: bool) -> Clause | None:
    lead = _TELLING.sub(_blank, folded[start : mention.start])
    behind = _TELLING.sub(_blank, folded[mention.end : end])
    other = _OWN_SUBJECT.search(behind) or _THEREFORE.search(behind)
    behind = behind[: other.start()] if other else behind
    if words := words_of_state(behind):
        gap = _MEANT.sub(_blank, behind[: words[0].start].rstrip())
        told, end_of_word = behind[words[0].start :], words[0].end
        behind = _WHY.sub(_blank, gap).ljust(words[0].start) + told
        behind = behind[:end_of_word] + REASON.sub(_blank, behind[end_of_word:])
    lead = " " * len(lead) if not first and _SO_IS.match(lead) else lead
    of = _OF.search(lead)
    bare = lead[: of.start()] + " " * (len(lead) - of.start()) if of else lead
    of_it = _is_of_it(bare, behind)
    which = _WHICH.match(behind)
    whose = _IN_CHARGE.search(lead)
    if whose or (which and not of_it):  # "a longer time for MD-05, which is …"
        said = text[start : mention.end + len(behind)]
        told = " " * (mention.end - start) + behind if which else ""
        words_of_it = said if whose else told[: mention.end - start] + said[mention.end - start :]
        return Clause(mention.codes, said.strip(" ,;"), words_of_it, told, in_charge=not which)
    if not of_it:
        return None
    lead = lead if of and _OF_DAY.search(lead) else bare
    told = lead + " " * (mention.end - mention.start) + behind
    raw = "".join(sign if left != " " or sign == " " else " " for sign, left in zip(text[start:], told, strict=False))
    raw = raw[: len(lead)] + text[mention.start : mention.end] + raw[len(lead) + mention.end - mention.start :]
    bare = _BRACKET.sub(" ", behind)
    alone = not words_of_state(lead) and (_ALSO.match(bare) or _DATES.match(bare)) is not None
    inherits = not first and alone and "no" not in lead.split() and "not" not in lead.split()
    return Clause(mention.codes, text[start : start + len(told)].strip(" ,;"), raw, told, inherits)


def going_on(sentence: str, code: str) -> Clause:
    """Return a sentence that says more of the activity before."""
    text = " ".join(sentence.split())
    told = REASON.sub(_blank, without_conditions(flat(text)))
    told = _THEREFORE.sub(_blank, told)
    return Clause((code,), text, text if told == flat(text) else told, told)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _now(found: re.Match[str]) -> str:
    """Blank out what was not, where it says what was: "no se celebró en febrero, sino el 5 de marzo"."""
    said, (start, end) = found.group(), found.span("verb")
    verb = said[start - found.start() : end - found.start()]
    return " " * (start - found.start()) + verb + " " * (found.end() - end)


def _is_of_it(lead: str, behind: str) -> bool:
    """Tell whether the activity between these words is what they are about."""
    bare = lead.rstrip() + " " if lead.strip() else ""
    bare = _GREETED.sub("", bare.lstrip())
    if _EXCEPTED.search(bare):
        return False
    states = words_of_state(bare)
    between = bare[states[-1].end :] if states else ""
    adjacent = bool(states) and bool(_LIGHT.match(_without_small(between)) or _DATES.match(between))
    governed = _GOVERNED.search(bare)
    if governed and not adjacent and not _TOPIC.match(_LIGHT_AHEAD.sub("", bare)):
        return False
    if adjacent:
        return True
    if states or (bare.strip() and re.search(rf"\b(?:{FINITE})\s", bare)):
        return False
    words = words_of_state(behind)
    return not words or _belongs(behind, words)


def _belongs(behind: str, words: Sequence[Word]) -> bool:
    """Tell whether the first word of a state is said of the activity, and not of what is named between or behind."""
    gap = _BRACKET.sub(" ", behind[: words[0].start])
    if _OTHER_SUBJECT.match(f"{gap} ") or _ANOTHER_DEED.search(gap) or _OTHER_OBJECT.match(behind[words[0].end :]):
        return False
    gap = _RELATIVE.sub(" ", gap)
    return len(gap.split()) <= _MOST_BETWEEN and not _FOREIGN.search(f" {gap} ")


_SMALL = re.compile(
    r"\b(?:con|en|de|on|with|work|working|el trabajo|los trabajos|trabajo|ya|the|la|las|el|los|a|al|oficialmente"
    r"|to date|esta semana|por fin|not|aun|todavia)\b"
)
_LIGHT_AHEAD = re.compile(r"^(?:(?:ya|now|already|hoy|actualmente|currently|y|and|por ultimo|finalmente|finally)\s)+")


def _without_small(words: str) -> str:
    return _SMALL.sub(" ", words)


def hangs_on_another(text: str) -> bool:
    """Tell whether a line is of one activity by way of another: "MD-08 will begin once MD-09 is finished"."""
    codes = list(_CODE.finditer(text))
    between = [flat(text[one.end() : two.start()]) for one, two in itertools.pairwise(codes)]
    return any(_FOREIGN.search(each) or without_conditions(f"{each} x") != f"{each} x" for each in between)
