"""Our letter, not on record, made out from the answer that quotes it: its two halves say the same.

What stands behind a label in one language and not behind the same label in the other was typed; what
stands behind both is ours.  The letter so restored is compared with the answer as one on record is, but
what is read by it is only proposed: somebody may have deleted a value in one half instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from mailbot.core.codes import codes_in
from mailbot.core.comparison import is_form_line, value_key
from mailbot.core.forms.layout.arranged import MOST_LINES
from mailbot.core.forms.naming.labels import Labels, label_key, labels_of
from mailbot.core.forms.naming.pieces import clean_value, head_of
from mailbot.core.forms.taking.values import read_value
from mailbot.core.reading.forwarded import is_passed_on
from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Form, Known, Line, Message

_LEAST_LABELS = 4  # of a half, that both halves must show
_REACH = 8  # lines between two labels of one form
_QUOTED = frozenset({"quoted", "blank"})
_LOST = re.compile(r"\w[?\ufffd]\w")
INSIDE = Bilingual(
    "Está escrito dentro de nuestra carta, en una sola de sus dos mitades: ¿es así?",
    "It is written inside our letter, in only one of its two halves: is it so?",
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One label of ours as it came back: the field, and the places of the line and of what stands below it."""

    field: str
    language: str
    place: int
    value: str
    below: tuple[int, ...]


def restored(message: Message, lines: Sequence[Line], forms: Sequence[Form], known: Known) -> Message | None:
    """Return our letter as it left, without what the two halves do not share; None where nothing was typed.

    ``lines`` are labelled.  A letter passed on, or inside another quotation, may have been filled in by anybody: None.
    """
    if len(lines) > MOST_LINES or is_passed_on(message.subject) or not _answers_one_letter(lines):
        return None
    rows = {form: tuple(_rows(lines, labels_of(form))) for form in forms}
    form = max(forms, key=lambda each: _shared_labels(rows[each]), default=None)
    if form is None or _shared_labels(rows[form]) < _LEAST_LABELS or _lost_letters(lines):
        return None
    return _without_typed(message, lines, rows[form], form, known)


def _lost_letters(lines: Sequence[Line]) -> bool:
    """Tell whether a charset took letters from the labels of one half: "Instituci?n" is compared with nothing."""
    heads = (line.text.partition(":")[0] for line in lines if line.label == "quoted" and ":" in line.text)
    return any(_LOST.search(head) for head in heads)


def as_proposals(entry: Entry, quoted: frozenset[int], why: Bilingual = INSIDE) -> Entry:
    """Return the entry with what was read from ``quoted`` lines (their numbers) asked, ready to confirm."""
    asked = {each: value for each, value in entry.fields.items() if value.line in quoted}
    doubts = (Doubt(each, value.said, why, value.line, value.value, one_reading=True) for each, value in asked.items())
    kept: dict[str, FieldValue] = {each: value for each, value in entry.fields.items() if each not in asked}
    return replace(entry, fields=kept, doubts=(*entry.doubts, *doubts))


def _answers_one_letter(lines: Sequence[Line]) -> bool:
    """Tell whether one header, or none, introduces one quotation, long enough for both halves of a form."""
    if sum(line.label == "quoted" and (":" in line.text or len(line.cells) == 2) for line in lines) < 2 * _LEAST_LABELS:
        return False
    labels = [line.label for line in lines if line.text.strip()]
    opens = sum(here == "quote-header" != above for above, here in pairwise(["", *labels]))
    return opens <= 1 and all(line.depth <= 1 for line in lines if line.label == "quoted")


def _rows(lines: Sequence[Line], labels: Labels) -> Iterator[_Row]:
    language = ""
    found = [(place, *named) for place, line in enumerate(lines) if (named := _named(line, labels))]
    for (place, field, own, value), after in zip_longest(found, [each[0] for each in found[1:]]):
        language = own or language
        below = tuple(_below(lines, place, after))
        if language and not _lists_choices(value, field, labels):
            said = " ".join((value, *(lines[each].text for each in below)))
            yield _Row(field, language, place, " ".join(said.split()), below)


def _named(line: Line, labels: Labels) -> tuple[str, str, str] | None:
    """The field, its language ("" where both say it so) and the value of a quoted line that one of our labels opens."""
    if line.label != "quoted" or not line.text.strip():
        return None
    if len(line.cells) == 2:
        head, value = line.cells
    else:
        found = head_of(line.text, labels)
        head, value = (line.text[: found.start], found.text) if found else ("", "")
    key = label_key(head)
    if key not in labels.es | labels.en:
        return None
    own = "" if key in labels.es & labels.en else ("es" if key in labels.es else "en")
    return labels.by_key[key], own, clean_value(value)


def _below(lines: Sequence[Line], place: int, after: int | None) -> Iterator[int]:
    """Places of the words under a label, down to the next line of the form; where that is far, one paragraph."""
    near = after is not None and after - place <= _REACH
    for at in range(place + 1, after or len(lines)):
        line = lines[at]
        if line.label not in _QUOTED or is_form_line(line.text) or not (near or line.text.strip()):
            return
        if line.text.strip():
            yield at


def _lists_choices(value: str, field: str, labels: Labels) -> bool:
    """Tell whether it is the legend "Cambio: alta, actualización, baja", no answer."""
    of = {label_key(text) for each in labels.form.field(field).choices for text in (each.label.es, each.label.en)}
    said = {label_key(each) for each in value.strip(" ,").split(",")}
    return len(said) > 1 and said <= of


def _shared_labels(rows: Sequence[_Row]) -> int:
    """How many labels stand there in both languages."""
    spanish, english = ({row.field for row in rows if row.language == each} for each in ("es", "en"))
    return len(spanish & english)


def _without_typed(
    message: Message, lines: Sequence[Line], rows: Sequence[_Row], form: Form, known: Known
) -> Message | None:
    others = _others(rows)
    written = {row.language for row in rows if row.value and (other := others.get(row.place)) and not other.value}
    ours = {row.place: _ours(row, others.get(row.place), form, known, written) for row in rows}
    typed = [row for row in rows if ours[row.place] != row.value]
    if not typed:
        return None
    below = {place for row in typed for place in row.below} | set(_above_added(lines, rows, others))
    before = {row.place: _as_it_left(lines[row.place], ours[row.place]) for row in typed}
    kept = tuple(
        before.get(place, line).labelled("new")
        for place, line in enumerate(lines)
        if line.label in _QUOTED and place not in below
    )
    return replace(message, sha256=f"restored {message.sha256}", sender=None, lines=kept, alternative=())


def _above_added(lines: Sequence[Line], rows: Sequence[_Row], others: Mapping[int, _Row]) -> Iterator[int]:
    """Places of what stands above a label that came once more than in the other half: "Segundo contacto:"."""
    for above, row in pairwise(rows):
        if row.language == above.language and row.place not in others:
            yield from (at for at in range(above.place + 1, row.place) if not codes_in(lines[at].text))


def _others(rows: Sequence[_Row]) -> dict[int, _Row]:
    """The row of the other half by the place of a row: the first one of a field answers the first."""
    groups: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        groups.setdefault((row.field, row.language), []).append(row)
    found: dict[int, _Row] = {}
    for (field, language), mine in groups.items():
        theirs = groups.get((field, "en" if language == "es" else "es"), [])
        found |= {row.place: other for row, other in zip(mine, theirs, strict=False)}
    return found


def _ours(row: _Row, found: _Row | None, form: Form, known: Known, written: Collection[str]) -> str:
    """What stood there when our letter left: what the other half says too, all of it where that one is untouched.

    ``written`` are the languages of the halves that say something where the other one is blank.
    """
    other = found.value if found else ""
    if row.value == other or _meaning(row.value, row, form, known) == _meaning(other, row, form, known):
        return row.value
    if len(written) == 1:
        return other if row.language in written else row.value
    if form.subject_of != "contact":
        return row.value  # "Secretaría Técnica" over "Technical Secretariat": perhaps only told in both languages
    shorter, longer = sorted((row.value, other), key=len)
    return shorter if longer.startswith(shorter) else ""


def _meaning(value: str, row: _Row, form: Form, known: Known) -> object:
    """What both languages say alike: "Canadá" and "Canada", "1 de marzo" and "1 March"."""
    read = read_value(form.field(row.field), value, 0, known) if value else None
    if not isinstance(read, FieldValue):
        return value_key(value)
    if isinstance(read.value, Mapping):
        return {name: each for name, each in read.value.items() if name != "said"}
    return read.value


def _as_it_left(line: Line, value: str) -> Line:
    """Our line with the label and what we had written beside it."""
    if len(line.cells) == 2:
        return line._replace(text=f"{line.cells[0]}\t{value}", cells=(line.cells[0], value))
    head, colon, _ = line.text.partition(":")
    return line._replace(text=f"{head}{colon} {value}".rstrip())
