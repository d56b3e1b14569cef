"""Our letter not on record: its two halves say the same, so what stands in one only was typed; all of it is asked."""

from __future__ import annotations

import random
from typing import Any

import pytest

from mailbot.core import quotation, reading
from mailbot.core.message import parse
from mailbot.core.reading.two_halves import restored
from tests.answers import FORMS, KNOWN, SAMPLES, by_certainty, check, labels, letter, region_fits
from tests.shapes import CLIENTS, reply

INSIDE = ("same-line", "next-line", "cell", "wrapped")
SEEDS = range(3)


@pytest.mark.parametrize("manner", INSIDE)
@pytest.mark.parametrize("client", CLIENTS)
def test_answered_inside_from(client: str, manner: str) -> None:
    for seed in SEEDS:
        chance = random.Random(f"{client} {manner} {seed}")
        form = FORMS[chance.choice(sorted(FORMS))]
        answers = {field: chance.choice(said) for field, said in SAMPLES[form.id].items() if chance.random() < 0.6}
        if not region_fits(answers):
            answers.pop("country")
        if len(answers) < 2:
            continue
        half = chance.choice(["es", "en"])
        _, _, raw = letter(form.id, chance.choice(["es", "en"]), chance.random() < 0.3)
        words = {labels(form, half)[field]: said for field, (said, _) in answers.items()}
        message = parse(reply(raw, client, manner, words, "", half, seed))
        document = reading.as_json(reading.read(message, tuple(FORMS.values()), KNOWN))
        [entry, *_] = document["entries"]
        check({**document, "entries": [entry]}, form, answers)


def edited(*pairs: tuple[str, str], more: str = "", prefilled: bool = False, above: str = "Va abajo.") -> list[Any]:
    """The entries of an Outlook answer with a part of our letter replaced once, and words below it."""
    rendered, _, _ = letter("contact-update", "es", prefilled)
    text = rendered.text
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return entries(f"{above}\n\n{HEADER}\n\n{text}\n{more}")


HEADER = """\
De: Grupo MyD [mailto:grupo.md@crm.example]
Enviado el: lunes, 03 de enero de 2011 10:22 a.m.
Para: Reina Muestra
Asunto: Actualización de la lista de contactos [MD-DIR-HN-7K3QX]"""


def entries(body: str, subject: str = "RE: Actualización [MD-DIR-HN-7K3QX]") -> list[Any]:
    """What is shown as doubtful, and under "?" what is asked only, or sure."""
    raw = (
        f"From: Reina Muestra <r@sre.gob.example>\nSubject: {subject}\n"
        "Message-ID: <1@sre.gob.example>\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{body}\n"
    )
    message = parse(raw.encode())
    document: Any = reading.as_json(reading.read(message, tuple(FORMS.values()), KNOWN))
    return [
        by_certainty(entry)[1] | {"?": [*by_certainty(entry)[0], *(each["field"] for each in entry["doubts"])]}
        for entry in document["entries"]
    ]


def test_what_one_half_says_was_typed() -> None:
    assert edited(("Cargo:", "Cargo: Directora"), ("Mobile:", "Mobile: 9990-0001")) == [
        {"position": "Directora", "mobile": ["+50499900001"], "?": []}
    ]


def test_what_both_halves_say_in_their_language_is_ours() -> None:
    pairs = [
        ("País:", "País: Honduras"),
        ("Country:", "Country: Honduras"),
        ("Función en el grupo:", "Función en el grupo: Punto focal"),
        ("Role in the group:", "Role in the group: Focal point"),
        ("Idioma preferido:", "Idioma preferido: español"),
        ("Preferred language:", "Preferred language: Spanish"),
        ("Vigente desde:", "Vigente desde: 1 de marzo de 2011"),
        ("Valid from:", "Valid from: 1 March 2011"),
    ]
    assert edited(*pairs) == []
    assert edited(*pairs, ("Cargo:", "Cargo: Directora")) == [{"position": "Directora", "?": []}]


def test_what_we_translated_was_not_typed() -> None:
    rendered, _, _ = letter("activity-status", "es", False)
    text = rendered.text.replace("Responsable:", "Responsable: Secretaría Técnica")
    assert (
        entries(f"Recibido.\n\n{HEADER}\n\n{text.replace('Responsible:', 'Responsible: Technical Secretariat')}") == []
    )


def test_where_both_halves_were_changed_the_differing_value_is_asked() -> None:
    pairs = [("Cargo:", "Cargo: Directora"), ("Mobile:", "Mobile: 9990-0001")]
    differing = [("Teléfono:", "Teléfono: 2230-0001"), ("Telephone:", "Telephone: 2230-0002")]
    assert edited(*pairs, *differing) == [{"position": "Directora", "mobile": ["+50499900001"], "?": ["phone"]}]


def test_the_half_left_alone_tells_what_stood_in_the_other() -> None:
    pairs = [
        ("Cargo:", "Cargo: Directora"),
        ("Position:", "Position: Subdirectora"),
        ("Fax:", "Fax: 2230-0001"),
        ("Telephone:", "Telephone: 2230-0009"),
    ]
    assert edited(*pairs, ("Teléfono:", "Teléfono: 2230-0010")) == [
        {"position": "Directora", "phone": ["+50422300010"], "fax": ["+50422300001"], "?": []}
    ]


def test_a_second_contact_added_below_the_form() -> None:
    added = "Segundo contacto:\nMovimiento: Alta\nNombre completo: Ana Prueba Rojas\nCargo: Jefa\n"
    found = edited(("Cargo:", "Cargo: Directora"), ("Código: MD-DIR-HN-7K3QX", f"Código: MD-DIR-HN-7K3QX\n\n{added}"))
    assert found == [
        {"position": "Directora", "?": []},
        {"change": "new", "name": "Ana Prueba Rojas", "position": "Jefa", "?": []},
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Sin palabras.",
        f"{HEADER}\n\nNombre completo: Ana Prueba\nCargo: Jefa\nTeléfono: 2230-0000\nFax: 2230-0001\nCelular: 9990-1",
    ],
)
def test_one_half_is_nothing_to_compare_with(body: str) -> None:
    message = parse(f"From: a@b.example\n\n{body}\n".encode())
    assert restored(message, quotation.label(message.lines), tuple(FORMS.values()), KNOWN) is None


def test_a_letter_inside_another_quotation_may_have_been_filled_in_by_anybody() -> None:
    rendered, _, _ = letter("contact-update", "es", False)
    filled = rendered.text.replace("Cargo:", "Cargo: Directora")
    other = HEADER.replace("Grupo MyD [mailto:grupo.md@crm.example]", "Ana Prueba [mailto:a@sre.gob.example]")
    assert entries(f"Va lo de Ana.\n\n{other}\n\nAdjunto.\n\n{HEADER}\n\n{filled}") == []
    assert entries(f"Va lo de Ana.\n\n{HEADER}\n\n{filled}", "RV: Actualización [MD-DIR-HN-7K3QX]") == []


def test_a_colleague_named_above_our_letter_is_not_whom_it_is_about() -> None:
    colleague = "Lic. Oscar Ensayo Modelo\nJefe de Visas\nTel. 2232-0000"
    found = edited(
        ("Nombre completo:", "Nombre completo: Reina Muestra"),
        ("Full name:", "Full name: Reina Muestra"),
        ("Cargo:", "Cargo: Directora"),
        above=f"Agrego al compañero:\n\n{colleague}",
    )
    assert found == [
        {"title": "Lic.", "name": "Oscar Ensayo Modelo", "position": "Jefe de Visas", "?": ["phone"]},
        {"position": "Directora", "?": []},
    ]


def test_letters_lost_from_our_labels_are_nobodys_answer() -> None:
    """A charset took the accents: "Instituci?n" had no counterpart, and the English half looked filled in."""
    text = letter("contact-update", "es", True)[0].text
    lost = "".join(sign if sign.isascii() else "?" for sign in text)
    body = f"Nombre completo: Ramona Ensayo\nFax: 2230-0055\n\nMuchas gracias,\nRamona\n\n{HEADER}\n\n{lost}"
    (entry,) = entries(body, "RE: Actualizaci?n de la lista de contactos [MD-DIR-HN-7K3QX]")
    assert set(entry["?"]) == {"name", "fax"}
