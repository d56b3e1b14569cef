"""What sentences call somebody: focal point, alternate, contact; before the name, behind it, or alone."""

from __future__ import annotations

import re

from mailbot.core.forms.persons.offices_at import office_at, unit_at
from mailbot.core.forms.persons.told_words import NAMED
from mailbot.core.forms.taking.offices import is_within
from mailbot.core.language import fold

ROLE = (
    r"(?P<role>(?:punto|persona) (?:focal|de contacto|de enlace)|enlace|contacto|suplente|altern[oa]|titular(?! de)"
    r"|encargad[oa]|responsable|(?:(?:deputy|back-?up|second) )?(?:focal|contact) point|liaison|alternate"
    r"|(?:(?<=\bthe )|(?<=\bour )|(?<=\bnew )"
    r"|(?<=\bmain )|(?<=\bprimary )|(?<=\bcurrent ))contact"
    r"(?: person| officer)?(?! (?:point|details|information|data|list))\b)"
)
_HOLDER = re.compile(
    rf"\b{ROLE}\b[^.;:]{{0,120}}?(?:\b(?:es|ser[aá]|(?:sigue|contin[uú]a|seguir[aá]|continuar[aá]) siendo|queda"
    r"|quedar[aá]|is|will be|remains|(?:is|will) (?:still|remain|continue to be)|continues to be"
    r"|al?)\b|:)\s*$",
    re.IGNORECASE,
)
_OF_STATE_OR_GROUP = (  # "como alterna de México ante el Grupo de Trabajo la Lic. …"
    r"(?:\s(?:del?|por|ante|en|for|of|in|before|on)(?:\s(?:el|la|los|the|est[ea]|nuestr[oa]|our))?"
    r"\s(?:(?-i:[A-ZÀ-Þ])[\w.]{1,20}|grupo|red|lista|group|network|list)"
    r"(?:\s(?:(?:del?|la|y|of|the)\s)?(?:(?-i:[A-ZÀ-Þ])[\w.]{1,20}|trabajo|enlace)){0,4}){0,2}"
)
_JOINS_AS = re.compile(
    rf"\b(?:incorpora|suma|integra|contin[uú]|permanec|sigue|queda|act[uú]a|fung|asum|participa|nombr|design"
    rf"|desempeñ|joins"
    rf"|serves)\w*(?: (?:al?|con) (?:(?:l[ao]s?|nuestr[oa]) )?\w+| \w+)? (?:como|de|as) {ROLE}"
    rf"(?:\s(?:altern[oa]|suplente|titular))?{_OF_STATE_OR_GROUP},?\s*$",
    re.I,
)  # "se incorpora como suplente el Lic. …"
NEW_HOLDER = re.compile(
    rf"\b(?:nuev[oa]|new) (?!encargad|responsable){ROLE}\b", re.IGNORECASE
)  # "como nueva alterna se designó a", with data
_ROLE_WORD = re.compile(rf"\b{ROLE}\b", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"\s(?:del?|por(?: parte)?(?: del?)?|en|of|for|at|in|within|from)"
    r"(?:\s(?:la|el|est[ae]|nuestr[oa]|the|our|this))?\s+(?=[A-ZÀ-Þ])",
)
_AND = re.compile(r",\s+(?:y|e|and|mientras que|while)\s+|;\s+")
_NEAR = 120  # characters behind the word for a role
AS_ROLE = re.compile(rf"\b(?:as|como|ser[aá]|be)\b[^.;,]{{0,30}}?{ROLE}", re.IGNORECASE)
_GROUP = (
    r"(?: (?:al?|con) (?:(?:l[ao]s?|nuestr[oa]) )?(?:grupo|equipo|red|lista|delegaci[oó]n)"
    r"| (?:the|our) (?:group|team|network|list)| us)"
)
_JOINED = r"(?:se (?:incorpora|suma|integra|une)(?:r[aá])?|joins|will join|has joined|joined)"
JOINS = re.compile(rf"\b{_JOINED}{_GROUP}", re.IGNORECASE)  # new on the list, whatever the role
IS_ROLE = re.compile(
    rf"^,?\s*(?:(?:quien|who) )?(?:(?:(?P<joins>{_JOINED}{_GROUP})|{_JOINED})(?: \w+){{0,2}} (?:como|as)|(?:ha sido|fue"
    rf"|ser[aá]|es|queda|qued[oó]|est[aá]) (?:\w+mente )?"
    r"(?:designad|nombrad|acreditad|ratificad|confirmad|elegid|asignad)[oa](?: como)?"
    r"|asum(?:e|i[oó]|ir[aá]) (?:como|la funci[oó]n de|las funciones de)"
    r"|(?:has been|was|is|will be) (?:\w+ly )?(?:designated|named|appointed|confirmed|nominated|chosen)(?: as| to be)?"
    r"|(?:(?:will )?(?:serve|act)s?|continues to (?:serve|act)) as|ser[aá]|es|pas(?:a|[oó]|ar[aá]) a ser"
    r"|(?:(?:fungi|actua)r[aá]|queda(?:r[aá])?"
    r"|designad[oa]) como|como|(?:is|will be|stays|remains|continues)(?: on)?(?: as)?"
    r"|(?:sigue|seguir[aá]|contin[uú]a|continuar[aá]|permanecer?[aá]?"
    rf"|se mant(?:iene|endr[aá])) (?:siendo|como)|as)\s+(?:(?:el|la|su|nuestr[oa]|un|una|the|our|his|her|their"
    r"|an?) )?(?:nuev[oa] "
    rf"|new )?{ROLE}\b",
    re.IGNORECASE,
)
# "… (ana@x.example, 2222-0000), who is the focal point": behind office and data
_WHO_IS = re.compile(r"[,)]\s{0,3}(?=(?:who|quien)\s)", re.IGNORECASE)
ROLE_ALONE = re.compile(
    rf",?\s+(?:(?:el|la|su|the|his|her|their|our|nuestr[oa])\s)?{ROLE}\W*$", re.IGNORECASE
)  # "y el Lic. Juan Prueba, suplente"
# "… y el suplente el Lic. Juan Prueba", after one whose role stood before the name too
HOLDER_ALONE = re.compile(
    rf",?\s+(?:(?:y|and|e)\s+)?(?:(?:el|la|como|the|as|our|nuestr[oa])\s+)?{ROLE}[,:]?(?:\s+(?:el|la|al?|es|is))*\s*$",
    re.IGNORECASE,
)
_THE_GROUP = (
    r"(?: (?:del|ante el|en el|para el|of the|for the|in the|on the)"
    r" (?:(?:working )?group|grupo(?: de trabajo)?|list))?"
)
OF_THE_GROUP = re.compile(rf"{_THE_GROUP}$", re.IGNORECASE)
CALLS_ROLE = re.compile(  # all that stands between commas: "Segundo Jefe, punto focal"
    r"(?:(?:nuestr[oa]|our|nuev[oa]|new) )?(?:(?:national |main |alternate |deputy )?focal point"
    r"|(?:punto focal|persona de contacto|punto de contacto|contacto|enlace)(?: (?:titular|altern[oa]|suplente"
    r"|principal|nacional))?|altern[oa]|suplente|alternate(?: contact)?"
    r"|(?:main |primary )?contact(?: (?:person|point))?)" + _THE_GROUP,
    re.IGNORECASE,
)
_ALTERNATE = ("suplente", "alterno", "alterna", "alternate", "deputy focal", "backup", "back-up", "second focal")
_FOCAL = ("punto focal", "focal point", "persona focal", "titular")
_BEFORE_NAME = re.compile(
    r"(?:\s(?:el|la|del|los|señora?|sr\.?|sra\.?|compañer[oa]|colega|funcionari[oa]|now|ahora|currently"
    r"|actualmente))+\s*$",
    re.IGNORECASE,
)

# "la Licda. X es Directora de Visas", "Ms. Sample is currently Acting Director": a capital begins the post.
IS_POST = re.compile(
    r",?\s+(?:is|es|ser[aá]|funge como|fungir[aá] como|act[uú]a como|will be|acts as|is acting as)"
    r"(?:\s(?:now|currently|presently|the|our|la|el|nuestr[oa]|ahora|actualmente|por ahora))*\s(?=[A-ZÁÉÍÓÚÑ][^\W\d_])"
)


_ATTENTION = re.compile(
    r",?\s(?:con |a la |a |for the |to the |for )?(?:atenci[oó]n|atn\.?|att\.?|attention|attn\.?)"
    r"(?: (?:del?|de la|al?|a la|of))?:?\s*$",
    re.IGNORECASE,
)
_WITHIN_MINISTRY = re.compile(
    r"(?P<unit>[A-ZÀ-Þ].{4,80}?),?\s(?:del?|de la|of the)\s(?P<office>(?:Minist|Secretar|Instituto|Depart).{4,80})"
)
_TO_OFFICE = re.compile(r"\s(?:al?|a la|to|to the|con|con el|con la|with|with the)\s(?=[A-ZÀ-Þ])")


def office_ahead(ahead: str) -> tuple[str, str]:
    """The institution and the unit in "el contacto del Ministerio de Trabajo será …", "our contact at … is"."""
    role = _ROLE_WORD.search(ahead)
    places = [each.end() for each in _OF_OFFICE.finditer(ahead, role.end(), role.end() + _NEAR)] if role else []
    offices = [office_at(ahead, each) for each in places]
    units = [unit_at(ahead, each) for each in places]
    institution, unit = next((each for each in offices if each), ""), next((each for each in units if each), "")
    return (institution, unit) if institution or unit else _offices_in_attention(ahead)


def _offices_in_attention(ahead: str) -> tuple[str, str]:
    """The institution and the unit in "… a la Dirección X del Ministerio Y, atención"; "" for none."""
    attention = _ATTENTION.search(_BEFORE_NAME.sub("", ahead.rstrip()))
    to_whom = _TO_OFFICE.finditer(ahead, 0, attention.start()) if attention else ()
    for each in to_whom:
        words = ahead[each.end() : attention.start() if attention else None]
        within = _WITHIN_MINISTRY.fullmatch(words.strip(" ,"))
        if within and office_at(within["office"]):
            return within["office"], within["unit"]
        if (office := office_at(ahead, each.end())) and not is_within(office):
            return office, ""
    return "", ""


def holder(ahead: str) -> str:
    """The role in "el punto focal de Panamá será la …", "" for none."""
    bare = _BEFORE_NAME.sub(" ", ahead).strip()
    found = _HOLDER.search(bare) or _JOINS_AS.search(bare)
    return role_word(found.group()) if found else ""


def last_part(ahead: str) -> str:
    """The words of one person's own of "X sigue como punto focal, y como suplente fue designada"; "" for no such."""
    part = _AND.split(ahead)[-1]
    return part if part != ahead and NAMED.search(part) else ""


def role_of(text: str) -> str:
    """Return the first role that a text names: focal-point, alternate or contact; "" for none."""
    found = re.search(ROLE, text, re.IGNORECASE)
    return role_word(text[found.start() : found.end() + 12]) if found else ""


def role_at(found: re.Match[str]) -> str:
    """Return the role that one of these patterns has found: "punto focal alterno" is an alternate's."""
    return role_word(found.string[found.start("role") : found.end("role") + 12])


def role_of_who(reach: str) -> str:
    """Return the role in "…, who is the focal point" behind the office or the data of somebody; "" for none."""
    found = (IS_ROLE.match(reach[who.end() :]) for who in _WHO_IS.finditer(reach))
    return next((role_at(each) for each in found if each), "")


def role_word(words: str) -> str:
    """The value of a role: a word for a stand-in decides; "contacto" alone says no more than that."""
    folded = fold(words)
    if any(each in folded for each in _ALTERNATE):
        return "alternate"
    return "focal-point" if any(each in folded for each in _FOCAL) else "contact"
