"""Codes that people carry back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core import codes

KEY = b"a key of the tests, long enough"


def test_code_has_its_parts_and_fits_its_check() -> None:
    code = codes.request_code("md", "DIR", "GT", 0b10101_00011_11111_00000)
    assert code.startswith("MD-DIR-GT-")
    assert codes.is_valid(code)
    assert not set(code.rpartition("-")[2]) & set("0O1I")


@given(st.integers(0, 2**20 - 1), st.integers(0, 3), st.sampled_from(codes.ALPHABET))
def test_one_wrong_character_is_seen_and_mended_when_unique(draw: int, place: int, other: str) -> None:
    code = codes.request_code("md", "DIR", "GT", draw)
    at = len(code) - 5 + place
    wrong = code[:at] + other + code[at + 1 :]
    if wrong != code:
        assert not codes.is_valid(wrong)
    assert codes.nearest(wrong, [code, "MD-EST-GT-AAAAA"]) == code


def test_two_equally_near_codes_are_not_chosen_between() -> None:
    assert codes.nearest("MD-DIR-GT-AAAAA", ["MD-DIR-GT-AAAAB", "MD-DIR-GT-AAAAC"]) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Re: Actualización [MD-DIR-GT-7K3QX]", ("MD-DIR-GT-7K3QX",)),
        ("código md-dir-gt-7k3qx y otra vez MD-DIR-GT-7K3QX", ("MD-DIR-GT-7K3QX",)),
        ("Plan de trabajo 2008-2009", ()),
        ("", ()),
    ],
)
def test_codes_are_found_in_text(text: str, found: tuple[str, ...]) -> None:
    assert codes.codes_in(text) == found


def test_reply_address_names_code_and_recipient_in_any_case() -> None:
    address = codes.reply_address("grupo.md@crm.example", "MD-DIR-GT-7K3QX", "A@x.example", KEY)
    for written in (address, address.upper(), address.lower()):
        found = codes.code_of_address(written, "grupo.md@crm.example", ["a@X.example"], KEY)
        assert found == ("MD-DIR-GT-7K3QX", "a@X.example")


@pytest.mark.parametrize("recipient", ["b@x.example", "a@x.example.org"])
def test_reply_address_of_another_person_is_no_token(recipient: str) -> None:
    address = codes.reply_address("grupo.md@crm.example", "MD-DIR-GT-7K3QX", "a@x.example", KEY)
    assert codes.code_of_address(address, "grupo.md@crm.example", [recipient], KEY) == (
        "MD-DIR-GT-7K3QX",
        None,
    )


@pytest.mark.parametrize(
    "address",
    [
        "grupo.md@crm.example",
        "grupo.md+otra@crm.example",
        "otro+r-md-dir-gt-7k3qx-abcdefghij@crm.example",
        "grupo.md+r-md-dir-gt-7k3qx-abcdefghij@other.example",
    ],
)
def test_addresses_without_a_token_of_this_group(address: str) -> None:
    assert codes.code_of_address(address, "grupo.md@crm.example", ["a@x.example"], KEY) is None
