"""Quote marks made of the writer's initials: The Bat! and old Usenet programs write "GTMD> Cargo:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_MARK = re.compile(r"^ ?([A-Z][A-Za-z]{1,7})(>+)(?: |$)")
_WROTE = ("wrote:", "escribió:", "escribio:")
_LEAST = 5  # lines with the same mark: fewer may be a person's own way to write


def initials_of(lines: Sequence[str]) -> str:
    """Return the initials before ">" that at least five lines share, or the line under "X wrote:"; else ""."""
    found: Counter[str] = Counter()
    above = ""
    for line in lines:
        match = _MARK.match(line) if ">" in line[1:] and line[0] != ">" else None
        if match:
            found[match[1]] += _LEAST if above.rstrip().lower().endswith(_WROTE) else 1
        above = above if not line or line.isspace() else line
    name, times = found.most_common(1)[0] if found else ("", 0)
    return name if times >= _LEAST else ""


def without_initials(line: str, initials: str) -> str:
    """Return the line with its mark as other programs write it: "> "."""
    match = _MARK.match(line)
    return f"{match[2]} {line[match.end() :]}" if match and match[1] == initials else line
