"""One YAML file: read strictly, checked against its shape, mistakes collected."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

try:
    from yaml import CSafeLoader as SafeLoader  # libyaml: four times as fast
except ImportError:  # PyYAML built without it
    from yaml import SafeLoader  # type: ignore[assignment]

from mailbot.core.values import Bilingual
from mailbot.edges.rulebook.mistakes import shape_mistake, wrong

Shape = TypeVar("Shape", bound=BaseModel)


class _StrictLoader(SafeLoader):
    """Safe YAML in which a repeated key is a mistake, and ``yes``/``no`` stay words."""


def _mapping_without_repeats(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key.value!r} stands twice", key.start_mark)
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_without_repeats)
_StrictLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in rows if tag not in {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
    ]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def document_of(path: Path, problems: list[Bilingual]) -> object:
    """Return what a YAML file holds, None with a problem added when it cannot be read."""
    try:
        return yaml.load(path.read_text("utf-8"), _StrictLoader)  # noqa: S506 - a SafeLoader
    except UnicodeDecodeError:
        problems.append(
            Bilingual(
                f"{path.name}: no está en UTF-8; guárdelo como UTF-8.",
                f"{path.name}: not UTF-8; save it as UTF-8.",
            )
        )
    except OSError as error:
        problems.append(
            Bilingual(
                f"{path}: no se puede leer ({error.strerror}); revise el nombre y los permisos.",
                f"{path}: cannot be read ({error.strerror}); check its name and permissions.",
            )
        )
    except yaml.YAMLError as error:
        problems.append(_broken_yaml(path, error))
    return None


def _broken_yaml(path: Path, error: yaml.YAMLError) -> Bilingual:
    mark = getattr(error, "problem_mark", None)
    where = f"{path.name}:{mark.line + 1}" if mark else path.name
    what = getattr(error, "problem", None) or "not YAML"
    return Bilingual(
        f"{where}: no es YAML válido ({what}); corrija esa línea (sangría, comillas o clave repetida).",
        f"{where}: not valid YAML ({what}); mend that line (indentation, quotes or a repeated key).",
    )


def checked(path: Path, shape: type[Shape], problems: list[Bilingual]) -> Shape | None:
    """Return the file in its shape, None with every mistake added."""
    before = len(problems)
    document = document_of(path, problems)
    if len(problems) > before:
        return None
    if not isinstance(document, dict):
        problems.append(wrong(path, "(file)", "keys with values", "claves con valores"))
        return None
    try:
        return shape.model_validate(document)
    except ValidationError as error:
        problems += [shape_mistake(path, each) for each in error.errors()]
        return None
