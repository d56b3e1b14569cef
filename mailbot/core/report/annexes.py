"""The later sections of a report: goals, calls, coverage, what waits, and the contact list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailbot.core.letters.facts import ListedContact
from mailbot.core.report import words
from mailbot.core.report.facts import Call, Covered, Goal, ReportFacts, Waiting
from mailbot.core.report.paper import Block, Cell, Grid, Line, Prose, Span
from mailbot.core.report.pen import Pen
from mailbot.core.values import Bilingual

STATE = Bilingual("Estado", "State")
ACROSS = 3  # calls side by side in the matrix


def annexes(facts: ReportFacts, pen: Pen) -> Iterator[Block]:
    """Yield what follows the programme."""
    if facts.goals:
        yield pen.section("goals")
        yield _goals(facts.goals, pen)
    yield pen.section("calls")
    yield from _calls(facts, pen)
    yield pen.section("coverage")
    yield from _coverage(facts.coverage, pen)
    yield pen.section("holds")
    yield _holds(facts.holds, pen)
    yield pen.section("contacts")
    yield from _contacts(facts, pen)
    yield Prose(
        (
            pen.words(
                "Los datos personales de esta lista son solo para el trabajo del grupo.",
                "The personal data in this list are for the work of the group only.",
            ),
        )
    )


def _goals(goals: Sequence[Goal], pen: Pen) -> Grid:
    heads = (
        pen.words("Indicador", "Indicator"),
        pen.words("Línea de base", "Baseline"),
        pen.words("Meta", "Target"),
        pen.words("Valor medido", "Measured"),
        pen.words("Avance", "Progress"),
    )
    rows = tuple(_goal(each, pen) for each in goals)
    return Grid(pen.say(words.SECTIONS["goals"]), heads, rows, (3.0, 1.2, 2.0, 2.6, 1.2))


def _goal(goal: Goal, pen: Pen) -> tuple[Cell, ...]:
    by_when = ((pen.words("hasta el ", "by "), pen.day(goal.due)),) if goal.due else ()
    late = ((pen.say(words.LATE, strong=True),),) if goal.late else ()
    return (
        ((Span(f"{goal.code} ", pen.language, strong=True), pen.given(goal.title)),),
        ((_amount(goal.baseline, goal, pen),),),
        ((_amount(goal.target, goal, pen),), *by_when, *late),
        _measured(goal, pen),
        ((Span("" if goal.share is None else f"{goal.share} %", pen.language),),),
    )


def _measured(goal: Goal, pen: Pen) -> Cell:
    if not goal.measured:
        return ((pen.say(words.SILENT),),)
    on = ((pen.day(goal.on),),) if goal.on else ()
    source = ((Span(goal.source, pen.language),),) if goal.source else ()
    return ((_amount(goal.measured, goal, pen),), *on, *source)


def _amount(number: str, goal: Goal, pen: Pen) -> Span:
    return Span(f"{number} {goal.unit.get(pen.language)}".strip() if number else "", pen.language)


def _calls(facts: ReportFacts, pen: Pen) -> Iterator[Block]:
    if not facts.calls:
        yield Prose((pen.words("No hubo solicitudes en el período.", "There were no calls in the period."),))
        return
    heads = (
        Bilingual("Solicitud", "Call"),
        Bilingual("Enviada", "Sent"),
        Bilingual("Hasta", "Until"),
        Bilingual("Respuestas", "Answers"),
        Bilingual("Atrasadas", "Late"),
        Bilingual("Recordatorios", "Reminders"),
    )
    rows = [_call(number, each, pen) for number, each in enumerate(facts.calls, 1)]
    yield pen.grid(words.SECTIONS["calls"], heads, rows, (2.9, 1.5, 1.5, 1.5, 1.4, 1.8))
    for start in range(0, len(facts.calls), ACROSS):
        yield _matrix(facts, start, pen)


def _call(number: int, call: Call, pen: Pen) -> tuple[Span, ...]:
    title = call.title.get(pen.language)
    return (
        Span(f"{number}. {title}", pen.language, compared=False),
        pen.day(call.asked_on),
        pen.day(call.due) if call.due else pen.words("sin fecha", "no date"),
        pen.words(f"{call.answered} de {call.asked}", f"{call.answered} of {call.asked}"),
        pen.number(call.late),
        pen.number(call.reminders),
    )


def _matrix(facts: ReportFacts, start: int, pen: Pen) -> Grid:
    """States and up to ``ACROSS`` calls side by side; more calls make more tables."""
    calls = facts.calls[start : start + ACROSS]
    heads = [Bilingual(f"{n}. {each.title.es}", f"{n}. {each.title.en}") for n, each in enumerate(calls, start + 1)]
    rows = tuple(
        (((pen.say(state),),), *(_answer(call, place, pen) for call in calls))
        for place, state in enumerate(facts.states)
    )
    last = start + len(calls)
    caption = pen.words(
        f"Quién ha respondido: solicitudes {start + 1} a {last}", f"Who has answered: calls {start + 1} to {last}"
    )
    return Grid(caption, (pen.say(STATE), *map(pen.given, heads)), rows, (2.0, *(2.4 for _ in calls)), quiet=False)


def _answer(call: Call, place: int, pen: Pen) -> Cell:
    """When a State answered; else that it did not, or was not asked."""
    word = (pen.say(words.STATES[call.states[place]]),)
    when = call.answered_on[place]
    return (word, (pen.day(when),)) if when else (word,)


def _coverage(rows: Sequence[Covered], pen: Pen) -> Iterator[Block]:
    bare = [each.participant.get(pen.language) for each in rows if each.focal_points == 0]
    if bare:
        yield Prose((pen.words("Estados sin punto focal: ", "States without a focal point: "), _names(bare, pen)))
    else:
        yield Prose((pen.words("Todos los Estados tienen punto focal.", "Every State has a focal point."),))
    heads = (
        STATE,
        Bilingual("Puntos focales", "Focal points"),
        Bilingual("Contactos", "Contacts"),
        Bilingual("Última confirmación", "Last confirmed"),
        Bilingual("Días desde entonces", "Days since"),
    )
    table = [_covered(each, pen) for each in rows]
    yield pen.grid(words.SECTIONS["coverage"], heads, table, (2.4, 1.3, 1.2, 2.0, 1.4))


def _names(names: Sequence[str], pen: Pen) -> Span:
    return Span("; ".join(names) + ".", pen.language)


def _covered(row: Covered, pen: Pen) -> tuple[Span, ...]:
    return (
        pen.say(row.participant),
        pen.number(row.focal_points),
        pen.number(row.contacts),
        pen.day(row.confirmed_on) if row.confirmed_on else pen.say(words.NEVER),
        pen.number(row.age),
    )


def _holds(holds: Sequence[Waiting], pen: Pen) -> Block:
    if not holds:
        return Prose((pen.words("Nada espera una decisión.", "Nothing waits for a decision."),))
    heads = (
        Bilingual("N.º", "No."),
        Bilingual("Desde", "Since"),
        Bilingual("Asunto", "Matter"),
        Bilingual("Participante", "Participant"),
    )
    rows = [
        (
            pen.number(each.number),
            pen.day(each.since),
            pen.say(words.HOLDS.get(each.kind, words.OTHER_HOLD)),
            pen.say(each.participant) if each.participant else Span("", pen.language),
        )
        for each in holds
    ]
    return pen.grid(words.SECTIONS["holds"], heads, rows, (0.7, 1.8, 3.5, 2.0))


def _contacts(facts: ReportFacts, pen: Pen) -> Iterator[Block]:
    if not facts.contacts:
        yield Prose((pen.words("La lista está vacía.", "The list is empty."),))
        return
    named = {"name", "role"} & set(facts.columns)
    reached = {"phone", "mobile", "fax", "email"} & set(facts.columns)
    heads = [pen.say(STATE)]
    shares = [1.5]
    if named:
        heads, shares = [*heads, pen.words("Nombre y función", "Name and role")], [*shares, 2.2]
    heads, shares = [*heads, pen.words("Cargo e institución", "Position and institution")], [*shares, 2.8]
    if reached:
        heads, shares = [*heads, pen.words("Teléfono y correo", "Telephone and e-mail")], [*shares, 2.7]
    rows = tuple(_contact(each, pen, named=bool(named), reached=bool(reached)) for each in facts.contacts)
    yield Grid(pen.words("Lista de contactos", "Contact list"), tuple(heads), rows, tuple(shares))


def _contact(row: ListedContact, pen: Pen, *, named: bool, reached: bool) -> tuple[Cell, ...]:
    cells: list[Cell] = [((pen.say(row.participant),),)]
    if named:
        who = " ".join(each for each in (row.title, row.name) if each)
        cells.append(_lines(pen, Span(who, pen.language, strong=True), pen.say(row.role)))
    cells.append(_lines(pen, *(Span(each, pen.language) for each in (row.position, row.unit, row.institution))))
    if reached:
        fax = tuple(f"Fax {each}" for each in row.fax)
        cells.append(_lines(pen, *(Span(e, pen.language) for e in (*row.phone, *row.mobile, *fax, *row.email))))
    return tuple(cells)


def _lines(pen: Pen, *spans: Span) -> Cell:
    found: tuple[Line, ...] = tuple((span,) for span in spans if span.text)
    return found or ((Span("", pen.language),),)
