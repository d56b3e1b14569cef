"""What entries on the programme's other forms would do: a value of an indicator, a new activity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from mailbot.core.changes import Change, FieldChanged, Planned
from mailbot.core.language import fold
from mailbot.core.records import Indicator, Measurement, Participant
from mailbot.core.values import Bilingual, Entry, Problem

WHICH = Bilingual("No sabemos de qué indicador se trata.", "We do not know which indicator this is.")
NO_VALUE = Problem(
    "value",
    "",
    Bilingual("Falta el valor.", "The value is missing."),
    Bilingual("Escriba un número junto a «Valor».", "Write a number beside “Value”."),
)
TO_COME = Bilingual("La fecha del valor está por venir.", "The date of the value is still to come.")
NO_TITLE = Problem(
    "title",
    "",
    Bilingual("Falta decir qué actividad se propone.", "It is not said which activity is proposed."),
    Bilingual("Complete «Actividad».", "Complete “Activity”."),
)


def plan_value(
    entry: Entry,
    participant: Participant,
    indicators: Sequence[Indicator],
    measured: Sequence[Measurement],
    today: dt.date,
) -> Planned:
    """Return the value that an ``indicator-value`` entry reports; without a date it is of ``today``."""
    if any(doubt.field in {"indicator", "value", "date"} for doubt in entry.doubts):
        return Planned(None)
    said = entry.fields.get("indicator")
    found = _indicator(str(said.value) if said else "", indicators)
    if found is None:
        return Planned(None, (_which(str(said.value) if said else "", indicators),))
    value = entry.fields.get("value")
    if value is None:
        return Planned(None, (NO_VALUE,))
    day = _day(entry, today)
    if day > today:
        return Planned(None, (Problem("date", entry.fields["date"].said, TO_COME, Bilingual("", "")),))
    before = [each for each in measured if each.indicator == found.code and each.participant == participant.code]
    held = str(before[-1].value) if before else None
    source = entry.fields.get("source")
    fields = (
        FieldChanged("value", held, str(value.value)),
        FieldChanged("date", None, {"start": day.isoformat(), "end": day.isoformat(), "kind": "day"}),
        *((FieldChanged("source", None, str(source.value)),) if source else ()),
    )
    return Planned(Change("measure", participant, fields=fields, indicator=found))


def measured_on(change: Change) -> dt.date:
    """Return the day a reported value is of."""
    date = change.after["date"]
    assert isinstance(date, Mapping)
    return dt.date.fromisoformat(str(date["end"]))


def measured_value(change: Change) -> Decimal:
    """Return a reported value."""
    return Decimal(str(change.after["value"]))


def _day(entry: Entry, today: dt.date) -> dt.date:
    date = entry.fields.get("date")
    end = date.value.get("end") if date is not None and isinstance(date.value, Mapping) else None
    return dt.date.fromisoformat(str(end)) if end else today


def _indicator(said: str, indicators: Sequence[Indicator]) -> Indicator | None:
    """Find an indicator by its code, at the beginning or alone, or by its whole name."""
    wanted = fold(said).strip(" .:")
    for each in indicators:
        code = fold(each.code)
        if wanted == code or wanted.startswith((f"{code} ", f"{code}:", f"{code}.")):
            return each
    named = [each for each in indicators if wanted and wanted in {fold(each.name.es), fold(each.name.en)}]
    return named[0] if len(named) == 1 else None


def _which(said: str, indicators: Sequence[Indicator]) -> Problem:
    codes = ", ".join(each.code for each in indicators[:20])
    mend = Bilingual(f"Escriba su código: {codes}.", f"Write its code: {codes}.")
    none = Bilingual("El programa no tiene indicadores todavía.", "The programme has no indicators yet.")
    return Problem("indicator", said, WHICH, mend if codes else none)


def plan_proposal(entry: Entry, participant: Participant) -> Planned:
    """Return the activity that an ``activity-proposal`` entry proposes."""
    if "title" not in entry.fields:
        return Planned(None, (NO_TITLE,))
    fields = tuple(FieldChanged(name, None, each.value) for name, each in entry.fields.items())
    return Planned(Change("proposal", participant, fields=fields))
