"""Persons' names and the forms of address before and behind them."""

from __future__ import annotations

import re

from mailbot.core.fields.plain import value
from mailbot.core.language import fold
from mailbot.core.remembered import remembered
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

_TITLES = frozenset(
    """
    ldo lda mgtra dipl lic licda licdo lcda lcdo licenciado licenciada dr dra doctor doctora ing ingeniero ingeniera
    sr sra srta srita senor senora senorita don dona mr mrs ms miss mx mtro mtra maestro maestra magister msc mba phd
    abg abog abogado abogada arq arquitecto arquitecta prof profa profesor profesora professor cra cro
    cmdte cmdt comisario comisaria cnel col coronel colonel gral general cap capitan captain tte teniente emb amb
    embajador embajadora ambassador min ministro ministra consul consejero consejera hon honorable excmo excma
    vicealmirante almirante bach br tec sir dame eng atty ab econ psic rt dip mag mgr mgtr mgs lcdos tnte cte
    tec bach pbro insp sgto tcnel crnl crio cmte cdte lcdas licdas licdos lics mcs agr
    mro mgter comis alm cptan subinsp cpa lae qfb quim enf
    comisionado comisionada subcomisionado subcomisionada inspector inspectora subinspector subinspectora sub sargento
    cons
    honourable excellency rev reverend sgt lt ltc ltcol maj capt cpt cdr lcdr radm cwo supt insp brig madam
    mme mlle madame monsieur maitre attorney exmo exma excelencia master diputado diputada senador senadora senator
    viceministro viceministra comandante economista excelentisimo excelentisima ilustrisimo ilustrisima
    """.split()
)
# Degrees of Central America, and initials too: "P.M. Ana Prueba Ejemplo", but "P.M. Prueba".
_DEGREE_OR_INITIALS = frozenset({"pm", "pc", "ts", "tsu"})
_LEAST_WORDS = 3  # of the name behind such a degree
# Family names where they carry no full stops: "He Ling", "Se Pak".
_DOTTED = frozenset({"lae", "alm", "se", "he", "sc", "pe", "ma", "mpa", "mia", "qc", "mp"})
# "Ingra.", "Arqto.", "Abgda.": a title cut short and its ending, and words that only a full stop makes titles.
_WITH_STOP = re.compile(
    r"(?:ing|abg|abog|arq|lic|lc|ld|mtr|mstr|prof|profr|econ|psic|soc|cont)(?:t|d|r|st)?[oa]s?|lcd|sen|rep|soc|cont|cmdr|dna|mtr|frag"
)
_EXCELLENCY = ("S. E.", "H. E.")  # before another title; before a name they may be initials
_FIRST_OF_RANK = frozenset("lt maj brig rear".split())  # "Lt Col", "Maj Gen", without their full stops
_SECOND_OF_RANK = frozenset("col gen general cdr commander adm gov governor".split())
_ARTICLE = re.compile(r"(?:the|his|her|su)\s+(?=(?:(?:rt\.?|right)\s+)?(?:hon|excel|rev))", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_JOINED = frozenset({"y", "e", "&", "and", "/"})  # "Lic. y Prof. Juan Prueba"
_BETWEEN = frozenset({"el", "la", "the"})  # "Su Excelencia el Embajador"
_OF_RANK_WITHIN = re.compile(
    r"\s+de (?:nav[ií]o|fragata|corbeta|altura|polic[ií]a|ej[ée]rcito|infanter[ií]a|aviaci[óo]n|justicia|brigada"
    r"|divisi[óo]n)$",
    re.IGNORECASE,
)  # "Cap. de Corbeta"
_STAFF = re.compile(r"[A-ZÑ]{2,4}")  # behind a rank, without full stops: "Cnel. DEM", a degree of staff
# "Comisionado Nacional de Migración", "Inspector General": a post, and nobody's form of address.
_RANKS = re.compile(r"(?:sub)?(?:comisionad|inspector)|attorney|economista")
_OF_A_POST = frozenset("nacional general adjunto adjunta regional principal jefe jefa de del".split())
_POSTS = frozenset(
    """
    director directora subdirector subdirectora jefe jefa coordinador coordinadora commissioner superintendent
    counsellor counselor minister secretary
    """.split()
)
_OF_NOBODY = _POSTS | frozenset(
    """
    puesto cargo nuevo nueva new anterior former previous titular saliente outgoing predecesor predecessor persona
    person funcionario funcionaria colega colleague official officer post position analista asesor asesora
    """.split()
)
_TO_WHOM = re.compile(r"^(?:al?|a la)\s+(?=[A-ZÀ-Þ])")  # "Sustituye a: al Lic. Prueba"
_WHOLE_WORDS = frozenset(
    """
    honourable excellency reverend honorable excelencia attorney viceministro viceministra
    licenciado licenciada doctor doctora ingeniero ingeniera senor senora don dona embajador embajadora ambassador
    ministro ministra consul general coronel colonel capitan captain vicealmirante almirante profesor profesora
    professor maestro maestra teniente consejero consejera comisionado comisionada
    """.split()
)
_DEGREES = frozenset(
    """
    msc phd mba ma mpa mia mph mpp msw esq jd llm lld llb bsc ba edd md qc kc mp peng cpa pmp rcic obe mbe cmg
    usa usn usaf usmc uscg ret retd
    lic ing dr dra mtro mtra abg arq
    """.split()
)
_PRONOUNS = re.compile(
    r"\s*\((?:she|he|they|elle|il|ella|[ée]l|elles?)(?:\s?/\s?(?:hers?|him|his|them|theirs|ella|la|lo|lui|elle|suya))*\)$",
    re.IGNORECASE,
)
# "Ma. Elena", "Fco. Javier": given names cut short; any other word of this kind may be a form of address.
_GIVEN_NAMES = frozenset(
    "ma mª fco fca gpe jse ant alej guad fdo hno jr sta sto st wm chas geo thos robt edw jas dña".split()
)
_CUT_SHORT = re.compile(r"[^\W\d_]{2,6}\.|(?:[^\W\d_]\.){2,3}")
_MOST_FIRST = 6  # words of a name before a comma
_NOT_A_NAME = re.compile(r"[@\d<>{}\[\]=]|https?:")


@remembered
def split_title(text: str) -> tuple[str, str]:
    """Return (title, name): "Licda. Jacinta Muestra" → ("Licda.", "Jacinta Muestra").

    A degree behind a comma is the title where none stands before: "Jane Mocker, M.Sc.".
    """
    words = text.split()
    article = _ARTICLE.match(text)
    first = len(article.group().split()) if article else 2 * (" ".join(words[:2]) in _EXCELLENCY)
    count = first
    while more := _of_title(words, count):
        count += more
    count = 0 if count == first else count
    title, name = " ".join(words[:count]), " ".join(words[count:])
    bare, degrees = _without_degrees(name)
    return (title or degrees, bare) if degrees else (title, name)


def _of_title(words: list[str], place: int) -> int:
    """How many words from ``place`` on belong to the title, some word left for the name."""
    if place >= len(words) - 1:
        return 0
    if _is_title(words, place):
        return 1
    if not place or place >= len(words) - 2:
        return 0
    if words[place] in _BETWEEN and _is_title(words, place + 1):
        return 2
    if words[place] in _JOINED and words[place + 1].endswith(".") and _bare(words[place + 1]) in _TITLES:
        return 2
    return 2 if _OF_RANK_WITHIN.fullmatch(" " + " ".join(words[place : place + 2])) else 0


_POSTS_TOO = frozenset({"attorney", "economista", "senator"})  # "Title: Attorney" says what she does
_WORDS_OF_TITLES = (_TITLES - _POSTS_TOO) | _DOTTED | _DEGREES | _DEGREE_OR_INITIALS | _SECOND_OF_RANK


def is_title(text: str) -> bool:
    """Tell whether all the words are forms of address or degrees."""
    words = _OF_RANK_WITHIN.sub(" ", _ARTICLE.sub("", text)).replace(",", " ").split()
    words = [word for place, word in enumerate(words) if word not in _JOINED or not 0 < place < len(words) - 1]
    return bool(words) and all(
        _bare(word) in _WORDS_OF_TITLES or (word.endswith(".") and _WITH_STOP.fullmatch(_bare(word))) for word in words
    )


def _bare(word: str) -> str:
    return fold(word).strip(".,()").replace(".", "")


def _is_title(words: list[str], place: int) -> bool:
    word = words[place]
    bare = _bare(word)
    if _RANKS.match(bare) and _bare(words[place + 1]) in _OF_A_POST:
        return False
    if bare in _DEGREE_OR_INITIALS:
        return word.count(".") >= 2 and len(words) - place > _LEAST_WORDS
    if place and bare in _SECOND_OF_RANK and _bare(words[place - 1]) in _FIRST_OF_RANK:
        return len(words) - place > 2 or word.endswith(".")
    if word.endswith(".") and _WITH_STOP.fullmatch(bare):
        return True
    if word.endswith(",") or bare not in _TITLES:
        return bare in _DOTTED and word.count(".") >= 2
    return place == 0 or word.endswith(".") or (bare in _WHOLE_WORDS and len(words) - place > 2)


def _without_degrees(name: str) -> tuple[str, str]:
    """Return the name and the degrees behind its comma, "" when something else stands there."""
    bare, comma, behind = name.partition(",")
    words = behind.replace(",", " ").split()
    if comma and words and _SUFFIX.fullmatch(words[0]):  # "Theodore Sample, Jr." is all a name
        degrees = _without_degrees(f"{bare},{' '.join(words[1:])}")[1] if words[1:] else ""
        return (f"{bare}, {words[0]}", degrees) if degrees else (name, "")
    if comma and words and all(_bare(word) in _DEGREES for word in words):
        return bare.strip(), behind.strip(" ,")
    last = name.split()[-1:] if not comma else []
    if len(name.split()) > 2 and last and _bare(last[0]) in {"msc", "phd", "mba"} and last[0] != last[0].lower():
        return name[: -len(last[0])].strip(), last[0]
    return name, ""


def read_name(_field: Field, words: str, line: int, _known: Known) -> FieldValue | Doubt:
    """A person's name without the title."""
    title, name = split_title(_TO_WHOM.sub("", _PRONOUNS.sub("", words).strip(" ,;")))
    if _NOT_A_NAME.search(name) or _tells_of_a_post(name) or not re.search(r"[^\W\d_]", name) or is_title(name):
        why = Bilingual("no parece el nombre de una persona", "does not look like a person's name")
        first = name.partition(",")[0].strip()  # "Ana Sample, Analyst, 613-555-0150"
        whole = 2 <= len(first.split()) <= _MOST_FIRST and first != name and not _NOT_A_NAME.search(first)
        return Doubt("", words, why, line, first if whole else None)
    if _may_be_a_title(name) or _opens_with_a_post(name) or (title and _is_staff(name)):
        why = Bilingual(
            f"¿«{name.split()[0]}» es un tratamiento o parte del nombre?",
            f"is “{name.split()[0]}” a form of address or part of the name?",
        )
        return Doubt("", words, why, line, proposal=name)
    return value(words, name, line)


def _tells_of_a_post(name: str) -> bool:
    """Tell whether words without a capital say who somebody was, "al anterior director", "es puesto nuevo"."""
    return name == name.lower() and not _OF_NOBODY.isdisjoint(fold(name).split())


def _opens_with_a_post(name: str) -> bool:
    """Tell whether a post stands before a name: "Directora Ana Prueba"."""
    first, *rest = name.split()
    return len(rest) > 1 and fold(first) in _POSTS


def _is_staff(name: str) -> bool:
    """Tell whether short capitals open a name that is not in capitals: "DEM Juan Prueba"."""
    first, *rest = name.split()
    return len(rest) > 1 and bool(_STAFF.fullmatch(first)) and not " ".join(rest).isupper()


def _may_be_a_title(name: str) -> bool:
    """Tell whether a name begins with a word cut short that is neither a known title nor a known given name."""
    first, *rest = name.split()
    if len(rest) < 2 or not _CUT_SHORT.fullmatch(first):
        return False
    bare = _bare(first)
    if first.count(".") > 1:  # "J.R. Prueba Ejemplo" are initials
        return bare in _DEGREE_OR_INITIALS
    return bare not in _GIVEN_NAMES | _TITLES
