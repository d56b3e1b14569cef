"""Lines written to make the labelling slow: the work grows with the lines, and no faster."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable
from typing import Any

import pytest

from mailbot.core import quotation
from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label
from mailbot.core.values import Line

A = "grupo.md@crm.example"


def calls(work: Callable[[], Any]) -> int:
    """How many functions, Python's and C's, a piece of work calls, once what is remembered of its lines is."""
    work()
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


HOSTILE = [
    "El 3 de enero de 2011, 10:22,",
    f"De: {A} 10:22",
    "Para: x,",
    f"x <{A}>",
    "Este mensaje es para",
    "Este mensaje es confidencial",
    "Saludos",
    "-----",
    "--",
    '"x"\n03/01/2011 10:22\n\n\tPara\tx',
    "-----Mensaje original-----",
    "De: a@b.example\n\n",
    "AVISO LEGAL\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_lines_take_twice_the_work(piece: str) -> None:
    def letter(times: int) -> tuple[Line, ...]:
        return tuple(lines_of_text("\n".join([piece] * times)))

    small, large = letter(400), letter(800)
    assert calls(lambda: label(large)) < 2.3 * calls(lambda: label(small))


@pytest.mark.parametrize(
    "piece", ["a", "> ", "El 3 ", "De: x@y.example enviado el ", "<http://", "(", "- ", "Saludos ", "\t"]
)
def test_a_line_of_a_megabyte_takes_no_more_work_than_one_of_two_thousand(piece: str) -> None:
    short = (Line(1, (piece * 2_000)[:2_000]), Line(2, "x"))
    long = (Line(1, (piece * 1_000_000)[:1_000_000]), Line(2, "x"))
    assert calls(lambda: label(long)) == calls(lambda: label(short))


def _unbounded(parsed: Any, inside: bool) -> bool:
    """Whether an unbounded repetition of many stands within another one."""
    for name, argument in parsed:
        repeated = str(name) in {"MAX_REPEAT", "MIN_REPEAT"}
        many = repeated and argument[1] > 1_000
        if many and inside:
            return True
        parts = argument if isinstance(argument, (list, tuple)) else [argument]
        for part in parts:
            branches = part if isinstance(part, list) else [part]
            for branch in branches:
                if hasattr(branch, "data") and _unbounded(branch, inside or many):
                    return True
    return False


def test_no_expression_repeats_a_repetition() -> None:
    found = 0
    for each in pkgutil.iter_modules(quotation.__path__, f"{quotation.__name__}."):
        for name, value in vars(importlib.import_module(each.name)).items():
            expressions = value if isinstance(value, tuple) else (value,)
            for expression in expressions:
                if isinstance(expression, re.Pattern):
                    found += 1
                    assert not _unbounded(re._parser.parse(expression.pattern), inside=False), name
    assert found > 20


def test_lines_beyond_the_most_go_by_their_marks() -> None:
    many = [Line(number, "x") for number in range(1, 20_050)]
    many[20_010] = many[20_010]._replace(depth=1)
    found = label(tuple(many))
    assert [found[20_009].label, found[20_010].label, len(found)] == ["new", "quoted", len(many)]
