"""Our old value and a new one beside one label: "Analista -> Directora", "Directora (antes Analista)".

What our letter had shown tells which of the two is the old one, whatever words or signs stand between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.references import is_remark, is_unchanged
from mailbot.core.forms.naming.said import Item, Loose, Said

_OLD_WORD = r"(?:donde )?dice|dec[ií]a|says|antes(?: era)?|anterior(?:mente)?|old|was|former(?:ly)?|previous(?:ly)?"
_BEFORE_OLD = re.compile(
    rf"(?P<open>[(\[~*\"<{{-]*)\s*(?:(?P<word>{_OLD_WORD}|ya no(?: es| soy)?|no(?: es)?|not|no longer"
    r"|(?:favor )?(?:cambiar|sustituir|reemplazar|corregir)|(?:please )?(?:change|replace|correct)|de|from)\s*:?)?"
    r"\s*[(\[~*\"<{-]*",
    re.IGNORECASE,
)
_BEHIND_OLD = re.compile(
    r"(?P<close>[)\]~*\">}-]*)\s*"
    r"(?P<wrong>\(\s*(?:incorrect[oa]?|anterior|wrong|old|previous|viej[oa]|antes|ya no|no|cancelad[oa]|error)\s*\)"
    r"|(?-i:NO)\b(?=\s*[,;:.])|no longer(?: valid)?\b|ya no(?: aplica)?\b)?"
    r"\s*[,;:.]?\s*[(\[]?\s*"
    r"(?P<turns>(?:-{1,3}>+|=+>|→|⇒|➔|>{1,3}|~+|=+|<{1,3}|\*{2}"
    r"|(?:(?:y|and|pero|but|por favor|favor(?: de)?|please)\s+)?"
    r"(?:ahora(?: es| soy)?|(?:is )?now(?: is)?|actualmente|se cambi[aó] (?:a|por)|cambi(?:a|[oó]|ar) (?:a|por)"
    r"|(?:cambiad|actualizad|corregid|modificad)[oa] (?:a|por)|actualizar (?:a|por)|modificar (?:a|por)"
    r"|corregir(?: a| por)?|debe (?:decir|ser|leerse)|should (?:now )?(?:be|read)"
    r"|sustitu(?:ir|ye|ido|ida)(?: por)?|reemplaz(?:ar|a|ado|ada)(?: por)?"
    r"|replaced? (?:with|by)|change[sd]? (?:to|into)|update[sd]? to|correct(?:ed)? to|amend(?:ed)? to"
    r"|pas[aó] a(?: ser)?|sino|es|is|nuev[oa]|new|actual"
    r"|correct[oa]?)\b)\s*:?\s*)?"
    r"(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NEW_FIRST = re.compile(
    r"(?P<new>.*?[^\s,;(\[-])\s*[,;]?\s*[(\[-]*\s*"
    rf"\b(?:{_OLD_WORD}|era|y no|and not|ya no|no longer|no|not|en (?:lugar|vez) de|instead of|rather than"
    r"|reemplaza a|replaces|sustituye a)\s*:?\s*[(\[\"]*",
    re.IGNORECASE | re.DOTALL,
)
_TURN = re.compile(
    r"(?:se )?cambi(?:a|[oó]) (?:a|por):?\s+(?=\S)|debe (?:decir|ser|leerse):?\s+(?=\S)"
    r"|should (?:now )?(?:be|read):?\s+(?=\S)|changed? to:?\s+(?=\S)|pas[aó] a ser:?\s+(?=\S)",
    re.IGNORECASE,
)
_TURN_LINE = re.compile(
    r"\W{0,3}(?:(?:ahora(?: es)?|nuev[oa]|correct[oa]?|actual|actualizad[oa]|corregir|correcci[oó]n|now|new|updated"
    r"|corrected"
    r"|debe (?:decir|ser)|should (?:be|read)|cambi(?:a|[oó]) (?:a|por)|changed? to)\s*:"
    r"|(?:debe (?:decir|leerse)|should (?:now )?(?:be|read)|(?:se )?cambi(?:a|[oó]) (?:a|por)|changed? to"
    r"|pas[aó] a ser)\b|-{1,3}>|=+>|→|>{1,3})\s*(?P<new>\S.*)",
    re.IGNORECASE,
)
_EDGES = ' \t*[]{}<>"«»~|;,'
_RIGHT = re.compile(r"\s*[(\[]\s*(?:correct[oa]?|nuev[oa]|actual|new|current|now|ahora)\s*[)\]]$", re.IGNORECASE)
_CLOSED = re.compile(r"[)\]\"».\s]*")


def with_turns(items: Sequence[Item], labels: Labels) -> list[Item]:
    """Return the items, "Cargo: Analista" over "Ahora: Directora" as the new value, to be asked."""
    found: list[Item] = []
    for item in items:
        before = found[-1] if found else None
        turned = _TURN_LINE.fullmatch(item.text) if isinstance(item, Loose) and isinstance(before, Said) else None
        if turned is None or not isinstance(before, Said) or not before.text or _goes_on(before, labels):
            found.append(item)
        else:
            found[-1] = replace(before, text=turned["new"].strip(_EDGES), unsure=True, told=True)
    return found


def _goes_on(said: Said, labels: Labels) -> bool:
    """Tell whether a value has lines of its own, or is one of a few words."""
    field = labels.form.field(said.label.fields[0])
    return field.free or field.multiline or field.kind in {"choice", "window", "percentage", "activity"}


def without_turn(text: str) -> str:
    """Return what is typed beneath our old value without "debe decir" or "cambió a" before it."""
    found = _TURN.match(text)
    return text[found.end() :] if found else text


def new_beside_old(text: str, old: str) -> str | None:
    """Return the new value of a text in which what our letter showed stands too, None where no sign tells which is new.

    ``text`` and ``old`` are value keys.  What only stands beside the old one, as a second number does, is not told.
    """
    at = text.find(old)
    end = at + len(old)
    if at < 0 or text == old or text[at - 1 : at].isalnum() or text[end : end + 1].isalnum():
        return None
    before, behind = text[:at], text[end:]
    if _CLOSED.fullmatch(behind):
        found = _NEW_FIRST.fullmatch(before)
        return _whole(found["new"], old) if found else None
    lead = _BEFORE_OLD.fullmatch(before)
    rest = _BEHIND_OLD.fullmatch(behind) if lead else None
    if lead is None or rest is None:
        return None
    between = bool(lead["open"]) and bool(rest["close"])
    return _whole(rest["new"], old) if lead["word"] or between or rest["wrong"] or rest["turns"] else None


def _whole(new: str, old: str) -> str | None:
    said = _RIGHT.sub("", new.strip(_EDGES)).strip(_EDGES)
    if said.count(")") > said.count("("):
        said = said.rstrip(" ).")
    if not re.search(r"\w", said) or said == old or is_remark(said) or is_unchanged(said):
        return None
    return said
