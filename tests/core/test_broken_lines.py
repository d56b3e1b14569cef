"""Lines that a mail program broke or doubled: put together again, and what only looks so left alone."""

from __future__ import annotations

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.message.text import lines_of_text
from tests.answers import FORMS, KNOWN, all_shown, contact_entries

LABELS = ["País: Honduras", "Cargo: Directora", "Teléfono: 2230-0000", "Celular: 9990-0000", "Fax: 2230-0001"]


def values(body: str) -> dict[str, object]:
    head = "From: r@sre-hn.gob.example\nSubject: RE: [MD-DIR-HN-7K3QX]\nContent-Type: text/plain; charset=utf-8\n\n"
    (entry,) = reading.read(parse((head + body).encode()), tuple(FORMS.values()), KNOWN).entries
    return {name: each.value for name, each in entry.fields.items()}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Correo: ana@sre-\nhn.gob.example\nFax: 1", ["Correo: ana@sre-hn.gob.example", "Fax: 1"]),
        ("> Correo: ana@x.example; unidad-\n> b@sre.example", ["Correo: ana@x.example; unidad-b@sre.example"]),
        ("escriba a ana@x.example -\nhn.gob.example es otro", ["escriba a ana@x.example -", "hn.gob.example es otro"]),
        ("-\nana@x.example", ["-", "ana@x.example"]),
        ("> ana@sre-\nhn.gob.example", ["ana@sre-", "hn.gob.example"]),
        ("Contacto: ana@sre.example\nPenelope Sample-\nMockford", None),
    ],
)
def test_addresses_parted_at_their_hyphen(text: str, lines: list[str] | None) -> None:
    assert [line.text for line in lines_of_text(text)] == (lines or text.split("\n"))


def test_a_name_parted_at_its_hyphen() -> None:
    long = "Cargo: Directora General de Asuntos Consulares y Migratorios Centroamérica-\nCaribe"
    assert values(f"{long}\nTeléfono: 2230-0000\n")["position"].endswith("Centroamérica-Caribe")  # type: ignore[attr-defined]


def doubled(lines: list[str]) -> str:
    return "".join(f"{line}\n\n" for line in lines)


def test_line_ends_that_were_doubled() -> None:
    broken = ["Dirección: Edificio Imaginario, 3er piso, Bulevar de Prueba, Colonia", "Ficticia, Tegucigalpa"]
    body = doubled(["Estimados colegas:", "", *LABELS, *broken, "", "Saludos,", "Reina", "Prueba"])
    assert values(body)["address"] == "Edificio Imaginario, 3er piso, Bulevar de Prueba, Colonia Ficticia, Tegucigalpa"


@pytest.mark.parametrize(
    "lines",
    [
        # a writer leaves a line after each of his, and never three
        [each for line in [*LABELS, *LABELS] for each in (line, "")],
        # two empty lines in one place
        [each for line in [*LABELS, *LABELS] for each in (line, "")] + ["", "Fin", "", "", "", "x", "", "y"],
        # most lines stand together
        [*LABELS, *LABELS, "", "", "", "Saludos", "", "Reina", "", "Prueba", ""],
        # too few lines to tell
        ["Estimados:", "", "", "", "Fax: 1", "", "Saludos", ""],
    ],
)
def test_empty_lines_of_the_writer_stay(lines: list[str]) -> None:
    assert [line.text for line in lines_of_text("\n".join(lines))] == lines


def test_lines_are_numbered_anew() -> None:
    found = lines_of_text(doubled(["Estimados:", "", *LABELS, *LABELS]))
    assert [(line.number, line.text) for line in found[:3]] == [(1, "Estimados:"), (2, ""), (3, LABELS[0])]


def test_a_row_with_the_label_in_both_languages_and_a_heading_word_as_its_value() -> None:
    page = "<table><tr><td>Movimiento</td><td>Change</td><td>Update</td></tr>"
    page += "<tr><td>Cargo</td><td>Position</td><td>Directora</td></tr></table>"
    raw = f"From: r@sre-hn.gob.example\nSubject: RE: [MD-DIR-HN-7K3QX]\nContent-Type: text/html\n\n{page}"
    (entry,) = reading.read(parse(raw.encode()), tuple(FORMS.values()), KNOWN).entries
    assert {name: each.value for name, each in entry.fields.items()} == {"change": "update", "position": "Directora"}


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_of_unicode_ends_a_line(end: str) -> None:
    """Word's break within a paragraph was dropped and joined "Directora" to the label below it."""
    body = end.join(["Cargo: Directora", "Teléfono: 2230-0000"])
    assert values(body) == {"position": "Directora", "phone": ["+50422300000"]}


def test_a_sentence_below_a_full_line_that_ends_one_is_no_more_of_it() -> None:
    """The second activity was lost: the line above is as long as those that programs wrap."""
    long = "P003-07: se pospone para la segunda quincena de mayo por falta de recursos."
    body = f"{long}\nLa actividad P003-10 fue cancelada."
    head = "From: l@mingob-gt.gob.example\nSubject: RE: [PC-EST-2009-GT]\nContent-Type: text/plain; charset=utf-8\n\n"
    read = reading.as_json(reading.read(parse((head + body + "\n").encode()), tuple(FORMS.values()), KNOWN))
    told = {each["fields"]["activity"]["value"]: each["fields"]["status"]["value"] for each in read["entries"]}
    assert told == {"P003-07": "postponed", "P003-10": "cancelled"}


def test_a_line_wrapped_behind_an_abbreviation_goes_on() -> None:
    body = "Dirección: Edificio Imaginario, tercer piso, Bulevar de Prueba, Col. Ficticia, Edif.\nCentral, Tegucigalpa"
    assert values(body)["address"].endswith("Edif. Central, Tegucigalpa")  # type: ignore[attr-defined]


BROKEN = [
    (
        "Name: Ruth Example; Job title: Policy Analyst; Organization: Human\n"
        "Resources and Skills Development Canada; Tel.: 819-555-0126; Fax:\n"
        "819-555-0127; Email: ruth@hrsdc.example; Language: English"
    ),
    (
        "Buenas tardes, en atención a lo solicitado: Licda. Irma Supuesto de\n"
        "Modelo; Coordinadora de Cooperación Internacional; Dirección General de\n"
        "Migración; PBX 2411-0000\n"
        "extensión 107; fax 2411-0099; isupuesto@migracion.example."
    ),
    (
        "Reciban un cordial saludo. Les informamos que el Lic. Ovidio Muestra\n"
        "Campos ya no labora en este Ministerio desde el\n"
        "31 de diciembre. En su lugar queda como punto focal la Licda. Marisol\n"
        "Ensayo de Prueba, Directora de Migración y\n"
        "Desarrollo, tel. 2231-0044, correo mensayo@rree.example."
    ),
    (
        "I returned from parental leave yesterday and I am again the focal point\n"
        "for Canada. Kevin Mockup, who acted in my place,\n"
        "has gone back to his old branch and should be removed from the list."
    ),
    (
        "Estimados: al revisar la lista que enviaron el lunes noto dos errores\n"
        "en mis datos. El fax (55) 3686-0010 ya no existe; el vigente es (55)\n"
        "3686-0024."
    ),
    (
        "Name: Ruth Example; Job title: Policy Analyst; Organization:\n"
        "Human Resources and Skills Development\n"
        "Canada; Tel.: 819-555-0126; Email: ruth@hrsdc.example"
    ),
    (
        "Reciban un cordial saludo. Les informamos que el Lic. Ovidio\n"
        "Muestra Campos ya no labora en este Ministerio desde el 31\n"
        "de diciembre. En su lugar queda como punto focal la Licda.\n"
        "Marisol Ensayo de Prueba, Directora de Migración y\n"
        "Desarrollo, tel. 2231-0044, correo mensayo@rree.example."
    ),
    (
        "Punto focal titular:\nMtra. Elvira Ejemplo Robles, Directora General Adjunta, Secretaría de\n"
        "Relaciones Exteriores. Tel. (52-55) 3686-0000 ext. 4410.\neejemplo@sre.example"
    ),
]


@pytest.mark.parametrize("body", BROKEN)
def test_a_paragraph_reads_the_same_broken_or_not(body: str) -> None:
    first, _, rest = body.partition(":\n") if body.startswith("Punto") else ("", "", body)
    whole = (f"{first}:\n" if first else "") + rest.replace("\n", " ")
    read, expected = ([all_shown(each) for each in contact_entries(text, "MX")] for text in (body, whole))
    assert expected
    assert read == expected


@pytest.mark.parametrize(
    "body",
    [
        (
            "Ana Prueba Mora; Directora; Ministerio de Trabajo; 5387-2400; a@x.example\n"
            "Luis Ensayo Rojas; Analista; Cancillería; 5387-2401; l@x.example"
        ),
        (
            "Datos: Ana Prueba Mora; Directora de Migración; 5387-2400; a@x.example\n"
            "Luis Ensayo Rojas; Analista de Migración; 5387-2401; l@x.example"
        ),
    ],
)
def test_one_person_a_line_stays_one_person_a_line(body: str) -> None:
    names = [all_shown(each).get("name") for each in contact_entries(body, "MX")]
    assert names[-1] == "Luis Ensayo Rojas"
    assert not any("Luis" in str(name) for name in names[:-1])


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("Informamos que la actividad P003-04 quedó concluida el 6 de\nmarzo de 2010, con lo pedido.", "2010-03-06"),
        ("P003-04: se informa que el taller fue realizado el 6\nde marzo de 2010 en Tegucigalpa.", "2010-03-06"),
        ("P003-04: virtual forum on migration and health, held on April\n22, 2010", "2010-04-22"),
    ],
)
def test_a_date_that_a_program_broke_is_whole(body: str, date: str) -> None:
    subject = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"
    (report,) = [all_shown(each) for each in contact_entries(body, "HN", subject)]
    assert report["date"]["start"] == report["date"]["end"] == date
