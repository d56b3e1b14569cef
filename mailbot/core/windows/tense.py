"""What a verb beside a date says of its year: "completed on December 15", said in January, was last December's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mailbot.core.windows.atoms import WHICH_YEAR, Reader, Span, in_year, settle

_FAR = timedelta(days=300)
_REACH = 7
_HAPPENED = frozenset(
    "realizo realizaron celebro concluyo concluyeron efectuo efectuaron remitio remitieron cumplio finalizo "
    "finalizaron entrego entregaron presento presentaron llevo llevaron tuvo realizado realizada concluido concluida "
    "finalizado finalizada celebrado celebrada enviado enviada remitido remitida efectuado efectuada cumplido "
    "cumplida completado completada entregado entregada ejecutado ejecutada completed done held sent submitted "
    "finished concluded delivered took was were occurred".split()
)
# These say so of a date, not of a bound: "comments received by March 1" may be to come.
_ALSO_HAPPENED = frozenset(
    "aprobo adopto firmo suscribio recibio elaboro distribuyo impartio aprobado aprobada adoptado adoptada firmado "
    "firmada suscrito suscrita recibido recibida elaborado elaborada circulado circulada publicado publicada iniciado "
    "iniciada impartido impartida distribuido distribuida approved adopted signed received circulated published begun "
    "began started initiated launched distributed conducted".split()
)
# These are nouns without "se" or their accent: "envío del informe".
_WITH_SE = frozenset("envio inicio publico circulo termino".split())
_TO_COME = frozenset(
    "realizara realizaran celebrara celebraran enviara enviaran presentara concluira finalizara iniciara entregara "
    "hara tendra sera seran will".split()
)
_FUTURE = ("ara", "era", "ira", "aran", "eran", "iran")
_OURS = ("aremos", "eremos", "iremos")  # of no other word
_NOT_YET = frozenset(
    "be ser sea sean sera seran will shall should must may would to debe debera podra planned scheduled expected due "
    "previsto prevista programado programada espera esperado esperada no not nunca never antes until hasta "
    "para".split()
)
_WHEN = frozenset("once vez if cuando when".split())
_ENDS = frozenset({".", ";", ",", ")"})


def settled(r: Reader, span: Span, place: int, end: int) -> Span:
    """Give a yearless span its year (see ``settle``), by the verb before its place or behind its end."""
    found = settle(span, r.today)
    if not span.yearless or found.doubt is not None:
        return found
    last = in_year(span, found.start.year - 1)
    near = r.today - last.start < found.start - r.today
    verb = _since(r, place, near=near) or verb_before(r, place) or _verb_behind(r, end)
    if verb == "unsure":
        return replace(found, doubt=WHICH_YEAR, more=())
    if verb == "done" and found.start > r.today:
        return last if r.today - last.last <= _FAR else replace(found, doubt=WHICH_YEAR, more=())
    if verb == "to come" and found.last < r.today:
        return replace(found, doubt=WHICH_YEAR, more=())
    return found


def _since(r: Reader, place: int, *, near: bool) -> str:
    """Since February is past; "desde febrero", said in June, may be either; ``near``: the past one is the nearer."""
    said = r.said[r.tokens[place].start : r.tokens[place].end].lower()
    return "done" if said == "since" else "unsure" if said == "desde" and near else ""


def _verb_behind(r: Reader, end: int) -> str:
    """Q1 completed; febrero: realizado."""
    here = r.skip(end, ":", "(", ",", "ya", "se", "fue", "fueron", "was", "were")
    return "done" if r.at(here) in _HAPPENED and not any(map(r.opens, range(end, here + 1))) else ""


def happened(text: str) -> bool:
    """Whether a word says that something took place."""
    return text in _HAPPENED


def verb_before(r: Reader, place: int) -> str:
    """Tell "done" from "to come" by the nearest verb in front, in the same clause; "" where there is none."""
    # "Rescheduled for March 20", "extended to March 20": that day is to come, whatever was done.
    if r.at(r.skip_back(place - 1, "the")) == "for" or r.said[r.tokens[place].start :][:6].lower() == "extend":
        return ""
    for here in range(place - 1, max(-1, place - 1 - _REACH), -1):
        text = r.at(here)
        if text in _ENDS or r.opens(here + 1):
            return ""
        if text in _TO_COME or text.endswith(_OURS) or (r.at(here - 1) == "se" and text.endswith(_FUTURE)):
            return "to come"
        if text in _NOT_YET:
            return ""
        also = text in _ALSO_HAPPENED and not r.at(place).startswith("=")
        if text in _HAPPENED or also or (text in _WITH_SE and _is_verb(r, here)):
            open_still = {r.at(here - 1), r.at(here - 2)} & (_NOT_YET | _WHEN if also else _NOT_YET)
            return "" if open_still else "done"
    return ""


def _is_verb(r: Reader, place: int) -> bool:
    """Se envio, envió, terminó: no noun."""
    return r.at(place - 1) == "se" or r.said[r.tokens[place].start : r.tokens[place].end].endswith(("ó", "Ó"))
