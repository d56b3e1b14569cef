"""What is new of how somebody is reached, in the words that officials have for it: one's own, or a colleague's."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

SPANISH = """
Mi nuevo {l} es {v}.
Mi {l} cambió a {v}.
Mi {l} ahora es {v}.
Les informo que mi {l} ha cambiado; el nuevo es {v}.
Favor actualizar mi {l}: {v}.
Favor de cambiar mi {l} por {v}.
Sírvanse corregir mi {l}, que es {v}.
El único cambio es mi {l}, que ahora es {v}.
Todo sigue igual, excepto mi {l}: {v}.
Sin cambios, salvo mi {l} que es {v}.
Lo único que cambia es el {l}: {v}.
Mi {l} correcto es {v}.
El {l} está equivocado, lo correcto es {v}.
El {l} que aparece en la lista es incorrecto; el correcto es {v}.
Solicito actualizar el {l} a {v}.
Cambió mi {l}, ahora es {v}.
A partir de hoy mi {l} es {v}.
Agradeceré registrar mi nuevo {l}: {v}
Por favor anotar mi nuevo {l}, {v}.
Quisiera actualizar mi {l}. El nuevo es {v}.
Les comparto mi nuevo {l} {v}.
Mi nuevo {l}: {v}
Nuevo {l}: {v}
El nuevo {l} de la Licda. Ana Prueba es {v}.
Favor cambiar el {l} de la Licda. Ana Prueba a {v}.
La Licda. Ana Prueba tiene nuevo {l}: {v}.
El {l} de la Licda. Ana Prueba cambió a {v}.
El {l} correcto de la Licda. Ana Prueba es {v}.
Para la Licda. Ana Prueba, el nuevo {l} es {v}.
Licda. Ana Prueba: el {l} cambia a {v}.
""".strip().splitlines()
ENGLISH = """
My new {l} is {v}.
My {l} has changed to {v}.
My {l} is now {v}.
Please note that my {l} has changed. The new one is {v}.
Please update my {l}: {v}.
Please update my {l} to {v}.
Please change my {l} to {v}.
Kindly correct my {l}, which is {v}.
The only change is my {l}, which is now {v}.
Everything is the same except my {l}: {v}.
No changes, except that my {l} is {v}.
The only thing that has changed is my {l}: {v}.
My correct {l} is {v}.
The {l} is wrong; it should be {v}.
The {l} on the list is incorrect; the right one is {v}.
As of today my {l} is {v}.
My new {l}: {v}
New {l}: {v}
Ms. Ana Prueba's new {l} is {v}.
Please change the {l} of Ms. Ana Prueba to {v}.
Ms. Ana Prueba has a new {l}: {v}.
Ms. Ana Prueba's {l} has changed to {v}.
The correct {l} for Ms. Ana Prueba is {v}.
For Ms. Ana Prueba, the new {l} is {v}.
""".strip().splitlines()
VALUES = {
    "phone": ("teléfono", "phone number", "2231-0040", ["+50422310040"]),
    "fax": ("fax", "fax number", "2231-0041", ["+50422310041"]),
    "mobile": ("celular", "mobile number", "9988-0000", ["+50499880000"]),
    "email": ("correo electrónico", "e-mail address", "lensayo@x.example", ["lensayo@x.example"]),
}
OF_POSTS = [
    "Favor cambiar el cargo de la Licda. Ana Prueba a Directora de Fronteras.",
    "La Licda. Ana Prueba tiene nuevo cargo: Directora de Fronteras.",
    "El cargo correcto de la Licda. Ana Prueba es Directora de Fronteras.",
    "Please change the position of Ms. Ana Prueba to Directora de Fronteras.",
    "Ms. Ana Prueba has a new position: Directora de Fronteras.",
    "For Ms. Ana Prueba, the new position is Directora de Fronteras.",
]


@pytest.mark.parametrize("field", VALUES)
@pytest.mark.parametrize("said", [*SPANISH, *ENGLISH])
def test_ways_to_reach(said: str, field: str) -> None:
    spanish, english, value, expected = VALUES[field]
    label = english if said in ENGLISH else spanish
    (entry,) = contact_entries(said.format(l=label, v=value), "HN")
    shown = all_shown(entry)
    assert shown[field] == expected
    assert shown.get("name") == ("Ana Prueba" if "Ana Prueba" in said else None)
    assert not {*shown} & ({*VALUES} - {field})


@pytest.mark.parametrize("said", OF_POSTS)
def test_posts_of_a_colleague_are_not_the_writers(said: str) -> None:
    (entry,) = contact_entries(said, "HN")
    assert (all_shown(entry)["name"], all_shown(entry)["position"]) == ("Ana Prueba", "Directora de Fronteras")
