"""What those who pass a message on say of it: "quien será nuestra suplente", "salvo el teléfono, que ahora es …".

The comment goes before what the message passed on says, and like that it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms import Found, read_entries
from mailbot.core.forms.found import told_for
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.by_part_of_name import with_roles_by_part_of_name
from mailbot.core.forms.persons.roles_of_the_one import with_role_of_the_one
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.reading.forwarded import forwarded_in, is_passed_on, says_it_of_others_only
from mailbot.core.values import Bilingual, Doubt, Entry, Form, Forwarded, Known, Line, Message

_PUT_RIGHT = Bilingual(
    "Quien reenvía el mensaje corrige este dato: ¿es así?",
    "Whoever passes the message on puts this right: is this how it should be?",
)
_BUT = re.compile(
    r"\b(?:salvo|excepto|a excepcion de|menos|pero|solo que|aunque|except|other than|apart from|but|although|however)\b"
    r"|\b(?:su|his|her|their) (?:\w+ ){0,2}(?:telefonos?|celular|movil|correos?|numeros?|fax|extension|cargo|puesto"
    r"|direccion|phones?|telephones?|numbers?|mobile|cell|e-?mails?|address|title|position)\b"
)
_MINE = re.compile(
    r"\b(?:mi|mis|mio|mia|nuestr[oa]s?|my|mine|our|soy|tengo|tenemos|yo|i am|i'm|i have|i've|we have|me)\b"
)
_OWN = frozenset({"new", "answer"})
_LONGEST = 600  # characters of a line of the comment


def passed_on_with_comment(
    message: Message,
    lines: tuple[Line, ...],
    forms: tuple[Form, ...],
    known: Known,
    sent: Message | None,
    found: Found,
    text: str,
) -> tuple[tuple[Forwarded, ...], Found]:
    """Return what is passed on with what the comment says of its one contact, and what the comment tells by itself.

    ``found``: what was read in the comment, whose words are ``text``; ``lines`` are labelled.  A comment with values
    of the writer's own, or of somebody else than the mail passed on, comes first, and nothing else is read.
    """
    apart = found.unchanged and says_it_of_others_only(message, text)
    told = None if apart else _the_one(found)
    if found.entries and not apart and (told is None or not is_passed_on(message.subject)):
        return (), found
    passed_on = forwarded_in(message, lines, forms, known, sent)
    form = next((each for each in forms if each.subject_of == "contact"), None)
    entries = [entry for each in passed_on for entry in each.entries]
    if form is None or not entries or any(each.form != form.id for each in entries):
        return ((), found) if told else (passed_on, Found() if apart and passed_on else found)
    told = told or (None if apart else _the_one(_comment_alone(message, lines, form, known)))
    if told is not None and len(entries) == 1 and _is_of(told, entries[0], lines, form):
        entries = [_put_right(entries[0], told, form)]
    elif found.entries and not apart:
        return (), found
    own = [line for line in lines if line.label in _OWN and line.text.strip()]
    loose = [Loose(line.text[:_LONGEST], line.number, (line.number,)) for line in own]
    rest = iter(_with_roles(entries, loose, form))
    return tuple(replace(each, entries=tuple(next(rest) for _ in each.entries)) for each in passed_on), (
        Found() if found.entries else found
    )


def _the_one(found: Found) -> Entry | None:
    """The only contact that a comment tells of, who does not leave."""
    form = found.form
    if form is None or form.subject_of != "contact" or len(found.entries) != 1 or found.unchanged:
        return None
    (entry,) = found.entries
    change = entry.fields.get(form.no_change_field or "")
    leaves = [change.value if change else None, *(each.proposal for each in entry.doubts)]
    return None if "leave" in leaves else entry


def _comment_alone(message: Message, lines: Sequence[Line], form: Form, known: Known) -> Found:
    """What a comment that speaks of other values tells, read as an answer."""
    own = tuple(line for line in lines if line.label in _OWN)
    if not any(_BUT.search(fold(line.text[:_LONGEST])) for line in own):
        return Found()
    return read_entries(replace(message, subject=f"[X-{form.code}]"), own, (form,), None, known)


def _is_of(told: Entry, entry: Entry, lines: Sequence[Line], form: Form) -> bool:
    """Tell whether a comment speaks of whom the mail passed on does: by name, else "salvo …" and "su …", never "mi"."""
    key = key_field(form)
    called, name = (set(fold(told_for(each, key.id if key else "")).split()) for each in (told, entry))
    if called:
        return bool(name) and (called <= name or name <= called)
    places = {*(each.line for each in told.fields.values()), *(each.line for each in told.doubts)}
    said = [fold(line.text[:_LONGEST]) for line in lines if line.number in places]
    return bool(said) and all(_BUT.search(each) and not _MINE.search(each) for each in said)


def _put_right(entry: Entry, told: Entry, form: Form) -> Entry:
    """An entry with what the comment tells in place of what it said itself; of two names the longer stays."""
    key = key_field(form)
    named = {key.id} if key and len(told_for(told, key.id)) <= len(told_for(entry, key.id)) else set()
    sure = (
        Doubt(field, value.said, _PUT_RIGHT, value.line, value.value, one_reading=True)
        for field, value in told.fields.items()
    )
    return _with_instead(entry, [each for each in (*sure, *told.doubts) if each.field not in named])


def _with_instead(entry: Entry, doubts: Sequence[Doubt]) -> Entry:
    names = {each.field for each in doubts}
    return replace(
        entry,
        fields={field: value for field, value in entry.fields.items() if field not in names},
        doubts=(*(each for each in entry.doubts if each.field not in names), *doubts),
        missing=tuple(each for each in entry.missing if each not in names),
    )


def _with_roles(entries: Sequence[Entry], loose: Sequence[Loose], form: Form) -> list[Entry]:
    """The entries with the roles that the comment gives, by name or to the only one, whatever they say themselves."""
    role = next((each.id for each in form.fields if any(choice.in_label for choice in each.choices)), "")
    bare = tuple(
        replace(
            each,
            fields={field: value for field, value in each.fields.items() if field != role},
            doubts=tuple(one for one in each.doubts if one.field != role),
        )
        for each in entries
    )
    told = with_role_of_the_one(with_roles_by_part_of_name(bare, loose, form), loose, form, passed_on=True)
    if len(told) != len(entries):
        return list(entries)
    given = ([one for one in new.doubts if one.field == role] for new in told)
    return [_with_instead(each, doubts) for each, doubts in zip(entries, given, strict=True)]
