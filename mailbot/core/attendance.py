"""An answer to an invitation → what it would change in a delegation; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mailbot.core.authority import Verdict
from mailbot.core.changes import Change, FieldChanged, Planned
from mailbot.core.meetings import CONFIRMED, UNSURE, WAITING, WITHDRAWN, Attendee, Meeting, find, nobody_yet
from mailbot.core.records import Participant
from mailbot.core.values import Bilingual, Entry, Problem

SAID_BEFORE = {CONFIRMED: "yes", UNSURE: UNSURE, WAITING: "yes", WITHDRAWN: "no"}
WHICH = Problem(
    "",
    "",
    Bilingual("No sabemos a qué reunión se refiere.", "We do not know which meeting this is about."),
    Bilingual("Responda a nuestra invitación.", "Please reply to our invitation."),
)
NAMES = Problem(
    "name",
    "",
    Bilingual("Guardamos un lugar; falta quién asistirá.", "We keep a place; who will attend is missing."),
    Bilingual("Escriba nombre, cargo, institución y correo.", "Write name, position, institution and e-mail."),
)
OVER = Bilingual(
    "La reunión ya se celebró: lo pasamos a la Presidencia.",
    "The meeting has already taken place: we pass it to the Presidency.",
)
CANCELLED = Bilingual("La reunión fue cancelada.", "The meeting was cancelled.")


def plan_attendance(
    entry: Entry, participant: Participant, meeting: Meeting | None, delegation: Sequence[Attendee]
) -> Planned:
    """Return what one entry of ``meeting-reply`` would change.

    ``delegation`` are the people of ``participant`` who are known for the meeting, those who
    withdrew included.
    """
    if meeting is None:
        return Planned(None, (WHICH,))
    said, name = _said(entry), _name(entry)
    if said is None:
        return Planned(None) if entry.doubts else Planned(None, (_say_whether(name),))
    email = _email(entry)
    held = find(delegation, name, email)
    if said == "no" and (name or email) and held is None:
        return Planned(None, (_unknown(name or email),))
    leaves = _value(entry, "replaces")
    if leaves and find(delegation, leaves, "") is None:
        return Planned(None, (_unknown(leaves, "replaces"),))
    change = Change("attend", participant, fields=_fields(entry, said, name, email, held), meeting=meeting)
    missing = said == "yes" and not name
    whose = "other" if _value(entry, "country") not in ("", participant.code) else "participant"
    return Planned(change, (NAMES,) if missing else (), whose)


def standing(meeting: Meeting, now: datetime) -> Verdict | None:
    """Return the verdict on any answer to a meeting that is cancelled or over; None while it is to come."""
    if meeting.state == "cancelled":
        return Verdict("refuse", CANCELLED)
    return Verdict("hold", OVER) if meeting.span.over <= now else None


def _value(entry: Entry, field: str) -> str:
    found = entry.fields.get(field)
    return str(found.value) if found is not None and isinstance(found.value, str) else ""


def _email(entry: Entry) -> str:
    found = entry.fields.get("email")
    return str(found.value[0]).lower() if found is not None and isinstance(found.value, list) and found.value else ""


def _name(entry: Entry) -> str:
    name = _value(entry, "name")
    return "" if nobody_yet(name) else name


def _said(entry: Entry) -> str | None:
    """Return yes, no or to-be-confirmed; a row with somebody's name says that they come."""
    if any(doubt.field == "attendance" for doubt in entry.doubts):
        return None
    named = _value(entry, "name")
    said = _value(entry, "attendance") or ("yes" if named or _email(entry) else "")
    if said == "yes" and nobody_yet(named):
        return UNSURE
    return said or None


def _fields(entry: Entry, said: str, name: str, email: str, held: Attendee | None) -> tuple[FieldChanged, ...]:
    before = {"position": held.position, "institution": held.institution, "costs": held.reason} if held else {}
    found = [FieldChanged("attendance", SAID_BEFORE[held.state] if held else None, said)]
    if name:
        found.append(FieldChanged("name", held.name if held else "", name))
    if email:
        found.append(FieldChanged("email", [held.email] if held and held.email else [], [email]))
    for field in ("position", "institution", "costs", "replaces"):
        value = _value(entry, field)
        if value:
            found.append(FieldChanged(field, before.get(field, ""), value))
    return tuple(found)


def _say_whether(name: str) -> Problem:
    return Problem(
        "attendance",
        name,
        Bilingual("No sabemos si asistirán.", "We do not know whether you will attend."),
        Bilingual("Escriba sí, no o por confirmar.", "Write yes, no or to be confirmed."),
    )


def _unknown(who: str, field: str = "name") -> Problem:
    return Problem(
        field,
        who,
        Bilingual(f"«{who}» no figura en su delegación.", f"“{who}” is not in your delegation."),
        Bilingual(
            "Escriba el nombre como lo registramos, o solo «Asistencia: no» para toda la delegación.",
            "Write the name as we recorded it, or only “Attendance: no” for the whole delegation.",
        ),
    )
