"""Who wrote, how sure that is, and what they may."""

import datetime as dt

import pytest

from mailbot.core.authority import decide
from mailbot.core.people import Evidence, Writer, identify
from mailbot.core.records import Contact, Participant, RequestRecord
from mailbot.core.values import Bilingual

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


@pytest.mark.parametrize(
    ("what", "whose", "contact", "certainty", "action"),
    [
        ("contact", "self", None, "stranger", "hold"),
        ("contact", "other", ANA, "token", "hold"),
        ("contact", "participant", ANA, "token", "do"),
        ("contact", "participant", ANA, "address", "confirm"),
        ("contact", "participant", LUZ, "token", "hold"),
        ("contact", "self", LUZ, "thread", "do"),
        ("contact", "self", LUZ, "address", "confirm"),
        ("leave-last", "self", ANA, "token", "hold"),
        ("status", "participant", LUZ, "code", "do"),
        ("status", "participant", LUZ, "address", "confirm"),
    ],
)
def test_may_they(what, whose, contact, certainty, action) -> None:
    writer = Writer("x@y.example", contact, GT if contact else None, certainty, None)
    assert decide(what, whose, writer).action == action
