"""Words that are nearly one: how a label sounds in Spanish, and one slip of the hand."""

from __future__ import annotations

import re

from mailbot.core.remembered import remembered

_SOUNDS = (  # a letter that must be there, what is written, how it sounds
    ("c", re.compile(r"c(?=[ei])"), "s"),
    ("z", re.compile(r"z"), "s"),
    ("x", re.compile(r"x(?=[^aeiou])"), "s"),
    ("v", re.compile(r"v"), "b"),
    ("w", re.compile(r"w"), "b"),
    ("g", re.compile(r"g(?=[ei])"), "j"),
    ("h", re.compile(r"h"), ""),
    ("qu", re.compile(r"qu"), "k"),
    ("c", re.compile(r"ck?"), "k"),
    ("y", re.compile(r"y"), "i"),
    ("ll", re.compile(r"ll"), "i"),
    ("m", re.compile(r"m(?=[bpf])"), "n"),
)
_DOUBLED = re.compile(r"(.)\1+")


@remembered
def sound(key: str) -> str:
    """Return how a label sounds in Spanish: "pocision" and "posicion" are one, and so are "avanse" and "avance"."""
    for sign, letters, said in _SOUNDS:
        if sign in key:
            key = letters.sub(said, key)
    return _DOUBLED.sub(r"\1", key)


def one_slip(a: str, b: str) -> bool:
    """Tell whether one letter added, left out, changed or swapped turns ``a`` into ``b``."""
    if abs(len(a) - len(b)) > 1 or a[:1] != b[:1]:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if len(a) != len(b):
        longer, shorter = (rest_a, rest_b) if len(a) > len(b) else (rest_b, rest_a)
        return longer[1:] == shorter
    swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return rest_a[1:] == rest_b[1:] or swapped
