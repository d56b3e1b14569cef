"""Public reply cases measured where they lie: exact, and words lost.

Usage: python -m benchmarks.corpora PATH/replies.jsonl [--show]

A case is exact when it equals the expected reply after collapsing white space (HTML
expectations are read as text first).  A word is lost when the expected reply has it and ours
has not; strokes are no words.  Words that carry quote marks in the case itself are counted
apart: some suites want a quotation kept where we label it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from mailbot.core.message import lines_of_html
from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label, own_words
from mailbot.core.values import Line

_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")
COUNTS = ("cases", "exact", "lost", "quoted", "leaked")


def lines_of(case: dict[str, str]) -> tuple[Line, ...]:
    """Return the lines of a case's letter."""
    if case["form"] == "html":
        return lines_of_html(case["input"])
    return tuple(lines_of_text(case["input"]))


def expected_of(case: dict[str, str]) -> str:
    """Return the expected words; an expectation in HTML is read as text."""
    if case["form"] == "html" and "<" in case["expected"]:
        return "\n".join(line.text for line in lines_of_html(case["expected"]))
    return case["expected"]


def words(text: str) -> Counter[str]:
    """Return the words of a text without the strokes and signs around them."""
    return Counter(_WORD.findall(text))


def letters(text: str) -> str:
    """Return the letters and digits of a text: some suites expect HTML without white space."""
    return "".join(each for each in text if each.isalnum())


def measure(case: dict[str, str]) -> tuple[dict[str, int], str]:
    """Return what a case adds to the counts, and our reading of it."""
    lines = label(lines_of(case))
    found, wanted = own_words(lines), expected_of(case)
    marked = "\n".join(line.text for line in lines if line.depth)
    squeeze = "" if case["form"] == "html" else " "
    exact = squeeze.join(found.split()) == squeeze.join(wanted.split())
    if case["form"] == "html":
        lost, quoted = letters(wanted) not in letters(found), letters(wanted) in letters(found + marked)
    else:
        missing = words(wanted) - words(found)
        lost, quoted = bool(missing), not missing - words(marked)
    counts = {
        "cases": 1,
        "exact": int(exact),
        "lost": int(lost and not quoted),
        "quoted": int(lost and quoted),
        "leaked": int(not exact and bool(words(found) - words(wanted))),
    }
    return counts, found


def main() -> None:
    """Print the counts per corpus; with --show the cases that are not exact."""
    cases = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    totals: dict[str, Counter[str]] = {}
    for case in cases:
        counts, found = measure(case)
        for name in (f"{case['corpus']} {case['form']}", "~ all"):
            totals.setdefault(name, Counter()).update(counts)
        if "--show" in sys.argv and not counts["exact"]:
            print(f"--- {case['corpus']} {case['id']} {counts}\n{case['input'][:1500]}")
            print(f">>> {found[:600]}\n=== {expected_of(case)[:600]}")
    print(f"{'corpus':24}" + "".join(f"{each:>8}" for each in COUNTS))
    for name in sorted(totals):
        print(f"{name:24}" + "".join(f"{totals[name][each]:8}" for each in COUNTS))


if __name__ == "__main__":
    main()
