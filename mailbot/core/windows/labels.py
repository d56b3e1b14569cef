"""Two dates under the names of their ends are one window: "Inicio: 1 de abril; conclusión: 30 de septiembre"."""

from __future__ import annotations

from mailbot.core.values import Window
from mailbot.core.windows.atoms import DASH, Reader

_OPENING = frozenset(
    "inicio comienzo arranque apertura start beginning begin opening "
    "iniciar iniciara empezar empezara comenzar comenzara comenzo empezo arrancar arrancara began begun started".split()
)
_CLOSING = frozenset(
    "fin final finalizacion termino terminacion conclusion culminacion cierre "
    "end finish completion closing close "
    "concluir concluira concluyo terminar terminara termino finalizar finalizara finalizo culminar culminara culmino "
    "conclude concluded ended finished".split()
)
_BETWEEN = frozenset([*", ; . ( ) : / y and e".split(), *DASH, *"la el the fecha de date en in on se will".split()])
_BEFORE = (":", "date", "-", "en", "in", "on", "el", "the")
_FAR = 8  # words


def labelled(r: Reader, first: tuple[Window, int, int], second: tuple[Window, int, int]) -> bool:
    """Whether the first (window, start, end) opens what the second closes; places are of tokens."""
    one, start, end = first
    two, after, last = second
    if one.start is None or one.end is None or two.end is None or one.start >= two.end:
        return False
    if r.at(end) == "(" and r.at(end + 1) in _OPENING:  # "marzo (inicio) - junio (cierre)"
        between = {r.at(place) for place in range(end + 2, after)}
        return r.at(last) == "(" and r.at(last + 1) in _CLOSING and between <= _BETWEEN
    if r.at(start) not in _OPENING and r.at(r.skip_back(start - 1, *_BEFORE)) not in _OPENING:
        return False
    words = [r.at(place) for place in range(end, after)]
    names = [word for word in words if word not in _BETWEEN] or [r.at(after)]
    return len(words) <= _FAR and len(names) == 1 and (names[0] in _CLOSING or names[0] == "=until")
