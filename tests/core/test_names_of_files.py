"""The names of files are looked for where the headers of a part may hold one, however they write it."""

from __future__ import annotations

import pytest

from mailbot.core.message import parse

PDF = "Content-Type: application/pdf"
ATTACHED = f"{PDF}\nContent-Disposition: attachment"


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (f'{PDF}; name="informe.pdf"', "informe.pdf"),
        (f"{PDF}; NAME=informe.pdf", "informe.pdf"),
        (f"{ATTACHED}; FileName=informe.pdf", "informe.pdf"),
        (f"{ATTACHED}; filename*=utf-8''informaci%C3%B3n.pdf", "información.pdf"),
        (f"{ATTACHED}; filename*0=informe; filename*1=.pdf", "informe.pdf"),
        (ATTACHED, "part"),
        (PDF, "part"),
    ],
)
def test_a_file_has_the_name_that_its_headers_give_it(headers: str, name: str) -> None:
    raw = f"From: a@b.example\n{headers}\n\nabc".encode("latin-1")
    assert [each.name for each in parse(raw).attachments] == [name]


def test_parameters_that_cannot_be_taken_apart_are_said() -> None:
    raw = f"From: a@b.example\n{ATTACHED}; x*=a; x*0=b\n\nabc".encode()
    assert "a file name does not decode" in parse(raw).problems
