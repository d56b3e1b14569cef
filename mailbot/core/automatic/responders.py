"""Automatic answers without a header: the words of responders, desks and gatekeepers."""

from __future__ import annotations

import re

from mailbot.core.automatic.absence import away_until
from mailbot.core.automatic.filled import filled_in
from mailbot.core.automatic.look import Look
from mailbot.core.automatic.recognised import Recognised

# The subject that a responder puts before the one it answers.
_ANSWER = re.compile(
    r"^\W*((?:acuse(?: de reci\w+)?|confirmacion(?: de \w+)?|notificacion|aviso|constancia(?: de \w+)?) automatic[oa]"
    r"|(?:automatic|automated) (?:acknowledge?ment|confirmation|notification|message)"
    r"|respuesta automatica|contestacion automatica|autorespuesta|auto-respuesta|respuesta auto\b"
    r"|mensaje automatico|resposta automatica|autoresposta|mensagem automatica"
    r"|reponse automatique|message automatique|risposta automatica|automatische (antwort|reply)"
    r"|automatisch antwoord|resposta automatica"
    r"|automatic (reply|response)|automated (reply|response)|auto(matic|mated)?[- ]?(reply|response"
    r"|responder|respond)|autoreply|autoresponse|vacation (reply|response|auto-?reply|message)"
    r"|(respuesta|mensaje|aviso|notificacion) (de|por) vacaciones|yahoo!? auto response)\b"
)
_ANSWER_BEHIND = re.compile(
    r"[(\[](auto-?(reply|response)|respuesta automatica|automatic (reply|response)|autorespuesta)[)\]]\W*$"
)
_AWAY = re.compile(
    r"^\W*(auto(?= ?:)|(estoy |me encuentro )?(fuera|ausente) de (la )?oficina|estoy de vacaciones"
    r"|fuera del despacho|ausencia (temporal|temporaria"
    r"|de la oficina|por vacaciones|laboral)|ausente|ausencia|respuesta de ausencia|aviso de ausencia"
    r"|mensaje de ausencia|de vacaciones|en vacaciones|vacaciones"
    r"|(i am )?out of (the )?office|(i am )?away from (my )?(the )?(mail|office|desk|e-?mail)|ooo|oof"
    r"|on (annual )?leave|on vacation|absence (du bureau|reply)|absent du bureau|absent|en conge|absence"
    r"|hors du bureau|fora do escritorio|ausente do escritorio|abwesenheit\w*"
    r"|out of office auto-?reply)\b"
)
_AWAY_BEHIND = re.compile(
    r"[(\[]((estoy |me encuentro )?(fuera|ausente) de (la )?oficina|out of (the )?office|ausencia|de vacaciones"
    r"|on vacation|away)[)\]]\W*$"
)
_AWAY_END = re.compile(r"\s*([:\]|)(–—-]|$|.{0,40}\b(?:re|rv)\s*:|(autoreply|auto-reply|automatica|reply|re:|rv:))")
_OUR_CODE = re.compile(r"\[[a-z]{2,8}-[a-z]{3}-[a-z0-9-]{2,16}\]")
_ANSWER_END = re.compile(r"\s*([:\]|)(–—/-]|$|de\b|from\b|to\b|para\b|re\b)")
_SAYS_AUTOMATIC = re.compile(
    r"(?<!no )(?<!not )\b(?:est[ae] es una?|la presente es una?|this is an?|il s'agit d'une?|ceci est une?"
    r"|esta e uma|isto e uma)( \w+)? ?(?:respuesta|contestacion|mensaje|correo|e-?mail|notificacion|reply"
    r"|response|message|reponse|resposta|mensagem|notification)?(?: electronico| generad[oa]"
    r"| de correo)? ?"
    r"(?:automatic[oa]|automatically generated|auto-?generated|autogenerad[oa]|auto-?(?:reply|response)"
    r"|automatic (?:reply|response|message)|automated (?:reply|response|message|e-?mail|notification)"
    r"|system[- ]generated|automatique|generad[oa] automaticamente)"
    r"|apologi[sz]e for this automatic (?:reply|response)|(?:disculp\w+|perdon\w*) (?:por )?esta respuesta automatica"
    r"|(?:mensaje|correo|respuesta|e-?mail|message|reply) (?:electronico )?(?:fue |es |ha sido |se ha |se |was |is "
    r"|has been )?(?:generad[oa]|enviad[oa]|genero|envio|generated|sent) (?:de forma automatica|automaticamente"
    r"|automatically|de manera automatica)"
)
_NO_ANSWER = re.compile(
    r"\b(?:no|do not|don't) (?:responda|responder|conteste|contestar|reply)(?: directly)? (?:a |al "
    r"|to )?(?:est[ea]|this)"
    r" (?:mensaje|correo|message|e-?mail|direccion|notificacion|automat\w*)"
    r"(?!(?: electronico)?,? (?:if|si|en caso|cuando|unless|salvo|a menos)\b)"
)
_SAYS_BOTH = re.compile(  # "Mensaje automático, no responda."
    r"\b(?:mensaje|correo|notificacion|respuesta) (?:automatic|autogenerad|generad)[oa]"
    r"(?: automaticamente)?\W{1,3}(?:por )?(?:favor,? )?(?:de )?no (?:respond|contest)"
    r"|\bautomat(?:ed|ic) (?:message|reply|e-?mail|notification)\W{1,3}(?:please )?(?:do not|don't) (?:reply|respond)"
)
_LINE_SAYS = re.compile(
    r"^\W*(respuesta automatica|mensaje automatico|automatic reply|auto-?reply|automated response"
    r"|autorespuesta|resposta automatica|reponse automatique)\W*$"
)
_AWAY_WORDS = re.compile(
    r"(?:estoy|estare|me encuentro|me encontrare|encontrandome|estaremos|permanecere|j'estoy|i am|i'm"
    r"|i will be|i'll be|je suis|je serai|estou|estarei|currently|actualmente)(?: \w+){0,3} (?:fuera"
    r"|ausente|de vacaciones|en vacaciones|de licencia|de permiso|de viaje|en comision|out of|away"
    r"|on (?:annual |maternity |sick )?(?:leave|vacation|holiday)|traveling|travelling|absent|en conge"
    r"|en mission|fora|(?:de|em) ferias|em viagem|ausente|sin acceso)"
    r"|(?:gozando|gozar[ei]?|disfrutando|haciendo uso) de (?:mis?|su|un) (?:\w+ )?(?:vacacion|licencia|permiso|periodo)"
    r"|i (?:have |am )?retired (?:from|as of|effective|on)\b"
    r"|me (?:he )?(?:jubile|retire|jubilado|retirado) (?:de|el|a)\b"
    r"|(?:mailbox|inbox|account|buzon|cuenta|correo) (?:is no longer|ya no (?:es|sera|esta)) (?:being )?"
    r"(?:monitored|checked|read|in use|revisad|monitoread|atendid|en uso)"
)
_THANKS = re.compile(
    r"(gracias por (su|tu|el) (mensaje|correo|e-?mail|comunicacion)|gracias por (contactar|escribir|comunicar)\w+"
    r"|(thank you|thanks) for (contacting|writing|reaching)|(thank you|thanks) for your (message"
    r"|e-?mail|mail)|merci (de|pour) votre|obrigad[oa] pel[ao]|agradezco su (mensaje|correo)"
    r"|he recibido su (mensaje|correo))"
)
_LONGEST_ABSENCE = 20  # lines
_LABELLED = re.compile(r"\b(?:cargo|puesto|position|nombre completo|full name|status|estado|avance|progress) ?:")
_NOW = re.compile(r"\b(estoy|me encuentro|i am|i'm|currently|actualmente|je suis|estou)\b")

# What a responder promises or advises meanwhile; a person says what they themselves will send.
_MEANWHILE = re.compile(
    r"(?:asuntos? urgentes?|caso de (?:urgencia|emergencia)|si (?:es|su \w+ es|requiere|necesita|se trata de)"
    r"[\w ]{0,30}(?:urgen|inmediat)|urgent (?:matters?|issues?|requests?|enquir\w+|inquir\w+|assistance)"
    r"|(?:is|are) urgent\b|immediate (?:assistance|attention))"
    r"|(?:sin|no|without|limited|limitado|with no|intermitente) (?:\w+ ){0,2}(?:acceso|access)"
    r"|acceso (?:limitado|restringido|intermitente)"
    r"|(?:sera|seran) (?:atendid|respondid|contestad|revisad)\w+ (?:a|en|cuando|hasta) (?:mi|su|regrese)"
    r"|(?:respond|reply|answer|attend)\w* (?:to )?(?:your|all|any) (?:message|e-?mail|inquir|enquir|request)\w* "
    r"(?:upon|on|when|after|as soon as) (?:my|i)\b"
    r"|(?:respondere|contestare|atendere) (?:a )?su (?:mensaje|correo|comunicacion|solicitud)"
    r" (?:a|en|cuando) (?:mi|regrese)"
)

# Desks: a number in the subject and a sentence that says it was opened.
_TICKET = re.compile(
    r"(\[[^\]]{0,30}#\s?\w{0,8}-?\d{2,}[^\]]{0,20}\]|\b(caso|ticket|tiquete|incidencia|incidente|case"
    r"|request|solicitud|reporte|folio|chamado|demande|sr|req|inc)( (id|no|num|numero|number|nro|n°"
    r"|nº))?[.:°º]?\s*(?:con (?:el )?|with )?(id)?\s*[#:\[(-]?\s*[a-z]{0,4}-?\d{3,}|#\d{3,}|##\d+##)"
)
_OPENED = re.compile(
    r"(hemos|ha sido|se ha|fue|ha) (recibido|registrad[oa]|cread[oa]|abiert[oa]|generad[oa]|ingresad[oa]"
    r"|asignad[oa]|recibid[oa]|radicad[oa])\b.{0,80}\b(mensaje|correo|comunicacion|solicitud|caso|ticket|tiquete|consulta"
    r"|tramite|incidencia|incidente|peticion|requerimiento|numero)"
    r"|(mensaje|correo|comunicacion|solicitud|caso|ticket|tiquete|consulta|incidencia|peticion|tramite"
    r"|requerimiento)\b.{0,60}(ha sido|fue|se ha|quedo) (recibid|registrad|cread|abiert|generad|ingresad"
    r"|asignad|radicad)"
    r"|(we have|we've|has been|was) (received|created|opened|registered|logged|assigned|submitted)\b|(your"
    r"|a|the) (request|ticket|case|e-?mail|message|inquiry)\b.{0,40}(has been|was) (received|created"
    r"|opened|registered|logged|assigned)|we have received your (request|message|e-?mail|inquiry)"
    r"|thank you for contacting"
    r"|(votre|la) demande .{0,40}(enregistree|recue|creee)|(sua|a) (solicitacao|mensagem) .{0,40}(recebida"
    r"|registrada)|recebemos (a )?sua|nous avons (bien )?recu"
)
_OPENED_SUBJECT = re.compile(
    r"^\W*(?:your |su )?(ticket|tiquete|caso|case|incidencia|solicitud|request|peticion|requerimiento)"
    r"(?: (?:ha sido|fue|has been|was))? (recibid|cread|registrad|abiert|ingresad|received|created|opened|registered"
    r"|logged)\w*\b"
)
# Who writes from a desk as a person says who they are, or what they did.
_OF_A_PERSON = re.compile(
    r"\b(soy|les? saluda|mi nombre es|my name is|this is [a-z]+ from|he (revisado|verificado|corregido|hablado)"
    r"|ya (revis|verific|corre[gj]|habl|habilit)\w*|i (have )?(checked|looked|fixed|corrected|spoke|verified)"
    r"|we will (send|submit|forward)|(les |le )?(enviaremos|remitiremos)|our (comments|inputs|request|delegation)"
    r"|nuestr[oa]s? (comentarios|observaciones|insumos|aportes|solicitud|delegacion))\b"
)
_OPENED_WORDS = tuple(  # of which one must stand there
    "recib regist radicad cread created abiert generad ingresad asignad receiv opened logged assigned submitted"
    " contacting recue creee receb recu".split()
)
_DESK = re.compile(
    r"^(soporte|support|help|helpdesk|service-?desk|servicedesk|mesa\w*|mesa[-_.]?de[-_.]?\w+|tickets?"
    r"|atencion\w*|ayuda|itsm|glpi|otrs|suporte|assistance|incidencias|sac|noc)([._+-].*)?@"
)
_REPLY_ABOVE = re.compile(
    r"(reply above this line|responda (por )?(encima|arriba) de esta linea"
    r"|escriba su respuesta (por )?(encima|arriba)|type your response above|conserve el (asunto|numero)"
    r"|(keep|do not (change|modify)|no (modifique|cambie)) (the|el) (subject|asunto))"
)
# Gatekeepers: prove that you are a person.
_GATE = re.compile(
    r"(confirm|verify|prove|click|reply|respond)\w*\b.{0,120}(so that|in order|to (have|deliver|release"
    r"|complete|prove|confirm|add|be)|that you|your (message|e-?mail|address))\b.{0,120}(deliver|human"
    r"|spam|sender|whitelist|approved|release|person|queue|junk)"
    r"|(confirm(ar|e)|verific(ar|a|ue)|haga clic|responda|pulse)\b.{0,160}(entreg|humano|spam"
    r"|correo no deseado|remitente|lista blanca|persona real|autorizad)"
    r"|(message|mensaje|correo|e-?mail)\b.{0,80}(is being held|has been held|is held|on hold|en espera"
    r"|retenid[oa]|cuarentena|quarantine|pending)|challenge[- ]response|boxbe|spamarrest|spam arrest|tmda"
    r"|sender verification|verificacion de(l)? remitente|anti-?spam .{0,30}(confirm|verif)"
)
_GATE_SUBJECT = re.compile(
    r"boxbe|spam ?arrest|(please )?(confirm|verify)\w* (your|that|sending|delivery|the)|(confirm"
    r"|verif)\w* (su|tu|el envio"
    r"|del remitente|de remitente|de envio|to deliver)|verify|verificacion|confirmacion (de|requerida"
    r"|necesaria)|confirmation (required|needed|request)|(action|accion) (required|requerida|necesaria)"
    r"|anti-?spam|waiting for (your )?(approval|confirmation)|autenticacion|held for|retenido|cuarentena"
    r"|quarantine|challenge|whitelist|lista blanca|approved senders"
)

# A gatekeeper under the subject it answers: held, and what to do so that it is let through.
_HELD = re.compile(
    r"\b(?:your|su|tu) (?:message|e-?mail|mensaje|correo)\b.{0,100}"
    r"\b(?:(?:is being|has been|was|is) (?:held|quarantined)"
    r"|on hold|(?:esta|ha sido|fue|quedo) (?:\w+ )?(?:retenid[oa]|en espera|en cuarentena)|retenid[oa])\b"
)
_LET_THROUGH = re.compile(
    r"\b(?:to (?:release|deliver|have)|para (?:liberar|entregar|que (?:sea|se)))\b.{0,80}"
    r"\b(?:click|reply|confirm|visit|follow|haga clic|pulse|confirme|responda|visite)\b"
    r"|\b(?:click|haga clic|pulse|confirm|confirme)\b.{0,100}\b(?:to (?:release|deliver)|human|robot"
    r"|para (?:liberar|entregar)|human[oa]|persona)\b"
)

# In HTML the link itself is not seen.
_HOW_TO_CONFIRM = re.compile(r"http|\b(?:repl(?:y|ying)|respond(?:a|er|iendo|e|ing)?|click|clic)\b")

_NOTES_SUBJECT = re.compile(
    r"\b(is|esta|estara|will be) (out of the office|fuera de la oficina|ausente( de la oficina)?)\W*(\(|$)"
)
_NOTES_WORDS = re.compile(
    r"(i will be|i am) out of the office (starting|from|until)|(estare|estoy) (fuera|ausente) .{0,20}oficina"
)


def by_words(look: Look) -> Recognised | None:
    """A responder's subject, a sentence that says so, a desk's number, a gatekeeper's question.

    Words about being away prove nothing alone: people write them too.  After RE: or RV: the
    subject is what a person answers or passes on.
    """
    why = _why(look)
    return Recognised("auto-reply", why, away_until=away_until(look)) if why else None


def _why(look: Look) -> str:
    if (not look.prefixed and _answers(look)) or (not look.forwarded and _ANSWER_BEHIND.search(look.subject)):
        return "the subject of an automatic reply"
    if _is_of_notes(look) or _away_behind(look):
        return "the subject of an automatic reply"
    if _says_so(look) and not look.forwarded:
        return "it says that it is automatic"
    if _is_absent(look):
        return "thanks for the message, an absence and what to do meanwhile"
    if _is_desk(look):
        return "a desk's receipt with a number"
    if _is_gate(look):
        return "a gatekeeper asks for a confirmation"
    return ""


def _answers(look: Look) -> bool:
    answer = _ANSWER.match(look.subject)
    if answer:
        return bool(_ANSWER_END.match(look.subject, answer.end()))
    away = _AWAY.match(look.subject)
    if not away or not _AWAY_END.match(look.subject, away.end()):
        return False
    # "Fuera de la oficina" alone may be a person's own notice.
    more = look.subject[away.end() :].strip(" .:!-")
    if _OUR_CODE.search(more) and not _LABELLED.search(look.page):
        return True  # nobody writes "Fuera de oficina:" before the subject of ours that they answer
    threaded = bool(look.message.in_reply_to or look.message.references)
    if threaded and more and not look.personal:
        return True  # the subject it answers stands behind, and nobody greets
    answered = threaded or look.null_path or bool(more)
    suppressed = "x-auto-response-suppress" in look.names
    present = bool(_THANKS.search(look.page[:1500]) or _NOW.search(look.page[:300])) or not look.words
    return (answered or suppressed or present) and (present or bool(_AWAY_WORDS.search(look.page)) or suppressed)


def _is_of_notes(look: Look) -> bool:
    """Lotus Notes: "X is out of the office." over "I will be out of the office starting …"."""
    if look.prefixed or look.forwarded or look.personal or not _NOTES_SUBJECT.search(look.subject):
        return False
    return bool(_NOTES_WORDS.match(look.page.strip()))


def _away_behind(look: Look) -> bool:
    """GroupWise: the answered subject with "(out of the office)" behind it, over words that say the same."""
    if look.forwarded or not _AWAY_BEHIND.search(look.subject):
        return False
    return bool(_AWAY_WORDS.search(" ".join(look.words)[:1500]))


def _says_so(look: Look) -> bool:
    """A sentence of the sender's own says it, at its beginning or its end."""
    ends = (*look.words[:8], *look.words[-4:])
    if any(_LINE_SAYS.match(line) for line in ends[:3]):
        return True
    said = " ".join(look.words)[:4000]
    if _NO_ANSWER.search(said) and (_formulaic(said) or _is_of_a_service(look)):
        return True
    return _is_automatic(said) and (not look.personal or _formulaic(said))


def _is_of_a_service(look: Look) -> bool:
    """A robot's own news, "completed, do not reply": it answers nothing and greets nobody."""
    return not (look.prefixed or look.personal)


def _is_absent(look: Look) -> bool:
    """Thanks for "your message" first, an absence of now, and what to do meanwhile: all a program has to say."""
    if look.forwarded or len(look.words) > _LONGEST_ABSENCE or filled_in(look):
        return False
    said = " ".join(look.words)[:1500]
    thanks = _THANKS.search(said[:160])
    if thanks is None or _LABELLED.search(said):
        return False
    away = _AWAY_WORDS.search(said)
    return away is not None and bool(_NOW.search(away[0])) and bool(_MEANWHILE.search(said))


def _is_automatic(said: str) -> bool:
    """A search only where one of its words stands: they are rare."""
    return ("auto" in said or "system" in said) and bool(_SAYS_AUTOMATIC.search(said) or _SAYS_BOTH.search(said))


def _formulaic(said: str) -> bool:
    return bool(_THANKS.search(said) or _AWAY_WORDS.search(said) or _OPENED.search(said))


def _is_desk(look: Look) -> bool:
    if look.forwarded:
        return False
    words = " ".join(look.words)
    said = (words if words or look.prefixed else look.page)[:3000]  # "type your reply above this line" begins it
    if not (any(word in said for word in _OPENED_WORDS) and _OPENED.search(said)):
        return False
    of_a_person = look.personal and (look.prefixed or not _DESK.match(look.sender)) and _OF_A_PERSON.search(said)
    if of_a_person and not _is_automatic(said):
        return False
    ticket = bool(_TICKET.search(look.subject))
    signs = (
        bool(_DESK.match(look.sender)),
        bool(_REPLY_ABOVE.search(said)),
        bool(_TICKET.search(said)),
        _is_automatic(said) or bool(_NO_ANSWER.search(said)),
    )
    if look.prefixed and look.personal and not (signs[0] or signs[1] or signs[3]):
        return False  # who answers about a case
    return (
        (ticket and any(signs))
        or sum(signs) >= 3
        or (ticket and look.subject.startswith("["))
        or (_opened_by_subject(look) and (signs[0] or (any(signs) and not look.personal)))
        or (signs[1] and not look.prefixed and not look.personal)
    )


def _opened_by_subject(look: Look) -> bool:
    return not look.prefixed and bool(_OPENED_SUBJECT.match(look.subject))


def _is_gate(look: Look) -> bool:
    if look.prefixed and look.forwarded:
        return False
    said = " ".join(look.words)[:3000]
    if "http" in said and not look.personal and _HELD.search(said) and _LET_THROUGH.search(said):
        return True
    return (
        bool(_GATE_SUBJECT.search(look.subject))
        and bool(look.postmaster or _HOW_TO_CONFIRM.search(said))
        and bool(_GATE.search(said))
    )
