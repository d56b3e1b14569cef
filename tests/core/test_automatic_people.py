"""A person is never taken for a machine, whatever they quote, pass on or speak of."""

from __future__ import annotations

import pytest

from tests.core.automatic.letters import ANA, letter, recognise

CODE = "[MyD-DIR-2011-CR] Actualización"

# People who write of failures, pass bounces on or quote them.
OF_BOUNCES = [
    (
        "asks for another address",
        "Undeliverable: mensaje a Luis",
        ANA,
        "Estimados:\n\nMi mensaje no se pudo entregar a luis@hn.example (550 5.1.1). ¿Tienen otro?\n\nSaludos,\nAna\n",
    ),
    (
        "forwards with words on top",
        "RV: No se puede entregar: Lista de contactos",
        ANA,
        (
            "Luis ya no trabaja aquí; el nuevo es eva@hn.example\n\nDe: Microsoft Outlook\nEnviado el: "
            "lunes\nPara: Ana\nAsunto: No se puede entregar\n\nNo se pudo entregar a: luis@hn.example\n#550 "
            "5.1.1\n"
        ),
    ),
    (
        "forwards in English",
        "FW: Undeliverable: Contact list",
        ANA,
        (
            "See below. He left in May.\n\n-----Original Message-----\nFrom: Mail Delivery System\nSubject: "
            "Undeliverable\n\nThe following address failed: luis@hn.example 550 5.1.1\n"
        ),
    ),
    (
        "answers a bounce by mistake",
        "Re: Undelivered Mail Returned to Sender",
        ANA,
        "Gracias, lo corrijo.\n\n> <luis@hn.example>: 550 5.1.1 User unknown\n",
    ),
    (
        "asks without a greeting",
        "Undeliverable: mensaje a Luis",
        ANA,
        "Mi mensaje no se pudo entregar a luis@hn.example, ¿tienen otro?\n",
    ),
    (
        "a bounce inside, without marks",
        "Correo devuelto",
        ANA,
        (
            "Vean lo que llegó.\n\n-----Mensaje original-----\nDe: Mail Delivery System\nEnviado el: lunes\n"
            "Para: Ana\nAsunto: Undelivered\n\nYour message could not be delivered to luis@hn.example\n"
        ),
    ),
    (
        "quotes a bounce below",
        "Correo de Luis",
        ANA,
        (
            "Me devuelven los correos a Luis.\n\n> This is the mail system at host mx.example\n> "
            "<luis@hn.example>: 550 5.1.1 User unknown\n"
        ),
    ),
    (
        "a full mailbox in conversation",
        "Buzón",
        ANA,
        "Disculpen, mi buzón estaba lleno y no pude recibir su mensaje. Cargo: Directora\n",
    ),
    (
        "a person who keeps the servers",
        "Consulta",
        "Pedro Inventado <postmaster@hn.example>",
        "Buenos días:\n\nSu servidor aparece bloqueado; ¿qué dirección de Internet usan?\n\nSaludos,\nPedro\n",
    ),
    (
        "talks of an address that does not exist",
        "Directorio",
        ANA,
        "La dirección luis@hn.example ya no existe; usen eva@hn.example.\n",
    ),
]


@pytest.mark.parametrize(("why", "subject", "sender", "text"), OF_BOUNCES, ids=[each[0] for each in OF_BOUNCES])
def test_people_who_write_of_bounces(why: str, subject: str, sender: str, text: str) -> None:
    found = recognise(letter(subject, text, sender, Return_Path="<ana.muestra@mre.example>"))
    assert (found.kind, found.bounced) == ("human", ())


PEOPLE: list[tuple[str, str, str, dict[str, str]]] = [
    ("X-Auto-Response-Suppress alone", CODE, "Cargo: Directora\n", {"X_Auto_Response_Suppress": "All"}),
    ("Auto-Submitted: no", CODE, "Cargo: Directora\n", {"Auto_Submitted": "no"}),
    ("will be on holiday", CODE, "Estaré de vacaciones del 3 al 14 de enero; les contesto a mi regreso.\n", {}),
    (
        "out of office next week, in the subject",
        "Out of office next week",
        "Dear all, I will be out of the office next week. Regards, Ana\n",
        {},
    ),
    (
        "fuera de la oficina, in the subject",
        "Fuera de la oficina la próxima semana",
        "Estimados: no estaré. Saludos, Ana\n",
        {},
    ),
    (
        "out of office, but here are the data",
        f"Re: {CODE}",
        "I am out of the office until Monday, but here are my data.\n\nPosition: Director\n",
        {},
    ),
    (
        "quotes an automatic reply",
        f"Re: {CODE}",
        "Gracias.\n\n> Respuesta automática: estoy fuera de la oficina\n> Este es un mensaje automático.\n",
        {},
    ),
    ("answers an automatic reply", f"RE: Respuesta automática: {CODE}", "Ya regresé; Cargo: Directora\n", {}),
    (
        "forwards an automatic reply",
        f"RV: Respuesta automática: {CODE}",
        (
            "Vean abajo, está de viaje.\n\nDe: Luis\nEnviado el: lunes\nPara: Ana\nAsunto: Respuesta "
            "automática\n\nEstoy fuera.\n"
        ),
        {},
    ),
    ("speaks of an automatic reply", CODE, "Perdón por la respuesta automática que recibieron. Cargo: Directora\n", {}),
    ("says that it is none", CODE, "Esta no es una respuesta automática. Cargo: Directora\n", {}),
    ("acknowledges receipt", "Acuse de recibo", "Acuso recibo de su nota. Saludos, Ana\n", {}),
    (
        "we have received your letter",
        CODE,
        "Hemos recibido su oficio No. 1234 y lo trasladamos a la dirección. Atentamente, Ana\n",
        {},
    ),
    ("Read: as a subject", "Read: the minutes", "Dear all, please read the minutes. Regards, Ana\n", {}),
    ("Recall: as a subject", "Recall: our last meeting", "I recall that we agreed on January.\n", {}),
    ("Recuperar: as a subject", "Recuperar: fondos del proyecto", "Estimados: ¿cuándo se recuperan los fondos?\n", {}),
    ("confirms", "Please confirm", "Could you confirm the date of the meeting?\n", {}),
    (
        "an answer through a list",
        f"Re: {CODE}",
        "Cargo: Directora\n",
        {"List_Id": "<grupo.mre.example>", "Precedence": "list", "In_Reply_To": "<1@crm.example>"},
    ),
    (
        "an answer through an old list",
        f"Re: {CODE}",
        "Cargo: Directora\n",
        {"List_Id": "<grupo.mre.example>", "Precedence": "bulk", "In_Reply_To": "<1@crm.example>"},
    ),
    (
        "a letter to a list",
        "Consulta",
        "Estimados colegas:\n\n¿Cuándo es la reunión?\n\nSaludos\n",
        {"List_Id": "<grupo.mre.example>"},
    ),
    ("Accepted, in words", "Accepted: your proposal", "We accept the proposal.\n", {}),
    ("an absence as a subject", "Ausencia de Luis en la reunión", "Luis no podrá asistir.\n", {}),
    ("a ministry's automatic system", "Sistema automático de pasaportes", "El sistema es automático.\n", {}),
    ("an automatic reply is asked for", "Automatic replies in our system", "Do you know how we switch them on?\n", {}),
    (
        "a gateway's notice under a letter",
        CODE,
        "Cargo: Directora\n\nSaludos,\nAna\n\nEste mensaje ha sido analizado automáticamente en busca de virus.\n",
        {},
    ),
]


@pytest.mark.parametrize(("why", "subject", "text", "headers"), PEOPLE, ids=[each[0] for each in PEOPLE])
def test_a_person_is_no_machine(why: str, subject: str, text: str, headers: dict[str, str]) -> None:
    assert recognise(letter(subject, text, **headers)).kind == "human"
