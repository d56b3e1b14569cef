"""Sentences that two programs broke at different columns: wide and short lines by turns, read as if never broken.

The writer's program broke them at 80 columns or so, a gateway again at 72: each line leaves a word or two below it.
"""

from __future__ import annotations

import textwrap

import pytest

from tests.answers import contact_entries
from tests.reports import shown

SENTENCES = [
    (
        "Please be informed that Ms. Ondine Sample has been transferred to the Ministry of Finance and no longer deals "
        "with migration matters. She is replaced by Mr. Dwight Specimen, Assistant Director of Immigration, who may be "
        "reached at 822-0137 or dspecimen@moi-bz.example. His cell is 610-0142."
    ),
    (
        "Tengo el agrado de dirigirme a ustedes para comunicarles que este Viceministerio ha nombrado como nueva punto "
        "focal titular a la Licda. Jeannette Ficticia Cornejo, Directora de Vinculación, y como suplente al Ing. "
        "Mauricio Prueba Alvarenga, Coordinador de Proyectos Productivos."
    ),
    (
        "Favor eliminar de mi registro el fax 822-0110, que ya no está en servicio (no tenemos otro), y agregar mi "
        "celular: 610-0143."
    ),
    (
        "SE LES COMUNICA QUE EL LIC. EDUARDO ENSAYO SOLIS SE ACOGIO A SU PENSION EL 30 DE ABRIL. EN SU LUGAR FUE "
        "NOMBRADA LA LICDA. GRETTEL MUESTRA ALPIZAR, JEFA DEL DEPARTAMENTO DE MIGRACIONES LABORALES."
    ),
    ("Suplente: Licenciado Nery Muestra Pineda, Oficial Consular, teléfono 822-0067, correo nmuestra@sre-bz.example."),
    (
        "Nada más para contarles que nos cambiaron la central telefónica: mi extensión ya no es la 114 sino la 208 (el "
        "número sigue siendo el mismo, 822-0150)."
    ),
]


def broken(text: str, first: int, second: int) -> str:
    once = textwrap.wrap(text, first, break_long_words=False, break_on_hyphens=False)
    return "\n".join(
        line for each in once for line in textwrap.wrap(each, second, break_long_words=False, break_on_hyphens=False)
    )


@pytest.mark.parametrize(("first", "second"), [(80, 72), (80, 66), (76, 70), (90, 76)])
@pytest.mark.parametrize("text", SENTENCES)
def test_broken_at_two_widths(text: str, first: int, second: int) -> None:
    whole = [shown(each) for each in contact_entries(f"Buenos días:\n\n{text}\n\nAna Prueba", "BZ")]
    read = [
        shown(each) for each in contact_entries(f"Buenos días:\n\n{broken(text, first, second)}\n\nAna Prueba", "BZ")
    ]
    assert whole
    assert read == whole
