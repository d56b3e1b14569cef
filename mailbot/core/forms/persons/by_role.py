"""The role in a sentence above somebody's data: "El nuevo punto focal de Honduras es:" over "Lic. Ana Prueba"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.found import first_line
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.forms.persons.by_office import begins_somebody, said_of_somebody
from mailbot.core.forms.persons.roles import ROLE, holder, role_word
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known, Line

_TOLD = frozenset({"focal-point", "alternate"})
_ROLE = re.compile(
    rf"\b(?:(?:alternate|deputy|back-?up) (?:focal|contact) point|punto focal (?:altern[oa]|suplente)|{ROLE})\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\s+(?:(?:al?|el|la|the) )?(?:siguiente|following)(?: (?:funcionari[oa]|persona|colega|servidora? p[uú]blic[oa]"
    r"|person|official|officer|colleague))?\s*$"
    r"|\s+(?:el|la|the)\s(?:funcionari[oa]|persona|colega|servidora? p[uú]blic[oa]|person|official)"
    r" (?:siguiente|below)\s*$"
    r"|(?:(?<=\b(?:is|es))\s+|,\s+)as follows\s*$|,\s+a saber\s*$",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:anterior|saliente|ex|former|outgoing|previous|no|not|nunca|never|favor|sírva\w+|please"
    r"|informe|report|comentarios?|comments?|respuesta|reply|acta|minutes|particip\w*|asist\w*|attend\w*)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"favor|sírva\w+|please", re.IGNORECASE)  # "favor incluir como suplente a:", of all those words
_SHOWN = re.compile(  # asks nothing; "oficio No. 45" denies nothing
    r"\b(?:favor(?: de)?|sírvan?se|please) (?:find|see|note|encontrar|ver|tomar nota)\b|\bno\.? ?(?=\d)", re.IGNORECASE
)
_FOLLOWS = re.compile(r"\b(?:as follows|below|a continuaci[oó]n|l[oa]s siguientes?)\s*[.:]?\s*$", re.IGNORECASE)
_PRESENTS = re.compile(  # "les remito los datos del funcionario designado como punto focal alterno …"
    r"\b(?:datos|informaci[oó]n|details|particulars|information)\b[^.;:]{0,60}?\b(?:design\w+|nombrad[oa]|acreditad[oa]"
    r"|nuev[oa]|new|appointed|named)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(  # "Cuando ella no está, se puede escribir a su alterno:"
    r"(?:cuando|si|en caso de que|when|if|in case|whenever)\b[^,.;:]{3,80},\s*", re.IGNORECASE
)
_REGRETS = re.compile(r"(?:rog|lament|disculp|pedimos disculpas|sorry|apolog|we regret)", re.IGNORECASE)
_HAS_NEW = re.compile(r"\b(?:new|nuev[oa]|design\w+|nombr\w+|appoint\w+)\b", re.IGNORECASE)
_PUT_ON_LIST = re.compile(
    r"\b(?:agreg|inclu|registr|incorpor|inscri|añad|acredit|design|nombr|add|appoint|nominat|record)\w*", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?:\s+(?:altern[oa]|suplente|point))?(?:\s+(?:del?|al?|ante|of|for|to|en|in|by|por(?: parte de)?)"
    r"\s[^,;:]{1,80})?\s*$",
    re.IGNORECASE,
)
_MOST_LINES = 2  # above the one with the colon
_LONGEST, _MOST = 320, 2_000  # characters of such a sentence, and of its line


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
        words = _role_above(_sentence_to(items, place)) if isinstance(item, Loose) else ""
        if words and isinstance(item, Loose) and isinstance(read_value(role, words, item.line, known), FieldValue):
            told = Said(Label((role.id,), words=words), words, item.line, item.lines, unsure=True, told=True)
        arranged.append(item)
    return tuple(arranged)


def with_roles_announced(
    entries: tuple[Entry, ...], lines: Sequence[Line], form: Form, known: Known
) -> tuple[Entry, ...]:
    """Return the entries with the role that the sentence right above a person's first line gives, to be asked."""
    key = key_field(form)
    role = next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)
    if form.subject_of != "contact" or key is None or role is None:
        return entries
    told = _announced_below(lines, role, known)
    found = []
    for entry in entries:
        has = {*entry.fields, *(each.field for each in entry.doubts)}
        first = first_line(entry)
        if first in told and key.id in has and not has & {role.id}:
            words, value = told[first]
            entry = replace(
                entry, doubts=(*entry.doubts, Doubt(role.id, words, FROM_A_SENTENCE, first, value, one_reading=True))
            )
        found.append(entry)
    return tuple(found)


def _announced_below(lines: Sequence[Line], role: Field, known: Known) -> dict[int, tuple[str, object]]:
    """The roles that sentences announce, by the number of the sender's next line."""
    told: dict[int, tuple[str, object]] = {}
    waiting: tuple[str, object] | None = None
    above: list[Item] = []
    for line in lines:
        if line.label not in {"new", "answer"} or not line.text.strip():
            above = []
            continue
        if waiting is not None:
            told[line.number], waiting = waiting, None
        above = [*above[-_MOST_LINES:], Loose(line.text, line.number, (line.number,))]
        words = _role_above(_sentence_to(above, len(above) - 1))
        read = read_value(role, words, line.number, known) if words else None
        waiting = (words, read.value) if isinstance(read, FieldValue) else None
    return told


def _sentence_to(items: Sequence[Item], place: int) -> str:
    """The text of a line that ends in a colon, with the lines right above it that it goes on from."""
    item = items[place]
    if not isinstance(item, Loose) or not item.text.rstrip().endswith((":", ".")):
        return ""
    text, first = item.text, item.line
    for above in reversed(items[max(0, place - _MOST_LINES) : place]):
        if not isinstance(above, Loose) or (above.lines or (above.line,))[-1] != first - 1:
            break
        text, first = f"{above.text} {text}", above.line
    announces = item.text.rstrip().endswith(":") or _FOLLOWS.search(item.text) or _PRESENTS.search(text)
    return text if announces else ""


def _role_above(said: str) -> str:
    """The words of the one role whose holder a sentence announces, "" for none or two."""
    sentences = clauses(said) if said and len(said) <= _MOST else [""]
    text = _AWAY.sub("", sentences[-1][:_LONGEST]) + sentences[-1][_LONGEST:]
    if len(sentences) > 1 and _FOLLOWS.search(text) and _HAS_NEW.search(sentences[-2]) and not _ROLE.search(text):
        text = f"{sentences[-2].rstrip(' .')}:"  # "We have a new focal point. Her particulars are as follows."
    if len(sentences) > 1 and _PRESENTS.search(sentences[-2]) and (is_courtesy(text) or _REGRETS.match(text)):
        text = f"{sentences[-2].rstrip(' .')}:"
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
