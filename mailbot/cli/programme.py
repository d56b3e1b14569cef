"""``import programme``: doubts first, then each activity, then the counts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence

from mailbot.cli.common import put, say
from mailbot.core.programme.compare import Plan, Step
from mailbot.core.programme.goals import Goal
from mailbot.core.records import Group
from mailbot.core.values import Bilingual
from mailbot.edges.locale import language
from mailbot.edges.store import directory
from mailbot.work import import_moves, indicators, programme_import
from mailbot.work.house import House

STATES = {
    "new": Bilingual("nueva", "new"),
    "changed": Bilingual("cambia", "changed"),
    "same": Bilingual("igual", "unchanged"),
    "gone": Bilingual("ya no está (se conserva)", "gone (kept)"),
}
COUNTS = {
    "new": (Bilingual("nueva", "new"), Bilingual("nuevas", "new")),
    "changed": (Bilingual("cambia", "changed"), Bilingual("cambian", "changed")),
    "same": (Bilingual("igual", "unchanged"), Bilingual("iguales", "unchanged")),
    "gone": (
        Bilingual("ya no está (se conserva)", "gone (kept)"),
        Bilingual("ya no están (se conservan)", "gone (kept)"),
    ),
    "doubts": (Bilingual("duda", "doubt"), Bilingual("dudas", "doubts")),
}
PROPOSED = Bilingual(
    "? junto a una fecha: se propone por el orden de las entradas, o la comparten varias actividades; revísela",
    "? beside a date: it is proposed by the order of the entries, or several activities share it; check it",
)
DOUBTS = Bilingual("Dudas", "Doubts")
FIELDS = {
    "title_es": Bilingual("actividad", "activity (Spanish)"),
    "title_en": Bilingual("actividad (inglés)", "activity"),
    "theme_es": Bilingual("tema", "theme (Spanish)"),
    "theme_en": Bilingual("tema (inglés)", "theme"),
    "objective_es": Bilingual("objetivo", "objective (Spanish)"),
    "objective_en": Bilingual("objetivo (inglés)", "objective"),
    "calendar_text": Bilingual("calendario", "calendar"),
    "kind": Bilingual("clase", "kind"),
    "start": Bilingual("comienza", "start"),
    "end": Bilingual("termina", "end"),
    "tentative": Bilingual("tentativa", "tentative"),
    "origin": Bilingual("procedencia de la fecha", "origin of the date"),
    "responsible": Bilingual("responsables", "responsible"),
    "partners": Bilingual("en coordinación con", "partners"),
    "place": Bilingual("lugar", "place"),
    "depends_on": Bilingual("depende de", "depends on"),
    "parent_code": Bilingual("es hito de", "milestone of"),
}


TOLD = ("responsible", "partners", "place", "depends_on")  # of a new activity, beneath its line


def import_programme(house: House, group: Group, arguments: argparse.Namespace) -> int:
    """Show what a paper would change; ``--apply`` does it."""
    programme = programme_import.read(house, group, arguments.file)
    goals, doubts = indicators.read(arguments.file, house.today(group))
    with house.engine.begin() as connection:
        plan = programme_import.plan(connection, group, programme, house.today(group))
        moved = import_moves.moves(connection, group, plan.steps, house.today(group))
        if arguments.apply:
            programme_import.apply(house, connection, group, plan.steps)
            import_moves.apply(house, connection, group, moved)
        measured = indicators.changes(connection, group, goals)
        if arguments.apply:
            indicators.apply(connection, group, measured)
    plan = Plan(plan.steps, (*plan.doubts, *doubts))
    told = lines_of(plan, language(), _names(house, group))
    put("\n".join([*told, *goal_lines(measured, language()), *move_lines(moved, language())]))
    say(APPLIED if arguments.apply else NOT_YET)
    return 0


APPLIED = Bilingual("Hecho; lo anterior queda en el historial.", "Done; what stood before is in the history.")
NOT_YET = Bilingual(
    "Nada se ha cambiado todavía; añada --apply para hacerlo.",
    "Nothing has been changed yet; add --apply to do it.",
)


def _names(house: House, group: Group) -> Mapping[str, Bilingual]:
    """Return how those are called whom a programme names: participants, and others as in ``rules/report.yaml``."""
    with house.engine.begin() as connection:
        known = directory.all_participants(connection, group.key)
    return {**house.report.names, **{each.code: each.name for each in known}}


def lines_of(plan: Plan, tongue: str, names: Mapping[str, Bilingual]) -> Iterable[str]:
    """Yield the preview: doubts, activities with what changes in them, counts."""
    if plan.doubts:
        yield f"{DOUBTS.get(tongue)} ({len(plan.doubts)})"
        yield from (f"  ? {each.where.get(tongue)}: {each.words.get(tongue)}" for each in plan.doubts)
        yield ""
    for step in plan.steps:
        yield from _step_lines(step, tongue, names)
    if any(step.state == "new" and step.values["origin"] != "said" for step in plan.steps):
        yield ""
        yield PROPOSED.get(tongue)
    counts = {**{state: plan.count(state) for state in STATES}, "doubts": len(plan.doubts)}
    yield ""
    yield ", ".join(f"{number} {COUNTS[what][number != 1].get(tongue)}" for what, number in counts.items())


def goal_lines(measured: Sequence[tuple[str, Goal]], tongue: str) -> Iterable[str]:
    """Yield the indicators of a file with what they are to the record."""
    if measured:
        yield ""
        yield INDICATORS.get(tongue)
    for state, goal in measured:
        numbers = (
            f"{goal.baseline if goal.baseline is not None else '…'} → {goal.target or '…'} {goal.unit.get(tongue)}"
        )
        name = goal.name.get(tongue)[:60]
        yield f"{STATES[state].get(tongue):<10} {goal.code:<10} {numbers} ({goal.due or '…'})  {name}".rstrip()


def move_lines(moved: Sequence[import_moves.MovedRequest], tongue: str) -> Iterable[str]:
    """Yield the requests whose due day moves with an activity's last day; applied, those asked are told."""
    if moved:
        yield ""
        yield REQUESTS.get(tongue)
    for each in moved:
        name = f"{each.request.about}  {each.request.participant.name.get(tongue)}"
        yield f"{each.request.code:<18} {each.request.due} → {each.due}  {name}"


REQUESTS = Bilingual(
    "Solicitudes abiertas cuyo plazo se mueve (con carta)", "Open requests whose day moves (told by letter)"
)
INDICATORS = Bilingual("Indicadores", "Indicators")


def _step_lines(step: Step, tongue: str, names: Mapping[str, Bilingual]) -> Iterable[str]:
    title = step.title.get(tongue) or step.title.es or step.title.en
    yield f"{STATES[step.state].get(tongue):<10} {step.code:<10} {_dates(step, tongue):<26} {title[:60]}".rstrip()
    told = {name: step.values[name] for name in TOLD if step.values.get(name)}
    for name in {"responsible", "partners"} & told.keys():
        told[name] = [names[code].get(tongue) if code in names else code for code in told[name]]
    details = [f"{FIELDS[name].get(tongue)}: {_shown(value)}" for name, value in told.items()]
    if step.state == "new" and details:
        yield f"    {'; '.join(details)}"
    for each in step.changes:
        yield f"    {FIELDS[each.field].get(tongue)}: {_shown(each.before)} → {_shown(each.after)}"


def _dates(step: Step, tongue: str) -> str:
    if step.state != "new":
        return ""
    start, end, kind = (step.values[key] for key in ("start", "end", "kind"))
    if start is None and end is None:
        return KINDS.get(kind, KINDS["undated"]).get(tongue)
    said = f"{start or '…'} – {end or '…'}" if start != end else f"{start}"
    return f"{said} ?" if step.values["origin"] != "said" else said


KINDS = {
    "undated": Bilingual("sin fecha", "no date"),
    "undecided": Bilingual("por definir", "to be decided"),
    "continuous": Bilingual("permanente", "continuous"),
    "recurring": Bilingual("se repite", "recurring"),
}


def _shown(value: object) -> str:
    if value is None or value in ("", []):
        return "…"
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return ", ".join(map(str, value)) if isinstance(value, list) else f"{value}"
