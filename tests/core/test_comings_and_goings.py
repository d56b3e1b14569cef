"""People who come and go in the sentences of ministries: who passed to other duties, who was something until now."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries


def shown(body: str, subject: str | None = None) -> dict[str, dict[str, Any]]:
    return {each.get("name", ""): each for each in map(all_shown, contact_entries(body, "HN", subject))}


ANA = "Ana Prueba Mora"


@pytest.mark.parametrize(
    "sentence",
    [
        f"La señora {ANA} se trasladó al Ministerio de Planificación.",
        f"La señora {ANA} se ha trasladado a otra institución.",
        f"La señora {ANA} ha pasado a otras funciones.",
        f"{ANA} has rotated to our embassy in Lima.",
        f"{ANA} has been posted to our embassy in Lima.",
        f"{ANA} has moved to another department.",
    ],
)
def test_who_leaves(sentence: str) -> None:
    assert shown(sentence)[ANA]["change"] == "leave"


@pytest.mark.parametrize(
    ("sentence", "phone"),
    [
        (f"{ANA} has moved offices; her new telephone number is 2230-0172.", True),
        (f"{ANA} has moved to a new building. Her new number is 2230-0172.", True),
        (f"La Licda. {ANA} se trasladó a la nueva sede.", False),
    ],
)
def test_who_only_changes_rooms_stays(sentence: str, phone: bool) -> None:
    found = shown(sentence)
    assert not any(each.get("change") == "leave" for each in found.values())
    assert not phone or found[ANA]["phone"] == ["+50422300172"]


@pytest.mark.parametrize(
    "was",
    [
        "quien venía fungiendo como alterno",
        "quien fungía como suplente",
        "quien había fungido como alterno",
        "hasta ahora alterno",
    ],
)
def test_what_somebody_was_is_no_role(was: str) -> None:
    found = shown(f"El Lic. Luis Ensayo Vargas, {was}, pasa a ser el punto focal de Honduras.")
    assert found["Luis Ensayo Vargas"]["role"] == "focal-point"


@pytest.mark.parametrize(
    "sentence",
    [
        "El cargo lo asumió la Licda. Ana Prueba Mora.",
        "Dicho puesto lo ocupa la Licda. Ana Prueba Mora.",
        "Ms. Ana Prueba Mora will be taking over his responsibilities.",
    ],
)
def test_who_takes_the_post_is_new(sentence: str) -> None:
    found = shown(f"El Lic. Luis Ensayo Vargas se jubiló el 31 de diciembre. {sentence}")
    assert found[ANA]["change"] == "new"
    assert found["Luis Ensayo Vargas"]["change"] == "leave"


def test_who_is_followed_and_has_passed_to_other_duties_leaves() -> None:
    found = shown(
        f"Se ha designado como punto focal a la Licda. {ANA}, Directora de Vinculación, en sustitución del Lic. Luis"
        " Ensayo Vargas, quien ha pasado a otras funciones."
    )
    assert found["Luis Ensayo Vargas"] == {"change": "leave", "title": "Lic.", "name": "Luis Ensayo Vargas"}
    assert (found[ANA]["role"], found[ANA]["replaces"]) == ("focal-point", "Luis Ensayo Vargas")


def test_whose_number_changes_and_whose_data_stay() -> None:
    found = shown(
        f"De los dos contactos, únicamente cambia el teléfono de la Mtra. {ANA}. El nuevo número es 2230-0021. Los"
        " datos del Mtro. Luis Ensayo Vargas siguen sin cambios."
    )
    assert found[ANA] == {"title": "Mtra.", "name": ANA, "phone": ["+50422300021"]}
    assert found["Luis Ensayo Vargas"]["change"] == "none"


def test_the_name_that_the_list_should_show() -> None:
    body = "Por haber contraído matrimonio mi nombre en la lista debe aparecer como Daniela Prueba de Ejemplo."
    assert "Daniela Prueba de Ejemplo" in shown(f"{body} Mi nuevo correo es daniela@b.example.", "Cambio de correo")


ROLES = (
    "Les informamos que esta Dirección General ha designado a las siguientes personas:\n\nPunto focal:\nLic. Ana Prueba"
    " Mora\nCargo: Encargada\nTel. 2230-0133\n\nSuplente:\nLic. Luis Ensayo Vargas\nCargo: Analista\nTel. 2230-0134"
)


@pytest.mark.parametrize("subject", ["Designación de representantes", "Nota 23", "Designación de puntos focales"])
def test_who_is_designated_under_roles_is_no_participant(subject: str) -> None:
    found = shown(ROLES, subject)
    assert found[ANA]["role"] == "focal-point"
    assert found["Luis Ensayo Vargas"]["role"] == "alternate"
    assert found["Luis Ensayo Vargas"]["phone"] == ["+50422300134"]


def test_participants_are_no_contacts() -> None:
    body = "Para el seminario se ha designado a las siguientes personas:\n\nLic. Ana Prueba Mora\nCargo: Encargada"
    assert shown(body, "Designación de participantes [FUT-PAR-2011-HN]") == {}
