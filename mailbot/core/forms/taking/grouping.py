"""What was said, in order → one group for each contact or activity."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.forms.naming.labels import FOR_ALL, label_key
from mailbot.core.forms.naming.said import Break, Item, Loose, Said, Stands
from mailbot.core.forms.naming.sent import is_request_code
from mailbot.core.values import Field, Form

_LANGUAGES = frozenset({"es", "en"})
_CODE = re.compile(r"\s*[A-Za-z]{1,6}\d{0,4}\s?-?\s?\d{1,3}[A-Za-z]?\s*")
_HEADING = re.compile(rf"\W{{0,3}}{ACTIVITY_CODE}(?:[\s.)\]–-]+[^\W\d_][^:=.;,!?%\d]{{2,120}})?\W{{0,3}}")
_CODED = re.compile(rf"\s*(?:\(?[a-z]\)\s)?\W{{0,3}}({ACTIVITY_CODE})\b")
_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_OPENING = 2  # lines: a heading, and somebody's name
_LISTS = frozenset({"email", "telephone"})


@dataclass
class Group:
    """What was said about one contact or activity."""

    said: dict[str, list[Said]] = field(default_factory=dict)
    first: str = ""  # field of the first label: when it comes again, another entry begins
    loose: list[Loose] = field(default_factory=list)
    subject: str = ""  # whom our letter named, when that line was left untouched …
    subject_line: int = 0  # … and which line it is

    def add(self, said: Said) -> None:
        """File the words under each field of their label."""
        self.first = self.first or said.label.fields[0]
        if said.text or said.struck:
            for each in said.label.fields:
                self.said.setdefault(each, []).append(said)


@lru_cache(maxsize=64)
def key_field(form: Form) -> Field | None:
    """Return the field that says which contact, activity or indicator an entry is about."""
    if form.subject_of in {"proposal", "indicator"}:
        return next((each for each in form.fields if each.required), None)
    keyed = [each for each in form.fields if each.kind in {"name", "activity"} and each.required]
    return keyed[0] if keyed else None


@dataclass
class _Grouping:
    form: Form
    groups: list[Group] = field(default_factory=list)
    current: Group | None = None
    loose: list[Loose] = field(default_factory=list)  # in this block, before its first label
    apart: list[Loose] = field(default_factory=list)  # near no label
    force: bool = False
    in_block: bool = False
    standing: str = ""  # whom our letter names in a line left untouched
    halves: set[str] = field(default_factory=set)  # languages in which our letter named its subject
    opens: Callable[[str], bool] = lambda _: False
    lately: list[Said] = field(default_factory=list)  # said since the last empty line
    waiting: list[Said] | None = None  # said after the first label came again alike: whose, the next name tells


def group(
    items: Sequence[Item], form: Form, opens: Callable[[str], bool] = lambda _: False
) -> tuple[list[Group], list[Loose]]:
    """Return the groups that hold something, and the lines near none of them.

    ``opens`` tells whether a line without a label is the name of somebody.
    """
    state = _Grouping(form, standing=_standing(items, form), opens=opens)
    for item in items:
        if isinstance(item, Said):
            _into_the_letter(state, item)
            _said(state, item)
        elif isinstance(item, Loose):
            _loose(state, item)
        elif isinstance(item, Break):
            state.force = True
        elif isinstance(item, Stands):
            _stands(state, item)
        else:
            _gap(state)
    _give(state, state.current)
    _gap(state)
    state.apart += state.loose
    groups = [each for each in state.groups if each.said]
    _to_whom_it_names(groups, form)
    return _shared(groups), state.apart


def _to_whom_it_names(groups: Sequence[Group], form: Form) -> None:
    """Move "Telephone (Mockridge): …" to the one entry whose name holds that word, when another holds it."""
    key = key_field(form)
    if key is None or key.kind != "name" or len(groups) < 2:
        return
    names = [{word for one in each.said.get(key.id, ()) for word in label_key(one.text).split()} for each in groups]
    for each in groups:
        for field_id, one in [(name, one) for name, all_said in each.said.items() for one in all_said]:
            words = {word for said in _IN_BRACKETS.findall(one.label.words) for word in label_key(said).split()}
            of = [place for place, name in enumerate(names) if words and words <= name]
            if len(of) == 1 and groups[of[0]] is not each:
                each.said[field_id].remove(one)
                groups[of[0]].said.setdefault(field_id, []).append(one)
        each.said = {name: all_said for name, all_said in each.said.items() if all_said}


def _shared(groups: list[Group]) -> list[Group]:
    """Return the groups with "Institución para ambos: …" said of everybody of whom nothing else is said there."""
    said = [(name, one) for each in groups for name, all_said in each.said.items() for one in all_said]
    common = [(name, one) for name, one in said if FOR_ALL.search(one.label.words)]
    if len(groups) < 2 or not common:
        return groups
    own = [each for each in groups if any((name, one) not in common for name in each.said for one in each.said[name])]
    for name, one in common:
        for each in own:
            each.said.setdefault(name, [one])
    return own or groups


def _standing(items: Sequence[Item], form: Form) -> str:
    key = key_field(form)
    named = (each.text for each in items if isinstance(each, Stands) and key and key.id in each.label.fields)
    return next(named, "")


def _into_the_letter(state: _Grouping, said: Said) -> None:
    """What is typed inside our letter is about whom it names, not about another person typed above it."""
    current, key = state.current, key_field(state.form)
    if not (said.answer and state.standing and current and key) or current.subject or key.id in said.label.fields:
        return
    above = not any(one.answer for each in current.said.values() for one in each)
    if above and _is_of_another(state, current, key, state.standing):
        _give(state, current)
        _another(state).subject = state.standing


def _is_of_another(state: _Grouping, current: Group, key: Field, name: str) -> bool:
    """Tell whether a name was typed for an entry, under a label or alone on its line, and not this one."""
    said = [one.text for one in current.said.get(key.id, ()) if not one.answer]
    alone = [one.text for one in current.loose if state.opens(one.text)] if not said else []
    mine = label_key(name)
    return any(label_key(each) != mine for each in said) or any(mine not in label_key(each) for each in alone)


def _another(state: _Grouping) -> Group:
    state.current = Group()
    state.groups.append(state.current)
    return state.current


def _gap(state: _Grouping) -> None:
    """Set apart what stands alone, but for an activity's code: in a letter of double lines it heads what follows."""
    waits = bool(state.loose) and _has_codes(state.form) and _HEADING.fullmatch(state.loose[-1].text) is not None
    state.apart += state.loose[:-1] if waits else state.loose
    state.loose = state.loose[-1:] if waits else []
    state.lately = []
    state.in_block = False


def _loose(state: _Grouping, item: Loose) -> None:
    if item.numbered or (_CODED.match(item.text) and _has_codes(state.form)):
        state.apart += state.loose
        state.loose = [item]
        state.force = True
        state.in_block = False
    elif state.in_block and not state.force and state.current:
        state.current.loose.append(item)
    else:
        state.loose.append(item)


def _has_codes(form: Form) -> bool:
    return any(each.kind == "activity" for each in form.fields)


def _stands(state: _Grouping, item: Stands) -> None:
    """Our letter names its subject, once in each half: what follows is about it."""
    key = key_field(state.form)
    if key is None or key.id not in item.label.fields or is_request_code(item.text):
        return
    half = item.label.language
    if half in state.halves:
        return
    state.halves.add(half)
    _give(state, state.current)
    about = (each for each in state.groups if each.subject == item.text)
    state.current = next(about, None) or (state.groups[0] if state.groups else _another(state))
    if _is_of_another(state, state.current, key, item.text):
        state.current = _another(state)
    if not state.current.subject:
        state.current.subject, state.current.subject_line = item.text, item.line


def _give(state: _Grouping, group: Group | None) -> None:
    """Let what waited for a name be said of a group."""
    for each in state.waiting or ():
        if group is not None:
            group.add(each)
    state.waiting = None


def _waits(state: _Grouping, current: Group, said: Said) -> bool:
    """Tell whether it waits for the name below it: "Change: new" stands above each of two people."""
    key = key_field(state.form)
    if key is None or state.force:
        _give(state, current)
        return False
    if key.id in said.label.fields and said.text:
        another = state.waiting is not None and not _says_the_same(current, said, key.id)
        _give(state, _another(state) if another else current)
        return False
    if state.waiting is None and _opens_alike(state, current, said, key):
        state.waiting = []
    if state.waiting is not None:
        state.waiting.append(said)
    return state.waiting is not None


def _opens_alike(state: _Grouping, current: Group, said: Said, key: Field) -> bool:
    """Tell whether the label that opened an entry with a name comes again with the same words."""
    first = current.first
    if not state.form.repeatable or not said.text or said.below or key.id not in current.said:
        return False
    if first not in said.label.fields or first not in current.said or _is_other_half(current, said, first):
        return False
    return _says_the_same(current, said, first)


def _said(state: _Grouping, said: Said) -> None:
    if state.current is not None and _waits(state, state.current, said):
        state.in_block = True
        return
    current = state.current
    if current is None or _begins_another(state, current, said):
        opening = _opening(state, current, said) if current else []
        current = _another(state)
        for each in opening:
            current.add(each)
    if said.text or said.struck:
        state.force = False
    current.add(said)
    state.lately.append(said)
    key = key_field(state.form)
    if key and key.kind == "activity" and key.id in said.label.fields:  # it names its own
        state.apart += state.loose
    else:
        current.loose += state.loose
    state.loose = []
    state.in_block = True


def _opening(state: _Grouping, current: Group, said: Said) -> list[Said]:
    """Take from an entry what was said below its last empty line, where that line turns out to begin another.

    "Cargo: …, Teléfono: …", then "Movimiento: Alta, Nombre: …, Cargo: …": the first label or the name tells.
    """
    key, lately = key_field(state.form), state.lately
    below = {each for one in lately for each in one.label.fields}
    above = {name for name, all_said in current.said.items() if any(one not in lately for one in all_said)}
    first = state.form.fields[0].id
    opens = bool(lately) and first in lately[0].label.fields
    named = key is not None and key.id in below.union(said.label.fields)
    if not above or above & below or not (opens or named):
        return []
    kept = {name: [one for one in all_said if one not in lately] for name, all_said in current.said.items()}
    current.said = {name: all_said for name, all_said in kept.items() if all_said}
    return lately


def _begins_another(state: _Grouping, current: Group, said: Said) -> bool:
    if not state.form.repeatable or not (said.text or said.struck) or said.below:
        return False
    key = key_field(state.form)
    if current.subject and key and key.id in said.label.fields and key.id not in current.said:
        # The subject still stands above in this half, so a name typed below it is another's.
        stands = said.label.language in state.halves or said.label.language not in _LANGUAGES
        return stands and label_key(current.subject) != label_key(said.text)
    if not current.said:
        return False
    if state.force or (key and key.id in said.label.fields and _is_below_another_code(current, said)):
        return True
    if key and key.id in said.label.fields and _is_of_somebody(state, current, key):
        return True
    repeated = [each for each in said.label.fields if _says_again(current, said, each)]
    if not repeated or all(_is_other_half(current, said, each) for each in repeated):
        return False
    if any(_says_the_same(current, said, each) for each in repeated):
        return False
    if key and key.id in repeated:
        return not _code_with_title(current, said, key)
    if key and key.id not in current.said and all(_called_otherwise(current, said, each) for each in repeated):
        return False  # "Bureau: PRM" and "Office: OIM" above the name of one person
    named = (
        key and state.lately and key.id in state.lately[-1].label.fields and current.first != state.form.no_change_field
    )
    if named and said.text and _is_heading(current.said.get(current.first, ())):
        return False  # "ALTERNO" over "Nombre: …" and "Función: …"
    listed = all(state.form.field(each).kind in _LISTS for each in repeated)
    return current.first in repeated and not listed


def _is_below_another_code(current: Group, said: Said) -> bool:
    """Tell whether an entry stands under the code of another activity: "* P003-02" over "Estado: …"."""
    codes = {found[1] for each in current.loose if (found := _CODED.match(each.text))}
    return bool(codes) and not any(each in said.text for each in codes)


def _is_heading(said: Sequence[Said]) -> bool:
    """Tell whether words stood alone above somebody's data: they are label and value."""
    return any(each.text and each.label.words == each.text for each in said)


def _is_of_somebody(state: _Grouping, current: Group, key: Field) -> bool:
    """Tell whether an entry without a label for its name opens with somebody on a line alone, above its labels."""
    if key.kind != "name" or key.id in current.said or not current.loose:
        return False
    reached = (all_said for name, all_said in current.said.items() if state.form.field(name).kind in _LISTS)
    labelled = min((one.line for each in reached for one in each), default=0)
    return any(state.opens(line.text) for line in current.loose[:_OPENING] if line.line < labelled)


def is_code(text: str) -> bool:
    """Tell whether words look like the code of an activity ("MD-07")."""
    return _CODE.fullmatch(text) is not None


def _code_with_title(current: Group, said: Said, key: Field) -> bool:
    """Tell whether the code and the title of one activity stand in two lines, one after the other."""
    before = current.said[key.id]
    only = key.kind == "activity" and set(current.said) == {key.id} and len(before) == 1
    return only and is_code(before[0].text) != is_code(said.text)


def _says_again(current: Group, said: Said, field_id: str) -> bool:
    """Tell whether the field, or the same part of it, was said before."""
    before = current.said.get(field_id, ())
    if said.label.part or any(each.label.part for each in before):
        return any(each.label.part == said.label.part for each in before)
    return bool(before)


def _called_otherwise(current: Group, said: Said, field_id: str) -> bool:
    """Tell whether another word named the same field before: a part of it, or one beside it."""
    words = label_key(said.label.words)
    return bool(words) and all(label_key(each.label.words) not in {"", words} for each in current.said[field_id])


def _says_the_same(current: Group, said: Said, field_id: str) -> bool:
    return any(label_key(each.text) == label_key(said.text) for each in current.said[field_id])


def _is_other_half(current: Group, said: Said, field_id: str) -> bool:
    """Tell whether the same line was filled in the other language half of our letter."""
    before = current.said[field_id]
    languages = {each.label.language for each in before}
    if said.label.language not in _LANGUAGES or not languages <= _LANGUAGES - {said.label.language}:
        return False
    in_letter = said.answer or any(each.answer for each in before)
    return in_letter or _says_the_same(current, said, field_id)
