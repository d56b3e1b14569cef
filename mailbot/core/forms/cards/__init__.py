"""One person's data without labels, as on a visiting card: in one line, or one below the other.

"Licda. Ana Prueba, Asesora, Ministerio de Trabajo; 7a. avenida 0-00, zona 9; 2300-0000 ext. 15; cel. 5511-0000": every
part between the signs must be understood — a name, a post, an institution, the unit within it, a place, a number, an
address — or nothing is taken from it.  All of it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.cards.parts import NUMBER, Card, are_several, card_of
from mailbot.core.forms.found import told_for
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.naming.lead_in import without_lead_in
from mailbot.core.forms.persons.block import MAIL, NO_LABEL
from mailbot.core.forms.persons.said_above import below_heading, is_heading
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.quotation.signatures import is_closing
from mailbot.core.values import Doubt, Entry, FieldValue, Form, Known, Line

_ACKNOWLEDGES = re.compile(r"\b(?:recib\w+|enterad\w|received|receipt|noted|gracias|agrad\w+|thank\w*|consult\w+)\b")
_MOST_READ = 1_000  # lines of a letter
_MOST_ABOVE = 40  # lines that may lead to a card
_MOST_LINES = 12  # of a paragraph
_BROKEN = 55  # columns of a line that a mail program may have broken
_LONGEST = 600  # characters of a paragraph
_NAMES = ("title", "name", "position", "institution", "unit", "address")


def with_cards(entries: Sequence[Entry], lines: Sequence[Line], form: Form, known: Known) -> tuple[Entry, ...]:
    """Return the entries with what whole cards among the lines tell: what lacks is added, a new card is an entry.

    A card that nothing leads to and of which nothing was read so far may be whoever signs.
    """
    found = list(entries)
    heading = found[0] if len(found) == 1 and is_heading(found[0], form) else None
    before = _lines_of(heading) if heading else frozenset()  # lines of cards above, or of their institution
    for paragraph, above in _paragraphs(lines[:_MOST_READ]):
        introduced = _leads([line for line in above if line.number not in before])
        introduced = introduced or without_lead_in(paragraph[0].text) != paragraph[0].text
        for card in _cards_of(paragraph, labels_of(form)):
            doubts = list(_doubts(card, form, known))
            touching = [place for place, each in enumerate(found) if _lines_of(each) & card.lines]
            if any(_is_of_another(found[place], card, form) for place in touching):
                continue
            if touching:
                found[touching[0]] = _merged(_together([found[place] for place in touching]), doubts, card)
            elif introduced and all(_name_in(each, form) != card.words["name"] for each in found):
                found.append(Entry(form.id, {}, (), tuple(doubts)))
            for place in reversed(touching[1:]):
                del found[place]
            before |= card.lines
    return below_heading(heading, found[1:]) if heading in found and len(found) > 1 and heading else tuple(found)


def _cards_of(paragraph: Sequence[Line], labels: Labels) -> list[Card]:
    """The card that a paragraph is, or those that each of its lines is, or the one line that a program broke."""
    several = are_several(paragraph)
    whole = None if several else card_of(paragraph, labels)
    each = [] if whole or len(paragraph) < 2 else [card_of([line], labels) for line in paragraph]
    found = [whole] if whole else [card for card in each if card] if all(each) else []
    broken = not found and not several and any(len(line.text) >= _BROKEN for line in paragraph[:-1])
    if not broken:
        return found
    one = card_of([paragraph[0]._replace(text=" ".join(line.text.strip() for line in paragraph))], labels)
    return [replace(one, lines=frozenset(line.number for line in paragraph))] if one else []


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield the sender's own lines between blank ones, without greetings and lead-ins; none below a closing.

    With each, the sender's lines above it.
    """
    block: list[Line] = []
    above: list[Line] = []
    closed = False
    for line in [*lines, Line(0, "", 0)]:
        if line.label in {"new", "answer"} and line.text.strip() and not line.cells:
            block.append(line)
        elif block:
            cut = _cut(block)
            before = [*above, *block[: block.index(cut[0])]] if cut else []
            if cut and not closed and (not above or not is_closing(block[0].text)):
                yield cut, before
            closed = bool(above) and is_closing(block[-1].text)
            above, block = [*above, *block][-_MOST_ABOVE:], []


def _leads(above: Sequence[Line]) -> bool:
    if not above or above[-1].text.rstrip().endswith(":"):
        return True
    return all(_is_polite(line.text) and not _ACKNOWLEDGES.search(fold(line.text)) for line in above)


def _cut(block: list[Line]) -> list[Line]:
    while block and (block[0].text.rstrip().endswith(":") or (_is_polite(block[0].text) and not _is_broken(block))):
        block = block[1:]
    while block and (is_closing(block[-1].text) or _is_polite(block[-1].text)):
        block = block[:-1]
    return block if len(block) <= _MOST_LINES and sum(len(line.text) for line in block) <= _LONGEST else []


def _is_broken(block: Sequence[Line]) -> bool:
    """Tell whether a greeting goes on in the next line: "Buenas tardes, van mis datos: Licda. Irma Supuesto de"."""
    text = block[0].text.rstrip()
    return len(block) > 1 and len(text) >= _BROKEN and text[-1:] not in ".:;,!?"


def _is_polite(text: str) -> bool:
    return is_courtesy(text) and not MAIL.search(text) and not NUMBER.search(text)


def _doubts(card: Card, form: Form, known: Known) -> Iterator[Doubt]:
    said = {name: words for name, words in card.words.items() if words}
    said |= {name: " / ".join(numbers) for name, numbers in card.numbers.items()}
    email = next((each.id for each in form.fields if each.kind == "email"), "")
    said |= {email: ", ".join(card.mails)} if email and card.mails else {}
    for each in form.fields:
        words = said.get(each.id, "")
        read = read_value(each, words, card.line, known) if words else None
        if isinstance(read, FieldValue):
            yield Doubt(each.id, words, NO_LABEL, card.line, read.value, one_reading=True)
        elif isinstance(read, Doubt):
            yield read


def _lines_of(entry: Entry) -> frozenset[int]:
    return frozenset({*(each.line for each in entry.fields.values()), *(each.line for each in entry.doubts)}) - {0}


def _is_of_another(entry: Entry, card: Card, form: Form) -> bool:
    """Tell whether an entry names somebody else than the card does."""
    named = _name_in(entry, form)
    return bool(named) and card.words["name"] not in named


def _name_in(entry: Entry, form: Form) -> str:
    key = key_field(form)
    return told_for(entry, key.id) if key else ""


def _together(entries: Sequence[Entry]) -> Entry:
    """One entry of those that tell of one card: what is sure in any of them, and every question."""
    first = entries[0]
    fields = {name: value for each in reversed(entries) for name, value in each.fields.items()}
    doubts = tuple({one.field: one for each in reversed(entries) for one in each.doubts}.values())
    return replace(first, fields=fields, doubts=doubts) if len(entries) > 1 else first


def _merged(base: Entry, doubts: Sequence[Doubt], card: Card) -> Entry:
    """Return an entry with what the card adds; a doubtful value gives way where the card says it whole."""
    told = {each.field: each for each in doubts}
    kept = [each for each in base.doubts if not _gives_way(each, told.get(each.field), card)]
    taken = {*base.fields, *(each.field for each in kept)}
    more = [each for each in doubts if each.field not in taken]
    missing = tuple(name for name in base.missing if name not in told)
    return replace(base, missing=missing, doubts=(*kept, *more))


def _gives_way(asked: Doubt, told: Doubt | None, card: Card) -> bool:
    """Whether a question is answered by the card: it had no reading, or cut a part off, or took more than a part."""
    if asked.line not in card.lines or asked.field not in {*_NAMES, *card.numbers, "email", "phone", "mobile", "fax"}:
        return False
    if told is None or not told.one_reading:
        return told is not None and not asked.one_reading
    if isinstance(asked.proposal, list) and isinstance(told.proposal, list) and {*asked.proposal} < {*told.proposal}:
        return True  # two numbers, each on a line of its own
    if asked.proposal is None or not asked.one_reading or asked.field in {"institution", "unit"}:
        return True
    one, other = str(asked.proposal), str(told.proposal)
    return one != other and (one in other or other in one)
