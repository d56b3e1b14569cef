"""The parts of a value that stood under labels of their own, put together again.

"Apellidos: Ensayo" and "Nombres:
Ana" are the name "Ana Ensayo"; "Ext.: 15" belongs to the telephone before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.fields.plain import nothing_said
from mailbot.core.forms.naming.said import Said
from mailbot.core.language import fold

_EXTENSION_BEHIND = re.compile(r"^([\d\s()+.-]{7,24}?)\s*[/,;-]\s*(\d{1,6})$")
_NEW_LABEL = re.compile(r"\b(?:nuev[oa]s?|correct[oa]|new|correct)\b")
_OLD_LABEL = re.compile(r"\b(?:actual|vigente|anterior|antigu[oa]|current|present|old|previous)\b")
_ORDER = ("", "given", "given-1", "given-2", "family", "family-1", "family-2")


def names_together(said: Sequence[Said]) -> list[Said]:
    """Return one name made of its parts in the usual order; as it was when there are none."""
    parts = [one for one in said if one.label.part and one.text]
    whole = [one for one in said if not one.label.part]
    if not parts or len(whole) > 1 or any(one.struck or one.below for one in said):
        return list(said)
    if whole and all(fold(part.text) in fold(whole[0].text) for part in parts):
        return whole
    ordered = sorted([*whole, *parts], key=lambda one: _ORDER.index(one.label.part))
    given = [one for one in ordered if not one.label.part.startswith("family")]
    if not given or len(ordered) == len(given):
        return [replace(one, unsure=True) for one in ordered]  # half a name is not a name
    first = replace(ordered[0], lines=tuple(number for one in ordered for number in one.lines))
    return [replace(first, text=" ".join(one.text.strip(" ,;") for one in ordered))]


def with_extensions_beside(said: Sequence[Said]) -> list[Said]:
    """Return telephones with the extensions that stood under a label of their own."""
    kept: list[Said] = []
    for one in said:
        if one.label.part == "with-extension":
            kept.append(replace(one, text=_EXTENSION_BEHIND.sub(r"\1 ext. \2", one.text)))
        elif one.label.part != "extension":
            kept.append(one)
        elif kept and not nothing_said(one.text):
            before = kept[-1]
            kept[-1] = replace(before, text=f"{before.text.rstrip(' ,;')} ext. {_digits(one.text)}")
        elif one.text and not nothing_said(one.text):
            kept.append(replace(one, unsure=True))  # whose extension is not said
    return kept


def _digits(text: str) -> str:
    """The numbers of "ext. 15" without the word, everything when there are none."""
    place = next((at for at, sign in enumerate(text) if sign.isdigit()), 0)
    return text[place:].strip(" .;,")


def newer(said: Sequence[Said]) -> list[Said]:
    """Leave out "Teléfono actual: …" and "Cargo anterior: …" beside "Teléfono nuevo: …": the old one is no answer."""
    new = [one for one in said if _NEW_LABEL.search(fold(one.label.words))]
    old = [one for one in said if _OLD_LABEL.search(fold(one.label.words)) and one not in new]
    return new if new and len(new) + len(old) == len(said) else list(said)
