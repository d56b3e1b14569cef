"""What is new of how somebody else is reached: "el teléfono de la Licda. Prueba cambió: ahora se le localiza en el …".

Old and new stand side by side; only where one of them is left for a field is it proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import ADDRESS_TOLD, NUMBER_TOLD
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.runs import Run, persons_in
from mailbot.core.forms.prose.to_be_changed import REACHES, proposed
from mailbot.core.values import Doubt, Field, Known

_VALUE = re.compile(rf"(?<![\w@.-])(?:{ADDRESS_TOLD}|{NUMBER_TOLD})(?![\w@])", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:cambi|chang|nuev[oa]|new\b|ahora\b|now\b|ya no\b|no longer\b)", re.IGNORECASE)
_REACH = (
    r"(?:tel[eé]fono|celular|m[oó]vil|fax|correo|e-?mail|phone|telephone|mobile|cell|n[uú]mero|number|l[ií]nea|line"
    r"|extensi[oó]n)"
)
# "cambió de teléfono", "has a new mobile number", "whose new number is", "se le localiza ahora en"
_BEHIND = re.compile(
    rf",?\s+(?:(?:ha |has )?(?:cambi(?:ó|ado)|changed)\s(?:de|su|his|her)\s(?:\w+\s){{0,3}}?{_REACH}"
    rf"|(?:tiene|has|got|cuenta con|estren[oóa]+)\s(?:un\s|a\s)?(?:nuev[oa]|new)\s(?:\w+\s){{0,2}}?"
    rf"(?:{_REACH}|cargo|puesto|position|title|post)"
    rf"|(?:cuy[oa]|whose)\s(?:\w+\s){{0,2}}?{_REACH}"
    r"|(?:ahora )?se (?:le|la|lo) (?:\w+ )?(?:ahora )?(?:localiza|ubica|encuentra|contacta)\w*"
    r"|(?:can|may) now be (?:reached|contacted|called)|is now (?:reached|at))\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:(?:en|a) nombre|por (?:encargo|instrucciones|indicaciones|solicitud|mandato)|de parte|a solicitud"
    r"|on behalf|at the request)\s(?:de(?:l)?|of)\s(?:la\s|el\s)?$",
    re.IGNORECASE,
)
_THEIRS = re.compile(rf"\b(?:su|sus|his|her|their)\s(?:\w+\s){{0,2}}?{_REACH}\b", re.IGNORECASE)
_IS_SUBJECT = re.compile(  # ahead of the name that "… se mudó de oficina; su nuevo teléfono es" is told of
    r"(?:\W*(?:(?:y|and|also|adem[aá]s|asimismo|tambi[eé]n|que|that|en (?:el caso|cuanto|lo que respecta|relaci[oó]n)"
    r"|(?:in the case|as for|regarding|with regard)|(?:les?|nos) (?:informo|comunico|aviso|informamos|comunicamos)"
    r"|de|del|al?|con|of|to|para|for|respecto|sobre|about|el|la|the|our|nuestr[oa]|señora?|colega|compañer[oa]"
    r"|colleague|(?:punto focal|focal point"
    r"|enlace|suplente|altern[oa]|alternate)(?!\s(?:de|of|to)))\b,?)){0,8}\W*",
    re.IGNORECASE,
)
_THEIR_NEW = re.compile(
    rf"\b(?:(?:sus?|his|her|their)\s(?:nuev[oa]s?|new)\s(?:\w+\s){{0,2}}?{_REACH}"
    rf"|(?:sus?|his|her|their)\s(?:\w+\s){{0,2}}?{_REACH}\b[^.;@\d]{{0,30}}\b(?:ahora|now|cambi\w+|changed))\b",
    re.IGNORECASE,
)
# "cambia el teléfono de la Mtra. Ana Prueba. El nuevo número es …"
_CHANGES_OF = re.compile(
    r"(?<!\bno )(?<!\bnot )\b(?:cambi(?:a|[oó]|ar[aá])|ha cambiado|var[ií]a|(?:has )?changed|changes)\b[^.;:@\d]{0,20}?"
    rf"\s(?:el|la|the)\s{_REACH}(?:\s\w+)?\s(?:del?|de la|of)\s(?:(?:la|el|señora?)\s)?$",
    re.IGNORECASE,
)
_NEW_ONE_IS = re.compile(
    rf"[.;:,]\s(?:su|el|la|his|her|the)\s(?:(?:nuev[oa]|new)\s)?(?:{_REACH}|direcci[oó]n|address)"
    r"(?:\s(?:electr[oó]nic[oa]|nuev[oa]|new|number|address))?(?:\s(?:ahora|now))?\s(?:es|ser[aá]|is|will be)\s"
    r"(?:(?:ahora|now|el|la|the)\s)?(?=[+(\d]|\S+@)",
    re.IGNORECASE,
)
_THE_NEW = re.compile(  # "Para la Licda. Ana Prueba, el nuevo fax es …"
    rf",?\s(?:el|la|the)\s(?:(?:nuev[oa]|new)\s(?:\w+\s){{0,2}}?{_REACH}"
    rf"|(?:\w+\s){{0,1}}?{_REACH}\b[^.;:@\d]{{0,30}}\b(?:ahora|now|cambi\w+|changed))\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:mis?|my|mine|nuestr[oa]s?|our)\s", re.IGNORECASE)
_OLD_AHEAD = re.compile(
    r"\b(?:anterior|antigu[oa]|viej[oa]|old|former|previous|antes(?: era)?|formerly|previously|ya no es|no es|no longer"
    r"|en (?:lugar|vez) de|instead of|rather than|in place of|y no|and not|from|cambi(?:ó|ado|a) del?|sustituye al?"
    r"|re?emplaza al?|replaces|replacing)\b[^.;@\d]{0,25}$",
    re.IGNORECASE,
)
_OLD_BEHIND = re.compile(
    r"[\s,)]{0,3}(?:(?:que |which )?ya no|no longer|(?:is|was|has been|qued[oóa]+|est[aá]|fue|ha sido) (?:now )?"
    r"(?:out of|fuera de|sin|discontinued|disconnected|cancel|dad[oa] de baja|desactivad|elimin|inv[aá]lid|suspend)"
    r"|has changed|(?:ha )?cambi(?:ó|ado))",
    re.IGNORECASE,
)
_NEW_AHEAD = re.compile(
    r"\b(?:es|is|ser[aá]|ahora|now|nuev[oa]|new|sino|but|to|al?|al n[uú]mero|en|en el|at|on|to the|siendo|remains"
    r"|number|n[uú]mero|tel[eé]fono|celular|fax|correo|mobile|cell|e-?mail|phone)(?:\s(?:el|la|the|es|is))?\s?[,:(]?\s?$",
    re.IGNORECASE,
)
_AND_MINE = re.compile(r"[,;]?\s(?:and|y|while|mientras que)\s(?:mine|my|el m[ií]o|la m[ií]a|mi)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,12}")
_MOST = 800  # characters
_NEAR = 60


def told_of(text: str) -> Run | None:
    """The one person of whom a text says in other words than "el teléfono de" that a number or an address is new."""
    text = _without_mine(text[:_MOST])
    if not _CHANGES.search(text) or _MINE.search(text):
        return None
    people = persons_in(text)
    owners = [each for each in people if _CHANGES_OF.search(text[: each.start])]
    if len(owners) == 1 and _NEW_ONE_IS.search(text, owners[0].start):
        return owners[0]
    meant = [each for each in people if _is_meant(text, each)]
    return meant[0] if len(meant) == len(people) == 1 else None


def _without_mine(text: str) -> str:
    """Return "his new number is 2230-0044 and mine is 2230-0055" as far as it is told of another."""
    mine = _AND_MINE.search(text)
    return text[: mine.start()] if mine and _THEIR_NEW.search(text, 0, mine.start()) else text


def _is_meant(text: str, run: Run) -> bool:
    ends = run.start + len(run.name)
    told = _THEIR_NEW.search(text, ends) or _THE_NEW.match(text, text.find(run.name, run.start) + len(run.name))
    if told and _IS_SUBJECT.fullmatch(text, _sentence_start(text, run.start), run.start):
        return True
    return _BEHIND.match(text, text.find(run.name, run.start) + len(run.name)) is not None or (
        _FOR.search(text[: run.start]) is not None and _THEIRS.search(text, ends) is not None
    )


def _sentence_start(text: str, place: int) -> int:
    """Where the sentence begins that a place lies in."""
    return max(text.rfind(sign, 0, place) + 1 for sign in (". ", "; ", ": ", ", que "))


def changed(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the new number or address of each field, where only one of those that are told is not the old one."""
    text = _without_mine(line.text[:_MOST])
    if not _CHANGES.search(text):
        return
    found: dict[str, list[tuple[Field, str]]] = {}
    for value in _VALUE.finditer(text):
        ahead = text[max(value.start() - _NEAR, 0) : value.start()]
        field = _field_of(value.group(), text[: value.start()], labels)
        old = _OLD_AHEAD.search(ahead) or _OLD_BEHIND.match(text, value.end())
        if field is not None and not old:
            said = value.group().rstrip(" .") if _NEW_AHEAD.search(ahead) else ""
            found.setdefault(field.id, []).append((field, said))
    for values in found.values():
        if len(values) == 1 and values[0][1]:
            yield from proposed(*values[0], line, known)


def _field_of(said: str, before: str, labels: Labels) -> Field | None:
    """The address for what looks like one; the telephone that was named last, else the first of them."""
    kind = "email" if "@" in said else "telephone"
    fields = [each for each in labels.form.fields if each.kind == kind and kind in REACHES]
    words = (labels.find(each) for each in reversed(_WORD.findall(before)))
    named = next(
        (
            each.fields[0]
            for each in words
            if each and not each.part and len(each.fields) == 1 and each.fields[0] in {one.id for one in fields}
        ),
        None,
    )
    return next((each for each in fields if each.id == named), fields[0] if fields else None)
