"""One label for several fields, "Nombre y cargo: Lic. Ana Prueba, Directora": proposed in the order of the label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.persons.block import post_of
from mailbot.core.forms.persons.names_of_offices import is_institution, is_person
from mailbot.core.forms.taking.offices import is_ministry
from mailbot.core.forms.taking.values import is_title, proposal_for
from mailbot.core.values import Bilingual, Doubt, Field, Form, Known

TWO_IN_ONE = Bilingual(
    "Un rótulo para dos datos: no es seguro cuál es cuál.",
    "One label for two values: it is not certain which is which.",
)
_BETWEEN = re.compile(r"\s*[/;,|]\s*|\s+[-–—]\s+")
_AS_LABELS = re.compile(r"\s+[/|]\s+|;\s+")
_AND = re.compile(r"\s*[/;,|]\s*|\s+[-–—]\s+|\s+(?:y|e|and|&)\s+", re.IGNORECASE)
_RESPECTIVELY = re.compile(r",?\s*\(?(?:respectivamente|respectively)\)?\W*$", re.IGNORECASE)


def asked_of_shared(form: Form, each: Field, said: Said, known: Known) -> Iterator[Doubt]:
    """Yield the doubts of one field under a label of several; sure where each part can be of its field only."""
    fields = [form.field(one) for one in said.label.fields]
    text = _RESPECTIVELY.sub("", said.text)
    parts = _parts(text, fields)
    if len(parts) == 1 and is_institution(parts[0]) and any(one.kind == "institution" for one in fields):
        if each.kind == "institution":  # "Ministry/Department: Labour Department"
            yield Doubt(
                each.id, said.text, TWO_IN_ONE, said.line, proposal_for(each, parts[0], known), one_reading=True
            )
        return
    if len(parts) != len(fields):
        yield Doubt(each.id, said.text, TWO_IN_ONE, said.line)
        return
    parts = _ministry_first(fields, parts)
    part = parts[said.label.fields.index(each.id)]
    meant = _post_under_title(form, each, part, said)
    fits = [_fits(one, words) for one, words in zip(fields, parts, strict=True)]
    free = (fit or one.kind in {"text", "title"} for one, fit in zip(fields, fits, strict=True))
    sure = (fits.count(False) <= 1 and all(free)) or _parted_alike(text, fields) or text != said.text
    proposal = proposal_for(meant, part, known)
    yield Doubt(meant.id, said.text, TWO_IN_ONE, said.line, proposal, one_reading=sure)
    titled = next((one for one in form.fields if one.kind == "title"), None)
    title = split_title(part)[0] if each.kind == "name" else ""
    if title and titled and titled not in fields:
        yield Doubt(titled.id, said.text, TWO_IN_ONE, said.line, title, one_reading=sure)


def _parted_alike(text: str, fields: Sequence[Field]) -> bool:
    """Tell whether values stand parted as labels do, "Dependencia / Institución: Migración / Gobernación"."""
    apart = len(_AS_LABELS.split(text.strip(" /|;"))) == len(fields)
    return apart and any(each.kind != "telephone" for each in fields)


def _parts(text: str, fields: Sequence[Field]) -> list[str]:
    """As many parts as there are fields; what follows a person's name is one, commas and all."""
    if [each.kind for each in fields] == ["title", "name"]:
        return [part for part in split_title(text) if part]
    numbers = all(each.kind in {"telephone", "email"} for each in fields)
    cut = _AND if numbers else _BETWEEN
    if _parted_alike(text, fields):
        return _AS_LABELS.split(text.strip(" /|;"))
    named = fields[0].kind == "name" and len(fields) == 2
    return [part.strip() for part in cut.split(text, maxsplit=1 if named else 0) if part.strip()]


def _ministry_first(fields: Sequence[Field], parts: list[str]) -> list[str]:
    """Below "Ministry/Department", "Labour Department, Ministry of Labour" are unit and institution."""
    kinds = [each.kind for each in fields]
    if sorted(kinds) != ["institution", "text"]:
        return parts
    whole = kinds.index("institution")
    turned = is_ministry(parts[1 - whole]) and not is_ministry(parts[whole])
    return [parts[1], parts[0]] if turned else parts


def _post_under_title(form: Form, each: Field, part: str, said: Said) -> Field:
    """English "Name/Title: Ana Sample, Director" asks for the post."""
    post = post_of(form)
    taken = post is None or post.id in said.label.fields
    return each if each.kind != "title" or is_title(part) or taken or post is None else post


def _fits(field: Field, part: str) -> bool:
    """Tell whether a part has the look of its field and of no other."""
    if field.kind == "telephone":
        return is_number(part)
    if field.kind == "email":
        return "@" in part and " " not in part
    if field.kind == "name":
        return is_person(split_title(part)[1])
    return field.kind == "institution" and is_institution(part)
