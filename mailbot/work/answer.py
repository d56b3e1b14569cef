"""What is decided about one message: set aside, answered, applied, asked or held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from mailbot.core import reading as core_reading
from mailbot.core.automatic.absence import until_at_most
from mailbot.core.letters.facts import Received
from mailbot.core.letters.subjects import base_subject
from mailbot.core.records import Group, RequestRecord
from mailbot.core.sentences import only_in_sentences, only_redirects
from mailbot.core.trust import one_author
from mailbot.core.values import Bilingual, Bounced
from mailbot.edges.store import desk, directory, intake, outbox
from mailbot.work import (
    ask,
    calendar_replies,
    commands,
    compilation,
    confirm,
    meeting_prose,
    removal,
    trust,
    undo,
    unreachable,
    vouch,
)
from mailbot.work import decide as decide_holds
from mailbot.work.approval import take_approval
from mailbot.work.entries import FreeTexts, take_entries
from mailbot.work.house import House
from mailbot.work.outcome import Case, Outcome
from mailbot.work.passed_on import take_forwarded
from mailbot.work.promised import take_promises, tell
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.said_in_sentences import take_sentences
from mailbot.work.write import facts_of_group, queue_letter, shown_form

AUTOMATIC = frozenset({"own", "auto-reply", "bounce", "calendar-reply"})


def decide(house: House, connection: Connection, group: Group, case: Case, free_texts: FreeTexts) -> Outcome:
    """Decide one message and put its letters in the outbox; the caller commits."""
    outcome, reason = _decide(house, connection, group, case, free_texts)
    return Outcome(
        outcome,
        reason,
        case.reading.kind,
        case.writer.address or None,
        case.message.message_id,
        case.writer.certainty,
    )


def _decide(house: House, connection: Connection, group: Group, case: Case, free_texts: FreeTexts) -> tuple[str, str]:
    reading = case.reading
    if case.twin is not None and case.twin[1]:
        return "set-aside", f"the same message as no. {case.twin[0]}"
    if reading.kind in AUTOMATIC:
        answered = calendar_replies.take(house, connection, group, case) if reading.kind == "calendar-reply" else None
        return answered or _automatic(house, connection, group, case)
    if not case.writer.address or not one_author(case.message):
        return _nobody_to_answer(house, connection, group, case)
    if case.twin is not None and _says_the_same(connection, case):
        return "set-aside", f"the same message as no. {case.twin[0]}, delivered again"
    if not case.writer.known:
        back = undo.of_who_left(house, connection, group, case)
        if back is not None:
            return back
        return vouch.take_stranger(house, connection, group, case)
    approved = take_approval(house, connection, group, case)
    if approved is not None:
        return approved
    decided = decide_holds.take_decisions(house, connection, group, case)
    if decided is not None:
        return decided
    if reading.commands:
        done = _commands(house, connection, group, case)
        if done is not None:
            return done
    stands = take_promises(house, connection, group, case)
    if only_in_sentences(reading.entries, "activity-status") and not stands:
        told = take_sentences(house, connection, group, case)
        if told is not None:
            return told
    if reading.entries and not only_redirects(reading.intents, reading.entries):
        outcome, reason = take_entries(house, connection, group, case, free_texts, stands.told if stands else ())
        return outcome, f"{reason}; {stands.reason}" if stands else reason
    if stands:
        return tell(house, connection, group, case, stands)
    if reading.forwarded:
        return take_forwarded(house, connection, group, case)
    return (
        meeting_prose.take(house, connection, group, case)
        or take_sentences(house, connection, group, case)
        or _note(house, connection, group, case)
    )


def _commands(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Obey a command word; None when it says nothing here and the rest decides."""
    words = case.reading.commands
    if "approve" in words or "decline" in words:
        decided = compilation.decide(house, connection, group, case)
        if decided is not None:
            return decided
    if "confirm" in words or "decline" in words:
        yes = "confirm" in words
        vouched = vouch.answer(house, connection, group, case, yes=yes)
        if vouched is not None:
            return vouched
        return confirm.take_word(house, connection, group, case, yes=yes)
    if "remove" in words:
        return removal.ask_to_confirm(house, connection, group, case)
    if "undo" in words:
        return undo.take_back(house, connection, group, case)
    letter, words_done = commands.obey(house, connection, group, case)
    if letter is None:
        return None
    if not may_answer(house, connection, group, case.writer.address):
        return "asked", f"{words_done}; enough answers today"
    facts, attachments = letter
    envelope = replace(answer_envelope(case), attachments=attachments)
    queue_letter(house, connection, group, facts, envelope)
    return "applied", words_done


def _automatic(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str]:
    reading = case.reading
    told = [f"automatic ({reading.kind}): {reading.why}"]
    for bounced in reading.bounced:
        if bounced.permanent:
            told += _returned(house, connection, group, case, bounced)
    if reading.kind == "auto-reply" and reading.away_until is not None and case.writer.address:
        told.append(_away(house, connection, group, case, reading.away_until))
    return "set-aside", "; ".join(told)


def _returned(house: House, connection: Connection, group: Group, case: Case, bounced: Bounced) -> list[str]:
    """Mark an address whose mail came back, if the report shows a letter that went there."""
    if not directory.contacts_at(connection, group.key, bounced.address):
        return []
    if not trust.reports_our_letter(connection, group, case.message, bounced.address):
        return [f"{bounced.address} not marked: the report shows no letter of ours to it"]
    status = bounced.status or "bounced"
    directory.mark_bounced(connection, group.key, bounced.address, house.now(), status)
    outbox.mark_letters_bounced(connection, group.key, bounced.address, status)
    unreached = unreachable.hold_if_last(house, connection, group, case, bounced.address)
    return [f"no focal point of the State can be reached (hold {number})" for number in unreached]


def _away(house: House, connection: Connection, group: Group, case: Case, until: date) -> str:
    """Hold reminders for who is away, if the message answers a letter of ours, and not for ever."""
    if not (case.gathered.ours or case.gathered.proof.signed):
        return f"away until {until}, not counted: it answers no letter of ours to that address"
    counted = until_at_most(until, house.today(group))
    desk.note_absence(connection, group.key, case.writer.address, counted)
    return f"away until {until}" + ("" if counted == until else f", counted until {counted}")


def _says_the_same(connection: Connection, case: Case) -> bool:
    """Tell whether a message with a known Message-ID says what its twin said."""
    assert case.twin is not None
    earlier = intake.message_row(connection, case.twin[0]).reading or {}
    mine = core_reading.as_json(case.reading)
    return all(earlier.get(key) == mine.get(key) for key in ("text", "entries", "commands"))


def _nobody_to_answer(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str]:
    subject, several = case.message.subject[:80], len(case.message.authors) > 1
    es, en = ("con varios remitentes", "with several senders") if several else ("sin remitente", "without a sender")
    what = Bilingual(f"Mensaje {es}: «{subject}».", f"Message {en}: “{subject}”.")
    number = open_hold(house, connection, group, case, "note", what)
    if several:
        return "held", f"From: names several authors, none of them answered (hold {number})"
    return "held", f"no From: address to answer (hold {number})"


def _note(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str]:
    contact, reading = case.writer.contact, case.reading
    assert contact is not None
    if "opt-out" in reading.intents and not reading.forwarded:
        return removal.ask_to_confirm(house, connection, group, case)
    subject = base_subject(case.message.subject)[:100]
    only_thanks = "acknowledgement" in reading.intents and set(reading.intents) <= {"acknowledgement", "promise"}
    if only_thanks:
        why = Bilingual(
            "Tomamos nota de su mensaje; la solicitud sigue abierta.",
            "We have taken note of your message; the request remains open.",
        )
        result = "asked", "acknowledgement only; the request stays open"
    elif reading.kind == "unreadable":
        why = Bilingual("No encontramos texto en su mensaje.", "We found no text in your message.")
        result = "asked", "nothing readable in the message"
    else:
        what = Bilingual(
            f"{contact.name} ({contact.participant.name.es}) escribe: «{subject}».",
            f"{contact.name} ({contact.participant.name.en}) writes: “{subject}”.",
        )
        number = open_hold(house, connection, group, case, "note", what)
        why = Bilingual(
            "No encontramos datos de un formulario en su mensaje; lo pasamos a la Presidencia.",
            "We found no form data in your message; we have passed it to the Presidency.",
        )
        result = "held", f"text without a form (hold {number})"
    if not may_answer(house, connection, group, case.writer.address):
        return result[0], result[1] + "; enough answers today"
    request = case.writer.request if not case.writer.foreign_request else None
    form = _open_form(house, connection, group, request, case)
    letter = Received(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        why,
        reading.text[:300],
        form,
    )
    queue_letter(house, connection, group, letter, answer_envelope(case, request))
    return result


def _open_form(
    house: House,
    connection: Connection,
    group: Group,
    request: RequestRecord | None,
    case: Case,
) -> Any:
    if request is None or request.state != "asked":
        return None
    form = house.form(request.form)
    activity = ask.activity_of(connection, group, request.about)
    values = ask.known_values(form, case.writer.contact, activity, {})
    return shown_form(form, values, request.code)
