"""Activities listed by their state: "Concluidas: P003-05a y P003-14", or one a line below "En proceso:".

Titles may stand for codes where two or more are listed so, and not only as pending: what is still to be done may be
anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.activities.listed_titles import Listed, listed_in, listed_item, opens_a_title
from mailbot.core.forms.activities.named_activity import CODE, CUT, FIND_CODE
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.taking.dated import is_date
from mailbot.core.language import fold
from mailbot.core.values import Field

_AND = r"(?:\s*[,;]\s*(?:(?:y|e|and|&)\s+)?|\s+(?:y|e|and|&)\s+)"
_LISTED = re.compile(rf"(?P<state>[^\W\d_][^:=]{{2,40}}?)\s*[:=]\s*(?P<codes>{CODE}(?:{_AND}{CODE})*)\s*\.?")
_TITLED = re.compile(r"(?P<state>[^\W\d_][^:=]{2,40}?)(?:\s*[:=]|\s[-–—]\s)\s*(?P<titles>\S.{2,600})", re.DOTALL)
_STILL = r"(?:(?:que )?(?:ya|aun|todavia|still|already|siguen|estan|se encuentran) ){0,2}"
_HAVE = r"(?:(?:se (?:han?|encuentran)|hemos|han sido|fueron|we have|have been|were|are) (?:already )?)?"
_LEAD = re.compile(
    rf"^(?:(?:las |the )?(?:siguientes |following )?(?:actividad(?:es)?|activit(?:y|ies)) )?{_STILL}{_HAVE}"
    r"|(?: (?:las )?actividades| activities| so far| a la fecha| to date| con)?(?:\s*\(\d{1,2}\))?$"
)
_LONGEST_HEADING = 60
_SENTENCES = re.compile(r"[.;]\s+(?=[^\W\d_][^:=]{2,40}[:=])")  # "Realizadas: P003-14. En proceso: P003-08."
_SHARE = re.compile(r"\d{1,3}\s?%")
_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=[aoe])s\b")
_MOST_WORDS = 14  # of a line that is a code and its title
_BULLET = re.compile(r"\s*(?:[-*•·▪◦–—]|\(?\d{1,2}\s?[.)]-?|\(?[a-z]\))\s", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"\bpend|\bpor (?:hacer|realizar|iniciar)|\bto do\b")  # of anything
_OF_SENDING = re.compile(r"(?:se )?(?:envi|remit|entreg|present|compart|circul|sent|submit|deliver)")  # papers, tickets
_LEAST_TITLES = 2


def codes_under_states(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with "P003-05a: concluida" for each code, or title, that stands behind or below a state."""
    status = next((each for each in labels.form.fields if each.kind == "choice"), None)
    if labels.form.subject_of != "activity" or status is None:
        return rows
    if not any(row.kind == "own" and names_a_state(row.text, status) for row in rows):
        return rows
    names = names_of_choices(status)
    titled = tuple(_parted(rows, names, labels))
    states = [each.state for each in titled if each.state]
    if len(states) >= _LEAST_TITLES and not all(map(_TO_BE_DONE.search, states)):
        return tuple(each.row for each in titled)
    if not any(FIND_CODE.search(each.text) for each in rows):
        return rows
    return tuple(each.row for each in _parted(rows, names))


@lru_cache(maxsize=64)
def _words_of_states(status: Field) -> frozenset[str]:
    """The longest word of each name of a state, of one activity and of several."""
    longest = {max(_WORD.findall(name), key=len) for name in names_of_choices(status) if _WORD.search(name)}
    return frozenset(longest | {f"{word}s" for word in longest})


def names_a_state(text: str, status: Field) -> bool:
    """Tell whether a state may be named in a line: a word that its name cannot do without stands there."""
    return not _words_of_states(status).isdisjoint(_WORD.findall(fold(text)))


# "P003-18 Updating of officials, to June 2009": the day it was put off to.
_NEW_DAY = re.compile(
    r"(?:,\s+(?P<to>(?:to|until|till|for|para|hasta|al?)\s+(?:el\s+|la\s+)?[^,;()]*\b\d{1,4}[^,;()]*)"
    r"|\((?P<on>[^()%]{0,30}\b\d{1,2}\b[^()%]{2,40})\)[.;]?)$",
    re.IGNORECASE,
)


class _Read(NamedTuple):
    """A row as it is read; ``state``: that of the heading above it."""

    row: Row
    state: str = ""


def _parted(rows: Sequence[Row], words: Mapping[str, str], labels: Labels | None = None) -> Iterator[_Read]:
    """Yield the rows; titles are looked at where ``labels`` are given."""
    heading, close, before, in_item = (
        "",
        False,
        True,
        False,
    )  # ``before``: what stands directly above is part of the list, or nothing
    for place, row in enumerate(rows):
        text = without_bullet(row.text) if row.kind == "own" and not row.cells else ""
        listed = list(_in_one_line(text, words, labels if before else None)) if text else []
        item = listed_item(text, labels) if labels and heading and (close or _BULLET.match(row.text)) else None
        if listed:
            heading = ""
            yield from (_Read(row._replace(text=said), state) for said, state in listed)
        elif heading and begins_with_code(text) and not CUT.search(text) and len(text.split()) <= _MOST_WORDS:
            code = FIND_CODE.search(text)
            share = _SHARE.search(text)
            day = _NEW_DAY.search(text)
            said = f"{heading} {share.group()}" if share else f"{heading} {day['to'] or day['on']}" if day else heading
            yield _Read(row._replace(text=f"{code.group()}: {said}") if code else row, heading)
        elif item and not begins_with_code(text):
            own = _says_state(item.rest, words)
            yield _Read(row if own else row._replace(text=_said_of(item, heading)), heading)
        elif heading and labels and (_BULLET.match(row.text) or in_item) and _is_no_heading(text, words):
            yield _Read(row)  # "- Informe de la PPT": something else stands in the list, or more of an item
        else:
            if row.kind != "blank":
                titles = labels is not None and before
                may_head = 0 < len(text) <= _LONGEST_HEADING
                announced = may_head and (text.endswith(":") or _items_follow(rows, place, titles=titles))
                heading = _state(text.rstrip(" :."), words) if announced and not _day_follows(rows, place) else ""
                close = text.endswith(":")
            yield _Read(row._replace(kind="blank") if heading and text else row)
        in_item = bool(item)
        close = close and row.kind != "blank"
        before = bool(listed or heading) or row.kind != "own" or (text.endswith(":") and not _is_label(text, labels))


def _is_no_heading(text: str, words: Mapping[str, str]) -> bool:
    return bool(text) and not CUT.search(text) and not text.endswith(":") and not _state(text.rstrip(" :."), words)


def _is_label(text: str, labels: Labels | None) -> bool:
    return labels is not None and labels.find(text.rstrip(" :")) is not None


def _in_one_line(text: str, words: Mapping[str, str], labels: Labels | None) -> Iterator[tuple[str, str]]:
    """Yield "P003-05a: concluida" for each code or title behind the states of a line, with its state."""
    if not CUT.search(text):
        return
    parts = _SENTENCES.split(text)
    coded = [_LISTED.fullmatch(each) for each in parts]
    states = [_state(each["state"], words) if each else "" for each in coded]
    if states and all(states):
        for each, state in zip(coded, states, strict=True):
            yield from ((f"{code}: {state}", state) for code in (FIND_CODE.findall(each["codes"]) if each else ()))
        return
    titled = [_TITLED.fullmatch(each) for each in parts] if labels else []
    states = [_state(each["state"], words) if each else "" for each in titled]
    if labels is None or not states or not all(states) or FIND_CODE.search(text):
        return
    found = [listed_in(each["titles"], labels) if each else [] for each in titled]
    if all(_are_activities(items, state, words) for items, state in zip(found, states, strict=True)):
        for items, state in zip(found, states, strict=True):
            yield from ((_said_of(each, state), state) for each in items)


def _are_activities(items: Sequence[Listed], state: str, words: Mapping[str, str]) -> bool:
    """Tell whether what stands behind a state are titles: of what was sent only words for what activities are."""
    if any(_says_state(each.title, words) for each in items):
        return False
    return bool(items) and (not _OF_SENDING.match(state) or all(opens_a_title(each.title) for each in items))


def _said_of(item: Listed, state: str) -> str:
    """A line that tells the state of one title: "- Cuestionario de desastres: realizada, 29 de enero"."""
    return f"- {item.title}: {state}, {item.rest}" if item.rest else f"- {item.title}: {state}"


def _says_state(rest: str, words: Mapping[str, str]) -> bool:
    """Tell whether what stands behind a title is a state of its own."""
    said = fold(re.split(r"[,.;(]", rest, maxsplit=1)[0]).strip()
    return said in words


def _day_follows(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a date stands below: "Postponed until:" over "12 February" is a label, and no heading."""
    return is_date(next((row.text for row in rows[place + 1 :] if row.kind != "blank"), ""))


def _items_follow(rows: Sequence[Row], place: int, *, titles: bool) -> bool:
    """Tell whether the next words open with a code, or a bullet, and say nothing of it: a heading stands above.

    Where a code stands directly above it is none: its state may stand on the line below it.
    """
    if place and begins_with_code(rows[place - 1].text):
        return False
    following = next((rows[at] for at in range(place + 1, len(rows)) if rows[at].kind != "blank"), None)
    if following is None:
        return False
    text = without_bullet(following.text)
    return not CUT.search(text) if begins_with_code(text) else titles and bool(_BULLET.match(following.text))


def _state(text: str, words: Mapping[str, str]) -> str:
    """The words of a heading that are those of one state, of one or of several activities."""
    said = _LEAD.sub("", fold(text).strip())
    return next((each for each in (said, _PLURAL.sub("", said)) if each in words), "")
