"""What is remembered of texts is bounded: in number, and never a long one."""

from __future__ import annotations

from mailbot.core.remembered import MOST, SHORT, remembered


def test_a_short_text_is_worked_on_once_and_a_long_one_each_time() -> None:
    asked: list[str] = []

    @remembered
    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    long = "x" * (SHORT + 1)
    assert [size("a"), size("a"), size(long), size(long)] == [1, 1, SHORT + 1, SHORT + 1]
    assert asked == ["a", long, long]


def test_the_oldest_texts_are_forgotten() -> None:
    asked: list[str] = []
    size = remembered(lambda text: asked.append(text) or len(text))
    for number in range(MOST + 1):
        size(str(number))
    size("0")
    assert asked.count("0") == 2
