"""An hour between a bound and its day: "a más tardar a las 17:00 horas del 16 de enero", "by noon on 16 January"."""

from __future__ import annotations

import re

from mailbot.core.windows.atoms import Reader

_LEAD = ("a", "las", "la", "el", "al", "del", "de", "the", "at", "about", "aproximadamente")
_NAMED = frozenset("noon midday mediodia midnight medianoche cob eod".split())
_CLOSE = frozenset("close cierre end final fin termino close-of-business".split())
_OF_WHAT = frozenset("business day dia jornada labores operaciones oficina oficinas office play work".split())
_SUFFIX = frozenset("am pm h hs hr hrs hora horas hours oclock".split())
_LENGTHS = frozenset("h hora horas hours".split())
_ZONE = frozenset(
    "gmt utc est cst mst pst et ct hora horas time local central eastern estandar standard de del of guatemala mexico "
    "honduras panama nicaragua belice belize ottawa washington costa rica el salvador".split()
)
_AFTER = (",", "on", "de", "del", "el", "the", "dia", "day", "of")
_LONGEST_ASIDE = 7


def past_the_hour(r: Reader, place: int) -> int:
    """Return the place of the day behind an hour and its zone, the same place where no hour stands."""
    here = _hour(r, r.skip(place, *_LEAD))
    if here is None:
        return place
    return r.skip(_zone(r, here), *_AFTER)


def _hour(r: Reader, place: int) -> int | None:
    if r.at(place) in _NAMED:
        return place + 1
    if r.at(place) in _CLOSE:
        what = r.skip(place + 1, "de", "del", "of", "la", "the", "las")
        if r.at(what) in _OF_WHAT:
            return what + 1
        return place + 1 if r.at(place) in {"cierre", "close"} else None
    return _figures(r, place)


def _figures(r: Reader, place: int) -> int | None:
    """17:00 horas, 5 p.m., 5pm, 1700 hrs, 17h00, las 17 horas; "hasta 8 horas" is how long."""
    if not re.fullmatch(r"[01]?\d|2[0-4]|(?:[01]\d|2[0-4])[0-5]\d", r.at(place)):
        return None
    here, minutes = place + 1, False
    if r.at(here) in {":", "h", "."} and r.tight(here) and re.fullmatch(r"\d\d", r.at(here + 1)) and r.tight(here + 1):
        here, minutes = here + 2, r.at(here) != "."
    suffix = r.at(here) in _SUFFIX or r.at(here)[:2] in {"a.", "p."}
    suffix = suffix and (r.at(here) not in _LENGTHS or r.at(place - 1) in {"las", "la", "at"})
    if suffix:
        here = r.skip(here + 1, ".")
    return here if suffix or minutes else None


def _zone(r: Reader, place: int) -> int:
    """Pass over "(GMT-6)", "hora de Guatemala", "Central Time"."""
    if r.at(place) == "(":
        closing = next((i for i in range(place + 1, place + _LONGEST_ASIDE + 1) if r.at(i) == ")"), None)
        return place if closing is None else closing + 1
    here = r.skip(place, ",")
    if r.at(here) not in _ZONE or r.at(here) in {"de", "del", "of", "el"}:
        return place
    here = r.skip(here, *_ZONE)
    if r.at(here) in {"-", "+"} and r.at(here + 1).isdigit():
        here += 2
    return here
