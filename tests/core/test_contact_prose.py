"""Contacts named in sentences, pointed to by "ídem" or corrected beside a label: whose value it is decides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries, only_asked


def read(body: str) -> list[tuple[dict[str, Any], set[str]]]:
    """The fields and the doubts of each entry of an answer to our request for contacts."""
    found = []
    for entry in contact_entries(body, "CR"):
        sure, shown = by_certainty(entry)
        found.append((sure, only_asked(entry) | shown.keys()))
    return found


@pytest.mark.parametrize(
    "body",
    [
        (
            "A partir del 15 de enero la sustituye don Baltasar Prueba Solano, Coordinador, teléfono 2299-0088,"
            " correo bprueba@migracion-cr.gob.example."
        ),
        "En su lugar queda la Licda. Ana Modelo Rojas, tel. 2299-0001, cel. 8800-0000, correo ana@mrec-cr.gob.example.",
        "Ya no labora aquí Juan Ficticio; escriba a Ana Modelo, tel. 2299-0001, correo ana@mrec-cr.gob.example.",
        "Favor dirigirse a la Dirección de Política Exterior, tel. 2299-0001, correo politica@mrec-cr.gob.example.",
        (
            "Favor actualizar el teléfono directo 2230-0070 y agregar como contacto al Lic. Camilo Cartel,"
            " ccartel@mrec-cr.gob.example, cel. 8811-0000."
        ),
        "Desde el lunes nuestro nuevo punto focal es Ana Modelo y su nuevo correo es: ana@mrec-cr.gob.example",
        "Please contact my colleague Jane Mocker, tel. 2299-0001, e-mail jane@mrec-cr.gob.example, on this subject.",
        "She has been replaced by Jane Mocker, tel. 2299-0001, e-mail jane@mrec-cr.gob.example, since Monday.",
    ],
)
def test_numbers_of_a_person_in_a_sentence_are_not_the_writers(body: str) -> None:
    told = read(f"Estimados colegas:\n\n{body}\n\nSaludos\n")
    assert all(fields == {} and doubts & {"name", "change"} for fields, doubts in told)


@pytest.mark.parametrize(
    "body",
    [
        "MIS DATOS SON LOS SIGUIENTES: ANA PRUEBA, TEL 22990001 CEL 8800-0000",
        "Lic. Ana Prueba Rojas, Directora, Ministerio de Agregados, tel. 2299-0001, cel. 8800-0000",
        "Favor incluir también mis números directos, tel. 2299-0001, cel. 8800-0000",
    ],
)
def test_the_writers_own_numbers_in_a_line_are_read(body: str) -> None:
    [(fields, _)] = read(f"Estimados colegas:\n\n{body}\n\nSaludos\n")
    assert (fields["phone"], fields["mobile"]) == (["+50622990001"], ["+50688000000"])


def test_a_numbered_list_of_persons_without_labels() -> None:
    first, second = read(
        "1) Licda. Ana Prueba Rojas, Ministerio de Trabajo, tel. 2299-0001, ana@mtss-cr.gob.example (titular)\n"
        "2) Lic. Juan Modelo Sáenz, Ministerio de Educación, tel. 2299-0002 ext. 3, j@mep-cr.gob.example (suplente)\n"
    )
    asked = {"title", "name", "institution", "email", "role"}
    assert first == ({"phone": ["+50622990001"]}, asked)
    assert second == ({"phone": ["+50622990002;ext=3"]}, asked)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("mi nueva dirección de correo electrónico es ana@nuevo-cr.gob.example", "email"),
        ("El único cambio es el número de fax, que ahora es el 2299-0009", "fax"),
        ("ya no es el 2245-0000, ahora el teléfono es 2245-0101", "phone"),
        ("Los datos no cambian. Mi nuevo cargo es: Jefa de Cooperación", "position"),
    ],
)
def test_a_value_announced_in_one_of_several_sentences_is_asked(body: str, field: str) -> None:
    text = "Por la mudanza del Ministerio a su nueva sede, que tomó más de lo que se había previsto en el plan original"
    [(fields, doubts)] = read(f"Estimados colegas:\n\n{text}. {body}. Agradecemos tomar nota de ello.\n")
    assert field in doubts
    assert field not in fields


@pytest.mark.parametrize(
    "body",
    [
        "El celular sigue igual.",
        "Mi correo no ha cambiado nada.",
        "Sin cambios en el teléfono.",
        "Todo igual, ahora el número es 2299-0009.",
        "No change to my e-mail.",
    ],
)
def test_one_field_that_stays_confirms_no_record(body: str) -> None:
    assert all(fields.get("change") != "none" for fields, _ in read(f"Buenos días:\n\n{body}\n\nSaludos\n"))


@pytest.mark.parametrize(
    "body",
    [
        "Todo correcto, nada que modificar.",
        "Nuestros datos siguen vigentes.",
        "Los datos de nuestro punto focal se mantienen sin cambios.",
        "La información es correcta.",
        "Sin cambios para el punto focal.",
        "The information remains accurate, nothing to update.",
    ],
)
def test_a_record_confirmed_in_other_words(body: str) -> None:
    assert read(f"Buenos días:\n\n{body}\n\nSaludos\n") == [({"change": "none"}, set())]


def test_who_comes_in_anothers_place_changes_something() -> None:
    before, behind = "La Licda. Rosa Ficticia ya no labora aquí.", "Lo demás se mantiene igual."
    [(fields, _), leaves] = read(f"{before}\n\nNombre: Ana Prueba Rojas\nCargo: Jefa\n\n{behind}\n")
    assert fields == {"name": "Ana Prueba Rojas", "position": "Jefa"}
    assert leaves == ({}, {"change", "title", "name"})


@pytest.mark.parametrize(
    ("body", "fax"),
    [
        ("Celular: 8800-0000\nFax: el mismo", None),
        ("Teléfono: 2299-0001\nCelular: 8800-0000\nFax: el mismo", ["+50622990001"]),
        ("Teléfono convencional: 2299-0001\nCelular: 8800-0000\nFax: ídem", ["+50622990001"]),
    ],
)
def test_same_number_is_never_the_mobile_one(body: str, fax: list[str] | None) -> None:
    [(fields, doubts)] = read(f"Nombre: Ana Prueba Rojas\n{body}\n")
    assert fields.get("fax") == fax
    assert ("fax" in doubts) == (fax is None)


@pytest.mark.parametrize(
    ("above", "below", "fax"),
    [
        ("2299-0002", "ídem", None),  # of this line's telephone, or the fax of the person above?
        ("2299-0002", "mismo número", ["+50622990003"]),
        ("ídem", "ídem", None),
        ("---", "ídem", ["+50622990003"]),
    ],
)
def test_idem_of_the_second_person(above: str, below: str, fax: list[str] | None) -> None:
    _, (fields, doubts) = read(
        f"Nombre: Ana Prueba Rojas\nTeléfono: 2299-0001\nFax: {above}\n\n"
        f"Nombre: Juan Modelo Sáenz\nTeléfono: 2299-0003\nFax: {below}\n"
    )
    assert fields.get("fax") == fax
    assert ("fax" in doubts) == (fax is None)


def test_a_holder_is_a_focal_point_only_beside_an_alternate() -> None:
    [(fields, _)] = read("Titular: Lic. Ana Prueba Rojas\nPuesto: Jefa\n")
    assert "role" not in fields
    [(fields, _)] = read("Nombre: Lic. Ana Prueba Rojas\nPuesto: Jefa\nRol: titular\n")
    assert fields["role"] == "focal-point"
    first, second = read(
        "Titular: Lic. Ana Prueba Rojas\nPuesto: Jefa\n\nSuplente: Lic. Juan Modelo Sáenz\nPuesto: Jefe\n"
    )
    assert (first[0]["role"], second[0]["role"]) == ("focal-point", "alternate")


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("Lic. Ana Prueba Rojas", {"title": "Lic.", "name": "Ana Prueba Rojas"}),
        ("P.M. Ana Prueba Rojas", {"title": "P.M.", "name": "Ana Prueba Rojas"}),
        ("Téc. Ana Prueba Rojas", {"title": "Téc.", "name": "Ana Prueba Rojas"}),
        ("Ma. Elena Prueba Rojas", {"name": "Ma. Elena Prueba Rojas"}),
        ("J.R. Prueba Rojas", {"name": "J.R. Prueba Rojas"}),
        ("P.M. Prueba", {"name": "P.M. Prueba"}),
        ("P.M. Prueba Rojas", None),
        ("Grds. Ana Prueba Rojas", None),
    ],
)
def test_a_short_word_before_a_name(said: str, fields: dict[str, str] | None) -> None:
    [(found, doubts)] = read(f"Nombre: {said}\nCargo: Jefa\n")
    assert {"cargo": "Jefa", **(fields or {})} == {"cargo": found.pop("position"), **found}
    assert ("name" in doubts) == (fields is None)


@pytest.mark.parametrize(
    ("body", "confirmed"),
    [
        ("Ratificamos los datos de nuestro punto focal.", True),
        ("Por este medio confirmo los datos de la lista.", True),
        ("We confirm the contact details of our focal point.", True),
        ("Les confirmo los datos la próxima semana.", False),
        ("Confirmo los datos en cuanto los tenga.", False),
        ("No confirmamos la información de la lista.", False),
        ("Confirmamos los datos: Ana Prueba Rojas, 2299-0001.", False),
    ],
)
def test_data_confirmed_by_a_verb(body: str, *, confirmed: bool) -> None:
    assert (
        any(fields.get("change") == "none" for fields, _ in read(f"Buenos días:\n\n{body}\n\nSaludos\n")) == confirmed
    )


def test_labels_in_small_letters_without_signs() -> None:
    lines = "nombre Ana Prueba Rojas\ncargo Jefa de Unidad\ninstitucion Ministerio Azul\ntelefono 2299-0001\nfax no hay"
    [(fields, doubts)] = read(f"Buenos dias\n{lines}\ngracias\n")
    assert (fields["name"], fields["position"], fields["institution"], fields["phone"], fields["fax"], doubts) == (
        *("Ana Prueba Rojas", "Jefa de Unidad", "Ministerio Azul", ["+50622990001"], []),
        set(),
    )


def test_small_letters_between_others_are_no_labels() -> None:
    below = "unidad ejecutora de programas"
    [(fields, _)] = read(f"Nombre: Ana Prueba Rojas\nInstitución: Ministerio Azul\n{below}\nTeléfono: 2299-0001\n")
    assert fields.get("unit") != "ejecutora de programas"


@pytest.mark.parametrize("label", ["Tel. PBX", "Teléfono conmutador", "Tel. central"])
def test_two_words_for_one_telephone_need_no_colon(label: str) -> None:
    [(fields, doubts)] = read(
        f"Nombre: Ana Prueba Rojas\nPuesto: Especialista en Desarrollo\n{label} 2299-0001 ext. 22\n"
    )
    assert (fields["position"], fields["phone"]) == ("Especialista en Desarrollo", ["+50622990001;ext=22"])
    assert doubts == set()


def test_a_label_of_no_field_below_a_long_line_is_no_part_of_it() -> None:
    long = "Ministerio de Trabajo y Seguridad Social, Dirección Nacional de Empleo"
    [(fields, _)] = read(f"Nombre: Ana Prueba Rojas\nInstitución: {long}\nHorario: de 8 a 4\nTeléfono: 2299-0001\n")
    assert fields["institution"] == long


def test_one_form_for_two_people_is_asked() -> None:
    [(fields, doubts)] = read(
        "Nombre: Lic. Ana Prueba Rojas (punto focal) y Lic. Juan Modelo Sáenz (alterno)\n"
        "Cargo: Directora General / Jefe de Movilidad\nInstitución: Ministerio de Trabajo\n"
        "Correo: ana@mtss-cr.gob.example / juan@mtss-cr.gob.example\n"
    )
    assert {"name", "position", "email"} <= doubts
    assert fields == {"institution": "Ministerio de Trabajo"}


def test_columns_of_spaces_as_wide_as_their_longest_words() -> None:
    first, second = read(
        "NOMBRE          CARGO                   TELEFONO          CORREO\n"
        "Ana Prueba      Consejera               2299-0001 x210    ana@mrec-cr.gob.example\n"
        "Juan Modelo S.  Encargado de Migración  2299-0002         juan@mrec-cr.gob.example\n"
    )
    assert first[0]["phone"] == ["+50622990001;ext=210"]
    assert (second[0]["name"], second[0]["position"]) == ("Juan Modelo S.", "Encargado de Migración")


def test_a_value_to_be_exchanged_for_the_following() -> None:
    [(fields, doubts)] = read("Solicito cambiar mi correo por el siguiente: ana.nueva@mrec-cr.gob.example\n")
    assert (fields, doubts) == ({}, {"email"})


def test_who_signs_in_the_place_of_another_confirms_nothing() -> None:
    [(fields, asked), _] = read(
        "Les comunico que quien suscribe asume la Dirección en sustitución de la Licda. Rosa Ficticia.\n\n"
        "Nombre: Juan Modelo Sáenz\nCargo: Director\n\nLos demás datos siguen siendo los mismos.\n"
    )
    assert "change" not in fields
    assert asked == {"replaces"}


def test_numbers_of_the_labels_behind_are_no_part_of_a_value() -> None:
    [(fields, doubts)] = read(
        "1. Nombre: Ana Prueba Rojas. 2. Cargo: Analista. 3. Institución: Ministerio de Trabajo."
        " 4. Teléfono: 2299-0001. 5. Fax: no tenemos. 6. Correo: ana@mtss-cr.gob.example.\n"
    )
    assert doubts == set()
    assert (fields["name"], fields["position"], fields["institution"]) == (
        *("Ana Prueba Rojas", "Analista", "Ministerio de Trabajo"),
    )
    assert (fields["phone"], fields["fax"], fields["email"]) == (["+50622990001"], [], ["ana@mtss-cr.gob.example"])


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("2299-0001/2299-0002", ["+50622990001", "+50622990002"]),
        ("22990001/22990002", ["+50622990001", "+50622990002"]),
        ("2299-0001/02", ["+50622990001", "+50622990002"]),
        ("2299-0001/0002", ["+50622990001", "+50622990002"]),
        ("2299-0001/02/03", ["+50622990001", "+50622990002", "+50622990003"]),
    ],
)
def test_whole_numbers_around_a_slash(said: str, phone: list[str]) -> None:
    [(fields, _)] = read(f"Nombre: Ana Prueba Rojas\nDirección: Calle Real, 2\nTeléfono: {said}\n")
    assert (fields["phone"], fields["address"]) == (phone, "Calle Real, 2")


def test_a_house_number_before_a_label_stays_with_its_street() -> None:
    [(fields, _)] = read("Nombre: Ana Prueba Rojas\nDirección: Avenida Real 2. Teléfono: 2299-0001\n")
    assert "2" in fields["address"]


def test_only_a_role_in_brackets_is_one() -> None:
    [(fields, doubts)] = read(
        "Lic. Ana Prueba Rojas, ana@mrec-cr.gob.example, cel. 8888-0000 (WhatsApp), tel. 2299-0001\n"
    )
    assert fields["mobile"] == ["+50688880000"]
    assert "role" not in doubts


def test_what_a_line_opens_with_is_no_post() -> None:
    """ "¿«Con respecto a la lista» es el cargo?" was asked, and "mi nuevo" too."""
    body = (
        "Con respecto a la lista, favor de corregir: el teléfono es 2539-0012 y no 2539-0021."
        " Además, mi nuevo correo es ana@mrec-cr.gob.example.\n"
    )
    ((fields, doubts),) = read(body)
    assert fields["email"] == ["ana@mrec-cr.gob.example"]
    assert doubts == {"phone"}


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("El teléfono 2299-0001 ya no está en servicio; los demás datos continúan igual.", {}),
        ("El correo ana@mrec-cr.gob.example ya no funciona.", {}),
        ("Nombre: Karla Muestra Ejemplo (el apellido es Muestra, no Maestra)\nCargo: Jefa", {"position": "Jefa"}),
        ("Nombre: Lic. Luis Prueba (punto focal) y Licda. Ana Ensayo (alterna)\nCargo: Jefa", {"position": "Jefa"}),
    ],
)
def test_what_may_be_no_value_is_only_asked(body: str, fields: dict[str, str]) -> None:
    """A number said to be out of use was shown as the new one, and a name with half a bracket."""
    [entry] = contact_entries(body, "CR")
    assert all_shown(entry) == fields
    assert entry["doubts"]


def test_whose_number_it_is_stands_in_the_sentence_before() -> None:
    body = (
        "La compañera Hortensia Muestra Solano continúa como punto focal; únicamente actualizar su celular: 8899-0000."
    )
    [(_, doubts)] = read(body)
    assert {"name", "mobile"} <= doubts
