"""Which form a message answers: the letter it answers, its subject code, else its labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.layout.spacing import begins_with_label
from mailbot.core.forms.naming.labels import Labels, label_key, labels_of
from mailbot.core.forms.naming.said import Item, Loose, Said
from mailbot.core.forms.naming.sent import shown_in
from mailbot.core.forms.prose.own_news import tells_of_a_new_seat
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.remembered import remembered
from mailbot.core.values import Form, Line, Message

_CODE = re.compile(r"[\[(]\s*([A-Za-z0-9]{1,12}(?:-[A-Za-z0-9]{1,10}){1,5})\s*[\])]")
_ACTIVITY = re.compile(rf"(?<![\w-]){ACTIVITY_CODE}(?![\w-])")
_LONGEST_SUBJECT = 400  # characters that are looked at
_LIST = "LIST"  # of a letter that carried the contact list: what answers it is about contacts
_USUAL = frozenset({"contact", "activity"})  # before other forms that share labels with them
_REACH = {"email", "telephone"}
_OF_ACTIVITIES = re.compile(
    r"\b(?:plan(?: anual)? de (?:trabajo|accion)|programa de (?:trabajo|actividades)|work ?(?:plan|program(?:me)?)"
    r"|(?:plan|program(?:me)?) of (?:work|activities)|avances?|progress|actividad(?:es)?|activit(?:y|ies)|seguimiento"
    r"|follow[- ]?up|status)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:datos|generales|tarjeta|card\b|contacto|actualiza|corre[cg]|cambi|nuev|directorio|lista|designa"
    r"|punto focal|informacion"
    r"|details|contact|updat|chang|new|directory|list|focal point|information|enlaces?\b|representantes?\b"
    r"|liaisons?\b"
    r"|nombrad|en su (?:lugar|reemplazo)|sustitu|reemplaz|asum(?:e|io|ira)\b|replac|appoint|succe|suce(?:de|sor)"
    r"|ya no (?:labora|trabaja)|jubil|pension|dejo (?:el|la|su)|no longer)"
)


@remembered
def code_parts(subject: str) -> tuple[str, ...]:
    """Return the parts of the code in square brackets of a subject, in upper case."""
    found = _CODE.search(subject)
    return tuple(found[1].upper().split("-")) if found else ()


def form_of_letter(sent: Message | None, forms: tuple[Form, ...]) -> Form | None:
    """Return the form that our letter carried: the one most of whose labels it shows, of these very ``forms``."""
    place = _place_of_letter(sent, forms) if sent is not None else None
    return forms[place] if place is not None else None


@lru_cache(maxsize=64)
def _place_of_letter(sent: Message, forms: tuple[Form, ...]) -> int | None:
    counts = [len(shown_in(sent, form, alternative=not sent.lines)) for form in forms]
    best = max(counts, default=0)
    return counts.index(best) if best >= 3 else None


def form_of_subject(subject: str, forms: Sequence[Form]) -> Form | None:
    """Return the form whose code stands in the subject; where none does, the one whose words do."""
    parts = code_parts(subject)[1:]
    of_list = next((form for form in forms if form.subject_of == "contact"), None) if _LIST in parts else None
    coded = next((form for form in forms if form.code in parts), of_list)
    return coded or (None if len(parts) >= 2 else _form_in_words(subject[:_LONGEST_SUBJECT], forms))


def form_requested(subject: str, forms: Sequence[Form]) -> Form | None:
    """Return the form whose code or title stands in the subject: of a request, not of the list that we sent."""
    parts, said = code_parts(subject)[1:], f" {label_key(subject[:_LONGEST_SUBJECT])} "
    titled = (
        form for form in forms if any(f" {label_key(words)} " in said for words in (form.title.es, form.title.en))
    )
    return next((form for form in forms if form.code in parts), None if parts else next(titled, None))


def _form_in_words(subject: str, forms: Sequence[Form]) -> Form | None:
    """The form that a subject without a code speaks of: "RE: Lista de contactos"; None where two are."""
    said = f" {label_key(subject)} "
    spoken = [form for form in forms if any(f" {label_key(words)} " in said for words in form.subjects)]
    if not spoken and _ACTIVITY.search(subject):  # "Status of P003-07 and P003-17"
        spoken = [form for form in forms if form.subject_of == "activity"]
    return spoken[0] if len(spoken) == 1 else None


def speaks_of_activities(subject: str) -> bool:
    """Tell whether a subject speaks of the work plan or of how things stand: "RE: Plan de Trabajo", "Avance"."""
    return _OF_ACTIVITIES.search(fold(subject[:_LONGEST_SUBJECT])) is not None


def answers_something_else(subject: str, forms: Sequence[Form]) -> bool:
    """Tell whether the subject carries the code of a request that is none of ``forms``."""
    parts = code_parts(subject)
    return len(parts) >= 3 and form_of_subject(subject, forms) is None


def said_fields(items: Sequence[Item]) -> frozenset[str]:
    """Return the fields that have words under their label."""
    said = [item for item in items if isinstance(item, Said) and (item.text or item.struck)]
    return frozenset(field for each in said for field in each.label.fields)


def is_enough(items: Sequence[Item], labels: Labels, text: str, *, asked: bool) -> bool:
    """Tell whether labels and values make an answer on this form.

    ``asked``: our letter or the subject names the form, so that one label is enough.
    """
    found = said_fields(items)
    form = labels.form
    if not found or asked or form.subject_of == "meeting":  # never without an invitation
        return bool(found) and asked
    key = key_field(form)
    required = {each.id for each in form.fields if each.required}
    if form.subject_of != "contact":
        return (len(found) >= 2 and bool(found & required)) or _is_about_one(items, found, form)
    if len(found) == 1:
        return _says_what_it_is_for(found, form, text)
    if key and key.id in found:
        return True
    ways = {each.id for each in form.fields if each.kind in _REACH or each.multiline}
    return not found <= ways or bool(_ANNOUNCED.search(fold(text)))


def _is_about_one(items: Sequence[Item], found: frozenset[str], form: Form) -> bool:
    """Tell whether labels stand beside one line that opens with the only code: "MD-08 is under way." "Responsible: …".

    A date by itself may be of a meeting about it.
    """
    loose = [item.text for item in items if isinstance(item, Loose)]
    codes = {code for text in loose for code in _ACTIVITY.findall(text)}
    opened = [text for text in loose if begins_with_code(text)]
    dated = any(form.field(name).kind == "window" for name in found)
    return form.subject_of == "activity" and len(codes) == len(opened) == 1 and not dated


def _says_what_it_is_for(found: frozenset[str], form: Form, text: str) -> bool:
    """One line such as "Teléfono: 2222-0000" in a message that announces a change of data."""
    only = form.field(next(iter(found)))
    strict = only.kind in _REACH or only.kind == "name" or "job title" in only.synonyms
    return (strict and bool(_ANNOUNCED.search(fold(text)))) or (only.multiline and tells_of_a_new_seat(text))


def is_settled(items: Sequence[Item], others: Sequence[Labels]) -> bool:
    """Tell whether the form we asked for took every line that could be any other form's."""
    loose = [item.text for item in items if isinstance(item, Loose)]
    if not said_fields(items) or any("\t" in text or "|" in text for text in loose):
        return False
    return not any(begins_with_label(text, labels) for text in loose for labels in others)


def chosen_form(
    scans: Mapping[str, Sequence[Item]],
    forms: Sequence[Form],
    asked: Form | None,
    lines: Sequence[Line],
    subject: str,
    *,
    closed: bool,
) -> Form | None:
    """Return the form whose labels say most, the one ``asked`` before others; None where none says enough."""
    text = "\n".join((subject, *(line.text for line in lines if line.label in {"new", "answer"})))
    sizes: dict[str, int] = {}
    for form in forms:
        items = scans[form.id]
        enough = is_enough(items, labels_of(form), text, asked=form is asked)
        if enough and (form is asked or not closed):
            sizes[form.id] = len(said_fields(items))
    if not sizes:
        return None
    best = max(forms, key=lambda form: (sizes.get(form.id, 0), form is asked, form.subject_of in _USUAL))
    if asked and asked.id in sizes and sizes[best.id] < sizes[asked.id] + 2:
        return asked
    return best
