"""The outbox as a table of states."""

import datetime as dt

import pytest

from mailbot.core.sending import after_carrying, allowed_by_fuse, answers_left
from mailbot.core.values import Carried

NOW = dt.datetime(2009, 1, 5, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("outcome", "attempts", "age", "expires_in", "state", "wait"),
    [
        ("sent", 1, 0, None, "sent", 0),
        ("never", 1, 0, None, "never", 0),
        ("later", 1, 0, None, "queued", 1),
        ("later", 2, 0, None, "queued", 5),
        ("later", 6, 0, None, "queued", 360),
        ("later", 60, 0, None, "queued", 360),
        ("later", 9, 4 * 24 * 60, None, "never", 0),
        ("later", 1, 0, 1, "expired", 0),
        ("later", 1, 0, 2, "queued", 1),
    ],
)
def test_what_follows_a_carriers_answer(
    outcome: str, attempts: int, age: int, expires_in: int | None, state: str, wait: int
) -> None:
    expires = None if expires_in is None else NOW + expires_in * MINUTE
    carried = Carried(outcome, "words")  # type: ignore[arg-type]
    assert after_carrying(carried, attempts, NOW - age * MINUTE, expires, NOW) == (
        state,
        NOW + wait * MINUTE,
    )


def test_the_fuse_and_the_daily_answers_never_go_below_nothing() -> None:
    assert [allowed_by_fuse(sent, 3) for sent in (0, 2, 3, 9)] == [3, 1, 0, 0]
    assert [answers_left(sent, 2) for sent in (0, 1, 2, 5)] == [2, 1, 0, 0]
