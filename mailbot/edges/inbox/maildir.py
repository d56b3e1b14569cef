"""A Maildir as inbox: new/ first, read in order of arrival."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from mailbot.core.values import Collected, Position

POLL = 0.25


class MaildirInbox:
    """Messages from ``new/``; a handled one is moved to ``cur/`` without touching its flags."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mailbox = f"maildir:{folder}"
        for name in ("tmp", "new", "cur"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        self._interrupted = threading.Event()
        self._seen: set[str] = set()

    def _waiting(self) -> list[Path]:
        found = [each for each in (self.folder / "new").iterdir() if each.is_file()]
        return sorted(found, key=lambda each: (each.stat().st_mtime_ns, each.name))

    def collect(self, after: Position | None) -> Iterator[list[Collected]]:
        """Yield what lies in ``new/``, oldest first; the store passes over what it holds."""
        for path in self._waiting():
            if path.name in self._seen:
                continue
            try:
                raw = path.read_bytes()
            except FileNotFoundError:
                continue
            yield [Collected(Position(self.mailbox, 0, 0, path.name), raw)]
            self._seen.add(path.name)

    def file(self, positions: Sequence[Position]) -> None:
        """Move handled messages to ``cur/``; one that is gone is passed over."""
        for position in positions:
            source = self.folder / "new" / position.name
            name = position.name if ":2," in position.name else position.name + ":2,"
            if source.exists():
                source.replace(self.folder / "cur" / name)

    def wait(self, seconds: float) -> bool:
        """Look for new files until there are some, ``seconds`` are over, or ``interrupt``."""
        left = seconds
        while left > 0 and not self._interrupted.is_set():
            if any(path.name not in self._seen for path in self._waiting()):
                return True
            self._interrupted.wait(min(POLL, left))
            left -= POLL
        self._interrupted.clear()
        return True

    def interrupt(self) -> None:
        """End a running ``wait``."""
        self._interrupted.set()

    def close(self) -> None:
        """Nothing to hang up."""
