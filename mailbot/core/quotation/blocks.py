"""Header blocks (De:, Enviado el:, Para:, Asunto:), markers ("-----Mensaje original-----"), Lotus Notes.

Blocks come in any order with any field missing.  An official's memorandum begins with "PARA: DE:
ASUNTO: FECHA:" too; what a mail program writes is known by an address, an hour, or by "Enviado el".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.language import fold
from mailbot.core.quotation.words import FORWARDED, FORWARDED_BY, KINDS, ORIGINAL
from mailbot.core.remembered import remembered

_ABOVE = ("reply above this line", "responda por encima de esta linea", "responda encima de esta linea")
_LONGEST_BLOCK = 28
_HEAD = 48  # characters in which a field's name and its colon stand
_DECORATION = " \t*_>\u200e\u200f"
_HOUR = re.compile(r"\d{1,2} ?[:.h] ?\d\d\b")
_DAY = re.compile(r"\s*\d{1,2}(?: de)? [^\W\d_]{3,10}\b|\s*\d{1,2}/\d{1,2}\b")
_RULE = re.compile(r"^\s*(?:_{5,}|-{5,}|={4,}|\*{5,}|—{3,}|–{5,})\s*$")
_MACHINE_DATE = re.compile(r"\d\d:\d\d:\d\d [+-]\d{4}\b")
_NUMERIC_DATE = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b")


@dataclass(frozen=True, slots=True)
class Marker:
    """How many lines a marker and the block under it take; ``forward`` for a forwarded letter."""

    length: int
    forward: bool


def is_rule(text: str) -> bool:
    """Tell whether a line is drawn of underscores, dashes or the like."""
    return len(text) < 400 and bool(_RULE.match(text))


@remembered
def field_of(text: str) -> tuple[str, str] | None:
    """Return (kind, value) of a header field's line, "De: X", "*From:* X" or "Para<tab>X"."""
    head = text[:_HEAD].replace("：", ":")
    if text[:1] in " \t" and "\t" in head.strip() and ":" not in head.lstrip().split("\t", 1)[0]:
        name, _, value = head.lstrip().partition("\t")
    elif ":" in head:
        name, _, value = head.partition(":")
    else:
        name, _, value = head.lstrip().partition("\t")
        if not value:
            return None
    kind = KINDS.get(fold(name.strip(_DECORATION)))
    return (kind, text.replace("：", ":")[len(head) - len(value) :][:600]) if kind else None


def _next_words(texts: Sequence[str], at: int, reach: int = 3) -> int:
    """The place of the next line with words, at most ``reach`` blank ones on."""
    steps = 0
    while at < len(texts) and steps < reach and not texts[at].strip():
        at, steps = at + 1, steps + 1
    return at


def may_mark(text: str) -> bool:
    """Tell whether a marker may stand on this line."""
    return _words_of_marker(text.strip()) is not None


def _words_of_marker(written: str) -> str | None:
    """The folded words between the strokes of a marker's line, None of any other line."""
    if not 4 <= len(written) <= 200:
        return None
    core = written.strip("-_=*#> \t—–:.")
    if len(core) > _HEAD and written[:1] not in "-_=*>":
        return None
    bare = fold(core)
    above = bare.endswith(_ABOVE) and not written[:1].isalnum()
    return bare if above or bare in ORIGINAL or bare in FORWARDED or bare.startswith(FORWARDED_BY) else None


def marker_at(texts: Sequence[str], at: int) -> Marker | None:
    """Return the marker on line ``at`` with the fields under it, or None."""
    written = texts[at].strip()
    bare = _words_of_marker(written)
    if bare is None:
        return None
    if bare.endswith(_ABOVE) and not written[:1].isalnum():
        return Marker(1, forward=False)
    below = _next_words(texts, at + 1)
    fields = block_length(texts, below, after_marker=True) if below < len(texts) else 0
    drawn = written.lstrip("*> ").startswith(("--", "__", "==", "—", "––")) or (
        bare in FORWARDED and written.endswith(":")
    )
    if not drawn and not fields:
        return None
    forward = bare in FORWARDED or bare.startswith(FORWARDED_BY)
    return Marker(below + fields - at if fields else 1, forward=forward)


@dataclass(slots=True)
class _Seen:
    """Which fields a block has shown, and what a mail program alone would write in them."""

    kinds: set[str]
    address: bool = False
    hour: bool = False
    sent: bool = False

    def has(self, kind: str) -> bool:
        """Whether a second field of this kind cannot belong to the same block."""
        when = {"date", "sent"}
        return bool(self.kinds & when) if kind in when else kind in self.kinds & {"from", "subject"}

    def whole(self, first: tuple[str, str]) -> bool:
        """Whether the block stands complete, so that the next field begins another one."""
        kinds = self.kinds - {"other"}
        if first[0] == "from":
            return self.has("date") and (len(kinds) >= 3 or "sent" in kinds)
        return first[0] in {"date", "sent"} and len(kinds) >= 4 and self.hour

    def add(self, kind: str, value: str) -> None:
        self.kinds.add(kind)
        self.address |= kind in {"from", "to"} and "@" in value
        self.hour |= kind in {"date", "sent"} and bool(_HOUR.search(value))
        self.sent |= (kind == "sent" and _is_dated(value)) or (kind == "date" and bool(_MACHINE_DATE.search(value)))


def _is_span(value: str) -> bool:
    """Tell "De: 1 de enero" over "A: 30 de junio": a sender's name begins with no day."""
    return bool(_DAY.match(value)) and "@" not in value


def _is_dated(value: str) -> bool:
    """Tell a program's date ("lunes, 03 de enero") from "el informe, el lunes 3"."""
    return any(character.isdigit() for word in value.split(None, 3)[:3] for character in word)


def block_length(
    texts: Sequence[str], at: int, *, after_marker: bool = False, on_top: bool = False, ruled: bool = False
) -> int:
    """Return how many lines the header block at ``at`` takes; 0 when there is none.

    ``on_top``: nothing stands above it, where officials write their memorandum's heading.
    ``ruled``: a stroke below the sender's words does, as Outlook draws it.
    """
    first = field_of(texts[at]) if at < len(texts) else None
    if first is None or first[0] == "other" or (first[0] == "from" and _is_span(first[1])):
        return 0
    if _one_line(texts[at], first[0]):
        return 1
    if not after_marker and _is_own(texts, at, first):
        return 0
    seen = _Seen(set())
    seen.add(*first)
    here = end = at + 1
    while here < len(texts) and here - at < _LONGEST_BLOCK:
        field = field_of(texts[here])
        if field is not None:
            if seen.has(field[0]):
                if not after_marker and not seen.whole(first):
                    return 0
                break
            seen.add(*field)
            here = end = here + 1
        elif not texts[here].strip():
            below = _next_words(texts, here, 2)
            if below >= len(texts) or field_of(texts[below]) is None or len(seen.kinds) >= 4:
                break
            here = below
        elif _continues(texts, here):
            seen.add(_last_kind(texts, at, here), texts[here][:300])
            here = end = here + 1
        else:
            break
    whole = ruled and {"from", "to", "subject"} <= seen.kinds
    believed = whole or _believed(seen, after_marker=after_marker, on_top=on_top)
    return end - at if believed or (not on_top and _is_our_letter(texts, at, end)) else 0


_OUR_SUBJECT = re.compile(r"(?!\s*(?:re|rv|fwd?)\s*:).*\[[a-z0-9]{1,12}(?:-[a-z0-9]{1,10}){2,5}\]\s*", re.IGNORECASE)
_GREETING = re.compile(r"\W*(?:estimad|estimable|dear|english version|version en espanol|apreciad|distinguid|colegas)")


def _is_our_letter(texts: Sequence[str], at: int, end: int) -> bool:
    """Sender and subject without a date above a letter that greets: only our letters have a code in their subject."""
    found = dict(field for text in texts[at:end] if (field := field_of(text)))
    if next(iter(found)) != "from" or (at and field_of(texts[at - 1])):
        return False  # "PARA: DE: ASUNTO:" heads a memorandum
    below = _next_words(texts, end)
    greets = below < len(texts) and _GREETING.match(fold(texts[below][:_HEAD]))
    return bool(greets) and bool(_OUR_SUBJECT.fullmatch(found.get("subject", "")))


# What may follow the sender's last line of each kind: each list is shorter than the one before.
_STANDS_WITHOUT = {
    "to": frozenset({"from", "sent", "date"}),
    "subject": frozenset({"from", "sent", "date"}),
    "date": frozenset({"from", "sent"}),
    "from": frozenset({"sent"}),
}


def _is_own(texts: Sequence[str], at: int, first: tuple[str, str]) -> bool:
    """The sender's last line ("Fecha: 12 de febrero") above a block that stands without it."""
    below = _next_words(texts, at + 1)
    field = field_of(texts[below]) if below < len(texts) else None
    if field is None or field[0] not in _STANDS_WITHOUT.get(first[0], frozenset()):
        return False
    if first[0] == "from" and (below == at + 1 or "@" in first[1] or _is_spaced(texts, below)):
        return False
    length = block_length(texts, below)
    if length == 0 or first[0] != "date" or length == 1:
        return length > 0
    kinds = {found[0] for text in texts[below : below + length] if (found := field_of(text))}
    return bool(kinds & {"date", "sent"}) or not _HOUR.search(first[1])


def _is_spaced(texts: Sequence[str], at: int) -> bool:
    """Whether an empty line stands between this field and the next one too: all the block's lines stand apart."""
    below = _next_words(texts, at + 1, 2)
    return at + 1 < below < len(texts) and field_of(texts[below]) is not None


def _last_kind(texts: Sequence[str], at: int, here: int) -> str:
    for place in range(here - 1, at - 1, -1):
        field = field_of(texts[place])
        if field is not None:
            return field[0]
    return "other"


def _believed(seen: _Seen, *, after_marker: bool, on_top: bool) -> bool:
    kinds = seen.kinds - {"other"}
    if after_marker:
        return "from" in kinds or len(kinds) >= 2
    if on_top and not (seen.sent or seen.hour):
        return False
    if "from" in kinds and len(kinds) >= 2:
        return seen.address or seen.hour or seen.sent
    if seen.sent:
        return len(kinds) >= 2
    return len(kinds) >= 3 and seen.hour and seen.address


def _continues(texts: Sequence[str], here: int) -> bool:
    """A long value goes on: names after a semicolon, an address, a subject before the next field."""
    before, text = texts[here - 1].rstrip()[-2:], texts[here][:300]
    bare = text.strip()
    if before.endswith((";", ",", "<")) or bare.startswith("<"):
        return True
    if "@" in bare and (";" in bare or text[:1] in " \t"):
        return True
    below = texts[here + 1] if here + 1 < len(texts) else ""
    return not bare.startswith(("--", "__", "==", "**")) and field_of(below) is not None


_SENT_IN_LINE = tuple(f" {each}:" for each in ("enviado el", "enviado", "enviados", "sent", "date", "fecha"))


def _one_line(text: str, kind: str) -> bool:
    """A whole block that a gateway flattened into one line: sender, then a date with its hour."""
    if kind != "from" or len(text) < 24:
        return False
    line = fold(text[:500])
    places = [found for name in _SENT_IN_LINE if (found := line.find(name)) >= 0]
    if not places:
        return False
    dated = line[min(places) :]
    rest = any(f" {name}:" in dated for name in ("para", "to", "asunto", "subject"))
    return bool(_HOUR.search(dated[:60])) and (rest or "@" in line[: min(places)])


_WITHOUT_COLON = re.compile(r"^\W{0,3}([^\W\d_]{1,8}) (\S.*)$")


def plain_length(texts: Sequence[str], at: int) -> int:
    """EM Client: From, To, Date and Subject, each on its line, without colons."""
    kinds: list[str] = []
    for text in texts[at : at + 6]:
        found = _WITHOUT_COLON.match(text[:600])
        kind = KINDS.get(fold(found[1])) if found else None
        if found is None or kind is None or kind in kinds or (not kinds and (kind != "from" or "@" not in found[2])):
            break
        if kind in {"date", "sent"} and not _HOUR.search(found[2]):
            break
        kinds.append(kind)
    return len(kinds) if len(kinds) >= 3 and "subject" in kinds and {"date", "sent"} & set(kinds) else 0


def notes_length(texts: Sequence[str], at: int) -> int:
    """Lotus Notes: a name line, a date line, then indented Para, cc, Asunto without colons."""
    if not is_sender(texts[at]):
        return 0
    dated = _next_words(texts, at + 1, 2)
    if (
        dated < len(texts)
        and ":" in texts[dated][:14]
        and fold(texts[dated][:14]).startswith(("enviado por:", "sent by:"))
    ):
        dated = _next_words(texts, dated + 1, 2)
    if dated >= len(texts) or not _is_date_line(texts[dated]):
        return 0
    here, labels, end = _next_words(texts, dated + 1, 3), 0, 0
    while here < len(texts) and here - at < _LONGEST_BLOCK:
        text = texts[here]
        if _is_notes_field(text):
            labels, end = labels + 1, here + 1
        elif text.strip() and text[:1] not in " \t" and not _continues(texts, here):
            break
        here += 1
        if labels and here < len(texts) and not texts[here].strip():
            here = _next_words(texts, here, 2)
    return end - at if labels >= 2 else 0


def is_sender(text: str) -> bool:
    """Notes shows an address, a name in quotes, a name with its units, or the bare name."""
    bare = text.strip()
    if not 0 < len(bare) <= 160 or bare.endswith((".", ":", ",", "!", "?")):
        return False
    words = bare.split()
    return any(sign in bare for sign in '@"/') or (len(words) > 1 and all(word[0].isupper() for word in words))


def _is_date_line(text: str) -> bool:
    bare = text.strip()
    return len(bare) <= 60 and bool(_HOUR.search(bare)) and bool(_NUMERIC_DATE.search(bare))


def _is_notes_field(text: str) -> bool:
    indented = text[:1] in " \t"
    bare = re.split(r"\t|\s{2,}", text.strip()[:_HEAD], maxsplit=1)[0]
    return (indented or "\t" in text[:_HEAD]) and KINDS.get(fold(bare.strip(" :"))) in {"to", "subject", "from"}
