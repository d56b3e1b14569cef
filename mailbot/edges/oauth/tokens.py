"""What an authorisation server gave, and the file it is kept in (mode 0600)."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

HOUR = 3600


@dataclass(frozen=True)
class Tokens:
    """The tokens of one sign-in; instants in UTC.  ``repr`` shows no secret.

    ``ends``: when the refresh token ends by the server's own word, None when it said nothing.
    """

    client_id: str
    access: str = field(repr=False)
    refresh: str = field(repr=False)
    signed_in: datetime
    obtained: datetime
    expires: datetime
    ends: datetime | None = None

    def renewed(self, answer: Mapping[str, Any], now: datetime) -> Tokens:
        """Return these with a token answer on top (RFC 6749 section 5.1, rotation as in section 6)."""
        later = tokens_from(answer, self.client_id, now)
        rotated = bool(answer.get("refresh_token"))
        return Tokens(
            client_id=self.client_id,
            access=later.access,
            refresh=later.refresh if rotated else self.refresh,
            signed_in=self.signed_in,
            obtained=now,
            expires=later.expires,
            # A new refresh token without a word on its end: the old one's end is not its.
            ends=later.ends or (None if rotated else self.ends),
        )


def tokens_from(answer: Mapping[str, Any], client_id: str, now: datetime) -> Tokens:
    """Return the tokens of a token answer; ValueError when it holds none."""
    access = answer.get("access_token")
    if not isinstance(access, str) or not access.isascii() or not access.isprintable():
        raise ValueError("an answer without access_token")
    seconds = _seconds(answer.get("expires_in")) or HOUR
    # Google's word for a sign-in that ends by itself; others use it too.
    ends = _seconds(answer.get("refresh_token_expires_in"))
    return Tokens(
        client_id=client_id,
        access=access,
        refresh=str(answer.get("refresh_token") or ""),
        signed_in=now,
        obtained=now,
        expires=now + timedelta(seconds=seconds),
        ends=now + timedelta(seconds=ends) if ends else None,
    )


def _seconds(value: object) -> int:
    """Return a number of seconds, also when given as text; 0 for what is none."""
    try:
        return max(0, min(int(float(str(value))), 10 * 366 * 24 * HOUR))
    except (ValueError, OverflowError):
        return 0


def load(path: Path) -> Tokens | None:
    """Return the kept tokens; None when there is no file; ValueError when it is damaged."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    try:
        return Tokens(
            client_id=str(document["client_id"]),
            access=str(document["access_token"]),
            refresh=str(document["refresh_token"]),
            signed_in=_instant(document["signed_in"]),
            obtained=_instant(document["obtained"]),
            expires=_instant(document["expires"]),
            ends=_instant(document["ends"]) if document.get("ends") else None,
        )
    except (KeyError, TypeError, ValueError):
        # From nothing: the original error could show the file's text.
        raise ValueError(f"{path} is damaged") from None


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _document(tokens: Tokens) -> str:
    return json.dumps(
        {
            "client_id": tokens.client_id,
            "access_token": tokens.access,
            "refresh_token": tokens.refresh,
            "signed_in": tokens.signed_in.isoformat(),
            "obtained": tokens.obtained.isoformat(),
            "expires": tokens.expires.isoformat(),
            "ends": tokens.ends.isoformat() if tokens.ends else None,
        },
        indent=1,
    )


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[Tokens], None]]:
    """Open the way to replace the file, then give the function that does it, whole or not at all.

    Opened first: a folder that cannot be written is found out before the server has
    exchanged a refresh token that works once only.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
    waiting = Path(name)

    def keep(tokens: Tokens) -> None:
        with os.fdopen(handle, "w", encoding="utf-8", closefd=False) as stream:
            stream.write(_document(tokens))
            stream.flush()
            os.fsync(handle)
        waiting.replace(path)

    try:
        yield keep
    finally:
        os.close(handle)
        waiting.unlink(missing_ok=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the token file's lock: one refresh at a time, among threads and processes alike."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        # Each opening has its own lock (flock(2)), so two threads exclude each other too.
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
