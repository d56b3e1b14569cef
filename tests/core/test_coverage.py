"""Coverage of the directory, and when a State is asked to confirm it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.confirming import is_due, months_after, stagger
from mailbot.core.coverage import branch_of, coverage
from mailbot.core.records import Contact, Participant
from mailbot.core.values import Bilingual
from mailbot.edges.rulebook.branches import load_branches
from mailbot.edges.shipped import folder

BRANCHES = load_branches(folder("rules") / "branches.yaml")
HN = Participant(1, "HN", "state", Bilingual("Honduras", "Honduras"), "es")
OBSERVER = Participant(2, "XX", "observer", Bilingual("Otro", "Other"), "en")
TODAY = dt.date(2009, 3, 1)
MEMBERS = ("BZ", "CA", "CR", "DO", "GT", "HN", "MX", "NI", "PA", "SV", "US")


@pytest.mark.parametrize(
    ("institution", "branch"),
    [
        ("Instituto Nacional de Migración", "migration"),
        ("DIRECCIÓN GENERAL DE MIGRACION Y EXTRANJERIA", "migration"),
        ("Immigration, Refugees and Citizenship Canada", "migration"),
        ("Secretaría de Relaciones Exteriores", "foreign-affairs"),
        ("Department of State", "foreign-affairs"),
        ("Ministerio de Trabajo y Previsión Social", "labour"),
        ("Ministry of Labour and Immigration", "labour"),
        ("Ministerio de Economía", "other"),
        ("Emigrantes Unidos", "other"),
        ("", "other"),
    ],
)
def test_a_branch_is_known_by_the_first_of_its_words(institution: str, branch: str) -> None:
    found = branch_of(institution, BRANCHES)
    assert found is not None
    assert found.id == branch


def test_the_matrix_has_the_rule_the_wish_the_ages_and_what_returns() -> None:
    people = [
        Contact(1, HN, "focal-point", "A", institution="Migración", email=("a@hn.example",), bounced=("a@hn.example",),
                confirmed_on=dt.date(2009, 2, 1)),
        Contact(2, HN, "contact", "B", institution="Migración", confirmed_on=dt.date(2009, 1, 30)),
        Contact(3, HN, "contact", "C", institution="Trabajo"),
        Contact(4, HN, "officer", "D", institution="Cancillería"),
    ]  # fmt: skip
    found = coverage([HN, OBSERVER], people, BRANCHES, TODAY)
    (row,) = found.rows
    assert (row.focal_points, row.reachable) == (1, 0)
    assert (row.cells["migration"].people, row.cells["migration"].age) == (2, 30)
    assert row.cells["migration"].bounced == ("a@hn.example",)
    assert (row.cells["labour"].people, row.cells["labour"].age) == (1, None)
    assert [each.id for each in found.missing(row)] == ["foreign-affairs"]


def test_months_end_where_the_shorter_month_does() -> None:
    assert months_after(dt.date(2008, 8, 31), 6) == dt.date(2009, 2, 28)
    assert months_after(dt.date(2009, 1, 15), -24) == dt.date(2007, 1, 15)


def test_the_members_are_not_asked_in_one_week() -> None:
    weeks = {stagger(code, 6).days // 7 for code in MEMBERS}
    assert len(weeks) >= 4
    assert max(stagger(code, 6).days for code in MEMBERS) < 56


@given(st.sampled_from(MEMBERS), st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.integers(1, 24))
def test_due_from_its_day_on_and_not_before(code: str, confirmed: dt.date, months: int) -> None:
    first = months_after(confirmed, months) + stagger(code, months)
    assert is_due(code, [confirmed, None], None, first, months)
    assert not is_due(code, [confirmed], None, first - dt.timedelta(days=1), months)
    assert not is_due(code, [confirmed], first, first, months)
    assert not is_due(code, [None], None, first, months)
    assert not is_due(code, [confirmed], None, first, 0)
