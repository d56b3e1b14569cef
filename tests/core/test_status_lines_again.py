"""Lines and sentences about activities: labels behind the state, new dates, deeds, and what must not be read so."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from tests.answers import FORMS, KNOWN, by_certainty

HEAD = (
    "From: x@sre-hn.gob.example\r\nSubject: RE: [PC-EST-2009-HN] Avance\r\nDate: Wed, 04 Mar 2009 10:22:00 -0600\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
)
MARCH = dataclasses.replace(KNOWN, today=dt.date(2009, 3, 4))


def entries(body: str) -> list[dict[str, Any]]:
    message = parse((HEAD + body).encode())
    return reading.as_json(reading.read(message, tuple(FORMS.values()), MARCH))["entries"]  # type: ignore[no-any-return]


def short(value: object) -> object:
    if isinstance(value, dict):
        return f"{value['start']}/{value['end']}" + (" tentative" if value["tentative"] else "")
    return value


def values(entry: dict[str, Any]) -> dict[str, object]:
    return {name: short(value) for name, value in by_certainty(entry)[0].items()}


def asked(entry: dict[str, Any]) -> dict[str, object]:
    shown = {name: short(value) for name, value in by_certainty(entry)[1].items()}
    return shown | {doubt["field"]: short(doubt.get("proposal")) for doubt in entry["doubts"]}


TENTATIVE = "2009-06-01/2009-06-30 tentative"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "P003-18: En proceso, 25 %. Responsable: Lic. Marcos Modelo.",
            {"status": "in-progress", "progress": 25, "responsible": "Lic. Marcos Modelo"},
        ),
        ("P003-18: Retrasada; nueva fecha tentativa: junio de 2009.", {"status": "delayed", "date": TENTATIVE}),
        (
            "b) Memorándum (P003-18): Retrasada; nueva fecha: junio de 2009",
            {"status": "delayed", "date": TENTATIVE[:21]},
        ),
        (
            "P003-18: done. Comments: sent by mail; responsible: Mr. Colin Testerman",
            {"status": "done", "responsible": "Mr. Colin Testerman", "note": "sent by mail"},
        ),
        ("P003-18: estado: en proceso; avance: 50%", {"status": "in-progress", "progress": 50}),
        (
            "P003-18: completed May 31, 2008; 34 programs in 9 countries",
            {"status": "done", "date": "2008-05-31/2008-05-31"},
        ),
        ("P003-18: se difiere al segundo semestre de 2009", {"status": "postponed", "date": "2009-07-01/2009-12-31"}),
        ("P003-18: se pospone al 15 de mayo de 2009", {"status": "postponed", "date": "2009-05-15/2009-05-15"}),
        ("P003-18: aplazada hasta el mes de mayo", {"status": "postponed", "date": "2009-05-01/2009-05-31"}),
        # a limit stays one: what goes on until then, what is prolonged until then
        ("P003-18: en proceso hasta el 15 de mayo", {"status": "in-progress", "date": "None/2009-05-15"}),
        ("P003-18: prorrogada hasta el 15 de mayo", {"status": "postponed", "date": "None/2009-05-15"}),
    ],
)
def test_one_line(line: str, expected: dict[str, object]) -> None:
    (entry,) = entries(line + "\n")
    assert values(entry) == {"activity": "P003-18", **expected}


def test_lines_with_labels_behind_are_an_activity_each() -> None:
    body = "P003-18: En proceso. Responsable: MINREX\nP003-13: Retrasada. Responsable: MIGOB\nP003-05A PENDIENTE\n"
    assert [values(each) for each in entries(body)] == [
        {"activity": "P003-18", "status": "in-progress", "responsible": "MINREX"},
        {"activity": "P003-13", "status": "delayed", "responsible": "MIGOB"},
        {"activity": "P003-05A", "status": "not-started"},
    ]


def test_a_row_without_its_last_cells() -> None:
    body = (
        "Actividad\tEstado\tFecha\tWho\tComentarios\nP003-04\tEn curso\tjunio de 2009\tMIGOB\n"
        "P003-14\tDemorada\t31 de marzo de 2009\tMINREX\tFalta un aporte\n"
    )
    assert [values(each) for each in entries(body)] == [
        {"activity": "P003-04", "status": "in-progress", "date": "2009-06-01/2009-06-30", "responsible": "MIGOB"},
        {
            "activity": "P003-14",
            "status": "delayed",
            "date": "2009-03-31/2009-03-31",
            "responsible": "MINREX",
            "note": "Falta un aporte",
        },
    ]


@pytest.mark.parametrize("label", ["Nueva fecha tentativa", "Fecha (tentativa)", "Tentative date"])
def test_a_label_that_says_tentative(label: str) -> None:
    (entry,) = entries(f"Actividad: P003-13\nEstado: Retrasada\n{label}: junio de 2009\n")
    assert values(entry)["date"] == TENTATIVE


def test_an_undecided_date_stays_undecided_under_such_a_label() -> None:
    (entry,) = entries("Actividad: P003-13\nEstado: Retrasada\nFecha tentativa: por definir\n")
    assert entry["fields"]["date"]["value"]["kind"] == "undecided"
    assert entry["fields"]["date"]["value"]["tentative"] is False


@pytest.mark.parametrize(
    ("sentence", "proposed"),
    [
        ("México presentó sus comentarios (P003-10) el 28 de enero.", {"P003-10": "done"}),
        ("Our list (P003-07) was shared with the Secretariat on February 20, 2009.", {"P003-07": "done"}),
        ("Panamá no ha iniciado la P003-16 ni la P003-03.", {"P003-16": "not-started", "P003-03": "not-started"}),
        ("We regret that the virtual forum (P003-19) will not take place.", {"P003-19": "cancelled"}),
        ("De la lista de cónsules (P003-07) no hemos hecho nada todavía.", {"P003-07": "not-started"}),
        # it did not happen, and what became of it is not said
        ("La actividad P003-08 no se llevó a cabo.", {"P003-08": None}),
        ("The workshop (P003-08) was not held.", {"P003-08": None}),
        # no deed and no state
        ("Belize wishes to propose that P003-12 be held in Belize City.", {}),
        ("Solicitamos una prórroga para remitir los insumos de la P003-05a.", {}),
        ("When the draft (P003-05b) has been shared we will comment.", {}),
        ("¿Ya se presentó el Memorándum (P003-10)?", {}),
        ("Hemos recibido su nota sobre P003-05b y la hemos remitido a la Dirección Jurídica.", {}),
        ("We have received the second draft (P003-05b) and have sent it to our legal department.", {}),
        ("Regarding P003-12, we have submitted a request for funding and will let you know.", {}),
        ("Designamos a la Lic. Ana Prueba para la P003-11, quien ha sido autorizada a viajar.", {}),
        ("La P003-10 y el taller que menciona la P003-08 fueron vistos por la ST.", {}),
    ],
)
def test_sentences_are_asked_about(sentence: str, proposed: dict[str, object]) -> None:
    found = [(values(each), asked(each)) for each in entries(f"Estimados colegas:\n\n{sentence}\n\nSaludos\n")]
    assert [fields for fields, _ in found] == [{}] * len(proposed)
    assert {doubts["activity"]: doubts["status"] for _, doubts in found} == proposed


def test_the_new_date_is_the_one_behind_the_verb() -> None:
    told = "La reunión (P003-05c), prevista para marzo, se pospone para la segunda semana de abril por falta de agenda."
    (entry,) = entries(told + "\n")
    assert asked(entry) == {"activity": "P003-05c", "status": "postponed", "date": "2009-04-08/2009-04-14"}


@pytest.mark.parametrize("sign", [" / ", "; ", " - ", " – ", ", ", " | "])
def test_pairs_of_one_line_whatever_parts_them(sign: str) -> None:
    body = sign.join(("Código: P003-05a", "Estado: Concluida", "Fecha: 15 de enero de 2009"))
    assert [values(each) for each in entries(f"Estimados colegas:\n\n{body}\n\nSaludos\n")] == [
        {"activity": "P003-05a", "status": "done", "date": "2009-01-15/2009-01-15"}
    ]


def test_a_title_with_a_dash_stays_whole() -> None:
    (entry,) = entries("Actividad: Foro virtual - Migración y salud\nEstado: hecho\n")
    assert values(entry) == {"activity": "Foro virtual - Migración y salud", "status": "done"}


def test_the_same_as_above_is_the_state_above_to_be_confirmed() -> None:
    body = "P003-14: cumplida\nP003-04: ídem\nP003-19: idem anterior\nP003-07: por ver\nP003-10: ídem\n"
    found = entries(f"Estimados colegas:\n\n{body}")
    assert [values(each).get("status") for each in found] == ["done", None, None, None, None]
    assert [asked(each).get("status") for each in found[1:]] == ["done", "done", None, None]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("P003-04: se actualizó en la SV el 6 de enero de 2009.", "done"),
        ("P003-16: se recopilaron las prácticas del país.", "done"),
        ("P003-04: actualizamos la información cada semestre.", None),
        ("P003-04: se actualizó parcialmente.", None),
        ("P003-04: se actualizará en marzo.", None),
    ],
)
def test_what_was_brought_up_to_date_is_offered_as_done(line: str, status: str | None) -> None:
    found = entries(line + "\n")
    assert [asked(each)["status"] for each in found if asked(each).get("status")] == ([status] if status else [])
    assert not any("status" in values(each) for each in found)
