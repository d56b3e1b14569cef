"""Human, machine, or our own: decided before anything is read as an answer.

The surest signs first: our own letters, reports of delivery (RFC 3464), calendars (RFC 5546),
receipts (RFC 8098), recalls, complaints (RFC 5965), headers of machines (RFC 3834), the words
of mail programs in four languages.  A person who quotes or forwards any of these stays a person.
"""

from __future__ import annotations

from mailbot.core.automatic import bounces, calendars, machines, notices, responders, tidings
from mailbot.core.automatic.look import Look
from mailbot.core.automatic.recognised import Recognised
from mailbot.core.values import Line, Message

__all__ = ["Recognised", "recognise"]

_RULES = (bounces.reported, calendars.answered, notices.receipt, notices.recall, notices.complaint, notices.delivered)
_AFTER = (
    bounces.told,
    bounces.last_resort,
    machines.by_headers,
    responders.by_words,
    tidings.told_of_a_message,
    machines.by_sender,
)


def recognise(message: Message, own: frozenset[str] = frozenset(), labelled: tuple[Line, ...] = ()) -> Recognised:
    """Say what wrote a message; never raises, in time linear in its size.

    ``own`` are our addresses in lower case; ``labelled`` the message's lines with their labels,
    where the caller has them already.
    """
    sender = message.sender.address.lower() if message.sender else ""
    if message.header("x-mailbot-letter") is not None:
        return Recognised("own", "X-Mailbot-Letter")
    if sender and sender in own:
        return Recognised("own", "From: is ours")
    look = Look(message, own, labelled)
    for rule in (*_RULES, *_AFTER):
        found = rule(look)
        if found is not None:
            return found
    return _readable(message)


def _readable(message: Message) -> Recognised:
    said = any(line.text.strip() for line in message.lines)
    if not said and not message.subject and not message.attachments:
        return Recognised("unreadable", "no text, no subject, no attachment")
    return Recognised("human", "")
