"""What the whole letter says of the people whose data it gives: roles, names in full, who goes, what is kept private.

Each step fills what the entries do not say themselves; nothing of it overrides a label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.found import Found
from mailbot.core.forms.layout.wraps import OWN
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.by_house import with_naming_house
from mailbot.core.forms.persons.by_part_of_name import with_roles_by_part_of_name
from mailbot.core.forms.persons.by_role import with_roles_announced
from mailbot.core.forms.persons.by_surname import with_replaced_in_full, with_whole_names
from mailbot.core.forms.persons.deeds import with_deeds
from mailbot.core.forms.persons.remarks_at_names import with_remarks_at_names
from mailbot.core.forms.persons.roles_of_the_one import with_role_of_the_one
from mailbot.core.forms.persons.same_house import with_same_house
from mailbot.core.forms.prose.corrected import with_name_spelt
from mailbot.core.forms.prose.has_none import with_ways_denied
from mailbot.core.forms.prose.kept_private import with_wishes_kept
from mailbot.core.forms.prose.own_name import with_own_name
from mailbot.core.forms.prose.own_role import with_own_role
from mailbot.core.forms.prose.own_succession import with_own_succession
from mailbot.core.forms.taking.extensions import with_extension_beside, with_number_confirmed
from mailbot.core.values import Entry, Form, Known, Line


def words_proposed(entry: Entry) -> set[str]:
    """Return the readings offered that are words; numbers and addresses are lists."""
    return {each.proposal for each in entry.doubts if isinstance(each.proposal, str)}


def told_beside_signature(signed: tuple[Entry, ...], told: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the one entry of a signature with what sentences above it tell of fields that it does not name."""
    if len(signed) != 1 or len(told) != 1 or told[0].fields:
        return signed
    has = {*signed[0].fields, *(each.field for each in signed[0].doubts)}
    more = tuple(each for each in told[0].doubts if each.field not in has and each.one_reading)
    return (replace(signed[0], doubts=(*signed[0].doubts, *more)),)


def with_letter_said(
    entries: tuple[Entry, ...], found: Found, lines: Sequence[Line], writer: str, form: Form, known: Known
) -> tuple[Entry, ...]:
    """Return the entries with what the letter around them says; ``writer``: name and address of its sender."""
    entries = with_name_spelt(with_same_house(entries, form), lines, form)
    entries = with_roles_by_part_of_name(entries, found.loose, form)
    entries = with_whole_names(entries, lines, writer, form)
    entries = with_remarks_at_names(with_deeds(entries, lines, form, known), lines, form)
    entries = with_roles_announced(entries, lines, form, known)
    entries = with_naming_house(entries, lines, form)
    entries = with_own_role(entries, found.loose, lines, writer, form)
    entries = with_own_name(entries, lines, writer, form)
    entries = with_own_succession(entries, lines, writer, form)
    entries = with_ways_denied(with_role_of_the_one(entries, found.loose, form), found.loose, form)
    if len(entries) == 1:
        said = [Loose(" ".join(line.text for line in lines if line.label in OWN), 0)]
        entries = (with_number_confirmed(with_extension_beside(entries[0], said, form), said, form, known),)
    return with_wishes_kept(with_replaced_in_full(entries, form), lines, form)
