"""``rules/holidays.yaml``: office days and hours; the holidays of python-holidays, corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

import holidays
from dateutil.easter import easter
from holidays.registry import EntityLoader
from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Key

from mailbot.core.values import Bilingual, OperatorError
from mailbot.core.workdays import Office
from mailbot.edges.rulebook.files import checked
from mailbot.edges.rulebook.mistakes import wrong
from mailbot.edges.rulebook.rows import Alpha2

Hour = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Day = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$|^easter[+-][0-9]{1,3}$")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Offices = Callable[[date], Mapping[str, Office]]


class HoursRow(BaseModel):
    """Hours where a country says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    opens: Hour = "08:00"
    closes: Hour = "16:00"
    weekdays: list[Weekday] = Key(default=list(WEEKDAYS[:5]), min_length=1)


class OfficeRow(BaseModel):
    """One country."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    timezone: str
    opens: Hour | None = None
    closes: Hour | None = None
    weekdays: list[Weekday] | None = Key(default=None, min_length=1)
    categories: list[str] = Key(default=["public"], min_length=1)
    also: list[Day] = []
    never: list[Day] = []


class HolidaysFile(BaseModel):
    """``rules/holidays.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    default: HoursRow = HoursRow()
    countries: dict[Alpha2, OfficeRow]


def load_offices(path: Path) -> Offices:
    """Return a function: day → country → its office, with the holidays of the years around.

    A file that does not exist stands for no countries.  Raises OperatorError naming every mistake.
    """
    if not path.exists():
        return lambda _day: {}
    problems: list[Bilingual] = []
    file = checked(path, HolidaysFile, problems)
    if file is not None:
        problems += _mistakes(path, file)
    if problems or file is None:
        raise OperatorError(problems)

    @cache
    def around(year: int) -> Mapping[str, Office]:
        years = (year - 1, year, year + 1)
        return {code: _office(code, row, file.default, years) for code, row in file.countries.items()}

    return lambda day: around(day.year)


def _office(code: str, row: OfficeRow, default: HoursRow, years: tuple[int, ...]) -> Office:
    listed = holidays.country_holidays(code, years=years, categories=tuple(row.categories))
    closed = {*listed, *_days(row.also, years)} - set(_days(row.never, years))
    return Office(
        row.timezone,
        time.fromisoformat(row.opens or default.opens),
        time.fromisoformat(row.closes or default.closes),
        frozenset(WEEKDAYS.index(each) for each in row.weekdays or default.weekdays),
        frozenset(closed),
    )


def _days(written: Iterable[str], years: Iterable[int]) -> Iterable[date]:
    return (day for year in years for each in written if (day := _day(each, year)) is not None)


def _day(written: str, year: int) -> date | None:
    """Return the day of a year that is meant, None when it has none (29 February)."""
    if written.startswith("easter"):
        sunday: date = easter(year)
        return sunday + timedelta(days=int(written.removeprefix("easter")))
    if len(written) == 10:
        day = date.fromisoformat(written)
        return day if day.year == year else None
    try:
        return date.fromisoformat(f"{year:04d}-{written}")
    except ValueError:
        return None


def _mistakes(path: Path, file: HolidaysFile) -> Iterable[Bilingual]:
    # list_supported_countries would import every country there is; available_timezones walks a folder at each call.
    known, zones = set(EntityLoader.get_country_codes()), available_timezones()
    for code, row in file.countries.items():
        where = f"countries.{code}"
        if row.timezone not in zones:
            yield wrong(path, f"{where}.timezone", "a zone such as America/Guatemala", "una zona: America/Guatemala")
        if (row.opens or file.default.opens) >= (row.closes or file.default.closes):
            yield wrong(path, f"{where}.closes", "an hour after opens", "una hora posterior a opens")
        if code not in known:
            yield wrong(path, where, "a country python-holidays knows", "un país que python-holidays conozca")
        else:
            yield from _category_mistakes(path, where, code, row)
        for written in (*row.also, *row.never):
            if not _exists(written):
                yield wrong(path, f"{where}: {written}", "a day that exists", "un día que exista")
        for written in sorted(set(row.also) & set(row.never)):
            yield wrong(path, f"{where}: {written}", "also or never, not both", "also o never, no ambos")


def _category_mistakes(path: Path, where: str, code: str, row: OfficeRow) -> Iterable[Bilingual]:
    offered = getattr(holidays, code).supported_categories
    if not set(row.categories) <= set(offered):
        words = ", ".join(sorted(offered))
        yield wrong(path, f"{where}.categories", f"of {words}", f"entre {words}")


def _exists(written: str) -> bool:
    leap = re.sub(r"^(?=\d{2}-\d{2}$)", "2008-", written)  # 02-29 exists in some years
    try:
        return written.startswith("easter") or date.fromisoformat(leap) is not None
    except ValueError:
        return False
