"""Who is said to have written."""

from __future__ import annotations

import pytest

from tests.attacks.keys import signed
from tests.attacks.square import EVIL, FORM, GT, Square, spoof
from tests.town import reply, words


def test_01_a_spoofed_from_without_a_signature(square: Square) -> None:
    square.attack(spoof(GT), "asked", "1 to be confirmed by the sender")
    assert "CONFIRMO" in words(square.opens(GT))


def test_02_a_spoofed_from_signed_by_another_domain(square: Square) -> None:
    raw = signed(spoof(GT), "evil.example", when=square.town.hour)
    square.attack(raw, "asked", "dkim=pass d=evil.example s=s1, not counted: it does not speak for gt.example")
    square.opens(GT)


SEVERAL = {
    "03": "focal@gt.example\nFrom: evil@evil.example",
    "04": "focal@gt.example, evil@evil.example",
    "05": "Equipo: focal@gt.example, evil@evil.example;",
    "06": "focal@gt.example <evil@evil.example>",
    "07": "<evil@evil.example> focal@gt.example",
}


@pytest.mark.parametrize("number", SEVERAL)
def test_03_to_07_several_authors_get_no_answer(square: Square, number: str) -> None:
    square.attack(spoof(SEVERAL[number]), "held", "From: names several authors")


STRANGERS = {
    "08": '"focal@gt.example" <evil@evil.example>',
    "09": '"presidencia@gt.example <focal@gt.example>" <evil@evil.example>',
    "10": "=?utf-8?q?focal=40gt.example_=3Cfocal=40gt.example=3E?= <evil@evil.example>",
    "11": "evil@evil.example (focal@gt.example)",
    "12": "<@gt.example:evil@evil.example>",
    "13": '"focal@gt.example"@evil.example',
}


@pytest.mark.parametrize("number", STRANGERS)
def test_08_to_13_a_name_that_looks_like_an_address_is_a_name(square: Square, number: str) -> None:
    square.attack(spoof(STRANGERS[number]), "held", "unknown sender")
    square.town.burn()


@pytest.mark.parametrize(
    "domain", ["gt.exаmple", "ｇt.example", "gt.example.evil.example", "xn--gt-6kc.example", "gt。example"]
)
def test_14_domains_that_look_alike(square: Square, domain: str) -> None:
    square.attack(spoof(f"focal@{domain}"), "held", "unknown sender")
    square.town.burn()


def test_15_line_breaks_in_an_encoded_name(square: Square) -> None:
    square.attack(spoof("=?utf-8?q?Ana=0D=0ABcc:_todos=40x.example?= <evil@evil.example>"), "held", "unknown sender")
    head = square.town.raw(EVIL).partition(b"\r\n\r\n")[0]
    assert b"\nBcc" not in head


def test_16_reply_to_gets_no_answer(square: Square) -> None:
    square.attack(spoof(GT, headers={"Reply-To": EVIL}), "asked", "to be confirmed")
    square.opens(GT)
    assert not square.town.unread()


def test_17_a_registered_reply_to_makes_nobody_known(square: Square) -> None:
    square.attack(spoof(EVIL, headers={"Reply-To": GT}), "held", "unknown sender")
    assert set(square.town.unread()) == {EVIL}
    square.opens(EVIL)


def test_18_a_registered_sender_makes_nobody_known(square: Square) -> None:
    square.attack(spoof(EVIL, headers={"Sender": GT, "X-Sender": GT, "Return-Path": f"<{GT}>"}), "held", "unknown")
    square.opens(EVIL)


def test_the_same_words_from_who_was_asked_are_taken(square: Square) -> None:
    assert square.town.comes(reply(square.asked[GT], GT, FORM)) == "applied"
    assert square.town.contacts("GT")[0].position == "Ministra"
    square.opens(GT)
