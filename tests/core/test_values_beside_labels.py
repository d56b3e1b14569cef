"""What people write beside a label, in the words they use for it: choices, countries, shares, first days."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core import windows
from tests.answers import all_shown, contact_entries
from tests.reports import entries_of


def contact(line: str) -> dict[str, Any]:
    (found,) = contact_entries(f"Nombre completo: Reina Muestra\n{line}\nCargo: Jefa\n", "HN")
    return found


def report(line: str) -> dict[str, Any]:
    (found,) = entries_of(f"Estimados colegas:\n\nActividad: P003-08\n{line}\nEstado: En proceso\n\nSaludos")
    return found


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Función en el grupo: Focal point (alternate)", "role", "alternate"),
        ("Función en el grupo: Suplente del punto focal", "role", "alternate"),
        ("Movimiento: Baja definitiva", "change", "leave"),
        ("Movimiento: Cambio de cargo", "change", "update"),
        ("Movimiento: Actualización de datos", "change", "update"),
        ("Vigente desde: 1º/03/2011", "valid_from", "2011-03-01"),
        ("Vigente desde: 1°-03-2011", "valid_from", "2011-03-01"),
    ],
)
def test_sure(line: str, field: str, value: str) -> None:
    told = contact(line)
    assert not told["doubts"]
    read = told["fields"][field]
    assert read["certainty"] != "doubtful"
    assert (read["value"]["start"] if isinstance(read["value"], dict) else read["value"]) == value


@pytest.mark.parametrize("said", ["Honduras / Guatemala", "Guatemala/Honduras"])
def test_two_countries_are_asked(said: str) -> None:
    told = contact(f"País: {said}")
    assert "country" not in told["fields"]
    assert [each["field"] for each in told["doubts"]] == ["country"]


@pytest.mark.parametrize("said", ["Honduras / Honduras", "Honduras (HN)", "México / Mexico"])
def test_one_country_said_twice(said: str) -> None:
    assert contact(f"País: {said}")["fields"]["country"]["value"] in {"HN", "MX"}


@pytest.mark.parametrize("said", ["sin cambio", "Sin cambios", "no change", "igual"])
def test_a_role_without_change_is_not_asked(said: str) -> None:
    told = contact(f"Función en el grupo: {said}")
    assert "role" not in told["fields"]
    assert not told["doubts"]


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("80% (falta el informe)", 80),
        ("80 %; falta el informe", 80),
        ("100% (realizada)", 100),
        ("completo", 100),
        ("cero", 0),
        ("ochenta", 80),
    ],
)
def test_share(said: str, share: int) -> None:
    told = report(f"Avance: {said}")
    assert not told["doubts"]
    assert told["fields"]["progress"]["value"] == share


@pytest.mark.parametrize("said", ["80% (meta)", "60% (previsto)", "casi 100%", "60-70%", "uno"])
def test_a_share_that_may_be_another_is_asked(said: str) -> None:
    told = report(f"Avance: {said}")
    assert "progress" not in told["fields"]
    assert [each["field"] for each in told["doubts"]] == ["progress"]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("I Trim. 09", "2009-01-01", "2009-03-31"),
        ("primer semestre 09", "2009-01-01", "2009-06-30"),
        ("Q2 09", "2009-04-01", "2009-06-30"),
    ],
)
def test_a_year_of_two_digits_behind_a_part_of_it(said: str, first: str, last: str) -> None:
    read = windows.read(said, dt.date(2008, 12, 1))
    assert (str(read[0].start), str(read[0].end)) == (first, last)


@pytest.mark.parametrize("said", ["1º/13/2011", "12/1º/2011"])
def test_no_such_day(said: str) -> None:
    assert all(each.start is None for each in windows.read(said, dt.date(2011, 1, 1)))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Sustituye a: al Lic. Pedro Muestra", {"replaces": "Pedro Muestra"}),
        ("Sustituye a: a Pedro Muestra", {"replaces": "Pedro Muestra"}),
        ("Sustituye a: Pedro Muestra (renunció)", {"replaces": "Pedro Muestra"}),
        ("Sustituye a: al anterior director", {}),
        ("Sustituye a: es puesto nuevo", {}),
        ("Dirección: nos mudamos a Calle de Prueba 2", {"address": "Calle de Prueba 2"}),
        ("Dirección: no cambia: Calle de Prueba 1", {"address": "Calle de Prueba 1"}),
        ("Dirección: ana@x.example", {"email": ["ana@x.example"]}),
        ("Dirección: www.x.example", {}),
        ("Celular: Claro 9990-0000", {"mobile": ["+50499900000"]}),
        ("Celular: institucional 9990-0000, personal 9990-0001", {"mobile": ["+50499900000", "+50499900001"]}),
    ],
)
def test_words_around_a_value(line: str, told: dict[str, Any]) -> None:
    assert all_shown(contact(line)) == {"name": "Reina Muestra", "position": "Jefa", **told}


def test_the_address_of_who_is_replaced_is_not_the_new_ones() -> None:
    told = contact("Sustituye a: pmuestra@x.example")
    assert "email" not in told["fields"]
    assert [each["field"] for each in told["doubts"]] == ["replaces"]


@pytest.mark.parametrize(
    "post",
    [
        "Directora. Sustituye a Pedro Muestra",
        "Directora (sustituye al Lic. Pedro Muestra)",
        "Directora, replacing Mr. Pedro Muestra",
    ],
)
def test_whom_somebody_replaces_behind_the_post(post: str) -> None:
    (entry,) = contact_entries(f"Nombre completo: Reina Ejemplo\nCargo: {post}\n", "HN")
    assert all_shown(entry) == {"name": "Reina Ejemplo", "position": "Directora", "replaces": "Pedro Muestra"}
