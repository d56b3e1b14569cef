"""Letters put in the outbox: rendered once, with fixed bytes and Message-ID."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.codes import REPLY, letter_id, reply_address
from mailbot.core.fields import show
from mailbot.core.letters.compose import compose
from mailbot.core.letters.facts import Facts, FormShown, GroupFacts, Person
from mailbot.core.records import Contact, Group, RequestRecord
from mailbot.core.values import Attachment, Bilingual, Form, Problem
from mailbot.edges.store import directory, outbox
from mailbot.work.house import House, group_facts
from mailbot.work.outcome import Answered


@dataclass(frozen=True, slots=True)
class Envelope:
    """To whom and why a letter goes; unique per (purpose, address, period)."""

    address: str
    name: str
    language: str
    purpose: str
    period: str
    contact: Contact | None = None
    request: RequestRecord | None = None
    answers: Answered | None = None
    expires_at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    rows: tuple[dict[str, object], ...] | None = None  # what the letter's numbered rows mean
    pictures: tuple[Attachment, ...] = ()  # shown in the HTML half by ``cid:`` and name
    token_for: str = REPLY  # what the reply address may be used for


def facts_of_group(connection: Connection, group: Group) -> GroupFacts:
    """Return the group as letters show it, with the presidency's name."""
    chair = directory.participant_by_code(connection, group.key, group.presidency)
    name = chair.name if chair else Bilingual(group.presidency, group.presidency)
    return group_facts(group, name)


def person(contact: Contact) -> Person:
    """Return a contact as a letter addresses it."""
    return Person(
        contact.email[0] if contact.email else "",
        contact.name,
        contact.title,
        contact.participant.name,
    )


def compose_letter(house: House, group: Group, facts: Facts, envelope: Envelope, now: datetime) -> outbox.Outgoing:
    """Render a letter and fix its bytes and Message-ID (RFC 5322 section 3.6.4)."""
    rendered = house.pages.render(facts, envelope.language)
    domain = group.address.partition("@")[2]
    message_id = letter_id(group.key, domain, envelope.address, house.draw(80), house.key)
    answered = envelope.answers.message_id if envelope.answers is not None else None
    reply_to = None
    if envelope.request is not None and group.sub_addressing:
        code, today = envelope.request.code, now.astimezone(ZoneInfo(group.timezone)).date()
        reply_to = reply_address(group.address, code, envelope.address, house.key, today, envelope.token_for)
    raw = compose(
        rendered,
        message_id=message_id,
        from_address=group.address,
        from_name=group.name.get(envelope.language),
        to=envelope.address,
        to_name=envelope.name,
        date=now,
        kind=facts.KIND,
        is_answer=envelope.answers is not None,
        in_reply_to=answered,
        reply_to=reply_to,
        attachments=envelope.attachments,
        pictures=envelope.pictures,
    )
    return outbox.Outgoing(
        purpose=envelope.purpose,
        recipient=envelope.address,
        period=envelope.period,
        kind=facts.KIND,
        message_id=message_id,
        subject=rendered.subject,
        raw=raw,
        expires_at=envelope.expires_at,
        contact_id=envelope.contact.id if envelope.contact else None,
        participant_id=envelope.contact.participant.id if envelope.contact else None,
        request_id=envelope.request.id if envelope.request else None,
        answers_message_id=envelope.answers.id if envelope.answers is not None else None,
        rows=envelope.rows,
    )


def queue_letter(house: House, connection: Connection, group: Group, facts: Facts, envelope: Envelope) -> int | None:
    """Render a letter and put it in the outbox; None when it was said before."""
    now = house.now()
    letter = compose_letter(house, group, facts, envelope, now)
    return outbox.queue(connection, group.key, letter, now)


def shown_form(
    form: Form,
    values: Mapping[str, object],
    code: str,
    problems: tuple[Problem, ...] = (),
) -> FormShown:
    """Return a form with canonical values turned into what people read."""
    shown = {}
    for field in form.fields:
        value = values.get(field.id)
        if value not in (None, "", []):
            shown[field.id] = show(field, value)
    return FormShown(form, shown, code, problems)


def end_of_due(request: RequestRecord, zone: ZoneInfo) -> datetime | None:
    """Return the end of the due day in the group's zone, or None without a due date."""
    if request.due is None:
        return None
    return datetime.combine(request.due + timedelta(days=1), time(), tzinfo=zone)
