"""The role that writers tell of themselves beside their data: "I am still the focal point", "seguimos siendo …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.paragraphs import own_paragraphs
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.roles import ROLE, role_of
from mailbot.core.forms.persons.signers import doubts_of_signer, signer
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Line

# "the U.S. focal point"
_OF_STATE = r"(?:\s(?:U\.?S\.?(?:A\.?)?|American|Belizean?|Canadian?|Mexican|national|country)(?:['’]s)?)?"
_UNDERSIGNED = (
    r"(?:quien (?:suscribe|escribe|firma)|(?:la|el) (?:abajo firmante|(?:suscrit|infrascrit|suscript)[oa])"
    r"|un servidor|una servidora)"
)
_I_AM = re.compile(
    r"(?<!\bno )(?<!\bsi )\b"
    r"(?:sigo|seguimos|seguir[eé](?:mos)?|contin[uú]o|continuamos|continuar[eé](?:mos)?|permane(?:zco|cemos)"
    r"|quedo|quedar[eé]|soy|somos|ser[eé]|funjo|fungir[eé]|act[uú]o|actuar[eé]|me mantengo|nos mantenemos"
    r"|pas[eé] a ser|paso a ser|pasar[eé] a ser|(?:vuelvo|volv[ií]|volver[eé]) a (?:ser|fungir|actuar|quedar)"
    r"|(?:retomo|reasumo|retom[eé]|reasum[ií])(?: (?:mis? (?:funciones|papel|labores)|el cargo))?"
    r"|(?:he sido|fui) (?:designad|nombrad|ratificad|confirmad)[oa]"
    rf"|{_UNDERSIGNED}\s(?:sigue|seguir[aá]|contin[uú]a|continuar[aá]|permanece|permanecer[aá]|se mantiene|queda"
    r"|pasa a ser|pasar[aá] a ser"
    r"|quedar[aá]|es|ser[aá]|funge|fungir[aá]|act[uú]a|actuar[aá]"
    r"|(?:ha sido|fue) (?:designad|nombrad|ratificad|confirmad)[oa]))"
    r"(?:,? (?:siendo|fungiendo|actuando|en funciones|ahora|actualmente|todav[ií]a|a[uú]n|tambi[eé]n|nuevamente"
    r"|de nuevo|otra vez))*(?: como| de)?"
    r"(?: (?:el|la|los|su|un|una|nuev[oa]))*\s"
    + ROLE
    + r"|(?<!\bif )(?<!\bwhether )\b(?:i|we)(?: am| are|['’]m|['’]re| will| have|['’]ve|['’]ll| shall| was| were)?"
    r"(?: (?:been|be|remain|continue|serve|act|stay|still|now|also|currently|to|designated|appointed|named|confirmed"
    r"|on|serving|acting|remaining|taken|over|again|once|more|back|resume[ds]?|resuming|my|role|duties))*"
    r"(?: as)?(?: (?:the|a|an|our|your|new|main|primary|current))*"
    + _OF_STATE
    + r"\s"
    + ROLE.replace("?P<role>", "?P<role_en>")
    + r"|\bthe undersigned(?: (?:remains?|continues?|serves?|acts?|is|will|has|been|be|serve|remain|continue|act|still"
    r"|now|also|to|designated|appointed|named|confirmed|on|serving|acting|taken|over))*(?: as)?(?: (?:the|a|an|our|your"
    r"|new))*\s"
    + ROLE.replace("?P<role>", "?P<role_under>")
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
    r"|(?<!en )curso|evento|log[ií]stic|inscripci|viaje)",
    re.IGNORECASE,
)
_STAYS_OR_COMES = re.compile(
    r"\b(?:sig[ou]|segu|contin|permane|qued|design|nombrad|ratific|confirm|manten|mantien|suscri|abajo firm|undersigned"
    r"|remain|still|again|back|vuelv|volv[ií]|retom|reasum|nuevamente|de nuevo|now\b|ahora"
    r"|serve|appointed|named|will be|ser[eé]\b)",
    re.IGNORECASE,
)
_GIVES_UP = re.compile(r"\b(?:ya no ser|dej\w+ de (?:ser|fungir)|no longer be)", re.IGNORECASE)
_FOR_NOW = re.compile(r"\b(?:hasta|until|mientras|while|interin[oa]|temporal\w*|meanwhile)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"[?¿]|\b(?:podr[ií]an?|could|would you|agradecer[eé]|please|solicit\w+|favor|quisiera|would like|need"
    r"|necesit\w+)\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:mis?|my)\b", re.IGNORECASE)
_LONGEST = 600
_LAST_LINES = 10  # within which a writer signs
_SHORTEST = 3  # letters of a word of a name
_LEAST = 2  # words that a name and a signature share


def with_own_role(
    entries: tuple[Entry, ...], loose: Sequence[Loose], lines: Sequence[Line], sender: str, form: Form
) -> tuple[Entry, ...]:
    """Return the entries with the role that the writer claims, to be asked: in their own entry, or in one more.

    ``sender``: the name and address under From.
    """
    role = next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)
    loose = loose or own_paragraphs(lines, _LONGEST)
    said = [each for each in loose if any(cue in each.text[:_LONGEST].lower() for cue in _CUES)] if role else []
    told = {value: each for line in said if (found := _told(line.text)) for value, each in [(found, line)]}
    if role is None or len(told) != 1:
        return entries
    ((value, line),) = told.items()
    doubt = Doubt(role.id, line.text, FROM_A_SENTENCE, line.line, value, one_reading=True)
    entries = tuple(each for each in entries if len(entries) == 1 or not _is_only_leaving(each, form))
    own = [each for each in entries if _is_own(each, lines, sender, form, alone=len(entries) == 1)]
    if not own and len(entries) > 1 and (nameless := _in_first_person(entries, lines, form)):
        named = [*(each for one in _of_the_signer(doubt, lines, sender, form) for each in one.doubts)]
        whole = replace(nameless, doubts=(*nameless.doubts, *(named or [doubt])))
        return tuple(whole if each is nameless else each for each in entries)
    if len(own) == 1:
        taken = role.id in own[0].fields or any(each.field == role.id for each in own[0].doubts)
        with_role = own[0] if taken else replace(own[0], doubts=(*own[0].doubts, doubt))
        return tuple(with_role if each is own[0] else each for each in entries)
    if own or any(each.fields for each in entries) or not (entries or _is_news(line.text, loose)):
        return entries
    return (*_of_the_signer(doubt, lines, sender, form), *entries)


def _in_first_person(entries: Sequence[Entry], lines: Sequence[Line], form: Form) -> Entry | None:
    """The one entry without a name, beside others' with one, where its values are told as "my" own."""
    key = key_field(form)
    told = [(each, {*each.fields, *(one.field for one in each.doubts)}) for each in entries]
    role = next((each.id for each in form.fields if any(choice.in_label for choice in each.choices)), "")
    nameless = [each for each, fields in told if key and not fields & {key.id, role, form.no_change_field}]
    if len(nameless) != 1:
        return None
    places = {*(each.line for each in nameless[0].fields.values()), *(each.line for each in nameless[0].doubts)}
    said = [line.text[:_LONGEST] for line in lines if line.number in places]
    return nameless[0] if said and all(_MINE.search(each) for each in said) else None


def _is_news(text: str, loose: Sequence[Loose]) -> bool:
    """Tell whether somebody answers with a role alone: it stays or comes, and nothing is asked for."""
    return _STAYS_OR_COMES.search(text) is not None and not any(_ASKS.search(each.text[:_LONGEST]) for each in loose)


def _is_only_leaving(entry: Entry, form: Form) -> bool:
    """Tell whether all an entry says is that the writer gives up a role: who takes another stays on the list."""
    told = [(each.field, each.proposal) for each in entry.doubts]
    gives_up = told == [(form.no_change_field, "leave")] and _GIVES_UP.search(entry.doubts[0].said) is not None
    return gives_up and not entry.fields


def _of_the_signer(doubt: Doubt, lines: Sequence[Line], sender: str, form: Form) -> tuple[Entry, ...]:
    """An entry of whoever signs: "el suscrito continúa como punto focal"; none where nobody's name does."""
    signed, key = signer(lines, sender), key_field(form)
    if signed is None or key is None:
        return ()
    required = tuple(each.id for each in form.fields if each.required and each.id != key.id)
    return (Entry(form.id, {}, required, (*doubts_of_signer(signed, form), doubt)),)


def _told(text: str) -> str:
    """The role that a line claims for its writer: focal-point or alternate; "" for none."""
    for clause in clauses(text[:_LONGEST]):
        found = _I_AM.search(clause) if "?" not in clause else None
        if found and not _OF_AN_EVENT.match(clause, found.end()) and not _FOR_NOW.search(clause):
            start = max(found.start(group) for group in ("role", "role_en", "role_under", "role_but"))
            before = clause[found.start() : start].split()[-1:]
            value = role_of(" ".join([*before, clause[start:]]))
            if value != "contact":
                return value
    return ""


def _is_own(entry: Entry, lines: Sequence[Line], sender: str, form: Form, *, alone: bool) -> bool:
    """Tell whether an entry may be the writer's: of the name no word stands elsewhere than in what signs the letter.

    ``alone``: there is no other entry, so that it may be theirs without a name.
    """
    key = key_field(form)
    name = entry.fields.get(key.id) if key else None
    told = next((each for each in entry.doubts if key and each.field == key.id), None)
    called = str(name.value) if name else str(told.proposal or told.said) if told else ""
    own = [line for line in lines if line.label in {"new", "answer", "signature"} and line.text.strip()]
    if not called or not own:
        return alone
    words = {word for word in re.split(r"[^\w]+", fold(called)) if len(word) >= _SHORTEST}
    signed = signer(lines, sender) if told else None
    if signed is not None:
        return len(words & set(re.split(r"[^\w]+", fold(signed.text)))) >= min(_LEAST, len(words))
    if told and alone and any(fold(each.text.strip(" .,")) == fold(called) for each in own):
        return True  # the only name of the letter stands on a line of its own
    data = {each.line for each in entry.fields.values()}  # "Correo: aprueba@…" signs nothing
    bare = [] if told else [each for each in own[-_LAST_LINES:] if called not in each.text and each.number not in data]
    signs = fold(" ".join([sender, *(each.text for each in bare)]))
    return any(word in signs for word in words)
