"""The log: one mail-log line per message and per letter, structured, without secrets.

One function per event, so that its line never drifts.
"""

from __future__ import annotations

import logging
import sys
from typing import Any, TextIO

import structlog

from mailbot.core.json_line import json_line


def configure(style: str = "text", stream: TextIO | None = None) -> None:
    """Send the log to standard error as ``text`` (key=value) or ``json`` lines."""
    renderer: Any = (
        structlog.processors.JSONRenderer(serializer=json_line)
        if style == "json"
        else structlog.processors.LogfmtRenderer(key_order=["timestamp", "event", "group"])
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        logger_factory=structlog.PrintLoggerFactory(stream or sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=False,
    )


def _log() -> Any:
    return structlog.get_logger()


def message_handled(
    group: str,
    row: int,
    *,
    sender: str | None,
    kind: str,
    outcome: str,
    reason: str,
    message_id: str | None,
    certainty: str | None,
) -> None:
    """Say what became of one message."""
    _log().info(
        "message",
        group=group,
        number=row,
        sender=sender,
        kind=kind,
        outcome=outcome,
        reason=reason,
        message_id=message_id,
        certainty=certainty,
    )


def message_failed(group: str, row: int, error: BaseException) -> None:
    """Say that reading one message met something nobody foresaw."""
    _log().error("message-set-aside", group=group, number=row, error=repr(error), exc_info=error)


def letter_carried(
    group: str, letter: int, *, recipient: str, kind: str, result: str, words: str, attempt: int
) -> None:
    """Say what the carrier said of one letter."""
    _log().info(
        "letter",
        group=group,
        number=letter,
        recipient=recipient,
        kind=kind,
        result=result,
        words=words,
        attempt=attempt,
    )


def letters_recovered(group: str, count: int) -> None:
    """Say how many letters an earlier process had taken and not reported."""
    _log().warning("letters-recovered", group=group, count=count)


def collected(group: str, count: int) -> None:
    """Say how many new messages were stored."""
    _log().info("collected", group=group, count=count)


def trouble(part: str, words: str, *, retry_seconds: float | None = None) -> None:
    """Say that a part of the daemon fails, and when it tries again."""
    _log().warning("trouble", part=part, words=words, retry_seconds=retry_seconds)


def recovered(part: str) -> None:
    """Say that a part that failed works again."""
    _log().info("recovered", part=part)


def report(group: str, words: str, **more: object) -> None:
    """Say what became of a report to a meeting: draft, approved, commented."""
    _log().info("report", group=group, words=words, **more)


def digest_quiet(group: str, period: str, how: str) -> None:
    """Say, once a period, that a digest had nothing new and what was done (skip, line)."""
    _log().info("digest-quiet", group=group, period=period, how=how)


def running(words: str, **more: object) -> None:
    """Say a step of the daemon's life: started, stopping, stopped."""
    _log().info(words, **more)
