"""Letters that are not ours in layout, filled in and returned: the same values, and nothing besides.

What is sent is made here: labels in one language, in both on one line or in halves, numbered, with
bullets, underscores or brackets, the value below its label, tables of two or three columns.
"""

from __future__ import annotations

import html
import random
import textwrap
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Field, Form
from tests.answers import FORMS, KNOWN

ABOVE = [
    "Estimados colegas:",
    "",
    "Agradeceremos completar o corregir los datos siguientes y responder a este correo antes del 21 de enero.",
    "",
    "Dear colleagues: please complete or correct the following details.",
    "",
]
BELOW = ["", "Saludos cordiales / Best regards,", "Secretaría Técnica"]
HEADS = {
    "gmail": "El lun, 3 ene 2011 a las 10:22, Grupo MyD (<grupo.md@crm.example>) escribió:\n",
    "outlook": "De: Grupo MyD [mailto:grupo.md@crm.example]\nEnviado el: lunes, 03 de enero de 2011 10:22 a.m.\n"
    "Para: Reina Muestra\nAsunto: Solicitud\n",
    "original": "-----Original Message-----\nFrom: Grupo MyD [mailto:grupo.md@crm.example]\n"
    "Sent: Monday, January 03, 2011 10:22 AM\nTo: Reina Muestra\nSubject: Solicitud\n",
    "none": "",
}
WORDS = [
    "Estimados colegas: remito el formulario.\n\nSaludos,\nReina\n\n",
    "Va la información solicitada.\n\n",
    "Please see below.\n\nRegards,\nReina Muestra\n\n",
    "",
]
MINISTRY = "Secretaría de Gobernación, Justicia y Descentralización"
ADDRESS = "Edificio Imaginario, 3er piso, Boulevard de Prueba, Tegucigalpa"
TWO_MAILS = ["r.prueba@sre-hn.gob.example", "unidad@sre-hn.gob.example"]
SAMPLES: dict[str, list[tuple[str, Any]]] = {
    "change": [("Actualización", "update"), ("Update", "update"), ("Alta", "new"), ("Baja", "leave")],
    "country": [("Honduras", "HN")],
    "institution": [
        (each, each) for each in ("Secretaría de Gobernación, Justicia y Descentralización", "Cancillería")
    ],
    "unit": [(each, each) for each in ("Dirección General de Asuntos Consulares", "Unidad de Migración")],
    "title": [(each, each) for each in ("Lic.", "Licda.", "Dra.", "Abg.")],
    "name": [(each, each) for each in ("Reina Prueba de Inventado", "Ana Muestra-Ejemplo", "María José Ñandú Ejemplo")],
    "position": [(each, each) for each in ("Subdirector", "Jefa de la Unidad de Migración Laboral", "Analista")],
    "role": [("Punto focal", "focal-point"), ("Suplente", "alternate"), ("Focal point", "focal-point")],
    "email": [("reina@sre-hn.gob.example", ["reina@sre-hn.gob.example"]), ("; ".join(TWO_MAILS), TWO_MAILS)],
    "phone": [("(504) 2230-0000", ["+50422300000"]), ("2230-0001 ext. 123", ["+50422300001;ext=123"])],
    "mobile": [("9990-0000", ["+50499900000"]), ("(504) 9990-0001", ["+50499900001"])],
    "fax": [("2230-0055", ["+50422300055"]), ("no tenemos", [])],
    "address": [(ADDRESS, ADDRESS), ("Colonia Ficticia, calle 2, casa 14", "Colonia Ficticia, calle 2, casa 14")],
    "language": [("Español", "es"), ("English", "en")],
    "replaces": [("Juan Ejemplo Pérez", "Juan Ejemplo Pérez")],
    "activity": [("MD-07", "MD-07"), ("MD-03", "MD-03")],
    "status": [("Realizada", "done"), ("En proceso", "in-progress"), ("Pospuesta", "postponed")],
    "progress": [("80%", 80), ("75 por ciento", 75)],
    "date": [("16 de marzo de 2010", "2010-03-16/2010-03-16"), ("segunda quincena de abril", "2011-04-16/2011-04-30")],
    "result": [("34 funcionarios capacitados", "34 funcionarios capacitados")],
    "responsible": [("Honduras y El Salvador", "Honduras y El Salvador")],
    "note": [("Depende de los fondos", "Depende de los fondos")],
}
LAYOUTS = (
    "plain",
    "numbered",
    "underscores",
    "brackets",
    "below",
    "bullet",
    "capitals",
    "table-2",
    "table-3",
    "table-br",
)


@dataclass
class Returned:
    """A letter and what was made of it: ``old`` field → words as sent, ``new`` field → (words, value)."""

    form: Form
    fields: list[Field]
    old: dict[str, str]
    new: dict[str, tuple[str, Any]]
    layout: str
    language: str  # es | en | both | halves
    chance: random.Random

    def words(self, field: Field, *, filled: bool) -> str:
        return self.new[field.id][0] if filled and field.id in self.new else self.old.get(field.id, "")


def returned(seed: int, layout: str) -> Returned:
    chance = random.Random(f"{layout} {seed}")
    form = FORMS[chance.choice(["contact-update", "activity-status"])]
    fields = [each for each in form.fields if each.id in SAMPLES and (each.required or chance.random() < 0.8)]
    old = {each.id: chance.choice(SAMPLES[each.id])[0] for each in fields if _stands(each, chance)}
    new: dict[str, tuple[str, Any]] = {}
    for each in fields:
        before = [value for words, value in SAMPLES[each.id] if words == old.get(each.id)]
        others = [pair for pair in SAMPLES[each.id] if pair[1] not in before]
        if each.kind != "activity" and others and chance.random() < 0.7:
            new[each.id] = chance.choice(others)
    if new.get("status", ("", ""))[1] in {"done", "postponed"}:
        new = {name: value for name, value in new.items() if name not in {"progress", "date"}}
    return Returned(form, fields, old, new, layout, chance.choice(["es", "en", "both", "halves"]), chance)


def _stands(field: Field, chance: random.Random) -> bool:
    if field.kind == "activity":
        return True
    return field.id in {"country", "institution", "name", "email", "phone", "address"} and chance.random() < 0.6


def lines_of(case: Returned, language: str, *, filled: bool) -> list[str]:
    found = []
    for number, field in enumerate(case.fields, 1):
        both = f"{field.label.es} / {field.label.en}"
        label = both if language == "both" else field.label.get(language)
        label = {"numbered": f"{number}. {label}", "bullet": f"- {label}", "capitals": label.upper()}.get(
            case.layout, label
        )
        words = case.words(field, filled=filled)
        blank = {"underscores": "__________", "brackets": "[        ]"}.get(case.layout, "")
        if words and filled and field.id in case.new and field.id not in case.old:
            words = {"underscores": f"__{words}____", "brackets": f"[{words}]"}.get(case.layout, words)
        found += (
            [f"{label}:", words or blank, ""] if case.layout == "below" else [f"{label}: {words or blank}".rstrip()]
        )
    return found


def body_of(case: Returned, *, filled: bool) -> list[str]:
    if case.language != "halves":
        return lines_of(case, case.language, filled=filled)
    half = case.chance.choice(["es", "en"]) if filled else ""
    one, other = (lines_of(case, each, filled=filled and each == half) for each in ("es", "en"))
    return [*one, "", "-----", "", *other]


def table_of(case: Returned, *, filled: bool) -> str:
    rows = []
    for field in case.fields:
        words = html.escape(case.words(field, filled=filled)) or "&nbsp;"
        names = {
            "table-3": f"{field.label.es}</td><td>{field.label.en}",
            "table-br": f"{field.label.es}<br>{field.label.en}",
        }
        rows.append(f"<tr><td>{names.get(case.layout, field.label.es)}</td><td>{words}</td></tr>")
    return "".join(f"<p>{each}</p>" for each in ABOVE if each) + f"<table>{''.join(rows)}</table>"


def sent(case: Returned) -> bytes:
    mail = _mail("Grupo MyD <grupo.md@crm.example>", case)
    mail.set_content("\n".join([*ABOVE, *body_of(case, filled=False), *BELOW]))
    if case.layout.startswith("table"):
        mail.add_alternative(f"<html><body>{table_of(case, filled=False)}</body></html>", subtype="html")
    return mail.as_bytes()


def answer(case: Returned) -> bytes:
    mail = _mail("Reina Muestra <reina@sre-hn.gob.example>", case)
    above, head = case.chance.choice(WORDS), case.chance.choice(sorted(HEADS))
    if case.layout.startswith("table"):
        page = html.escape(above + HEADS["outlook"]).replace("\n", "<br>") + table_of(case, filled=True)
        mail.set_content(f"<html><body>{page}</body></html>", subtype="html")
        return mail.as_bytes()
    lines = [*ABOVE, *body_of(case, filled=True), *BELOW]
    if case.chance.random() < 0.4:
        lines = [piece for line in lines for piece in (textwrap.wrap(line, 70) or [""])]
    if case.chance.random() < 0.3 and head != "gmail":
        lines = [piece for line in lines for piece in (line, "")]
    if head == "gmail":
        lines = [f"> {line}".rstrip() for line in lines]
    mail.set_content(above + HEADS[head] + "\n" + "\n".join(lines))
    return mail.as_bytes()


def _mail(sender: str, case: Returned) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, "grupo.md@crm.example"
    mail["Subject"], mail["Date"] = f"RE: [MD-{case.form.code}-HN-7K3QX] Solicitud", "Thu, 06 Jan 2011 10:00:00 -0600"
    return mail


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_value_and_nothing_besides(layout: str, seed: int) -> None:
    case = returned(seed, layout)
    letter, back = parse(sent(case)), parse(answer(case))
    found = reading.read(back, tuple(FORMS.values()), KNOWN, letter).entries
    values = {name: _short(each.value) for entry in found for name, each in entry.fields.items() if name != "activity"}
    assert values == {name: value for name, (_, value) in case.new.items()}
    assert [doubt for entry in found for doubt in entry.doubts] == []


def _short(value: Any) -> Any:
    return f"{value['start']}/{value['end']}" if isinstance(value, dict) else value
