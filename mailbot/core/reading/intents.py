"""Acts recognised in prose: never applied to records, they say what a person meant."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.core.language import fold
from mailbot.core.reading.appointed import appoints_to_the_list
from mailbot.core.reading.openings import any_of
from mailbot.core.reading.proposing import lays_out_a_proposal

_D = r"[^.;\n]{0,90}?"  # within one sentence
# A letter that is passed on leaves nothing: "su correo, el cual fue trasladado a la Dirección General".
_NO_LETTER = "".join(
    f"(?<!{word} )"
    for word in (
        *(
            "correo",
            "mensaje",
            "solicitud",
            "peticion",
            "nota",
            "oficio",
            "comunicacion",
            "carta",
            "invitacion",
            "tema",
        ),
        *("consulta", "cuestionario", "formulario", "documento", "expediente", "informacion", "informe", "borrador"),
        *("texto", "asunto", "cual", "que", "mismo", "misma", "ustedes", "ya"),
    )
)
_PATTERNS: Mapping[str, tuple[str, ...]] = {
    "acknowledgement": (
        r"\b(?:acuso|acusamos|(?:permito|permitimos|complace|deseo|queremos|para) acusar) (?:de )?recib",
        r"\brecibido\b",
        r"\brecibida\b",
        r"\bhemos recibido\b",
        r"\b(?:received|well received|(?<!please )(?<!kindly )acknowledge (?:the )?receipt)\b",
        r"\btomo nota\b",
        r"\btomamos nota\b",
        r"\bnoted\b",
        r"\bi (?:will|shall) (?:check|consult|confirm|get back)",
        r"\blo consult(?:o|amos|are)\b",
    ),
    "departure": (
        (
            r"\bya no (?:labora|trabaja|forma parte|pertenece|ocupa|presta"
            r"|esta(?! (?:en (?:servicio|uso|funcionamiento)|disponible|habilitad|vigente|activ)))"
        ),
        r"\bdejo (?:el cargo|de laborar|la institucion|de prestar)",
        r"\bha (?:dejado|cesado|renunciado)\b",
        r"\bse (?:jubilo|retiro|acogio)\b",
        r"\brenuncio\b",
        rf"\b{_NO_LETTER}fue trasladad",
        rf"\b{_NO_LETTER.replace('(?<!ya )', '')}ya fue trasladad",
        r"\bno longer (?:works|with|at|part|in|employed|the)",
        r"\bhas (?:left|retired|resigned|moved)\b",
        r"\bleft the (?:ministry|department|office|institution)",
    ),
    "replacement": (
        r"\ben su (?:lugar|reemplazo|sustitucion)\b",
        r"\b(?:sustituye|reemplaza|releva|remplaza) (?:a|al)\b",
        r"\bsera (?:sustituid|reemplazad)",
        r"\bqueda" + _D + r"en su lugar",
        r"\b(?:la|lo|le) (?:sustituye|sustituira|reemplaza|reemplazara|remplaza|releva|sucede)\b",
        r"\ben (?:sustitucion|reemplazo|relevo) del?\b",
        r"\b(?:is|has been|will be) replaced by\b",
        r"\b(?:replaces|takes over from|succeeds)\b",
        r"\bin (?:his|her|their) (?:place|stead)\b",
        r"\bnuev[oa] punto focal\b",
        r"\bnew focal point\b",
    ),
    "designation": (
        r"\b(?:ha sido |fue |se ha |se )?designa(?:do|da|dos|das|r|mos"
        r"|n)?\b" + _D + r"\b(?:punto focal|enlace|contacto|companer|funcionari)",
        r"\bpunto focal (?:de|del|sera|es)\b",
        r"\b(?:designate|nominate|appoint)" + _D + r"(?:focal point|contact|liaison)",
        r"\bsera el punto focal\b",
    ),
    "redirect": (
        (
            r"\b(?:favor|por favor|sirva|ruego|rogamos|agradec\w+)(?:(?!prorroga|plazo)[^.;\n]){0,90}?"
            r"(?:dirigir|dirija|contactar|comunicar|remitir|escribir|enviar (?:este|toda|la))"
        ),
        r"\bdirigir(?:se)?\b" + _D + r"(?:correspondencia|comunicacion|solicitud" + r"|consultas?) a\b",
        r"\bno (?:es|somos|soy) (?:el |la )?(?:punto focal|competente|encargad)",
        r"\bplease (?:contact|write to|direct|address|forward|refer)",
        r"\bnot the (?:right|appropriate|focal|competent)",
        r"\bno nos (?:compete|corresponde)\b",
        r"\b(?:el|este) (?:tema|asunto) lo (?:lleva|atiende|maneja)\b",
        r"\b(?:is|are) (?:now )?(?:handled|dealt with) by\b",
        r"\b(?:he|hemos|se ha) (?:trasladado|reenviado|remitido) su (?:correo|mensaje|solicitud|nota|comunicacion)\b",
        r"\b(?:i|we) have (?:forwarded|passed) (?:on )?your (?:message|e-?mail|request|letter)\b",
    ),
    "extension-request": (
        r"\bprorroga\b",
        r"\b(?:extender|ampliar|extension de|ampliacion de)l? (?:el )?plazo\b",
        r"\b(?:conced|otorg|grant|allow)\w*\b" + _D + r"\b(?:hasta|until|plazo|dias|semanas?|days|weeks?)\b",
        r"\bmas (?:tiempo|plazo)\b|\b(?:dias|semanas?) (?:adicional(?:es)?|mas)\b",
        r"\b(?:additional|more) (?:days|weeks)\b",
        r"\bno (?:nos |me )?(?:sera |es |fue )?(?:posible|podremos|podemos) "
        + _D
        + r"\b(?:dentro del|en el|a) (?:plazo|fecha|tiempo)",
        r"\b(?:not be able to|unable to|cannot) (?:meet|make|keep) the (?:deadline|due date)\b|\bhave until\b",
        r"\b(?:enviar|remitir|responder|entregar)" + _D + r"\b(?:dia|semana|mes)s? despues\b",
        (
            r"\b(?:(?<!la )(?<!mi )(?<!su )(?<!my )(?<!nueva )(?<!phone )extension(?![ :#.]*(?:n[o°º]\.? ?)?\d)"
            r"|more time|additional time|extend the deadline)\b"
        ),
    ),
    "already-sent": (
        (
            r"\bya (?:lo |la |los |las |se )?(?:enviamos|envie|remitimos|remiti|mandamos"
            r"|fueron enviad|fue enviad|fue remitid|habiamos enviado|enviaron|envio)\b"
        ),
        r"\b(?:already|previously) (?:sent|submitted|replied|answered|provided)\b",
        r"\b(?:enviamos|remitimos) (?:el|en) (?:dia|pasado|fecha)\b",
    ),
    "promise": (
        (
            r"\b(?:enviaremos|remitiremos|haremos llegar|se (?:envia|remiti|comunica|confirma)ran?|se haran? llegar"
            r"|estaremos enviando|les confirmo|responderemos)\b"
        ),
        r"\bwe (?:will|shall)(?: however)? (?:send|submit|reply|provide|revert)\b",
        r"\bi (?:will|shall) (?:send|reply|submit|revert)\b",
        r"\btrabajamos en ello\b",
        r"\bworking on it\b",
    ),
    "not-applicable": (
        r"\bno (?:nos )?aplica\b",
        r"\bnot applicable\b",
        r"\bdoes not apply\b",
    ),
    "status-report": (
        (
            r"\bse (?:realizo|llevo a cabo|celebro|pospone|pospuso|aplaza|aplazo|posterga"
            r"|reprogram\w+|cancelo|cancela|inicio|concluyo|finalizo|ejecuto|envio|enviaron)\b"
        ),
        (
            r"\b(?:fue|ha sido|han sido|fueron) (?:realizad|pospuest|aplazad|cancelad|concluid"
            r"|suspendid|postergad|enviad|remitid|entregad)"
        ),
        r"\bqueda(?:n)? (?:suspendid|pendiente|pospuest)",
        r"\bsigue en pie\b",
        r"\b(?:has|have|had|ha|han|hemos) (?:completed|concluded|concluido|cumplido|finalizado|realizado)\b",
        r"\bno se (?:llevara a cabo|realizara|ha (?:iniciado|realizado))\b",
        r"\ben (?:proceso|ejecucion|revision|curso|marcha)\b",
        r"\bcumplid[oa]s?\b",
        (
            r"\b(?:was|were|has been|have been) (?:held|completed|carried out|postponed|cancell?ed"
            r"|delayed|rescheduled|launched|submitted)\b"
        ),
        (
            r"\b(?:took place|is (?:ongoing|under way|underway|in progress|delayed|complete|on hold)"
            r"|on hold)\b"
        ),
        r"\b(?:ongoing|in progress|under way|under review)\b",
        r"\b(?:retrasad|atrasad|aplazad|pospuest)[oa]s?\b",
        r"\bse encuentran? (?:al|en un|en el) \d",
        r"\bel avance (?:es|esta|alcanza|registra)\b",
        r"\b\d{1,3} ?(?:%|por ciento|percent) (?:de avance|complete)",
    ),
    "rsvp": (
        r"\bdelegacion\b" + _D + r"(?:integrada|compuesta|conformada)",
        r"\b(?:asistir|participar)(?:a|an|emos|e)\b",
        r"\bestar(?:a|an|emos) (?:presentes?\b|representad[oa]s? por\b)",
        r"\bconfirm\w* (?:la |su |mi |nuestra )?(?:participacion|asistencia)\b",
        r"\bno (?:podra|podremos|podre) (?:asistir|participar|enviar)",
        r"\b(?:lament|sentimos|siento|regret)\w*\b"
        + _D
        + r"\b(?:participar|asistir|acompanar\w+|attend|participate|send|join)\b",
        r"\bno (?:nos |me |le )?(?:sera|es|fue|resulta) posible (?:asistir|participar|enviar (?:un )?(?:rep|del))",
        r"\bdeclin(?:a|amos|o|ar|e|es|ed)\b",
        (
            r"\b(?!nombres?\b)(?:design|nombr|acredit|nominat|appoint)\w+\b"
            r"(?:(?!punto focal|contact|enlace|liaison)[^.;\n]){0,60}?"
            r"\b(?:participantes?|delegad[oa]s?|representantes?|personas|participants?|delegates?|representatives?)\b"
        ),
        r"\b(?:primer|segund|tercer|otr)[oa]? (?:participante|delegad[oa]|representante)\b",
        r"\b(?:first|second|third|other) (?:participant|delegate|representative)\b",
        r"\b(?:nombres?|datos) de (?:los |las |nuestr[oa]s |sus )?participantes\b",
        r"\bparticipants? (?:is|are|will be)\b|\bparticipantes (?:son|seran)\b",
        r"\b(?:able|unable) to (?:attend|participate|take part)\b",
        r"\bparticiparia(?:n|mos)?\b",
        r"\bwill (?:attend|participate|not be in a position to send|be represented)\b",
        r"\b(?:delegation|participants?) will be\b",
        r"\bour delegation\b",
        r"\b(?:representara|representaran) a\b",
    ),
    "questionnaire-answer": (
        r"\b(?:respuestas?|responses?|answers?|replies)\b"
        + _D
        + r"\b(?:cuestionario|questionnaire|preguntas?|questions?)\b",
        r"\b(?:preguntas?|questions?) (?:n[o°º.]{1,3} ?)?\d",
        r"\brespuestas? (?:en azul|en rojo|abajo|(?:n[o°º.]{1,3} ?)?\d)\b",
        (
            r"\b(?:attach\w*|adjunt\w*|complet\w*|llen\w*|enclos\w*|envio|enviamos|remito|remitimos|hago llegar"
            r"|hacemos llegar|sending|submitting)\b"
        )
        + _D
        + r"\b(?:questionnaire|cuestionario)\b",
        r"\b(?:en cuanto al|sobre el|respecto (?:de|a)l|regarding the|as for the) (?:cuestionario|questionnaire)\b",
        r"\b(?:my|our) answers (?:below|in)\b",
        r"\bcuestionario\b" + _D + r"\b(?:respond|respuesta|complet|llen)",
    ),
    "interest": (
        r"\b(?:manifiesta|expresa|confirma|reitera|manifestamos|expresamos|confirmamos)\b" + _D + r"\binteres\b",
        r"\bcon (?:mucho |gran |sumo )?interes\b",
        r"\b(?:tiene|tienen|tenemos|tendria|tendriamos) (?:mucho |gran )?interes\b",
        r"\b(?:esta|estamos|estan) (?:muy )?interesad[oa]s?\b",
        r"\b(?:is|are|be|remains?)(?: not| also| very)? interested\b",
        (
            r"\b(?:apoya|apoyamos|respalda|respaldamos|acoge|acogemos|supports?|welcomes?)\b[^.;\n]{0,50}?"
            r"\b(?:propuesta|seminario|iniciativa|realizacion|proposal|seminar|initiative)\b"
        ),
        r"\bexpress\w* (?:its|our) interest\b",
    ),
    "offer-host": (
        (
            r"\b(?<!condiciones de )(?<!posibilidad de )(?<!no )(?<!no puede )(?<!no podra )(?<!no podemos )"
            r"(?<!no podremos )ofrec\w+\b"
        )
        + _D
        + r"\b(?:sede|anfitrion|acoger|albergar)",
        r"\b(?<!position to )(?<!unable to )(?<!able to )(?<!cannot )(?<!not )offers? to host\b",
        r"\bwilling to host\b",
        r"\bdispuest[oa]s? a ser (?:la |el )?(?:sede|anfitri\w+)\b",
        r"\b(?:pone|ponemos|pondria) a (?:la )?disposicion\b" + _D + r"\b(?:instalaciones|sala|local|sede)",
        r"\b(?:integrar|formar parte|participar|sumar\w*)(?:ia|iamos|emos)?\b[^.;\n]{0,15}? la comision\b",
        r"\b(?:join|serve on|be part of|sit on) the (?:preparatory )?committee\b",
        r"\b(?<!\bno )(?:podria|puede|desea|quisiera|desearia) (?:ser|fungir como) (?:la |el )?(?:sede|anfitri\w+)\b",
        r"\b(?<!\bnot )(?:could|would like to|would be (?:glad|happy|pleased|willing) to) (?:host|be the host)\b",
    ),
    "proposal": (
        r"\bpropon(?:e|emos|go|en)\b" + _D + r"\b(?:actividad|incorporar|incluir|agregar" + r"|realizar)",
        r"\bpropuesta de (?:nueva )?actividad\b",
        r"(?:^|\n)\W{0,3}(?:nuestra |nueva )?propuesta (?:presentada por|por parte de) [a-z ]{2,40}:",
        r"(?:^|\n)\W{0,3}(?:our |new )?proposal (?:submitted by|presented by) [a-z ]{2,40}:",
        r"\bnueva actividad\b",
        r"\bpropos(?:e|es|al)\b" + _D + r"\b(?:activity|to (?:add|include|hold))\b",
        r"\bnew activity\b",
    ),
    "inputs": (
        r"\b(?:insumos|aportes|comentarios|observaciones)\b" + _D + r"\b(?:adjunt|borrador" + r"|documento)",
        r"\badjunt\w+\b" + _D + r"\b(?:insumos|aportes|comentarios|observaciones)\b",
        r"\b(?:inputs|comments)\b" + _D + r"\b(?:attached|draft)\b",
        r"\b(?:our|nuestr[oa]s) (?:comments|inputs|observations|comentarios|observaciones|insumos|aportes)\b",
        r"\b(?:no (?:tenemos|tiene|hay)|(?:have|has) no|sin) (?:mas )?(?:comentarios|observaci|comments|observati)",
        (
            r"\b(?:suger\w+|sugier\w+|recom[ei]\w+|propon\w+|suggest\w*|recommend\w*|propos\w+)\b[^.;\n]{0,60}?"
            r"\b(?:redaccion|numeral|parrafo|articulo|sustituir|reemplazar|suprimir|eliminar|wording|paragraph"
            r"|replac\w+|delet\w+)\b"
        ),
        (
            r"\b(?:numeral|parrafo|paragraph|seccion|section|articulo|article) \w{1,6}\b[^.;\n]{0,60}?"
            r"\b(?:agregar|anadir|suprimir|eliminar|sustituir|sugier\w+|suger\w+|add|delete|replace|insert)\b"
        ),
        r"\bde acuerdo con el (?:borrador|documento|texto)\b|\bagree with the (?:draft|text|document)\b",
        r"\bcontrol de cambios\b|\btrack(?:ed)? changes\b",
    ),
    "correction": (
        r"\b(?:aparece|figura|esta) (?:mal|equivocad|incorrect)",
        r"\b(?<!sin )(?<!ninguna )(?<!no )(?:correccion(?:es)?|corrections?)\b",
        r"\blo correcto es\b|\bmal (?:escrit|consignad|digitad)[oa]\b",
        r"\b(?:hay|existe|contiene|there is|contains) (?:un|an|a) (?:error|mistake|typo)\b",
        r"\bdebe decir\b",
        r"\bshould read\b",
        r"\bcorrect[oa]s? (?:es|son)\b",
        r"\bcorrect (?:\w+ ){1,2}(?:is|are)\b",
        r"\bis (?:misspelled|incorrect|wrong)\b",
        r"\bcorregir(?:lo|la|los)?\b",
    ),
    "handover": (
        r"\bpresidencia pro tempore\b" + _D + r"\b(?:asum|entreg|trasp)",
        r"\b(?:asumira|asume|traspaso de)\b" + _D + r"\bpresidencia\b",
        r"\btraspaso de la presidencia\b",
        r"\bhandover\b",
        r"\b(?:assume|take over|hand over)\b" + _D + r"\bpresidency\b",
    ),
    "contact-update": (
        r"\bmis datos\b",
        r"\b(?:nuev[oa]s?|actualiza\w+)\b" + _D + r"\b(?:telefono|correo|datos|cargo" + r"|direccion|numero)\b",
        r"\bmy (?:title|position|number|phone|e-?mail|address"
        r"|details)\b" + _D + r"\b(?:is now|has changed|have changed|is|are)\b",
        r"\b(?:new|updated) (?:phone|number|e-?mail|address|details|title)\b",
        r"\bdiscontinued\b",
    ),
    "on-instructions": (
        r"\b(?:por|siguiendo|conforme a|segun) (?:las )?(?:instrucciones|indicaciones|encargo) (?:de|del)\b",
        r"\b(?:on|upon|under|following) (?:the )?instructions? (?:of|from)\b",
        r"\bon behalf of\b",
        r"\ben nombre (?:de|del)\b",
        r"\basistente (?:de|del)\b",
        r"\bsecretari[oa] (?:particular|privad[oa]|del? (?:la |el )?(?:senor|ministr|viceministr|director|cancill))",
        r"\bassistant (?:to|of)\b",
    ),
    "opt-out": (
        (
            r"\b(?:(?:dar|den|de)(?:me|nos) de baja|borrar(?:me|nos)"
            r"|(?:borr|elimin|retir|sac|saqu|quit|suprim|exclu|remov)[a-z]{1,4}(?:me|nos) (?:de|del) (?:[a-z]+ ){0,3}?"
            r"(?:listas?|listados?|directorio|distribucion|base|correos?|registros?|contactos)\b"
            r"|(?:(?:borr|elimin|retir|sac|quit|suprim|exclu)\w{1,4}|(?:dar|den|de) de baja(?: a)?)"
            r" (?:mis?|nuestros?) (?:nombre|correo|direccion|datos|registro|informacion)"
            r"(?: y (?:mi )?(?:nombre|correo|direccion))?(?:, [a-z' -]{3,60},)? (?:de|del) (?:[a-z]+ ){0,3}?"
            r"(?:listas?|listados?|directorio|distribucion|base|registros?)\b"
            r"|(?<!no )(?:me|nos) (?:borr|elimin|retir|sa[cq]u?|quit|exclu)\w+ de"
            r" (?:la|su|esta) (?:lista|base|distribucion)"
            r"|(?:ser|sea|seamos) (?:excluid|retirad|eliminad|borrad|removid)[oa]s? de (?:la|su|esta) (?:lista|base)"
            r"|no (?:me |nos )?(?:enviar(?:me|nos)?|envien|escribir(?:me|nos)?|manden) mas\b(?! a\b)"
            r"|no (?:deseo|deseamos|queremos|quiero|me interesa) (?:seguir )?(?:recib|seguir|continuar))"
        ),
        (
            r"\b(?:unsubscribe|remove (?:me|us)|take (?:me|us|my name) off|delete (?:me|us) from"
            r"|(?:remove|delete|take|strike) (?:my|our) (?:names?|details|data|information) (?:from|off)"
            r" (?:the|your|this) (?:[a-z]+ ){0,2}(?:lists?|directory|database|records?)"
            r"|stop (?:sending|writing to) (?:me|us)|no longer wish(?:es)? to receive)\b"
        ),
    ),
    "question": (
        r"¿[^?]{3,200}\?",
        (
            r"\b(?:could you|can you|would you|what is|when is|where is|(?<!\w )podrian?|(?:si|nos|me) podrian?"
            r"|quisiera saber|nos pueden?)\b"
        ),
    ),
}
MOST_TEXT = 20_000  # characters
_COMPILED = {name: any_of(rows) for name, rows in _PATTERNS.items()}
_ANY = any_of(row for rows in _PATTERNS.values() for row in rows)


def says(intent: str, words: str) -> bool:
    """Tell whether words are those of one act."""
    return _COMPILED[intent].search(fold(words)) is not None


def intents_of(text: str, subject: str) -> tuple[str, ...]:
    """Return the acts that occur in the sender's words, in the order of the table."""
    joined = " ".join(fold(line) for line in text[:MOST_TEXT].split("\n"))
    heading = fold(subject)
    said = _acts(joined) | (frozenset({"proposal"}) if lays_out_a_proposal(text, subject) else frozenset())
    said = said - {"rsvp"} if "rsvp" in said and appoints_to_the_list(text, subject) else said
    return tuple(
        name
        for name, pattern in _COMPILED.items()
        if name in said or (name in {"proposal", "handover"} and pattern.search(heading))
    )


def _acts(words: str) -> frozenset[str]:
    """Most lines say none of them: what stands before the first is not looked through again."""
    first = _ANY.search(words)
    if first is None:
        return frozenset()
    return frozenset(name for name, pattern in _COMPILED.items() if pattern.search(words, first.start()))
