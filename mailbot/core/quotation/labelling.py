"""Quotation first, then what stands around the sender's words: every line gets its label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mailbot.core.quotation import banners, blocks, boxed, disclaimers, footers, signatures, signed, typed
from mailbot.core.quotation.attribution import Attribution, attribution_at, may_begin
from mailbot.core.quotation.page import Page
from mailbot.core.remembered import remembered
from mailbot.core.values import Address, Line

_TOP = 4  # lines with words among which a server's banner is looked for
_MOST_OF_A_LABEL = 5  # words


def label(lines: tuple[Line, ...], sender: Address | None = None) -> tuple[Line, ...]:
    """Return the same lines with their label.

    Labels: new, quoted, quote-header, signature, disclaimer, footer, blank.  Where the quotation
    carries marks, every unmarked line is new, between and below it too; under a header block
    without marks everything is quoted.  ``sender``, whose name opens a signature without a closing.
    """
    page = Page(lines)
    rest = _beyond(page, open_tail=_quotation(page))
    typed.relabel(page)
    _banners(page)
    _notices(page)
    pictures = _without_pictures(page)
    _footers(page)
    _signatures(page)
    _signed_by(page, signed.words_of_name(sender))
    _signed_below_wish(page)
    _strokes(page)
    for place in pictures:
        page.labels[place] = "footer"
    named = zip(lines, page.labels + rest, strict=True)
    return tuple([line if line.label == name else line.labelled(name) for line, name in named])


def _beyond(page: Page, *, open_tail: bool) -> list[str]:
    """Labels of the lines that nobody reads."""
    unmarked = "quoted" if open_tail else "new"
    return [
        "blank" if not line.text.strip() else "quoted" if line.depth else unmarked for line in page.lines[len(page) :]
    ]


def _quotation(page: Page) -> bool:
    """Label headers and what is quoted; True when unmarked text at the end is quoted."""
    open_tail = words_above = False
    for start, end in page.runs():
        at, texts, outer = start, page.texts[start:end], page.depths[start] == 0
        while at < end:
            heads = None if page.blank[at] else _may_head(texts[at - start])
            found = _header(page, texts, at, start, heads, on_top=not words_above) if heads else None
            if found is None:
                if outer and not page.blank[at]:
                    words_above = True
                    page.labels[at] = "quoted" if open_tail else "new"
                at += 1
                continue
            length, opens = found
            page.set(at, at + length, "quote-header")
            if outer or _in_strokes(page, at):
                _rule_above(page, at)
                open_tail = open_tail or opens
            at += length
    return open_tail


class _Heads(NamedTuple):
    """Which headers may begin with a line, whatever stands below it."""

    drawn: bool
    marker: bool
    attribution: bool
    field: bool
    sender: bool


@remembered
def _may_head(text: str) -> _Heads | None:
    """Return which headers may begin with this line, None where none may: only those are looked for."""
    drawn, marker, attribution = boxed.may_begin(text), blocks.may_mark(text), may_begin(text)
    found = _Heads(drawn, marker, attribution, blocks.field_of(text) is not None, blocks.is_sender(text))
    return found if any(found) else None


def _in_strokes(page: Page, at: int) -> bool:
    """GroupWise's ">>> X <a@b> date >>>" or ">>> On date, in message <…>, X wrote:".

    Its marks are a frame, what it quotes has none.
    """
    alone = not any(page.depths[max(0, at - 1) : at])
    if page.depths[at] != 3 or not (alone or page.texts[at].rstrip().endswith(">>>")):
        return False
    below = next((place for place in range(at + 1, len(page)) if not page.blank[place]), None)
    return below is not None and page.depths[below] == 0


def _header(
    page: Page, texts: Sequence[str], at: int, start: int, heads: _Heads, *, on_top: bool
) -> tuple[int, bool] | None:
    """Return (lines, whether all unmarked text below is quoted) of the header on line ``at``."""
    place = at - start
    marker = blocks.marker_at(texts, place) if heads.marker else None
    if marker is not None:
        return marker.length, not page.marked_below(at + marker.length)
    attribution = _with_fields(texts, place, attribution_at(texts, place)) if heads.attribution else None
    if attribution is not None:
        marked = page.marked_below(at + attribution.length)
        if marked or attribution.sure or page.depths[at]:
            return attribution.length, not marked
    block = (
        (_block(page, texts, at, place, on_top=on_top) if heads.field else 0)
        or (blocks.notes_length(texts, place) if heads.sender else 0)
        or (blocks.plain_length(texts, place) if "@" in texts[place] else 0)
        or (boxed.length(texts, place) if heads.drawn else 0)
    )
    return (block, True) if block else None


def _block(page: Page, texts: Sequence[str], at: int, place: int, *, on_top: bool) -> int:
    ruled = _ruled(page, at)
    memorandum = on_top and not page.depths[at] and not ruled
    return blocks.block_length(texts, place, on_top=memorandum, ruled=ruled and not on_top)


def _with_fields(texts: Sequence[str], place: int, found: Attribution | None) -> Attribution | None:
    """Notes and Yahoo write "--- X wrote:" and a block of fields under it."""
    if found is None or not texts[place].lstrip().startswith("---"):
        return found
    below = place + found.length
    while below < len(texts) and below < place + found.length + 3 and not texts[below].strip():
        below += 1
    fields = blocks.block_length(texts, below, after_marker=True)
    return Attribution(below + fields - place, found.sure) if fields else found


def _ruled(page: Page, at: int) -> bool:
    place = at - 1
    while place >= 0 and at - place < 4 and page.blank[place]:
        place -= 1
    return place >= 0 and blocks.is_rule(page.texts[place])


def _rule_above(page: Page, at: int) -> None:
    """A stroke drawn above a header belongs to it."""
    for place in range(at - 1, max(at - 4, -1), -1):
        if page.labels[place] == "new" and blocks.is_rule(page.texts[place]):
            page.labels[place] = "quote-header"
            return
        if not page.blank[place]:
            return


def _banners(page: Page) -> None:
    """What a server put on top of the letter, or of what it quotes."""
    near = _TOP
    for at in range(len(page)):
        if page.labels[at] == "quote-header":
            near = _TOP
        elif near and not page.blank[at]:
            near -= 1
            found = banners.length(page.texts, at, whole_lines=page.lines[at].source == "html")
            page.set(at, at + found, "disclaimer")


def _notices(page: Page) -> None:
    notices = disclaimers.Notices(page.texts)
    at, end = 0, len(page)
    while at < end:
        length = 0
        if page.labels[at] == "new" and disclaimers.may_open(page.texts[at]):
            whole_lines = page.lines[at].source == "html"
            length = notices.length(at, page.new_until(at, 80), whole_lines=whole_lines)
            page.set(at, at + length, "disclaimer", "new")
        at += length or 1


def _without_pictures(page: Page) -> list[int]:
    """Take the words that stand for a picture off the page, since it may stand anywhere in a signature."""
    found = [
        place
        for place, text in enumerate(page.texts)
        if text[:1] in "[<*" and page.labels[place] == "new" and footers.is_picture(text)
    ]
    for place in found:
        page.texts[place], page.blank[place], page.labels[place] = "", True, "blank"
    return found


def _footers(page: Page) -> None:
    inside = scanned = False
    for at, text in enumerate(page.texts):
        if page.labels[at] != "new":
            inside = False
            continue
        below = bool(at) and page.labels[at - 1] == "footer" and footers.is_link(text)
        if below or footers.is_sent_from(text) or (scanned and _is_of_scanner(text)):
            page.labels[at] = "footer"
        elif inside or footers.is_added(text):
            inside = page.lines[at].source != "html"
            page.labels[at] = "footer"
            if at and page.labels[at - 1] == "new" and footers.is_drawn(page.texts[at - 1]):
                page.labels[at - 1] = "footer"
            scanned = True
        elif footers.is_drawn(text):
            end = page.new_until(at, 14)
            under = page.texts[at + 1 : end]
            if footers.is_list_footer(under) or (end >= len(page) and footers.is_advertisement(under)):
                page.set(at, end, "footer", "new")


def _is_of_scanner(text: str) -> bool:
    return footers.is_of_scanner(text) or footers.is_link(text)


def _signatures(page: Page) -> None:
    words = 0
    at, end = 0, len(page)
    parted = False
    while at < end:
        if page.labels[at] != "new":
            at += 1
            continue
        if signatures.is_dashes(page.texts[at]):
            at = _below_dashes(page, at, parted=parted or not words)
            parted = True
        elif words and signatures.is_closing(page.texts[at]):
            at = _below_closing(page, at)
        elif "signature" in page.lines[at].marks and _opens_box(page, at):
            at = _in_box(page, at)
        else:
            at += 1
        words += 1


def _below_dashes(page: Page, at: int, *, parted: bool) -> int:
    """``parted``: another such line stands above, or no words do."""
    end = page.new_until(at, 40)
    above = page.texts[at - 1].rstrip() if at else ""
    value = above.endswith(":") and len(above.split()) <= _MOST_OF_A_LABEL and not signatures.is_closing(above)
    if value or (end < len(page) and end - at == 40):
        return at + 1  # "Fecha:" over "--": nothing is said
    if signatures.holds_answers(page.texts[at + 1 : end]) or signatures.begins_with_sentence(page.texts[at + 1 : end]):
        return at + 1
    inner = next((place for place in range(at + 1, end) if signatures.is_dashes(page.texts[place])), end)
    if (parted or inner < end) and not signatures.is_signature(page.texts[at + 1 : inner]):
        return at + 1  # strokes between the parts of a letter
    page.set(at, end, "signature", "new")
    return end


def _opens_box(page: Page, at: int) -> bool:
    """Whether words of the letter stand directly above, outside the box."""
    above = next((place for place in range(at - 1, -1, -1) if not page.blank[place]), None)
    return above is not None and "signature" not in page.lines[above].marks


def _in_box(page: Page, at: int) -> int:
    """What a program put into its box for signatures, unless somebody typed an answer there."""
    end = at + 1
    while end < len(page) and (page.labels[end] == "blank" or "signature" in page.lines[end].marks):
        end += 1
    block = [page.texts[place] for place in range(at, end) if page.labels[place] == "new"]
    named = signatures.is_name(block[0]) and signatures.is_signature(block)
    if named and not signatures.announces(page.texts[max(0, at - 12) : at]):
        page.set(at, end, "signature", "new")
    return end


def _below_closing(page: Page, at: int) -> int:
    end = page.new_until(at + 1, 24)
    end = next((place for place in range(at + 1, end) if signatures.is_postscript(page.texts[place])), end)
    size = signatures.length(page.texts[at], page.texts[at + 1 : end])
    if size and not signatures.announces(page.texts[max(0, at - 12) : at]):
        page.set(at + 1, at + 1 + size, "signature", "new")
    return at + 1 + size


def _signed_by(page: Page, name: frozenset[str]) -> None:
    """A program's signature under words without a closing: the sender's own name opens it, nothing stands below.

    Under "mis datos:" or a label it is what the letter says, and under words that give no data it may be.
    """
    end = next((at + 1 for at in range(len(page) - 1, -1, -1) if page.labels[at] == "new"), 0)
    while name and end:
        start = end
        while start and page.labels[start - 1] in {"new", "blank"}:
            start -= 1
        opens = (at for at in range(start, end) if page.labels[at] == "new" and signed.is_of(page.texts[at], name))
        at = next(opens, None)
        if at is not None and signed.follows(page.texts[start:at], page.texts[at:end], name):
            page.set(at, end, "signature", "new")
        end = next((at + 1 for at in range(start - 1, -1, -1) if page.labels[at] == "new"), 0)


def _signed_below_wish(page: Page) -> None:
    """The last paragraph under a wish that no "Atentamente" closes: "Agradecemos actualizar la lista."."""
    end = next((at + 1 for at in range(len(page) - 1, -1, -1) if page.labels[at] == "new"), 0)
    start = end
    while start and page.labels[start - 1] == "new":
        start -= 1
    if start and signed.is_wished_above(page.texts[:start], page.texts[start:end]):
        page.set(start, end, "signature", "new")


def _strokes(page: Page) -> None:
    """Strokes with nothing under them, at the end or above a quotation, say nothing."""
    below = True
    for at in range(len(page) - 1, -1, -1):
        if page.labels[at] == "new":
            below = below and footers.is_drawn(page.texts[at])
            if below:
                page.labels[at] = "footer"
        elif page.labels[at] == "quote-header":
            below = True
        elif page.labels[at] == "quoted":
            below = False
