"""Ministry and unit told apart: under each other below one label, or both below "Dependencia"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.houses import HOUSES
from mailbot.core.forms.naming.labels import Label
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import Group
from mailbot.core.language import fold
from mailbot.core.values import Field, Form

_MINISTRY = re.compile(
    r"(?:el |la |the )?(?:ministerio|ministry|secretaria (?:de|del)\b|cancilleria|procuraduria|state department"
    r"|department of state)"
)
_WITHIN = re.compile(
    r"(?:(?:sub ?-?)?direccion\b(?! ?:)|(?:vice|sub)[ -]?(?:ministerio|secretaria)|departamento|dep(?:ar)?to\. de"
    r"|unidad\b"
    r"|division|seccion\b|coordinacion|jefatura|gerencia|area de|despacho (?:del?|vice)|asesoria (?:juridica|legal|de)"
    r"|directorate|department of (?!state)|unit\b|section\b|bureau|branch\b|office of|general directorate)"
)
_ONE_OF_ITS_KIND = re.compile(r"(?:la )?(?:cancilleria|procuraduria)")
_DEPARTMENT = re.compile(r"^(?:u\.?s\.? )?department of\b|\bcanada(?: \(\w+\))?$")
_WHOLE_DEPARTMENT = re.compile(r"^(?:u\.?s\.?|united states) department of\b|\bcanada(?: \(\w+\))?$")
_ENTITLED = "US"  # the State whose ministries are called Department of …
_UNIT_WORD = "unidad administrativa"  # the synonym that tells the field of the unit in any form
_HOUSE = re.compile(rf"(?!direccion )(?:{HOUSES}|department of state|(?:u\.?s\.? )?department of)\b")
_LARGE = re.compile(
    r"(?:direccion (?:general|nacional)|(?:vice|sub)[ -]?(?:ministerio|secretaria)|general directorate)\b"
)
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,10}")
_SMALL = re.compile(r"(?:oficina|area|office)\b")
_NO_NAME = re.compile(
    r"[\d@,:;!?]|\b(?:es|son|is|are|nos|le|les|no|correo|e-?mail|residencia|domicilio)\b", re.IGNORECASE
)
_WHOLE = 3
_MOST_WORDS = 10
RUNNING_ON = re.compile(r"(?:[&(-]|\b(?:de|del|la|las|el|los|y|e|para|en|of|the|and|for|in))$", re.IGNORECASE)


def is_office_by_itself(text: str) -> bool:
    """Tell whether a word that may be a label names one institution of a State all the same: "Cancillería"."""
    return _ONE_OF_ITS_KIND.fullmatch(fold(text).strip(" .,")) is not None


def is_ministry(text: str) -> bool:
    """Tell whether words begin as the name of a ministry does."""
    return _MINISTRY.match(fold(text)) is not None


def is_within(text: str) -> bool:
    """Tell whether words begin as the name of an office within a ministry does."""
    return _WITHIN.match(fold(text)) is not None


def unit_of(form: Form) -> Field | None:
    """Return the field for the unit within an institution."""
    return next((each for each in form.fields if _UNIT_WORD in each.synonyms), None)


def unit_beside(texts: Sequence[str]) -> int | None:
    """The place of the one line that is an office directly above or below the larger one it belongs to."""
    ranks = [_rank(each) for each in texts]
    found = [
        place
        for place, rank in enumerate(ranks)
        if 0 < rank < _WHOLE
        and any(rank < other for other in (*ranks[max(0, place - 1) : place], *ranks[place + 1 : place + 2]))
    ]
    return found[0] if len(found) == 1 else None


def _rank(text: str) -> int:
    """How large an office is whose name is all of a line: 3 for a ministry, 1 for a section, 0 for no office."""
    bare = text.strip(" .")
    if not bare[:1].isupper() or _NO_NAME.search(bare) or len(bare.split()) > _MOST_WORDS:
        return 0
    folded = fold(bare)
    if _MINISTRY.match(folded) or _HOUSE.match(folded):
        return _WHOLE
    if _LARGE.match(folded):
        return _WHOLE - 1
    return 1 if " " in bare and (_WITHIN.match(folded) or _SMALL.match(folded)) else 0


def unit_below(form: Form, said: Said, text: str) -> Label | None:
    """Return the unit's label when a line below a ministry's name is an office within it."""
    unit = unit_of(form)
    if unit is None or any(form.field(each).kind != "institution" for each in said.label.fields):
        return None
    above, below = fold(said.text).strip(" ,;"), fold(text)
    house = _MINISTRY.match(above) or _HOUSE.match(above) or _ACRONYM.fullmatch(said.text.strip(" ,;"))
    whole = house and not RUNNING_ON.search(above)
    within = _WITHIN.match(below) and not any(sign.isdigit() for sign in text)
    return Label((unit.id,), language=said.label.language) if whole and within else None


def _is_department(said: Said) -> bool:
    """Canada's "Department: Public Safety Canada" beside a branch of its own."""
    called = fold(said.label.words).strip() in {"department", "government department"}
    return called and not said.answer and bool(_DEPARTMENT.search(fold(said.text)))


def _is_ministry(said: Said, region: str | None) -> bool:
    """A ministry by its name, whatever the label: "Public Safety Canada", in the United States "Department of …"."""
    text = fold(said.text)
    named = _WHOLE_DEPARTMENT.search(text) or (region == _ENTITLED and _DEPARTMENT.search(text))
    return bool(_MINISTRY.match(text) or (named and not said.answer))


def _is_house_above(said: Said, others: Sequence[Said]) -> bool:
    """Tell whether "Dependencia: Instituto Nacional …" stands beside an "Área de adscripción" that is no such house."""
    called = fold(said.label.words).strip() == "dependencia" and not said.answer
    return called and _rank(said.text) == _WHOLE and all(_rank(each.text) < _WHOLE for each in others)


def ministry_under_unit(group: Group, form: Form, region: str | None) -> None:
    """Mexico's "Dependencia: Secretaría de Relaciones Exteriores" names the institution when nothing else does."""
    unit = unit_of(form)
    institution = next((each for each in form.fields if each.kind == "institution"), None)
    if unit is None or institution is None or institution.id in group.said or unit.id not in group.said:
        return
    said = group.said[unit.id]
    above = [one for one in said if _is_ministry(one, region) and len(one.label.fields) == 1]
    above = above or [one for one in said if len(said) > 1 and _is_department(one)]
    above = above or [
        one for one in said if (others := [e for e in said if e is not one]) and _is_house_above(one, others)
    ]
    rest = [one for one in said if one not in above]
    if not above or any(_is_ministry(one, region) for one in rest) or len({one.text for one in above}) > 1:
        return
    group.said[institution.id] = [replace(one, label=replace(one.label, fields=(institution.id,))) for one in above]
    if rest:
        group.said[unit.id] = rest
    else:
        del group.said[unit.id]
