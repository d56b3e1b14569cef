"""Verbs that stand before who goes and who comes: "se jubiló Ana Prueba", "sale Luis Ensayo y entra Eva Ejemplo"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.persons.runs import Run
from mailbot.core.forms.persons.told_words import LEAVES

# Between such a verb and the name: of the post left, or of the person, of nothing else.
_BETWEEN = re.compile(
    r"(?:[\s,]+(?:el|la|los|las|del?|nuestr[oa]|mi|compañer[oa]|colega|funcionari[oa]|señora?|señorita|ingenier[oa]"
    r"|licenciad[oa]|doctora?|abogad[oa]|est[ea]|su|cargo|puesto|instituci[oó]n|ministerio|servicio|lista|directorio"
    r"|grupo|hoy|ayer|recientemente|our|the|colleague)\b)*[\s,]*",
    re.IGNORECASE,
)
_GOES = re.compile(r"(?<!\bno )\b(?:sale|salen|egresa|renuncia|se (?:retira|jubila|va|fue|marcha))(?! como\b)\b", re.I)
_COMES = re.compile(r"(?<!\bno )\b(?:entra|ingresa|ingres[oó]|lleg[oó]|llega)\b", re.IGNORECASE)

# "Please do not remove Mr. Sample", "no ha renunciado", "has not left": the contrary of leaving.
_STAYS = re.compile(
    r"\b(?:(?<!ya )no|not|nunca|never|tampoco|don['’]t|hasn['’]t|haven['’]t|didn['’]t|isn['’]t|won['’]t)\b"
    r"(?:\s(?:se|l[aeo]s?|ha|han|he|has|have|be|been|yet|to|todav[ií]a|a[uú]n|debe[n]?|deber[aá]n?|should"
    r"|(?:es|sea) necesario|need to|want to|wish to|favor|vayan? a|queremos|deseamos|solicitamos|pedimos)){0,4}\s"
    r"(?:retir|elimin|quit|exclu|suprim|borr|d(?:ar|en|é) de baja|remov|delet|drop|strik|tak(?:e|ing|en) (?:off|mr|ms"
    r"|mrs|dr|him|her|them)\b|left\b"
    r"|leav(?:e|ing)\b|retired\b|resign|stepped down|renunci|jubil|sale\b|salga|sali[oó]|dej[aoó]|dejado|fallec"
    r"|separ|desvincul|cesad|removid|trasladad)",
    re.IGNORECASE,
)

# "No sigue como punto focal el Lic. …", "our focal point is not Mr. …", "may become": no role of theirs.
_DENIED = re.compile(
    r"\b(?:no|not|tampoco|nunca|never)\s(?:(?:se|lo|la|ha|han|hemos|he|has|have|been|yet|a[uú]n|todav[ií]a)\s){0,3}"
    r"(?:sig[ue]\w*|contin[uú]\w*|es|ser[aá]|ser[ií]a|is|was|will|be|nombr\w+|design\w+|appoint\w*|named|queda\w*"
    r"|funge|act[uú]a|ratific\w+|confirm\w+|the|our|el|la|al?)\b(?!\s(?:obstante|only|just))"
    r"|\b(?:is|are|was|will\sbe)\s(?:not|no)\b(?!\s(?:only|just|other))|\b(?:isn|wasn|aren)['’]t\b"
    r"|\b(?:may|might|could|podr[ií]a|puede que|tal vez|quiz[aá]s?|posiblemente|perhaps)\b[^.;]{0,40}\b(?:be|become"
    r"|sea|ser|asum\w+|nombr\w+|design\w+|take|serve)\b",
    re.IGNORECASE,
)
_NEAR = 100  # characters


def denies(ahead: str, behind: str) -> bool:
    """Tell whether the words before a name, or the first behind it, deny or only suppose what they say of it."""
    return _DENIED.search(ahead[-_NEAR:]) is not None or _DENIED.match(behind.lstrip(" ,")[:_NEAR]) is not None


def stays(clause: str) -> bool:
    """Tell whether a clause says that somebody does not leave, or is not to be taken off."""
    return _STAYS.search(clause) is not None


def goes_first(clause: str, persons: Sequence[Run]) -> Run | None:
    """The one person of a clause before whose name it says that somebody leaves; None for none."""
    for person in persons[:1]:
        for verb in (LEAVES, _GOES):
            found = verb.search(clause, 0, person.start)
            if found and _BETWEEN.fullmatch(clause, found.end(), person.start):
                return person
    return None


def comes_first(ahead: str) -> bool:
    """Tell whether the words before a name say that somebody comes: "y entra la …"."""
    found = [*_COMES.finditer(ahead)]
    return bool(found) and _BETWEEN.fullmatch(ahead, found[-1].end()) is not None
