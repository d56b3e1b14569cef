"""``rules/programme.yaml``: how the group's papers name columns and actors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from mailbot.core.programme.values import Words
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.rulebook.files import checked
from mailbot.edges.rulebook.mistakes import two_meanings, wrong
from mailbot.edges.rulebook.rows import Text

ROLES = tuple("code theme objective activity calendar start end responsible partners place depends milestone".split())


class ColumnWords(BaseModel):
    """The headings of one column in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    es: list[Text]
    en: list[Text]


class ProgrammeFile(BaseModel):
    """``rules/programme.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    columns: dict[str, ColumnWords]
    actors: dict[str, list[Text]]
    responsible_after: list[Text]
    partners_after: list[Text]
    place_labels: list[Text]
    meetings: list[Text]
    ordinary_words: list[Text] = []


def load_programme(path: Path, states: Mapping[str, str]) -> Words:
    """Return the words of a file, with ``states`` (folded name → alpha-2) for the actors.

    Raises OperatorError naming every mistake: an unknown column, a heading or name that
    stands for two things.
    """
    problems: list[Bilingual] = []
    file = checked(path, ProgrammeFile, problems)
    if file is None:
        raise OperatorError(problems)
    problems += [
        wrong(path, f"columns.{role}", f"one of {', '.join(ROLES)}", f"una de {', '.join(ROLES)}")
        for role in file.columns
        if role not in ROLES
    ]
    headings = {role: (*row.es, *row.en) for role, row in file.columns.items()}
    problems += _twice(path, "columns", headings) + _twice(path, "actors", file.actors)
    if problems:
        raise OperatorError(problems)
    return Words(
        columns={role: {"es": tuple(row.es), "en": tuple(row.en)} for role, row in file.columns.items()},
        actors={code: tuple(names) for code, names in file.actors.items()},
        states=states,
        responsible_after=tuple(file.responsible_after),
        partners_after=tuple(file.partners_after),
        place_labels=tuple(file.place_labels),
        meetings=tuple(file.meetings),
        ordinary_words=tuple(file.ordinary_words),
    )


def _twice(path: Path, key: str, rows: Mapping[str, tuple[str, ...] | list[str]]) -> list[Bilingual]:
    owners: dict[str, str] = {}
    return [
        two_meanings(path, f"{key}.{owner}", word, owners[word.casefold()])
        for owner, words in rows.items()
        for word in words
        if owners.setdefault(word.casefold(), owner) != owner
    ]
