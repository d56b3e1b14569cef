"""``rules/audiences.yaml``: which readers of the contact list see which of its columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic import Field as Key

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.rulebook.files import checked

COLUMNS = (
    "country", "role", "title", "name", "position", "unit", "institution", "phone", "mobile", "fax", "email",
    "address", "language", "confirmed",
)  # fmt: skip
OFFICIAL = "official-email"
_Kind = Literal["state", "observer", "organisation", "network"]
_Role = Literal["focal-point", "alternate", "contact", "officer"]
_Domain = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}$")]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _AudienceRow(_Row):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,40}$")]
    columns: Annotated[list[str], BeforeValidator(lambda said: list(COLUMNS) if said == "all" else said)]
    participants: list[_Kind] = []
    roles: list[_Role] = []
    sees_withheld: bool = False


class _AudiencesFile(_Row):
    audiences: list[_AudienceRow] = Key(min_length=1)
    private_mail: list[_Domain] = []


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees what: ``columns`` are column ids of the list.

    ``official_only`` leaves out addresses at ``private_mail`` providers.
    """

    id: str
    columns: tuple[str, ...]
    participants: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    sees_withheld: bool = False
    official_only: bool = False
    private_mail: frozenset[str] = frozenset()

    def fits(self, kind: str, role: str) -> bool:
        """Tell whether it holds for a contact with this role of a participant of this kind."""
        return (not self.participants or kind in self.participants) and (not self.roles or role in self.roles)

    def addresses(self, found: Iterable[str]) -> tuple[str, ...]:
        """Return the addresses its readers may see."""
        return tuple(
            each for each in found if not self.official_only or each.rpartition("@")[2] not in self.private_mail
        )


EVERYTHING = Audience("all", COLUMNS, sees_withheld=True)  # the operator's own


def load_audiences(path: Path) -> tuple[Audience, ...]:
    """Return the audiences of ``rules/audiences.yaml`` in order; the last one fits everybody.

    Raises OperatorError naming every mistake with its key and remedy.
    """
    problems: list[Bilingual] = []
    file = checked(path, _AudiencesFile, problems)
    if file is not None:
        problems += _mistakes(path, file.audiences)
    if problems or file is None:
        raise OperatorError(problems)
    return tuple(_audience(row, frozenset(file.private_mail)) for row in file.audiences)


def _audience(row: _AudienceRow, private: frozenset[str]) -> Audience:
    official = OFFICIAL in row.columns
    columns = tuple(each for each in COLUMNS if each in row.columns or (each == "email" and official))
    kinds, roles = frozenset[str](row.participants), frozenset[str](row.roles)
    return Audience(row.id, columns, kinds, roles, row.sees_withheld, official, private)


def _mistakes(path: Path, rows: list[_AudienceRow]) -> Iterable[Bilingual]:
    for number, row in enumerate(rows):
        yield from _mistakes_in_columns(path, row)
        if row.id in {each.id for each in rows[:number]}:
            yield _mistake(path, row, "id", "ya lo lleva otra audiencia; elija otro", "another has it; choose another")
        everybody = not row.participants and not row.roles
        if everybody and number < len(rows) - 1:
            yield _mistake(
                path, row, "participants",
                "sin participants ni roles vale para todos y las siguientes no se usan; póngala al final",
                "without participants and roles it holds for everybody and those after it are never used; put it last",
            )  # fmt: skip
        if not everybody and number == len(rows) - 1:
            yield _mistake(
                path, row, "participants",
                "la última audiencia vale para todos; agregue al final una sin participants ni roles",
                "the last audience holds for everybody; add one without participants and roles at the end",
            )  # fmt: skip


def _mistakes_in_columns(path: Path, row: _AudienceRow) -> Iterable[Bilingual]:
    known = ", ".join((*COLUMNS, OFFICIAL))
    for column in row.columns:
        if column not in {*COLUMNS, OFFICIAL}:
            yield _mistake(
                path, row, "columns",
                f"«{column}» no es una columna; use de: {known}",
                f'"{column}" is not a column; use some of: {known}',
            )  # fmt: skip
    if "country" not in row.columns:
        yield _mistake(path, row, "columns", "falta country; agréguela", "country is missing; add it")
    if {"email", OFFICIAL} <= set(row.columns):
        yield _mistake(
            path, row, "columns",
            f"email y {OFFICIAL} a la vez; deje una",
            f"both email and {OFFICIAL}; keep one",
        )  # fmt: skip


def _mistake(path: Path, row: _AudienceRow, key: str, es: str, en: str) -> Bilingual:
    where = f"{path.name}: audiences.{row.id}.{key}"
    return Bilingual(f"{where}: {es}.", f"{where}: {en}.")
