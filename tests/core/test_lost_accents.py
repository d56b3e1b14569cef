"""Spanish without a single accent, as old systems sent it: verbs of the past stay verbs of the past."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from mailbot.core.forms.naming.lost_accents import restored
from mailbot.core.message import parse
from mailbot.core.values import Line
from tests.answers import contact_entries
from tests.reports import entries_of, shown


def bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFD", each)[0] if each != "ñ" else each for each in text)


def entries(body: str) -> list[dict[str, Any]]:
    return [shown(each) for each in contact_entries(body, "HN")]


@pytest.mark.parametrize(
    "body",
    [
        "La Licda. Iris Prueba Tot dejó de laborar en esta Dirección. En su lugar queda el Ing. Juan Muestra Pérez.",
        "La Lic. Ana Prueba Luna renunció el mes pasado. La sustituye el Ing. Juan Muestra Pérez, tel. 2230-0151.",
        "El Lic. Pedro Ficticio Cano dejó el cargo; su sustituto está por definirse.",
        (
            "Desde el 2 de mayo el Lic. Mario Ensayo Chub asumió el cargo de Subdirector en sustitución de la Licda. "
            "Iris Prueba Tot, quien dejó la institución."
        ),
    ],
)
def test_who_left_and_who_came(body: str) -> None:
    told = [{name: bare(str(value)) for name, value in each.items()} for each in entries(body)]
    assert told
    assert [{name: str(value) for name, value in each.items()} for each in entries(bare(body))] == told


def test_capitals_without_accents() -> None:
    left, came = entries(
        "LES INFORMO QUE LA LICDA. MARIA PRUEBA LUNA DEJO DE LABORAR EN ESTA DIRECCION. EN SU LUGAR QUEDA EL ING. "
        "JUAN MUESTRA PEREZ, TEL 22300151"
    )
    assert (left["change"], came["change"], came["replaces"]) == ("leave", "new", "MARIA PRUEBA LUNA")


def test_the_first_person_stays_the_first_person() -> None:
    left, came = entries("Les informo que dejo el cargo; en mi lugar queda el Ing. Juan Muestra Perez, tel 22300151")
    assert "name" not in left
    assert came["name"] == "Juan Muestra Perez"


def test_evidence_is_what_was_written() -> None:
    body = "La Licda. Iris Prueba Tot dejo de laborar en esta Direccion."
    (left,) = contact_entries(body, "HN")
    said = [each["said"] for each in (*left["fields"].values(), *left["doubts"])]
    assert said
    assert not any("dejó" in each for each in said)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Mexico presento sus comentarios al Memorandum de Entendimiento (P003-10) el 30 de enero.", "done"),
        ("Honduras llevo a cabo el taller de capacitacion (P003-08) los dias 24 y 25 de febrero.", "done"),
        ("La cuarta reunion tecnica (P003-11) se aplazo para la primera semana de mayo.", "postponed"),
    ],
)
def test_deeds(body: str, status: str) -> None:
    (entry,) = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")
    assert shown(entry)["status"] == status


def test_a_letter_and_its_accent_sent_apart_are_one() -> None:
    """As programs of some systems send it (Unicode's form D)."""
    body = unicodedata.normalize("NFD", "Señor: la extensión de la Dirección cambió.")
    mail = f"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n{body}\n".encode()
    assert parse(mail).lines[0].text == "Señor: la extensión de la Dirección cambió."


@pytest.mark.parametrize("when", ["Desde el lunes", "A partir del proximo martes", "Desde la semana pasada"])
def test_a_day_does_nothing(when: str) -> None:
    """What the writer does since then is no verb of the past."""
    (entry,) = entries(f"{when} asumo el cargo de Directora de Visas.\n\nAna Prueba")
    assert (entry["name"], entry["position"]) == ("Ana Prueba", "Directora de Visas")


@pytest.mark.parametrize(
    "text",
    [
        "Nombre completo: Ana Prueba",
        "Sin cambio",
        "Ministerio Publico de la Nacion",
        "Fecha inicio: marzo",
        "Grupo Desarrollo",
    ],
)
def test_words_for_things_stay(text: str) -> None:
    line = Line(1, text)
    assert restored((line,)) == ((line,), {})
