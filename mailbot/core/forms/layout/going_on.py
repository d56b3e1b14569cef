"""Whether a line without a label goes on with the value above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from mailbot.core.fields import split_title
from mailbot.core.forms.activities.coded import begins_with_code, is_heading_of_one
from mailbot.core.forms.activities.named_activity import CUT
from mailbot.core.forms.activities.titled_blocks import is_title_line
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.wraps import SAYS_IT_STAYS
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.foreign import foreign_label, is_place
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.numbers import is_numbers_alone
from mailbot.core.forms.naming.pieces import OF_NO_PLACE, extent, head_of, without_bullet
from mailbot.core.forms.naming.said import Break, Gap, Item, Said
from mailbot.core.forms.persons.block import MAIL
from mailbot.core.forms.persons.headed_blocks import names_somebody
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.persons.places import NUMBERED_PLACE
from mailbot.core.forms.taking.dated import is_date

_RUNS_ON = re.compile(r"(?:[,;/&(-]|\b(?:de|del|la|las|el|los|y|e|para|en|of|the|and|for|in))$", re.I)
_KINDS_ON_ONE_LINE = frozenset({"email", "telephone", "choice", "country", "percentage", "language", "title"})
_REMARK = re.compile(r"\s*\([^()\d@]{1,25}\)$")  # "4011-0022 (celular)"
_MOST_LABEL_WORDS = 3
_FAR = 6  # lines below a name within which a label is its own
ITEM_NUMBER = re.compile(rf"\s*\(?\d{{1,2}}(?:\s?(?:[.)]|[°º]{OF_NO_PLACE})-?\s*|-\s+)\S")


def runs_on(said: Said, text: str, labels: Labels) -> bool:
    """Tell whether a line goes on with the words said before it."""
    if is_courtesy(text) or ITEM_NUMBER.match(text):
        return False
    fields = [labels.form.field(each) for each in said.label.fields]
    if any(each.free for each in fields):
        return not opens_a_pair(said, text, labels)
    if is_date(text) and all(each.kind == "window" for each in fields):
        return True
    if foreign_label(text):
        return False
    if any(each.multiline for each in fields):
        return (
            not begins_with_title(text)
            and not SAYS_IT_STAYS.search(text)
            and (not is_numbers_alone(text) or NUMBERED_PLACE.search(said.text) is not None)
        )
    if all(each.kind in {"telephone", "email"} for each in fields):
        bare = _REMARK.sub("", text.strip())
        return extent(bare, said.label, labels) >= len(bare) - 1
    if all(each.kind in _KINDS_ON_ONE_LINE for each in fields):
        return False
    first = text.lstrip()[:1]
    small = first.islower() and not _opens_with_a_label(text, labels)
    return bool(_RUNS_ON.search(said.text)) or small or first in "(&"


def goes_on_below(items: Sequence[Item], text: str) -> bool:
    """Tell whether words below a value in a cell go on with it: a comma ended that, or they begin small."""
    last = items[-1] if items else None
    value = last.text.rstrip() if isinstance(last, Said) else ""
    return bool(value) and not value.endswith((".", "!", "?")) and (value.endswith(",") or text.lstrip()[:1].islower())


def heads_another(items: Sequence[Item], rows: Sequence[Row], place: int, labels: Labels) -> bool:
    """Tell whether a line is a name, or a title, above a label that was said of the one before already."""
    own = takewhile(lambda row: row.kind == "own" and not row.cells, rows[place + 1 : place + _FAR])
    head = None
    for row in own:
        head = head_of(row.text, labels)
        if head or (labels.form.subject_of == "contact" and names_somebody(row.text)):
            break
    if head is None or head.label is None:
        return False
    said: set[str] = set()
    for item in reversed(items):
        if isinstance(item, Gap | Break):
            break
        said |= {*item.label.fields} if isinstance(item, Said) and item.text else set()
    text = rows[place].text
    if items and isinstance(items[-1], Said) and items[-1].text.rstrip().endswith(","):
        return False
    heads = is_title_line(without_bullet(text)) if labels.form.subject_of == "activity" else names_somebody(text)
    return heads and not said.isdisjoint(head.label.fields)


def begins_with_title(text: str) -> bool:
    """Tell whether a line below an address is somebody: "Lic. Juan Ejemplo Mora"."""
    title, name = split_title(text.strip(" .,"))
    return bool(title) and is_person(name.partition(",")[0])


def opens_a_pair(said: Said, text: str, labels: Labels) -> bool:
    """Tell whether a line below words of any length is a pair of its own: "Bureau: Protection", "P003-08: done"."""
    whole = said.text[-1:] != ":" and not _RUNS_ON.search(said.text)  # "three points:", "the text and"
    if labels.form.subject_of == "activity" and begins_with_code(text):
        return CUT.search(text) is not None or (whole and is_heading_of_one(text))
    return whole and text[:1].isupper() and bool(foreign_label(text))


def might_belong(said: Said, text: str, labels: Labels) -> bool:
    """Tell whether a line may be more of the value above: "Ciudad: …" of an address, "Skype: …" of nothing.

    Of words of any length whatever looks like a label may be more, but a line with the code of an activity.
    """
    if is_courtesy(text) or is_sentence(text) or is_numbers_alone(text) or begins_with_title(text):
        return False
    if labels.form.subject_of == "activity" and is_heading_of_one(text):
        return False
    fields = [labels.form.field(each) for each in said.label.fields]
    foreign = foreign_label(without_bullet(text))
    if foreign and any(each.free for each in fields):
        return labels.form.subject_of != "activity" or not begins_with_code(text)
    return not foreign or (any(each.multiline for each in fields) and is_place(foreign))


def is_another_label(label: Label, text: str, labels: Labels) -> bool:
    """Tell whether the line below an empty label is a pair that no form knows: "Result:" over "Lead bureau: …"."""
    fields = [labels.form.field(each) for each in label.fields]
    foreign = foreign_label(text) if all(each.kind == "text" for each in fields) else ""
    return foreign[:1].isupper() and not (is_place(foreign) and any(each.multiline for each in fields))


def _opens_with_a_label(text: str, labels: Labels) -> bool:
    """Tell whether a label without a sign may open a line: "institución Secretaría de Relaciones Exteriores"."""
    words = text.split()
    sizes = (size for size in range(1, min(_MOST_LABEL_WORDS, len(words) - 1) + 1) if not words[size][:1].islower())
    return any(labels.find(" ".join(words[:size])) for size in sizes)


def is_address(row: Row | None) -> bool:
    """Tell whether a row is an e-mail address alone: below "Fax | Téléc. 819-555-0124" it is of the same person."""
    return (
        row is not None and row.kind == "own" and not row.cells and MAIL.fullmatch(row.text.strip(" <>.")) is not None
    )


def asks_a_name(label: Label, labels: Labels) -> bool:
    """Tell whether a name is what a label waits for."""
    return all(labels.form.field(each).kind == "name" for each in label.fields)


def is_reach(text: str) -> bool:
    """Tell whether a line is a number or an address alone: below "Suplente" it is no name."""
    return is_numbers_alone(text) or MAIL.fullmatch(text.strip(" <>.")) is not None
