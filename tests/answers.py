"""Letters with a form, sample answers with their canonical values, and the check of a reading."""

from __future__ import annotations

import datetime as dt
import json
from email.message import EmailMessage
from functools import lru_cache
from typing import Any

from mailbot.core import reading
from mailbot.core.forms.naming.labels import label_key
from mailbot.core.letters.compose import compose
from mailbot.core.letters.facts import FormShown, GroupFacts, Person, Request
from mailbot.core.message import parse
from mailbot.core.values import Bilingual, Form, Known, Message, Reading
from mailbot.edges.pages import Pages, Rendered
from mailbot.edges.rulebook import load_countries, load_forms
from mailbot.edges.shipped import folder

FORMS = {form.id: form for form in load_forms(folder("rules") / "forms")}
COUNTRIES = dict(load_countries(folder("rules") / "countries.yaml"))
PAGES = Pages(folder("templates"))
GROUP = GroupFacts(
    "md",
    Bilingual("Grupo de Trabajo sobre Migración y Desarrollo", "Working Group on Migration and Development"),
    "grupo.md@crm.example",
    Bilingual("Guatemala", "Guatemala"),
    "America/Guatemala",
)
KNOWN = Known(today=dt.date(2011, 1, 6), region="HN", countries=COUNTRIES, own=frozenset({GROUP.address}))

# What a person writes → the canonical value.
CONTACT: dict[str, list[tuple[str, Any]]] = {
    "change": [("Actualización", "update"), ("new", "new"), ("alta", "new"), ("Update", "update")],
    "country": [("Honduras", "HN"), ("HONDURAS", "HN"), ("El Salvador", "SV"), ("Belize", "BZ")],
    "institution": [
        ("Secretaría de Relaciones Exteriores", "Secretaría de Relaciones Exteriores"),
        ("Ministry of Foreign Affairs", "Ministry of Foreign Affairs"),
        (
            "Instituto Nacional de Migración, Secretaría de Gobernación y Derechos Humanos de la República",
            "Instituto Nacional de Migración, Secretaría de Gobernación y Derechos Humanos de la República",
        ),
    ],
    "unit": [
        ("Dirección de Correo y Fax", "Dirección de Correo y Fax"),
        ("Consular Section", "Consular Section"),
    ],
    "name": [("Ana Prueba Ejemplo", "Ana Prueba Ejemplo"), ("José Ñandú de la Muestra", "José Ñandú de la Muestra")],
    "position": [
        ("Directora", "Directora"),
        ("Deputy Director, Multilateral Relations", "Deputy Director, Multilateral Relations"),
        (
            "Jefa del Departamento de Atención y Protección a Personas Migrantes en Tránsito y Retornadas",
            "Jefa del Departamento de Atención y Protección a Personas Migrantes en Tránsito y Retornadas",
        ),
    ],
    "role": [("punto focal", "focal-point"), ("Alternate", "alternate"), ("Contacto", "contact")],
    "email": [
        ("ana.prueba@sre.gob.example", ["ana.prueba@sre.gob.example"]),
        ("a@b.example; C@D.example", ["a@b.example", "C@d.example"]),
    ],
    "phone": [
        ("+504 2230-0000", ["+50422300000"]),
        ("2230-0000 ext. 12", ["+50422300000;ext=12"]),
        ("2230-0000 / 2230-0001", ["+50422300000", "+50422300001"]),
    ],
    "mobile": [("9990-0000", ["+50499900000"]), ("(504) 9990-0001", ["+50499900001"])],
    "fax": [("2230-0055", ["+50422300055"]), ("no tenemos", [])],
    "address": [
        ("Boulevard de Prueba, Tegucigalpa", "Boulevard de Prueba, Tegucigalpa"),
        (
            "Edificio Imaginario, 3er piso, Boulevard de Prueba, contiguo al Banco Ficticio, Tegucigalpa M.D.C.",
            "Edificio Imaginario, 3er piso, Boulevard de Prueba, contiguo al Banco Ficticio, Tegucigalpa M.D.C.",
        ),
    ],
    "language": [("español", "es"), ("English", "en")],
    "replaces": [("Pedro Pruebas Anteriores", "Pedro Pruebas Anteriores")],
    "valid_from": [("1 de marzo de 2011", "2011-03-01/2011-03-01"), ("15 April 2011", "2011-04-15/2011-04-15")],
}
STATUS: dict[str, list[tuple[str, Any]]] = {
    "activity": [("MD-07", "MD-07"), ("P003-08", "P003-08")],
    "status": [("realizada", "done"), ("in progress", "in-progress"), ("Postponed", "postponed")],
    "progress": [("60 %", 60), ("100", 100)],
    "date": [("12 de febrero de 2009", "2009-02-12/2009-02-12"), ("March 2009", "2009-03-01/2009-03-31")],
    "result": [("34 funcionarios capacitados", "34 funcionarios capacitados")],
    "responsible": [("Dirección General de Asuntos Consulares", "Dirección General de Asuntos Consulares")],
    "note": [
        ("Se enviará el informe", "Se enviará el informe"),
        (
            "El informe final, con los anexos y la lista de participantes de los nueve países, se enviará en abril",
            "El informe final, con los anexos y la lista de participantes de los nueve países, se enviará en abril",
        ),
    ],
}
MEETING: dict[str, list[tuple[str, Any]]] = {
    "country": [("Honduras", "HN"), ("El Salvador", "SV")],
    "attendance": [("sí", "yes"), ("No", "no"), ("por confirmar", "to-be-confirmed"), ("will attend", "yes")],
    "name": [("Ana Prueba Ejemplo", "Ana Prueba Ejemplo"), ("Por confirmar", "Por confirmar")],
    "position": CONTACT["position"],
    "institution": CONTACT["institution"],
    "email": CONTACT["email"],
    "costs": [("Secretaría de Trabajo", "Secretaría de Trabajo"), ("Ministry of Labour", "Ministry of Labour")],
}
PROPOSAL: dict[str, list[tuple[str, Any]]] = {
    "title": [("Taller regional sobre registros", "Taller regional sobre registros"), ("Data forum", "Data forum")],
    "objective": [("Mejorar los registros", "Mejorar los registros")],
    "goal": [("20 funcionarios capacitados", "20 funcionarios capacitados")],
    "calendar": [("segundo trimestre de 2011", "2011-04-01/2011-06-30"), ("March 2011", "2011-03-01/2011-03-31")],
    "responsible": [("Guatemala", "Guatemala")],
}
INDICATOR: dict[str, list[tuple[str, Any]]] = {
    "indicator": [("I-01", "I-01"), ("Funcionarios capacitados", "Funcionarios capacitados")],
    "value": [("34", "34"), ("12,5", "12.5"), ("34 funcionarios", "34")],
    "date": [("30 de junio de 2010", "2010-06-30/2010-06-30"), ("June 2010", "2010-06-01/2010-06-30")],
    "source": [("Registro de asistencia", "Registro de asistencia")],
}
SAMPLES = {
    "contact-update": CONTACT,
    "activity-status": STATUS,
    "activity-proposal": PROPOSAL,
    "indicator-value": INDICATOR,
    "meeting-reply": MEETING,
}
SHOWN = {
    "contact-update": {
        "name": "Reina Muestra",
        "country": "Guatemala",
        "position": "Analista",
        "phone": "+504 2230-7777",
        "email": "vieja@sre.gob.example",
    },
    "activity-status": {"activity": "P003-19"},
    "meeting-reply": {"country": "Guatemala"},
    "activity-proposal": {"title": "Foro de prueba"},
    "indicator-value": {"indicator": "I-07"},
}


@lru_cache
def letter(form_id: str, language: str, prefilled: bool) -> tuple[Rendered, Message, bytes]:
    form = FORMS[form_id]
    words = SHOWN[form.id] if prefilled else {}
    shown = {field: Bilingual(text, text) for field, text in words.items()}
    facts = Request(
        GROUP,
        Person("r@sre.gob.example", "Reina Muestra"),
        FormShown(form, shown, f"MD-{form.code}-HN-7K3QX"),
        None,
        dt.date(2011, 1, 21),
    )
    rendered = PAGES.render(facts, language)
    raw = compose(
        rendered,
        message_id="letter@crm.example",
        from_address=GROUP.address,
        from_name="Grupo MyD",
        to="r@sre.gob.example",
        to_name="Reina Muestra",
        date=dt.datetime(2011, 1, 3, 16, tzinfo=dt.UTC),
        kind="request",
        is_answer=False,
    )
    return rendered, parse(raw), raw


def reply_of(body: str, subject: str, sender: str = "ana.prueba@rree.gob.example", day: dt.date | None = None) -> bytes:
    """A plain answer of someone's own words."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = sender, f"RE: {subject}"
    if day is not None:
        mail["Date"] = day.strftime("%a, %d %b %Y 10:22:00 -0600")
    mail.set_content(body)
    return mail.as_bytes()


def reading_of(raw: bytes, known: Known, sent: Message | None = None) -> Reading:
    """What is read of a message by all our forms."""
    return reading.read(parse(raw), tuple(FORMS.values()), known, sent)


def entries_of(raw: bytes, known: Known, sent: Message | None = None) -> list[dict[str, Any]]:
    """The entries of the document ``mailbot read --json`` prints for a message."""
    document: Any = reading.as_json(reading_of(raw, known, sent))
    return list(document["entries"])


def contact_entries(body: str, region: str, subject: str | None = None) -> list[dict[str, Any]]:
    """The entries of what someone of that State answers to our request of January 2011 for contacts."""
    known = Known(today=dt.date(2011, 1, 10), region=region, countries=COUNTRIES)
    asked = subject or f"Actualización de la lista de contactos / Update of the contact list [MyD-DIR-2011-{region}]"
    return entries_of(reply_of(body, asked), known)


def labels(form: Form, language: str) -> dict[str, str]:
    return {field.id: field.label.get(language) for field in form.fields}


def short(value: Any) -> Any:
    return f"{value['start']}/{value['end']}" if isinstance(value, dict) else value


def check(document: dict[str, Any], form: Form, answers: dict[str, tuple[str, Any]]) -> None:
    json.dumps(document)
    assert document["kind"] == "answer", document
    assert len(document["entries"]) == 1, document["entries"]
    (entry,) = document["entries"]
    assert entry["form"] == form.id
    doubted = {doubt["field"] for doubt in entry["doubts"]}
    for field, (words, canonical) in answers.items():
        if field in doubted:
            continue
        wanted = canonical
        assert field in entry["fields"], (field, words, document)
        assert short(entry["fields"][field]["value"]) == wanted, (field, words, document)
    named = (
        {"activity"}
        if entry["fields"].get("activity", {}).get("value") == SHOWN["activity-status"]["activity"]
        else set()
    )
    beyond = set(entry["fields"]) - said_by_labels(entry, form) - named  # whom or what our letter names
    assert beyond <= set(answers), (sorted(answers), document)
    assert doubted <= set(answers)


def all_shown(entry: dict[str, Any]) -> dict[str, Any]:
    """The values of an entry, sure or doubtful."""
    return {name: each["value"] for name, each in entry["fields"].items()}


def only_asked(entry: dict[str, Any]) -> set[str]:
    """The fields of an entry of which there is only a question."""
    return {each["field"] for each in entry["doubts"]}


def said_by_labels(entry: dict[str, Any], form: Form) -> set[str]:
    """The fields that a label such as "Suplente: X" says by itself."""
    words = {
        label_key(word): field.id
        for field in form.fields
        for choice in field.choices
        if choice.in_label
        for word in (choice.label.es, choice.label.en, *choice.synonyms)
    }
    return {name for name, value in entry["fields"].items() if words.get(label_key(value["said"])) == name}


def region_fits(answers: dict[str, tuple[str, Any]]) -> bool:
    """National numbers are Honduran in the samples; another country makes them doubtful."""
    return answers.get("country", ("", "HN"))[1] == "HN" or not {"phone", "mobile", "fax"} & set(answers)


def by_certainty(entry: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of an entry of ``mailbot read --json`` that are taken, and those that are shown but asked."""
    taken = {name: each["value"] for name, each in entry["fields"].items() if each["certainty"] != "doubtful"}
    return taken, {name: each["value"] for name, each in entry["fields"].items() if name not in taken}
