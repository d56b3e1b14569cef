"""Signatures, footers and notices: what stands below the sender's words and is none of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.message import lines_of_html
from mailbot.core.quotation import label, own_words
from mailbot.core.values import Line
from tests.quotations import HEADERS, KEPT, LABELS, labels_of, said

SIGNATURES = {
    "separator": ("--", ["Ana Prueba", "http://ana.example", "Mobil: +12 345 678"]),
    "closing es": ("Atentamente,", ["Yesenia Ensayo", "Asistente del Director General"]),
    "closing en": (
        "Kind regards,",
        ["Penelope Sample", "Deputy Director | Directrice adjointe", "Telephone 613-555-0142"],
    ),
    "with address": (
        "Fraternalmente,",
        ["Cra. Tomasa Supuesto", "Ministerio", "Tel.: (505) 2244-0000 Ext. 11", "Managua"],
    ),
    "name alone": ("Saludos", ["Reina"]),
}


@pytest.mark.parametrize("shape", SIGNATURES)
def test_signature(shape: str) -> None:
    closing, lines = SIGNATURES[shape]
    found = labels_of(f"Sin cambios por ahora.\n\n{closing}\n\n" + "\n".join(lines), "signature")
    assert found == ([closing, *lines] if closing == "--" else lines)


def test_typed_names_are_the_senders_words_but_no_answer() -> None:
    text = "Sin cambios.\n\nSaludos\nReina"
    assert labels_of(text, "signature") == ["Reina"]
    assert said(text) == text


FOOTERS = [
    "Enviado desde mi iPhone",
    "Enviado desde mi BlackBerry de Claro.",
    "Enviado desde mi dispositivo Samsung",
    "Enviado desde Yahoo Mail para Android",
    "Enviado desde Correo para Windows 10",
    "Enviado desde mi celular, disculpe los errores de dedo",
    "Sent from my iPad",
    "Sent from my Verizon Wireless BlackBerry",
    "Sent from Mail for Windows",
    "Obtener Outlook para Android<https://aka.ms/AAb9ysg>",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Libre de virus. www.avast.com",
    "Sent via the Samsung Galaxy S20, an AT&T 5G smartphone",
    "Este mensaje fue enviado desde una cuenta no monitoreada, por favor no responda a este correo.",
    "This message was sent from an unmonitored address.",
    "Este correo electrónico ha sido comprobado en busca de virus por Avast antivirus.",
    "No virus found in this message.\nChecked by AVG - www.avg.com\nVersion: 10.0.1191 / Virus Database: 1435/3357",
    "__________ Información de ESET NOD32 Antivirus, versión de la base de firmas de virus 5757 (20110103) __________",
    (
        "_______________________________________________\nmyd mailing list\nmyd@lists.crm.example\n"
        "http://lists.crm.example/listinfo/myd"
    ),
    "_________________________\nHotmail: Trusted email with powerful SPAM protection.\nhttp://mail.example/signup",
    "_________________________\nExpress yourself with MSN Messenger! Download: http://messenger.example/",
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_footer_of_program_list_or_scanner(footer: str) -> None:
    assert labels_of(f"Sin cambios.\n\n{footer}\n", "footer") == footer.split("\n")


NOTICES = [
    (
        "AVISO DE CONFIDENCIALIDAD: La información contenida en este mensaje es confidencial y para uso exclusivo del\n"
        "destinatario. Si usted lo recibió por error, favor notificarlo al teléfono (503) 2231-9999 y eliminarlo."
    ),
    "AVISO LEGAL\n\nEste mensaje y sus adjuntos son confidenciales y se dirigen exclusivamente a su destinatario.",
    "AVISO DE CONFIDENCIALIDAD: La información contenida en este mensaje es confidencial. Teléfono (504) 2230-8888.",
    "CONFIDENTIALITY NOTICE: This e-mail and any attachments are only for the recipient and may be privileged.",
    (
        "This message is intended for the addressee only. If received in error, notify the sender and delete it.\n\n"
        "Ce message est destiné uniquement au destinataire. Reçu par erreur, veuillez en aviser l'expéditeur."
    ),
    "Antes de imprimir este mensaje, piense en el medio ambiente.",
    "P Antes de imprimir este mensaje, asegúrese de que es necesario. El medio ambiente está en nuestras manos.",
    "Imprima este mensaje solo si es necesario. Cuidemos el medio ambiente.",
    "NOTA CONFIDENCIAL: La información de este mensaje es confidencial y sólo puede utilizarla su destinatario.",
    "Please consider the environment before printing this e-mail.",
    "CAUTION: This email originated from outside of the organization. Do not click links unless you know the sender.",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_notice_to_the_end_of_its_paragraphs(notice: str) -> None:
    assert labels_of(f"Sin cambios.\n\n{notice}\n", "disclaimer") == [line for line in notice.split("\n") if line]
    assert said(f"{notice}\n\nSin cambios.\nTeléfono: 2222-0000") == "Sin cambios.\nTeléfono: 2222-0000"


def test_notice_in_html_ends_with_its_line() -> None:
    html = f"<div>{NOTICES[2]}</div><div>Sin cambios.</div>"
    assert [line.label for line in label(lines_of_html(html))] == ["disclaimer", "new"]


# --- whatever comes -------------------------------------------------------------------------


PIECES = st.sampled_from(
    [
        *HEADERS.values(),
        *KEPT,
        *FOOTERS,
        *NOTICES,
        *("", " ", "--", "Saludos,", "Reina", "> ", "___________", "<http://x.example/", "C> x", "De:", "\tPara\tx"),
    ]
)
LINES = st.lists(st.tuples(st.one_of(PIECES, st.text(max_size=40)), st.integers(0, 3)), max_size=12)


@given(LINES)
def test_every_line_comes_back_with_one_label(pieces: list[tuple[str, int]]) -> None:
    texts = [(line, depth) for text, depth in pieces for line in text.split("\n")]
    lines = tuple(Line(number, text, depth) for number, (text, depth) in enumerate(texts, 1))
    found = label(lines)
    assert tuple(each._replace(label="new") for each in found) == lines
    assert all(each.label in LABELS for each in found)
    kept = own_words(found)
    assert all(line.text.strip() in kept for line in found if line.label == "new")


def test_horde_in_spanish() -> None:
    history = "Mensaje citado por Grupo de Trabajo <grupo@crm.example>:\n\n> Estimados colegas:\n> Cargo:"
    footer = "-" * 64 + "\nEste mensaje fue enviado usando IMP, el Programa de Correo del Internet."
    assert said(f"Sin cambios.\n\n{history}\n\n{footer}") == "Sin cambios."
    assert said("Mensaje citado por la Ministra en su discurso:\n\nMigrar es un derecho.").startswith("Mensaje citado")


def test_a_stroke_above_a_link_of_ones_own_is_no_advertisement() -> None:
    text = "Sin cambios.\n\n____________\nEl informe está en http://sre.example/informe"
    assert said(text) == text
    yahoo = "Sin cambios.\n\n____________\nMi correo: a.prueba@yahoo.example, página http://sre.example"
    assert said(yahoo) == yahoo


def test_the_address_of_a_scanner_below_what_it_says() -> None:
    scanner = (
        "__________ Información de ESET NOD32 Antivirus __________\n\nESET NOD32 Antivirus ha comprobado este mensaje."
    )
    assert said(f"Sin cambios.\n\n{scanner}\n\nhttp://www.scanner.example\n") == "Sin cambios."
    assert said("Sin cambios.\n\nhttp://www.sre.example\n") == "Sin cambios.\n\nhttp://www.sre.example"


def test_a_card_beside_a_picture_above_a_postscript() -> None:
    card = "<b>M.Sc. Ana Prueba Rojas</b><br>Gestora de Migraciones<br>Ministerio de Trabajo<br>Tel. (506) 2299-0022"
    row = f"<table><tr><td><img src='cid:a'></td><td>{card}</td></tr></table>"
    html = f"<p>Sin cambios.</p><p>Atentamente,</p>{row}<p>P.D. Mando las fotografías.</p>"
    found = label(lines_of_html(html))
    assert [each.label for each in found if each.label != "blank"] == ["new", "new", "signature", "new"]


def test_a_line_that_mail_boxes_escaped() -> None:
    """Mail boxes put ">" before "From " at the head of a line (RFC 4155)."""
    quotation = '"Marta Ejemplo" <mejemplo@crm.example> writes:\n>Dear Millicent,\n>From page 4 on it is new.'
    own = "Three corrections.\n\n{}From page 4 please delete the last line.\nOn page 6 all is well."
    assert said(f"{own.format('>')}\n\n{quotation}") == own.format("")
