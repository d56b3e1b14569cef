"""What sentences report beside lines with a code: other activities, by their code or by their title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.forms.activities.letters_activities import telling, with_codes_of_letter
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.activities.reported import reports_in_sentences
from mailbot.core.forms.activities.same_activity import meaning
from mailbot.core.forms.naming.said import Loose
from mailbot.core.values import Entry, Form, Known

_LEAST_WORDS = 2  # of a title beside codes: "la reunión" may be the one above


def told_beside(
    entries: Sequence[Entry],
    loose: Sequence[Loose],
    form: Form,
    known: Known,
    activities: Mapping[str, frozenset[str]],
    *,
    used: frozenset[int],
    asked: bool,
) -> tuple[Entry, ...]:
    """Return what sentences beside other entries report of activities that none of those is about.

    ``loose``: all lines without a label; ``used``: the numbers of those the entries were read from. An activity is
    named by its code; when ``asked`` on this form, in a paragraph of its own also by its title.
    """
    rest = [each for each in loose if not used & {each.line, *each.lines}]
    taken = [each for each in loose if used & {each.line, *each.lines}]
    titled = asked and any(FIND_CODE.search(each.text) for each in taken)
    if (
        form.subject_of != "activity"
        or not entries
        or not (titled or any(FIND_CODE.search(each.text) for each in rest))
    ):
        return ()
    above = _Above(entries, taken, form)
    told = (
        with_codes_of_letter(each, form, activities) for each in reports_in_sentences(rest, form, known, asked=asked)
    )
    return tuple(each for each in told if above.leaves(each, titled=titled))


def with_report_told(entry: Entry, loose: Sequence[Loose], form: Form, known: Known) -> Entry:
    """Add what the sentences tell of the one activity they name, where no label's words do.

    "En relación con el cuestionario, su envío se ha retrasado. La nueva fecha de entrega es el 30 de abril."
    """
    activity = next((each.id for each in form.fields if each.kind == "activity"), "")
    named = activity in {each.field for each in entry.doubts}
    if form.subject_of != "activity" or activity in entry.fields or not (named or activity in entry.missing):
        return entry
    told = reports_in_sentences(loose, form, known, asked=True)
    if len(told) != 1 or (named and activity not in {each.field for each in told[0].doubts}):
        return entry
    held = {name: each.value for name, each in entry.fields.items()}
    held |= {each.field: each.proposal for each in entry.doubts if each.proposal is not None}
    if any(meaning(held.get(each.field, each.proposal)) != meaning(each.proposal) for each in told[0].doubts):
        return entry  # it is about another
    said = held.keys()
    more = tuple(each for each in told[0].doubts if each.field not in said)
    kept = tuple(each for each in entry.doubts if each.field not in {one.field for one in more})
    missing = tuple(each for each in entry.missing if each not in {one.field for one in more})
    return replace(entry, missing=missing, doubts=(*kept, *more))


class _Above:
    """The entries that stand, and the lines they were read from."""

    def __init__(self, entries: Sequence[Entry], taken: Sequence[Loose], form: Form) -> None:
        self._activity = next((each.id for each in form.fields if each.kind == "activity"), "")
        self._status = next((each.id for each in form.fields if each.kind == "choice"), "")
        self._codes = {code.upper() for each in entries for code in FIND_CODE.findall(self._names(each))}
        self._states = {self._state(each) for each in entries} - {None}
        self._lines = {line for each in taken for line in (each.line, *each.lines)}
        self._words = telling(" ".join(each.text for each in taken))

    def leaves(self, told: Entry, *, titled: bool) -> bool:
        """Tell whether what is told is of an activity that none of the entries is about.

        A title may be that of a code above: none of its words stands there, nor is the same state told of it.
        """
        codes = {code.upper() for code in FIND_CODE.findall(self._names(told))}
        if codes:
            return not codes & self._codes
        doubt = next((each for each in told.doubts if each.field == self._activity), None)
        if not titled or doubt is None or len(doubt.said.split()) < _LEAST_WORDS or not doubt.one_reading:
            return False
        apart = doubt.line - 1 not in self._lines and not telling(doubt.said) & self._words
        return apart and self._state(told) not in self._states

    def _names(self, entry: Entry) -> str:
        """The words that say what an entry is about."""
        value = entry.fields.get(self._activity)
        taken = [value.said, str(value.value)] if value else []
        return " ".join(
            [*taken, *(f"{each.said} {each.proposal}" for each in entry.doubts if each.field == self._activity)]
        )

    def _state(self, entry: Entry) -> object:
        value = entry.fields.get(self._status)
        doubt = next((each for each in entry.doubts if each.field == self._status), None)
        return value.value if value else doubt.proposal if doubt else None
