"""Posts and forms of address as ministries write them, and what in capitals only looks like a name."""

from __future__ import annotations

import pytest

from mailbot.core.fields import split_title
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.persons.posts_at import post_at
from tests.answers import all_shown, contact_entries

POSTS = (
    "Colaboradora Jurídica",
    "Gestora de Proyectos",
    "Auxiliar Administrativo",
    "Superintendente de Fronteras",
    "Investigadora",
    "Registrador General",
    "Magistrada",
    "Fiscal Especial",
    "Trabajadora Social",
    "Digitador",
    "Contralora Interna",
    "Auditor Interno",
    "Presidenta",
    "Vicepresidente",
    "Pasante",
    "Traductora",
    "Clerk of the Ministry",
    "Registrar",
    "Legal Counsel",
    "Team Leader",
    "Consultant",
    "Administrator",
    "Researcher",
    "Solicitor General",
    "Chargé d'Affaires",
)


@pytest.mark.parametrize("post", POSTS)
def test_a_post_is_known(post: str) -> None:
    assert post_at(post) == post
    body = f"Mis datos: Ana Prueba Mora, {post}, Ministerio de Trabajo, tel. 2230-0000, correo a@b.example."
    (entry,) = contact_entries(body, "HN")
    assert (all_shown(entry)["name"], all_shown(entry)["position"]) == ("Ana Prueba Mora", post)


@pytest.mark.parametrize(
    "title", ["Mro.", "Mgter.", "L.A.E.", "Q.F.B.", "Quím.", "Comis.", "C.P.A.", "Alm.", "Enf.", "Subinsp."]
)
def test_a_form_of_address_is_known(title: str) -> None:
    assert split_title(f"{title} Ana Prueba Mora") == (title, "Ana Prueba Mora")


def test_a_name_is_no_form_of_address() -> None:
    assert split_title("Alma Prueba Mora") == ("", "Alma Prueba Mora")


@pytest.mark.parametrize(
    "words", ["NO CONTAMOS CON FAX", "BUENAS TARDES", "SALUDOS CORDIALES", "MIS DATOS", "NO TENEMOS CELULAR", "NO FAX"]
)
def test_words_in_capitals_are_nobody(words: str) -> None:
    assert not is_person(words)


@pytest.mark.parametrize("denied", ["NO CONTAMOS CON FAX", "FAX NO TENEMOS", "SIN FAX"])
def test_one_line_in_capitals_that_denies_a_fax(denied: str) -> None:
    body = (
        "BUENAS TARDES, LE ENVIO MIS DATOS: CLEMENTINA HIPOTETICA DE EJEMPLO, COLABORADORA JURIDICA, DIRECCION GENERAL"
        f" DE MIGRACION Y EXTRANJERIA, TEL 2230-0000 EXT 7012, CEL 99900000, {denied}, CORREO c@b.example. SALUDOS"
    )
    (entry,) = contact_entries(body, "HN")
    shown = all_shown(entry)
    assert (shown["name"], shown["position"]) == ("CLEMENTINA HIPOTETICA DE EJEMPLO", "COLABORADORA JURIDICA")
    assert (shown["phone"], shown["mobile"]) == (["+50422300000;ext=7012"], ["+50499900000"])
    assert not shown.get("fax")
