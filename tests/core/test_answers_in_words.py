"""Who answers a letter of ours in words alone: what is an answer, and what thanks, asks, or puts it off."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core.reading.in_words import answers_in_words
from mailbot.core.reading.intents import intents_of
from mailbot.core.values import Known
from tests.answers import COUNTRIES, reading_of, reply_of

ACTS = {
    "rsvp": [
        "We regret that Belize will not be in a position to send a representative to the meeting.",
        "Lamentamos no poder participar en la reunión por motivos presupuestarios.",
        "Por compromisos previamente adquiridos no nos será posible asistir.",
        "Costa Rica confirma su asistencia.",
        "La delegación de Nicaragua estará integrada por:",
        "Por Honduras asistirán dos funcionarios, cuyos nombres siguen.",
        "Me permito comunicar que participarán los siguientes funcionarios: Ana Prueba y Luis Muestra.",
        "Se designa como participantes a la Licda. Ana Prueba y al Lic. Luis Muestra.",
        "Canada is pleased to nominate the following two participants.",
        "The United States will be represented by Ms. Jane Sample and Mr. Robert Mock.",
        "Please note that Belize's participants are as follows.",
        "Un segundo participante está por definir.",
        "The name of the second participant is to be determined.",
        "Designamos a los siguientes participantes",
        "El Salvador declina la invitación en esta oportunidad.",
        "We must decline the invitation.",
        "Unfortunately no official from our Ministry is able to attend.",
        "México designará tres participantes.",
        "Les remito los nombres de los participantes de Panamá.",
        "Our second delegate will be confirmed next week.",
        "No nos es posible enviar representante.",
        "República Dominicana acreditará a tres personas.",
    ],
    "interest": [
        "Panamá manifiesta su interés en el seminario de políticas migratorias.",
        "Canada would be interested in participating, subject to the availability of funds.",
        "Honduras tendría interés, siempre que se cuente con financiamiento.",
        "Nuestro país no tiene interés en este momento.",
        "We are not interested at this stage.",
        "Guatemala ve con interés la propuesta.",
        "El Salvador sí está interesado.",
        "Confirmamos el interés de El Salvador.",
        "Belize supports the proposal in principle.",
        "Costa Rica apoya la realización del seminario.",
    ],
    "offer-host": [
        "Panamá ofrece ser sede de la segunda fase.",
        "Guatemala offers to host the first phase.",
        "El Salvador se ofrece como sede del seminario.",
        "Honduras pone a disposición sus instalaciones para el seminario.",
        "Con gusto integraríamos la comisión preparatoria.",
        "We would be pleased to join the preparatory committee.",
        "Estamos en disposición de formar parte de la comisión preparatoria.",
        "Nicaragua está dispuesta a ser anfitriona.",
    ],
    "inputs": [
        "Adjunto encontrarán los insumos de Guatemala al borrador de lineamientos.",
        "Se remiten las observaciones de México al documento.",
        "Attached please find Canada's comments on the draft guidelines.",
        'En el numeral 4, sugerimos sustituir "menores" por "niños, niñas y adolescentes".',
        "We suggest replacing paragraph 3 with the following text.",
        "No tenemos observaciones al borrador.",
        "Canada has no comments on the draft.",
        "Sírvase encontrar adjunto los aportes de Panamá.",
        'Párrafo 12: agregar "y sus familias".',
        "Proponemos la siguiente redacción para el numeral 7:",
        "Our comments are as follows:",
        "Estamos de acuerdo con el borrador.",
        "Remitimos nuestros comentarios.",
        "Se adjunta el documento con control de cambios.",
    ],
    "extension-request": [
        "Solicitamos una prórroga hasta el 30 de enero.",
        "Agradeceríamos se nos conceda una extensión del plazo.",
        "We would be grateful for an extension until February 6.",
        "¿Sería posible enviar los insumos una semana después?",
        "No nos será posible responder en el plazo indicado; lo haremos a más tardar el 27 de marzo.",
        "We will not be able to meet the deadline and hope to reply by March 20.",
        "Necesitamos más tiempo para consultar.",
        "Could we have until Friday to submit our inputs?",
        "Rogamos ampliar el plazo al 15 de marzo.",
        "Requerimos unos días adicionales.",
    ],
    "questionnaire-answer": [
        "Adjunto las respuestas de Panamá al cuestionario.",
        "Sobre la pregunta 2: la migración laboral.",
        "Respuesta 1: Positivamente.",
        "En cuanto al cuestionario, nuestro país considera que la CRM ha dado buenos resultados.",
        "Please find attached the completed questionnaire.",
        "Aunque fuera de plazo les envío el cuestionario de El Salvador.",
        "Adjunto cuestionario debidamente lleno.",
        "Our response to question 3 is that the TS should be strengthened.",
    ],
    "opt-out": [
        "Favor de no enviarme más correos de este grupo.",
        "Please remove me from this distribution list.",
        "Solicito ser excluido de la lista de contactos.",
        "Ruego me retiren de la lista.",
        "Ya no deseo recibir estas comunicaciones.",
        "Please take my name off the list.",
        "I no longer wish to receive these messages.",
    ],
    "redirect": [
        "Favor dirigir este tipo de correspondencia a la Dirección General de Política Exterior.",
        "El tema lo lleva ahora la Cancillería.",
        "This matter is now handled by the Department of Foreign Affairs.",
        "El Servicio Nacional de Migración no es el punto focal.",
        "Le he trasladado su correo a la Dirección de Protección, que es la competente.",
        "I have forwarded your message to my colleague in Consular Affairs, who will reply.",
    ],
    "correction": [
        "En la lista mi nombre aparece mal: es Ximena.",
        "Donde dice Jimena debe decir Ximena.",
        "The list shows my old title; it should read Deputy Director.",
        "Hay un error en la fila 7.",
        "There is a mistake in row 3: my extension is 214.",
        "Mi apellido está mal escrito.",
        "Favor corregir el teléfono.",
        "My name is misspelled in the list.",
    ],
}
NO_ANSWER = [
    "Recibido, muchas gracias.",
    "Acuso recibo de su atento mensaje.",
    "Gracias por la información.",
    "Thank you for your message.",
    "Received with thanks.",
    "¿Podrían indicarnos el formato de las respuestas?",
    "Could you please resend the attachment?",
    "¿A qué hora inicia la reunión?",
    "Lo consulto con mi jefa y les confirmo a la brevedad.",
    "Quedamos atentos.",
    "Con gusto.",
    "Tomamos nota.",
    "Reciban un cordial saludo.",
    "Feliz año nuevo a todos.",
    "¿Cuál es la fecha límite para remitir insumos?",
    "¿Quiénes van a participar en la reunión?",
    "What is the deadline for comments on the draft?",
    "Could you tell us who will attend?",
    "¿Habrá prórroga?",
    "We have received the questionnaire, thank you.",
    "Hemos recibido el borrador y lo estamos revisando.",
    "Acusamos recibo del cuestionario; lo circularemos a las instituciones.",
    "Agradecemos el envío de la lista de contactos.",
    "Agradecemos su interés en este tema.",
    "We appreciate your interest.",
    "No pude abrir el archivo adjunto.",
    "I could not open the attached draft.",
    "Favor reenviar el borrador.",
    "Please send the draft in Spanish.",
    "Favor confirmar recibo.",
    "Gracias por los comentarios.",
    "¿Ya se recibieron los insumos de Honduras?",
    "Did you receive our inputs?",
    "Le deseo éxitos en sus funciones.",
    "Congratulations on the new list.",
    "Saludos desde Managua.",
    "Enterado.",
    "OK, thanks.",
    "De acuerdo.",
    "Noted with thanks.",
    "¿El seminario es en abril o en mayo?",
    "Is the meeting still on?",
    "Estamos consultando con las instituciones nacionales y daremos respuesta a la brevedad.",
    "We are still consulting internally and will revert in January.",
    "Hemos recibido el cuestionario y les haremos llegar las respuestas en su oportunidad.",
    "No pude abrir el archivo adjunto con el programa que tenemos en la oficina; favor reenviarlo en otro formato.",
]


@pytest.mark.parametrize(("act", "words"), [(act, words) for act, said in ACTS.items() for words in said])
def test_what_answers(act: str, words: str) -> None:
    assert act in intents_of(words, "")
    assert answers_in_words(words, intents_of(words, ""), asked_for_words=False)


@pytest.mark.parametrize(
    "words",
    [
        "Sírvanse encontrar adjunto el documento con la posición de México.",
        "Se adjunta lo solicitado.",
        "Please find attached our position.",
        "The U.S. delegation: Jane Sample, Deputy Director, PRM. Second name TBD.",
        "¿Sería factible que nos concedan hasta el viernes 23 de enero para remitir los insumos?",
        "El Salvador estará presente.",
    ],
)
def test_what_answers_a_letter_that_asks_for_words(words: str) -> None:
    assert answers_in_words(words, intents_of(words, ""), asked_for_words=True)


NOBODY_YET = [
    "El nombramiento del nuevo punto focal está en trámite; en cuanto se firme les enviaremos sus datos.",
    "El nuevo punto focal está pendiente de nombramiento.",
    "Estamos a la espera de la designación del nuevo enlace.",
    "Estamos en proceso de nombrar al nuevo punto focal.",
    "El nuevo punto focal será designado próximamente.",
    "Aún no se ha designado al nuevo punto focal de nuestra institución.",
    "The appointment of our new focal point is still pending.",
    "The designation of the new focal point is in progress, and we will revert in due course.",
    "Our new focal point has not yet been appointed.",
    "Our new focal point will be appointed shortly.",
]


@pytest.mark.parametrize("words", NOBODY_YET)
def test_who_is_yet_to_be_named(words: str) -> None:
    assert not answers_in_words(words, intents_of(words, ""), asked_for_words=False)


@pytest.mark.parametrize(
    "words",
    [
        "Nuestro nuevo punto focal es el Director de Migración.",
        "El nuevo punto focal es quien firma, y el suplente está por definir.",
        "Hemos designado al funcionario que será el punto focal.",
        "La actividad aún no se ha iniciado.",
        "La actividad está en proceso.",
        "The Director is the new focal point.",
    ],
)
def test_who_is_named_and_what_is_reported(words: str) -> None:
    assert answers_in_words(words, intents_of(words, ""), asked_for_words=False)


@pytest.mark.parametrize("words", NO_ANSWER)
def test_what_thanks_asks_or_puts_off(words: str) -> None:
    assert not answers_in_words(words, intents_of(words, ""), asked_for_words=True)


@pytest.mark.parametrize(
    ("subject", "words", "kind"),
    [
        # what a letter asks for in words is answered in words, whatever they are
        (
            "[FUT-CUE-2011-GT] Cuestionario",
            "La migración laboral temporal merece mayor atención, igual que la vinculación con el desarrollo local.",
            "answer",
        ),
        (
            "[PC-INS-2009-GT] Insumos",
            "El texto recoge adecuadamente lo conversado en México y refleja la posición de nuestro país.",
            "answer",
        ),
        # the same words under a form's letter fill in nothing
        (
            "[PC-EST-2009-GT] Avance",
            "La migración laboral temporal merece mayor atención, igual que la vinculación con el desarrollo local.",
            "note",
        ),
        ("Saludos", "Lamentamos no poder participar en la reunión.", "note"),
        ("[FUT-PAR-2011-GT] Designación", "Lamentamos no poder participar en la reunión.", "answer"),
        ("[FUT-PAR-2011-GT] Designación", "¿Quiénes van a participar en la reunión de mayo, por favor?", "note"),
    ],
)
def test_only_what_answers_a_letter_of_ours(subject: str, words: str, kind: str) -> None:
    known = Known(today=dt.date(2011, 3, 10), region="GT", countries=COUNTRIES)
    assert reading_of(reply_of(words, subject), known).kind == kind
