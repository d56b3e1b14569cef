"""Reports of activities that nobody asked for by a letter on record or a code: announced, or listed one a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms import Found, read_entries
from mailbot.core.forms.activities.listed_titles import is_word_of_a_title, opens_a_title
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.activities.titles import is_title
from mailbot.core.language import fold
from mailbot.core.reading import two_halves
from mailbot.core.reading.proposing import announces_a_report, asks_or_thanks, is_of_the_programme, proposes
from mailbot.core.values import Bilingual, Entry, Form, Known, Line, Message

_OWN = frozenset({"new", "answer"})
_SEVERAL = 2  # activities
_LONGEST_LINE = 2_000
_LEAST_OF_TITLE = 3  # words
_INFORMS = re.compile(
    r"\b(?:inform(?:o|amos|ar(?:les?)?|amosles|ed|e)?|comunic(?:o|amos|ar(?:les?)?)|notific(?:o|amos|ar(?:les?)?)"
    r"|avis(?:o|amos|ar(?:les?)?)"
    r"|(?:hacer|hago|hacemos)(?:les)? (?:de|del) (?:su |vuestro )?conocimiento|hacer(?:les)? saber|be advised"
    r"|advise you|notify you"
    r"|let you know|report|be informed)\b[^.]{0,80}?\b(?:que|that)\b"
)
_LONGEST_SUBJECT = 400  # characters, of a lead too
UNASKED = Bilingual(
    "No habíamos preguntado por estas actividades: ¿es así como están?",
    "We had not asked about these activities: is this how they stand?",
)
_OF_PROGRESS = re.compile(
    r"(?:(?:re|rv|fw|fwd|enc)\s?:\s*){0,4}(?:avances?|progress)\b|\bavances? de (?:las )?actividades\b"
)


def reported_unasked(
    text: str,
    message: Message,
    lines: tuple[Line, ...],
    forms: tuple[Form, ...],
    known: Known,
    *,
    about_else: bool = False,
) -> Found | None:
    """What "I am pleased to report the following:" leads to under a subject of the programme: several states.

    Without such words lines that follow each other, a title and its state each, are a report too, and wherever
    they stand several titles that open with a noun for what activities are: all that a letter may be that is
    ``about_else`` by its words, a questionnaire or a memorandum.  All is asked.
    """
    form = next((each for each in forms if each.subject_of == "activity"), None)
    if form is None:
        return None
    announced = not about_else and announces_a_report(text, message.subject)
    expected = announced or (not about_else and _is_about_progress(message.subject))
    if not expected and proposes(fold(message.subject[:_LONGEST_SUBJECT])):
        return None
    found = read_entries(message, lines, (form,), None, known, about=form)
    states = {each.id for each in form.fields if each.kind == "choice"}
    told = [states & {*each.fields, *(one.field for one in each.doubts if one.proposal)} for each in found.entries]
    if found.entries and all(told) and all(_is_informed(each, form) for each in found.entries):
        return _all_asked(found, lines)
    if len(told) < _SEVERAL or not all(told):
        return None
    shown = _shows_itself(found, lines, form)
    if not announced and not shown and not (expected and _is_a_list(found, lines, form)):
        return None
    return _all_asked(found, lines)


def _all_asked(found: Found, lines: Sequence[Line]) -> Found:
    own = frozenset(line.number for line in lines)
    return replace(found, entries=tuple(two_halves.as_proposals(each, own, UNASKED) for each in found.entries))


def _is_informed(entry: Entry, form: Form) -> bool:
    """Tell whether a sentence informs of an activity by its title: "Please be informed that the virtual forum …"."""
    called = _called(entry, form)
    activity = next(each.id for each in form.fields if each.kind == "activity")
    said = next((each.said for each in entry.doubts if each.field not in {activity} and called in each.said), "")
    titled = len(called.split()) >= _LEAST_OF_TITLE and is_title(called)
    return titled and _INFORMS.search(fold(said.partition(called)[0])) is not None


def _shows_itself(found: Found, lines: Sequence[Line], form: Form) -> bool:
    """Tell whether all that is named is so by a title, and no line of the writer asks or proposes.

    What a line right above asks for or thanks for is no report.
    """
    written = [line for line in lines if line.label in _OWN and line.text.strip()]
    if any("?" in line.text or proposes(fold(line.text[:_LONGEST_LINE])) for line in written):
        return False
    first = min(_line_of(each, form) for each in found.entries)
    above = next((line for line in reversed(written) if line.number < first), None)
    if above and asks_or_thanks(fold(above.text[-_LONGEST_SUBJECT:])):
        return False
    return all(
        is_word_of_a_title(words) or is_title(words) for words in (_called(each, form) for each in found.entries)
    )


def _line_of(entry: Entry, form: Form) -> int:
    """The line that names the activity of an entry."""
    activity = next(each.id for each in form.fields if each.kind == "activity")
    asked = next((each.line for each in entry.doubts if each.field == activity), 0)
    return entry.fields[activity].line if activity in entry.fields else asked


def _called(entry: Entry, form: Form) -> str:
    """The words of an entry that name its activity, whether they are asked or not."""
    activity = next(each.id for each in form.fields if each.kind == "activity")
    asked = next((each.proposal for each in entry.doubts if each.field == activity and each.proposal), "")
    value = entry.fields.get(activity)
    return str(value.value if value else asked)


def _is_about_progress(subject: str) -> bool:
    about = fold(subject[:_LONGEST_SUBJECT])
    return not proposes(about) and (is_of_the_programme(about) or _OF_PROGRESS.search(about) is not None)


def _is_a_list(found: Found, lines: Sequence[Line], form: Form) -> bool:
    """Tell whether the entries are lines in a row below a lead, each opened by what may be an activity."""
    named = [_named(each, form) for each in found.entries]
    places = [line for _, line in named]
    if not all(_may_be_activity(words) for words, _ in named) or len(set(places)) < len(places):
        return False
    within = range(min(places), max(places) + 1)
    written = [line for line in lines if line.text.strip()]
    above = next((line for line in reversed(written) if line.number < min(places)), None)
    own = {line.number for line in written if line.number in within}
    return above is not None and _leads(above) and own <= found.used | set(places)


def _leads(line: Line) -> bool:
    """Tell whether a line of the writer announces what stands below it; what it asks for is no report."""
    said = fold(line.text[-_LONGEST_SUBJECT:]).rstrip()
    return line.label in _OWN and said.endswith(":") and not asks_or_thanks(said) and not proposes(said)


def _named(entry: Entry, form: Form) -> tuple[str, int]:
    """The words of an entry that name its activity, and their line; none where they are asked."""
    activity = next(each.id for each in form.fields if each.kind == "activity")
    value = entry.fields.get(activity)
    return (str(value.value), value.line) if value else ("", 0)


def _may_be_activity(words: str) -> bool:
    """Tell whether words are a code, open with a noun for an activity, or are two at least: "boletos" are none."""
    return bool(FIND_CODE.search(words)) or len(words.split()) >= _SEVERAL or opens_a_title(words)
