"""The report's own words, in both languages."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel.dates import format_date

from mailbot.core.values import Bilingual

DRAFT = Bilingual("BORRADOR, para aprobación de la Presidencia", "DRAFT, for approval by the Presidency")
NUMBER = Bilingual("Informe n.º", "Report no.")
LABELS = {
    "to": Bilingual("A", "To"),
    "through": Bilingual("Por conducto de", "Through"),
    "by": Bilingual("Presenta", "Presented by"),
    "period": Bilingual("Período", "Period"),
    "meeting": Bilingual("Reunión", "Meeting"),
    "dated": Bilingual("Fecha", "Date"),
}
SECTIONS = {
    "summary": Bilingual("Resumen", "Summary"),
    "programme": Bilingual("Programa de trabajo", "Work programme"),
    "moved": Bilingual("Fechas que cambiaron", "Dates that moved"),
    "goals": Bilingual("Metas e indicadores", "Goals and indicators"),
    "calls": Bilingual("Solicitudes de insumos", "Calls for inputs"),
    "coverage": Bilingual("Cobertura del directorio", "Coverage of the directory"),
    "holds": Bilingual("Pendiente de decisión", "Waiting for a decision"),
    "contacts": Bilingual("Anexo. Lista de contactos", "Annex. Contact list"),
}
STATES = {
    "answered": Bilingual("respondió", "answered"),
    "asked": Bilingual("en plazo", "in time"),
    "late": Bilingual("atrasado", "late"),
    "none": Bilingual("no se le pidió", "not asked"),
}
HOLDS = {
    "stranger": Bilingual("escribe alguien que no está en el directorio", "somebody not in the directory writes"),
    "note": Bilingual("mensaje para la Presidencia", "message for the Presidency"),
    "authority": Bilingual("cambio que debe decidir una persona", "change that a person must decide"),
    "unread": Bilingual("mensaje que no pudo leerse", "message that could not be read"),
    "unreadable": Bilingual("mensaje que no pudo leerse", "message that could not be read"),
    "unreachable": Bilingual("a un Estado no le llega el correo", "mail does not reach a State"),
    "vouch": Bilingual("alguien nuevo de una institución", "somebody new of an institution"),
    "replan": Bilingual("nueva fecha o cancelación para todos", "new date or cancellation for all"),
    "extension": Bilingual("prórroga solicitada", "extension asked for"),
    "proposal": Bilingual("propuesta de nueva actividad", "proposal of a new activity"),
    "counter": Bilingual("otra fecha propuesta para una reunión", "another day proposed for a meeting"),
}
OTHER_HOLD = Bilingual("asunto por decidir", "matter to decide")
NO_THEME = Bilingual("Sin tema", "No theme")
LATE = Bilingual("ATRASADA", "LATE")
NEW = Bilingual("NUEVO", "NEW")
SILENT = Bilingual("sin informe todavía", "nothing reported yet")
NEVER = Bilingual("sin confirmar", "never confirmed")


@cache
def day(value: date | None, language: str) -> str:
    """Return a day in words: "16 de enero de 2009", "16 January 2009"; "" for None."""
    if value is None:
        return ""
    pattern = "d 'de' MMMM 'de' y" if language == "es" else "d MMMM y"
    return str(format_date(value, pattern, locale=language))
