"""``rules/*.yaml`` checked as a whole: all mistakes at once, each with file, key and remedy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Form, OperatorError
from mailbot.edges.rulebook.audiences import EVERYTHING, Audience, load_audiences
from mailbot.edges.rulebook.files import checked, document_of
from mailbot.edges.rulebook.mistakes import (
    mistakes_between,
    mistakes_in,
    no_forms,
    two_meanings,
    wrong,
)
from mailbot.edges.rulebook.rows import CountriesFile, FormRow, form_of

__all__ = [
    "EVERYTHING",
    "Audience",
    "Member",
    "load_audiences",
    "load_countries",
    "load_forms",
    "load_members",
    "load_vocabulary",
]


def load_forms(folder: Path) -> tuple[Form, ...]:
    """Return the forms of ``folder`` (``rules/forms``), one per ``*.yaml``, by file name.

    Raises OperatorError naming every mistake of every file.
    """
    problems: list[Bilingual] = []
    loaded: list[tuple[Path, Form]] = []
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not paths:
        raise OperatorError([no_forms(folder)])
    for path in paths:
        row = checked(path, FormRow, problems)
        if row is None:
            continue
        found = list(mistakes_in(path, row))
        problems += found
        if not found:
            loaded.append((path, form_of(row)))
    problems += mistakes_between(loaded)
    if problems:
        raise OperatorError(problems)
    return tuple(form for _, form in loaded)


def load_countries(path: Path) -> Mapping[str, str]:
    """Return folded country name → ISO 3166-1 alpha-2 from ``rules/countries.yaml``.

    Raises OperatorError; a name that stands for two countries is a mistake.
    """
    problems: list[Bilingual] = []
    file = checked(path, CountriesFile, problems)
    names: dict[str, str] = {}
    for row in file.countries if file else ():
        for name in (row.code, row.name.es, row.name.en, *row.synonyms):
            before = names.setdefault(fold(name), row.code)
            if before != row.code:
                problems.append(two_meanings(path, f"countries.{row.code}", name, before))
    if problems:
        raise OperatorError(problems)
    return names


@dataclass(frozen=True, slots=True)
class Member:
    """A member State: alpha-2 code, name, language of its letters."""

    code: str
    name: Bilingual
    language: str


def load_members(path: Path) -> tuple[Member, ...]:
    """Return the member States of ``rules/countries.yaml``, in the order of the file."""
    problems: list[Bilingual] = []
    file = checked(path, CountriesFile, problems)
    if problems or file is None:
        raise OperatorError(problems)
    return tuple(Member(row.code, row.name.value(), row.language) for row in file.countries if row.member)


def load_vocabulary(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Return word → other ways to write it from a file of ``word: [synonym, …]`` rows.

    A file that does not exist is an empty vocabulary; a broken one raises OperatorError.
    """
    if not path.exists():
        return {}
    problems: list[Bilingual] = []
    document = document_of(path, problems)
    words: dict[str, tuple[str, ...]] = {}
    for key, value in document.items() if isinstance(document, dict) else ():
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            words[str(key)] = tuple(value)
        else:
            problems.append(wrong(path, str(key), "a list of words", "una lista de palabras"))
    if problems:
        raise OperatorError(problems)
    return words
