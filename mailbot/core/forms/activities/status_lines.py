"""One activity a line, "P003-08: realizada" or "2) Foro virtual: en proceso", without labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mailbot.core import windows
from mailbot.core.fields.choices import NOT_THEN, mentions, names_of_choices, state_of_share
from mailbot.core.fields.percentages import PART_OF_IT, offered, share_in, without_share
from mailbot.core.fields.percentages import SHARE as _PERCENT
from mailbot.core.forms.activities.as_above import states_of_above
from mailbot.core.forms.activities.behind_state import with_labels_behind
from mailbot.core.forms.activities.beside_state import in_charge
from mailbot.core.forms.activities.days_behind import with_days_behind_asked
from mailbot.core.forms.activities.deeds import deed_in
from mailbot.core.forms.activities.listed_titles import is_word_of_a_title
from mailbot.core.forms.activities.mentions import hangs_on_another, is_each_its_own
from mailbot.core.forms.activities.named_activity import CODE, CUT, FIND_CODE, Parts, is_known, parts_of_line
from mailbot.core.forms.activities.steps import without_steps
from mailbot.core.forms.activities.when_told import date_told
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE, NO_STATE
from mailbot.core.forms.naming.references import same_as
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.dated import date_of_deed, date_to_come, is_of_a_date, state_and_date
from mailbot.core.forms.taking.moved import slipped, without_meant
from mailbot.core.forms.taking.tentative import as_labelled
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Field, FieldValue, Form, Known

_PHRASE = re.compile(r"[,.;(]")
_OF_PROGRESS = re.compile(r"\b(?:de |of )?(?:avance|progreso|progress|complet\w+)\b")
_MOST_WORDS = 9  # of a phrase that begins with the state
_MOST_TOLD = 30  # words behind a title that is plainly one
_MOST_IN_TITLE = 12
_LEAST_OF_TITLE = 3  # characters
_SEVERAL = 2
_RESPONSIBLE = "responsible"
# Words of a state that no single one of ours says.
UNSURE = re.compile(
    r"\b(?:sigue[n]? en pie|se mantiene[n]?|suspendid[oa]s?|se suspend\w+"
    r"|en suspenso|ongoing|on hold|suspended|continu[oa]"
    r"|permanente|sin avances?|stands|en espera|still planned|sigue[n]? pendiente[s]?|pendiente[s]?|pending"
    r"|no se (?:ha|han) \w+|no (?:pud(?:o|ieron|imos)|ha podido|hemos podido) \w+|no se (?:realiz|celebr|llev)ara\w*"
    r"|no se (?:realizo|hizo|celebro|efectuo"
    r"|llevo a cabo|pudo|pudieron)|no fue posible|was not (?:held|done|completed)"
    r"|no (?:realizar|celebrar|efectuar|organizar|llevar)emos|we will not (?:hold|be holding|be able)"
    r"|(?:casi|almost|nearly) (?:list|termin|conclu|complet|finaliz|done|finish|ready)\w*|list[oa]s? para"
    r"|no (?:ha habido|hay|hubo|registra|presenta) avances?|no progress|awaiting|ready (?:for|to)"
    r"|(?:todavia|aun) no(?= *$| *[.,;])"
    r"|for (?:his |her |their )?(?:signature|approval)"
    r"|(?:a|en|para) (?:la )?firma"
    r"|(?:sin cambios?|no changes?|unchanged)(?![^.;]{0,80}\b(?:salvo|excepto|menos|except|but|pero)\b)"
    r"|did not take place|(?:tendra|habra) que|tendremos que"
    r"|will (?:probably )?have to|ha(?:s|ve) not been|not yet|en revision|under review|retrasad[oa]s?"
    r"|delayed|atrasad[oa]s?|\d{1,3} (?:de|of|out of) (?:l[ao]s |the )?\d{1,3} (?!de\b)[a-z]{4,})\b"
)
# A share that is complete is not the whole: "40% complete".
_SHARE = re.compile(
    rf"(?!100(?:[.,]0+)?\s?%)(?:{_PERCENT.pattern})\s*"
    r"(?:(?:(?:of|del?) (?:it|the work|the activity|ella|la actividad|trabajo),? )?(?:ya )?"
    r"(?:(?:has|have) (?:now |already )?been|is|are|was|se ha|ha(?: sido)?|fue|est[aá])\s)?"
    r"(?:complete[d]?|done|finished|completad[oa]|realizad[oa]"
    rf"|ejecutad[oa]"
    rf"|concluid[oa]|cumplid[oa]|terminad[oa]|finalizad[oa])?(?!\w)|{_PERCENT.pattern}",
    re.IGNORECASE,
)
# Who has nothing to tell of an activity says no state of it.
_NOTHING = re.compile(
    r"(?:(?:por (?:el momento|ahora)|a la fecha|at this time|for now),? )?"
    r"(?:(?:we have |there is )?nothing (?:further |new |else )?to (?:report|add)"
    r"|no (?:new )?(?:information|report|updates?)(?: to (?:report|provide|share))?"
    r"|(?:no (?:tenemos|hay)|sin) (?:nada que (?:informar|reportar|agregar)|(?:novedad(?:es)?(?= que)|informaci[oó]n)"
    r"(?: (?:que (?:informar|reportar)|por reportar|disponible))?)|nada que (?:informar|reportar|agregar))"
    r"(?:,? (?:por (?:el momento|ahora)|a la fecha|at (?:this|the) (?:time|moment|stage)|at present|for now|yet))?",
    re.IGNORECASE,
)
_BUT = re.compile(r",?\s(?:but|pero|aunque|although)\s", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=[ao])s\b")
_STOPS = re.compile(r"(?<=[^\s.]{3}[.;])\s+(?=[^\W\d_])|(?<=\))[.;]\s+|(?<=%)[.;]\s+")
_LEAD_IN = re.compile(r"[^:]{2,80}:\s+(?=[^:]{2,120}?(?::|\s[-–—])\s)")  # "Buenas, de parte de Costa Rica: "
_BULLET = re.compile(
    r"\s*(?:[-*•·▪◦–—]\s|\(?[a-z]\)\s"
    r"|(?:(?:[ií]tem|punto|point|actividad|activity)\s(?:(?:n[o°º.]{1,3}|#)\s*)?|(?:n[o°º]\.?|n[uú]m\.|#)\s*)\d)",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"^(?:ya |already |todavia |aun |still )?(?:(?:fue|esta|queda|quedo|ha sido|se encuentra|is|was|has been) )?"
)

_DEED_FIRST = re.compile(
    r"(?:ya |already )?(?:se|fue(?:ron)?|ha(?:n)? sido|was|were|has been|have been)\s", re.IGNORECASE
)
_AND_WHY = re.compile(
    r"\s(?:because|since|as|due to|owing to|porque|ya que|dado que|debido a|por|pues|on our (?:side|part)"
    r"|(?:de|por) (?:nuestra|su) parte|for (?:now|the time being)|at present|por (?:ahora|el momento))\b",
    re.IGNORECASE,
)
# "P003-07: ✓" is done; "P003-15: ✗" and "P003-04: OK" say that something is settled, not what.
_TICKED = re.compile(r"\W{0,3}[✓✔☑✅]")
_MARKED = re.compile(r"\W{0,3}(?:[✓✔☑✅✗✘❌]|(?:ok|okay|o\.k)\b\W*$)", re.IGNORECASE)
_MARK_AHEAD = re.compile(rf"\s*(?P<mark>[✓✔☑✅✗✘❌])\s*(?P<said>{CODE}\W*.*)", re.DOTALL)
_TOPIC = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:sobre|acerca de|con (?:respecto|relaci[oó]n) al?|(?:con )?respecto al?"
    r"|en (?:cuanto|relaci[oó]n) (?:al?|con)|regarding|about|on|as (?:for|to)|concerning) (?:la |el |the |our )?"
    r"(?:lista|directorio|programa|plan|contact|list|directory|work (?:plan|programme|program))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:(?:actividad|activity)\s+(?:(?:n[o°º.]{1,3}|#)\s*)?|(?:n[o°º]\.?|n[uú]m\.|#)\s*)(?P<number>\d{1,2})\b",
    re.IGNORECASE,
)
WHICH_ACTIVITY = Bilingual(
    "No vemos de qué actividad se trata.",
    "We do not see which activity this is.",
)


def entries_of_lines(
    loose: Sequence[Loose], form: Form, known: Known, *, asked: bool
) -> tuple[list[Entry], frozenset[int]]:
    """Return one entry a line that names an activity and its state, and the lines used.

    A title in place of a code counts when ``asked`` on this form: in a list, or where two lines or more
    stand so.
    """
    activity = next((each for each in form.fields if each.kind == "activity"), None)
    status = next((each for each in form.fields if each.kind == "choice"), None)
    if activity is None or status is None:
        return [], frozenset()
    labels = labels_of(form)
    loose = [_mark_behind(line) for line in loose if not (is_each_its_own(line.text) or hangs_on_another(line.text))]
    if asked:
        loose = [piece for line in loose for piece in _pairs_of(line, labels, activity, status, known)]
    found = ((line, parts_of_line(line, activity, known)) for line in loose)
    named = [(line, with_labels_behind(parts, labels)) for line, parts in found if parts]
    named = [each for each in named if not (_NOTHING.fullmatch(each[1].rest.strip(" .")) or _opens_a_topic(each[1]))]
    listed = [each for each in named if each[1].has_code or (asked and _is_listed(*each, activity, known))]
    clear = [each for each in listed if _says_enough(*each, status, known) or (asked and _says_when(each[1], known))]
    among = {id(each) for each in listed}
    plain = [each for each in named if asked and id(each) not in among and _says_only(*each, status, known)]
    if plain and len(clear) + len(plain) >= _SEVERAL:
        also, sure = {id(each) for each in plain}, {id(each) for each in clear}
        listed = [each for each in named if id(each) in among or id(each) in also]
        clear = [each for each in named if id(each) in sure or id(each) in also]
    if not clear:
        return [], frozenset()
    all_listed = asked and len(listed) >= _SEVERAL and all(_is_item(line) for line, _ in listed)
    several = len(clear) >= _SEVERAL or all_listed
    said_in = {number for line, _ in clear for number in (line.lines or (line.line,))}
    beside = {id(each) for each in listed if each[1].has_code and each[1].rest and each[0].line in said_in}
    chosen = [each for each in listed if several or each in clear or id(each) in beside]
    entries = [_entry(parts, line, form, (activity, status), known) for line, parts in chosen]
    entries = list(states_of_above(entries, status.id))
    return entries, frozenset(number for line, _ in chosen for number in line.lines)


def _opens_a_topic(parts: Parts) -> bool:
    """Tell whether words lead to something else: "2. Sobre el Programa de Trabajo: la P003-16 se realizó"."""
    return not parts.has_code and bool(_TOPIC.match(parts.activity))


def _mark_behind(line: Loose) -> Loose:
    """Return "✓ P003-07" as "P003-07: ✓", and "en proceso: se hizo el borrador" as "en proceso"."""
    line = replace(line, text=without_steps(line.text))
    ahead = _MARK_AHEAD.fullmatch(line.text)
    code = FIND_CODE.match(ahead["said"]) if ahead else None
    if ahead is None or code is None:
        return line
    return replace(line, text=f"{code.group()}: {ahead['mark']} {ahead['said'][code.end() :].strip(' :')}".rstrip())


def _pairs_of(line: Loose, labels: Labels, activity: Field, status: Field, known: Known) -> list[Loose]:
    """Part "Costa Rica informa: visas - en proceso (50%). Cuestionario: pendiente." into an item an activity.

    Only where two sentences or more are a title and a state.
    """
    pieces = [replace(line, text=each) for each in _STOPS.split(line.text)]
    if sum(CUT.search(each.text) is not None for each in pieces) < _SEVERAL:
        return [line]
    lead = _LEAD_IN.match(pieces[0].text)
    pieces[0] = replace(line, text=pieces[0].text[lead.end() :]) if lead else pieces[0]
    titled = [parts_of_line(each, activity, known) if CUT.search(each.text) else None for each in pieces]
    said = [each is not None and _is_pair(each, status, line.line, known) for each in titled]
    if sum(said) < _SEVERAL or any(each is not None and labels.find(each.activity) for each in titled):
        return [line]
    return [
        replace(each, numbered=each.numbered or parts is not None) for each, parts in zip(pieces, titled, strict=True)
    ]


def _is_pair(parts: Parts, status: Field, line: int, known: Known) -> bool:
    """Tell whether a short title and a state, however it is told, are all of a sentence."""
    short = 0 < len(parts.activity.split()) <= _MOST_IN_TITLE and 0 < len(parts.rest.split()) <= _MOST_WORDS
    if not short or is_courtesy(parts.activity) or fold(parts.activity) in known.countries:
        return False
    state = state_of(status, parts.rest, line, known)
    told = UNSURE.search(fold(parts.rest)) or deed_in(status, parts.rest, of_a_line=True)
    return isinstance(state, FieldValue) or bool(told)


def _is_listed(line: Loose, parts: Parts, activity: Field, known: Known) -> bool:
    """Tell whether a line without a code is an item of a list, or names an activity of the programme."""
    a_state = fold(parts.activity) in {fold(name) for name in known.countries}
    return bool(parts.rest) and ((_is_item(line) and not a_state) or is_known(activity, parts.activity, known))


def _is_item(line: Loose) -> bool:
    return line.numbered or bool(_BULLET.match(line.text))


def _says_enough(line: Loose, parts: Parts, status: Field, known: Known) -> bool:
    state = state_of(status, parts.rest, line.line, known)
    if state is not None or not parts.has_code:
        return state is not None
    told = share_in(parts.rest) or UNSURE.search(fold(parts.rest)) or deed_in(status, parts.rest, of_a_line=True)
    marked = _MARKED.match(parts.rest) is not None
    return bool(told) or marked or same_as(parts.rest) is not None or mentions(status, parts.rest)


def _says_when(parts: Parts, known: Known) -> bool:
    return parts.has_code and any(each.end and not each.doubt for each in windows.read(parts.rest, known.today))


def _says_only(line: Loose, parts: Parts, status: Field, known: Known) -> bool:
    """Tell whether "Foro virtual: en proceso" is a title and a state, with little else."""
    title = parts.activity
    state = state_of(status, parts.rest, line.line, known) if parts.rest and not is_courtesy(title) else None
    states = {fold(name) for name in known.countries}
    told = _DEED_FIRST.match(parts.rest) and not isinstance(state, FieldValue)
    deed = told and (deed_in(status, parts.rest, of_a_line=True) or (isinstance(state, Doubt) and state.one_reading))
    alone = (isinstance(state, FieldValue) or bool(deed)) and len(parts.rest.split()) <= _MOST_WORDS + 6 * bool(deed)
    if state and is_word_of_a_title(title) and len(parts.rest.split()) <= _MOST_TOLD:  # "Foro: no se hizo, se corrió"
        alone = isinstance(state, FieldValue) or state.one_reading or UNSURE.search(fold(parts.rest)) is not None
    return alone and len(title) > _LEAST_OF_TITLE and len(title.split()) <= _MOST_IN_TITLE and fold(title) not in states


def _entry(parts: Parts, line: Loose, form: Form, needed: tuple[Field, Field], known: Known) -> Entry:
    activity, status = needed
    values: dict[str, FieldValue] = {}
    doubts: list[Doubt] = []
    later = slipped(status, parts.rest, line.line)
    state = state_of(status, without_meant(parts.rest) if later else parts.rest, line.line, known) or later
    state = state or _told(parts.rest, line.line, form, status, known)
    about = _about(activity, parts.activity, line, known)
    date = next((each for each in form.fields if each.kind == "window"), None)
    without = re.sub(r"\(\s*\)|,\s*(?=,|$)", "", without_share(parts.rest)).strip(" ,")
    dated = state_and_date(status, date, without, line.line, known) if date else None
    if dated and date:
        state = dated[0]
        if isinstance(dated[1], Doubt):
            doubts.append(dated[1])
        else:
            values[date.id] = dated[1]
    for each, read in ((activity, about), (status, state)):
        if isinstance(read, FieldValue):
            values[each.id] = read
        elif read is not None:
            doubts.append(read)
    for each in form.fields:
        if each.kind == "percentage" and (found := share_in(parts.rest)):
            read = read_value(each, found.group(), line.line, known)
            if isinstance(read, FieldValue):
                values[each.id] = read
            elif read is not None:  # 160 %
                doubts.append(read)
        if each.kind == "window" and each.id not in values and not dated:
            told = date_of_deed(status, each, without, line.line, known) if isinstance(state, FieldValue) else None
            if told:
                values[each.id] = told
            else:
                rest = PART_OF_IT.sub(" ", parts.rest)  # "3/4 done" is no day
                doubts += date_told(each, status, rest, line, known, _told_state(state))
    doubts = [each for each in doubts if each.field not in parts.beside]
    values = {name: read for name, read in values.items() if name not in parts.beside}
    who = in_charge(parts.rest)
    if who and _RESPONSIBLE not in parts.beside and any(each.id == _RESPONSIBLE for each in form.fields):
        doubts.append(Doubt(_RESPONSIBLE, parts.rest, FROM_A_SENTENCE, line.line, who, one_reading=True))
    for name, piece in parts.beside.items():
        words = piece.text if "(" in piece.text else piece.text.rstrip(" ).")  # "(expected completion: Q3 2009)"
        read_there = read_value(form.field(name), words, line.line, known) if words else None
        beside = as_labelled(piece.label, read_there)
        if isinstance(beside, FieldValue):
            values[name] = beside
        elif beside is not None:
            doubts.append(beside)
    early = date_to_come(form, values, known)
    if early:
        del values[early.field]
        doubts.append(early)
    missing = () if activity.id in values or doubts else (activity.id,)
    return with_days_behind_asked(
        Entry(form.id, _ordered(values, form), missing, tuple(doubts)), form, known, parts.rest
    )


def _told(rest: str, line: int, form: Form, status: Field, known: Known) -> Doubt | None:
    """The state told by a deed or by a share of the work; a question where only other words stand."""
    deed = deed_in(status, rest, of_a_line=True)
    if not deed and _MARKED.match(rest):
        done = next((each.value for each in status.choices if each.past), None) if _TICKED.match(rest) else None
        return Doubt(status.id, rest, FROM_A_SENTENCE if done else NO_STATE, line, done, one_reading=True)
    share = share_in(rest)
    for each in form.fields if share and not deed and not UNSURE.search(fold(rest)) else ():
        if each.kind == "percentage" and share:
            deed = state_of_share(status, offered(each, share.group(), line, known), rest) or deed
    if not deed and not re.search(r"[^\W\d_]{3}", _OF_PROGRESS.sub(" ", fold(without_share(rest)))):
        return None
    return Doubt(status.id, rest, FROM_A_SENTENCE if deed else NO_STATE, line, deed, one_reading=True)


def _is_past(status: Field, state: FieldValue | Doubt | None) -> bool:
    told = _told_state(state)
    return any(each.past and each.value == told for each in status.choices)


def _told_state(state: FieldValue | Doubt | None) -> object:
    return state.proposal if isinstance(state, Doubt) else state.value if state else None


def _about(activity: Field, words: str, line: Loose, known: Known) -> FieldValue | Doubt | None:
    if not words:  # "Punto 3: realizado"
        number = _NUMBER.match(without_bullet(line.text))
        return Doubt(activity.id, line.text, WHICH_ACTIVITY, line.line, number["number"] if number else None)
    return read_value(activity, words, line.line, known)


def _ordered(values: Mapping[str, FieldValue], form: Form) -> dict[str, FieldValue]:
    return {each.id: values[each.id] for each in form.fields if each.id in values}


def state_of(status: Field, rest: str, line: int, known: Known) -> FieldValue | Doubt | None:
    """The state by one of its words, standing alone or before a comma or full stop."""
    words = names_of_choices(status)
    phrases = [part.strip(" .!") for part in _PHRASE.split(_SHARE.sub(" ", rest))]
    found = {words[key]: part for part in phrases for key in _keys(part) if key in words}
    also = {words[key] for part in phrases if (key := _AUXILIARY.sub("", fold(part))) in words} if found else set()
    if len(found) == 1 and not also - found.keys():
        value, said = found.popitem()
        return FieldValue(value, said, line, "normalised")
    if not found and (head := fold(_AND_WHY.split(phrases[0], maxsplit=1)[0]).strip()) != fold(phrases[0]):
        told = words.get(_AUXILIARY.sub("", head))
        if told:  # "is delayed on our side because the legal unit …"
            return Doubt(status.id, rest, FROM_A_SENTENCE, line, told, one_reading=True)
    read = read_value(status, rest, line, known)
    if isinstance(read, FieldValue) and not found and _opens(words, phrases[0], read.value):
        return FieldValue(read.value, rest, line, "normalised")
    if isinstance(read, FieldValue):
        return Doubt(status.id, rest, FROM_A_SENTENCE, line, read.value, one_reading=True)
    if found:
        return Doubt(status.id, rest, FROM_A_SENTENCE, line)
    if isinstance(read, Doubt) and read.proposal:
        return replace(read, one_reading=True)
    first = read_value(status, phrases[0], line, known) if len(phrases) > 1 else None
    if isinstance(first, FieldValue):  # "en consulta con la OIM; se espera concluir en junio"
        return Doubt(status.id, rest, FROM_A_SENTENCE, line, first.value, one_reading=True)
    # "behind schedule but should be done by April": what stands first, where that is not done
    head = _BUT.split(rest, maxsplit=1)[0] if _BUT.search(rest) else ""
    state = read_value(status, head, line, known) if head else None
    if isinstance(state, FieldValue) and not _is_past(status, state):
        return Doubt(status.id, rest, FROM_A_SENTENCE, line, state.value, one_reading=True)
    return None


def _keys(phrase: str) -> Iterator[str]:
    """The phrase as a word of a state may stand in the rules: without a date at its end, of one ("entregados")."""
    for words in {phrase, _before_date(phrase)}:
        yield fold(words)
        yield _PLURAL.sub("", fold(words))


def _before_date(phrase: str) -> str:
    """A phrase without the date that ends it: "programada para mayo de 2009" is "programada"."""
    words = phrase.split()
    if NOT_THEN.search(fold(phrase)):
        return phrase
    while words and is_of_a_date(words[-1]):
        words.pop()
    return " ".join(words)


def _opens(words: Mapping[str, str], phrase: str, value: object) -> bool:
    """Tell whether a short phrase begins with a word of the state, as "cancelada por decisión de la PPT"."""
    said = _AUXILIARY.sub("", fold(phrase))
    singular = re.sub(r"^(\w+[ao])s\b", r"\1", said)
    found = any(
        one == word or one.startswith(f"{word} ")
        for one in {said, singular}
        for word, meant in words.items()
        if meant == value
    )
    return found and len(said.split()) <= _MOST_WORDS
