"""``rules/authority.yaml``: who may change what, checked to decide every case."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Key

from mailbot.core.authority import Case, Rule, Verdict, never_used, undecided, unproven
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.rulebook.files import checked
from mailbot.edges.rulebook.rows import FieldId, Text

SHOWN = 3  # cases named in one mistake


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class VerdictRow(_Row):
    """What is done, and the words for it."""

    do: Literal["do", "confirm", "hold", "refuse"]
    by: Literal["sender", "old-address", "focal-point"] | None = None
    es: Text
    en: Text

    def value(self) -> Verdict:
        """Return the core's value."""
        return Verdict(self.do, Bilingual(self.es, self.en), self.by or "sender")


class RuleRow(_Row):
    """One row of the table."""

    verdict: FieldId
    what: list[
        Literal[
            "read", "no-change", "contact", "address", "focal-point", "last-focal-point", "status", "status-other",
            "proposal", "record", "attendance", "measure",
        ]
    ] = Key(default=[])  # fmt: skip
    whose: list[Literal["self", "participant", "other", "behalf"]] = Key(default=[])
    who: list[
        Literal["stranger", "guest", "contact", "alternate", "focal-point", "officer", "secretariat", "presidency"]
    ] = Key(default=[])
    sure: list[Literal["address", "code", "signed", "thread", "token"]] = Key(default=[])


class AuthorityFile(_Row):
    """``rules/authority.yaml``."""

    verdicts: dict[FieldId, VerdictRow] = Key(min_length=1)
    rules: list[RuleRow] = Key(min_length=1)


def load_authority(path: Path) -> tuple[Rule, ...]:
    """Return the table in order; OperatorError names every mistake with file, key and remedy."""
    problems: list[Bilingual] = []
    file = checked(path, AuthorityFile, problems)
    if file is None:
        raise OperatorError(problems)
    problems += _mistakes_in_verdicts(path, file)
    if problems:
        raise OperatorError(problems)
    rules = tuple(_rule(row, file.verdicts[row.verdict].value()) for row in file.rules)
    problems += [*_undecided(path, rules), *_never_used(path, rules), *_unproven(path, rules)]
    if problems:
        raise OperatorError(problems)
    return rules


def _rule(row: RuleRow, verdict: Verdict) -> Rule:
    return Rule(verdict, frozenset(row.what), frozenset(row.whose), frozenset(row.who), frozenset(row.sure))


def _mistakes_in_verdicts(path: Path, file: AuthorityFile) -> Iterable[Bilingual]:
    known = ", ".join(file.verdicts)
    for number, row in enumerate(file.rules):
        if row.verdict not in file.verdicts:
            yield _mistake(
                path, f"rules.{number}.verdict",
                f"no hay veredicto «{row.verdict}»; use uno de: {known}",
                f'there is no verdict "{row.verdict}"; use one of: {known}',
            )  # fmt: skip
    for name, verdict in file.verdicts.items():
        if verdict.do == "confirm" and verdict.by is None:
            yield _mistake(
                path, f"verdicts.{name}.by",
                "falta quién confirma; agregue sender, old-address o focal-point",
                "who confirms is missing; add sender, old-address or focal-point",
            )  # fmt: skip
        if verdict.do != "confirm" and verdict.by is not None:
            yield _mistake(
                path, f"verdicts.{name}.by",
                f"solo un veredicto «confirm» lo lleva y este es «{verdict.do}»; quítelo",
                f'only a verdict "confirm" has it and this is "{verdict.do}"; remove it',
            )  # fmt: skip
        if name not in {row.verdict for row in file.rules}:
            yield _mistake(
                path, f"verdicts.{name}",
                "ninguna fila lo usa; quítelo o nómbrelo en rules",
                "no row uses it; remove it or name it in rules",
            )  # fmt: skip


def _undecided(path: Path, rules: tuple[Rule, ...]) -> Iterable[Bilingual]:
    cases = undecided(rules)
    if cases:
        shown = "; ".join(_words(case) for case in cases[:SHOWN])
        yield _mistake(
            path, "rules",
            f"{len(cases)} casos quedan sin decidir ({shown}…); agregue al final una fila solo con verdict",
            f"{len(cases)} cases are left undecided ({shown}…); add a last row with nothing but a verdict",
        )  # fmt: skip


def _never_used(path: Path, rules: tuple[Rule, ...]) -> Iterable[Bilingual]:
    for place in never_used(rules):
        yield _mistake(
            path, f"rules.{place}",
            "las filas de arriba deciden todos sus casos; súbala o quítela",
            "the rows above decide all its cases; move it up or remove it",
        )  # fmt: skip


def _unproven(path: Path, rules: tuple[Rule, ...]) -> Iterable[Bilingual]:
    first: dict[int, Case] = {}
    for place, case in unproven(rules):
        first.setdefault(place, case)
    for place, case in first.items():
        yield _mistake(
            path, f"rules.{place}",
            f"quien no ha probado nada podría actuar ({_words(case)}); decida antes esos casos con confirm o hold",
            f"somebody who proved nothing could act ({_words(case)}); decide those cases above with confirm or hold",
        )  # fmt: skip


def _words(case: Case) -> str:
    return f"what {case.what}, whose {case.whose}, who {case.who}, sure {case.sure}"


def _mistake(path: Path, key: str, es: str, en: str) -> Bilingual:
    return Bilingual(f"{path.name}: {key}: {es}.", f"{path.name}: {key}: {en}.")
