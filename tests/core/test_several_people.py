"""Two people in one answer, in every layout: with labels, in tables, one a line, one a block."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest

from tests.answers import KNOWN, all_shown, by_certainty, contact_entries, entries_of

ANA = {
    "name": "Reina Prueba Gil",
    "position": "Subdirectora",
    "phone": ["+50422300000"],
    "email": ["rprueba@sre-hn.gob.example"],
}
LUIS = {
    "name": "Luis Ensayo Mora",
    "position": "Analista",
    "phone": ["+50422300001"],
    "email": ["lensayo@sre-hn.gob.example"],
}
HEADS = ("Nombre completo", "Cargo", "Teléfono", "Correo electrónico")
ROLES = [{**ANA, "role": "focal-point"}, {**LUIS, "role": "alternate"}]


def cells(person: dict[str, Any]) -> tuple[str, ...]:
    return person["name"], person["position"], person["phone"][0].removeprefix("+504"), person["email"][0]


def block(person: dict[str, Any], row: str = "{label}: {value}") -> str:
    return "\n".join(row.format(label=label, value=value) for label, value in zip(HEADS, cells(person), strict=True))


def plain(person: dict[str, Any], number: str = "Tel. ") -> str:
    name, position, phone, email = cells(person)
    return f"{name}\n{position}\n{number}{phone}\n{email}"


def table(rows: list[tuple[str, ...]]) -> str:
    drawn = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<p>Va:</p><table>" + "".join(f"<tr>{row}</tr>" for row in drawn) + "</table>"


def read(body: str) -> list[dict[str, Any]]:
    if not body.startswith("<"):
        return [all_shown(entry) for entry in contact_entries(f"{body}\n", "HN")]
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "rprueba@sre-hn.gob.example", "RE: [MyD-DIR-2011-HN] Actualización"
    mail.set_content(body, subtype="html")
    return [all_shown(entry) for entry in entries_of(mail.as_bytes(), KNOWN)]


PAIRS = [list(zip(HEADS, cells(each), strict=True)) for each in (ANA, LUIS)]


@pytest.mark.parametrize(
    "body",
    [
        f"{block(ANA)}\n\n{block(LUIS)}",
        f"{block(ANA)}\n{block(LUIS)}",
        f"1.\n{block(ANA)}\n\n2.\n{block(LUIS)}",
        f"1. {block(ANA)}\n\n2. {block(LUIS)}",
        f"Contacto 1\n{block(ANA)}\n\nContacto 2\n{block(LUIS)}",
        f"Funcionario No. 1:\n{block(ANA)}\n\nFuncionario No. 2:\n{block(LUIS)}",
        f"{block(ANA)}\n--------\n{block(LUIS)}",
        "\n\n".join(block(each, "{label}\n{value}\n") for each in (ANA, LUIS)),
        "\n".join("\t".join(row) for row in (HEADS, cells(ANA), cells(LUIS))),
        "\n".join(" | ".join(row) for row in (("No.", *HEADS), ("1", *cells(ANA)), ("2", *cells(LUIS)))),
        "\n".join("".join(cell.ljust(28) for cell in row) for row in (HEADS, cells(ANA), cells(LUIS))),
        table([HEADS, cells(ANA), cells(LUIS)]),
        table(list(zip(HEADS, cells(ANA), cells(LUIS), strict=True))),
        table([*zip(HEADS, cells(ANA), strict=True), *zip(HEADS, cells(LUIS), strict=True)]),
        "<ol>" + "".join(f"<li>{block(each)}</li>".replace("\n", "<br>") for each in (ANA, LUIS)) + "</ol>",
    ],
)
def test_with_labels(body: str) -> None:
    assert read(body) == [ANA, LUIS]


@pytest.mark.parametrize(
    "body",
    [
        f"Punto focal\n{block(ANA)}\n\nSuplente\n{block(LUIS)}",
        f"PUNTO FOCAL:\n{block(ANA)}\n\nPUNTO FOCAL ALTERNO:\n{block(LUIS)}",
        f"Titular\n{block(ANA)}\n\nAlterno\n{block(LUIS)}",
        f"Punto focal\n{plain(ANA)}\n\nSuplente\n{plain(LUIS)}",
        table([("Función", *HEADS), ("Punto focal", *cells(ANA)), ("Alterno", *cells(LUIS))]),
        table([("", "Punto focal", "Alterno"), *zip(HEADS, cells(ANA), cells(LUIS), strict=True)]),
        table([("PUNTO FOCAL", ""), *PAIRS[0], ("SUPLENTE", ""), *PAIRS[1]]),
    ],
)
def test_with_roles(body: str) -> None:
    assert read(body) == ROLES


@pytest.mark.parametrize("sign", [", ", "; ", " / ", " - ", " – ", "\t"])
@pytest.mark.parametrize("number", ["", "1. "])
def test_one_a_line_without_labels(sign: str, number: str) -> None:
    lines = [f"{number.replace('1', str(place))}{sign.join(cells(each))}" for place, each in enumerate((ANA, LUIS), 1)]
    body = "\n".join(lines)
    assert read(body) == [ANA, LUIS]
    assert all(by_certainty(entry)[0] == {} for entry in contact_entries(body, "HN"))  # no label, nothing sure


@pytest.mark.parametrize("lead", ["", "Los datos son:\n\n"])
def test_one_a_block_without_labels(lead: str) -> None:
    assert read(f"{lead}{plain(ANA)}\n\n{plain(LUIS)}") == [ANA, LUIS]


def test_a_table_without_headings() -> None:
    assert read(table([cells(ANA), cells(LUIS)])) == [ANA, LUIS]


def test_a_signature_below_one_person_is_nobody_else() -> None:
    body = f"Nuestro punto focal:\n\n{plain(LUIS)}\n\nSaludos cordiales,\n\n{plain(ANA)}"
    assert [each["name"] for each in read(body)] == ["Luis Ensayo Mora"]


FAUSTO = {"title": "Lic.", "name": "Fausto Ejemplo Muestra", "position": "Encargado", "email": ["fe@mirex.gob.example"]}
MILAGROS = {
    "title": "Licda.",
    "name": "Milagros Ensayo Prueba",
    "position": "Analista",
    "email": ["me@mirex.gob.example"],
}
ONE, OTHER = (
    "Lic. Fausto Ejemplo Muestra, Encargado, {}fe@mirex.gob.example",
    "Licda. Milagros Ensayo Prueba, Analista, {}",
)
HERS = "me@mirex.gob.example"


@pytest.mark.parametrize(
    ("body", "phones"),
    [
        # the dashes of a list part people as numbers do
        (f"- {ONE.format('')}\n- {OTHER.format(HERS)}", (None, None)),
        # only one of them has a label
        (f"- {ONE.format('tel. 2230-0000 ext. 12, ')}\n- {OTHER.format(HERS)}", (["+50422300000;ext=12"], None)),
        (
            f"- {ONE.format('tel. 2230-0000 ext. 12, ')}\n- {OTHER.format(f'mismo teléfono, ext. 15, {HERS}')}",
            (["+50422300000;ext=12"], ["+50422300000;ext=15"]),
        ),
    ],
)
def test_a_list_with_dashes(body: str, phones: tuple[list[str] | None, ...]) -> None:
    people = [{**who, "phone": phone} if phone else who for who, phone in zip((FAUSTO, MILAGROS), phones, strict=True)]
    assert [all_shown(entry) for entry in contact_entries(body, "HN")] == people


def test_a_name_below_the_data_of_somebody_without_a_label() -> None:
    body = (
        "Titular en funciones:\nLicda. Benigna Ficticia Prueba\nDirectora\nTel. 2230-0000\nbf@sre.gob.example\n\n"
        "Punto focal suplente:\nLic. Evaristo Ensayo Muestra\nAnalista\nTel. 2230-0001\nee@sre.gob.example"
    )
    people = [all_shown(entry) for entry in contact_entries(body, "HN")]
    assert [(each["email"], each["phone"]) for each in people] == [
        (["bf@sre.gob.example"], ["+50422300000"]),
        (["ee@sre.gob.example"], ["+50422300001"]),
    ]


def test_a_row_whose_last_cells_are_empty() -> None:
    rows = ("Movimiento", *HEADS), ("Alta", *cells(ANA)), ("Baja", LUIS["name"])
    people = [all_shown(entry) for entry in contact_entries("\n".join("\t".join(row) for row in rows), "HN")]
    assert people == [{"change": "new", **ANA}, {"change": "leave", "name": LUIS["name"]}]
