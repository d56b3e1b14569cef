"""Codes that people carry back."""

import datetime as dt

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


DAY = dt.date(2008, 12, 1)
GROUP = "grupo.md@crm.example"


@pytest.mark.parametrize("purpose", [codes.REPLY, codes.CONFIRM])
def test_a_token_names_code_recipient_day_and_purpose_in_any_case(purpose: str) -> None:
    address = codes.reply_address(GROUP, "MD-DIR-GT-7K3QX", "A@x.example", KEY, DAY, purpose)
    for written in (address, address.upper(), address.lower()):
        found = codes.token_of_address(written, GROUP, ["a@X.example"], KEY)
        assert found == codes.Token("MD-DIR-GT-7K3QX", "a@X.example", DAY, purpose)
    assert len(address.partition("@")[0]) <= 64  # RFC 5321 section 4.5.3.1.1


def test_a_token_of_the_first_kind_stays_readable() -> None:
    old = "grupo.md+r-md-dir-gt-7k3qx-yfw6piwg3n@crm.example"
    found = codes.token_of_address(old, GROUP, ["a@x.example"], KEY)
    assert found == codes.Token("MD-DIR-GT-7K3QX", "a@x.example")


@given(st.dates(dt.date(2000, 1, 1), dt.date(2089, 1, 1)))
def test_every_day_comes_back(day: dt.date) -> None:
    address = codes.reply_address(GROUP, "MD-DIR-GT-7K3QX", "a@x.example", KEY, day)
    found = codes.token_of_address(address, GROUP, ["a@x.example"], KEY)
    assert found is not None
    assert found.issued == day


def test_a_token_with_another_day_purpose_or_code_is_nobodys() -> None:
    address = codes.reply_address(GROUP, "MD-DIR-GT-7K3QX", "a@x.example", KEY, DAY)
    local = address.partition("+")[2]
    later = codes.reply_address(GROUP, "MD-DIR-GT-7K3QX", "a@x.example", KEY, DAY + dt.timedelta(days=400))
    stamped = local[:18] + later.partition("+")[2][18:21] + local[21:]
    assert stamped != local
    for other in ("c" + local[1:], stamped, local.replace("gt", "hn")):
        found = codes.token_of_address(f"grupo.md+{other}", GROUP, ["a@x.example"], KEY)
        assert found is not None
        assert found.recipient is None


@pytest.mark.parametrize("recipient", ["b@x.example", "a@x.example.org"])
def test_reply_address_of_another_person_is_no_token(recipient: str) -> None:
    address = codes.reply_address(GROUP, "MD-DIR-GT-7K3QX", "a@x.example", KEY, DAY)
    found = codes.token_of_address(address, GROUP, [recipient], KEY)
    assert found == codes.Token("MD-DIR-GT-7K3QX", None, DAY, codes.REPLY)


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
    assert codes.token_of_address(address, GROUP, ["a@x.example"], KEY) is None


def test_a_letters_id_was_made_for_one_address() -> None:
    made = codes.letter_id("md", "crm.example", "A@x.example", 2**80 - 1, KEY)
    assert codes.letter_ids_in(f"Message-ID: <{made}>\n") == (made,)
    assert codes.issued_to(made, ["b@x.example", "a@x.example"], KEY)
    assert codes.issued_to(made.upper(), ["a@x.example"], KEY)
    assert not codes.issued_to(made, ["b@x.example"], KEY)
    assert not codes.issued_to(made.replace("fff", "ffe"), ["a@x.example"], KEY)
    assert codes.issued_to("mb.md.0123456789@crm.example", ["a@x.example"], KEY)
