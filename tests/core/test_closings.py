"""How letters between ministries close, and how thanks do: what stands below is the signature, not an answer."""

from __future__ import annotations

import pytest

from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label
from tests.answers import KNOWN, all_shown, entries_of, reply_of

BLOCK = "Casilda Inventada\nCoordinadora de Proyectos\nRed Ejemplo de Atención a Migrantes, A.C.\nTel. (55) 5555-0000"


def labels(text: str) -> list[tuple[str, str]]:
    return [(line.text, line.label) for line in label(tuple(lines_of_text(text)), None) if line.text.strip()]


@pytest.mark.parametrize(
    "closing",
    [
        "De antemano muchas gracias.",
        "Gracias de antemano,",
        "Muchas gracias por su comprensión",
        "Gracias por toda la paciencia.",
        "Many thanks in advance",
        "Thank you for your kind attention,",
        "Con las seguridades de mi consideración,",
        "Con muestras de mi más alta y distinguida consideración,",
        "Aprovecho la oportunidad para reiterarle las seguridades de mi más distinguida consideración.",
        "Please accept the assurances of my highest consideration.",
        "Quedo atento,",
        "Quedamos muy atentas a sus comentarios.",
        "Quedo a las órdenes.",
    ],
)
def test_a_closing_opens_a_signature(closing: str) -> None:
    found = labels(f"No tenemos observaciones al borrador.\n\n{closing}\n\n{BLOCK}")
    assert [text for text, each in found if each == "signature"] == BLOCK.split("\n")
    assert (closing, "new") in found


@pytest.mark.parametrize(
    "words",
    [
        "Muchas gracias por enviarme la lista; los datos nuevos son:",
        "Gracias, estos son los datos que pedían:",
        "Le envío mis datos con muestras de aprecio.",
    ],
)
def test_thanks_before_data_close_nothing(words: str) -> None:
    found = labels(f"{words}\n\n{BLOCK}")
    assert all(each == "new" for _, each in found)


def test_a_notice_behind_its_marking_is_none_of_our_words() -> None:
    notice = (
        "SBU. This email and any attachments are intended for the addressee only. If received in error "
        "call the help desk at (202) 555-0199."
    )
    assert labels(f"We shall attend.\n\n{notice}")[-1] == (notice, "disclaimer")
    assert labels("We shall attend.\n\nSBU. This is what we call our files.")[-1][1] == "new"


def test_an_association_in_a_line_is_an_institution_and_no_sentence() -> None:
    [entry] = entries_of(reply_of(f"Mis nuevos datos:\n\n{BLOCK}", "Actualización [MD-DIR-2011-MX]"), KNOWN)
    assert all_shown(entry)["name"] == "Casilda Inventada"
