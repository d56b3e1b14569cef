"""The old and the new told apart: "Antes: …" over "Ahora: …", "DICE:" over "DEBE DECIR:", "Jefa (antes: Analista)".

What stands behind such a word of the old is no answer; what stands behind its counterpart is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import bare_label, head_of
from mailbot.core.remembered import remembered

_OLD_WORDS = (
    r"antes|anterior(?:mente)?|donde dice|says|where it says|dice|dec[ií]a|antiguo|viejo|incorrecto|registrado|actual"
    r"|old|was|before|previous(?:ly)?|former(?:ly)?|incorrect|wrong|current(?:ly)?|existing|reads?"
)
_NEW_WORDS = (
    r"ahora|nuev[oa]|debe decir|debe leerse|deber[ií]a decir|correct[oa]|corregido|actualizad[oa]|despu[eé]s|new|now"
    r"|after|should (?:read|be)|correct|corrected|updated|correction|correcci[oó]n|corregir|modificar"
)
_LINE = re.compile(
    rf"\W{{0,3}}(?:(?P<old>{_OLD_WORDS})|(?P<new>{_NEW_WORDS}))"
    r"(?: (?:dato|datos|valor|entry|value|details|information|informaci[oó]n))?\s*[:=]\s*",
    re.IGNORECASE,
)
_STARTS = frozenset(word[:2] for word in (_OLD_WORDS + "|" + _NEW_WORDS).split("|"))
_LED = re.compile(  # also the initials of whoever answers: "MS: 2230-0055"
    rf"\W{{0,3}}(?:{_NEW_WORDS}|(?:no|sin) cambi(?:a|os?)|no changes?|unchanged|se mantiene|sigue igual)(?: (?:es|is))?"
    r"\s*:\s*(?=\S)|(?-i:[A-ZÁÉÍÓÚÑ]{2}):\s+(?=\S)",
    re.IGNORECASE,
)
_MOVED_TO = re.compile(
    r"^(?:ahora )?(?:nos (?:hemos )?(?:mud|traslad|cambi)(?:amos|ado)(?: recientemente)?"
    r"|we(?: have|['’]ve)? (?:now )?moved"
    r"|(?:we are|we['’]re) (?:moving|now)|ahora estamos|ahora nos ubicamos|estamos ubicados|ubicad[oa]s?)"
    r"(?: ahora)? (?:a|en|to|at|in) (?:la |el |the )?(?=\S)",
    re.IGNORECASE,
)
_SAYS = re.compile(r"d|says|where", re.IGNORECASE)
_FIRST_OF_LEADS = frozenset("AaHhSsMmOoFfEeNnCcIi")
_LONGEST_LEAD = 24  # characters
_LONGEST_OLD = 12  # lines of what is to be replaced


def old_lines_dropped(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows without those that say how it was, and the new ones without "Ahora:" before them."""
    marks = {place: found for place, row in enumerate(rows) if row.kind == "own" and (found := _mark(row))}
    pairs = list(_pairs(rows, marks))
    if not pairs:
        return rows
    kept: list[Row | None] = list(rows)
    for old, new in pairs:
        for place in _reach(rows, old, new) if not _rest(rows[old], marks[old]) else (old,):
            kept[place] = None
        rest = _rest(rows[new], marks[new])
        label = _label_of(_rest(rows[old], marks[old]), labels) if rest and not _label_of(rest, labels) else ""
        bare = old and bare_label(rows[old - 1].text, labels)
        says = _SAYS.match(marks[old]["old"] or "")  # "Dice: … Debe decir: …" is read as a sentence
        alone = says and rest and not (label or bare or _label_of(rest, labels))
        said = f"{rows[old].text.strip()} {rows[new].text.strip()}" if alone else f"{label}{rest}"
        kept[new] = rows[new]._replace(text=rest if bare else said) if rest else None
    return [row for row in kept if row is not None]


def _reach(rows: Sequence[Row], old: int, new: int) -> range:
    """The places of a block of old lines: down to the new ones, or to the next blank line."""
    blank = (place for place in range(old + 2, len(rows)) if rows[place].kind == "blank")
    return range(old, new if old < new else next(blank, len(rows)))


def _mark(row: Row) -> re.Match[str] | None:
    if row.cells or not (":" in row.text[:40] or "=" in row.text[:40]):
        return None
    return _LINE.match(row.text) if row.text.lstrip(" -*•·>")[:2].lower() in _STARTS else None


def _pairs(rows: Sequence[Row], marks: dict[int, re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The places of each old line and of its new one, above or below it."""
    places = sorted(marks)
    taken: set[int] = set()
    for first, second in pairwise(places):
        old, new = (first, second) if marks[first]["old"] else (second, first)
        if not (marks[old]["old"] and marks[new]["new"]) or taken & {first, second}:
            continue
        between = [row for row in rows[first + 1 : second] if row.kind != "blank"]
        alone = not _rest(rows[old], marks[old])
        if 0 < len(between) <= _LONGEST_OLD if alone else not between:
            taken |= {first, second}
            yield old, new


def _rest(row: Row, found: re.Match[str]) -> str:
    """What stands behind the word."""
    return row.text[found.end() :].strip()


def _label_of(text: str, labels: Labels) -> str:
    """The words of the label that begins a text, its sign included."""
    head = head_of(text, labels)
    return text[: head.start].rstrip() + " " if head else ""


_EDGES = " ,;\"'“”«»"
_DENIED = (
    r"(?:\s*[(,;]\s*(?:(?:and|y) )?(?:not|(?:ya )?no|no longer)|\s+(?:(?:and |y )?not|y no|instead of|rather than"
    r"|en (?:vez|lugar) de))"
    r"(?: (?:el|la|the))?\s+(?=[«“\"']|-?[+(]?\d[\d -]{3,}|(?-i:[A-ZÀ-Þ])|\S+@)[^()]+\)?"
)  # "…, not 2222-0000"; "Calle 5, No 22" denies nothing
_TOLD = re.compile(
    r"(?:(?:it |this )?should (?:now )?(?:read|be)|(?:is|are) now|debe(?:r[ií]a)? (?:decir|leerse|ser)"
    r"|(?:please )?(?:change|correct|amend) to|(?:favor )?(?:cambiar|corregir) (?:a|por))(?: as)?\s*:?\s+(?P<new>\S.*?)"
    rf"(?:{_DENIED})?",
    re.IGNORECASE,
)
_NOT_THE_OTHER = re.compile(
    rf"(?:(?:it is|it's|is|es|son|use|usar|lo correcto es)\s+)?(?P<new>\S.*?){_DENIED}", re.IGNORECASE
)
_OPENED = re.compile(
    r"(?:donde )?(?:dice|dec[ií]a)\s*:?\s+.+?[\s,;.]+(?:debe|deber[ií]a)\s+(?:decir|leerse)\s*:?\s+(?P<new>\S.*)"
    r"|(?:antes|anterior|was|(?:old|before)(?=\s*:|\s+[+(\d]))\s*:?\s+.+?[\s,;./|]+"
    r"(?:ahora|now|new|nuev[oa]|actual)(?: es| is)?\s*:?\s+"
    r"(?P<now>\S.*)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r".*?\S(?:\s*[-–—,;/(|]\s*|\s+(?=\w+\s*:))(?:(?:el|la|the) )?"
    r"(?:ahora|nuev[oa]|debe decir|now|new|should read|correct[oa]?)"
    r"(?: es| is)?(?:\s*:\s*|\s+(?=[+(\d]|[^\s@]+@))(?P<new>[^()]*[^()\s])\)?",
    re.IGNORECASE,
)
_MINE_IS = re.compile(
    r".*?\S[,;.]?\s+(?:pero |y |and |but )?(?:el m[ií]o|la m[ií]a|el (?:n[uú]mero )?direct[oa]|mine"
    r"|my (?:own|direct) (?:one|line|number))"
    r" (?:ahora )?(?:es|is)(?: now)?(?: (?:el|la|the))?\s*:?\s+(?P<new>[+(\d][^()]*\d|\S+@\S+)",
    re.IGNORECASE,
)  # "Ese es el de recepción, el mío es 2230-0047"
_TURNED_INTO = re.compile(
    r".*?\S\s+(?:se )?(?:(?:cambi(?:a|[oó]|ar)|pas[aó]|change[sd]?)(?: a ser| a| por| to)|(?:re?emplaz|sustitu)\w+ por)"
    r"(?: el| la)?:?\s+(?P<new>\S.*)",
    re.IGNORECASE,
)  # "2232-0000 cambia por 2232-0090"
_FORMERLY = re.compile(
    r"(?:(?:ahora|nuev[oa]|now|new)\s*:?\s+)?(?P<new>[^()]*?[^\s(,;–—-])\s*(?:[,;(]|\s[-–—])\s*"
    r"(?:(?<=\()(?:was|era)\s+|(?:before|was|old)\s*:\s*|(?:antes|anteriormente|formerly|previously)(?:\s*:\s*|\s+(?!de\b|del\b|the\b)))"
    r"[^()]+\)?",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\b(?:ante|dice|dec[ií]a|was|old|before|ahora|nuev|now|new|should|deb|chang|amend|cambi|corr|form|prev|not? |inst"
    r"|rath|en [vl]|wrong|incorrec|err(?:or|ad)|actualiz|modific|sino|viej|antig"
    r"|pasa|pas[oó]|empla|sustitu|m[ií][oa]\b|mine\b|my |direct)",
    re.I,
)
_SHORT = re.compile(r"[A-ZÀ-Þ][a-z]{1,5}")  # "debe decir Licda."
_CHANGE_SIGNS = frozenset(">~=*")
_SPELT = re.compile(r"\b(?:con|with|sin|without)\b", re.I)  # "Ximena con X, no Jimena": no value, how it is spelt


_I_AM = re.compile(
    r"(?:(?:ahora|actualmente|hoy) )?(?:soy|me desempeño como|(?:ocupo|asumo|asumí) el cargo de|funjo como)"
    r"(?: (?:ahora|actualmente))?"
    r"(?: (?:la|el))? |(?:ahora |mi cargo )?es(?: ahora)? (?=(?-i:[A-ZÀ-Þ]))"
    r"|(?:it is|it['’]s) (?=(?-i:[A-ZÀ-Þ]))"
    r"|(?:ahora|actualmente|now|currently) (?=(?-i:[A-ZÀ-Þ]))"
    r"|(?:now |currently )?i(?: am|['’]m)(?: (?:now|currently))?(?: (?:the|a|an))? ",
    re.IGNORECASE,
)


_BOTH_NAMED = re.compile(
    r"(?P<old>.{2,120}?)\s*\((?:anterior|antes|viej[oa]|old|previous|former)\)[,;]?\s*"
    r"(?P<new>[^()]{2,120}?)\s*\((?:actual|nuev[oa]|ahora|new|current|now)\)",
    re.IGNORECASE,
)
_WHOLE = r"(?P<new>(?:[«“\"']|[+(]?\d|[^\s@]+@|(?-i:[A-ZÀ-Þ])).{1,120})"
_SIGNED = re.compile(rf"\S.{{1,120}}?\s+(?:>{{1,3}}|~{{1,2}}|={{1,3}})\s*{_WHOLE}", re.IGNORECASE)  # "Analista >> Jefa"
_CROSSED = re.compile(
    rf"(?P<sign>[~-])(?=\S)[^~]{{2,120}}?(?<=\S)(?P=sign)\s+{_WHOLE}", re.IGNORECASE
)  # "-Analista- Jefa"
_NOW_IT_IS = re.compile(
    r"\S.{1,120}?[\s(]\s*(?:y |and )?(?:ahora|now)(?: es| soy| is)?\s*:?\s+"
    + _WHOLE.replace(".{1", "[^()]{1")
    + r"\)?",
    re.IGNORECASE,
)
_TO_BE = re.compile(
    rf"\S.{{1,120}}?\s+(?:corregir|actualizar|modificar)(?: a| por)\s*:?\s+{_WHOLE}"
    rf"|(?:ya )?no (?:es )?(?-i:[A-ZÀ-Þ]).{{1,120}}?,?\s+sino\s+{_WHOLE.replace('<new>', '<now>')}",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    r"[^()]{2,120}\((?:incorrect[oa]|wrong|old|anterior|antiguo|viej[oa]|error|errad[oa]|dato anterior)\)[,;:]?\s*"
    + _WHOLE.replace(".{1", "[^()]{1")
    + r"(?:\((?:correct[oa]?|new|nuev[oa]|actual|current)\))?"
    rf"|[^()]{{2,120}}?\s(?-i:NO)[,;:]\s*{_WHOLE.replace('<new>', '<now>')}"
    rf"|(?-i:OLD|ANTES|ANTERIOR)\s*:?\s+.{{2,120}}?[,;.]?\s+(?-i:NEW|AHORA|NUEVO|NUEVA|ACTUAL)\s*:?\s+"
    + _WHOLE.replace("<new>", "<latest>"),
    re.IGNORECASE,
)
_STARRED = re.compile(r"[^*]{2,120}\s\*{1,2}(?P<new>(?:[^*\s]+@|[+(]?\d|[^*\s]+\s)[^*]{2,120})\*{0,2}")
_WAYS = (
    *(_SIGNED, _CROSSED, _STARRED, _NOW_IT_IS, _TO_BE, _STAMPED),
    *(_BOTH_NAMED, _TOLD, _NOT_THE_OTHER, _OPENED, _BEHIND, _FORMERLY, _TURNED_INTO, _MINE_IS),
)


def without_lead(text: str) -> str:
    """Return a value without "ahora:" or "new:" before it: what stands beneath our old one says so."""
    return text[found.end() :] if ":" in text[:_LONGEST_LEAD] and (found := _LED.match(text)) else text


def without_move(text: str) -> str:
    """Return an address without "nos mudamos a" before it."""
    return _MOVED_TO.sub("", text)


def without_i_am(text: str) -> str:
    """Return a post or a name without "ahora soy" before it."""
    return text[found.end() :] if text[:1] in _FIRST_OF_LEADS and (found := _I_AM.match(text)) else text


def newest(text: str, *, among_commas: bool = False) -> str | None:
    """Return the new one of a value that names the old one too, None where it is no such pair.

    ``among_commas``: the value is an address, in which "antes" or "nueva" may stand: only a lead says it.
    """
    return _new_one(text, (_TOLD,)) if among_commas else _newest(text)


@remembered
def _newest(text: str) -> str | None:
    return _new_one(text, _WAYS)


def _new_one(text: str, ways: Sequence[re.Pattern[str]]) -> str | None:
    if not (_SIGN.search(text) or text[:1] == "-" or not _CHANGE_SIGNS.isdisjoint(text)):
        return None
    for pattern in ways:
        found = pattern.fullmatch(text.strip(" ."))
        if found:
            groups = found.groupdict()
            new = (groups["new"] or groups.get("now") or groups.get("latest") or "").strip(_EDGES)
            new += "." if text.rstrip().endswith(".") and _SHORT.fullmatch(new) else ""
            parted = new.count("(") != new.count(")")  # "Karla Muestra (el apellido es Muestra, no Maestra)"
            return new if new and not parted and not _SPELT.search(new) else None
    return None
