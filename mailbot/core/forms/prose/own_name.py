"""The name of writers who tell news of themselves and sign: "my title is now …" above "Penelope Sample".

It is asked like all that stands beside it, so that nothing of a successor is put down to whom they follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.found import told_for
from mailbot.core.forms.persons.signers import doubts_of_signer, signed_as, signer
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Entry, Form, Line

_FIRST_PERSON = re.compile(
    r"\b(?:mis?|me|yo|soy|fui|he|estoy|ocupo|asumo|asum[ií]|labor[oé]|trabajo|cambi[eé]|paso|pas[eé]|estar[eé]"
    r"|ser[eé]|my|i|i['’]m"
    r"|i['’]ve|nos|nuestr[oa]s?|our|we)\b",
    re.IGNORECASE,
)
_OF_MY_DATA = re.compile(
    r"\b(?:mi (?:nuev[oa] )?(?:ficha|registro|celular|tel[eé]fono|n[uú]mero|fax|correo|cargo|puesto|direcci[oó]n"
    r"|oficina"
    r"|entrada|informaci[oó]n)|mis (?:nuevos )?datos|yo (?:sigo|contin[uú]o|quedo)|me (?:cambi|traslad|mud)\w+"
    r"|(?:cambi[eé]|he cambiado) de|my (?:new )?(?:details|record|entry|mobile|cell|phone|number|fax|e-?mail|title"
    r"|position|office|address|information))\b",
    re.IGNORECASE,
)
_I_GO = re.compile(
    r"\b(?:my last day|mi [uú]ltimo d[ií]a|i am (?:leaving|retiring|moving on)|i will be (?:leaving|retiring)"
    r"|take me off"
    r"|remove me|(?:retir|elimin|quit)\w*me|dejo (?:el|mi|la|esta)|dejar[eé] (?:el|mi|la|esta|de)|me (?:jubilo"
    r"|retiro|voy))\b",
    re.IGNORECASE,
)
_LONGEST = 600


def with_own_name(entries: tuple[Entry, ...], lines: Sequence[Line], sender: str, form: Form) -> tuple[Entry, ...]:
    """Return the entries with the signer's name in the one that is the writer's own and only asks.

    ``sender``: the name and address under From, which must bear the name out.
    """
    key = key_field(form)
    nameless = [each for each in entries if key and not told_for(each, key.id)]
    if key is None or len(nameless) != 1:
        return entries
    entry = nameless[0]
    if not _is_told(entry, form) and not (len(entries) == 1 and _is_of_mine(entry, lines, form, key.id)):
        return entries
    places = {each.line for each in entry.doubts}
    said = " ".join(line.text[:_LONGEST] for line in lines if line.number in places)
    if _is_told(entry, form) and not _FIRST_PERSON.search(
        f"{said} {' '.join(each.said for each in entry.doubts)[:_LONGEST]}"
    ):
        return entries
    signed = signer(lines, sender, borne_out=True)
    if signed is None or fold(signed_as(signed)[1]) in {fold(told_for(each, key.id)) for each in entries}:
        return entries
    doubts = [each for each in doubts_of_signer(signed, form) if not told_for(entry, each.field)]
    whole = replace(entry, doubts=(*doubts, *entry.doubts), missing=tuple(e for e in entry.missing if e != key.id))
    return tuple(whole if each is entry else each for each in entries)


def _is_of_mine(entry: Entry, lines: Sequence[Line], form: Form, key: str) -> bool:
    """Tell whether the letter calls what it labels the writer's, or says that the writer goes."""
    text = " ".join(line.text[:_LONGEST] for line in lines if line.label in {"new", "answer"})
    if any(each.field == form.no_change_field and each.proposal == "leave" for each in entry.doubts):
        return not entry.fields and _I_GO.search(text) is not None
    changed = form.no_change_field in entry.fields
    return key in entry.missing and not changed and _OF_MY_DATA.search(text) is not None


def _is_told(entry: Entry, form: Form) -> bool:
    """Tell whether all of an entry is told in sentences, with a reading, and is more than who stays or goes."""
    told = [each for each in entry.doubts if each.proposal is not None and each.field != form.no_change_field]
    moves = any(each.field == form.no_change_field and each.proposal in {"leave", "none"} for each in entry.doubts)
    return bool(told) and not moves and not any(each.value for each in entry.fields.values())
