"""What mail servers are told of a token, and what they say of it."""

from __future__ import annotations

import json

import pytest

from mailbot.edges import sasl


def test_what_is_said_to_mail_servers() -> None:
    assert sasl.initial("XOAUTH2", "g@crm.example", "T") == b"user=g@crm.example\1auth=Bearer T\1\1"
    # RFC 7628 section 4.1, and the name's escapes of RFC 5801.
    assert sasl.initial("OAUTHBEARER", "a=b,c", "T") == b"n,a=a=3Db=2Cc,\1auth=Bearer T\1\1"
    assert sasl.choose({"PLAIN", "XOAUTH2"}) == "XOAUTH2"
    assert sasl.choose({"XOAUTH2", "OAUTHBEARER"}) == "OAUTHBEARER"
    assert sasl.choose({"PLAIN"}) is None


@pytest.mark.parametrize(
    ("challenge", "words"),
    [
        (b'{"status":"401","schemes":"bearer","scope":"mail"}', "status=401 schemes=bearer scope=mail"),
        (json.dumps({"status": "x" * 5000}).encode(), "status=" + "x" * 300),
        (b"[]", ""),
        (b"\xff", ""),
        (b"", ""),
    ],
)
def test_what_mail_servers_say_of_a_token(challenge: bytes, words: str) -> None:
    assert sasl.told(challenge) == words


def test_a_policy_is_no_reason_for_a_newer_token() -> None:
    said = "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant."
    assert sasl.policy(said)
    assert "SmtpClientAuthenticationDisabled $false" in sasl.with_remedy(said)
    assert not sasl.policy("535 5.7.3 Authentication unsuccessful")
    assert "ImapEnabled" in sasl.with_remedy("User is authenticated but not connected.")
