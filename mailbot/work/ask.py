"""Put a form to participants: one request each, one letter to each designated person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from mailbot.core.codes import request_code
from mailbot.core.due import reach
from mailbot.core.letters.facts import GroupFacts, Person, Request
from mailbot.core.records import Activity, Contact, Group, Participant, RequestRecord
from mailbot.core.values import Bilingual, Form
from mailbot.edges.store import directory, ledger
from mailbot.work import about_directory, calendar
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter, shown_form


def new_request(
    house: House,
    connection: Connection,
    group: Group,
    form: Form,
    participant: Participant,
    *,
    contact: Contact | None = None,
    about: str | None = None,
    round_name: str = "",
    due: date | None = None,
) -> RequestRecord:
    """Enter a request under a fresh code."""
    code = request_code(group.key, form.code, participant.code, house.draw(20))
    while ledger.request_by_code(connection, group.key, code) is not None:
        code = request_code(group.key, form.code, participant.code, house.draw(20))
    return ledger.add_request(
        connection,
        group.key,
        form=form.id,
        participant=participant,
        contact_id=contact.id if contact else None,
        about=about,
        round_name=round_name,
        code=code,
        due=due,
        now=house.now(),
    )


def designated(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Return whom a request to a participant goes to: its focal points, else everybody.

    The focal point is the relay to its colleagues (paper 000, line 4).  Somebody all of whose mail
    comes back is passed over while there is anybody else.
    """
    addressed = [each for each in contacts if each.email]
    reachable = [each for each in addressed if reach(each)] or addressed
    focal = [each for each in reachable if each.role == "focal-point"]
    return tuple(focal or reachable)


def known_values(
    form: Form,
    contact: Contact | None,
    activity: Activity | None,
    status: Mapping[str, object],
) -> dict[str, object]:
    """Return what we hold already and show beside the labels."""
    if form.subject_of == "contact":
        return directory.as_fields(contact) if contact else {}
    if form.subject_of == "meeting":
        return {"country": contact.participant.code} if contact else {}
    values = dict(status)
    if activity:
        values["activity"] = activity.code
    return values


def about_words(activity: Activity | None) -> Bilingual | None:
    """Return code and title of an activity for a letter's first lines."""
    if activity is None:
        return None
    return Bilingual(f"{activity.code}: {activity.title.es}", f"{activity.code}: {activity.title.en}")


def activity_of(connection: Connection, group: Group, code: str | None) -> Activity | None:
    """Return the activity with this code (any case), or None."""
    if code is None:
        return None
    by_code = {each.code.upper(): each for each in ledger.all_activities(connection, group.key)}
    return by_code.get(code.upper())


def request_facts(
    facts: GroupFacts,
    form: Form,
    to: Person,
    values: Mapping[str, object],
    code: str,
    activity: Activity | None,
    due: date | None,
    *more: tuple[Bilingual, ...],
) -> Request:
    """Return what a request letter says; ``more``: people, branches and rows held, as ``Request`` has them."""
    return Request(facts, to, shown_form(form, values, code), about_words(activity), due, *more)


def ask(
    house: House,
    connection: Connection,
    group: Group,
    form: Form,
    participant: Participant,
    *,
    about: str | None = None,
    due: date | None = None,
    round_name: str = "",
) -> tuple[RequestRecord, int]:
    """Put a form to one participant; returns the request and how many letters were put.

    One request whoever of its designated contacts answers.  Raises LookupError when the
    activity is not in the programme.
    """
    activity = activity_of(connection, group, about)
    if about is not None and activity is None:
        raise LookupError(about)
    people = designated(directory.active_contacts(connection, group.key, participant.id))
    shown = people[0] if people else None
    request = new_request(
        house,
        connection,
        group,
        form,
        participant,
        contact=shown if form.subject_of == "contact" else None,
        about=activity.code if activity else None,
        round_name=round_name,
        due=due,
    )
    status = _last_status(connection, group, activity, participant)
    facts = facts_of_group(connection, group)
    put = 0
    for contact in people:
        values = known_values(form, contact, activity, status)
        more = about_directory.shown(house, connection, group, form, contact)
        letter = request_facts(facts, form, person(contact), values, request.code, activity, due, *more)
        envelope = Envelope(
            contact.email[0],
            contact.name,
            contact.language,
            f"request:{request.code}",
            "asked",
            contact=contact,
            request=request,
            attachments=calendar.deadline(group, request, form, activity, contact.language, house.now()),
        )
        letter_id = queue_letter(house, connection, group, letter, envelope)
        if letter_id is not None:
            about_directory.remember(connection, group, form, letter_id, contact)
            put += 1
    return request, put


def _last_status(
    connection: Connection, group: Group, activity: Activity | None, participant: Participant
) -> Mapping[str, object]:
    if activity is None:
        return {}
    for status in ledger.statuses_of(connection, group.key):
        if status.activity == activity.code and status.participant == participant.code:
            return status.fields
    return {}


def ask_all(
    house: House,
    group: Group,
    form: Form,
    *,
    about: str | None = None,
    due: date | None = None,
    only: Sequence[str] = (),
) -> dict[str, int]:
    """Put a form to every State (or to ``only`` these codes); returns code → letters put."""
    stamp = house.today(group).isoformat()
    round_name = f"{form.id} {about or ''} {stamp}".replace("  ", " ")
    put = {}
    with house.engine.begin() as connection:
        for participant in directory.all_participants(connection, group.key):
            wanted = participant.code in only if only else participant.kind == "state"
            if wanted:
                _, count = ask(
                    house,
                    connection,
                    group,
                    form,
                    participant,
                    about=about,
                    due=due,
                    round_name=round_name,
                )
                put[participant.code] = count
    return put
