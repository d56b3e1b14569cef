"""How to reach a person, in the words of a clause behind the name: one address, numbers, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.core.forms.naming.labels import Label, Labels, Piece
from mailbot.core.forms.naming.numbers import DIALLED, is_number
from mailbot.core.forms.naming.pieces import clean_value, extent, split
from mailbot.core.forms.naming.references import speaks_of_change
from mailbot.core.forms.persons.block import MAIL
from mailbot.core.forms.persons.places import address_in
from mailbot.core.values import Field

_LONE = re.compile(DIALLED + r"(?:,?\s*(?:exts?|extensi[oó]n|extension|x)\.?\s*\d{1,6})?(?![\w@-])", re.I)
_CALLED = re.compile(
    r"\b(?:llam\w+|marc\w+|comunic\w+|localiz\w+|ubic\w+|contact\w+|escrib\w+|atiend\w+|atender\w+|write|call"
    r"|reach\w*|phone)\b"
    r"|\(\s*[+(\d]|,\s*[+(]?\d"
    r"|@[\w.-]{3,190}\s+(?:y|[oó]|or|and)\s+[+(]?\d",
    re.I,
)
_AT = re.compile(r"\b(?:al|at|en el|on)\s+[+(]?\d", re.I)
_OF_OFFICE = re.compile(
    r"\b(?:(?:office|main|direct|work) (?:(?:tele)?phone|number|line)|n[uú]mero (?:de (?:la )?oficina|directo|fijo)"
    r"|(?:su|his|her|their)(?: (?:nuevo|new))? (?:n[uú]mero|number))\b",
    re.I,
)
_IS = re.compile(
    r"(?<=[^\W\d_])\.?(?:,?\s+(?:que|el cual|la cual|which))?"
    r"(?:\s+(?:ahora|now|es|ser[aá]|is|will be|cambi[oó] a|pas[oó] a ser|el|la|the|at|al|en el))+"
    r"\s*:?\s+(?=[+(]?\d)",
    re.I,
)  # "el fax ahora es el 2238-0077", "by fax at 202-555-0111"
_COMMA = re.compile(r"(?P<word>[^\W\d_]{2,12}),\s(?:(?:el|la|al|the|on)\s)?(?=[+(]?\d)")  # "su celular, el 9900-0000"
AND_ANOTHER_NUMBER = re.compile(r"\s*(?:[,;/]\s*)?(?:(?:y|[oó]|e|and|or|/)\s+)" + _LONE.pattern, re.I)
_REMARK = re.compile(r"\s*\(([^(),;\d]{3,20})[),;]")
_THE_SAME = re.compile(
    r"(?:^|\s)(?P<label>[^\W\d_]{3,12}\.?)(?:\s(?:number|n[uú]mero))?"
    r"\s(?:es|sigue siendo|ser[aá]|contin[uú]a siendo|is|remains|stays)\s(?P<same>(?:el|la|the)\s(?:mism[oa]|same)\b)",
    re.I,
)

_AS_BEFORE = re.compile(
    r"(?<!\bno)\s(?:(?:es|sigue siendo|ser[aá]|contin[uú]a siendo|is|remains|stays)\s(?:el|la|the)\s(?:mism[oa]|same)"
    r"(?:\s(?:de (?:siempre|antes)|que antes|as before))?|no (?:var[ií]a|cambia|ha (?:variado|cambiado))"
    r"|(?:has not|hasn['’]t) changed|does not change|(?:is|remains) unchanged|se mantiene)"
    r"\s*[,:]?\s*\(?(?=[+(]?\d[\d\s().-]{5,20}\d)",
    re.I,
)

# "Ana Prueba (a@b.example, 2299-0001) será el nuevo punto focal": what she is reached by goes behind.
_ASIDE = re.compile(
    r"\s\((?P<data>[^()]{0,120}?(?:\S@\S|\d{4})[^()]{0,120})\)(?P<behind>\s+(?:ser[aá]|es|queda|ha sido|fue|asum\w+"
    r"|sustitu\w+|cubr\w+|supl\w+|re?emplaza\w*|will|is|has been|was|takes|replaces)\s[^;:()]{3,160}?)(?=\.?$)",
    re.IGNORECASE,
)
# "John Sample, john@b.example, 2410-1234, will be …"
_BETWEEN = re.compile(
    r",\s(?P<data>[^()]{0,60}?(?:\S@\S|\d{4})[^()]{0,80}?),(?P<behind>\s(?:ser[aá]|es|queda|ha sido|fue|asum\w+"
    r"|sustitu\w+|cubr\w+|supl\w+"
    r"|re?emplaza\w*|will|is|has been|was|takes|replaces)\s[^;:()]{3,160}?)(?=\.?$)",
    re.IGNORECASE,
)


def without_as_before(text: str) -> str:
    """Return "el teléfono es el mismo, 2410-0000" without the words that it is what it was."""
    return _AS_BEFORE.sub(" ", text)


def without_data_between(clause: str) -> tuple[str, str, str]:
    """Return a clause without the data between a name and its verb, the words ahead, and the data; "" for none."""
    found = _ASIDE.search(clause) or _BETWEEN.search(clause)
    if found is None:
        return clause, "", ""
    return clause.replace(found.group(), found["behind"], 1), clause[: found.start()], found["data"]


def _by_remark(text: str, numbers: Sequence[str], labels: Labels) -> dict[str, str]:
    """The numbers of "202-555-0171 (office), 202-555-0172 (cell, private)", each with a remark of its own."""
    found: dict[str, str] = {}
    for number in numbers:
        remark = _REMARK.match(text, text.index(number) + len(number))
        label = labels.find(remark[1].strip()) if remark else None
        telephones = [each for each in label.fields if labels.form.field(each).kind == "telephone"] if label else []
        place = telephones[0] if len(telephones) == 1 else label.number if label else ""
        if not place or place in found:
            return {}
        found[place] = number
    return found


def _field_of(piece: Piece, labels: Labels) -> Field | None:
    """The one field a label names; "Office: 613-555-0126" is a number and no office."""
    if piece.label is None or len(piece.label.fields) != 1:
        return None
    number = piece.label.number if _LONE.match(piece.text.strip(" .:")) else ""
    return labels.form.field(number or piece.label.fields[0])


def _without_comma(found: re.Match[str], labels: Labels) -> str:
    """The word of a telephone without the comma that parts it from its number; anything else as it stands."""
    label = labels.find(found["word"])
    telephone = label is not None and {labels.form.field(each).kind for each in label.fields} == {"telephone"}
    return f"{found['word']} " if telephone else found.group()


_EXTENSION_BEHIND = re.compile(r"(\d),\s+(?=(?:ext(?:ensi[oó]n|ension)?|anexo|x)\b\.?\s?\d{1,6}\b)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[^\W\d_]{4}\.)\s+(?=[A-ZÀ-Þ])")  # "…Exteriores. Plaza Ficticia 20, Col. Ensayo"


def reached(text: str, labels: Labels) -> Iterator[tuple[str, str]]:
    """Yield (field, words) for what a clause says of how to reach somebody; nothing of two addresses or two numbers.

    "El teléfono es el mismo" yields those words: whose it is, is to be asked.
    """
    text = _EXTENSION_BEHIND.sub(r"\1 ", without_as_before(text))
    numbers: dict[str, str] = {}
    for same in _THE_SAME.finditer(text):
        label = labels.find(same["label"])
        if label and len(label.fields) == 1 and labels.form.field(label.fields[0]).kind == "telephone":
            numbers[label.fields[0]] = same["same"]
    at = _AT.search(text)
    text = _COMMA.sub(lambda found: _without_comma(found, labels), _IS.sub(" ", text))
    rest = text
    first, *pieces = split(text, labels, None) or [Piece(None, text, 0)]
    address = next((each.id for each in labels.form.fields if each.multiline and "postal address" in each.synonyms), "")
    if address and len(sentences := _SENTENCES.split(first.text.strip())) > 1 and address_in(sentences[-1]):
        yield address, clean_value(sentences[-1]).strip(" ;")
    for piece in pieces:
        field = _field_of(piece, labels)
        if field and piece.label and field.kind == "telephone":
            reach = extent(piece.text, Label((field.id,)), labels)
            while more := AND_ANOTHER_NUMBER.match(piece.text, reach) if reach else None:
                reach = more.end()
            said = clean_value(piece.text[:reach]).rstrip(" .,;")
            before = numbers.get(field.id)
            if before is None or not speaks_of_change(text):
                numbers[field.id] = f"{before} / {said}" if before and is_number(said) else before or said
            rest = rest.replace(said, " ")
        elif field and field.multiline and (piece.sure or address_in(piece.text)):
            yield field.id, clean_value(piece.text).rstrip(" .;")
    lone = [each for each in _LONE.findall(rest) if is_number(each)]
    numbers |= _by_remark(rest, lone, labels) if len(lone) > 1 and not numbers else {}
    called = (numbers.keys() <= {"fax"} and (at or _CALLED.search(rest))) or _OF_OFFICE.search(rest)
    if len(lone) == 1 and "phone" not in numbers and called:
        numbers["phone"] = lone[0]
    mails = set(MAIL.findall(text))
    for field in labels.form.fields:
        if field.kind == "email" and len(mails) == 1:
            yield field.id, mails.pop()
        elif numbers.get(field.id):
            yield field.id, numbers[field.id]


def bracketed(behind: str) -> str:
    """The address in brackets behind a name: "Ana Prueba (ana@b.example)"."""
    found = re.search(r"[(<]([^()<>]*@[^()<>]*)[)>]", behind)
    return found[1] if found else ""
