"""Free loopback ports, and waiting for a condition with a deadline."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Callable


def free_port() -> int:
    """Return a port of 127.0.0.1 that was free a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def until(condition: Callable[[], object], what: str, seconds: float = 20.0) -> None:
    """Wait until a condition holds; fails after a deadline.  Never sleeps longer than it must."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not happen within {seconds} s")
        select.select([], [], [], 0.02)


def answers(port: int) -> bool:
    """Tell whether something listens on a port."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.5).close()
    except OSError:
        return False
    return True
