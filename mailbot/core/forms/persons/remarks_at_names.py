"""What stands in brackets behind a name: "Alterno: Lic. Luis Ensayo (nuevo)", "Ms. Jane Sample (no change)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.forms.found import told_for
from mailbot.core.forms.persons.told_entries import OF_A_PERSON
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Line

_REMARK = re.compile(r"\s*\((?P<words>[^()\d@]{3,30})\)")
_STAYS = re.compile(
    r"(?:contacto )?(?:sin (?:ningun )?(?:cambios?|modificacion(?:es)?|variacion(?:es)?)|se mantiene"
    r"|no (?:hay )?cambi(?:a|os?)|no changes?|without changes?|unchanged|remains)"
)
_OWN_LABEL = re.compile(r"[^:]*\b(?:nombres?|names?)\b[^:]{0,40}:", re.IGNORECASE)  # there the name alone is meant
_COMES = re.compile(r"(?:contacto )?nuev[oa](?: (?:contacto|ingreso|integrante|funcionari[oa]))?|new(?: contact)?")


def with_remarks_at_names(entries: Sequence[Entry], lines: Sequence[Line], form: Form) -> tuple[Entry, ...]:
    """Return the entries with what such a remark says is to be done with the person, to be asked."""
    texts = {line.number: line.text for line in lines if line.label in {"new", "answer"} and "(" in line.text}
    return tuple(_with_remark(each, texts, form) for each in entries) if texts else tuple(entries)


def change_in_remark(text: str, name: str) -> tuple[str, str]:
    """The change, new or none, and the remark in brackets behind a name of a line; "" for neither."""
    at = text.find(name) if name and not _OWN_LABEL.match(text) else -1
    remark = _REMARK.match(text, at + len(name)) if at >= 0 else None
    words = fold(remark["words"]).strip(" .") if remark else ""
    change = "none" if _STAYS.fullmatch(words) else "new" if _COMES.fullmatch(words) else ""
    return (change, remark["words"]) if change and remark else ("", "")


def _with_remark(entry: Entry, texts: Mapping[int, str], form: Form) -> Entry:
    key, change = key_field(form), form.no_change_field
    if key is None or not change or told_for(entry, change):
        return entry
    sure = entry.fields.get(key.id)
    line = sure.line if sure else next((each.line for each in entry.doubts if each.field == key.id), 0)
    value, words = change_in_remark(texts.get(line, ""), told_for(entry, key.id))
    if not value:
        return entry
    doubts = tuple(each for each in entry.doubts if each.said.strip(" ().") != words.strip())
    missing = () if value == form.no_change_value else tuple(each for each in entry.missing if each != change)
    asked = Doubt(change, words, OF_A_PERSON, line, value, one_reading=True)
    return replace(entry, doubts=(asked, *doubts), missing=missing)
