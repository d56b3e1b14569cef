"""Finds ``rules/``, ``templates/`` and ``db/``: the operator's, the wheel's, the working tree's."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mailbot.core.values import Bilingual, OperatorError

_PACKAGE = Path(__file__).resolve().parent.parent

Shipped = Literal["rules", "templates", "db"]


def folder(name: Shipped, setting: Path | None = None) -> Path:
    """Return the folder ``name``: ``setting`` if given, else the shipped one.

    A setting that is no folder is the operator's mistake (OperatorError), never silently
    replaced.  The wheel carries the folders under ``mailbot/_shipped``; a working tree has
    them beside the package.
    """
    if setting is not None:
        if setting.is_dir():
            return setting
        raise OperatorError([_no_such_folder(name, setting)])
    places = (_PACKAGE / "_shipped" / name, _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise OperatorError([_not_shipped(name, places[0])])


def _no_such_folder(name: str, setting: Path) -> Bilingual:
    return Bilingual(
        es=f"{name} = {setting}: no es una carpeta; indique una carpeta que exista o quite la "
        f"clave para usar la de mailbot.",
        en=f"{name} = {setting}: not a folder; give one that exists or remove the key to use mailbot's own.",
    )


def _not_shipped(name: str, place: Path) -> Bilingual:
    return Bilingual(
        es=f"{place}: falta la carpeta «{name}» de la instalación; vuelva a instalar mailbot.",
        en=f'{place}: the folder "{name}" of the installation is missing; install mailbot again.',
    )
