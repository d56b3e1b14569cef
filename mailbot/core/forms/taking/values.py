"""One value of one field, with the checks that belong to a form rather than to a kind."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core import fields as kinds
from mailbot.core.fields.choices import going_on, names_of_choices
from mailbot.core.fields.percentages import PART_DONE
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

_MOST_NAME_WORDS = 9
# "50 % completado" is not "completado"; "100 % el 12 de febrero" is.
_PART_OF = re.compile(r"(?<![\d.,])(?!100(?:[.,]0+)?\s?%)\d[\d.,]*\s?%\s*[^\W\d_]")
_SHARE_DONE = re.compile(
    r"(?<![\d.,])(?!0+\b)\d{1,2}\s?(?:%|por ?ciento|per ?cent)\s*(?:complete[d]?|done|finished|completad[oa]"
    r"|realizad[oa]"
    r"|ejecutad[oa]|concluid[oa]|cumplid[oa]|terminad[oa]|finalizad[oa]|avanzad[oa])\b"
)
_NOT_THERE = re.compile(r"\b(?:no|not|sin|if|si|when|cuando|until|hasta|target|meta|once|only when)\b")
_WORDED = frozenset({"text", "name", "institution", "title"})
# "Mu?oz", "Ãlvarez", "InstituciÃ³n": a charset was lost on the way.
_LOST_LETTERS = re.compile(r"\w\?\w|\ufffd|Ã(?![A-ZÀ-Þ\s])|Â(?=[^\w\s])|â€")
_REMARK = re.compile(r"\(([^()\d]{3,60})\)")
URGENT = (
    r"(?:(?:solo|solamente|unicamente|exclusivamente|only|just) )?(?:(?:para|en|por|for|in) )?"
    r"(?:(?:casos? de|asuntos|temas|cuestiones|llamadas|uso en|(?:the )?case of) )?"
    r"(?:urgencias?|urgentes?|emergencias?|urgent|urgency|emergency|emergencies)"
    r"(?: (?:matters?|issues?|calls?|cases?|use|contact))?(?: (?:only|solamente|unicamente))?"
    r"|(?:solo|solamente|unicamente|exclusivamente|only)? ?(?:para|for) (?:(?:uso|conocimiento) )?(?:interno|de la st"
    r"|(?:(?:el )?uso )?(?:de )?(?:la|the) (?:secretaria(?: tecnica)?|st|(?:technical )?secretariat)|internal use)"
    r"(?: (?:only|solamente|unicamente))?"
    r"|(?:(?:solo|favor(?: de)?|please|only|hay que) )?(?:avis(?:ar|ando)|llam(?:ar|ando)|call(?:ing)?|notif(?:y|ying))"
    r"(?: por telefono)? (?:antes|primero|previamente|first|ahead|before|beforehand)(?: de (?:enviar|mandar))?"
    r"|(?:con |solo con |previ[oa] )+(?:aviso|llamada)(?: previ[oa])?"
)  # "solo para urgencias", "urgent matters only", "for the Secretariat only", "avisando antes"
_HARMLESS = re.compile(
    r"(?:oficina|of|directo|linea directa|trabajo|institucional|oficial|personal|central|pbx|conmutador|recepcion"
    r"|(?:mismo|igual) (?:que|al) (?:el )?(?:telefono|fax)|same as (?:the )?(?:tele)?phone|voz|voice"
    r"|office|direct|work|official|switchboard|main"
    rf"|{URGENT}"
    r"|no publicar|whatsapp|claro|movistar|tigo|digicel|telcel|kolbi|altice|orange|viva|digi|hondutel"
    r"|no changes?|unchanged|sin cambios?|only|solo|(?:land|main )?line|desk"
    r"|do not publish|not for publication|con whatsapp|nuev[oa]|new"
    r"|ext(?:ension)?|numero|number)(?:[,;/ ]+(?:y |and )?|$)"
)
_PENDING = re.compile(
    r"\W*(?:(?:esta |queda |aun )?(?:por|sin) (?:definir|confirmar|designar|nombrar|determinar"
    r"|asignar|completar|precisar)(?:se)?"
    r"|pendiente(?: de \w+)?|en tramite|tb[dca]|to be (?:confirmed|defined|determined|announced"
    r"|appointed|designated|completed)"
    r"|(?:(?:el |la |the )?(?:puesto|plaza|cargo|position|post) )?"
    r"(?:(?:esta|se encuentra|queda|is|currently|actualmente|por ahora) )*"
    r"(?:vacante|vacant|acefalo|acefala|sin titular|en proceso de (?:nombramiento|designacion|seleccion"
    r"|contratacion))(?:\W.{0,60})?"
    r"|(?:aun|todavia) (?:no|sin) (?:(?:se )?(?:ha |han )?(?:sido )?)?"
    r"(?:design|nombr|defin|asign|conoc|determin|tiene|hay|titular).{0,40}"
    r"|se (?:le[s]? )?(?:comunic|inform|notific|indic|design|nombr|defin|confirm|envi)ara.{0,40}"
    r"|(?:to|will) (?:be|follow)(?: (?:communicated|confirmed|announced|designated|appointed|provided|sent|advised))?"
    r"(?: (?:later|soon|shortly|in due course|at a later date))?|yet to be \w+"
    r"|not (?:yet )?(?:known|assigned|appointed|defined)|unknown|desconocid[oa]|no (?:lo )?se"
    r"|no se (?:sabe|conoce)|i don't know"
    r"|(?:ver|vease|segun|see|as per|per) (?:el |la |the )?(?:abajo|arriba|adjunt\w+|anexo"
    r"|archivo|firma|below|above|attach\w+|signature)"
    r"|adjunt[oa]|attached|x{2,}|\?+|(?:escriba|write|complete|llene) .{0,40})\W*"
)
# Who writes "el suscrito" for a name gives none.
_ONESELF = re.compile(
    r"\W*(?:yo(?: mism[oa])?|(?:el |la )?(?:suscrit[oa]|infrascrit[oa]|firmante|remitente)|quien suscribe"
    r"|(?:su |un |una )servidora?|el mismo|la misma|myself|me|self|(?:the )?(?:undersigned|writer|sender))\W*"
)
_ELSEWHERE = re.compile(r"(?:ver|vease|see|refer to|segun|as per) \w")  # "ver correo de la Dirección General"
_OFFICE = re.compile(
    r"(?:ministerio|ministry|secretaria (?:de|del)\b|instituto|institute"
    r"|(?:sub)?direccion (?:general|nacional|de|del)\b"
    r"|direction|directorate|department of|departamento de|unidad de|agencia|agency"
    r"|servicio nacional|comision|commission"
    r"|cancilleria|embajada|embassy|consulado|consulate|general de)"
)
_TWO_PERSONS = re.compile(r"\w+ \w+ (?:y|e|and) (?:[A-Z]\w*\.? )?[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]\w+")
_FAMILY_WORDS = 2
_GIVEN = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)?")
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
_DEGREE = re.compile(r"\b(?:master|maestria|bachelor|degree|licenciatura|doctorado|doctorate|phd|ph\.d|ll\.?m|mba)\b")
_ADDRESS = re.compile(
    r"(?:<|\[)?(?:mailto:)?[^\s<>;,:\[\]]{1,64}(?:@|\s?[(\[](?:at|arroba)[)\]]\s?)[^\s<>;,\[\]]{1,190}"
)
_NAMED_ADDRESS = re.compile(
    r"[^<>@,;:/|]{2,60}<\s*(?:mailto:)?[^\s<>@]{1,64}@[^\s<>@]{1,190}>[.;,]?"
)  # RFC 5322 section 3.4
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE_ADDRESSES = frozenset(
    """
    y e o and or correo correos e mail email mails institucional oficial personal trabajo work official private privado
    alterno alternativo alternate nuevo new principal main secundario es is mailto electronico oficina office
    punto dot at arroba preferred primary secondary preferido preferida
    """.split()
)
_WORDS = re.compile(r"[^\W\d_]{2}")
_WHOSE = re.compile(
    r"\b(?:gov['’]?t|government|official|work|office|duty|new|my|oficial|institucional|de trabajo)\b\.? ?"
)
_REMARK_AT_NAME = re.compile(r"\s*\((?-i:[a-zà-ÿ.]+(?: [a-zà-ÿ.]+){0,4})\)|,? (?:quien|que|who)\s[^,;@\d]{3,60}")
_NO_PLACE = re.compile(r"<?\S+@\S+>?|(?:https?://|www\.)\S+")  # beside "Dirección:"
_HALVES = re.compile(r"\s*[/|;=]\s*|\s+[-–—]\s+|\s*\((?=[^()]+\)$)")
_GENERATION = re.compile(r",?\s(?:Jr|Sr|II|III|IV)\.?$", re.IGNORECASE)

MORE_THAN_A_NAME = Bilingual(
    "Parece haber más que un nombre; escriba solo nombres y apellidos.",
    "There seems to be more than a name; please write given and family names only.",
)
LETTERS_LOST = Bilingual(
    "Algunas letras se perdieron en el camino; escríbalo de nuevo, por favor.",
    "Some letters were lost on the way; please write it again.",
)
IN_PART = Bilingual(
    "Hay un porcentaje junto al estado; escriba el estado solo.",
    "There is a percentage with the state; please write the state alone.",
)
STILL_OPEN = Bilingual("Todavía no es un dato.", "This is not a value yet.")
OF_ANOTHER_KIND = Bilingual(
    "No parece lo que pide este rótulo.",
    "It does not look like what this label asks for.",
)
OF_SOMEBODY_ELSE = Bilingual(
    "Hay otras palabras junto a la dirección: ¿son todas de esta persona?",
    "There are other words with the address: do all belong to this person?",
)
NOT_ONLY_A_WORD = Bilingual(
    "Hay más que una de las palabras previstas.",
    "There is more than one of the expected words.",
)
NO_TITLE = Bilingual(
    "No es un tratamiento (Lic., Dra., Sr.).",
    "This is no form of address (Mr., Ms., Dr.).",
)


def read_value(field: Field, text: str, line: int, known: Known) -> FieldValue | Doubt | None:
    """Read words as a value of ``field``; a doubt carries the field's id."""
    if field.kind in {"text", "institution"} and not field.free and not field.multiline:
        text = _STOP.sub("", text) if text.rstrip().endswith(".") else text
    elif field.kind == "title" and text.endswith(".."):
        text = text.rstrip(".") + "."
    read = _read(field, text, line, known)
    if isinstance(read, Doubt):
        return read if (read.field, read.line) == (field.id, line) else replace(read, field=field.id, line=line)
    if read is None or (field.free and not read.value):
        return None
    why = _objection(field, text, read)
    return Doubt(field.id, text, why[0], line, why[1], one_reading=_is_turned(text, why)) if why else read


def _is_turned(text: str, why: tuple[Bilingual, object]) -> bool:
    """Tell whether "Sample, Jane" was proposed as "Jane Sample", or a remark left out: it has no other reading."""
    if why[0] is MORE_THAN_A_NAME and why[1] and _REMARK_AT_NAME.fullmatch(text.partition(str(why[1]))[2]):
        return True
    if why[0] is not MORE_THAN_A_NAME or not why[1] or "," not in text:
        return False
    return not kinds.split_title(text)[1].startswith(str(why[1]).split()[0])


def _read(field: Field, text: str, line: int, known: Known) -> FieldValue | Doubt | None:
    word = _choice_word(field, text, line)
    read = word or kinds.read(field, text, line, known)
    if field.kind == "telephone" and isinstance(read, Doubt) and (bare := _without_remark(text, field)) != text:
        again = kinds.read(field, bare, line, known)
        read = replace(again, said=text, certainty="normalised") if isinstance(again, FieldValue) else read
    if field.kind == "choice" and isinstance(read, Doubt) and read.proposal is None:
        part = part_completed(field, text)
        return replace(read, why=IN_PART, proposal=part, one_reading=True) if part else read
    if field.kind == "choice" and word is None and isinstance(read, FieldValue):
        past = any(each.past and each.value == read.value for each in field.choices)
        if past and _PART_OF.search(text):
            return Doubt(field.id, text, IN_PART, line, part_completed(field, text), one_reading=True)
        if not field.required and not _choice_word(field, _REMARK.sub(" ", text), line):
            return Doubt(field.id, text, NOT_ONLY_A_WORD, line, read.value, one_reading=True)
    return read


def part_completed(field: Field, text: str) -> str | None:
    """Return the state that goes on, of "75% complete": a share of what is behind us is not the whole."""
    words = fold(text)
    part = _SHARE_DONE.search(words) or PART_DONE.search(words)
    return going_on(field) if part and not _NOT_THERE.search(words) else None


def _objection(field: Field, text: str, read: FieldValue) -> tuple[Bilingual, object] | None:
    """Why words that a kind accepts are no value beside this label, and what to propose."""
    if (
        field.kind == "email"
        and not _NAMED_ADDRESS.fullmatch(text.strip())
        and not _words_beside_addresses(text) <= _BESIDE_ADDRESSES
    ):
        return OF_SOMEBODY_ELSE, read.value
    if field.kind not in _WORDED or field.free or not read.value:
        return None
    folded = fold(text)
    if _LOST_LETTERS.search(text):
        return LETTERS_LOST, None
    if _PENDING.fullmatch(folded) or _ELSEWHERE.match(folded):
        return STILL_OPEN, None
    if (not _WORDS.search(text) and not is_title(text)) or ("@" in text and not field.multiline):
        return OF_ANOTHER_KIND, None
    if field.multiline and _NO_PLACE.fullmatch(folded):
        return OF_ANOTHER_KIND, None
    if field.kind == "name":
        return _objection_to_name(str(read.value))
    if field.kind == "title":
        return None if is_title(text) else (NO_TITLE, None)
    if field.multiline and _OFFICE.match(folded) and not any(sign.isdigit() for sign in text):
        return OF_ANOTHER_KIND, None
    return None


def _words_beside_addresses(text: str) -> set[str]:
    return set(_WORD.findall(_ADDRESS.sub(" ", fold(kinds.written_out(text)))))


def _objection_to_name(name: str) -> tuple[Bilingual, object] | None:
    if _OFFICE.match(fold(name)) or _ONESELF.fullmatch(fold(name)):
        return OF_ANOTHER_KIND, None
    if not _is_only_a_name(name):
        return MORE_THAN_A_NAME, _name_proposed(name)
    return None


def _name_proposed(name: str) -> str:
    """The name of "Ana Prueba, Directora" or "Ana Prueba - Directora", and "Jane Sample" of "Sample, Jane"."""
    before, comma, behind = (part.strip() for part in name.partition(","))
    if comma and len(before.split()) <= _FAMILY_WORDS and _GIVEN.fullmatch(behind) and not _OFFICE.match(fold(behind)):
        return f"{behind} {before}" if before.isupper() or len(before.split()) == 1 else before
    return re.split(r"\s+[-–—]\s+|,|\s\(", name)[0].strip()


def _choice_word(field: Field, text: str, line: int) -> FieldValue | None:
    """A word of the form's own, such as "eliminar" or "ninguno", before it can mean "nothing"."""
    if not field.choices:
        return None
    folded = fold(text)
    names = names_of_choices(field)
    said = {found for edges in (" .,;:!", " .,;:!()") if (found := names.get(folded.strip(edges)))}
    if not said and len(halves := _HALVES.split(folded)) == 2:  # "Alta / New", "Baja (Leave)"
        first, second = (names.get(half.strip(" .,;:!()"), "") for half in halves)
        said = {first} if first == second else said
    word = next((choice.value for choice in field.choices if choice.value in said), None)
    return FieldValue(word, text, line, "exact" if text == word else "normalised") if word else None


def proposal_for(field: Field, text: str, known: Known) -> object:
    """Return a reading to offer, None when there is none."""
    read = read_value(field, text, 0, known) if text else None
    return read.value if isinstance(read, FieldValue) else getattr(read, "proposal", None)


def _without_remark(text: str, field: Field) -> str:
    """Take harmless remarks in brackets off a number, such as "(oficina)" or "(no publicar)"."""

    def kept(found: re.Match[str]) -> str:
        remark = fold(found[1]).strip()
        return " " if _HARMLESS.sub("", remark) == "" or _names(field, remark) else found[0]

    return " ".join(_REMARK.sub(kept, text).split())


def _names(field: Field, remark: str) -> bool:
    """Tell whether a remark only says the field again: "Mobile: 202-555-0188 (gov't cell)"."""
    bare = _WHOSE.sub("", remark)
    return any(bare == fold(word) for word in (field.label.es, field.label.en, *field.synonyms))


def is_degree(text: str) -> bool:
    """Tell whether words name a degree rather than a post."""
    return bool(_DEGREE.search(fold(text)))


def is_title(text: str) -> bool:
    """Tell whether all the words are forms of address or degrees."""
    return kinds.is_title(text)


def _is_only_a_name(name: str) -> bool:
    name = _GENERATION.sub("", name)
    words = name.split()
    several = _TWO_PERSONS.search(name) or any(mark in name for mark in (*",;:/()|–—&", " - "))
    return len(words) <= _MOST_NAME_WORDS and not several
