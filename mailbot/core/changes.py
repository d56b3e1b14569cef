"""Answers and what is known → changes: what a reply would alter, field by field.

Nothing here decides whether it may (``core.authority``) or writes it (the store).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mailbot.core.language import fold
from mailbot.core.lengths import within_lengths
from mailbot.core.meetings import Meeting
from mailbot.core.records import (
    CONTACT_LISTS,
    CONTACT_TEXTS,
    Activity,
    Contact,
    Indicator,
    Participant,
    RequestRecord,
)  # fmt: skip
from mailbot.core.values import Bilingual, Entry, Problem

WITHHOLDABLE = (*CONTACT_TEXTS, *CONTACT_LISTS)
STATUS_FIELDS = ("status", "progress", "date", "result", "responsible", "note")


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """One field: what stood before and what stands after, canonical."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Change:
    """What one entry of a reply would alter.

    ``what``: new, update, leave, confirm, status, attend, measure, proposal, record.  ``contact`` is None for new;
    ``replaces`` is the contact who leaves when a new one takes the place.
    """

    what: str
    participant: Participant
    contact: Contact | None = None
    activity: Activity | None = None
    fields: tuple[FieldChanged, ...] = ()
    replaces: Contact | None = None
    meeting: Meeting | None = None
    indicator: Indicator | None = None
    form: str = ""  # of a row of another directory …
    key: str = ""  # … and what identifies it

    @property
    def after(self) -> dict[str, object]:
        """Field id → new value."""
        return {each.field: each.after for each in self.fields}


@dataclass(frozen=True, slots=True)
class Planned:
    """The change of one entry, or the problems that stand in its way."""

    change: Change | None
    problems: tuple[Problem, ...] = ()
    whose: str = "participant"  # self | participant | other, for core.authority


def _value(entry: Entry, field: str) -> object:
    found = entry.fields.get(field)
    return None if found is None else found.value


def _text(entry: Entry, field: str) -> str:
    value = _value(entry, field)
    return value if isinstance(value, str) else ""


def current_value(contact: Contact | None, field: str) -> object:
    """Return what the directory holds, in the form's canonical shape ("" or [] for nothing)."""
    if field in CONTACT_LISTS:
        return [] if contact is None else list(getattr(contact, field))
    if field == "withheld":
        return [] if contact is None else list(contact.withheld)
    if contact is None:
        return ""
    return str(getattr(contact, field))


def valid_from(entry: Entry) -> date | None:
    """Return the day from which an entry says it holds, None for at once."""
    window = _value(entry, "valid_from")
    start = window.get("start") if isinstance(window, Mapping) else None
    return date.fromisoformat(start) if isinstance(start, str) else None


def problem_of_day(entry: Entry) -> Problem | None:
    """Return what is to be mended when it is said that a change holds from some day, but not from which."""
    doubted = any(doubt.field == "valid_from" for doubt in entry.doubts)
    said = entry.fields.get("valid_from")
    if not doubted and (said is None or valid_from(entry) is not None):
        return None
    return Problem("valid_from", "" if doubted or said is None else said.said, NO_DAY.what, NO_DAY.mend)


def _withheld(contact: Contact | None, entry: Entry) -> list[FieldChanged]:
    """Return the change of what is not for publication, if any."""
    before = contact.withheld if contact is not None else ()
    kept = [each for each in before if not entry.publish.get(each, False)]
    asked = [field for field, may in entry.publish.items() if not may and field not in kept]
    after = [*kept, *(each for each in asked if each in WITHHOLDABLE)]
    return [FieldChanged("withheld", list(before), after)] if after != list(before) else []


def _altered(contact: Contact | None, entry: Entry) -> tuple[FieldChanged, ...]:
    wanted = (*CONTACT_TEXTS, *CONTACT_LISTS, "role", "language")
    found = []
    for field in wanted:
        if field in entry.fields:
            before, after = current_value(contact, field), _value(entry, field)
            if before != after:
                found.append(FieldChanged(field, before, after))
    return (*found, *_withheld(contact, entry))


def _by_email(entry: Entry, contacts: Sequence[Contact]) -> Contact | None:
    value = _value(entry, "email")
    wanted = {str(each).lower() for each in value} if isinstance(value, list) else set()
    for contact in contacts:
        if wanted & {address.lower() for address in contact.email}:
            return contact
    return None


def _by_name(name: str, contacts: Sequence[Contact]) -> Contact | None:
    same = [each for each in contacts if fold(each.name) == fold(name)]
    return same[0] if name and len(same) == 1 else None


def _same_person(name: str, contact: Contact) -> bool:
    """Half of the words in common: a correction of a name, not another person."""
    ours, theirs = set(fold(contact.name).split()), set(fold(name).split())
    return not ours or len(ours & theirs) * 2 >= min(len(ours), len(theirs))


def _perhaps_another(entry: Entry, contact: Contact) -> bool:
    """Tell whether a doubtful name may be that of somebody else than the contact."""
    doubt = next((each for each in entry.doubts if each.field == "name"), None)
    if doubt is None or "name" in entry.fields:
        return False
    return not _same_person(str(doubt.proposal or doubt.said), contact)


def _who_is_this(name: str, contact: Contact) -> Problem:
    return Problem(
        "change",
        name,
        Bilingual(
            f"Tenemos a {contact.name}; no sabemos si {name} es otra persona.",
            f"We have {contact.name}; we do not know whether {name} is another person.",
        ),
        Bilingual(
            f"Escriba «nuevo» en Movimiento o, si releva a {contact.name}, ponga su nombre en «Sustituye a».",
            f"Write “new” after Change or, if they take the place of {contact.name}, put that name after “Replaces”.",
        ),
    )


def _unknown_person(field: str, name: str) -> Problem:
    return Problem(
        field,
        name,
        Bilingual(f"No encontramos a «{name}» en el directorio.", f"We do not find “{name}” in the directory."),
        Bilingual(
            "Escriba el nombre como figura en la lista de contactos.",
            "Write the name as it stands in the contact list.",
        ),
    )


NO_NAME = Problem(
    "name",
    "",
    Bilingual("Falta el nombre de la persona.", "The person's name is missing."),
    Bilingual("Complete «Nombre completo».", "Complete “Full name”."),
)
NO_DAY = Problem(
    "valid_from",
    "",
    Bilingual("No sabemos desde qué día vale el cambio.", "We do not know from which day the change holds."),
    Bilingual(
        "Repita el cambio con el día, p. ej. «Vigente desde: 1 de marzo de 2027».",
        "Repeat the change with the day, e.g. “Valid from: 1 March 2027”.",
    ),
)
NO_ACTIVITY = Problem(
    "activity",
    "",
    Bilingual("No sabemos a qué actividad se refiere.", "We do not know which activity this is."),
    Bilingual("Escriba el código, p. ej. P003-08.", "Write the code, e.g. P003-08."),
)


def _whose(contact: Contact | None, writer: Contact | None) -> str:
    return "self" if contact and writer and contact.id == writer.id else "participant"


def plan_contact(
    entry: Entry,
    participant: Participant,
    contacts: Sequence[Contact],
    asked_about: Contact | None,
    writer: Contact | None,
) -> Planned:
    """Return what a ``contact-update`` entry would change in the directory of ``participant``.

    ``contacts`` are its active contacts, ``asked_about`` the one our letter showed.
    """
    kept, problems = within_lengths(entry)
    if problems and not kept.fields:
        return Planned(None, problems)
    planned = _plan_contact(kept, participant, contacts, asked_about, writer)
    return replace(planned, problems=(*problems, *planned.problems))


def _plan_contact(
    entry: Entry,
    participant: Participant,
    contacts: Sequence[Contact],
    asked_about: Contact | None,
    writer: Contact | None,
) -> Planned:
    country = _value(entry, "country")
    if country not in (None, participant.code):
        return Planned(Change("update", participant), whose="other")
    undated = problem_of_day(entry)
    if undated is not None:
        return Planned(None, (undated,))
    change, name = _text(entry, "change"), _text(entry, "name")
    shown = asked_about if asked_about is not None and fold(asked_about.name) == fold(name) else None
    found = _by_email(entry, contacts) or shown or _by_name(name, contacts)
    if change == "none":
        confirmed = found or asked_about or writer
        if found is None and confirmed is not None and _perhaps_another(entry, confirmed):
            return Planned(None)
        if not _altered(confirmed, entry):  # "lo demás sin cambio" comes with changes
            return _confirm(participant, confirmed, writer)
    if change == "leave":
        leaving = found or (asked_about if not name else None)
        if leaving is None:
            problem = _unknown_person("name", name) if name else NO_NAME
            return Planned(None, (problem,))
        return Planned(Change("leave", participant, leaving), whose=_whose(leaving, writer))
    if change == "new" or "replaces" in entry.fields:
        return _arrival(entry, participant, contacts, found, writer)
    subject = found or asked_about or (writer if not name else None)
    if found is None and subject is not None and _perhaps_another(entry, subject):
        return Planned(None)  # the doubt asks for the name; until then these are nobody's data
    if subject is None:
        return Planned(None, (NO_NAME,)) if not name else _arrival(entry, participant, contacts, None, writer)
    if name and found is None and not _same_person(name, subject):
        return Planned(None, (_who_is_this(name, subject),))
    altered = _altered(subject, entry)
    if not altered and not entry.doubts:
        return _confirm(participant, subject, writer)
    return Planned(
        Change("update", participant, subject, fields=altered) if altered else None,
        whose=_whose(subject, writer),
    )


def _confirm(participant: Participant, contact: Contact | None, writer: Contact | None) -> Planned:
    if contact is None:
        return Planned(None, (NO_NAME,))
    return Planned(Change("confirm", participant, contact), whose=_whose(contact, writer))


def _arrival(
    entry: Entry,
    participant: Participant,
    contacts: Sequence[Contact],
    found: Contact | None,
    writer: Contact | None,
) -> Planned:
    replaced_name = _text(entry, "replaces")
    replaced = _by_name(replaced_name, contacts)
    if replaced_name and replaced is None:
        return Planned(None, (_unknown_person("replaces", replaced_name),))
    if found is not None and found != replaced:
        fields = (*_altered(found, entry), *_role_taken_over(entry, found, replaced))
        change = Change("update", participant, found, fields=fields, replaces=replaced)
        return Planned(change, whose=_whose(found, writer))
    if not _text(entry, "name"):
        return Planned(None, (NO_NAME,))
    fields = (*_altered(None, entry), *_role_taken_over(entry, None, replaced))
    return Planned(Change("new", participant, None, fields=fields, replaces=replaced), whose="participant")


def _role_taken_over(entry: Entry, contact: Contact | None, replaced: Contact | None) -> tuple[FieldChanged, ...]:
    """Who takes somebody's place takes their role in the group, unless the entry says another."""
    said = "role" in entry.fields or any(each.field == "role" for each in entry.doubts)
    held = contact.role if contact is not None else None
    if replaced is None or said or replaced.role in {None, held}:
        return ()
    return (FieldChanged("role", held, replaced.role),)


def plan_status(
    entry: Entry,
    participant: Participant,
    activities: Mapping[str, Activity],
    request: RequestRecord | None,
    before: Mapping[str, Mapping[str, object]],
) -> Planned:
    """Return what an ``activity-status`` entry would change.

    ``before`` maps activity code → what this participant last reported.
    """
    named = _text(entry, "activity")
    if any(doubt.field == "activity" for doubt in entry.doubts):
        return Planned(None)  # named, but not understood: never the one we asked about
    code = named or (request.about if request else None) or ""
    activity = activities.get(code)
    if activity is None:
        return Planned(None, (NO_ACTIVITY if not named else _no_such_activity(named),))
    held = before.get(code, {})
    fields = tuple(
        FieldChanged(field, held.get(field), _value(entry, field))
        for field in STATUS_FIELDS
        if field in entry.fields and held.get(field) != _value(entry, field)
    )
    if not fields:
        return Planned(Change("confirm", participant, None, activity) if not entry.doubts else None)
    return Planned(Change("status", participant, None, activity, fields))


def _no_such_activity(said: str) -> Problem:
    return Problem(
        "activity",
        said,
        Bilingual(
            f"El programa no tiene la actividad «{said}».",
            f"The programme has no activity “{said}”.",
        ),
        NO_ACTIVITY.mend,
    )


def leaves_nobody(change: Change, contacts: Sequence[Contact]) -> bool:
    """Tell whether a change takes away the State's last focal point (paper 000, line 4)."""
    going = change.contact if change.what == "leave" else change.replaces
    if going is None or going.role != "focal-point":
        lowered = any(each.field == "role" and each.before == "focal-point" for each in change.fields)
        if not lowered or change.contact is None:
            return False
        going = change.contact
    arrives = change.what == "new" and change.after.get("role") == "focal-point"
    others = [c for c in contacts if c.role == "focal-point" and c.id != going.id]
    return not others and not arrives


def kinds_of(change: Change, contacts: Sequence[Contact]) -> tuple[str, ...]:
    """Return everything a change is, for ``core.authority``: each must be allowed.

    ``contacts`` are the participant's active ones.  no-change, status, contact, address (one by
    which we know somebody), focal-point (one arrives, leaves, rises or falls), last-focal-point.
    """
    if change.what == "confirm":
        return ("no-change",)
    if change.activity is not None:
        return ("status",)
    found = ["contact"]
    if change.contact is not None and any(each.field == "email" and each.before for each in change.fields):
        found.append("address")
    if leaves_nobody(change, contacts):
        found.append("last-focal-point")
    elif _touches_focal_point(change):
        found.append("focal-point")
    return tuple(found)


def _touches_focal_point(change: Change) -> bool:
    if change.what == "leave":
        return change.contact is not None and change.contact.role == "focal-point"
    roles = {value for each in change.fields if each.field == "role" for value in (each.before, each.after)}
    return "focal-point" in roles or (change.replaces is not None and change.replaces.role == "focal-point")
