"""What a writer says of oneself, and which of two values is the right one: read to be asked about.

"Mi nombre es Ana Prueba y mi cargo es Jefa de Fronteras"; "lo correcto es 2539-0012 y no 2539-0021".
The wrong value stands beside the right one, so only what the words single out is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import ADDRESS_TOLD, NUMBER_TOLD
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.names_of_offices import is_institution, is_person
from mailbot.core.forms.persons.offices_at import capitals_at
from mailbot.core.forms.persons.parted import offices_of
from mailbot.core.forms.persons.places import address_in
from mailbot.core.forms.persons.posts_at import own_post, post_at
from mailbot.core.forms.persons.runs import Run, person_at, with_details
from mailbot.core.forms.persons.told_words import LISTED_AS
from mailbot.core.forms.prose.moved_office import moved_to
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.offices import is_ministry, is_within, unit_of
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Doubt, Entry, Field, FieldValue, Form, Known, Line

_NAME = re.compile(
    r"\b(?:mi nombre (?:completo )?es|(?:the|her|his|my) (?:correct|right|proper) (?:full )?name is"
    r"|(?:the|her|his|my) (?:full )?name should (?:be|read)(?: spelled| spelt)?"
    r"|(?:el|mi) nombre (?:completo )?(?:correcto es|debe (?:decir|ser|leerse))"
    r"|(?:mi|my) (?:nombre|name) (?:est[áa] |is |was )?(?:mal escrito|misspel(?:led|t)|wrong|equivocado"
    r"|incorrecto)[:;,.]"
    r"? (?:es|debe (?:ser|decir)|it (?:is|should (?:be|read)))"
    r"|me llamo|(?<!no )soy|my (?:full )?name is(?: now)?"
    r"|mi (?:nuevo )?nombre (?:completo |de casad[oa] |oficial )?(?:ahora es|es ahora|es|pas[aó] a ser|pasar[aá] a ser"
    r"|ser[aá](?: ahora)?|(?:ha )?cambi(?:ó|ado) (?:a|por))|(?:he cambiado|cambi[eé]) (?:de|mi) nombre (?:a|por)"
    r"|my (?:new |married |legal )?name (?:is(?: now)?|will be|(?:has )?(?:been )?changed to)"
    r"|i(?:['’]ve| have)? changed my name to"
    rf"|(?:mi|my) (?:nombre|name)(?: (?:completo|full))?{LISTED_AS})\s+(?=\S)",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\b(?:(?:ahora |actualmente )?(?:estoy|laboro|trabajo|me encuentro)(?: ahora| actualmente)? en"
    r"|(?:fui trasladad[oa]|me trasladaron|me cambiaron|pas[eé])(?: ahora)? a"
    r"|i (?:now work|am now) (?:in|at|with))\s+(?:el|la|the)\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_RENAMED = re.compile(
    r"\b(?P<what>dependencia|instituci[oó]n|oficina|ministerio|secretar[ií]a|direcci[oó]n|entidad|institution|ministry"
    r"|department|office|agency|directorate)\s+"
    r"(?:(?:cambi[oó] de nombre|changed its name)[:;,.]? (?:(?:y )?ahora (?:es|se llama)|a|por|and is now|to)"
    r"|(?:ahora se|se) llama(?: ahora)?|ha pasado a (?:llamarse|ser)|pas[oó] a (?:llamarse|ser)|is now(?: called)?"
    r"|has been renamed(?: as)?)\s+(?:el |la |the )?(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"dependencia|oficina|direcci|department|office|directorate", re.IGNORECASE)
_NEW_NAME = re.compile(r"[^.;,:()]{3,120}")
_BEGINS = (  # "de la Rotonda 2 c. al sur"
    r"(?=(?-i:[A-ZÀ-Þ\d])|(?:del?|frente|contiguo|costado|detr[aá]s|diagonal)\s[^.;]{0,40}\d)"
)
_MOVED_TO = re.compile(
    r"\b(?:(?:nos (?:mudamos|trasladamos|reubicamos)|nos hemos (?:mudado|trasladado|reubicado)"
    r"|(?:(?:la|est[ae]|nuestr[oa]|mi) (?:oficina|unidad|departamento|direcci[oó]n (?:general|nacional))"
    r"(?: del?[^.;:,@\d]{2,60})? se (?:ha )?(?:mud|traslad|reubic)(?:ó|ado))"
    r"|(?:las|estas|nuestras) oficinas se (?:han )?(?:mud|traslad|reubic)(?:aron|ado)"
    r"|(?:we|our (?:offices?|department|unit|directorate)) (?:have |has )?(?:been )?(?:moved|relocated))"
    r" (?:a|al|to)|(?:ahora )?estamos (?:ahora )?(?:en|ubicados en))\s+(?-i:la |el |the )?(?=\d"
    r"|(?-i:[A-ZÀ-Þ])\D{0,40}\d)"
    r"|\b(?:nueva|nuestra|mi|new|our|my)(?: (?:nueva|new))? (?:(?:mailing|postal|street|office|physical|work) )?"
    r"(?:direcci[oó]n|sede|domicilio|address)"
    r"(?: (?:postal|f[ií]sica|actual|is located at|(?:de la|de nuestra) oficina))?"
    r" (?:es|ahora es|est[áa] en|queda en|se ubica en|is|is now|will be|ser[áa])(?: (?:ahora|now|la siguiente"
    r"|the following))?"
    r"\s*:?\s+(?:(?-i:la|el|the)\s+(?-i:(?=[A-ZÀ-Þ])))?" + _BEGINS,
    re.IGNORECASE,
)
# "Col. Muestra, Managua, D.F. El correo no cambia", "…, Belmopan as of March 1", "… y seguimos en el mismo piso"
_PLACE_ENDS = re.compile(
    r"(?<=[A-Z]\.)\s+(?=(?:El|La|Los|Las|Mi|Nuestr[oa]|Lo|Por|Our|My|The|We|It|All|Favor|Please) [a-zà-ÿ]"
    r"|(?:Saludos|Gracias|Thank|Regards|Atentamente)\b)"
    r"|,?\s+(?:as (?:of|from)|effective|starting|junto con|(?:together|along) with|desde|a partir del?|until|hasta)\b"
    r"|,?\s+(?:y|e|and|but|pero)\s+(?:we|i|you|please|seguimos|mantenemos|continuamos|conservamos|tenemos"
    r"|pueden|favor)\b"
)
_INITIALS = re.compile(r"\b[A-ZÀ-Þ]\.[A-ZÀ-Þ]\.$")  # "México, D.F."
_PLACE = re.compile(r"\d|,")
_IN_A_HOUSE = re.compile(
    r"(?:building|edificio|torre|tower|suite|room|floor|piso|nivel|local|oficina)\b", re.IGNORECASE
)
_OF_A_THING = re.compile(
    r"(?:phase|fase|etapa|stage|punto|point|item|step|paso|version|versi[oó]n|year|a[ñn]o)\b", re.I
)
_WRITTEN_IN = re.compile(
    r"(?<!no )\b(?:(?:prefer\w*|prefi\w+|agradec\w+|dese\w+|quisiera|solicit\w+|would like|want)\b[^.;?]{0,40}?"
    r"\b(?:comunicaciones|cartas|correos|correspondencia|mensajes|letters|messages|mail|e-?mails|correspondence"
    r"|communications?)\b[^.;?]{0,40}?|(?:write|please write)(?: to)? (?:me|us)|(?:escr[ií]banme|escribirme"
    r"|escribirnos))"
    r"\s(?:in|en)\s(?:idioma )?(?P<language>ingl[eé]s|espa[ñn]ol|english|spanish)\b(?! (?:y|and|o|or)\b)",
    re.IGNORECASE,
)
_VALUE = rf"(?P<value>{ADDRESS_TOLD}|{NUMBER_TOLD})"
AND_ANOTHER = re.compile(
    r",?\s+(?:y|e|and|with|con)\s+(?:(?:that|que)\s+)?(?:(?:mi|my|our|nuestr[oa]|el|la|los|the|un|una|a|new|nuev[oa]s?|main|direct"
    r"|office)\s+){0,3}(?:conmutador|pbx|central|switchboard|l[ií]nea|line|tel[eé]fonos?|telephone|phone|fax|correo|e-?mail"
    r"|celular|mobile|n[uú]mero|number|cargo|title|position)\b",
    re.IGNORECASE,
)  # behind an address: "…, y mi teléfono es …"
_RIGHT = re.compile(
    r"\b(?:lo correcto es|(?:el|la) correct[oa] es|correct[oa](?: ahora)? es|debe decir|debiera decir|deber[íi]a decir"
    r"|debe ser|debe leerse|should (?:read|be)|the (?:correct|right) (?:one|number|address|e-?mail) is|correct \w+ is"
    r"|(?:el|la) (?:nuev[oa]|vigente|actual|v[aá]lid[oa]|buen[oa]|que (?:vale|sirve|funciona))(?: \w+)? es"
    r"|the (?:new|current|present|valid|working) (?:one|number) is)\s*:?\s+(?:el |la |the )?" + _VALUE,
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(
    r"\b(?:es|is)\s+" + _VALUE + r",?\s+(?:y no|no|not|and not)\s+(?=[+(\d]|\S+@)", re.IGNORECASE
)
_OLD, _NEW = (_VALUE.replace("<value>", f"<{each}>") for each in ("old", "new"))
_BY = (
    r",?\s+(?:with|by|por|al?|to)(?:\s+(?:el|la|the|este|esta|this|siguiente|following|nuev[oa]|new|n[uú]mero|number"
    r"|one|e-?mail|address|correo|que es))*:?\s+"
)
_REPLACED = re.compile(  # "please replace a@b.example with c@b.example", "el fax X queda sustituido por Y"
    r"\b(?:(?:replac|sustitu|re?emplac|re?emplaz|cambi|chang|updat|actuali|modifi|correg|corrij|swap)\w*|y"
    r"|and)\b"
    r"(?P<what>[^.;:@\d]{0,60}?)[\s(<]"
    + _OLD
    + r"[)>]?"
    + _BY
    + r"[(<]?"
    + _NEW
    + r"|"
    + _OLD.replace("<old>", "<gone>")
    + r"\)?,?\s+(?:(?:queda|ha sido|fue|ser[aá]|se|has been|have been|was|is|will be|must be|should be|debe ser)\s+)+"
    r"(?:sustitu|re?emplaz|cambi|modific|replac|chang)\w*"
    + _BY
    + _NEW.replace("<new>", "<come>")
    + r"|\b(?:en (?:lugar|vez) de(?:l)?|instead of)(?P<of>[^.;:@\d]{0,40}?)\s"
    + _OLD.replace("<old>", "<before>")
    + r",\s[^.;@\d]{3,60}?\s"
    + _NEW.replace("<new>", "<after>"),
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"replac|sustitu|emplac|emplaz|cambi|chang|updat|actuali|modifi|corr[ei][gj]|swap|instead|lugar|vez", re.I
)
_RIGHT_POST = re.compile(
    r"\b(?:cargo|puesto|position|title|dice|it says|reads)\b[^.;]{0,60}?"
    r"\b(?:deb(?:e|er[ií]a) (?:decir|ser|leerse)|lo correcto es|should (?:read|be))\s+[«“\"]?"
    r"(?P<value>[^\W\d_][^,.;\"»”]{2,60}?)[»”\"]?(?=,?\s+(?:y no|no|not|and not|en vez de|instead of)\b|[,.;]|$)",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"\b(?:es|is|decir|se escribe|spelt|spelled)\s+[«“\"]?(?P<right>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})[»”\"]?"
    r"(?:,? (?:con|with|sin|without) [^,.;]{1,20}?)?,?\s+(?:y no|no|not|and not|en vez de|en lugar de|instead of)\s+"
    r"[«“\"]?(?P<wrong>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})"
)
_A_NUMBER = re.compile(r"\b(?:n[uú]mero|number)\b", re.IGNORECASE)
_OF_A_NAME = re.compile(r"\b(?:nombre|apellido|name|surname)", re.IGNORECASE)
_SHORTEST = 12
_NEAR = 80  # characters
_MOST = 60  # lines


def of_oneself(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the name and the post of "mi nombre es …", "mi cargo es …"."""
    for found in _NAME.finditer(line.text):
        run = person_at(line.text, found.end())
        read = with_details(line.text, run) if run is not None else None
        for told in ("title", "name", "position", "institution") if read is not None else ():
            yield from _doubt(labels, told, getattr(read, told), line, known)
    for told, said in zip(("position", "institution"), own_post(line.text), strict=True):
        yield from _doubt(labels, told, said, line, known)
    for found in _RENAMED.finditer(line.text):
        yield from _doubt(labels, *_renamed(found, labels), line, known)
    for start in (*(found.end() for found in _MOVED_TO.finditer(line.text)), *moved_to(line.text)):
        place = place_in(line.text[start:])
        yield from _doubt(labels, "address", place if _is_place(place) else "", line, known)
    for found in _WRITTEN_IN.finditer(line.text):
        yield from _doubt(labels, "language", found["language"], line, known)
    for found in _WORKS.finditer(line.text):
        within, ministry = offices_of(line.text[found.end() :])
        office = within or capitals_at(line.text, found.end())
        unit = unit_of(labels.form)
        if office and unit and is_within(office) and not is_ministry(office):
            yield from _doubt(labels, unit.id, office, line, known)
        institution = next((each.id for each in labels.form.fields if each.kind == "institution"), "")
        if within and ministry and institution:
            yield from _doubt(labels, institution, ministry, line, known)


def name_put_right(text: str) -> Run | None:
    """Return whom "the name should read Ana Prueba, not Ana Pruebas" names rightly; None where it names nobody."""
    found = _NAME.search(text)
    run = person_at(text, found.end()) if found else None
    return run if found and run and not text[found.end() : run.start].strip() else None


def _is_place(place: str) -> bool:
    """Tell whether words are a postal address: "Calle 3", "12 Sample St.", but no "Phase 2 of the project"."""
    named = "," in place or address_in(place) or _IN_A_HOUSE.match(place)
    return bool(named and _PLACE.search(place)) and _OF_A_THING.match(place) is None


def tells_new_place(text: str) -> bool:
    """Tell whether a sentence says where the writer's office is now."""
    return next(moved_to(text), None) is not None or any(
        _is_place(place_in(text[found.end() :])) for found in _MOVED_TO.finditer(text)
    )


def place_in(text: str) -> str:
    """The postal address that a text begins with: up to the end of its sentence, where something else is told."""
    first = _PLACE_ENDS.split(next(iter(clauses(text)), ""), maxsplit=1)[0]
    place = AND_ANOTHER.split(first, maxsplit=1)[0].strip(" ,;")
    return place if _INITIALS.search(place) else place.rstrip(" .,;")


def _renamed(found: re.Match[str], labels: Labels) -> tuple[str, str]:
    """The field and the new name: of a ministry the institution's, of an office within one the unit's."""
    named = _NEW_NAME.match(found.string, found.end())
    office = named.group().strip() if named else ""
    unit = unit_of(labels.form)
    if not is_institution(office) and not is_within(office):
        return "institution", ""
    return (unit.id if unit and _WITHIN.match(found["what"]) else "institution"), office


def corrected(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the value that a sentence calls the right one, for the field named before it."""
    if len(line.text) < _SHORTEST:
        return
    post = _RIGHT_POST.search(line.text)
    if post and post_at(post["value"]) == post["value"].strip():
        yield from _doubt(labels, "position", post["value"].strip(), line, known)
    found = {each["value"]: each for pattern in (_RIGHT, _SIDE_BY_SIDE) for each in pattern.finditer(line.text)}
    for said, each in found.items():
        field = _field_of(said, line.text[: each.start()], line.text[each.start() : each.start("value")], labels)
        if field is not None:
            yield from _doubt(labels, field.id, said.strip(" .,;"), line, known)


def replaced(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the new one of two values of a kind: "please replace a@b.example with c@b.example in your list"."""
    for told in _pairs(line.text):
        said = told["new"] or told["come"] or told["after"]
        old = told["old"] or told["gone"] or told["before"]
        field = _field_of(said, line.text[: told.start()], f"{told['what'] or ''} {told['of'] or ''}", labels)
        if ("@" in old) == ("@" in said):
            yield from _doubt(
                labels, field.id if field else _number_of(said, labels), said.strip(" .,;)>"), line, known
            )


def tells_of_pairs(text: str) -> bool:
    """Tell whether a line asks for one number or address instead of another."""
    return next(_pairs(text), None) is not None


def _pairs(text: str) -> Iterator[re.Match[str]]:
    if len(text) < _SHORTEST or not _REPLACES.search(text):
        return
    first = True
    for found in _REPLACED.finditer(text):
        joined = found.group()[:4].split()[0].lower() in {"y", "and"}
        if not (first and joined):
            yield found
            first = False


def _number_of(said: str, labels: Labels) -> str:
    """The telephone, where no label says of which the number is."""
    return "" if "@" in said else next((each.id for each in labels.form.fields if each.kind == "telephone"), "")


def with_name_spelt(entries: tuple[Entry, ...], lines: Sequence[Line], form: Form) -> tuple[Entry, ...]:
    """Return the one entry with the name that "es Ximena con X, no Jimena" tells, as the writer signs it.

    Without such a signature the name is a question without a proposal.
    """
    key = key_field(form)
    own = [line for line in lines if line.label in {"new", "answer", "signature"}]
    text = " ".join(line.text.strip() for line in own[:_MOST])
    said = list(_SPELT.finditer(text)) if _OF_A_NAME.search(text) else []
    if key is None or key.kind != "name" or not said:
        return entries
    nameless = [each for each in entries if key.id not in {*each.fields, *(one.field for one in each.doubts)}]
    if entries and len(nameless) != 1:
        return entries
    entry = nameless[0] if entries else Entry(form.id)
    signed = {each for line in own if (each := line.text.strip(" ,.")) and _is_spelt(each, said)}
    name = next(iter(signed)) if len(signed) == 1 else None
    words = said[0].group()
    number = next((line.number for line in own if said[0]["right"] in line.text), own[0].number)
    doubt = Doubt(key.id, words, FROM_A_SENTENCE, number, name, one_reading=name is not None)
    spelt = replace(entry, missing=tuple(e for e in entry.missing if e != key.id), doubts=(*entry.doubts, doubt))
    return tuple(spelt if each is entry else each for each in entries or (entry,))


def _is_spelt(name: str, corrections: Sequence[re.Match[str]]) -> bool:
    """Tell whether a line is a person's name with every right word and no wrong one."""
    words = name.split()
    right = [word for each in corrections for word in each["right"].split()]
    wrong = {word for each in corrections for word in each["wrong"].split()} - set(right)
    return len(words) > 1 and all(each in words for each in right) and not wrong & set(words) and is_person(name)


def _field_of(said: str, before: str, words: str, labels: Labels) -> Field | None:
    """The address for what looks like one; a number is of the telephone that was named last."""
    kind = "email" if "@" in said else "telephone"
    fields = [each for each in labels.form.fields if each.kind == kind]
    if kind == "email" and len(fields) == 1:
        return fields[0]
    named = [
        label.fields[0]
        for word in _words(f"{before} {words}")
        if (label := labels.find(word)) and not label.part and len(label.fields) == 1
    ]
    last = next((each for each in reversed(named) if each in {one.id for one in fields}), None)
    if last is None and _A_NUMBER.search(f"{before[-_NEAR:]} {words}"):  # of the telephone, where nothing else is named
        return fields[0] if fields else None
    return next((each for each in fields if each.id == last), None)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}\.?", text)


def _doubt(labels: Labels, field_id: str, said: str, line: Loose, known: Known) -> Iterator[Doubt]:
    field = next((each for each in labels.form.fields if each.id == field_id), None)
    read = read_value(field, said, line.line, known) if field and said else None
    if isinstance(read, FieldValue) and read.value:
        yield Doubt(field_id, said, FROM_A_SENTENCE, line.line, read.value, one_reading=True)
    elif isinstance(read, Doubt):
        yield read
