"""A postal address on the lines below the words that lead to it: "Nuestra nueva dirección es:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.persons.places import address_in

_LEADS = re.compile(
    r"\b(?:(?:nueva|actual|correcta|siguiente|nuestra|mi|new|our|my|current|correct|following) (?:nueva |new )?"
    r"(?:(?:postal|mailing|street|office|physical) )?(?:direcci[oó]n|sede|ubicaci[oó]n|domicilio|address|premises)"
    r"|(?:traslad|mud|reubic)\w+ (?:a|en)|(?:ubicad|situad)[oa]s? en|(?:moved|relocated) to"
    r"|located at)\b[^:@\d]{0,40}:$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:cuando|est[eé]|est[aá]|es|ser[aá]|son|comunicar\w+|informar\w+|favor|nos|les|breve|pronto|when|will|is|are|we"
    r"|please|soon|you)\b",
    re.IGNORECASE,
)  # of a sentence
_MOST_LINES = 5  # of an address
_MOST_BLANK = 2  # lines between the lead and the address
_WIDEST = 90  # columns of such a line


def places_joined(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with an address below its lead as one line with the lead."""
    if labels.form.subject_of != "contact":
        return rows
    found: list[Row] = []
    place = 0
    while place < len(rows):
        row = rows[place]
        leads = row.kind == "own" and not row.cells and row.text.rstrip().endswith(":") and _LEADS.search(row.text)
        end, address = _address_below(rows, place + 1) if leads else (place + 1, "")
        if address:
            lines = tuple(number for each in rows[place:end] if each.kind == "own" for number in each.lines)
            row = row._replace(text=f"{row.text.rstrip()} {address}.", lines=lines)
        found.append(row)
        place = end if address else place + 1
    return found


def _address_below(rows: Sequence[Row], start: int) -> tuple[int, str]:
    """The place behind the address that begins below ``start``, and its words; "" where there is none."""
    first = start
    while first < len(rows) and first - start < _MOST_BLANK and rows[first].kind == "blank":
        first += 1
    end = first
    while end < len(rows) and end - first < _MOST_LINES and _may_be_of_a_place(rows[end]):
        end += 1
    said = ", ".join(row.text.strip(" .,;") for row in rows[first:end])
    whole = end > first and (end == len(rows) or rows[end].kind != "own" or is_courtesy(rows[end].text))
    return (end, said) if whole and address_in(said) == said else (start, "")


def _may_be_of_a_place(row: Row) -> bool:
    plain = row.kind == "own" and not row.cells and 0 < len(row.text) <= _WIDEST
    return (
        plain
        and not _SPOKEN.search(row.text)
        and "@" not in row.text
        and ":" not in row.text
        and not is_courtesy(row.text)
    )
