"""What came back against what was sent: untouched lines are no answer, changed ones are.

The returned lines are aligned with both halves (text and HTML) of the letter on record.
An untouched line of ours is labelled ``untouched`` wherever it stands; a line inside our
returned letter that we never wrote, or wrote otherwise, is labelled ``answer``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mailbot.core.comparison.alignment import may_explain_more, returned, untouched_among
from mailbot.core.comparison.behind import coded_lines, typed_behind
from mailbot.core.comparison.below import typed_below
from mailbot.core.comparison.half import Half, half_of, is_form_line
from mailbot.core.comparison.inside import inside
from mailbot.core.comparison.keys import head_of_line, key_of_text, value_key
from mailbot.core.comparison.others import is_of_another, said_by_others
from mailbot.core.comparison.signless import with_signs
from mailbot.core.message.html import STRUCK
from mailbot.core.remembered import remembered
from mailbot.core.values import Line, Message

__all__ = ["ANSWER", "UNTOUCHED", "answers_in", "is_form_line", "key_of_text", "value_key"]

UNTOUCHED = "untouched"
ANSWER = "answer"
_MOST_LINES = 2_000  # of a reply that are compared
_NEVER_ANSWERS = frozenset({"quote-header", "footer", "blank", "disclaimer"})
_TICK = re.compile(r"[☑☒✓✔✅←→]|<-|->")  # typed into our list of choices: our letters have none


def answers_in(lines: tuple[Line, ...], sent: Message | None) -> tuple[Line, ...]:
    """Return the labelled lines, ours relabelled ``untouched`` and typed-in ones ``answer``.

    Same number of lines, nothing dropped.  Without a letter, or when nothing of it came
    back, the lines return as they are.
    """
    if sent is None:
        return lines
    untouched = _best_half(lines[:_MOST_LINES], sent)
    if not untouched:
        return _only_answers_left(lines, sent)
    lines = typed_below(lines, untouched)
    others = said_by_others(lines[:_MOST_LINES], sent, _heads(sent))
    within = inside(lines, (untouched - others) or untouched, _heads(sent))
    cells = _cells(sent)
    coded = coded_lines(sent)
    found = [
        line if line.label in _NEVER_ANSWERS or index in others else _relabelled(line, index, untouched, within, coded)
        for index, line in enumerate(lines)
    ]
    found = with_signs(found, sent, ANSWER)
    return tuple([_of_a_cell(line, cells) if line.label == ANSWER else line for line in found] if cells else found)


@lru_cache(maxsize=64)
def _cells(sent: Message) -> frozenset[str]:
    """Keys of what stands in the cells of our tables; forms, of two columns, are compared by line."""
    rows = [line for line in (*sent.lines, *sent.alternative) if len(line.cells) > 2]
    return frozenset(key_of_text(text) for row in rows for cell in row.cells for text in cell.split("\n")) - {""}


@lru_cache(maxsize=64)
def _heads(sent: Message) -> frozenset[str]:
    """Keys of what stands before the colon in our lines: the labels of the form."""
    return frozenset(head_of_line(line.text) for line in (*sent.lines, *sent.alternative)) - {""}


def _of_a_cell(line: Line, cells: frozenset[str]) -> Line:
    """Telephones and programs without HTML quote a table one cell a line: that is still ours."""
    return line.labelled(UNTOUCHED) if key_of_text(line.text) in cells else line


def _only_answers_left(lines: tuple[Line, ...], sent: Message) -> tuple[Line, ...]:
    """Everything of ours was deleted but lines that were filled in: our labels, other values.

    Under the header of somebody else's message they are that person's words.
    """
    heads = _heads(sent)
    found = list(lines)
    within = False
    ours, above = True, ""
    for index, line in enumerate(lines[:_MOST_LINES]):
        if line.label == "quote-header":
            ours = (ours or above != "quote-header") and not is_of_another(line.text, sent)
        above = line.label
        if not ours:
            continue
        headed = head_of_line(line.text) in heads
        within = line.label == "quoted" and bool(line.text.strip()) and (headed or within)
        if within:
            found[index] = line.labelled(ANSWER)
    return tuple(found)


@lru_cache(maxsize=64)
def _halves(sent: Message) -> tuple[Half, ...]:
    """A letter of ours; to a reminder or a circular many answers come to the same one."""
    return tuple(half_of(lines) for lines in (sent.lines, sent.alternative) if lines)


def _best_half(lines: tuple[Line, ...], sent: Message) -> frozenset[int]:
    """Indices of untouched lines, by whichever half of the letter explains more of them."""
    back = returned(lines)
    best: frozenset[int] = frozenset()
    for half in _halves(sent):
        if may_explain_more(back, half, best):
            found = untouched_among(back, half)
            best = found if not best or _letters(lines, found) > _letters(lines, best) else best
    return best


def _letters(lines: tuple[Line, ...], indices: frozenset[int]) -> int:
    return sum(len(lines[index].text) for index in indices)


def _relabelled(
    line: Line, index: int, untouched: frozenset[int], within: range, coded: Mapping[str, tuple[str, ...]]
) -> Line:
    if not line.text.strip():
        return line
    if index in untouched:
        return line.labelled(ANSWER if "struck" in line.marks or _is_marked(line.text) else UNTOUCHED)
    if index in within and line.label != "new" and key_of_text(line.text):
        return typed_behind(line, coded).labelled(ANSWER)
    return line


@remembered
def _is_marked(text: str) -> bool:
    """Tell whether a line of ours was struck out or ticked: remembered, since our lines come back in every answer."""
    return STRUCK in text or _TICK.search(text) is not None
