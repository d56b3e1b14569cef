"""The clock: now, and APScheduler saying "look now"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from apscheduler.schedulers.background import BackgroundScheduler


def now() -> dt.datetime:
    """Return the present instant, in UTC."""
    return dt.datetime.now(dt.UTC)


class Scheduler:
    """Calls back at intervals; what is due is computed by whoever is called."""

    def __init__(self) -> None:
        self._scheduler = BackgroundScheduler(timezone=dt.UTC)

    def every(self, seconds: float, look: Callable[[], None]) -> None:
        """Call ``look`` now and every ``seconds``; calls never overlap, missed ones are one."""
        self._scheduler.add_job(
            look,
            "interval",
            seconds=seconds,
            next_run_time=now(),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """End, after a running call has ended."""
        self._scheduler.shutdown(wait=True)
