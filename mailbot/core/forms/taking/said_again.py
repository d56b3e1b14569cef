"""What is said of one field several times: the same again, code and title apart, in both halves of a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.naming.questions import BOTH_HALVES, SEVERAL
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import is_code
from mailbot.core.values import Doubt, Field


def without_echoes(said: Sequence[Said]) -> list[Said]:
    """Words of a sentence that repeat what a label says elsewhere add nothing."""
    sure = {" ".join(one.text.split()).casefold() for one in said if not one.unsure}
    return [one for one in said if not one.unsure or " ".join(one.text.split()).casefold() not in sure]


def code_and_title(said: Sequence[Said]) -> Sequence[Said]:
    """One activity whose code and title stood under labels of their own."""
    codes = [one for one in said if is_code(one.text)]
    titles = [one for one in said if one not in codes and one.text]
    if len(codes) != 1 or len(titles) != 1 or len(said) != 2:
        return said
    return [replace(codes[0], text=f"{codes[0].text.strip()} {titles[0].text}")]


def halves_of(said: Sequence[Said]) -> list[Said]:
    """The same words once; longest first where one holds the other."""
    unique: dict[str, Said] = {}
    for one in said:
        unique.setdefault(" ".join(one.text.split()).casefold(), one)
    return list(unique.values())


def as_one_list(said: Sequence[Said]) -> list[Said]:
    """Several lines of one list are one list, unless they come from two language halves."""
    if {one.label.language for one in said} >= {"es", "en"} or len(said) < 2 or any(o.struck for o in said):
        return halves_of(said)
    unique = halves_of(said)
    text = "; ".join(one.text for one in unique)
    return [replace(unique[0], text=text, unsure=any(one.unsure for one in unique))]


def differing(each: Field, said: Sequence[Said]) -> Doubt:
    """The question which of several values is meant, or which half of the letter."""
    languages = {one.label.language for one in said}
    why = BOTH_HALVES if languages >= {"es", "en"} else SEVERAL
    return Doubt(each.id, " / ".join(one.text for one in said), why, said[0].line)
