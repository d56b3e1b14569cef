"""Activities listed by their state: "Concluidas: P003-05a y P003-14", or one a line below "En proceso:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.activities.named_activity import CODE, CUT, FIND_CODE
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.language import fold

_AND = r"(?:\s*[,;]\s*(?:(?:y|e|and|&)\s+)?|\s+(?:y|e|and|&)\s+)"
_LISTED = re.compile(rf"(?P<state>[^\W\d_][^:=]{{2,40}}?)\s*[:=]\s*(?P<codes>{CODE}(?:{_AND}{CODE})*)\s*\.?")
_LEAD = re.compile(
    r"^(?:(?:las |the )?(?:actividad(?:es)?|activit(?:y|ies)) )?(?:ya )?|(?: (?:las )?actividades| activities)$"
)
_LONGEST_HEADING = 60
_SENTENCES = re.compile(r"[.;]\s+(?=[^\W\d_][^:=]{2,40}[:=])")  # "Realizadas: P003-14. En proceso: P003-08."
_SHARE = re.compile(r"\d{1,3}\s?%")
_PLURAL = re.compile(r"(?<=[aoe])s\b")
_MOST_WORDS = 14  # of a line that is a code and its title


def codes_under_states(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with "P003-05a: Concluidas" for each code that stands behind or below a state."""
    status = next((each for each in labels.form.fields if each.kind == "choice"), None)
    if labels.form.subject_of != "activity" or status is None or not any(FIND_CODE.search(each.text) for each in rows):
        return rows
    return tuple(_parted(rows, names_of_choices(status)))


def _parted(rows: Sequence[Row], words: Mapping[str, str]) -> Iterator[Row]:
    heading = ""
    for place, row in enumerate(rows):
        text = without_bullet(row.text) if row.kind == "own" and not row.cells else ""
        listed = [_LISTED.fullmatch(each) for each in _SENTENCES.split(text)] if CUT.search(text) else []
        states = [_state(each["state"], words) if each else "" for each in listed]
        if states and all(states):
            heading = ""
            for each, state in zip(listed, states, strict=True):
                codes = FIND_CODE.findall(each["codes"]) if each else ()
                yield from (row._replace(text=f"{code}: {state}") for code in codes)
        elif heading and begins_with_code(text) and not CUT.search(text) and len(text.split()) <= _MOST_WORDS:
            code = FIND_CODE.search(text)
            share = _SHARE.search(text)
            said = f"{heading} {share.group()}" if share else heading
            yield row._replace(text=f"{code.group()}: {said}") if code else row
        else:
            if row.kind != "blank":
                may_head = 0 < len(text) <= _LONGEST_HEADING
                announced = may_head and (text.endswith(":") or _stands_above_codes(rows, place))
                heading = _state(text.rstrip(" :."), words) if announced else ""
            yield row._replace(kind="blank") if heading and text else row


def _stands_above_codes(rows: Sequence[Row], place: int) -> bool:
    """Tell whether the next words open with a code and say nothing of it: what stands above is a heading.

    Where a code stands directly above it is none: its state may stand on the line below it.
    """
    if place and begins_with_code(rows[place - 1].text):
        return False
    below = (rows[at] for at in range(place + 1, len(rows)))
    following = next((without_bullet(row.text) for row in below if row.kind != "blank"), "")
    return begins_with_code(following) and not CUT.search(following)


def _state(text: str, words: Mapping[str, str]) -> str:
    """The words of a heading that are those of one state, of one or of several activities."""
    said = _LEAD.sub("", fold(text).strip())
    return next((each for each in (said, _PLURAL.sub("", said)) if each in words), "")
