"""Runs ``mailbot run --once`` in a child that kills itself (SIGKILL) at a chosen instant.

An instant is a named point of the road or the n-th event: every SQL statement, commit, named
point and delivery is one.  Reads JSON lines on standard input, answers on standard output.
"""

from __future__ import annotations

import gc
import json
import os
import random
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import holidays.countries  # noqa: F401  what offices need: here once, not in each child
from sqlalchemy import event

from mailbot import daemon, wiring
from mailbot.edges import clock, journal
from mailbot.settings import Settings


class Instant:
    """Counts events; kills the process when its own comes."""

    def __init__(self, point: str | None, number: int | None) -> None:
        self.point, self.number = point, number
        self.events = 0
        self.points: Counter[str] = Counter()

    def step(self, name: str) -> None:
        """A named point: its third passing, or its first when the run has fewer."""
        self.points[name] += 1
        if name == self.point and self.points[name] == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        self.tick()

    def tick(self, *_ignored: Any) -> None:
        """Any event."""
        self.events += 1
        if self.number is not None and self.events == self.number:
            os.kill(os.getpid(), signal.SIGKILL)


def once(order: dict[str, Any]) -> Instant:
    """One run of the daemon's ``--once``."""
    instant = Instant(order.get("point"), order.get("number"))
    settings = Settings.model_validate(order["settings"])
    draw = random.Random(order["seed"])
    house = wiring.build_house(settings, now=clock.now, draw=draw.getrandbits, step=instant.step)
    event.listen(house.engine, "before_cursor_execute", instant.tick)
    event.listen(house.engine, "commit", instant.tick)
    door = wiring.doors(settings.groups[0])
    daemon.run_once(house, [door])
    return instant


def main() -> None:
    """Serve orders until standard input ends."""
    journal.configure("json", Path(os.devnull).open("w"))  # noqa: SIM115
    gc.freeze()  # a child's collector leaves what it was born with alone: its pages stay shared
    for line in sys.stdin:
        order = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            instant = once(order)
            os.write(writing, json.dumps({"events": instant.events, "points": dict(instant.points)}).encode())
            os._exit(0)
        os.close(writing)
        said = b""
        while piece := os.read(reading, 65536):
            said += piece
        os.close(reading)
        _, status = os.waitpid(child, 0)
        answer = {"killed": os.WIFSIGNALED(status), "code": status, **(json.loads(said) if said else {})}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
