"""Address headers as they come: the same mailboxes on every Python, whatever its own reader makes of them.

Debian's 3.11 and every Python from 3.12.5 on return nothing at all for a header that is a little odd
(CVE-2023-27043); others return the first address only.  Two authors must be seen as two on each of them.
"""

import pytest

from mailbot.core.message.parse import parse

CASES = [
    ("<evil@evil.example> focal@gt.example", [("", "evil@evil.example"), ("", "focal@gt.example")]),
    ("focal@gt.example <evil@evil.example>", [("", "focal@gt.example"), ("", "evil@evil.example")]),
    ("focal@gt.example evil@evil.example", [("", "focal@gt.example"), ("", "evil@evil.example")]),
    ("ana@x.example)evil@evil.example", [("", "ana@x.example"), ("", "evil@evil.example")]),
    ("ana@x.example; beto@x.example", [("", "ana@x.example"), ("", "beto@x.example")]),
    ("Equipo: a@x.example, b@x.example;", [("", "a@x.example"), ("", "b@x.example")]),
    ('"focal@gt.example" <evil@evil.example>', [("focal@gt.example", "evil@evil.example")]),
    ("García, María <m@x.example>", [("García, María", "m@x.example")]),
    ("García, María (DGM) <m@x.example>", [("García, María (DGM)", "m@x.example")]),
    ('"Ana" ana@x.example', [("Ana", "ana@x.example")]),
    ('"unclosed <ana@x.example>', [("unclosed", "ana@x.example")]),
    ("Ana <mailto:ana@x.example>", [("", "ana@x.example")]),
    ("<ana@x.example", [("", "ana@x.example")]),
    ('"Ana, de la O" <"ana o"@x.example>', [("Ana, de la O", '"anao"@x.example')]),
    ("=?utf-8?q?Mar=C3=ADa=2C_Ana?= <m@x.example>", [("María, Ana", "m@x.example")]),
    ("nobody", []),
]


@pytest.mark.parametrize(("value", "expected"), CASES, ids=[each[0] for each in CASES])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_the_mailboxes_of_a_header(value: str, charset: str, expected: list[tuple[str, str]]) -> None:
    found = parse(f"To: {value}\r\nSubject: x\r\n\r\nx".encode(charset)).to
    assert [(each.name, each.address) for each in found] == expected
