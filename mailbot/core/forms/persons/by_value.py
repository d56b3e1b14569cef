"""A label of another kind than its value: "Contacto: ana@sre.example" is an address, "Oficina: 3er. piso" a place."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.forms.naming.labels import Label
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.pieces import ADDRESS_TOLD
from mailbot.core.forms.naming.said import Item, Said
from mailbot.core.forms.persons.names_of_offices import is_unit, names_a_post
from mailbot.core.forms.persons.places import is_place
from mailbot.core.values import Form

_ADDRESSES = re.compile(rf"<?{ADDRESS_TOLD}>?(?:\s*[,;/]\s*<?{ADDRESS_TOLD}>?)*", re.IGNORECASE)
_PARTS = re.compile(r"\s+/\s+|\s*[;|]\s*|\s*,\s+")
_ROOM = re.compile(r"(?:room|rm|sala|cub[ií]culo|planta|piso|despacho|bur[oó])\b\.? ?[\w.#º°-]{1,6}$", re.IGNORECASE)
_BY_POST = re.compile(r"post|postal|mail|by post|mailing", re.IGNORECASE)  # no position, where an address stands behind
_NAMES = frozenset({"name"})
_WORDS = frozenset({"name", "text"})


def named_by_their_values(items: tuple[Item, ...], form: Form) -> tuple[Item, ...]:
    """Give each value to the field of its kind, where the label's own kind of field cannot hold it.

    Labels inside our letter keep their field: there a value in the wrong row is asked about.
    """
    email = [each.id for each in form.fields if each.kind == "email"]
    telephone = next((each.id for each in form.fields if each.kind == "telephone"), None)
    if len(email) != 1 or telephone is None:
        return items
    found: list[Item] = []
    for item in items:
        found.extend(_renamed(item, form, email[0], telephone) if isinstance(item, Said) else (item,))
    return tuple(found)


def _renamed(said: Said, form: Form, email: str, telephone: str) -> list[Said]:
    fields = said.label.fields
    kind = form.field(fields[0]).kind if len(fields) == 1 and not said.answer and not said.struck else ""
    if kind not in _WORDS or said.label.part or not said.text:
        return [said]
    if form.field(fields[0]).multiline and _ADDRESSES.fullmatch(said.text.strip(" .,;")):
        return [_moved(said, email, said.text.strip(" .,;"))]  # "Dirección: ana@sre.example"
    if kind == "name" and not form.field(fields[0]).required:
        return [said]  # whom somebody replaces: the address is that person's
    parts = _PARTS.split(said.text.strip(" .,;"))
    places = [_place(part, kind, email, telephone) for part in parts]
    if not all(places):
        address = next((each.id for each in form.fields if each.multiline and "postal address" in each.synonyms), "")
        mail = _BY_POST.fullmatch(said.label.words.strip(" .:")) and is_place(said.text) and not names_a_post(said.text)
        room = mail or (
            said.label.number and (_ROOM.match(said.text) or is_place(said.text)) and not is_unit(said.text)
        )
        return [_moved(said, address, said.text)] if room and address else [said]
    return [_moved(said, place, part) for place, part in zip(places, parts, strict=True)]


def _moved(said: Said, place: str, text: str) -> Said:
    return replace(said, label=Label((place,), language=said.label.language, words=said.label.words), text=text)


def _place(part: str, kind: str, email: str, telephone: str) -> str:
    if kind not in _NAMES:
        return ""
    if _ADDRESSES.fullmatch(part):
        return email
    return telephone if is_number(part) else ""
