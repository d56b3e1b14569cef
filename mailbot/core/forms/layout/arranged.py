"""The rows of a message as they are read: what stood in unusual places put where it belongs."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.layout.amended import old_lines_dropped
from mailbot.core.forms.layout.announced_below import values_below
from mailbot.core.forms.layout.answers_above import answers_above
from mailbot.core.forms.layout.barred import without_false_cells
from mailbot.core.forms.layout.below_codes import said_below_codes, share_below_codes
from mailbot.core.forms.layout.label_cells import values_in_label_cells
from mailbot.core.forms.layout.listed_pairs import pairs_parted
from mailbot.core.forms.layout.measured import beside_codes
from mailbot.core.forms.layout.numbered_below import numbers_of_the_request
from mailbot.core.forms.layout.numbered_in_order import answers_in_order
from mailbot.core.forms.layout.person_rows import persons_with_commas
from mailbot.core.forms.layout.rows import LONGEST_ROW, Row, rows_of
from mailbot.core.forms.layout.spacing import begins_a_row
from mailbot.core.forms.layout.spans import spans_joined
from mailbot.core.forms.layout.stacked import cells_below_labels
from mailbot.core.forms.layout.states_below import states_joined
from mailbot.core.forms.layout.turned import labels_below, labels_without_signs, lines_turned, numbers_named_behind
from mailbot.core.forms.layout.under_states import codes_under_states
from mailbot.core.forms.layout.wraps import OWN
from mailbot.core.forms.layout.written_out import codes_written_out
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.values import Line

MOST_LINES = 2_000  # of a message that are looked at; the rest stays words
MOST_CHARACTERS = 60_000  # of the sender's own lines, likewise: more than twenty pages
_WAYS = (
    answers_above,
    old_lines_dropped,
    pairs_parted,
    cells_below_labels,
    values_in_label_cells,
    spans_joined,
    without_false_cells,
    persons_with_commas,
    beside_codes,
    states_joined,
    said_below_codes,
    share_below_codes,
    numbers_of_the_request,
    answers_in_order,
    codes_written_out,
    codes_under_states,
    numbers_named_behind,
    lines_turned,
    labels_below,
    labels_without_signs,
    values_below,
)


def arranged(lines: Sequence[Line], labels: Labels) -> tuple[Row, ...]:
    """Return the rows of at most ``MOST_LINES`` lines, in their order."""
    rows = rows_of(_within_bounds(lines), lambda text: begins_a_row(text, labels))
    for way in _WAYS:
        rows = tuple(way(rows, labels))
    return rows


def _within_bounds(lines: Sequence[Line]) -> Sequence[Line]:
    own = 0
    for place, line in enumerate(lines[:MOST_LINES]):
        own += min(len(line.text), LONGEST_ROW) if line.label in OWN else 0
        if own > MOST_CHARACTERS:
            return lines[:place]
    return lines[:MOST_LINES]
