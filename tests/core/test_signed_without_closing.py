"""A program puts the signature under words that nothing closes: the sender's own name opens it, its numbers are old."""

from __future__ import annotations

import pytest

from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label
from mailbot.core.values import Address
from tests.answers import KNOWN, all_shown, entries_of, reply_of

JANE = Address("Sample, Jane", "jane.sample@labour.gc.example")
BLOCK = "Jane Sample\nAnalyst | Analyste\nMinistry of Labour\nTel: 613-555-0199 | Fax: 613-555-0198"
QUOTED = (
    "\n\nFrom: Group <grupo.md@crm.example>\nSent: Monday, January 3, 2011 10:22 AM\nTo: Jane\nSubject: List\n\nText"
)


def signature(text: str, sender: Address | None = JANE) -> list[str]:
    return [line.text for line in label(tuple(lines_of_text(text)), sender) if line.label == "signature"]


@pytest.mark.parametrize(
    "words",
    [
        "Hi all,\n\nNo change, except that my direct line is now 613-555-0155.\n\n",
        "Hi all,\n\nThe following details have changed:\nTelephone: 613-555-0180\nPreferred language: French\n\n",
        "The table is below.\n",
        "I have made the changes in red.\n\n",
        "We agree with the programme. Thank you for sending it!\n\n",
        "I have put my details into the table below.\n\n",
        "Confirmo que participaré.\n\n\n",
        "Sin cambios en mis datos.\n\n",
        "Los datos siguen vigentes. Gracias.\n",
        "Position: Director\nTelephone: 613-555-0180\n",
        "Fax - 613-555-0180\nPosition - Director\n",
        "We shall attend.\n\nJane\n\n",
    ],
)
@pytest.mark.parametrize("below", ["", QUOTED, "\n\nThis email is UNCLASSIFIED." + QUOTED])
def test_the_senders_name_opens_a_signature(words: str, below: str) -> None:
    assert signature(words + BLOCK + below) == BLOCK.split("\n")


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("the data that were asked for", "The focal point is:\n\n" + BLOCK),
        ("a label above", "Full name\n\n" + BLOCK),
        ("words that announce data and give none", "Please find my contact data.\n\n" + BLOCK),
        ("with the number of a letter", "In answer to your note 1235-2010, here are our data.\n\n" + BLOCK),
        ("a wish that it be recorded", "Please update the list.\n\n" + BLOCK),
        ("somebody new", "I have been appointed focal point.\n\n" + BLOCK),
        ("one label that the block may go on with", "Institution: Ministry of Labour\n" + BLOCK),
        ("a sister", "We shall attend.\n\n" + BLOCK.replace("Jane Sample", "Ann Sample")),
        ("announced", "My line is 613-555-0155. My updated details are below.\n\n" + BLOCK),
        ("a greeting alone", "Good morning,\n\n" + BLOCK),
        ("nothing above", BLOCK),
        ("another person", "We name our focal point.\n\n" + BLOCK.replace("Jane Sample", "Ann Other")),
        ("words below it", "Thank you for this.\n\n" + BLOCK + "\n\nPosition: Director"),
        ("a name and no way to reach anybody", "We shall attend.\n\nJane Sample\nDirector"),
    ],
)
def test_what_the_letter_says_is_no_signature(why: str, text: str) -> None:
    assert not signature(text), why


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        (Address("Muestra Cañas, Braulio", "b@sv.example"), "Lic. Braulio Muestra Cañas"),
        (Address("", "braulio.muestra@sv.example"), "Braulio Muestra"),
        (Address("BRAULIO MUESTRA", "b@sv.example"), "Muestra, Braulio"),
        (Address("Muestra, Braulio A.", "b@sv.example"), "Braulio Muestra | Subdirector"),
    ],
)
def test_names_in_any_order(sender: Address, name: str) -> None:
    assert signature(f"Sin cambios por ahora.\n\n{name}\nTel. 2289-9000", sender)


def test_of_nobody_nothing_is_known() -> None:
    assert not signature("No change.\n\n" + BLOCK, None)


def test_what_the_sentence_says_stands_and_of_the_signature_only_who_it_is() -> None:
    body = "My direct line is now 613-555-0155.\n\n" + BLOCK
    raw = reply_of(body, "RE: List [MD-DIR-CA-7K3QX]", "Jane Sample <jane.sample@labour.gc.example>")
    assert [all_shown(each) for each in entries_of(raw, KNOWN)] == [{"name": "Jane Sample", "phone": ["+16135550155"]}]


@pytest.mark.parametrize(
    "slogan",
    [
        '"Belize, a country for all"',
        '"Honduras, un país para todos" / No imprima este correo si no es necesario.',
        "No imprima este correo si no es necesario.",
        "Please consider the environment before printing this e-mail.",
        "* Cuidemos el ambiente *",
    ],
)
def test_a_slogan_below_a_signature_changes_nothing(slogan: str) -> None:
    text = f"Por este medio confirmo que todo sigue igual, sin ningun cambio.\n\n{BLOCK}\n\n{slogan}"
    (found,) = entries_of(
        reply_of(text, "RE: Lista de contactos [MD-DIR-CA-7K3QX]", '"Sample, Jane" <j@x.example>'), KNOWN
    )
    assert all_shown(found) == {"change": "none"}


@pytest.mark.parametrize(
    "closing",
    [
        "All the best for the new year,",
        "With best wishes for 2011,",
        "Wishing you a good week,",
        "Warmly,",
        "Hasta pronto,",
    ],
)
def test_closings_that_wish_something(closing: str) -> None:
    text = f"The workshop was held.\n\n{closing}\n\nPenelope\n\n{BLOCK}"
    assert BLOCK.split("\n")[-1] in signature(text, None)
