"""A person told in a run of words: "la Licda. Ana Prueba, Directora de Fronteras, Instituto Nacional de Migración".

What is found is only ever proposed.  Borders are commas, brackets, and a word that opens a post or an institution
where no preposition stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from mailbot.core.fields import is_title, split_title
from mailbot.core.forms.naming.clauses import clauses, is_cut_short, without_stop
from mailbot.core.forms.naming.lead_in import without_lead_in
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.posts import POST_OPENS as _POST
from mailbot.core.forms.naming.posts import is_field_of_post
from mailbot.core.forms.persons.names_of_offices import (
    VERBS_AHEAD,
    goes_on_with_matters,
    is_person,
    is_whole_institution,
)
from mailbot.core.forms.persons.offices_at import INSTITUTION, UNIT, office_at, unit_at
from mailbot.core.forms.persons.places import in_a_street
from mailbot.core.forms.persons.posts_at import CLAUSE, ends_as_post, parted
from mailbot.core.forms.persons.told_words import OF_WHOM
from mailbot.core.language import fold

_WORD = re.compile(r"\S+")
_JOINING = frozenset("de del la las los y e da dos do di du van von der den vda viuda".split())
_AND_ROLE = re.compile(
    r"\s{1,9}(?:y|e|and)\s{1,9}(?:nuev[oa] |new )?(?:punto focal|focal point|enlace|suplente|altern[oa]"
    r"|alternate)\b.*$",
    re.IGNORECASE,
)  # "nuevo Director de Migración y punto focal"
_LEADING = frozenset(
    """
    el la los las al a del de un una nuestro nuestra nuestros companero companera colega funcionario funcionaria
    servidor servidora publico publica the our colleague soy both ambos tanto entre for from by with regarding about
    para por con sobre
    """.split()
)
_COURTEOUS = frozenset("senor senora senorita don dona sr sra srta".split())  # of no use as a form of address
_ENDING = frozenset(
    """
    ocupa ocupara labora funge fungira asume asumira sustituye reemplaza queda desempena atiende
    mi mis su sus es son con como quien que cuyo cuya en para por tel telefono telefonos telf cel celular correo mail
    fax ext se ya no sera esta este ha fue al and is as who with from will has phone email mobile cell tfno pbx
    conmutador dejo favor me nuestro lo le
    """.split()
)
# In a text of capitals alone every word looks like one of a name; these are none.
_SAID_IN_CAPITALS = frozenset(
    """
    a agregar agreguen anadir incluir incluyan eliminar eliminen borrar quitar retirar cambiar actualizar corregir
    registrar designar nombrar lista directorio registro favor por gracias saludos buenas buenos tardes dias
    companeros companeras estimados colegas punto focal contacto alterno suplente nuevo nueva lugar
    reemplazo sustitucion baja alta add remove delete include please list new contact
    """.split()
)
_GROUP = re.compile(
    r"\b(?:grupos?|groups?|red|network|comite|committee|conferencia|conference|task force)\b"
    r"|^(?:presidencia|presidency|pro tempore|delegaci[oó]n|delegation|asamblea|assembly)\b"
)
_UNIT_ENDS = re.compile(r"(?:[\w&/'’-]+ ){1,6}(?:bureau|directorate|division|branch|section|unit)")
_WITHIN = re.compile(r"(?:direccion|division|departamento|unidad|oficina)\b")
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,10}(?:[-/][A-ZÁÉÍÓÚÑ]{2,10})?")
_OFFICES = frozenset("migracion extranjeria cancilleria fronteras gobernacion relaciones protocolo".split())
_NO_FIRST_NAME = _OFFICES | frozenset(
    """
    san santa santo costa ciudad puerto hotel casa centro villa nueva nuevo new north south united banco caja
    foreign external home public human consular international national global western central regional legal policy
    politica labor labour civil border homeland state trabajo gobierno republica estados recepcion
    """.split()
)
_OF_OFFICES = re.compile(r"(?:[cs]ion|dad|eria|tion|ment|ship)(?:es|s)?$")
_OF = frozenset("de del la los las en of the for".split())
JOINS_NOTHING = re.compile(
    r"(?:\s{1,9}(?:y|e|and)\s+(?:atiende|trabaja|labora|puede|contesta|is|can|works|sits)\b.*)?"
    r"(?:\s{1,9}(?:y|e|and|en|in|at)){0,4}$"
)  # of "Subdirector de Protección y a quien pueden escribir"
_AS = re.compile(
    r"\s*,?\s*\b(?:quien (?:es|ser[aá]|ocupa(?:r[aá])?|asume|asumir[aá]|se desempeña(?:r[aá])?|funge|fungir[aá]|labora)"
    r"(?: como| en)?(?: (?:actualmente|ahora))?(?: el cargo de| de)?(?: (?:la|el|nuestr[oa]|nuev[oa]))*|como"
    r"|(?:en|con) (?:el|su) (?:cargo|puesto) de|en (?:su )?calidad de|who is(?: the| our)?|as)\s+(?=\S)",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"(?:(?:el|la|our|the|nuestr[oa]) )?(?:nuev[oa]|actual|new|current) (?=[A-ZÀ-Þ])"
)  # "nuevo Jefe de …"
_PARTS = re.compile(
    r"\s*(?:,\s+|;\s*|:\s+(?=\S+@|[+(\d]|(?:[Tt]el|[Cc]el|[Cc]orreo|[Ff]ax|[Ee]-?mail|[Pp]hone|PBX)\w*[.:]*\s)"
    r"|\((?![A-ZÁÉÍÓÚÑ]{2,10}\))|(?<![A-ZÁÉÍÓÚÑ]{2})\)\s*,?|\s[-–—]\s)"
)  # "Instituto Nacional de Migración (INM)" is one
_ASIDE = re.compile(
    r"\s*[(<](?:[^\s()<>]{1,64}@[^\s()<>]{3,190}|[+\d][\d\s.-]{6,22})[)>](?=,?\s)"
)  # "Ana Prueba (a@b)"
_IN_PLACE_OF = re.compile(
    r"\b(?:lugar|sustituci[oó]n|re?emplazo|relevo|place|instead|sucesora?|successor|replacement) (?:de|of)\s$",
    re.IGNORECASE,
)
_CALLED_BY_ROLE = re.compile(  # "He is our National Focal Point"
    r"(?:\w+ ){0,2}(?:(?:focal|contact) point|punto (?:focal|de contacto|de enlace)|persona (?:focal|de contacto))\b"
)
_BOX = re.compile(r"\bP\.? ?O\.? Box\b|\bApartado\b")
_POST_IN = re.compile(
    r"[\s,(]{1,3}(?P<post>[^\W\d_][^,.;:()@\d]{2,60}?)\s(?:(?P<within>in|at|with|within|en)|of|for|del?)"
    r"(?:\s(?:the|our|la|el|nuestr[oa]))?\s(?=[A-ZÀ-Þ])"
)
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")  # "Edgar A. Ficticio": no "a", "Karla Y. Ensayo": no "y"
_LEAST, _MOST = 2, 8  # words of a name
_MOST_OTHERS = 2  # names joined by "y" that are looked at for where the first of them ends
_MOST_WITH_TITLES = 16
_SPEECH = frozenset(
    "SE LES LE NOS QUE EL AL LOS LAS COMUNICA COMUNICO INFORMA INFORMO FUE HA HAN SU SUS YA NO POR CON EN PARA ES SON"
    " THE AND IS ARE HAS HAVE WAS WILL OUR YOUR WE".split()
)  # "LA" and "DE" stand in names too
_LONGEST_CUT = 5  # letters of a form of address that is cut short
_MOST_CAPITALS = 100  # of a text, at which a name is looked for
_LONGEST = 150
_LONGEST_COURTESY = 4  # letters of "Srta."


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of words tells of a person; ``end`` is where it ends in the text it was found in.

    ``sure``: where the post ends is no question.
    """

    title: str = ""
    name: str = ""
    start: int = 0
    end: int = 0
    position: str = ""
    institution: str = ""
    unit: str = ""
    sure: bool = True
    behind: str = ""  # what the line says after it


def person_at(text: str, start: int = 0, *, others: int = 0) -> Run | None:
    """Return the name that begins at ``start``, behind articles and forms of address; None for none.

    ``others``: how many names joined by "y" before it ask for it.
    """
    first = end = 0
    words: list[str] = []
    tokens = list(_WORD.finditer(text, start, min(len(text), start + _LONGEST)))
    for place, token in enumerate(tokens):
        word, bare = token.group(), fold(token.group().strip(",.;:()"))
        following = tokens[place + 1].group() if place + 1 < len(tokens) else ""
        if (words or (token.start() and following[:1].isupper())) and _INITIAL.fullmatch(word):
            first = first if words else token.start()
            words.append(word)
            end = token.end()
            continue
        if not words and (bare in _LEADING or bare in VERBS_AHEAD or (bare in _COURTEOUS and not _is_short(bare))):
            continue
        if bare in _SAID_IN_CAPITALS and word.strip(",;:").isupper():
            if words:
                break
            continue
        if word.startswith("(") or bare in _ENDING or _stops(words, word, bare, text[token.start() :]):
            break
        if bare in _JOINING:
            if not words or _joins_another(words, bare, text, token.end(), following, others):
                break
        elif not (word[:1].isupper() or (not words and is_title(word))):
            break
        if any(sign.isdigit() for sign in word):
            return None
        first = first if words else token.start()
        words.append(word)
        if len(words) > _MOST_WITH_TITLES:
            return None
        end = token.end() - (len(word) - len(word.rstrip(",;:)")))
        if word[-2:] in {"'s", "’s"}:  # "Simon Mock's number"
            end -= 2
            break
        if word[-1] in ",;:)" or (word.endswith(".") and not is_cut_short(word[:-1])):
            break
    return _run_of(text[first:end], first, end) if words else None


def _is_short(courtesy: str) -> bool:
    """Tell whether "Sr." stands as a title does; "señor" is only polite."""
    return len(courtesy) <= _LONGEST_COURTESY


def _stops(words: list[str], word: str, bare: str, rest: str) -> bool:
    """Tell whether a word opens a post or an institution: "Ana Prueba Directora de Fronteras"."""
    if is_title(word) and (word.endswith(".") or not words):
        return False
    if words and fold(words[-1]) in _JOINING and _is_office(words, word.strip(",.;:()"), bare):
        return True
    folded = fold(rest[:60])
    opens = _POST.match(folded) or INSTITUTION.match(folded)
    return bool(opens) and (len(words) >= _LEAST or bare not in {"consul", "ministro", "ministra", "inspector"})


def _is_office(words: list[str], word: str, bare: str) -> bool:
    """Tell whether what stands behind "de la" is an office and no surname: "Yocasta de la DGM", "Ana de Migración"."""
    return bare in _OFFICES or (bool(_ACRONYM.fullmatch(word)) and not all(each.isupper() for each in words))


def _joins_another(words: list[str], bare: str, text: str, end: int, following: str, others: int) -> bool:
    """Tell whether "y" begins another person: "Ana Prueba y Luis Ensayo", but "Anselmo Ejemplo y Prueba"."""
    if bare not in {"y", "e"}:
        return not (following[:1].isupper() or fold(following) in _JOINING)
    if not following[:1].isupper() or fold(following) in _ENDING:
        return True
    named = [word for word in words if not is_title(word) and fold(word) not in _JOINING]
    if len(named) < _LEAST:
        return False
    known = is_title(following) or others >= _MOST_OTHERS
    return known or person_at(text, end, others=others + 1) is not None


def _run_of(said: str, start: int, end: int) -> Run | None:
    said = said.strip(" ,;:)")
    said = said if not said.endswith(".") or is_cut_short(said[:-1]) else said[:-1]
    while len(said.split()) > 1 and fold(said.split()[-1]) in _JOINING:
        said = said.rsplit(None, 1)[0]
    title, name = split_title(said)
    count = sum(fold(word) not in _JOINING for word in name.split())
    if not _LEAST <= count <= _MOST or not is_person(name) or any(sign.isdigit() for sign in name):
        return None
    if (
        _BOX.search(name)
        or _CALLED_BY_ROLE.match(fold(name))
        or _POST.match(fold(name))
        or INSTITUTION.match(fold(name))
        or _GROUP.search(fold(name))
    ):
        return None
    return Run("" if fold(title).strip(".") in _COURTEOUS and not title[:1].isupper() else title, name, start, end)


@lru_cache(maxsize=64)  # a clause is looked at for several reasons, one after the other
def persons_in(text: str) -> tuple[Run, ...]:
    """Return the persons of a text in order, each with what stands behind the name."""
    found: list[Run] = []
    end = looked = 0
    for token in _WORD.finditer(text):
        if token.start() < end or not (token.group()[:1].isupper() or is_title(token.group())):
            continue
        looked += 1
        if looked > _MOST_CAPITALS:
            break
        if office := office_at(text, token.start()) or unit_at(text, token.start()):
            end = token.start() + len(office)
            continue
        run = None if in_a_street(text, token.start()) else person_at(text, token.start())
        if run is not None and run.name.isupper() and (_titled_within(run.name) or _is_speech(run)):
            continue  # "FUE NOMBRADA LA LICDA. ANA PRUEBA": the name begins behind the title
        ahead = text[: token.start()]
        if run is not None and (
            run.title
            or not _is_of_a_name(ahead)
            or ((OF_WHOM.search(ahead) or _IN_PLACE_OF.search(ahead)) and is_called(run.name))
        ):
            found.append(with_details(text, run))
            end = found[-1].end
    return tuple(found)


def _titled_within(name: str) -> bool:
    """Tell whether a form of address stands among the words of a name in capitals."""
    return any(is_title(word) and (word.endswith(".") or len(word) > _LONGEST_CUT) for word in name.split()[1:])


def _is_speech(run: Run) -> bool:
    """Tell whether capitals are words of a sentence written in capitals: "LES COMUNICA", "PENSION EL"."""
    return not run.title and not _SPEECH.isdisjoint(run.name.split())


def is_called(name: str) -> bool:
    """Tell whether capitals behind "el teléfono de" are a person's: no "Relaciones Exteriores", no "San José"."""
    first, *others = (fold(word) for word in name.split())
    return (
        first not in _NO_FIRST_NAME
        and not _OF_OFFICES.search(first)
        and not all(e[-1:] == "s" for e in (first, *others))
    )


def _is_of_a_name(before: str) -> bool:
    """Tell whether capitals behind "de la" are of an office: "la División de Organismos Internacionales"."""
    words = before.rstrip()[-40:].split()
    return bool(words) and fold(words[-1]) in _OF


def with_details(text: str, run: Run) -> Run:
    """Return a person with the post, the institution and the unit that stand behind the name."""
    aside = _ASIDE.match(text, run.end)
    start = aside.end() if aside else run.end
    start = named.end() if (named := _AS.match(text, start)) else start
    read, start = _in_a_unit_of_several(text, run, start)
    for stop in [*(each for each in _PARTS.finditer(text, start)), None]:
        part = _inside(text[start : stop.start() if stop else len(text)])
        if part:
            said = clauses(part) if ". " in part else [part]
            taken, more = _with_part(read, without_stop(said[0]))
            if not more or len(said) > 1:
                return taken
            if taken is not read:  # a number or an address between is passed over
                ends = stop.start() if stop else len(text)
                another = CLAUSE.search(text, start, ends)
                read = replace(taken, end=another.start() if another else ends)
                if another:
                    return read
        start = stop.end() if stop else len(text)
    return read


def _inside(part: str) -> str:
    """Return a part without the signs around it; "(INM)" keeps its brackets."""
    return without_stop(part.strip() if "(" in part else part.strip(" )"))


def _in_a_unit_of_several(text: str, run: Run, start: int) -> tuple[Run, int]:
    """Take "Program Officer in the Bureau of Population, Refugees, and Migration", whose commas part nothing."""
    found = _POST_IN.match(text, start)
    unit = unit_at(text, found.end()) if found else ""
    post = found["post"] if found else ""
    if found is None or "," not in unit or not (_POST.match(fold(post)) or ends_as_post(post)):
        return run, start
    end = found.end() + len(unit)
    whole = text[found.start("post") : end]
    within = replace(run, position=post, unit=unit) if found["within"] else replace(run, position=whole)
    return replace(within, end=end), end


def _with_part(run: Run, part: str) -> tuple[Run, bool]:
    """Take one part behind a name; False when it is no detail and ends the run."""
    named = _AS.match(part)
    part = CLAUSE.sub("", part[named.end() :] if named else part).strip(" ,")
    part = _NEW.sub("", JOINS_NOTHING.sub("", part))
    folded = fold(part)
    if "@" in part or sum(sign.isdigit() for sign in part) > _LEAST:
        return run, bool(run.position or run.institution)
    post, office = parted(_AND_ROLE.sub("", part))
    ends = ends_as_post(post)
    if (INSTITUTION.match(folded) or (part[:1].isupper() and is_whole_institution(part))) and not (
        (_POST.match(folded) and "secretaria" not in folded[:10]) or (ends and office)
    ):
        return _with_institution(run, part), True
    if (_POST.match(folded) or ends_as_post(post)) and not run.position:
        return replace(_with_institution(run, office) if office else run, position=post), True
    if (UNIT.match(folded) or _UNIT_ENDS.fullmatch(folded)) and " " in part and run.position and not run.unit:
        return replace(run, unit=part), True
    if run.institution and not run.unit and goes_on_with_matters(run.institution, part):
        return replace(run, institution=f"{run.institution}, {part}"), True
    if _ACRONYM.fullmatch(part) and (run.position or run.institution) and not part.lower().startswith("d.f"):
        return (run if run.institution else replace(run, institution=part)), True
    if run.position and not run.institution and is_field_of_post(part):
        return replace(run, position=f"{run.position}, {part}"), True  # "Deputy Director, Multilateral Relations"
    if run.position and not run.institution and part[:1].isupper() and len(part.split()) > 1:
        return replace(run, sure=False), False  # "Deputy Director, Global Matters": more of it, or another thing
    return run, False


def _with_institution(run: Run, part: str) -> Run:
    """Take an institution; the office within it that stood before it is the unit."""
    if not run.institution:
        return replace(run, institution=part)
    if not run.unit and _WITHIN.match(fold(run.institution)) and not _WITHIN.match(fold(part)):
        return replace(run, unit=run.institution, institution=part)
    return run


def run_of_line(text: str) -> Run | None:
    """Return the one person that a line without labels tells of: a name, then a post or an institution.

    Greetings before it, and a lead-in such as "Mis datos:", are passed over.
    """
    for clause in clauses(text):
        bare = without_bullet(without_lead_in(clause))
        run = person_at(bare)
        if run is not None:
            read = with_details(bare, run)
            if read.position or read.institution:
                return replace(read, behind=bare[read.end :].strip(" ,;"))
    return None
