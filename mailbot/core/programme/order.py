"""What comes after what, as a paper says it: codes, numbers, "después de la reunión …", fifth after fourth.

Only what can mean one activity and no other becomes a dependency; the rest is a doubt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mailbot.core import windows
from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.language import fold
from mailbot.core.programme.values import Draft, Remark
from mailbot.core.values import Bilingual

_CUE = re.compile(
    r"\b(?:(?:inmediatamente\s+)?despues\s+de|luego\s+de|posterior(?:mente)?\s+a|a\s+continuacion\s+de|tras|"
    r"una\s+vez\s+(?:que\s+)?(?:se\s+)?(?:haya\s+)?"
    r"(?:concluid|terminad|realizad|celebrad|finalizad|aprobad|recibid|concluya|termine|realice|celebre|apruebe)[oas]*|"
    r"al\s+(?:concluir|terminar|finalizar)|after|following|once|upon\s+(?:the\s+)?(?:completion|conclusion)\s+of|"
    r"(?:inmediatamente\s+)?depende\s+de|depends\s+on)\s+(?:(?:el|la|los|las|the)\s+)?"
)
_ENDS = re.compile(r"[.,;:()\n«»“”\"]")
_CODE = re.compile(rf"\b{ACTIVITY_CODE}\b", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?:actividad(?:es)?|activit(?:y|ies)|hito|n[.º°o]+|no\.?|num(?:ero)?)?\s*((?:\d{1,3}(?:\s*[,y&]\s*|\s+and\s+)?)+)\.?$"
)
_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(
    "el la los las lo un una unos unas de del al a en y e o u con por para que se su sus esta este estos estas dicha "
    "dicho ha haya sea fue es the an of to in on at for and or by with is are has been its their this that actividad "
    "activity concluida concluido terminada terminado realizada realizado celebrada celebrado finished concluded held "
    "completed done complete over".split()
)
_ORDINALS: tuple[tuple[str, ...], ...] = (
    ("primera", "primer", "primero", "first", "1a"),
    ("segunda", "segundo", "second", "2a"),
    ("tercera", "tercer", "tercero", "third", "3a"),
    ("cuarta", "cuarto", "fourth", "4a"),
    ("quinta", "quinto", "fifth", "5a"),
    ("sexta", "sexto", "sixth", "6a"),
    ("septima", "septimo", "seventh", "7a"),
    ("octava", "octavo", "eighth", "8a"),
)
_RANK = {word: rank for rank, words in enumerate(_ORDINALS, 1) for word in words}
_RANKED = re.compile(rf"\b({'|'.join(_RANK)})\s+(\w+)(?:\s*:|\s+(?:(?:de|del|la|los|las|el|of|the)\s+)*(\w+))")
_SPANS = frozenset("semana quincena trimestre semestre mitad week fortnight half quarter semester".split())
_NONE = frozenset({"", "-", "–", "—", "ninguna", "ninguno", "no", "n/a", "na", "none", "nada", "nothing"})
STEM = 6  # letters: "realizar" and "realización" are one word
OFTEN = ("cada ", "each ", "every ", "a ", "per ", "an ")  # "once a year" is no order of things
ENOUGH = 2  # words that name an activity: "la reunión" alone may be any


@dataclass(frozen=True, slots=True)
class _Found:
    """Codes that something comes after, and a doubt where the words fit none or several."""

    codes: tuple[str, ...] = ()
    doubt: Bilingual | None = None


def ordered(
    drafts: Sequence[Draft], known: Mapping[str, Bilingual], prefix: str, today: date
) -> tuple[tuple[Draft, ...], tuple[Remark, ...]]:
    """Return drafts (their codes given) with the codes they come after, and what could not be placed.

    ``known`` are the titles on record, which a paper may refer to; ``prefix`` is that of bare numbers.
    """
    parts = {part.code: part.title for each in drafts for part in each.milestones if part.code}
    titles = {**known, **parts, **{each.code: each.title for each in drafts}}
    found, doubts = [], []
    for place, draft in enumerate(drafts):
        others = {code: title for code, title in titles.items() if code != draft.code}
        given = [_of_words(said, others, prefix) for said in draft.depends_on]
        prose = [] if draft.depends_on else [_of_words(said, others, prefix) for said in _said_after(draft, today)]
        hits = [*given, *prose]
        codes = _once(code for hit in hits for code in hit.codes)
        if not codes and not draft.depends_on:
            codes = _rank_before(drafts, place)
        doubts += [Remark(draft.where, hit.doubt) for hit in hits if hit.doubt is not None]
        derived = draft.derived if draft.depends_on else draft.derived | {"depends_on"}
        found.append(replace(draft, depends_on=codes, derived=derived))
    return tuple(found), (*doubts, *_circles(found))


def _circles(drafts: Sequence[Draft]) -> Iterable[Remark]:
    """Yield a doubt for each activity that would have to wait for itself."""
    after = {each.code: each.depends_on for each in drafts}
    for draft in drafts:
        seen: set[str] = set()
        ahead = list(draft.depends_on)
        while ahead:
            code = ahead.pop()
            if code not in seen:
                seen.add(code)
                ahead += after.get(code, ())
        if draft.code in seen:
            yield Remark(draft.where, CIRCLE)


CIRCLE = Bilingual(
    "depende, por otras actividades, de sí misma: corrija «Depende de»",
    "depends, through other activities, on itself: mend “Depends on”",
)


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _said_after(draft: Draft, today: date) -> list[str]:
    """Return the words behind each "después de", as far as they are no date and nothing that recurs."""
    found = []
    for text in dict.fromkeys((draft.title.es or draft.title.en, draft.calendar_text)):
        flat = fold(text)
        said = " ".join(unicodedata.normalize("NFC", text).split())
        shown = said if len(said) == len(flat) else flat
        for cue in _CUE.finditer(flat):
            words = _ENDS.split(shown[cue.end() :])[0].strip()
            if words and not _is_when(words, today):
                found.append(words)
    return found


def _is_when(said: str, today: date) -> bool:
    window = windows.read(said, today)[0]
    return window.kind not in {"unknown", "continuous"} or fold(said).startswith(OFTEN)


def _of_words(said: str, titles: Mapping[str, Bilingual], prefix: str) -> _Found:
    """Return what words of an activity mean: its code, its number, or words only its title has."""
    if fold(said).strip(" .") in _NONE:
        return _Found()
    by_code = {code.upper(): code for code in titles}
    codes = [match[0].upper() for match in _CODE.finditer(said)]
    numbers = _NUMBERS.fullmatch(fold(said).strip())
    if not codes and numbers:
        codes = [f"{prefix}-{int(each):02d}".upper() for each in re.findall(r"\d+", numbers[1])]
    if codes:
        missing = [code for code in codes if code not in by_code]
        return _Found(_once(by_code[code] for code in codes if code in by_code), _no_code(missing) if missing else None)
    wanted = _stems(said)
    fits = [code for code, title in titles.items() if wanted and _fits(wanted, title)]
    if len(fits) == 1 and len(wanted) >= ENOUGH:
        return _Found((fits[0],))
    return _Found((), _unclear(said, fits))


def _fits(wanted: frozenset[str], title: Bilingual) -> bool:
    return any(wanted <= _stems(half) for half in (title.es, title.en) if half)


def _stems(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(fold(text)) if word not in _STOP)
    return frozenset(str(_RANK[word]) if word in _RANK else word[:STEM] for word in words)


def _rank_before(drafts: Sequence[Draft], place: int) -> tuple[str, ...]:
    """The fifth of a thing comes after the fourth of the same, where the theme has exactly one fourth."""
    mine = _ranked(drafts[place])
    if mine is None or mine[0] == 1:
        return ()
    before = [each.code for each in drafts if _ranked(each) == (mine[0] - 1, *mine[1:])]
    return (before[0],) if len(before) == 1 else ()


def _ranked(draft: Draft) -> tuple[int, str, str, Bilingual] | None:
    """Return (rank, the words behind it, theme) of "Desarrollar la quinta reunión técnica"; None without one.

    "Segunda fase: …" is ranked by the one word before its colon.
    """
    match = _RANKED.search(fold(draft.title.es or draft.title.en))
    if match is None or match[2] in _SPANS:
        return None
    return _RANK[match[1]], match[2][:STEM], (match[3] or "")[:STEM], draft.theme


def _no_code(codes: Sequence[str]) -> Bilingual:
    said = ", ".join(codes)
    return Bilingual(
        f"depende de {said}, que no está en el programa: corrija el código",
        f"depends on {said}, which is not in the programme: mend the code",
    )


def _unclear(said: str, fits: Sequence[str]) -> Bilingual:
    which = f" (¿{', '.join(fits[:4])}?)" if fits else ""
    english = f" ({', '.join(fits[:4])}?)" if fits else ""
    return Bilingual(
        f"va después de «{said}»{which}: escriba el código de esa actividad en una columna «Depende de»",
        f"comes after “{said}”{english}: write the code of that activity in a column “Depends on”",
    )
