"""What stands in brackets behind a name: "Frank Bogus (replacing Carol Former)", "Ana Sample (Ms.)".

The same words behind what is to be done and behind a post: "Alta (sustituye a Carol Former)".
"""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import Group, key_field
from mailbot.core.forms.taking.values import is_title
from mailbot.core.values import Form

_REPLACES = re.compile(
    r"(?P<name>[^(),;]+?)\s*(?:[(,;]|\.(?=\s))\s*(?:who |quien |que )?"
    r"(?:replac(?:es|ing)|in (?:the )?(?:place|replacement) of|succeed(?:s|ing)|sustituye(?: al?)?|re?emplaza(?: al?)?"
    r"|en (?:sustituci[oó]n|reemplazo|relevo|lugar) de(?:l| la)?)\s+(?:la |el )?(?P<old>[^();]+?)\)?\.?",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: (?:(?:de|del|la|las|los|y|van|von) ){0,2}[A-ZÀ-Þ][\w'’.-]*){1,4}")
_TITLED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<title>[^()\d]{2,12})\)")
_LONGEST = 160


def part_names(group: Group, form: Form) -> None:
    """Move such words to the field of the person replaced, or to that of the form of address."""
    key = key_field(form)
    if key is None or key.kind != "name":
        return
    before = next((each.id for each in form.fields if each.kind == "name" and not each.required), None)
    for place in (key.id, form.no_change_field) if before else ():
        said = _parted_in(group, place or "")
        found = _REPLACES.fullmatch(said.text) if said else None
        if said and found and before:
            _part(group, place or "", said, found["name"], before, found["old"])
    for each in form.fields if before and before not in group.said else ():
        said = _parted_in(group, each.id) if each.kind == "text" and not (each.free or each.multiline) else None
        found = _REPLACES.fullmatch(said.text) if said else None
        if said and before and found and _PERSON.fullmatch(split_title(found["old"])[1].strip(" .")):
            _part(group, each.id, said, found["name"], before, found["old"])
    title = next((each.id for each in form.fields if each.kind == "title"), None)
    said = _parted_in(group, key.id)
    titled = _TITLED.fullmatch(said.text) if said else None
    if said and titled and title and is_title(titled["title"].strip()):
        _part(group, key.id, said, titled["name"], title, titled["title"])


def _parted_in(group: Group, place: str) -> Said | None:
    """The one value of a field, where something stands in brackets or behind a comma."""
    said = group.said.get(place, ())
    if len(said) != 1 or len(said[0].label.fields) > 1 or len(said[0].text) > _LONGEST:
        return None
    return said[0] if {"(", ",", "."} & {*said[0].text} else None


def _part(group: Group, key: str, said: Said, name: str, other: str, words: str) -> None:
    group.said[key] = [replace(said, text=name.strip())]
    label = replace(said.label, fields=(other,), part="")
    group.said.setdefault(other, [replace(said, label=label, text=words.strip())])
