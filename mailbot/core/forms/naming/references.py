"""Words that point to another value ("ídem", "mismo número") or from an old one to a new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields.plain import nothing_said
from mailbot.core.forms.naming.pieces import ADDRESS_TOLD, NUMBER_TOLD
from mailbot.core.language import fold
from mailbot.core.remembered import remembered

_SAME = re.compile(
    r"(?:es |is )?(?:(?:al|a|por|en|at|through|via|on) (?=(?:el |la |the )?(?:mism|same)))?"
    r"(?:idem|id|ibidem|ibid|ditto|as above|see above|ver arriba"
    r"|(?:(?:el|la|lo|los|las|the) )?(?:mism[oa]s?|same|igual))"
    r"(?: (?:(?:main |phone |telephone )?(?:number|line)|numero de (?:telefono|la central)|numero|direccion|address|fax"
    r"|telefono|telephone|phone|tel\.?|institucion|institution|dato|conmutador|(?:central|planta|linea)(?: telefonica)?"
    r"|pbx|switchboard))?"
    r"(?: (?:(?:que )?(?:al|el|la|los|las|del) )?(?:anterior(?:es)?|de arriba|telefono|above)"
    r"| (?:(?:que )?(?:al|el|la|del|de la)|as (?:for )?(?:the|our)|of the) (?:punto focal|titular|primer[oa]|principal"
    r"|focal point|first(?: one| person)?|main contact)"
    r"| as (?:(?:the )?above|(?:(?:the|my|our) )?(?:(?:office|main|work|direct|land|desk) ?)?"
    r"(?:telephone|phone|tel|line)"
    r"\b\.?(?: (?:number|no\.?))?(?: above)?)"
    r"| (?:que|del?) (?:(?:el|la|mi|del) )?"
    r"(?:(?:numero de )?telefono(?: de (?:la )?oficina| fijo)?|oficina|tel\.?|pbx|conmutador|central))?"
    r"(?:[,.;\s]*(?:exts?|extension(?:es)?|extensions|int|anexo"
    r"|x)[.:]*\s*(?P<ext>\d{1,6}(?:\s*(?:,|/|y|and)\s*\d{1,6})*))?\W*"
)
_OF_WHAT = re.compile(
    r"\b(?:numero|number|telefono|telephone|phone|conmutador|central|planta|linea|line|pbx|switchboard|exts?|extension\w*|extensions|int|anexo|x)\b"
)
_BOTH_LANGUAGES = re.compile(r"\s+[/|]\s+|\s+\((?=[^()]+\)$)")
_BETWEEN_TWO = frozenset("/|(")
_LONGEST_SAME = 80
_TELEPHONE = re.compile(
    r"\b(?:tel|telefono|telephone|phone|line|linea|oficina|pbx|conmutador|central|planta|switchboard)\b"
)
_UNCHANGED = re.compile(
    r"\W*(?:es |sigue siendo |continua siendo |sigue |se mantiene |permanece |remains "
    r"|still )?(?:sin (?:ningun )?cambios?"
    r"|no (?:hay |tiene )?cambios?|no cambia|no changes?|unchanged|igual(?: que antes)?"
    r"|se mantiene|as is|como esta"
    r"|(?:(?:el|la|los|las|the) )?(?:mism[oa]s?|same)(?: de (?:siempre|antes)| que (?:antes"
    r"|ya tienen|tienen)| as (?:before|last year|(?:on|in) (?:the |your )?(?:file|records?|list)))?"
    r"|no ha[n]? (?:cambiado|variado|sido modificad[oa]s?)|ha[sv]e? not changed|(?:el|la|los|las) de siempre"
    r"|(?:(?:el|la|los|las) )?(?:mism[oa]s? )?(?:que )?(?:ya )?(?:(?:lo|la|los|las) )?(?:ustedes |uds\.? )?(?:ya )?"
    r"(?:tienen|conocen|figura[n]?|aparece[n]?|consta[n]?|esta[n]?)"
    r"(?: (?:registrad|anotad|inclui)[oa]s?)?(?: en (?:la|su|el|sus) [a-z]{4,12}(?: [a-z ]{2,30})?)?"
    r"|(?:you )?(?:already )?have it(?: on (?:file|record))?|as (?:(?:on|in) (?:the |your )?(?:file|records?|list)"
    r"|(?:already |previously )?(?:listed|registered|shown|given|provided))"
    r"|unchanged since [^@;:]{3,30}|sin cambios? desde [^@;:]{3,30}"
    r"|(?:(?:(?:todo|all) )?(?:esta|estan|is|are|looks|todo) )?(?:muy )?"
    r"(?:bien(?: escrit[oa]s?)?|correct[oa]?s?|right|fine|conforme|en orden|al dia|up to date)"
    r"|ok|vigente|confirmad[oa]|confirmed)\W*"
)
_ARROWHEADS = frozenset(">→➔⇒")
_ARROW = re.compile(r"\s*(?:->|=>|→|➔|⇒|-->)\s*")
_CHANGE_WORDS = re.compile(
    r"\bantes\b(?! de)|\b(?:ya no|en lugar de|en vez de|debe decir|anteriormente|antes (?:era|decia)|ahora es"
    r"|reemplazar por|sustituir por"
    r"|cambiar (?:por|a)|cambia a|cambio a|no longer|instead of|formerly|previously|used to be"
    r"|should (?:be|read)"
    r"|changed? to|replace (?:by|with))\b|\bantes\b.{1,80}\bahora\b|\bwas\b.{1,80}\bnow\b"
)
_WRONG_ONE = re.compile(r"\b(?:y no|and not|no es|not|nunca|incorrect[oa]|wrong|anterior|viejo|old)\b")
_REMARK = re.compile(
    r"\W*(?:ok|okay|correct[oa]?s?|bien|esta bien|estan bien|igual|sin cambios?|no change|same"
    r"|unchanged|conforme|de acuerdo"
    r"|confirmad[oa]s?|confirmo|confirmed|verificad[oa]|vigente|right|si|yes|no|x|✓|✔)\W*"
)
_STILL_SO = re.compile(
    r"\s*[(\[](?:no changes?|unchanged|same|as before|ok|correct[oa]?|conforme|bien|est[aá] bien|vigente"
    r"|sin (?:ning[uú]n )?cambios?|igual|se mantiene"
    r"|new|nuev[oa]|changed|updated|corrected|actualizad[oa]|corregid[oa]|modificad[oa]|cambi[oó])[)\]]$"
    r"|(?<=\w)\s+(?:ok|okay|✓|✔)$",  # ticked off
    re.IGNORECASE,
)
_OLD_ONE = re.compile(
    r"\b(?:old|previous|former|earlier|anterior|antigu|viej)|[(\[;,]\s?(?:el|the one) (?:del?|at|from)\b", re.IGNORECASE
)
_DISMISSED = re.compile(
    r"\s*[(\[;,.–—-]\s*(?:(?:the|my|our|el|la|mi|nuestr[oa])\s+(?:\w+\s+)?"
    r"(?:old|previous|former|earlier|anterior|antigu[oa]|viej[oa])|(?:el|the one)\s+(?:del?|at|from)\s+\S{3,60})\b"
    r"[^()\[\]]*?\b(?:no longer"
    r"|not (?:valid|active|in use|working)|invalid|disregard|ignore|delete|discontinued|cancelled|ya no"
    r"|no (?:funciona|sirve|existe|usar)|dej[oó] de|qued(?:a|ó)|cancelad[oa]|inv[aá]lid[oa]|elimin|descart)"
    r"[^()\[\]]*[)\]]?\W*$",
    re.IGNORECASE,
)
_TO_GO = re.compile(
    r"[^,;/()]*?\w[\s,;:–—-]*[\s(]\s*(?:please |favor (?:de )?)?(?:delete|remove|eliminar|borrar|quitar|suprimir"
    r"|cancelad[oa]|discontinued|no longer (?:in use|valid|works|active)"
    r"|ya no (?:existe|funciona|se usa|est[aá] en uso))\W*",
    re.IGNORECASE,
)
_WRONG_BEHIND = re.compile(
    r"\s*[(\[](?:(?:donde |la lista |ustedes )?(?:dice|dec[ií]a|aparece|sale|figura|tienen|ponen)|antes|anteriormente"
    r"|(?:it |list )?says|reads|was|formerly|previously|y? ?no|and not|not|en vez de|en lugar de|instead of)\b"
    r"[^()\[\]]{0,60}[)\]]",
    re.IGNORECASE,
)  # "6677-0051 (dice 6677-0015)"
_NOT_THAT = re.compile(
    r"(?:(?:y|and) )?(?:no|not|en (?:vez|lugar) del?|instead of|rather than)\s+(?:(?:el|la|the)\s+)?"
    rf"(?:{ADDRESS_TOLD}|{NUMBER_TOLD})[)\]]?",
    re.IGNORECASE,
)  # "a@b.example y no c@d.example", "2410-0000, no 2410-0060"
_STRUCK = re.compile(r"~~[^~]*~~")


def wrong_behind(text: str) -> re.Match[str] | None:
    """Find the wrong value that words behind the right one begin with."""
    return _WRONG_BEHIND.match(text) or _NOT_THAT.match(text)


def _may_be_two(folded: str) -> bool:
    return len(folded) <= _LONGEST_SAME and not _BETWEEN_TWO.isdisjoint(folded)


@remembered
def same_as(text: str) -> tuple[str, ...] | None:
    """Return the extensions after "mismo número" or "ídem" (maybe none), or None."""
    folded = fold(text)
    found = _SAME.fullmatch(folded)
    if not found:
        halves = _BOTH_LANGUAGES.split(folded) if _may_be_two(folded) else []
        return () if len(halves) == 2 and all(same_as(half) == () for half in halves) else None
    return tuple(re.findall(r"\d+", found["ext"])) if found["ext"] else ()


def points_above(text: str) -> bool:
    """Tell whether "ídem" says not of what: it may be the line above, or the same line of the person above."""
    return not _OF_WHAT.search(fold(text))


def names_the_telephone(text: str) -> bool:
    """Tell whether "the same" says which: "same as phone", "mismo que el teléfono"."""
    return bool(_TELEPHONE.search(fold(text)))


@remembered
def is_unchanged(text: str) -> bool:
    """Tell whether words beside a label only say that nothing changes there."""
    return bool(_UNCHANGED.fullmatch(fold(text)))


def with_extensions(numbers: Sequence[str], extensions: Sequence[str]) -> list[str]:
    """Return the first number's own digits, once for each extension given."""
    base = numbers[0].partition(";")[0]
    return [f"{base};ext={each}" for each in extensions] if extensions else [base]


@remembered
def after_arrow(text: str) -> str | None:
    """Return what stands after the arrow of "Jefe -> Directora", or None without one."""
    if _ARROWHEADS.isdisjoint(text):
        return None
    parts = _ARROW.split(text)
    return parts[-1].strip() if len(parts) == 2 and parts[-1].strip() else None


@remembered
def speaks_of_change(text: str) -> bool:
    """Tell whether words talk about an old and a new value instead of being one."""
    return bool(_CHANGE_WORDS.search(fold(text))) and not nothing_said(text)


def denies_one(text: str) -> bool:
    """Tell whether a list of numbers or addresses names one that is not to be used."""
    return bool(_WRONG_ONE.search(fold(text)))


@remembered
def without_unchanged(text: str) -> str:
    """Return a value without "(no change)" or "(new)" behind it."""
    return _STILL_SO.sub("", text) or text


@remembered
def without_dismissed(text: str) -> str:
    """Return a value without the remark behind it that the old one is no good any more, however that one is named."""
    return _DISMISSED.sub("", text) if _OLD_ONE.search(text) else text


def is_dismissed(text: str) -> bool:
    """Tell whether the value itself is to go: "+1 613 555-0143 DELETE", "a@b.example (ya no existe)"."""
    return _TO_GO.fullmatch(text) is not None


def is_remark(text: str) -> bool:
    """Tell whether words only say that what stands there is right."""
    return bool(_REMARK.fullmatch(fold(text)))


@remembered
def without_struck(text: str) -> str:
    """Return a text without the words that were struck out ("~~Jefe~~ Directora")."""
    return " ".join(_STRUCK.sub(" ", text).split())
