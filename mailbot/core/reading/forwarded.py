"""Forwarded messages unfolded: whose words they are, of which day, and what form they fill in.

What somebody passes on ("Va lo de Migración") is a candidate, dated by the inner header and
never an answer of the one who passes it on: it is shown to them and asked.
"""

from __future__ import annotations

import email.utils
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from mailbot.core import quotation, windows
from mailbot.core.forms import read_entries
from mailbot.core.language import fold
from mailbot.core.message import parse
from mailbot.core.quotation import blocks
from mailbot.core.reading.contacts_beside import speaks_of_an_event
from mailbot.core.values import Address, Entry, Form, Forwarded, Known, Line, Message

_PREFIX = re.compile(
    r"^\s*(?:(?:re|rv|fw|fwd|tr|enc|reenv|reenviado)\s*:\s*)*(?:rv|fwd?|tr|enc|reenv|reenviado)\s*:", re.I
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_OF_ONE_OFFICE = re.compile(r"\b[Ll](?:o|os|os datos|as|a informaci[oó]n) de (?:la |el |los )?[A-ZÀ-Þ]")
_TAG = re.compile(r"\+[^@]*@")
_MOST = 5  # messages inside one
_MOST_LINES = 400  # of one of them
_DEEPEST = 3
_LONGEST_SUBJECT = 200
_LONGEST_COMMENT = 2_000
_OF_CONTACTS = re.compile(
    r"\b(?:datos|details|particulars|informacion (?:de contacto|del?)|information (?:of|on|for)|contact\w*|focal(?:es)?"
    r"|suplentes?|altern[oa]s?|alternates?|directorio|directory|enlace|liaison)\b"
)
# "Envío lo que informa mi compañera.", "Please see below the reply from our regional office.": under any subject
_PASSES_ON = re.compile(
    r"\b(?:(?:re)?envi(?:o|amos)|remit(?:o|imos)|trasladar?(?:mos|o)?|transmit(?:o|imos)|compart(?:o|imos)|adjunt(?:o|amos)"
    r"|hago llegar|hacemos llegar|va|sigue|ver|vean|sirvan?se ver|encontraran?)\b[^.;:]{0,30}?"
    r"\b(?:(?:abajo|debajo|al pie|a continuacion)|lo (?:que )?(?:me |nos )?(?:informa|envi|remit|respond|contest"
    r"|report|indic|comunic)\w*|(?:el correo|la respuesta|el mensaje|la informacion|los datos|el informe)"
    r" (?:de|del|que (?:me |nos )?(?:envia|remit|respond|mand|proporcion)\w*)\b)"
    r"|\b(?:forwarding|passing on|pass on|please (?:see|find) below|(?:see|find|given) below|from our colleagues?)\b"
)


def forwarded_in(
    message: Message, lines: Sequence[Line], forms: tuple[Form, ...], known: Known, sent: Message | None = None
) -> tuple[Forwarded, ...]:
    """Return the forwarded messages that fill in a form, outermost first.

    ``lines`` are labelled; ``sent`` is the letter they answer, whose sender we are.  Attached
    messages count, and quoted ones under a forward's marker or under any header of a message
    whose subject says that it is passed on.
    """
    comment = " ".join(line.text for line in lines if line.label in {"new", "answer"})
    found = [
        *_quoted(message, lines, forms, known, sent, comment),
        *_attached(message, forms, known, comment, _DEEPEST),
    ]
    return tuple(each for each in found[:_MOST] if each.entries)


def is_passed_on(subject: str) -> bool:
    """Tell whether a subject begins with a forward's mark: "RV: …", "Fwd: …"."""
    return _PREFIX.match(subject) is not None


def says_it_of_others_only(message: Message, text: str) -> bool:
    """Tell whether who passes something on says of one office only that nothing changed: "Lo de X sigue igual"."""
    return is_passed_on(message.subject) and _OF_ONE_OFFICE.search(text) is not None


def _quoted(
    message: Message,
    lines: Sequence[Line],
    forms: tuple[Form, ...],
    known: Known,
    sent: Message | None,
    comment: str,
) -> Iterator[Forwarded]:
    passed_on = is_passed_on(message.subject) or _PASSES_ON.search(fold(comment[:_LONGEST_COMMENT])) is not None
    own = message.sender.address.lower() if message.sender and not is_passed_on(message.subject) else ""
    # Our letter at the end of what is passed on; answers come to our address with a tag ("group+r-1@…").
    us = (*message.to, *((sent.sender,) if sent and sent.sender else ()))
    ours = known.own | {_TAG.sub("@", each.address.lower()) for each in us} | {each.address.lower() for each in us}
    for header, body in _segments(lines):
        if passed_on or _says_forward(header):
            found = _unfolded(message, header, body, forms, known, comment)
            if found.sender is None or found.sender.lower() not in {*ours, own}:
                yield found


def _segments(lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield each header block with the lines under it, down to the next one."""
    header: list[Line] = []
    body: list[Line] = []
    for line in lines:
        if line.label == "quote-header":
            if header and body:
                yield header, body
                header, body = [], []
            header.append(line)
        elif header and (body or line.text.strip()):
            body.append(line)
    if header and body:
        yield header, body


def _says_forward(header: Sequence[Line]) -> bool:
    texts = [line.text for line in header]
    marker = blocks.marker_at(texts, 0)
    return marker is not None and marker.forward


def _unfolded(
    message: Message, header: Sequence[Line], body: Sequence[Line], forms: tuple[Form, ...], known: Known, comment: str
) -> Forwarded:
    said = {
        kind: value.strip()
        for line in reversed(header)
        if (field := blocks.field_of(line.text))
        for kind, value in [field]
    }
    address = _ADDRESS.search(said.get("from", ""))
    subject = said.get("subject", "")[:_LONGEST_SUBJECT]
    when = _day(said.get("sent") or said.get("date") or "", known.today)
    depth = min((line.depth for line in body if line.text.strip()), default=0)
    inner = tuple(
        Line(line.number, line.text, max(line.depth - depth, 0), line.source, line.cells, line.marks)
        for line in body[:_MOST_LINES]
    )
    sender = Address(said.get("from", "").split("<")[0].strip(' "'), address[0]) if address else message.sender
    seen = replace(message, subject=subject, sender=sender, lines=inner, alternative=())
    entries = _entries(seen, quotation.label(inner), forms, replace(known, today=when or known.today), comment)
    return Forwarded(address[0] if address else None, when, subject, entries)


def _entries(
    seen: Message, lines: tuple[Line, ...], forms: tuple[Form, ...], known: Known, comment: str
) -> tuple[Entry, ...]:
    """What somebody else's message fills in; as an answer where its subject or the comment speaks of contacts."""
    entries = read_entries(seen, lines, forms, None, known).entries
    contact = next((each for each in forms if each.subject_of == "contact"), None)
    spoken = fold(f"{comment} {seen.subject}"[:_LONGEST_COMMENT])
    if entries or contact is None or not _OF_CONTACTS.search(spoken) or speaks_of_an_event(spoken):
        return entries
    asked = replace(seen, subject=f"[X-{contact.code}]")
    read = read_entries(asked, lines, (contact,), None, known)
    return () if read.unchanged else tuple(each for each in read.entries if _is_a_person(each, contact))


def _is_a_person(entry: Entry, form: Form) -> bool:
    """Tell whether an entry names somebody and says how to reach them."""
    told = {*entry.fields, *(each.field for each in entry.doubts)}
    kinds = {each.kind for each in form.fields if each.id in told}
    return "name" in kinds and bool(kinds & {"email", "telephone"})


def _attached(message: Message, forms: tuple[Form, ...], known: Known, comment: str, depth: int) -> Iterator[Forwarded]:
    if not depth:
        return
    for each in message.attachments[:_MOST]:
        if each.media_type != "message/rfc822":
            continue
        inner = parse(each.content)
        if inner.sender is None or inner.sender.address.lower() in known.own:
            continue
        when = inner.date.date() if inner.date else None
        lines = quotation.label(inner.lines)
        entries = _entries(inner, lines, forms, replace(known, today=when or known.today), comment)
        yield Forwarded(inner.sender.address, when, inner.subject[:_LONGEST_SUBJECT], entries)
        yield from _attached(inner, forms, known, comment, depth - 1)


def _day(said: str, today: date) -> date | None:
    """Return the day of an inner header, in any program's way of writing it."""
    try:
        return email.utils.parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        found = windows.read(said, today)
    return found[0].start if len(found) == 1 and found[0].kind == "day" else None
