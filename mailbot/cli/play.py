"""``mailbot demo``: a week of the group, on sample mail."""

from __future__ import annotations

import argparse

from mailbot import demo


def play(arguments: argparse.Namespace) -> int:
    """Play it; returns what ``demo.main`` returns."""
    return demo.main(arguments.keep)
