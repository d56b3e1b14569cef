"""Lines the sender marked with ">" as others use a dash: under their own words and a colon, in no quotation.

A program that quotes writes a header, and who quotes by hand says whose words they are.
"""

from __future__ import annotations

import re

from mailbot.core.language import fold
from mailbot.core.quotation.page import Page

_LONGEST = 200
_OF_OTHERS = re.compile(  # "@" and hours: a program's header that was not recognised
    r"[@<>]|\d:\d\d|\b(?:escrib|escrit|dec|dic|dij|dig|pregunt|solicit|consult|pid|ped|indic|mensaj|cit|usted|ud|uds|su|sus|tu|tus|vuestr"
    r"|respecto|referencia|aparec|figur|consta|anterior|actualmente|antes|viej|wrote|writ|sa(?:ys?|id)|ask|question|request"
    r"|quot|you|your|regarding|concerning|message|letter|list(?:s|ed)|shows?|old|former|previous|current)"
)


def relabel(page: Page) -> None:
    """Label such lines new: all marked lines above the quotation's header, or none."""
    if "quoted" not in page.labels:
        return
    top = page.labels.index("quote-header") if "quote-header" in page.labels else len(page)
    runs = [(start, end) for start, end in page.runs() if start < top and page.depths[start]]
    if any(end > top or page.depths[start] > 1 for start, end in runs):
        return
    if all(_is_typed(page, start, end) for start, end in runs):
        for start, end in runs:
            page.set(start, end, "new", "quoted")


def _is_typed(page: Page, start: int, end: int) -> bool:
    above = next((page.texts[at] for at in range(start - 1, max(start - 3, -1), -1) if not page.blank[at]), "").rstrip()
    if not above.endswith(":") or len(above) > _LONGEST or _OF_OTHERS.search(fold(above)):
        return False
    return not any(text.rstrip().endswith("?") for text in page.texts[start:end])
