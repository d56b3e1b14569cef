"""The role and the post of the one person whose data a letter gives, without the name: "He will be our alternate."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.roles import IS_ROLE, ROLE, role_at
from mailbot.core.forms.persons.runs import persons_in
from mailbot.core.forms.persons.their_posts import tells_their_post, told_post
from mailbot.core.forms.persons.told_entries import OF_A_PERSON
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.values import Doubt, Entry, Form

_TOLD = frozenset({"focal-point", "alternate"})
_THEY = re.compile(
    r"\W*(?:(?:y|e|and)\s)?(?:(?:he|she|[eé]l|ella|el mismo|la misma"
    r"|(?:dich[oa]|est[ea]) (?:funcionari[oa]|persona|colega|servidora?)"
    r"|(?:this|the said) (?:person|officer|official|colleague))\b(?=\s)"
    r"|(?=(?:ser|fungir|actuar|quedar)[aá]\b))",
    re.IGNORECASE,
)
_WHO = re.compile(r"[,\s](?=(?:quien|who)\s)|\b(?:que|that)(?=\s)", re.IGNORECASE)
_DATA_OF = re.compile(
    r"\b(?:datos|informaci[oó]n|ficha|tarjeta|details|information|particulars|data|card)"
    r"(?: (?:de contacto|actualizad[oa]s?|completos?|solicitad[oa]s?|requested|that follow|below))?"
    r" (?:del?|of|for|on|about|sobre)(?: (?:el|la|nuestr[oa]|our|the|nuev[oa]|new|actual|current|national))*"
    rf" {ROLE}"
    r"(?: (?:altern[oa]|suplente))?(?:\s(?:del?|ante|of|for|to|en|in)\s[^,;:]{1,80})?[\s.:]*$",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:adjunt|anex|remit|env[ií]|mand|compart|traslad|hago llegar|continuaci[oó]n|abajo|siguiente|(?:estos"
    r"|est[oa]"
    r"|los) son"
    r"|here\b|below|following|attach|enclos|sending|provid|shar(?:e|ing)|these are|find\b)",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\b(?:also|now|still|tambi[eé]n|ahora|adem[aá]s|en adelante),?\s", re.IGNORECASE)
_FURTHERMORE = re.compile(
    r"^(?:(?:asimismo|adem[aá]s|tambi[eé]n|igualmente|por otra parte|de igual manera|also|furthermore|and|y"
    r"|in addition),?\s+){1,3}",
    re.IGNORECASE,
)
_NOT_SO = re.compile(  # for a time, on a condition, of an event, of another
    r"\?|['’]s\b|\b(?:hasta|until|mientras|while|interin\w*|temporal\w*|meanwhile|durante|during|if|whether|si"
    r"|quiz[aá]s?"
    r"|podr[ií]a|might|may|no|not|nunca|never|ya no|anterior|former|ex"
    r"|(?:for|of|para|del?|en) (?:(?:the|la|el|los|las|this|est[ea]) )?(?:\w+ )?(?:meeting|seminar|workshop|event"
    r"|registration|logistic|visa|travel|course|reuni[oó]n|seminario|taller|(?<!en )curso|evento|log[ií]stic"
    r"|inscripci|viaje)\w*)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_FOR_A_TIME = re.compile(r"\b(?:hasta|until|mientras|while|durante|during|desde|from)\b", re.IGNORECASE)
_LONGEST = 600


def with_role_of_the_one(
    entries: Sequence[Entry], loose: Sequence[Loose], form: Form, *, passed_on: bool = False
) -> tuple[Entry, ...]:
    """Return the entries; the one that is somebody's who stays has the role and the post that sentences give it, asked.

    ``passed_on``: ``loose`` are words about data that stand elsewhere, so that "los datos de nuestra suplente"
    tells it too; else such words stand above the name, or the sentence below it and nobody else is named in between.
    """
    key = key_field(form)
    role = next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)
    staying = [each for each in entries if not _leaves(each, form)]
    if key is None or role is None or len(staying) != 1:
        return tuple(entries)
    (whose,) = staying
    name, line = _name(whose, key.id)
    has = {*whose.fields, *(each.field for each in whose.doubts)}
    post = next((each.id for each in form.fields if "job title" in each.synonyms), "")
    asked = {each for each in (role.id, "" if passed_on else post) if each and each not in has}
    if not name or not asked:
        return tuple(entries)
    told: dict[tuple[str, str], tuple[str, int]] = {}
    for each in loose:
        other = False
        above = not passed_on and each.line < line
        for clause in clauses(each.text[:_LONGEST]):
            said = "" if other or above else _post_in(clause)
            other = other or (not said and any(run.name not in name for run in persons_in(clause)))
            value = "" if other else _role_of_data(clause) if above else _role_in(clause, passed_on=passed_on)
            for field, words in ((role.id, value), (post, said)):
                if words and field in asked:
                    told.setdefault((field, words), (clause, each.line))
        if other and not (passed_on or above):
            break
    once = {field: value for field, value in told if sum(one == field for one, _ in told) == 1}
    doubts = [
        Doubt(field, told[field, value][0], OF_A_PERSON, told[field, value][1], value, one_reading=True)
        for field, value in once.items()
    ]
    whole = replace(
        whose,
        doubts=(*whose.doubts, *doubts),
        missing=tuple(each for each in whose.missing if each not in once),
    )
    return tuple(whole if each is whose else each for each in entries)


def _post_in(clause: str) -> str:
    """The post of "Asimismo, su cargo correcto es Directora de Visas"; "" for none."""
    bare = _FURTHERMORE.sub("", clause)
    post = told_post(bare) if tells_their_post(bare) else ""
    return post if not (_NOT_SO.search(bare.replace(post, "")) or _FOR_A_TIME.search(post)) else ""


def _role_in(clause: str, *, passed_on: bool) -> str:
    """The role that a sentence gives to "he", "ella", and of data that stand elsewhere to whoever they are of."""
    if _NOT_SO.search(clause) or persons_in(clause):
        return ""
    bare = _BESIDES.sub("", clause)
    they = _THEY.match(bare)
    found = IS_ROLE.match(bare[they.end() :]) if they else None
    if found is None and passed_on:
        who = (IS_ROLE.match(bare[each.end() :]) for each in _WHO.finditer(bare))
        found = next((each for each in who if each), None) or _DATA_OF.search(bare)
    value = role_at(found) if found else ""
    return value if value in _TOLD else ""


def _role_of_data(clause: str) -> str:
    """The role of those whose data a sentence above says to follow: "the particulars of our focal point."."""
    sends = _SENDS.search(clause) and not (_NOT_SO.search(clause) or persons_in(clause))
    found = _DATA_OF.search(clause) if sends else None
    value = role_at(found) if found else ""
    return value if value in _TOLD else ""


def _leaves(entry: Entry, form: Form) -> bool:
    value = entry.fields.get(form.no_change_field or "")
    told = [each.proposal for each in entry.doubts if each.field == form.no_change_field]
    return "leave" in [*told, value.value if value else None]


def _name(entry: Entry, key: str) -> tuple[str, int]:
    """The name of an entry, or what is proposed for it, and its line."""
    if key in entry.fields:
        return str(entry.fields[key].value), entry.fields[key].line
    proposed = next((each for each in entry.doubts if each.field == key and each.proposal), None)
    return (str(proposed.proposal), proposed.line) if proposed else ("", 0)
