"""What programs draw in plain text: Lotus Notes' headers, words that stand for pictures, how secret a message is."""

from __future__ import annotations

import pytest

from tests.quotations import labelled, labels_of, said

BOX = (
    "|---------+---------------------------->\n"
    "|         |           Grupo MyD        |\n"
    "|         |           <grupo.md@crm.exa|\n"
    "|         |           mple>            |\n"
    "|         |           21/11/2010 14:05 |\n"
    "|---------+---------------------------->\n"
    "  >---------------------------------------------------|\n"
    "  |                                                   |\n"
    "  |       {}       ana@rree.example                   |\n"
    "  |       cc:                                         |\n"
    "  |       {}  Lista de contactos                      |\n"
    "  >---------------------------------------------------|\n"
)
RIGHT = (
    "             Grupo MyD                                                     \n"
    "             <grupo.md@crm.exam                                            \n"
    "             ple>                                                       {}\n"
    "                                       ana@rree.example                    \n"
    "             21/11/2010 14:05                                           cc \n"
    "                                                                           \n"
    "                                                                   {}\n"
    "                                       Lista de contactos                  \n"
)
DRAWN = [
    BOX.format("To:", "Subject:"),
    BOX.format("Para:", "Asunto:"),
    RIGHT.format("To", "Subject"),
    RIGHT.format("Para", "Asunto"),
]


@pytest.mark.parametrize("header", DRAWN)
def test_notes_draws_its_header(header: str) -> None:
    text = f"Sin cambios.\n\nSaludos,\nAna Prueba\nTel. 2230-0000\n\n{header}\n\nEstimados colegas:\n\nCargo: Jefa\n"
    assert said(text) == "Sin cambios.\n\nSaludos,"
    assert labels_of(text, "quoted") == ["Estimados colegas:", "Cargo: Jefa"]
    assert labels_of(text, "signature") == ["Ana Prueba", "Tel. 2230-0000"]


@pytest.mark.parametrize(
    "text",
    [
        "Los datos:\n\n        Cargo                 Jefa\n        Para            \n        Ana Prueba\n",
        "|---------+---------->\n| Cargo   | Jefa     |\n| Tel.    | 22300000 |\n",
    ],
)
def test_a_person_draws_a_table_and_indents(text: str) -> None:
    assert not labels_of(text, "quote-header")


PICTURES = [
    "[cid:image001.jpg@01CBDA5E.3F1B2C40]",
    "<image001.png>",
    "[image: logo]",
    "[image: Imagen integrada 1]",
    "[Inline image 1]",
    "[Logo institucional]",
    "[Logo, company name Description automatically generated]",
    "[Description: cid:image002.png@01CBDA5E]",
    "[https://www.rree.gob.example/firma/logo.png]",
    "[Imagen quitada por el remitente.]",
    "[cid:a.png@01] [cid:b.png@02]",
]


@pytest.mark.parametrize("picture", PICTURES)
def test_what_stands_for_a_picture_is_nobodys_word(picture: str) -> None:
    text = f"Sin cambios.\n\nSaludos,\n\n{picture}\nDespacho Superior\nMigración\nTel. 507-0000\n{picture}\n"
    assert said(text) == "Sin cambios.\n\nSaludos,"
    assert labels_of(text, "footer") == [picture, picture]


@pytest.mark.parametrize(
    "line",
    [
        "Adjunto la imagen image001 con el cuadro.",
        "[Diana Prueba] Directora",
        "[Directora]",
        "<ana.prueba@rree.example>",
        "El logo [cid:image001.png@01] es el vigente.",
        "[http://www.rree.gob.example/lista]",
    ],
)
def test_words_in_brackets_are_the_senders(line: str) -> None:
    assert said(f"Estimados:\n\n{line}\n\nCargo: Jefa") == f"Estimados:\n\n{line}\n\nCargo: Jefa"


MARKS = [
    "UNCLASSIFIED",
    "SBU",
    "This email is UNCLASSIFIED.",
    "This message and any attachments are unclassified",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "Sensitive But Unclassified (SBU)",
    "Official - SBU (Privacy or PII)",
    "Classification: UNCLASSIFIED",
    "Clasificación de la información: Pública",
    "PROTECTED A / PROTÉGÉ A",
    "Unclassified | Non classifié",
    "Sensitivity: Internal",
    "Uso interno",
    "This email is UNCLASSIFIED. If you have received it in error, please call 202-555-0199.",
    "This message may contain information that is sensitive. If received in error please call 202-555-0199.",
]


@pytest.mark.parametrize("mark", MARKS)
def test_how_secret_a_message_is_is_no_word_of_the_sender(mark: str) -> None:
    text = f"Dear colleagues,\n\nNo change.\n\nJane\n\n{mark}"
    assert labels_of(text, "disclaimer") == [mark]
    assert said(f"{mark}\n\nDear colleagues,\n\nNo change.") == "Dear colleagues,\n\nNo change."


@pytest.mark.parametrize(
    "line",
    [
        "The annex is unclassified",
        "This email is UNCLASSIFIED but the annex is not.",
        "This email is about unclassified documents; please destroy the old copies.",
        "Clasificación: pendiente",
        "Confidencial",
        "Oficial",
        "Interno",
        "General",
        "The attached list may contain errors; please notify us.",
        "We keep the SBU annex.",
    ],
)
def test_who_writes_about_secrets_writes(line: str) -> None:
    assert [kind for kind, text in labelled(f"Dear colleagues,\n\n{line}\n\nJane") if text == line] == ["new"]
