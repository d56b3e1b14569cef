"""Labelled lines → what was said for which field, in order of appearance.

Own lines carry values; our own or quoted lines carry only labels, for an answer typed
beneath one of them.  A value runs on until a blank line, the next label or a courtesy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.comparison import is_form_line, value_key
from mailbot.core.forms.activities.named_activity import FIND_CODE, tells_state_of_number
from mailbot.core.forms.layout.answers_above import may_be_of_the_next, stands_between_ours
from mailbot.core.forms.layout.arranged import arranged
from mailbot.core.forms.layout.closing import signature_rows
from mailbot.core.forms.layout.given_up import is_given_up
from mailbot.core.forms.layout.going_on import (
    asks_a_name,
    goes_on_below,
    heads_another,
    is_address,
    is_another_label,
    is_reach,
    might_belong,
    runs_on,
)
from mailbot.core.forms.layout.headers import table_block
from mailbot.core.forms.layout.listed import lists_a_person, speaks_of_another
from mailbot.core.forms.layout.person_rows import opens_an_item
from mailbot.core.forms.layout.rows import Row, joined
from mailbot.core.forms.layout.scanning import Scanning
from mailbot.core.forms.layout.spacing import awaiting, begins_with_label, value_and_rest
from mailbot.core.forms.layout.tables import read_table
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.foreign import (
    choice_keys,
    foreign_label,
    lists_all_choices,
    of_somebody_else,
    only_labels,
)
from mailbot.core.forms.naming.item_heads import headless
from mailbot.core.forms.naming.labels import Label, Labels, Piece, label_key
from mailbot.core.forms.naming.lead_in import without_lead_in, without_whom_it_is_told
from mailbot.core.forms.naming.numbers import is_number, number_near, only_numbers
from mailbot.core.forms.naming.pieces import (
    bare_label,
    begins_labelled,
    clean_value,
    extent,
    head_of,
    split,
    without_bullet,
)
from mailbot.core.forms.naming.references import is_unchanged, without_unchanged, wrong_behind
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said, Stands, is_empty_of
from mailbot.core.forms.naming.sent import is_request_code
from mailbot.core.forms.persons.about_persons import begins_with_a_person
from mailbot.core.forms.persons.names_of_offices import is_institution
from mailbot.core.forms.prose.corrected import tells_of_pairs
from mailbot.core.forms.prose.told import all_told_in
from mailbot.core.forms.taking.asides import with_remark
from mailbot.core.forms.taking.dated import begins_date
from mailbot.core.forms.taking.offices import is_office_by_itself, unit_below
from mailbot.core.message.html import STRUCK
from mailbot.core.values import Line

_ENTRY_HEADING = re.compile(
    r"\W*(?:contacto|punto focal|persona|funcionari[oa]|actividad|contact|focal point|person|activity|entry)"
    r"\s*(?:no\.?|n[o°º]\.?|#)?\s*\d{1,2}\W*",
    re.IGNORECASE,
)
_MANY = 3  # pieces of a line that is a list of pairs and no sentence
_LOOKAHEAD = 40
_COMMA = re.compile(r",\s+")
_REMARK = re.compile(r"\s{0,3}\([^()\d][^()]{1,80}\)")


def scan(lines: Sequence[Line], labels: Labels, shown: Mapping[str, str], *, signed: bool = False) -> tuple[Item, ...]:
    """Return the items of labelled lines; ``shown`` is label key → value key as sent.

    ``signed``: what looks like a signature is read too.
    """
    rows = arranged(lines, labels)
    state = Scanning(labels, shown, rows)
    signature = frozenset() if signed else signature_rows(rows, labels)
    place = 0
    while place < len(rows):
        if place in signature:
            state.forget()
            state.items.append(Loose(rows[place].text, rows[place].number, rows[place].lines))
            state.gap()
        place += 1 if place in signature else _step(state, place)
    return tuple(headless(item) for item in state.items)


def _step(state: Scanning, place: int) -> int:
    """Read the row at ``place``; returns how many rows were consumed."""
    row = state.rows[place]
    if row.kind == "blank":
        state.since_blank = True
        state.open = None
        state.gap()
        return 1
    if row.kind == "barrier":
        state.forget()
        state.gap()
        return 1
    if row.cells:
        return _table(state, place)
    if row.kind == "context":
        _context(state, row)
        return 1
    _own(state, place, row)
    return 1


def _table(state: Scanning, place: int) -> int:
    """Read the rows of a table."""
    block, end = table_block(state.rows, place, state.labels)
    state.forget()
    items = read_table(block, state.labels, state.shown)
    state.items += items
    below = state.rows[end] if end < len(state.rows) else None
    if below and below.kind == "own" and not below.cells and goes_on_below(state.items, below.text):
        state.open = len(state.items) - 1
    elif not all(isinstance(item, Loose) for item in items) and not is_address(below):
        state.gap()
    return end - place


def _context(state: Scanning, row: Row) -> None:
    """Remember the label of a line that is not the sender's: an answer may follow."""
    found = awaiting(row.text, state.labels)
    if found:
        state.pending, state.below = found
        state.open, state.since_blank = None, False
        if state.below:
            state.items.append(Stands(state.pending, state.below, row.number))
    elif not state.pending or state.since_blank or is_form_line(row.text):
        state.forget()
    state.gap()


def _own(state: Scanning, place: int, row: Row) -> None:
    if _ENTRY_HEADING.fullmatch(row.text):
        state.items.append(Break())
        state.forget()
        return
    alone = bool(state.pending) and stands_between_ours(state.rows, place)
    head = None if alone else head_of(row.text, state.labels)
    if head and not _is_choice_of_pending(state, row.text):
        _labelled(state, row, head)
    elif not alone and (bare := _bare(state, place)) and not _is_choice_of_pending(state, row.text):
        _emit_bare(state, row, bare)
    elif state.pending and _may_answer(state, place, row):
        _answer_pending(state, place, row)
    elif state.open is not None and (unit := _unit_below(state, row)):
        _unit(state, row, unit)
    elif isinstance(said := state.open_value(), Said) and _goes_on(state, place, said):
        _extend(state, row)
    else:
        _unlabelled(state, place, row)


def _bare(state: Scanning, place: int) -> Label | None:
    """The label that a whole line is; on a card "Delegado" above a ministry is the post, "Cancillería" the ministry."""
    text = state.rows[place].text
    label = None if is_office_by_itself(text) else bare_label(text, state.labels)
    if label is None or place + 1 == len(state.rows) or not asks_a_name(label, state.labels):
        return label
    below = state.rows[place + 1]
    return None if below.kind == "own" and not below.cells and is_institution(below.text) else label


def _goes_on(state: Scanning, place: int, said: Said) -> bool:
    runs = runs_on(said, state.rows[place].text, state.labels)
    return runs and not heads_another(state.items, state.rows, place, state.labels)


def _unit_below(state: Scanning, row: Row) -> Label | None:
    said = state.open_value()
    return unit_below(state.labels.form, said, row.text) if isinstance(said, Said) else None


def _unit(state: Scanning, row: Row, label: Label) -> None:
    """Take a line below a ministry's name as the unit within it."""
    assert state.open is not None
    said = state.items[state.open]
    assert isinstance(said, Said)
    state.items[state.open] = replace(said, text=said.text.rstrip(" ,;"))
    state.items.append(Said(label, clean_value(row.text), row.number, row.lines, answer=row.answer))
    state.open = len(state.items) - 1


def _is_choice_of_pending(state: Scanning, text: str) -> bool:
    """Tell whether a line that is also a label ("Contacto", "Cancillería") is the value awaited."""
    if not state.pending or text.rstrip().endswith(":"):
        return False
    own_name = is_office_by_itself(text) and (named := state.labels.find(text)) and named.fields == state.pending.fields
    return bool(own_name) or label_key(text) in choice_keys(state.labels.form, state.pending.fields)


def _labelled(state: Scanning, row: Row, head: Piece) -> None:
    rest = row.text[head.start :]
    state.forget()
    if tells_state_of_number(row.text, state.labels.form):
        _loose(state, row, row.text, another=True)
        return
    if only_labels(rest, state.labels, head.label.fields if head.label else ()):
        state.items.append(Loose(row.text, row.number, row.lines))
        return
    if is_request_code(rest.strip()) or lists_all_choices(
        rest, state.labels.form, head.label.fields if head.label else ()
    ):
        state.gap()
        return
    for piece in split(rest, state.labels, head.label):
        value, more = value_and_rest(state.labels, piece)
        text = clean_value(value)
        if piece.label is None:
            continue
        if _is_unchanged(state, row, head, piece, text):
            continue
        reach = _address_behind(text) if "@" in text else None
        if reach:  # "tel. 2236-0000, ana@b.example": the address has no label
            state.items.append(Loose(text[reach.end() :], row.number, row.lines))
            text = text[: reach.start()]
        state.items.append(_said_of(row, piece, text))
        if more:
            state.items.append(Loose(more, row.number, row.lines))
    last = state.items[-1] if state.items else None
    if isinstance(last, Said):
        if last.text:
            state.open = len(state.items) - 1
        else:
            state.pending, state.since_blank = last.label, False


def _address_behind(text: str) -> re.Match[str] | None:
    """The comma between a number, with a remark in brackets or none, and an address."""
    comma = _COMMA.search(_REMARK.sub(lambda remark: " " * len(remark.group()), text))
    return comma if comma and is_number(_REMARK.sub("", text[: comma.start()])) else None


def _is_unchanged(state: Scanning, row: Row, head: Piece, piece: Piece, text: str) -> bool:
    """In a line of ours that was answered, a pair that still stands as sent."""
    if not row.answer or row.struck or STRUCK in text or piece.label != head.label or not text:
        return False
    before = state.shown.get(label_key(row.text[: head.start]))
    return before is not None and before in {value_key(text), value_key(without_unchanged(text))}


def _said_of(row: Row, piece: Piece, text: str) -> Said:
    assert piece.label is not None
    return Said(
        piece.label,
        text,
        row.number,
        row.lines,
        answer=row.answer,
        struck=row.struck,
        separated=piece.sure,
    )


def _emit_bare(state: Scanning, row: Row, label: Label) -> None:
    state.items.append(Said(label, "", row.number, row.lines, answer=row.answer))
    state.pending, state.below, state.since_blank, state.open = label, "", False, None


def _may_answer(state: Scanning, place: int, row: Row) -> bool:
    """Tell whether an own line without a label is the value of the label before it."""
    if (
        is_courtesy(row.text)
        or row.text.rstrip().endswith(":")
        or (state.pending and asks_a_name(state.pending, state.labels) and is_reach(row.text))
    ):
        return False
    if not state.since_blank or state.double_spaced:
        return True
    for later in range(place + 1, min(len(state.rows), place + _LOOKAHEAD)):
        following = state.rows[later]
        if following.kind == "blank":
            continue
        if following.kind == "own" and not following.cells:
            if state.rows[later - 1].kind != "blank":
                continue
            return begins_with_label(following.text, state.labels)
        return following.kind == "context"
    return False


def _answer_pending(state: Scanning, place: int, row: Row) -> None:
    assert state.pending is not None
    label, below = state.pending, state.below
    pieces = split(row.text, state.labels, label)
    said = Said(
        label,
        clean_value(pieces[0].text),
        row.number,
        row.lines,
        answer=row.answer or bool(below),
        struck=row.struck,
        below=below,
        unsure=is_another_label(label, row.text, state.labels)
        or (state.since_blank and may_be_of_the_next(state.rows, place, state.labels)),
    )
    last = state.items[-1] if state.items else None
    if isinstance(last, Gap) and len(state.items) > 1 and is_empty_of(state.items[-2], label):
        state.items.pop()
        last = state.items[-1]
    if is_empty_of(last, label):
        state.items.pop()
    state.items.append(said)
    state.forget()
    state.open = len(state.items) - 1
    for piece in pieces[1:]:
        _inner_piece(state, row, piece)
        state.open = len(state.items) - 1 if isinstance(state.items[-1], Said) else None


def _extend(state: Scanning, row: Row) -> None:
    assert state.open is not None
    said = state.items[state.open]
    assert isinstance(said, Said)
    kinds = {state.labels.form.field(each).kind for each in said.label.fields}
    apart = kinds <= {"telephone", "email"} or (kinds == {"window"} and begins_date(said.text, row.text))
    glue = "; " if apart and said.text[-1:] not in ",;/" else " "
    pieces = split(row.text, state.labels, said.label)
    more = clean_value(pieces[0].text)
    text = joined(said.text, more) if glue == " " else said.text + glue + more
    state.items[state.open] = replace(said, text=text, lines=(*said.lines, *row.lines))
    for piece in pieces[1:]:
        state.items.append(_said_of(row, piece, clean_value(piece.text)))
        state.open = len(state.items) - 1


def _unlabelled(state: Scanning, place: int, row: Row) -> None:
    """Take labels inside a line of running words when there are at least two of them."""
    another = speaks_of_another(row.text, state.labels) or tells_of_pairs(row.text)
    pieces = split(row.text, state.labels, None) if not (another or of_somebody_else(row.text)) else []
    told = all_told_in(row.text, row.number, row.lines, state.labels, of_another=another)
    state.forget()
    if told and len(pieces) < _MANY:
        state.items += told
        return
    inner = [piece for piece in pieces if piece.label]
    named = {piece.label.fields for piece in pieces if piece.label}
    before = state.items[-1] if state.items else None
    bare = without_lead_in(row.text) if inner else ""
    lone = inner and (begins_labelled(pieces) or begins_with_a_person(bare) or lists_a_person(bare))
    if not pieces or (len(named) < 2 and not lone):
        heads = heads_another(state.items, state.rows, place, state.labels)
        if isinstance(before, Said) and not heads and might_belong(before, row.text, state.labels):
            _doubt_where_it_ends(state, before)
        _loose(state, row, row.text)
        return
    if pieces[0].text.strip():
        _loose(state, row, without_whom_it_is_told(pieces[0].text.strip()), another=state.persons > 0 and bool(lone))
        state.persons += bool(lone)
    for piece in inner:
        _inner_piece(state, row, piece)


def _loose(state: Scanning, row: Row, words: str, *, another: bool = False) -> None:
    of_a_form = state.numbered_labels and foreign_label(without_bullet(row.text))
    numbered = opens_an_item(row.text) and not of_a_form
    state.items.append(Loose(words, row.number, row.lines, another or numbered))


def _inner_piece(state: Scanning, row: Row, piece: Piece) -> None:
    """A number or address ends where its shape ends; what follows has no label."""
    assert piece.label is not None
    reach = len(piece.text) if only_numbers(piece.text) else extent(piece.text, piece.label, state.labels)
    reach = with_remark(piece.text, reach) if reach else 0
    text = piece.text[:reach] if reach else piece.text
    rest = piece.text[reach:].lstrip(" .,;").rstrip(" ,;") if reach else ""
    said = _said_of(row, piece, clean_value(text.strip(" .,")))
    said = replace(said, struck=True) if is_given_up(row.text, said.text, said.label, state.labels) else said
    wrong = wrong_behind(rest)
    rest = rest[wrong.end() :].lstrip(" .,;") if wrong else rest
    first, *others = clauses(rest) or [""]
    rest = " ".join(others) if is_unchanged(first) else rest
    coded = all(state.labels.form.field(each).kind == "activity" for each in piece.label.fields)
    more = bool(FIND_CODE.search(rest)) if coded else number_near(rest)
    state.items.append(replace(said, unsure=more or wrong is not None, told=not more and wrong is not None))
    if rest.strip(" ."):
        state.items.append(Loose(rest, row.number, row.lines))


def _doubt_where_it_ends(state: Scanning, said: Said) -> None:
    """A short line directly below a value that might belong to it: the value is not certain."""
    if said.text and all(state.labels.form.field(each).kind in {"text", "institution"} for each in said.label.fields):
        state.items[-1] = replace(said, unsure=True)
