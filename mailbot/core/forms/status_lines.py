"""One activity a line, "P003-08: realizada" or "2) Foro virtual: en proceso", without labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mailbot.core.forms.dated import date_of_deed, date_to_come, state_and_date
from mailbot.core.forms.pieces import clean_value, without_bullet
from mailbot.core.forms.said import Loose
from mailbot.core.forms.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Field, FieldValue, Form, Known

_CODE = re.compile(r"\b[A-Z]{1,6}\d{0,4}-\d{1,3}[a-z]?\b")
_CUT = re.compile(r"\s*(?::|=|→|[-=]>|\s[-–—]\s|\t|\|)\s*")
_LOOSE_CODE = re.compile(r"[A-Za-z]{1,6}\d{0,4}[- ]?\d{1,3}[a-z]?\b")
_PARTING = re.compile(r"\s*[|;\t]\s*|\s[–—-]\s")
_PHRASE = re.compile(r"[,.;(]")
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3})\s?%")
_OF_PROGRESS = re.compile(r"\b(?:de |of )?(?:avance|progreso|progress|complet\w+)\b")
_LONGEST_NAME = 120
_MOST_WORDS = 9  # of a phrase that begins with the state
_AUXILIARY = re.compile(
    r"^(?:ya |already |todavia |aun |still )?(?:(?:fue|esta|queda|quedo|ha sido|se encuentra|is|was|has been) )?"
)

FROM_A_SENTENCE = Bilingual(
    "Se dice en una frase y no junto a un rótulo.",
    "It is said in a sentence and not beside a label.",
)


NO_STATE = Bilingual(
    "No vemos en qué estado está la actividad.",
    "We do not see the state of this activity.",
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A line taken apart: the activity, what is said of it, and whether the activity is a code."""

    activity: str
    rest: str
    has_code: bool


def entries_of_lines(
    loose: Sequence[Loose], form: Form, known: Known, *, asked: bool
) -> tuple[list[Entry], frozenset[int]]:
    """Return one entry a line that names an activity and its state, and the lines used.

    A title in place of a code counts in a numbered list, when ``asked`` on this form.
    """
    activity = next((each for each in form.fields if each.kind == "activity"), None)
    status = next((each for each in form.fields if each.kind == "choice"), None)
    if activity is None or status is None:
        return [], frozenset()
    named = [(line, parts) for line in loose if (parts := parts_of_line(line, activity, known))]
    listed = [
        (line, parts)
        for line, parts in named
        if parts.has_code or (asked and parts.rest and (line.numbered or _is_known(activity, parts.activity, known)))
    ]
    clear = [
        each
        for each in listed
        if state_of(status, each[1].rest, each[0].line, known) is not None
        or (each[1].has_code and _PERCENT.search(each[1].rest))
    ]
    if not clear:
        return [], frozenset()
    chosen = listed if len(clear) >= 2 else clear
    entries = [_entry(parts, line, form, (activity, status), known) for line, parts in chosen]
    return entries, frozenset(number for line, _ in chosen for number in line.lines)


def _is_known(activity: Field, words: str, known: Known) -> bool:
    """Tell whether words are the code or the title of an activity of the programme."""
    return bool(known.activities) and isinstance(read_value(activity, words, 0, known), FieldValue)


def _is_nearly_code(activity: Field, words: str, known: Known) -> bool:
    """Tell whether words are a code of the programme with one character wrong, as "P003-O8"."""
    if " " in words or not any(each.isdigit() for each in words):
        return False
    read = read_value(activity, words, 0, known)
    return isinstance(read, Doubt) and read.proposal is not None


def parts_of_line(line: Loose, activity: Field, known: Known) -> Parts | None:
    """Return a line that names an activity and says something of it, in its parts."""
    text = without_bullet(line.text)
    cut = _CUT.search(text)
    code = _CODE.match(text.lstrip("[( "))
    if cut and cut.start() <= _LONGEST_NAME and text[: cut.start()].strip():
        head = text[: cut.start()].strip(" []()")
        rest = _behind_title(head, text[cut.end() :], activity, known)
        return Parts(head, _flat(rest), bool(_CODE.search(head)) or _is_nearly_code(activity, head, known))
    if code:
        rest = _flat(text.lstrip("[( ")[code.end() :].strip(" ])"))
        return Parts(code.group(), rest, has_code=True)
    loosely = _LOOSE_CODE.match(text)
    if loosely and _is_known(activity, loosely.group(), known):
        return Parts(loosely.group(), _flat(text[loosely.end() :]), has_code=False)
    return None


def _behind_title(head: str, rest: str, activity: Field, known: Known) -> str:
    """What stands behind "MD-01 – its title: …"; all of it where no title of that code stands there."""
    title, colon, more = rest.partition(":")
    if not colon or not more.strip() or len(title) > _LONGEST_NAME or not _CODE.fullmatch(head):
        return rest
    coded, titled = (read_value(activity, words, 0, known) for words in (head, title.strip()))
    same = isinstance(coded, FieldValue) and isinstance(titled, FieldValue) and coded.value == titled.value
    return more if same and known.activities else rest


def _flat(text: str) -> str:
    """What stands behind the activity, with commas for all signs that part its pieces."""
    return clean_value(_PARTING.sub(", ", text)).strip(" ,")


def _entry(parts: Parts, line: Loose, form: Form, needed: tuple[Field, Field], known: Known) -> Entry:
    activity, status = needed
    values: dict[str, FieldValue] = {}
    doubts: list[Doubt] = []
    state = state_of(status, parts.rest, line.line, known)
    if state is None and re.search(r"[^\W\d_]{3}", _OF_PROGRESS.sub(" ", fold(parts.rest))):
        state = Doubt(status.id, parts.rest, NO_STATE, line.line)
    about = read_value(activity, parts.activity, line.line, known)
    date = next((each for each in form.fields if each.kind == "window"), None)
    without = re.sub(r"\(\s*\)|,\s*(?=,|$)", "", _PERCENT.sub("", parts.rest)).strip(" ,")
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
        if each.kind == "percentage" and (found := _PERCENT.search(parts.rest)):
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
                doubts += _date(each, parts.rest, line, known)
    early = date_to_come(form, values, known)
    if early:
        del values[early.field]
        doubts.append(early)
    missing = () if activity.id in values or doubts else (activity.id,)
    return Entry(form.id, _ordered(values, form), missing, tuple(doubts))


def _ordered(values: Mapping[str, FieldValue], form: Form) -> dict[str, FieldValue]:
    return {each.id: values[each.id] for each in form.fields if each.id in values}


def state_of(status: Field, rest: str, line: int, known: Known) -> FieldValue | Doubt | None:
    """The state by one of its words, standing alone or before a comma or full stop."""
    words = {
        fold(word): choice.value
        for choice in status.choices
        for word in (choice.value, choice.label.es, choice.label.en, *choice.synonyms)
    }
    phrases = [part.strip(" .!") for part in _PHRASE.split(_PERCENT.sub(" ", rest))]
    found = {words[key]: part for part in phrases if (key := fold(part)) in words}
    if len(found) == 1:
        value, said = found.popitem()
        return FieldValue(value, said, line, "normalised")
    read = read_value(status, rest, line, known)
    if isinstance(read, FieldValue) and not found and _opens(words, phrases[0], read.value):
        return FieldValue(read.value, rest, line, "normalised")
    if isinstance(read, FieldValue):
        return Doubt(status.id, rest, FROM_A_SENTENCE, line, read.value)
    if found:
        return Doubt(status.id, rest, FROM_A_SENTENCE, line)
    return read if isinstance(read, Doubt) and read.proposal else None


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


def _date(each: Field, rest: str, line: Loose, known: Known) -> list[Doubt]:
    read = read_value(each, rest, line.line, known)
    if isinstance(read, FieldValue) and isinstance(read.value, dict) and read.value.get("end"):
        return [Doubt(each.id, rest, FROM_A_SENTENCE, line.line, read.value)]
    return []
