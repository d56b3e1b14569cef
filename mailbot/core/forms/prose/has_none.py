"""What somebody does not have, told in a sentence: "He does not have a fax.", "El fax ya no existe."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.found import first_line
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form

_LONGEST = 1_000  # characters of a line
_WAY = r"(?P<way>fax|telefax|celular|movil|telefono celular|telefono movil|mobile(?: phone)?|cell(?: ?phone)?|cellular)"
_KIND = r"(?:(?:un|una|ningun|a|an|any|numero|linea|servicio|aparato|de|del|office|own|propio|personal) )*"
_HAS_NONE = re.compile(
    rf"\b(?:no (?:tienen?|tenemos|tengo|cuent(?:a|an|o)(?: con)?|contamos con|dispon(?:e|en|go|emos)(?: de)?"
    rf"|us(?:a|o|amos)|hay"
    rf"|existe)|carec(?:e|en|emos) de|sin|(?:does|do) ?n[o'’]t (?:have|use)|ha(?:s|ve) no|there is no"
    rf"|no longer (?:has|have))"
    rf" (?:ya |currently |longer )?{_KIND}{_WAY}\b(?! (?:direct|nuev|new|propi|funcion|work))"
)
_GONE = re.compile(
    rf"\b(?:el|mi|nuestro|su|the|my|our|his|her) {_WAY}\b(?P<between>[^.;:\d]{{0,60}}?) (?:ya no (?:existe"
    rf"|funciona|opera|sirve"
    r"|esta (?:en servicio|activo|habilitado))|(?:fue|ha sido|quedo) (?:eliminado|suprimido|deshabilitado"
    r"|dado de baja)"
    r"|se dio de baja|no longer (?:exists|works)|(?:was|has been|is) (?:discontinued|removed|disconnected))\b"
)
_STOP = re.compile(r"(?<=[.;!?])\s+")


def with_ways_denied(entries: Sequence[Entry], loose: Sequence[Loose], form: Form) -> tuple[Entry, ...]:
    """Return the entries, "no fax" offered to whom the sentence is about: who was named last above it, else the one."""
    found = list(entries)
    for field, said, line in _denied(loose, form) if entries else ():
        place = _whose(found, line, form)
        if place is not None and field not in {*found[place].fields, *(each.field for each in found[place].doubts)}:
            doubt = Doubt(field, said, FROM_A_SENTENCE, line, (), one_reading=True)
            found[place] = replace(found[place], doubts=(*found[place].doubts, doubt))
    return tuple(found)


def _denied(loose: Sequence[Loose], form: Form) -> Iterator[tuple[str, str, int]]:
    """Yield (field, words, line) of each kind of number that a sentence denies."""
    for line in loose:
        for sentence in _STOP.split(line.text[:_LONGEST]):
            folded = fold(sentence)
            found = _HAS_NONE.search(folded) or _GONE.search(folded)
            label = labels_of(form).find(found["way"]) if found and "?" not in sentence else None
            if label is not None and len(label.fields) == 1:
                yield label.fields[0], sentence.strip(), line.line


def _whose(entries: Sequence[Entry], line: int, form: Form) -> int | None:
    """The place of the entry that a sentence on this line is about; None where it may be of several."""
    stay = [place for place, each in enumerate(entries) if not _leaves(each, form)]
    if len(stay) == 1:
        return stay[0]
    before = [place for place in stay if first_line(entries[place]) <= line]
    return max(before, key=lambda place: first_line(entries[place]), default=None)


def _leaves(entry: Entry, form: Form) -> bool:
    told = entry.fields.get(form.no_change_field or "")
    asked = (each.proposal for each in entry.doubts if each.field == form.no_change_field)
    return "leave" in {told.value if told else None, *asked}
