"""Who asks to be left alone: shown as leaving, and asked; what is done is decided from the words themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.persons.runs import persons_in
from mailbot.core.forms.persons.signers import signed_as, signers
from mailbot.core.language import fold
from mailbot.core.reading.intents import says
from mailbot.core.values import Address, Doubt, Entry, Form, Line

_NOT = re.compile(r"\b(?:not|don't|instead of|without|en vez de) (?:remove|take|delete|stop|unsubscribe)")
_US = re.compile(r"\b(?:us|nos|[a-z]+nos|our|nuestr[oa]s?|we)\b")


def opted_out(text: str, lines: Sequence[Line], sender: Address | None, forms: Sequence[Form]) -> tuple[Entry, ...]:
    """Return an entry of doubts: the writer is to leave, and the name that signs where the address bears it out.

    ``text``: the writer's own words; empty where they ask for no such thing.
    """
    form = next((each for each in forms if each.subject_of == "contact"), None)
    said = next((each for each in clauses(" ".join(text.split())) if says("opt-out", each)), "")
    if form is None or not said or form.no_change_field is None or _NOT.search(fold(said)):
        return ()
    own = [line for line in lines if line.label in {"new", "answer", "signature"} and line.text.strip()]
    if not own:  # the words stand in a letter sent on
        return ()
    number = next((line.number for line in own if line.text.split()[0] in said and says("opt-out", line.text)), 0)
    doubts = [Doubt(form.no_change_field, said, FROM_A_SENTENCE, number or own[0].number, "leave", one_reading=True)]
    names = [] if _US.search(fold(said)) or not sender else signers(own, f"{sender.name} {sender.address}")
    key = next((each for each in form.fields if each.kind == "name" and each.required), None)
    if key and len(names) == 1:
        name, line = signed_as(names[0])[1], names[0].number
        whole = (each.name for each in persons_in(said) if {*fold(name).split()} <= {*fold(each.name).split()})
        name = next(whole, name)
        doubts.append(Doubt(key.id, name, FROM_A_SENTENCE, line, name, one_reading=True))
    return (Entry(form.id, {}, (), tuple(doubts)),)
