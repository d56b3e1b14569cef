"""Numbers and addresses that sentences wish to keep off the list: "mi celular, 8300-0000, pero agradezco no incluirlo".

The wish is of what stands right before it; a plural is of all that its sentence tells, a thing named ("no publiquen el
celular") of that one.  What is marked once too often is asked again; what is published once too often cannot be called
back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.naming.ways import plain_letters
from mailbot.core.language import fold
from mailbot.core.values import Entry, Form, Line

_SHOWING = (
    r"(?:publi(?:car|que|quen|carl[oa]s?)|inclu(?:ir|ya|yan|irl[oa]s?)|difund(?:ir|an|irl[oa]s?)|divulg(?:ar|uen|arl[oa]s?)"
    r"|compart(?:ir|an|irl[oa]s?)|circul(?:ar|en|arl[oa]s?)|distribu(?:ir|yan|irl[oa]s?)|list(?:ar|en|arl[oa]s?)"
    r"|pongan|poner(?:l[oa]s?)?|aparezcan?|aparecer|figur(?:en?|ar)|salgan?)"
)
_TO_SHOW = r"(?:publish|share|include|circulate|list|distribute|print|put|release|disclose)"
_WISH = re.compile(
    rf"\b(?:no|sin|ni) (?:(?P<many>los|las)|lo|la|se l[oa]s?|se|que|debe(?:n|ria)?|deseo que)? ?{_SHOWING}\b"
    r"(?! (?:al?|de|que|como)\b)(?= (?:en|el|la|mi|los|las|mis|este|ese|estos|nuestr[oa]s?)\b| ?[^\w ]| ?$)"
    rf"|\b(?:do not|don'?t|not to|rather not|should not|must not) (?:have )?{_TO_SHOW}"
    r"(?= (?:it|this|that|them|these|those|my|our|the|in|on)\b| ?[^\w ]| ?$)"
    r"|\bnot (?:to )?be (?:published|shared|included|circulated|listed|distributed|printed|put on)\b"
    r"|\bno (?:es )?para (?:(?:la|el) )?(?:lista|directorio|publica\w+|difu\w+|circul\w+|distribu\w+)\b"
    r"|\bnot for (?:the )?(?:list|directory|publication|distribution|circulation|publishing|sharing|website)\b"
    r"|\b(?:de|para) (?:el )?uso (?:\w+ )?(?:interno|reservado|de la (?:secretaria|st)|de ustedes)\b"
    r"|\bfor (?:internal|office|secretariat|private) use\b|\bfor your (?:eyes|use|records|information) only\b"
    r"|\b(?:mantener|manejar|manejen|mantengan|keep)(?:l[oa]s?| (?P<them>them|these)| it| this)?"
    r" (?:en reserva|confidencial|confidential|privad[oa]|private|reservad[oa]|off the list|in confidence)\b"
    r"|\b(?:numero|celular|telefono|correo|number|mobile|phone|e-?mail) (?:es|is)"
    r" (?:confidencial|confidential|privad[oa]|private)\b"
)
_MANY = re.compile(r"\b(?:los|las|\w{4,}(?:ar|ir|er)l[oa]s|them|these|those|estos|dichos)\b")
_THING = re.compile(
    r"\s(?:el|la|los|las|mis?|nuestr[oa]s?|my|our|the|this|that|este|ese|dicho)(?: (?:numero (?:de|del)|new|nuev[oa]))?"
    r"(?P<thing>(?: [a-z-]{3,15}){1,3})"
)
_VALUE = re.compile(r"[\w.+-]+@[\w.-]+\w|[+(]?\d[\d\s().-]{4,22}\d")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÁÉÍÓÚÑ¿¡])|\n\s*\n")
_LONGEST = 20_000  # characters of a letter that are looked at
_NEAR = 250  # characters from the value to the wish
_MOST = 20  # wishes


def with_wishes_kept(entries: Sequence[Entry], lines: Sequence[Line], form: Form) -> tuple[Entry, ...]:
    """Return the entries with what their writers wish to keep off the list marked in ``publish``."""
    text = "\n".join(line.text for line in lines if line.label in {"new", "answer", "blank"})[:_LONGEST]
    plain = plain_letters(text)
    found = list(_WISH.finditer(plain))[:_MOST] if entries else []
    for wish in found:
        entries = [_kept(entry, set(_meant(wish, text, plain, entry, form))) for entry in entries]
    return tuple(entries)


def _kept(entry: Entry, fields: set[str]) -> Entry:
    publish = {field: False for field in fields if field not in entry.publish}
    return replace(entry, publish={**entry.publish, **publish}) if publish else entry


def _meant(wish: re.Match[str], text: str, plain: str, entry: Entry, form: Form) -> Iterator[str]:
    """Yield the fields of an entry that a wish is about."""
    begins = max((each.end() for each in _SENTENCE_END.finditer(text, 0, wish.start())), default=0)
    end = next((each.start() for each in _SENTENCE_END.finditer(text, wish.end())), len(text))
    values = list(_VALUE.finditer(text, begins, wish.start()))
    spoken = [] if values else [_named(each, labels_of(form)) for each in _THING.finditer(plain, begins, wish.start())]
    named = _named(_THING.match(plain, wish.end()), labels_of(form)) or next((each for each in spoken if each), ())
    if named:
        yield from (each for each in named if _values(entry, each))
        return
    if not values:
        before = max((each.end() for each in _SENTENCE_END.finditer(text, 0, max(0, begins - 1))), default=0)
        values = list(_VALUE.finditer(text, max(before, begins - _NEAR), begins))
    values = values or list(_VALUE.finditer(text, wish.end(), end))[:1]
    many = wish["many"] or wish["them"] or _MANY.search(wish.group()) or _MANY.match(plain, wish.end() + 1)
    meant = {_bare(each.group()) for each in (values if many else values[-1:])}
    for field in form.fields:
        if any(_is_same(one, other) for one in _values(entry, field.id) for other in meant):
            yield field.id


def _named(found: re.Match[str] | None, labels: Labels) -> tuple[str, ...]:
    """The fields that "mi celular" beside the wish names, of those one is reached by."""
    words = found["thing"].split() if found else []
    for size in range(len(words), 0, -1):
        label = labels.find(" ".join(words[:size]))
        kinds = {labels.form.field(each).kind for each in label.fields} if label else set()
        if label and kinds <= {"telephone", "email"}:
            return label.fields
    return ()


def _values(entry: Entry, field: str) -> list[str]:
    """What an entry has for a field, as digits or as an address."""
    own = entry.fields[field].value if field in entry.fields else None
    told = own or next((each.proposal for each in entry.doubts if each.field == field), None)
    return [_bare(str(each).partition(";")[0]) for each in told] if isinstance(told, list | tuple) else []


def _bare(value: str) -> str:
    return fold(value) if "@" in value else "".join(sign for sign in value if sign.isdigit())


def _is_same(one: str, other: str) -> bool:
    """Tell whether a number as it is kept ends with the number as written."""
    return bool(other) and (one == other or ("@" not in one and len(other) >= 6 and one.endswith(other[-7:])))
