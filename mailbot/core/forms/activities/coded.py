"""Lines that begin with the code of an activity: several on one line, with a state, above labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.activities.mentions import is_each_its_own
from mailbot.core.forms.activities.named_activity import CODE, parts_of_line, without_lead
from mailbot.core.forms.activities.status_lines import state_of
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Label
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Loose, Said
from mailbot.core.forms.taking.grouping import Group
from mailbot.core.remembered import remembered
from mailbot.core.values import FieldValue, Form, Known

_BEGINS = re.compile(CODE)
_NEXT = re.compile(
    r"\s*[;,.]\s+(?:y |e |and )?(?=" + CODE + r")|\s+(?:y|e|and|&)\s+(?=" + CODE + ")"
    # "P003-07 en proceso P003-14 se envio ayer": no sign between, but no word that joins them either
    r"|(?<!\b(?:la|de|of|to|on|in|en))(?<!\b(?:con"
    r"|the))(?<!\ba)(?<!with)(?<!once)(?<!when)(?<!\bif)(?<!until)(?<!after)(?<!before)(?<!que)(?<!cuando)(?<!\bsi)(?<!dad)(?<!ity)(?<![-–—/(,:])"
    r"\s+(?=" + CODE + r"\s+(?:ya|se|en|est[aá]|fue|sigue|is|was|has|done|already)\b)"
)
_ONLY_CODE = re.compile(CODE + r"\s*")
_ONLY_TITLED = re.compile(r"[\[(*]{0,2}" + CODE + r"[\])*]{0,2}(?:(?:\s?[-–—.]\s|\s)[^:=|\t.,;]{3,120})?\s?[.:]?")
_SMALL_BEHIND = re.compile(r"[\[(*]{0,2}" + CODE + r"[\])*.]{0,2}\s+[a-zà-ÿ]")  # "P003-04 para mayor detalle"
_NAMED = re.compile(r"(?:actividad|acci[oó]n|activity|action)\s+(?:n[o°º.]{1,3}\s*)?(?=" + CODE + ")", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\d{1,2}\s+(?=" + CODE + ")")  # "2  MD-05"
_TITLE = re.compile(r"[^\W\d_][^:=|\t.,;?!@\d]{3,120}")
_GREETED = re.compile(
    r"(?:hola|hi|hello|buen[oa]?s?(?: (?:d[ií]as?|tardes|noches))?|good \w+|(?:estimad|dear)[^.,:;]{1,40})[.,:!]\s+"
    r"(?=" + CODE + ")",
    re.IGNORECASE,
)
_LONGEST = 1_000


@remembered
def begins_with_code(text: str) -> bool:
    """Tell whether a line opens with the code of an activity."""
    return _BEGINS.match(_from_the_code(text).lstrip("[( ")) is not None


@remembered
def is_heading_of_one(text: str) -> bool:
    """Tell whether a line is the code of an activity, alone or with its title: what stands below is said of it."""
    rest = _from_the_code(text)
    return _ONLY_TITLED.fullmatch(rest) is not None and _SMALL_BEHIND.match(rest) is None


def _from_the_code(text: str) -> str:
    """Return "3) Actividad MD-07" from the code on."""
    return _NAMED.sub("", _NUMBERED.sub("", without_bullet(text)), count=1)


def one_activity_each(loose: Sequence[Loose]) -> Iterator[Loose]:
    """Part "MD-07: en proceso; MD-08: hecho" and "MD-07 y MD-08: realizadas" into a line an activity.

    A line that is only a code, with its title or not, is one with the line directly below it.
    """
    for line in _with_line_below(loose):
        text = without_lead(_GREETED.sub("", without_bullet(line.text)))
        parted = len(text) <= _LONGEST and _BEGINS.match(text) and not is_each_its_own(text)
        pieces = _NEXT.split(text) if parted else [text]
        bare = [_ONLY_CODE.fullmatch(piece) is not None for piece in pieces]
        if len(pieces) > 1 and not any(bare):
            yield from (replace(line, text=piece) for piece in pieces)
        elif len(pieces) > 1 and all(bare[:-1]) and not bare[-1]:
            rest = pieces[-1][_end_of_code(pieces[-1]) :]
            yield from (replace(line, text=piece.strip() + rest) for piece in pieces[:-1])
            yield replace(line, text=pieces[-1])
        else:
            yield line


def _with_line_below(loose: Sequence[Loose]) -> Iterator[Loose]:
    """Join "MD-03 Estudio" and "Concluido. Se entregó el 26 de marzo." below it."""
    held: Loose | None = None
    above = -1
    for line in loose:
        apart, above = line.line != above + 1, (line.lines or (line.line,))[-1]
        if held and not line.numbered and line.line == (held.lines or (held.line,))[-1] + 1 and _tells_of(line.text):
            yield replace(held, text=f"{held.text.rstrip(' .:')}: {line.text}", lines=(*held.lines, *line.lines))
            held = None
            continue
        if held:
            yield held
        held = line if _ONLY_TITLED.fullmatch(_from_the_code(line.text)) or _is_title(line, apart=apart) else None
        if held is None:
            yield line
    if held:
        yield held


def _is_title(line: Loose, *, apart: bool) -> bool:
    """Tell whether an item of a list, or a line ``apart``, is a title and no more: "1. Insumos al borrador"."""
    return (line.numbered or apart) and _TITLE.fullmatch(without_bullet(line.text)) is not None


def _tells_of(text: str) -> bool:
    return not begins_with_code(text) and not is_courtesy(text) and not text.lstrip().startswith(("-", "*", "•"))


def _end_of_code(text: str) -> int:
    found = _BEGINS.match(text)
    return found.end() if found else 0


def code_line_as_activity(group: Group, form: Form) -> None:
    """Take the one line above the labels that begins with a code for what they are about."""
    field = next((each for each in form.fields if each.kind == "activity"), None)
    if field is None or field.id in group.said:
        return
    coded = [line for line in group.loose if begins_with_code(line.text)]
    if len(coded) != 1 or any(one.line < coded[0].line for said in group.said.values() for one in said):
        return
    line = coded[0]
    group.loose.remove(line)
    group.said[field.id] = [Said(Label((field.id,)), _from_the_code(line.text), line.line, line.lines)]


def state_beside_activity(group: Group, form: Form, known: Known) -> None:
    """Take the state of "Actividad: MD-07 = En proceso" when no line of its own says one."""
    field = next((each for each in form.fields if each.kind == "activity"), None)
    status = next((each for each in form.fields if each.kind == "choice"), None)
    if field is None or status is None or status.id in group.said or len(group.said.get(field.id, ())) != 1:
        return
    said = group.said[field.id][0]
    parts = parts_of_line(Loose(said.text, said.line, said.lines), field, known) if said.text else None
    if parts is None or not parts.has_code or not parts.rest:
        return
    state = state_of(status, parts.rest, said.line, known)
    if isinstance(state, FieldValue):
        group.said[field.id] = [replace(said, text=parts.activity)]
        group.said[status.id] = [replace(said, label=Label((status.id,)), text=parts.rest)]
