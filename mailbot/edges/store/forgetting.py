"""A person's data taken out of every table; counts, outcomes and who-changed-what-when stay."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, or_, select, update

from mailbot.core.records import Contact
from mailbot.edges.store import tables as t

FORGOTTEN = "forgotten"
KEPT = frozenset({"active", "confirmed_on", "role", "language"})  # say nothing of the person
_CLOSED = ("sent", "never", "expired", "bounced")


@dataclass(frozen=True, slots=True)
class Words:
    """What names the person: replaced wherever it occurs, in any case."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, people: Iterable[Contact], address: str) -> Words:
        """Return the names, addresses and telephones of these contacts."""
        found = {address}
        for each in people:
            found |= {each.name, *each.email, *each.phone, *each.mobile, *each.fax}
        longest_first = sorted((each for each in found if len(each) > 3), key=len, reverse=True)
        return cls(re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE))

    def scrubbed(self, value: Any) -> Any:
        """Return a value of a JSON column without the person."""
        if isinstance(value, str):
            return self.pattern.sub(FORGOTTEN, value)
        if isinstance(value, list):
            return [self.scrubbed(each) for each in value]
        if isinstance(value, dict):
            return {self.pattern.sub(FORGOTTEN, key): self.scrubbed(each) for key, each in value.items()}
        return value

    def names(self, value: Any) -> bool:
        """Tell whether a value speaks of the person."""
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return bool(self.pattern.search(text))


def forget(
    connection: Connection, group: str, people: Iterable[Contact], address: str, text_of: Callable[[bytes], str]
) -> dict[str, int]:
    """Take a person out of a group's tables; returns how many rows of each were touched.

    ``text_of`` says what a letter's bytes say.  Letters that still wait for somebody else stay
    as they are and are counted as ``waiting``.
    """
    people = tuple(people)
    words = Words.of(people, address)
    mine = frozenset({address.lower(), *(mail.lower() for each in people for mail in each.email)})
    ids = tuple(each.id for each in people)
    touched = _messages(connection, group, words, mine, ids)
    counts = {"messages": len(touched)}
    _said_in(connection, touched)
    counts |= _letters(connection, group, words, mine, ids, text_of)
    counts["editions"] = _editions(connection, group, words, people)
    counts["history"] = _history(connection, group, words, mine, ids)
    _attendees(connection, group, words)
    for table, columns in _TEXTS:
        counts[table.name] = counts.get(table.name, 0) + _columns(connection, group, table, columns, words)
    gone = delete(t.absences).where(t.absences.c.group_key == group, t.absences.c.address.in_(mine))
    counts["absences"] = connection.execute(gone).rowcount
    connection.execute(delete(t.translations).where(t.translations.c.id.in_(_translated(connection, words))))
    counts["contacts"] = _contacts(connection, ids)
    return counts


_TEXTS: tuple[tuple[Table, tuple[Column[Any], ...]], ...] = (
    (t.holds, (t.holds.c.sender, t.holds.c.what_es, t.holds.c.what_en, t.holds.c.proposal, t.holds.c.decided_by)),
    (t.holds, (t.holds.c.asked_of, t.holds.c.reason)),
    (t.answers, (t.answers.c.fields, t.answers.c.entered_by)),
    (t.letters, (t.letters.c.words,)),
    (t.messages, (t.messages.c.trust,)),
    (t.invitations, (t.invitations.c.address,)),
    (t.attendees, (t.attendees.c.email, t.attendees.c.reason)),
    (t.reports, (t.reports.c.facts, t.reports.c.decided_by)),
    (t.statuses, (t.statuses.c.fields,)),
    (t.reminders, (t.reminders.c.recipient,)),
    (t.pending_changes, (t.pending_changes.c.value, t.pending_changes.c.who)),
    (t.proposals, (t.proposals.c.rows, t.proposals.c.decided_by)),
    (t.form_records, (t.form_records.c.fields, t.form_records.c.key)),
)


def _columns(connection: Connection, group: str, table: Table, columns: Iterable[Column[Any]], words: Words) -> int:
    """Replace the person's words in columns of text or JSON."""
    columns, touched = tuple(columns), 0
    for row in connection.execute(select(table.c.id, *columns).where(table.c.group_key == group)).all():
        held = {column.name: getattr(row, column.name) for column in columns}
        clean = {name: words.scrubbed(value) for name, value in held.items()}
        if clean != held:
            connection.execute(update(table).where(table.c.id == row.id).values(**clean))
            touched += 1
    return touched


def _contacts(connection: Connection, ids: Iterable[int]) -> int:
    values: dict[str, Any] = dict.fromkeys(("title", "position", "institution", "unit", "address"), "")
    values |= {"name": FORGOTTEN, "phone": [], "mobile": [], "fax": [], "withheld": [], "active": False}
    ids = tuple(ids)
    connection.execute(delete(t.addresses).where(t.addresses.c.contact_id.in_(ids)))
    connection.execute(
        update(t.pending_changes)
        .where(t.pending_changes.c.contact_id.in_(ids), t.pending_changes.c.state == "waiting")
        .values(state="superseded", value=None)
    )
    return int(connection.execute(update(t.contacts).where(t.contacts.c.id.in_(ids)).values(**values)).rowcount)


def _messages(
    connection: Connection, group: str, words: Words, mine: frozenset[str], ids: tuple[int, ...]
) -> list[int]:
    """Empty what the person wrote, and every message in whose reading they are named; returns which."""
    changed = select(t.history.c.message_id).where(t.history.c.subject == "contact", t.history.c.subject_id.in_(ids))
    about = {row.message_id for row in connection.execute(changed)}
    touched = []
    columns = (t.messages.c.id, t.messages.c.sender, t.messages.c.contact_id, t.messages.c.reading)
    texts = (t.messages.c.subject, t.messages.c.reason)
    for row in connection.execute(select(*columns, *texts).where(t.messages.c.group_key == group)).all():
        own = (row.sender or "").lower() in mine or row.contact_id in ids
        if not own and row.id not in about and not words.names([row.reading, row.subject, row.reason, row.sender]):
            continue
        values: dict[str, Any] = {"raw": b"", "reading": None, "reason": words.scrubbed(row.reason)}
        values |= {"sender": FORGOTTEN if own else words.scrubbed(row.sender)}
        values |= {"subject": "" if own else words.scrubbed(row.subject)}
        connection.execute(update(t.messages).where(t.messages.c.id == row.id).values(**values))
        touched.append(row.id)
    return touched


def _said_in(connection: Connection, message_ids: list[int]) -> None:
    """Empty the contact data that such messages said; that they answered stays."""
    of_contacts = (t.answers.c.form == "contact-update", t.answers.c.message_id.in_(message_ids))
    connection.execute(update(t.answers).where(*of_contacts).values(fields={}))
    connection.execute(update(t.holds).where(t.holds.c.message_id.in_(message_ids)).values(proposal=None))


def _letters(
    connection: Connection,
    group: str,
    words: Words,
    mine: frozenset[str],
    ids: tuple[int, ...],
    text_of: Callable[[bytes], str],
) -> dict[str, int]:
    """Empty letters to the person and those that speak of them; every list sent, since its attachment does."""
    touched = waiting = 0
    columns = (t.letters.c.id, t.letters.c.recipient, t.letters.c.kind, t.letters.c.state, t.letters.c.raw)
    rows = connection.execute(select(*columns).where(t.letters.c.group_key == group)).all()
    first = min((row.id for row in rows if row.recipient in mine), default=0)
    alias = f"{FORGOTTEN}-{min(ids)}" if ids else f"{FORGOTTEN}-letter-{first}"
    _outsides(connection, group, words, alias)
    for row in rows:
        own = row.recipient in mine
        named = bool(row.raw) and (row.kind == "contact-list" or words.names(text_of(row.raw)))
        if own:
            state = row.state if row.state in _CLOSED else "never"
            values = {
                "recipient": f"{alias}-{sorted(mine).index(row.recipient)}",
                "raw": b"",
                "subject": "",
                "words": "",
            }
            connection.execute(update(t.letters).where(t.letters.c.id == row.id).values(state=state, **values))
        elif named and row.state in _CLOSED:
            connection.execute(update(t.letters).where(t.letters.c.id == row.id).values(raw=b""))
        elif named:
            waiting += 1
            continue
        touched += own or named
    return {"letters": touched, "waiting": waiting}


def _outsides(connection: Connection, group: str, words: Words, alias: str) -> None:
    """Take the person out of subjects and of what letters were for ("vouch:ADDRESS"), each still unlike every other."""
    columns = (t.letters.c.id, t.letters.c.purpose, t.letters.c.subject)
    for row in connection.execute(select(*columns).where(t.letters.c.group_key == group)).all():
        if words.names([row.purpose, row.subject]):
            said = {"purpose": words.pattern.sub(alias, row.purpose)[:120], "subject": words.scrubbed(row.subject)}
            connection.execute(update(t.letters).where(t.letters.c.id == row.id).values(**said))


def _attendees(connection: Connection, group: str, words: Words) -> None:
    """Blank the person on lists of participants; that somebody came stays."""
    table = t.attendees
    for row in connection.execute(select(table).where(table.c.group_key == group)).all():
        if words.names([row.name, row.email]):
            gone = {"name": FORGOTTEN, "position": "", "institution": ""}
            connection.execute(update(table).where(table.c.id == row.id).values(**gone))


def _editions(connection: Connection, group: str, words: Words, people: Iterable[Contact]) -> int:
    """Blank the person's row in each edition; the row stays, so that the count does."""
    touched = 0
    named = {(each.participant.name.es, each.name) for each in people}
    for edition in connection.execute(select(t.editions).where(t.editions.c.group_key == group)).all():
        rows = [_blank(row) if (row["participant"]["es"], row["name"]) in named else words.scrubbed(row)
                for row in edition.rows]  # fmt: skip
        if rows != edition.rows:
            connection.execute(update(t.editions).where(t.editions.c.id == edition.id).values(rows=rows))
            touched += 1
    return touched


def _blank(row: dict[str, Any]) -> dict[str, Any]:
    empty = {key: [] if isinstance(value, list) else "" for key, value in row.items()}
    return {**empty, "participant": row["participant"], "role": row["role"], "name": FORGOTTEN}


def _history(connection: Connection, group: str, words: Words, mine: frozenset[str], ids: tuple[int, ...]) -> int:
    """Keep when which field changed; what it was and became goes."""
    touched = 0
    table = t.history
    for row in connection.execute(select(table).where(table.c.group_key == group)).all():
        about = row.subject == "contact" and row.subject_id in ids and row.field not in KEPT
        values = {
            "who": FORGOTTEN if row.who.lower() in mine else row.who,
            "decided_by": FORGOTTEN if (row.decided_by or "").lower() in mine else row.decided_by,
            "before": _gone(row.before) if about else words.scrubbed(row.before),
            "after": _gone(row.after) if about else words.scrubbed(row.after),
        }
        if values != {name: getattr(row, name) for name in values}:
            connection.execute(update(table).where(table.c.id == row.id).values(**values))
            touched += 1
    return touched


def _gone(value: Any) -> Any:
    return FORGOTTEN if value not in (None, "", []) else value


def _translated(connection: Connection, words: Words) -> list[int]:
    rows = connection.execute(select(t.translations.c.id, t.translations.c.text, t.translations.c.translation))
    return [row.id for row in rows if words.names([row.text, row.translation])]


def contacts_ever(connection: Connection, group: str, address: str) -> tuple[int, ...]:
    """Return the ids of all contacts, on the list or no longer, that hold or held an address."""
    held = connection.execute(
        select(t.addresses.c.contact_id).where(
            t.addresses.c.group_key == group, or_(t.addresses.c.address == address.lower())
        )
    )
    return tuple(dict.fromkeys(row.contact_id for row in held))
