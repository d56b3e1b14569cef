"""A title above the sentence that tells of it: "Taller sobre remesas" over "El taller se realizó el 12 de marzo."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.activities.titled_blocks import is_title_line
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Loose
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form

_MOST_WORDS = 3  # of what a sentence calls it


def with_titles_above(entries: Sequence[Entry], loose: Sequence[Loose], form: Form) -> tuple[Entry, ...]:
    """Return the entries whose activity a sentence calls by a word of the title right above it by that title, asked."""
    key = next((each.id for each in form.fields if each.kind == "activity"), "")
    return tuple(_with_title(each, loose, key) for each in entries)


def _with_title(entry: Entry, loose: Sequence[Loose], key: str) -> Entry:
    doubt = next((each for each in entry.doubts if each.field == key), None)
    if doubt is None or key in entry.fields or not isinstance(doubt.proposal, str):
        return entry
    title = _above(doubt, doubt.proposal, loose)
    if title is None:
        return entry
    named = replace(doubt, said=title.text, line=title.line, proposal=without_bullet(title.text).strip())
    return replace(entry, doubts=tuple(named if each is doubt else each for each in entry.doubts))


def _above(doubt: Doubt, called: str, loose: Sequence[Loose]) -> Loose | None:
    """The title in the line next above the one where an activity is called by words of it."""
    before = [each for each in loose if each.line < doubt.line]
    if not before or len(called.split()) > _MOST_WORDS:
        return None
    line = max(before, key=lambda each: each.line)
    title = without_bullet(line.text).strip()
    words, said = fold(title).split(), fold(called).split()
    titled = is_title_line(title) and len(words) > len(said) and words[: len(said)] == said
    return line if titled else None
