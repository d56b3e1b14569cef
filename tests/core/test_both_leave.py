"""Two people with one verb, and two with one sentence of how to reach them: each has what is said of each."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries


@pytest.mark.parametrize(
    "body",
    [
        "El Dr. Ulises Ejemplo Cházaro y la Mtra. Pilar Muestra Olvera concluyeron su encargo el 30 de noviembre.",
        "El Dr. Ulises Ejemplo Cházaro y la Mtra. Pilar Muestra Olvera ya no laboran en esta Unidad.",
        "El Dr. Ulises Ejemplo Cházaro y la Mtra. Pilar Muestra Olvera se jubilaron.",
        "El Dr. Ulises Ejemplo Cházaro y la Mtra. Pilar Muestra Olvera han dejado el cargo.",
        "Dr. Ulises Ejemplo Cházaro and Mtra. Pilar Muestra Olvera have left the Department.",
    ],
)
def test_both_leave(body: str) -> None:
    first, second = (all_shown(each) for each in contact_entries(body, "MX"))
    assert first == {"change": "leave", "title": "Dr.", "name": "Ulises Ejemplo Cházaro"}
    assert second == {"change": "leave", "title": "Mtra.", "name": "Pilar Muestra Olvera"}


@pytest.mark.parametrize(
    "said",
    [
        "cesó en sus funciones el 29 de febrero del año en curso",
        "causó baja el 3 de enero",
        "concluyó su encargo",
        "has completed her tour of duty and has returned home",
    ],
)
def test_who_goes_in_other_words(said: str) -> None:
    (entry,) = contact_entries(f"La Licda. Delmira Ensayo Cáliz {said}.", "HN")
    assert all_shown(entry) == {"change": "leave", "title": "Licda.", "name": "Delmira Ensayo Cáliz"}


def test_each_is_reached_by_what_stands_behind_the_surname() -> None:
    """The numbers of two people were put together, and given to the writer."""
    body = (
        "Nuestro punto focal es la Licda. Jeannette Ficticia Cornejo y el suplente es el Ing. Mauricio Prueba "
        "Alvarenga.\n\nLa Licda. Ficticia atiende en el teléfono 2231-1141 y el correo jficticia@rree-sv.gob.example;"
        " el Ing. Prueba, en el 2231-1142, celular 7850-0133, mprueba@rree-sv.gob.example.\n"
    )
    first, second = (all_shown(each) for each in contact_entries(body, "SV"))
    assert (first["name"], first["phone"], first["email"]) == (
        "Jeannette Ficticia Cornejo",
        ["+50322311141"],
        ["jficticia@rree-sv.gob.example"],
    )
    assert (second["name"], second["phone"], second["mobile"], second["email"]) == (
        "Mauricio Prueba Alvarenga",
        ["+50322311142"],
        ["+50378500133"],
        ["mprueba@rree-sv.gob.example"],
    )


def test_numbers_of_who_left_are_given_up_together() -> None:
    body = (
        "La compañera Lic. Auxiliadora Prueba Mairena dejó de trabajar en esta Dirección. Agradecemos retirarla de la "
        "lista, pues el correo aprueba@migob-ni.gob.example y el celular 8855-0120 ya no están activos.\n"
    )
    for entry in contact_entries(body, "NI", "Sobre nuestro enlace"):
        assert not {"email", "mobile"} & entry["fields"].keys()
