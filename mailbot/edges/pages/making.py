"""Blocks that templates call for: forms, outcomes, tables.

One file past 400 lines on purpose: every block a template may ask for, in one place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from mailbot.core.coverage import Coverage
from mailbot.core.letters.facts import (
    ActivityLine,
    Digest,
    DueItem,
    EntryOutcome,
    FormShown,
    FreeText,
    HoldLine,
    IndicatorLine,
    ListedContact,
    MatrixRow,
    MovedLine,
    Person,
    ProposedRow,
)
from mailbot.core.letters.meeting_facts import Delegate
from mailbot.core.meetings import STATES as STANDING
from mailbot.core.meetings import Span
from mailbot.core.values import Bilingual, Form, Problem
from mailbot.edges.pages.blocks import Block, Bullets, FormBlock, FormRow, Picture, Quote, Table
from mailbot.edges.pages.coverage_table import coverage_table

CODE = Bilingual("Código", "Code")
FIXED = 3  # columns of the contact list that stand although they are empty
NOTHING = Bilingual("(nada)", "(nothing)")
NOBODY_YET = Bilingual("(por nombrar)", "(to be named)")
LANGUAGE_NAMES = {
    "es": Bilingual("en español", "in Spanish"),
    "en": Bilingual("en inglés", "in English"),
    "und": Bilingual("idioma no reconocido", "language not recognised"),
}
TRENDS = {
    "up": Bilingual("↑ sube", "↑ up"),
    "down": Bilingual("↓ baja", "↓ down"),
    "level": Bilingual("→ igual", "→ level"),
    "none": Bilingual("", ""),
}
STATES = {
    "answered": Bilingual("✓ respondió", "✓ answered"),
    "asked": Bilingual("· en plazo", "· in time"),
    "late": Bilingual("! atrasado", "! late"),
    "excused": Bilingual("○ no le aplica", "○ not applicable"),
    "working": Bilingual("… trabaja en ello hasta el", "… working on it until"),
    "extension": Bilingual("? pide prórroga hasta el", "? asks for an extension until"),
    "bounced": Bilingual("✗ correo devuelto", "✗ mail returned"),
    "none": Bilingual("–", "–"),
}


NEW = Bilingual("NUEVO: ", "NEW: ")


def _states(row: MatrixRow) -> list[tuple[str, bool]]:
    return list(zip(row.states, row.new or (False,) * len(row.states), strict=True))


@cache
def day_words(value: dt.date | None, language: str) -> str:
    """Return a day in words: "16 de enero de 2009", "16 January 2009"; "" for None."""
    if value is None:
        return ""
    if language == "es":
        return str(format_date(value, "d 'de' MMMM 'de' y", locale="es"))
    return str(format_date(value, "d MMMM y", locale="en"))


class Maker:
    """Collects the blocks of one half; each method returns the marker a template prints."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.blocks: list[Block] = []

    def _put(self, block: Block) -> str:
        self.blocks.append(block)
        return f"\n\ue000{len(self.blocks) - 1}\ue001\n"

    def say(self, words: Bilingual | None) -> str:
        """Return the half of a text in this language."""
        return "" if words is None else words.get(self.language)

    def day(self, value: dt.date | None) -> str:
        """Return a day in words."""
        return day_words(value, self.language)

    def instant(self, value: dt.datetime, zone: str) -> str:
        """Return day and hour in the group's time zone."""
        local = value.astimezone(ZoneInfo(zone))
        hour = format_datetime(local, "H:mm", locale="en")
        return f"{self.day(local.date())}, {hour}"

    def greeting(self, to: Person) -> str:
        """Return the salutation; no gender is guessed."""
        who = " ".join(part for part in (to.title, to.name) if part)
        if self.language == "es":
            return f"Estimable {who}:" if who else "Estimables colegas:"
        return f"Dear {who}," if who else "Dear colleagues,"

    def form(self, shown: FormShown) -> str:
        """Return a form with what is known beside its labels and problems under their lines."""
        by_field: dict[str, list[str]] = {}
        for problem in shown.problems:
            by_field.setdefault(problem.where, []).append(self._remark(problem))
        rows = []
        for field in shown.form.fields:
            known = shown.shown.get(field.id)
            rows.append(
                FormRow(
                    field.id,
                    field.label.get(self.language),
                    "" if known is None else known.get(self.language),
                    tuple(by_field.pop(field.id, ())),
                )
            )
        block = FormBlock(shown.form.id, tuple(rows), CODE.get(self.language), shown.code)
        return self._put(block)

    def choices(self, shown: Form) -> str:
        """Return the allowed words of the form's choice fields."""
        items = []
        for field in shown.fields:
            if field.choices:
                words = ", ".join(each.label.get(self.language) for each in field.choices)
                items.append(f"{field.label.get(self.language)}: {words}")
        return self._put(Bullets(tuple(items))) if items else ""

    def fields(self, form: Form) -> str:
        """Return the form's fields with their help."""
        heads = ("Campo", "Qué escribir", "Ejemplo")
        if self.language == "en":
            heads = ("Field", "What to write", "Example")
        rows = tuple(
            (
                field.label.get(self.language),
                field.help.get(self.language),
                field.example.get(self.language) if field.example else "",
            )
            for field in form.fields
        )
        return self._put(Table(heads, rows, form.title.get(self.language), compared=False))

    def _remark(self, problem: Problem) -> str:
        said = f"«{problem.said}»: " if problem.said and self.language == "es" else ""
        if problem.said and self.language == "en":
            said = f"“{problem.said}”: "
        parts = (self.say(problem.what).rstrip("."), self.say(problem.mend).rstrip("."))
        return said + " ".join(part if part.endswith(("?", "!", "…")) else f"{part}." for part in parts if part)

    def changes(self, entry: EntryOutcome) -> str:
        """Return the fields of an outcome, before → after."""
        if not entry.changes:
            return ""
        heads = ("Dato", "Antes", "Ahora") if self.language == "es" else ("Field", "Before", "Now")
        if entry.outcome in {"asked", "held", "dated"}:
            heads = ("Dato", "Antes", "Propuesto") if self.language == "es" else ("Field", "Before", "Proposed")
        nothing = NOTHING.get(self.language)
        rows = tuple(
            (
                each.label.get(self.language),
                each.before.get(self.language) or nothing,
                self._once(each.after.get(self.language), entry) or nothing,
            )
            for each in entry.changes
        )
        return self._put(Table(heads, rows))

    def _once(self, words: str, entry: EntryOutcome) -> str:
        """People's own words stand once, quoted below the table with their language."""
        if all(words != each.text for each in entry.free_texts):
            return words
        return "véase abajo" if self.language == "es" else "see below"

    def _tongue(self, text: FreeText) -> str:
        return LANGUAGE_NAMES.get(text.language, LANGUAGE_NAMES["und"]).get(self.language)

    def problems(self, problems: Sequence[Problem]) -> str:
        """Return problems as a list."""
        return self._put(Bullets(tuple(self._remark(each) for each in problems)))

    def free_text(self, text: FreeText) -> str:
        """Return somebody's words with their language, and a translation labelled as a machine's."""
        made = self._put(Quote(f"{text.label.get(self.language)} ({self._tongue(text)}):", text.text))
        if text.translation is not None:
            label = "Traducción automática:" if self.language == "es" else "Machine translation:"
            return made + self._put(Quote(label, text.translation))
        if text.pending:
            return made + "\ntraducción pendiente / translation pending\n"
        return made

    def quote(self, heading: str, words: str) -> str:
        """Return somebody's words under a heading."""
        return self._put(Quote(heading, words))

    def bullets(self, items: Sequence[Bilingual]) -> str:
        """Return sentences as a list."""
        return self._put(Bullets(tuple(self.say(each) for each in items)))

    def counts(self, counts: Sequence[tuple[Bilingual, int]]) -> str:
        """Return how many of each as a list."""
        return self._put(Bullets(tuple(f"{self.say(name)}: {count}" for name, count in counts)))

    def proposed(self, rows: Sequence[ProposedRow]) -> str:
        """Return the rows of a file and what each would do."""
        spanish = self.language == "es"
        heads = (
            ("Persona", "Fila", "Qué es", "Qué dice") if spanish else ("Person", "Row", "What it is", "What it says")
        )
        cells = tuple((each.about or "?", each.place, self.say(each.state), self.say(each.words)) for each in rows)
        return self._put(Table(heads, cells))

    def listing(self, items: Sequence[Bilingual]) -> str:
        """Return names in a sentence: "migración y trabajo", "migration and labour"."""
        *rest, last = (self.say(each).lower() for each in items)
        join = " y " if self.language == "es" else " and "
        return f"{', '.join(rest)}{join}{last}" if rest else last

    def coverage(self, found: Coverage) -> str:
        """Return the matrix of States and branches."""
        return self._put(coverage_table(found, self.language))

    def contacts(self, rows: Sequence[ListedContact]) -> str:
        """Return the contact list."""
        spanish = self.language == "es"
        heads = (
            ("País", "Nombre", "Cargo e institución", "Teléfono", "Fax", "Correo", "Confirmado")
            if spanish
            else ("Country", "Name", "Position and institution", "Telephone", "Fax", "E-mail", "Confirmed")
        )
        shown = [self._contact(row) for row in rows]
        filled = [place for place, _ in enumerate(heads) if place < FIXED or any(row[place] for row in shown)]
        cells = tuple(tuple(row[place] for place in filled) for row in shown)
        return self._put(Table(tuple(heads[place] for place in filled), cells))

    def _contact(self, row: ListedContact) -> tuple[str, ...]:
        name = " ".join(part for part in (row.title, row.name) if part)
        work = ", ".join(part for part in (row.position, row.unit, row.institution) if part)
        mark = ("NUEVO " if self.language == "es" else "NEW ") if row.new else ""
        role = row.role.get(self.language)  # name and role may be withheld from this reader
        return (
            row.participant.get(self.language),
            f"{mark}{name} ({role})".strip() if role else f"{mark}{name}",
            work,
            "; ".join((*row.phone, *row.mobile)),
            "; ".join(row.fax),
            "; ".join(row.email),
            self.day(row.confirmed_on),
        )

    def pairs(self, fields: Sequence[tuple[Bilingual, Bilingual]]) -> str:
        """Return labels and values."""
        rows = tuple((self.say(label), self.say(value)) for label, value in fields)
        heads = ("Dato", "Valor") if self.language == "es" else ("Field", "Value")
        return self._put(Table(heads, rows, stacks=False))

    def matrix(self, digest: Digest) -> str:
        """Return who has answered what."""
        spanish = self.language == "es"
        heads = (
            "País" if spanish else "Country",
            *(self.say(each) for each in digest.columns),
            "Última palabra" if spanish else "Last word",
        )
        rows = tuple(
            (
                row.participant.get(self.language),
                *(self._standing(row, place) for place in range(len(row.states))),
                self.day(row.last_word),
            )
            for row in digest.matrix
        )
        caption = (
            "Quién ha respondido a cada solicitud; «–»: no se le pidió"
            if spanish
            else "Who has answered each request; “–”: not asked"
        )
        return self._put(Table(heads, rows, caption))

    def _standing(self, row: MatrixRow, place: int) -> str:
        words = STATES[row.states[place]].get(self.language)
        day = row.days[place] if place < len(row.days) and row.states[place] in {"working", "extension"} else None
        new = self._mark(new=place < len(row.new) and row.new[place])
        return f"{new}{words} {self.day(day)}" if day else new + words

    def _mark(self, *, new: bool) -> str:
        return NEW.get(self.language) if new else ""

    def activities(self, lines: Sequence[ActivityLine], caption: str = "") -> str:
        """Return activities with their dates and last status."""
        spanish = self.language == "es"
        named = ("Actividad", "Calendario", "Vence", "Estado") if spanish else ("Activity", "Calendar", "Due", "Status")
        numbered = any(line.number is not None for line in lines)
        heads: tuple[str, ...] = ("N.º" if spanish else "No.", *named) if numbered else named
        rows = tuple(
            (
                *((str(line.number or ""),) if numbered else ()),
                f"{self._mark(new=line.new)}{line.code} {self.say(line.title)}",
                line.calendar_text,
                self.day(line.due),
                self.say(line.status),
            )
            for line in lines
        )
        return self._put(Table(heads, rows, f"{caption}: {len(rows)}" if caption else ""))

    def due(self, items: Sequence[DueItem]) -> str:
        """Return what is due from one person: what, until when, what we last had, how to answer."""
        spanish = self.language == "es"
        heads = (
            ("N.º", "Qué", "Hasta cuándo", "Lo último que recibimos", "Cómo responder")
            if spanish
            else ("No.", "What", "Until when", "What we last had", "How to answer")
        )
        form = "con el formulario" if spanish else "with the form"
        rows = tuple(
            (
                str(each.number or place),
                "\n".join(filter(None, (self.say(each.title), self.say(each.about), each.code))),
                f"{self.day(each.due)}\n({self.left(each.days_left)})",
                self.say(each.last) + (f" ({self.day(each.last_on)})" if each.last_on else ""),
                self.say(each.how) or form,
            )
            for place, each in enumerate(items, 1)
        )
        return self._put(Table(heads, rows))

    def left(self, days: int) -> str:
        """Return how far a deadline is: "faltan 7 días", "tomorrow", "3 days ago"."""
        near = {0: Bilingual("hoy", "today"), 1: Bilingual("mañana", "tomorrow"), -1: Bilingual("ayer", "yesterday")}
        if days in near:
            return near[days].get(self.language)
        if days > 0:
            return f"faltan {days} días" if self.language == "es" else f"{days} days left"
        return f"hace {-days} días" if self.language == "es" else f"{-days} days ago"

    def holds(self, lines: Sequence[HoldLine]) -> str:
        """Return what waits for a decision, numbered."""
        spanish = self.language == "es"
        heads = ("N.º", "Desde", "Quién", "Qué") if spanish else ("No.", "Since", "Who", "What")
        rows = tuple(
            (
                str(line.number),
                self.day(line.since),
                line.sender,
                self._mark(new=line.new) + self.say(line.what),
            )
            for line in lines
        )
        caption = "Asuntos por decidir, con su número" if spanish else "Matters to decide, with their numbers"
        return self._put(Table(heads, rows, caption))

    def moved(self, lines: Sequence[MovedLine]) -> str:
        """Return activities that have another date: from, to, because."""
        return self._put(Bullets(tuple(self._moved(each) for each in lines)))

    def _moved(self, line: MovedLine) -> str:
        name, before, after = (self.say(each) for each in (line.activity, line.before, line.after))
        if self.language == "es":
            why = f"; motivo: «{line.reason}»" if line.reason else ""
            return f"{name}: antes {before}; ahora {after}{why}." if after else f"{name}: cancelada ({before}){why}."
        why = f", because “{line.reason}”" if line.reason else ""
        return f"{name}: moved from {before} to {after}{why}." if after else f"{name}: cancelled ({before}){why}."

    def indicators(self, lines: Sequence[IndicatorLine]) -> str:
        """Return the indicators with their numbers."""
        spanish = self.language == "es"
        heads = (
            ("Indicador", "Línea base", "Valor", "Meta", "Avance", "Hasta", "Último informe")
            if spanish
            else ("Indicator", "Baseline", "Value", "Target", "Progress", "By", "Last report")
        )
        rows = tuple(
            (
                f"{each.code} {self.say(each.name)}" + (f" ({self.say(each.unit)})" if self.say(each.unit) else ""),
                each.baseline,
                each.value or ("sin valor" if spanish else "no value"),
                each.target,
                f"{each.share} % {TRENDS[each.trend].get(self.language)}".strip() if each.share is not None else "",
                self.day(each.due) + (f" ({'ATRASADO' if spanish else 'LATE'})" if each.late else ""),
                ", ".join(filter(None, (self.day(each.last_on), each.source))),
            )
            for each in lines
        )
        return self._put(Table(heads, rows, "Indicadores del programa" if spanish else "Indicators of the programme"))

    def chart(self, name: str, lines: Sequence[IndicatorLine]) -> str:
        """Return the picture of the indicators; in text, and for who cannot see it, its words."""
        spanish = self.language == "es"
        said = "; ".join(f"{each.code} {each.share} %" for each in lines if each.share is not None)
        words = f"Gráfico de barras, avance hacia la meta: {said}." if spanish else ""
        return self._put(Picture(name, words or f"Bar chart, progress towards the target: {said}."))

    def dated(self, rows: Sequence[tuple[dt.date, Bilingual]]) -> str:
        """Return dated sentences as a list."""
        items = tuple(f"{self.day(when)}: {self.say(words)}" for when, words in rows)
        return self._put(Bullets(items))

    def delegates(self, rows: Sequence[Delegate]) -> str:
        """Return who takes part, by delegation, with what holds of each."""
        spanish = self.language == "es"
        heads = (
            ("Delegación", "Nombre", "Cargo e institución", "Correo", "Asistencia")
            if spanish
            else ("Delegation", "Name", "Position and institution", "E-mail", "Attendance")
        )
        costs = "Gastos: " if spanish else "Costs: "
        cells = tuple(
            (
                row.participant.get(self.language),
                row.name or NOBODY_YET.get(self.language),
                ", ".join(part for part in (row.position, row.institution) if part),
                row.email,
                "\n".join(filter(None, (STANDING[row.state].get(self.language), row.reason and costs + row.reason))),
            )
            for row in rows
        )
        return self._put(Table(heads, cells))

    def span(self, span: Span) -> str:
        """Return when a meeting is: days, or days with the hours at its place."""
        if span.starts is None or span.ends is None:
            days = list(dict.fromkeys(map(self.day, span.days)))
            spanish = self.language == "es"
            return ("del " if spanish and len(days) > 1 else "") + (" al " if spanish else " to ").join(days)
        starts, ends = (self.instant(each, span.timezone) for each in (span.starts, span.ends))
        if span.first == span.last:
            ends = ends.rpartition(", ")[2]
        here = "hora local" if self.language == "es" else "local time"
        return f"{starts} – {ends} ({here})"
