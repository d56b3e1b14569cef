"""States, percentages and dates of activities told in sentences: proposals to be asked about, never values.

"En la actividad MD-01 el avance es del 80 % y se espera concluir a finales de junio."
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.core.fields.percentages import IN_WORDS
from mailbot.core.fields.percentages import told_in as percentage_in
from mailbot.core.forms.dated import MOVED, REASON, date_to_come
from mailbot.core.forms.deeds import deed_in
from mailbot.core.forms.named_activity import CODE
from mailbot.core.forms.said import Loose
from mailbot.core.forms.status_lines import FROM_A_SENTENCE, NO_STATE, UNSURE, WHICH_ACTIVITY
from mailbot.core.forms.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_]|[¿¡(])")
_CLAUSE = re.compile(
    r"(?:[,;]\s*|\s)(?:y|e|and|while|mientras que|en cuanto a|en tanto que?)\s+"
    r"(?=(?:(?:en|para|la|el|a|the|for|on)\s){0,3}(?:(?:actividad|activity)\s)?" + CODE + ")"
    r"|[,;]\s+(?=(?:la\s)?(?:actividad|activity)\s" + CODE + ")"
    r"|,?\s(?:y|and|while|mientras que)\s+(?=(?:la|el|los|las|the)\s(?:[^\s,;]+\s){1,9}?"
    r"(?:se \w+|took|will|fue|fueron|est[aá]n?|queda[n]?|sigue[n]?|is|are|was|were|has been)\s)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\w-])" + CODE + r"(?!-)")
_OF_PAPERS = re.compile(
    r"\b(?:oficio|nota|circular|resolucion|memorandum|memorando|ref\w*|expediente|letter|note|version"
    r"|factura|decreto|acuerdo|n[o°º]\.?)\W{0,3}$"
)
_ACTIVITY = re.compile(r"\b(?:actividad(?:es)?|accion|activity|activities|action)\W{0,3}(?:n[o°º]\.?\s?)?$")
_VERB = re.compile(
    r"[,\s](?:ya\s+|todav[ií]a\s+|a[uú]n\s+|no\s+)*(?:se\s+\w+|fue(?:ron)?|ha(?:n|s|ve)?|est[aáé]n?|quedan?|quedar[aá]n?"
    r"|siguen?|contin[uú]an?|permanecen?|ser[aá]n?|presentan?|was|were|is|are|had|will|took|remains?|lleva[n]?)\s",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r".*\b(?:inform\w*|comunic\w*|report\w*|señal\w*|indic\w*|hac\w+ saber|advise|confirm\w*|note)\b"
    r"[^,]{0,40}?\b(?:que|that)\s+",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(
    r"\W*(?:(?:en cuanto a|(?:con )?respecto (?:de|a)|con relaci[oó]n a|en relaci[oó]n (?:con|a)|acerca de|sobre"
    r"|regarding|as for|as regards|concerning|with regard to|por otra parte|asimismo|adem[aá]s|finalmente|also)"
    r"l?[\s,]+)?",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:en cuanto a|respecto (?:de|a)|con respecto a|con relaci[oó]n a|en relaci[oó]n (?:con|a)|sobre|regarding|as for"
    r"|as regards|concerning|with regard to)(?:l|\s(?:el|la|los|las|the|our))?\s+"
    r"(?P<topic>(?!actividad|activity)[^,:.]{4,120}),\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:(?:el|la|los|las|the|our|nuestro|nuestra|este|esta)\s+)", re.IGNORECASE)
_PART = re.compile(r"[,;:]\s|\s(?:y|and)\s(?!\d)")
_BEFORE_DATE = re.compile(
    r"\b(?:a|al|el|los|en|para|hasta|durante|entre|del|by|on|in|until|during|to|for)\s|\((?=\d)", re.IGNORECASE
)
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
_MOST = 40  # sentences
_MOST_WORDS = 26  # of an activity's name


@dataclass
class _Told:
    """What the sentences about one activity tell."""

    code: str | None
    doubts: dict[str, Doubt]


def reports_in_sentences(loose: Sequence[Loose], form: Form, known: Known, *, asked: bool) -> tuple[Entry, ...]:
    """Return an entry of doubts for each activity whose state or progress a sentence tells.

    An activity is named by its code; when ``asked`` on this form, also by the words before the verb.
    """
    if form.subject_of != "activity":
        return ()
    told: list[_Told] = []
    for line, sentence in _sentences(loose):
        if _NO_REPORT.search(fold(sentence)):
            continue
        doubts = _doubts(sentence, line, form, known)
        codes = _codes(sentence, known, asked=asked or bool(told))
        if codes:
            doubts = _with_deed(sentence, doubts, line, form)
        for code in codes or (None,):
            last = told[-1] if told else None
            if last and (code == last.code if code else _goes_on(sentence, doubts, form)):
                last.doubts = {**doubts, **last.doubts}
            elif _tells(doubts, form) and (code or asked):
                about = _about(sentence, code, line, form, known)
                told += [_Told(code, {**about, **doubts})] if about else []
    return tuple(Entry(form.id, {}, (), tuple(_in_order(each.doubts, form))) for each in told)


def _sentences(loose: Sequence[Loose]) -> Iterator[tuple[Loose, str]]:
    parts = (
        (line, clause.strip())
        for line in loose
        for sentence in _SENTENCE.split(line.text)
        for clause in _CLAUSE.split(sentence)
    )
    for place, (line, sentence) in enumerate(parts):
        if place >= _MOST:
            return
        if len(sentence) <= _LONGEST and len(sentence.split()) >= 3:
            yield line, sentence


def _goes_on(sentence: str, doubts: dict[str, Doubt], form: Form) -> bool:
    """Tell whether a sentence without a code speaks of the activity before: "Queda cancelada por …", "It will …"."""
    state = next((each.id for each in form.fields if each.kind == "choice"), "")
    opening = re.match(
        r"\W*(?:queda|se|es|fue|esta|ademas|asimismo|la nueva fecha|it|this|the new date)\b", fold(sentence)
    )
    return bool(doubts) and (opening is not None or state not in doubts)


def _tells(doubts: dict[str, Doubt], form: Form) -> bool:
    return any(each.id in doubts for each in form.fields if each.kind in {"choice", "percentage"})


def _doubts(sentence: str, line: Loose, form: Form, known: Known) -> dict[str, Doubt]:
    """What a sentence tells of state, progress and date, each with its reading to offer."""
    found: dict[str, FieldValue] = {}
    doubts: dict[str, Doubt] = {}
    for each in form.fields:
        read = _read(each, sentence, line, known)
        if isinstance(read, FieldValue):
            found[each.id] = replace(read, said=sentence, line=line.line)
        elif each.kind == "choice" and UNSURE.search(fold(sentence)):
            doubts[each.id] = Doubt(each.id, sentence, NO_STATE, line.line)
    early = date_to_come(form, found, known)
    offered = {
        name: Doubt(name, read.said, FROM_A_SENTENCE, read.line, read.value, one_reading=True)
        for name, read in found.items()
    }
    return {**offered, **doubts, **({early.field: early} if early else {})}


def _read(each: Field, sentence: str, line: Loose, known: Known) -> FieldValue | Doubt | None:
    if each.kind == "choice":
        return _state(each, sentence, known)
    if each.kind == "percentage":
        words = percentage_in(sentence)
        return read_value(each, words, line.line, known) if words else None
    return _date(each, IN_WORDS.sub(" ", sentence), line, known) if each.kind == "window" else None


def _state(status: Field, sentence: str, known: Known) -> FieldValue | None:
    """The one state a sentence, or a part of it between commas, tells."""
    for words in (sentence, *re.split(r"[,:]\s|\s(?:y|and)\s", sentence)):
        read = read_value(status, words, 0, known)
        if isinstance(read, Doubt) and read.proposal is not None:
            return FieldValue(read.proposal, sentence, 0, "normalised")
        if isinstance(read, FieldValue):
            return read
    return None


def _date(field: Field, sentence: str, line: Loose, known: Known) -> FieldValue | None:
    """The one date of a sentence: of the whole, else of the end of one of its parts, "… a finales de junio".

    Of what is put off it is the date behind that word: "prevista para marzo, se pospone para abril".
    """
    moved = MOVED.search(fold(sentence))
    if moved and len(fold(sentence)) == len(sentence):
        sentence = sentence[moved.start() :]
    sentence = REASON.sub("", sentence)
    whole = _dated(field, sentence, line, known)
    if whole is not None:
        return whole
    ends = []
    for part in _PART.split(sentence):
        tails = (part[found.start() :] for found in _BEFORE_DATE.finditer(part))
        ends += [dated for tail in tails if (dated := _dated(field, tail.rstrip(" )."), line, known))][:1]
    return ends[0] if len(ends) == 1 else None


def _dated(field: Field, words: str, line: Loose, known: Known) -> FieldValue | None:
    read = read_value(field, words, line.line, known)
    dated = isinstance(read, FieldValue) and isinstance(read.value, dict) and read.value.get("end")
    return read if dated and isinstance(read, FieldValue) else None


def _with_deed(sentence: str, doubts: dict[str, Doubt], line: Loose, form: Form) -> dict[str, Doubt]:
    """Offer a state for a deed told by its verb, where no word of a state stands."""
    status = next((each for each in form.fields if each.kind == "choice"), None)
    deed = deed_in(status, sentence) if status and status.id not in doubts else None
    if deed is None or status is None:
        return doubts
    return {**doubts, status.id: Doubt(status.id, sentence, FROM_A_SENTENCE, line.line, deed.value, one_reading=True)}


def _codes(sentence: str, known: Known, *, asked: bool) -> tuple[str, ...]:
    """The code of an activity in a sentence, or those named in one breath; a paper's number is none."""
    codes: dict[str, tuple[int, int]] = {}
    for found in _CODE.finditer(sentence):
        before = fold(sentence[max(0, found.start() - 30) : found.start()] + "|").rstrip("|")
        named = _ACTIVITY.search(before) or found.group() in known.activities
        if named or (asked and not _OF_PAPERS.search(before)) or (not known.activities and not before.strip()):
            codes.setdefault(found.group(), found.span())
    ends = list(codes.values())
    beside = (_TOGETHER.fullmatch(sentence[one[1] : two[0]]) for one, two in itertools.pairwise(ends))
    return tuple(codes) if all(beside) else ()


def _about(sentence: str, code: str | None, line: Loose, form: Form, known: Known) -> dict[str, Doubt]:
    field = next((each for each in form.fields if each.kind == "activity"), None)
    words = code or _subject(sentence)
    if field is None or words is None:
        return {}
    read = read_value(field, words, line.line, known)
    proposal = read.value if isinstance(read, FieldValue) else None
    why = FROM_A_SENTENCE if proposal is not None else WHICH_ACTIVITY
    return {field.id: Doubt(field.id, words, why, line.line, proposal, one_reading=True)}


def _subject(sentence: str) -> str | None:
    """The words before the verb, "el taller de capacitación", without what introduces them; None for no name."""
    topic = _TOPIC.match(sentence)
    if topic:
        return topic["topic"].strip()
    told = _TOLD.match(sentence)
    text = sentence[told.end() :] if told else sentence
    before = _BEFORE.match(text)
    text = text[before.end() :] if before else text
    verb = _VERB.search(text)
    head = text[: verb.start()].strip(" ,") if verb else ""
    article = _ARTICLE.match(head)
    named = head[article.end() :].partition(",")[0].strip() if article else ""
    return named if named and len(named.split()) <= _MOST_WORDS and len(named) > 3 else None


def _in_order(doubts: dict[str, Doubt], form: Form) -> Iterator[Doubt]:
    return (doubts[each.id] for each in form.fields if each.id in doubts)
