"""What stands around the words of a text part: PGP's armour (RFC 9580 section 7), marks of initials."""

from __future__ import annotations

import pytest

from mailbot.core.message.armor import without_armour
from mailbot.core.message.initials import initials_of
from mailbot.core.message.text import lines_of_text

SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

Cargo: Directora
- - Fax: no tenemos
- -----Mensaje original-----
> Cargo:
-----BEGIN PGP SIGNATURE-----

iQEzBAEBCAAdFiEE
=AbCd
-----END PGP SIGNATURE-----
Aviso legal"""


def test_armour_is_left_blank_and_dashes_are_given_back() -> None:
    opened = without_armour(SIGNED)
    assert opened.count("\n") == SIGNED.count("\n")
    assert [line for line in opened.split("\n") if line] == [
        "Cargo: Directora",
        "- Fax: no tenemos",
        "-----Mensaje original-----",
        "> Cargo:",
        "Aviso legal",
    ]


def test_text_without_armour_stays_as_it_is() -> None:
    text = "Hash: 3\n- - no\n-----BEGIN-----"
    assert without_armour(text) == text


def test_an_armour_never_closed_loses_no_word_above_it() -> None:
    text = SIGNED.split("-----END")[0]
    assert "Cargo: Directora" in without_armour(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n".join(f"GTMD> línea {n}" for n in range(5)), "GTMD"),
        ("Monday, January 3, 2011, you wrote:\n\nGM> Cargo: Directora", "GM"),
        ("Nombre> Ana\nCargo> Directora\nTel> 2230-0000\nFax> no\nDir> Tegucigalpa", ""),
        ("Resp> Realizada\nResp> En proceso", ""),
        ("R> a\nR> b\nR> c\nR> d\nR> e", ""),  # one letter may be a person's own way to answer
    ],
)
def test_initials_are_marks_where_many_lines_share_them(text: str, expected: str) -> None:
    assert initials_of(text.split("\n")) == expected


def test_initials_count_as_a_mark_and_are_taken_off() -> None:
    lines = lines_of_text("you wrote:\n\nGTMD> Cargo:\nGTMD>> ayer\nmía")
    assert [(line.depth, line.text) for line in lines] == [
        (0, "you wrote:"), (0, ""), (1, "Cargo:"), (2, "ayer"), (0, "mía"),
    ]  # fmt: skip
