"""The operator's mistakes in rule files: each one sentence with file, key and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mailbot.core.fields import KINDS
from mailbot.core.forms.naming.labels import label_key
from mailbot.core.values import Bilingual, Form
from mailbot.edges.rulebook.rows import FieldRow, FormRow, NoChangeRow


def wrong(path: Path, key: str, en: str, es: str) -> Bilingual:
    """Return "expected …" for a key of a file."""
    return Bilingual(
        f"{path.name}: {key}: se espera {es}; corrija ese valor.",
        f"{path.name}: {key}: expected {en}; mend that value.",
    )


def no_forms(folder: Path) -> Bilingual:
    """Return the mistake of a folder without forms."""
    return Bilingual(
        f"{folder}: no hay ningún formulario (*.yaml); copie los de mailbot con «mailbot init».",
        f'{folder}: there is no form (*.yaml); copy mailbot\'s own with "mailbot init".',
    )


_REMEDIES: Mapping[str, Bilingual] = {
    "missing": Bilingual("falta; agréguela", "is missing; add it"),
    "extra_forbidden": Bilingual(
        "no es una clave que mailbot conozca; quítela o corrija su nombre",
        "is not a key mailbot knows; remove it or mend its name",
    ),
    "string_pattern_mismatch": Bilingual(
        "«{input}» tiene otra forma; se espera {pattern}",
        '"{input}" has another shape; expected {pattern}',
    ),
    "string_too_short": Bilingual("está vacía; escriba un texto", "is blank; write a text"),
    "string_type": Bilingual("se espera un texto; póngalo entre comillas", "expected a text; put it in quotes"),
    "too_short": Bilingual("la lista está vacía; agregue una fila", "the list is empty; add a row"),
    "list_type": Bilingual(
        "se espera una lista (líneas que empiezan con «-»)",
        'expected a list (lines that begin with "-")',
    ),
    "literal_error": Bilingual("«{input}» no se admite; use {expected}", '"{input}" is not accepted; use {expected}'),
    "bool_parsing": Bilingual("se espera true o false", "expected true or false"),
}
_ANOTHER_SHAPE = Bilingual(
    "tiene otra forma; compárela con los formularios de mailbot",
    "has another shape; compare it with mailbot's own forms",
)


def shape_mistake(path: Path, error: Any) -> Bilingual:
    """Return what pydantic found, as a sentence with its remedy."""
    key = ".".join(str(part) for part in error["loc"]) or "(file)"
    said = {"input": error.get("input"), **error.get("ctx", {})}
    remedy = _REMEDIES.get(error["type"], _ANOTHER_SHAPE)
    return Bilingual(
        f"{path.name}: {key}: {remedy.es.format(**said)}.",
        f"{path.name}: {key}: {remedy.en.format(**said)}.",
    )


def two_meanings(path: Path, key: str, word: str, other: str) -> Bilingual:
    """Return the mistake of one word that stands for two things."""
    return Bilingual(
        f"{path.name}: {key}: «{word}» ya es de «{other}»; déjelo en uno solo.",
        f'{path.name}: {key}: "{word}" already belongs to "{other}"; keep it in one of them.',
    )


def mistakes_in(path: Path, row: FormRow) -> Iterable[Bilingual]:
    """Return the mistakes of one form: ids, shared words, kinds, choices, no change."""
    yield from _repeated_ids(path, row)
    yield from _shared_words(
        path,
        "fields.{}.synonyms",
        ((f.id, (f.label.es, f.label.en, *f.synonyms)) for f in row.fields),
    )
    for field in row.fields:
        yield from _mistakes_in_field(path, field)
    if row.no_change:
        yield from _mistakes_in_no_change(path, row, row.no_change)
    yield from _mistakes_in_key(path, row)


def _mistakes_in_key(path: Path, row: FormRow) -> Iterable[Bilingual]:
    if (row.subject_of == "record") != bool(row.key):
        yield Bilingual(
            f"{path.name}: key: solo un formulario con «subject_of: record» dice qué campos identifican una fila, y "
            f"debe decirlo; corrija subject_of o key.",
            f'{path.name}: key: only a form with "subject_of: record" says which fields identify a row, and it '
            f"must say so; mend subject_of or key.",
        )
    known = {field.id for field in row.fields}
    for name in row.key:
        if name not in known:
            yield Bilingual(
                f"{path.name}: key: «{name}» no es un campo del formulario; use el id de uno.",
                f'{path.name}: key: "{name}" is no field of the form; use the id of one.',
            )


def _repeated_ids(path: Path, row: FormRow) -> Iterable[Bilingual]:
    ids = [field.id for field in row.fields]
    for field_id in sorted({each for each in ids if ids.count(each) > 1}):
        yield Bilingual(
            f"{path.name}: fields.{field_id}: hay dos campos con este id; cambie uno.",
            f"{path.name}: fields.{field_id}: two fields have this id; change one.",
        )


def _shared_words(path: Path, key: str, rows: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[Bilingual]:
    owners: dict[str, str] = {}
    for owner, words in rows:
        for word in words:
            folded = label_key(word)
            if not folded:
                yield wrong(path, key.format(owner), f'words in "{word}"', f"palabras en «{word}»")
            elif owners.setdefault(folded, owner) != owner:
                yield two_meanings(path, key.format(owner), word, owners[folded])


def _mistakes_in_field(path: Path, field: FieldRow) -> Iterable[Bilingual]:
    where = f"fields.{field.id}"
    if field.kind not in KINDS:
        kinds = ", ".join(sorted(KINDS))
        yield Bilingual(
            f"{path.name}: {where}.kind: «{field.kind}» no es una clase de valor; use una de: {kinds}.",
            f'{path.name}: {where}.kind: "{field.kind}" is not a kind of value; use one of: {kinds}.',
        )
    if (field.kind == "choice") != bool(field.choices):
        yield Bilingual(
            f"{path.name}: {where}.choices: solo un campo de clase «choice» lleva opciones, y "
            f"debe llevarlas; corrija kind o choices.",
            f'{path.name}: {where}.choices: only a field of kind "choice" has choices, and it '
            f"must have some; mend kind or choices.",
        )
    words = ((c.value, (c.value, c.label.es, c.label.en, *c.synonyms, *c.alone)) for c in field.choices)
    yield from _shared_words(path, where + ".choices.{}.synonyms", words)


def _mistakes_in_no_change(path: Path, row: FormRow, rule: NoChangeRow) -> Iterable[Bilingual]:
    field = next((each for each in row.fields if each.id == rule.field), None)
    if field and field.choices and rule.value not in {each.value for each in field.choices}:
        yield Bilingual(
            f"{path.name}: no_change.value: «{rule.value}» no es una opción de "
            f"fields.{field.id}; use una de sus opciones.",
            f'{path.name}: no_change.value: "{rule.value}" is not a choice of '
            f"fields.{field.id}; use one of its choices.",
        )


def mistakes_between(loaded: list[tuple[Path, Form]]) -> Iterable[Bilingual]:
    """Return ids and codes that two forms share."""
    owners: dict[tuple[str, str], str] = {}
    for path, form in loaded:
        for key, value in (("id", form.id), ("code", form.code)):
            before = owners.setdefault((key, value), path.name)
            if before != path.name:
                yield Bilingual(
                    f"{path.name}: {key}: «{value}» ya es de {before}; elija otro.",
                    f'{path.name}: {key}: "{value}" already belongs to {before}; choose another.',
                )
