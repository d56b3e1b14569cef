"""Public reply cases measured where they lie: exact, and words lost.

Usage: python -m benchmarks.corpora PATH/replies.jsonl [--show]

A case is exact when it equals the expected reply after collapsing white space (HTML
expectations are read as text first).  A word is lost when the expected reply has it and ours
has not; strokes are no words.  Words that carry quote marks in the case itself are counted
apart: some suites want a quotation kept where we label it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from mailbot.core.message import lines_of_html
from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label, own_words
from mailbot.core.values import Line

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
    """Return the words of a text, strokes and quote marks apart."""
    return Counter(word for word in text.split() if any(c.isalnum() for c in word))


def measure(case: dict[str, str]) -> tuple[dict[str, int], str]:
    """Return what a case adds to the counts, and our reading of it."""
    found, wanted = own_words(label(lines_of(case))), expected_of(case)
    squeeze = "" if case["form"] == "html" else " "
    exact = squeeze.join(found.split()) == squeeze.join(wanted.split())
    missing = words(wanted) - words(found)
    if case["form"] == "html" and "".join(wanted.split()) in "".join(found.split()):
        missing = Counter()
    marked = words("\n".join(each for each in case["input"].split("\n") if each.lstrip().startswith(">")))
    counts = {
        "cases": 1,
        "exact": int(exact),
        "lost": int(bool(missing - marked)),
        "quoted": int(bool(missing) and not missing - marked),
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
