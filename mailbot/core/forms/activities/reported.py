"""States, percentages and dates of activities told in sentences: proposals to be asked about, never values.

"En la actividad MD-01 el avance es del 80 % y se espera concluir a finales de junio."
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.core.fields import is_title
from mailbot.core.forms.activities.beside_state import IN_CHARGE
from mailbot.core.forms.activities.clauses import (
    FINITE,
    VERB,
    Named,
    is_part_of_the_work,
    main_clause,
    named_in,
    without_lead,
)
from mailbot.core.forms.activities.days_behind import with_days_behind_asked
from mailbot.core.forms.activities.deeds import DID
from mailbot.core.forms.activities.enumerated import enumerated_in, has_days_of_each, only_names
from mailbot.core.forms.activities.mentions import hangs_on_another, is_each_its_own, speaks_of_each
from mailbot.core.forms.activities.named_activity import CODE
from mailbot.core.forms.activities.put_right import is_mistaken, without_denied
from mailbot.core.forms.activities.status_lines import WHICH_ACTIVITY
from mailbot.core.forms.activities.told_of import told_of, with_deed, with_share_as_state
from mailbot.core.forms.activities.when_told import OF_A_PAPER
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE, SEVERAL
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.moved import SOONER
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, FieldValue, Form, Known

_SENTENCE = re.compile(r"(?<=[.;!?])(?<!\.[A-Z]\.)\s+(?=[^\W\d_]|[¿¡(])")
_CLAUSE = re.compile(
    r"(?:[,;]\s*|\s)(?:y|e|and|while|mientras que|en cuanto a|en tanto que?)\s+"
    r"(?=(?:(?:en|para|la|el|a|the|for|on)\s){0,3}(?:(?:actividad|activity)\s)?" + CODE + r"\W*\w)"
    r"|[,;]\s+(?=(?:la\s)?(?:actividad|activity)\s" + CODE + ")"
    r"|,?\s(?:(?:y|and)(?:\s(?:que|that))?|while|mientras que)\s+(?=(?:la|el|los|las|the)\s(?:[^\s,;]+\s){1,9}?"
    + FINITE
    + r"(?:[\s.,;]|$))",
    re.IGNORECASE,
)
# "…, and we submitted our inputs": another deed behind the first.
_ALSO_DID = re.compile(
    r",?\s(?:y|e|and|as[ií] como)\s+(?=(?:(?:we|nosotros|ya|tambi[eé]n|also|already|have|has)\s+)*" + DID.pattern + ")",
    re.IGNORECASE,
)

# "The questionnaire was submitted, the list is 90 % complete": a further activity with a verb of its own.
_NEXT_ONE = re.compile(
    r"[,;]\s(?:(?:y|and)\s)?(?:(?:que|that)\s)?(?=(?:(?:la|el|los|las|the|our|nuestr[oa]s?)\s|lo\sde(?:l|\s(?:la|los|las))\s)(?:[^\s,;:.]+\s){1,9}?"
    + FINITE
    + r"[\s,.])",
    re.IGNORECASE,
)
# "…, la mayoría fue de consulados, y se realizó …": behind an aside it goes on with the first
_BACK_AGAIN = re.compile(r",\s(?:y|e|and)\s(?:se|fue|qued[oó]|est[aá]|ha|was|is|has|it|will)\b", re.IGNORECASE)

_CODE = re.compile(r"(?<![\w-])" + CODE + r"(?!-)")
_OF_A_PLAN = re.compile(r"[A-Z]\d{3}-\d\d[a-z]?")
_ENDS_WITH_CODE = re.compile(CODE + r"\s*$")
_OF_PAPERS = re.compile(
    r"\b(?:oficio|nota|circular|resolucion|memorandum|memorando|ref\w*|expediente|letter|note|version"
    r"|factura|decreto|acuerdo|n[o°º]\.?)\W{0,3}$"
)
_ACTIVITY = re.compile(r"\b(?:actividad(?:es)?|accion|activity|activities|action)\W{0,3}(?:n[o°º]\.?\s?)?$")
# A question, a condition, what somebody received or asked for: no state of an activity.
_NO_REPORT = re.compile(
    r"[¿?]|^\W*(?:si|if|cuando|when|en caso)\b|\b(?:hemos recibido|recibimos|acus\w+ recibo|have received|we received"
    r"|acknowledge receipt|(?:submitted|presented|sent) (?:a|the|our) (?:request|query|proposal)"
    r"|(?:enviamos|presentamos|hemos (?:enviado|presentado)) (?:una|la|nuestra) (?:solicitud|consulta|propuesta))\b"
)
_TOGETHER = re.compile(
    r"\s*,?\s*(?:(?:y|e|o|ni|and|or|nor|&|as[ií] como|as well as|/)\s+)?(?:(?:a|de|en|of|in|for)\s+)?"
    r"(?:(?:la|las|el|los|the)\s+)?(?:(?:actividad(?:es)?|activity|activities)\s+)?",
    re.IGNORECASE,
)
_LONGEST = 700
_TITLE = 8  # letters of one before a name, with its full stop
_MOST = 40  # sentences
_LONGEST_LIST = 2_000  # characters of a sentence that is parted into its activities
_GOES_ON = re.compile(
    r"\W*(?:queda|quedo|se|es|fue|esta|ha sido|ademas|asimismo|tambien|(?:la |el |su )?(?:nueva )?(?:fecha|avance"
    r"|actividad"
    r"|misma|mismo)|dicha|it|this|the (?:new date|activity|completion)|completion|we (?:expect|hope)|esperamos"
    r"|estimamos"
    r"|prevemos|tenemos|llevamos|con un|participaron|asistieron|conto)\b"
)  # The same of several: "Se concluirán en junio", "They will be …".
_GO_ON = re.compile(
    r"\W*(?:se \w+n|quedan|quedaron|son|fueron|estan|han sido|amb[oa]s|they|these|both|all|tod[oa]s|we (?:expect|hope)"
    r"|esperamos|estimamos|prevemos)\b"
)

_HELD = re.compile(
    r"\b(?:se (?:celebra|realiza|efectua|desarrolla)ran?|se llevara a cabo|tendra lugar"
    r"|(?:queda|quedo|fue|esta) (?:programad|previst|fijad|convocad)[oa]|(?:is|has been) (?:scheduled|set) for"
    r"|will (?:now )?(?:be held|take place))\b"
)
_WILL = re.compile(
    r"\b(?:se \w+ran?|seran?|quedaran?|tendran? lugar|will (?:be|take|hold|host|send|submit|finish|complete)"
    r"|is expected|qued(?:a|o) para|se fijo para"
    r"|we (?:hope|expect|plan|intend|aim) to (?:finish|complete|conclude|hold|send|submit)"
    r"|(?:esperamos|prevemos|estimamos|planeamos|confiamos en) (?:concluir|terminar|finalizar|completar|realizar"
    r"|celebrar|entregar|enviar|remitir)|(?:concluir|terminar|finalizar|realizar|celebrar|entregar|enviar|remitir)emos"
    r"|(?:esta|estan) (?:previst|programad)[oa]s?|is scheduled)\b"
)


@dataclass
class _Told:
    """What the sentences about one activity tell: ``code`` or ``words`` name it, ``line`` is where.

    ``at_once``: how many activities the same sentence told of.
    """

    code: str | None
    words: str
    line: int
    doubts: dict[str, Doubt]
    at_once: int = 1


def reports_in_sentences(loose: Sequence[Loose], form: Form, known: Known, *, asked: bool) -> tuple[Entry, ...]:
    """Return an entry of doubts for each activity whose state or progress a sentence tells.

    An activity is named by its code; when ``asked`` on this form, also by the words of its subject, or by
    what was done.
    """
    if form.subject_of != "activity":
        return ()
    told: list[_Told] = []
    for line, sentence in sentences_of(loose):
        several = enumerated_in(sentence) if asked else ()
        apart = hangs_on_another(sentence) or speaks_of_each(sentence)
        if no_report(sentence) or is_mistaken(sentence) or is_each_its_own(sentence) or (apart and not several):
            continue
        codes = _codes(sentence, known, asked=asked or bool(told))
        several = enumerated_in(sentence) if asked else ()
        named = None if several or codes or _CODE.search(sentence) else named_in(sentence)
        doubts = told_of(sentence, line, form, known, [each.words for each in several or (named,) if each])
        if codes or several or (asked and named and named.words):
            doubts = with_deed(doubts, sentence, line, form)
        about = _each(several, codes, named, known)
        doubts = _without_days_of_each(doubts, sentence, form) if len(about) > 1 else doubts
        told += _told(about, doubts, sentence, line, told, form, known, asked=asked)
    shared = (with_share_as_state(each.doubts, form) for each in told)
    entries = (Entry(form.id, {}, (), tuple(_in_order(each, form))) for each in shared)
    return tuple(with_days_behind_asked(each, form, known) for each in entries)


def _each(
    several: Sequence[Named], codes: Sequence[str], named: Named | None, known: Known
) -> list[tuple[str | None, Named | None]]:
    """The activities a sentence is about, each by its code or its name; where it names none, (None, None)."""
    if len(several) > len(codes):
        coded = ((_codes(each.words, known, asked=True), each) for each in several)
        return [(code[0], None) if code else (None, each) for code, each in coded]
    return [(code, None) for code in codes] or [(None, named)]


def _told(
    about: Sequence[tuple[str | None, Named | None]],
    doubts: dict[str, Doubt],
    sentence: str,
    line: Loose,
    told: Sequence[_Told],
    form: Form,
    known: Known,
    *,
    asked: bool,
) -> list[_Told]:
    """What a sentence tells of activities not told of before; what goes on with the last of these is added there."""
    found: list[_Told] = []
    for code, named in about:
        last = (found or told)[-1] if found or told else None
        alone = len(about) == 1
        if last and (code == last.code if code else alone and _goes_on(sentence, named, doubts, line, last, form)):
            for one in _gone_on_with(told, sentence, alone=alone and not code) if alone else (last,):
                one.doubts = together(one.doubts, doubts)
        elif (code or (asked and named)) and is_report(sentence, doubts, form, coded=code is not None):
            field = _about(named, code, line, form, known)
            words = named.words if named else ""
            found += [_Told(code, words, line.line, {**field, **doubts}, len(about))] if field else []
    return found


def _gone_on_with(told: Sequence[_Told], sentence: str, *, alone: bool) -> Sequence[_Told]:
    """The activity before, or all that were told of at once: "Se concluirán en junio"; "se concluirá" may be any."""
    last = told[-1]
    if not alone or last.at_once == 1:
        return (last,)
    return told[-last.at_once :] if _GO_ON.match(fold(sentence)) else ()


def _without_days_of_each(doubts: dict[str, Doubt], sentence: str, form: Form) -> dict[str, Doubt]:
    """Leave open which of several days, or shares, is whose: "se realizaron el 3 y el 5 de marzo, respectivamente"."""
    if not has_days_of_each(sentence):
        return doubts
    kinds = {each.id for each in form.fields if each.kind in {"window", "percentage"}}
    return {
        name: Doubt(name, each.said, SEVERAL, each.line) if name in kinds else each for name, each in doubts.items()
    }


def together(before: dict[str, Doubt], more: dict[str, Doubt]) -> dict[str, Doubt]:
    """What was told first stands, but for what had no reading: "no se realizó; se pospone para mayo"."""
    open_still = {name for name, each in before.items() if each.proposal is None and more.get(name, each).proposal}
    return {**more, **{name: each for name, each in before.items() if name not in open_still}}


def sentences_of(loose: Sequence[Loose], least: int = 3) -> Iterator[tuple[Loose, str]]:
    """Yield the sentences of ``least`` words or more with their lines; several codes part one into clauses."""
    parts = (
        (line, clause.strip())
        for line in map(without_denied, loose)
        for sentence in _sentences(line.text)
        for part in _together_again(sentence)
        for beside in _activities_beside(part)
        for clause in _deeds(beside)
    )
    for place, (line, sentence) in enumerate(parts):
        if place >= _MOST:
            return
        if len(sentence) <= _LONGEST and len(sentence.split()) >= least:
            yield line, sentence


def _sentences(text: str) -> Iterator[str]:
    """Part a text at its full stops, but for those of titles: "La responsable es la Licda. Odilia Ensayo."."""
    begin = 0
    for sign in _SENTENCE.finditer(text):
        last = text[begin : sign.start()].rpartition(" ")[2]
        if not (last.endswith(".") and last[:1].isupper() and len(last) <= _TITLE and is_title(last)):
            yield text[begin : sign.start()]
            begin = sign.end()
    yield text[begin:]


def _together_again(sentence: str) -> Iterator[str]:
    """Part a sentence at its clauses, but join what one verb is said of.

    "Las actividades P003-04 y P003-15 están en proceso", "el taller y el foro se realizaron".
    """
    begin = 0
    signs = [*_CLAUSE.finditer(sentence)]
    for sign, after in itertools.zip_longest(signs, signs[1:]):
        clause = sentence[begin : sign.start()]
        behind = sentence[sign.end() : after.start() if after else None]
        names = _ENDS_WITH_CODE.search(clause) or only_names(clause, behind)
        if not names or len(clause) > _LONGEST:
            yield clause
            begin = sign.end()
    yield sentence[begin:]


def _activities_beside(clause: str) -> Iterator[str]:
    """Part a clause before a further activity with a verb of its own, where either half is a statement about one.

    A day or a place between commas is none, nor a condition and what follows from it.
    """
    whole = len(clause) > _LONGEST_LIST or no_report(clause)
    for found in () if whole else _NEXT_ONE.finditer(clause):
        before, behind = clause[: found.start()], clause[found.end() :]
        named, next_one = named_in(main_clause(before)), named_in(behind)
        aside = next_one is None or (not next_one.words and _BACK_AGAIN.search(behind))
        if named and named.words and not aside and VERB.search(without_lead(before)):
            yield before
            yield from _activities_beside(behind)
            return
    yield clause


def _deeds(clause: str) -> tuple[str, ...]:
    """Part "A took part in the workshop, and we sent our inputs" where either half names what it is about."""
    for found in _ALSO_DID.finditer(clause):
        halves = (clause[: found.start()], clause[found.end() :])
        if all(named and named.words for named in map(named_in, halves)):
            return (halves[0], *_deeds(halves[1]))
    return (clause,)


def _goes_on(
    sentence: str, named: Named | None, doubts: dict[str, Doubt], line: Loose, last: _Told, form: Form
) -> bool:
    """Tell whether a sentence without a code speaks of the activity before: "Queda cancelada por …", "It will …"."""
    state = next((each.id for each in form.fields if each.kind == "choice"), "")
    if named is None:
        goes_on = _GOES_ON.match(fold(sentence)) or (last.at_once > 1 and _GO_ON.match(fold(sentence)))
        return bool(doubts) and goes_on is not None
    if last.at_once == 1 and (set(doubts) == {IN_CHARGE} or is_part_of_the_work(named.words)):
        return True  # "The Consular Affairs Unit was responsible.", "La organización lleva el 40 %."
    again = named.words and (len(named.words.split()) == 1 and (last.code or fold(named.words) in fold(last.words)))
    return bool(again) or bool(named.words and last.code and last.line == line.line and state not in last.doubts)


def no_report(sentence: str) -> bool:
    """Tell whether a sentence asks, sets a condition, or speaks of what was received or asked for."""
    return _NO_REPORT.search(fold(sentence)) is not None


def is_report(sentence: str, doubts: dict[str, Doubt], form: Form, *, coded: bool) -> bool:
    """Tell whether state or progress are told, or when it will be done: "la P003-14 se remitirá el 27 de marzo".

    What is not ``coded`` may be a paper that goes with the activity: of that only when it will be held.
    """
    kinds = {each.kind for each in form.fields if each.id in doubts}
    if kinds & {"choice", "percentage"} or (coded and IN_CHARGE in doubts):
        return True
    said = fold(sentence)
    told = (_WILL if coded else _HELD).search(said) or SOONER.search(said)
    return "window" in kinds and told is not None and not OF_A_PAPER.search(said)


_OF_CONTACTS = re.compile(
    r"(?:(?:los|las|el|la|su|sus|nuestr[oa]s?|the|our|anterior(?:es)?|nuev[oa]s?|antigu[oa]s?|old|previous|former) )*"
    r"(?:numeros?|telefonos?|correos?|direccion(?:es)? (?:postal|de|electronica|anterior)|fax(?:es)?|celular(?:es)?"
    r"|extension(?:es)?|cuentas?|numbers?|address(?:es)?|e-?mails?|(?:tele)?phones?|mailbox(?:es)?|buzon(?:es)?)\b"
)  # "quedan sin efecto los números …" cancels no activity


def _codes(sentence: str, known: Known, *, asked: bool) -> tuple[str, ...]:
    """The code of an activity in a sentence, or those named in one breath; a paper's number is none."""
    codes: dict[str, tuple[int, int]] = {}
    for found in _CODE.finditer(sentence):
        before = fold(sentence[max(0, found.start() - 30) : found.start()] + "|").rstrip("|")
        named = _ACTIVITY.search(before) or found.group() in known.activities
        paper = _OF_PAPERS.search(before)
        titled = not known.activities and not paper and _in_brackets(found, sentence)
        if named or titled or (asked and not paper) or (not known.activities and not before.strip()):
            codes.setdefault(found.group(), found.span())
    ends = list(codes.values())
    beside = (_TOGETHER.fullmatch(sentence[one[1] : two[0]]) for one, two in itertools.pairwise(ends))
    return tuple(codes) if all(beside) else ()


def _in_brackets(code: re.Match[str], sentence: str) -> bool:
    """Tell whether "(P003-11)" stands behind a title: three figures before the sign are no paper's number."""
    around = sentence[code.start() - 1 : code.start()], sentence[code.end() : code.end() + 1]
    return around == ("(", ")") and _OF_A_PLAN.fullmatch(code.group()) is not None


def _about(named: Named | None, code: str | None, line: Loose, form: Form, known: Known) -> dict[str, Doubt]:
    field = next((each for each in form.fields if each.kind == "activity"), None)
    words = code or (named.words if named else "")
    if field is None or not words or (code is None and _OF_CONTACTS.match(fold(words))):
        return {}
    read = read_value(field, words, line.line, known)
    proposal = read.value if isinstance(read, FieldValue) else None
    why = FROM_A_SENTENCE if proposal is not None else WHICH_ACTIVITY
    sure = named is None or named.sure
    return {field.id: Doubt(field.id, words, why, line.line, proposal, one_reading=sure)}


def _in_order(doubts: dict[str, Doubt], form: Form) -> Iterator[Doubt]:
    return (doubts[each.id] for each in form.fields if each.id in doubts)
