"""An activity that moves or is cancelled: at once where one State answers for it, else by the presidency."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from mailbot.core.fields.timed import show as window_words
from mailbot.core.letters.facts import Replanned
from mailbot.core.records import Activity, Group, HistoryLine, HoldRecord, Participant, RequestRecord
from mailbot.core.replanning import MOVING, held_window, named, reason_in, speaks_for_all, window_of
from mailbot.core.values import Bilingual, Entry, Field
from mailbot.edges.store import directory, ledger, outbox
from mailbot.work import ask, deadline, telling
from mailbot.work.house import House
from mailbot.work.outcome import Case, Decider
from mailbot.work.reply import open_hold
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

KIND = "replan"
ANY = Field("date", "window", Bilingual("Fecha", "Date"), Bilingual("", ""))


def words_of_window(window: object) -> Bilingual:
    """Return a window in words; one that only has an end is that day: "from … to …" is said of it."""
    if isinstance(window, Mapping) and window.get("end") and not window.get("start"):
        return window_words(ANY, {**window, "start": window["end"]})
    return window_words(ANY, window)


NO_DATE = Bilingual(
    "Díganos la nueva fecha cuando la sepan; hasta entonces queda la anterior.",
    "Tell us the new date when you know it; until then the old one stands.",
)


def after_report(
    house: House, connection: Connection, group: Group, case: Case, judged: telling.Judged
) -> Bilingual | None:
    """Do what follows from a report that postpones or cancels; returns what to tell, None for nothing."""
    change, entry = judged.planned.change, judged.entry
    status = entry.fields.get("status")
    if change is None or change.activity is None or status is None or status.value not in MOVING:
        return None
    if not {"status", "date"} & change.after.keys():
        return None  # the same report again
    wanted = {
        "activity": change.activity.code,
        "status": status.value,
        "window": window_of(change.after.get("date")),
        "reason": _reason(case, entry),
        "by": change.participant.code,
    }
    if status.value == "postponed" and wanted["window"] is None:
        return NO_DATE
    if speaks_for_all(change.activity, change.participant.code, group.presidency):
        return _carry_out(house, connection, group, wanted, case.writer.address, case.row.id)
    number = open_hold(
        house, connection, group, case, KIND, _question(change.activity, change.participant, wanted), wanted
    )
    return Bilingual(
        "Es el informe de su Estado. Como otros también son responsables, la Presidencia decide si vale para todos "
        f"(n.º {number}).",
        "It is your State's report. As others are responsible too, the Presidency decides whether it holds for all "
        f"(no. {number}).",
    )


def _reason(case: Case, entry: Entry) -> str:
    """Why: the remarks, else what the line of the state says behind it."""
    if "note" in entry.fields:
        return str(entry.fields["note"].value)
    line = entry.fields["status"].line
    text = next((each.text for each in case.message.lines if each.number == line), "")
    return reason_in(text)


def _question(activity: Activity, participant: Participant, wanted: Mapping[str, object]) -> Bilingual:
    es, en = (half.rstrip(" .") for half in (activity.title.es, activity.title.en))
    name = Bilingual(f"{activity.code} {es}", f"{activity.code} {en}")
    reason = f" («{wanted['reason']}»)" if wanted["reason"] else ""
    if wanted["window"] is None:
        return Bilingual(
            f"{participant.name.es} propone cancelar para todos {name.es}{reason}.",
            f"{participant.name.en} proposes to cancel for all {name.en}{reason}.",
        )
    before, after = words_of_window(held_window(activity)), words_of_window(wanted["window"])
    return Bilingual(
        f"{participant.name.es} propone pasar para todos {name.es}: antes {before.es}, ahora {after.es}{reason}.",
        f"{participant.name.en} proposes to move for all {name.en}: before {before.en}, now {after.en}{reason}.",
    )


def accept(house: House, connection: Connection, group: Group, decider: Decider, hold: HoldRecord) -> Bilingual:
    """Move or cancel an activity for the whole network; returns what was done."""
    wanted = hold.proposal if isinstance(hold.proposal, Mapping) else {}
    who = decider.who
    return _carry_out(house, connection, group, wanted, who, hold.message_id, decided=True)


def refuse(_house: House, _connection: Connection, _group: Group, _decider: Decider, hold: HoldRecord) -> Bilingual:
    """Leave the activity as it is for the others; the State's own report stands."""
    code = hold.proposal.get("activity", "") if isinstance(hold.proposal, Mapping) else ""
    return Bilingual(
        f"{code} conserva su fecha para todos; el informe del Estado queda como suyo.",
        f"{code} keeps its date for all; the State's report stands as its own.",
    )


def _carry_out(
    house: House,
    connection: Connection,
    group: Group,
    wanted: Mapping[str, object],
    who: str,
    message_id: int,
    *,
    decided: bool = False,
) -> Bilingual:
    activity = ask.activity_of(connection, group, str(wanted.get("activity")))
    if activity is None:
        return Bilingual("La actividad ya no está en el programa.", "The activity is no longer in the programme.")
    by = directory.participant_by_code(connection, group.key, str(wanted.get("by")))
    window = wanted.get("window")
    after = dict(window) if isinstance(window, Mapping) else None
    reason = str(wanted.get("reason") or "")
    _write(house, connection, group, activity, after, reason, who, message_id, by)
    moved = _requests(house, connection, group, activity, after)
    told = _announce(house, connection, group, activity, after, reason, by, who, decided=decided)
    return _done(activity, after, moved, told)


def _done(activity: Activity, after: Mapping[str, object] | None, moved: int, told: int) -> Bilingual:
    before = words_of_window(held_window(activity))
    if after is None:
        es, en = f"{activity.code} queda cancelada", f"{activity.code} is cancelled"
    else:
        new = words_of_window(after)
        es = f"{activity.code} cambia de fecha: antes {before.es}, ahora {new.es}"
        en = f"{activity.code} has a new date: before {before.en}, now {new.en}"
    return Bilingual(
        f"{es}. Avisamos a los responsables ({told} cartas) y ajustamos {moved} solicitudes.",
        f"{en}. We tell those responsible ({told} letters) and adjust {moved} requests.",
    )


def _write(
    house: House,
    connection: Connection,
    group: Group,
    activity: Activity,
    after: dict[str, object] | None,
    reason: str,
    who: str,
    message_id: int,
    by: Participant | None,
) -> None:
    """Give the activity its new window, or every State's state "cancelled"; the old one goes into the history."""
    now = house.now()
    if after is None:
        for participant in _responsible(connection, group, activity):
            ledger.put_status(connection, group.key, activity.id, participant.id, {"status": "cancelled"}, now)
    else:
        days = {key: _day(after.get(key)) for key in ("start", "end")}
        values = {"code": activity.code, "kind": after["kind"], "tentative": bool(after.get("tentative")), **days}
        ledger.put_activity(connection, group.key, values)
    said = {**(after or {}), "reason": reason, "cancelled": after is None}
    by_id = by.id if by is not None else None
    line = HistoryLine(now, who, "activity", activity.id, by_id, "window", held_window(activity), said, message_id)
    ledger.add_history(connection, group.key, [line])


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None


def _requests(
    house: House, connection: Connection, group: Group, activity: Activity, after: Mapping[str, object] | None
) -> int:
    """Move the open requests that hung on the activity's old end, or withdraw those about one cancelled."""
    due = _day(after.get("end")) if after is not None else None
    count = 0
    for request in _about(connection, group, activity):
        if after is None:
            deadline.withdraw_request(house, connection, group, request)
            count += 1
        elif due is not None and request.due is not None and request.due == activity.end:
            deadline.move_request(house, connection, group, request, due)
            count += 1
    return count


def _about(connection: Connection, group: Group, activity: Activity) -> list[RequestRecord]:
    requests = ledger.open_requests(connection, group.key)
    return [each for each in requests if each.state == "asked" and each.about == activity.code]


def _responsible(connection: Connection, group: Group, activity: Activity) -> list[Participant]:
    """Return the participants responsible; all States where none is named."""
    everybody = directory.all_participants(connection, group.key)
    codes = named(activity, group.presidency)
    found = [each for each in everybody if each.code in codes]
    collective = any(code != code.upper() for code in codes)
    return [each for each in everybody if each.kind == "state"] if collective or not found else found


def _announce(
    house: House,
    connection: Connection,
    group: Group,
    activity: Activity,
    after: Mapping[str, object] | None,
    reason: str,
    by: Participant | None,
    who: str,
    *,
    decided: bool,
) -> int:
    purpose = f"replanned:{activity.code}"
    period = str(len(outbox.periods_of(connection, group.key, purpose)) + 1)
    facts = facts_of_group(connection, group)
    name = ask.about_words(activity) or Bilingual("", "")
    put = 0
    for participant in _responsible(connection, group, activity):
        for contact in ask.designated(directory.active_contacts(connection, group.key, participant.id)):
            if contact.email[0].lower() == who:
                continue  # the answer to them says it
            letter = Replanned(
                facts,
                person(contact),
                name,
                words_of_window(held_window(activity)),
                None if after is None else words_of_window(after),
                reason,
                _by(by, decided=decided),
            )
            envelope = Envelope(contact.email[0], contact.name, contact.language, purpose, period, contact=contact)
            put += queue_letter(house, connection, group, letter, envelope) is not None
    return put


def _by(by: Participant | None, *, decided: bool) -> Bilingual:
    name = by.name if by is not None else Bilingual("la Secretaría Técnica", "the Technical Secretariat")
    if decided:
        return Bilingual(
            f"Lo propuso {name.es} y lo aprobó la Presidencia.",
            f"{name.en} proposed it and the Presidency approved it.",
        )
    return Bilingual(
        f"Lo informó {name.es}, responsable de la actividad.", f"{name.en}, responsible for it, reported it."
    )
