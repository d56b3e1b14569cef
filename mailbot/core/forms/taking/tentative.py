"""A window whose label says that it is not settled: "Nueva fecha tentativa: junio de 2009"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.forms.naming.labels import Label
from mailbot.core.language import fold
from mailbot.core.values import Doubt, FieldValue

_UNSETTLED = re.compile(r"\b(?:tentativ|provisional|probabl)")


def as_labelled(label: Label | None, read: FieldValue | Doubt | None) -> FieldValue | Doubt | None:
    """Mark a window as tentative where its label's words do; anything else is returned as it is."""
    if not isinstance(read, FieldValue) or not isinstance(read.value, Mapping) or "tentative" not in read.value:
        return read
    unsettled = label is not None and _UNSETTLED.search(fold(label.words)) is not None and bool(read.value.get("end"))
    return replace(read, value={**read.value, "tentative": True}) if unsettled else read
