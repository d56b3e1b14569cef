"""Cells of tables that say something for more rows or columns than one, and cells that hold several values."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest

from tests.answers import KNOWN, entries_of, short

MINISTRY = "Ministerio de Trabajo"
NUMBER = "+50224100000"
DAY = "2011-01-03/2011-01-03"
OTHER = "Dirección General de Migración"


def read(rows: str, subject: str = "RE: [MyD-DIR-2011-GT]") -> list[dict[str, Any]]:
    """What is read of a table written "cell | 2v:merged over two rows | 3h:over three columns", one row a line."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ana.prueba@minex-gt.gob.example", subject
    mail["Date"] = "Mon, 10 Jan 2011 10:22:00 -0600"
    written = "".join(f"<tr>{''.join(map(_cell, row.split('|')))}</tr>" for row in rows.split("\n"))
    mail.set_content(f"<p>Va el cuadro</p><table>{written}</table><p>Saludos</p>", subtype="html")
    return entries_of(mail.as_bytes(), KNOWN)


def _cell(words: str) -> str:
    count, sign, rest = words.strip().partition(":")
    span = {"v": "rowspan", "h": "colspan"}.get(count[1:], "") if sign else ""
    said = (rest if span else words).strip().replace("/", "<br>")
    return f"<td {span}={count[0]}>{said}</td>" if span else f"<td>{said}</td>"


def of(entries: list[dict[str, Any]], *fields: str) -> list[tuple[Any, ...]]:
    """The values of each entry; "?" behind those that are asked, "?" alone where there is only the question."""
    return [tuple(_short(entry, field) for field in fields) for entry in entries]


def _short(entry: dict[str, Any], field: str) -> Any:
    found = entry["fields"].get(field)
    if found is None:
        return "?" if any(each["field"] == field for each in entry["doubts"]) else None
    value = found["value"][0] if isinstance(found["value"], list) else short(found["value"])
    return f"{value}?" if found["certainty"] == "doubtful" else value


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (  # merged in the first column, in both first columns, in the last one
            f"Institución | Nombre | Cargo\n2v:{MINISTRY} | Rita Prueba | Jefa\nLuis Muestra | Analista",
            [(None, MINISTRY, "Rita Prueba", "Jefa"), (None, MINISTRY, "Luis Muestra", "Analista")],
        ),
        (
            (
                f"País | Institución | Nombre | Cargo\n3v:Guatemala | 2v:{MINISTRY} | Rita Prueba | Jefa\n"
                f"Luis Muestra | Analista\n{OTHER} | Ana Ensayo | Asesora"
            ),
            [
                ("GT", MINISTRY, "Rita Prueba", "Jefa"),
                ("GT", MINISTRY, "Luis Muestra", "Analista"),
                ("GT", OTHER, "Ana Ensayo", "Asesora"),
            ],
        ),
        (
            f"Nombre | Cargo | Institución\nRita Prueba | Jefa | 2v:{MINISTRY}\nLuis Muestra | Analista",
            [(None, MINISTRY, "Rita Prueba", "Jefa"), (None, MINISTRY, "Luis Muestra", "Analista")],
        ),
        (  # merged over what is no field of ours
            (
                f"Región | Nombre | Cargo | Institución\n2v:Norte | Rita Prueba | Jefa | {OTHER}\n"
                f"Luis Muestra | Analista | {MINISTRY}"
            ),
            [(None, OTHER, "Rita Prueba", "Jefa"), (None, MINISTRY, "Luis Muestra", "Analista")],
        ),
        (  # the heading takes two rows; its lower cells part the upper, or are names of ours together with it
            f"2v:Institución | 2v:Nombre | 2h:Datos\nCargo | País\n{MINISTRY} | Rita Prueba | Jefa | Guatemala",
            [("GT", MINISTRY, "Rita Prueba", "Jefa")],
        ),
        (
            f"2h:Persona | 2h:Sede\nNombre | Cargo | Institución | País\nRita Prueba | Jefa | {MINISTRY} | Guatemala",
            [("GT", MINISTRY, "Rita Prueba", "Jefa")],
        ),
        (  # left empty below the first: the State and the institution are asked
            (
                f"País | Institución | Nombre | Cargo\nGuatemala | {MINISTRY} | Rita Prueba | Jefa\n"
                " | | Luis Muestra | Analista"
            ),
            [("GT", MINISTRY, "Rita Prueba", "Jefa"), ("GT?", f"{MINISTRY}?", "Luis Muestra", "Analista")],
        ),
        (  # another State has another institution; a row that names nobody is not filled
            (
                f"País | Institución | Nombre | Cargo\nGuatemala | {MINISTRY} | Rita Prueba | Jefa\n"
                "Honduras | | Luis Muestra | Analista"
            ),
            [("GT", MINISTRY, "Rita Prueba", "Jefa"), ("HN", None, "Luis Muestra", "Analista")],
        ),
        (
            f"Nombre | Cargo | Institución\nRita Prueba | Jefa | \nLuis Muestra | Analista | {MINISTRY}",
            [(None, None, "Rita Prueba", "Jefa"), (None, MINISTRY, "Luis Muestra", "Analista")],
        ),
        (  # who writes "ídem" leaves empty what is not so
            (
                f"Nombre | Cargo | Institución\nRita Prueba | Jefa | {MINISTRY}\nLuis Muestra | Analista | ídem\n"
                "Ana Ensayo | Asesora | "
            ),
            [
                (None, MINISTRY, "Rita Prueba", "Jefa"),
                (None, f"{MINISTRY}?", "Luis Muestra", "Analista"),
                (None, None, "Ana Ensayo", "Asesora"),
            ],
        ),
        (  # a hyphen is no empty cell
            f"Nombre | Cargo | Institución\nRita Prueba | Jefa | {MINISTRY}\nLuis Muestra | Analista | -",
            [(None, MINISTRY, "Rita Prueba", "Jefa"), (None, None, "Luis Muestra", "Analista")],
        ),
        (  # a cell over all that is left is no value
            f"Institución | Nombre | Cargo\n2v:{MINISTRY} | Rita Prueba | Jefa\n2h:Va otro más en mayo",
            [(None, MINISTRY, "Rita Prueba", "Jefa")],
        ),
        (  # one column a person, what is merged over both is of both; an empty cell is of nobody
            (
                f"Nombre | Rita Prueba | Luis Muestra\nCargo | Jefa | Analista\n"
                f"País | Guatemala |\nInstitución | 2h:{MINISTRY}"
            ),
            [("GT", MINISTRY, "Rita Prueba", "Jefa"), (None, MINISTRY, "Luis Muestra", "Analista")],
        ),
        (
            f"Nombre | Rita Prueba | Luis Muestra\nCargo | Jefa | Analista\nInstitución | {MINISTRY} | {OTHER}",
            [(None, MINISTRY, "Rita Prueba", "Jefa"), (None, OTHER, "Luis Muestra", "Analista")],
        ),
        (  # our labels with the value over all other columns
            f"Nombre | Rita Prueba | Cargo | Jefa\nInstitución | 3h:{MINISTRY}",
            [(None, MINISTRY, "Rita Prueba", "Jefa")],
        ),
    ],
)
def test_merged_cells_of_contacts(rows: str, told: list[tuple[Any, ...]]) -> None:
    assert of(read(rows), "country", "institution", "name", "position") == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (  # beside label and value a merged cell is a heading, whatever its words
            (
                "3v:Titular | Nombre | Rita Prueba\nCargo | Jefa\nTeléfono | 2410-0000\n"
                "3v:Suplente | Nombre | Luis Muestra\nCargo | Analista\nTeléfono | 2410-0001"
            ),
            [
                ("focal-point", "Rita Prueba", "Jefa", "+50224100000"),
                ("alternate", "Luis Muestra", "Analista", "+50224100001"),
            ],
        ),
        (
            "3v:Datos | Nombre | Rita Prueba\nCargo | Jefa\nTeléfono | 2410-0000",
            [(None, "Rita Prueba", "Jefa", "+50224100000")],
        ),
        (  # a telephone merged over two rows is of both, one left empty below another is not
            "Nombre | Cargo | Teléfono\nRita Prueba | Jefa | 2v:2410-0000\nLuis Muestra | Analista",
            [(None, "Rita Prueba", "Jefa", "+50224100000"), (None, "Luis Muestra", "Analista", "+50224100000")],
        ),
        (
            "Nombre | Cargo | Teléfono\nRita Prueba | Jefa | 2410-0000\nLuis Muestra | Analista | ",
            [(None, "Rita Prueba", "Jefa", "+50224100000"), (None, "Luis Muestra", "Analista", None)],
        ),
    ],
)
def test_merged_beside_what_reaches_somebody(rows: str, told: list[tuple[Any, ...]]) -> None:
    assert of(read(rows), "role", "name", "position", "phone") == told


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("Tel. 2410-0000/Cel. 5510-0001/Fax 2410-0009", ("+50224100000", "+50255100001", "+50224100009")),
        ("2410-0000 ext. 12/Cel. 5510-0001", ("+50224100000;ext=12", "+50255100001", None)),
        ("Tel. 2410-0000/ext. 12/Cel. 5510-0001", ("+50224100000;ext=12", "+50255100001", None)),
        ("2410-0000/2410-0001", ("+50224100000", None, None)),  # the first of two
        ("Cel. 5510-0001/2410-0000", ("?", "+50255100001", None)),  # whose label?
    ],
)
def test_lines_of_a_cell_with_labels_of_their_own(cell: str, numbers: tuple[str, ...]) -> None:
    entries = read(f"Nombre | Cargo | Teléfonos\nRita Prueba | Jefa | {cell}\nLuis Muestra | Analista | 2410-0077")
    assert of(entries, "phone", "mobile", "fax") == [numbers, ("+50224100077", None, None)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            (
                "Nombre | Cargo | Teléfono\n3h:PUNTO FOCAL\nRita Prueba | Jefa | 2410-0000\n3h:ALTERNO\n"
                "Luis Muestra | Analista | 2410-0001"
            ),
            [("focal-point", "Rita Prueba", "Jefa"), ("alternate", "Luis Muestra", "Analista")],
        ),
        (  # words that head no columns: the label beside the value, as ever
            "2h:PUNTO FOCAL\nNombre | Rita Prueba\nCargo | Jefa\n2h:ALTERNO\nNombre | Luis Muestra\nCargo | Analista",
            [("focal-point", "Rita Prueba", "Jefa"), ("alternate", "Luis Muestra", "Analista")],
        ),
        (
            (
                "Función | Dato | Información\n3v:Titular | Nombre | Rita Prueba\nCargo | Jefa\nTeléfono | 2410-0000\n"
                "3v:Suplente | Nombre | Luis Muestra\nCargo | Analista\nTeléfono | 2410-0001"
            ),
            [("focal-point", "Rita Prueba", "Jefa"), ("alternate", "Luis Muestra", "Analista")],
        ),
    ],
)
def test_headings_between_rows(rows: str, told: list[tuple[Any, ...]]) -> None:
    assert of(read(rows), "role", "name", "position") == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (  # titles, or two more cells with as many lines, tell that each line is somebody
            "Lic. Rita Prueba/Lic. Luis Muestra | Jefa/Analista | Migración | 2410-0000/2410-0001",
            [
                ("Rita Prueba?", "Jefa?", "Migración?", "+50224100000?"),
                ("Luis Muestra?", "Analista?", "Migración?", "+50224100001?"),
            ],
        ),
        (
            "Rita Prueba/Luis Muestra | Jefa/Analista | Migración | 2410-0000/2410-0001",
            [
                ("Rita Prueba?", "Jefa?", "Migración?", "+50224100000?"),
                ("Luis Muestra?", "Analista?", "Migración?", "+50224100001?"),
            ],
        ),
        (  # whose number and whose post?
            "Lic. Rita Prueba/Lic. Luis Muestra | Analistas | Migración | 2410-0000",
            [("Rita Prueba?", "?", "Migración?", "?"), ("Luis Muestra?", "?", "Migración?", "?")],
        ),
        (  # one name on two lines, or two people?
            "Rita Prueba/Luis Muestra | Analista | Migración | 2410-0000",
            [("?", "Analista", "Migración", "+50224100000")],
        ),
        # one name
        (
            "Lic. Rita/Prueba Sol | Jefa | Migración | 2410-0000",
            [("Rita Prueba Sol", "Jefa", "Migración", "+50224100000")],
        ),
        (
            "Rita Prueba | Jefa de/Visas | Migración | 2410-0000",
            [("Rita Prueba", "Jefa de Visas", "Migración", "+50224100000")],
        ),
    ],
)
def test_people_in_one_cell(row: str, told: list[tuple[Any, ...]]) -> None:
    entries = read(f"Nombre | Cargo | Institución | Teléfono\n{row}")
    assert of(entries, "name", "position", "institution", "phone") == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (  # a name merged beside two numbers is one person's; beside two ministries it is left as it stands
            "Nombre | Cargo | Teléfono\n2v:Rita Prueba | 2v:Jefa | 2410-0000\n2410-0001\nLuis Muestra | Analista | ",
            [("Rita Prueba", "Jefa", None, [NUMBER, "+50224100001"]), ("Luis Muestra", "Analista", None, None)],
        ),
        (
            "Nombre | Institución | Teléfono\n2v:Rita Prueba | Migración | 2410-0000\nCancillería | 2410-0001",
            [
                ("Rita Prueba", None, "Migración", [NUMBER]),
                ("Rita Prueba", None, "Cancillería", ["+50224100001"]),
            ],
        ),
        (  # a label merged beside two lines
            "Nombre | Rita Prueba\n2v:Teléfono | 2410-0000\n2410-0001\nCargo | Jefa",
            [("Rita Prueba", "Jefa", None, [NUMBER, "+50224100001"])],
        ),
        (  # the ministry over those below it, with and without its label
            (
                f"Nombre | Cargo\n2h:Institución: {MINISTRY}\nRita Prueba | Jefa\nLuis Muestra | Analista\n"
                f"2h:{OTHER}\nAna Ensayo | Asesora"
            ),
            [
                ("Rita Prueba", "Jefa", MINISTRY, None),
                ("Luis Muestra", "Analista", MINISTRY, None),
                ("Ana Ensayo", "Asesora", OTHER, None),
            ],
        ),
        (  # the last column is the new one, also beside a merged name
            (
                "Nombre | Dato | Dice | Debe decir\n2v:Rita Prueba | Cargo | Jefa | Directora\n"
                "Teléfono | 2410-0009 | 2410-0000"
            ),
            [("Rita Prueba", "Directora", None, [NUMBER])],
        ),
    ],
)
def test_one_name_and_one_label_beside_several_rows(rows: str, told: list[tuple[Any, ...]]) -> None:
    entries = read(rows)
    phones = [each["fields"]["phone"]["value"] if "phone" in each["fields"] else None for each in entries]
    found = of(entries, "name", "position", "institution")
    assert [(*one, phone) for one, phone in zip(_bare(found), phones, strict=True)] == told


def _bare(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The values, whether they are asked or not."""
    return [tuple(each.rstrip("?") if each else each for each in one) for one in found]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            " | Nombre | Cargo\nTitular | Rita Prueba | Jefa\nAlterno | Luis Muestra | Analista",
            [("Rita Prueba", "focal-point"), ("Luis Muestra", "alternate")],
        ),
        (" | Nombre | Cargo\n1 | Rita Prueba | Jefa\n2 | Luis Mu | Jefe", [("Rita Prueba", None), ("Luis Mu", None)]),
    ],
)
def test_roles_in_a_column_that_nothing_heads(rows: str, told: list[tuple[Any, ...]]) -> None:
    assert _bare(of(read(rows), "name", "role")) == told
