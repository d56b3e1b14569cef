"""Codes of activities with a blank, a long dash, nothing or a small letter in them, and what is no code."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.fields import loose_codes
from mailbot.core.fields.loose_codes import canonical, codes_in, letters_of, may_hold_one, spelt
from mailbot.core.fields.plain import read_activity
from mailbot.core.values import Bilingual, FieldValue, Known
from tests.answers import FORMS
from tests.reports import PLAN, entries_of, shown

TODAY = dt.date(2009, 3, 10)
ACTIVITY = FORMS["activity-status"].field("activity")
PROGRAMME = {code: Bilingual(f"Título {code}", f"Title {code}") for code in ("MD-05", "MD-15", "P003-14", "P003-04")}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("P003 14: realizada", [("P003-14", "done")]),
        ("P003 14 realizada", [("P003-14", "done")]),
        ("P003 – 14 realizada", [("P003-14", "done")]),
        ("P003—14: realizada", [("P003-14", "done")]),
        ("P003‑14: realizada", [("P003-14", "done")]),  # a hyphen that does not break
        ("P003.14: realizada", [("P003-14", "done")]),
        ("P003/14: realizada", [("P003-14", "done")]),
        ("P00314: realizada", [("P003-14", "done")]),
        ("p003-14: realizada", [("P003-14", "done")]),
        ("La P003 14 ya se realizó.", [("P003-14", "done")]),
        ("P003 05a: realizada", [("P003-05a", "done")]),
        ("MD05: en proceso", [("MD-05", "in-progress")]),
        ("MD05 Taller de remesas: en proceso", [("MD-05", "in-progress")]),
        ("MD 04: en proceso", [("MD-04", "in-progress")]),
        ("md-07 realizada", [("MD-07", "done")]),
        ("La actividad MD05 está en proceso.", [("MD-05", "in-progress")]),
        ("La actividad MD – 05 está en proceso.", [("MD-05", "in-progress")]),
        ("MD-04: realizada\nmd 05: en proceso", [("MD-04", "done"), ("MD-05", "in-progress")]),
        ("MD-04: realizada\nmd05: en proceso", [("MD-04", "done"), ("MD-05", "in-progress")]),
        ("MD 04 realizada\nMD 05 en proceso", [("MD-04", "done"), ("MD-05", "in-progress")]),
        (
            "P003 14 REALIZADO EL 30 DE ENERO. P003 04 EN PROCESO, 50%. P003 19 NO SE HA INICIADO. SALUDOS",
            [("P003-14", "done"), ("P003-04", "in-progress"), ("P003-19", "not-started")],
        ),
        ("P003-04: en proceso\nP003-5a: realizada", [("P003-04", "in-progress"), ("P003-05a", "done")]),
        ("P003 - 04: en proceso\np003-5a: realizada", [("P003-04", "in-progress"), ("P003-05a", "done")]),
        ("P003-04: en proceso\nP003 5: realizada", [("P003-04", "in-progress"), ("P003-05", "done")]),
        ("MD-04: en proceso\nMD-5: realizada", [("MD-04", "in-progress"), ("MD-05", "done")]),
        ("P003/14: en proceso\nP 003-18: realizada", [("P003-14", "in-progress"), ("P003-18", "done")]),
        ("P003-14: en proceso\nP-003-18: realizada", [("P003-14", "in-progress"), ("P003-18", "done")]),
        ("P003-14: en proceso\nP 003 18: realizada", [("P003-14", "in-progress"), ("P003-18", "done")]),
        ("P003_14: en proceso\np-003_18: realizada", [("P003-14", "in-progress"), ("P003-18", "done")]),
        # nothing tells how many figures the plan writes, or other letters do
        ("P003-14: en proceso\nP003-5a: realizada", [("P003-14", "in-progress"), ("P003-5a", "done")]),
        ("MD-04: en proceso\nIND-2: realizada", [("MD-04", "in-progress"), ("IND-2", "done")]),
        (
            "> IND-2 Foro virtual\n\nIND-04: en proceso\nIND-3: realizada",
            [("IND-04", "in-progress"), ("IND-3", "done")],
        ),
        # none of these is a code
        ("DEL 03 AL 06 DE FEBRERO SE REALIZO EL TALLER (P003-08).", [("P003-08", "done")]),
        ("EL 24: REALIZADO P003-11", [("P003-11", "done")]),
        ("FILA 14: realizada", []),
        ("El taller COVID19: realizado", []),
        ("Sala P003 14 horas", []),
        ("P003 14 de enero: realizada", []),
        ("CEL 55: en proceso", []),
        ("P 003-18: realizada", []),
    ],
)
def test_codes_are_read_however_they_are_written(body: str, expected: list[tuple[str, str]]) -> None:
    told = [shown(entry) for entry in entries_of(body)]
    assert [(each.get("activity"), each.get("status")) for each in told] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("MD05", "MD-05"),
        ("MD 5", "MD-05"),
        ("MD-5", "MD-05"),
        ("md-05", "MD-05"),
        ("MD-15", "MD-15"),
        ("P00314", "P003-14"),
        ("P003 4", "P003-04"),
        ("MD-50", None),
        ("MD-1", None),
    ],
)
def test_the_code_is_the_one_of_the_programme(words: str, expected: str | None) -> None:
    read = read_activity(ACTIVITY, words, 1, Known(today=TODAY, activities=PROGRAMME))
    assert canonical(words, PROGRAMME) == expected
    assert (read.value if isinstance(read, FieldValue) else None) == expected


@pytest.mark.parametrize(("words", "expected"), [("MD05", "MD-05"), ("P00314", "P003-14"), ("MAR 14", "MAR 14")])
def test_a_glued_code_is_letters_and_two_figures(words: str, expected: str) -> None:
    read: Any = read_activity(ACTIVITY, words, 1, Known(today=TODAY))
    assert read.value == expected


def test_letters_are_vouched_for_by_other_codes() -> None:
    codes = codes_in(["Actividad: MD-05 Taller", "IND-2"])
    letters = letters_of(codes.values(), ["MD 04 Foro", "OF 12 de enero"])
    assert spelt("el MD 5 y la IND 2, en CA 12", codes, letters) == "el MD-05 y la IND-2, en CA 12"
    assert spelt("el md 15 de mayo", codes, letters) == "el md 15 de mayo"
    assert spelt("MD 15 de mayo", codes, letters) == "MD 15 de mayo"


def test_a_code_in_brackets_behind_a_title_needs_no_subject_of_ours() -> None:
    body = "La cuarta reunión técnica (P003 – 11) se efectuó los días 24 y 25 de febrero."
    told = [shown(entry) for entry in entries_of(body, "Red Consular, reuniones técnicas")]
    assert told == [{"activity": "P003-11", "status": "done", "date": "2009-02-24/2009-02-25"}]
    assert entries_of("El expediente (P003-11) se entregó el 24 de febrero.", PLAN) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("P003-04: en proceso\nP003-5a: realizada", "P003-5a"),
        ("P003 14: realizada", "P003 14"),
        ("MD05 Taller: en proceso", "MD05 Taller"),
        ("p003-14 realizada", "p003-14"),
    ],
)
def test_the_evidence_is_what_was_written(body: str, said: str) -> None:
    *_, entry = entries_of(body)
    assert entry["fields"]["activity"]["said"] == said
    assert entry["fields"]["activity"]["certainty"] == "normalised"


def test_letters_parted_from_their_figures_need_another_code() -> None:
    letters, padded = frozenset({"P003"}), frozenset({"P003"})
    assert spelt("P 003-18 y P-003-5", {}, letters, padded) == "P003-18 y P003-05"
    assert spelt("P 003-18 y P-003-5", {}, frozenset(), padded) == "P 003-18 y P-003-5"
    assert spelt("el p 003-18, de 003-18 a 003-19", {}, letters, padded) == "el p 003-18, de 003-18 a 003-19"
    assert spelt("P003-5a", {"P003 5A": "P003-5a"}, letters, padded) == "P003-5a"  # known as it stands


@pytest.mark.parametrize("date", ["Date - 12 February 2009", "When - 12 de febrero de 2009", "Fecha – 12 feb. 2009"])
def test_a_label_before_a_day_is_no_code(date: str) -> None:
    """A random filling found it: "DATE-12" was a second activity."""
    (entry,) = entries_of(f"Actividad - MD-07\n{date}\nEstado - en proceso")
    assert entry["fields"]["activity"]["value"] == "MD-07"
    assert entry["fields"]["date"]["value"]["start"] == "2009-02-12"


def test_a_line_without_end_is_left_as_it_is() -> None:
    """Twenty megabytes of "del 3 al 5 de marzo" took a quarter of a minute."""
    line = "del 3 al 5 de marzo " * 1_000
    assert spelt(line, {}, frozenset({"P"})) is line


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([loose_codes._UNMISTAKABLE, loose_codes._SPLIT, loose_codes._LOOSE]).flatmap(st.from_regex),
)
def test_what_every_spelling_holds_is_looked_for_first(written: str) -> None:
    assert may_hold_one(written)


@pytest.mark.parametrize("text", ["Teléfono: 2259-0000", "12 de marzo", "Cargo: Jefa de Visas", "a@1", ""])
def test_most_lines_are_not_looked_through_for_codes(text: str) -> None:
    assert not may_hold_one(text)
