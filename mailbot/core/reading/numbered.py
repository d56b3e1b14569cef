"""Rows of a numbered letter, answered by number: "3: hecho", "2: en proceso, 60 %".

What a number means is said by the letter that is answered, never by a newer one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mailbot.core.fields.choices import names_of
from mailbot.core.language import fold
from mailbot.core.promises import promise_in
from mailbot.core.values import Bilingual, Doubt, Entry, Form, Known, Line, Message, Reading

_ROW = re.compile(
    r"[\W_]*(?:(?:fila|row|punto|item|no|nr|num|n[uú]mero|number)\b\.?\s*|n\.?[º°]\s*|#\s*)?"
    r"(\d{1,4})\s*(?:[:.)=]+|[-–—](?=\s))\s*(?=\D)(\S.*)",
    re.IGNORECASE,
)
_LONGEST = 200
_PERCENT = re.compile(r"\d{1,3}\s?%")


@dataclass(frozen=True, slots=True)
class Row:
    """What one number of a letter means: a request, an activity or a hold.

    ``request`` is the request's code, ``activity`` the activity's; ``participant`` whose
    request it is.  ``unsure``: letters that may be the one answered mean different things.
    """

    number: int
    request: str | None = None
    activity: str | None = None
    participant: str | None = None
    hold: int | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class RowSaid:
    """Words about how a request stands, on the line of its row: "2: no aplica"."""

    row: Row
    words: str
    line: int


def rows_from(documents: Sequence[Sequence[Mapping[str, object]]]) -> dict[int, Row]:
    """Return number → row from what letters kept; where they differ the row is unsure."""
    found: dict[int, Row] = {}
    for document in documents:
        for each in document:
            number = int(str(each.get("number") or 0))
            row = Row(number, _text(each, "request"), _text(each, "activity"), _text(each, "participant"))
            row = replace(row, hold=int(str(each["hold"]))) if each.get("hold") else row
            same = found.setdefault(number, row)
            if same != row:
                found[number] = Row(number, unsure=True)
    return found


def _text(each: Mapping[str, object], key: str) -> str | None:
    value = each.get(key)
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A message with its numbered lines written out, and what could not be.

    ``asked`` are entries that only hold a doubt; ``originals`` maps line → what was typed.
    """

    message: Message
    asked: tuple[Entry, ...] = ()
    said: tuple[RowSaid, ...] = ()
    originals: Mapping[int, str] = field(default_factory=dict)


def read_numbered(
    read: Callable[[Message], Reading],
    message: Message,
    forms: Sequence[Form],
    known: Known,
    sent: Message | None,
    rows: Mapping[int, Row],
    participant: str | None,
) -> tuple[Reading, tuple[RowSaid, ...]]:
    """Read a reply to a letter with ``rows``; also returns what is said of requests by their row."""
    if not rows:
        return read(message), ()
    numbered = _written_out(message, forms, known, sent, rows, participant)
    done = read(numbered.message)
    entries = (*(_as_typed(each, numbered.originals) for each in done.entries), *numbered.asked)
    if not numbered.asked:
        return replace(done, entries=entries), numbered.said
    return replace(done, kind="answer", entries=entries, why=done.why or "rows of our letter"), numbered.said


def _written_out(
    message: Message,
    forms: Sequence[Form],
    known: Known,
    sent: Message | None,
    rows: Mapping[int, Row],
    participant: str | None,
) -> Numbered:
    form = next((each for each in forms if each.subject_of == "activity"), None)
    if form is None:
        return Numbered(message)
    ours = {line.text.strip() for line in (*sent.lines, *sent.alternative)} if sent is not None else set()
    writing = _Writing(form, rows, participant, known, ours, _state_words(forms))
    lines = tuple(writing.line(line) for line in message.lines)
    asked, said = tuple(writing.asked), tuple(writing.said)  # the other half says the same again
    alternative = tuple(writing.line(line) for line in message.alternative)
    return Numbered(replace(message, lines=lines, alternative=alternative), asked, said, writing.originals)


@dataclass
class _Writing:
    form: Form
    rows: Mapping[int, Row]
    participant: str | None
    known: Known
    ours: set[str]
    words: tuple[str, ...]
    asked: list[Entry] = field(default_factory=list)
    said: list[RowSaid] = field(default_factory=list)
    originals: dict[int, str] = field(default_factory=dict)

    def line(self, line: Line) -> Line:
        """Return a typed line with the activity in place of its number; lines of ours stay."""
        typed = not (line.depth or line.cells or line.text.strip() in self.ours)
        match = _ROW.fullmatch(line.text.strip()) if typed else None
        if match is None or len(match[2]) > _LONGEST:
            return line
        row, rest = self.rows.get(int(match[1])), match[2].strip()
        if row is not None and row.hold is not None:
            return line  # a decision, not a report
        state, promise = _is_state(rest, self.words), promise_in(rest, self.known.today)
        return self._written(line, row, rest, state=state) if state or promise else line

    def _written(self, line: Line, row: Row | None, rest: str, *, state: bool) -> Line:
        problem = _problem(row, self.rows, self.participant)
        self.originals[line.number] = line.text.strip()
        if row is None or problem is not None:
            self.asked.append(_only_asked(self.form, line, problem or _no_row(self.rows)))
            return line._replace(text="")
        if row.request and not state:
            self.said.append(RowSaid(row, rest, line.number))
            return line._replace(text="")
        return line._replace(text=f"{row.activity}: {rest}" if row.activity else rest)


def _state_words(forms: Sequence[Form]) -> tuple[str, ...]:
    """Return what a report may begin with: the words of the states and "no change"."""
    found = {
        fold(word)
        for form in forms
        for each in form.fields
        if form.subject_of == "activity"
        for choice in each.choices
        for word in (choice.value, *names_of(choice))
    }
    return tuple(sorted(found | {fold(word) for form in forms for word in form.no_change}, key=len, reverse=True))


def _is_state(rest: str, words: Sequence[str]) -> bool:
    folded = fold(rest)
    return bool(_PERCENT.match(folded)) or any(
        folded.startswith(word) and not folded[len(word) :][:1].isalnum() for word in words
    )


def _problem(row: Row | None, rows: Mapping[int, Row], participant: str | None) -> Bilingual | None:
    if row is None:
        return _no_row(rows)
    if row.unsure:
        return UNSURE
    if row.participant is not None and participant is not None and row.participant != participant:
        return NOT_YOURS
    return None


def _no_row(rows: Mapping[int, Row]) -> Bilingual:
    first, last = min(rows), max(rows)
    return Bilingual(
        f"La carta que responde no tiene esa fila: van de la {first} a la {last}.",
        f"The letter you answer has no such row: they run from {first} to {last}.",
    )


UNSURE = Bilingual(
    "No sabemos a cuál de nuestras cartas responde y sus números difieren; escriba el código de la actividad.",
    "We cannot tell which of our letters this answers and their numbers differ; please write the activity's code.",
)
NOT_YOURS = Bilingual(
    "Esa fila es de otro Estado: cada uno informa por sí mismo.",
    "That row is another State's: each reports for itself.",
)


def _only_asked(form: Form, line: Line, why: Bilingual) -> Entry:
    name = next(each.id for each in form.fields if each.kind == "activity")
    return Entry(form.id, {}, (), (Doubt(name, line.text.strip(), why, line.number),))


def _as_typed(entry: Entry, originals: Mapping[int, str]) -> Entry:
    """The activity was said by its row's number: that line is the evidence."""
    fields = {
        name: replace(each, said=originals[each.line], certainty="normalised")
        if name == "activity" and each.line in originals
        else each
        for name, each in entry.fields.items()
    }
    return replace(entry, fields=fields)
