"""Short messages in which a mail program put an empty line after every line, and those whose writer did."""

from __future__ import annotations

import pytest

from mailbot.core.message import parse
from tests.answers import reply_of
from tests.reports import entries_of, shown

CUT = (
    "Estimada Secretaría:\n\n"
    "La cuarta reunión técnica, que estaba prevista para el 18 de marzo y luego para el\n"
    "22 de abril, ha sido pospuesta nuevamente para el 27 y 28 de mayo de 2009.\n\n"
    "Saludos,\nBenigna"
)
CAPITALS = (
    "BUENAS TARDES. LES INFORMO QUE EL CUESTIONARIO DE DESASTRES FUE REMITIDO EL 29 DE ENERO DE 2009 Y\n"
    "QUE LA ACTUALIZACION DE REQUISITOS DE VISA ESTA EN PROCESO, 60%. GRACIAS\n\nEnviado desde mi BlackBerry"
)
LABELS = "Buenas tardes:\n\nNombre: Ana Prueba\nCargo: Jefa\nTeléfono: 2230-0000\n\nSaludos,\nAna"


def lines_of(body: str) -> list[str]:
    texts = [line.text for line in parse(reply_of(body, "Actividades")).lines]
    while texts and not texts[-1]:
        texts.pop()
    return texts


@pytest.mark.parametrize("body", [CUT, CAPITALS, LABELS])
def test_an_empty_line_after_every_line(body: str) -> None:
    assert lines_of(body.replace("\n", "\n\n")) == lines_of(body)


def test_no_share_is_given_to_another_activity() -> None:
    told = [shown(each) for each in entries_of(CAPITALS.replace("\n", "\n\n"))]
    assert [(each.get("status"), each.get("progress")) for each in told] == [("done", None), ("in-progress", 60)]


@pytest.mark.parametrize(
    "body",
    [
        "Estimados:\n\nEl taller se realizó el 12 de febrero.\n\nQuedo a la orden.\n\nSaludos,\n\n\n\nAna Prueba",
        "Estimados:\n\nNombre: Ana Prueba\n\nCargo: Jefa\n\nSaludos,\n\n\n\nAna Prueba\n\nJefa",
        "Hola.\n\n\n\nVa el informe.\n\n\n\nAna",
    ],
)
def test_lines_a_writer_left_empty_stay(body: str) -> None:
    assert lines_of(body) == body.split("\n")
