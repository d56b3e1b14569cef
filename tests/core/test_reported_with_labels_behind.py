"""Lines with a code or a title: a share in brackets, a label behind a share or a year, when what is late is due."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, offered, taken


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("P003-14 (20%): en proceso", {"activity": "P003-14", "status": "in-progress", "progress": 20}),
        ("P003-14 (avance 20 %): en proceso", {"activity": "P003-14", "status": "in-progress", "progress": 20}),
        ("P003-14 [20% complete]: in progress", {"activity": "P003-14", "status": "in-progress", "progress": 20}),
        ("- Foro virtual (100%): realizado", {"activity": "Foro virtual", "status": "done", "progress": 100}),
        (
            "- Foro virtual (60 % de avance): en proceso",
            {"activity": "Foro virtual", "status": "in-progress", "progress": 60},
        ),
        # a share of something else, and what is none
        ("- Foro virtual (2 de 3): realizado", {"activity": "Foro virtual (2 de 3)", "status": "done"}),
        ("- Foro virtual (fase 20): realizado", {"activity": "Foro virtual (fase 20)", "status": "done"}),
        ("- Foro (20% del total): realizado", {"activity": "Foro (20% del total)", "status": "done"}),
    ],
)
def test_a_share_in_brackets_is_no_part_of_the_title(line: str, expected: dict[str, Any]) -> None:
    first, _ = entries_of(f"{line}\n- P003-08: sin iniciar")
    assert taken(first) == expected
    assert offered(first) == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("P003-05b. En proceso, 90%. Responsable: Instituto de Prueba.", {"status": "in-progress", "progress": 90}),
        (
            "P003-05b. Concluida en 2008. Responsable: Instituto de Prueba.",
            {"status": "done", "date": "2008-01-01/2008-12-31"},
        ),
        ("P003-05b. En proceso. Responsable: Instituto de Prueba.", {"status": "in-progress"}),
    ],
)
def test_a_label_behind_a_share_or_a_year(line: str, expected: dict[str, Any]) -> None:
    (entry,) = entries_of(line)
    assert taken(entry) == {"activity": "P003-05b", **expected, "responsible": "Instituto de Prueba"}
    assert offered(entry) == {}


@pytest.mark.parametrize(
    ("line", "certain"),
    [
        ("P003-19 - Delayed. Our contribution should be ready by April 30.", True),
        ("P003-19 - Retrasada. Nuestra contribución debería estar lista a más tardar el 30 de abril.", True),
        ("P003-19 - Retrasada. Los insumos deberán quedar listos a más tardar el 30 de abril.", True),
        ("P003-19 - Delayed. Our next report should be ready by April 30.", False),
        ("P003-19 - Retrasada. La reunión debería estar lista a más tardar el 30 de abril.", False),
        ("P003-19 - Done. Our next report should be ready by April 30.", False),
    ],
)
def test_when_what_is_late_should_be_ready(line: str, certain: bool) -> None:
    (entry,) = entries_of(line)
    assert offered(entry) == {"date": "None/2009-04-30"}
    assert any(each["field"] == "date" for each in entry["doubts"]) is not certain
