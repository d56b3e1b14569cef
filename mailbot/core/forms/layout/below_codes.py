"""What is typed below a line of our letter that opens with an activity's code is said of that activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailbot.core.fields.percentages import SHARE
from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.spacing import begins_with_label
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import head_of

_ARROW = "-=>→–— "
_MOST_WORDS = 30  # of an answer below a line of ours


def said_below_codes(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with "P003-04: " before what stands below our "P003-04 Requisitos de visa".

    Where our labels stand between, the code is what is said beside "Actividad".
    Below the letter's last line people write about all of it, but where they answered line by line.
    """
    if labels.form.subject_of != "activity" or not any(
        each.kind == "context" and FIND_CODE.search(each.text) for each in rows
    ):
        return rows
    last = max(place for place, each in enumerate(rows) if each.kind == "context")
    found, said = list(rows), dict(_below(rows, labels))
    within = any(place < last for place in said)
    for place, code in said.items():
        if place < last or within:
            found[place] = rows[place]._replace(text=f"{code}: {rows[place].text.lstrip(_ARROW)}")
    for place, code in _above_labels(rows, labels):
        name = next(each.label.es for each in labels.form.fields if each.kind == "activity")
        found[place] = rows[place]._replace(kind="own", text=f"{name}: {code}", cells=())
    return found


def share_below_codes(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with "We put progress at 55 percent." on the row of the code it stands right below."""
    if labels.form.subject_of != "activity" or not any(SHARE.search(row.text) for row in rows if row.kind == "own"):
        return rows
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found and row.kind == "own" else None
        if above and above.kind == "own" and not above.cells and _is_share_of(above.text, row, labels):
            text = f"{above.text.rstrip()} {row.text.lstrip()}"
            found[-1] = above._replace(text=text, lines=(*above.lines, *row.lines), answer=above.answer or row.answer)
        else:
            found.append(row)
    return found


def _is_share_of(above: str, row: Row, labels: Labels) -> bool:
    if not (begins_with_code(above) and above.rstrip().endswith(".")) or SHARE.search(above):
        return False
    one = len(SHARE.findall(row.text)) == 1 and not FIND_CODE.search(row.text)
    return one and row.text[:1].isupper() and _tells(row, labels)


def _below(rows: Sequence[Row], labels: Labels) -> Iterator[tuple[int, str]]:
    """Yield the places of what is typed below a code, with the code."""
    code = ""
    for place, row in enumerate(rows):
        if row.kind == "context":
            code = _code_of(row.text) or ("" if head_of(row.text, labels) else code)
        elif row.kind == "own" and code and _tells(row, labels):
            yield place, code
            code = ""
        elif row.kind != "blank":
            code = ""


def _above_labels(rows: Sequence[Row], labels: Labels) -> Iterator[tuple[int, str]]:
    """Yield the places of our lines with a code above labels of ours that somebody answered, with the code."""
    heading, waits = -1, False
    for place, row in enumerate(rows):
        label = bool(row.cells) or begins_with_label(row.text, labels)
        if row.kind == "context" and begins_with_code(row.text):
            heading, waits = place, False
        elif row.kind == "context":
            waits = label
        elif row.kind == "own" and heading >= 0 and (label or (waits and not is_courtesy(row.text))):
            yield heading, _code_of(rows[heading].text)
            heading = -1
        elif row.kind != "blank":
            heading = -1


def _code_of(text: str) -> str:
    found = FIND_CODE.search(text) if begins_with_code(text) else None
    return found.group() if found else ""


def _tells(row: Row, labels: Labels) -> bool:
    """Tell whether a row is words about something and opens with no code, label or courtesy of its own."""
    plain = not row.cells and len(row.text.split()) <= _MOST_WORDS and "?" not in row.text
    return plain and not (begins_with_code(row.text) or begins_with_label(row.text, labels) or is_courtesy(row.text))
