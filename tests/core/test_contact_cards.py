"""Cards and lines of data without labels: where an address ends, what numbers are for, one person between strokes."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS

KNOWN = Known(today=dt.date(2011, 1, 6), countries=COUNTRIES, own=frozenset({"grupo.md@crm.example"}))
HEAD = "From: a@state.example\nSubject: RE: [MD-DIR-2011-{}] Datos\nContent-Type: text/plain; charset=utf-8\n\n"
CARD = "Lic. Ana Prueba Muestra\nJefa de Asuntos Migratorios\nMinisterio de Trabajo\n{}\nanap@state.example"
LINE = ("Lic. Ana Prueba Muestra", "Jefa de Asuntos Migratorios", "Ministerio de Trabajo")


def read(body: str, region: str = "GT") -> dict[str, object]:
    """The one entry's values, sure or asked with one reading."""
    raw = (HEAD.format(region) + f"Estimados colegas, van mis datos:\n\n{body}\n").encode()
    [entry] = reading.read(parse(raw), tuple(FORMS.values()), KNOWN).entries
    asked = {each.field: each.proposal for each in entry.doubts if each.one_reading}
    return asked | {name: field.value for name, field in entry.fields.items()}


@pytest.mark.parametrize(
    "lines",
    [
        "{address}\n{number}",
        "{address}\nTel. {number}",
        "{address}\n{number} (oficina)",
        "{number}\n{address}",
    ],
)
@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("809-987-0000", ["+18099870000"]),
        ("809-987-0000 exts. 7301 y 7302", ["+18099870000;ext=7301", "+18099870000;ext=7302"]),
        ("(809) 987-0000, extensiones 7301/7302", ["+18099870000;ext=7301", "+18099870000;ext=7302"]),
        ("809-987-0000 ext. 7301", ["+18099870000;ext=7301"]),
    ],
)
def test_a_number_on_its_own_line_ends_an_address(lines: str, number: str, expected: list[str]) -> None:
    address = "Av. Imaginaria No. 752, Estancia Ficticia, Santo Domingo Este"
    found = read(CARD.format(lines.format(address=address, number=number)), "DO")
    assert found["phone"] == expected
    assert found["address"] == address


@pytest.mark.parametrize(
    ("below", "address"),
    [
        ("2299-0000", "Calle 3, San José"),
        ("2299-0000 / 2299-0001", "Calle 3, San José"),
        ("Barrio La Muestra", "Calle 3, San José Barrio La Muestra"),
        ("10101", "Calle 3, San José 10101"),
    ],
)
def test_below_a_labelled_address(below: str, address: str) -> None:
    assert read(f"Nombre: Ana Prueba\nDirección: Calle 3, San José\n{below}\nCargo: Jefa", "CR")["address"] == address


@pytest.mark.parametrize("box", ["Apartado Postal", "Apdo.", "P.O. Box", "Casilla"])
def test_the_number_of_a_box_is_of_the_address(box: str) -> None:
    found = read(f"Nombre: Ana Prueba\nDirección: Calle 3, San José, {box}\n1225-1000\nCargo: Jefa", "CR")
    assert found["address"] == f"Calle 3, San José, {box} 1225-1000"
    assert "phone" not in found


@pytest.mark.parametrize(
    "address",
    [
        "7a. avenida 0-00 zona 9, edificio Imaginario, nivel 4, Guatemala",
        "12ª. Calle 1-25 zona 10, Edificio Imaginario, Guatemala",
        "7º avenida 0-00, zona 9, Guatemala",
        "2° piso, Edificio Imaginario, zona 9, Guatemala",
        "3er. nivel, Edificio Imaginario, zona 9, Guatemala",
        "Torre Imaginaria, oficina 302, 5a. calle 1-25, zona 10",
        "Centro de Gobierno, Edificio 2, San Salvador",
        "Av. Imaginaria No. 752",
        "245 Sample Lane SW, Washington, DC 20528",
        "14 Sample Court, Arlington, VA 22202-1234",
        "125, promenade Sample, Ottawa (Ontario) K1A 0G2",
        "One Sample Plaza, Suite 4",
    ],
)
@pytest.mark.parametrize("shape", ["card", ";", " - ", " | "])
def test_an_address_is_whole(address: str, shape: str) -> None:
    if shape == "card":
        found = read(CARD.format(f"{address}\nPBX 2300-0000"))
    else:
        found = read(f"{shape} ".join([*LINE, address, "PBX 2300-0000", "anap@state.example"]))
    assert found["address"] == address
    assert found["phone"] == ["+50223000000"]
    assert found["position"] == "Jefa de Asuntos Migratorios"


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ("Av. Imaginaria No. 752\nSanto Domingo", "Av. Imaginaria No. 752 Santo Domingo"),
        ("5a. calle 1-25 zona 10\nCiudad de Guatemala", "5a. calle 1-25 zona 10 Ciudad de Guatemala"),
        ("1600 Sample Plaza\nWashington, DC 20528", "1600 Sample Plaza Washington, DC 20528"),
        ("Av. Imaginaria No. 752\nDGME", "Av. Imaginaria No. 752"),
        ("Av. Imaginaria No. 752\nUnidad de Asilo", "Av. Imaginaria No. 752"),
        ("Av. Imaginaria No. 752\nLic. Luis Ensayo", "Av. Imaginaria No. 752"),
    ],
)
def test_the_town_below_a_street(lines: str, address: str) -> None:
    assert read(CARD.format(f"{lines}\nPBX 2300-0000"))["address"] == address


@pytest.mark.parametrize(
    "line",
    [
        "2 copies of the road map",
        "Dos calles más",
        "3 officers drive, daily",
        "Ana Muestra, oficina central",
        "Zona 10",
    ],
)
def test_no_address(line: str) -> None:
    assert "address" not in read(f"Nombre: Ana Prueba\nCorreo: anap@state.example\nCargo: Jefa\n\n{line}")


@pytest.mark.parametrize(
    ("said", "mobile"),
    [
        ("5511-0000 (cel.)", ["+50255110000"]),
        ("5511-0000 (móvil)", ["+50255110000"]),
        ("5511-0000 celular", ["+50255110000"]),
        ("(cel.) 5511-0000", ["+50255110000"]),
        ("[móvil] 5511-0000", ["+50255110000"]),
        ("5511-0000 (C)", ["+50255110000"]),
        ("C: 5511-0000", ["+50255110000"]),
        ("5511-0000 (WhatsApp)", ["+50255110000"]),
        ("5511-0000 (Karla)", None),
        ("5511-0000 (horas hábiles)", None),
    ],
)
@pytest.mark.parametrize("shape", ["card", "; ", " - ", " / ", ", "])
def test_what_a_number_is_for(said: str, mobile: list[str] | None, shape: str) -> None:
    if shape == "card":
        found = read(CARD.format(f"2300-0000\n{said}"))
    elif mobile is None and shape == ", ":
        return  # nothing is told apart
    else:
        found = read(shape.join([*LINE, "2300-0000", said, "anap@state.example"]))
    assert found.get("mobile") == mobile
    assert mobile is None or found["phone"] == ["+50223000000"]


def test_two_numbers_on_one_line() -> None:
    found = read(CARD.format("2300-0000, 5511-0000 (cel.)"))
    assert (found["phone"], found["mobile"]) == (["+50223000000"], ["+50255110000"])
    found = read(CARD.format("2300-0000 (oficina), 5511-0000 (cel.)"))
    assert (found["phone"], found["mobile"]) == (["+50223000000"], ["+50255110000"])


@pytest.mark.parametrize("sign", [" - ", " – ", "; ", " / ", " | ", "\t"])
@pytest.mark.parametrize("lead", ["", "Mis datos: ", "- "])
def test_one_person_between_signs(sign: str, lead: str) -> None:
    """Where each part ends is certain, so a unit or an address may hold commas."""
    if sign in {" | ", "\t"} and lead == "Mis datos: ":
        return  # the first cell of a table
    parts = ("Ms. Genevieve Mockford", "Policy Analyst", "Human Rights Division", "Foreign Affairs Canada")
    reach = ("125 Sample Drive, Ottawa, ON K1A 0G2", "613-555-0161", "fax 613-555-0162", "gm@gc.example")
    found = read(lead + sign.join([*parts, *reach]), "CA")
    assert found == {
        "title": "Ms.",
        "name": "Genevieve Mockford",
        "position": "Policy Analyst",
        "unit": "Human Rights Division",
        "institution": "Foreign Affairs Canada",
        "address": "125 Sample Drive, Ottawa, ON K1A 0G2",
        "phone": ["+16135550161"],
        "fax": ["+16135550162"],
        "email": ["gm@gc.example"],
    }


def test_one_person_between_commas() -> None:
    found = read(
        "Licda. Karla Muestra Ensayo, Jefa de Asuntos Internacionales, Secretaría de Trabajo,"
        " Calle 5, Col. Imaginaria, San Salvador, 2232-0000, fax 2232-0001, km@state.example",
        "SV",
    )
    assert found["address"] == "Calle 5, Col. Imaginaria, San Salvador"
    assert (found["phone"], found["fax"]) == (["+50322320000"], ["+50322320001"])


@pytest.mark.parametrize(
    "above",
    [
        "Ministerio de Trabajo\n",
        "Ministerio de Trabajo\nViceministerio de Empleo\n",
        "Ministerio de Trabajo\nDirección de Empleo\nCalle 5, Col. Imaginaria, San Salvador\n",
        "MITRAB\n",
    ],
)
@pytest.mark.parametrize("name", ["Ana Prueba Muestra", "Licda. Ana Prueba Muestra"])
def test_the_ministry_above_the_name(above: str, name: str) -> None:
    found = read(f"{above}{name}\nTécnica Migratoria\n2231-0000\nanap@state.example", "SV")
    assert (found["name"], found["position"]) == ("Ana Prueba Muestra", "Técnica Migratoria")
    assert found["institution"] == above.splitlines()[0]
    assert found["phone"] == ["+50322310000"]


def test_a_second_name_below_is_nobody() -> None:
    found = read("Nombre: Ana Prueba\nMinisterio de Trabajo\nPedro Ejemplo Muestra\nTel. 2231-0000")
    assert found["name"] == "Ana Prueba"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Mis datos:\n\nAna Prueba\nTécnica Migratoria\nDGME\n2231-0000\nanap@state.example", "answer"),
        ("Mis datos", "command"),
        ("MIS DATOS\n\nSaludos", "command"),
        ("Mis datos:", "command"),
        ("Lista:\n\nAna Prueba", "note"),
    ],
)
def test_a_heading_is_no_command(body: str, kind: str) -> None:
    raw = (HEAD.format("GT") + body).encode()
    assert reading.read(parse(raw), tuple(FORMS.values()), KNOWN).kind == kind


ROLE = "Nombre: Ana Prueba\nCargo: Jefa\n{}\nCorreo: anap@state.example"
ROLE_ON_CARD = "Lic. Ana Prueba Muestra\nJefa de Fronteras\n{}\nTel. 2231-0000\nanap@state.example"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("CALIDAD ANTE EL GRUPO: Suplente", "alternate"),
        ("Capacity in the Group: Alternate", "alternate"),
        ("Role within the Technical Working Group: Focal point", "focal-point"),
        ("Condición ante la Red de Funcionarios de Enlace: Titular", "focal-point"),
        ("Función en la Conferencia: Punto focal", "focal-point"),
        ("En calidad de: suplente", "alternate"),
        ("Appointed as: Alternate", "alternate"),
        ("Calidad migratoria: Suplente", None),
        ("Capacity of the room: Alternate", None),
    ],
)
def test_as_what_under_a_label(line: str, role: str | None) -> None:
    assert read(ROLE.format(line)).get("role") == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Suplente", "alternate"),
        ("(punto focal titular)", "focal-point"),
        ("Alternate focal point", "alternate"),
        ("En calidad de suplente", "alternate"),
        ("Designada como suplente", "alternate"),
        ("en calidad de observadora", None),
    ],
)
def test_as_what_on_a_card(line: str, role: str | None) -> None:
    found = read(ROLE_ON_CARD.format(line))
    assert found.get("role") == role
    assert (found["name"], found["position"]) == ("Ana Prueba Muestra", "Jefa de Fronteras")
    assert (found["phone"], found["email"]) == (["+50222310000"], ["anap@state.example"])


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Office Tel. No.", "phone"),
        ("Direct Tel. Number", "phone"),
        ("Número de teléfono institucional", "phone"),
        ("Tel. Office", "phone"),
        ("Official Cell No.", "mobile"),
        ("Núm. de celular oficial", "mobile"),
        ("Office Fax Number", "fax"),
        ("Hotel Tel. No.", None),
        ("Passport No.", None),
        ("Emergency Tel. No.", None),
    ],
)
def test_labels_of_telephones(label: str, field: str | None) -> None:
    found = read(f"Nombre: Ana Prueba\n{label}: 2231-0000\nCorreo: anap@state.example")
    assert {name for name in found if name in {"phone", "mobile", "fax"}} == ({field} if field else set())


NUMBERED = """1. Nombres y apellidos: Lic. Ana Prueba
2. {}
3. Cargo que desempeña: Jefa
4. Ministerio: Ministerio de Trabajo
5. {}
6. Número de fax: no se dispone
7. Correo: anap@state.example"""


@pytest.mark.parametrize("other", ["Tipo de sangre: O", "Pasatiempo: leer", "Código de empleado: 12", "Skype: ana"])
def test_numbers_of_a_form_begin_nobody(other: str) -> None:
    found = read(NUMBERED.format(other, other))
    expected = {"title": "Lic.", "name": "Ana Prueba", "position": "Jefa", "institution": "Ministerio de Trabajo"}
    assert found == {**expected, "fax": [], "email": ["anap@state.example"]}


def test_a_vice_ministry_has_a_label() -> None:
    found = read("Nombre: Ana Prueba\nMinisterio: Ministerio de Trabajo\nViceministerio: Viceministerio de Empleo")
    assert (found["institution"], found["unit"]) == ("Ministerio de Trabajo", "Viceministerio de Empleo")
