"""Spans said relative to today, and bare years."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import Found, Reader, Span, month_end


def next_month(today: date) -> tuple[int, int]:
    """Return (year, month) after today's."""
    return (today.year + 1, 1) if today.month == 12 else (today.year, today.month + 1)


def relative(r: Reader, place: int) -> Found:
    """hoy, mañana, esta semana, la próxima semana, next month, este mes, este año."""
    text, today = r.at(place), r.today
    if text in {"hoy", "today"}:
        return Span(today, today), place + 1
    if text == "pasado" and r.at(place + 1) == "manana":
        return Span(today + timedelta(days=2), today + timedelta(days=2)), place + 2
    if text in {"tomorrow"} or (text == "manana" and r.at(place - 1) not in {"la", "de", "esta", "por"}):
        return Span(today + timedelta(days=1), today + timedelta(days=1)), place + 1
    if text in {"ayer", "yesterday"}:
        return Span(today - timedelta(days=1), today - timedelta(days=1)), place + 1
    monday = today - timedelta(days=today.weekday())
    pair = (text, r.at(place + 1))
    here = place + 2
    if pair[0] in {"semana", "mes", "month", "week"} and pair[1] in {
        "proxima",
        "proximo",
        "entrante",
        "siguiente",
    }:
        pair = ("proximo", pair[0])
    if pair[0] in {"semana", "mes"} and pair[1] == "en" and r.at(place + 2) == "curso":
        pair, here = ("este", pair[0]), place + 3
    if pair[0] in {"esta", "this", "presente", "este", "current"}:
        if pair[1] in w.WEEK:
            return Span(monday, monday + timedelta(days=4)), here
        if pair[1] in {"mes", "month"}:
            return Span(today.replace(day=1), month_end(today.year, today.month)), here
        if pair[1] in {"ano", "year"}:
            return Span(date(today.year, 1, 1), date(today.year, 12, 31)), here
    if pair[0] in {"proxima", "proximo", "next", "siguiente"}:
        if pair[1] in w.WEEK:
            return Span(monday + timedelta(days=7), monday + timedelta(days=11)), here
        if pair[1] in {"mes", "month"}:
            year, month = next_month(today)
            return Span(date(year, month, 1), month_end(year, month)), here
        if pair[1] in {"ano", "year"}:
            return Span(date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)), here
        weekday = w.WEEKDAYS.get(pair[1])
        if weekday is not None:
            day = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
            return Span(day, day), here
    return None


def bare_year(r: Reader, place: int) -> Found:
    """2009; año 2009; durante el 2009."""
    here = r.skip(place, "ano", "year", "el", "the")
    text = r.at(here)
    if re.fullmatch(r"20\d\d|19[5-9]\d", text) and _stands_alone(r, place, here):
        return Span(date(int(text), 1, 1), date(int(text), 12, 31)), here + 1
    if r.at(here - 1) in {"ano", "year"} and here > place:
        found = r.year(here)
        if found:
            return Span(date(found[0], 1, 1), date(found[0], 12, 31)), found[1]
    return None


def _stands_alone(r: Reader, place: int, here: int) -> bool:
    """A year after "año", "en", "durante", "de", or alone: never a count such as "2009 funcionarios"."""
    after = r.at(here + 1)
    if after in {"/", "-", "º", "%"} or (after[:1].isdigit()):
        return False
    before = r.at(place - 1)
    led = here > place and r.at(here - 1) in {"ano", "year"}
    leading = before in {
        "",
        "en",
        "in",
        "durante",
        "during",
        "de",
        "del",
        "para",
        "for",
        "ano",
        "a",
        "of",
        "(",
        ",",
        ".",
        ":",
        ";",
        "hasta",
        "until",
        "el",
        "through",
        "and",
        "y",
        "al",
        "desde",
        "since",
        "by",
        "end",
    }
    ending = after in {"", ".", ",", ";", ")", "y", "and", "a", "al", "to", "hasta", "o", "("}
    return led or (leading and ending)
