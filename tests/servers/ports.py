"""Free loopback ports, servers that listen on them, and waiting for a condition with a deadline."""

from __future__ import annotations

import itertools
import os
import select
import socket
import subprocess
import time
from collections.abc import Callable

# Below the ports a system gives to outgoing connections (Linux: 32768 and up; RFC 6335: 49152 and up): one of
# those may be taken by anybody's connection between our asking for it and a server's listening on it.
FIRST, EACH, WORKERS = 18000, 3500, 4
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % WORKERS
_NUMBERS = itertools.count(os.getpid() * 37)


def free_port() -> int:
    """Return a port of 127.0.0.1 nothing listens on; no other worker of the same run is given it."""
    for _ in range(EACH):
        port = FIRST + _WORKER * EACH + next(_NUMBERS) % EACH
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError(f"no free port between {FIRST + _WORKER * EACH} and {FIRST + (_WORKER + 1) * EACH}")


def until(condition: Callable[[], object], what: str, seconds: float = 90.0) -> None:
    """Wait until a condition holds; fails after a deadline.  Never sleeps longer than it must."""
    if not _comes_true(condition, lambda: True, seconds):
        raise TimeoutError(f"{what} did not happen within {seconds} s")


def answers(port: int) -> bool:
    """Tell whether something listens on a port."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.5).close()
    except OSError:
        return False
    return True


def listens(process: subprocess.Popen[bytes], *ports: int, seconds: float = 90.0) -> bool:
    """Wait until a server listens on all its ports; false as soon as it has ended, or after the deadline."""
    return (
        _comes_true(lambda: all(map(answers, ports)), lambda: process.poll() is None, seconds)
        and process.poll() is None
    )


def _comes_true(condition: Callable[[], object], possible: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end or not possible():
            return False
        select.select([], [], [], 0.02)
    return True
