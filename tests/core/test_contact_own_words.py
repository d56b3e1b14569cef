"""Contact data in the sender's own words: remarks behind numbers, two countries, tables a column a person."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries, only_asked

HEAD = "Nombre: Ana Prueba Ejemplo\nCorreo: a@b.example\n"


def one(body: str, region: str = "HN") -> dict[str, Any]:
    (entry,) = contact_entries(body, region)
    return entry


@pytest.mark.parametrize(
    "line",
    [
        "Teléfono: (504) 2222-0000 ext. 215, cel. 9880-0000",
        "Teléfono:\t(504) 2222-0000 ext. 215, cel. 9880-0000",
        "| Teléfono | (504) 2222-0000 ext. 215, cel. 9880-0000 |",
    ],
)
def test_a_number_behind_another_label_is_its_however_the_columns_are_drawn(line: str) -> None:
    parted = HEAD if ":" in line.split("\t")[0] and "\t" not in line else HEAD.replace(": ", ":\t")
    parted = "| Nombre | Ana Prueba Ejemplo |\n| Correo | a@b.example |\n" if "|" in line else parted
    shown = all_shown(one(f"{parted}{line}\n"))
    assert (shown["phone"], shown["mobile"]) == (["+50422220000;ext=215"], ["+50498800000"])


def test_a_number_behind_another_label_in_a_row_a_person() -> None:
    table = (
        "Nombre | Cargo | Teléfono | Correo\n"
        "Ana Prueba | Jefa | 2222-0000, cel: 9988-0000 | a@b.example\n"
        "Luis Ensayo | Jefe | 2222-0001 fax 2222-0002 | c@b.example\n"
    )
    first, second = map(all_shown, contact_entries(table, "HN"))
    assert (first["phone"], first["mobile"]) == (["+50422220000"], ["+50499880000"])
    assert (second["phone"], second["fax"]) == (["+50422220001"], ["+50422220002"])


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ("\tTitular\tAlterno", ({"role": "focal-point"}, {"role": "alternate"})),
        ("\tSale\tEntra", ({"change": "leave"}, {"change": "new"})),
        ("\tContacto 1\tContacto 2", ({}, {})),
    ],
)
def test_words_over_a_column_a_person_are_said_of_it(heads: str, said: tuple[dict[str, str], ...]) -> None:
    rows = (
        "Nombre\tAbg. Reina Prueba\tLic. Gustavo Ensayo\nCargo\tSubdirectora\tOficial\nTeléfono\t2230-0000\t2245-0011\n"
    )
    entries = [all_shown(entry) for entry in contact_entries(f"Estimados:\n\n{heads}\n{rows}", "HN")]
    assert [each["name"] for each in entries] == ["Reina Prueba", "Gustavo Ensayo"]
    assert [{name: each[name] for name in ("role", "change") if name in each} for each in entries] == list(said)


@pytest.mark.parametrize(
    ("said", "region", "numbers"),
    [
        ("+52 (55) 5080-0000 ext. 4711, desde EE.UU. 202-555-0188", "MX", ["+525550800000;ext=4711", "+12025550188"]),
        ("55 5080 0000 (in Mexico), 202-555-0188 (from the U.S.)", "US", ["+525550800000", "+12025550188"]),
        ("2410-0000 (Guatemala)", "HN", ["+50224100000"]),
        ("2410-0000 (Antigua)", "HN", None),  # a place, of which country nobody said
        ("2230-0000 en Tegucigalpa, 2550-0000 en San Pedro Sula", "HN", None),
    ],
)
def test_the_country_a_number_is_called_in_decides(said: str, region: str, numbers: list[str] | None) -> None:
    entry = one(f"{HEAD}Tel.: {said}\n", region)
    assert all_shown(entry).get("phone") == numbers
    assert only_asked(entry) == (set() if numbers else {"phone"})


@pytest.mark.parametrize(
    ("remark", "publish"),
    [
        ("(urgent matters only, not for publication)", {"mobile": False}),
        ("(sólo para asuntos urgentes; favor no publicar)", {"mobile": False}),
        ("(favor no incluirlo en la lista publicada)", {"mobile": False}),
        ("- emergencies only", None),
        (", sólo urgencias", None),
    ],
)
def test_a_remark_behind_a_number_is_no_part_of_it(remark: str, publish: dict[str, bool] | None) -> None:
    entry = one(f"{HEAD}Celular: 9990-0000 {remark}\n")
    assert by_certainty(entry)[0]["mobile"] == ["+50499900000"]
    assert entry.get("publish") == publish


def test_a_remark_of_another_number_is_asked() -> None:
    assert "mobile" in only_asked(one(f"{HEAD}Celular: 9990-0000 (no es el mío)\n"))


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("por el momento no tenemos", True),
        ("no contamos con", True),
        ("we don't have one", True),
        ("Actualmente, no disponemos de ese servicio", True),
        ("ninguno por ahora", True),
        ("none, we no longer have one", True),
        ("ninguno (ya no tenemos)", True),
        ("ya no se usa el fax", True),
        ("none, but see below", False),
        ("todavía no tenemos", False),  # it is to come
        ("no contamos con el número", False),
    ],
)
def test_none_at_the_moment_is_none(said: str, none: bool) -> None:
    entry = one(f"{HEAD}Fax: {said}\n")
    assert all_shown(entry).get("fax") == ([] if none else None)
    assert only_asked(entry) == (set() if none else {"fax"})


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("English, but Spanish is fine", "en"),
        ("español, aunque también puede ser inglés", "es"),
        ("preferiblemente inglés, pero español también", "en"),
        ("English, but I prefer Spanish", None),
        ("English or Spanish", None),
        ("no English, Spanish please", None),
    ],
)
def test_the_language_before_but_is_asked(said: str, language: str | None) -> None:
    entry = one(f"{HEAD}Idioma: {said}\n")
    assert by_certainty(entry)[1].get("language") == language
    assert only_asked(entry) == (set() if language else {"language"})


PARAGRAPHS = [
    (
        "Para los efectos de la lista, les informo que el Ministerio ha designado como punto focal titular a la Licda."
        " Emperatriz Ficticia de Ensayo, Jefa de la Unidad de Relaciones Internacionales, teléfono 2259-0000, correo"
        " eficticia@mintrab.gob.example, y como suplente al Lic. Wilfredo Supuesto Molde, teléfono 2259-0012, correo"
        " wsupuesto@mintrab.gob.example."
    ),
    (
        "En mi lugar quedará el Lic. Hermenegildo Ensayo Prueba, Primer Secretario, a quien podrán localizar en el"
        " teléfono 2410-0000, extensión 1131, y en el correo hensayo@minex.gob.example. El fax sigue siendo el mismo."
    ),
    (
        "I remain the focal point, but I have changed offices since the last list. Please use my updated contact"
        " details below.\n\nBest regards,\n\nHarold T. Sample\nSenior Advisor\nU.S. Department of State\n"
        "Office: (202) 555-0143\nsampleht@state.example"
    ),
]


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
@pytest.mark.parametrize("width", [68, 72, 76, 80, 90, 100, 110, 120])
def test_where_a_mail_program_breaks_a_paragraph_changes_nothing(paragraph: str, width: int) -> None:
    first, blank, rest = paragraph.partition("\n\n")
    broken = "\n".join(textwrap.wrap(first, width, break_long_words=False, break_on_hyphens=False)) + blank + rest
    unbroken, entries = (contact_entries(f"Estimados:\n\n{body}\n", "HN") for body in (paragraph, broken))
    assert unbroken
    assert [all_shown(each) for each in entries] == [all_shown(each) for each in unbroken]
    assert [only_asked(each) for each in entries] == [only_asked(each) for each in unbroken]


def test_lines_that_all_begin_with_labels_are_no_broken_paragraph() -> None:
    body = (
        "Estimados colegas, estos son los datos del nuevo punto focal de la Secretaría de Trabajo\n"
        "nombre Ana Prueba Ejemplo\nteléfono 2222-0000\ncorreo ana@b.example\n"
    )
    assert all_shown(one(body))["phone"] == ["+50422220000"]


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (("Nombre: Abg. Lucía Ensayo Muestra (punto focal)", "Nombre: Lic. Ramiro Molde Supuesto - suplente"), True),
        (("- Abg. Lucía Ensayo Muestra (punto focal / focal point)", "- Lic. Ramiro Molde Supuesto (suplente)"), True),
        (("Nombre: Abg. Lucía Ensayo Muestra (Lucy)", "Nombre: Lic. Ramiro Molde Supuesto (interino)"), False),
    ],
)
def test_a_role_behind_a_name(names: tuple[str, str], roles: bool) -> None:
    first, second = names
    body = f"{first}\nCargo: Directora\nTel. 2230-0101\n\n{second}\nCargo: Oficial\nTel. 2230-0102\n"
    entries = [all_shown(entry) for entry in contact_entries(body, "HN")]
    assert [each.get("role") for each in entries] == (["focal-point", "alternate"] if roles else [None, None])
    if roles:
        assert [each["name"] for each in entries] == ["Lucía Ensayo Muestra", "Ramiro Molde Supuesto"]


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ("Ahora soy Directora General Adjunta de Coordinación", "Directora General Adjunta de Coordinación"),
        ("I am now Director of Policy", "Director of Policy"),
        ("Es Directora de Fronteras", "Directora de Fronteras"),
        ("Especialista en Fronteras", "Especialista en Fronteras"),
    ],
)
def test_what_one_says_of_oneself_beside_a_label_is_the_value_alone(said: str, position: str) -> None:
    assert all_shown(one(f"{HEAD}Cargo: {said}\n"))["position"] == position


def test_beside_the_former_column_the_present_one_is_new() -> None:
    table = (
        "Dato | Anterior | Actual\n"
        "Nombre | Cra. Ligia Supuesta | Cro. Camilo Ficticio Ensayo\n"
        "Cargo | Responsable | Responsable\n"
        "Teléfono | (504) 2228-0000 | (504) 2228-0000 ext. 34\n"
        "Celular | - | 8810-0000\n"
        "Correo | lsupuesta@b.example | cficticio@b.example\n"
    )
    taken, _ = by_certainty(one(f"Estimados:\n\n{table}"))
    assert taken["name"] == "Camilo Ficticio Ensayo"
    assert (taken["phone"], taken["mobile"]) == (["+50422280000;ext=34"], ["+50488100000"])
    assert taken["email"] == ["cficticio@b.example"]


def test_the_fax_of_the_switchboard() -> None:
    entry = one(f"{HEAD}PBX: 2232-0000\nFax: el mismo del PBX, ext. 1012\n")
    assert all_shown(entry)["fax"] == ["+50422320000;ext=1012"]


def test_a_colleague_to_be_added_with_numbers_behind_a_colon() -> None:
    body = (
        "Please add my colleague Theresa R. Pretendham, Program Analyst in our office, as the alternate: t@b.example,"
        " 202-555-0171 (office), 202-555-0172 (cell, not for the published list)."
    )
    (entry,) = contact_entries(body, "US")
    assert by_certainty(entry) == (
        {},
        {
            "change": "new",
            "name": "Theresa R. Pretendham",
            "position": "Program Analyst",
            "role": "alternate",
            "email": ["t@b.example"],
            "phone": ["+12025550171"],
            "mobile": ["+12025550172"],
        },
    )
