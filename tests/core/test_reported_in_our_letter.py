"""States typed below or behind the activities that our letter lists."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, entries_of, reading_of, reply_of
from tests.reports import offered, taken

LETTER = """\
Estimados colegas: agradeceremos informar el avance de las actividades siguientes a más tardar el 13 de marzo.

P003-04: Actualizar periódicamente información sobre requisitos y tipos de visa.
P003-08: Realizar un taller de capacitación
P003-14: Enviar el cuestionario de desastres realizado en El Salvador.
P003-19: Foro virtual sobre migración y salud

Atentamente,

Secretaría Técnica
"""
OUTLOOK = """\
De: Secretaría Técnica [mailto:st@crm.example]
Enviado el: lunes, 02 de marzo de 2009 09:05 a.m.
Para: Ana Prueba
Asunto: Avance del Programa de Trabajo [PC-EST-2009-GT]

"""
GMAIL = "El 2 de marzo de 2009 09:05, Secretaría Técnica <st@crm.example> escribió:\n"


def mail(body: str) -> bytes:
    return reply_of(body, "Avance [PC-EST-2009-GT]", day=dt.date(2009, 3, 10))


def states(body: str, *, known_letter: bool) -> dict[str, tuple[str | None, str | None]]:
    """Activity → its state and its date."""
    known = Known(today=dt.date(2009, 3, 10), region="GT", countries=COUNTRIES)
    sent = parse(mail(LETTER)) if known_letter else None
    shown = [{**taken(each), **offered(each)} for each in entries_of(mail(body), known, sent)]
    return {each["activity"]: (each.get("status"), each.get("date")) for each in shown}


def marked(*, typed: dict[str, str]) -> str:
    """Our letter as Gmail quotes it, words typed below the lines that open with a code."""
    lines = (
        f"> {line}\n{typed.get(line[:7], '')}\n" if line[:7] in typed else f"> {line}\n" for line in LETTER.split("\n")
    )
    return f"Respondo abajo.\n\n{GMAIL}{''.join(lines)}"


@pytest.mark.parametrize("known_letter", [True, False])
def test_below_the_activities_of_our_letter(*, known_letter: bool) -> None:
    body = marked(
        typed={"P003-04": "---> En proceso, 50%", "P003-08": "Se realizó el 12 de febrero", "P003-14": "¿Hasta cuándo?"}
    )
    assert states(body, known_letter=known_letter) == {
        "P003-04": ("in-progress", None),
        "P003-08": ("done", "2009-02-12/2009-02-12"),
    }


@pytest.mark.parametrize("known_letter", [True, False])
def test_below_the_whole_letter_is_about_no_single_activity(*, known_letter: bool) -> None:
    quoted = "".join(f"> {line}\n" for line in LETTER.split("\n")[:6])
    assert states(f"{GMAIL}{quoted}\nTodo realizado.\n", known_letter=known_letter) == {}


@pytest.mark.parametrize("known_letter", [True, False])
def test_below_the_last_activity_where_those_above_are_answered_in_place(*, known_letter: bool) -> None:
    quoted = "".join(f"> {line}\n" for line in LETTER.split("\n")[:6])
    body = quoted.replace("tipos de visa.\n", "tipos de visa.\nEn proceso\n")
    assert states(f"{GMAIL}{body}\nNo iniciada.\n\nAna Prueba\n", known_letter=known_letter) == {
        "P003-04": ("in-progress", None),
        "P003-19": ("not-started", None),
    }


LABELLED = """\
> P003-10 Comentarios de México al Memorándum de Entendimiento
> Estado:
{first}
> Fecha:
{when}
>
> P003-19 Foro virtual sobre migración y salud
> Estado:
{second}
>
> Quedamos a la espera de su respuesta
{below}
"""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            {"first": "Concluida", "when": "29 de enero de 2009", "second": "En proceso", "below": ""},
            {"P003-10": ("done", "2009-01-29/2009-01-29"), "P003-19": ("in-progress", None)},
        ),
        # what was left alone is no report, nor is a leave taken below it all
        (
            {"first": ">", "when": ">", "second": "En proceso", "below": "Saludos"},
            {"P003-19": ("in-progress", None)},
        ),
        (
            {"first": "Concluida", "when": "", "second": ">", "below": "Quedamos atentos"},
            {"P003-10": ("done", None)},
        ),
    ],
)
def test_below_the_labels_of_each_activity(
    typed: dict[str, str], expected: dict[str, tuple[str | None, str | None]]
) -> None:
    assert states(f"Respondo abajo.\n\n{GMAIL}{LABELLED.format(**typed)}", known_letter=False) == expected


def test_behind_the_activities_of_our_letter() -> None:
    body = OUTLOOK + LETTER.replace("tipos de visa.", "tipos de visa. EN PROCESO").replace(
        "taller de capacitación", "taller de capacitación - realizado el 12 de febrero de 2009"
    )
    assert states(f"Ver abajo.\n\n{body}", known_letter=True) == {
        "P003-04": ("in-progress", None),
        "P003-08": ("done", "2009-02-12/2009-02-12"),
    }


def test_labels_in_the_signature_of_a_questionnaire_answered() -> None:
    asked = mail("Estimados colegas: agradeceremos responder.\n\n1. ¿Cómo valora los resultados?\n")
    body = "PREGUNTA 1: Los resultados son buenos.\n\nReina Prueba\nCargo: Directora de Protección\nTel.: 2230-0000\n"
    known = Known(today=dt.date(2011, 3, 10), region="GT", countries=COUNTRIES)
    found = reading_of(reply_of(body, "[FUT-CUE-2011-GT] Cuestionario"), known, parse(asked))
    assert (found.kind, found.entries) == ("answer", ())


CHOICES = "- Estado: Sin iniciar, En proceso, Realizada, Retrasada, Pospuesta,\n  Cancelada\n"


@pytest.mark.parametrize(
    ("was", "marked_so", "state"),
    [
        ("Realizada", "Realizada (X)", "done"),
        ("Realizada", "[X] Realizada", "done"),
        ("Realizada", "☒ Realizada", "done"),
        ("Realizada", "Realizada <--", "done"),
        ("Realizada", "X Realizada", "done"),
        ("Retrasada", "Retrasada (x)", "delayed"),
        ("Cancelada", "Cancelada (X)", "cancelled"),
        ("Sin iniciar, En proceso", "Sin iniciar (X), En proceso (X)", None),
        ("Estado: ", "Estado: ", None),
    ],
)
def test_a_mark_in_our_list_of_choices(was: str, marked_so: str, state: str | None) -> None:
    letter = f"Actividad: P003-08\nEstado:\nAvance:\nFecha:\nCódigo: PC-EST-GT-9MK2R\n\n{CHOICES}\nAtentamente,\n"
    known = Known(today=dt.date(2009, 3, 10), region="GT", countries=COUNTRIES)
    typed = letter.replace("Avance:", "Avance: 70").replace(was, marked_so)
    read = entries_of(mail(f"Va lo nuestro.\n\n{OUTLOOK}{typed}"), known, parse(mail(letter)))
    shown = [{**taken(each), **offered(each)} for each in read]
    assert [(each["activity"], each["progress"], each.get("status")) for each in shown] == [("P003-08", 70, state)]
