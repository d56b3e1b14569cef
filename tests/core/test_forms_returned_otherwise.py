"""Our form come back in other manners: answers above the labels, all in one line, a colleague's answer below."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.forms.naming.run_on import without_code_behind
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, all_shown, contact_entries, reply_of

SENT = Path(__file__).parents[1] / "letters" / "sent"
HEADER = (
    "De: {name} [mailto:{address}]\nEnviado el: lunes, 03 de enero de 2011 10:22 a.m.\nPara: Ana Prueba\n"
    "Asunto: {subject}\n\n"
)


def document_on(letter: str, body: str) -> dict[str, Any]:
    """What is read of an answer to one of our letters, whose text ``body`` may hold as {ours}."""
    sent = parse((SENT / f"{letter}.eml").read_bytes())
    ours = "\n".join(line.text for line in sent.lines)
    header = HEADER.format(name="Grupo MyD", address=sent.sender.address if sent.sender else "", subject=sent.subject)
    raw = reply_of(body.replace("{ours}", header + ours), sent.subject)
    known = Known(today=dt.date(2011, 1, 12), region="HN", countries=COUNTRIES)
    return reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), known, sent))


def entries_on(letter: str, body: str) -> list[dict[str, Any]]:
    return list(document_on(letter, body)["entries"])


def above_labels(ours: str, values: dict[str, str]) -> str:
    for label, value in values.items():
        ours = ours.replace(f"\n{label}:", f"\n\n{value}\n{label}:", 1)
    return ours


ANNOUNCED = [
    "Mis respuestas están arriba de cada línea.",
    "MIS RESPUESTAS ESTAN EN AZUL, ARRIBA DE CADA RENGLON.",
    "Respondo encima de cada rótulo.",
    "My answers are above each label.",
]


@pytest.mark.parametrize("announced", ANNOUNCED)
def test_answers_above_the_labels_where_it_is_said(announced: str) -> None:
    sent = parse((SENT / "dir-hn.eml").read_bytes())
    ours = above_labels(
        "\n".join(line.text for line in sent.lines),
        {
            "Institución": "SECRETARIA DE RELACIONES EXTERIORES",
            "Dependencia": "DIRECCION DE ASUNTOS CONSULARES",
            "Tratamiento": "ABG.",
            "Celular": "9990-0123",
        },
    )
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject=sent.subject)
    (entry,) = entries_on("dir-hn", f"{announced}\n\n{header}{ours}")
    assert all_shown(entry) == {
        "institution": "SECRETARIA DE RELACIONES EXTERIORES",
        "unit": "DIRECCION DE ASUNTOS CONSULARES",
        "title": "ABG.",
        "mobile": ["+50499900123"],
    }


@pytest.mark.parametrize("gap", ["\n", ""])
def test_answers_above_the_labels_that_show_it_themselves(gap: str) -> None:
    sent = parse((SENT / "dir-hn.eml").read_bytes())
    ours = "\n".join(line.text for line in sent.lines)
    values = {"Institución": "SECRETARIA DE RELACIONES EXTERIORES", "Tratamiento": "ABG.", "Celular": "9990-0123"}
    for label, value in values.items():
        ours = ours.replace(f"\n{label}:", f"\n{gap}{value}\n{label}:", 1)
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject=sent.subject)
    (entry,) = entries_on("dir-hn", f"Buenas tardes.\n\n{header}{ours}")
    assert all_shown(entry) == {
        "institution": "SECRETARIA DE RELACIONES EXTERIORES",
        "title": "ABG.",
        "mobile": ["+50499900123"],
    }


@pytest.mark.parametrize("nothing", ["no tenemos", "NO", "el mismo número", "ídem"])
def test_numbers_below_three_labels_of_numbers_are_of_the_upper_ones(nothing: str) -> None:
    """Each fits the label below it too; that there is no fax fits no address."""
    sent = parse((SENT / "dir-hn.eml").read_bytes())
    ours = "\n".join(line.text for line in sent.lines)
    for label, value in {"Teléfono": "2230-0777", "Celular": "9990-0777", "Fax": nothing}.items():
        ours = re.sub(rf"\n{label}:.*\n", f"\n{label}:\n{value}\n", ours, count=1)
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject=sent.subject)
    (entry,) = entries_on("dir-hn", f"Buenas tardes.\n\n{header}{ours}")
    told = all_shown(entry)
    assert (told.get("phone"), told.get("mobile")) == (["+50422300777"], ["+50499900777"])
    assert "address" not in told


def test_alta_below_its_label_announces_nobody_who_is_named_farther_down() -> None:
    sent = parse((SENT / "dir-hn.eml").read_bytes())
    ours = "\n".join(line.text for line in sent.lines)
    for label, value in {"Movimiento": "ALTA", "Sustituye a": "Pedro Pruebas"}.items():
        ours = re.sub(rf"\n{label}:.*\n", f"\n{label}:\n{value}\n", ours, count=1)
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject=sent.subject)
    (entry,) = entries_on("dir-hn", f"{header}{ours}")
    assert all_shown(entry) == {"change": "new", "replaces": "Pedro Pruebas"}


def test_a_value_between_two_labels_that_may_be_of_either_is_asked() -> None:
    sent = parse((SENT / "dir-hn.eml").read_bytes())
    ours = "\n".join(line.text for line in sent.lines)
    ours = ours.replace("\nDependencia:", "\n\nDIRECCION DE ASUNTOS CONSULARES\nDependencia:", 1)
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject=sent.subject)
    (entry,) = entries_on("dir-hn", f"Buenas tardes.\n\n{header}{ours}")
    assert not entry["fields"]
    assert [each["said"] for each in entry["doubts"]] == ["DIRECCION DE ASUNTOS CONSULARES"]


@pytest.mark.parametrize("gap", ["\n", ""])
def test_values_below_their_labels_stay_there(gap: str) -> None:
    sent = parse((SENT / "dir-hn.eml").read_bytes())
    ours = "\n".join(line.text for line in sent.lines)
    values = {"Institución": "Secretaría de Relaciones Exteriores", "Tratamiento": "Abg.", "Celular": "9990-0123"}
    for label, value in values.items():
        ours = ours.replace(f"\n{label}:", f"\n{label}:\n{value}{gap}", 1)
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject=sent.subject)
    (entry,) = entries_on("dir-hn", f"Buenas tardes.\n\n{header}{ours}")
    assert all_shown(entry) == {
        "institution": "Secretaría de Relaciones Exteriores",
        "title": "Abg.",
        "mobile": ["+50499900123"],
    }


def test_a_colleagues_answer_below_is_not_said_again() -> None:
    theirs = HEADER.format(name="Eulalia Muestra", address="emuestra@minex-gt.gob.example", subject="RE: Avance")
    body = (
        "Actualizo lo informado por mi compañera:\n\nActividad: P003-08\nEstado: Realizada\n"
        "Resultado: 28 cónsules capacitados\n\nSaludos,\nModesto Ficticio\n\n"
        f"{theirs}Actividad: P003-08\nEstado: En proceso\nAvance: 70 %\n\nEulalia Muestra\n\n{{ours}}"
    )
    (entry,) = entries_on("est-gt", body)
    assert all_shown(entry) == {"activity": "P003-08", "status": "done", "result": "28 cónsules capacitados"}


@pytest.mark.parametrize(
    "comment",
    [
        "Envío lo que informa mi compañera.",
        "Remito la respuesta de la Dirección de Asuntos Consulares.",
        "Please see below from our colleagues.",
    ],
)
def test_what_a_colleague_filled_in_is_shown_where_the_sender_passes_it_on(comment: str) -> None:
    theirs = HEADER.format(name="Eulalia Muestra", address="emuestra@minex-gt.gob.example", subject="RE: Avance")
    document = document_on("est-gt", f"{comment}\n\n{theirs}Actividad: P003-08\nEstado: En proceso\n\n{{ours}}")
    (passed_on,) = document["forwarded"]
    assert passed_on["from"] == "emuestra@minex-gt.gob.example"
    assert [all_shown(each) for each in passed_on["entries"]] == [{"activity": "P003-08", "status": "in-progress"}]


def test_what_the_sender_said_before_is_not_passed_on() -> None:
    own = HEADER.format(name="Ana Prueba", address="ana.prueba@rree.gob.example", subject="RE: Avance")
    body = f"Remito la respuesta de nuevo.\n\n{own}Actividad: P003-08\nEstado: En proceso\n\n{{ours}}"
    assert document_on("est-gt", body)["forwarded"] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Role in the group: Contact E-mail: ana@x.example", {"role": "contact", "email": ["ana@x.example"]}),
        ("Role: Alternate E-mail: ana@x.example", {"role": "alternate", "email": ["ana@x.example"]}),
        ("Position: Analyst Contact e-mail: ana@x.example", {"position": "Analyst", "email": ["ana@x.example"]}),
        ("Position: Analyst Replaces: Code: MD-DIR-BZ-4QX9M", {"position": "Analyst"}),
    ],
)
def test_a_form_run_on_in_one_line(line: str, told: dict[str, object]) -> None:
    (entry,) = contact_entries(f"Full name: Ana Sample\n{line}", "BZ")
    assert all_shown(entry) == {"name": "Ana Sample", **told}
    assert not entry["doubts"]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Sustituye a: Código: MD-DIR-HN-7K3QX", "Sustituye a:"),
        ("Fax: 2230-0001 Code: MD-DIR-BZ-4QX9M ", "Fax: 2230-0001"),
        ("Actividad: Código: P003-08", "Actividad: Código: P003-08"),
        ("Código: MD-DIR-HN-7K3QX y otro", "Código: MD-DIR-HN-7K3QX y otro"),
    ],
)
def test_the_code_of_our_request_is_no_value(line: str, rest: str) -> None:
    assert without_code_behind(line) == rest


ORDERED = (
    "Le damos respuesta en el mismo orden del formulario:\n\n1. Alta\n2. Honduras\n"
    "3. Secretaría de Relaciones Exteriores\n4. Dirección de Política Migratoria\n5. Lic.\n"
    "6. Marvin Ensayo Supuesto\n7. Analista\n8. Contacto\n{nine}\n10. 2230-0081 ext. 3\n11. 9990-0081\n"
    "12. 2230-0082\n13. Edificio Imaginario, Tegucigalpa\n14. Español\n15. Reina Prueba\n\nSaludos,\nMarvin Ensayo\n\n"
)


def test_numbered_answers_in_the_order_of_the_form() -> None:
    (entry,) = entries_on("dir-hn", ORDERED.format(nine="9. mensayo@sre-hn.gob.example") + "{ours}")
    assert all_shown(entry) == {
        "change": "new",
        "country": "HN",
        "institution": "Secretaría de Relaciones Exteriores",
        "unit": "Dirección de Política Migratoria",
        "title": "Lic.",
        "name": "Marvin Ensayo Supuesto",
        "position": "Analista",
        "role": "contact",
        "email": ["mensayo@sre-hn.gob.example"],
        "phone": ["+50422300081;ext=3"],
        "mobile": ["+50499900081"],
        "fax": ["+50422300082"],
        "address": "Edificio Imaginario, Tegucigalpa",
        "language": "es",
        "replaces": "Reina Prueba",
    }


@pytest.mark.parametrize("nine", ["9. no tiene", "9. 2230-0080"])
def test_numbers_that_do_not_fit_the_form_are_no_labels(nine: str) -> None:
    assert "Marvin Ensayo Supuesto" not in str(
        [each["fields"].get("name") for each in entries_on("dir-hn", ORDERED.format(nine=nine) + "{ours}")]
    )


FILLED = (
    "Actividad: P003-08\nEstado: Realizada\nAvance: 100\nCódigo: PC-EST-GT-9MK2R\n\n"
    "- Estado: Sin iniciar, En proceso, Realizada, Retrasada, Pospuesta,\n  Cancelada\n"
)


def unrecorded(comment: str) -> list[dict[str, Any]]:
    """What is read of a form filled in inside the quotation of a letter that is not on record."""
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject="Avance")
    quoted = "\n".join(f"> {line}" for line in (header + FILLED).split("\n"))
    subject = "Avance del Programa de Trabajo / Progress of the Work Programme [PC-EST-GT-9MK2R]"
    return contact_entries(f"{comment}\n\n{quoted}", "GT", subject)


@pytest.mark.parametrize(
    "comment",
    ["Estimados colegas, lleno las dos versiones.", "Formulario completado.", "The form is filled in below."],
)
def test_a_form_said_to_be_filled_in_is_read_and_asked(comment: str) -> None:
    (entry,) = unrecorded(comment)
    assert all_shown(entry) == {"activity": "P003-08", "status": "done", "progress": 100}
    assert {each["certainty"] for each in entry["fields"].values()} == {"doubtful"}


@pytest.mark.parametrize(
    "comment",
    ["¿El formulario lo completo yo?", "Favor indicar si el formulario debe ser completado.", "Recibido, gracias."],
)
def test_a_form_that_nobody_says_to_be_filled_in_is_not_read(comment: str) -> None:
    assert unrecorded(comment) == []


@pytest.mark.parametrize(
    ("letter", "label", "field", "words"),
    [
        ("dir-hn", "Cargo", "position", "Oficial de Enlace y Punto Focal Alterno"),
        ("dir-hn", "Dependencia", "unit", "Enlace Institucional"),
        ("dir-hn", "Dependencia", "unit", "Nombre y Registro Civil"),
    ],
)
def test_words_alone_between_two_labels_of_ours_are_no_label(letter: str, label: str, field: str, words: str) -> None:
    sent = parse((SENT / f"{letter}.eml").read_bytes())
    ours = "\n".join(line.text for line in sent.lines)
    ours = re.sub(rf"\n{label}:.*\n", f"\n{label}:\n{words}\n", ours, count=1)
    header = HEADER.format(name="Grupo MyD", address="grupo.md@crm.example", subject=sent.subject)
    (entry,) = entries_on(letter, f"Buenas tardes.\n\n{header}{ours}")
    assert all_shown(entry) == {field: words}
