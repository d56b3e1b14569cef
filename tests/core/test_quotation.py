"""Headers of every mail program, and a person's words that look like them and must stay."""

from __future__ import annotations

import pytest

from tests.quotations import HEADERS, KEPT, A, labelled, labels_of, said


@pytest.mark.parametrize("shape", HEADERS)
def test_header_and_what_follows_are_not_the_senders(shape: str) -> None:
    above = "Sin cambios.\n\nSaludos,\nReina"
    found = labelled(f"{above}\n\n{HEADERS[shape]}\n\nEstimados colegas:\n\nNombre completo: Reina")
    header = [line.strip() for line in HEADERS[shape].split("\n") if line.strip()]
    assert [text.strip() for kind, text in found if kind == "quote-header"] == header
    assert [text for kind, text in found if kind == "quoted"] == ["Estimados colegas:", "Nombre completo: Reina"]


@pytest.mark.parametrize("shape", HEADERS)
def test_words_directly_above_a_header_stay(shape: str) -> None:
    assert said(f"Va lo solicitado.\nEl fax ya no existe\n{HEADERS[shape]}\n\nEstimados:") == (
        "Va lo solicitado.\nEl fax ya no existe"
    )


LAST_LINES = [
    "Fecha: 12 de febrero de 2009",
    "Date: 12 February 2009",
    "Fecha: 12 de febrero de 2009, 10:00",
    "Asunto: Taller en Tegucigalpa",
    "De: Tegucigalpa",
    "Teléfono: 2245-0000 / 9990-0000",
    "Tel. 2245-0000",
    "Correo electrónico: a@b.example",
    "a@b.example",
    "Ana Prueba <a@b.example>",
    "12 de febrero de 2009",
    "El 12 de febrero de 2009",
    "12/02/2009 10:00 a.m.",
    "P003-08 realizada el 12 de febrero",
    "Fax:",
    "Juan Prueba Ensayo",
    "2",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("last", LAST_LINES)
@pytest.mark.parametrize("shape", HEADERS)
def test_the_last_line_above_a_header_stays(shape: str, last: str, gap: str) -> None:
    if last.startswith("De: ") and shape in {
        "outlook es without sender",
        "outlook es in another order",
        "without sender",
    }:
        return  # then it is the header's own "De:"
    found = labelled(f"Va lo solicitado.\n{last}{gap}{HEADERS[shape]}\n\nEstimados:\nCargo:")
    assert found[1] == ("new", last)
    assert [text for kind, text in found if kind == "quoted"] == ["Estimados:", "Cargo:"]


@pytest.mark.parametrize("shape", [each for each in HEADERS if "gmail" in each or "apple" in each or "bird" in each])
def test_unmarked_lines_around_a_marked_quotation_stay(shape: str) -> None:
    text = f"Ver abajo.\n\n{HEADERS[shape]}\n\n> Teléfono:\n2245-0000\n> Fax:\nno tenemos\n>\n\nQuedamos atentos."
    expected = ["Ver abajo.", "2245-0000", "no tenemos", "Quedamos atentos."]
    if HEADERS[shape].startswith(("Begin", "Inicio")):
        assert labels_of(text, "quoted")
    assert [line for line in said(text).split("\n") if line] == expected


@pytest.mark.parametrize("text", KEPT)
def test_a_persons_words_lose_nothing(text: str) -> None:
    assert said(text).split() == text.split()


def test_answers_below_a_marked_quotation_are_new() -> None:
    text = f"El lun, 3 ene 2011 a las 10:22, Grupo (<{A}>) escribió:\n\n> Teléfono:\n> Fax:\n\nSin cambios."
    assert said(text) == "Sin cambios."


def test_a_marked_outlook_express_letter_keeps_its_answers() -> None:
    text = f"-----Mensaje original-----\nDe: {A}\nEnviado: Lunes 10:22\nPara: R\n\n> Teléfono:\n2245-0000\n> Fax:"
    assert said(text) == "2245-0000"


def test_what_wrapping_broke_is_mended() -> None:
    link = f"El lun, 3 ene 2011 a las 10:22, Grupo <{A}> escribió:\n\n> Ver (http://crm.example/a\n_b=3)\n> Fax:\n"
    assert said(f"Va.\n\n{link}") == "Va."
    assert said(f"Va.\n\nEl lun, 3 ene 2011 a las 10:22, Grupo <{A}\n>:\n\n> Fax:") == "Va."


def test_ornament_and_initials() -> None:
    assert said("Visite\n>>> nuestra página <<<\nGracias").split() == "Visite nuestra página <<< Gracias".split()
    assert said("Va.\n> sin respuesta <\nSeguimos").split() == "Va. sin respuesta < Seguimos".split()
    assert labels_of("Va.\nAB> uno\nAB> dos", "quoted") == ["AB> uno", "AB> dos"]


def test_a_header_inside_the_history_is_a_header() -> None:
    text = f"Va.\n\n{HEADERS['outlook es']}\n\nEstimados\n\n{HEADERS['outlook en']}\n\nDear all"
    assert labels_of(text, "quoted") == ["Estimados", "Dear all"]


def test_a_forward_without_own_words_stands_for_itself() -> None:
    text = f"{HEADERS['forwarded es']}\n\nNombre: Ana"
    assert labels_of(text, "quoted") == ["Nombre: Ana"]
    assert said(text) == "Nombre: Ana"


def test_an_empty_outlook_reply_says_nothing() -> None:
    assert said(f"\n\n{HEADERS['outlook es']}\n\nEstimados colegas: basta responder SIN CAMBIOS.") == ""
