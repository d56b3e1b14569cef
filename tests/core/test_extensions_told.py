"""An extension told in words of its own: put to the one number beside it or to ours, else asked; never left out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import KNOWN, all_shown, contact_entries, entries_of, letter, only_asked, reply_of


def read(body: str) -> list[tuple[Any, set[str]]]:
    """The telephone shown and the fields asked without a value, for each entry of an answer to our request."""
    entries = contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos\n", "CR")
    return [(all_shown(entry).get("phone"), only_asked(entry)) for entry in entries]


@pytest.mark.parametrize(
    ("body", "phone"),
    [
        ("El nuevo número es 2542-0100 y mi extensión es la 45. Los demás datos se mantienen.", "+50625420100;ext=45"),
        ("Nuestro número de teléfono cambió a 2542-0100. Mi extensión ahora es la 45.", "+50625420100;ext=45"),
        ("The new telephone number is 2542-0100 and my extension is 45.", "+50625420100;ext=45"),
        ("Mi teléfono sigue siendo el 2542-0100, pero con la extensión 45.", "+50625420100;ext=45"),
        ("Ahora me pueden localizar en el 2542-0100, marcando la extensión 45.", "+50625420100;ext=45"),
        ("El teléfono es el 2542-0100; la extensión, la 45.", "+50625420100;ext=45"),
        ("Mi nuevo teléfono es el 2542-0100 (central) y marcar la extensión 45.", "+50625420100;ext=45"),
        ("Our switchboard is now 2542-0100 and I am at extension 45.", "+50625420100;ext=45"),
        ("Pueden llamarme a la central, 2542-0100, y pedir la extensión 45.", "+50625420100;ext=45"),
        ("Our main line remains 2542-0100, but my new extension is 45.", "+50625420100;ext=45"),
        ("El nuevo número es 2542-0100 y mi extensión ya no es la 15 sino la 45.", "+50625420100;ext=45"),
        ("El nuevo número es 2542-0100. Mi extensión cambió de la 15 a la 45.", "+50625420100;ext=45"),
        ("El punto focal es Ana Prueba, teléfono 2542-0100; su extensión es la 45.", "+50625420100;ext=45"),
        ("Nombre: Ana Prueba Rojas\nTeléfono: 2542-0100\n\nMi extensión es la 45.", "+50625420100;ext=45"),
        ("Nombre: Ana Prueba Rojas\nTeléfono: 2542-0100\n\nFavor marcar la extensión 45.", "+50625420100;ext=45"),
        # the old one told beside it, and a number that stays
        (
            "Todo igual, salvo mi extensión, que antes era la 15 y ahora es la 45. La central no\ncambió: 2542-0100.",
            "+50625420100;ext=45",
        ),
        ("Mi extensión, antes 15, ahora es 45. La central sigue siendo el 2542-0100.", "+50625420100;ext=45"),
        ("La extensión 15 cambió a 45; el conmutador sigue siendo el mismo, 2542-0100.", "+50625420100;ext=45"),
        (
            "Cambió mi extensión: ahora es la 45 y no la 15. El conmutador, 2542-0100, se mantiene.",
            "+50625420100;ext=45",
        ),
        ("Mi extensión es la 45 (antes 15). La central es la misma: 2542-0100.", "+50625420100;ext=45"),
        ("Me asignaron otra extensión, la 45, en lugar de la 15. El PBX es siempre 2542-0100.", "+50625420100;ext=45"),
        (
            "My extension, which used to be 15, is now 45. The main number has not changed: 2542-0100.",
            "+50625420100;ext=45",
        ),
        (
            "My extension has changed from 15 to 45. The main number, 2542-0100, remains the same.",
            "+50625420100;ext=45",
        ),
        (
            "Everything stays but my extension, which was 15 and is now 45. The switchboard is still 2542-0100.",
            "+50625420100;ext=45",
        ),
        (
            "Only my extension is new: 45 (formerly 15). The switchboard number stays the same: 2542-0100.",
            "+50625420100;ext=45",
        ),
        # of somebody else, no longer in use, or no extension of a telephone at all
        ("Mi extensión era la 15 y la de mi colega ahora es la 45. La central no cambió: 2542-0100.", "+50625420100"),
        ("La extensión 45 antes era la 15. La central no cambió: 2542-0100.", "+50625420100"),
        ("The extension of my assistant, formerly 15, is now 45. The main number is still 2542-0100.", "+50625420100"),
        ("La extensión 15 es ahora de mi colega y la 45 no existe. La central no cambió: 2542-0100.", "+50625420100"),
        ("El nuevo número es 2542-0100 y mi asistente está en la extensión 12.", "+50625420100"),
        ("El nuevo número es 2542-0100 y el de mi colega tiene la extensión 12.", "+50625420100"),
        ("El nuevo número es 2542-0100 ext. 45 y mi extensión anterior era la 15.", "+50625420100;ext=45"),
        ("El nuevo número es 2542-0100. La extensión 15 ya no existe.", "+50625420100"),
        ("Mi número directo es 2542-0100; ya no tengo extensión.", "+50625420100"),
        ("El conmutador es ahora 2542-0100, ext. 45, y Ana está en la extensión 16.", "+50625420100;ext=45"),
        ("Solicitamos una extensión al 15 de enero. El nuevo número es 2542-0100.", "+50625420100"),
        ("El informe tiene una extensión de 12 páginas. El nuevo número es 2542-0100.", "+50625420100"),
        ("El nuevo número es 2542-0100 y la extensión es 12 páginas.", "+50625420100"),
        (
            "Nombre: Ana Prueba Rojas\nTeléfono: 2542-0100 ext. 45\n\nFavor marcar la extensión 15.",
            "+50625420100;ext=45",
        ),
    ],
)
def test_an_extension_said_apart_belongs_to_the_one_number(body: str, phone: str) -> None:
    [(shown, asked)] = read(body)
    assert shown == [phone]
    assert "phone" not in asked


@pytest.mark.parametrize(
    "body",
    [
        "La extensión ahora es 305.",
        "Mi extensión cambió de la 405 a la 305.",
        "Please note that my extension has changed to 305.",
        "Me cambiaron de extensión, ahora estoy en la 305.",
        "The phone number stays the same, only the extension changes: it is now 305.",
        "Nuestros teléfonos son 2542-0100 y 2542-0101 y mi extensión es la 305.",
        "El nuevo número es 2542-0100. Mi extensión es la 305, es decir, mi extensión será la 306.",
        "El nuevo número del fax es 2542-0101 y mi extensión es la 305.",
    ],
)
def test_of_which_number_is_asked_where_that_is_open(body: str) -> None:
    [(shown, asked)] = read(body)
    assert shown is None
    assert "phone" in asked


@pytest.mark.parametrize(
    "body",
    [
        "La extensión 305 de la central es de recepción.",
        "Solicitamos una extensión: 15 días más.",
        "La extensión es de 305 páginas.",
        "Su extensión no la tenemos.",
    ],
)
def test_other_extensions_tell_nothing(body: str) -> None:
    assert all(shown is None and "phone" not in asked for shown, asked in read(body))


def test_all_of_several_numbers_are_taken() -> None:
    assert read("Nuestros teléfonos son 2542-0100 y 2542-0101.") == [(["+50625420100", "+50625420101"], set())]


@pytest.mark.parametrize(
    "body",
    [
        "Mi extensión ahora es la 305.",
        "Mi nueva extensión es 305.",
        "Please note that my extension has changed to 305.",
    ],
)
def test_an_extension_alone_is_of_the_number_our_letter_showed(body: str) -> None:
    sent = letter("contact-update", "es", True)[1]  # +504 2230-7777
    [entry] = entries_of(reply_of(body, str(sent.subject)), KNOWN, sent)
    assert entry["fields"]["phone"]["value"] == ["+50422307777;ext=305"]
    assert entry["fields"]["phone"]["certainty"] == "doubtful"


@pytest.mark.parametrize(
    "body",
    [
        "En respuesta, mi número de celular cambio, el nuevo es 8810-3344. Lo demas sigue vigente como lo tienen.",
        "Mi celular cambió: 8810-3344.",
    ],
)
def test_a_verb_before_a_number_is_no_label_of_the_kind_of_change(body: str) -> None:
    [entry] = contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos\n", "CR")
    assert all_shown(entry).get("mobile", ["+50688103344"]) == ["+50688103344"]
    assert "change" not in only_asked(entry)


def test_the_kind_of_change_is_read_beside_its_label() -> None:
    [entry] = contact_entries("Cambio: Baja\nNombre: Ana Prueba Rojas\nTeléfono: 2542-0100\n", "CR")
    assert all_shown(entry)["change"] == "leave"
