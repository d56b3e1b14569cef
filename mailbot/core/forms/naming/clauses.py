"""The sentences of a text: where a full stop ends one, and where it only cuts a word short ("Lic.", "D.F.", "5a.")."""

from __future__ import annotations

import re

from mailbot.core.fields import is_title
from mailbot.core.language import fold

_LONGEST_WORD = 30
_ORDINAL = re.compile(r"\d{1,3}(?:[aoªº°]|c|mts?|vrs|er|era|r[ao]|d[ao]|t[ao]|v[ao]|n[ao]|m[ao]|st|nd|rd|th)")
_ABBREVIATED = frozenset(
    "tel ext exts cel col av ave avda no edif ed apdo blvd dir depto dpto esq c p d f ph ing nro art pbx st ste fl rd"
    " carr calz prol urb res of ofic bo nte pte sta sto mz vda del int".split()
)
_DOTTED = re.compile(r"\b[^\W\d_]\.(?:[^\W\d_]\.){0,3}[^\W\d_]$")
_OPENS = re.compile(r"(?:El|La|Los|Las|Lo|Mis?|Sus?|Nuestr[oa]s?|The|Our|My|His|Her|Favor|Please|Todo|No|En)\s")


def clauses(text: str) -> list[str]:
    """Return the sentences of a text, parted by full stops and semicolons; "Lic." and "D.F." end none."""
    found, start = [], 0
    for stop in re.finditer(r"(?:[;!?]|\.)\s+(?=\S)", text):
        if stop.group()[0] == "." and is_cut_short(text[start : stop.start()]) and not _ends(text, stop):
            continue
        found.append(text[start : stop.end()].strip())
        start = stop.end()
    return [*found, text[start:].strip()] if text[start:].strip() else found


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a sentence ends with "D.F.": "…, México, D.F. Los teléfonos no cambian"."""
    return _DOTTED.search(text, max(stop.start() - _LONGEST_WORD, 0), stop.start()) is not None and (
        _OPENS.match(text, stop.end()) is not None
    )


def without_stop(text: str) -> str:
    """Return words without the signs around them; "a.i." and "S.A." keep their last point."""
    bare = text.strip(" .,;:/|-–—")
    return f"{bare}." if _DOTTED.search(bare) and text.rstrip(" ,;:/|-–—").endswith(f"{bare}.") else bare


def is_cut_short(before: str) -> bool:
    """Tell whether a full stop behind these words ends no sentence: "Lic.", "D.F.", "5a."."""
    word = re.split(r"[\s(.]", before[-_LONGEST_WORD:])[-1]
    bare = fold(word)
    return (
        len(bare) <= 1
        or _ORDINAL.fullmatch(bare) is not None
        or bare in _ABBREVIATED
        or is_title(f"{word}.")
        or (len(bare) == 2 and word[:1].isupper())
    )
