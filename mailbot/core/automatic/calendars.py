"""Mail that calendars write to one another: RFC 5546 methods, in a part or an attached .ics."""

from __future__ import annotations

import re

from mailbot.core.automatic.look import Look
from mailbot.core.automatic.recognised import Recognised
from mailbot.core.language import fold
from mailbot.core.values import Attachment

_KINDS = frozenset({"text/calendar", "application/ics", "application/x-ics", "application/calendar"})
_METHOD = re.compile(rb"^METHOD\s*(?:;[^:\r\n]{0,100})?:[ \t]*([A-Za-z]{1,20})", re.MULTILINE | re.IGNORECASE)
_BEGIN = re.compile(rb"\A\s*(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)
_ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
_ORDERS = frozenset({"REQUEST", "CANCEL", "ADD"})
_RESPONSE_SUBJECT = re.compile(
    r"^(aceptad[oa]|accepted|acepte|accepte|aceite|aceito|tentative|tentatively accepted|provisional"
    r"|aceptad[oa] provisionalmente|provisoire"
    r"|declined|rechazad[oa]|refuse|recusad[oa]|cancel(l?ed|ad[oa]|ed event)|cancelled event"
    r"|new time proposed|nueva hora propuesta|propuesta de (un )?nuev[ao] (hora|horario|fecha)"
    r"|invitation|invitacion|updated invitation|invitacion actualizada|convite"
    r"|meeting forward notification|notificacion de reenvio de reunion)( ?\([^)]{1,40}\))?\s*:"
)
# What a calendar writes where its part was lost on the way, on the first line and by itself.
_ANSWERED = re.compile(
    r"[^.:,?!]{2,80} (?:(?:has|have) (?:tentatively )?(?:accepted|declined|replied \W?maybe\W? to)|(?:ha"
    r"|han) (?:aceptado|rechazado|respondido \W?quizas?\W? a)(?: provisionalmente)?) (?:this|your|esta|su"
    r"|la) (?:invitation|invitacion)(?: to this event)?\W*"
)
_HEAD = 200_000


def answered(look: Look) -> Recognised | None:
    """An answer, an invitation or a cancellation that a calendar made.

    METHOD:REPLY and its like need nothing else.  An invitation as an attached file under
    somebody's own words is their mail, and so is METHOD:PUBLISH, a calendar to look at.
    """
    if look.forwarded and look.words:
        return None
    calendars = [part for part in look.message.attachments if _is_calendar(part)]
    methods = {_method(part) for part in calendars}
    if methods & _ANSWERS and not _written_over(look):
        return _found(methods & _ANSWERS)
    if methods & _ORDERS and (_is_body(look, calendars) or not look.words):
        return _found(methods & _ORDERS)
    return _without_calendar(look)


def _found(methods: set[str]) -> Recognised:
    return Recognised("calendar-reply", f"a calendar with METHOD:{min(methods)} (RFC 5546, RFC 6047)")


def _is_calendar(part: Attachment) -> bool:
    named = part.name.lower().endswith((".ics", ".ical", ".vcs"))
    return part.media_type in _KINDS or named or bool(_BEGIN.match(part.content[:100]))


def _method(part: Attachment) -> str:
    match = _METHOD.search(part.content[:_HEAD].replace(b"\r\n ", b"").replace(b"\n ", b"").replace(b"\r", b"\n"))
    return match[1].decode("ascii").upper() if match else ""


def _is_body(look: Look, calendars: list[Attachment]) -> bool:
    """The calendar is the mail itself: alone, an alternative of the text, or without a name."""
    kind = look.message.content_type
    unnamed = any(part.name == "part" and part.media_type == "text/calendar" for part in calendars)
    return kind in {"multipart/alternative", "text/calendar"} or unnamed or len(calendars) > 1


def _written_over(look: Look) -> bool:
    """Somebody wrote a letter and attached a calendar's answer to show it."""
    return (
        look.message.content_type == "multipart/mixed" and look.personal and not _RESPONSE_SUBJECT.match(look.subject)
    )


def _without_calendar(look: Look) -> Recognised | None:
    """Exchange's own format hides the calendar (TNEF): its class or its subject over no words."""
    content_class = (look.message.header("content-class") or "").lower()
    if "calendarmessage" in content_class and not look.words:
        return Recognised("calendar-reply", "Content-Class: calendarmessage")
    if _RESPONSE_SUBJECT.match(look.subject) and not look.prefixed and not look.words:
        tnef = look.kinds & {"application/ms-tnef", "application/vnd.ms-tnef"}
        return Recognised("calendar-reply", "the subject of a calendar's answer over TNEF") if tnef else None
    if _RESPONSE_SUBJECT.match(look.subject) and not look.prefixed and _says_so(look):
        return Recognised("calendar-reply", "the subject and the words of a calendar's answer")
    return None


def _says_so(look: Look) -> bool:
    """Tell whether the first line is a calendar's: "Carol Testerman has accepted this invitation."."""
    first = next((fold(each.text) for each in look.message.lines if each.text.strip()), "")
    return _ANSWERED.fullmatch(first) is not None
