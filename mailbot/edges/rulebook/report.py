"""``rules/report.yaml``: the head of the group's report and who gets it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Key

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.rulebook.files import checked
from mailbot.edges.rulebook.rows import Both, Text

_Kind = Literal["state", "observer", "organisation", "network"]
_Role = Literal["focal-point", "alternate", "contact", "officer"]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _AddresseeRow(_Row):
    group: Text | None = None
    participants: list[_Kind] = []
    roles: list[_Role] = []


class _ReportFile(_Row):
    title: Both
    to: Both
    through: Both
    introduction: Both | None = None
    names: dict[str, Both] = {}
    addressees: list[_AddresseeRow] = Key(min_length=1)
    audience: Text


@dataclass(frozen=True, slots=True)
class Addressees:
    """Contacts of a group (None: the reporting one) of some kinds of participant and in some roles."""

    group: str | None = None
    participants: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    def fits(self, kind: str, role: str) -> bool:
        """Tell whether a contact with this role of a participant of this kind is among them."""
        return (not self.participants or kind in self.participants) and (not self.roles or role in self.roles)


@dataclass(frozen=True, slots=True)
class ReportRules:
    """What a report says at its head, to whom it goes and as which audience its annex is seen.

    ``names`` says how those are called whom the programme names and who do not take part.
    """

    title: Bilingual = field(default=Bilingual("Informe", "Report"))
    to: Bilingual = field(default=Bilingual("", ""))
    through: Bilingual = field(default=Bilingual("", ""))
    introduction: Bilingual = field(default=Bilingual("", ""))
    addressees: tuple[Addressees, ...] = ()
    audience: str = ""
    names: Mapping[str, Bilingual] = field(default_factory=dict)


def load_report(path: Path, audiences: Collection[str], groups: Collection[str]) -> ReportRules:
    """Return the rules of the report; OperatorError names every mistake, unknown audiences and groups too."""
    problems: list[Bilingual] = []
    file = checked(path, _ReportFile, problems)
    if file is not None:
        problems += _unknown(path, file, audiences, groups)
    if problems or file is None:
        raise OperatorError(problems)
    rows = tuple(Addressees(e.group, frozenset(e.participants), frozenset(e.roles)) for e in file.addressees)
    names = {code: both.value() for code, both in file.names.items()}
    said = file.introduction.value() if file.introduction else Bilingual("", "")
    return ReportRules(file.title.value(), file.to.value(), file.through.value(), said, rows, file.audience, names)


def _unknown(path: Path, file: _ReportFile, audiences: Collection[str], groups: Collection[str]) -> list[Bilingual]:
    found = []
    if file.audience not in audiences:
        known = ", ".join(audiences)
        found.append(_mistake(path, "audience", file.audience, known))
    for number, row in enumerate(file.addressees):
        if row.group is not None and row.group not in groups:
            found.append(_mistake(path, f"addressees.{number}.group", row.group, ", ".join(groups)))
    return found


def _mistake(path: Path, key: str, said: str, known: str) -> Bilingual:
    where = f"{path.name}: {key}"
    return Bilingual(
        f"{where}: «{said}» no se conoce; use uno de: {known}.", f"{where}: “{said}” is not known; use one of: {known}."
    )
