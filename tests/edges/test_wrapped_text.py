"""Lines of a letter's text: short ones go past the wrapping, and come out as it would give them."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from mailbot.edges.pages.blocks import WIDTH, wrapped

INDENTS = st.sampled_from(["", "* ", "  ", "  | ", "    "])


@given(st.text(st.sampled_from("aé-@. \t\n\u00a0"), max_size=3 * WIDTH), INDENTS, INDENTS)
def test_as_textwrap_would(words: str, first: str, rest: str) -> None:
    wanted = textwrap.fill(
        " ".join(words.split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    assert wrapped(words, first, rest) == wanted


def test_at_the_very_edge() -> None:
    assert wrapped("a" * (WIDTH - 2), "* ") == "* " + "a" * (WIDTH - 2)
    assert wrapped("a " * (WIDTH // 2) + "b").count("\n") == 1
