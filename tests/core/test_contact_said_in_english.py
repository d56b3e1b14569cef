"""Habits of letters in English, and their like in Spanish: each with what must not be read so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, only_asked

PHONE = ["+16135550140"]


def read(body: str) -> list[dict[str, Any]]:
    """The values of each entry, sure or doubtful, and under "?" the fields that are only asked."""
    return [
        all_shown(entry) | ({"?": only_asked(entry)} if entry["doubts"] else {})
        for entry in contact_entries(body, "CA")
    ]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("Full name of officer: Ana Sample\nPost held: Analyst", {"name": "Ana Sample", "position": "Analyst"}),
        ("Nombre del funcionario designado: Ana Prueba", {"name": "Ana Prueba"}),
        ("Telephone of the contact person: 613-555-0140", {"phone": PHONE}),
        ("Phone: (613) 555-0140, x4471", {"phone": ["+16135550140;ext=4471"]}),
        ("Phone: 613-555-0140 x 22", {"phone": ["+16135550140;ext=22"]}),
        ("Surname and given name: Sample-Mockford, Ana", {"name": "Ana Sample-Mockford"}),
        ("E-mail: a@b.example (the old address is no longer valid)", {"email": ["a@b.example"]}),
        ("Teléfono: 613-555-0140; el anterior ya no funciona", {"phone": PHONE}),
    ],
)
def test_beside_a_label(body: str, fields: dict[str, Any]) -> None:
    assert read(body) == [fields]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("E-mail: a@b.example (no longer valid)", "email"),
        ("E-mail: a@b.example (old)", "email"),
        ("Name: Ana Sample, Director", "name"),
    ],
)
def test_a_value_that_may_be_the_wrong_one_is_not_sure(body: str, field: str) -> None:
    [entry] = read(body)
    assert field in entry.get("?", ()) or entry[field] in ("Ana Sample", [])


def test_the_role_behind_a_name() -> None:
    assert read("1. Ana Sample-Mock (focal point)\nDeputy Director, Relations\nT: 613-555-0140") == [
        {"name": "Ana Sample-Mock", "role": "focal-point", "position": "Deputy Director, Relations", "phone": PHONE}
    ]
    assert read("Guy Tester - alternate\nDesk Officer\nT: 613-555-0140") == [
        {"name": "Guy Tester", "role": "alternate", "position": "Desk Officer", "phone": PHONE}
    ]


def test_what_stands_behind_a_name_is_no_role() -> None:
    [entry] = read("Ana Sample (Ottawa)\nDesk Officer\nT: 613-555-0140")
    assert "role" not in entry
    assert entry.get("name", "Ana Sample") == "Ana Sample"


def test_a_label_may_say_whose_it_is() -> None:
    body = (
        "Name: Ana Sample\nPosition: Director\n\nName: Guy Tester\nPosition: Analyst\n\n"
        "Telephone (Sample): 613-555-0140\nTelephone (Tester): 613-555-0141\n"
    )
    assert read(body) == [
        {"name": "Ana Sample", "position": "Director", "phone": PHONE},
        {"name": "Guy Tester", "position": "Analyst", "phone": ["+16135550141"]},
    ]


def test_english_says_the_rank_last() -> None:
    assert read("Alternate: Ms. Ana Sample, Foreign Service Officer\nPhone: 613-555-0140") == [
        {
            "title": "Ms.",
            "name": "Ana Sample",
            "position": "Foreign Service Officer",
            "role": "alternate",
            "phone": PHONE,
        }
    ]


def test_promoted_and_reached_otherwise() -> None:
    assert read("As of May 2 I have been promoted to Senior Advisor for Visas. My new number is 613-555-0140.") == [
        {"position": "Senior Advisor for Visas", "phone": PHONE}
    ]
    assert read("Fui nombrada Directora de Visas. Mi nuevo teléfono es 613-555-0140.") == [
        {"position": "Directora de Visas", "phone": PHONE}
    ]


def test_who_is_to_be_taken_off_stands_beside_the_form_of_the_successor() -> None:
    form = "Name: Guy Tester\nPosition: Desk Officer\n"
    leaver = {"change": "leave", "name": "Ana Sample"}
    own = {"name": "Guy Tester", "position": "Desk Officer"}
    assert read(f"Please remove Ana Sample from the list and add my successor:\n\n{form}") == [own, leaver]
    assert read(f"Ms. Ana Sample is no longer with the Department. Her details:\n\n{form}") == [
        own,
        {**leaver, "title": "Ms."},
    ]


def test_who_is_named_by_the_form_is_no_entry_of_their_own() -> None:
    form = "Name: Guy Tester\nPosition: Desk Officer\nReplaces: Ana Sample\n"
    assert read(f"Please remove Ana Sample from the list and add my successor:\n\n{form}") == [
        {"name": "Guy Tester", "position": "Desk Officer", "replaces": "Ana Sample"}
    ]


def test_who_stays_and_who_comes() -> None:
    assert read(
        "Focal point for Canada is now Ms. Ana Sample, Program Analyst, Department of State, tel. 613-555-0140."
        " Guy Tester stays as alternate."
    ) == [
        {
            "title": "Ms.",
            "name": "Ana Sample",
            "position": "Program Analyst",
            "institution": "Department of State",
            "role": "focal-point",
            "phone": PHONE,
        },
        {"name": "Guy Tester", "role": "alternate"},
    ]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (
            "Name / Nom: Mme Ana Sample\nTitle / Titre: Analyst",
            {"title": "Mme", "name": "Ana Sample", "position": "Analyst"},
        ),
        ("Cellular / Cellulaire: 613-555-0140", {"mobile": PHONE}),
        ("Branch / Direction: Refugees Branch\nName: Ana Sample", {"unit": "Refugees Branch", "name": "Ana Sample"}),
        ("Preferred language / Langue préférée: English\nName: Ana Sample", {"language": "en", "name": "Ana Sample"}),
        ("Fax: no longer in use\nName: Ana Sample", {"fax": [], "name": "Ana Sample"}),
        ("Phone: 613-555-0140 x 2231 (new extension)", {"phone": ["+16135550140;ext=2231"]}),
        ("Cargo: ahora: Directora Ejecutiva", {"position": "Directora Ejecutiva"}),
        ("Name: Ana Sample\n613-555-0140 (office)\n613-555-0141 (cell)", None),
        ("Name: Ana Sample\n613-555-0140 office\n613-555-0141 cell", None),
    ],
)
def test_labels_of_two_languages_and_words_behind(body: str, fields: dict[str, Any] | None) -> None:
    assert read(body) == [fields or {"name": "Ana Sample", "phone": PHONE, "mobile": ["+16135550141"]}]


@pytest.mark.parametrize("line", ["613-555-0140 (Ottawa)", "2010-2011 Programme", "613 555 0140 ext", "16 April"])
def test_words_behind_a_number_that_name_no_telephone(line: str) -> None:
    assert "mobile" not in read(f"Name: Ana Sample\n{line}")[0]


def test_what_is_asked_to_be_changed_of_somebody() -> None:
    assert read(
        "Please change Ms. Sample's telephone to 613-555-0140 and her position to Senior Program Officer."
        " The fax number should be deleted."
    ) == [{"phone": PHONE, "position": "Senior Program Officer", "fax": [], "?": {"name"}}]
    assert read("Favor cambiar el teléfono de la Sra. Ana Prueba por 613-555-0140.") == [
        {"phone": PHONE, "?": {"name"}}
    ]
    assert read("Please update my e-mail from a@b.example to c@b.example.") == [{"email": ["c@b.example"]}]


@pytest.mark.parametrize(
    "body",
    [
        "Please change the date of the meeting to 16 April.",
        "We would like to amend the agenda and to update the list to the extent possible.",
        "Favor actualizar la página web a más tardar el 16 de abril.",
    ],
)
def test_what_is_changed_elsewhere_is_no_detail_of_anybody(body: str) -> None:
    assert read(body) == []


def test_the_post_and_a_number_in_one_sentence() -> None:
    assert read("Dos salvedades: el cargo es ahora Director de Visas y mi celular es 613-555-0140. Saludos.") == [
        {"position": "Director de Visas", "mobile": PHONE}
    ]


def test_put_on_the_list_and_taken_off_it_by_a_word_before_the_name() -> None:
    body = (
        "DELETE: Walter Sample (w.sample@b.example)\n\n"
        "ADD: Ms. Ana Tester\nProgram Analyst, Bureau of Policy\n613-555-0140\na.tester@b.example\n"
    )
    assert read(body) == [
        {"change": "leave", "name": "Walter Sample", "email": ["w.sample@b.example"]},
        {
            "change": "new",
            "title": "Ms.",
            "name": "Ana Tester",
            "position": "Program Analyst",
            "unit": "Bureau of Policy",
            "phone": PHONE,
            "email": ["a.tester@b.example"],
        },
    ]
    assert read("Baja: Luis Prueba Ejemplo\nAlta: Ana Modelo Rojas, Directora de Visas") == [
        {"change": "leave", "name": "Luis Prueba Ejemplo"},
        {"change": "new", "name": "Ana Modelo Rojas", "position": "Directora de Visas"},
    ]


@pytest.mark.parametrize("line", ["DELETE: fax number", "Baja: 15 de enero", "ADD: the Ministry of Labour", "New: yes"])
def test_such_a_word_before_something_else_names_nobody(line: str) -> None:
    assert all("name" not in entry for entry in read(f"{line}\nPhone: 613-555-0140"))


@pytest.mark.parametrize(
    "text", ["Fax: 613-555-0140 DELETE", "Fax: 613-555-0140 (ya no existe)", "Fax: 613-555-0140 - no longer in use"]
)
def test_a_value_that_is_to_go(text: str) -> None:
    assert read(text) == [{"fax": []}]


def test_short_sentences_without_a_last_stop() -> None:
    assert read("My title should be Acting Director. Cell 613-555-0140. Rest ok. Thx") == [
        {"position": "Acting Director", "mobile": PHONE}
    ]


def test_two_values_of_one_sentence() -> None:
    assert read("All the same except for the fax, which is now 613-555-0140, and my new e-mail, a@b.example.") == [
        {"fax": PHONE, "email": ["a@b.example"]}
    ]


def test_a_surname_alone_behind_its_title_leaves() -> None:
    [leaver, own] = sorted(
        read(
            "Ms. Trial is no longer with us; write to the undersigned, whose details are in the signature.\n\n"
            "Regards,\n\nRupert Sample\nDeputy Director\nTel: 613-555-0140\nr.sample@b.example\n"
        ),
        key=lambda entry: entry["name"] != "Trial",
    )
    assert leaver == {"change": "leave", "title": "Ms.", "name": "Trial"}
    assert own["name"] == "Rupert Sample"


def test_appointed_to_a_post_and_in_whose_place() -> None:
    [entry, *_] = read(
        "Mr. Guy Tester has been appointed Director of Visas and will serve as Canada's focal point. He replaces"
        " Ms. Ana Sample, who has retired.\n\nHis details are:\n\nTelephone: 613-555-0140\n"
    )
    assert entry == {
        "title": "Mr.",
        "name": "Guy Tester",
        "position": "Director of Visas",
        "role": "focal-point",
        "change": "new",
        "replaces": "Ana Sample",
        "phone": PHONE,
    }
