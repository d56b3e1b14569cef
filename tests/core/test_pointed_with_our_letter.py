"""Under fax "el mismo" is the telephone, or the fax that our letter shows: a question where it shows one."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core.message import parse
from tests.answers import KNOWN, by_certainty, entries_of, only_asked, reply_of

SUBJECT = "Lista de contactos [MD-DIR-HN-7K3QX]"
SENT = parse(reply_of("Nombre completo: Ana Prueba\nTeléfono: +504 2230-0000\nFax: +504 2230-0001\n", SUBJECT))
NUMBER = ["+50422300099"]


def read(body: str, *, sent: bool) -> tuple[dict[str, Any], dict[str, Any], set[str]]:
    [entry] = entries_of(reply_of(body, SUBJECT), KNOWN, SENT if sent else None)
    return (*by_certainty(entry), only_asked(entry))


@pytest.mark.parametrize("same", ["el mismo", "the same", "igual"])
def test_the_same_as_the_telephone_or_as_before(same: str) -> None:
    body = f"Teléfono: 2230-0099\nFax: {same}\n"
    assert read(body, sent=False) == ({"phone": NUMBER, "fax": NUMBER}, {}, set())
    assert read(body, sent=True) == ({"phone": NUMBER}, {}, {"fax"})


@pytest.mark.parametrize(
    "body",
    [
        "Teléfono: 2230-0099\nFax: el mismo número\n",
        "Teléfono: 2230-0099\nFax: ídem\n",
        "Nombre completo: Otra Persona Nueva\nTeléfono: 2230-0099\nFax: el mismo\n",
    ],
)
def test_the_telephone(body: str) -> None:
    sure, _, asked = read(body, sent=True)
    assert (sure["phone"], sure["fax"], asked) == (NUMBER, NUMBER, set())
