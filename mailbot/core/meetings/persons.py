"""People as prose names them: "la Licda. Ana Prueba, Directora, y el Lic. Luis Ensayo"."""

from __future__ import annotations

import re

MOST = 4_000  # characters looked at
_WORD = r"\b[^\W\d_a-zà-öø-ÿ][^\W\d_]{1,40}(?:[-’'][^\W\d_]{1,40}){0,2}"
NAME = rf"(?-i:{_WORD}(?:\s+(?:(?:de|del|la|las|los|y|van|von)\s+){{0,2}}{_WORD}){{1,6}})"
TITLES = (
    r"(?:(?:el|la|al|del|los|las|the)\s+)?(?:(?:señor|señora|sr|sra|srta|lic|licda|licdo|licenciad[oa]|dr|dra|ing|"
    r"arq|mtro|mtra|emb|embajador|embajadora|cónsul|mr|mrs|ms|miss|amb|ambassador)\b\.?\s+)*"
)
_TITLED = re.compile(rf"\b{TITLES}(?={NAME})", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:(?:participación|asistencia|attendance|participation)\s+(?:of\s+|del?\s+)|(?:asistir|participar)(?:án|á)\s+|"
    r"(?:integrad|compuest|conformad|representad)[ao]s?\s+por\s+|(?:represented\s+by|composed\s+of|delegation\s+will\s+be)"
    r"\s+)(?=\S)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+(?:asistirán?|participarán?|will\s+(?:attend|participate|represent))\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:\n]|\s+(?:a|en|to|at|in)\s+(?:la|el|los|the|esta|this)\b|\s+(?:como|as)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:y|e|and)\s+|;\s*|,\s*|\s+(?:y|e|and)\s+)(?:del?\s+|of\s+)?(?:la\s+)?", re.IGNORECASE
)
_POST = re.compile(
    r"(?:vice|sub)?(?:direct|jef|ases|minist|secretari|coordinador|oficial|analista|encargad|cónsul|embajador|titular|"
    r"gerente|president|director|chief|head|deputy|advis|officer|minister|secretary|coordinator|ambassador|consul|"
    r"counsel|attach)",
    re.IGNORECASE,
)

_GREETING = re.compile(
    r"^\s*(?:dear|hello|hi|estimad\w+|hola|buen\w+)\b[^,:.\n]*[,:.]\s*", re.IGNORECASE | re.MULTILINE
)
_OFFICE = re.compile(
    r"(?:grupo|minister|secretaría|gobierno|presidencia|delegaci|red|república|cancillería|dirección|instituto|working|"
    r"ministry|government|department|presidency|delegation|network|republic|embajada|embassy|consulado|consulate)",
    re.IGNORECASE,
)


def flat(text: str) -> str:
    """Return a text as sentences on one line: a paragraph's end ends a sentence."""
    return " ".join(re.sub(r"\n\s*\n", ". ", text[:MOST].strip()).split())


def inline(text: str) -> tuple[tuple[str, str], ...]:
    """Return (name, position) of the people a sentence names as coming; nothing where any part of it is no person."""
    for bare in re.split(r"(?<=[^.\s]{3}\.)\s+|\n", _TITLED.sub("", _GREETING.sub("", text[:MOST]))):
        cue = _CUE.search(bare)
        if cue:
            found = _listed(_CLAUSE.split(bare[cue.end() :])[0])
            if found:
                return found
        verb = _AFTER.search(bare)
        found = _listed(bare[: verb.start()]) if verb else ()
        if found:
            return found
    return ()


def _listed(clause: str) -> tuple[tuple[str, str], ...]:
    """Return the people of "Ana Prueba, Directora de Asuntos y Luis Ensayo"; nothing unless it begins with one."""
    people: list[tuple[str, str]] = []
    for part in (each.strip(" .()") for each in _BETWEEN.split(clause)):
        if re.fullmatch(NAME, part) and not (_POST.match(part) or _OFFICE.match(part)):
            people.append((part, ""))
        elif not people:
            return ()
        elif part:
            name, post = people[-1]
            people[-1] = (name, f"{post}, {part}" if post else part)
    return tuple(people)
