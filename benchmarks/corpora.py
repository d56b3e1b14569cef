"""Public reply cases measured where they lie: exact, and words lost.

Usage: python -m benchmarks.corpora PATH/replies.jsonl [--show CORPUS]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from mailbot.core.message import lines_of_html
from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label, own_words


def reply_of(case: dict[str, str]) -> str:
    """Return the sender's own words of a case."""
    if case["form"] == "html":
        return own_words(label(lines_of_html(case["input"])))
    return own_words(label(tuple(lines_of_text(case["input"]))))


def main() -> None:
    """Print exact and lost per corpus."""
    cases = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    shown = sys.argv[3] if len(sys.argv) > 3 else None
    total: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    leaked: Counter[str] = Counter()
    for case in cases:
        name = f"{case['corpus']} {case['form']}"
        found, wanted = reply_of(case).split(), case["expected"].split()
        total[name] += 1
        exact[name] += found == wanted
        missing = Counter(wanted) - Counter(found)
        lost[name] += bool(missing)
        leaked[name] += bool(Counter(found) - Counter(wanted))
        if shown in {case["corpus"], "lost"} and found != wanted and (shown != "lost" or missing):
            print(f"--- {case['corpus']} {case['id']}\n{case['input'][:1500]}\n>>> {reply_of(case)[:600]}")
            print(f"=== {case['expected'][:600]}\nmissing {dict(missing)}")
    for name in sorted(total):
        print(f"{name:28} exact {exact[name]:3}/{total[name]:3}  lost {lost[name]:3}  leaked {leaked[name]:3}")
    print(f"{'all':28} exact {exact.total():3}/{total.total():3}  lost {lost.total():3}  leaked {leaked.total():3}")


if __name__ == "__main__":
    main()
