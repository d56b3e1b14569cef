"""Whom a sentence speaks of and what it calls them: who leaves, who follows whom, posts, roles, offices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mailbot.core.forms.mentions.person import Person
from mailbot.core.forms.mentions.roles_near import with_roles
from mailbot.core.forms.naming.posts import POST_OPENS
from mailbot.core.forms.naming.ways import plain_letters
from mailbot.core.forms.persons.names_of_offices import is_unit
from mailbot.core.forms.persons.offices_at import office_at
from mailbot.core.forms.persons.parted import offices_of, parted, settled
from mailbot.core.forms.persons.places import is_place
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.persons.runs import JOINS_NOTHING, Run, is_called, person_at, persons_in
from mailbot.core.forms.persons.told_words import LEAVES, in_an_aside
from mailbot.core.forms.persons.verb_first import stays
from mailbot.core.language import fold

_GOES = re.compile(
    r"\W{0,3}(?:[a-z]+ ){0,2}?(?:(?:se (?:fue|va|ira|marcho|traslado|cambio|paso)|fue (?:trasladad|reubicad"
    r"|rotad|asignad|reasignad)[oa]"
    r"|paso|pasa|(?:has |was |is |will be )?(?:gone on|gone|moved|moving|transferred|rotated|seconded"
    r"|reassigned|posted))"
    r"(?: [a-z]+){0,2} (?:a otr[oa]s?|a un[oa]? nuev[oa]|al exterior|to (?:another|a different|a new|other)"
    r"(?! (?:(?:and )?\w+ )?(?:offices?|buildings?|floors?|rooms?|desks?|address)\b))\b"
    r"|(?:ha )?(?:causado|causo|causara) baja|,? ?baja\b|(?:se )?(?:ha |han )?(?:jubil|pension|retir)(?:o|aron"
    r"|ara|aran|ado)\b|renunci(?:o|aron|ara)\b|(?:se )?acogio a (?:su |la )?jubilacion"
    r"|(?:ha )?fallecido|fallecio|passed away|(?:ya )?no (?:sigue|continua|seguira|continuara|esta ya|esta mas"
    r"|labora|trabaja)"
    r"|no longer works?|(?:has |have )?(?:left|leaves|is leaving|was let go|departed|quit|resigned)\b(?! (?:a"
    r"|the phone|for the day))"
    r"|deja(?:ra)? (?:de |el |la |este |esta |su )|took (?:early )?retirement|salio de "
    r"|(?:now|recently|already|ya|hoy|ahora|recien) (?:retired|jubilad[oa]|pensionad[oa]|retirad[oa])\b)"
)
_GOES_AHEAD = re.compile(
    r"\b(?:se (?:retiro|jubilo|marcho|desvinculo|separo)|renuncio|fallecio|ceso|causo baja|dejo (?:el cargo"
    r"|de laborar))(?: [a-z]+){0,6}? (?:el|la|los|las) $"
    r"|\b(?:salen?|causan? baja)(?: (?:el|la|los|las))? $"
    r"|\b(?:retirement|departure|resignation|salida|renuncia|retiro|jubilacion|fallecimiento) (?:of|de|del|de la) $"
)
_FOLLOWS = re.compile(
    r"\b(?:en (?:su )?(?:sustitucion|lugar|reemplazo|remplazo|relevo|vez)(?: suy[oa])?|(?:sustituy|re?emplaz"
    r"|relev)\w+ a"
    r"|(?:lo|la|le) (?:sustituy|re?emplaz|relev|sucede)\w*|sucede a|su (?:puesto|lugar|cargo|plaza|sucesor"
    r"|sucesora|re?emplazo|relevo"
    r"|sustitut[oa])|replac(?:es|ing|ed|ement)|succe(?:eds|eded|eding|ssor)|(?:takes?|took|taken|taking) over"
    r"|step(?:s|ped|ping) in(?:to)?|in place of|instead|(?:his|her|their) (?:place|shoes|role|duties|position"
    r"|post|functions|portfolio)"
    r"|sus (?:funciones|labores|tareas))\b"
)
_OF_LEAVER = re.compile(
    r"\b(?:(?:sustitucion|lugar|re?emplazo|relevo|vez|place|stead) (?:de|del|of)|(?:sustituy|re?emplaz"
    r"|relev)\w+ al?|sucede al?"
    r"|(?:asum\w+(?: ahora)? las (?:funciones|labores|responsabilidades|tareas)|ocupa(?:ra)?(?: ahora)? el (?:puesto"
    r"|cargo))"
    r" (?:de|del)"
    r"|replac(?:es|ed|ing|e)|succeed(?:s|ed|ing)?|over from|in for)(?: (?:de|del|de la|al|a la|a|the|el|la"
    r"|outgoing|former|ex|senora?|senorita|don|dona|companer[oa]|colega|licenciad[oa]|doctora?|ingenier[oa]|abogad[oa]"
    r"|colleague|our|nuestr[oa]|anterior|entonces|previous))*\s(?P<post>[a-z][a-z ]{2,80}\s)?$"
)
_ARTICLES = (
    r"(?: (?:de|now|ahora|still|siempre|todavia|aun|just|nuestr[oa]|our|new|nuev[oa]|actual|current|the"
    r"|el|la|un|una|an?))*\s*$"
)
_POST_CUE = re.compile(
    r"(?:^\W{0,3}\s*|^[^\w]*\([^()]*\)\W*|(?:^|[\s,:(])(?:cargo de|puesto de|plaza de|position of|post of"
    r"|title of|como|as|es|is|sera|seria"
    r"|will be|be|named|appointed(?: as| to)?|promoted to|ocupa|asume|asumio|asumira|holds?|nombrad[oa]|ahora|now"
    r"|(?:promov|ascend)id[oa] (?:a|como)|became|become|made|(?:up|risen) to|pas[oa] a ser|currently|sino|but)|:)"
    + _ARTICLES
)
_OWN_POST = re.compile(
    r"(?:(?:^|[\s,:(])(?:cargo de|puesto de|plaza de|position of|post of|title of|como|as|es|is|soy|am|sera"
    r"|will be|be|become|became|reads?|to|named|siendo"
    r"|appointed|promoted|ocupo|asumo|asumi|hold|nombrad[oa]|nombraron|ahora|now|promovid[oa] a|ascendid[oa] a"
    r"|de mi|sino)|:)" + _ARTICLES
)
_NO_MORE = re.compile(r"\b(?:no|not|no longer|nunca)(?: (?:es|is|sera|soy|sere|am|the|la|el|una?))* $")
_SMALL_POST = re.compile(r"\b(?:como|as(?: an?)?|cargo de|puesto de|position of)\s(?=[a-zà-ÿ])")
_SMALL_ENDS = re.compile(r"[,.;:()]|\s(?:y|and|en|in|at|desde|since|con|with|que|who)\s")
_BEHIND_ITSELF = re.compile(
    r"(?:\s(?:al?|a la)\s(?=Unidad|Oficina|Direcci|Departamento|Ministerio|Secretar|Instituto|Divisi|Secci"
    r"|Gerencia).*|,? (?:on|el|desde(?: el)?|since|effective|from"
    r"|a partir del?|as of|en sustituci[oó]n|en lugar"
    r"|en reemplazo|in place) .*|,? (?:y|and|e)? ?(?:no|not)\b.*|,? (?:y|and|e) [a-zà-ÿ]+(?:ó|é|aron|ieron"
    r"|ed)\b.*|,? (?:sino|but|pero|instead of|en (?:vez|lugar) de|rather than)\b.*)$"
)
_ASIDE = re.compile(
    r"\b(?:his|her|their|my|our|su|mi|nuestr[oa])(?: \w+)? (?:assistant|asistente|secretari[oa]|secretary"
    r"|jef[ea]|boss|supervisor[a]?|colega|colleague"
    r"|ministr[oa]|minister|compañer[oa])\b,?(?: \w+\.)? ?$|\b(?:encargo|instrucci[oó]n(?:es)?|orden|[oó]rdenes"
    r"|indicaci[oó]n(?:es)?|nombre|behalf"
    r"|instructions?|request|pedido|solicitud) (?:del?|de la|of|of the|from)\b[^.;]*$"
    r"|\bparte (?:del?|de la)\b(?:(?!\b(?:es|son|ser[aá]n?|sigue\w*|queda\w*|is|are|will)\b)[^.;])*$",
    re.IGNORECASE,
)
_BEHIND_POST = re.compile(
    r"[,:(]?\s*(?:[a-z]+ ){0,4}(?:es|is|sera|will be|by|ocupa|ocupara|,|:)?(?: (?:el|la|the|mr|ms|a))?[\s,:(]*$"
)
_WITHIN = re.compile(r"\s(?:en|in|at|within|of|del?)(?: (?:la|el|las|los|the|our|nuestr[oa]))?\s+(?=[A-ZÀ-Þ])")
_NO_NAME = frozenset(
    """
    asociados consultores consultoria estudios s.a. cia company associates ltd inc university universidad group grupo
    starting since effective dear january february march april may june july august september october november december
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre salvo
    monday tuesday wednesday thursday friday lunes martes miercoles jueves viernes periferico
    box p.o. departamento direccion unidad seccion oficina
    avenida edificio calle colonia torre plaza ciudad bulevar paseo branch division bureau directorate office unit
    affairs relations services workers programs programmes bilateral multilateral desarrollo humano
    social ministry ministerio secretaria instituto red network
    """.split()
)
_AS_LISTED = re.compile(
    r"\b(?:figura|aparece|sale (?=como)|listed|shown|appears|spelled|spelt|written|escrit[oa]|dice|reads|not|no"
    r"|instead of|rather than|en vez de"
    r"|en lugar de(?=.*(?:nombre|name|apellido)))(?: (?:como|as|es|mi|el|la|nombre|name))*[,:]? [\"“«]?$"
)
_RANK_BEHIND = re.compile(
    r" (?:(?:[a-z]+ )?(?:officer|analyst|director|manager|advis[eo]r|coordinator|specialist|assistant|branch|division"
    r"|directorate|bureau|office|unit|section|service|affairs|relations|policy|street|avenue|road|building))\b"
)
_NAMED_ALONE = re.compile(r"\([A-ZÀ-Þ][^()\d@]{3,60}\)")
_CUT_SHORT = re.compile(
    r"\b(?:la de|el de|de|of) ((?!Ministerio|Direcci|Unidad|Instituto|Secretar|Visas"
    r"|Asuntos)[A-ZÀ-Þ][a-zà-ÿ'’-]+ )$"
)
_AS_POST = re.compile(r",?\s(?:as|como|en el cargo de|en el puesto de)\s(?:(?:the|our|la|el)\s)?(?=[A-ZÀ-Þ])")
_BRACKET = re.compile(r"\([A-ZÀ-Þ][\w.'’-]* $")
_NO_RANK_LAST = re.compile(r"\s(?:del?|as|is|to|of|was|has|como|es)\s")  # "Correo nuevo del Director" is no post
_NEAR = 8  # words between a name and the post
_LED_BY = frozenset("The Our My His Her New El La Nuestro Nuestra Mi Su Nuevo Nueva Un Una".split())
_SECRETARY = re.compile(r"Secretari[oa]\b")
_OF_OFFICE = re.compile(r"^\s(?:of|from|at|de|del)(?: the| la| el)?\s+(?=[A-ZÀ-Þ])")
_WORKS_AT = re.compile(
    r"\b(?:works?|working|trabaja|labora|pas[oó]|moved|joined|adscrit[oa]|is|est[aá])(?: \w+)?,?\s(?:at|in|en"
    r"|al?|to|with)(?: the| la| el)?\s+(?=[A-ZÀ-Þ])"
    r"|,\s(?=(?:Bureau|Office|Direcci[oó]n|Unidad|Departamento)\b)"
)
_GOES_ON = re.compile(r"(?:es|ella|el|she|he|trabaja|labora|ocupa|works|is|y trabaja|su cargo|her title|his title)\b")
_AND_GOES_ON = re.compile(r"\b(?:y|and) (?:trabaja|labora|works|ocupa|se desempena)\b")
_TO_OFFICE = re.compile(
    r"\s(?:a|al|to|ahora en|ahora de|now (?:in|at|with))(?: (?:la|el|las|los|the|our|nuestr[oa]))?\s+(?=[A-ZÀ-Þ])"
)
_IN_OFFICE = re.compile(r"\s(?:en|in|at|with|within)(?: (?:la|el|las|los|the|our|nuestr[oa]))?\s+(?=[A-ZÀ-Þ])")
_MOVES = re.compile(
    r"\b(?:me (?:incorpor|traslad|pas|mov|asign|adscrib|integr|sum)\w+|(?:fui|he sido|soy|estoy|est(?:oy|are)"
    r"|sere|trabajo|laboro|paso|pase)\b"
    r"|(?:ahora|ya) (?:estoy|trabajo|laboro|pertenezco)|pertenezco|adscrit[oa]"
    r"|(?:i|we)(?: have| am|'ve|'m|’ve|’m)?(?: (?:now|been|recently|just))* (?:moved|joined|transferred"
    r"|assigned|rotated|work|working|belong|with|at|in|based)\b"
    r"|my (?:new )?(?:unit|office|department|division|directorate|ministry) |mi (?:nueva )?(?:unidad|oficina"
    r"|direccion|departamento|adscripcion) )"
)


def people_in(sentence: str, line: int) -> list[Person]:
    """Return the persons that a sentence names, with what stands around each name."""
    runs = [
        settled(_whole(sentence, each)) for each in persons_in(sentence) if each.name and _is_somebody(sentence, each)
    ]
    taken = {each.name for each in runs}
    runs += [
        each for each in _in_brackets(sentence) if not any(each.name in name or name in each.name for name in taken)
    ]
    runs.sort(key=lambda each: each.start)
    found: list[Person] = []
    for place, run in enumerate(runs):
        begins = runs[place - 1].end if place else 0
        ends = runs[place + 1].start if place + 1 < len(runs) else len(sentence)
        found.append(_person(sentence, run, sentence[begins : run.start], sentence[run.end : ends], line))
    found = _leaving_in_front(sentence, found)
    return with_roles(sentence, _with_post_behind_all(sentence, _leaving_together(sentence, found)))


def _leaving_in_front(sentence: str, people: Sequence[Person]) -> list[Person]:
    """Let "Luis Ensayo, quien sustituía a Ana Prueba, ya no labora aquí" be said of the one in front of the aside."""
    found = list(people)
    for place, (first, second) in enumerate(pairwise(people)):
        if (
            second.change == "leave"
            and second.tells
            and in_an_aside(sentence, _name_ends(sentence, first), _name_ends(sentence, second))
        ):
            found[place] = replace(first, change="leave", tells=True, values={})
            found[place + 1] = replace(second, change="", tells=False)
    return found


def _with_post_behind_all(sentence: str, people: Sequence[Person]) -> list[Person]:
    """Give the one who comes the post behind the one who left: "has succeeded Mr. Y, now retired, as Director"."""
    stays = [each for each in people if each.change != "leave"]
    if len(stays) != 1 or len(people) < 2 or "position" in stays[0].values:
        return list(people)
    ahead = people[-1].end
    found = _AS_POST.search(sentence, ahead)
    post = post_at(sentence[found.end() :]) if found else ""
    whole = replace(stays[0], values={**stays[0].values, "position": post}) if post else stays[0]
    return [whole if each is stays[0] else each for each in people]


def _name_ends(sentence: str, person: Person) -> int:
    return sentence.find(person.run.name, person.start) + len(person.run.name)


def _leaving_together(sentence: str, people: Sequence[Person]) -> list[Person]:
    """Let "Oscar Inventado y Delmy Ejemplo renunciaron" be said of both."""
    found = list(people)
    for place in range(len(found) - 2, -1, -1):
        joined = re.fullmatch(
            r",?\s(?:y|e|and)\s(?:(?:el|la|the)\s)?", sentence[found[place].end : found[place + 1].start]
        )
        if joined and found[place + 1].change == "leave" and found[place + 1].tells and not found[place].change:
            found[place] = replace(found[place], change="leave", tells=True, values={})
    return found


def _in_brackets(sentence: str) -> list[Run]:
    """The persons named alone in brackets: "2231-0080 (Jacinta Muestra)"."""
    found = ((each, person_at(sentence, each.start() + 1)) for each in _NAMED_ALONE.finditer(sentence))
    return [run for each, run in found if run and run.end >= each.end() - 1 and _is_somebody(sentence, run)]


def _whole(sentence: str, run: Run) -> Run:
    """Return the name with its first word, which a bracket stood before: "la fila 12 (Modesto Ficticio Ejemplo)"."""
    cut = _CUT_SHORT.search(sentence[: run.start])
    if cut and not run.title and not POST_OPENS.match(fold(cut[1])) and is_called(f"{cut[1]}{run.name}"):
        return replace(run, name=f"{cut[1]}{run.name}", start=cut.start(1))
    opened = _BRACKET.search(sentence[: run.start])
    whole = person_at(sentence, opened.start() + 1) if opened and not run.title else None
    return replace(run, title=whole.title, name=whole.name, start=whole.start) if whole else run


def _is_somebody(sentence: str, run: Run) -> bool:
    """Tell whether words in capitals are a name: no street, no office, no post of which they are the beginning."""
    if _ASIDE.search(sentence[: run.start]):
        return False
    if run.title:
        return True
    words = fold(run.name).split()
    if (
        run.name.isupper()
        or _NO_NAME.intersection(words)
        or not is_called(run.name)
        or is_place(run.name)
        or is_unit(run.name)
    ):
        return False
    if _AS_LISTED.search(plain_letters(sentence[: run.start])):
        return False
    return not post_at(sentence[run.start :]) and not _RANK_BEHIND.match(
        plain_letters(sentence[run.start + len(run.name) :])
    )


def _person(sentence: str, run: Run, ahead: str, behind: str, line: int) -> Person:
    before, after = plain_letters(ahead), plain_letters(behind)
    leaves = LEAVES.match(behind.lstrip(" ,")) or _GOES.match(after) or _GOES_AHEAD.search(before)
    leaves = None if leaves and stays(sentence) else leaves
    replaced = _OF_LEAVER.search(before)
    replaced = replaced if replaced and POST_OPENS.match(replaced["post"] or "jefe") else None
    end = run.start + len(run.title) + len(run.name)
    person = Person(run, line, sentence, run.start, end, "leave" if leaves or replaced else "")
    if leaves or replaced:
        return replace(person, tells=bool(leaves))
    post = run.position or post_behind(behind) or post_ahead(ahead)
    post, unit, office = parted(post)
    there = offices_behind(behind) if not (run.unit or run.institution or unit or office) else ("", "")
    values = {
        "position": post,
        "unit": run.unit or unit or there[0],
        "institution": run.institution or office or there[1],
    }
    values = {name: said for name, said in values.items() if said}
    return replace(person, values=values)


def offices_behind(text: str) -> tuple[str, str]:
    """Return the unit and the institution of somebody: "of the Ministry of Labour", "works at the Department of …"."""
    found = [offices_of(text[each.end() :]) for shape in (_OF_OFFICE, _WORKS_AT) for each in shape.finditer(text)]
    return next((unit for unit, _ in found if unit), ""), next((office for _, office in found if office), "")


def offices_behind_post(sentence: str, post: str) -> tuple[str, str]:
    """Return the unit and the institution behind a post and a comma: "I am now Adviser, Bureau of Visas, …"."""
    behind = sentence.partition(post)[2]
    return offices_of(behind[2:]) if behind.startswith(", ") else ("", "")


def of_the_last(sentence: str) -> tuple[str, str, str]:
    """Return the post, the unit and the institution that a sentence without a name tells of whom the last one named."""
    folded = fold(sentence)
    if not (_GOES_ON.match(folded) or _AND_GOES_ON.search(folded)):
        return "", "", ""
    post, unit, office = parted(own_post(sentence))
    there = offices_behind(f" {sentence}") if not (unit or office) else (unit, office)
    return post, *there


def post_behind(text: str) -> str:
    """Return the post told of behind a name: "ocupa el cargo de Directora", "is now Head of Visas"; "" for none."""
    if text.startswith(("'s", "’s")):
        return ""
    posts = ((plain_letters(text[:start]), post) for start, post in _posts(text))
    near = ((ahead, post) for ahead, post in posts if len(ahead.split()) <= _NEAR and not _NO_MORE.search(ahead))
    return next((post for ahead, post in near if _POST_CUE.search(ahead)), "")


def own_post(text: str) -> str:
    """Return the post that writers tell of themselves: "asumí el cargo de Jefa", "as Senior Advisor"; "" for none."""
    posts = ((plain_letters(text[:start]), post) for start, post in _posts(text))
    named = (post for ahead, post in posts if _OWN_POST.search(ahead) and not _NO_MORE.search(ahead))
    return next(named, "") or _post_in_small_letters(text)


def _post_in_small_letters(text: str) -> str:
    """The post of "laboro como asesora legal", "work as a legal adviser", which no capital opens."""
    found = _SMALL_POST.search(text)
    ahead = fold(text[found.end() :]) if found else ""
    return _SMALL_ENDS.split(text[found.end() :], maxsplit=1)[0].strip() if found and POST_OPENS.match(ahead) else ""


def post_ahead(text: str) -> str:
    """Return the post in front of a name: "our new Director General is", "del Director,"; "" for none."""
    for start, post in reversed(list(_posts(text))):
        if _BEHIND_POST.fullmatch(fold(text[start + len(post) :])):
            return post
    return ""


def _posts(text: str) -> Iterator[tuple[int, str]]:
    """Yield where posts begin that a capital opens, with their words."""
    end = 0
    for token in re.finditer(r"(?<![\w.@-])[A-ZÀ-Þ][\w-]+", text[:300]):
        rest = text[token.start() :]
        if token.start() < end or (office_at(rest, 0) and not _SECRETARY.match(rest)) or token.group() in _LED_BY:
            continue
        within = _WITHIN.search(rest)
        post = post_at(rest) or (post_at(rest[: within.start()]) if within else "")
        post = JOINS_NOTHING.sub("", _BEHIND_ITSELF.sub("", post))
        if post and (POST_OPENS.match(fold(post)) or not _NO_RANK_LAST.search(post)):
            end = token.start() + len(post)
            yield token.start(), post


def follows(sentence: str) -> bool:
    """Tell whether a sentence says that somebody comes in another's place."""
    return _FOLLOWS.search(fold(sentence)) is not None


def own_offices(sentence: str) -> tuple[str, str]:
    """Return the unit and the institution that writers say they are in, or move to."""
    if not _MOVES.search(fold(sentence)):
        return "", ""
    found = [
        offices_of(sentence[each.end() :]) for each in (*_TO_OFFICE.finditer(sentence), *_IN_OFFICE.finditer(sentence))
    ]
    return next((unit for unit, _ in found if unit), ""), next((office for _, office in found if office), "")
