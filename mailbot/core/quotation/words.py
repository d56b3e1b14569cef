"""The words by which mail programs are known, folded: no case, no accents.

Each table is language after language; a new language is a few words more in each row.
"""

from __future__ import annotations

from mailbot.core.language import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(each) for each in words.split("|"))


def _in_order(words: str) -> tuple[str, ...]:
    """Longest first; a space at either end is kept."""
    found = {fold(each) + (" " if each.endswith(" ") else "") for each in words.split("|")}
    return tuple(sorted(found, key=lambda each: (-len(each), each)))


# The labels of a header block: De:, Enviado el:, Para:, Asunto: and their like.
FROM = _folded(
    "de|remitente|from|expéditeur|von|absender|da|mittente|van|fra|från|od|nadawca|от|отправитель|від|"
    "lähettäjä|kimden|feladó|de la|发件人|寄件者|差出人|보낸 사람|שמאת"
)
SENT = _folded(
    "enviado|enviado el|enviados|enviada|enviada el|enviado em|enviada em|fecha de envío|enviat|"
    "enviat el|sent|sent on|sent at|envoyé|envoyé le|message du|gesendet|gesendet am|inviato|inviato il|"
    "verzonden|verzonden op|sendt|skickat|wysłano|wysłane|odesláno|отправлено|надіслано|lähetetty|"
    "gönderildi|elküldve|trimis|发送时间|寄件日期|送信日時|보낸 날짜"
)
DATE = _folded("fecha|fecha y hora|date|data|datum|dato|le|date et heure|дата|päivämäärä|tarih|dátum|日期|日付|날짜")
TO = _folded(
    "para|a|destinatario|to|à|an|aan|til|till|do|komu|кому|vastaanottaja|kime|címzett|către|per a|pour|"
    "收件人|宛先|받는 사람|cc|c.c.|cco|ccn|bcc|bcco|con copia|con copia a|copia|copia a|copie à|kopie|kopia|kopi|"
    "копия|копія|抄送|참조|reply-to|reply to|replyto|responder a|répondre à|antwort an|please respond to|"
    "responda a|favor de responder a"
)
SUBJECT = _folded(
    "asunto|tema|assumpte|assunto|subject|re|objet|sujet|betreff|oggetto|onderwerp|emne|ämne|temat|"
    "předmět|тема|aihe|konu|tárgy|subiect|主题|主旨|件名|제목"
)
OTHER = _folded(
    "importancia|importance|prioridad|priority|adjuntos|datos adjuntos|archivos adjuntos|attachments|"
    "anexos|sensibilidad|sensitivity|confidencialidad|pièces jointes|anlagen|allegati|bijlagen|x-mailer|"
    "organización|organization|cita|enviado por|sent by|firmado por|signed by|mensaje con fecha de|"
    "message-id|in-reply-to|cuándo|when|dónde|where"
)
KINDS = {
    name: kind
    for kind, names in (
        ("other", OTHER),
        ("subject", SUBJECT),
        ("to", TO),
        ("date", DATE),
        ("sent", SENT),
        ("from", FROM),
    )
    for name in names
}

# "-----Mensaje original-----": what stands between the dashes.
ORIGINAL = _folded(
    "mensaje original|mensaje citado|mensaje anterior|correo original|missatge original|"
    "mensagem original|original message|original email|original e-mail|original appointment|original|"
    "reply message|message d'origine|message original|courriel original|ursprüngliche nachricht|"
    "ursprüngliche mail|original-nachricht|originalnachricht|antwort nachricht|messaggio originale|"
    "messaggio di origine|oorspronkelijk bericht|origineel bericht|ursprungligt meddelande|"
    "oprindelig besked|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|исходное сообщение|"
    "оригінальне повідомлення|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|özgün ileti|"
    "eredeti üzenet|原始邮件|邮件原件|원본 메시지|元のメッセージ"
)
FORWARDED = _folded(
    "forwarded message|mensaje reenviado|reenviado|mensagem encaminhada|message transféré|"
    "message réexpédié|weitergeleitete nachricht|messaggio inoltrato|doorgestuurd bericht|"
    "videresendt meddelelse|vidarebefordrat meddelande|begin forwarded message|"
    "inicio del mensaje reenviado|inicio de mensaje reenviado|inicia mensaje reenviado|"
    "comienza el mensaje reenviado|comienzo del mensaje reenviado|mensaje reenviado por|"
    "début du message réexpédié|début du message transféré|anfang der weitergeleiteten nachricht|"
    "anfang der weitergeleiteten e-mail|inizio messaggio inoltrato|início da mensagem reencaminhada|"
    "início da mensagem encaminhada|пересылаемое сообщение|пересланное сообщение|vidarebefordrat brev|"
    "begin doorgestuurd bericht|forwarded email|edelleenlähetetty viesti"
)
FORWARDED_BY = _in_order(
    "forwarded by |reenviado por |remitido por |reexpedido por |forwarded message from |mensaje reenviado de |"
    "encaminhado por |transféré par |weitergeleitet von |inoltrato da |mensaje reenviado por "
)

# "X wrote:".
PREPOSITIONS = _folded(
    "el|en|con fecha|en fecha|on|at|le|em|am|op|il|in|den|på|w|dne|dnia|в|у|在|vào|vao|pada|tarihinde"
)
VERBS = _in_order(
    "escribió|escribió lo siguiente|escribiu|escribi?|escribi\ufffd|escribi=f3|ha escrit|ha escrito|"
    "va escriure|escreveu|"
    "wrote|writes|a écrit|schrieb|schrieb folgendes|ha scritto|schreef|het volgende geschreven|"
    "geschreven|skrev|skrev följande|napisał|napisała|napisał(a)|pisze|napsal|napsal(a)|napísal|написал|"
    "написала|написал(а)|пишет|написав|написала(в)|пише|kirjoitti|yazdı|şunu yazdı|şunları yazdı|írta|"
    "ezt írta|a scris|đã viết|menulis|έγραψε|kirjutas|rašė|写道|寫道|のメッセージ|작성|님이 작성|님이 작성함|"
    "napisał(a) w wiadomości"
)
MIDDLE_VERBS = _in_order(
    "schrieb|skrev|schreef|kirjoitti|wrote on|escribió el|escribio el|escreveu em|a écrit le|"
    "ha scritto il|wrote at|skrev den"
)
OBJECTS = _folded("nos|me|le|les|te|os|se|lo|us|he|she|they|we|i|yo|nosotros|ella|él|ellos")
DETERMINERS = frozenset(
    "la el los las un una unos unas su sus mi mis nuestro nuestra nuestros nuestras este esta dicho dicha "
    "our the my his her their this that a an one some y and que".split()
)

# "Sent from my …".
SENT_FROM = _in_order(
    "enviado desde|enviado de|enviada desde|enviado con|enviado via|enviado vía|enviado a través de|enviado por mi|"
    "enviado mediante|enviado usando|mandado desde|escrito desde|respondido desde|enviat des de|"
    "sent from|sent via|sent with|sent using|sent by|sent on|envoyé de|envoyé depuis|envoyé à partir|"
    "gesendet von|gesendet mit|von meinem|diese nachricht wurde von|inviato da|inviato dal|"
    "verzonden vanaf|verzonden met|verzonden via|verstuurd vanaf|skickat från|skickades från|sendt fra|"
    "enviado do|enviado pelo|enviado a partir|отправлено с|отправлено из|надіслано з|lähetetty|wysłane z|"
    "wysłano z|odesláno z|get outlook|get bluemail|obtener bluemail|obtener outlook|obtén outlook|"
    "obtenga outlook|descargar outlook|"
    "descarga outlook|télécharger outlook|obtenir outlook|outlook für|scarica outlook|ottieni outlook|"
    "obter o outlook|baixar o outlook|download outlook|message sent from|mensaje enviado desde|"
    "correo enviado desde|yahoo mail:|this message was sent from|este mensaje fue enviado desde|"
    "este mensaje se envió desde|this message was sent using|este mensaje ha sido enviado usando|"
    "este mensaje fue enviado usando|este mensaje se envió usando|发自我的"
)
DEVICES = _in_order(
    "iphone|ipad|ipod|ios|mac|apple|blackberry|android|samsung|galaxy|huawei|xiaomi|redmi|motorola|moto|"
    "nokia|lumia|htc|lg|sony|xperia|oppo|pixel|oneplus|wiko|outlook|hotmail|mailbox|hushmail|correo para windows|"
    "mail for windows|windows|yahoo|gmail|protonmail|proton|thunderbird|k-9|typeapp|bluemail|acompli|"
    "spark|airmail|aquamail|mail.ru|zoho|zimbra|nine|mymail|newton|tutanota|fastmail|móvil|celular|"
    "teléfono|smartphone|tablet|tableta|dispositivo|mobile|phone|handheld|wireless|palm|treo|device|"
    "mailbird|mailspring|em client|emclient|squirrelmail|roundcube|horde|imp|rainloop|snappymail|postbox|evolution|"
    "incredimail|the bat|superhuman|polymail|webmail|portable|handy|mobil|mobiltelefon|telefoon|cell|móviles|movistar|"
    "claro|telcel|tigo"
)
POSSESSIVES = _folded(
    "mi|mis|my|mon|ma|meu|minha|meinem|meiner|mio|mia|il mio|dal mio|mijn|min|mitt|моего|minun|mojego|meva"
)
APOLOGIES = tuple("disculp perdon excus errores typo brevity brief autocorrect acentos ortograf".split())
