"""The writer's own news above the labelled data of another: "My cell is … Please also add an alternate: Name: …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.said import Break, Item, Loose, Said
from mailbot.core.forms.prose.sentences import proposals_in_sentences
from mailbot.core.values import Entry, Known

_OF_ANOTHER = frozenset({"alternate", "new", "leave"})


def ahead_of_another(items: Sequence[Item], entries: Sequence[Entry]) -> list[Loose]:
    """The lines above the heading of the only entry, where it says that this is somebody else: an alternate."""
    of_another = len(entries) == 1 and any(str(each.value) in _OF_ANOTHER for each in entries[0].fields.values())
    above = list(takewhile(lambda each: not isinstance(each, Break), items)) if of_another else []
    if len(above) == len(items) or any(isinstance(each, Said) for each in above):
        return []
    return [each for each in above if isinstance(each, Loose)]


def own_news_ahead(ahead: Sequence[Loose], labels: Labels, known: Known, sent: Mapping[str, str]) -> list[Entry]:
    """Return an entry of doubts of what these lines say of the writer; none where they say nothing."""
    own = proposals_in_sentences(ahead, labels, known, sent) if ahead else None
    return [own] if own else []
