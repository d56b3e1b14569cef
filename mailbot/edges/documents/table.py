"""The contact list as CSV that a spreadsheet opens with its accents and never calculates (CWE-1236).

A cell that begins with a sign spreadsheets take for a formula gets an apostrophe before it;
``unguarded`` takes it away again, so that whatever was written comes back as it was.
"""

from __future__ import annotations

import csv
import io
import re

from mailbot.edges.documents.edition import Edition, heading, texts

BETWEEN = " / "  # several telephones or addresses of one person
_DANGER = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")  # some programs trim what they import


def guarded(text: str) -> str:
    """Return a cell that is text to every spreadsheet."""
    return "'" + text if _DANGER.match(text) else text


def unguarded(cell: str) -> str:
    """Return what ``guarded`` was given."""
    return cell[1:] if cell.startswith("'") and _DANGER.match(cell) else cell


def comma_separated(edition: Edition, language: str) -> bytes:
    """Return the list as CSV (RFC 4180), UTF-8 with a byte order mark, one row a person."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(heading(column) for column in edition.columns)
    for row in edition.rows:
        writer.writerow(guarded(text) for text in texts(row, edition.columns, language, BETWEEN))
    return stream.getvalue().encode("utf-8-sig")
