"""Whose a number or an address in a sentence is: somebody's named in it, named before, or the writer's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.mentions.person import Person
from mailbot.core.forms.mentions.sense import is_mine
from mailbot.core.forms.naming.ways import Way, plain_letters
from mailbot.core.forms.persons.offices_at import office_at, unit_at
from mailbot.core.forms.persons.told_words import surnames_in
from mailbot.core.language import fold

_RESPECTIVELY = re.compile(r"\b(?:respectively|respectivamente|en ese orden|in that order)\b")
_IN_BRACKET = re.compile(r"\s?\((?:(?:el|la|the)\s)?|\s[-–—]\s")
_OURS = re.compile(r"\b(?:nuestr[oa]s?|our|la oficina|the office)\b")
_THEIRS = re.compile(
    r"\b(?:su|sus|le|lo|la encuentran|ella|ambos|ambas|his|her|hers|their|he|she|him|they|them)\b"
    r"|(?<![\w@.-])\w+les?(?![\w@])"  # "escribirle", but nothing of an address
)
_BOTH = re.compile(r"\b(?:ambos|ambas|comparten|los dos|las dos|juntos|both|share[sd]?|each|together|mismo telefono)\b")
_OF_OFFICE_HOLDER = re.compile(
    r"\b(?:del?|de la|de su|de mi|of the|of my|of our|de nuestr[oa]) (?:nuev[oa] |new )?(?:ministr[oa]"
    r"|viceministr[oa]|director[a]?|subdirector[a]?"
    r"|jef[ea]|secretari[oa](?! (?:de|general|nacional))|asistente|boss|minister|assistant|secretary|head|chief"
    r"|supervisor[a]?|predecesora?|predecessor"
    r"|antecesora?)\b[^,]*$"
)
_OF_SOMEBODY = re.compile(
    r"\b(?:(?:his|her|their)|su (?:nuev[oa] )?(?:numero|telefono|celular|correo|fax|extension|movil))\b"
)
_SENDS = re.compile(
    r"\b(?:dirig\w+|dirij\w+|env[ii]\w+|remit\w+|contact\w*|comunic\w+|escrib\w+|write|address|send|refer|direct)\b"
)
_TO_OFFICE = re.compile(r"\s(?:a|al|con|con el|a la|con la|to|to the|with|with the|the)\s(?=[A-ZÀ-Þ])")
_MY = re.compile(r"\b(?:mi|mis|my|mine|me)\b")
_HIS = re.compile(r"\b(?:su|her|his|their)\b")
_OF_WHOM = re.compile(
    r"[\s,]*(?:es|is|para|for|de|del|of|belongs to|corresponde a|pertenece a|[a-z]+)?"
    r"(?: (?:el|la|del|de la|al|a la|for|of|to))*\s*"
)


def holders(
    way: Way, ways: Sequence[Way], named: Sequence[Person], before: Sequence[Person], sentence: str
) -> list[Person | None]:
    """Return whose a way is, None for the writer; empty where it is nobody's, or may be several people's.

    ``ways``: all of the sentence; ``named``: who stays or comes in the sentence; ``before``: in those before it.
    """
    bracketed = [each for each in named if _IN_BRACKET.fullmatch(sentence[way.end : each.start])]
    if bracketed:
        return [bracketed[0]]
    ahead = sorted((each for each in named if each.start < way.start), key=lambda each: each.start)
    numbers = sum(each.kinds == way.kinds and not each.old for each in ways)
    if len(ahead) != numbers and _RESPECTIVELY.search(fold(sentence)):
        return []
    if len(ahead) > 1:
        return [*_of_several(way, ways, ahead, sentence)]
    if ahead:
        return [_nearest(ahead, way, sentence)]
    if named and _OF_WHOM.fullmatch(fold(sentence[way.end : named[0].start])):
        return [named[0]]
    return _not_named_in_it(way, [*before, *named], sentence, alone=not named)


def _of_several(way: Way, ways: Sequence[Way], ahead: Sequence[Person], sentence: str) -> list[Person | None]:
    folded = fold(sentence)
    if _BOTH.search(folded):
        return [] if any(each.same for each in ways) else [*ahead]
    following = [each for each in ways if each.start > ahead[-1].end and each.kinds == way.kinds and not each.old]
    if len(following) > 1:
        in_order = _RESPECTIVELY.search(folded) and len(ahead) == len(following) and way in following
        return [ahead[following.index(way)]] if in_order else []
    return [_nearest(ahead, way, sentence)]


def _nearest(ahead: Sequence[Person], way: Way, sentence: str) -> Person | None:
    between = fold(sentence[ahead[-1].end : way.start])
    return None if _MY.search(between) and not _HIS.search(between) else ahead[-1]


def _not_named_in_it(way: Way, people: Sequence[Person], sentence: str, *, alone: bool) -> list[Person | None]:
    """Whose a way is that no name stands before: of who was told of last, of who is called by surname, the writer's."""
    folded = fold(sentence)
    surnames = surnames_in(sentence)
    if surnames and alone:
        if _MY.search(fold(sentence[sentence.rindex(surnames[-1]) : way.start])):
            return [] if people else [None]
        called = [each for each in people if any(name in each.run.name.split() for name in surnames)]
        return [*called] if len(called) == len(surnames) else []
    if _OF_OFFICE_HOLDER.search(plain_letters(sentence[: way.start])):
        return []
    if people and (_THEIRS.search(folded) or not is_mine(sentence)):
        return [people[-1]]
    if people and _OURS.search(folded):
        return []
    if is_mine(sentence):
        return [None]
    return [] if _OF_SOMEBODY.search(folded) or not alone or _to_another(sentence) else [None]


def _to_another(sentence: str) -> bool:
    """Tell whether a sentence sends its readers to an office: "favor dirigirse al Ministerio X, x@y.example"."""
    sent = _SENDS.search(fold(sentence))
    return sent is not None and any(
        office_at(sentence, each.end()) or unit_at(sentence, each.end()) for each in _TO_OFFICE.finditer(sentence)
    )
