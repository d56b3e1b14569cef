"""Habits of English and bilingual contact answers: what is read, what is asked, what is left alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, by_certainty

KNOWN = Known(today=dt.date(2011, 1, 6), countries=COUNTRIES, own=frozenset({"grupo.md@crm.example"}))
HEAD = (
    "From: h.sample@state.example\r\nTo: grupo.md@crm.example\r\nSubject: RE: Update [MD-DIR-{}-7K3QX]\r\n"
    "Message-ID: <a@b.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
)
US = "+1202555"


def entries(body: str, region: str = "US") -> list[tuple[dict[str, Any], set[str]]]:
    raw = (HEAD.format(region) + body.replace("\n", "\r\n")).encode()
    document = reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), KNOWN))
    return [
        (
            {name: _short(value) for name, value in by_certainty(entry)[0].items()},
            {doubt["field"] for doubt in entry["doubts"]} | by_certainty(entry)[1].keys(),
        )
        for entry in document["entries"]
    ]


def _short(value: Any) -> Any:
    return value["start"] if isinstance(value, dict) else value


def proposals(body: str) -> dict[str, Any]:
    raw = (HEAD.format("CA") + body.replace("\n", "\r\n")).encode()
    (entry,) = reading.read(parse(raw), tuple(FORMS.values()), KNOWN).entries
    assert not entry.fields
    return {doubt.field: doubt.proposal for doubt in entry.doubts}


# (body, fields, doubts)
ONE: list[tuple[str, dict[str, Any], set[str]]] = [
    # Letters for labels, where a number or an address follows and nothing else.
    (
        "Name: Ana Sample\nT: 202-555-0100 x5 | C: 202-555-0178 | F: 202-555-0101\nE: ana@b.example",
        {
            "name": "Ana Sample",
            "email": ["ana@b.example"],
            "phone": [f"{US}0100;ext=5"],
            "mobile": [f"{US}0178"],
            "fax": [f"{US}0101"],
        },
        set(),
    ),
    ("Name: Ana Sample\nM: female\nC: see below\nE: pending", {"name": "Ana Sample"}, set()),
    ("Tel (o): 202-555-0181\nTel (c): 202-555-0182", {"phone": [f"{US}0181"], "mobile": [f"{US}0182"]}, set()),
    (
        "Phone (cell): 202-555-0182\nPhone (office): 202-555-0181",
        {"phone": [f"{US}0181"], "mobile": [f"{US}0182"]},
        set(),
    ),
    ("Mobile: 202-555-0188 (gov't cell)", {"mobile": [f"{US}0188"]}, set()),
    ("Phone: 202-555-0188 (assistant)", {}, {"phone"}),
    ("Phone: 202-555-0188 (cell)", {}, {"phone"}),
    # The area code before a stroke; a shortened second number is no area code.
    ("Phone: 202/555-0188", {"phone": [f"{US}0188"]}, set()),
    ("Phone: (202)/555-0188 x 5", {"phone": [f"{US}0188;ext=5"]}, set()),
    ("Phone: 202-555-0188/0189", {"phone": [f"{US}0188", f"{US}0189"]}, set()),
    # The same as which number.
    ("Phone: 202-555-0110\nFax: same as tel.", {"phone": [f"{US}0110"], "fax": [f"{US}0110"]}, set()),
    (
        "Phone: 202-555-0110\nFax: mismo que el teléfono / same as telephone",
        {"phone": [f"{US}0110"], "fax": [f"{US}0110"]},
        set(),
    ),
    (
        "Phone: 202-555-0110, option 2\nMobile: 202-555-0188\nFax: same as phone",
        {"mobile": [f"{US}0188"]},
        {"phone", "fax"},
    ),
    ("Phone: 202-555-0110\nFax: n/a", {"phone": [f"{US}0110"], "fax": []}, set()),
    (
        "Phone: 202-555-0110\nMobile: 202-555-0188\nFax: same as telephone",
        {"phone": [f"{US}0110"], "mobile": [f"{US}0188"], "fax": [f"{US}0110"]},
        set(),
    ),
    # The old and the new in columns, however their headings say so.
    (
        (
            "Field | Current listing | Please change to\nName | Ana Sample | Eva Mockley\n"
            "Position | Officer | Director\nTelephone | 202-555-0110 | 202-555-0188"
        ),
        {"name": "Eva Mockley", "position": "Director", "phone": [f"{US}0188"]},
        set(),
    ),
    (
        (
            "Dato | Registro actual | Dato nuevo\nNombre | Ana Sample | Eva Mockley\nCargo | Analista | Directora\n"
            "Fax | 202-555-0110 | 202-555-0188"
        ),
        {"name": "Eva Mockley", "position": "Directora", "fax": [f"{US}0188"]},
        set(),
    ),
    # Labels of an office.
    (
        "Name: Ana Sample\nOfficial Position: Director\nParent Institution: Department of State",
        {"name": "Ana Sample", "position": "Director", "institution": "Department of State"},
        set(),
    ),
    # The family name first is turned round only where it is certain: else a question.
    ("Surname, given name: Mockford, Alistair\nPosition: Advisor", {"position": "Advisor"}, {"name"}),
    # Persons.
    (
        "Rank/Name: LTC Raymond B. Fakeman",
        {"title": "LTC", "name": "Raymond B. Fakeman"},
        set(),
    ),
    ("Name: Lt Col Raymond Fakeman", {"title": "Lt Col", "name": "Raymond Fakeman"}, set()),
    ("Name: The Hon. Elias Samplemann", {"title": "The Hon.", "name": "Elias Samplemann"}, set()),
    ("Name: Her Excellency Ana Sample", {"title": "Her Excellency", "name": "Ana Sample"}, set()),
    ("Name: Theodore Sample, Jr.", {"name": "Theodore Sample, Jr."}, set()),
    ("Name: Theodore Sample III", {"name": "Theodore Sample III"}, set()),
    ("Name: Theodore Sample, Director", {}, {"name", "position"}),
    ("Name: Ana Sample, P.Eng., MBA", {"title": "P.Eng., MBA", "name": "Ana Sample"}, set()),
    # Words of the form in both languages at once; two different ones are asked.
    ("Name: Ana Sample\nChange: New / Alta", {"change": "new", "name": "Ana Sample"}, set()),
    ("Name: Ana Sample\nRole: Punto focal / Focal point", {"name": "Ana Sample", "role": "focal-point"}, set()),
    ("Name: Ana Sample\nRole: Alternate / Focal point", {"name": "Ana Sample"}, {"role"}),
    # Labels in two languages with a bar between.
    (
        "Name | Nom: Ana Sample\nTitle | Titre: Director | Directrice\nTelephone | Téléphone: 202-555-0100",
        {"name": "Ana Sample", "position": "Director | Directrice", "phone": [f"{US}0100"]},
        set(),
    ),
    ("Name | Ana Sample\nPosition | Director: Policy", {"name": "Ana Sample", "position": "Director: Policy"}, set()),
    # A label unknown to the form below a long address is no more of it.
    (
        "Addr: 200 Placeholder Avenue NW, Room S-5317, Washington, DC 20210\nSkype: ana.sample",
        {"address": "200 Placeholder Avenue NW, Room S-5317, Washington, DC 20210"},
        set(),
    ),
    # A day said in a sentence above or below the data.
    ("Effective March 1, please update as follows:\n\nName: Ana Sample", {"name": "Ana Sample"}, {"valid_from"}),
    ("My new details will hold as of 03/04/2011:\n\nName: Ana Sample", {"name": "Ana Sample"}, {"valid_from"}),
    ("As of last October 1 our new details are:\n\nName: Ana Sample", {"name": "Ana Sample"}, set()),
    ("I will be on leave from work starting March 1.\n\nName: Ana Sample", {"name": "Ana Sample"}, set()),
    ("Effective Tuesday, March 1, our contact is:\n\nName: Ana Sample", {"name": "Ana Sample"}, {"valid_from"}),
    (
        "Name: Ana Sample\nContact Nos.: 202-555-0110, 202-555-0111 (Office); 202-555-0112 (Mobile)",
        {"name": "Ana Sample", "phone": [f"{US}0110", f"{US}0111"], "mobile": [f"{US}0112"]},
        set(),
    ),
    ("Effective immediately, please update:\n\nName: Ana Sample", {"name": "Ana Sample"}, set()),
    ("Position: Minister, w.e.f. 1 March 2011", {"position": "Minister", "valid_from": "2011-03-01"}, set()),
]


@pytest.mark.parametrize(("body", "fields", "doubts"), ONE, ids=[row[0][:50] for row in ONE])
def test_one_contact(body: str, fields: dict[str, Any], doubts: set[str]) -> None:
    assert entries(f"Dear colleagues,\n\n{body}\n") == [(fields, doubts)]


def test_the_fax_above_of_another_contact_is_asked() -> None:
    first = "Name: Ana Sample\nTel: 202-555-0110\nFax: 202-555-0111\n\n"
    read = entries(first + "Name: Ben Mock\nTel: 202-555-0120\nFax: same as above\n")
    assert read[1] == ({"name": "Ben Mock", "phone": [f"{US}0120"]}, {"fax"})
    named = entries(first + "Name: Ben Mock\nTel: 202-555-0120\nFax: same as phone\n")
    assert named[1] == ({"name": "Ben Mock", "phone": [f"{US}0120"], "fax": [f"{US}0120"]}, set())


BLOCK = """\
Please add my colleague:

Ms. Ana Sample
Acting Director, Multilateral Relations
Immigration, Refugees and Citizenship Canada
Tel: 613-555-0142
"""


def test_a_block_without_labels_is_proposed_whole() -> None:
    raw = (HEAD.format("CA") + BLOCK.replace("\n", "\r\n")).encode()
    (entry,) = reading.read(parse(raw), tuple(FORMS.values()), KNOWN).entries
    assert {name: field.value for name, field in entry.fields.items()} == {"phone": ["+16135550142"]}
    assert {doubt.field: doubt.proposal for doubt in entry.doubts} == {
        "change": "new",
        "title": "Ms.",
        "name": "Ana Sample",
        "position": "Acting Director, Multilateral Relations",
        "institution": "Immigration, Refugees and Citizenship Canada",
    }


SIGNED = """\
No changes on our end.{}

Ana Sample-Mock
Senior Policy Analyst, International and Intergovernmental Relations
Citizenship and Immigration Canada / Government of Canada
Analyste principale des politiques, Relations internationales et intergouvernementales
{}
"""


def test_a_long_signature_is_no_exception_to_no_change() -> None:
    assert entries(SIGNED.format("", "Citoyenneté et Immigration Canada")) == [({"change": "none"}, set())]
    assert entries(SIGNED.format("", "Please note that the number of our Director is another one now")) == []
    assert entries(SIGNED.format(" However, the office will move.", "Gouvernement du Canada")) == []


@pytest.mark.parametrize("said", ["NO CHANGE", "SIN CAMBIOS", "Todo Igual"])
def test_no_change_in_capitals_is_nobodys_name(said: str) -> None:
    body = f"Dear colleagues,\n\nI am answering for our department.\n\n{said}\n\nBest regards,\nAna Sample\n"
    assert entries(body) == [({"change": "none"}, set())]


TOLD: list[tuple[str, dict[str, Any]]] = [
    (
        "Two changes: my title is now Director, Policy, and my direct line is 613-555-0155.",
        {"position": "Director, Policy", "phone": ["+16135550155"]},
    ),
    ("Please note that our fax number has been discontinued.", {"fax": []}),
    ("Mi cargo ahora es Directora de Asuntos Consulares.", {"position": "Directora de Asuntos Consulares"}),
    (
        "Please remove Ana Sample (ana@b.example) from the list.",
        {"change": "leave", "name": "Ana Sample", "email": ["ana@b.example"]},
    ),
    (
        "Favor dar de baja a la Licda. Ana Ejemplo de la lista.",
        {"change": "leave", "title": "Licda.", "name": "Ana Ejemplo"},
    ),
]


@pytest.mark.parametrize(("body", "asked"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_what_a_sentence_says_is_proposed(body: str, asked: dict[str, Any]) -> None:
    assert proposals(f"Dear colleagues,\n\n{body}\n") == asked


@pytest.mark.parametrize(
    "body",
    [
        "The meeting is now Tuesday and the Ministry has now changed to remote work.",
        "Our new Director of Migration is now Ana Sample, and she will write to you.",
        "Please remove my colleague from the list, thank you all.",
        "Please remove Fax Number from the form, thank you.",
        "Please remove Ana Sample. We want a seminar in June too and ask who of you can chair it with us for two days.",
    ],
)
def test_a_sentence_about_something_else_proposes_nothing(body: str) -> None:
    assert entries(f"Dear colleagues,\n\n{body}\n") == []


SECOND: list[tuple[str, str, dict[str, Any], set[str]]] = [
    ("PA", "Phone: (+507) 6600-1234 ext. 5", {"phone": ["+50766001234;ext=5"]}, set()),
    ("PA", "Phone: (+507) 660-123", {}, {"phone"}),
    ("US", "Phone: +12025550110;ext=5", {"phone": [f"{US}0110;ext=5"]}, set()),  # RFC 3966, as we write it ourselves
    ("CA", "Phone: 613-555-0142 (no change)", {"phone": ["+16135550142"]}, set()),
    ("DO", "Mobile: 829.555.0166 (WhatsApp only)", {"mobile": ["+18295550166"]}, set()),
    ("CA", "Name: Renée Sample (she/elle)", {"name": "Renée Sample"}, set()),
    ("CA", "Name: Renée Sample (Mrs Mock)", {}, {"name"}),
    ("US", "BlackBerry: 202-555-0103\nRole: Primary POC", {"mobile": [f"{US}0103"], "role": "focal-point"}, set()),
    # Canada's departments are what others call ministries, where a branch stands beside them.
    (
        "CA",
        "Name: Ana Sample\nBranch: Global Affairs Sector\nDepartment: Public Safety Canada (PS)",
        {"name": "Ana Sample", "unit": "Global Affairs Sector", "institution": "Public Safety Canada (PS)"},
        set(),
    ),
    ("CA", "Name: Ana Sample\nDepartment: Consular Affairs", {"name": "Ana Sample", "unit": "Consular Affairs"}, set()),
    (
        "US",
        "Phone: 202-555-0131 (o) / 202-555-0132 (c)",
        {"phone": [f"{US}0131"], "mobile": [f"{US}0132"]},
        set(),
    ),
    (
        "US",
        "Email: ana@b.example (preferred)\nName: Ana Sample",
        {"email": ["ana@b.example"], "name": "Ana Sample"},
        set(),
    ),
    ("US", "Email: ana@b.example (Ben)\nName: Ana Sample", {"name": "Ana Sample"}, {"email"}),
    ("US", "Name: CAPT Monica Sample, USCG", {"title": "CAPT", "name": "Monica Sample"}, set()),
    ("US", "Phone: 202-555-0110 ext. 12\nFax: ídem tel.", {"phone": [f"{US}0110;ext=12"], "fax": [f"{US}0110"]}, set()),
    (
        "US",
        "Name: Ana Sample (no change)\nPosition: Head (acting)",
        {"name": "Ana Sample", "position": "Head (acting)"},
        set(),
    ),
    # Letters before a day or the number of an identity card are no telephones.
    ("PA", "Name: Ana Sample\nC: 8-123-4567\nF: 12-03-2011", {"name": "Ana Sample"}, set()),
    (
        "US",
        "Position: Director General of the Unit for International Affairs and\nCooperation: Technical Matters",
        {"position": "Director General of the Unit for International Affairs and Cooperation: Technical Matters"},
        set(),
    ),
    # What stands behind a name on its line is proposed, none of it lost.
    (
        "US",
        "Alternate: Ana Sample, Senior Analyst, ana@b.example, 202-555-0131",
        {"role": "alternate"},
        {"name", "position", "email", "phone"},
    ),
    # Two words for one field above the name of one person are no two persons.
    ("US", "Bureau: PRM\nOffice: OIM\nName: Ana Sample", {"name": "Ana Sample"}, {"unit"}),
]


@pytest.mark.parametrize(("region", "body", "fields", "doubts"), SECOND, ids=[row[1][:50] for row in SECOND])
def test_one_contact_of_a_state(region: str, body: str, fields: dict[str, Any], doubts: set[str]) -> None:
    assert entries(f"Dear colleagues,\n\n{body}\n", region) == [(fields, doubts)]
