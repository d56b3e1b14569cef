"""One JSON document on one line (RFC 8259), whatever its strings hold."""

from __future__ import annotations

import json
from typing import Any

# JSON lets these stand as they are, many readers of lines end a line at them.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def json_line(document: object, **options: Any) -> str:
    """Return the document as text without line ends, letters as they are; ``options`` are those of ``json.dumps``."""
    return json.dumps(document, ensure_ascii=False, **options).translate(_LINE_ENDS)
