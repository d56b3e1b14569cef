"""Names of people and of offices told apart: a ministry, a unit within one, an acronym, a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.houses import HOUSES
from mailbot.core.forms.naming.posts import POST_WITHIN as _POST
from mailbot.core.language import fold

_INSTITUTION = re.compile(rf"(?:{HOUSES}|secretariat|department|departamento|national council|citizenship)")
_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de|del|la|las|los|y|da|dos|di|van|von|der|vda\.?|viuda|[A-ZÀ-Þ][\w.'’-]*)){1,6}"
)
_PERSONAL = re.compile(
    r"(?:(?:acting|interim|senior|junior|principal|executive|associate|first|second|third|sub|vice|deputy) )*"
    r"(?:direct|minister|secretar|head|chief|officer|manager|advis|analyst|counsel|represent|ambassador|delegat"
    r"|attache|assist|jef|encargad"
    r"|coordina)"
)
_WHOLE_INSTITUTION = re.compile(
    r"^(?:(?:the )?(?:u\.?s\.?|united states|royal|national|government of \w+) )?(?:department|ministry) (?:of|for)\b"
    r"|\b(?:canada|department|ministry|agency|authority|secretariat|commission)$|\b(?:high commission|embassy) of\b"
    r"|^(?:the )?national (?:institute|service|council|commission|directorate|agency|office) (?:of|for)\b"
    r"|^(?:the )?(?:u\.?s\.?|united states|royal|national|canada|canadian) [^,]{4,60}"
    r" (?:enforcement|services?|administration|protection|police|guard|board|council)$"
    r"|\b(?:council|cabinet) office$|^(?:the )?office of the (?:prime minister|president|attorney general|governor)\b"
    r"|^(?:the )?(?:u\.?s\.?|american|canadian|british|mexican) (?:embassy|consulate|mission)\b"
    r"|^(?:the )?(?:international|national|statistical|central|royal) (?:institute|organi[sz]ation|commission"
    r"|committee|council"
    r"|authority|agency|board) (?:of|for|on)\b"
)
_WHOLE_UNIT = re.compile(
    r"(?:bureau|office|directorate|division|branch|section|unit) (?:of|for)\b"
    r"|.*\w (?:bureau|directorate|division|branch|section|unit)$"
)
_UNIT_OF = re.compile(
    r"(?:bureau|office|directorate|division|branch|section|unit) (?:of|for)\b"
    r"|(?:unidad|oficina|seccion|area|division|gerencia|jefatura|coordinacion|despacho|(?:sub)?direccion)"
    r" (?:de|del|para)\b"
    r"(?! (?:la )?(?:correo|residencia|oficina|e-?mail|domicilio|trabajo|habitacion|casa))"
)
_OFFICE_WITHIN = re.compile(
    r"(?:departamento|division|unidad|seccion|area|(?:sub)?direccion|oficina|jefatura|gerencia|subgerencia|coordinacion"
    r"|(?:vice|sub)[ -]?(?:ministerio|secretaria))"
    r"(?: (?:tecnica|juridica|regional|adjunta))? (?:de|del|para)\b(?! (?:correo|e-?mail|internet|envio|contacto))"
)
# What offices and posts are of, and nobody is called: "Hemisphere Migration", "Visa Policy".
# "Sale Arturo Prueba y entra Eva Ejemplo": the verb of the sentence, in its capital.
VERBS_AHEAD = frozenset(
    "sale entra ingresa egresa renuncia renuncio fallecio jubilo retiro asume asumio queda quedo sigue continua"
    " incorpora incorporo ingreso agregar eliminar incluir".split()
)
_OF_OFFICES = frozenset(
    """
    migration immigration citizenship protection cooperation policy policies affairs hemisphere integration development
    relations statistics planning coordination enforcement operations refugee refugees consular diplomatic passports
    trafficking multilateral bilateral outreach
    migracion migratorio migratoria migratorios migratorias
    extranjeria proteccion cooperacion politica politicas asuntos
    relaciones exteriores consulares consular integracion desarrollo estadistica estadisticas planificacion fronteras
    plan programa programme agenda proyecto project anexo annex trabajo
    multilaterales bilaterales internacionales interinstitucional interinstitucionales refugiados refugio
    """.split()
)
JOINING = frozenset("de del la las los el y e para en a".split())
_ENDS_AS_UNIT = re.compile(r"(?:[\w&'-]+ ){1,6}(?:bureau|directorate|division|branch|section|unit)")
_STATE = re.compile(r"(?:the )?government of (?:the )?\w+(?: \w+)?")  # below a ministry's name
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,10}")
_MOST_OF_A_MATTER = 4  # words


# What in a letter of capitals alone would look like a name: "NO CONTAMOS CON FAX".
_OF_SENTENCES = frozenset(
    """
    no con sin por para que fax telefono telefonos tel cel celular correo ext tenemos tengo contamos cuento cuenta hay
    mis datos gracias saludos favor adjunto buenas buenos tardes dias phone telephone email with have has not please
    thanks regards good morning afternoon
    """.split()
)


def is_person(text: str) -> bool:
    """Tell whether a line looks like a person's name without a title: capitals, no office, no post."""
    bare = text.strip(" .,")
    if split_title(bare)[0]:
        return False
    folded = fold(bare)
    if folded.partition(" ")[0] in VERBS_AHEAD:
        return False
    if not _PERSON.fullmatch(bare) or not (_OF_OFFICES | _OF_SENTENCES).isdisjoint(folded.split()):
        return False
    return not _INSTITUTION.match(folded) and not _POST.search(folded)


def is_unit(part: str) -> bool:
    """Tell whether words are an office within an institution: "Bureau of Policy", "Migration Policy Directorate"."""
    folded = fold(part)
    before = folded.rpartition(" ")[0]
    ends = _ENDS_AS_UNIT.fullmatch(folded) and not (_POST.search(before) or _PERSONAL.match(before))
    in_capitals = all(word[:1].isupper() or word in JOINING for word in part.split())
    return bool(ends or _UNIT_OF.match(folded)) or (in_capitals and _OFFICE_WITHIN.match(folded) is not None)


def is_whole_unit(text: str) -> bool:
    """Tell whether words are the whole name of an office within an institution: "Human Rights Division"."""
    return _WHOLE_UNIT.match(fold(text)) is not None


def is_acronym(part: str) -> bool:
    """Tell whether letters are an institution's: "Jefe de Unidad, DGME"."""
    return _ACRONYM.fullmatch(part) is not None


def is_institution(part: str) -> bool:
    """Tell whether words name a ministry, an agency or the like."""
    folded = fold(part)
    if _STATE.fullmatch(folded):
        return False
    return bool(_INSTITUTION.match(folded) or (_WHOLE_INSTITUTION.search(folded) and not _PERSONAL.match(folded)))


def is_whole_institution(text: str) -> bool:
    """Tell whether a line, or what stands before its first bar, is the whole name of an institution."""
    folded = fold(text.partition("|")[0].strip(" ."))
    return bool(_WHOLE_INSTITUTION.search(folded) and not _PERSONAL.match(folded))


def names_a_post(text: str) -> bool:
    """Tell whether a word is a post rather than a form of address: "Director", "A/Director", "Analyst"."""
    folded = fold(text)
    return bool(_POST.search(folded) or _PERSONAL.match(folded))


def office_kind(text: str) -> str:
    """Return what kind of office words are the whole name of: institution, unit, or "" for another thing."""
    folded = fold(text)
    if _PERSONAL.match(folded) or _STATE.fullmatch(folded):
        return ""
    return "institution" if _WHOLE_INSTITUTION.search(folded) else "unit" if _WHOLE_UNIT.match(folded) else ""


# "Ministry of Labour, Local Government and Rural Development": a name of several matters, the last behind "and".
_OF_MATTERS = re.compile(
    r"(?:min(?:istry|isterio|\.) (?:of|de|del)|secretaria (?:nacional )?de|department (?:of|for)|bureau of)\b(?!.*,)"
)
_POST_OF_MATTERS = re.compile(
    r"(?:(?:sub ?)?director[a]?|(?:sub ?)?jef[ae]|coordinador[a]?|head|director) (?:de|of)\b(?!.*,)"
)
_MATTERS = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]+(?: (?:de |del |la )?[A-ZÀ-Þ][^\W\d_]+){0,2} (?:and|y|e|&) [A-ZÀ-Þ][^\W\d_]+"
    r"(?: (?:de |del |la )?[A-ZÀ-Þ][^\W\d_]+){0,2}"
)
_TWO_MATTERS = re.compile(r"[A-ZÀ-Þ][^\W\d_]+ (?:and|y|e) [A-ZÀ-Þ][^\W\d_]+")
_OF_CANADA = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)? and [A-Z][a-z]+(?: [A-Z][a-z]+)? Canada")
_LAST_MATTER = re.compile(r"(?:and|y|e|&) [A-ZÀ-Þ][^\W\d_]+(?: (?:de |del |la )?[A-ZÀ-Þ][^\W\d_]+){0,3}")


def goes_on_with_matters(office: str, part: str) -> bool:
    """Tell whether a part behind a comma ends the name of an office: "Ministerio de Trabajo", "Empleo y Previsión"."""
    part, folded = part.strip(), fold(office)
    if _OF_MATTERS.match(folded):
        return _MATTERS.fullmatch(part) is not None
    if _OF_CANADA.fullmatch(part):
        return office.isalpha() and office.istitle()  # "Immigration", "Refugees and Citizenship Canada"
    return _POST_OF_MATTERS.match(folded) is not None and _TWO_MATTERS.fullmatch(part) is not None


def matters_together(parts: Sequence[str]) -> list[str]:
    """Return the parts of a line; the matters of one office are one: "Bureau of Population", "Refugees", "and …"."""
    joined: list[str] = []
    for part in parts:
        listed = len(joined) > 1 and _LAST_MATTER.fullmatch(part) and _OF_MATTERS.match(fold(joined[-2]))
        if listed and joined[-1][:1].isupper() and len(joined[-1].split()) <= _MOST_OF_A_MATTER:
            joined[-2:] = [f"{joined[-2]}, {joined[-1]}, {part}"]
        elif joined and goes_on_with_matters(joined[-1], part):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined
