"""Files of contacts as rows of the contact form's fields, whatever their headings are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.values import Bilingual, Form, OperatorError
from mailbot.edges.documents.edition import COLUMNS, heading
from mailbot.edges.documents.sheets import Line, Row, lines_of, rows_of, unreadable
from mailbot.edges.documents.vcard_reading import cards_of

_NUMBERED = re.compile(r"\s*\(?\d{1,2}\)?$")
_LISTS = frozenset({"phone", "mobile", "fax", "email"})
_OWN_EXTRA = {heading("confirmed"), *(COLUMNS["confirmed"].as_dict().values())}


@dataclass(frozen=True, slots=True)
class Brought:
    """One row of a file: where it stands, and the words said for each field."""

    place: str
    said: dict[str, str]


@dataclass
class _Sheet:
    """What is known of the sheet being read: a field id for each column, the section it stands in."""

    name: str
    fields: list[str | None] = field(default_factory=list)
    section: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """The rows of a file and the headings nobody understood."""

    rows: tuple[Brought, ...]
    unused: tuple[str, ...] = ()


def read_file(path: Path, form: Form, is_participant: Callable[[str], bool]) -> File:
    """Return the rows of a CSV, XLSX, vCard, YAML or text file; OperatorError when it cannot be read."""
    ending = path.suffix.lower()
    if ending in {".vcf", ".vcard"}:
        return File(tuple(Brought(str(card.line), card.values) for card in cards_of(path)))
    if ending in {".yaml", ".yml"}:
        listed = from_mappings(rows_of(path, "contacts"), form)
        if not listed.rows:
            raise unreadable(path, "contacts: []")
        return listed
    file = _from_lines(lines_of(path), form, is_participant)
    if file is None:
        raise _no_headings(path, form)
    return file


def _no_headings(path: Path, form: Form) -> OperatorError:
    wanted = [each for each in form.fields if each.id in {"name", "email", "country", "institution"}]
    es, en = (", ".join(each.label.get(tongue) for each in wanted) for tongue in ("es", "en"))
    return OperatorError(
        [
            Bilingual(
                f"{path}: no hay una fila de encabezados; ponga encima de los datos, por ejemplo: {es}.",
                f"{path}: there is no row of headings; put above the data, for example: {en}.",
            )
        ]
    )


def from_mappings(found: Iterable[Row], form: Form) -> File:
    """Return the rows of a YAML document."""
    labels, rows, unused = labels_of(form), [], dict[str, None]()
    for number, row in enumerate(found, 1):
        heads = [str(key) for key in row]
        fields = [_field_of(head, labels) for head in heads]
        unused |= dict.fromkeys(head for head, found in zip(heads, fields, strict=True) if found is None)
        values = ["; ".join(map(str, each)) if isinstance(each, list) else str(each or "") for each in row.values()]
        rows.append(Brought(str(number), _gathered(fields, values)))
    return File(tuple(rows), tuple(unused))


def _from_lines(lines: Iterable[Line], form: Form, is_participant: Callable[[str], bool]) -> File | None:
    """Return the rows below the headings of each sheet; None when there are no headings anywhere."""
    labels, rows, unused = labels_of(form), [], dict[str, None]()
    sheet = _Sheet("\0")
    found = False
    for line in lines:
        if line.sheet != sheet.name:
            sheet = _Sheet(line.sheet)
        if not sheet.fields or _again(line, labels):
            sheet.fields = _headings(line.cells, labels)
            found |= bool(sheet.fields)
            pairs = zip(line.cells, sheet.fields, strict=False)
            unused |= dict.fromkeys(cell for cell, each in pairs if each is None and cell and cell not in _OWN_EXTRA)
            continue
        filled = [cell for cell in line.cells if cell.strip()]
        if len(filled) == 1 and is_participant(filled[0]):
            sheet.section = filled[0]
        elif filled:
            said = _gathered(sheet.fields, line.cells)
            place = f"{line.sheet}:{line.number}" if line.sheet else str(line.number)
            rows.append(Brought(place, {"country": sheet.section, **said} if sheet.section else said))
    return File(tuple(rows), tuple(unused)) if found else None


def _again(line: Line, labels: Labels) -> bool:
    """Tell whether the headings are repeated, as on the pages of a printed list."""
    filled = [cell for cell in line.cells if cell.strip()]
    return len(filled) > 2 and all(len(cell) < 64 and _field_of(cell, labels) for cell in filled[:3])


def _headings(cells: Sequence[str], labels: Labels) -> list[str | None]:
    """Return the field of each column when a row is headings: name or e-mail and one more."""
    fields = [_field_of(cell, labels) for cell in cells]
    named = {each for each in fields if each}
    return fields if len(named) > 1 and named & {"name", "email"} else []


def _field_of(cell: str, labels: Labels) -> str | None:
    text = cell.replace("_", " ").replace("\n", " / ").strip(" :*.")
    if text in {each.id for each in labels.form.fields}:
        return text
    label = labels.find(text) or labels.find(_NUMBERED.sub("", text))
    return label.fields[0] if label and len(label.fields) == 1 else None


def _gathered(fields: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    """Return what a row says of each field; two columns of telephones are one list."""
    said: dict[str, str] = {}
    for name, cell in zip(fields, cells, strict=False):
        text = re.sub(r"\s*\n\s*", "; " if name in _LISTS else " ", cell.strip())
        if name is None or not text:
            continue
        if name not in said:
            said[name] = text
        elif name in _LISTS:
            said[name] += f"; {text}"
    return said
