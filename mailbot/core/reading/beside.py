"""Who asks to be left alone: shown as leaving, and asked; what is done is decided from the words themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.language import fold
from mailbot.core.reading.intents import says
from mailbot.core.values import Address, Doubt, Entry, Form, Line

_NOT = re.compile(r"\b(?:not|don't|instead of|without|en vez de) (?:remove|take|delete|stop|unsubscribe)")
_US = re.compile(r"\b(?:us|nos|[a-z]+nos|our|nuestr[oa]s?|we)\b")
_SHORTEST = 4  # letters of a word of a name
_LEAST = 2  # words of a name


def opted_out(text: str, lines: Sequence[Line], sender: Address | None, forms: Sequence[Form]) -> tuple[Entry, ...]:
    """Return an entry of doubts: the writer is to leave, and the name that signs where the address bears it out.

    ``text``: the writer's own words; empty where they ask for no such thing.
    """
    form = next((each for each in forms if each.subject_of == "contact"), None)
    said = next((each for each in clauses(" ".join(text.split())) if says("opt-out", each)), "")
    if form is None or not said or form.no_change_field is None or _NOT.search(fold(said)):
        return ()
    own = [line for line in lines if line.label in {"new", "answer", "signature"} and line.text.strip()]
    number = next((line.number for line in own if line.text.split()[0] in said and says("opt-out", line.text)), 0)
    doubts = [Doubt(form.no_change_field, said, FROM_A_SENTENCE, number or own[0].number, "leave", one_reading=True)]
    names = [] if _US.search(fold(said)) else _signers(own, sender)
    key = next((each for each in form.fields if each.kind == "name" and each.required), None)
    if key and len(names) == 1:
        name, line = names[0].text.strip(" .,"), names[0].number
        doubts.append(Doubt(key.id, name, FROM_A_SENTENCE, line, name, one_reading=True))
    return (Entry(form.id, {}, (), tuple(doubts)),)


def _signers(own: Sequence[Line], sender: Address | None) -> list[Line]:
    """The lines that are nothing but a person's name and share a word with the sender's address."""
    address = fold(f"{sender.name} {sender.address.partition('@')[0]}") if sender else ""
    return [line for line in own if is_person(line.text.strip(" .,")) and _is_in(line.text, address)]


def _is_in(name: str, address: str) -> bool:
    words = [word for word in re.split(r"[^\w]+", fold(name)) if word]
    return len(words) >= _LEAST and any(word in address for word in words if len(word) >= _SHORTEST)
