"""What happens in the year: orders of the operator, and mail that answers nothing."""

from __future__ import annotations

import argparse
import csv
import datetime as dt
from pathlib import Path

from mailbot.cli.directory import propose
from mailbot.cli.programme import import_programme
from mailbot.core.meetings import Meeting, Span
from mailbot.core.values import Bilingual, Carried
from mailbot.work import ask, import_contacts, meetings
from mailbot.work.import_rows import read_file
from tests import programme_paper as paper
from tests.town import STATES
from tests.year import post
from tests.year.characters import ENGLISH, LATE, SPANISH, answering, presiding, silent, writes
from tests.year.world import Person, Year, utc

HEADINGS = ("País", "Nombre completo", "Función en el grupo", "Cargo", "Correo electrónico", "Institución", "Idioma")
OFFICERS = (
    ("GT", "Presidenta Inventada", "officer", "Embajadora", "ppt@gt.example"),
    ("ST", "Directora Inventada", "officer", "Directora", "directora@st.example"),
)
FOCAL = tuple((code, f"Persona Inventada {code}", "punto focal", "Directora de Migración",
               f"focal@{code.lower()}.example") for code in STATES)  # fmt: skip
OTHERS = (
    ("DO", "Suplente Inventada", "suplente", "Asesora", "suplente@do.example"),
    ("NI", "Suplente Supuesto", "suplente", "Asesor", "suplente@ni.example"),
    ("RROCM", "Vocera Inventada", "contacto", "Vocera", "vocera@rrocm.example"),
)
STATUS = "activity-status"
# When each activity is asked about, and until when: the last day of its calendar.
ASKED = (
    ("2008-12-03T16:00", "MD-05a", "2009-01-16", ()),
    ("2008-12-03T16:10", "MD-10", "2009-01-30", ("MX",)),
    ("2008-12-03T16:20", "MD-14", "2009-01-30", ()),
    ("2009-01-05T16:00", "MD-19", "2009-02-06", ()),
    ("2009-01-05T16:10", "MD-08", "2009-02-27", ("HN",)),
    ("2009-01-12T16:00", "MD-05b", "2009-02-27", ()),
    ("2009-02-02T16:00", "MD-11", "2009-03-31", ()),
    ("2009-02-02T16:10", "MD-05c", "2009-03-31", ("MX",)),
    ("2009-04-08T16:00", "MD-13", "2009-05-15", ()),
    ("2009-05-14T16:00", "MD-12", "2009-06-30", ()),
    ("2009-10-01T16:00", "MD-01", "2009-11-10", ()),
)
TITLE = Bilingual("XX Reunión del Grupo", "XX Meeting of the Group")
PROPOSAL = """\
Propuesta de nueva actividad

Actividad: Directorio regional de programas
Objetivo: Fortalecer los vínculos
Meta: 30 programas registrados
Calendario: segundo semestre de 2009
Responsable: El Salvador
"""
INDICATORS = """\
activities: []
indicators:
- {code: I-01, name_es: Funcionarios capacitados, name_en: Officials trained, unit_es: personas, unit_en: people,
   baseline: 0, target: 200, due: diciembre de 2009, combine: sum}
"""


def cast(year: Year) -> None:
    """Everybody, and how they treat mail."""
    people = {
        "ppt@gt.example": ("GT", presiding),
        "ppt@pa.example": ("PA", presiding),
        "directora@st.example": ("ST", silent),
        "vocera@rrocm.example": ("RROCM", silent),
        "suplente@do.example": ("DO", silent),
        "focal@do.example": ("DO", silent),
        "focal@gt.example": ("GT", answering(SPANISH, days=1)),
        "focal@hn.example": ("HN", answering(_honduras(), days=2, quoting="headed")),
        "focal@pa.example": ("PA", answering(SPANISH, days=0.2, quoting="marked", calendar="ACCEPTED")),
        "focal@cr.example": ("CR", answering(SPANISH, days=3, calendar="TENTATIVE")),
        "nueva@cr.example": ("CR", answering(SPANISH, days=1, calendar="ACCEPTED")),
        "focal@bz.example": ("BZ", answering(_belize(), days=2, quoting="marked")),
        "focal@ca.example": ("CA", answering(ENGLISH, days=6, letter=3)),
        "focal@us.example": ("US", answering(_united_states(), days=4, asked="CONFIRM\n")),
        "focal@mx.example": ("MX", answering(_mexico(), days=1, letter=LATE, early=PRORROGUE)),
        "focal@ni.example": ("NI", answering(SPANISH, days=2)),
        "suplente@ni.example": ("NI", answering(SPANISH, days=2, quoting="headed")),
        "nuevo@ni.example": ("NI", answering(SPANISH, days=2)),
        "focal@sv.example": ("SV", answering(_el_salvador(), days=2, asked="MD-14: realizada\n")),
        "prensa@diario.example": ("", silent),
    }
    year.people = {address: Person(address, state, reads) for address, (state, reads) in people.items()}
    year.people["focal@ca.example"].back_at = utc("2009-01-07T00:00")
    year.people["focal@ni.example"].gone_from = utc("2009-02-16T00:00")


def _honduras() -> dict[str, str]:
    moved = "{about}: pospuesta al 15 de abril de 2009 por falta de sede\n"
    return {**SPANISH, "activity-status/MD-08": moved}


def _belize() -> dict[str, str]:
    """Belize fills in the half in the other language."""
    return {**ENGLISH, "activity-status": "Actividad: {about}\nEstado: en proceso\nAvance: 60 %\n"}


def _united_states() -> dict[str, str]:
    prose = "Dear all, the activity was held on 12 January 2009 in Miami.\n"
    regrets = "Dear colleagues,\n\nWe regret to inform you that the US will not send a representative.\n"
    return {**ENGLISH, "activity-status": prose, "meeting-reply": regrets}


def _mexico() -> dict[str, str]:
    return {**SPANISH, "meeting-reply": "Asistencia: sí\nNombre: Ana Prueba\n\nNombre: Luis Ensayo\n"}


PRORROGUE = {"activity-status/MD-11": "Solicitamos una prórroga hasta el 15 de abril de 2009.\n"}


def _el_salvador() -> dict[str, str]:
    """El Salvador mistakes one code, and answers once for a neighbour."""
    return {**SPANISH, "activity-status/MD-14": "MD-41: realizada\n"}


# --- orders -----------------------------------------------------------------------------------


def write_list(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(HEADINGS)
        table.writerows(
            (*row, "Ministerio de Relaciones Exteriores", "inglés" if row[0] in {"US", "CA", "BZ"} else "español")
            for row in rows
        )
    return path


def import_list(year: Year, path: Path, *, proposed: dt.date | None) -> None:
    """``mailbot import contacts FILE``, with ``--propose --due`` or ``--apply``."""
    house, group = year.town.house, year.town.md
    with house.engine.begin() as connection:
        reader = import_contacts.Reader(house, connection, group)
        file = read_file(path, reader.form, reader.is_participant)
        planned = import_contacts.plan(reader, connection, group, file.rows)
        doubtful = [each.words.es for each in planned if each.state == "doubtful"]
        assert not doubtful, doubtful
        if proposed is None:
            import_contacts.apply(house, connection, group, planned)
    if proposed is not None:
        propose(house, group, file, planned, proposed)


def import_paper(year: Year, path: Path) -> None:
    """``mailbot import programme FILE --apply``."""
    given = argparse.Namespace(file=path, apply=True)
    assert import_programme(year.town.house, year.town.md, given) == 0


def ask_about(year: Year, code: str, due: str, only: tuple[str, ...]) -> None:
    house, day = year.town.house, dt.date.fromisoformat(due)
    ask.ask_all(house, year.town.md, house.form(STATUS), about=code, due=day, only=only)


def span(first: str, last: str) -> Span:
    return Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last), "America/Guatemala")


def plan_meeting(year: Year) -> None:
    house, group = year.town.house, year.town.md
    when = span("2009-03-10", "2009-03-12")
    meetings.add(house, group, Meeting(0, "grcm-20", "grcm", TITLE, "Hotel Inventado", when, 2, {"US": 3, "MX": 3}))
    meetings.invite(house, group, "grcm-20")


def move_meeting(year: Year, first: str, last: str) -> None:
    """The meeting moves, and the day of the report with it."""
    plan = year.town.md.report
    year.settings(report=type(plan)((dt.date.fromisoformat(first),), plan.draft_days, plan.to, plan.through))
    meetings.move(year.town.house, year.town.md, "grcm-20", span(first, last))


def orders(year: Year) -> None:
    """What the operator types in the year."""
    folder = year.folder
    officers, everybody = write_list(folder / "officers.csv", OFFICERS), write_list(folder / "list.csv", FOCAL + OTHERS)
    panama = write_list(
        folder / "panama.csv", (("PA", "Presidente Supuesto", "officer", "Embajador", "ppt@pa.example"),)
    )
    indicators = folder / "indicators.yaml"
    indicators.write_text(INDICATORS, encoding="utf-8")
    word = paper.word(folder / "programa.docx")
    due = dt.date(2008, 12, 22)
    year.order("2008-12-01T14:00", "import contacts --apply", lambda: import_list(year, officers, proposed=None))
    year.order("2008-12-01T15:00", "import contacts --propose", lambda: import_list(year, everybody, proposed=due))
    year.order("2008-12-02T15:00", "import programme --apply", lambda: import_paper(year, word))
    year.order("2008-12-02T15:10", "import programme --apply", lambda: import_paper(year, indicators))
    for when, code, until, only in ASKED:
        year.order(when, "ask", lambda code=code, until=until, only=only: ask_about(year, code, until, only))
    year.order("2009-01-12T17:00", "meeting add, invite", lambda: plan_meeting(year))
    year.order("2009-02-09T16:00", "meeting move", lambda: move_meeting(year, "2009-03-17", "2009-03-19"))
    year.order("2009-02-18T16:00", "meeting move", lambda: move_meeting(year, "2009-03-24", "2009-03-26"))
    year.order("2009-06-15T16:00", "import contacts --apply", lambda: import_list(year, panama, proposed=None))
    year.order("2009-07-01T12:00", "presidency = PA", lambda: year.presides("PA"))
    autumn = type(year.town.md.report)((dt.date(2009, 11, 24),), 10, None, None)
    year.order("2009-09-01T16:00", "report.meetings", lambda: year.settings(report=autumn))


# --- mail that answers nothing ----------------------------------------------------------------


def mail(year: Year) -> None:
    """What people write of themselves."""
    for when, sender, subject, text in LETTERS:
        raw = post.fresh(sender, subject, text, utc(when))
        year.at(when, lambda raw=raw: year.comes(raw))
    # Mexico's server takes nothing for two days; meanwhile Mexico answers the letter it had before.
    mexico = year.people["focal@mx.example"]
    busy = {mexico.address: Carried("later", "451 try again")}
    year.at("2009-11-03T12:00", lambda: year.town.carrier.answers.update(busy))
    year.at(
        "2009-11-04T15:00", lambda: writes(year, mexico, mexico.memory[("last", "request")], "MD-01: realizada\n", 0)
    )
    year.at("2009-11-05T12:00", year.town.carrier.answers.clear)


NEW = """\
Movimiento: nuevo
Nombre completo: {name}
Cargo: Directora
Institución: {institution}
Correo electrónico: {address}
Función en el grupo: punto focal
Sustituye a: Persona Inventada {state}
"""
NICARAGUA = NEW.format(name="Punto Nuevo", institution="Cancillería", address="nuevo@ni.example", state="NI")
COSTA_RICA = NEW.format(name="Nueva Supuesta", institution="Gobernación", address="nueva@cr.example", state="CR")
MINISTER = """\
Movimiento: actualización
Nombre completo: Persona Inventada HN
Cargo: Ministra
Vigente desde: 1 de diciembre de 2009
"""
MEASURED = "Indicador: I-01\nValor: {value}\nFecha: {day}\nFuente: Listas de asistencia\n"
MARCH = MEASURED.format(value=34, day="30 de marzo de 2009")
AUGUST = MEASURED.format(value=51, day="31 de agosto de 2009")
LETTERS = (
    ("2008-12-10T20:00", "prensa@diario.example", "Consulta", "¿Cuándo es la próxima reunión del grupo?\n"),
    ("2009-01-14T20:00", "focal@hn.example", "Lista", "LISTA\n"),
    ("2009-03-02T17:00", "focal@sv.example", "Propuesta de actividad", PROPOSAL),
    ("2009-03-05T17:00", "focal@sv.example", "Actividad", "Actividad: MD-10\nEstado: realizada\n"),
    ("2009-03-20T17:00", "suplente@ni.example", "Nuevo punto focal", NICARAGUA),
    ("2009-04-27T17:00", "focal@gt.example", "Indicador", MARCH),
    ("2009-05-05T17:00", "focal@pa.example", "Nota", "Estimados, el taller gustó mucho a todos los asistentes.\n"),
    ("2009-06-08T17:00", "focal@cr.example", "Cambio de punto focal", COSTA_RICA),
    ("2009-09-14T17:00", "focal@mx.example", "Indicator", AUGUST),
    ("2009-10-20T17:00", "focal@hn.example", "Cargo", MINISTER),
)
