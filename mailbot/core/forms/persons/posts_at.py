"""The post that words begin with, and where it ends: "Inspector de Fronteras, mi teléfono es …"."""

from __future__ import annotations

import re
from itertools import pairwise

from mailbot.core.fields import is_title
from mailbot.core.forms.naming.posts import POST_OPENS as _POST
from mailbot.core.forms.naming.posts import is_field_of_post
from mailbot.core.forms.persons.offices_at import INSTITUTION, office_at
from mailbot.core.language import fold

_WORD = re.compile(r"\S+")
_OF_MINISTRY = re.compile(
    r"\s(?:del|de la|en el|en la|of the|at the|in the)\s+(?=(?:Vicem|M)inist(?:erio|ry)\b|Secretar[ií]a de\b"
    r"|Instituto\b"
    r"|Servicio Nacional\b|Procuradur[ií]a\b|Embajada\b|Embassy\b|Direcci[oó]n (?:General|Nacional) de Migraci[oó]n\b)"
    r"|\s(?:at|in|with|within)(?: the)?\s+(?=[A-ZÀ-Þ])"
)
_POST_ENDS = re.compile(
    r"(?:[\w&/'’-]+ ){1,5}(?:officer|analyst|director|manager|advis[eo]r|coordinator|specialist|secretary|attache"
    r"|counsell?or|commissioner|assistant|representative|consultant|chief|inspector|economist|lawyer|clerk)"
    r"(?: (?:i{1,3}|iv|v|[1-5]))?"
)  # English says the rank last: "Foreign Service Officer II"
_VERB_AHEAD = re.compile(r"(?:is|was|as|will|has|the|our|an?|es|now)\s")
_FOR_WHAT = re.compile(r" (for|of|in charge of) (?=(?:the )?[A-ZÀ-Þ])")
_POST_STOPS = re.compile(
    r"[,;()]|\.(?:\s|$)|\s{1,9}(?:y|and)\s+(?:that\s+|que\s+)?(?:mi|my|su|el|la)\b|\s{1,9}mi(?:\s|$)"
)
_LONGEST_POST = 300  # characters behind "my position is" that are looked at
_PREPOSITIONS = frozenset("de del la el los las y e en a al of the and for to".split())
CLAUSE = re.compile(
    r"\s{1,9}(?:(?:a|con|de|por) )?(?:quien|el cual|la cual|que|cuy[oa]|who|which)\b.*"
    r"|\s{1,9}(?:ya no|dej[óoa]|desde|a partir|es|ser[áa]|fue|ha|se|asum\w+|en su|en (?:sustituci[óo]n|lugar)|como"
    r"|queda\w*|is|has|will|(?-i:with(?! (?:the |our )?[A-ZÀ-Þ]))|effective|as (?:of|from)|since|starting"
    r"|(?:in|at) (?:our|this|my)|en (?:est[ea]|nuestr[oa]|mi))\b.*"
    r"|,?\s{1,9}(?:y no|and not|sino|instead of|rather than|en (?:vez|lugar|sustituci[oó]n|reemplazo) de)\b.*"
    r"|\s{1,9}(?:el|on)\s+\d.*|\s{1,9}on\s+(?-i:[A-Z])[a-z]+ \d.*"
    r"|\s{1,9}(?:con |al |su )*(?:tel[eé]fono|tel|correo|celular|cel|fax|e-?mail|phone|mobile)\b.*",
    re.IGNORECASE,
)  # what begins another clause behind a post
_AND_ENDS = re.compile(
    r"\s{1,9}(?:and|y|e)(?:\s{1,9}(?:\w+ed|am|will|have|was|now|hold|work|serve)\b.*)?\s*$|\s{1,9}(?:el|la)\s*$",
    re.IGNORECASE,
)
_MY_POST = re.compile(
    r"\b(?:(?:mi (?:nuevo )?|el )(?:cargo|puesto)(?: (?:actual|correcto|completo|oficial|exacto))? (?:ahora )?es"
    r"(?: ahora)?|me desempeño como|(?:ocupo|asumo|asumí) el cargo de"
    r"|(?:(?:fui|he sido)(?: recientemente| tambi[eé]n)? (?:nombrad|ascendid|promovid|designad)[oa]"
    r"|(?:me (?:han )?|se me )(?:ascend|nombr|promov|design)(?:i[oó]|[oó]|ieron|aron|ido|ado))(?: recientemente)?"
    r"(?: al cargo de| en el cargo de| al?| como)?"
    r"|i(?: have|’ve|'ve)?(?: (?:also|recently|just|now|since)){0,2} (?:been|was)(?: (?:also|recently|just))? "
    r"(?:promoted|appointed|named)"
    r"(?: to(?: the (?:position|post) of)?| as)?"
    r"|(?:el|mi) (?:nuevo )?(?:cargo|puesto) (?:es ahora|ahora es|pas[óo] a ser|(?:ha )?cambi(?:ó|ado) a)"
    r"|(?:ahora|actualmente) (?:soy|funjo como)|i (?:am|['’]m) (?:now|currently)(?: serving as)?|i now (?:serve"
    r"|work) as"
    r"|my (?:new |current )?(?:position|(?:job )?title|post) is(?: now| currently)?)\s+(?:(?:el|la"
    r"|the)\s+)?(?:de\s+)?(?=\S)",
    re.IGNORECASE,
)


def post_at(text: str) -> str:
    """Return the post that a text begins with, "" for none: "Inspector de Fronteras, mi teléfono es …"."""
    part, *more = _POST_STOPS.split(text[:_LONGEST_POST], maxsplit=2)
    part = _AND_ENDS.sub("", CLAUSE.sub("", part)).strip(" .")
    if not _POST.match(fold(part)) and not ends_as_post(part):
        return ""
    field = more[0].strip(" .") if more and text[len(part) :].lstrip(" .")[:1] == "," else ""
    return f"{part}, {field}" if is_field_of_post(field) else part  # "Manager, Labour Affairs"


def own_post(text: str) -> tuple[str, str]:
    """Return the post and the ministry that a writer tells of oneself: "my position is …"; "" for what is not said."""
    post = next((post for found in _MY_POST.finditer(text) if (post := post_at(text[found.end() :]))), "")
    return parted(post)


def ends_as_post(part: str) -> bool:
    """Tell whether words say the rank last, and then for what: "Desk Officer for Mexico and Central America"."""
    if _VERB_AHEAD.match(part):
        return False
    post, joining, _ = _FOR_WHAT.split(part, maxsplit=1) if _FOR_WHAT.search(part) else (part, "", "")
    return bool(_POST_ENDS.fullmatch(fold(post))) and (not joining or part[:1].isupper())


def parted(part: str) -> tuple[str, str]:
    """Part "Jefe de Relaciones Internacionales Dirección General de Migración" where no preposition joins them.

    A ministry is parted from what "del" joins to it, where its name ends the words: "Jefa del Ministerio …".
    """
    tokens = list(_WORD.finditer(part))
    for before, token in pairwise(tokens):
        opens = INSTITUTION.match(fold(part[token.start() :])) and token.group()[:1].isupper()
        if opens and fold(before.group()) not in _PREPOSITIONS and not is_title(before.group()):
            return part[: token.start()].strip(" ,"), part[token.start() :]
    for joined in _OF_MINISTRY.finditer(part):
        if office_at(part, joined.end()) == part[joined.end() :]:
            return part[: joined.start()], part[joined.end() :]
    return part, ""
