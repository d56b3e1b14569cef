"""Who goes, comes, or only moves within the house; what somebody was until now; whose data stay or change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

REGION = "HN"


def told(body: str) -> dict[str, dict[str, Any]]:
    """What is shown of each person, by the name; "" for the writer."""
    return {str(shown.get("name", "")): shown for each in contact_entries(body, REGION) if (shown := all_shown(each))}


@pytest.mark.parametrize(
    "goes",
    [
        "El Lic. Luis Ensayo Mora ha pasado a otras funciones.",
        "El Lic. Luis Ensayo Mora pasó a desempeñar otro cargo.",
        "El Lic. Luis Ensayo Mora se trasladó al Ministerio de Planificación.",
        "El Lic. Luis Ensayo Mora se trasladó a la Embajada en Lima y ya no es el contacto de esta Dirección.",
        "El Lic. Luis Ensayo Mora ya no es nuestro enlace.",
        "Mr. Luis Ensayo Mora has rotated to our embassy in Lima.",
        "Mr. Luis Ensayo Mora has been posted abroad.",
        "Mr. Luis Ensayo Mora has transferred to another agency.",
        "El Lic. Luis Ensayo Mora se trasladó a otra dependencia.",
        "Mr. Luis Ensayo Mora has moved to the Ministry of Labour.",
        "El Lic. Luis Ensayo Mora, quien sustituía a la Licda. Ana Prueba Rojas, ya no labora aquí.",
        "La Licda. Ana Prueba Rojas sustituye al Lic. Luis Ensayo Mora, quien ha pasado a otras funciones.",
        "Se designó a la Licda. Ana Prueba Rojas en sustitución del Lic. Luis Ensayo Mora, quien se jubiló.",
        "Ms. Ana Prueba Rojas replaces Mr. Luis Ensayo Mora, who has rotated to our embassy in Lima.",
    ],
)
def test_goes(goes: str) -> None:
    found = told(goes)
    assert found["Luis Ensayo Mora"]["change"] == "leave"
    assert found.get("Ana Prueba Rojas", {}).get("change") != "leave"


@pytest.mark.parametrize(
    "stays",
    [
        "Mr. Luis Ensayo Mora has moved offices; his new telephone number is 2230-0044.",
        "Mr. Luis Ensayo Mora has moved to a new office. His new telephone number is 2230-0044.",
        "Mr. Luis Ensayo Mora has moved to another floor; his new telephone number is 2230-0044.",
        "El Lic. Luis Ensayo Mora se mudó de oficina; su nuevo teléfono es 2230-0044.",
        "El Lic. Luis Ensayo Mora se trasladó a la Dirección de Empleo; su nuevo teléfono es 2230-0044.",
        "En el caso del Lic. Luis Ensayo Mora, su nuevo teléfono es 2230-0044.",
        "Únicamente cambia el teléfono del Lic. Luis Ensayo Mora. El nuevo número es 2230-0044.",
        (
            "De los dos contactos, sólo cambia el teléfono del Lic. Luis Ensayo Mora. El nuevo número es 2230-0044. "
            "Los datos de la Licda. Ana Prueba Rojas siguen sin cambios."
        ),
        "Mr. Luis Ensayo Mora has moved offices; his new telephone number is 2230-0044 and mine is 2230-0055.",
        "- Mr. Luis Ensayo Mora has moved offices; his new telephone number is 2230-0044.\n- The rest is correct.",
    ],
)
def test_number_is_theirs_who_only_moves(stays: str) -> None:
    found = told(stays)
    assert found["Luis Ensayo Mora"]["phone"] == ["+50422300044"]
    assert "change" not in found["Luis Ensayo Mora"]
    assert "phone" not in found.get("", {})


@pytest.mark.parametrize(
    "mine",
    [
        "Mi jefe, el Lic. Luis Ensayo Mora, se trasladó a otra oficina; mi nuevo teléfono es 2230-0044.",
        "El Lic. Luis Ensayo Mora les saluda. Mi nuevo teléfono es 2230-0044.",
        "Nuestro nuevo teléfono es 2230-0044.",
    ],
)
def test_number_is_the_writers(mine: str) -> None:
    assert told(mine)[""]["phone"] == ["+50422300044"]


@pytest.mark.parametrize(
    "other",
    [
        "La Licda. Ana Prueba Rojas se trasladó a la Embajada para entregar los documentos.",
        "Ms. Ana Prueba Rojas's message has been posted on the site.",
        "El Lic. Luis Ensayo Mora pasó a saludar.",
        "Mr. Luis Ensayo Mora has moved his office to another building.",
        "El Lic. Luis Ensayo Mora ya no es el titular sino el suplente.",
        "Favor dirigirse al Ing. Luis Ensayo Mora (luis@x.example), quien ya no es el suplente.",
        "La Licda. Ana Prueba Rojas y el Lic. Luis Ensayo Mora, quienes ya no comparten oficina, siguen en la lista.",
        "Mr. Luis Ensayo Mora has rotated the files.",
    ],
)
def test_nobody_goes(other: str) -> None:
    assert all(each.get("change") != "leave" for each in told(other).values())


@pytest.mark.parametrize(
    "other",
    [
        "El teléfono del Lic. Luis Ensayo Mora no cambia; el nuevo número de la oficina es 2230-0044.",
        "No cambia el teléfono del Lic. Luis Ensayo Mora. El nuevo número de la oficina es 2230-0044.",
        "La suplente del Lic. Luis Ensayo Mora cambió; su nuevo teléfono es 2230-0044.",
        "El Lic. Luis Ensayo Mora ya no labora aquí; su nuevo teléfono es 2230-0044.",
        "Cambia el teléfono del Lic. Luis Ensayo Mora. El número 2230-0044 ya no funciona.",
    ],
)
def test_number_is_not_of_who_is_named(other: str) -> None:
    assert "phone" not in told(other).get("Luis Ensayo Mora", {})


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (", quien venía fungiendo como alterno, pasa a ser el punto focal de Honduras.", "focal-point"),
        (", quien había fungido como alterno, pasa a ser el punto focal.", "focal-point"),
        (", quien hasta ahora era el suplente, será el punto focal.", "focal-point"),
        (", quien se desempeñaba como suplente, queda como punto focal.", "focal-point"),
        (", who had been serving as alternate, is now the focal point.", "focal-point"),
        (", who used to be our alternate, will be the focal point.", "focal-point"),
        (" pasa de alterno a punto focal.", "focal-point"),
        (" ya no es el punto focal; ahora es el alterno.", "alternate"),
        (" ya no es el punto focal sino el alterno.", "alternate"),
        (" ya no es el alterno; pasa a ser el punto focal.", "focal-point"),
        (" is no longer the focal point; he is now the alternate.", "alternate"),
        (" será el punto focal.", "focal-point"),
        (" será el alterno.", "alternate"),
        (", quien fungirá como alterno, es Director de Visas.", "alternate"),
    ],
)
def test_role_that_somebody_has_now(words: str, role: str) -> None:
    found = told(f"El Ing. Luis Ensayo Mora{words}")["Luis Ensayo Mora"]
    assert found["role"] == role
    assert "change" not in found


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("El cargo lo asumió la Licda. Ana Prueba Rojas, correo ana@x.example.", True),
        ("Sus funciones las asume la Licda. Ana Prueba Rojas, correo ana@x.example.", True),
        ("Ms. Ana Prueba Rojas will be taking over my responsibilities.", True),
        ("Como nueva alterna se ha designado a la Licda. Ana Prueba Rojas, Analista, correo ana@x.example.", True),
        ("We hereby designate as our new alternate Ms. Ana Prueba Rojas, Director of Visas.", True),
        ("The new focal point is Ms. Ana Prueba Rojas, Director of Visas.", False),  # perhaps the alternate until now
        ("Como alterna se ha designado a la Licda. Ana Prueba Rojas, Analista, correo ana@x.example.", False),
        ("El nuevo punto focal es la Licda. Ana Prueba Rojas.", False),  # who may be on the list as an alternate
        ("El punto focal es la Licda. Ana Prueba Rojas, Analista, correo ana@x.example.", False),
        ("La nueva responsable de logística es la Licda. Ana Prueba Rojas, correo ana@x.example.", False),
        ("La nueva dirección de la alterna, Licda. Ana Prueba Rojas, es ana@x.example.", False),
    ],
)
def test_comes(words: str, new: bool) -> None:
    assert (told(words).get("Ana Prueba Rojas", {}).get("change") == "new") is new


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Los datos del punto focal, Lic. Luis Ensayo Mora, se mantienen sin cambios.", "focal-point"),
        ("Los datos del Lic. Luis Ensayo Mora siguen sin cambios.", None),
        ("Los datos del Lic. Luis Ensayo Mora no han variado.", None),
        ("The details of our alternate, Mr. Luis Ensayo Mora, remain the same.", "alternate"),
        ("Mr. Luis Ensayo Mora's details are unchanged.", None),
        (
            (
                "Los datos del Lic. Luis Ensayo Mora siguen igual. Favor agregar a la Licda. Ana Prueba Rojas "
                "(ana@x.example)."
            ),
            None,
        ),
        (
            (
                "Los datos del punto focal, Lic. Luis Ensayo Mora, se mantienen sin cambios.\n\nFavor agregar a la "
                "siguiente funcionaria como alterna:\n\nNombre: Licda. Ana Prueba Rojas\nCorreo: ana@x.example"
            ),
            "focal-point",
        ),
    ],
)
def test_whose_data_stay(words: str, role: str | None) -> None:
    found = told(words)
    assert found["Luis Ensayo Mora"]["change"] == "none"
    assert found["Luis Ensayo Mora"].get("role") == role
    if "Ana" in words:
        assert found["Ana Prueba Rojas"]["change"] == "new"


@pytest.mark.parametrize(
    "words",
    [
        "Los datos del Lic. Luis Ensayo Mora siguen igual, salvo el teléfono, que es 2230-0044.",
        "¿Los datos del Lic. Luis Ensayo Mora siguen sin cambios?",
        "Los datos del Lic. Luis Ensayo Mora no son correctos: su teléfono es 2230-0044.",
        "Los datos del Lic. Luis Ensayo Mora siguen iguales, salvo los siguientes:\n\nTeléfono: 2230-0044",
        "Los datos del Lic. Luis Ensayo Mora siguen igual.\n\nTeléfono: 2230-0044\nCorreo: luis@x.example",
        "The information of Mr. Luis Ensayo Mora is correct. His new phone number is 2230-0044.",
    ],
)
def test_whose_data_do_not_all_stay(words: str) -> None:
    found = told(words)
    assert all(each.get("change") != "none" for each in found.values())
    assert len(found) <= 1


@pytest.mark.parametrize(
    ("lead", "change"),
    [
        ("El nuevo enlace de esta Dirección es el siguiente funcionario:", "new"),
        ("Les informo que los nuevos representantes de Honduras ante el Grupo son:", "new"),
        ("Our new focal point is as follows:", "new"),
        ("El punto focal es el siguiente:", None),
        ("Los nuevos datos del punto focal son:", None),
        ("El nuevo teléfono del suplente es el siguiente:", None),
        ("Los nuevos representantes ante el Grupo son los mismos. Sus datos:", None),
        ("El nuevo sistema del enlace es el siguiente:", None),
    ],
)
def test_new_ones_announced(lead: str, change: str | None) -> None:
    found = told(f"{lead}\n\nNombre: Licda. Ana Prueba Rojas\nCorreo: ana@x.example")
    assert found["Ana Prueba Rojas"].get("change") == change


@pytest.mark.parametrize(
    ("below", "post"),
    [
        ("Asimismo, su cargo correcto es Directora de Visas.", "Directora de Visas"),
        ("Su cargo actual es Directora de Visas.", "Directora de Visas"),
        ("Her correct title is Director of Visas.", "Director of Visas"),
        ("El cargo de su jefa es Directora de Visas.", None),
        ("Su cargo no es Directora de Visas.", None),
        ("Su cargo es Directora de Visas hasta junio.", None),
        ("El Lic. Luis Ensayo Mora la apoya. Su cargo es Director de Visas.", None),
    ],
)
def test_post_told_below_labels(below: str, post: str | None) -> None:
    found = told(f"Omitimos el fax de la Licda. Ana Prueba Rojas:\n\nFax: 2230-0055\n\n{below}")
    assert found["Ana Prueba Rojas"]["fax"] == ["+50422300055"]
    assert found["Ana Prueba Rojas"].get("position") == post


@pytest.mark.parametrize(
    ("told_as", "name"),
    [
        ("Mi nombre en la lista debe aparecer como Ana Prueba de Rojas.", "Ana Prueba de Rojas"),
        ("Mi nombre debería figurar como Ana Prueba de Rojas.", "Ana Prueba de Rojas"),
        ("My name on the list should now appear as Ana Prueba-Rojas.", "Ana Prueba-Rojas"),
        ("Mi nombre no debe aparecer como Ana Prueba de Rojas.", None),
        ("Mi nombre debe aparecer como suplente.", None),
        ("El nombre de la oficina debe aparecer como Dirección de Visas.", None),
    ],
)
def test_name_as_it_should_be_listed(told_as: str, name: str | None) -> None:
    assert [*told(told_as)] == ([name] if name else [])


@pytest.mark.parametrize(
    ("words", "post", "unit"),
    [
        (
            "Officer in the Bureau of Population, Refugees, and Migration",
            "Officer",
            "Bureau of Population, Refugees, and Migration",
        ),
        (
            "Director of the Bureau of Population, Refugees, and Migration",
            "Director of the Bureau of Population, Refugees, and Migration",
            None,
        ),
        (
            "Jefa de la Oficina de Población, Refugio y Migración",
            "Jefa de la Oficina de Población, Refugio y Migración",
            None,
        ),
        ("Jefa de Visas", "Jefa de Visas", None),
    ],
)
def test_post_in_an_office_whose_name_holds_commas(words: str, post: str, unit: str | None) -> None:
    found = told(f"El nuevo punto focal es Ana Prueba Rojas, {words}, tel. 2230-0044.")["Ana Prueba Rojas"]
    assert (found["position"], found.get("unit"), found["phone"]) == (post, unit, ["+50422300044"])


def test_an_alternate_beside_news_of_the_writers_own() -> None:
    found = told(
        "I have been appointed Director of Visas. My telephone remains the same and I continue to be the focal point."
        "\n\nPlease add Mr. Luis Ensayo Mora as alternate. He is a Policy Analyst in my unit; his "
        "telephone is 2230-0044."
    )
    assert found["Luis Ensayo Mora"] == {
        "change": "new",
        "title": "Mr.",
        "name": "Luis Ensayo Mora",
        "position": "Policy Analyst",
        "role": "alternate",
        "phone": ["+50422300044"],
    }


def test_for_whom_one_writes_has_no_role() -> None:
    found = told(
        "On behalf of the Chief Executive Officer, Mrs. Ana Prueba Rojas, I write to inform you that the Ministry of "
        "Labour has nominated Mr. Luis Ensayo Mora as its focal point.\n\nName: Mr. Luis Ensayo Mora\nTel: 2230-0044"
    )
    assert found["Luis Ensayo Mora"]["role"] == "focal-point"
    assert "Ana Prueba Rojas" not in found
