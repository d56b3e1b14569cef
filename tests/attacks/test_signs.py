"""Tokens, threads, codes and confirmations in the wrong hands."""

from __future__ import annotations

from tests.attacks.square import EVIL, FORM, GT, HN, LUZ, Square, spoof
from tests.town import reply, words


def token_of(square: Square, who: str = GT) -> str:
    return square.asked[who].reply_to[0].address


def bare(sender: str, to: str, text: str = FORM, subject: str = "Actualización") -> bytes:
    """A new message to a reply address, without a thread."""
    return reply(None, sender, text, to=to, subject=subject)


def asks_back(square: Square, raw: bytes, reason: str, who: str = GT) -> None:
    square.attack(raw, "asked", reason)
    square.opens(who)


def test_a_token_of_ones_own_is_taken_in_any_case(square: Square) -> None:
    assert square.town.comes(bare(GT, token_of(square).upper())) == "applied"
    assert square.town.rows()[-1].certainty == "token"
    square.opens(GT)


def test_39_the_same_message_again(square: Square) -> None:
    raw = reply(square.asked[GT], GT, FORM)
    assert square.town.comes(raw) == "applied"
    square.opens(GT)
    square.town.person("GT", name="Eva Fingida", email=["eva@gt.example"])
    square.attack(raw, "set-aside", "the same message as no.")
    square.attack(b"X-Again: 1\r\n" + raw, "set-aside", "delivered again")


def test_40_a_token_of_another_state(square: Square) -> None:
    square.attack(bare(HN, token_of(square), "País: Guatemala\n" + FORM), "asked", "issued to another address")
    square.town.burn()


def test_41_a_token_of_a_colleague(square: Square) -> None:
    asks_back(square, bare(LUZ, token_of(square)), "only a code: issued to another address", LUZ)


def test_42_a_token_in_the_hands_of_a_stranger(square: Square) -> None:
    square.attack(bare(EVIL, token_of(square).upper()), "held", "unknown sender")
    square.opens(EVIL)


def test_43_an_expired_token_and_thread(square: Square) -> None:
    square.town.later(days=401)
    square.town.burn()
    asks_back(square, reply(square.asked[GT], GT, FORM), "only a code: expired, issued on 2008-12-01")


def test_44_a_tampered_token(square: Square) -> None:
    address = token_of(square)
    last = "a" if address.partition("@")[0][-1] != "a" else "b"
    asks_back(square, bare(GT, f"{address.partition('@')[0][:-1]}{last}@crm.example"), "only a code")


def test_45_a_token_of_another_group(square: Square) -> None:
    square.town.state("GT", group="pc")
    raw = bare(GT, token_of(square).replace("grupo.md", "grupo.pc"))
    square.attack(raw, "asked", "to be confirmed by the sender", group="pc")
    square.opens(GT)


def test_46_a_code_that_was_seen_or_guessed(square: Square) -> None:
    code = square.asked[GT].subject.rpartition("[")[2].rstrip("]")
    asks_back(square, bare(GT, "grupo.md@crm.example", subject=f"RE: {code}"), f"code {code}")
    near = code[:-2] + ("A" if code[-2] != "A" else "B") + code[-1]
    asks_back(square, bare(GT, "grupo.md@crm.example", subject=f"RE: {near}"), f"code {code}")


def test_47_a_forwarded_letter_answered_by_a_third_person(square: Square) -> None:
    raw = reply(square.asked[GT], EVIL, FORM, subject=f"RE: RV: {square.asked[GT].subject}")
    square.attack(raw, "held", "unknown sender")
    square.opens(EVIL)


def test_48_an_invented_message_id(square: Square) -> None:
    made = f"mb.md.{'0' * 20}.{'a' * 10}@crm.example"
    asks_back(square, spoof(GT, headers={"In-Reply-To": f"<{made}>", "References": f"<{made}>"}), "1 to be")


def question(square: Square):
    """The focal point wrote without a sign of a letter and is asked to confirm."""
    assert square.town.comes(spoof(GT)) == "asked"
    return square.opens(GT)


def test_49_a_confirmation_from_another_account(square: Square) -> None:
    asked = question(square)
    square.attack(reply(asked, LUZ, "CONFIRMO\n"), "asked", f"stays open: {LUZ} was not asked")
    square.opens(LUZ)
    square.attack(reply(asked, EVIL, "CONFIRMO\n"), "held", "unknown sender")
    square.opens(EVIL)


def test_50_a_confirmation_that_knows_only_the_code(square: Square) -> None:
    code = code_of(question(square))
    asks_back(square, bare(GT, "grupo.md@crm.example", "CONFIRMO\n", subject=code), "nothing proves that")
    asks_back(square, bare(GT, "grupo.md@crm.example", "NO\n", subject=f"x {code}"), "nothing proves that")
    assert [hold.kind for hold in square.town.holds()] == ["confirmation"]


def code_of(letter) -> str:
    return letter.reply_to[0].address.partition("+c-")[2].rpartition("-")[0].upper()


def test_51_confirming_twice(square: Square) -> None:
    asked = question(square)
    assert square.town.comes(reply(asked, GT, "CONFIRMO\n")) == "applied"
    square.opens(GT)
    asks_back(square, reply(asked, GT, "Confirmo.\n", subject="otra vez"), "was closed before (confirmed)")


def test_52_confirming_what_was_declined(square: Square) -> None:
    asked = question(square)
    assert square.town.comes(reply(asked, GT, "NO\n")) == "applied"
    square.opens(GT)
    asks_back(square, reply(asked, GT, "CONFIRMO\n"), "was closed before (refused)")


def test_53_a_confirmation_means_its_own_question_only(square: Square) -> None:
    """An attacker's question waits; the focal point confirms a later one of their own."""
    question(square)
    assert square.town.comes(spoof(GT, "Cargo: Directora General\nTeléfono: (502) 2410-0001\n")) == "asked"
    assert square.town.comes(reply(square.opens(GT), GT, "CONFIRMO\n")) == "applied"
    assert square.town.contacts("GT")[0].position == "Directora General"
    assert [hold.kind for hold in square.town.holds()] == ["confirmation"]
    square.opens(GT)


def test_54_a_token_for_confirming_brings_no_form(square: Square) -> None:
    address = question(square).reply_to[0].address
    assert "+c-" in address
    asks_back(square, bare(GT, address, "Cargo: Emperatriz\nTeléfono: (502) 2410-0009\n"), "(confirm)")


def test_55_a_token_for_forms_confirms_nothing(square: Square) -> None:
    asked = question(square)
    forged = asked.reply_to[0].address.replace("+c-", "+r-")
    asks_back(square, bare(GT, forged, "CONFIRMO\n"), "nothing proves that")


def test_the_right_confirmation_is_taken(square: Square) -> None:
    assert square.town.comes(bare(GT, question(square).reply_to[0].address, "CONFIRMO\n")) == "applied"
    assert square.town.contacts("GT")[0].position == "Ministra"
    assert "Ministra" in words(square.opens(GT))
