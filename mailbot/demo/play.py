"""The week of the demo as data: when, who, which letter is answered, how."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from mailbot.core.values import Bilingual
from mailbot.demo import replies
from mailbot.demo.replies import Writer

ZONE = ZoneInfo("America/Guatemala")


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """Return an hour of January 2009 in Guatemala."""
    return dt.datetime(2009, 1, day, hour, minute, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Scene:
    """Somebody writes: ``box`` is the address whose newest letter is answered."""

    when: dt.datetime
    box: str
    write: Writer
    told: Bilingual


BEGIN = at(5, 9)
DUE = dt.date(2009, 1, 16)
UNKNOWN = frozenset({"bficticia@mire-pa.example"})

SCENES: tuple[Scene, ...] = (
    Scene(
        at(5, 9, 20),
        "tsupuesto@minrex-ni.example",
        replies.out_of_office,
        Bilingual("Nicaragua: respuesta automática", "Nicaragua: an automatic reply"),
    ),
    Scene(
        at(5, 11),
        "mficticia@minex-gt.example",
        replies.outlook_above,
        Bilingual("Guatemala responde arriba, en Outlook", "Guatemala answers above, in Outlook"),
    ),
    Scene(
        at(5, 16, 30),
        "tplaceholder@prm-us.example",
        replies.gmail_no_change,
        Bilingual("Estados Unidos: «No change», en Gmail", "United States: “No change”, in Gmail"),
    ),
    Scene(
        at(6, 10),
        "rprueba@sre-hn.example",
        replies.outlook_inside,
        Bilingual("Honduras responde dentro de la cita", "Honduras answers inside the quotation"),
    ),
    Scene(
        at(6, 12),
        "pensayo@migracion-cr.example",
        replies.thanks,
        Bilingual("Costa Rica solo acusa recibo", "Costa Rica only acknowledges"),
    ),
    Scene(
        at(6, 15),
        "jmuestra@rree-sv.example",
        replies.html_table,
        Bilingual("El Salvador corrige la tabla HTML", "El Salvador corrects the HTML table"),
    ),
    Scene(
        at(7, 9),
        "fhipotetica@sre-mx.example",
        replies.with_mistake,
        Bilingual("México envía un correo incompleto", "Mexico sends an incomplete address"),
    ),
    Scene(
        at(7, 10, 15),
        "fhipotetica@sre-mx.example",
        replies.mended,
        Bilingual("México corrige la línea", "Mexico corrects the line"),
    ),
    Scene(
        at(7, 17),
        "pensayo@migracion-cr.example",
        replies.stranger,
        Bilingual("Escribe un desconocido", "A stranger writes"),
    ),
    Scene(
        at(8, 8, 45),
        "psample@cic-ca.example",
        replies.status_report,
        Bilingual("Canadá informa de una actividad, en inglés", "Canada reports an activity, in English"),
    ),
    Scene(
        at(8, 14),
        "ctesterman@foreign-bz.example",
        replies.list_command,
        Bilingual("Belice pide la lista desde el teléfono", "Belize asks for the list from a phone"),
    ),
)
REMIND = at(9, 9)
MONDAY = at(12, 8, 5)
