"""The role in a sentence above somebody's data: "El nuevo punto focal de Honduras es:" over "Lic. Ana Prueba"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.forms.persons.by_office import begins_somebody, said_of_somebody
from mailbot.core.forms.persons.roles import ROLE, holder, role_word
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import FieldValue, Known

_TOLD = frozenset({"focal-point", "alternate"})
_ROLE = re.compile(
    rf"\b(?:(?:alternate|deputy|back-?up) (?:focal|contact) point|punto focal (?:altern[oa]|suplente)|{ROLE})\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\s+(?:(?:al?|el|la|the) )?(?:siguiente|following)(?: (?:funcionari[oa]|persona|colega|servidora? p[uú]blic[oa]"
    r"|person|official|officer|colleague))?\s*$",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:anterior|saliente|ex|former|outgoing|previous|no|not|nunca|never|favor|sírva\w+|please"
    r"|informe|report|comentarios?|comments?|respuesta|reply|acta|minutes|particip\w*|asist\w*|attend\w*)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"favor|sírva\w+|please", re.IGNORECASE)  # "favor incluir como suplente a:", of all those words
_SHOWN = re.compile(r"\b(?:favor(?: de)?|sírvan?se|please) (?:find|see|note|encontrar|ver|tomar nota)\b", re.IGNORECASE)
_PUT_ON_LIST = re.compile(
    r"\b(?:agreg|inclu|registr|incorpor|inscri|añad|acredit|design|nombr|add|appoint|nominat|record)\w*", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?:\s+(?:altern[oa]|suplente|point))?(?:\s+(?:del?|ante|of|for|to|en|in|by|por parte de)\s[^,;:]{1,80})?\s*$",
    re.IGNORECASE,
)
_LONGEST, _MOST = 240, 2_000  # characters of such a sentence, and of its line


def roles_from_sentences(items: tuple[Item, ...], labels: Labels, known: Known) -> tuple[Item, ...]:
    """Read the role that a sentence with a colon gives to whoever is named below it, to be asked."""
    key = key_field(labels.form)
    role = next((each for each in labels.form.fields if any(choice.in_label for choice in each.choices)), None)
    if labels.form.subject_of != "contact" or key is None or role is None:
        return items
    arranged: list[Item] = []
    told: Said | None = None
    for place, item in enumerate(items):
        if told and not isinstance(item, Gap | Break):
            if begins_somebody(items, place, key.id, headed=True) and not said_of_somebody(items, place, role.id):
                arranged += [Break(), told]
                item = replace(item, numbered=False) if isinstance(item, Loose) else item
            told = None
        words = _role_above(item) if isinstance(item, Loose) else ""
        if words and isinstance(item, Loose) and isinstance(read_value(role, words, item.line, known), FieldValue):
            told = Said(Label((role.id,), words=words), words, item.line, item.lines, unsure=True, told=True)
        arranged.append(item)
    return tuple(arranged)


def _role_above(line: Loose) -> str:
    """The words of the one role whose holder a sentence announces, "" for none or two."""
    text = clauses(line.text)[-1] if line.text.rstrip().endswith(":") and len(line.text) <= _MOST else ""
    asks = [each.group() for each in _NO_LONGER.finditer(_SHOWN.sub("", text[:_LONGEST]))]
    puts_on = _PUT_ON_LIST.search(text) and all(_ASKS.fullmatch(each) for each in asks)
    if not text or len(text) > _LONGEST or (asks and not puts_on):
        return ""
    bare = _FOLLOWING.sub(" es", text[:-1].rstrip())
    named = {role_word(found.group()): found.group() for found in _ROLE.finditer(text)}
    told = [value for value in named if value in _TOLD]
    return named[told[0]] if len(told) == 1 and (holder(bare) or _at_end(bare)) == told[0] else ""


def _at_end(text: str) -> str:
    """The role that ends a sentence, but for whose it is: "los datos de nuestra suplente ante el Grupo"."""
    found = next((each for each in _ROLE.finditer(text) if role_word(each.group()) in _TOLD), None)
    return role_word(found.group()) if found and _BEHIND.match(text, found.end()) else ""
