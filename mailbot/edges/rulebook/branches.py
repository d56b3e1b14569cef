"""``rules/branches.yaml``: kinds of institution, recognised by words in their names."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Key

from mailbot.core.coverage import Branch
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.rulebook.files import checked
from mailbot.edges.rulebook.mistakes import two_meanings
from mailbot.edges.rulebook.rows import Both, FieldId, Text


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _BranchRow(_Row):
    id: FieldId
    label: Both
    words: list[Text] = []


class _BranchesFile(_Row):
    branches: list[_BranchRow] = Key(min_length=1)


def load_branches(path: Path) -> tuple[Branch, ...]:
    """Return the branches in the order of the file; the last one, without words, takes what is left.

    Raises OperatorError naming every mistake with its key and remedy.
    """
    problems: list[Bilingual] = []
    file = checked(path, _BranchesFile, problems)
    owners: dict[str, str] = {}
    for row in file.branches if file else ():
        taken = [word for word in (row.id, *row.words) if owners.setdefault(fold(word), row.id) != row.id]
        problems += [two_meanings(path, f"branches.{row.id}", word, owners[fold(word)]) for word in taken]
    rest = [row for row in file.branches if not row.words] if file else []
    if file is not None and (len(rest) != 1 or rest[0] is not file.branches[-1]):
        problems.append(
            Bilingual(
                f"{path.name}: branches: solo la última va sin words, y recibe lo que no es de ninguna; corríjalo.",
                f"{path.name}: branches: only the last one has no words, and takes what is left; mend that.",
            )
        )
    if problems or file is None:
        raise OperatorError(problems)
    return tuple(Branch(row.id, row.label.value(), tuple(row.words)) for row in file.branches)
