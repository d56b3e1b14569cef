"""Unlabelled lines beside labelled ones: proposals for the corrected form, never values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.fields import split_title
from mailbot.core.fields.percentages import told_in as percentage_in
from mailbot.core.forms.naming.clauses import without_stop
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.numbers import is_number, is_numbers_alone
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.posts import POST_WITHIN as _POST
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.bars import parts_of_bars
from mailbot.core.forms.persons.in_a_list import is_no_sentence
from mailbot.core.forms.persons.names_of_offices import (
    JOINING,
    is_acronym,
    is_institution,
    is_person,
    is_unit,
    is_whole_unit,
    matters_together,
    names_a_post,
    office_kind,
)
from mailbot.core.forms.persons.places import address_in, goes_on_with_place
from mailbot.core.forms.persons.roles import CALLS_ROLE, OF_THE_GROUP
from mailbot.core.forms.persons.runs import persons_in
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.offices import is_ministry, is_within, unit_beside, unit_of
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Field, FieldValue, Form, Known

NO_LABEL = Bilingual(
    "No lleva rótulo: ¿es este dato?",
    "It has no label: is it this?",
)
MAIL = re.compile(r"[^\s@<>,;:()\[\]]{1,64}@[^\s@<>,;:()\[\]]{1,190}\.[^\s@<>,;:()\[\].]{2,24}")
_NO_POST = re.compile(
    r"[\d:@]|^(?!.*[^\W\d_]{2})|^(?:(?:y|e|and|mis?|my|our|the|el|la|los|las|del?|of|con|with)\b\W*)+$"
    r"|^(?:(?:con )?respecto|en (?:relaci[oó]n|cuanto|atenci[oó]n|respuesta|referencia|representaci[oó]n|nombre)|sobre"
    r"|acerca|(?:por|de) parte de"
    r"|regarding|y|no|not|nos|se|and|pero|but|aunque|although|adem[aá]s|asimismo|tambi[eé]n|also|mis?|sus?|nuestr[oa]s?|my|our"
    r"|your"
    r"|as (?:for|to)|(?:with|in) (?:regard|respect|reference|reply|response|relation))\b"
    r"|\b(?:es|son|soy|ser[aá]|estar[aá]|a cargo de|will be|llamo|is|are|am|no (?:cambi|vari)\w*"
    r"|sigue\w* (?:igual|siendo|vigente)|se mantiene\w*|ya no|unchanged|remains?|stays?)\b"
    r"|\b(?:mis?|my|our|nuestr[oa]s?|del?|of|the|el|la|y|and|nuev[oa]|new)\s*$",  # cut off before a label
    re.IGNORECASE,
)  # "el correo no cambia"
_APART = (re.compile(r";\s"), re.compile(r"(?:^|\s)[-–—]\s"), re.compile(r"(?:^|\s)/\s"))
_LEFT_OVER = re.compile(r"^\s*[/|;,]\s+|\s+[/|;–—-]\s*$")  # a sign whose other side was taken off
_SMALL = re.compile(r"(?:^|\s)(?!(?:de|del|la|las|los|el|y|e|and|of|the|for|in|en|to|a|with|con)\b)[a-zß-ÿ]{2,}\b")
_SEVERAL = 2
_BEHIND_A_NAME = re.compile(r"[;|]|\s[-–—/]\s|\s[-–—/]$")
_OPENED = re.compile(r"\s*[^\W\d_][\w .]{1,40}:\s")  # "Asistente: Petra Muestra, petra@b.example"
_ROLE_BEHIND = re.compile(r"\s*(?:\([^()\d@]{3,40}\)|(?:,|\s[-–—])\s+[^\W\d_]+(?: [^\W\d_]+){0,2})[ .]*$")
_ROLE_IN_BRACKETS = re.compile(r"\([^()\d@]{3,40}\)[ .]*$")
_ROUND_A_ROLE = " ().,-–—"
_AS_ROLE = re.compile(
    r"(?:(?:designad|nombrad)[oa] )?(?:en (?:su )?(?:calidad|car[aá]cter) de|como|as|acting as"
    r"|in (?:the|her|his) capacity (?:of|as))"
    r" (?:the |our |el |la )?(?=\S)",
    re.IGNORECASE,
)
_MOST_OF_ROLE = 4  # words
_LONGEST_ACRONYM = 6  # letters of one that stands alone
_MOST_OF_TOWN = 4  # words
_DOUBLE_SPACED = 2  # lines from one of an address to the next
MOST_WORDS = 16
_CODE = re.compile(rf"\b{ACTIVITY_CODE}\b")
_NAMES_ACTIVITY = re.compile(rf"\W*(?:(?:la |the )?(?:actividad|activity) )?{_CODE.pattern}", re.IGNORECASE)


def is_named(text: str) -> bool:
    """Tell whether a line opens with the name of somebody, with a title or alone: "Lic. Ana Prueba", "Ana Prueba"."""
    title, name = split_title(without_bullet(text).partition(",")[0].strip(" ."))
    return is_person(name) if title else is_person(without_bullet(text))


def with_proposals(entry: Entry, loose: Sequence[Loose], form: Form, known: Known) -> Entry:
    """Return the entry with a doubt for each unlabelled line that looks like one of its fields."""
    doubts = list(entry.doubts)
    parts = [(each, part) for each in loose for bar in parts_of_bars(each.text) for part in _apart(bar)]
    loose = [each if part == each.text else replace(each, text=part) for each, part in parts]
    key = key_field(form)
    is_given = key is not None and key.id in entry.fields
    loose = _places_joined(loose, named=is_given) if form.subject_of == "contact" else loose
    post = getattr(post_of(form), "id", None)
    named = {key.id} & ({*entry.fields} | {each.field for each in doubts}) if key else set()
    first = next((each for each in loose if not _stands_above(each.text)), None)
    behind = _ROLE_BEHIND.search(first.text) if first else None
    role = (
        [replace(first, text=behind.group())] if first and behind and _role(behind.group(), form, first, known) else []
    )
    named_line = first.text[: behind.start()] if first and behind and role else getattr(first, "text", "")
    opening = without_bullet(named_line).strip(" .,")
    if key and key.kind == "name" and first and not named and is_person(opening) and not _NO_POST.search(opening):
        doubts.append(Doubt(key.id, opening, NO_LABEL, first.line, opening, one_reading=True))
        loose = [*role, *(each for each in loose if each is not first)]
    unit, beside = unit_of(form), unit_beside([each.text for each in loose])
    for place, line in enumerate(loose):
        if is_courtesy(line.text) or _is_long(line.text) or line.text.rstrip().endswith(":"):
            continue
        office = _guess(unit, line.text.strip(" ."), line, known) if unit and place == beside else []
        for field_id, words, proposal in office or _guesses(line, form, known):
            doubts = _office_within(doubts, field_id, words, form)
            field_id = _below_ministry(field_id, words, entry, doubts, form)
            taken = field_id in entry.fields or any(each.field == field_id for each in doubts)
            if not taken:
                sure = not _OPENED.match(line.text) and (field_id != post or bool(_POST.search(fold(words))))
                doubts.append(Doubt(field_id, words, NO_LABEL, line.line, proposal, one_reading=sure))
        doubts += _told_in_line(line, entry, doubts, form, known) if form.subject_of == "activity" else []
        for each in form.fields:
            free_choice = each.required and each.kind == "choice" and each.id not in entry.fields
            if free_choice and all(doubt.field != each.id for doubt in doubts):
                read = read_value(each, line.text, line.line, known)
                if isinstance(read, FieldValue):
                    doubts.append(Doubt(each.id, line.text, NO_LABEL, line.line, read.value, one_reading=True))
    missing = tuple(each for each in entry.missing if all(d.field != each for d in doubts))
    same = (missing, tuple(doubts)) == (entry.missing, entry.doubts)
    return entry if same else replace(entry, missing=missing, doubts=tuple(doubts))


def _is_long(text: str) -> bool:
    """Tell whether a line has the words of a sentence, which a person of a list with a long office may have too."""
    return len(text.split()) > MOST_WORDS and not is_no_sentence(text)


def _apart(text: str) -> list[str]:
    """Return the parts of a line between semicolons, or between dashes or strokes.

    One such sign parts an office from whoever is there; "Director - Planificación" is one post.
    """
    text = _LEFT_OVER.sub("", text)
    for sign in _APART:
        parts = [part.strip() for part in sign.split(text) if part.strip()]
        of_two = len(parts) == _SEVERAL and is_institution(parts[0]) != is_institution(parts[1])
        if len(parts) > _SEVERAL or (len(parts) == _SEVERAL and sign is _APART[0]) or of_two:
            return parts
    return [text]


def _stands_above(text: str) -> bool:
    """Tell whether a line may stand above a name: a greeting, "Mis datos:", the ministry, the office, where it is."""
    if is_courtesy(text) or text.rstrip().endswith(":"):
        return True
    bare = without_bullet(text).strip(" .")
    office = is_institution(bare) or is_unit(bare) or is_acronym(bare) or is_whole_unit(bare)
    return (office and "," not in bare) or bool(address_in(bare))


def _office_within(doubts: list[Doubt], field_id: str, words: str, form: Form) -> list[Doubt]:
    """Make an office the unit where its ministry follows: "Asesora, Dirección General …", "Ministerio …"."""
    unit = unit_of(form)
    if unit is None or form.field(field_id).kind != "institution" or not is_ministry(words):
        return doubts
    free = all(each.field != unit.id for each in doubts)
    return [
        replace(each, field=unit.id) if free and each.field == field_id and is_within(each.said) else each
        for each in doubts
        if free or each.field != field_id or not is_within(each.said)
    ]


def _below_ministry(field_id: str, words: str, entry: Entry, doubts: Sequence[Doubt], form: Form) -> str:
    """The unit's field for an office that stands below its ministry, else the field it was."""
    unit = unit_of(form)
    if unit is None or form.field(field_id).kind != "institution" or not is_within(words) or is_ministry(words):
        return field_id
    above = [each.said for each in doubts if each.field == field_id]
    above += [entry.fields[field_id].said] if field_id in entry.fields else []
    return unit.id if len(above) == 1 and is_ministry(above[0]) else field_id


def _places_joined(loose: Sequence[Loose], *, named: bool) -> list[Loose]:
    """Join the lines of one postal address: "Calle 2, San Felipe" above "Apartado Postal 0000-00000".

    ``named``: whose address it is was said before, so that capitals below it are a town and nobody's name.
    """
    joined: list[Loose] = []
    for line in loose:
        above = joined[-1] if joined else None
        apart = line.line - max(above.lines or (above.line,)) if above else 0
        above = above if above and 1 <= apart <= _DOUBLE_SPACED else None
        town = above is not None and named and _is_town_below(above.text, line.text)
        named = named or is_named(line.text)
        if above and (town or goes_on_with_place(above.text, line.text)):
            lines = (*(above.lines or (above.line,)), *(line.lines or (line.line,)))
            joined[-1] = replace(above, text=f"{above.text.rstrip()} {line.text.strip()}", lines=lines)
        else:
            joined.append(line)
    return joined


def _is_town_below(above: str, text: str) -> bool:
    """Tell whether capitals below "Av. Imaginaria No. 752" are the town: no title, no office, no number."""
    bare = text.strip(" .")
    capitals = bool(bare) and all(word[:1].isupper() or word in JOINING for word in bare.split())
    plain = capitals and not any(sign.isdigit() or sign in ":@/" for sign in bare) and not is_acronym(bare)
    office = is_institution(bare) or is_unit(bare) or _POST.search(fold(bare)) or split_title(bare)[0]
    small = plain and len(bare.split()) <= _MOST_OF_TOWN
    return small and not office and not is_courtesy(text) and bool(address_in(above))


def _told_in_line(line: Loose, entry: Entry, before: Sequence[Doubt], form: Form, known: Known) -> list[Doubt]:
    """The percentage of a line that tells a state or a progress, and its date: "was completed on January 29, 2009"."""
    found: list[Doubt] = []
    share = percentage_in(line.text)
    status = next((each for each in form.fields if each.kind == "choice"), None)
    state = read_value(status, line.text, line.line, known) if status and not share else None
    if not share and not isinstance(state, FieldValue):
        return []
    for each in form.fields:
        if each.id in entry.fields or any(doubt.field == each.id for doubt in before):
            continue
        words = {"percentage": share, "window": line.text}.get(each.kind)
        read = read_value(each, words, line.line, known) if words else None
        ends = read.value.get("end") if isinstance(read, FieldValue) and isinstance(read.value, dict) else each.kind
        if isinstance(read, FieldValue) and ends:
            found.append(Doubt(each.id, line.text, NO_LABEL, line.line, read.value, one_reading=True))
    return found


def with_activity(entry: Entry, loose: Sequence[Loose], form: Form, known: Known) -> Entry:
    """Return the entry with a doubt for the one code that stands in a line without a label.

    What our letter asked about is not missing; then only the line that tells the state names another.
    """
    field = next((each for each in form.fields if each.kind == "activity" and each.id not in entry.fields), None)
    states = {each.id for each in form.fields if each.kind == "choice"}
    telling = {each.line for each in entry.doubts if each.field in states}
    missing = field is not None and field.id in entry.missing
    naming = [each for each in loose if missing or (each.line in telling and _NAMES_ACTIVITY.match(each.text))]
    codes = {found: line.line for line in naming for found in _CODE.findall(line.text)}
    if field is None or len(codes) != 1 or any(each.field == field.id for each in entry.doubts):
        return entry
    code, line = codes.popitem()
    read = read_value(field, code, line, known)
    proposal = read.value if isinstance(read, FieldValue) else None
    doubt = Doubt(field.id, code, NO_LABEL, line, proposal, one_reading=True)
    return replace(
        entry, missing=tuple(each for each in entry.missing if each != field.id), doubts=(*entry.doubts, doubt)
    )


def _guesses(line: Loose, form: Form, known: Known) -> list[tuple[str, str, object]]:
    found: list[tuple[str, str, object]] = []
    by_kind = {each.kind: each for each in reversed(form.fields)}
    text = without_bullet(line.text)
    behind = _ROLE_IN_BRACKETS.search(text) if text.rstrip().endswith(")") else None
    role = _role(behind.group(), form, line, known) if behind else []
    if behind and role:  # "Directora de Fronteras (punto focal)"
        found, text = role, text[: behind.start()].rstrip(" ,")
    mail = MAIL.search(text)
    if mail and "email" in by_kind:
        found += _guess(by_kind["email"], mail.group(), line, known)
        text = (text[: mail.start()] + text[mail.end() :]).strip(" ,;./|–—-")
    if "telephone" in by_kind and is_numbers_alone(text):
        return [*found, *_guess(by_kind["telephone"], text, line, known)]
    if "name" in by_kind and split_title(text)[0] and (name := _name_in(text, form, line, known)):
        return [*found, *name]
    listed = opens_with_person(text) and not address_in(text)
    if not listed and (office := _office(text, form, line, known) or _place(text, form, line, known)):
        return [*found, *office]
    parts = matters_together([without_stop(part) for part in text.split(",") if part.strip(" .")])
    if listed:
        found += _named(parts[0], form, line, known)
        parts = parts[1:]
    elif parts and "name" in by_kind and (name := _name_in(parts[0], form, line, known)):
        found += name
        parts = parts[1:]
    parts = [part for part in parts if not is_courtesy(part)]
    ends = next((at for at, part in enumerate(parts) if at and CALLS_ROLE.fullmatch(part)), len(parts))
    for part in [*_post_together(parts[:ends]), *parts[ends:]]:
        if (role := _role(part, form, line, known)) or (part.startswith("(") and not is_number(part)):
            found += role
            continue
        short = is_acronym(part) and (not text.isupper() or _is_short_name(part, known))
        kind = "unit" if is_unit(part) else "institution" if is_institution(part) or short else "post"
        unit = next((each for each in form.fields if "unit" in each.synonyms), None)
        field = {"institution": by_kind.get("institution"), "unit": unit, "post": post_of(form)}[kind]
        if is_number(part) and "telephone" in by_kind:
            found += _guess(by_kind["telephone"], part, line, known)
        elif kind == "unit" and part == text.strip(" .") and fold(part).startswith("direccion"):
            continue  # "Dirección de Migración" alone may be the institution
        elif field and (kind == "institution" or not (_NO_POST.search(part) or _is_of_somebody(part))):
            found += _guess(field, part, line, known)
    return found


def _is_of_somebody(part: str) -> bool:
    """Tell whether words that are no post name somebody in a sentence: "Les saluda Pedro Muestra"."""
    return part.split()[-1][:1].isupper() and not names_a_post(part) and bool(_SMALL.search(part) and persons_in(part))


def _role(part: str, form: Form, line: Loose, known: Known) -> list[tuple[str, str, object]]:
    """Return the role of "Lic. Ana Prueba, ana@b.example (suplente)" and of "Ana Prueba (focal point)"."""
    bare = OF_THE_GROUP.sub("", _AS_ROLE.sub("", part.strip(_ROUND_A_ROLE)))
    roles = [each for each in form.fields if any(choice.in_label for choice in each.choices)]
    read = [(each.id, read_value(each, bare, line.line, known)) for each in roles if len(bare.split()) <= _MOST_OF_ROLE]
    return [(name, part, value.value) for name, value in read if isinstance(value, FieldValue)]


def _post_together(parts: list[str]) -> list[str]:
    """A post may hold commas: "Director, Multilateral Relations", up to the institution."""
    ends = (
        at
        for at, part in enumerate(parts)
        if is_institution(part) or is_acronym(part) or is_unit(part) or is_number(part)
    )
    size = next(ends, len(parts))
    together = size > 1 and _POST.search(fold(parts[0])) and not any(_NO_POST.search(part) for part in parts[:size])
    return [", ".join(parts[:size]), *parts[size:]] if together else parts


def _is_short_name(part: str, known: Known) -> bool:
    """Tell whether capitals alone on a line are an institution's letters, "DGME": no post, no State."""
    return len(part) <= _LONGEST_ACRONYM and not names_a_post(part) and fold(part) not in known.countries


def _office(text: str, form: Form, line: Loose, known: Known) -> list[tuple[str, str, object]]:
    """A whole line that names an institution or an office within one, commas and all."""
    bare = text.strip(" .")
    kind = "" if _NO_POST.search(bare) else office_kind(bare)
    field = next((each for each in form.fields if kind and kind in (each.kind, *each.synonyms)), None)
    return _guess(field, bare, line, known) if field else []


def _place(text: str, form: Form, line: Loose, known: Known) -> list[tuple[str, str, object]]:
    """A whole line that is a postal address: a word for a place, a comma and a number or several places."""
    field = next((each for each in form.fields if "postal address" in each.synonyms), None)
    place = address_in(text)
    return _guess(field, place, line, known) if field and place else []


def opens_with_person(text: str) -> bool:
    """Tell whether a name without a title and a post, parted by a comma, open a line: "1. Ana Prueba, Directora"."""
    parts = without_bullet(text).split(",", 2)
    return len(parts) > 1 and is_person(parts[0]) and bool(_POST.search(fold(parts[1])))


def post_of(form: Form) -> Field | None:
    """Return the field for the post."""
    return next((each for each in form.fields if "job title" in each.synonyms), None)


def _guess(field: Field, text: str, line: Loose, known: Known) -> list[tuple[str, str, object]]:
    read = read_value(field, text, line.line, known)
    if isinstance(read, FieldValue):
        return [(field.id, text, read.value)]
    return [(field.id, text, read.proposal)] if isinstance(read, Doubt) else []


def _name_in(text: str, form: Form, line: Loose, known: Known) -> list[tuple[str, str, object]]:
    title, name = split_title(text)
    post = names_a_post(text) and not is_person(name)  # "Cónsul General", "Viceministro de Política Exterior"
    return _named(text, form, line, known) if title and name and "," not in name and not post else []


def _named(text: str, form: Form, line: Loose, known: Known) -> list[tuple[str, str, object]]:
    """The form of address, if any, and the name."""
    title, name = split_title(_BEHIND_A_NAME.split(text, maxsplit=1)[0].strip(" -–—"))
    found: list[tuple[str, str, object]] = []
    for field in form.fields:
        if field.kind == "title" and title:
            found += _guess(field, title, line, known)
        elif field.kind == "name" and field.required:
            found += _guess(field, name, line, known)
    return found
