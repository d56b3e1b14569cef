"""Persons told of in sentences: who leaves, who comes instead, who is the focal point from now on.

"La Abg. Ana Prueba ya no labora aquí; en su lugar queda el Lic. Luis Ensayo, Oficial de Migración": two entries,
all doubts, put before a person who decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.absence import is_only_away, is_soon_back, stands_in
from mailbot.core.forms.persons.by_surname import called_before, leaver_listed, role_of_called
from mailbot.core.forms.persons.pairs import FOCAL_POINTS, ahead_of_list, are_exchanged
from mailbot.core.forms.persons.places import address_in
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.persons.reach import bracketed, without_data_between
from mailbot.core.forms.persons.roles import (
    AS_ROLE,
    HOLDER_ALONE,
    IS_POST,
    IS_ROLE,
    JOINS,
    NEW_HOLDER,
    ROLE_ALONE,
    holder,
    last_part,
    office_ahead,
    role_at,
    role_of,
    role_of_who,
    role_word,
)
from mailbot.core.forms.persons.runs import Run, persons_in, with_details
from mailbot.core.forms.persons.their_posts import (
    data_are_theirs,
    moved,
    moved_but_stays,
    post_ahead,
    tells_their_post,
    told_post,
    with_office,
    with_role_now,
    with_their_post,
    without_principal,
    writes_for,
)
from mailbot.core.forms.persons.told_entries import Told
from mailbot.core.forms.persons.told_words import (
    ABOUT_SOMETHING_ELSE,
    AS_CONTACT,
    ASKED_POLITELY,
    BUT_FOR,
    COMING,
    DATA_OF,
    HANDLES,
    I_LEAVE,
    INSTEAD,
    IS_REPLACED,
    IS_SUBJECT,
    LABELLED,
    LEAVES,
    NAMED,
    NOT_YET,
    OF_WHOM,
    OFF_THE_LIST,
    PUT_ON,
    REDIRECTED,
    REPLACES,
    STAYS_AS_IT_IS,
    TAKE,
    TAKEN_OFF,
    TAKES_OVER,
    THEIRS,
    THEY_REPLACE,
    TO_BE_TAKEN_OFF,
    WHO,
    WRITE_TO,
    WRITERS,
    has_cue,
    in_an_aside,
    of_whom,
    surnames_in,
)
from mailbot.core.forms.persons.verb_first import comes_first, denies, goes_first, stays
from mailbot.core.remembered import remembered

_RESPECTIVELY = re.compile(r"\b(?:respectively|respectivamente)\b", re.IGNORECASE)
_GIVES_DATA = re.compile(r"@|\d{3}")
_DATA_BELOW = re.compile(r"\b(?:datos|informaci[oó]n|details|data|information)\b[^.;:]{0,40}:\s*$", re.IGNORECASE)
_OF_ONESELF = re.compile(  # news of the writer's own, beside which others are put on the list
    r"\b(?:i (?:have been|was|am now|continue|remain)|my (?:new )?(?:title|position|(?:tele)?phone|number|e-?mail"
    r"|details|data)|sigo|contin[uú]o|he sido|fui|ahora (?:soy|ocupo)"
    r"|mis? (?:nuevo )?(?:cargo|puesto|tel[eé]fono|correo|datos"
    r"|n[uú]mero))\b",
    re.IGNORECASE,
)
_AND_WHO = re.compile(r",?\s(?:y|e|and)\s(?:(?:la|el|the|también|also)\s){0,2}", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:ya no |se )?(?:han |have |are |fueron |ser[aá]n |conclu|[a-zñ]+(?:an|en|aron|ieron|yeron)\b)", re.IGNORECASE
)
_MOST = 2_000  # characters of a line
_MOST_OTHER_WORDS = 15
_MOST_PERSONS = 12  # of a clause
_PAIR = 2  # who comes and who leaves


def persons_told(loose: Sequence[Loose]) -> tuple[Told, ...]:
    """Return whom the sentences tell of, in order; each person once."""
    told: list[Told] = []
    for line in loose:
        text = with_role_now(line.text[:_MOST])
        if not _has_cue(text):
            continue
        last = ""
        for clause in clauses(text):
            without, ahead, data = without_data_between(without_principal(clause))
            gone = leaver_listed(clause, last)
            if gone and all(each.run.name != gone.name for each in told):
                told.append(Told(gone, line.line, clause, "leave"))
            last = clause
            _take(told, without, line.line)
            if data:
                _given_data(told, ahead, data)
    if len(told) == 1 and told[0].change == "leave" and (run := moved_but_stays(told[0].run, told[0].said, loose)):
        told = [replace(told[0], run=run, change="")]
    told = [replace(each, run=with_their_post(each.run, each.reach)) for each in told]
    told = [each for each in told if not each.presented or _says_something(each)]
    if any(is_only_away(line.text[:_MOST]) for line in loose):
        told = [each for each in told if not each.redirected]
    if any(each.covers for each in told) and any(is_soon_back(line.text[:_MOST]) for line in loose):
        told = [each for each in told if not each.covers]
    if told and all(each.wished for each in told) and _words_beside(loose, told) > _MOST_OTHER_WORDS:
        return ()  # the whole is for a person to read
    return tuple(told)


def _says_something(told: Told) -> bool:
    """Tell whether data or a post of the person presented are told."""
    gives = _GIVES_DATA.search(told.reach) or told_post(told.reach) or _DATA_BELOW.search(told.reach)
    return bool(gives) and data_are_theirs(told.said[: told.run.start], told.reach)


@remembered
def _has_cue(text: str) -> bool:
    return has_cue(text) or IS_POST.search(text) is not None


def _given_data(told: list[Told], ahead: str, data: str) -> None:
    """Give the data that stood between a name and its verb to the one whose name it was."""
    for place, each in enumerate(told):
        if each.run.name and ahead.rstrip(" ,").endswith(each.run.name) and each.change != "leave":
            run = each.run if each.run.position else with_details(data, replace(each.run, end=0))
            told[place] = replace(each, run=run, reach=f"{each.reach} ({data})")


def _words_beside(loose: Sequence[Loose], told: Sequence[Told]) -> int:
    """Count the words of the sentences that tell of nobody and do not go on about somebody, courtesies apart."""
    said = {each.said for each in told}
    count = 0
    for line in loose:
        of_somebody = False
        for clause in clauses(line.text[:_MOST]):
            of_somebody = clause in said or (of_somebody and clause[:1].islower())
            beside = of_somebody or is_courtesy(clause) or _OF_ONESELF.search(clause)
            count += len(clause.split()) if is_sentence(clause) and not beside else 0
    return count


def _take(told: list[Told], clause: str, line: int) -> None:
    persons = persons_in(clause)
    asks = "?" in clause and not ASKED_POLITELY.search(clause)
    found = (
        [] if COMING.search(clause) or asks or stays(clause) else list(_of_clause(clause, persons, line, _leaver(told)))
    )
    _succeeded(told, clause, found)
    if told and len(persons) == 1 and told[-1].change in {"", "new"} and THEY_REPLACE.match(clause):
        told[-1] = replace(told[-1], change="new", replaces=told[-1].replaces or persons[0].name)
        found = [each for each in found if LEAVES.search(clause)]  # "she replaces Ana Prueba, who has retired"
    names = {each.run.name for each in told}
    told += [each for each in found if each.run.name not in names or not each.run.name]
    if told and not persons and told[-1].change == "leave" and INSTEAD.search(clause) and not NOT_YET.search(clause):
        told[-1] = replace(told[-1], succeeded=True)
    persons = () if tells_their_post(clause) else persons  # "Western Hemisphere Affairs" is nobody
    place = None if found else _whose(told, clause, persons)
    if place is not None:
        last = told[place]
        role = last.role or role_of(clause)
        told[place] = replace(last, reach=f"{last.reach} {clause}", role=role)


def _whose(told: Sequence[Told], clause: str, persons: Sequence[Run]) -> int | None:
    """The place of whose data a further sentence tells: of who is called by name in it, else of who came last."""
    called = [each.name.split() for each in persons] or [[each] for each in surnames_in(clause)]
    meant = {place for place, each in enumerate(told) for one in called if {*one} <= {*each.run.name.split()}}
    if called:
        mine = len(called) > 1 or WRITERS.search(clause) or not _GIVES_DATA.search(clause)
        places = [] if mine or len(meant) > 1 else [*meant]
    else:
        theirs = THEIRS.search(clause) or LABELLED.match(clause) or address_in(clause)
        places = list(reversed(range(len(told)))) if theirs else []
    places += reversed(range(len(told))) if called and not meant and _labelled(clause) else []
    return next((each for each in places if told[each].change != "leave"), None)


def _labelled(clause: str) -> bool:
    """Tell whether a sentence is labels and values, whatever capitals stand in it."""
    return bool(LABELLED.match(clause) or address_in(clause))


def _succeeded(told: list[Told], clause: str, found: Sequence[Told]) -> None:
    """Let "la abogada Prueba sustituye al Lic. Ensayo" be said of the Prueba told of before."""
    verb = REPLACES.search(clause)
    if not told or len(found) != 1 or found[0].change != "leave" or verb is None or found[0].run.start < verb.end():
        return
    ahead = {word.strip(",.;") for word in clause[: verb.start()].split()}
    meant = [place for place, each in enumerate(told) if each.change != "leave" and ahead & set(each.run.name.split())]
    if len(meant) == 1:
        told[meant[0]] = replace(told[meant[0]], change="new", replaces=found[0].run.name)


def _leaver(told: Sequence[Told]) -> str:
    return next((each.run.name for each in reversed(told) if each.change == "leave"), "")


def _of_clause(clause: str, persons: Sequence[Run], line: int, leaver: str) -> Iterator[Told]:
    """Yield whom one clause tells of: who leaves stands before the verb, who comes instead behind it."""
    leaves = LEAVES.search(clause)
    before = [each for each in persons if leaves and each.start < leaves.start()]
    first = None if before else goes_first(clause, persons)
    before = [first] if first else before
    before = [] if len(before) > 1 and TAKEN_OFF.search(clause[: before[0].start]) else before  # each has that verb
    if leaves and len(before) == _PAIR and _both_leave(clause, before, leaves):
        yield Told(before[0], line, clause, "leave")
        before = before[1:]
    before = _meant(clause, before, leaves) if leaves and len(before) > 1 else before
    called = called_before(clause[: leaves.start()]) if leaves and not before else None
    before = [called] if called else before
    if (leaves or first) and len(before) == 1:
        replaced = REPLACES.search(clause)
        yield Told(before[0], line, clause, "leave", succeeded=bool(replaced and replaced.start() < before[0].start))
        leaver = before[0].name
    elif not persons and I_LEAVE.search(clause):
        yield Told(Run(), line, clause, "leave")
    if not leaves and (has_role := role_of_called(clause)):
        yield Told(has_role[0], line, clause, role=has_role[1])
    rest = [each for each in persons if each not in before][:_MOST_PERSONS]
    if len(persons) == _PAIR and before == [persons[1]] and REPLACES.search(clause, persons[0].start, persons[1].start):
        rest = [*persons]  # "se designó a Ana Prueba en sustitución de Luis Ensayo, quien se jubiló"
    if are_exchanged(clause, rest):
        yield Told(rest[0], line, clause, "leave", succeeded=True, wished=True)
        reach = clause[rest[1].start + len(rest[1].name) :]
        yield Told(rest[1], line, clause, "new", replaces=rest[0].name, reach=reach, wished=True)
        return
    if len(rest) > 1 and FOCAL_POINTS.search(clause):
        yield from (Told(each, line, clause, role="focal-point") for each in rest)
        return
    for place in range(len(rest)):
        for each in _comes(clause, rest, place, line, leaver):
            yield each if each.role or each.change == "leave" else replace(each, role=role_of_who(each.reach))


def _both_leave(clause: str, before: Sequence[Run], leaves: re.Match[str]) -> bool:
    """Tell whether two joined by "y" have one verb in the plural: "… y la Mtra. X concluyeron su encargo"."""
    first, last = before
    ends = clause.find(last.name, last.start) + len(last.name)
    joined = _AND_WHO.fullmatch(clause[clause.find(first.name, first.start) + len(first.name) : last.start])
    return bool(joined and _PLURAL.match(leaves.group()) and not clause[ends : leaves.start()].strip(" ,"))


def _meant(clause: str, before: list[Run], leaves: re.Match[str]) -> list[Run]:
    """Whom of several before such a verb it is said of: "…, quien se jubiló", "X, quien cubría a Y, se jubiló"."""
    last = before[-1]
    if WHO.fullmatch(clause, last.end, leaves.start()):
        return [last]
    ends = [clause.find(each.name, each.start) + len(each.name) for each in before]
    aside = len(before) == _PAIR and in_an_aside(clause, ends[0], ends[1])
    return before[:1] if aside else before


def _comes(clause: str, rest: Sequence[Run], place: int, line: int, leaver: str) -> Iterator[Told]:
    """Yield a person who comes in another's place, or is named for a role."""
    person = with_office(clause, rest[place])
    office, unit = office_ahead(clause[: person.start])
    person = replace(person, institution=person.institution or office, unit=person.unit or unit)
    end = rest[place + 1].start if place + 1 < len(rest) else len(clause)
    ahead = clause[rest[place - 1].end if place else 0 : person.start]
    behind = clause[person.end : end]
    said = Told(person, line, clause, reach=clause[person.start + len(person.name) : end])
    if len(rest) == _PAIR and IS_REPLACED.search(clause[rest[0].start : rest[1].start]):
        if place:
            yield replace(said, change="new", replaces=rest[0].name, role=role_of(behind))
        return
    replaced = REPLACES.search(clause)
    old = next((each.name for each in rest if replaced and each.start > replaced.start()), "")
    if replaced and old == person.name and (len(rest) == _PAIR or OF_WHOM.search(ahead)):
        return  # who replaces them tells it, not whether they leave the list; or their number is replaced
    if replaced and old == person.name and len(rest) < _PAIR:
        yield replace(said, change="leave", reach="", succeeded=True)
    elif replaced and old and len(rest) == _PAIR:
        yield replace(said, change="new", replaces=old, role=role_of(clause))
    elif TAKEN_OFF.search(wish := ahead_of_list(clause, rest, place)):
        yield replace(said, change="leave", reach=bracketed(said.reach), wished=True)
    elif (TAKE.search(ahead) and OFF_THE_LIST.match(behind)) or (
        TO_BE_TAKEN_OFF.match(behind) and IS_SUBJECT.fullmatch(ahead)
    ):
        yield replace(said, change="leave", reach="", wished=True)
    elif PUT_ON.search(wish):
        as_role = AS_ROLE.search(wish)
        as_what = role_of(said.reach) or (role_at(as_role) if as_role else "")
        as_what = as_what or ("contact" if AS_CONTACT.search(said.reach) else "")
        yield replace(said, change="new", role=as_what, wished=True)
    elif len(rest) > 1 and _RESPECTIVELY.search(clause):
        return  # whose is which is told by their order
    elif named := of_whom(ahead, clause[person.start : end].partition(person.name)[2]):
        yield replace(said, reach=named)
    elif of_several := _of_several(behind, ahead, place) if len(rest) > 1 else None:
        yield replace(said, role=role_at(of_several))
    elif denies(ahead, behind):
        return
    elif leaver and comes_first(ahead):
        yield replace(said, change="new", replaces=leaver, role=role_of(behind) or holder(ahead))
    elif stands_in(clause, ahead, behind):
        yield replace(said, presented=True, covers=True)
    elif len(rest) > 1 and not holder(ahead):
        return
    elif (INSTEAD.search(ahead) and not NOT_YET.search(ahead)) or TAKES_OVER.search(behind):
        yield replace(said, change="new", replaces=leaver, role=role_of(behind) or holder(ahead))
    elif role := holder(ahead) or (NAMED.search(ahead) and (role_of(last_part(ahead)) or role_of(clause))):
        gives = bool(person.position or _GIVES_DATA.search(said.reach))
        comes = JOINS.search(ahead) or (gives and NEW_HOLDER.search(ahead) and NAMED.search(ahead))
        yield replace(said, role=role, change="new" if comes else "")
    elif person.position and not rest[place].position:
        as_role = AS_ROLE.search(behind)
        yield replace(said, role=role_word(as_role["role"]) if as_role else "")
    elif told := moved(clause, rest[place]) if len(rest) == 1 else None:
        yield replace(said, run=told, role=role_of(clause) if AS_ROLE.search(clause) else "")
    elif len(rest) == 1 and writes_for(ahead):
        yield replace(said, run=replace(person, position=person.position or post_ahead(ahead)), presented=True)
    elif len(rest) == 1 and (is_post := IS_POST.match(clause, rest[place].end)) and post_at(clause[is_post.end() :]):
        yield replace(said, run=replace(person, position=post_at(clause[is_post.end() :])), presented=True)
    elif found := IS_ROLE.search(clause[person.end :].lstrip(" ,")) or IS_ROLE.search(behind):
        yield replace(said, role=role_at(found), change="new" if found["joins"] else "")
    elif (HANDLES.search(behind) or (leaver and WRITE_TO.search(ahead))) and len(rest) == 1:
        yield said
    elif _is_as_it_was(ahead, clause, person):
        yield replace(said, reach="", role=role_of(ahead), as_before=True)
    elif len(rest) == 1 and _is_redirected(clause.replace(person.position, ""), ahead):
        yield replace(said, presented=True, redirected=True)


def _is_taken_off(ahead: str, behind: str) -> bool:
    """Tell whether words around a name take somebody off: "take Mr. X off the list", "X should be removed"."""
    taken = TAKE.search(ahead) and OFF_THE_LIST.match(behind)
    return bool(taken or (TO_BE_TAKEN_OFF.match(behind) and IS_SUBJECT.fullmatch(ahead)))


def _is_as_it_was(ahead: str, clause: str, person: Run) -> bool:
    """Tell whether no data of somebody change: "los datos del Lic. X siguen igual", "Ms. X's details are unchanged"."""
    stays = STAYS_AS_IT_IS.match(clause, clause.find(person.name, person.start) + len(person.name))
    owned = stays is not None and stays.group().startswith(("'", "’"))
    if stays is None or BUT_FOR.search(clause, stays.end()):
        return False
    return owned or DATA_OF.search(ahead) is not None


def _is_redirected(clause: str, ahead: str) -> bool:
    """Tell whether a clause says to whom the matter goes from now on: not whom to ask, to copy or to register with."""
    return REDIRECTED.search(ahead) is not None and not ABOUT_SOMETHING_ELSE.search(clause)


def _of_several(behind: str, ahead: str, place: int) -> re.Match[str] | None:
    """Where the role of one of several people stands: behind the name, or without a verb once another's was told."""
    alone = (ROLE_ALONE.match(behind) or HOLDER_ALONE.match(ahead)) if place else None
    return IS_ROLE.match(behind.lstrip(" ,")) or alone
