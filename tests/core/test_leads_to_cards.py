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


OWN_LEADS = """
Please use the details on my new card below.
I have changed positions; please use the details on my new card below.
Here is my new card:
My new business card:
Please see my new signature block below.
My contact information has changed. See below.
Please note my new details in the signature below.
I have a new position, details below.
New card below.
Mi nueva tarjeta:
He cambiado de puesto; favor usar los datos de mi nueva tarjeta, abajo.
Les comparto mi tarjeta actualizada.
Abajo va mi nueva firma con los datos correctos.
Adjunto en mi firma mis nuevos datos.
Favor tomar los datos de mi firma.
Favor actualizar con los datos de mi firma.
Mis datos actualizados son los de la firma.
Cambié de oficina; los datos nuevos están en la firma.
A continuación mis nuevos datos de contacto:
Estos son mis datos:
Les dejo mis datos actualizados.
Favor de actualizar mis datos conforme a lo siguiente:
Por favor actualicen mis datos de contacto:
Envío mis generales:
Mis generales son:
Please update my details as follows:
Kindly update my contact details:
As requested, my details:
My details:
Please find my updated details below.
Para su directorio, mis datos:
""".strip().splitlines()
OWN_CARD = (
    "Luc Bouchard Fictif\nDirector de Asuntos Hemisféricos\nMinisterio de Trabajo\nTel.: 2230-0171\nCel.: 9930-0171\n"
    "luc.bouchard@mitrab.example"
)


@pytest.mark.parametrize("closing", ["", "\n\nSaludos,"])
@pytest.mark.parametrize("lead", OWN_LEADS)
def test_ones_own_card_below_ones_own_words(lead: str, closing: str) -> None:
    for subject in ("Aviso", "RE: Lista de contactos [MD-DIR-HN-7K3QX]"):
        (found,) = contact_entries(f"{lead}{closing}\n\n{OWN_CARD}", "HN", subject)
        shown = all_shown(found)
        assert shown["name"] == "Luc Bouchard Fictif"
        assert shown["position"] == "Director de Asuntos Hemisféricos"
        assert (shown["phone"], shown["mobile"]) == (["+50422300171"], ["+50499300171"])
        assert shown["email"] == ["luc.bouchard@mitrab.example"]


def test_a_signature_below_data_of_ones_own_stays_a_signature() -> None:
    body = f"Mis datos:\n\nCargo: Directora\nTeléfono: 2230-0050\n\nSaludos,\n\n{OWN_CARD}"
    (found,) = contact_entries(body, "HN", "Aviso")
    assert all_shown(found) == {"position": "Directora", "phone": ["+50422300050"]}
