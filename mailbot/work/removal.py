"""DAR DE BAJA / REMOVE ME: asked back first, then as any departure; nobody leaves by one stray line."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core.changes import Change, leaves_nobody
from mailbot.core.codes import CONFIRM
from mailbot.core.letters.facts import Removal
from mailbot.core.records import Group
from mailbot.core.values import Bilingual, Entry, FieldValue
from mailbot.edges.store import directory
from mailbot.work import ask, commands, keeping
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import facts_of_group, queue_letter

WAITS = Bilingual("Pide salir de la lista; falta que lo confirme.", "Asks to leave the list; still to be confirmed.")


def ask_to_confirm(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str]:
    """Ask the writer to confirm that they leave; the answer is taken as any other confirmation."""
    contact = case.writer.contact
    assert contact is not None
    form = house.form("contact-update")
    said = case.reading.text.strip()[:200]
    values = {"change": "leave", "name": contact.name}
    entry = Entry(form.id, {key: FieldValue(value, said, 0, "normalised") for key, value in values.items()})
    request = ask.new_request(house, connection, group, form, contact.participant, contact=contact)
    number = open_hold(
        house, connection, group, case, "confirmation", WAITS, [keeping.kept(entry, contact)], request.code
    )
    if not may_answer(house, connection, group, case.writer.address):
        return "asked", f"asks to leave the list (hold {number}); enough answers today"
    colleagues = directory.active_contacts(connection, group.key, contact.participant.id)
    last = leaves_nobody(Change("leave", contact.participant, contact), colleagues)
    fields = commands.held_of(form, contact)
    letter = Removal(facts_of_group(connection, group), person_of(case), fields, last)
    queue_letter(house, connection, group, letter, answer_envelope(case, request, CONFIRM))
    return "asked", f"asks to leave the list; to be confirmed (hold {number})"
