"""What clauses tell of the activities they name: the reader of last resort, for sentences that no other rule reads.

All of it is asked. What is wished, supposed, asked for or hangs on something else tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mailbot.core import windows
from mailbot.core.fields.percentages import IN_WORDS
from mailbot.core.forms.activities.beside_state import IN_CHARGE, in_charge
from mailbot.core.forms.activities.days_behind import with_days_behind_asked
from mailbot.core.forms.activities.mentions import (
    FORMER,
    LATTER,
    Clause,
    clauses_of,
    going_on,
    is_each_its_own,
)
from mailbot.core.forms.activities.named_activity import CODE, FIND_CODE
from mailbot.core.forms.activities.put_right import is_mistaken, without_denied
from mailbot.core.forms.activities.reported import is_report, together
from mailbot.core.forms.activities.state_words import is_conditional, is_open, is_planned, state_told, words_of_state
from mailbot.core.forms.activities.titles import is_title
from mailbot.core.forms.activities.titles_as_codes import GREETED, NEAR, AsCodes, with_titles_as_codes
from mailbot.core.forms.activities.told_of import told_of, with_share_as_state
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.moved import NOT_BEFORE
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known
from mailbot.core.windows.words import MONTH

_LONGEST = 4_000  # characters of a paragraph
_MOST, _MOST_IN_ALL = 40, 200  # sentences of a line, clauses of a letter
_RESPECTIVELY = re.compile(r"\brespectiv(?:amente|ely)\b", re.IGNORECASE)
_BEFORE_DAYS = re.compile(r"\b(?:to|on|in|by|until|for|el|los|para|en|al?)\s(?=\S)")
_WHOSE = re.compile(r"^(?:(?:re|rv|fw|fwd|ref|asunto|subject|res)\s?:\s*)+", re.IGNORECASE)
_QUESTION = re.compile(r"[¿?]")
# A later sentence about the same: "la terminaremos en abril", "it should be finished by May", "nueva fecha: …".
_ITSELF = (
    r"(?:(?:la|esta|dicha|su|the|this|el|este|dicho) )?(?:nueva |new |revised |expected |correct "
    r"|right )?(?:actividad|activity"
    r"|fecha|date|avance|progress|conclusion"
    r"|completion|firma|signing|entrega|delivery|realizacion|celebracion|finalizacion|evento|event|reunion"
    r"|meeting|taller|workshop"
    r"|seminario|seminar)"
)
_GOES_ON = re.compile(
    r"^\W*(?:(?:estimad|buen|good|dear|hola|hello|hi|colegas|colleagues)[^,:.]{0,40}[,:.]\s)?(?:(?:y|e|and|pero"
    r"|but|so|ademas|also|ya|now|actualmente|currently|por ahora) )*"
    rf"(?:se \w+|seguimos|continuamos|(?:la|lo) (?:\w+(?:emos|imos|amos))|es|esta|estara|sera|fue|qued\w+|sigue"
    rf"|continua|tendra|llevamos"
    rf"|lleva|vamos|va"
    r"|(?:conclui|termina|finaliza|culmina|complet|realiza|celebra|entrega)\w*r(?:a|emos)|(?:esperamos|prevemos"
    r"|estimamos|calculamos) \w+r\w*"
    r"|it|this|they|(?:should|will|to be|expected|due|scheduled|planned)|we (?:expect|hope|plan|aim|intend) to"
    r"|we (?:will|shall) \w+ (?:it|this)"
    rf"|previst[oa]|programad[oa]|{_ITSELF})\b"
)
_OF_CHARGE = re.compile(
    r"^(?:(?:la|el|los|las|the) )?(?:(?:persona|institucion|unidad|dependencia|oficina|area|instancia|entidad|person"
    r"|unit|office|institution|body) )?(?:responsables?|encargad[oa]s?|responsible(?: \w+)?) (?:es|son|sera|is|are)\b"
    r"|^[^,.;]{2,80} (?:is|are) (?:now )?(?:responsible for|in charge of) (?:it|this)\b"
)
_AND_THAT = re.compile(r"\b(y|and) (?:que|that) (?=(?:la|el|las|los|the) )", re.IGNORECASE)
_NEW_OBJECT = re.compile(
    r"\b(?:(?:se \w+|\w+r(?:an|emos|a)) (?:\w+ )?(?:el|la|los|las|un|una)"
    r"|(?:send|submit|provide|forward|share|prepare|hold) (?:\w+ )?(?:the|an?|our|you))\s"
    rf"(?!(?:pr[oó]xim\w+|primer\w*|segund\w*|ultim\w*|dia|semana|mes|quincena|fin\w*|actividad|misma|\d"
    rf"|{MONTH}))[a-z]{{4,}}"
)
_NEW_DAY = re.compile(
    r"\b(?:nueva fecha|new date|fecha|date|plazo|deadline|hasta|until|till|para|to|by|due|target|previst"
    r"|programad|scheduled|planned|expected|antes de)\b"
)
_FROM_ON = re.compile(r"\b(?:a partir del?|desde|as from|as of|starting(?: on)?|from)\s")
_UNTIL = re.compile(r"\b(?:until|till)\s(?=\w)")
_OF_ITS_OWN = re.compile(r"\s*[-–*•·]\s*[^\W\d_][^:.]{2,80}:\s")  # "- Taller de visas: realizado", below any subject
_LONGEST_HEAD = 120  # characters
_WHEN = frozenset({"delayed", "in-progress", "not-started"})  # their day is to come


def told_in_clauses(
    loose: Sequence[Loose], form: Form, known: Known, *, subject: str = "", titled: bool = False, asked: bool = False
) -> tuple[Entry, ...]:
    """Return an entry of doubts for each activity of which clauses tell how it stands.

    It is named by its code; where the letter is about activities (``titled``) also by its title between quotation
    marks; when ``asked`` on this form, or where the ``subject`` says the same words, by its title in the sentence. A
    subject that is a code or a title and no more is what the words below it are about.
    """
    if form.subject_of != "activity":
        return ()
    told: dict[str, dict[str, Doubt]] = {}
    titles: set[str] = set()
    reports: set[str] = set()
    about = _WHOSE.sub("", subject).strip(" .")
    alone = not any(_OF_ITS_OWN.match(line.text) or _titled_otherwise(line.text, about) for line in loose)
    last = about if alone and (re.fullmatch(CODE, about) or is_title(about)) else ""
    read = 0
    for line in map(without_denied, loose):
        if len(line.text) > _LONGEST or read > _MOST_IN_ALL:
            last = ""
            continue
        stood = AsCodes(line, {})
        if not FIND_CODE.search(line.text):
            stood = with_titles_as_codes(line, form, about, titled=titled, asked=asked)
        if stood.titles or FIND_CODE.search(line.text):
            last = ""
        for code, doubts in _told_in(stood.line, form, known, last):
            read += 1
            name = stood.titles.get(code, code)
            titles |= {name} & set(stood.titles.values())
            reports |= {name} if _is_report(doubts, form) else set()
            said = {field: replace(each, said=stood.back(each.said)) for field, each in doubts.items()}
            told[name] = together(told[name], said) if name in told else said
        last = _put_right_below(stood.line.text) or last
    entries = (
        _entry(code, doubts, form, known)
        for code, doubts in told.items()
        if doubts and (code not in titles or code in reports)
    )
    return tuple(each for each in entries if each)


def _titled_otherwise(text: str, about: str) -> bool:
    """Tell whether a line opens with a title of its own: "Comentarios al Memorándum: ya fueron presentados"."""
    head, colon, _ = text[:_LONGEST_HEAD].partition(": ")
    return bool(colon) and is_title(head.strip()) and fold(head.strip()) != fold(about)


def _entry(code: str, doubts: dict[str, Doubt], form: Form, known: Known) -> Entry | None:
    field = next((each for each in form.fields if each.kind == "activity"), None)
    if field is None:
        return None
    line = next(iter(doubts.values())).line
    read = read_value(field, code, line, known)
    proposal = read.value if isinstance(read, FieldValue) else read.proposal if read else None
    if proposal is None:
        return None
    about = Doubt(field.id, code, FROM_A_SENTENCE, line, proposal, one_reading=True)
    told = with_share_as_state({field.id: about, **doubts}, form)
    ordered = tuple(told[each.id] for each in form.fields if each.id in told)
    return with_days_behind_asked(Entry(form.id, {}, (), ordered), form, known)


def _told_in(line: Loose, form: Form, known: Known, about: str) -> Iterator[tuple[str, dict[str, Doubt]]]:
    if not (about or FIND_CODE.search(line.text)):
        return
    last: tuple[str, ...] = (about,) if about else ()
    for sentence in clauses(_with_codes(line.text))[:_MOST]:
        if _QUESTION.search(sentence) or is_conditional(sentence):
            last = ()
            continue
        if is_mistaken(sentence):
            last = tuple(filter(None, [_put_right_below(sentence)]))
            continue
        named = clauses_of(sentence)
        if named is None:
            own = _goes_on(sentence) or (bool(about) and _opens_with_a_state(sentence))
            for code in last if own else ():
                yield code, _read(going_on(sentence, code), line, form, known)
            continue
        before: dict[str, Doubt] = {}
        for clause in named:
            held = before if clause.inherits else {}
            shares = _each_its_own(clause, line, form, known)
            told = shares or [_read(clause, line, form, known, held)] * len(clause.codes)
            yield from zip(clause.codes, told, strict=True)
            before = {name: each for name, each in told[-1].items() if form.field(name).kind == "choice"}
        codes = {code for each in named for code in each.codes}
        codes = codes or (set() if words_of_state(fold(sentence)) else set(FIND_CODE.findall(sentence)))
        last = tuple(codes) if len(codes) == 1 else ()


def _put_right_below(text: str) -> str:
    """The one activity of which the last sentence says what was told by mistake: what is right of it follows."""
    codes = set(FIND_CODE.findall(text))
    return codes.pop() if len(codes) == 1 and is_mistaken(clauses(text)[-1]) else ""


def _with_codes(text: str) -> str:
    """Say the codes where two are named and "the former", "la segunda" mean them; "y que la …" tells on."""
    text = _AND_THAT.sub(r"\1 ", text)
    codes = list(dict.fromkeys(FIND_CODE.findall(text)))
    if len(codes) != 2 or not FORMER.search(text):
        return text
    return LATTER.sub(codes[1], FORMER.sub(codes[0], text))


def _goes_on(sentence: str) -> bool:
    said = fold(sentence)
    if _OF_CHARGE.match(said):
        return in_charge(sentence) is not None
    return _GOES_ON.match(said) is not None and not _NEW_OBJECT.search(said)


def _opens_with_a_state(sentence: str) -> bool:
    """Tell whether a sentence begins with a state, behind a greeting at most: "Buenos días, ya se realizó"."""
    said = GREETED.sub("", fold(sentence))
    words = words_of_state(said)
    return bool(words) and words[0].start <= NEAR and not _NEW_OBJECT.search(said[: words[0].end + 40])


def _is_report(doubts: Mapping[str, Doubt], form: Form) -> bool:
    """Tell whether enough is told of a title, which may be that of a paper: a state, a share, or when it is held."""
    return any(is_report(each.said, dict(doubts), form, coded=False) for each in doubts.values())


def _each_its_own(clause: Clause, line: Loose, form: Form, known: Known) -> list[dict[str, Doubt]]:
    """Part "at 40% and 55% respectively" and "concluida y en proceso, respectivamente" among so many codes."""
    size = len(clause.codes)
    if size < 2 or not is_each_its_own(clause.said):
        return []
    shared = _read(clause, line, form, known)
    found: list[dict[str, Doubt]] = [{} for _ in range(size)]
    for each in form.fields:
        values = _values(each, clause, known)
        if len(values) == size:
            for doubts, value in zip(found, values, strict=True):
                doubts[each.id] = Doubt(each.id, clause.said, FROM_A_SENTENCE, line.line, value, one_reading=True)
        elif each.kind == "choice" and len(values) <= 1 and each.id in shared:
            for doubts in found:
                doubts[each.id] = shared[each.id]
    return found if any(found) else [{} for _ in range(size)]


def _values(field: Field, clause: Clause, known: Known) -> list[object]:
    """The values of a field in a clause, in their order."""
    if field.kind == "percentage":
        shares = (read_value(field, each.group(), 0, known) for each in IN_WORDS.finditer(clause.told))
        return [each.value for each in shares if isinstance(each, FieldValue)]
    if field.kind == "choice" and not is_open(clause.told):
        return [
            each.state for each in words_of_state(clause.told) if each.state in {one.value for one in field.choices}
        ]
    if field.kind == "window":
        return _days(clause, known)
    return []


def _days(clause: Clause, known: Known) -> list[object]:
    """The days of "to 5 May and 9 June respectively": of the first place from which all is dates."""
    told = _RESPECTIVELY.split(clause.text)[0].strip(" ,;.")
    for place in _BEFORE_DAYS.finditer(told):
        days = windows.read(told[place.end() :], known.today)
        if all(not each.doubt and each.start and each.end for each in days):
            return [windows.window_json(each) for each in days]
    return []


def _read(
    clause: Clause, line: Loose, form: Form, known: Known, held: Mapping[str, Doubt] | None = None
) -> dict[str, Doubt]:
    """What a clause tells: its state by the words of states, all else as a sentence tells it.

    ``held``: the state of the clause before, where this one goes with it.
    """
    if clause.in_charge:
        return _in_charge(clause, line, form)
    if is_open(clause.told):
        return {}
    told = state_told(clause.told)
    held_then = told in {"postponed", "delayed"} and _UNTIL.search(clause.text)
    text = _UNTIL.sub("to ", FIND_CODE.sub("it", clause.text)) if held_then else clause.text
    doubts = told_of(text, line, form, known)
    status = next((each for each in form.fields if each.kind == "choice"), None)
    date = next((each.id for each in form.fields if each.kind == "window"), "")
    if status is None:
        return {}
    words = {each.state for each in words_of_state(clause.told)}
    there = doubts.pop(status.id, None) or (held or {}).get(status.id)
    before = there.proposal if there else None
    if (
        "unsure" in words
        or (told not in {None, "not-started", before} and before)
        or (len(words - {"planned"}) > 1 and not before)
    ):
        return {}
    state = told or (before if before not in words else None)  # a word that is seen and taken back
    if state in {each.value for each in status.choices}:
        doubts[status.id] = Doubt(status.id, clause.said, FROM_A_SENTENCE, line.line, state, one_reading=True)
    from_on = _FROM_ON if "planned" in words else NOT_BEFORE if state in {"postponed", "delayed"} else None
    if date and from_on and (since := _from_on(form.field(date), clause, line, known, from_on)):
        doubts[date] = since
    if date in doubts and not _has_a_day(state, clause, planned="planned" in words):
        del doubts[date]
    return {name: replace(each, said=clause.said) for name, each in doubts.items()}


def _from_on(date: Field, clause: Clause, line: Loose, known: Known, from_on: re.Pattern[str]) -> Doubt | None:
    """The day from which on it is planned, "queda prevista a partir del 4 de mayo"."""
    found = from_on.search(clause.told)
    words = clause.text[found.start() :] if found else ""
    read = read_value(date, words.rstrip(" ."), line.line, known) if words else None
    if not isinstance(read, FieldValue) or not isinstance(read.value, Mapping) or read.value.get("end"):
        return None
    since = read.value.get("start")
    return Doubt(date.id, clause.said, FROM_A_SENTENCE, line.line, read.value, one_reading=True) if since else None


def _has_a_day(state: object, clause: Clause, *, planned: bool) -> bool:
    """Tell whether a day in the clause is that of the activity: when it was or will be held, or is due."""
    if state is None or state in _WHEN:
        return planned or is_planned(clause.told) or _NEW_DAY.search(clause.told) is not None
    return True


def _in_charge(clause: Clause, line: Loose, form: Form) -> dict[str, Doubt]:
    who = in_charge(clause.text)
    if not who or not any(each.id == IN_CHARGE for each in form.fields):
        return {}
    return {IN_CHARGE: Doubt(IN_CHARGE, clause.said, FROM_A_SENTENCE, line.line, who, one_reading=True)}
