"""Writers who tell that they go themselves, or whom they follow: "mañana es mi último día", "sustituyo a la Licda. …".

The signer leaves, or replaces whom the sentence names; all of it is asked, and the address must bear the name out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.found import told_for
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.persons.absence import is_only_away
from mailbot.core.forms.persons.roles import role_of
from mailbot.core.forms.persons.runs import Run, persons_in
from mailbot.core.forms.persons.signers import doubts_of_signer, signed_as, signer
from mailbot.core.forms.persons.told_entries import OF_A_PERSON
from mailbot.core.forms.persons.told_words import I_LEAVE, LEAVES
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Line

_I_FOLLOW = re.compile(
    r"\b(?:sustituyo|sustitu[ií](?!\w)|re?emplazo|re?emplac[eé](?!\w)|relevo|relev[eé](?!\w)|sucedo) al?\s"
    r"|\b(?:yo|soy|ocupo|ocupar[eé]|asum[oií]|asumir[eé]|estoy|trabajo|laboro|me desempeño|he (?:sido|asumido)|fui"
    r"|fungir[eé]|funjo|mi (?:cargo|puesto)|nombrad[oa])\b[^.;]{0,120}"
    r"\ben (?:sustituci[oó]n|re?emplazo|relevo|lugar) (?:del?|de la)\s"
    r"|\bi(?:\b[^.;?]{1,100} and)?(?:['’]ve|['’]m| am| have| will)?(?: (?:now|recently|just|also|been|be))*"
    r" (?:replac(?:e|ed|ing)(?! by)|succeed(?:ed|ing)?(?! by)|tak(?:e|en|ing) over from|took over from)\s"
    r"|\bmi (?:antecesora?|predecesora?)\b|\bmy predecessor\b",
    re.IGNORECASE,
)
_IN_MY_PLACE = re.compile(
    r"\b(?:en mi (?:lugar|re?emplazo|sustituci[oó]n)|mi (?:sucesora?|re?emplazo|sustitut[oa]|relevo)"
    r"|me (?:sustituy|re?emplaz|relev|suced)\w+"
    r"|my (?:successor|replacement|place|duties|responsibilities|functions|role|post|position)|from me)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r",? (?:quien|que|who)\b|,? (?:now |ya |hoy )?(?:retired|jubilad|pensionad)", re.IGNORECASE)
_THEY = re.compile(r"(?:s?he|él|ella|quien|who)\s", re.IGNORECASE)
_FOR_NOW = re.compile(
    r"\b(?:esta semana|estos d[ií]as|temporal\w*|interin\w+|mientras|this week|temporarily|while|acting)\b",
    re.IGNORECASE,
)
_AS_ROLE = re.compile(r",? (?:as|como)(?: (?:the|el|la|su|our))?(?: [a-z-]+)? [^.,;]{5,60}", re.IGNORECASE)
_REPLACES = "replaces"  # the field in which whom somebody follows stands
_SHORTEST = 4  # letters of a word of a name
_OWN = frozenset({"new", "answer"})
_LONGEST = 600


def with_own_succession(
    entries: tuple[Entry, ...], lines: Sequence[Line], sender: str, form: Form
) -> tuple[Entry, ...]:
    """Return the entries with the signer's leave, and with whom the signer follows.

    ``sender``: the name and address under From, which must bear the signer's name out.
    """
    key = key_field(form)
    said = [(each, line.number) for line in lines if line.label in _OWN for each in clauses(line.text[:_LONGEST])]
    if key is None or not entries:
        return entries
    signed = signer(lines, sender, borne_out=True)
    name = signed_as(signed)[1] if signed else ""
    if signed and any(I_LEAVE.search(clause) for clause, _ in said):
        entries = _with_leaver(entries, doubts_of_signer(signed, form), name, form, key.id)
    return _with_followed(entries, said, f"{sender} {name}", form, key.id)


def _with_leaver(
    entries: tuple[Entry, ...], signed: Sequence[Doubt], name: str, form: Form, key: str
) -> tuple[Entry, ...]:
    """Name the one who leaves without a name as the letter is signed; who comes in "my" place follows them."""
    nameless = [each for each in entries if not told_for(each, key) and _change(each, form) == "leave"]
    known = {fold(told_for(each, key)) for each in entries}
    if len(nameless) != 1 or nameless[0].fields or fold(name) in known:
        return entries
    whole = replace(nameless[0], doubts=(*nameless[0].doubts, *signed))
    return tuple(whole if each is nameless[0] else _in_place_of(each, name, form, key) for each in entries)


def _in_place_of(entry: Entry, name: str, form: Form, key: str) -> Entry:
    """An entry with whom the writer says to be followed by: "en mi lugar queda la Licda. …"."""
    told = next((each for each in entry.doubts if each.field == key and _IN_MY_PLACE.search(each.said)), None)
    told = told or next((each for each in entry.doubts if _IN_MY_PLACE.search(each.said)), None)
    return _replacing(entry, name, told.said, told.line, form) if told else entry


def _replacing(entry: Entry, name: str, said: str, line: int, form: Form) -> Entry:
    """An entry with whom they replace, who so come new to the list as those do of whom others tell it."""
    told = {_REPLACES: name, form.no_change_field or "": "new"}
    free = [each.id for each in form.fields if told.get(each.id) and not told_for(entry, each.id)]
    doubts = (Doubt(each, said, OF_A_PERSON, line, told[each], one_reading=True) for each in free)
    return replace(entry, doubts=(*entry.doubts, *doubts)) if _REPLACES in free else entry


def _with_followed(
    entries: tuple[Entry, ...], said: Sequence[tuple[str, int]], writer: str, form: Form, key: str
) -> tuple[Entry, ...]:
    """Say in the writer's entry whom they follow, who has an entry only where they are told to have left.

    ``writer``: the name under which they write and the one they sign with.
    """
    found = next(_followed(said), None)
    if found is None:
        return entries
    run, clause, line = found
    followed = [each for each in entries if _is_called(told_for(each, key), run.name)]
    others = [each for each in entries if each not in followed and _change(each, form) not in {"leave", "none"}]
    own = [each for each in others if _is_writers(told_for(each, key), writer)]
    if len(own) != 1:
        return entries
    gone = next((text for text, _ in said if (text != clause and _left(text, run)) or _is_gone(text, run)), "")
    role = next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)
    mended = _replacing(own[0], run.name, clause, line, form)
    if role and (as_role := _AS_ROLE.match(clause, run.end)) and not told_for(mended, role.id):
        doubt = Doubt(role.id, clause, OF_A_PERSON, line, role_of(as_role[0]), one_reading=True)
        mended = replace(mended, doubts=(*mended.doubts, doubt) if doubt.proposal else mended.doubts)
    stand = [each for each in followed if each.fields or (gone and _change(each, form) == "leave")]
    kept = (mended if each is own[0] else each for each in entries if each not in followed or each in stand)
    return (*kept, _leaver(run, gone, line, form, key)) if gone and not stand else (*kept,)


def _followed(said: Sequence[tuple[str, int]]) -> Iterator[tuple[Run, str, int]]:
    """Yield the one person behind the words with which writers tell whom they follow for good."""
    for clause, line in said:
        words = _I_FOLLOW.search(clause)
        if words is None or _FOR_NOW.search(clause) or is_only_away(clause):
            continue
        behind = [each for each in persons_in(clause) if each.start >= words.end()]
        if len(behind) == 1 and behind[0].name:
            yield behind[0], clause, line


def _left(clause: str, run: Run) -> bool:
    """Tell whether a further sentence says that somebody left: under a part of the name, or "she"."""
    leaves = LEAVES.search(clause)
    ahead = fold(clause[: leaves.start()]) if leaves else ""
    words = set(re.split(r"[^\w]+", ahead))
    return leaves is not None and bool(words & set(fold(run.name).split()) or _THEY.match(clause))


def _is_gone(clause: str, run: Run) -> bool:
    """Tell whether the very sentence says that they left: "en sustitución de …, quien se jubiló"."""
    behind = clause.partition(run.name)[2]
    return bool(_WHO.match(behind) and LEAVES.search(behind))


def _is_writers(name: str, writer: str) -> bool:
    """Tell whether an entry's name may be the writer's: there is none, or the address or the signature holds a word."""
    words = [word for word in re.split(r"[^\w]+", fold(name)) if len(word) >= _SHORTEST]
    return not name or any(word in fold(writer) for word in words)


def _leaver(run: Run, clause: str, line: int, form: Form, key: str) -> Entry:
    told = {form.no_change_field: "leave", "title": run.title, key: run.name}
    fields = [each.id for each in form.fields if told.get(each.id)]
    doubts = (Doubt(each, clause, OF_A_PERSON, line, told[each], one_reading=True) for each in fields)
    return Entry(form.id, {}, (), (*doubts,))


def _is_called(name: str, whole: str) -> bool:
    return bool(name) and set(fold(name).split()) <= set(fold(whole).split())


def _change(entry: Entry, form: Form) -> str:
    return told_for(entry, form.no_change_field) if form.no_change_field else ""
