"""Reports that put an earlier one right: what is denied, or was told by mistake, is no value."""

from __future__ import annotations

import pytest

from tests.answers import contact_entries

SUBJECT = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"
AT_45 = [{"activity": "P003-07", "progress": 45}]
ON_THE_19TH = [{"activity": "P003-08", "date": "2009-02-19/2009-02-19"}]
CASES = [
    ("A small correction to what I sent last week: progress on P003-07 is 45%, not 54%.", AT_45),
    ("Corrección: el avance de la P003-07 es de 45 %, no de 54 %.", AT_45),
    ("El avance de la P003-07 es del 45 % y no del 54 %.", AT_45),
    ("Progress on P003-07 is 45% instead of 54%.", AT_45),
    ("Progress on P003-07 is 45% (not 54% as reported).", AT_45),
    (
        (
            "En nuestro correo anterior se indicó por error que la P003-08 se realizó el 12 de febrero.\n"
            "La fecha correcta es el 19 de febrero de 2009. Lo demás sin cambio."
        ),
        ON_THE_19TH,
    ),
    (
        "We wrote by mistake that P003-08 was held on 12 February. The correct date is 19 February 2009.",
        ON_THE_19TH,
    ),
    (
        "Por error se informó que la P003-08 se realizó; está en proceso.",
        [{"activity": "P003-08", "status": "in-progress"}],
    ),
    ("What I sent last week on P003-07 was wrong.", []),
    ("Lo que les enviamos sobre la P003-08 ya fue recibido.", []),
    # neighbours that stay as they are
    ("La P003-07 está al 45 %. El 54 % de los participantes son mujeres.", None),
    (
        "Corrección a nuestro informe: la P003-08 se pospone para mayo.",
        [{"activity": "P003-08", "status": "postponed", "date": "2011-05-01/2011-05-31"}],
    ),
    (
        "P003-08 has not started yet. The workshop will be held in the second quarter of 2011.",
        [{"activity": "P003-08", "status": "not-started", "date": "2011-04-01/2011-06-30"}],
    ),
    (
        "P003-08 has not started yet. The meeting of the group will be held in May 2011.",
        [{"activity": "P003-08", "status": "not-started"}],
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_put_right(text: str, told: list[dict[str, object]] | None) -> None:
    entries = [
        {name: _plain(each["value"]) for name, each in entry["fields"].items()}
        for entry in contact_entries(text, "HN", SUBJECT)
    ]
    if told is None:
        assert all(entry.get("progress", 45) == 45 for entry in entries)
    else:
        assert entries == told


def _plain(value: object) -> object:
    return f"{value['start']}/{value['end']}" if isinstance(value, dict) else value
