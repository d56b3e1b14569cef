"""Bounces: a report of delivery first, then the words of the programs that write none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core import message as messages
from mailbot.core.automatic import last_resort as flufl
from mailbot.core.automatic import reports
from mailbot.core.automatic import told as words
from mailbot.core.automatic.look import Look
from mailbot.core.automatic.recognised import Recognised
from mailbot.core.automatic.reports import ADDRESS, STATUS_PARTS
from mailbot.core.automatic.status import status_in
from mailbot.core.language import fold
from mailbot.core.values import Attachment, Bounced

MAXIMUM_NESTED = 3
MAXIMUM_ATTACHED = 200_000  # bytes of an attached message: what is sought stands first
_SUBJECT = re.compile(
    r"^\W*(\[[^\]]{1,40}\]\s*)?(?:(?:notice|warning|error|aviso|alerta)\s*:\s*)?(undeliver|non[- ]?deliver"
    r"|not delivered|unzustellbar|returned (e-?)?mail"
    r"|returned to sender|return(ed)? message"
    r"|failure (notice|delivery)|mail failure|failed mail|mail failed|delivery[ -](status|fail|has failed"
    r"|report|problem|error|delay|incomplete|warning|notification|notice|to .* failed)"
    r"|permanent delivery failure|(?:e-?)?mail (delivery|could not|can ?not|error|not delivered|was not"
    r"|undeliverable|system error|returned)|mail system error"
    r"|message (undeliver|delivery|not delivered|could not|was not|blocked|delayed|you sent .*blocked"
    r"|not accepted|rejected"
    r"|returned)|your (message|mail|e-?mail) .*(could not|was not|(has been|was) (rejected|refused|blocked|delayed)"
    r"|couldn't|wasn't)"
    r"|warning: (message|could not send|.*user unknown)|unable to deliver|could(n't| not) (be )?(deliver"
    r"|send)|can(not|'t) (be )?deliver|undelivered|processing error|nondelivery"
    r"|auto(matically)? rejected|rejected (mail|message|posting)|address not found|recipient (address"
    r"|inbox|not)|mailbox (is )?(full|unavailable|over)|(over ?)?quota|user unknown|unknown user"
    r"|expired message|(delayed|retrasad[oa]|retardee?|differee?|atrasad[oa]|demorad[oa])\s*:"
    r"|no se (pudo|puede|ha podido|pudieron|logro|ha entregado|entrego) |no (fue|ha sido"
    r"|es) posible (la )?entreg|imposible entregar|(mensaje|correo)( electronico)? (no (entregado|enviado"
    r"|entregable)|devuelto|rechazado|bloqueado|demorado|retrasado)"
    r"|(?:elemento )?no (?:entregad|entregable)|error (de|en la|al) (entreg|envi)"
    r"|fallo (de|en la|en el|al) (entreg|envi)"
    r"|fall[oa] (de"
    r"|en) (la )?entrega|(notificacion|aviso|informe|reporte) (de|del|sobre el) (estado de |no |falta de "
    r"|error(es)? de )?(la )?entrega"
    r"|entrega (retrasada|demorada|fallida|incompleta|diferida|erronea|no)|devuelto|devolucion de"
    r"|se (ha )?(retraso|retrasado|demoro|demorado) la entrega|retraso en la entrega"
    r"|(el )?buzon (de correo )?(de .* )?(esta )?llen[oa]"
    r"|(no se ha encontrado|no se encontro) (la direccion|el destinatario)|direccion (no encontrada"
    r"|de correo .*no)|cuota (de correo |de disco )?(excedida|superada)"
    r"|echec de (la )?(remise|distribution|livraison)|non[- ]?(distribue|remis|livre)|message non (remis"
    r"|delivre|distribue)|notification d'etat de|remise (differee|impossible|retardee)|courrier non"
    r"|avis de non|retour de courrier"
    r"|falha (na|de|ao) entreg|nao (foi |e )?(possivel )?entreg|mensagem (nao entregue|devolvida)"
    r"|entrega (atrasada|falhou)|notificacao de (status|estado) d|devolvid|impossivel entregar|a entrega )"
)
_ENDING = re.compile(
    r"((?:^|- )undeliverable$|(?::| [-–]) (non remis|no entregado|no entregable|undeliverable"
    r"|not delivered|returned mail|non delivre)\W*(\([^)]{0,60}\))?\W*$"
    r"|could not be delivered\.?$|(-|:) user unknown!?$|no se pudo entregar\.?$)"
)
_FAILED = re.compile(
    r"(could|can) ?not be (delivered|sent|processed|completed)|couldn't be delivered|(was|were|has|have"
    r"|is)(n't| not|)( yet| been| yet been|) (un)?(deliver|receiv)|not (yet )?been delivered"
    r"|deliver[ye]\w* (?:\w+ ){0,3}(?:to )?(?:\w+ ){0,5}(?:has |was |have |is )?(?:been )?(failed|aborted"
    r"|delayed|not possible|postponed)|delivery (has )?fail|undeliver|unable to deliver|(not"
    r"|n't) able to deliver|could not deliver|cannot deliver"
    r"|permanent(ly)? (fatal )?(errors?|fail)|did not (reach|receive)|returned (to|because|mail)"
    r"|returning (message|mail)|failed (recipient|address)|error(s)? (occurred|while|during)|non-delivery"
    r"|was(n't| not) (accepted|found)|not accepted|(automatically |been )rejected|problem delivering"
    r"|delivery problems|does not exist|doesn't exist|address not found|user unknown|unknown user"
    r"|no such (user|here)|no longer (valid|active|in use)|mailbox (is )?full|over quota|undelivered"
    r"|not been processed|did not exactly match|wrong or no longer|has been (delayed|postponed|blocked"
    r"|returned)|will be retried|will retry"
    r"|no (se )?(pudo|pudieron|ha podido|puede|pueden|fue posible|ha sido posible|es posible"
    r"|logro)( ser)? ?(la )?entreg|no (se )?(ha )?(entrego|entregado|entrega)|error (de|en la"
    r"|al) (la )?entrega|fallo (de|en) (la )?entrega"
    r"|no (pudo|ha podido|llego|puede) (ser |llegar|entregar|al? )|no existe|(buzon|bandeja)[\w ]{0,30} llen"
    r"|no se (ha encontrado|encontro|encuentra)|ha sido (rechazad|devuelt|bloquead)|fue (rechazad|devuelt)"
    r"|no encontrad|se ha retrasado|se retras\w+|entrega (se )?(ha )?(retras|demor)|destinatario desconocido"
    r"|desconocido"
    r"|n'a pas (pu )?(ete |etre )?(remis|delivre|distribue|achemine|livre|atteint)|echec de|n'existe pas"
    r"|introuvable|remise (a ces destinataires )?(a echoue|retardee|differee)"
    r"|nao (foi |pode ser |(foi |e )?possivel )?(entreg)|falha na entrega|a entrega (falhou|para)"
    r"|nao existe|nao foi encontrad|(nicht|konnte) zugestellt"
)
_TEMPORARY = re.compile(
    r"(has|have|is|was) (been )?(temporarily )?(delayed|postponed|deferred)|delivery (incomplete|delay"
    r"|is delayed)|not yet been delivered|still (trying|being)|will (be retried|retry|continue to try"
    r"|keep trying|try again)|will continue to (be made|attempt|try)"
    r"|(only|just) a warning|warning only|advisory-only|temporary (problem|failure|error)"
    r"|attempts will continue|no (need|action is required)|message delayed|se ha retrasado"
    r"|se retraso la entrega|retrasad[oa]|demorad[oa]|(se )?seguir(a|emos) intentando"
    r"|(?<!no )(?<!no se )volver(a|an|emos) a intentar|(?<!no )se reintentara|problema temporal"
    r"|entrega incompleta"
    r"|a ete retardee?|a ete differee?|nouvelle tentative|remise differee|atrasad[oa]|tentara novamente"
    r"|continuar(a|emos) tentando|problema temporario"
)
_GIVES_UP = re.compile(
    r"(given|giving|gave) up|not going to (re)?try|permanent (error|fail)|failed permanently|permanently failed"
    r"|will not (be retried|retry|try)|no longer (be )?(try|retr)|no (se )?(volver(a|an|emos)|reintentar)"
    r"|not be retried|expired|too long"
)
_YOURS = re.compile(
    r"\b(your|su|tu|votre|sua) (e-?mail )?(message|mail|e-?mail|mensaje|correo|mensagem)\b|(message|mail"
    r"|mensaje|correo) (that )?(you|que (usted )?(envio|mando)|enviado por usted)\b"
    r"|following (\w+ )?(mail|message|recipient|address|user)|siguientes? (destinatario|direccion)"
    r"|created automatically|generad[oa] automaticamente|machine[- ]generated"
    r"|failed recipient|advisory-only|undeliverable address|intended recipient"
)
_CITES = re.compile(r"@.{0,200}\b[45][0-5]\d\b|\b[45][0-5]\d [45]\.\d\.\d|smtp error")
# Programs say "your message"; people say "mine", and ask.
_FIRST_PERSON = re.compile(
    r"\b(mi (mensaje|correo|e-?mail)|mis (mensajes|correos)|me (devuelv\w+|rebot\w+|sale|dice|aparece"
    r"|lleg\w+)|(my|our) (message|e-?mail|mail)"
    r"|nuestro (correo|mensaje)|tienen|podrian|pueden|could you|can you|do you|would you|vean|see below"
    r"|mi (buzon|bandeja|casilla|cuenta)|my (mailbox|inbox|account)|no (?:lo |la )?recibi"
    r"|(?:i|we) (?:did not|didn't|never) (?:receive|get)|mon message|minha mensagem)\b"
)
_REPORTS_WITHIN = frozenset({"message/rfc822", "message/global"})
_NAMED = re.compile(r"^\s*<[^<>\s@]{1,64}@[^<>\s@]{1,255}>:")  # qmail's way, whatever the language around it
_SAYS_REJECTED = re.compile(r"automatically rejected|(was|been) rejected|rechazad[oa]|quota exceeded|over ?quota")


def reported(look: Look) -> Recognised | None:
    """A report of delivery (RFC 3464, RFC 6533), wherever in the message it lies."""
    if not look.message.attachments or look.passed_on:
        return None
    parts = list(_status_parts(look))
    if not parts:
        return None
    found: dict[str, Bounced] = {}
    delivered = False
    for content in parts:
        some, good = reports.recipients(content)
        delivered = delivered or good
        for each in some:
            found.setdefault(each.address, each)
    why = "message/delivery-status (RFC 3464)"
    if delivered and not found:
        return Recognised("auto-reply", "a report of delivery in which nothing failed (RFC 3464)")
    return Recognised("bounce", why, tuple(found.values()) or _named_in_words(look, parts))


def _named_in_words(look: Look, parts: list[bytes]) -> tuple[Bounced, ...]:
    """The recipient of a report that gives only an X.400 or unknown name: the words name it, the report says why."""
    said = _said(look)
    reason = reports.reason_alone(parts[0])
    if len(said) != 1 or len(parts) != 1 or reason is None:
        return said
    return (Bounced(said[0].address, *reason),)


def _status_parts(look: Look) -> Iterator[bytes]:
    bounce_like = look.postmaster or look.machine or look.message.content_type == "multipart/report"
    yield from _in_parts(look.message.attachments, deep=bounce_like, left=MAXIMUM_NESTED)


def _in_parts(parts: tuple[Attachment, ...], *, deep: bool, left: int) -> Iterator[bytes]:
    direct = [p.content for p in parts if p.media_type in STATUS_PARTS]
    if not direct and deep:
        direct = [p.content for p in parts if p.media_type not in _REPORTS_WITHIN and reports.is_status(p.content)]
    yield from direct
    if direct or not deep or not left:
        return
    for part in parts:
        if part.media_type in _REPORTS_WITHIN and b"delivery-status" in part.content[:200_000].lower():
            inner = messages.parse(part.content)
            yield from _in_parts(inner.attachments, deep=True, left=left - 1)


def told(look: Look) -> Recognised | None:
    """A bounce in plain words: who sent it, its subject and its text, two of them at least."""
    if look.forwarded and not look.machine:
        return None
    failed = ", ".join(value for name, value in look.message.headers if name == "x-failed-recipients")
    if failed:
        return Recognised("bounce", "X-Failed-Recipients", _from_header(look, failed))
    subject = _subject_fails(look)
    text = (subject or look.postmaster) and _text_fails(look)  # else it proves nothing
    if "message/disposition-notification" in look.kinds:
        return _rejected(look)
    why = _why(look, subject=subject, text=text)
    return Recognised("bounce", why, _said(look)) if why else None


def last_resort(look: Look) -> Recognised | None:
    """flufl.bounce, where the message looks like a bounce and no rule has spoken."""
    if not (look.daemon or (look.postmaster and look.null_path)) or look.passed_on:
        return None
    found = _by_flufl(look)
    return Recognised("bounce", "flufl.bounce on mail of a mail daemon", found) if found else None


def _subject_fails(look: Look) -> bool:
    plain = not look.prefixed and bool(_SUBJECT.match(look.subject))
    return plain or bool(_ENDING.search(look.subject))


def _text_fails(look: Look) -> bool:
    said = _opening(look) if look.machine or look.postmaster else " ".join(look.words)[:8000]
    return bool(_FAILED.search(said))


def _opening(look: Look) -> str:
    """What a program says of itself, above the returned message, folded."""
    return " ".join(fold(line) for line in words.own_part(look.unquoted or _other(look)))[:8000]


def _other(look: Look) -> tuple[str, ...]:
    return tuple(line.text[:2000] for line in look.message.alternative[:400] if not line.depth)


def _why(look: Look, *, subject: bool, text: bool) -> str:
    if look.postmaster and (subject or (text and (look.daemon or look.null_path))):
        return "a mail daemon with words of failure"
    if look.postmaster and text and not look.personal and _impersonal(" ".join(look.words)[:8000]):
        return "a postmaster says that your message failed"
    if look.daemon and any(_NAMED.match(line) for line in look.unquoted):
        return "a mail daemon names recipients"
    if look.machine and subject and (text or not look.personal):
        return "automatic mail with a failure subject"
    if subject and text and not look.personal and _impersonal(" ".join(look.words)[:8000]):
        return "a failure subject over words of failure"
    return ""


def _impersonal(said: str) -> bool:
    """It speaks of "your message" or cites a server, and asks nothing."""
    return bool(_YOURS.search(said) or _CITES.search(said)) and not _FIRST_PERSON.search(said)


def _rejected(look: Look) -> Recognised | None:
    """Dovecot's and Sieve's rejection: a disposition notice with words of failure (RFC 5429)."""
    if not _SAYS_REJECTED.search(_opening(look)):
        return None
    parts = [p.content for p in look.message.attachments if p.media_type == "message/disposition-notification"]
    some, _ = reports.recipients(parts[0])
    status, permanent = status_in(_opening(look))
    found = tuple(Bounced(each.address, permanent, each.status or status) for each in some)
    return Recognised("bounce", "a disposition notice of a rejection (RFC 5429)", found or _said(look))


def _from_header(look: Look, failed: str) -> tuple[Bounced, ...]:
    alias = words.aliases(look.unquoted)
    named = (match.strip(".").lower() for match in ADDRESS.findall(failed))
    addresses = dict.fromkeys(alias.get(each, each) for each in named)
    said = {each.address: each for each in _told_in(look, look.unquoted)}
    late = _is_temporary(look)
    status, permanent = status_in(" ".join(words.own_part(look.unquoted)))
    alone = len(addresses) == 1
    return tuple(
        said.get(each) or Bounced(each, permanent and not late if alone else not late, status if alone else None)
        for each in addresses
    )


def _said(look: Look) -> tuple[Bounced, ...]:
    """Recipients from the words, else from those of a bounce that a gateway passes on as an attached message."""
    found = _in_words(look)
    for part in () if found else look.message.attachments[:MAXIMUM_NESTED]:
        if part.media_type in _REPORTS_WITHIN:
            inner = Look(messages.parse(part.content[:MAXIMUM_ATTACHED]), look.own)
            found = found or (_in_words(inner) if inner.daemon or inner.postmaster else ())
    return found


def _in_words(look: Look) -> tuple[Bounced, ...]:
    """Recipients from a report flattened into text, from plain words, from flufl.bounce."""
    if any(fold(line).startswith("final-recipient:") for line in look.unquoted):
        found, _ = reports.of_lines(look.unquoted)
        if found:
            return found
    for lines in (look.unquoted, _other(look), (look.message.subject,)):
        found = _told_in(look, lines)
        if found:
            return found
    return _by_flufl(look)


def _told_in(look: Look, lines: tuple[str, ...]) -> tuple[Bounced, ...]:
    ours = {each.address.lower() for each in (*look.message.to, *look.message.cc)}
    not_these = frozenset({look.sender, *ours, *look.own})
    return words.recipients(lines, not_these, temporary=_is_temporary(look))


def _is_temporary(look: Look) -> bool:
    said = f"{look.subject} {_opening(look)}"
    return bool(_TEMPORARY.search(said)) and not _GIVES_UP.search(said)


def _by_flufl(look: Look) -> tuple[Bounced, ...]:
    lines = look.unquoted or _other(look)
    header = look.message.header
    late = _is_temporary(look)
    found = flufl.recipients(lines, header("from") or "", header("x-mailer") or "")
    return tuple(Bounced(each.address, each.permanent and not late) for each in found)
