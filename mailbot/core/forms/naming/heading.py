"""A label that says a choice besides naming its value: "Suplente: Lic. X", "Punto focal: Licda. Y"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.labels import Label, Labels, label_key
from mailbot.core.forms.naming.pieces import extent, split, without_bullet
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.language import fold
from mailbot.core.values import Choice, Doubt, Entry, Field, FieldValue, Form

_NAMED = (["name"], ["title"])
_LONGEST = 50  # characters of a heading
_NEW = re.compile(r"^(?:nuev[oa]|new) ")
_OF_VALUES = frozenset({"nuevo", "nueva", "new", "cambio", "change"})  # "Nuevo:" may stand over new values
_COUNTED = re.compile(r"(?:segund|primer|second\b|first\b)", re.IGNORECASE)  # "Segundo contacto:" may only count
_PERSON = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de|del|la|las|los|y|[A-ZÀ-Þ][\w.'’-]*)){1,5}")
_ROLE_BEHIND = re.compile(
    r"(?P<name>[^()]{5,60}?)(?:\s*\((?P<brackets>[^()\d]{4,60})\)|\s+[-–—]\s+(?P<dash>[^()\d,:]{4,40}))"
)
_IN_BRACKETS = re.compile(r"\s*\(([^()\d]{4,60})\)")
_ADDED = re.compile(
    r"(?:(?:please|also|favor(?: de)?|(?:les )?agradecer[eé]|por favor|solicito|adem[aá]s|asimismo),? )*"
    r"(?:add|include|register|agregar|incluir|añadir|incorporar|registrar)(?: also| tambi[eé]n)?(?: as| como| al?)?"
    r"(?: (?:an?|the|our|following|el|la|un|una|nuestr[oa]|siguiente))*\s+",
    re.IGNORECASE,
)  # "Please also add an alternate:"
_DATA_OF = re.compile(  # "Datos del punto focal", "Alternate details"
    r"(?:datos|informaci[oó]n|generales)(?: generales| de contacto)? (?:del?|de la) (?P<es>.+)"
    r"|(?:details|particulars|contact details) of (?:the |our )?(?P<of>.+)"
    r"|(?P<en>.+?)(?:['’]s)? (?:contact )?(?:details|particulars|information|data)",
    re.IGNORECASE,
)
_HALVES = re.compile(r"\s*[/|(]\s*|\s+[-–—]\s+")
_ENDS = frozenset(")rlotea")  # a bracket, or the last letter of a role
_HOLDER = "titular"  # who holds the office, or the first of two


def choices_in_labels(form: Form, said: Mapping[str, Iterable[Said]]) -> Iterator[tuple[str, FieldValue]]:
    """Yield (field, value) for each choice that is the label of something else, where the form allows it."""
    spoken = _spoken(form)
    for all_said in said.values() if spoken else ():
        for each in all_said:
            key = label_key(each.label.words)
            both = "/" in each.label.words  # "Punto focal / Suplente" is no "punto focal suplente"
            found = _in_both(each.label.words, spoken) if both else spoken.get(key) or spoken.get(_NEW.sub("", key))
            found = found if each.text.strip() else None
            if found and found[0] not in each.label.fields:
                yield found[0], FieldValue(found[1], each.label.words, each.line, "normalised")


def _in_both(words: str, spoken: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """What both halves of "Suplente / Alternate" say; None where they differ."""
    told = {spoken.get(label_key(half)) for half in words.split("/")}
    return told.pop() if len(told) == 1 else None


def with_plain_role(said: Sequence[dict[str, list[Said]]], form: Form) -> None:
    """Let "Contacto: Ing. X" say the role too, where "Punto focal: Lic. Y" beside it says that of somebody else."""
    spoken = [dict(choices_in_labels(form, each)) for each in said]
    if not any(spoken):
        return
    fields = [each for each in form.fields if any(choice.in_label for choice in each.choices)]
    plain = _words_of(form, lambda field, choice: field in fields and not choice.in_label)
    roles = {key: field for key, (field, _) in plain}
    for each, told in zip(said, spoken, strict=True):
        heads = [one for name, words in each.items() if form.field(name).kind == "name" for one in words]
        named = (one for one in heads if is_name_like(split_title(one.text)[1]))
        found = next((one for one in named if label_key(one.label.words) in roles), None)
        if found and not told and roles[label_key(found.label.words)] not in each:
            field, words = roles[label_key(found.label.words)], found.label.words
            each[field] = [replace(found, label=Label((field,), words=words), text=words)]


def roles_from_headings(items: Sequence[Item], labels: Labels) -> tuple[Item, ...]:
    """Read "SUPLENTE" or "BAJA" alone above "Nombre: …" as said of the person below, who begins another entry.

    "Baja: Lic. Ana Prueba" says the name beside it.
    """
    headings = _headings(labels.form)
    if not headings:
        return tuple(items)
    arranged: list[Item] = []
    several = sum(_is_of_data(_heading(item), labels.form) for item in items) > 1  # one alone is the title of a form
    leaver = any(_value_of(_heading(item), labels.form)[1] == "leave" for item in items)
    for place, item in enumerate(items):
        heading = _without_data(_heading(item)) if several else _heading(item)
        told, words = _told_by(heading, headings, labels.form, beside_leaver=leaver)
        below = items[place + 1 :]
        heads = told and isinstance(item, Said | Loose) and not _typed_inside(item) and _names_somebody(below, labels)
        if told and _COUNTED.match(words) and (heads or _said_next(below)):
            arranged.append(Break())
        elif told and isinstance(item, Said | Loose) and not words.isupper() and _ends_block(items, place):
            arranged += _said_of(told, words, item)
        elif told and not heads and isinstance(item, Said) and _is_of_a_card(items, place):
            arranged.append(Loose(words, item.line, item.lines))
        elif heads and isinstance(item, Said | Loose):
            arranged += [Break(), *_said_of(told, words, item)]
        else:
            arranged += _named_beside(item, headings, labels) or _with_role_behind(item, labels)
    return tuple(arranged)


def _told_by(
    words: str, headings: Mapping[str, Sequence[str]], form: Form, *, beside_leaver: bool
) -> tuple[Sequence[str], str]:
    """The fields that a heading says, and the words that say it: of "BAJA / LEAVES" and "BAJA (leaves)" the first.

    ``beside_leaver``: somebody else stands under "BAJA" or the like, so that "NUEVO" stands over whoever comes.
    """
    if told := headings.get(label_key(words), ()):
        return told, words
    halves = [half.strip() for half in _HALVES.split(words.rstrip(" )"))] if words else []
    told_of = {_value_of(half, form) for half in halves}
    field, value = told_of.pop() if len(told_of) == 1 else ("", "")
    sure = any(label_key(half) not in _OF_VALUES for half in halves)
    several = (len(halves) > 1 and sure) or (beside_leaver and value == "new")
    return ((field,), halves[0]) if field and several else ((), words)


def _value_of(words: str, form: Form) -> tuple[str, str]:
    """The field and the value that a heading's words are: what is to be done, or the role; empty for none."""
    return _values(form).get(label_key(words), ("", "")) if words else ("", "")


def _is_of_a_card(items: Sequence[Item], place: int) -> bool:
    """Tell whether "Suplente" stands below the name and the post of a card rather than above anything."""
    item, above = items[place], items[place - 1] if place else None
    alone = isinstance(item, Said) and not item.text and not item.answer
    return alone and isinstance(above, Loose) and not above.text.rstrip().endswith(":")


def heads_persons(cells: Sequence[str], form: Form) -> bool:
    """Tell whether each cell is such a heading: "Titular", "Alterno" over a column a person."""
    return all(label_key(cell) in _headings(form) for cell in cells)


def _said_of(told: Sequence[str], words: str, item: Said | Loose) -> list[Item]:
    """The words for the first field, for a second one those behind "Nuevo"."""
    texts = (words, words.partition(" ")[2])
    return [
        Said(Label((field,), words=words), text, item.line, item.lines)
        for field, text in zip(told, texts, strict=False)
    ]


def _named_beside(item: Item, headings: Mapping[str, Sequence[str]], labels: Labels) -> list[Item]:
    """Read "Baja: Lic. Ana Prueba", where such a word is no label of the name."""
    words, sign, rest = item.text.partition(":") if isinstance(item, Loose) else ("", "", "")
    told = headings.get(label_key(without_bullet(words)), ()) if sign and len(words) < _LONGEST else ()
    name = next((each for each in labels.form.fields if each.kind == "name" and each.required), None)
    opening = rest.partition(",")[0].strip(" .")
    if not told or name is None or not isinstance(item, Loose) or not is_name_like(split_title(opening)[1]):
        return []
    said: list[Item] = []
    for each in split(rest.strip(), labels, Label((name.id,))):
        reach = extent(each.text, each.label, labels) if each.label else 0
        if each.label:
            said.append(Said(each.label, each.text[: reach or None].rstrip(" ,;"), item.line, item.lines))
        if reach and (more := each.text[reach:].strip(" ,;.")):
            said.append(Loose(more, item.line, item.lines))
    return [Break(), *_said_of(told, words, item), *said]


def _with_role_behind(item: Item, labels: Labels) -> list[Item]:
    """Read "Nombre: Lic. Ana Prueba (suplente)", or a post with such brackets, as the name and the role."""
    if not isinstance(item, Said) or item.text[-1:] not in _ENDS:
        return [item]
    found = _ROLE_BEHIND.fullmatch(item.text)
    meant = [labels.form.field(each) for each in item.label.fields]
    words = (found["brackets"] or found["dash"]) if found else ""
    named = any(each.kind == "name" for each in meant)
    held = any("job title" in each.synonyms for each in meant) and label_key(words) != _HOLDER
    told = _role_in(words, labels.form) if named or held else None
    if found is None or told is None:
        return [item]
    role = Said(Label((told[0],), words=told[1]), told[1], item.line, item.lines)
    return [replace(item, text=found["name"]), role]


def _role_in(words: str, form: Form) -> tuple[str, str] | None:
    """The field of a role and one word for it, of "punto focal / focal point"; None for none or two."""
    halves = [half.strip() for half in words.split("/")]
    told = {_spoken(form).get(label_key(half)) for half in halves}
    field = told.pop() if len(told) == 1 else None
    return (field[0], halves[0]) if field else None


def with_role_behind(entry: Entry, loose: Iterable[Loose], form: Form) -> Entry:
    """Return an entry with the role in brackets behind its name, where that stands on a line without a label."""
    key = next((each.id for each in form.fields if each.kind == "name" and each.required), "")
    names = [str(each.proposal) for each in entry.doubts if each.field == key and each.proposal]
    for line in loose if names else ():
        behind = line.text.partition(names[0])[2] if "(" in line.text else ""
        found = _IN_BRACKETS.match(behind)
        told = _role_in(found[1], form) if found else None
        if told and told[0] not in {*entry.fields, *(each.field for each in entry.doubts)}:
            value = _spoken(form)[label_key(told[1])][1]
            doubt = Doubt(told[0], told[1], FROM_A_SENTENCE, line.line, value, one_reading=True)
            return replace(entry, doubts=(*entry.doubts, doubt))
    return entry


def _heading(item: Item) -> str:
    """The words of a line that may be a heading: a label with nothing beside it, or a line without one."""
    if isinstance(item, Said):
        return "" if item.text or item.struck or item.below else item.label.words
    if not isinstance(item, Loose) or len(item.text) > _LONGEST:
        return ""
    words = without_bullet(item.text.strip(" .:*_-–—#\t")).strip()
    added = _ADDED.match(words) if " " in words and item.text.rstrip().endswith(":") else None
    plain = fold(words).endswith(("contact", "contacto"))  # says whom to add, not as what
    return words[added.end() :] if added and added.end() < len(words) and not plain else words


def _without_data(words: str) -> str:
    """Return "punto focal" of "Datos del punto focal"."""
    found = _DATA_OF.fullmatch(words)
    return next(filter(None, found.groups())) if found else words


def _is_of_data(words: str, form: Form) -> bool:
    """Tell whether a heading speaks of the data of somebody in a role."""
    return bool(words) and bool(_value_of(_without_data(words), form)[0]) and _DATA_OF.fullmatch(words) is not None


def _typed_inside(item: Item) -> bool:
    return isinstance(item, Said) and item.answer


def _ends_block(items: Sequence[Item], place: int) -> bool:
    """Tell whether a line closes the data above it: "Correo: ana@b.example", "Punto focal", then an empty line."""
    above, below = items[place - 1] if place else None, items[place + 1] if place + 1 < len(items) else None
    return isinstance(above, Said) and bool(above.text) and isinstance(below, Gap)


def _said_next(items: Sequence[Item]) -> Said | None:
    """The next thing, where something is said under a label."""
    following = next((each for each in items if not isinstance(each, Gap)), None)
    return following if isinstance(following, Said) and following.text else None


def _names_somebody(items: Sequence[Item], labels: Labels) -> bool:
    """Tell whether the next thing said is the name of somebody, under its label."""
    following = _said_next(items)
    kinds = [labels.form.field(each).kind for each in following.label.fields] if following else []
    return following is not None and not following.answer and kinds in _NAMED


def without_lone_holder(entries: Sequence[Entry], form: Form) -> list[Entry]:
    """Take the role off "Titular: Lic. X" where nobody has another: it may only say who holds the office."""
    choices = [each.id for each in form.fields if any(choice.in_label for choice in each.choices)]
    told = [each for each in choices if any(each in one.fields and not _by_office(one, each) for one in entries)]
    return [_without(one, [each for each in choices if each not in told and each in one.fields]) for one in entries]


def _by_office(entry: Entry, field: str) -> bool:
    """Tell whether the word is the label of another value, so that it stands on that value's line, in no brackets."""
    value = entry.fields[field]
    lines = {each.line for name, each in entry.fields.items() if name != field}
    return label_key(value.said) == _HOLDER and value.line in lines and not value.said.startswith("(")


def _without(entry: Entry, fields: Sequence[str]) -> Entry:
    if not fields:
        return entry
    return replace(entry, fields={name: value for name, value in entry.fields.items() if name not in fields})


def is_name_like(text: str) -> bool:
    """Tell whether words are capitalised as a person's name is."""
    return _PERSON.fullmatch(text) is not None


@lru_cache(maxsize=64)
def _headings(form: Form) -> dict[str, tuple[str, ...]]:
    """The fields that each heading says: the role, what is to be done ("BAJA"), or both ("NUEVO PUNTO FOCAL")."""
    roles = {key: (field,) for key, (field, _) in _spoken(form).items()}
    if not roles:
        return {}
    deeds = _words_of(form, lambda field, choice: field.id == form.no_change_field and _is_deed(choice, form))
    said = {key: (field, *roles.get(key.partition(" ")[2], ())) for key, (field, _) in deeds if key not in _OF_VALUES}
    return {**said, **roles}


@lru_cache(maxsize=64)
def _values(form: Form) -> dict[str, tuple[str, str]]:
    deeds = _words_of(form, lambda field, choice: field.id == form.no_change_field and _is_deed(choice, form))
    return {**dict(deeds), **_spoken(form)}


def _is_deed(choice: Choice, form: Form) -> bool:
    return choice.value != form.no_change_value


@lru_cache(maxsize=64)
def _spoken(form: Form) -> dict[str, tuple[str, str]]:
    return dict(_words_of(form, lambda _field, choice: choice.in_label))


def _words_of(form: Form, wanted: Callable[[Field, Choice], bool]) -> Iterator[tuple[str, tuple[str, str]]]:
    for field in form.fields:
        for choice in field.choices:
            for words in (choice.label.es, choice.label.en, *choice.synonyms) if wanted(field, choice) else ():
                yield label_key(words), (field.id, choice.value)
