"""The role that writers tell of themselves beside their data: "I am still the focal point", "seguimos siendo …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.roles import ROLE, role_of
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Line

# "the U.S. focal point"
_OF_STATE = r"(?:\s(?:U\.?S\.?(?:A\.?)?|American|Belizean?|Canadian?|Mexican|national|country)(?:['’]s)?)?"
_I_AM = re.compile(
    r"(?<!\bno )(?<!\bsi )\b"
    r"(?:sigo|seguimos|seguir[eé](?:mos)?|contin[uú]o|continuamos|continuar[eé](?:mos)?|permane(?:zco|cemos)"
    r"|quedo|quedar[eé]|soy|somos|ser[eé]|funjo|fungir[eé]|act[uú]o|actuar[eé]|me mantengo|nos mantenemos"
    r"|(?:he sido|fui) (?:designad|nombrad|ratificad|confirmad)[oa]"
    r"|(?:quien suscribe|(?:la|el) suscrit[oa])\s(?:sigue|contin[uú]a|permanece|queda|es|ser[aá]))"
    r"(?:,? (?:siendo|fungiendo|actuando|en funciones|ahora|actualmente|todav[ií]a|a[uú]n|tambi[eé]n))*(?: como| de)?"
    r"(?: (?:el|la|los|su|un|una|nuev[oa]))*\s"
    + ROLE
    + r"|(?<!\bif )(?<!\bwhether )\b(?:i|we)(?: am| are|['’]m|['’]re| will| have|['’]ve|['’]ll| shall| was| were)?"
    r"(?: (?:been|be|remain|continue|serve|act|stay|still|now|also|currently|to|designated|appointed|named|confirmed"
    r"|on|serving|acting|remaining))*"
    r"(?: as)?(?: (?:the|a|an|our|your|new|main|primary|current))*"
    + _OF_STATE
    + r"\s"
    + ROLE.replace("?P<role>", "?P<role_en>")
    + r"|\b(?:i|we)\b[^.;?]{3,90}?\s(?:but|and|,)(?: i| we)?(?: still| will)*"
    r" (?:remain|continue|serve|stay|act)(?: (?:as|on|to be))*(?: (?:the|a|our|your))*\s"
    + ROLE.replace("?P<role>", "?P<role_but>"),
    re.IGNORECASE,
)
_CUES = ("punto focal", "focal point", "alternate", "suplente", "alterno", "alterna")
# "the focal point for the seminar", "for logistics": a role of another kind
_OF_AN_EVENT = re.compile(
    r"\W*(?:for|of|para|del?|en)\s(?:(?:the|la|el|los|las|this|est[ea])\s)*"
    r"(?:\w+ )?(?:meeting|seminar|workshop|event|registration|logistic|visa|travel|course|reuni[oó]n|seminario|taller"
    r"|curso|evento|log[ií]stic|inscripci|viaje)",
    re.IGNORECASE,
)
_LONGEST = 600
_LAST_LINES = 10  # within which a writer signs
_SHORTEST = 3  # letters of a word of a name


def with_own_role(
    entries: tuple[Entry, ...], loose: Sequence[Loose], lines: Sequence[Line], sender: str, form: Form
) -> tuple[Entry, ...]:
    """Return the one entry with the role that its writer claims, to be asked; it may be somebody else's.

    ``sender``: the name and address under From.
    """
    role = next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)
    said = [each for each in loose if any(cue in each.text[:_LONGEST].lower() for cue in _CUES)] if role else []
    if role is None or len(entries) != 1 or not said or not _is_own(entries[0], lines, sender, form):
        return entries
    entry = entries[0]
    if role.id in entry.fields or any(each.field == role.id for each in entry.doubts):
        return entries
    told = {value: each for line in said if (found := _told(line.text)) for value, each in [(found, line)]}
    if len(told) != 1:
        return entries
    ((value, line),) = told.items()
    doubt = Doubt(role.id, line.text, FROM_A_SENTENCE, line.line, value, one_reading=True)
    return (replace(entry, doubts=(*entry.doubts, doubt)),)


def _told(text: str) -> str:
    """The role that a line claims for its writer: focal-point or alternate; "" for none."""
    for clause in clauses(text[:_LONGEST]):
        found = _I_AM.search(clause) if "?" not in clause else None
        if found and not _OF_AN_EVENT.match(clause, found.end()):
            start = max(found.start(group) for group in ("role", "role_en", "role_but"))
            before = clause[found.start() : start].split()[-1:]
            value = role_of(" ".join([*before, clause[start:]]))
            if value != "contact":
                return value
    return ""


def _is_own(entry: Entry, lines: Sequence[Line], sender: str, form: Form) -> bool:
    """Tell whether an entry may be the writer's: of the name no word stands elsewhere than in what signs the letter."""
    key = key_field(form)
    name = entry.fields.get(key.id) if key else None
    own = [line.text for line in lines if line.label in {"new", "answer", "signature"} and line.text.strip()]
    if name is None or not own:
        return True
    words = {word for word in re.split(r"[^\w]+", fold(str(name.value))) if len(word) >= _SHORTEST}
    signed = fold(" ".join([sender, *(each for each in own[-_LAST_LINES:] if str(name.value) not in each)]))
    return any(word in signed for word in words)
