"""Persons told of in sentences: who leaves, who comes instead, who is the focal point from now on.

"La Abg. Ana Prueba ya no labora aquí; en su lugar queda el Lic. Luis Ensayo, Oficial de Migración": two entries,
all doubts, put before a person who decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.core.fields import is_title
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.references import same_as
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.absence import is_only_away
from mailbot.core.forms.persons.pairs import FOCAL_POINTS, are_exchanged
from mailbot.core.forms.persons.reach import bracketed, reached, without_data_between
from mailbot.core.forms.persons.roles import (
    AS_ROLE,
    HOLDER_ALONE,
    IS_POST,
    IS_ROLE,
    JOINS,
    ROLE_ALONE,
    holder,
    office_ahead,
    role_at,
    role_of,
    role_word,
)
from mailbot.core.forms.persons.runs import Run, clauses, persons_in, post_at
from mailbot.core.forms.persons.their_posts import (
    extension_told,
    moved,
    moved_but_stays,
    tells_their_post,
    told_post,
    with_office,
    with_their_post,
    writes_for,
)
from mailbot.core.forms.taking.pointed import POINTS_ELSEWHERE
from mailbot.core.forms.taking.values import read_value
from mailbot.core.remembered import remembered
from mailbot.core.values import Bilingual, Doubt, Entry, Field, FieldValue, Known

OF_A_PERSON = Bilingual(
    "Una frase habla de esta persona: ¿es así como debe quedar en la lista?",
    "A sentence speaks of this person: is this how the list should have it?",
)
_LEAVES = re.compile(
    r"(?<!fax )(?<!fono )(?<!elular )(?<!orreo )(?<!mero )(?<!number )(?<!phone )(?<!line )(?<!mail )"
    r"(?<!address )(?<!mobile )"  # "the fax no longer works"
    r"\b(?:ya no (?:labora|trabaja|forma parte|pertenece|ocupa|presta|est[aá]|se desempeña|funge|se encuentra)"
    r"|(?:ha )?dej(?:ó|ado|a|ará)\b (?:de (?:laborar|trabajar|prestar|pertenecer|formar)|el cargo|su cargo|est[ea] \w+"
    r"|la (?:instituci[oó]n|direcci[oó]n|dependencia|unidad))"
    r"|se (?:jubil[oó]|retir[oó]|acogi[oó] a|ha (?:jubilado|retirado|acogido))|(?:ha )?renunci(?:ó|ado)\b"
    r"|(?:fue|ha sido|ser[aá]) (?:trasladad|removid|cesad|transferid|reasignad)[oa]|ha cesado|ces[oó] en|falleci[oó]"
    r"|(?:ha )?conclu(?:yó|ye|ido) (?:con )?sus? (?:funciones|gesti[oó]n|misi[oó]n)"
    r"|(?:is|are) no longer (?:with|at|part|in|employed|working|the|our)|no longer works"
    r"|has (?:left|retired|resigned|moved|been (?:transferred|reassigned))|retired\b(?! (?:people|persons?|staff))"
    r"|(?:se )?(?:pas[oó]|fue) a otr[oa]s?\b"
    r"|left (?:the|our|us) )",
    re.IGNORECASE,
)
_I_LEAVE = re.compile(
    r"\b(?:dej(?:o|aré|é) (?:el cargo|mi cargo|de laborar|la (?:direcci[oó]n|instituci[oó]n|jefatura|unidad"
    r"|dependencia)"
    r"|est[ea] \w+)|ya no labor(?:o|aré)"
    r"|dej(?:o|aré|é) de (?:ser|fungir como) (?:el |la |su )?(?:punto|enlace|contacto|persona)"
    r"|ya no ser[eé] (?:el |la |su )?(?:punto|enlace|contacto|persona)"
    r"|i (?:will|shall) no longer be (?:the|your|our) (?:focal|contact|liaison)|i (?:will be|am) leaving (?:the|my"
    r"|this))",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:en (?:su|mi) (?:lugar|reemplazo|sustituci[oó]n)|(?:la|lo|le|me) (?:sustituye|sustituir[aá]"
    r"|sustituy[oó]|re?emplaza|re?emplazar[aá]|releva|relevar[aá]|sucede|suceder[aá])"
    r"|(?:su|mi) (?:sucesora?|re?emplazo|sustitut[oa]|relevo)"
    r"|(?:ha sido|fue|es|ser[aá]) (?:sustituid|re?emplazad|relevad)[oa] por|(?:has been|is|was|will be) (?:replaced"
    r"|succeeded) by|(?:his|her|their|my) (?:successor|replacement)|in (?:his|her|their|my) (?:place|stead)"
    r"|asum(?:e|i[oó]|ir[aá]) (?:el|su|dicho) (?:cargo|puesto)|(?:ocupa|ocupar[aá]) su (?:lugar|cargo|puesto))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:hasta (?:tanto|que)|mientras|en cuanto|cuando|una vez|oportunamente|until|while|once|when|soon)\b",
    re.I,
)  # "hasta tanto se designe a su reemplazo"
_TAKES_OVER = re.compile(
    r"\b(?:(?:ha )?asum(?:e|i[oó]|ir[aá]|ido) (?:ahora )?(?:el|su|sus|la|las|dich[oa]s?) (?:cargo|puesto|lugar"
    r"|funciones)"
    r"|(?:ocupa|ocupar[aá]) (?:ahora )?(?:su|el) (?:lugar|cargo|puesto)|queda(?:r[aá])? en su lugar"
    r"|(?:takes|took|has taken|will take) over)\b",
    re.IGNORECASE,
)
REPLACES = re.compile(
    r"\b(?:sustituy[eó]|sustituir[aá]|re?emplaz(?:a|[oó]|ar[aá])|relev(?:a|[oó]|ar[aá])"
    r"|ha (?:sustituido|re?emplazado|relevado)) a(?=l?\s)"
    r"|\ben (?:sustituci[oó]n|re?emplazo|relevo|lugar) del?\b"
    r"|(?<!been )(?<!was )(?<!is )(?<!be )\b(?:replace[sd](?! by)|will replace|replacing|in place of|succeed(?:s"
    r"|ed))\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\b(?P<label>(?:tel[eé]fono|celular|m[oó]vil|fax|correo(?: electr[oó]nico)?|e-?mail))(?: \w+)? (?:de|del"
    r"|de la)\s+$",
    re.I,
)  # "el correo de la Licda. Ana Prueba es …"
_WHOM = (  # words between such a verb and the person: of the list and of the person, of no other thing
    r"\b(?:,?\s+(?:de|del|en|al?|la|el|los|las|su|nuestr[oa]|list(?:a|ado)|directorio|contactos?|registro|base|datos|grupo"
    r"|red|como|en copia|mi|con|punto|focal|suplente|altern[oa]|enlace|persona|funcionari[oa]|señora?|compañer[oa]"
    r"|colega|anterior|actual|nuev[oa]"
    r"|the|list|from|to|our|my|of|former|new|contact|colleague|mr|ms))*\s*$"
)
_AS_CONTACT = re.compile(r"\bas (?:an? |our |the )?contact\b", re.IGNORECASE)
_TAKEN_OFF = re.compile(
    r"\b(?:retir(?:ar|en?)|elimin(?:ar|en?)|quit(?:ar|en?)|exclu(?:ir|yan?)|suprim(?:ir|an?)|borr(?:ar|en?)"
    r"|d(?:ar|en) de baja"
    r"|baja|retiro|remove|delete|drop|strike|take off|removal)" + _WHOM,
    re.IGNORECASE,
)
_PUT_ON = re.compile(
    r"\b(?:agreg(?:ar|uen?|o|amos)|inclu(?:yo|imos)|pon(?:er|gan)|inclu(?:ir|yan?)|añad(?:ir|an?)|incorpor(?:ar"
    r"|en?)|d(?:ar|en) de alta|registr(?:ar"
    r"|en?)|inscrib(?:ir|an?)"
    r"|alta|inclusi[oó]n|incorporaci[oó]n|add|include)" + _WHOM,
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:(?:ha|han|hemos|he|se|fue) )*(?:sido )?(?:design|nombr|acredit)(?:a|o|ó|amos|ad[oa]|an)\b|"
    r"\b(?:have |has |hereby )*(?:designate|appoint|nominate)[sd]?\b",
    re.I,
)
_BY_SURNAME = re.compile(r"(?<!\w)(?P<title>[^\W\d_]{1,8}\.?) (?P<name>[A-ZÀ-Þ][\w'’-]+),?\s*$")  # "Ms. Sample"
_THEY_REPLACE = re.compile(
    r"^(?:(?:he|she|they|[eé]l|ella)\s+)?(?:replaces|succeeds|will replace|sustituye a|re?emplaza a|releva a)\b",
    re.IGNORECASE,
)
_HANDLES = re.compile(
    r"\b(?:quien (?:es quien )?(?:lleva|atiende|maneja|ve el|tiene a su cargo)|que es quien (?:lleva|atiende|maneja)"
    r"|quien es (?:el|la) (?:punto focal|encargad[oa]|responsable)|who (?:handles|deals with|is responsible))",
    re.IGNORECASE,
)
_WRITE_TO = re.compile(
    r"\b(?:dirigir|dirijan|enviar|env[ií]en|remitir|remitan|comunicarse|contactar|escribir|coordinar|contact|write|direct)\b"
    r"[^.;]{0,60}$",
    re.I,
)
_VALUE_IS = re.compile(
    r"[^\d@]*?\s(?:(?:ahora )?es|is|debe ser|cambi[oó] a)(?: ahora)?(?: el)?\s+(?=[+(\d]|\S+@)", re.I
)
_COMING = re.compile(
    r"\b(?:(?<!seguir[aá] )(?<!contin[uú]a )(?<!continuar[aá] )particip|asist|seminari|taller|reuni[oó]n|curso|delegaci"
    r"|attend|workshop|meeting)",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"^(?:(?:[uú]nicamente|s[oó]lo|solamente|favor|por|please|only|de|actuali\w+|cambi\w+|corregir|modifi\w+|update"
    r"|change|correct)\s+)*(?:sus?|his|her|their|él|el(?= (?:ser[aá]|est[aá]|pued|atend|fung))|ella|he|she)\b"
    r"|\b(?:escribirle|contactarl[oa]|llamarle|localizarl[oa]|ubicarl[oa]"
    r"|(?:se )?(?:le|lo|la) (?:puede[ns]?|podr[aá]n?) (?:localizar|ubicar|contactar|llamar|escribir|encontrar)"
    r"|(?:can|may) be (?:reached|contacted)|reach (?:him|her|them)|quien (?:puede|podr[aá]) ser"
    r"|(?:sus?|his|her|their) (?:tel|cel|corr|m[oó]vil|fax|e-?mail|phone|mobile|number))",
    re.I,
)
_LABELLED = re.compile(
    r"(?:el |la )?(?:tel[eé]fono|tel|celular|cel|m[oó]vil|fax|correo|e-?mail|phone|mobile)\b"
    r"|(?:direcci[oó]n|address|office|oficina|direct\w?|cell|blackberry|work|pbx)\s*:",
    re.IGNORECASE,
)  # a sentence of labels and values, behind one of a person
_CUES = re.compile(
    "|".join(each.pattern for each in (_LEAVES, _I_LEAVE, _INSTEAD, _TAKES_OVER, REPLACES, _NAMED, _HANDLES))
    + r"|\b(?:retir|elimin|quit|exclu|suprim|borr|agreg|inclu|añad|incorpor|registr|inscrib|remove|delete|drop"
    r"|strike|take off|add|baja|alta)"
    + "|encargad[oa]|responsable|(?:punto|persona) (?:focal|de)|puntos focales|focal point"
    + r"|cambiar? a|sustitu[iy]|re?empla[zc]|replac|substitute|enlace|contacto|suplente|alterno|alterna"
    + r"|on behalf of|en nombre de|de parte de|por encargo de|cambi[oó] de|changed|alternate|contact point"
    + r"|(?:tel[eé]fono|celular|fax|correo)(?: \w+)? (?:del?|de la) ",
    re.IGNORECASE,
)
_GIVES_DATA = re.compile(r"@|\d{3}")
_MOST = 2_000  # characters of a line
_MOST_OTHER_WORDS = 15
_TOLD_ROLES = {"focal-point", "alternate"}  # "persona de contacto" says no more than that
_MOST_PERSONS = 12  # of a clause
_PAIR = 2  # who comes and who leaves


@dataclass(frozen=True, slots=True)
class Told:
    """One person a sentence tells of.

    ``change`` is leave, new or ""; ``reach`` are the words of the clause behind the name.
    """

    run: Run
    line: int
    said: str
    change: str = ""
    role: str = ""
    replaces: str = ""
    reach: str = ""
    succeeded: bool = False  # who comes instead is said elsewhere
    presented: bool = False  # "la Licda. X es Directora de Visas": of the list where it says how to reach her
    wished: bool = False  # "favor retirar a …": what is to be done with the list, no news of the person


def persons_told(loose: Sequence[Loose]) -> tuple[Told, ...]:
    """Return whom the sentences tell of, in order; each person once."""
    told: list[Told] = []
    for line in loose:
        text = line.text[:_MOST]
        if not _has_cue(text):
            continue
        for clause in clauses(text):
            without, ahead, data = without_data_between(clause)
            _take(told, without, line.line)
            if data:
                _given_data(told, ahead, data)
    if len(told) == 1 and told[0].change == "leave" and (run := moved_but_stays(told[0].run, told[0].said, loose)):
        told = [replace(told[0], run=run, change="")]
    told = [replace(each, run=with_their_post(each.run, each.reach)) for each in told]
    told = [each for each in told if not each.presented or _GIVES_DATA.search(each.reach) or told_post(each.reach)]
    if told and all(each.wished for each in told) and _words_beside(loose, told) > _MOST_OTHER_WORDS:
        return ()  # the whole is for a person to read
    return tuple(told)


@remembered
def _has_cue(text: str) -> bool:
    return _CUES.search(text) is not None or IS_POST.search(text) is not None


def _given_data(told: list[Told], ahead: str, data: str) -> None:
    """Give the data that stood between a name and its verb to the one whose name it was."""
    for place, each in enumerate(told):
        if each.run.name and ahead.rstrip(" ,").endswith(each.run.name) and each.change != "leave":
            told[place] = replace(each, reach=f"{each.reach} ({data})")


def _words_beside(loose: Sequence[Loose], told: Sequence[Told]) -> int:
    """Count the words of the sentences that tell of nobody, courtesies apart."""
    said = {each.said for each in told}
    sentences = [clause for line in loose for clause in clauses(line.text[:_MOST]) if is_sentence(clause)]
    return sum(len(each.split()) for each in sentences if each not in said and not is_courtesy(each))


def _take(told: list[Told], clause: str, line: int) -> None:
    persons = persons_in(clause)
    found = [] if _COMING.search(clause) or "?" in clause else list(_of_clause(clause, persons, line, _leaver(told)))
    _succeeded(told, clause, found)
    if told and len(persons) == 1 and told[-1].change in {"", "new"} and _THEY_REPLACE.match(clause):
        told[-1] = replace(told[-1], change="new", replaces=told[-1].replaces or persons[0].name)
        found = [each for each in found if _LEAVES.search(clause)]  # "she replaces Ana Prueba, who has retired"
    names = {each.run.name for each in told}
    told += [each for each in found if each.run.name not in names or not each.run.name]
    if told and not persons and told[-1].change == "leave" and _INSTEAD.search(clause) and not _NOT_YET.search(clause):
        told[-1] = replace(told[-1], succeeded=True)
    persons = () if tells_their_post(clause) else persons  # "Western Hemisphere Affairs" is nobody
    theirs = (not persons and _THEIRS.search(clause)) or _LABELLED.match(clause)
    if told and not found and theirs:
        place = next((place for place in reversed(range(len(told))) if told[place].change != "leave"), None)
        if place is not None:
            last = told[place]
            role = last.role or role_of(clause)
            told[place] = replace(last, reach=f"{last.reach} {clause}", role=role)


def _succeeded(told: list[Told], clause: str, found: Sequence[Told]) -> None:
    """Let "la abogada Prueba sustituye al Lic. Ensayo" be said of the Prueba told of before."""
    verb = REPLACES.search(clause)
    if not told or len(found) != 1 or found[0].change != "leave" or verb is None or found[0].run.start < verb.end():
        return
    ahead = {word.strip(",.;") for word in clause[: verb.start()].split()}
    meant = [place for place, each in enumerate(told) if each.change != "leave" and ahead & set(each.run.name.split())]
    if len(meant) == 1:
        told[meant[0]] = replace(told[meant[0]], change="new", replaces=found[0].run.name)


def _leaver(told: Sequence[Told]) -> str:
    return next((each.run.name for each in reversed(told) if each.change == "leave"), "")


def _of_clause(clause: str, persons: Sequence[Run], line: int, leaver: str) -> Iterator[Told]:
    """Yield whom one clause tells of: who leaves stands before the verb, who comes instead behind it."""
    leaves = _LEAVES.search(clause)
    before = [each for each in persons if leaves and each.start < leaves.start()]
    surname = _BY_SURNAME.search(clause[: leaves.start()]) if leaves and not before else None
    if surname and is_title(surname["title"]):
        before = [Run(surname["title"], surname["name"], surname.start(), surname.end())]
    if leaves and len(before) == 1:
        replaced = REPLACES.search(clause)
        yield Told(before[0], line, clause, "leave", succeeded=bool(replaced and replaced.start() < before[0].start))
        leaver = before[0].name
    elif leaves is None and not persons and _I_LEAVE.search(clause):
        yield Told(Run(), line, clause, "leave")
    rest = [each for each in persons if each not in before][:_MOST_PERSONS]
    if are_exchanged(clause, rest):
        yield Told(rest[0], line, clause, "leave", succeeded=True, wished=True)
        reach = clause[rest[1].start + len(rest[1].name) :]
        yield Told(rest[1], line, clause, "new", replaces=rest[0].name, reach=reach, wished=True)
        return
    if len(rest) > 1 and FOCAL_POINTS.search(clause):
        yield from (Told(each, line, clause, role="focal-point") for each in rest)
        return
    for place in range(len(rest)):
        yield from _comes(clause, rest, place, line, leaver)


def _comes(clause: str, rest: Sequence[Run], place: int, line: int, leaver: str) -> Iterator[Told]:
    """Yield a person who comes in another's place, or is named for a role."""
    person = with_office(clause, rest[place])
    person = person if person.institution else replace(person, institution=office_ahead(clause[: person.start]))
    end = rest[place + 1].start if place + 1 < len(rest) else len(clause)
    ahead = clause[rest[place - 1].end if place else 0 : person.start]
    behind = clause[person.end : end]
    said = Told(person, line, clause, reach=clause[person.start + len(person.name) : end])
    replaced = REPLACES.search(clause)
    old = next((each.name for each in rest if replaced and each.start > replaced.start()), "")
    if replaced and old == person.name and len(rest) <= _PAIR:
        yield replace(said, change="leave", reach="", succeeded=True)
    elif replaced and old and len(rest) == _PAIR:
        yield replace(said, change="new", replaces=old, role=role_of(clause))
    elif _TAKEN_OFF.search(ahead):
        yield replace(said, change="leave", reach=bracketed(said.reach), wished=True)
    elif _PUT_ON.search(ahead):
        as_role = AS_ROLE.search(ahead)
        as_what = role_of(said.reach) or (role_at(as_role) if as_role else "")
        as_what = as_what or ("contact" if _AS_CONTACT.search(said.reach) else "")
        yield replace(said, change="new", role=as_what, wished=True)
    elif (named := _OF_WHOM.search(ahead)) and _VALUE_IS.match(said.reach):
        yield replace(said, reach=f"{named['label']} {_VALUE_IS.sub('', said.reach)}")
    elif of_several := _of_several(behind, ahead, place) if len(rest) > 1 else None:
        yield replace(said, role=role_at(of_several))
    elif len(rest) > 1 and not holder(ahead):
        return
    elif (_INSTEAD.search(ahead) and not _NOT_YET.search(ahead)) or _TAKES_OVER.search(behind):
        yield replace(said, change="new", replaces=leaver, role=role_of(behind) or holder(ahead))
    elif role := holder(ahead) or (_NAMED.search(ahead) and role_of(clause)):
        yield replace(said, role=role, change="new" if JOINS.search(ahead) else "")
    elif person.position and not rest[place].position:
        as_role = AS_ROLE.search(behind)
        yield replace(said, role=role_word(as_role["role"]) if as_role else "")
    elif told := moved(clause, rest[place]) if len(rest) == 1 else None:
        yield replace(said, run=told, role=role_of(clause) if AS_ROLE.search(clause) else "")
    elif len(rest) == 1 and writes_for(ahead):
        yield replace(said, presented=True)
    elif len(rest) == 1 and (is_post := IS_POST.match(clause, rest[place].end)) and post_at(clause[is_post.end() :]):
        yield replace(said, run=replace(person, position=post_at(clause[is_post.end() :])), presented=True)
    elif found := IS_ROLE.search(clause[person.end :].lstrip(" ,")) or IS_ROLE.search(behind):
        yield replace(said, role=role_at(found), change="new" if found["joins"] else "")
    elif (_HANDLES.search(behind) or (leaver and _WRITE_TO.search(ahead))) and len(rest) == 1:
        yield said


def _of_several(behind: str, ahead: str, place: int) -> re.Match[str] | None:
    """Where the role of one of several people stands: behind the name, or without a verb once another's was told."""
    alone = (ROLE_ALONE.match(behind) or HOLDER_ALONE.match(ahead)) if place else None
    return IS_ROLE.match(behind.lstrip(" ,")) or alone


def entries_told(told: Sequence[Told], labels: Labels, known: Known) -> list[Entry]:
    """Return one entry of doubts for each person told of."""
    real = (each for each in told if each.change != "leave" or each.wished or not is_only_away(each.said))
    return [entry for each in real if (entry := _entry(each, labels, known)).doubts]


def _entry(told: Told, labels: Labels, known: Known) -> Entry:
    doubts: dict[str, Doubt] = {}
    for each in doubts_of(told, labels, known):
        doubts.setdefault(each.field, each)
    required = () if told.change == "leave" else tuple(e.id for e in labels.form.fields if e.required)
    return Entry(labels.form.id, {}, tuple(each for each in required if each not in doubts), tuple(doubts.values()))


def doubts_of(told: Told, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield what a sentence tells of a person, field by field, each to be asked."""
    run, leaves = told.run, told.change == "leave"
    words = {"title": run.title, "name": run.name, "position": "" if leaves else run.position}
    words |= {} if leaves else {"institution": run.institution, "unit": run.unit, "replaces": told.replaces}
    for field in labels.form.fields:
        if field.id == "change" and told.change:
            yield Doubt(field.id, told.said, OF_A_PERSON, told.line, told.change, one_reading=True)
        elif field.id == "role" and told.role in _TOLD_ROLES | ({"contact"} if told.wished else set()) and not leaves:
            yield Doubt(field.id, told.said, OF_A_PERSON, told.line, told.role, one_reading=True)
        elif words.get(field.id):
            yield from _proposed(field, words[field.id], told, known, sure=field.id != "position" or run.sure)
    reach = dict(reached(told.reach, labels))
    yield from extension_told(told.reach, told.line, labels.form, reach)
    for field in labels.form.fields:
        if reach.get(field.id):
            yield from _proposed(field, reach[field.id], told, known)


def _proposed(field: Field, words: str, told: Told, known: Known, *, sure: bool = True) -> Iterator[Doubt]:
    if same_as(words) is not None:
        yield Doubt(field.id, words, POINTS_ELSEWHERE, told.line)
        return
    read = read_value(field, words, told.line, known)
    if isinstance(read, FieldValue) and read.value:
        yield Doubt(field.id, words, OF_A_PERSON, told.line, read.value, one_reading=sure)
    elif isinstance(read, Doubt):
        yield replace(read, one_reading=False)
