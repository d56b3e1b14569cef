"""Several numbers of one line, each with its remark: "2230-0000 (office), 9990-0000 (cell)"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.fields.number_remarks import is_of_the_line
from mailbot.core.forms.naming.labels import Label, labels_of
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import Group
from mailbot.core.values import Form

_ONE = re.compile(
    r"\s*((?:\(\d{1,4}\)|[+\d])[\d\s.()+-]*?\d(?:[,\s]*(?:exts?|extensi[oó]n|x)\.?\s?\d{1,6})?)"
    r"\s*(?:\(([^()\d]{1,80})\))?\s*(?:[,;/]|\by\b|\be\b|\band\b|$)",
    re.IGNORECASE,
)
_MOST = 4
_LONGEST = 200


def numbers_to_telephone(group: Group, form: Form) -> None:
    """Words such as "Office: 613-555-0142" are the telephone there when nothing else says one."""
    for each in form.fields:
        said = group.said.get(each.id, [])
        moved = [one for one in said if one.label.number and is_number(one.text)]
        to = moved[0].label.number if moved else ""
        if to and to not in group.said and all(one.label.number == to for one in moved):
            rest = [one for one in said if one not in moved]
            group.said[to] = [replace(one, label=replace(one.label, fields=(to,))) for one in moved]
            if rest:
                group.said[each.id] = rest
            else:
                del group.said[each.id]


def numbers_by_remark(group: Group, form: Form) -> None:
    """Move the numbers whose remark names another telephone of the form ("cell", "fax") to it."""
    for each in form.fields:
        said = group.said.get(each.id, [])
        if each.kind != "telephone" or len(said) != 1 or len(said[0].label.fields) != 1:
            continue
        told = _told(said[0].text)
        parted = [remark.partition(",") for _, remark in told]
        places = [_place(form, kind.strip(), each.id) for kind, _, _ in parted]
        others = {place for place in places if place != each.id}
        if len(told) < 2 or not others or others & group.said.keys():
            continue
        del group.said[each.id]
        for (number, _), place, (_, _, more) in zip(told, places, parted, strict=True):
            words = f"{number} ({more.strip()})" if more else number  # "(cell, please do not publish)"
            group.said.setdefault(place, []).append(_moved(said[0], place, words))


def _moved(said: Said, place: str, number: str) -> Said:
    return replace(said, label=Label((place,), language=said.label.language), text=number)


def _told(text: str) -> list[tuple[str, str]]:
    """Return number and remark of each piece; nothing unless all of the text reads so."""
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(text) and len(found) < _MOST and len(text) <= _LONGEST:
        match = _ONE.match(text, place)
        if match is None or not is_number(match[1]):
            return []
        found.append((match[1].strip(), (match[2] or "").strip()))
        place = match.end()
    return found if place >= len(text) else []


def _place(form: Form, remark: str, here: str) -> str:
    labels = labels_of(form)
    label = (
        (labels.find(remark) or labels.initial(remark)) if remark and not is_of_the_line(remark) else None
    )  # "202-555-0132 (c)"
    named = [each for each in label.fields if form.field(each).kind == "telephone"] if label else []
    return named[0] if len(named) == 1 else here
