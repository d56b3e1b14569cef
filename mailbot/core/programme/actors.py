"""Who and where, recognised in prose: only after a word that says so, or at a sentence's beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mailbot.core.language import fold
from mailbot.core.programme.values import Words

_TOKEN = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.;:\n•]")
_FILLERS = frozenset("el la los las lo de del gobierno gobiernos al the of government governments republic".split())
_AND = frozenset("y e and".split())
SHORT = 3  # letters: "ni", "do", "SV" in prose are no States


@dataclass(frozen=True, slots=True)
class _Token:
    said: str
    folded: str
    start: int
    end: int
    begins: bool  # a sentence


@dataclass(frozen=True, slots=True)
class Named:
    """An actor's code and where it is named (characters of the text)."""

    code: str
    start: int
    end: int

    @property
    def is_state(self) -> bool:
        """Whether it is one State (ISO 3166-1 alpha-2)."""
        return len(self.code) == 2 and self.code != "ST"  # the Secretariat, not São Tomé


@dataclass(frozen=True, slots=True)
class Actors:
    """Names of actors by their first word, longest first: (words, code, acronym)."""

    names: Mapping[str, Sequence[tuple[tuple[str, ...], str, bool]]]
    words: Words

    def at(self, tokens: Sequence[_Token], place: int, *, column: bool = False) -> tuple[str, int] | None:
        """Return (code, place after) of the actor named at a place."""
        for name, code, acronym in self.names.get(tokens[place].folded, ()) if place < len(tokens) else ():
            here = tokens[place : place + len(name)]
            if tuple(token.folded for token in here) != name:
                continue
            capitals = all(token.said.isupper() for token in here)
            short = sum(map(len, name)) <= SHORT and code not in self.words.actors
            if (acronym and not capitals) or (short and not (column and capitals)):
                continue
            return code, place + len(name)
        return None


def actors_of(words: Words) -> Actors:
    """Return the names of ``rules/programme.yaml`` and of all States, ready to look up."""
    names: dict[str, set[tuple[tuple[str, ...], str, bool]]] = {}
    for name, code, acronym in _all_names(words):
        parts = tuple(_TOKEN.findall(name))
        if parts:
            names.setdefault(parts[0], set()).add((parts, code, acronym))
    return Actors({first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in names.items()}, words)


def _all_names(words: Words) -> Iterable[tuple[str, str, bool]]:
    for code, said in words.actors.items():
        yield fold(code.replace("_", " ")), code, code.isupper()
        for name in said:
            yield fold(name), code, name.isupper()
    ordinary = {fold(word) for word in words.ordinary_words}
    for name, code in words.states.items():
        if name not in ordinary and code not in words.actors:
            yield name, code, False


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        begins = not found or bool(_BREAK.search(text[last : match.start()]))
        found.append(_Token(match[0], fold(match[0]), match.start(), match.end(), begins))
        last = match.end()
    return found


def _list_at(actors: Actors, text: str, tokens: Sequence[_Token], place: int) -> tuple[Named, ...]:
    """Return the actors listed from a place on: "la Secretaría Técnica y OIM"."""
    found: list[Named] = []
    while place < len(tokens):
        hit = actors.at(tokens, place)
        if hit:
            code, after = hit
            found.append(Named(code, tokens[place].start, tokens[after - 1].end))
            place = after
            comma = after < len(tokens) and text[tokens[after - 1].end : tokens[after].start].strip() == ","
            joins = after < len(tokens) and tokens[after].folded in _AND
            if not (comma or joins):
                break
            place += joins
        elif tokens[place].folded in _FILLERS:
            place += 1
        else:
            break
    return tuple(found)


def after_words(actors: Actors, text: str, cues: Iterable[str]) -> tuple[Named, ...]:
    """Return who is named directly after any of the cues ("en coordinación con …")."""
    tokens = _tokens(text)
    flat = [token.folded for token in tokens]
    found: list[Named] = []
    for cue in cues:
        parts = _TOKEN.findall(fold(cue))
        found += [
            named
            for place in range(len(flat) - len(parts))
            if _is_cue(flat[place : place + len(parts)], parts)
            for named in _list_at(actors, text, tokens, place + len(parts))
        ]
    return _once(found)


def _is_cue(said: Sequence[str], cue: Sequence[str]) -> bool:
    """Whether words are a cue, "del" for "de" too."""
    return all(a == b or (b == "de" and a == "del") for a, b in zip(said, cue, strict=True))


def at_beginnings(actors: Actors, text: str) -> tuple[Named, ...]:
    """Return who begins a sentence: "El Gobierno de México presentará …"."""
    tokens = _tokens(text)
    places = [place for place, token in enumerate(tokens) if token.begins]
    return _once(named for place in places for named in _list_at(actors, text, tokens, place))


def everywhere(actors: Actors, text: str) -> tuple[Named, ...]:
    """Return everybody named, codes in capitals too: for a column of its own."""
    tokens = _tokens(text)
    found: list[Named] = []
    place = 0
    while place < len(tokens):
        hit = actors.at(tokens, place, column=True)
        if hit:
            found.append(Named(hit[0], tokens[place].start, tokens[hit[1] - 1].end))
        place = hit[1] if hit else place + 1
    return _once(found)


def _once(named: Iterable[Named]) -> tuple[Named, ...]:
    first: dict[str, Named] = {}
    for each in sorted(named, key=lambda one: one.start):
        first.setdefault(each.code, each)
    return tuple(first.values())


def responsible(actors: Actors, text: str) -> tuple[Named, ...]:
    """Return who is responsible as far as a text says it."""
    return _once((*after_words(actors, text, actors.words.responsible_after), *at_beginnings(actors, text)))


def partners(actors: Actors, text: str) -> tuple[Named, ...]:
    """Return with whom, as far as a text says it."""
    return after_words(actors, text, actors.words.partners_after)


def place_in(actors: Actors, text: str) -> str:
    """Return the place a text says: "Lugar: …", a State alone in a sentence, "en Honduras"; else ""."""
    for label in actors.words.place_labels:
        match = re.search(rf"\b{re.escape(label)}\s*:\s*([^.;\n]+)", text, re.IGNORECASE)
        if match:
            return match[1].strip()
    for sentence in re.split(r"[.;\n]\s*", text):
        named = [each for each in at_beginnings(actors, sentence) if each.is_state]
        if len(named) == 1 and named[0].end == len(sentence.rstrip()):
            return sentence.strip()
    for each in after_words(actors, text, ("en", "in")):
        if each.is_state:
            return text[each.start : each.end]
    return ""


def is_meeting(words: Words, title: str) -> bool:
    """Whether a title speaks of a meeting, which takes place somewhere."""
    said = set(_TOKEN.findall(fold(title)))
    return any(fold(word) in said for word in words.meetings)
