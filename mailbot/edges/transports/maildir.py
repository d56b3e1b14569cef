"""A Maildir as the way out: for trials, and for a mail system that picks files up."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from mailbot.core.values import Carried


class MaildirCarrier:
    """Letters into ``new/``; the same letter again has the same file name, so never doubles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("tmp", "new", "cur"):
            (folder / name).mkdir(parents=True, exist_ok=True)

    async def send(self, envelope_from: str, to: str, raw: bytes) -> Carried:
        """Write, fsync, rename: the file appears whole or not at all."""
        name = hashlib.sha256(to.lower().encode() + b"\0" + raw).hexdigest()[:40] + ".mailbot"
        waiting = self.folder / "tmp" / name
        try:
            with waiting.open("wb") as stream:
                stream.write(raw)
                stream.flush()
                os.fsync(stream.fileno())
            waiting.replace(self.folder / "new" / name)
        except OSError as error:
            return Carried("later", f"{self.folder}: {error.strerror}")
        return Carried("sent", f"written as {name}")

    async def check(self) -> str:
        """Return the folder when letters can be written."""
        probe = self.folder / "tmp" / "probe"
        probe.write_bytes(b"")
        probe.unlink()
        return str(self.folder)

    async def close(self) -> None:
        """Nothing to hang up."""
