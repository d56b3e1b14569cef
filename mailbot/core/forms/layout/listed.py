"""One person a line: "1. Ana Prueba, Directora, Ministerio de Trabajo, tel. 2222-0000, ana@b.example"."""

from __future__ import annotations

import re

from mailbot.core.forms.activities.named_activity import begins_report
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import split
from mailbot.core.forms.persons.about_persons import tells_of_a_person
from mailbot.core.forms.persons.block import opens_with_person
from mailbot.core.forms.prose.changed_of_another import told_of
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold

_LONGEST = 400
_LEAST = 2  # commas: the name, the post, and one thing more
_SAYS = re.compile(r"\b(?:que|es|son|sera|ha|han|quien|informa|that|who|is|are|was|has|will|would|can)\b")
# "…, atenderá sus consultas, tel. …": a part that opens small is a verb, unless a label or an address.
_GOES_ON = re.compile(
    r",\s*(?!\S*@)(?!(?:tel|t[eé]l\w*|cel\w*|fax|correo|e-?mail|ext\w*|mobile|m[oó]vil|phone|cell?|y|e|and)\b)[a-zà-ÿ]"
)
_MANY = 4  # pairs of a line


def lists_a_person(text: str) -> bool:
    """Tell whether a line without a verb opens with a name and a post, parted by commas."""
    enough = text.count(",") >= _LEAST and len(text) <= _LONGEST
    return enough and opens_with_person(text) and not _SAYS.search(fold(text)) and not _GOES_ON.search(text)


def speaks_of_another(text: str, labels: Labels) -> bool:
    """Tell whether a line tells of somebody, or reports, so that no value in it is the writer's own."""
    of_another = tells_of_a_person(text) or begins_report(text, labels.form) or told_of(text) is not None
    return of_another and not _lists_pairs(text, labels)


def _lists_pairs(text: str, labels: Labels) -> bool:
    """Tell whether a line is label and value many times over, the name among them: whose they are is said."""
    key = key_field(labels.form)
    sure = [each.label.fields for each in split(text, labels, None) if each.label and each.sure] if ":" in text else []
    return key is not None and len(sure) >= _MANY and (key.id,) in sure
