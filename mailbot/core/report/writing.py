"""Facts → the blocks of one half of a report."""

from __future__ import annotations

from collections.abc import Iterator

from mailbot.core.language import detect
from mailbot.core.report import words
from mailbot.core.report.annexes import annexes
from mailbot.core.report.facts import Moved, Objective, Planned, Reported, ReportFacts, Theme
from mailbot.core.report.paper import Block, Cell, Grid, Head, Line, Points, Prose, Span, TitleBlock, check_halves
from mailbot.core.report.pen import Pen
from mailbot.core.values import Bilingual


def report(facts: ReportFacts) -> dict[str, tuple[Block, ...]]:
    """Return both halves, "es" and "en"; raises HalvesDiffer when they do not say the same."""
    halves = {language: tuple(_half(facts, Pen(language))) for language in ("es", "en")}
    check_halves(halves["es"], halves["en"])
    return halves


def _half(facts: ReportFacts, pen: Pen) -> Iterator[Block]:
    yield _title(facts, pen)
    if facts.heading.introduction.es:
        yield Prose((pen.say(facts.heading.introduction),))
    yield pen.section("summary")
    yield _summary(facts, pen)
    yield pen.section("programme")
    for theme in facts.themes:
        yield from _theme(theme, pen)
    if not facts.themes:
        yield Prose((pen.words("El programa no tiene actividades.", "The programme has no activities."),))
    yield pen.section("moved")
    yield _moved(facts.moved, pen)
    yield from annexes(facts, pen)


def _title(facts: ReportFacts, pen: Pen) -> TitleBlock:
    head = facts.heading
    period = Bilingual(
        f"del {words.day(head.start, 'es')} al {words.day(head.end, 'es')}",
        f"{words.day(head.start, 'en')} to {words.day(head.end, 'en')}",
    )
    said = {
        "to": pen.say(head.to),
        "through": pen.say(head.through),
        "by": pen.say(head.presidency),
        "period": pen.say(period),
        "meeting": pen.day(head.meeting),
        "dated": pen.day(head.dated),
    }
    lines = tuple((pen.say(words.LABELS[key], strong=True), span) for key, span in said.items() if span.text)
    number = Span(f"{words.NUMBER.get(pen.language)} {head.number}", pen.language)
    return TitleBlock(pen.say(head.group), pen.say(head.title), number if head.number else pen.say(words.DRAFT), lines)


def _summary(facts: ReportFacts, pen: Pen) -> Points:
    done = facts.activities
    closed, late = sum(each.closed for each in done), sum(each.late for each in done)
    new = sum(any(said.new for said in each.reported) for each in done)
    asked, answered = sum(each.asked for each in facts.calls), sum(each.answered for each in facts.calls)
    covered = sum(each.focal_points > 0 for each in facts.coverage)
    count = facts.counts.get
    items = (
        (
            (
                f"Actividades del programa: {len(done)}; concluidas: {closed}; atrasadas: {late}; "
                f"con novedades en el período: {new}."
            ),
            (
                f"Activities of the programme: {len(done)}; closed: {closed}; late: {late}; "
                f"with news in the period: {new}."
            ),
        ),
        (f"Fechas que cambiaron: {len(facts.moved)}.", f"Dates that moved: {len(facts.moved)}."),
        (
            (
                f"Solicitudes de insumos: {len(facts.calls)}; respuestas: {answered} de {asked}; "
                f"recordatorios enviados: {count('reminders', 0)}."
            ),
            (
                f"Calls for inputs: {len(facts.calls)}; answers: {answered} of {asked}; "
                f"reminders sent: {count('reminders', 0)}."
            ),
        ),
        (
            f"Estados con punto focal: {covered} de {len(facts.coverage)}.",
            f"States with a focal point: {covered} of {len(facts.coverage)}.",
        ),
        (
            (
                f"Mensajes recibidos: {count('messages', 0)}; cambios registrados: {count('changes', 0)}; "
                f"cartas enviadas: {count('letters', 0)}."
            ),
            (
                f"Messages received: {count('messages', 0)}; changes recorded: {count('changes', 0)}; "
                f"letters sent: {count('letters', 0)}."
            ),
        ),
        (f"Pendiente de decisión: {len(facts.holds)}.", f"Waiting for a decision: {len(facts.holds)}."),
    )
    return Points(tuple((pen.words(es, en),) for es, en in items))


def _theme(theme: Theme, pen: Pen) -> Iterator[Block]:
    yield Head(2, (pen.given(theme.title if _named(theme.title) else words.NO_THEME),))
    for objective in theme.objectives:
        if _named(objective.title):
            yield Head(3, (pen.given(objective.title),))
        yield _activities(theme, objective, pen)


def _named(title: Bilingual) -> bool:
    """Tell whether a title is there, be it in one language alone: both halves have the same headings."""
    return bool(title.es or title.en)


def _activities(theme: Theme, objective: Objective, pen: Pen) -> Grid:
    heads = (
        pen.words("Actividad", "Activity"),
        pen.words("Calendario", "Calendar"),
        pen.words("Responsables", "Responsible"),
        pen.words("Lo informado", "What was reported"),
    )
    named = next((each for each in (objective.title, theme.title) if _named(each)), words.NO_THEME)
    caption = Bilingual(f"Actividades: {named.es or named.en}", f"Activities: {named.en or named.es}")
    rows = tuple(_activity(each, pen) for each in objective.activities)
    return Grid(pen.given(caption), heads, rows, (2.6, 1.9, 1.5, 3.0))


def _activity(activity: Planned, pen: Pen) -> tuple[Cell, ...]:
    title: Cell = ((Span(activity.code, pen.language, strong=True),), (pen.given(activity.title),))
    people = tuple((pen.say(each),) for each in activity.responsible)
    said = tuple(line for each in activity.reported for line in _reported(each, pen))
    return title, _calendar(activity, pen), people, said or ((pen.say(words.SILENT),),)


def _calendar(activity: Planned, pen: Pen) -> Cell:
    lines: list[Line] = []
    if activity.calendar:
        lines.append((_own(activity.calendar, pen, otherwise="es"),))
    lines.append((pen.say(activity.window),))
    if activity.late:
        lines.append((pen.say(words.LATE, strong=True),))
    return tuple(lines)


def _reported(said: Reported, pen: Pen) -> Iterator[Line]:
    facts = [said.status.get(pen.language), said.progress, said.day.get(pen.language)]
    told = ", ".join(each for each in facts if each)
    mark = f"{words.NEW.get(pen.language)} " if said.new else ""
    reported = pen.words(f"informado el {words.day(said.on, 'es')}", f"reported on {words.day(said.on, 'en')}").text
    yield (
        Span(f"{mark}{said.participant.get(pen.language)}: ", pen.language, strong=True),
        Span(f"{told} ({reported})" if told else reported, pen.language),
    )
    for each in (said.result, said.note):
        if each:
            yield (_own(each, pen),)


def _moved(moves: tuple[Moved, ...], pen: Pen) -> Block:
    if not moves:
        return Prose((pen.words("Ninguna fecha cambió en el período.", "No date moved in the period."),))
    heads = (
        pen.words("Actividad", "Activity"),
        pen.words("Antes", "Before"),
        pen.words("Ahora", "Now"),
        pen.words("Motivo", "Reason"),
        pen.words("Quién y cuándo", "Who and when"),
    )
    rows = tuple(_move(each, pen) for each in moves)
    return Grid(pen.say(words.SECTIONS["moved"]), heads, rows, (2.4, 1.6, 1.6, 2.0, 1.6))


def _move(move: Moved, pen: Pen) -> tuple[Cell, ...]:
    why = _own(move.why, pen) if move.why else pen.words("no se indicó", "none given")
    title: Cell = ((Span(move.code, pen.language, strong=True),), (pen.given(move.title),))
    return (
        title,
        ((pen.say(move.before),),),
        ((pen.say(move.after),),),
        ((why,),),
        ((pen.say(move.who),), (pen.day(move.on),)),
    )


def _own(text: str, pen: Pen, otherwise: str = "") -> Span:
    """Somebody's own words, as written, in the language they are in."""
    found = detect(text)
    return Span(text, found if found != "und" else otherwise or pen.language)
