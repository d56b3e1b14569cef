"""Delivery: the outbox emptied into smtp-sink against bare aiosmtplib to the same sink.

Usage: python -m benchmarks.delivery [LETTERS]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

import aiosmtplib

from mailbot.edges.store import outbox
from mailbot.edges.store.outbox import Outgoing
from mailbot.edges.transports import open_carrier
from mailbot.work import deliver
from tests.servers.postfix import smtp_sink
from tests.town import Town

BODY = b"From: grupo.md@crm.example\r\nTo: a@b.example\r\nSubject: x\r\n\r\n" + b"linea\r\n" * 400


async def bare(port: int, count: int) -> float:
    """Return letters a second with one bare connection."""
    client = aiosmtplib.SMTP(hostname="127.0.0.1", port=port, use_tls=False, start_tls=False)
    await client.connect()
    begun = time.perf_counter()
    for _ in range(count):
        await client.sendmail("grupo.md@crm.example", ["a@b.example"], BODY)
    spent = time.perf_counter() - begun
    await client.quit()
    return count / spent


async def ours(town: Town, port: int) -> float:
    """Return letters a second through claim, carrier, result."""
    carrier = open_carrier(f"smtp+insecure://127.0.0.1:{port}", None)
    begun = time.perf_counter()
    sent = await deliver.deliver(town.house, town.md, carrier, "bench")
    spent = time.perf_counter() - begun
    await carrier.close()
    return sent / spent


def main() -> None:
    """Print both rates and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder, smtp_sink() as port:
        town = Town(Path(folder), letters_per_hour=10**6)
        with town.house.engine.begin() as connection:
            for number in range(count):
                letter = Outgoing("bench", f"a{number}@b.example", "once", "digest", f"m{number}@x", "x", BODY)
                outbox.queue(connection, "md", letter, town.house.now())
        raw = asyncio.run(bare(port, count))
        own = asyncio.run(ours(town, port))
    print(f"bare aiosmtplib, 1 connection: {raw:8.0f} letters/s")
    print(f"outbox to the same sink:       {own:8.0f} letters/s")
    print(f"ratio:                         {own / raw:8.2f}")


if __name__ == "__main__":
    main()
