"""Quotation first, then what stands around the sender's words: every line gets its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.quotation import blocks, disclaimers, footers, signatures
from mailbot.core.quotation.attribution import attribution_at
from mailbot.core.values import Line

_LOOKED_AT = 1_000  # characters of a line that are read: nobody's header is longer
_NAMED_MARK = re.compile(r"^[A-Z][A-Za-z]{0,2}>(?: |$)")
_TAIL_OF_ADDRESS = re.compile(r"^(?:[^\s<>]{0,120}>)?\s*(?:[^\W\d_]{4,12}( [^\W\d_]{4,12})?)?\s*:$")


class _Page:
    """The lines with the labels found so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.texts = [line.text[:_LOOKED_AT] for line in lines]
        self.depths = [line.depth for line in lines]
        self.blank = [not text.strip() for text in self.texts]
        self._mend()
        self.labels = [
            "blank" if blank else "quoted" if depth else "new"
            for blank, depth in zip(self.blank, self.depths, strict=True)
        ]

    def _mend(self) -> None:
        """Undo what wrapping did: an address' last ">" or a link's end at the wrong depth.

        Lines marked with initials ("AB> …") are quoted where there are several.
        """
        named = [place for place, text in enumerate(self.texts) if _NAMED_MARK.match(text)]
        for place in named if len(named) > 1 else ():
            self.depths[place] += 1
        for place in range(1, len(self.lines)):
            before, text = self.texts[place - 1], self.texts[place]
            deeper = self.depths[place] == 1 and self.depths[place - 1] == 0
            if deeper and before.rfind("<") > before.rfind(">") and _TAIL_OF_ADDRESS.match(text):
                self.depths[place], self.texts[place] = 0, ">" + text
            elif self.depths[place] == 0 and self.depths[place - 1] > 0 and _ends_link(before, text):
                self.depths[place] = self.depths[place - 1]

    def set(self, start: int, end: int, label: str, *only: str) -> None:
        for place in range(start, min(end, len(self.labels))):
            if self.labels[place] in (only or ("new", "quoted")):
                self.labels[place] = label

    def words_above(self, place: int) -> bool:
        return any(self.labels[each] == "new" for each in range(place - 1, -1, -1))

    def marked_below(self, place: int) -> bool:
        """Whether the next words carry quote marks."""
        for each in range(place, min(place + 8, len(self.lines))):
            if not self.blank[each] or self.depths[each]:
                return self.depths[each] > 0
        return False

    def runs(self) -> Iterator[tuple[int, int]]:
        """Ranges of lines of one depth; blank ones belong to the run before them."""
        start = 0
        for place in range(1, len(self.lines) + 1):
            end = place == len(self.lines)
            if end or (self.depths[place] != self.depths[start] and not self.blank[place]):
                yield start, place
                start = place


def _ends_link(before: str, text: str) -> bool:
    bare = text.strip()
    if not bare.endswith((")", ">")) or " " in bare or len(bare) > 300:
        return False
    return max(before.rfind("(http"), before.rfind("<http")) > max(before.rfind(")"), before.rfind(">"))


def label(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the same lines with their label.

    Labels: new, quoted, quote-header, signature, disclaimer, footer, blank.  Where the quotation
    carries marks, every unmarked line is new, between and below it too; under a header block
    without marks everything is quoted.
    """
    page = _Page(lines)
    _quotation(page)
    _notices(page)
    _footers(page)
    _signatures(page)
    _strokes(page)
    return tuple(
        line if line.label == name else replace(line, label=name) for line, name in zip(lines, page.labels, strict=True)
    )


def _quotation(page: _Page) -> None:
    open_tail = words_above = False
    for start, end in page.runs():
        at, texts, outer = start, page.texts[start:end], page.depths[start] == 0
        while at < end:
            found = None if page.blank[at] else _header(page, texts, at, start, on_top=not words_above)
            if found is None:
                if outer and not page.blank[at]:
                    words_above = True
                    page.labels[at] = "quoted" if open_tail else "new"
                at += 1
                continue
            length, opens = found
            page.set(at, at + length, "quote-header")
            if outer:
                _rule_above(page, at)
                open_tail = open_tail or opens
            at += length


def _header(page: _Page, texts: Sequence[str], at: int, start: int, *, on_top: bool) -> tuple[int, bool] | None:
    """Return (lines, whether all unmarked text below is quoted) of the header on line ``at``."""
    place = at - start
    marker = blocks.marker_at(texts, place)
    if marker is not None:
        return marker.length, not page.marked_below(at + marker.length)
    attribution = attribution_at(texts, place)
    if attribution is not None:
        marked = page.marked_below(at + attribution.length)
        if marked or attribution.sure or page.depths[at]:
            return attribution.length, not marked
    memorandum = on_top and not page.depths[at] and not _ruled(page, at)
    block = blocks.block_length(texts, place, on_top=memorandum) or blocks.notes_length(texts, place)
    return (block, True) if block else None


def _ruled(page: _Page, at: int) -> bool:
    place = at - 1
    while place >= 0 and at - place < 4 and page.blank[place]:
        place -= 1
    return place >= 0 and blocks.is_rule(page.texts[place])


def _rule_above(page: _Page, at: int) -> None:
    """A stroke drawn above a header belongs to it."""
    for place in range(at - 1, max(at - 4, -1), -1):
        if page.labels[place] == "new" and blocks.is_rule(page.texts[place]):
            page.labels[place] = "quote-header"
            return
        if not page.blank[place]:
            return


def _notices(page: _Page) -> None:
    at = 0
    while at < len(page.lines):
        if page.labels[at] != "new" or not disclaimers.may_open(page.texts[at]):
            at += 1
            continue
        at = _notice(page, at)


def _notice(page: _Page, at: int) -> int:
    """Label the notice on line ``at``, all its paragraphs; return where to look next."""
    end = _new_until(page, at)
    texts, html = page.texts[at:end], page.lines[at].source == "html"
    length = disclaimers.notice_length(texts, 0, whole_lines=html)
    if not length:
        return at + 1
    while length < len(texts):
        below = length
        while below < len(texts) and not texts[below].strip():
            below += 1
        more = disclaimers.goes_on(texts, below, whole_lines=html) if below < len(texts) else 0
        if not more:
            break
        length = below + more
    page.set(at, at + length, "disclaimer", "new")
    return at + length


def _new_until(page: _Page, at: int, most: int = 80) -> int:
    """The end of the new and blank lines from ``at`` on, at most ``most`` lines away."""
    end = at
    while end < len(page.lines) and end - at < most and page.labels[end] in {"new", "blank"}:
        end += 1
    return end


def _footers(page: _Page) -> None:
    inside = False
    for at, text in enumerate(page.texts):
        if page.labels[at] != "new":
            inside = False
            continue
        if footers.is_sent_from(text):
            page.labels[at] = "footer"
        elif inside or footers.is_added(text):
            inside = page.lines[at].source != "html"
            page.labels[at] = "footer"
            if at and page.labels[at - 1] == "new" and footers.is_drawn(page.texts[at - 1]):
                page.labels[at - 1] = "footer"
        elif footers.is_drawn(text):
            end = _new_until(page, at, 14)
            if footers.is_list_footer(page.texts[at + 1 : end]):
                page.set(at, end, "footer", "new")


def _signatures(page: _Page) -> None:
    words = 0
    at = 0
    while at < len(page.lines):
        if page.labels[at] != "new":
            at += 1
            continue
        if signatures.is_dashes(page.texts[at]):
            at = _below_dashes(page, at)
        elif words and signatures.is_closing(page.texts[at]):
            at = _below_closing(page, at)
        else:
            at += 1
        words += 1


def _below_dashes(page: _Page, at: int) -> int:
    end = _new_until(page, at, 40)
    if end < len(page.lines) and end - at == 40:
        return at + 1
    if signatures.holds_answers(page.texts[at + 1 : end]):
        return at + 1
    page.set(at, end, "signature", "new")
    return end


def _below_closing(page: _Page, at: int) -> int:
    end = _new_until(page, at + 1, 24)
    end = next((place for place in range(at + 1, end) if signatures.is_postscript(page.texts[place])), end)
    block = page.texts[at + 1 : end]
    if signatures.is_signature(block) and not signatures.announces(page.texts[max(0, at - 12) : at]):
        page.set(at + 1, end, "signature", "new")
        return end
    return at + 1


def _strokes(page: _Page) -> None:
    """Strokes with nothing under them, at the end or above a quotation, say nothing."""
    below = True
    for at in range(len(page.lines) - 1, -1, -1):
        if page.labels[at] == "new":
            below = below and footers.is_drawn(page.texts[at])
            if below:
                page.labels[at] = "footer"
        elif page.labels[at] == "quote-header":
            below = True
        elif page.labels[at] == "quoted":
            below = False


def own_words(lines: tuple[Line, ...]) -> str:
    """Return what the sender wrote: the new lines, blank ones kept between them.

    Names typed under a closing are the sender's words though they are a signature.  A letter
    forwarded without a word of one's own, or one that cannot be told from what it answers,
    stands for itself.
    """
    kept = _joined(lines, frozenset(_with_names(lines)))
    return kept or _joined(lines, frozenset(_unmarked(lines)))


def _joined(lines: Sequence[Line], taken: frozenset[int]) -> str:
    words: list[str] = []
    gap = 0
    cut = False
    for place, line in enumerate(lines):
        if place in taken:
            words.extend([""] * (min(gap, 1) if cut else gap))
            words.append(line.text)
            gap, cut = 0, False
        elif line.label == "blank" and not line.depth:
            gap += 1
        else:
            cut = True
            gap = max(gap, 1)
    return "\n".join(words).strip()


def _with_names(lines: Sequence[Line]) -> Iterator[int]:
    place = 0
    while place < len(lines):
        if lines[place].label == "new":
            yield place
        elif lines[place].label == "signature":
            end = place
            while end < len(lines) and lines[end].label in {"signature", "blank"}:
                end += 1
            if signatures.is_bare_name([line.text for line in lines[place:end]]):
                yield from (each for each in range(place, end) if lines[each].label == "signature")
            place = end - 1
        place += 1


def _unmarked(lines: Sequence[Line]) -> Iterator[int]:
    """The unmarked lines of a quotation under a forward's marker or a "wrote:" line."""
    headed = [line.text for line in lines if line.label == "quote-header" and not line.depth]
    if headed and blocks.field_of(headed[0][:_LOOKED_AT]) is None:
        yield from (place for place, line in enumerate(lines) if line.label == "quoted" and not line.depth)
