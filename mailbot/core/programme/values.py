"""The nouns of a programme on paper: cells, tables, words, drafts and doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mailbot.core.values import Bilingual, Window

NOTHING = Bilingual("", "")
LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table's grid.

    ``lines`` are its paragraphs, "" for a blank one, "• …" for one of a list; ``origin`` is
    (row, column) of the cell's upper left corner: the places one merged cell covers share it.
    """

    lines: tuple[str, ...]
    origin: tuple[int, int]

    @property
    def text(self) -> str:
        """The paragraphs as one line, without bullets."""
        return " ".join(" ".join(line.removeprefix("• ") for line in self.lines).split())


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid, one cell per grid column.

    ``inner``: tables inside its cells; ``above``: the paragraphs between the table before and this one.
    """

    rows: tuple[Row, ...]
    inner: tuple[Table, ...] = ()
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should look at: where in the paper, what, and the remedy."""

    where: Bilingual
    words: Bilingual


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: the paragraphs before its first table, its tables in order, and what was left unread."""

    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    doubts: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """``rules/programme.yaml``: how papers name columns, who takes part, and where.

    ``columns`` is role → language → headings; ``actors`` code → names; ``states`` folded
    names → alpha-2.
    """

    columns: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    actors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    responsible_after: tuple[str, ...] = ()
    partners_after: tuple[str, ...] = ()
    place_labels: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    ordinary_words: tuple[str, ...] = ()  # names of States that are words of the papers: "reunión"


@dataclass(frozen=True, slots=True)
class Draft:
    """One activity or milestone as read.

    A blank half, list or place means that the paper does not speak of it.  ``origin`` of the
    window: ``said`` in its own calendar, ``inherited`` from a cell or line it shares,
    ``proposed`` where activities and dates do not match in number.  ``derived`` names
    the fields read from prose (``window``, ``responsible`` …) rather than given in a
    column of their own.
    """

    title: Bilingual
    where: Bilingual
    code: str = ""
    theme: Bilingual = NOTHING
    objective: Bilingual = NOTHING
    calendar_text: str = ""
    window: Window = field(default_factory=lambda: Window("undated", ""))
    origin: str = "said"
    responsible: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    place: str = ""
    depends_on: tuple[str, ...] = ()
    derived: frozenset[str] = frozenset()
    milestones: tuple[Draft, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether the paper says anything of when."""
        return bool(self.calendar_text) or self.window.kind != "undated"


def both(language: str, text: str) -> Bilingual:
    """Return a text in one language, the other half blank."""
    return Bilingual(text, "") if language == "es" else Bilingual("", text)


def joined(first: Bilingual, second: Bilingual) -> Bilingual:
    """Return the halves of two texts, the first where both speak."""
    return Bilingual(first.es or second.es, first.en or second.en)
