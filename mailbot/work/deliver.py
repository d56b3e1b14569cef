"""The outbox emptied: claim and commit; talk; write the result and commit."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from mailbot.core.records import Group
from mailbot.core.sending import after_carrying, allowed_by_fuse
from mailbot.core.values import Carried
from mailbot.edges import journal
from mailbot.edges.store import outbox
from mailbot.edges.store.outbox import Claimed
from mailbot.work.house import Carrier, House

BATCH = 20


def recover(house: House, group: Group, process: str) -> int:
    """Give back what an earlier process had claimed and not reported; counted as resent."""
    with house.engine.begin() as connection:
        count = outbox.recover(connection, group.key, process)
    if count:
        journal.letters_recovered(group.key, count)
    return count


async def deliver(house: House, group: Group, carrier: Carrier, process: str) -> int:
    """Send what is due, through the fuse; returns how many letters left.

    No database session is open while the carrier talks.
    """
    sent = 0
    while True:
        claimed = await asyncio.to_thread(_claim, house, group, process)
        if not claimed:
            return sent
        for letter in claimed:
            carried = await _carry(group, carrier, letter)
            house.step("carried")
            await asyncio.to_thread(_write, house, group, letter, carried)
            house.step("result-recorded")
            sent += carried.outcome == "sent"


def _claim(house: House, group: Group, process: str) -> tuple[Claimed, ...]:
    now = house.now()
    with house.engine.begin() as connection:
        hour = outbox.sent_between(connection, group.key, now - timedelta(hours=1), now)
        free = allowed_by_fuse(hour, group.letters_per_hour)
        claimed = outbox.claim(connection, group.key, process, now, min(BATCH, free)) if free else ()
    house.step("claimed")
    return claimed


async def _carry(group: Group, carrier: Carrier, letter: Claimed) -> Carried:
    try:
        return await carrier.send(group.address, letter.recipient, letter.raw)
    except asyncio.CancelledError:
        raise
    except Exception as error:  # noqa: BLE001 - around one delivery (house rules)
        return Carried("later", f"the carrier failed: {error!r}")


def _write(house: House, group: Group, letter: Claimed, carried: Carried) -> None:
    now = house.now()
    state, next_try = after_carrying(carried, letter.attempts, letter.queued_at, letter.expires_at, now)
    with house.engine.begin() as connection:
        outbox.write_result(connection, letter.id, state, next_try, carried.words, now)
    journal.letter_carried(
        group.key,
        letter.id,
        recipient=letter.recipient,
        kind=letter.kind,
        result=state,
        words=carried.words,
        attempt=letter.attempts,
    )
