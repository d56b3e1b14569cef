"""New data that stand only in a signature: shown and asked when the letter points there, bilingual offices included."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core.forms.persons.bars import parts_of_bars
from tests.answers import all_shown, contact_entries

SIGNED = "\n\nRegards,\nJane Sample\nDirector\nMinistry of Labour\nTel: 613-555-0140 | F 613-555-0141\n"


def read(body: str) -> list[dict[str, Any]]:
    """The values shown of each entry of an answer."""
    return [all_shown(entry) for entry in contact_entries(body, "CA")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our updated contact information is in the signature.",
        "Please refer to my signature block for my current details.",
        "Please update your records with the information in my e-mail signature.",
        "I have moved; please see my new coordinates in my signature block below.",
        "Adjunto mis nuevas coordenadas en el pie de firma.",
        "Los datos correctos están en mi firma.",
    ],
)
def test_a_signature_that_the_letter_points_to(sentence: str) -> None:
    assert read(f"Good day. {sentence}{SIGNED}") == [
        {
            "name": "Jane Sample",
            "position": "Director",
            "institution": "Ministry of Labour",
            "phone": ["+16135550140"],
            "fax": ["+16135550141"],
        }
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for the information on the signature of the memorandum.",
        "We will send the updated information for signature by the Minister.",
        "Agradecemos los datos sobre la firma del convenio.",
        "We will reply next week.",
    ],
)
def test_a_signature_of_something_else(sentence: str) -> None:
    assert read(f"Good day. {sentence}{SIGNED}") == []


def test_a_signature_in_two_languages() -> None:
    [shown] = read(
        "Please see my new coordinates in my signature block below.\n\nKind regards / Cordialement,\n\n"
        "Jean Échantillon\nDeputy Director | Directeur adjoint\n"
        "Migration Policy Division | Direction des politiques de la migration\n"
        "International Trade Canada | Commerce international Canada\n125 Sussex Drive, Ottawa, Ontario K1A 0G2\n"
        "Telephone | Téléphone 613-555-0119\nGovernment of Canada | Gouvernement du Canada\n"
    )
    assert shown == {
        "name": "Jean Échantillon",
        "position": "Deputy Director",
        "unit": "Migration Policy Division",
        "institution": "International Trade Canada",
        "address": "125 Sussex Drive, Ottawa, Ontario K1A 0G2",
        "phone": ["+16135550119"],
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Director", ["Director"]),
        ("Director | Office of Policy", ["Director", "Office of Policy"]),
        ("Government of Canada | Gouvernement du Canada", ["Government of Canada"]),
        ("Fax | Télécopieur 613-555-0120", ["Fax: 613-555-0120"]),
        ("613-555-0120 | 613-555-0121", ["613-555-0120", "613-555-0121"]),
    ],
)
def test_parts_between_bars(text: str, parts: list[str]) -> None:
    assert list(parts_of_bars(text)) == parts


def test_the_address_below_bars_is_of_the_same_person() -> None:
    body = "My updated contact details are in the signature block below.\n\nBest regards,\n\nJane Sample\n"
    post = (
        "Senior Advisor, International Labour Affairs | Conseillère principale, Affaires internationales du travail\n"
    )
    ways = "Telephone | Téléphone 613-555-0140\nFax | Téléc. 613-555-0141\njane.sample@labour.example\n"
    [entry] = contact_entries(body + post + ways, "CA")
    assert all_shown(entry) == {
        "name": "Jane Sample",
        "position": "Senior Advisor, International Labour Affairs",
        "phone": ["+16135550140"],
        "fax": ["+16135550141"],
        "email": ["jane.sample@labour.example"],
    }


def test_a_sentence_gives_the_address_and_the_signature_the_old_one() -> None:
    body = "All correct, but please use new.sample@labour.example as my e-mail from now on."
    signed = "\n\nJane Sample\nDirector\nMinistry of Labour\nTel: 613-555-0140\njane@labour.example\n"
    assert all("jane@labour.example" not in str(each) for each in read(body + signed))


def test_who_promises_an_answer_has_given_none() -> None:
    signed = "\n\nJane Sample\nDirector\nMinistry of Labour\nTel: 613-555-0140\njane@labour.example\n"
    assert not read("Good morning. Thank you for the reminder, we will reply this week.\n\nRegards," + signed)
    assert not read("Please find attached our comments on the programme.\n\nRegards," + signed)
    assert not read("Buenos días. Gracias por el recordatorio, esta semana respondemos.\n\nSaludos," + signed)


@pytest.mark.parametrize(
    ("office", "unit"),
    [
        ("Unidad de Visas", True),
        ("Oficina de Asuntos Consulares", True),
        ("Subdirección de Visas", True),
        ("Gerencia de Cooperación", True),
        ("Bureau of Consular Affairs", True),
        ("Dirección de correo interno", False),
        ("Unidad 12", False),
    ],
)
def test_the_office_between_post_and_ministry(office: str, unit: bool) -> None:
    body = (
        f"Mis datos son los de la firma.\n\nSaludos,\n\nLic. Ana Prueba\nAnalista\n{office}\nMinisterio de Gobierno\n"
    )
    (entry,) = contact_entries(f"{body}Tel. 2259-3700\n", "HN")
    shown = all_shown(entry)
    assert (shown["position"], shown["institution"]) == ("Analista", "Ministerio de Gobierno")
    assert (shown.get("unit") == office) is unit
