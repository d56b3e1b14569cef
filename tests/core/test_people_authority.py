"""Who wrote, how sure that is, and what they may."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.core.authority import Case, Verdict, decide, mildest, standing, strictest
from mailbot.core.changes import Change, FieldChanged, kinds_of
from mailbot.core.people import Evidence, Writer, identify
from mailbot.core.records import Contact, Participant, RequestRecord
from mailbot.core.values import Bilingual
from mailbot.edges.rulebook.authority import load_authority

GT = Participant(1, "GT", "state", Bilingual("Guatemala", "Guatemala"), "es")
HN = Participant(2, "HN", "state", Bilingual("Honduras", "Honduras"), "es")
ANA = Contact(11, GT, "focal-point", "Ana Inventada", email=("ana@gt.example",))
LUZ = Contact(12, GT, "contact", "Luz Supuesta", email=("luz@gt.example",))
ASKED = dt.datetime(2008, 12, 1, tzinfo=dt.UTC)


def request(participant: Participant) -> RequestRecord:
    return RequestRecord(5, "contact-update", participant, None, None, "", "C", None, ASKED, None, "asked")


@pytest.mark.parametrize(
    ("contacts", "signs", "certainty", "answers", "foreign"),
    [
        ([], [], "stranger", False, False),
        ([], [("token", GT)], "stranger", True, True),
        ([ANA], [], "address", False, False),
        ([ANA], [("code", GT)], "code", True, False),
        ([ANA], [("code", GT), ("token", GT)], "token", True, False),
        ([ANA], [("token", HN)], "address", True, True),
        ([ANA], [("token", HN), ("thread", GT)], "thread", True, False),
    ],
)
def test_the_strongest_sign_of_ones_own_participant_counts(contacts, signs, certainty, answers, foreign) -> None:
    writer = identify("ana@gt.example", contacts, [Evidence(how, request(who)) for how, who in signs])
    assert writer.certainty == certainty
    assert (writer.request is not None) == answers
    assert writer.foreign_request == foreign


@pytest.mark.parametrize("how", ["address", "code"])
def test_the_domains_word_stands_above_a_code(how: str) -> None:
    signs = [] if how == "address" else [Evidence("code", request(GT))]
    assert identify("ana@gt.example", [ANA], signs).certainty == how
    assert identify("ana@gt.example", [ANA], signs, signed=True).certainty == "signed"
    assert identify("x@y.example", [], signs, signed=True).certainty == "stranger"


def test_a_token_for_one_purpose_is_a_code_for_another() -> None:
    token = Evidence("token", request(GT), "confirm")
    assert token.used_for("confirm") == token
    assert token.used_for("reply").how == "code"
    assert Evidence("token", request(GT)).used_for("reply").how == "token"


RULES = load_authority(Path("rules/authority.yaml"))


@pytest.mark.parametrize(
    ("what", "whose", "who", "sure", "action", "by"),
    [
        ("contact", "self", "stranger", "token", "hold", "sender"),
        ("read", "self", "stranger", "token", "hold", "sender"),
        ("read", "self", "contact", "address", "do", "sender"),
        ("contact", "other", "focal-point", "token", "hold", "sender"),
        ("contact", "participant", "focal-point", "token", "do", "sender"),
        ("contact", "participant", "focal-point", "address", "confirm", "sender"),
        ("contact", "participant", "focal-point", "code", "confirm", "sender"),
        ("contact", "participant", "contact", "token", "hold", "sender"),
        ("contact", "self", "contact", "thread", "do", "sender"),
        ("contact", "self", "contact", "signed", "do", "sender"),
        ("contact", "self", "contact", "address", "confirm", "sender"),
        ("address", "self", "contact", "thread", "do", "sender"),
        ("address", "participant", "focal-point", "token", "confirm", "old-address"),
        ("focal-point", "participant", "focal-point", "token", "do", "sender"),
        ("focal-point", "self", "contact", "token", "confirm", "focal-point"),
        ("focal-point", "participant", "alternate", "token", "confirm", "focal-point"),
        ("last-focal-point", "self", "focal-point", "token", "hold", "sender"),
        ("last-focal-point", "other", "presidency", "token", "do", "sender"),
        ("last-focal-point", "other", "presidency", "address", "confirm", "sender"),
        ("status", "participant", "contact", "thread", "do", "sender"),
        ("status", "participant", "contact", "code", "confirm", "sender"),
        ("status", "participant", "guest", "token", "hold", "sender"),
        ("contact", "self", "guest", "token", "hold", "sender"),
        ("no-change", "self", "guest", "token", "do", "sender"),
        ("contact", "other", "secretariat", "token", "do", "sender"),
    ],
)
def test_may_they(what: str, whose: str, who: str, sure: str, action: str, by: str) -> None:
    verdict = decide(RULES, Case(what, whose, who, sure))
    assert (verdict.action, verdict.by) == (action, by)


@pytest.mark.parametrize(
    ("contact", "chair", "secretariat", "who"),
    [
        (None, "GT", "ST", "stranger"),
        (ANA, "GT", "ST", "focal-point"),
        (replace(ANA, role="officer"), "GT", "ST", "presidency"),
        (replace(ANA, role="officer"), "HN", "ST", "officer"),
        (ANA, "HN", "GT", "secretariat"),
        (replace(ANA, participant=replace(GT, kind="network")), "HN", "ST", "guest"),
        (replace(ANA, role="emperor"), "HN", "ST", "contact"),
    ],
)
def test_who_somebody_is_to_the_table(contact, chair: str, secretariat: str, who: str) -> None:
    writer = Writer("x@y.example", contact, contact.participant if contact else None, "token", None)
    assert standing(writer, chair, secretariat) == who


def test_the_strictest_of_what_a_change_is_and_the_mildest_of_who_agrees() -> None:
    words = Bilingual("a", "a")
    do, hold, refuse = Verdict("do", words), Verdict("hold", words), Verdict("refuse", words)
    sender, other = Verdict("confirm", words), Verdict("confirm", words, "old-address")
    assert strictest([do, hold, sender]) == hold
    assert strictest([hold, refuse]) == refuse
    assert strictest([other, sender]) == strictest([sender, other]) == sender
    assert mildest([hold, do, refuse]) == do


MOVES = FieldChanged("email", ["a@b.example"], ["c@d.example"])
CHANGES = [
    (Change("confirm", GT, ANA), ("no-change",)),
    (Change("update", GT, LUZ, fields=(FieldChanged("position", "", "x"),)), ("contact",)),
    (
        Change("update", GT, LUZ, fields=(FieldChanged("email", ["a@b.example"], ["c@d.example"]),)),
        ("contact", "address"),
    ),
    (Change("update", GT, LUZ, fields=(FieldChanged("email", [], ["c@d.example"]),)), ("contact",)),
    (Change("update", GT, LUZ, fields=(FieldChanged("role", "contact", "focal-point"),)), ("contact", "focal-point")),
    (Change("leave", GT, ANA), ("contact", "last-focal-point")),
    (Change("leave", GT, LUZ), ("contact",)),
    (Change("new", GT, None, fields=(FieldChanged("name", "", "x"),), replaces=ANA), ("contact", "last-focal-point")),
]


@pytest.mark.parametrize(("change", "kinds"), CHANGES)
def test_everything_a_change_is(change: Change, kinds: tuple[str, ...]) -> None:
    assert kinds_of(change, [ANA, LUZ]) == kinds


def test_with_a_second_focal_point_it_is_not_the_last() -> None:
    eva = replace(ANA, id=13, name="Eva Fingida")
    assert kinds_of(Change("leave", GT, ANA), [ANA, LUZ, eva]) == ("contact", "focal-point")
