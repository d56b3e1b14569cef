"""What stands below words of any length: more of them, a label that no form knows, the report of another activity."""

from __future__ import annotations

import pytest

from tests.reports import entries_of, offered, taken

ONE = {"activity": "P003-14", "status": "done"}


def body_of(below: str) -> str:
    return f"Actividad: P003-14\nEstado: realizada\n{below}\n\nSaludos,\nAna Prueba"


@pytest.mark.parametrize(
    ("label", "office"),
    [
        ("Lead office", "Office of Health Affairs"),
        ("Lead department", "Department of Samples"),
        ("Office in charge", "Office of Health Affairs"),
        ("Área a cargo", "Dirección de Protección"),
        ("Institución encargada", "Instituto de Prueba"),
        ("LEAD OFFICE", "Office of Health Affairs"),
    ],
)
def test_who_leads_an_activity_is_who_is_responsible_for_it(label: str, office: str) -> None:
    (entry,) = entries_of(body_of(f"Resultado: comentarios de tres oficinas\n{label}: {office}"))
    assert taken(entry) == {**ONE, "result": "comentarios de tres oficinas", "responsible": office}
    assert offered(entry) == {}


@pytest.mark.parametrize(
    ("below", "doubt"),
    [
        (
            "Resultado: comentarios de tres oficinas\nPiso del taller: segundo",
            {"result": "comentarios de tres oficinas"},
        ),
        ("Comentarios: se envió el texto.\nSkype: ana.prueba", {"note": "se envió el texto."}),
        ("Resultado:\nPiso del taller: segundo", {"result": "Piso del taller: segundo"}),
        ("Responsable:\nPiso del taller: segundo", {"responsible": "Piso del taller: segundo"}),
    ],
)
def test_what_looks_like_a_label_is_not_taken_into_the_words_above(below: str, doubt: dict[str, str]) -> None:
    (entry,) = entries_of(body_of(below))
    assert taken(entry) == ONE
    assert offered(entry) == doubt


@pytest.mark.parametrize(
    ("below", "note"),
    [
        ("falta la revisión de la ST,\nMéxico: ya la envió", "falta la revisión de la ST, México: ya la envió"),
        ("falta la revisión\ny la firma: ya viene", "falta la revisión y la firma: ya viene"),
        (
            "van dos puntos.\n- Primero: el texto\n- Segundo: el plazo",
            "van dos puntos. Primero: el texto Segundo: el plazo",
        ),
        ("van dos puntos:\nPrimero: el texto", "van dos puntos: Primero: el texto"),
        ("falta la revisión.\nVéase https://example.org/x", "falta la revisión. Véase https://example.org/x"),
        ("falta la revisión.\nReunión a las 10:30 horas", "falta la revisión. Reunión a las 10:30 horas"),
    ],
)
def test_words_that_go_on_are_one_value(below: str, note: str) -> None:
    (entry,) = entries_of(body_of(f"Comentarios: {below}"))
    assert taken(entry) == {**ONE, "note": note}
    assert offered(entry) == {}


@pytest.mark.parametrize("label", ["Comentarios", "Resultado", "Outcome"])
def test_the_report_of_another_activity_is_none_of_the_words_above(label: str) -> None:
    first, second = entries_of(body_of(f"{label}: se envió\nP003-08: en proceso"))
    assert taken(first) == {**ONE, "result" if label != "Comentarios" else "note": "se envió"}
    assert taken(second) == {"activity": "P003-08", "status": "in-progress"}
    assert offered(first) == offered(second) == {}
