"""What is due, against the raw limit: one bare pass over the same records with one comparison each.

A thousand groups of eleven States with two hundred dated requests each, deadlines from half a
year back to half a year ahead, nine in ten of the past ones answered, the ledger as full as
yesterday's look left it.  Usage: python -m benchmarks.due [GROUPS]
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time

from mailbot.core.due import Circle, Recipient, due_reminders
from mailbot.core.records import Participant, RequestRecord
from mailbot.core.values import Bilingual
from mailbot.edges import shipped
from mailbot.edges.rulebook.holidays import load_offices
from mailbot.edges.stages import load_stages

STATES = "BZ CA CR DO GT HN MX NI PA SV US".split()
ACTIVITIES = 200
NOW = dt.datetime(2009, 3, 3, 17, tzinfo=dt.UTC)  # a Tuesday morning in every capital
STAGES = load_stages(shipped.folder("rules") / "reminders.yaml")
OFFICES = load_offices(shipped.folder("rules") / "holidays.yaml")(NOW.date())
PLACES = [Participant(n, code, "state", Bilingual(code, code), "es") for n, code in enumerate(STATES)]
CIRCLES = {
    place.id: Circle(
        (Recipient(f"a@{place.code}.example", place.code),),
        (Recipient(f"b@{place.code}.example", place.code, "alternate"),),
        (Recipient("c@gt.example", "GT", "presidency"),),
    )
    for place in PLACES
}


def group(numbers: random.Random) -> list[RequestRecord]:
    """Return the requests of one group."""
    made = []
    for activity in range(ACTIVITIES):
        due = NOW.date() + dt.timedelta(days=numbers.randint(-180, 180))
        asked = dt.datetime.combine(due - dt.timedelta(days=60), dt.time(15), dt.UTC)
        for place in PLACES:
            late = due < NOW.date()
            state = "answered" if late and numbers.random() < 0.9 else "asked"
            key = activity * len(PLACES) + place.id
            made.append(RequestRecord(key, "x", place, None, None, "", "C", due, asked, None, state))
    return made


def main() -> None:
    """Print seconds, what was due, and the ratio to the bare pass."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    numbers = random.Random(2009)
    today = NOW.date()
    bare = own = 0.0
    records = due = 0
    for _ in range(count):
        requests = group(numbers)
        yesterday = NOW - dt.timedelta(days=1)
        before = due_reminders(requests, CIRCLES, STAGES, frozenset(), yesterday, "America/Guatemala", OFFICES)
        said = frozenset(
            (each.request.id, each.recipient, stage)
            for each in before
            for stage in (*each.passed, *((each.stage,) if each.stage else ()))
        )
        begun = time.perf_counter()
        late = 0
        for request in requests:
            if request.due is not None and request.due < today:
                late += 1
        middle = time.perf_counter()
        found = due_reminders(requests, CIRCLES, STAGES, said, NOW, "America/Guatemala", OFFICES)
        own += time.perf_counter() - middle
        bare += middle - begun
        records += len(requests)
        due += len(found)
    print(f"{count} groups, {records} requests, {due} reminders due")
    print(f"one bare pass:  {bare:6.2f} s")
    print(f"due_reminders:  {own:6.2f} s, {own / bare:.1f} times the bare pass")


if __name__ == "__main__":
    main()
