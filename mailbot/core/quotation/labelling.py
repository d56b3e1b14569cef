"""One pass over the lines: quotation first, then what stands at the end of the new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.language import fold
from mailbot.core.quotation import endings, headers
from mailbot.core.values import Line

MAXIMUM_HEADERS = 2_000


def label(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the same lines with their label.

    Labels: new, quoted, quote-header, signature, disclaimer, footer, blank.  After a header
    block without quote marks everything is quoted; with marks only marked
    lines are, so that answers between and below them stay new.
    """
    labels = _quotation(lines)
    _endings(lines, labels)
    return tuple(replace(line, label=name) for line, name in zip(lines, labels, strict=True))


def _quotation(lines: Sequence[Line]) -> list[str]:
    texts = [line.text for line in lines]
    labels = [
        "blank" if not text.strip() else "quoted" if line.depth else "new"
        for line, text in zip(lines, texts, strict=True)
    ]
    at, seen = 0, 0
    while at < len(lines) and seen < MAXIMUM_HEADERS:
        if labels[at] != "new":
            at += 1
            continue
        length = headers.header_length(texts, at)
        if not length:
            at += 1
            continue
        seen += 1
        for place in range(at, min(at + length, len(lines))):
            labels[place] = "quote-header"
        after = at + length
        if _marked(lines, after) and not _is_block(texts, at):
            at = after
            continue
        for place in range(after, len(lines)):
            if labels[place] == "new":
                labels[place] = "quoted"
        break
    return labels


def _is_block(texts: Sequence[str], at: int) -> bool:
    """A De:/Enviado: block or a marker, not a "wrote:" line."""
    return headers.field_kind(texts[at]) is not None or bool(headers.MARKER.match(texts[at]))


def _marked(lines: Sequence[Line], at: int) -> bool:
    """Whether the next words after a header carry quote marks."""
    for line in lines[at : at + 6]:
        if line.text.strip() or line.depth:
            return line.depth > 0
    return False


def _endings(lines: Sequence[Line], labels: list[str]) -> None:
    texts = [line.text for line in lines]
    _disclaimers(texts, labels)
    for place, text in enumerate(texts):
        if labels[place] == "new" and len(text) < 160 and endings.FOOTER.match(fold(text)):
            labels[place] = "footer"
    _list_footer(texts, labels)
    _signature(texts, labels)


def _disclaimers(texts: Sequence[str], labels: list[str]) -> None:
    inside = False
    for place, text in enumerate(texts):
        if labels[place] == "blank":
            inside = False
        elif labels[place] == "new":
            inside = inside or bool(endings.DISCLAIMER.match(fold(text[:200])))
            if inside:
                labels[place] = "disclaimer"


def _list_footer(texts: Sequence[str], labels: list[str]) -> None:
    for place, text in enumerate(texts):
        if labels[place] == "new" and endings.LIST_RULE.match(text):
            rest = [p for p in range(place, len(texts)) if labels[p] == "new"]
            words = fold(" ".join(texts[p] for p in rest)[:2000])
            nothing = not any(c.isalnum() for c in words)
            if nothing or (len(rest) < 12 and endings.LIST_WORDS.search(words)):
                for p in rest:
                    labels[p] = "footer"
                return


def _signature(texts: Sequence[str], labels: list[str]) -> None:
    """The block after "-- ", or after a closing when it looks like one."""
    new = [place for place, name in enumerate(labels) if name == "new"]
    for index, place in enumerate(new):
        rest = new[index:]
        if endings.DASHES.match(texts[place]) and _contiguous(labels, place, rest):
            if len(rest) <= 16:
                for each in rest:
                    labels[each] = "signature"
            return
    for index in range(len(new) - 1, -1, -1):
        if len(new) - index > 16:
            return
        place = new[index]
        if endings.is_closing(texts[place]):
            rest = new[index + 1 :]
            if (
                rest
                and _contiguous(labels, place, rest)
                and endings.looks_like_signature([texts[each] for each in rest])
            ):
                for each in rest:
                    labels[each] = "signature"
            return


def _contiguous(labels: Sequence[str], place: int, rest: Sequence[int]) -> bool:
    """No quotation lies between the closing and what follows it."""
    return all(labels[p] not in {"quoted", "quote-header"} for p in range(place, rest[-1] + 1))


def own_words(lines: tuple[Line, ...]) -> str:
    """Return what the sender wrote: the new lines, blank ones kept between them."""
    kept: list[str] = []
    for line in lines:
        if line.label == "new":
            kept.append(line.text)
        elif line.label == "blank" and kept and kept[-1] != "":
            kept.append("")
    return "\n".join(kept).strip()
