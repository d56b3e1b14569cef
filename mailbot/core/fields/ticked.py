"""Options with boxes, one of them ticked: "[ ] Sin iniciar [x] En proceso", "☐ Sí ☒ No", "Sí ( ) No (X)"."""

from __future__ import annotations

import re

_BOX = re.compile(r"\[\s{0,3}([xX✓✔✗]?)\s{0,3}\]|\(\s{0,3}([xX✓✔✗]?)\s{0,3}\)|([☐☑☒□■✅])")
_TICKED = frozenset("☑☒■✅")


def ticked_option(words: str) -> str | None:
    """Return the words of the one option that is ticked; None without boxes, with none or several ticked."""
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


def _is_ticked(box: re.Match[str]) -> bool:
    return bool(box[1] or box[2]) or box[3] in _TICKED
