"""Several people and several activities in one mail whose empty lines, columns or bullets a mail program changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, short

REPORTS = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"
ANA, JUAN = "Ana Prueba Mora", "Juan Ejemplo Gil"


def contacts(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "HN")]


def reports(body: str) -> list[dict[str, Any]]:
    shown = (all_shown(each) for each in contact_entries(body, "HN", REPORTS))
    return [{field: short(value) for field, value in each.items()} for each in shown]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"Lic. {ANA}", f"Lic. {JUAN}"),
        (ANA, JUAN),
        (f"I.)  Lic. {ANA}", f"II.) Lic. {JUAN}"),
        (f"I. Lic. {ANA}", f"II. Lic. {JUAN}"),
        (f"• Lic. {ANA}", f"• Lic. {JUAN}"),
        (f"Lic. {ANA} (punto focal)", f"Lic. {JUAN} (suplente)"),
        (f"{ANA} - Punto focal", f"{JUAN} - Suplente"),
        (f"a) Lic. {ANA}", f"b) Lic. {JUAN}"),
    ],
)
@pytest.mark.parametrize("posts", [True, False])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_names_above_data_begin_their_own(first: str, second: str, posts: bool, blank: str) -> None:
    above, below = ("\nSubdirectora de Migración", "\nAsesor Jurídico") if posts else ("", "")
    body = f"{first}{above}\nTel.: 2230-0030\nCorreo: a@b.example\n{blank}"
    body += f"{second}{below}\nTel.: 2230-0031\nCorreo: c@b.example"
    found = contacts(body)
    assert [(each["name"], each["phone"], each["email"]) for each in found] == [
        (ANA, ["+50422300030"], ["a@b.example"]),
        (JUAN, ["+50422300031"], ["c@b.example"]),
    ]
    if posts:
        assert [each["position"] for each in found] == ["Subdirectora de Migración", "Asesor Jurídico"]


def test_names_with_posts_as_bullets_over_smaller_ones() -> None:
    body = (
        f"• {ANA}, Foreign Affairs Officer\n  o Institution: Department of State\n  o Telephone: 2230-0030\n"
        f"• {JUAN}, Economist\n  o Institution: Department of Labor\n  o Telephone: 2230-0031"
    )
    assert [(each["name"], each["position"], each["institution"], each["phone"]) for each in contacts(body)] == [
        (ANA, "Foreign Affairs Officer", "Department of State", ["+50422300030"]),
        (JUAN, "Economist", "Department of Labor", ["+50422300031"]),
    ]


@pytest.mark.parametrize("town", ["San Salvador", "Antiguo Cuscatlán", "Santa Tecla", "Ciudad de Guatemala"])
@pytest.mark.parametrize("comma", ["", ","])
def test_a_town_below_a_street_is_nobody(town: str, comma: str) -> None:
    body = (
        f"Lic. {ANA}\nDirección: Calle 5{comma}\n{town}\nTel: 2230-0030\n"
        f"Lic. {JUAN}\nDirección: Calle 6{comma}\n{town}\nTel: 2230-0031"
    )
    assert [(each["name"], each["address"], each["phone"]) for each in contacts(body)] == [
        (ANA, f"Calle 5{comma} {town}", ["+50422300030"]),
        (JUAN, f"Calle 6{comma} {town}", ["+50422300031"]),
    ]


def test_a_value_goes_on_below_its_column() -> None:
    body = (
        f"Name          {ANA}\nPosition      Program Manager\nAddress       2000 Mock Street NW, Suite 500,\n"
        f"              Washington, DC 20522\n\nName          {JUAN}\nPosition      Economist"
    )
    first, second = contacts(body)
    assert first["address"] == "2000 Mock Street NW, Suite 500, Washington, DC 20522"
    assert (second["name"], second["position"]) == (JUAN, "Economist")


def test_remarks_go_on_below_their_column() -> None:
    body = (
        "MD-01 - Directory of programs\nStatus\tDone\nComments\tThe directory will be printed as soon as\n"
        "the translation is ready\nMD-06 - Seminar on labor migration\nStatus\tPostponed\nComments\tThe venue stays\n"
        "MD-08 - Study\nStatus\tIn progress\nProgress\t75%"
    )
    assert [(each["activity"], each["status"], each.get("note")) for each in reports(body)] == [
        ("MD-01", "done", "The directory will be printed as soon as the translation is ready"),
        ("MD-06", "postponed", "The venue stays"),
        ("MD-08", "in-progress", None),
    ]


@pytest.mark.parametrize("mark", ["§ ", "- ", "o ", "■ ", ""])
def test_codes_with_titles_head_what_follows_an_empty_line(mark: str) -> None:
    body = (
        f"P003-04 VISA REQUIREMENTS\n\n{mark}Status: Done\n\n{mark}Progress: 100%\n\n\n"
        f"P003-15 BEST PRACTICES\n\n{mark}Status: In progress\n\n{mark}Progress: 15%"
    )
    assert reports(body) == [
        {"activity": "P003-04", "status": "done", "progress": 100},
        {"activity": "P003-15", "status": "in-progress", "progress": 15},
    ]


def test_a_code_with_its_state_is_no_heading() -> None:
    body = "P003-04: realizada.\n\nActividad: P003-15\nEstado: pospuesta"
    found = {each["activity"]: each["status"] for each in reports(body)}
    assert found == {"P003-04": "done", "P003-15": "postponed"}


def test_codes_behind_bare_numbers() -> None:
    body = "1  MD-02\nEstado - Realizada\nAvance - 100%\n\n2  MD-05\nEstado - Retrasada\nAvance - 20%"
    assert reports(body) == [
        {"activity": "MD-02", "status": "done", "progress": 100},
        {"activity": "MD-05", "status": "delayed", "progress": 20},
    ]


def test_lettered_titles_below_a_lead() -> None:
    body = (
        "Honduras informa el estado de sus actividades:\na) Taller de capacitación en derechos humanos\n"
        "   - Estado: Realizado\n   - Avance: 100%\nb) Cuestionario de desastres\n   - Estado: En proceso"
    )
    assert [(each["activity"], each["status"]) for each in reports(body)] == [
        ("Taller de capacitación en derechos humanos", "done"),
        ("Cuestionario de desastres", "in-progress"),
    ]


@pytest.mark.parametrize("nothing", ["--", "N/A", "-", "---"])
def test_strokes_below_a_label_say_nothing_and_sign_nothing(nothing: str) -> None:
    body = (
        f"Activity:\nP003-14\nStatus:\nDelayed\nDate:\n{nothing}\nComments:\nThe questionnaire is still with the office"
        "\n\nBest,\nC. Testerman"
    )
    (report,) = reports(body)
    assert report["note"] == "The questionnaire is still with the office"
    assert "date" not in report


def test_strokes_below_a_closing_part_the_signature() -> None:
    body = f"Nombre: {ANA}\nTel.: 2230-0030\n\nSaludos:\n--\n{JUAN}\nDirector\nTel. 2230-9999"
    (entry,) = contacts(body)
    assert (entry["name"], entry["phone"]) == (ANA, ["+50422300030"])
