"""Who leaves and who follows, told in sentences: shown as understood, recorded when one word confirms it."""

from __future__ import annotations

import pytest

from mailbot.core.values import Message
from tests.town import Town, reply, words

GT = "focal@gt.example"
BERTA = "la Lic. Berta Muestra, Directora de Fronteras, correo berta@gt.example, tel. 2411-2411"


def asked(town: Town) -> Message:
    town.state("GT")
    town.ask()
    return town.opens(GT)


@pytest.mark.parametrize(
    "text",
    [
        f"Les informo que Persona Inventada GT ya no labora en esta institución; en su lugar queda {BERTA}.",
        f"Dejo el cargo. En mi lugar queda {BERTA}.",
        f"Mi sucesora es {BERTA}.",
        "I am leaving the Ministry. My replacement is Ms. Berta Muestra, Director, berta@gt.example.",
    ],
)
def test_a_successor_is_recorded_when_one_word_confirms_it(town: Town, text: str) -> None:
    assert town.comes(reply(asked(town), GT, f"Estimados:\n\n{text}\n\nSaludos\n")) == "asked"
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]
    letter = town.opens(GT)
    said = words(letter)
    assert "CONFIRMO" in said
    assert "Sustituye a\n  Antes: (nada)\n  Propuesto: Persona Inventada GT" in said
    assert "Función en el grupo\n  Antes: (nada)\n  Propuesto: Punto focal" in said
    assert town.comes(reply(letter, GT, "CONFIRMO\n")) == "applied"
    (contact,) = town.contacts("GT")
    assert (contact.name, contact.role, contact.email) == ("Berta Muestra", "focal-point", ("berta@gt.example",))
    town.burn()


def test_a_successor_from_a_day_on_comes_that_day(town: Town) -> None:
    text = "A partir del 15 de enero de 2009, la Lic. Berta Muestra sustituirá a Persona Inventada GT como punto focal."
    assert town.comes(reply(asked(town), GT, f"{text} Su correo es berta@gt.example.\n")) == "asked"
    letter = town.opens(GT)
    assert "Se aplicará el 15 de enero de 2009." in words(letter)
    town.comes(reply(letter, GT, "CONFIRMO\n"))
    assert "se aplicará el 15 de enero de 2009" in words(town.opens(GT))
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]
    town.later(days=46)
    assert [each.name for each in town.contacts("GT")] == ["Berta Muestra"]
    town.burn()


def test_no_leaves_everything_as_it_is(town: Town) -> None:
    town.comes(reply(asked(town), GT, f"Mi sucesora es {BERTA}.\n"))
    town.comes(reply(town.opens(GT), GT, "NO\n"))
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]
    town.burn()


def test_who_is_not_on_the_list_is_asked_about_on_a_form_filled_in(town: Town) -> None:
    text = f"La Licda. Diana Ensayo ya no labora aquí; en su lugar queda {BERTA}."
    assert town.comes(reply(asked(town), GT, f"{text}\n")) == "asked"
    said = words(town.opens(GT))
    assert "hasta entonces no se cambia nada" in said
    assert "Nombre completo: Berta Muestra" in said
    assert "Teléfono: +502 2411-2411" in said
    assert "No encontramos a «Diana Ensayo» en el directorio." in said


def test_the_last_focal_point_who_leaves_waits_for_the_presidency(town: Town) -> None:
    assert town.comes(reply(asked(town), GT, "Persona Inventada GT ya no labora en esta institución.\n")) == "held"
    assert "basta con enviar sus datos con «Sustituye a»" in words(town.opens(GT)).replace("\n", " ")
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]


def test_who_takes_a_place_on_the_form_takes_the_role(town: Town) -> None:
    text = "Movimiento: alta\nNombre completo: Berta Muestra\nCorreo electrónico: berta@gt.example\n"
    town.comes(reply(asked(town), GT, f"{text}Sustituye a: Persona Inventada GT\n"))
    (contact,) = town.contacts("GT")
    assert (contact.name, contact.role) == ("Berta Muestra", "focal-point")
    town.burn()


@pytest.mark.parametrize("title", ["Lic. ", ""])
def test_who_stays_as_on_record_is_confirmed_without_a_question(town: Town, title: str) -> None:
    text = f"Punto focal: {title}Persona Inventada GT (sin cambios)"
    assert town.comes(reply(asked(town), GT, f"{text}\n")) == "applied"
    assert "CONFIRMO" not in words(town.opens(GT))
    town.burn()


def test_who_is_said_to_stay_but_in_another_role_is_not_confirmed(town: Town) -> None:
    assert town.comes(reply(asked(town), GT, "Alterno: Persona Inventada GT (sin cambios)\n")) == "held"
    assert [each.role for each in town.contacts("GT")] == ["focal-point"]
    assert town.opens(GT)


def test_beside_somebody_new_only_the_new_one_is_asked(town: Town) -> None:
    text = "Punto focal: Lic. Persona Inventada GT (sin cambios)\nAlterna: Licda. Berta Muestra (nueva), b@gt.example"
    town.comes(reply(asked(town), GT, f"{text}\n"))
    said = words(town.opens(GT))
    assert "Berta Muestra" in said
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]


@pytest.mark.parametrize(
    "text",
    [
        "Se confirma como punto focal a la Licda. Persona Inventada GT, sin cambios en sus datos.",
        "Se confirma como punto focal a Persona Inventada GT, Directora de Migración, sin cambios en sus datos.",
        "I can confirm that Ms. Persona Inventada GT remains the focal point. Her details in your list are correct.",
    ],
)
def test_who_is_confirmed_by_name_as_on_record_is_no_question(town: Town, text: str) -> None:
    assert town.comes(reply(asked(town), GT, f"{text}\n")) == "applied"
    said = words(town.opens(GT))
    assert "CONFIRMO" not in said
    assert "¿" not in said.partition("Enviado")[0]
    assert [(each.name, each.title) for each in town.contacts("GT")] == [("Persona Inventada GT", "Lic.")]
    town.burn()


def test_who_is_confirmed_with_another_post_is_asked(town: Town) -> None:
    text = "Se confirma como punto focal a Persona Inventada GT, Directora de Visas, sin cambios en sus datos."
    town.comes(reply(asked(town), GT, f"{text}\n"))
    assert "Directora de Visas" in words(town.opens(GT))
    assert [each.position for each in town.contacts("GT")] == ["Directora de Migración"]


def test_who_is_confirmed_and_on_no_list_confirms_nobody_else(town: Town) -> None:
    text = "Se confirma como punto focal a la Licda. Berta Muestra Rojas, sin cambios en sus datos."
    assert town.comes(reply(asked(town), GT, f"{text}\n")) == "asked"
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]
    assert "Berta Muestra Rojas" in words(town.opens(GT))
