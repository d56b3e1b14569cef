"""Options with boxes, one of them ticked: "[ ] Sin iniciar [x] En proceso", "☐ Sí ☒ No", "Sí ( ) No (X)".

In a list of all options one mark is enough: "Sin iniciar, En proceso, Realizada (X), Retrasada".
"""

from __future__ import annotations

import re

_BOX = re.compile(r"\[\s{0,3}([xX✓✔✗]?)\s{0,3}\]|\(\s{0,3}([xX✓✔✗]?)\s{0,3}\)|([☐☑☒□■✅])")
_TICKED = frozenset("☑☒■✅")
_PARTED = re.compile(r"\s*[,;/|\t\n]\s*")
_FEWEST = 3  # options of a list in which a bare "X" is a mark
_LONGEST = 300
_BARE = re.compile(r"(?:^|(?<=\s))[xX✓✔✗](?=\s|$)|[✓✔]|^(?:-{1,2}>|=>|→|►|»)|(?:<-{1,2}|<=|←|◄|«)$")
_AROUND = re.compile(r"(?P<sign>\*{1,3}|_{1,2}|>{1,2}|«)(?P<option>[^*_<>«»]{2,60})(?:(?P=sign)|<{1,2}|»)")
_STRUCK = re.compile(r"~~[^~]{1,60}~~")


def ticked_option(words: str) -> str | None:
    """Return the words of the one option that is ticked; None without boxes, with none or several ticked."""
    listed = _in_list(words)
    if listed is not None:
        return listed
    boxes = list(_BOX.finditer(words))
    if not boxes:
        return None
    if words[: boxes[0].start()].strip():  # the boxes stand behind their options
        starts = [0, *(box.end() for box in boxes[:-1])]
        options = [words[start : box.start()] for start, box in zip(starts, boxes, strict=True)]
    else:
        ends = [*(box.start() for box in boxes[1:]), len(words)]
        options = [words[box.end() : end] for box, end in zip(boxes, ends, strict=True)]
    chosen = [option.strip(" ,;/|\t") for option, box in zip(options, boxes, strict=True) if _is_ticked(box)]
    return chosen[0] if len(chosen) == 1 and chosen[0] else None


def _in_list(words: str) -> str | None:
    """Return the one option that is marked in a list with signs between; None where none or several are."""
    options = [each for each in _PARTED.split(words.strip(" .")) if each.strip()] if len(words) <= _LONGEST else []
    if len(options) < 2:
        return None
    ticked = [_without_box(each) for each in options if any(_is_ticked(box) for box in _BOX.finditer(each))]
    if len(ticked) == 1 or len(options) < _FEWEST:
        return (ticked[0] or None) if len(ticked) == 1 else None
    marked = [_BARE.sub("", each) for each in options if _BARE.search(each)]
    around = [found["option"] for each in options if (found := _AROUND.fullmatch(each.strip()))]
    left = [each for each in options if not _STRUCK.fullmatch(each.strip())]
    for chosen in (marked, around, left):
        if not ticked and len(chosen) == 1 and chosen[0].strip():
            return chosen[0].strip()
    return None


def _without_box(option: str) -> str:
    return _BOX.sub("", option).strip()


def _is_ticked(box: re.Match[str]) -> bool:
    return bool(box[1] or box[2]) or box[3] in _TICKED
