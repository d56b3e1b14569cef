"""What sentences tell of somebody's post: assumed, changed with the ministry, or "su nuevo cargo es …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.offices_at import office_at
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.persons.roles import ROLE
from mailbot.core.forms.persons.runs import Run, persons_in

_OFFICE = re.compile(
    r",?\s+(?:quien )?(?:ha )?(?:asum(?:e|i[oó]|ir[aá]|ido)|ocupa(?:r[aá])?) (?:ahora )?(?:el|su) (?:cargo|puesto)"
    r" de\s+(?:(?:el|la)\s+)?"
    r"|,?\s+(?:who )?(?:has been|was|is) (?:recently |now |newly )?(?:appointed|named|promoted)"
    r"(?: to(?: the (?:post|position) of)?| as)?\s+(?:(?:the|our|a)\s+)?"
    r"|,?\s+(?:quien )?(?:ha sido|fue) (?:recientemente )?(?:nombrad|designad|ascendid)[oa]"
    r"(?: como| al cargo de| en el cargo de| a)?\s+(?:(?:el|la)\s+)?",
    re.IGNORECASE,
)
_OFFICE_AHEAD = re.compile(
    r"\b(?:(?:(?:ocupa|asum(?:e|i[oó]|ir[aá])|ocupar[aá]|desempeña(?:r[aá])?|ejerce(?:r[aá])?) (?:ahora |actualmente )?"
    r"(?:el|su|dicho) (?:cargo|puesto) de|(?:asum(?:e|i[oó])|queda|funge|ingres[aó]|(?:fue|ha sido) (?:nombrad"
    r"|designad)[oa]|se (?:nombr[oó]|design[oó])) como) (?:(?:el|la) )?(?P<taken>[^,;:.@\d()]{3,90}?)"
    r"|(?:el|the) (?:cargo|puesto|post|position) (?:de|of) (?:(?:el|la) )?(?P<held>[^,;:.@\d()]{3,90}?),? (?:lo|is now"
    r"|is) (?:ocupa|asum(?:e|i[oó]|ir[aá])|ocupar[aá]|desempeña|ejerce|held by|filled by)(?: ahora| desde ahora)?)"
    r"\s(?:(?:al?|el|la|the)\s){0,2}$",
    re.IGNORECASE,
)  # "ocupa el cargo de Subdirector el Lic. …", "el cargo de Subdirector lo ocupa …"
_SERVES = (
    r"(?:(?:ahora|actualmente|now|currently|s?he)\s+){0,2}"
    r"(?:se desempeña como|(?:labora|trabaja|funge) como|ocupa el cargo de|es|(?:serves|works) as|is(?: now)?)"
    r"\s+(?:(?:la|el|the)\s+)?"
)
_MOVED = re.compile(
    r",?\s+(?:quien |who )?(?:ha cambiado|cambi[oó]|(?:has )?changed)(?: de)? "
    r"(?:adscripci[oó]n|ministerio|instituci[oó]n|dependencia|secretar[ií]a|oficina|cargo|puesto|ministr(?:y|ies)"
    r"|departments?|agenc(?:y|ies)|offices?|positions?|jobs?)\b[:;,]?\s+(?:(?:y|and)\s+)?"
    r"(?:(?:desde|a partir del?|since|as of|from)\s[^,:;.]{2,30}?,?\s+)?" + _SERVES,
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\s(?:en|del?|at|in|of|with)(?: (?:la|el|the))?\s+(?=[A-ZÀ-Þ])")
_TRANSFERRED = re.compile(
    r",?\s+(?:quien |who )?(?:has (?:now |recently )?(?:moved|transferred|been transferred)"
    r"|(?:fue|ha sido) trasladad[oa]|se traslad[oó])\s+(?:to|al?)(?: (?:la|el|the))?\s+",
    re.IGNORECASE,
)
_WHERE = re.compile(r",?\s+(?:where|donde|y|and)\s+" + _SERVES, re.IGNORECASE)
_STAYS = re.compile(
    r"\b(?:seguir[aá]|continuar[aá]|contin[uú]a|permanecer[aá]|remains|will (?:remain|continue|stay)|continues"
    r"|sus nuevos (?:datos|tel\w+|n[uú]meros)"
    r"|(?:her|his) new (?:contact )?(?:details|data|information|phone|telephone))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:sucesor|successor|re?emplaz|replac|sustitu|retir|elimin|remov|delet|baja\b|ya no|no longer|vacan)",
    re.IGNORECASE,
)
_LONGEST, _MOST_LINES = 2_000, 60  # characters of a line, lines of a letter
_WRITES_FOR = re.compile(
    r"\b(?:on behalf of|for my colleague|at the request of|(?:on|upon|under|following) (?:the )?instructions?"
    r" (?:of|from)"
    r"|(?:en|a) nombre del?|en representaci[oó]n del?|de parte del?"
    r"|(?:por|a|siguiendo|conforme a) (?:las )?(?:encargo|instrucci[oó]n(?:es)?|indicaci[oó]n(?:es)?|solicitud|pedido"
    r"|petici[oó]n|orden|[oó]rdenes) del?)"
    r"(?: (?:la|el|mi|my|our|the|nuestr[oa]|colega|colleague|compañer[oa]|señora?))*"
    r"(?:\s(?P<post>[^,.;:@\d()]{3,80}))?,?\s*(?:(?:la|el|the)\s+)?$",
    re.IGNORECASE,
)
_ON_ORDERS = re.compile(
    r"\W*(?:(?:(?:muy )?(?:cort[eé]s|atenta|respetuosa)mente|con (?:mucho )?gusto),? (?:y )?)?"
    r"(?:(?:por|siguiendo) (?:las )?(?:instrucci[oó]n(?:es)?|[oó]rden(?:es)?|indicaci[oó]n(?:es)?)"
    r"|por (?:encargo|disposici[oó]n)|a (?:solicitud|pedido|petici[oó]n)|on behalf|at the request"
    r"|(?:on|following) (?:the )?instructions?)\b(?:[^.;:]|(?<=\b(?-i:[A-Z][a-z]))\."
    r"|(?<=\b(?-i:[A-Z][a-z]{2}))\.|(?<=\b(?-i:[A-Z][a-z]{4}))\.){0,200}?,?\s"
    r"(?=(?:les?|me|se|nos|tengo|hago|comunic[oa]\w*|inform[oae]\w*|remit[oi]\w*|i|we|please|this is)\s)",
    re.IGNORECASE,
)
_FORMERLY = re.compile(
    r"(?:,\s|\s?\()(?:(?:quien|que|who) (?:(?:hasta (?:ahora|hoy|la fecha|esta fecha|el momento)|anteriormente"
    r"|until (?:now|recently)|previously|formerly),? )?(?:era|fue|was|ha sido|(?:ven[ií]a|hab[ií]a venido)"
    r" (?:siendo|fungiendo|desempeñ[aá]ndose|actuando|sirviendo)|(?:fung[ií]a|actuaba|serv[ií]a|se desempeñaba) como"
    r"|hab[ií]a (?:sido|(?:fungido|actuado|servido) como)|ha[sd] been|used to be|(?:served|acted) as)|hasta"
    r" (?:ahora|hoy|la fecha|esta fecha|el momento|hace poco)|until (?:now|recently)|up to now|formerly|previously"
    r"|anteriormente"
    rf"|antes|so far),?\s[^,;().]{{0,40}}?{ROLE}[^,;().]{{0,40}}[,)]\s?"
    r"|,\s(?P<stood_in>(?:quien|que) (?:me|nos) (?:ha )?(?:cubr|supl|sustitu|re?emplaz|relev)\w+"
    r"|who (?:(?:has|had|have) )?(?:(?:acted|stood|filled|sat|stepped) in|(?:covered|substituted|deputised|deputized"
    r"|filled|replaced|acted)(?: for)?(?= (?:me|us)\b))\b)[^,;().]{0,80},(?=\s)"
    r"|\s(?P<ceases>deja de ser|dejar[aá] de ser|ceases to be|stops being)\s[^,;().]{0,20}?"
    + ROLE.replace("?P<role>", "?:")
    + r"\s(?:y|para|and|to)\s(?=pas|ser|asum|be|will|act)"
    + r"|\s(?P<passes>(?:pas(?:a|[oó]|ar[aá])|ha pasado) de(?: ser)?|(?:goes|moves|will (?:go|move)|has (?:gone|moved)"
    r"|moved|went) from(?: being)?)\s[^,;().]{0,20}?"
    + ROLE.replace("?P<role>", "?:")
    + r"(?: (?:altern[oa]|suplente))?\s(?:al?|to)(?: (?:ser|be))?(?=\s)"
    + r"|,?\s(?P<likewise>de|from)(?: (?:ser|being))?\s"  # "y la Licda. X, de alterna a punto focal"
    + ROLE.replace("?P<role>", "?:")
    + r"\s(?:al?|to)(?: (?:ser|be))?(?=\s(?:(?:el|la|the)\s)?"
    + ROLE.replace("?P<role>", "?:")
    + r")",
    re.IGNORECASE,
)
_ROLE_BARE = ROLE.replace("?P<role>", "?:")
_NO_MORE_BUT = re.compile(  # "ya no es el punto focal; ahora es la alterna"
    rf"\b(?:ya no es|(?:is|are) no longer)\s(?:(?:el|la|su|nuestr[oa]|un|una|the|our|your|a)\s)?{_ROLE_BARE}"
    rf"[^.;,@\d()]{{0,60}}?[,;.]?\s(?:(?:y|and|but|pero)\s)?(?:(?:he|she|ella|[eé]l|quien|who)\s)?"
    r"(?:sino(?: que)?(?: (?:ahora )?(?:es|ser[aá]|pasa a ser))?|but|(?:(?:ahora|now|en adelante)\s)?(?:es|ser[aá]"
    r"|queda(?:r[aá])?|fung(?:e|ir[aá])|act[uú]a(?:r[aá])?|pasa(?:r[aá])? a(?: ser)?|is|will be|becomes|stays|remains"
    r"|serves|acts|contin[uú]a|seguir[aá]|continues)(?: now| ahora)?)\s"
    rf"(?=(?:(?:como|as|on as|siendo|el|la|un|una|su|nuestr[oa]|nuev[oa]|the|our|your|an?|new)\s){{0,3}}{_ROLE_BARE})",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:agrade[cz]\w+|gracias|thank\w*|salud(?:o|amos|ar)|felicit\w+|congratul\w+)\b", re.IGNORECASE
)
_OF_THEIRS = re.compile(r"\b(?:sus?|his|her|their|de (?:él|ella))\b", re.IGNORECASE)
_OF_MINE = re.compile(r"\b(?:mis?|my)\s(?!jef|boss|colleg|colega|compañer|supervis)", re.IGNORECASE)
_POST_OF = re.compile(
    r"\b(?:cargo|puesto|position|title)(?: (?!de\b|del\b|of\b)\w+)?(?: del?| de la| of)(?: \w+){0,3}\s*$", re.IGNORECASE
)
_POST_IS = re.compile(
    r"\s+(?:(?:ahora|actualmente|now|currently)\s)?(?:es|ser[aá]|pas(?:a|[oó]|ar[aá]) a ser|(?:ha )?cambi(?:ó|ado) al?"
    r"|debe (?:ser|decir)|is|will be|has changed to|should (?:be|read))(?:\s(?:ahora|actualmente|now|currently))?\s+"
    r"(?:(?:el|la|the|de)\s+){0,2}",
    re.IGNORECASE,
)
_TO_POST = re.compile(r"\s+(?:al?|por|to)\s+(?:(?:el|la|the|de)\s+)?", re.IGNORECASE)  # behind "cambiar el cargo de …"
_CHANGES = re.compile(
    r"\b(?:cambi|actualiz|corr[ei]g|modific|chang|updat|correct)\w*\s(?:el |la |the |her |his )?(?:cargo|puesto"
    r"|position|title)\b",
    re.IGNORECASE,
)
_HAS_POST = re.compile(
    r",?\s(?:tiene|ocupa|has)\s(?:ahora |now )?(?:un |una |a )?(?:nuev[oa]|new)\s(?:cargo|puesto|position|(?:job"
    r" )?title|post)"
    r"(?:\s?[:,]|\s(?:de|as|of))?\s+",
    re.IGNORECASE,
)  # "La Licda. Ana Prueba tiene nuevo cargo: …"
_THEIR = re.compile(
    r"['’]s?\s(?:(?:new|current|correct|actual)\s)?(?:job |(?:tele)?phone )?(?P<what>title|position|post|extension)\b",
    re.IGNORECASE,
)
_EXTENSION_OF = re.compile(
    r"\bextensi[oó]n(?: (?!de\b|del\b|of\b)\w+)?(?: del?| de la| of)(?: \w+){0,3}\s*$", re.IGNORECASE
)
_DIGITS = re.compile(r"#?(?P<extension>\d{1,6})\b(?![-.]?\d|\s?\d{3})")
_THEIR_POST = re.compile(
    r"\b(?:su|his|her|their)(?: (?:nuevo|new|actual|current|correct|right|full))? (?:cargo|puesto|title|job title"
    r"|position|post)(?: (?:correcto|actual|nuevo|completo|exacto|oficial))?"
    r" (?:(?:ahora|now) )?(?:es|is|pas[oó] a ser|ser[aá]|will be)(?: (?:ahora|now))?(?: (?:la|el|the|de))*\s+"
    r"|\b(?:he|she|[eé]l|ella) (?:is|es|(?:works|serves) as|(?:trabaja|labora|se desempeña) como)"
    r"(?: (?:now|currently|presently|ahora|actualmente))?(?: (?:an?|the|our|el|la|una?|nuestr[oa]))?\s+"
    r"(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)


def with_office(clause: str, person: Run) -> Run:
    """Return a person with the post of "asumió el cargo de Directora de Fronteras" behind the name, or ahead of it."""
    found = _OFFICE.match(clause, person.end) if not person.position else None
    post = post_at(clause[found.end() :]) if found else ""
    if not post and not person.position and (ahead := _OFFICE_AHEAD.search(clause[: person.start])):
        said = (ahead["held"] or ahead["taken"]).strip()
        post = said if post_at(said) == said else ""
    return replace(person, position=post) if post else person


def moved(clause: str, person: Run) -> Run | None:
    """Return whom "cambió de adscripción: se desempeña como Directora en la Secretaría de …" tells of, with both."""
    found = _MOVED.match(clause, person.end)
    if found is None:
        return None
    said = clause[found.end() :]
    within = next((each for each in _WITHIN.finditer(said) if office_at(said, each.end())), None)
    post = post_at(said[: within.start()] if within else said)
    office = office_at(said, within.end()) if within else ""
    return replace(person, position=post, institution=office or person.institution) if post else None


def moved_but_stays(person: Run, said: str, loose: Sequence[Loose]) -> Run | None:
    """Return whom "has moved to the Ministry of Labour, where she is Director" tells of, if she stays listed.

    Other words must say that: "she remains our contact", "her new details are"; and nobody takes her place.
    """
    words = " ".join(line.text[:_LONGEST] for line in loose[:_MOST_LINES])
    found = re.search(rf"{re.escape(person.name)}{_TRANSFERRED.pattern}", said, re.IGNORECASE)
    office = office_at(said, found.end()) if found and _STAYS.search(words) and not _ENDS.search(words) else ""
    if found is None or not office:
        return None
    as_what = _WHERE.match(said, found.end() + len(office))
    post = post_at(said[as_what.end() :]) if as_what else ""
    return replace(person, institution=office, position=post)


def writes_for(ahead: str) -> re.Match[str] | None:
    """Find "on behalf of" before a name, "por encargo de la Directora de Visas" with a post between."""
    found = _WRITES_FOR.search(ahead)
    if found is None or _THANKS.search(ahead[: found.start()]):
        return None
    return found if (not found["post"] or post_at(found["post"]) == found["post"].strip()) else None


def without_principal(clause: str) -> str:
    """Leave out for whom one writes where somebody else is told of: "por encargo del Lic. X, les comunico que la …".

    Nor is of interest what somebody was until now: "hasta ahora alterna, pasa a ser el punto focal", nor for whom
    they stood in: "quien me cubrió estos meses, queda como alterno".
    """
    found = _ON_ORDERS.match(clause)
    told = clause[found.end() :] if found and persons_in(clause[found.end() :]) else clause
    return _FORMERLY.sub(_behind_former_role, told)


def with_role_now(text: str) -> str:
    """Return a text in which whose role only is another one does not leave: "ya no es el titular; ahora es …"."""
    return _NO_MORE_BUT.sub("pasa a ser ", text) if "no " in text else text


def _behind_former_role(found: re.Match[str]) -> str:
    if found["stood_in"]:
        return ""  # "Ana Prueba, who acted in my place, stays as alternate"
    if found["passes"] or found["likewise"]:
        return " pasa a ser"  # "pasa de alterno a punto focal"
    return " " if found["ceases"] else ", " if found.group().startswith(",") else " "


def post_ahead(ahead: str) -> str:
    """The post that stands between "on behalf of" and a name, "" for none."""
    found = writes_for(ahead)
    return (found["post"] or "").strip() if found else ""


def data_are_theirs(ahead: str, reach: str) -> bool:
    """Tell whether what is told behind a name is that person's: one writes for somebody, and of one's own telephone."""
    return not writes_for(ahead) or bool(_OF_THEIRS.search(reach) and not _OF_MINE.search(reach))


def told_post(reach: str) -> str:
    """Return the post of "his new title is Senior Advisor", "" for none."""
    found = _THEIR_POST.search(reach)
    return post_at(reach[found.end() :]) if found else ""


def post_told_of(text: str, person: Run) -> str:
    """Return the post of "el cargo de Luis Ensayo ahora es …", "Ana Sample's position is now …"; "" for none."""
    end = text.find(person.name, person.start) + len(person.name)
    told = _HAS_POST.match(text, end) or (_CHANGES.search(text[: person.start]) and _TO_POST.match(text, end))
    named = told.end() if told else _told_of(text, person, _POST_OF)
    return post_at(text[named:]) if named else ""


def extension_told_of(text: str, person: Run) -> str:
    """Return the words of "la extensión de Ana Prueba es la 214", "Ana Sample's extension is 214"; "" for none."""
    named = _told_of(text, person, _EXTENSION_OF)
    found = _DIGITS.match(text, named) if named else None
    return text[person.start : found.end()] if found else ""


def _told_of(text: str, person: Run, ahead: re.Pattern[str]) -> int:
    """Where the value begins that is told of such a thing of somebody; 0 for none."""
    end = text.find(person.name, person.start) + len(person.name)
    their = _THEIR.match(text, end)
    extension = ahead is _EXTENSION_OF
    if their and their["what"].lower().endswith("extension") == extension:
        end = their.end()
    elif not ahead.search(text[: person.start]):
        return 0
    value = _POST_IS.match(text, end)
    return value.end() if value else 0


def tells_their_post(clause: str) -> bool:
    """Tell whether a clause begins with such words: what is in capitals behind them is of the post."""
    return _THEIR_POST.match(clause) is not None and bool(told_post(clause))


def with_their_post(person: Run, reach: str) -> Run:
    """Return a person with the post that is told behind."""
    return person if person.position or not (post := told_post(reach)) else replace(person, position=post)
