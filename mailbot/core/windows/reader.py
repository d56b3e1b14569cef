"""The grammar: spans joined by from–to, until, before, from, and what needs no date at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mailbot.core.values import Bilingual, Window
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import Reader, Span, folded, tokens_of
from mailbot.core.windows.spans import DASH, span_at

MAXIMUM_TEXT = 4_000
DAY = timedelta(days=1)
HALF_A_YEAR = timedelta(days=200)
UNTIL = {"hasta", "until", "till", "by", "to"}
BEFORE = {"antes", "before"}
FROM = {"desde", "from", "since"}
ARTICLES = ("el", "la", "los", "las", "the", "dia", "mes", "de", "del", "fecha", "mas", "tardar", "of")


def read(text: str, today: date) -> tuple[Window, ...]:
    """Return the windows a calendar text names, in order; one ``unknown`` where nothing is dated.

    ``today`` is the day of the document or message the text stands in.  Never raises.
    """
    said = " ".join(text[:MAXIMUM_TEXT].split())
    flat = folded(said)
    dated = _dated(said, flat, today)
    tentative = bool(w.TENTATIVE.search(flat))
    if dated:
        return tuple(_qualified(window, flat, tentative, len(dated)) for window in dated)
    every = _every(flat)
    if every is not None:
        return (Window("recurring", said, every=every or None, tentative=tentative),)
    if w.CONTINUOUS.search(flat):
        return (Window("continuous", said, tentative=tentative),)
    if w.UNDECIDED.search(flat):
        return (Window("undecided", said, tentative=tentative),)
    return (Window("unknown", said, tentative=tentative),)


def _qualified(window: Window, flat: str, tentative: bool, count: int) -> Window:  # noqa: FBT001
    every = _every(flat) if count == 1 else None
    if every is not None and window.kind == "period":
        return replace(window, kind="recurring", every=every or None, tentative=tentative)
    if count == 1 and window.end is None and w.CONTINUOUS.search(flat):
        return replace(window, kind="continuous", tentative=tentative)
    return replace(window, tentative=tentative)


def _every(flat: str) -> str | None:
    """Return how often something recurs ("6 months", "meeting"), "" unsaid, None not recurring."""
    if w.EVERY_MEETING.search(flat):
        return "meeting"
    match = w.EVERY_COUNT.search(flat)
    if match:
        factor, unit = w.UNITS[match[2]]
        said = match[1] or ""
        count = int(said) if said.isdigit() else w.NUMBERS.get(said, 2 if said.startswith("ot") else 1)
        return _times(count * factor, unit)
    match = w.TIMES_A_YEAR.search(flat)
    if match:
        return _often(match)
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", flat):
        if word.replace("-", "") in w.EVERY_WORD:
            return w.EVERY_WORD[word.replace("-", "")]
    return None


def _times(count: int, unit: str) -> str:
    return unit if count == 1 else f"{count} {unit}s"


def _often(match: re.Match[str]) -> str:
    said = match[1] or ""
    count = 1 if match[2] else 2 if match[3] else int(said) if said.isdigit() else w.NUMBERS[said]
    months = {"ano": 12, "year": 12, "mes": 1, "month": 1}.get(match[4])
    if months is None or months % count:
        return f"{match[4]}/{count}"
    step = months // count
    return "year" if step == 12 else _times(step, "month")


def _dated(said: str, flat: str, today: date) -> list[Window]:
    tokens = tokens_of(flat)
    reader = Reader(tokens, today)
    found: list[Window] = []
    place = 0
    while place < len(tokens):
        step = _bounded(reader, place) or _plain(reader, place)
        if step is None:
            place += 1
            continue
        window, after = step
        words = said[tokens[place].start : tokens[after - 1].end]
        found.append(replace(window, said=words))
        place = after
    if len(found) == 1:
        found = [replace(found[0], said=said)]
    return _without_echo(found)


def _without_echo(found: Sequence[Window]) -> list[Window]:
    """A window said twice is one ("viernes 16 (16 de enero)")."""
    kept: list[Window] = []
    for window in found:
        if not any((x.start, x.end) == (window.start, window.end) for x in kept):
            kept.append(window)
    return kept


Step = tuple[Window, int] | None


def _window(start: Span | None, end: Span | None) -> Window:
    first = start.start if start else None
    last = end.end if end else None
    doubt = next((each.doubt for each in (start, end) if each and each.doubt), None)
    if doubt is not None:
        return Window("unknown", "", doubt=doubt)
    if first and last and first > last:
        return Window("unknown", "", doubt=BACKWARDS)
    return Window("day" if first == last and first else "period", "", first, last)


BACKWARDS = Bilingual("el final está antes del comienzo", "the end is before the beginning")


def _plain(r: Reader, place: int) -> Step:
    """A span, or two joined: "X a Y", "X - Y", "X hasta Y"."""
    first = span_at(r, place)
    if first is None:
        return None
    span, here = first
    join = r.at(here)
    if join in {"a", "al", "hasta", "to", "until", "through", *DASH}:
        second = _second(r, here + 1)
        if second:
            return _joined(r, span, second[0]), second[1]
    return _window(*_both(r.settle(span))), here


def _both(span: Span) -> tuple[Span, Span]:
    return span, span


def _second(r: Reader, place: int) -> tuple[Span, int] | None:
    return span_at(r, r.skip(place, "el", "la", "los", "the", "mes", "de", "al"))


def _joined(r: Reader, first: Span, second: Span) -> Window:
    """From one span to another; a missing year comes from the other half, across New Year too."""
    end = r.settle(second)
    start = first
    if first.yearless:
        year = end.end.year
        start = _in_year(first, year)
        if start.start > end.end:
            start = _in_year(first, year - 1)
            if end.end - start.start > HALF_A_YEAR:
                return Window("unknown", "", doubt=BACKWARDS)
    if second.yearless and not first.yearless:
        end = _in_year(second, first.start.year)
        if end.end < first.start:
            end = _in_year(second, first.start.year + 1)
    return _window(start, end)


def _in_year(span: Span, year: int) -> Span:
    def move(day: date) -> date:
        last = 28 if day.month == 2 and day.day == 29 else day.day
        return date(year + (day.year - span.start.year), day.month, last)

    return Span(move(span.start), move(span.end), doubt=span.doubt)


def _bounded(r: Reader, place: int) -> Step:
    """hasta, a más tardar, antes de, a partir de, entre … y, del … al."""
    text, after = r.at(place), r.at(place + 1)
    if text in {"entre", "between"}:
        return _between(r, place)
    if text in {"de", "del", "desde", "from"}:
        pair = _pair(r, place)
        if pair:
            return pair
    if text in BEFORE or (text in {"previo", "prior"} and after in {"a", "al", "to"}):
        return _before(r, place)
    if text in {"despues", "after", "following"} or (text == "posterior" and after in {"a", "al"}):
        return _after(r, place)
    if text == "a" and after == "partir":
        return _open_end(r, place + 2)
    if text in {"as", "starting", "beginning", "effective"} and after in {"of", "from", "on", "in"}:
        return _open_end(r, place + 2)
    if text in FROM:
        return _open_end(r, place + 1)
    if text == "starting":
        return _open_end(r, place + 1)
    return _until(r, place)


def _between(r: Reader, place: int) -> Step:
    here = r.skip(place + 1, "el", "los", "la", "the", "dias", "mes", "de", "meses")
    first = span_at(r, here)
    if first is None:
        return _between_days(r, here)
    if r.at(first[1]) not in {"y", "e", "and"}:
        # "entre marzo y mayo" is read as one run of months already when they follow each other.
        return _window(*_both(r.settle(first[0]))), first[1]
    second = _second(r, first[1] + 1)
    return (_joined(r, first[0], second[0]), second[1]) if second else None


def _between_days(r: Reader, place: int) -> Step:
    """Entre el 3 y el 7 de marzo: the first day borrows the month of the second."""
    day = r.number(place)
    if day is None or r.at(place + 1) not in {"y", "e", "and", "al", "a", "to", "hasta", *DASH}:
        return None
    second = _second(r, place + 2)
    if second is None or second[0].start != second[0].end:
        return None
    end = r.settle(second[0])
    try:
        start = end.start.replace(day=day)
    except ValueError:
        return None
    return _window(Span(start, start, doubt=end.doubt), end), second[1]


def _pair(r: Reader, place: int) -> Step:
    here = r.skip(place + 1, "el", "la", "los", "the", "mes", "dia", "de")
    first = span_at(r, here)
    if first is None:
        return _between_days(r, here)
    if r.at(first[1]) in {"a", "al", "hasta", "to", "until", "through", "till", *DASH}:
        second = _second(r, first[1] + 1)
        if second:
            return _joined(r, first[0], second[0]), second[1]
    if any(r.at(i) in {"a", "al", "to", "hasta", "through", *DASH} for i in range(here, first[1])):
        return _window(*_both(r.settle(first[0]))), first[1]
    return None


def _before(r: Reader, place: int) -> Step:
    here = r.skip(place + 1, "a", "al", "to", "que", "finalizar", "finalice", "termine", *ARTICLES)
    found = span_at(r, here)
    if found is None:
        return None
    span = r.settle(found[0])
    words = " ".join(r.at(i) for i in range(place, here))
    if any(word in words for word in ("finalizar", "finalice", "termine")) or r.at(here) in w.END:
        return _window(None, span), found[1]
    window = _window(None, Span(span.start - DAY, span.start - DAY, doubt=span.doubt))
    return window, found[1]


def _after(r: Reader, place: int) -> Step:
    here = r.skip(place + 1, "a", "al", *ARTICLES)
    found = span_at(r, here)
    if found is None:
        return None
    span = r.settle(found[0])
    return _window(Span(span.end + DAY, span.end + DAY, doubt=span.doubt), None), found[1]


def _open_end(r: Reader, place: int) -> Step:
    here = r.skip(place, *ARTICLES)
    found = span_at(r, here)
    if found is None:
        return None
    return _window(r.settle(found[0]), None), found[1]


def _until(r: Reader, place: int) -> Step:
    """Al 16 de enero; hasta el 30; a más tardar el 4 de marzo; no later than; by March 4."""
    here = _until_start(r, place)
    if here is None:
        return None
    found = span_at(r, r.skip(here, *ARTICLES))
    if found is None:
        return None
    return _window(None, r.settle(found[0])), found[1]


def _until_start(r: Reader, place: int) -> int | None:
    text = [r.at(place + i) for i in range(4)]
    if text[0] == "al" and text[1] not in {"menos", "final"}:
        return place + 1
    if text[0] in {"hasta", "until", "till", "by"}:
        return place + 1
    if text[0] == "a" and text[1:3] == ["mas", "tardar"]:
        return place + 3
    if text[0] in {"no", "not"} and text[1] in {"mas", "later"}:
        return place + (3 if text[2] in {"than", "alla", "tarde"} else 2)
    if text[0] == "como" and text[1] in {"maximo", "limite"}:
        return place + 2
    if text[:2] == ["fecha", "limite"] or text[0] == "deadline" or text[:2] == ["due", "by"]:
        return r.skip(place + 1, "limite", ":", "by")
    return None


def window_json(window: Window) -> dict[str, object]:
    """Return a window in the contracts' shape; ``every`` only for recurring ones."""
    document: dict[str, object] = {
        "start": window.start.isoformat() if window.start else None,
        "end": window.end.isoformat() if window.end else None,
        "kind": window.kind,
        "tentative": window.tentative,
        "said": window.said,
    }
    if window.kind == "recurring":
        document["every"] = window.every
    if window.doubt is not None:
        document["doubt"] = window.doubt.as_dict()
    return document


def as_json(windows: Sequence[Window]) -> dict[str, object]:
    """Return the document of ``mailbot when --json``: one window, or ``{"windows": […]}``."""
    if len(windows) == 1:
        return window_json(windows[0])
    return {"windows": [window_json(each) for each in windows]}
