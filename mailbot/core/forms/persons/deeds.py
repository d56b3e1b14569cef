"""Who comes and who goes, told by the line above people: "BAJAS", "Favor eliminar a:", "Please add the following:".

Below such a line each person, on a line of a list or on a card of their own, is to be put on the list or taken off it;
all of it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.core.forms.found import told_for
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.persons.runs import Run, person_at, persons_in
from mailbot.core.forms.persons.told_entries import OF_A_PERSON, Told, entries_told
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Known, Line

_ADD = (
    r"agregar|agreguen?|anadir|anadan?|incluir|incluyan?|incorporar|incorporen?|dar de alta|registrar|registren?"
    r"|inscribir|inscriba|sumar|add|adding|include|register|(?:agreg|incorpor)amos(?= al? (?!continuacion))"
)
_REMOVE = (
    r"eliminar|eliminen?|borrar|borren?|quitar|quiten?|retirar|retiren?|suprimir|supriman?|excluir|excluyan?"
    r"|dar de baja|den? de baja|remover|sacar|saquen?|remove|delete|drop|take off"
)
_ASKING = (
    r"(?:(?:further to|in (?:reply|response|answer) to|with reference to|as requested|en (?:respuesta|atencion"
    r"|relacion|seguimiento) (?:a|con)|con (?:relacion|referencia) a|conforme a|segun|good (?:morning|afternoon|day"
    r"|evening)|buen[oa]s? (?:dias?|tardes?)|hello|hi|hola|dear|estimad[oa]s?|saludos)\b[^:@;.]{0,70}?,\s)?"
    r"(?:(?:por (?:este|medio de la|medio del) (?:medio|presente|mensaje|correo)|mediante (?:la|este) \w+)[ ,]+)?"
    r"(?:(?:el |the )?(?:gobierno de |government of )?[a-z]{4,12}(?: [a-z]{3,12}){0,2}"
    r" (?=(?:wishes|desea|solicita|quiere|would like|requests) ))?"  # "Belize wishes to add …"
    r"(?:(?:wishes|desea|solicita|quiere|would like|requests|favor|por|please|kindly|and|y|tambien|asimismo"
    r"|igualmente"
    r"|ademas|also|to|that you|you|se|les?"
    r"|pido|pedimos|solicit(?:o|a|amos)|ruego|rogamos|mucho|dese(?:o|amos)|quisiera(?:mos)?|quer(?:emos|iamos)|quiero"
    r"|(?:nos|me) gustaria|agrade(?:cere(?:mos)?|ceria(?:mos)?|zco|cemos)|(?:we|i)(?: would|['’]d) like|we ask you"
    r"|(?:we|i) (?:wish|want|are|am)|(?:can|could|would) you|sirvanse|sirvase|de|que|a)[ ,]+){0,6}"
)
_WHOM = r"(?:[ ,(][^.:;@\d]{0,110})?"
_OF_NO_PERSON = re.compile(  # "favor incluir los siguientes datos:", "agregar en el punto tercero:"
    r"\b(?:(?<!base de )datos|informacion|numeros?|telefonos?|correos? electronicos?|celular(?:es)?|extension|fax"
    r"|parrafos?|texto|frase|palabra|comentarios?|observacion(?:es)?|archivos?|documentos?|anexos?|actividad(?:es)?"
    r"|punto (?!focal|de contacto)|temas?|fechas?|direccion(?:es)? (?:de correo|electronica)|lineas?|data|details"
    r"|information|numbers?|phones?|e-?mails?|address(?:es)?|text|paragraphs?|comments?|files?|documents?|annex"
    r"|activit(?:y|ies)|items?|dates?|(?<!ya )no|not)\b"
    r"|\b(?:agregar|anadir|add) (?:que|that)\b"
)
# Over a list of people only, or with one beside it.
_IN = (
    r"arriv(?:ing|als?)|incoming|joining|entrantes?|entra|new(?:comers| arrivals| ones?)?|nuev[oa]s?|in"
    r"|se (?:incorporan?|integran?"
    r"|suman?|agregan?)(?: (?:al|a la) \w+)?|(?:personas?|funcionari[oa]s?|contactos?) (?:entrantes?|nuev[oa]s?)"
    r"|nuev[oa]s? (?:contactos?|funcionari[oa]s?|integrantes?|miembros?)|(?:que|quienes?) (?:entran?|ingresan?)"
    r"|personas que se (?:incorporan|integran|suman)"
)
_ONLY_NEW = re.compile(r"\W*(?:new|nuev[oa])\W*:?\s", re.IGNORECASE)
_OUT = (
    r"depart(?:ing|ed|ures?)|outgoing|leaving|left|have left|no longer (?:with us|here|contacts?)|former|out|sale"
    r"|salientes?"
    r"|se (?:van|retiran|fueron|retiraron)|ya no (?:estan?|laboran?|trabajan?|son contactos?)(?: con nosotros| aqui)?"
    r"|dejan? (?:el|la|su) \w+|dejan? de ser (?:contactos?|puntos? focal(?:es)?|enlaces?)|retirad[oa]s?|ex contactos?"
    r"|(?:personas|funcionari[oa]s|contactos) salientes|(?:que|quienes?) (?:salen?|se (?:van|retiran))"
    r"|personas que se (?:retiran|van)"
)
_STAY = (
    r"unchanged|no changes?|remain(?:ing|s)?|stay(?:ing|s)?|continu(?:ing|es?)|confirmed"
    r"|sin (?:ningun )?(?:cambios?|variacion)"
    r"|se mantienen?|continuan?|siguen?(?: igual)?|permanecen?|confirmad[oa]s?|ratificad[oa]s?|vigentes?"
)
_WHO = r"(?:contactos?|personas?|funcionari[oa]s?|puntos? focal(?:es)?|contacts?|people|persons?|officials?|colegas?)"
_COMES = re.compile(
    rf"{_ASKING}(?:{_ADD})\b{_WHOM}|altas?|ingresos?|ingresan|entran|additions?|(?:nuevos|new) contacto?s"
    rf"|{_WHO} (?:(?:que )?(?:entran?|ingresan?|se incorporan?)|(?:a|por|para) (?:{_ADD})|nuevos|(?:to be )?added)"
)
_GOES = re.compile(
    rf"{_ASKING}(?:{_REMOVE})\b{_WHOM}|bajas?|egresos?|salidas?|salen|retiros?|removals?|deletions?|departures?"
    rf"|{_WHO} (?:(?:que )?(?:salen?|egresan?|se retiran?|dejan? (?:el|la|su) \w+|causan? baja)|dad[oa]s? de baja"
    rf"|(?:a|por|para) (?:{_REMOVE})|(?:to be )?(?:removed|deleted)|who (?:have )?left|leaving)"
)
_NEW_ONES = re.compile(  # "…, le informo que el nuevo enlace de esta Dirección es el siguiente funcionario:"
    r"\b(?:nuev[oa]s?|new) (?:puntos? focal(?:es)?|(?:puntos?|personas?) de (?:contacto|enlace)|enlaces?"
    r"|representantes?|suplentes?|altern[oa]s?|titular(?:es)?|(?:focal|contact) (?:points?|persons?)|liaisons?"
    r"|representatives?|alternates?)(?: (?:altern[oa]s?|suplentes?|titular(?:es)?))?"
    r"(?: (?:del?|ante|en|of|for|to|in|on|by|y|and) [^.:;,@\d]{1,80})? (?:es|son|sera|seran|is|are|will be)"
    r"(?: (?:el|la|los|las|the))?(?: (?:siguientes?|following)(?: (?:funcionari[oa]s?|personas?|coleg[a]s?"
    r"|servidor\w*"
    r"|person|people|officials?|officers?|colleagues?))?| as follows)?"
)
_OF_SEVERAL_WORDS = 3  # a noun with a verb, "personas que salen", is a heading without a sign too
_CLOSED = re.compile(r"[.:;!?,)]\s*$|^.{0,60}$")  # or too short to have been broken
_PLAIN = re.compile(r"[\s.:*_–—#>-]+$")
_LONGEST = 120  # characters of such a line
_LONGEST_END = 200  # characters of the end of a longer one
_MOST_LINES = 40  # below it
_MOST = 24  # persons below it
_BESIDE_NAME = re.compile(r"\s*(?:$|[,;:(./–—|-]|y\s|e\s|and\s)")


@dataclass(frozen=True, slots=True)
class _Section:
    """What a line announces, ``change`` new, leave or none, its number, and the lines under it with theirs."""

    change: str
    lead: str
    line: int
    below: list[tuple[int, str]]


def with_deeds(entries: tuple[Entry, ...], lines: Sequence[Line], form: Form, known: Known) -> tuple[Entry, ...]:
    """Return the entries with what the lines above people say is to be done with them, and who has no entry yet."""
    key = key_field(form)
    change = next((each for each in form.fields if each.id == form.no_change_field), None)
    sections = _together(list(_sections(lines))) if key and change else []
    if key is None or change is None or not sections:
        return entries
    for section in sections:
        told = list(_persons(section, labels_of(form)))
        entries = tuple(each for each in entries if not (told and _is_heading(each, section, change.id)))
        entries = tuple(_with_change(each, section, change.id, key.id, told) for each in entries)
        named = {fold(told_for(each, key.id)) for each in entries}
        new = [each for each in told if fold(each.run.name) not in named]
        entries = (*entries, *entries_told(new, labels_of(form), known))
    leavers = {fold(told_for(each, key.id)) for each in entries if _proposes(each, change.id, "leave")}
    kept = (each for each in entries if not _only_names(each, leavers))
    return tuple(_without_others(each, sections) if _proposes(each, change.id, "leave") else each for each in kept)


def _is_heading(entry: Entry, section: _Section, change: str) -> bool:
    """Tell whether an entry is no more than "Sin cambios", which stands over people."""
    told = entry.fields.get(change)
    return told is not None and len(entry.fields) == 1 and not entry.doubts and told.line == section.line


def _without_others(entry: Entry, sections: Sequence[_Section]) -> Entry:
    """Return who goes without what stands under another heading, of who comes."""
    of_others = {number for each in sections if each.change != "leave" for number, _ in each.below}
    fields = {name: value for name, value in entry.fields.items() if value.line not in of_others}
    doubts = tuple(each for each in entry.doubts if each.line not in of_others)
    return replace(entry, fields=fields, doubts=doubts)


def _together(sections: Sequence[_Section]) -> Sequence[_Section]:
    """Leave out "New: …" where nobody goes: below "Old: …" it is the same person."""
    goes = any(each.change == "leave" for each in sections)
    return [each for each in sections if goes or not _ONLY_NEW.match(each.lead)]


def _proposes(entry: Entry, field: str, value: str) -> bool:
    return any(each.field == field and each.proposal == value for each in entry.doubts)


def _only_names(entry: Entry, leavers: set[str]) -> bool:
    """Tell whether an entry is no more than whom somebody follows, "Funcionario saliente: …", told to leave besides."""
    alone = not entry.doubts and set(entry.fields) == {"replaces"}
    return alone and fold(str(entry.fields["replaces"].value)) in leavers


def _sections(lines: Sequence[Line]) -> Iterator[_Section]:
    open_: _Section | None = None
    goes_on = False  # the line above ends in the middle of a sentence
    above = ""
    for place, line in enumerate(lines):
        text = line.text.strip()
        if line.label not in {"new", "answer"} or not text:
            goes_on, above = False, ""
            if open_ and text and line.label not in {"new", "answer"}:  # our next label, another's words
                yield open_
                open_ = None
            continue
        whole = f"{above} {text}" if goes_on and text.endswith(":") and len(above) <= _LONGEST else text
        head, sign, beside = whole.partition(":")
        told = len(head) <= _LONGEST and (not goes_on or whole is not text)
        change = _change_of(head, announced=bool(sign)) if told else ""
        person_next = bool(sign and beside.strip()) or _is_person_next(lines, place)
        change = change or (_over_people(head) if told and person_next else "")
        above = f"{above} {text}" if goes_on else text
        change = change or ("new" if sign and not beside.strip() and _announces_new_ones(head) else "")
        goes_on = not _CLOSED.search(text)
        if change and (not beside.strip() or person_at(without_bullet(beside.strip()))):
            if open_:
                yield open_
            open_ = _Section(change, text[:_LONGEST], line.number, [(line.number, beside)] if beside.strip() else [])
        elif open_ and (_ends(text) or len(open_.below) >= _MOST_LINES):
            yield open_
            open_ = None
        elif open_:
            open_.below.append((line.number, line.cells[0] if len(line.cells) > 1 else text))
    if open_:
        yield open_


def _change_of(head: str, *, announced: bool) -> str:
    """What a line announces: a verb with a colon or "following", a noun in capitals, with a colon or a verb."""
    folded = fold(_PLAIN.sub("", without_bullet(head)))
    named = announced or head.isupper() or re.search(r"\b(?:siguientes?|following)\b", folded) is not None
    headed = len(folded.split()) >= _OF_SEVERAL_WORDS and re.match(rf"{_WHO}\b", folded) is not None
    if not (named or headed) or _OF_NO_PERSON.search(folded) or persons_in(head):
        return ""
    return "new" if _COMES.fullmatch(folded) else "leave" if _GOES.fullmatch(folded) else ""


def _over_people(head: str) -> str:
    """What "Departing", "Bajas" or "Sin cambios" say of the people below them."""
    folded = fold(_PLAIN.sub("", without_bullet(head)))
    told = (("new", _IN, _COMES), ("leave", _OUT, _GOES), ("none", _STAY, None))
    for change, nouns, verbs in told:
        if re.fullmatch(nouns, folded) or (verbs and verbs.fullmatch(folded) and not _OF_NO_PERSON.search(folded)):
            return change
    return ""


def _is_person_next(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the next line with words opens with a person, on an item of a list or with a title or a comma."""
    following = next((line for line in lines[place + 1 : place + 4] if line.text.strip()), None)
    if following is None or following.label not in {"new", "answer"}:
        return False
    text = following.text.strip()
    person = person_at(without_bullet(text))
    rest = without_bullet(text)[person.end :] if person else ""
    listed = without_bullet(text) != text or bool(person and person.title) or rest.startswith((",", " -", " –"))
    return person is not None and listed and _BESIDE_NAME.match(rest) is not None


def _announces_new_ones(head: str) -> bool:
    """Tell whether a sentence ends in "los nuevos representantes ante el Grupo son"."""
    folded = fold(_PLAIN.sub("", head[-_LONGEST_END:]))
    return any(found.end() == len(folded) for found in _NEW_ONES.finditer(folded))


def _ends(text: str) -> bool:
    """Tell whether a line closes what is listed: a courtesy, or a sentence that begins with nobody's name."""
    bare = without_bullet(text)
    return is_courtesy(text) or text.endswith(":") or (is_sentence(text) and person_at(bare) is None)


def _persons(section: _Section, labels: Labels) -> Iterator[Told]:
    """The persons that open lines of a section: the name alone, or before a comma, a bracket, another name."""
    count = 0
    labelled = False  # the line above is a label with its value, which may go on
    for number, text in section.below:
        bare = without_bullet(text.strip())
        first = person_at(bare)
        below, labelled = labelled, labels.find(bare.split(":")[0]) is not None
        if below and (first is None or not first.title):
            continue
        if first is None or (first.start > 0 and bare[: first.start].strip()) or labels.find(bare.split(":")[0]):
            continue
        if not _BESIDE_NAME.match(bare[first.end :]):
            continue
        leaves = section.change in {"leave", "none"}
        for run in persons_in(bare) if leaves else (persons_in(bare)[:1] or (first,)):
            count += 1
            if count > _MOST:
                return
            alone = Run(run.title, run.name, run.start, run.end)
            reach = "" if leaves else bare[run.end :]
            said = f"{section.lead} {bare}"
            yield Told(alone if leaves else run, number, said, section.change, reach=reach, wished=True)


def _with_change(entry: Entry, section: _Section, change: str, key: str, told: Sequence[Told]) -> Entry:
    name = told_for(entry, key)
    asked = next((each.line for each in entry.doubts if each.field == key), 0)
    line = entry.fields[key].line if key in entry.fields else asked
    if not name or change in entry.fields or any(each.field == change for each in entry.doubts):
        return entry
    if line not in {number for number, _ in section.below} and fold(name) not in {fold(e.run.name) for e in told}:
        return entry
    doubt = Doubt(change, section.lead, OF_A_PERSON, line, section.change, one_reading=True)
    post = next((each.run.position for each in told if fold(each.run.name) == fold(name)), "")
    asked_of = [replace(one, one_reading=True) if post and one.proposal == post else one for one in entry.doubts]
    entry = replace(entry, doubts=tuple(asked_of))
    lead = section.lead.strip(" .:")  # may have been taken for a post
    entry = replace(entry, doubts=tuple(each for each in entry.doubts if each.said.strip(" .:") != lead))
    if section.change in {"leave", "none"} and not entry.fields:  # of who goes no post is of interest
        kept = tuple(each for each in entry.doubts if each.field in {key, "title"})
        return replace(entry, doubts=(doubt, *kept), missing=())
    return replace(entry, doubts=(doubt, *entry.doubts))
