"""``rules/public-mail.yaml``: providers where anybody may have an address."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Key

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.rulebook.files import checked

_Domain = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$")]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    public_mail: list[_Domain] = Key(min_length=1)


def load_public_mail(path: Path) -> frozenset[str]:
    """Return the domains; raises OperatorError naming every mistake with its key and remedy."""
    problems: list[Bilingual] = []
    file = checked(path, _File, problems)
    if problems or file is None:
        raise OperatorError(problems)
    return frozenset(file.public_mail)
