"""What stands in brackets behind a name: "Frank Bogus (replacing Carol Former)", "Ana Sample (Ms.)"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import Group, key_field
from mailbot.core.forms.taking.values import is_title
from mailbot.core.values import Form

_REPLACES = re.compile(
    r"(?P<name>[^(),;]+?)\s*[(,;]\s*(?:who |quien |que )?"
    r"(?:replac(?:es|ing)|in (?:the )?(?:place|replacement) of|succeed(?:s|ing)|sustituye (?:al? )?|reemplaza (?:al? )?"
    r"|en (?:sustituci[oó]n|reemplazo|relevo|lugar) de(?:l| la)?)\s+(?:la |el )?(?P<old>[^();]+?)\)?\.?",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<title>[^()\d]{2,12})\)")
_LONGEST = 160


def part_names(group: Group, form: Form) -> None:
    """Move such words to the field of the person replaced, or to that of the form of address."""
    key = key_field(form)
    if key is None or key.kind != "name" or len(group.said.get(key.id, ())) != 1:
        return
    said = group.said[key.id][0]
    if len(said.label.fields) > 1 or len(said.text) > _LONGEST or not {"(", ","} & {*said.text}:
        return
    before = next((each.id for each in form.fields if each.kind == "name" and not each.required), None)
    title = next((each.id for each in form.fields if each.kind == "title"), None)
    found = _REPLACES.fullmatch(said.text)
    if found and before:
        _part(group, key.id, said, found["name"], before, found["old"])
    titled = _TITLED.fullmatch(group.said[key.id][0].text)
    if titled and title and is_title(titled["title"].strip()):
        _part(group, key.id, group.said[key.id][0], titled["name"], title, titled["title"])


def _part(group: Group, key: str, said: Said, name: str, other: str, words: str) -> None:
    group.said[key] = [replace(said, text=name.strip())]
    label = replace(said.label, fields=(other,), part="")
    group.said.setdefault(other, [replace(said, label=label, text=words.strip())])
