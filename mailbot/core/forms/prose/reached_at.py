"""Where writers say that they are reached, and what they no longer have: read to be asked about.

"Pueden localizarme al 2410-1234 o en ana@b.example"; "please use ana@b.example from now on"; "ya no tenemos fax".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import ADDRESS_TOLD, NUMBER_TOLD
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.about_persons import tells_of_a_person
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.prose.to_be_changed import REACHES, proposed
from mailbot.core.values import Doubt, Field, Known

_VALUE = re.compile(rf"(?P<address>{ADDRESS_TOLD})|(?P<number>{NUMBER_TOLD})", re.IGNORECASE)
_AND = re.compile(
    r"[>)]?,?\s+(?:y|o|u|or|and)(?:\s+(?:en|al?|at|on|by|por|el|la|the|mi|my|tel[eé]fono|phone|celular|cell|correo))*:?\s+[<(]?(?=[+(\d]|\S+@)"
)
_TO = (
    r"(?:,?\s+(?:tambi[eé]n|also|too|que es|which is|en|al?|por|central|conmutador|pbx|switchboard"
    r"|at|on|under|via|by|el|la|los|the|my|mi|este|esta"
    r"|this|following|siguiente|nuev[oa]|new"
    r"|directamente|directly|n[uú]mero|number|tel[eé]fono|celular|correo|cuenta|direcci[oó]n|electr[oó]nic[oa]"
    r"|m[oó]vil|phone|telephone|mobile|cell|e-?mail|address|office)){0,8}[:,]?\s+[<(]?(?=[+(\d]|\S+@)"
)
_ME = re.compile(
    r"(?<!\bno )(?<!\bnot )\b(?:(?:contactar|localizar|ubicar|escribir|llamar|encontrar|responder|notificar)(?:me|nos)"
    r"|(?:me|nos) (?:pueden?|podr[aá]n?) (?:contactar|localizar|ubicar|escribir|llamar|encontrar|notificar)"
    r"|(?:comunicarse|contactarse|contacto) (?:conmigo|con nosotros)"
    r"|(?:escr[ií]b|ll[áa]m|cont[áa]ct|loc[áa]lic|ub[ií]qu)[ae]n?(?:me|nos)"
    r"|(?:reach|contact|call|write(?: to)?|e-?mail|phone|find) (?:me|us)"
    r"|(?:i|we) (?:can|may|could)(?: now| also| best| always)* be (?:reached|contacted|called|found))" + _TO,
    re.IGNORECASE,
)
_USE = re.compile(
    r"\b(?:us(?:e|ar|en|ando)|utili(?:ce|cen|zar|zando)|write to|escri(?:bir|ban) a)"
    r"(?:\s+(?:en adelante|from now on|only|solo|solamente|instead|for me|para m[ií]|,))*" + _TO,
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:salvo|excepto|menos|except(?: for| that)?|other than|apart from)\s", re.IGNORECASE)
_WHICH_IS = re.compile(
    r"\s(?:el|la|mi|su|nuestr[oa]|the|my|our)\s(?P<label>[^\W\d_]{3,12}(?: [^\W\d_]{3,12})?),?\s(?:que|which)\s"
    r"(?:ahora |now )?(?:es|is|ser[aá]|pas[oó] a ser)(?: ahora| now)?(?: el| la| the)?\s+(?=\S)",
    re.IGNORECASE,
)
_USE_THIS = re.compile(
    r"\buse (?:this|the following) (?:e-?mail |new )?(?:address|number|e-?mail|phone)(?: for me| instead| from now on)*"
    r":?\s+(?=[+(\d]|\S+@)",
    re.IGNORECASE,
)
_FROM_NOW_ON = re.compile(
    r"\b(?:from now on|in (?:the )?future|for me|instead|as my|my|no longer|old|previous|henceforth|en adelante"
    r"|en lo sucesivo|a partir de|mi|mis|nuestr[oa]|anterior|ya no|viejo|en (?:vez|lugar) de|para m[ií])\b",
    re.IGNORECASE,
)
_MEANWHILE = re.compile(
    r"\b(?:durante|during|while|mientras|viaj\w+|travel\w*|trip|gira|misi[oó]n|vacacion\w*|vacation|holidays?|leave"
    r"|esta semana|this week|hasta el|until|hotel|inscri\w+|regist\w+|seminari?o?|taller|workshop|cours?e|(?<!en )curso"
    r"|reuni[oó]n|meeting|conference|event\w?)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:dos|tres|estos|los siguientes|two|three|these|the following) (?:n[uú]meros|tel[eé]fonos|numbers|lines"
    r"|phones)"
    r"(?: de tel[eé]fono)?:?\s+(?=[+(\d])",
    re.IGNORECASE,
)
# "Mi celular para emergencias: …", "el correo institucional lleva guion: …": a label with more words before the sign
_HEADED = re.compile(
    r"^\W*(?:(?:mi|el|la|nuestr[oa]|my|our|the) )?(?P<label>[^\W\d_]{3,12})(?P<more> [^:;.@\d]{3,60}):\s+"
    r"(?=[+(\d]|\S+@)",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:send|direct|address|env(?:iar|[ií]en)|dirigir|dirijan|remitir|remitan)\b[^.;:@\d]{0,20}?"
    r"\b(?:future|further|all|any|futur[oa]s?|pr[oó]xim[oa]s?|tod[oa]s?)\b[^.;:@\d]{0,20}?"
    r"\b(?:correspondence|letters|mail|messages|correspondencia|comunicaci[oó]n(?:es)?|correos|mensajes|cartas)\s+"
    r"(?:to|a|al)\s+(?:el correo |la direcci[oó]n |the address )?(?=\S+@)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\s*\((?:mi |my )?(?:cel|m[oó]vil|mobile|cell)[^()]{0,12}\)", re.IGNORECASE)  # "… (mobile)"
_MOBILE = re.compile(r"\b(?:cel|m[oó]vil|mobile|cell)", re.IGNORECASE)
_ANY_QUESTION = re.compile(  # what closes a letter, and gives no data
    r"\b(?:cualquier|alguna?) (?:\w+ )?(?:consulta|duda|pregunta|aclaraci[oó]n|inquietud|comentario)"
    r"|\b(?:si|de) (?:tienen?|tuvieran?|hubiera|haber) (?:\w+ )?(?:consultas?|dudas?|preguntas?)"
    r"|\b(?:any|further|have) (?:\w+ )?(?:questions?|queries|doubts?|clarifications?)\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\b(?:(?:ya )?no (?:tenemos|tengo|contamos con|cuento con|usamos|utilizamos|disponemos de|hay)"
    r"|(?:we|i)(?: no longer|(?: do not|['’ ]?don['’]t)) (?:have|use)(?: any)?)\s+"
    r"(?:(?:ya|un|el|la|a|an|the|ning[uú]n|l[ií]nea de|n[uú]mero de|servicio de|any)\s+)*(?P<label>[^\W\d_]+\.?)"
    r"(?: (?:number|line|machine))?(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_CUES = ("no ", "n't", "longer")
_MOST = 600


def reached_at(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the addresses and numbers at which a line's writer is reached, and an empty value for what is gone."""
    text = line.text[:_MOST]
    lowered = text.lower()
    yield from _excepted(text, line, labels, known)
    if "@" in text or any(sign.isdigit() for sign in text):
        for clause in clauses(text):
            yield from _values(clause, text, line, labels, known)
    if any(cue in lowered for cue in _CUES):
        for found in (each for clause in clauses(text) for each in _NO_MORE.finditer(clause)):
            field = _field(labels, found["label"])
            if field and not any(sign.isdigit() or sign == "@" for sign in found["rest"]):
                yield Doubt(field.id, found.group().strip(), FROM_A_SENTENCE, line.line, [], one_reading=True)


def _excepted(text: str, line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield each value of "todo igual, salvo el teléfono, que ahora es X, y el fax, que es Y"."""
    cut = _EXCEPT.search(text)
    for found in _WHICH_IS.finditer(text, cut.end() - 1) if cut else ():
        field = _field(labels, found["label"])
        value = _VALUE.match(text, found.end())
        named = labels.find(found["label"])
        post = post_at(text[found.end() :]) if named and named.fields == _post(labels) else ""
        if named and post:
            yield from proposed(labels.form.field(named.fields[0]), post, line, known)
        elif field and value and (value["address"] is not None) == (field.kind == "email"):
            yield from proposed(field, value.group().rstrip(" ."), line, known)


def _post(labels: Labels) -> tuple[str, ...]:
    return tuple(each.id for each in labels.form.fields if "job title" in each.synonyms)


def _values(clause: str, text: str, line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    if _MEANWHILE.search(clause) or _ANY_QUESTION.search(clause):
        return
    found = _ME.search(clause) or _USE_THIS.search(clause) or _SEVERAL.search(clause) or _SENT.search(clause)
    used = None if found or tells_of_a_person(clause) else _USE.search(clause)
    called = found or (used if used and _FROM_NOW_ON.search(text) else None)
    headed = None if called else _headed(clause, labels)
    if headed:
        yield from proposed(headed[0], headed[1], line, known)
    ahead = clause[: called.end()] if called and called is used else called.group() if called else ""
    for kind, said, words in _said(clause, ahead, called.end()) if called else ():
        telephones = [each for each in labels.form.fields if each.kind == kind]
        mobile = _MOBILE.search(words) and (label := labels.find("celular")) and labels.form.field(label.fields[0])
        if telephones:
            yield from proposed(mobile or telephones[0], said, line, known)


def _headed(clause: str, labels: Labels) -> tuple[Field, str] | None:
    found = _HEADED.match(clause)
    field = _field(labels, found["label"]) if found else None
    if found is None or field is None or any(word[0].isupper() for word in found["more"].split()):
        return None  # of somebody named
    value = _VALUE.match(clause, found.end())
    is_mail = value is not None and value["address"] is not None
    return (field, value.group().rstrip(" .")) if value and is_mail == (field.kind == "email") else None


def _said(clause: str, words: str, start: int) -> Iterator[tuple[str, str, str]]:
    """Yield kind, words and the words before them, of all values in a row; two numbers in a row are one value."""
    row: list[tuple[str, int, int, str]] = []
    while value := _VALUE.match(clause, start):
        kind = "email" if value["address"] else "telephone"
        marked = _MARKED.match(clause, value.end())
        words = f"{words} {marked.group()}" if marked else words
        if row and row[-1][0] == kind and not _MOBILE.search(words):
            row[-1] = (kind, row[-1][1], value.end(), row[-1][3])
        else:
            row.append((kind, start, value.end(), words))
        more = _AND.match(clause, value.end())
        if more is None:
            break
        start, words = more.end(), more.group()
    for kind, begins, ends, before in row:
        yield kind, clause[begins:ends].rstrip(" ."), before


def _field(labels: Labels, word: str) -> Field | None:
    label = labels.find(word)
    if label is None or len(label.fields) != 1 or label.part:
        return None
    field = labels.form.field(label.fields[0])
    return field if field.kind in REACHES else None
