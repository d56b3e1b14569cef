"""One block of a table into drafts: dates paired, windows, milestones, who and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mailbot.core.programme import actors as who
from mailbot.core.programme.actors import Actors
from mailbot.core.programme.blocks import Block, Group
from mailbot.core.programme.items import (
    Item,
    activities_of,
    calendar_of,
    cut,
    items_of,
    sentence_join,
)
from mailbot.core.programme.pairing import Paired, Pairing, pair
from mailbot.core.programme.places import NO_HOST, described, to_be_offered
from mailbot.core.programme.values import Draft, Remark, both, joined
from mailbot.core.programme.when import Days, are_milestones, around, no_date, parted, short, window_of
from mailbot.core.values import Bilingual, Window


@dataclass(frozen=True, slots=True)
class _Activity:
    """One activity of a group, its title in the languages it is written in."""

    item: Item
    title: Bilingual
    group: Group
    place: int  # among the activities of its cell
    count: int


def drafts_of(
    block: Block, where: Bilingual, actors: Actors, today: date, adopted: date | None
) -> tuple[list[Draft], list[Remark]]:
    """Return the drafts of a block and its doubts."""
    days = Days(today, adopted)
    activities = [each for group in block.groups for each in _activities(group)]
    doubts = [Remark(where, LANGUAGES_DIFFER) for group in block.groups if _languages_differ(group)]
    if block.shared:
        activities, pairing = _shared(activities, today)
        doubts.append(Remark(where, ONE_CELL))
    else:
        entries = calendar_of(block.calendar, today, actors)
        pairing = pair([each.item for each in activities], entries, today, actors)
    doubts += [Remark(where, pairing.doubt)] if pairing.doubt else []
    drafts = []
    for activity, paired in zip(activities, pairing.pairs, strict=True):
        draft, more = _draft(activity, paired, where, actors, days)
        drafts.append(draft)
        doubts += more
    return drafts, doubts


LANGUAGES_DIFFER = Bilingual(
    "las columnas en español y en inglés no tienen el mismo número de actividades; se leyó la primera",
    "the Spanish and the English column do not hold the same number of activities; the first was read",
)
ONE_CELL = Bilingual(
    "la actividad y el calendario están en una sola celda; revise dónde se separaron",
    "activity and calendar stand in one cell; check where they were parted",
)


def _shared(activities: Sequence[_Activity], today: date) -> tuple[list[_Activity], Pairing]:
    cuts = [cut(each.item.text, today) for each in activities]
    pairs = tuple(Paired((Item(said),) if said else (), "proposed") for _, said in cuts)
    parted = []
    for each, (words, said) in zip(activities, cuts, strict=True):
        title = both("es" if each.title.es else "en", words) if words and said else each.title
        parted.append(replace(each, title=title))
    return parted, Pairing(pairs)


def _activities(group: Group) -> list[_Activity]:
    by_language = {language: activities_of(lines) for language, lines in group.lines.items()}
    if not by_language:
        return []
    first, *others = by_language.items()
    titles = [both(first[0], item.text) for item in first[1]]
    for language, items in others:
        if len(items) == len(titles):
            halves = [both(language, item.text) for item in items]
            titles = [joined(title, half) for title, half in zip(titles, halves, strict=True)]
    rows = enumerate(zip(first[1], titles, strict=True))
    return [_Activity(item, title, group, place, len(titles)) for place, (item, title) in rows]


def _languages_differ(group: Group) -> bool:
    return len({len(activities_of(lines)) for lines in group.lines.values()}) > 1


def _beside(activity: _Activity, role: str) -> str:
    """Return what a column says of one activity of a cell: its own entry, else all of them."""
    lines = activity.group.extras.get(role, ())
    items = items_of(lines)
    if activity.count > 1 and len(items) == activity.count:
        return items[activity.place].text
    if role == "code" and activity.count > 1:
        return ""
    return sentence_join([item.text for item in items])


def _draft(
    activity: _Activity, paired: Paired, where: Bilingual, actors: Actors, days: Days
) -> tuple[Draft, list[Remark]]:
    text = activity.title.es or activity.title.en
    entries = parted(paired.entries, days.today)
    calendar = sentence_join([each.text for each in entries])
    named = Bilingual(f"{where.es}: «{short(text)}»", f"{where.en}: “{short(text)}”")
    milestones = _milestones(entries, activity, where, actors, days) if are_milestones(entries, days.today) else ()
    if paired.origin == "unclear":
        window, doubt = Window("undated", calendar), None
    elif milestones:
        window, doubt = around(milestones, calendar), None
    else:
        window, doubt = window_of(calendar, text, days)
    doubts = [Remark(named, doubt)] if doubt else []
    people = _people(activity, text, calendar, actors)
    if milestones and "place" in people.derived:
        people = replace(people, place="")  # of a milestone, not of the whole
    if not doubt and window.kind == "undated" and paired.origin != "unclear":
        doubts.append(Remark(named, no_date(calendar, actors)))
    if to_be_offered(people.place, text):
        doubts.append(Remark(named, NO_HOST))
    draft = Draft(
        title=activity.title,
        where=named,
        code=_beside(activity, "code") or activity.item.code,
        theme=activity.group.theme,
        objective=activity.group.objective,
        calendar_text=calendar,
        window=window,
        origin="proposed" if paired.origin == "unclear" else paired.origin,
        depends_on=tuple(filter(None, [_beside(activity, "depends")])),
        milestones=milestones,
        responsible=people.responsible,
        partners=people.partners,
        place=people.place,
        derived=people.derived,
    )
    return draft, doubts


@dataclass(frozen=True, slots=True)
class _People:
    """Who and where; ``derived``: which of them come from prose."""

    responsible: tuple[str, ...]
    partners: tuple[str, ...]
    place: str
    derived: frozenset[str]


def _people(activity: _Activity, text: str, calendar: str, actors: Actors) -> _People:
    prose = f"{text}\n{calendar}"
    in_columns = {role: _beside(activity, role) for role in ("responsible", "partners", "place")}
    place = _place(text, calendar, actors)
    standing = _codes(who.everywhere(actors, in_columns["responsible"]))
    partners = _codes(who.everywhere(actors, in_columns["partners"])) or _codes(who.partners(actors, prose))
    said = [each for each in who.responsible(actors, prose) if prose[each.start : each.end] not in place.split(". ")]
    responsible = standing or tuple(code for code in _codes(said) if code not in partners)
    found = {"responsible": standing, "partners": in_columns["partners"], "place": in_columns["place"]}
    derived = frozenset(role for role, value in found.items() if not value)
    return _People(responsible, partners, in_columns["place"] or place, derived | {"window"})


def _codes(named: Sequence[who.Named]) -> tuple[str, ...]:
    return tuple(each.code for each in named)


def _place(text: str, calendar: str, actors: Actors) -> str:
    dated = any(character.isdigit() for character in calendar)
    place = who.place_in(actors, calendar) if dated else ""
    meets = who.is_meeting(actors.words, text)
    return place or (who.place_in(actors, text) if meets else "") or described(text, meets=meets)


def _milestones(
    entries: Sequence[Item], activity: _Activity, where: Bilingual, actors: Actors, days: Days
) -> tuple[Draft, ...]:
    language = "es" if activity.title.es else "en"
    found = []
    for entry in entries:
        words, said = cut(entry.text, days.today)
        window, _ = window_of(said, words, days)
        one = replace(activity, title=both(language, words), group=replace(activity.group, extras={}))
        people = _people(one, words, said, actors)
        found.append(
            Draft(
                title=one.title,
                where=where,
                theme=activity.group.theme,
                objective=activity.group.objective,
                calendar_text=said,
                window=window,
                responsible=people.responsible,
                partners=people.partners,
                place=people.place,
                derived=people.derived,
            )
        )
    return tuple(found)
