"""Quotations as mail programs write them, words that only look like them, and the labels of their lines."""

from __future__ import annotations

from mailbot.core.message.text import lines_of_text
from mailbot.core.quotation import label, own_words

LABELS = {"new", "quoted", "quote-header", "signature", "disclaimer", "footer", "blank"}
A = "grupo.md@crm.example"


def labelled(text: str) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in label(tuple(lines_of_text(text)))]


def labels_of(text: str, name: str) -> list[str]:
    return [each for kind, each in labelled(text) if kind == name]


def said(text: str) -> str:
    return own_words(label(tuple(lines_of_text(text))))


HEADERS = {
    "outlook es": f"De: Grupo MyD [mailto:{A}]\nEnviado el: lunes, 03 de enero de 2011 10:22 a.m.\n"
    "Para: Reina Prueba\nCC: Archivo\nAsunto: Lista",
    "outlook es, its lines apart": "De: Grupo MyD\n\nEnviado el: lunes, 03 de enero de 2011 10:22 a.m.\n\nPara: R\n\n"
    "Asunto: Lista",
    "outlook under its stroke, neither date nor address": "________________________________\nDe: Grupo MyD\nPara: R\n"
    "Asunto: Lista",
    "outlook es without subject": f"De: Grupo MyD [mailto:{A}]\n"
    f"Enviado el: lunes, 03 de enero de 2011 10:22 a.m.\nPara: R",
    "outlook es sender and date only": "De: Grupo MyD\nEnviado el: lunes, 03 de enero de 2011 10:22",
    "outlook es without sender": "Enviado el: lunes, 03 de enero de 2011 10:22\nPara: Reina\nAsunto: Lista",
    "outlook es in another order": f"Asunto: Lista\nPara: Reina\nEnviado: lunes 3 de enero 10:22\nDe: {A}",
    "outlook es wrapped recipients": f"De: Grupo [mailto:{A}]\nEnviado el: lunes, 03 de enero de 2011 10:22\n"
    "Para: Reina Prueba; Ana Muestra;\n Jacinta Supuesto; b@c.example;\nOscar Inventado; d@e.example\nAsunto: Lista",
    "outlook es bold": f"*De:* Grupo MyD <{A}>\n*Enviado el:* lunes, 03 de enero de 2011 10:22\n*Para:* R\n*Asunto:* L",
    "outlook es after underscores": f"________________________________\nDe: Grupo MyD [{A}]\n"
    f"Enviado: lunes, 3 de enero "
    "de 2011 10:22\nPara: R\nAsunto: L",
    "outlook es on one line": f"De: Grupo MyD [mailto:{A}] Enviado el: lunes, 03 de enero de 2011 10:22 "
    "Para: R Asunto: L",
    "outlook en": f"From: Grupo MyD [mailto:{A}]\nSent: January-03-11 11:22 AM\nTo: Prueba, Reina\nSubject: List",
    "outlook en without address": "From: Grupo MyD\nSent: Monday, January 03, 2011 10:22 AM\nTo: R\nSubject: L",
    "outlook mac": f"De: Grupo MyD <{A}>\nFecha: lunes, 3 de enero de 2011, 10:22\nPara: R <r@s.example>\nAsunto: L",
    "outlook fr": f"De : Grupo MyD [mailto:{A}]\nEnvoyé : lundi 3 janvier 2011 10:22\nÀ : R\nObjet : L",
    "outlook pt": f"De: Grupo MyD <{A}>\nEnviada em: segunda-feira, 3 de janeiro de 2011 10:22\nPara: R\nAssunto: L",
    "outlook de": f"Von: Grupo MyD <{A}>\nGesendet: Montag, 3. Januar 2011 10:22\nAn: R\nBetreff: L",
    "outlook it": f"Da: Grupo MyD <{A}>\nInviato: lunedì 3 gennaio 2011 10:22\nA: R\nOggetto: L",
    "outlook nl": f"Van: Grupo MyD <{A}>\nVerzonden: maandag 3 januari 2011 10:22\nAan: R\nOnderwerp: L",
    "outlook sv": f"Från: Grupo MyD <{A}>\nSkickat: den 3 januari 2011 10:22\nTill: R\nÄmne: L",
    "outlook ru": f"От: Grupo MyD <{A}>\nОтправлено: 3 января 2011 г. 10:22\nКому: R\nТема: L",
    "outlook express es": f"-----Mensaje original-----\nDe: {A}\n"
    f"Enviado: Lunes, 03 de Enero de 2011 10:22\nPara: R\nAsunto: L",
    "outlook express en": f'----- Original Message ----- \nFrom: "Grupo" <{A}>\nTo: <r@s.example>\n'
    f"Sent: Monday\nSubject: L",
    "marker alone": "-----Mensaje original-----",
    "zimbra": f'----- Mensaje original -----\nDe: "Grupo" <{A}>\nPara: r@s.example\n'
    f"Enviados: Lunes, 3 de Enero 2011 10:22:00\n"
    "Asunto: L",
    "hotmail": f"Date: Mon, 3 Jan 2011 10:22:00 -0600\nFrom: {A}\nTo: r@s.example\nSubject: L",
    "gmail 2009": f"El 3 de enero de 2011 10:22, Grupo MyD <{A}> escribió:",
    "gmail 2016": f"El 3 de enero de 2016, 10:22, Grupo MyD <{A}> escribió:",
    "gmail 2018": f"El lun, 3 ene 2011 a las 10:22, Grupo MyD (<{A}>) escribió:",
    "gmail with points": f"El lun., 3 ene. 2011 10:22 a. m., Grupo MyD <{A}> escribió:",
    "gmail on two lines": f"El lun, 3 ene 2011 a las 10:22, Grupo de Trabajo de Migración (<\n{A}>) escribió:",
    "gmail on four lines": f"El lun, 3 ene 2011 a las\n10:22, Grupo de Trabajo\n(<{A}>)\nescribió:",
    "gmail without accents": f"El lun, 3 ene 2011 a las 10:22, Grupo MyD <{A}> escribio:",
    "gmail with a lost letter": f"El 3 de enero de 2011 10:22, Grupo MyD <{A}> escribi?:",
    "gmail en": f"On Mon, Jan 3, 2011 at 10:22 AM, Grupo MyD <{A}> wrote:",
    "gmail en on two lines": f"On Mon, Jan 3, 2011 at 10:22 AM Grupo MyD <\n{A}> wrote:",
    "gmail bare": f"2011-01-03 10:22 GMT-06:00 Grupo MyD <{A}>:",
    "apple es": f"El 03/01/2011, a las 10:22, Grupo MyD <{A}> escribió:",
    "apple en": f"On Jan 3, 2011, at 10:22 AM, Grupo MyD <{A}> wrote:",
    "thunderbird es": "El 03/01/2011 10:22, Grupo MyD escribió:",
    "thunderbird es new": "El 3/1/11 a las 10:22, Grupo MyD escribió:",
    "thunderbird en": "On 1/3/2011 10:22 AM, Grupo MyD wrote:",
    "thunderbird fr": "Le 03/01/2011 à 10:22, Grupo MyD a écrit :",
    "yahoo": f"El lunes, 3 de enero de 2011, 10:22:00 a. m. CST, Grupo MyD <{A}> escribió:",
    "yahoo en lunes": f"En lunes, 3 de enero de 2011 10:22:00 CST, Grupo MyD <{A}> escribió:",
    "yahoo classic": f"--- El lun, 3/1/11, Grupo MyD <{A}> escribió:\n\nDe: Grupo MyD <{A}>\nAsunto: L\n"
    f"Para: r@s.example\n"
    "Fecha: lunes, 3 de enero de 2011, 10:22",
    "samsung": f"-------- Mensaje original --------\nDe: Grupo MyD <{A}> \n"
    f"Fecha: 3/1/11  10:22 a. m.  (GMT-06:00) \nPara: R\n"
    "Asunto: L",
    "blackberry": f"-----Original Message-----\nFrom: Grupo MyD <{A}>\nDate: Mon, 3 Jan 2011 10:22:00 \n"
    f"To: <r@s.example>\n"
    "Subject: L",
    "lotus es": f'"Grupo MyD" <{A}>\n03/01/2011 10:22 a.m.\n\n\tPara\t<r@s.example>\n'
    f"\tcc\t<st@crm.example>\n\tAsunto\tLista",
    "lotus es empty cc": f'"Grupo MyD" <{A}>\n03/01/2011 10:22 a.m.\n\n\tPara\t<r@s.example>\n\tcc\t\n\tAsunto\tLista',
    "lotus en": "Reina Prueba/SRE/HN\n01/03/2011 10:22 AM\n\n\tTo\tGrupo MyD/CRM\n\tcc\t\n\tSubject\tList",
    "lotus 8": f'-----"Grupo MyD" <{A}> escribió: -----\nPara: r@s.example\nDe: "Grupo MyD" <{A}>\n'
    f"Fecha: 03/01/2011 10:22\n"
    "Asunto: L",
    "lotus on one line": "Reina Prueba escribió el 03/01/2011 10:22:33 a.m.:",
    "lotus sent by another": f'"Grupo MyD" <{A}>\nEnviado por: st@crm.example\n03/01/2011 10:22\n\n'
    "\tPara\tr@s.example\n\tcc\t\n\tAsunto\tLista",
    "android": "---- Grupo MyD wrote ----",
    "horde": f"Citando a Grupo MyD <{A}>:",
    "horde, a long name": f"Citando a Dirección General de Asuntos Consulares y Migratorios\n<{A}>:",
    "con fecha": f"Con fecha 3/1/2011 10:22, Grupo MyD <{A}> escribió:",
    "yahoo, a long name": f"--- El lun, 3/1/11, Grupo de Trabajo sobre Migración y Desarrollo\n<{A}> escribió:",
    "a long name and its bracket": f"Dirección General de Asuntos Consulares y Migratorios (SRE) <\n{A}> escribió:",
    "ticket desk": "##- Please type your reply above this line -##",
    "without sender": f"Date: Mon, 03 Jan 2011 10:22:00 -0600\nTo: {A}",
    "gmail de": f"Am Mo., 3. Jan. 2011 um 10:22 Uhr schrieb Grupo MyD <{A}>:",
    "gmail de, name first": f"Grupo MyD <{A}> schrieb am Mo., 3. Jan. 2011\num 10:22 Uhr:",
    "gmail it": f"Il giorno lun 3 gen 2011 alle ore 10:22 Grupo MyD <{A}> ha scritto:",
    "gmail pt": f"Em seg., 3 de jan. de 2011 às 10:22, Grupo MyD <{A}> escreveu:",
    "gmail nl": f"Op ma 3 jan. 2011 om 10:22 schreef Grupo MyD <{A}>:",
    "gmail sv": f"Den mån 3 jan. 2011 kl 10:22 skrev Grupo MyD <{A}>:",
    "gmail ru": f"пн, 3 янв. 2011 г. в 10:22, Grupo MyD <{A}>:",
    "gmail zh": f"Grupo MyD <{A}>于2011年1月3日 上午10:22写道：",
    "notes, passed on": "----- Remitido por Carlos Modelo/DGME/GOB con fecha 04/01/2005 08:59 a.m. -----",
    "forwarded es": f"---------- Mensaje reenviado ----------\nDe: Grupo <{A}>\n"
    f"Fecha: 3 de enero de 2011 10:22\nAsunto: L\nPara: R",
    "forwarded en": f"---------- Forwarded message ---------\nFrom: Grupo <{A}>\nDate: Mon, Jan 3, 2011\n"
    f"Subject: Two\nlines\nTo: R",
    "forwarded apple": f"Begin forwarded message:\n\nFrom: Grupo <{A}>\nSubject: L\nDate: 3 January 2011\nTo: R",
    "forwarded apple es": f"Inicio del mensaje reenviado:\n\nDe: Grupo <{A}>\nAsunto: L\n"
    f"Fecha: 3 de enero de 2011\nPara: R",
}

KEPT = [
    "De: nuestra parte, no hay observaciones.\nGracias",
    "From: our side, nothing to add.\nTo: everyone, thanks.",
    "De: enero a marzo\nA: abril\nAsunto: calendario",
    "El 12 de enero nos reunimos y acordamos lo siguiente:\n\n1. Seguir\n2. Informar",
    "El 12 de enero de 2011, a las 10:00, nos reunimos y acordamos lo siguiente:\nTodo bien",
    "El 3 de marzo de 2011 la Directora escribió:\n\nNo procede.",
    "El 3 de marzo a las 10:22 la Directora nos escribió:\n\nNo procede.",
    "On March 3, 2011 at 10:22 our Director wrote:\n\nNot now.",
    "Les informo que el correo del 3/1/2011 a las 10:22 que Ana <a@b.example> escribió:",
    "A las 10:22 del 3 de enero recibimos su correo.\nLa respuesta la escribió:\nAna",
    (
        "PARA: Secretaría Técnica\nDE: Ministerio de Relaciones Exteriores\nASUNTO: Designación\n"
        "FECHA: 12 de enero de 2011\n\n"
        "Se designa a Ana Prueba."
    ),
    (
        "MEMORÁNDUM\n\nPara: Secretaría\nDe: Dirección de Migración\nFecha: 12 de enero de 2011\n"
        "Asunto: punto focal\n\nSe designa a X"
    ),
    "Fecha: 12 de febrero, 10:00\nLugar: Tegucigalpa\nAsunto: Taller",
    "Aviso: el taller se pospone para marzo.\nGracias",
    "Importante: el correo anterior tiene un error, el fax es otro.",
    "Este mensaje contiene información actualizada de nuestro punto focal:\nNombre: X",
    "Este correo es para confirmar los datos.",
    "Estado:\nDP> En proceso\n\nAvance:\nDP> 25 %",
    "El 12 de noviembre escribimos a la OIM:\nnada aún\nSaludos",
    "Confidencial: no",
    "Aviso de confidencialidad: mi celular no debe publicarse, es confidencial.",
    "Nota de confidencialidad: favor quitar este correo de la lista.",
    "Enviado con copia a la Secretaría Técnica el 3 de marzo.",
    "Enviado desde la Dirección General de Migración",
    "Enviado por valija el 3 de marzo",
    "Enviado: el informe, el lunes 3 de enero a las 10:22\nPara: la Secretaría\n\nQuedamos atentos.",
    "El Ministerio informa:\n\nDe: 1 de enero\nA: 30 de junio\nFecha: 12 de enero de 2011 10:00\n\nes el plazo.",
    "El lunes, 3 de enero de 2011 a las 10:22, la señora Ana Prueba (a@b.example) nos llamó y confirmó:\nsin cambios",
    "Get Outlook to open the attachment, please.\nNo change",
    "-- \nSin cambios\n",
    "Sent from my desk, is much easier than my mobile phone.",
    "Enviado desde mi celular, el número correcto es 9990-0000",
    "Para cancelar la suscripción, ¿qué debo hacer?",
    "Antes de imprimir el directorio, favor corregir el nombre.",
    "Imprima este oficio y entréguelo en la ventanilla.",
    "Nota confidencial: el señor Ministro viaja el lunes.",
    "Sin cambios.\n\nSaludos,\n\nCargo: Director General\nTeléfono: 2222-0000",
    "Buenos días\n\nAna Prueba\nDirectora\nTel. 2222-0000",
    "Hola\n\nSaludos\nSIN CAMBIOS",
    "Confirmo.\n\nSaludos,\n\nP.D. El fax es 2222-0000",
    "Estimados:\n\nSaludos cordiales.\n\nPor instrucciones del señor Director remito los datos solicitados.",
    "Mis datos actualizados están abajo, en la firma.\n\nSaludos,\nAna Prueba\nDirectora General\nTel. 2222-0000",
    "--\nNombre: Ana\nCargo: Directora",
    "Nombre:\nAna\n-----\nCargo:\nDirectora",
    "🎉",
]
