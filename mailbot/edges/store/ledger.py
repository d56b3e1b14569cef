"""Requests, answers, programme, history, holds, editions: rows into values and back.

One file past 400 lines on purpose: requests, answers, statuses and history are written together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from mailbot.core.records import (
    Activity,
    HistoryLine,
    Participant,
    RequestRecord,
    Status,
)
from mailbot.core.values import Bilingual
from mailbot.edges.store.tables import (
    activities,
    answers,
    history,
    participants,
    requests,
    statuses,
)


def _request(row: Any) -> RequestRecord:
    participant = Participant(row.participant_id, row.p_code, row.p_kind, Bilingual(row.p_es, row.p_en), row.p_language)
    return RequestRecord(
        row.id,
        row.form,
        participant,
        row.contact_id,
        row.about,
        row.round,
        row.code,
        row.due,
        row.asked_at,
        row.answered_at,
        row.state,
        row.working_until,
        row.extension,
    )


def requests_where(connection: Connection, group: str, *conditions: Any) -> tuple[RequestRecord, ...]:
    """Return requests of a group in order of asking."""
    rows = connection.execute(
        select(
            requests,
            participants.c.code.label("p_code"),
            participants.c.kind.label("p_kind"),
            participants.c.name_es.label("p_es"),
            participants.c.name_en.label("p_en"),
            participants.c.language.label("p_language"),
        )
        .join(participants, participants.c.id == requests.c.participant_id)
        .where(requests.c.group_key == group, *conditions)
        .order_by(requests.c.id)
    )
    return tuple(_request(row) for row in rows)


def open_requests(connection: Connection, group: str) -> tuple[RequestRecord, ...]:
    """Return requests that are asked or answered, not closed."""
    return requests_where(connection, group, requests.c.state != "closed")


def request_by_code(connection: Connection, group: str, code: str) -> RequestRecord | None:
    """Return the request with exactly this code, or None."""
    found = requests_where(connection, group, requests.c.code == code.upper())
    return found[0] if found else None


def request_by_id(connection: Connection, group: str, request_id: int) -> RequestRecord | None:
    """Return a request of this group, or None."""
    found = requests_where(connection, group, requests.c.id == request_id)
    return found[0] if found else None


def asked_of(connection: Connection, group: str, participant_id: int) -> tuple[RequestRecord, ...]:
    """Return the requests to a participant that wait for an answer."""
    return requests_where(connection, group, requests.c.participant_id == participant_id, requests.c.state == "asked")


def open_codes(connection: Connection, group: str) -> tuple[str, ...]:
    """Return the codes of requests that are not closed."""
    rows = connection.execute(
        select(requests.c.code).where(requests.c.group_key == group, requests.c.state != "closed")
    )
    return tuple(row.code for row in rows)


def add_request(
    connection: Connection,
    group: str,
    *,
    form: str,
    participant: Participant,
    contact_id: int | None,
    about: str | None,
    round_name: str,
    code: str,
    due: date | None,
    now: datetime,
) -> RequestRecord:
    """Enter a request that is put to a participant."""
    key = connection.execute(
        insert(requests).values(
            group_key=group,
            form=form,
            participant_id=participant.id,
            contact_id=contact_id,
            about=about,
            round=round_name,
            code=code,
            due=due,
            asked_at=now,
            state="asked",
        )
    ).inserted_primary_key
    assert key is not None
    return RequestRecord(
        key[0],
        form,
        participant,
        contact_id,
        about,
        round_name,
        code,
        due,
        now,
        None,
        "asked",
    )


def mark_answered(connection: Connection, request_id: int, now: datetime) -> None:
    """One answer stops the reminders to all colleagues."""
    connection.execute(update(requests).where(requests.c.id == request_id).values(state="answered", answered_at=now))


def move_request(connection: Connection, request_id: int, due: date) -> None:
    """Give a request another due date; an extension that was asked for is settled by it."""
    connection.execute(update(requests).where(requests.c.id == request_id).values(due=due, extension=None))


def note_request(connection: Connection, request_id: int, **columns: object) -> None:
    """Note how a request stands: ``state``, ``working_until``, ``extension``."""
    connection.execute(update(requests).where(requests.c.id == request_id).values(**columns))


def close_request(connection: Connection, request_id: int) -> None:
    """Close a request: nobody is asked any more."""
    connection.execute(update(requests).where(requests.c.id == request_id).values(state="closed"))


def add_answer(
    connection: Connection,
    group: str,
    *,
    request: RequestRecord | None,
    message_id: int,
    participant: Participant,
    form: str,
    fields: Mapping[str, Any],
    now: datetime,
    entered_by: str | None = None,
) -> None:
    """Keep an answer; an earlier one to the same request is superseded, not erased."""
    if request is not None:
        connection.execute(
            update(answers)
            .where(answers.c.request_id == request.id, answers.c.message_id != message_id)
            .values(superseded=True)
        )
    connection.execute(
        insert(answers).values(
            group_key=group,
            request_id=request.id if request else None,
            message_id=message_id,
            participant_id=participant.id,
            form=form,
            fields=dict(fields),
            at=now,
            superseded=False,
            entered_by=entered_by,
        )
    )


def add_history(
    connection: Connection,
    group: str,
    lines: Sequence[HistoryLine],
) -> None:
    """Write who changed what, when, from which message, and what stood before."""
    if lines:
        connection.execute(
            insert(history),
            [
                {
                    "group_key": group,
                    "at": line.at,
                    "message_id": line.message_id,
                    "decided_by": line.decided_by,
                    "decision_message_id": line.decision_message_id,
                    "on_behalf": line.on_behalf,
                    "undoes": line.undoes,
                    "who": line.who,
                    "subject": line.subject,
                    "subject_id": line.subject_id,
                    "participant_id": line.participant_id,
                    "field": line.field,
                    "before": line.before,
                    "after": line.after,
                }
                for line in lines
            ],
        )


def revisions(connection: Connection, group: str, subject: str) -> dict[int, datetime]:
    """Return when each contact or activity (``subject``) was last changed, by its id."""
    rows = connection.execute(
        select(history.c.subject_id, func.max(history.c.at).label("at"))
        .where(history.c.group_key == group, history.c.subject == subject)
        .group_by(history.c.subject_id)
    )
    return {row.subject_id: row.at for row in rows}


def last_departure(connection: Connection, group: str, participant_id: int) -> HistoryLine | None:
    """Return the newest line of a participant that took somebody off the list or off the role of focal point."""
    rows = connection.execute(
        select(history)
        .where(
            history.c.group_key == group,
            history.c.participant_id == participant_id,
            history.c.subject == "contact",
            history.c.field.in_(("active", "role")),
        )
        .order_by(history.c.id.desc())
    )
    found = (each for each in map(_history_line, rows) if each.after is False or each.before == "focal-point")
    return next(found, None)


def history_between(connection: Connection, group: str, start: datetime, end: datetime) -> tuple[HistoryLine, ...]:
    """Return what changed between two instants, in order."""
    rows = connection.execute(
        select(history)
        .where(history.c.group_key == group, history.c.at >= start, history.c.at < end)
        .order_by(history.c.id)
    )
    return tuple(_history_line(row) for row in rows)


def history_of_message(connection: Connection, message_id: int) -> tuple[HistoryLine, ...]:
    """Return what one message changed, by proposing or by deciding."""
    mine = or_(history.c.message_id == message_id, history.c.decision_message_id == message_id)
    rows = connection.execute(select(history).where(mine).order_by(history.c.id))
    return tuple(_history_line(row) for row in rows)


def _history_line(row: Any) -> HistoryLine:
    return HistoryLine(
        row.at,
        row.who,
        row.subject,
        row.subject_id,
        row.participant_id,
        row.field,
        row.before,
        row.after,
        row.message_id,
        row.decided_by,
        row.decision_message_id,
        row.on_behalf,
        row.undoes,
        row.id,
    )


def all_activities(connection: Connection, group: str) -> tuple[Activity, ...]:
    """Return the programme in order of codes."""
    rows = connection.execute(select(activities).where(activities.c.group_key == group).order_by(activities.c.code))
    return tuple(
        Activity(
            row.id,
            row.code,
            Bilingual(row.title_es, row.title_en),
            row.kind,
            row.calendar_text,
            row.start,
            row.end,
            row.tentative,
            row.parent_code,
            Bilingual(row.theme_es, row.theme_en),
            tuple(row.responsible),
            Bilingual(row.objective_es, row.objective_en),
            tuple(row.partners),
            row.place,
            tuple(row.depends_on),
            row.origin,
        )
        for row in rows
    )


def put_activity(connection: Connection, group: str, values: Mapping[str, Any]) -> str:
    """Enter or renew an activity by its code; returns new, changed or same."""
    row = connection.execute(
        select(activities).where(activities.c.group_key == group, activities.c.code == values["code"])
    ).first()
    if row is None:
        connection.execute(insert(activities).values(group_key=group, **values))
        return "new"
    if all(getattr(row, key) == value for key, value in values.items()):
        return "same"
    connection.execute(update(activities).where(activities.c.id == row.id).values(**values))
    return "changed"


def statuses_of(connection: Connection, group: str) -> tuple[Status, ...]:
    """Return what each participant last reported of each activity."""
    rows = connection.execute(
        select(
            activities.c.code.label("activity"),
            participants.c.code.label("participant"),
            statuses.c.fields,
            statuses.c.reported_at,
        )
        .join(activities, activities.c.id == statuses.c.activity_id)
        .join(participants, participants.c.id == statuses.c.participant_id)
        .where(statuses.c.group_key == group)
        .order_by(activities.c.code, participants.c.code)
    )
    return tuple(Status(r.activity, r.participant, r.fields, r.reported_at) for r in rows)


def put_status(
    connection: Connection,
    group: str,
    activity_id: int,
    participant_id: int,
    fields: Mapping[str, object],
    now: datetime,
) -> None:
    """Renew what a participant reports of an activity; fields not named stay."""
    condition = (
        statuses.c.activity_id == activity_id,
        statuses.c.participant_id == participant_id,
    )
    row = connection.execute(select(statuses).where(*condition)).first()
    if row is None:
        connection.execute(
            insert(statuses).values(
                group_key=group,
                activity_id=activity_id,
                participant_id=participant_id,
                fields=dict(fields),
                reported_at=now,
            )
        )
    else:
        connection.execute(update(statuses).where(*condition).values(fields={**row.fields, **fields}, reported_at=now))


def newest_lines(
    connection: Connection, group: str, subject: str, subject_id: int, participant_id: int | None
) -> dict[str, HistoryLine]:
    """Return the newest line of each field of a contact, or of what a participant said of an activity."""
    mine = [history.c.group_key == group, history.c.subject == subject, history.c.subject_id == subject_id]
    if subject == "activity":
        mine.append(history.c.participant_id == participant_id)
    rows = connection.execute(select(history).where(*mine).order_by(history.c.id))
    return {row.field: _history_line(row) for row in rows}


def restore_status(
    connection: Connection, activity_id: int, participant_id: int | None, field: str, value: object, now: datetime
) -> None:
    """Put one field of what a participant reported back to ``value``; None: it was not reported."""
    condition = (statuses.c.activity_id == activity_id, statuses.c.participant_id == participant_id)
    row = connection.execute(select(statuses).where(*condition)).first()
    if row is not None:
        fields = {key: held for key, held in row.fields.items() if key != field}
        if value is not None:
            fields[field] = value
        connection.execute(update(statuses).where(*condition).values(fields=fields, reported_at=now))


def turn_answers(connection: Connection, message_ids: Sequence[int], now: datetime) -> None:
    """Take back the answers that came in these messages, or let them stand again; their requests follow."""
    rows = connection.execute(select(answers).where(answers.c.message_id.in_(list(message_ids)))).all()
    for row in rows:
        connection.execute(update(answers).where(answers.c.id == row.id).values(superseded=not row.superseded))
        if row.request_id is not None:
            _follow(connection, row.request_id, now)


def _follow(connection: Connection, request_id: int, now: datetime) -> None:
    """A request without a standing answer is asked again; with one it is answered.  A closed one stays so."""
    standing = connection.execute(
        select(answers.c.id).where(answers.c.request_id == request_id, answers.c.superseded.is_(False))
    ).first()
    changed = {"state": "answered", "answered_at": now} if standing else {"state": "asked", "answered_at": None}
    connection.execute(
        update(requests).where(requests.c.id == request_id, requests.c.state != "closed").values(**changed)
    )
