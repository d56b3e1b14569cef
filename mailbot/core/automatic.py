"""Human, machine, or our own: decided before anything is read as an answer.

Order: own, bounce (RFC 3464), calendar reply (RFC 6047), automatic (RFC 3834), human.
"""

from __future__ import annotations

import datetime as dt
import email
import re
from dataclasses import dataclass

from mailbot.core.language import fold
from mailbot.core.values import Bounced, Message


@dataclass(frozen=True, slots=True)
class Recognised:
    """What wrote a message, and which rule says so.

    ``kind``: human, own, auto-reply, bounce, calendar-reply, unreadable.  ``away_until``
    is the last day of an absence, from an out-of-office.
    """

    kind: str
    why: str
    bounced: tuple[Bounced, ...] = ()
    away_until: dt.date | None = None


_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}")
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_DAEMONS = re.compile(r"^(mailer-daemon|postmaster|mail-daemon|mdaemon|maildaemon|mail\.daemon|bounces?)([+.-].*)?@")
_BOUNCE_SUBJECT = (
    "undeliver",
    "delivery status notification",
    "delivery failure",
    "delivery failed",
    "failure notice",
    "mail delivery failed",
    "returned mail",
    "mail system error",
    "no se pudo entregar",
    "no se ha podido entregar",
    "no se puede entregar",
    "devuelto",
    "no entregado",
    "error de entrega",
    "fallo en la entrega",
)
_AUTO_SUBJECT = re.compile(
    r"^(\s*(re|rv|fw|fwd)\s*:\s*)*(respuesta automatica|automatic reply|auto(matic)?[- ]?response"
    r"|autoreply|auto[- ]?reply|fuera de (la )?oficina|ausente de la oficina"
    r"|ausencia temporal|out of (the )?office|respuesta de ausencia)\b"
)
_RECALL = re.compile(r"^(recuperar|recall|wants to recall|retirar)\s*:")
_FAILED_WORDS = (
    "no se pudo entregar",
    "no se ha podido entregar",
    "could not be delivered",
    "couldn't be delivered",
    "wasn't delivered",
    "was not delivered",
    "delivery has failed",
    "delivery to the following",
    "permanent fatal errors",
    "no existe",
    "user unknown",
    "buzon lleno",
    "buzon esta lleno",
    "mailbox full",
    "mailbox is full",
    "does not exist",
    "address not found",
    "direccion no encontrada",
)
_TEMPORARY = ("delayed", "se ha retrasado", "demora", "still trying", "will retry")


def recognise(message: Message, own: frozenset[str] = frozenset()) -> Recognised:
    """Say what wrote a message.

    ``own`` are our addresses in lower case.  X-Auto-Response-Suppress is a request to
    responders and proves nothing; gateways of ministries add it to people's mail.
    """
    sender = message.sender.address.lower() if message.sender else ""
    if message.header("x-mailbot-letter") is not None:
        return Recognised("own", "X-Mailbot-Letter")
    if sender and sender in own:
        return Recognised("own", "From: is ours")
    bounce = _bounce(message, sender)
    if bounce is not None:
        return bounce
    calendar = _calendar(message)
    if calendar is not None:
        return calendar
    return _automatic(message, sender) or _readable(message)


def _readable(message: Message) -> Recognised:
    said = any(line.text.strip() for line in message.lines)
    if not said and not message.subject and not message.attachments:
        return Recognised("unreadable", "no text, no subject, no attachment")
    return Recognised("human", "")


# --- Bounces ---------------------------------------------------------------------------------


def _bounce(message: Message, sender: str) -> Recognised | None:
    reports = [a for a in message.attachments if a.media_type == "message/delivery-status"]
    if reports:
        found = _failed_recipients(reports[0].content)
        return Recognised("bounce", "message/delivery-status (RFC 3464)", found)
    failed = message.header("x-failed-recipients")
    if failed:
        addresses = _ADDRESS.findall(failed)
        return Recognised("bounce", "X-Failed-Recipients", tuple(_hard(a) for a in addresses))
    subject = fold(message.subject)
    daemon = bool(_DAEMONS.match(sender)) or fold(_null_sender(message)) == "<>"
    if daemon and any(word in subject for word in _BOUNCE_SUBJECT):
        return Recognised("bounce", "mail daemon with a failure subject", _told(message))
    text = fold("\n".join(line.text for line in message.lines[:60]))
    if daemon and any(word in text for word in _FAILED_WORDS):
        return Recognised("bounce", "mail daemon with words of failure", _told(message))
    if daemon and _DAEMONS.match(sender):
        return Recognised("auto-reply", "From: a mail daemon")
    return None


def _null_sender(message: Message) -> str:
    return message.header("return-path") or ""


def _hard(address: str, status: str | None = None) -> Bounced:
    return Bounced(address.lower(), permanent=True, status=status)


def _failed_recipients(content: bytes) -> tuple[Bounced, ...]:
    """Return the failed recipients of a delivery-status part (RFC 3464 section 2.3)."""
    found = []
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    for block in re.split(r"\n\s*\n", text):
        fields = email.message_from_string(block.strip() + "\n\n")
        named = fields.get("final-recipient") or fields.get("original-recipient")
        match = _ADDRESS.search(str(named or ""))
        action = fold(str(fields.get("action", "")))
        if match is None or action in {"delivered", "relayed", "expanded"}:
            continue
        status = _STATUS.search(str(fields.get("status", "")))
        code = status[0] if status else None
        permanent = action == "failed" and not (code or "5").startswith("4")
        found.append(Bounced(match[0].lower(), permanent, code))
    return tuple(dict.fromkeys(found))


def _told(message: Message) -> tuple[Bounced, ...]:
    """Return the recipients a bounce in plain words names, before the returned message."""
    found: dict[str, Bounced] = {}
    whole = fold("\n".join(line.text for line in message.lines[:80]))
    temporary = any(word in whole for word in _TEMPORARY)
    sender = message.sender.address.lower() if message.sender else ""
    ours = {each.address.lower() for each in message.to}
    for line in message.lines[:80]:
        if fold(line.text).startswith(("--- below", "------ this is a copy", "received:")):
            break
        status = _STATUS.search(line.text)
        for address in _ADDRESS.findall(line.text):
            bare = address.lower().strip(".")
            if bare != sender and bare not in ours and not _DAEMONS.match(bare):
                code = status[0] if status else None
                found.setdefault(bare, Bounced(bare, not temporary, code))
    return tuple(found.values())


# --- Calendar and automatic replies ------------------------------------------------------------


def _calendar(message: Message) -> Recognised | None:
    for part in message.attachments:
        if part.media_type == "text/calendar" and b"METHOD:REPLY" in part.content.upper():
            return Recognised("calendar-reply", "text/calendar with METHOD:REPLY (RFC 6047)")
    return None


def _automatic(message: Message, sender: str) -> Recognised | None:
    why = _automatic_sign(message, sender)
    if why is None:
        return None
    return Recognised("auto-reply", why, away_until=_away_until(message))


def _automatic_sign(message: Message, sender: str) -> str | None:
    submitted = fold(message.header("auto-submitted") or "").split(";")[0].strip()
    if submitted and submitted != "no":
        return f"Auto-Submitted: {submitted} (RFC 3834)"
    for name in ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply"):
        if message.header(name):
            return name
    precedence = fold(message.header("precedence") or "")
    if precedence in {"auto_reply", "bulk", "junk"}:
        return f"Precedence: {precedence}"
    if message.header("list-id") or precedence == "list":
        return "from a mailing list"
    report = message.content_type == "multipart/report"
    kinds = {each.media_type for each in message.attachments}
    if report or "message/disposition-notification" in kinds:
        return "a report (RFC 6522, RFC 8098 or RFC 5965)"
    subject = fold(message.subject)
    if _AUTO_SUBJECT.match(subject):
        return "the subject of an automatic reply"
    if _RECALL.match(subject):
        return "a recall"
    if re.match(r"^(no-?reply|do-?not-?reply|noresponder|no-responder)@", sender):
        return "a no-reply address"
    return None


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero january jan ene",
            "febrero february feb",
            "marzo march mar",
            "abril april apr abr",
            "mayo may",
            "junio june jun",
            "julio july jul",
            "agosto august aug ago",
            "septiembre setiembre september sep sept",
            "octubre october oct",
            "noviembre november nov",
            "diciembre december dec dic",
        ),
        1,
    )
    for name in names.split()
}
_DAY_MONTH = re.compile(r"\b(\d{1,2})\s*(?:de\s+|of\s+)?([a-z]{3,10})\.?(?:\s*(?:de|del|,)?\s*(\d{4}))?")
_MONTH_DAY = re.compile(r"\b([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_RETURN = re.compile(r"\b(regres\w*|retorn\w*|vuelv\w*|return\w*|back)\b")


def _away_until(message: Message) -> dt.date | None:
    """Return the last day of absence an out-of-office names: the latest date in its words.

    "I return on the 10th" means away until the 9th.
    """
    text = fold("\n".join(line.text for line in message.lines[:40] if not line.depth))
    base = message.date.date() if message.date else None
    if base is None:
        return None
    dated = [d for d in _dates(text, base) if base <= d <= base + dt.timedelta(days=366)]
    if not dated:
        return None
    last = max(dated)
    until = re.search(r"\b(hasta|al|until|through|to|till)\b", text)
    returns = _RETURN.search(text)
    return last - dt.timedelta(days=1) if returns and not until else last


def _dates(text: str, base: dt.date) -> list[dt.date]:
    found = [_day(m[3], _MONTHS.get(m[2]), m[1], base) for m in _DAY_MONTH.finditer(text)]
    found += [_day(m[3], _MONTHS.get(m[1]), m[2], base) for m in _MONTH_DAY.finditer(text)]
    # Day first, as every country of the group but the United States writes.
    found += [_day(m[3], int(m[2]), m[1], base) for m in _NUMERIC.finditer(text)]
    return [each for each in found if each is not None]


def _day(year: str | None, month: int | None, day: str, base: dt.date) -> dt.date | None:
    if month is None:
        return None
    for candidate in (int(year),) if year else (base.year, base.year + 1):
        try:
            found = dt.date(candidate, month, int(day))
        except ValueError:
            continue
        if year or found >= base:
            return found
    return None
