"""Results of servers read strictly, and which domain speaks for which."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.trust import aligned, parse_results, top_headers
from mailbot.core.values import OperatorError
from mailbot.edges.rulebook.authority import load_authority


def said(value: str) -> list[tuple[str, str, tuple]] | None:
    found = parse_results(value)
    return None if found is None else [(x.method, x.result, x.properties) for x in found.results]


GOOD = {
    "mx.example; none": [],
    "MX.example 1; none;": [],
    "mx.example; dkim=pass header.d=gt.example": [("dkim", "pass", (("header.d", "gt.example"),))],
    'mx.example (a (nested\\)) one);\r\n\tdkim = pass (2048) reason="a; b=c" header.b=AbC=': [
        ("dkim", "pass", (("header.b", "AbC="),))
    ],
    'mx.example; spf=pass smtp.mailfrom="a b"@x.example; dmarc/1=fail': [
        ("spf", "pass", (("smtp.mailfrom", "a b@x.example"),)),
        ("dmarc", "fail", ()),
    ],
}


@pytest.mark.parametrize("value", GOOD)
def test_results_as_servers_write_them(value: str) -> None:
    assert said(value) == GOOD[value]
    assert parse_results(value).server == "mx.example"


@pytest.mark.parametrize(
    "value",
    [
        "", ";", "mx.example", "mx.example;", "mx.example 2; dkim=pass", "mx.example; dkim", "mx.example; =pass",
        "mx.example; dkim=pass (", 'mx.example; dkim=pass "x', "mx.example; dkim=pass)", "mx.example; dkim/2=pass",
        "mx.example; dkim=pass; ; spf=pass", "mx.example; dkim=pass nonsense", "a b c; dkim=pass", "x\x00; none",
        "x; " + "dkim=pass; " * 2_000,
    ],
)  # fmt: skip
def test_what_is_not_exactly_that_says_nothing(value: str) -> None:
    assert said(value) is None


@given(st.text(alphabet='ad;= ()"\\/.1pmx\r\n\t', max_size=60) | st.text(max_size=60))
def test_any_text_is_read_or_says_nothing(value: str) -> None:
    found = parse_results(value)
    assert found is None or found.server == found.server.lower()


def test_a_hostile_value_takes_no_time() -> None:
    begun = time.process_time()
    for value in ("(" * 9_999, "x; " + '"' * 9_990, "x; " + "a" * 9_990, "x; " + "a=" * 4_900):
        parse_results(value)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("signer", "author", "speaks"),
    [
        ("gt.example", "gt.example", True),
        ("GT.example.", "gt.EXAMPLE", True),
        ("mail.gt.example", "gt.example", True),
        ("gt.example", "mail.gt.example", True),
        ("a.gt.example", "b.gt.example", False),
        ("example", "gt.example", False),
        ("gob.gt", "minex.gob.gt", False),
        ("minex.gob.gt", "dir.minex.gob.gt", True),
        ("go.cr", "rree.go.cr", False),
        ("gc.ca", "international.gc.ca", False),
        ("onmicrosoft.com", "one.onmicrosoft.com", False),
        ("two.onmicrosoft.com", "one.onmicrosoft.com", False),
        ("xgt.example", "gt.example", False),
        ("münchen.example", "xn--mnchen-3ya.example", True),
        ("gt.exаmple", "gt.example", False),
        ("", "", False),
        ("gt..example", "gt..example", False),
    ],
)
def test_which_domain_speaks_for_which(signer: str, author: str, speaks: bool) -> None:
    assert aligned(signer, author) is speaks


def test_the_headers_from_the_top_as_they_stand() -> None:
    raw = b"From x Mon\r\nReceived: a\r\n b\r\nX: =?utf-8?q?;?=\r\n\r\nBody: no\r\n"
    assert top_headers(raw) == (("received", "a b"), ("x", "=?utf-8?q?;?="))


@given(st.binary(max_size=200))
def test_any_bytes_have_headers_or_none(raw: bytes) -> None:
    assert all(name == name.lower() for name, _ in top_headers(raw))


SHIPPED = Path("rules/authority.yaml").read_text("utf-8")
LAST = "  - {verdict: entitled}\n"


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        (LAST, "", "rules: 60 cases are left undecided"),
        ("who: [stranger], verdict: unknown", "who: [nobody], verdict: unknown", "rules.0.who.0"),
        ("verdict: proposal}", "verdict: propsal}", 'rules.9.verdict: there is no verdict "propsal"'),
        ("    by: old-address\n", "", "verdicts.new-address.by: who confirms is missing"),
        ("{sure: [address, code], verdict", "{sure: [address], verdict", "somebody who proved nothing could act"),
        (LAST, LAST + "  - {what: [status], verdict: unknown}\n", "rules.15: the rows above decide all its cases"),
        (
            "    do: hold\n    es: La dirección",
            "    do: do\n    es: La dirección",
            "rules.0: somebody who proved nothing",
        ),
    ],
)
def test_mistakes_of_the_table_name_key_and_remedy(tmp_path: Path, before: str, after: str, named: str) -> None:
    assert before in SHIPPED
    file = tmp_path / "authority.yaml"
    file.write_text(SHIPPED.replace(before, after, 1), "utf-8")
    with pytest.raises(OperatorError) as caught:
        load_authority(file)
    told = [each.en for each in caught.value.problems]
    assert any(each.startswith("authority.yaml: ") and named in each for each in told), told
