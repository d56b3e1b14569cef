"""An old value and a new one side by side: a mail program lost the stroke through the first.

"Cargo: Jefe de Planificación Director General" where we had written "Jefe de Planificación" may be
the new post behind the old one, or the old one gone on: it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.comparison import value_key
from mailbot.core.fields import split_title
from mailbot.core.forms.naming.heading import is_name_like
from mailbot.core.forms.naming.houses import HOUSES
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.numbers import EXTENSION_WORDS, is_number
from mailbot.core.forms.naming.posts import POST_OPENS
from mailbot.core.forms.naming.said import Item, Said
from mailbot.core.forms.taking.overtyped import new_beside_old
from mailbot.core.language import detect, fold
from mailbot.core.values import Field

_MARKED = re.compile(
    r"\s*(?:\[[^\]\d]{1,60}\]?|\([A-ZÀ-Þ]{2,4}\)|\*{1,2}(?=\S)|//+|>>+|<<+|R\s?/"
    r"|[\s,;.(-]+(?:ahora|actualmente|hoy|now|currently)\b)\W*\w",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:\*{1,2}|//+|>>+|<<+|R\s?/|\((?:ahora|now)\b)\W*|\s*\[(?=[^\]]*\]$)")
_DASH = re.compile(r"\s+[-–—]\s+(?=[+(]?\d|[^\s@]+@)")
_EXTENSION = re.compile(rf"\s*[(,]?\s*(?:{EXTENSION_WORDS}|anexo|int|x)\b", re.IGNORECASE)
_PARTED = re.compile(r"\s*[-–—/|;.,]\s*(?=[^\W\d_])")
_STILL = re.compile(
    r"\s*[-–—/|,;(\[]*\s*(?:same|unchanged|no changes?|as is|ok|igual|sin cambios?|sigue igual|el mismo|la misma"
    r"|correct[oa]?|vigente|se mantiene)\W*",
    re.IGNORECASE,
)
_SAME = "sin cambio"
_BARRED = re.compile(r"\s*(?:[/|]|\s[-–—])\s*(?=[^\W\d_])")
_HOUSE = re.compile(rf"(?:{HOUSES})")
_TELLING = 5  # letters of a word that says something
_ONE_WORD = frozenset({"email", "telephone"})
_LEAST = 2  # words behind the old value: one may be a second surname


def with_glued(items: tuple[Item, ...], shown: Mapping[str, str], labels: Labels) -> tuple[Item, ...]:
    """Return the items, answers that begin with what our letter ``shown`` and go on anew marked unsure."""
    found = ((labels.find(key), before) for key, before in shown.items() if before)
    held = {label.fields[0]: before for label, before in found if label}
    return tuple(_marked(item, held, labels) for item in items) if held else items


def _marked(item: Item, held: Mapping[str, str], labels: Labels) -> Item:
    if not isinstance(item, Said) or item.struck or item.below:
        return item
    before, text = held.get(item.label.fields[0], ""), value_key(item.text)
    told = new_beside_old(text, before) if before and len(text) > len(before) and "~~" not in text else None
    if told and not labels.form.field(item.label.fields[0]).free:
        return replace(item, text=told, unsure=True, told=True)
    if not item.answer or not before or not text.startswith(before):
        return item
    field = labels.form.field(item.label.fields[0])
    if _STILL.fullmatch(text, len(before)):
        return replace(item, text=_SAME)  # "Ministry of Foreign Affairs - same"
    again = _said_again(text, before, field)
    if again:
        return replace(item, text=again, unsure=True, told=True)
    if not (_is_glued(text, before) or _is_marked_off(text, before) or _is_another(text, before, field)):
        return item
    rest = _MARK.match(item.text, len(before)) if item.text.startswith(before) else None
    new = item.text[rest.end() :].strip(" *[]<>") if rest else ""
    if new and _stands_alone(new, field):
        return replace(item, text=new, unsure=True, told=True)
    return replace(item, unsure=True)


def _said_again(text: str, before: str, field: Field) -> str:
    """A whole value behind our old one with nothing but a space or a new line between, "" where it may go on."""
    rest = text[len(before) :]
    new = rest.strip(" ;*[]<>") if rest[:1] == " " and "," not in rest[:2] else ""
    if not new or new[:1] in "/|-–—,;" or _EXTENSION.match(rest) or not _stands_alone(new, field):
        return ""
    parted = rest.startswith(" ; ") if field.kind == "telephone" else True
    whole = field.kind != "name" or new.split()[0] == before.split()[0]
    return new if parted and whole and len(new.split()) >= (_LEAST if field.kind not in _ONE_WORD else 1) else ""


def _stands_alone(text: str, field: Field) -> bool:
    """Tell whether words are a whole value: "Jefa *Directora*" has a new one, "Director *Adjunto*" may go on."""
    if field.kind == "email":
        return "@" in text
    if field.kind == "telephone":
        return is_number(text)
    if field.kind == "name":
        return is_name_like(split_title(text)[1])
    if field.kind == "institution":
        return _HOUSE.match(fold(text)) is not None
    return "job title" in field.synonyms and POST_OPENS.match(fold(text)) is not None


def _is_marked_off(text: str, before: str) -> bool:
    """The new value stands behind a mark of its writer's, or says again what the old one said.

    "Subdirectora de Protección [DP] Directora", "Subdirectora de Protección - Directora de Protección".
    """
    rest = text[len(before) :]
    if not rest[:1].strip() and not before[-1:].isalnum():
        return False
    if _MARKED.match(rest):
        return True
    if "@" in before or before[-1:].isdigit():
        return bool(_DASH.match(rest))  # two addresses and two numbers are a list
    if not _PARTED.match(rest):
        return False
    words = {word for word in fold(before).split() if len(word) >= _TELLING}
    return any(word.strip(".,;()") in words for word in fold(rest).split())


def _is_another(text: str, before: str, field: Field) -> bool:
    """Another whole post or institution behind a dash or a bar, which does not say the same in the other language."""
    found = _BARRED.match(text, len(before))
    rest = text[found.end() :] if found else ""
    if not rest or {detect(before), detect(rest)} == {"es", "en"}:
        return False
    if field.kind == "institution":
        return _HOUSE.match(fold(rest)) is not None
    return "job title" in field.synonyms and POST_OPENS.match(fold(rest)) is not None


def _is_glued(text: str, before: str) -> bool:
    rest = text[len(before) :]
    if not rest.startswith(" ") or not before[-1].isalnum():
        return False
    first = rest[1:2]
    if _EXTENSION.match(rest):
        return False  # "(504) 2232-0000 EXT. 12" goes on
    return len(rest.split()) >= _LEAST and (first.isupper() or first.isdigit())
