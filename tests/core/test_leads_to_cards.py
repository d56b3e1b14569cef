"""A visiting card is read the same whatever sentence leads to it."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

LEADS = """
Mis datos son:
Mis datos actualizados son los siguientes:
A continuación mis datos actualizados.
Adjunto mis datos de contacto:
Estos son mis datos:
Con gusto comparto mis datos
En respuesta a su solicitud, remito los datos solicitados:
Conforme a lo solicitado, envío la información del punto focal de Honduras:
Me permito remitirle los datos de la persona designada:
Los datos de nuestro punto focal son los siguientes:
Por este medio les hago llegar los datos actualizados de nuestro enlace:
Se ha designado como punto focal a:
Hemos designado a la siguiente persona como punto focal:
El nuevo punto focal es:
Nuestro punto focal ante el Grupo es:
La persona encargada es:
Favor actualizar la lista con los siguientes datos:
Favor agregar a la lista:
Favor incluir a:
Sírvanse tomar nota de los siguientes datos:
Tengo el agrado de comunicarle que el nuevo contacto es:
Por parte de Honduras:
Honduras:
Punto focal:
PUNTO FOCAL
Contacto de Honduras:
My details are:
Here are my updated details:
Please find below my contact information.
Please find our focal point's details below:
Our focal point is:
Our new focal point is:
Please update your list as follows:
Please add the following person to the list:
As requested, here is our contact information:
Contact details for Honduras:
Our contact person is:
Please note our new contact:
""".strip().splitlines()
SIGNED = "\nAtentamente,\n\nEva Muestra\nAsistente\n"
PARTS = ("Pedro Fulano Soto", "Director de Fronteras", "Ministerio de Gobernación", "Tel. 2230-0040", "x@x.example")


@pytest.mark.parametrize("sign", ["\n", ", "])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_to_a_card(lead: str, between: str, sign: str) -> None:
    (entry,) = contact_entries(f"{lead}{between}{sign.join(PARTS)}\n{SIGNED}", "HN")
    shown = all_shown(entry)
    assert (shown["name"], shown["position"], shown["institution"]) == PARTS[:3]
    assert (shown["phone"], shown["email"]) == (["+50422300040"], ["x@x.example"])
