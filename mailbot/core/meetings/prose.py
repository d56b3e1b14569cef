"""What is said of coming in a person's own words: read to be asked about, never to be applied.

"Nuestra delegación estará integrada por: …" with one person a line, "we regret that we will
not send a representative", "los gastos de la tercera persona serán cubiertos por …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.fields.names import split_title
from mailbot.core.language import fold
from mailbot.core.meetings.persons import inline
from mailbot.core.meetings.replaced import replacement_in

_WITHIN = r"[^.;\n]{0,80}?"
_VERBS = r"(?:asistir|participar|enviar|acompanar|contar|designar)"
_NO = re.compile(
    rf"\b(?:no (?:podra|podran|podremos|podre|puede|pueden|podemos|puedo|sera posible|nos sera posible) {_VERBS}\w*|"
    rf"no {_VERBS}(?:a|an|emos|e)\b|lament\w*\b{_WITHIN}\bno\b{_WITHIN}{_VERBS}\w*|declina\w*|"
    rf"(?:regret|unable|cannot|can not|will not|won't|not be able|not be in a position)\b{_WITHIN}"
    r"\b(?:attend|participate|send|join|be represented)\w*|with regrets|no one will attend|nobody will attend)"
)
_UNSURE = re.compile(
    rf"\b(?:por confirmar|pendiente de confirma|aun no (?:podemos|se ha|hemos)|todavia no (?:podemos|se ha|hemos)|"
    rf"to be confirmed|not yet (?:confirmed|decided|able)|tentativ\w+|quiza|tal vez|might attend|may attend|"
    rf"confirmaremos|will confirm{_WITHIN}later)"
)
_YES = re.compile(
    rf"\b(?:delegacion\b{_WITHIN}\b(?:integrada|compuesta|conformada)|(?:asistir|participar)(?:a|an|emos|e)\b|"
    rf"confirm\w*\b{_WITHIN}\b(?:participacion|asistencia|attendance|participation)|representar(?:a|an) a|"
    rf"will (?:attend|participate|be represented)|delegation will be|delegation (?:consists|is composed)|"
    rf"participants? will be|glad to accept|pleased to accept|acept\w+ la invitacion|accept the invitation)"
)
_HEAD = re.compile(
    r"\b(?:integrada|compuesta|conformada|representad[ao]s?|participantes|asistentes|delegacion|delegation|participants|"
    r"delegates|attend\w*|represented|composed|consists|siguientes|following|participacion|asistencia|asistiran|"
    r"participaran|participation)\b[^\n]{0,60}:\s*$"
)
_BULLET = re.compile(r"^\s*(?:[-*•·–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_COSTS = re.compile(
    r"\b(?:gastos|costos|costs|expenses)\b[^.;\n]{0,100}?\b(?:cubiert[oa]s por|a cargo de|sufragad[oa]s por|"
    r"asumid[oa]s por|covered by|borne by|paid by|met by)\b\s*([^.;\n]{2,160})"
)
_ADDRESS = re.compile(r"[^\s<>(),;:\"“”«»]+@[^\s<>(),;:\"“”«»]+")
_MOST = 20
_END = re.compile(
    r"^(?:saludos|atentamente|cordial|sin otro|best regards|kind regards|regards|yours|sincerely|gracias|thank)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in prose, with the line they stand in."""

    name: str
    position: str
    institution: str
    email: str
    line: str
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What prose seems to say: ``attendance`` yes, no or to-be-confirmed; people; who covers costs."""

    attendance: str
    people: tuple[Named, ...] = ()
    costs: str = ""
    said: str = ""


def told_in(text: str) -> Told | None:
    """Return what somebody's own words seem to say of coming.

    None when they say nothing of it, or that one does not come and another does: a person
    must read that.
    """
    instead = replacement_in(text)
    if instead is not None:
        comes = Named(instead.comes, instead.position, "", "", instead.said, instead.leaves)
        return Told("yes", (comes,), said=instead.said)
    plain = fold_lines(text)
    people = _people(text)
    if _NO.search(plain):
        both = people or _YES.search(_NO.sub(" ", plain))
        return None if both else Told("no", said=_sentence(text, _NO))
    if _YES.search(plain) or people:
        unsure = not people and _UNSURE.search(plain) is not None
        return Told("to-be-confirmed" if unsure else "yes", people, _costs(text), _sentence(text, _YES))
    if _UNSURE.search(plain):
        return Told("to-be-confirmed", said=_sentence(text, _UNSURE))
    return None


def fold_lines(text: str) -> str:
    """Return a text folded line by line."""
    return "\n".join(fold(line) for line in text.split("\n"))


def _sentence(text: str, pattern: re.Pattern[str]) -> str:
    """Return the line that says it, as it was written."""
    return next((line.strip() for line in text.split("\n") if pattern.search(fold(line))), text.strip()[:300])[:300]


def _costs(text: str) -> str:
    for line in text.split("\n"):
        match = re.search(_COSTS.pattern, line, re.IGNORECASE)
        if match:
            return match[1].strip(" .,")
    return ""


def _people(text: str) -> tuple[Named, ...]:
    """Return who stands below "integrada por:", one a line: name, position, institution, address."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if _HEAD.search(fold_with_colon(line)):
            return tuple(_below(lines[place + 1 :]))
    return tuple(Named(name, position, "", "", f"{name}, {position}".strip(", ")) for name, position in inline(text))


def fold_with_colon(line: str) -> str:
    """Return a line folded, its last colon kept: the sign that a list follows."""
    return fold(line).rstrip(" :") + (":" if line.rstrip().endswith(":") else "")


def _below(lines: list[str]) -> list[Named]:
    found: list[Named] = []
    for line in lines:
        bare = line.strip()
        if not bare:
            if found:
                break
            continue
        person = None if _END.search(fold(bare)) or len(found) == _MOST else _person(bare)
        if person is None:
            break
        found.append(person)
    return found


def _person(line: str) -> Named | None:
    """Read "1. Licda. Ana Prueba, Directora, Ministerio …, ana@x.example"; None for a line that is no person."""
    address = _ADDRESS.search(line)
    rest = _ADDRESS.sub("", line) if address else line
    parts = [part.strip(" .()<>") for part in re.split(r"\t|;|,| [-–—] |\||\s\(", _BULLET.sub("", rest))]
    parts = [part for part in parts if part]
    if not parts:
        return None
    _, name = split_title(parts[0])
    words = name.split()
    if not 2 <= len(words) <= 7 or not all(word[:1].isupper() or len(word) <= 3 for word in words) or ":" in name:
        return None
    position, institution = (parts[1] if len(parts) > 1 else ""), ", ".join(parts[2:])
    return Named(name, position, institution, address[0].strip(".") if address else "", line)
