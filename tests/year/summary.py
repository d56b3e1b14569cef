"""The year in a table, as docs/year.md keeps it.  Usage: python -m tests.year.summary"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from tests.year import story
from tests.year.accounts import WHY, all_letters, all_messages, human_work, purpose
from tests.year.world import Year

PAGE = Path("docs/year.md")
MARK = "<!-- below: python -m tests.year.summary -->\n"
HEADS = (
    "month",
    "letters written",
    "answers people wrote",
    "lines of the presidency",
    "orders typed",
    "mail of machines",
)


def lived(folder: Path) -> Year:
    """Let the year pass."""
    year = Year(folder)
    story.cast(year)
    story.orders(year)
    story.mail(year)
    year.live()
    return year


def summary(year: Year) -> str:
    """Return the tables."""
    rows = human_work(year)
    total = ("whole year", *(sum(row[column] for row in rows) for column in range(1, len(HEADS))))
    kinds = Counter(map(purpose, all_letters(year)))
    outcomes = Counter(str(each.outcome) for each in all_messages(year))
    return "\n".join(
        (
            MARK,
            *_table(HEADS, (*rows, total)),
            "",
            *_table(
                ("letters", "how many", "why"), ((name, kinds[name], why) for name, why in WHY.items() if kinds[name])
            ),
            "",
            *_table(("messages", "how many"), sorted(outcomes.items())),
            "",
        )
    )


def _table(heads: tuple[str, ...], rows: object) -> list[str]:
    lines = [heads, tuple("---" if n == 0 else "---:" if "why" not in each else "---" for n, each in enumerate(heads))]
    return ["| " + " | ".join(map(str, row)) + " |" for row in (*lines, *rows)]  # type: ignore[misc]


def main() -> None:
    """Write the tables into the page."""
    with tempfile.TemporaryDirectory() as folder:
        year = lived(Path(folder))
        PAGE.write_text(PAGE.read_text("utf-8").partition(MARK)[0] + summary(year), "utf-8")
        year.town.close()


if __name__ == "__main__":
    main()
