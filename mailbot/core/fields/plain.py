"""Texts, countries, addresses, yes and no, activities."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from babel import Locale

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.fields.loose_codes import NO_LETTERS, canonical
from mailbot.core.fields.ticked import ticked_option
from mailbot.core.language import fold
from mailbot.core.remembered import remembered
from mailbot.core.values import Bilingual, Certainty, Doubt, Field, FieldValue, Known

Read = Callable[[Field, str, int, Known], FieldValue | Doubt | None]

_NOTHING = re.compile(r"^[\s\-–—_.…*/]*$")
_NOTHING_WORDS = frozenset(
    fold(word)
    for word in (
        "n/a n.a. na ninguno ninguna no tenemos|no tengo|no tiene|no hay|no aplica|none|not applicable"
        "|sin fax|no fax|no disponible|not available|no cuenta con|no cuenta|no cuento|no contamos"
        "|no dispone|no dispongo|no disponemos|carece|carecemos|no se tiene|no se cuenta|no existe"
        "|nil|vacío|eliminar|borrar"
        "|nadie|nobody|no one|a nadie|no sustituye"
        "|suprimir|remove|delete|discontinued|descontinuado|sin correo|sin teléfono"
        "|no posee|no poseemos|no utiliza|no utilizamos|no usa|no usamos|no poseo|no utilizo|no uso"
        "|no se dispone|no se posee|no se utiliza|no se usa|no se maneja|no se ha asignado|no asignado|sin asignar"
        "|not assigned|none assigned|not in use|not used|nada|nothing|ningún fax|ningún número|ningún celular"
        "|no corresponde|not in service|no se usa el fax|no tengo asignado|no tenemos asignado"
    )
    .replace("n/a n.a. na ninguno ninguna ", "n/a|n.a.|na|ninguno|ninguna|")
    .split("|")
)


_PARTING = re.compile(r"\s*[,;(]\s*(?:y |and |porque |as |since |because |pues )?|\s+[-–—]\s+")
_FOR_NOW = re.compile(
    r"^(?:lamentablemente|unfortunately)[, ]+"
    r"|^(?:actualmente|por el momento|de momento|por ahora|currently|at present|at the moment|for now)[, ]+"
    r"|[, ]+(?:actualmente|por el momento|de momento|por ahora|currently|at present|at the moment|for now)$"
)
_WORDS_FOR_NOW = ("mente", "unfortunately", "moment", "por ahora", "currently", "at present", "for now")
_HAVE_NONE = re.compile(
    r"(?:(?:no (?:se )?(?:tenemos|tengo|tiene|hay|contamos|cuenta|cuento|disponemos|dispone|dispongo|usamos|utilizamos"
    r"|existe|poseemos)"
    r"|(?:we |i )?(?:do not|don't|does not|no longer) (?:have|use)(?: (?:a|an|any))?|(?:we |i )?have no|there is no|no)"
    r"(?: (?:con|de))?(?: (?:un|una|numero de|servicio de|linea de))?"
    r" (?:fax|telefax|celular|movil|telefono|correo|mobile|cell|cell phone|phone|telephone|number|numero|line|linea"
    r"|(?:est?e|dicho) (?:servicio|equipo|aparato))"
    r"(?: (?:propio|institucional|directo|oficial|asignado|number|line|machine))?"
    r"|no (?:se )?(?:tenemos|tengo|contamos|cuenta|cuento|disponemos|dispone|dispongo) (?:con|de)(?: (?:uno|una|ello))?"
    r"|no (?:tenemos|tengo|hay) (?:uno|una|ninguno|ninguna)"
    r"|(?:we |i )?(?:do not|don't|does not|no longer) (?:have|use)(?: (?:one|any|it))?)"
    r"|(?:fuera de|sin) servicio|(?:ya )?no (?:esta en|en) (?:uso|servicio)|out of (?:service|order)"
    r"|no longer (?:in (?:use|service)|available|used)|no se (?:usa|utiliza)"
    r"|(?:fue |ha sido |has been |is |was )?"
    r"(?:dado de baja|desconectado|disconnected|discontinued|suprimido|eliminado|cancelado)"
)


def nothing_said(words: str, *, signs_only: bool = False) -> bool:
    """Tell whether words mean an empty value: dashes, and unless ``signs_only`` "n/a", "no tenemos"."""
    return bool(_NOTHING.match(words)) or (not signs_only and _says_that_nothing_is(words))


@remembered
def _says_that_nothing_is(words: str) -> bool:
    said = fold(words).strip(" .()")
    if any(word in said for word in _WORDS_FOR_NOW):
        said = _FOR_NOW.sub("", _FOR_NOW.sub("", said))
    said = said.removeprefix("ya ")
    if "," in said or ";" in said or " - " in said or " (" in said:  # "none, we no longer have one"
        parts = [part for part in _PARTING.split(said) if part]
        return len(parts) > 1 and all(_says_that_nothing_is(part) for part in parts)
    return said in _NOTHING_WORDS or _HAVE_NONE.fullmatch(said) is not None


def value(words: str, canonical: object, line: int, certainty: Certainty | None = None) -> FieldValue:
    """Return a value: exact when the canonical form is what was said, else normalised."""
    if certainty is None:
        certainty = "exact" if canonical in (words, [words]) else "normalised"
    return FieldValue(canonical, words, line, certainty)


def read_text(_field: Field, words: str, line: int, _known: Known) -> FieldValue:
    """Text as written, trimmed; capitals and accents kept."""
    return value(words, words, line)


def show_text(_field: Field, canonical: object) -> Bilingual:
    """The text itself."""
    return Bilingual(str(canonical), str(canonical))


def show_list(_field: Field, canonical: object) -> Bilingual:
    """The values of a list, separated."""
    words = "; ".join(map(str, canonical)) if isinstance(canonical, list) else str(canonical)
    return Bilingual(words, words)


# --- Countries -----------------------------------------------------------------------------------

_COUNTRY_NOISE = re.compile(r"\b(c\s*\.?\s*a\s*\.?|centroamerica|central america)\s*$")
_BEFORE_COUNTRY = re.compile(r"^(?:(?:el )?gobierno de(?: la| los)?|(?:the )?government of(?: the)?|the|los|la)\s+")
_TWO_COUNTRIES = frozenset({"es"})  # ISO 3166-1 has Spain so, the isthmus El Salvador


def read_country(_field: Field, words: str, line: int, known: Known) -> FieldValue | Doubt:
    """A country in any form → ISO 3166-1 alpha-2."""
    said = fold(words).strip(" .,;")
    tries = [said, _COUNTRY_NOISE.sub("", said).strip(" .,"), said.replace(".", ""), re.sub(r"[. ]", "", said)]
    tries += [re.sub(r"[. ]", "", bare), bare] if (bare := _BEFORE_COUNTRY.sub("", said)) != said else []
    tries += _parts_of(said)
    tries += [said[:-1] + "o"] if said.endswith("a") else []  # "hondureña" beside "hondureño"
    if "/" in said and len({known.countries[part] for part in _parts_of(said) if part in known.countries}) > 1:
        return Doubt("", words, Bilingual("dice más de un país", "names more than one country"), line)
    for each in () if said in _TWO_COUNTRIES else tries:
        code = known.countries.get(each)
        if code:
            return value(words, code, line)
    if len(words) == 2 and words.upper() in set(known.countries.values()) and said not in _TWO_COUNTRIES:
        return value(words, words.upper(), line)
    near = _nearest(said, known.countries) if len(said) > 2 else None
    why = Bilingual("no reconocemos ese país", "we do not recognise that country")
    return Doubt("", words, why, line, proposal=known.countries[near] if near else None)


def _parts_of(said: str) -> list[str]:
    return [part.strip(" .") for part in re.split(r"[/(),]", said)]


def _nearest(said: str, names: Mapping[str, object]) -> str | None:
    scored = [(SequenceMatcher(None, said, name).ratio(), name) for name in names]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] > 0.75 else None


def show_country(_field: Field, canonical: object) -> Bilingual:
    """The country's name in both languages."""
    code = str(canonical)
    names = [str(Locale(tongue).territories.get(code, code)) for tongue in ("es", "en")]
    return Bilingual(names[0], names[1])


# --- E-mail ----------------------------------------------------------------------------------------

_ADDRESS = re.compile(
    r"(?<![\w.+@-])[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w](?:[\w-]{0,61}[\w])?\.)+[^\W\d_]{2,24}(?![\w@-])"
)
_AT = re.compile(r"\s*[(\[{<]\s*(?:at|arroba|a|@)\s*[)\]}>]\s*|\s+arroba\s+", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{<]\s*(?:dot|punto|\.)\s*[)\]}>]\s*", re.IGNORECASE)
_BARE_DOT = re.compile(r"(?<=\w)\s+(?:dot|punto)\s+(?=\w)", re.IGNORECASE)
_BARE_AT = re.compile(r"^(\S+)\s+at\s+(\S+(?:(?:\s+dot\s+|\.)\S+)+)$", re.IGNORECASE)
_ECHO = re.compile(r"<?\bmailto:[^>\s]*>?|\[mailto:[^\]]*\]", re.IGNORECASE)


def read_email(_field: Field, words: str, line: int, _known: Known) -> FieldValue | Doubt:
    """One or more addresses, domain in lower case; a mailto echo is the same address."""
    whole = written_out(words)
    without = _ECHO.sub(" ", whole)
    found = _addresses(without) or _addresses(whole.replace("mailto:", " "))
    rest = _ADDRESS.sub(" ", without)
    if not found or "@" in rest:
        why = Bilingual("no es una dirección completa", "is not a complete address")
        return Doubt("", words, why, line, proposal=found or None)
    bare = re.sub(r"[<>()\[\];,/|.\s]|\b(y|e|and|o|or|correo|e-?mail)\b", "", fold(rest))
    if bare and len(bare) > 25:
        why = Bilingual("hay más palabras que direcciones", "there are more words than addresses")
        return Doubt("", words, why, line, proposal=found)
    return value(words, found, line)


def written_out(words: str) -> str:
    """Return addresses hidden from machines as they are: "ana (at) x [dot] example", "ana arroba x punto example"."""
    whole = _BARE_AT.sub(r"\1@\2", _DOT.sub(".", _AT.sub("@", words)))
    return _BARE_DOT.sub(".", whole) if whole != words else words


def _addresses(text: str) -> list[str]:
    found = []
    for match in _ADDRESS.findall(text):
        local, _, domain = match.rpartition("@")
        if not local.startswith(".") and ".." not in local:
            found.append(f"{local.rstrip('.')}@{domain.lower()}")
    return list(dict.fromkeys(found))


# --- Yes and no -------------------------------------------------------------------------------------

_YES = frozenset({"si", "yes", "s", "y", "afirmativo", "de acuerdo", "correcto", "ok", "claro"})
_NO = frozenset({"no", "n", "negativo", "en desacuerdo", "incorrecto"})


def read_yes_no(_field: Field, words: str, line: int, _known: Known) -> FieldValue | Doubt:
    """sí / no in either language → true or false."""
    said = fold(ticked_option(words) or words).strip(" .,;!")
    if said in _YES or said in _NO:
        return value(words, said in _YES, line)
    why = Bilingual("responda sí o no", "answer yes or no")
    return Doubt("", words, why, line)


def show_yes_no(_field: Field, canonical: object) -> Bilingual:
    """sí / yes, no / no."""
    return Bilingual("sí", "yes") if canonical else Bilingual("no", "no")


# --- Activities ----------------------------------------------------------------------------------------

_NO_MORE = r"(?!\s?[-–]\s?\d{1,2}\b)"  # "P-003-16" is no P-003
_WHOLE_CODE = re.compile(rf"\b{ACTIVITY_CODE}\b" + _NO_MORE)
_CODE = re.compile(
    r"\b(?:([A-Za-z]{1,4}\d{0,4})(?:\s*[-–—. ]\s*)(\d{1,3}[A-Za-z]?)|([A-Za-z]{2,4}|[A-Za-z]\d{3})(\d\d[A-Za-z]?))\b"
    + _NO_MORE
)


_CODE_BEHIND = re.compile(rf"(?:[(\[]|\s[-–—,:]\s)\s*({_WHOLE_CODE.pattern})\W*$")  # "Requisitos de visa (P003-04)"
_SLIPPED = re.compile(r"([A-Za-z]{1,4}\d{0,4})\s?[-–]\s?([0-9OoIl]{1,3})")
_FIGURES = str.maketrans("OoIl", "0011")


def read_activity(_field: Field, words: str, line: int, known: Known) -> FieldValue | Doubt:
    """A code such as MD-07 (known or not), or the title of a known activity."""
    codes = {_bare(code): code for code in known.activities}
    if len({_bare(each) for each in _WHOLE_CODE.findall(words)}) > 1:
        why = Bilingual("hay más de una actividad", "there is more than one activity")
        return Doubt("", words, why, line)
    for candidate in (words, *(match[0] for match in _CODE.finditer(words))):
        code = codes.get(_bare(candidate)) or canonical(candidate, known.activities)
        if code:
            return value(words, code, line)
    return _by_title(words, line, known) or _by_shape(words, line, known)


def _bare(code: str) -> str:
    return re.sub(r"[\W_]", "", code).upper()


def _by_shape(words: str, line: int, known: Known) -> FieldValue | Doubt:
    """Without a programme at hand a code stands as written."""
    match = _CODE.match(words, len(words) - len(words.lstrip("([*#")))  # "[P003-04] Requisitos de visa"
    if match and not known.activities and (match[1] or match[3]).lower() not in NO_LETTERS:
        letters, number = (match[1] or match[3]).upper(), match[2] or match[4]
        rest = words[match.end() :].strip(" :.–-)]*")
        code = f"{letters}-{number}"
        return value(words, code, line, "exact" if words == code and not rest else "normalised")
    behind = _CODE_BEHIND.search(words)
    if behind and not known.activities:
        return value(words, behind[1], line)
    slip = _SLIPPED.fullmatch(words.strip())
    if not known.activities and slip and any(sign.isdigit() for sign in slip[2]):
        why = Bilingual("un signo del código parece otro", "one sign of the code looks like another")
        return Doubt("", words, why, line, proposal=f"{slip[1].upper()}-{slip[2].translate(_FIGURES)}")
    if not known.activities:
        return value(words, words, line)
    near = [code for code in known.activities if _one_letter(_bare(code), _bare(words))]
    why = Bilingual("el programa no tiene esa actividad", "the programme has no such activity")
    return Doubt("", words, why, line, proposal=near[0] if len(near) == 1 else None)


def _one_letter(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _by_title(words: str, line: int, known: Known) -> FieldValue | Doubt | None:
    said = fold(words).strip(" .\"'«»“”")
    exact = [c for c, t in known.activities.items() if said in {fold(t.es).strip(" ."), fold(t.en).strip(" .")}]
    if len(exact) == 1:
        return value(words, exact[0], line)
    if len(said) < 12:
        return None
    near = []
    for code, title in known.activities.items():
        ratio = max(SequenceMatcher(None, said, fold(half)).ratio() for half in (title.es, title.en))
        if ratio > 0.85:
            near.append(code)
    if len(near) == 1:
        return value(words, near[0], line)
    inside = [c for c, t in known.activities.items() if said in fold(t.es) or said in fold(t.en)]
    if len(inside) == 1:
        return value(words, inside[0], line)
    return None
