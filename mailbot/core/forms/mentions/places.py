"""Where an office has moved to, what an institution is called now, and how a name is rightly written."""

from __future__ import annotations

import itertools
import re

from mailbot.core.fields import is_title
from mailbot.core.forms.persons.names_of_offices import is_institution, is_unit
from mailbot.core.forms.persons.offices_at import capitals_at
from mailbot.core.forms.persons.places import address_among, address_in
from mailbot.core.forms.persons.runs import is_called, person_at
from mailbot.core.forms.persons.told_words import LISTED_AS
from mailbot.core.forms.taking.offices import is_within

_OF_PLACE = re.compile(
    r"\b(?:(?:nueva|new|postal|mailing|street|office|correct|correcta) (?:direcci[oó]n|address)|address"
    r"|direcci[oó]n (?:postal|f[ií]sica|exacta|correcta|nueva|de (?:la |nuestra |mi )?oficina|es|ahora|actual)"
    r"|domicilio"
    r"|mail for|correspondence|correspondencia|should go to"
    r"|nos (?:hemos )?(?:mudamos|trasladamos|mudado|trasladado|cambiamos|encontramos|ubicamos)"
    r"|se (?:ha )?(?:mud[oó]|traslad[oó]|trasladado|mudado|cambi[oó]|encuentran?|ubican?)|(?:we|office"
    r"|offices) (?:have |has |are |is )?(?:now )?"
    r"(?:moved|relocated|located|at)|(?:has|have) (?:moved|relocated)|ubicad[oa]s?|located"
    r"|oficinas? (?:est[aá]n?|queda|pas[oó])"
    r"|nueva (?:sede|oficina)|new (?:office|premises|location)|(?:trasladad|mudad)[oa]s?)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:\b(?:al?|a la|a las|en|en el|en la|es|ser[aá]|is|to|at|now|ahora|on)|:)\s+(?:(?-i:el|la|the|ahora"
    r"|now)\s+)?(?=\S)",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r";|,?\s(?:y|and|mientras|while|pero|but|con|with|donde|where|desde|since|a partir|as of|from|effective"
    r"|los? (?:dem[aá]s|tel)"
    r"|el tel|tel[eé]fonos?|telephones?|phones?|tel\.|fax|correo|e-?mail)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:no(?!\.)|not|todav[ií]a|a[uú]n|proceso|ser[aá]|pr[oó]xim\w+|pronto|soon|will|ministr[oa]|minister|she|he"
    r"|ella)\b|\b(?:Mr|Ms|Mrs|Dr|Lic|Licda|Ing)\.",
    re.IGNORECASE,
)
_OF_OURS = re.compile(
    r"\b(?:nos|nuestr[oa]s?|mi|our|my|we|la oficina|las oficinas|los? oficina|esta (?:oficina|instituci[oó]n"
    r"|direcci[oó]n)|the office|(?:comunic|inform)amos|be advised|please note|new (?:mailing )?address"
    r"|(?:la )?nueva direcci[oó]n|we[’']ve)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[A-ZÀ-Þ\d#]|(?:del?|frente|contiguo|costado|km|calle|avenida|detr[aá]s|junto)\b")
_OF_THEIRS = re.compile(
    r"\bdirecci[oó]n de (?:la|el|l)?\b|\b(?:has|tiene) (?:a |una )?(?:new"
    r"|nueva)? ?(?:address|direcci[oó]n)\b|['’]s (?:new )?address\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:(?:pas[oó]|pasa|pasar[aá]|ha pasado|cambi[oó]|cambia|ha cambiado) (?:su (?:nombre"
    r"|denominaci[oó]n) )?a (?:denominarse|llamarse|ser)"
    r"|(?:ahora )?se (?:denomina|llama|llamar[aá]|denominar[aá])(?: ahora)?|(?:cambi[oó]|cambia"
    r"|ha cambiado) (?:su|de) (?:nombre|denominaci[oó]n)"
    r"(?: (?:al?|por|de))?|nuev[oa] (?:nombre|denominaci[oó]n)[^.;:]{0,60}?(?: es|:)|(?:is|are|will be|has been"
    r"|was|have been)"
    r" (?:now |henceforth |officially )?(?:called|known as|renamed(?: as| to| the)?)"
    r"|(?:has )?changed its name to|new name[^.;:]{0,60}? is"
    r"|is now(?= (?:the )?(?:Ministry|Department|Agency)))(?: (?:el|la|the))?\s+",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:office|unit|division|directorate|department|section|branch|bureau|team|oficina|unidad|direcci[oó]n"
    r"|departamento|secci[oó]n|[aá]rea|dependencia)"
)
_OFFICE_BEHIND = re.compile(rf"['’]s?\s(?:\w+\s)?{_OFFICE}", re.IGNORECASE)
_OFFICE_AHEAD = re.compile(
    rf"\b{_OFFICE}\s(?:(?:que|donde)\s\w+\s|(?:de|del|of)\s)(?:la\s|el\s)?(?:señora?\s)?(?:[^\W\d_]{{1,8}}\.?\s)?$",
    re.IGNORECASE,
)
_MORE_CAPITALS = re.compile(
    r"(?:, [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)+ (?:and|y|e) [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*(?=[.,;]|$)"
)
_GOES_BY = re.compile(
    r"\b(?:(?:i )?now (?:go by|use)|ahora (?:firmo como|me llamo|uso)|my (?:married|new|full) name is"
    r"|(?:mi )?(?:nuevo )?apellido (?:de casada )?es)\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_TITLE_IS = re.compile(
    r"\b(?:tratamiento|t[ií]tulo|title|form of address)(?: (?:correcto|correct))? (?:es|is|should (?:be|read)"
    r"|debe ser)\s+(?P<is>[^\W\d_]{1,8}\.?)(?=[\s,;]|$)"
    r"|\b(?:use|usar|usen|poner|pongan|put)\s+(?P<use>[^\W\d_]{1,8}\.?)\s+(?:instead of|en (?:vez|lugar) de"
    r"|y no|not)\s+[^\W\d_]{1,8}\.?(?=[\s,;]|$)",
    re.IGNORECASE,
)
_IN_LANGUAGE = re.compile(
    r"\b(?:escrib\w+|env[ií]\w+|remit\w+|recib\w+|correspondencia|comunicaciones|comunicarse|mensajes|letters"
    r"|correspondence|messages|mail"
    r"|write|send|receive|contact)\b[^.;]{0,60}?\b(?:en|in) (?P<language>ingl[eé]s|english|espa[nñ]ol|spanish)\b",
    re.IGNORECASE,
)
_NAME_IS = re.compile(
    r"\b(?:mi|el|my|the|his|her|su) (?:apellido y )?(?:nombre|name)(?: (?:correcto|completo|correct|full"
    r"|y apellidos?))*"
    r"(?: (?:ahora |now )?(?:(?:es|is)(?: now| ahora)?|se escribe|(?:is |should be )?(?:spelled|spelt|written)"
    r"|should (?:be|read)|debe (?:ser|decir|leerse)|reads)"
    rf"|{LISTED_AS})"
    r"(?: as| así)?:?\s+",
    re.IGNORECASE,
)

_MOST_TRIED, _MOST_ENDS = 40, 4  # places where an address may begin, and where each may end
_LONGEST = 400  # characters of an address


def place_told(sentence: str, *, of_somebody: bool = False) -> str:
    """Return the postal address that a sentence says an office is at, or moves to; "" for none.

    ``of_somebody``: it names the one person whose address it tells.
    """
    spoken = _OF_THEIRS.search(sentence) if of_somebody else _OF_PLACE.search(sentence)
    if spoken is None or (not of_somebody and (_NOT_YET.search(sentence) or not _OF_OURS.search(sentence))):
        return ""
    for joined in itertools.islice(_TO.finditer(sentence, spoken.start()), _MOST_TRIED):
        rest = sentence[joined.end() : joined.end() + _LONGEST]
        ends = [each.start() for each in itertools.islice(_STOPS.finditer(rest), _MOST_ENDS)]
        for end in [*ends, len(rest)][:_MOST_ENDS]:
            said = rest[:end].strip(" .,;:")
            if _OPENS.match(said) and (any(sign.isdigit() for sign in said) or "," in said):
                whole = address_in(said) or address_among(said)
                if whole and whole == said:
                    return whole
    return ""


def renamed(sentence: str) -> str:
    """Return what a sentence says an institution is called from now on; "" for none."""
    found = _CALLED.search(sentence)
    named = _capitals(sentence, found.end()) if found else ""
    return named if named and (is_institution(named) or is_unit(named) or is_within(named)) else ""


def renamed_of(sentence: str, name: str) -> str:
    """Return what somebody's office is called from now on: "Peter Sample's office is now called …"; "" for none."""
    found = _CALLED.search(sentence)
    ahead = sentence[: found.start()].rstrip(" ,") if found and name else ""
    theirs = _OFFICE_BEHIND.fullmatch(ahead.rpartition(name)[2]) if name in ahead else None
    of_them = _OFFICE_AHEAD.search(ahead[: -len(name)]) if ahead.endswith(name) else None
    return renamed(sentence) if theirs or of_them else ""


def _capitals(sentence: str, start: int) -> str:
    named = capitals_at(sentence, start)
    more = _MORE_CAPITALS.match(sentence, start + len(named))  # "…Foreign Affairs, Foreign Trade and Immigration"
    named = sentence[start : more.end()] if more else named
    return named if len(named.split()) > 1 else ""


_RIGHTLY = re.compile(
    r"\b(?:it|lo correcto|el correcto|debe|deber[ií]a)\b(?: (?:should|debe|is|es|ser[ií]a))?(?: (?:read|be"
    r"|decir|ser|leerse))?:?\s+(?=[A-ZÀ-Þ])"
    r"|\b(?:(?:i am|i[’']m) now|now i am|ahora soy|soy ahora)\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"\W*(?:soy|me llamo|(?:le|les) (?:saluda|escribe)|i am|i[’']m|this is|my name is)\s(?=\S)", re.IGNORECASE
)
_OF_A_NAME = re.compile(
    r"\b(?:name|surname|nombre|apellidos?|married|marriage|matrimonio|me cas[eé]|casarme|divorci\w+)\b", re.IGNORECASE
)


def speaks_of_a_name(sentence: str) -> bool:
    """Tell whether a sentence is about how a name is written."""
    return _OF_A_NAME.search(sentence) is not None


def rightly(sentence: str) -> str:
    """Return the name of "It should read Ana Prueba", "I am now Ana Prueba", where names are spoken of; or ""."""
    found = _RIGHTLY.search(sentence)
    person = person_at(sentence, found.end()) if found else None
    return person.name if person and found and person.start == found.end() and is_called(person.name) else ""


def introduced_as(sentence: str) -> str:
    """Return the name under which writers introduce themselves: "Soy Ana Prueba, de …"; "" for none."""
    found = _INTRODUCED.match(sentence)
    person = person_at(sentence, found.end()) if found else None
    return person.name if person else ""


def title_told(sentence: str) -> str:
    """Return the form of address that a sentence says is the right one of the writer: "Dra., no Licda."; or ""."""
    found = _TITLE_IS.search(sentence)
    said = (found["is"] or found["use"] or "") if found else ""
    return said if said and is_title(said) else ""


def language_told(sentence: str) -> str:
    """Return the language in which writers ask to be written to, as they say it; "" for none."""
    found = _IN_LANGUAGE.search(sentence)
    return found["language"] if found else ""


def name_told(sentence: str) -> str:
    """Return the name that a sentence says is the right one of the writer; "" for none."""
    found = _NAME_IS.search(sentence) or _GOES_BY.search(sentence)
    person = person_at(sentence, found.end()) if found else None
    return person.name if person and found and person.start == found.end() else ""
