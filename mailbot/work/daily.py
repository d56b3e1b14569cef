"""What each day brings without a message: changes of that day, confirmations, old mail emptied."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from mailbot.core.confirming import months_after
from mailbot.core.records import Group
from mailbot.edges.store import intake
from mailbot.work import effective, periodic
from mailbot.work.house import House


def daily(house: House, group: Group) -> None:
    """Do what is due today; looked at twice it does nothing twice."""
    effective.apply_due(house, group)
    periodic.ask_confirmations(house, group)
    empty_old_mail(house, group)


def empty_old_mail(house: House, group: Group) -> int:
    """Empty the bytes of messages handled ``keep_raw_months`` ago; outcome, reading and history stay."""
    if not group.keep_raw_months:
        return 0
    zone = ZoneInfo(group.timezone)
    day = months_after(house.today(group), -group.keep_raw_months)
    with house.engine.begin() as connection:
        return intake.empty_raw(connection, group.key, datetime.combine(day, time(), zone))
