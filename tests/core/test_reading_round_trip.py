"""Send, fill in any manner, read: the same values or a doubt, never another value.

The letter is our own; the reply is what mail programs make of it.
"""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.core import reading
from mailbot.core.letters.compose import compose
from mailbot.core.letters.facts import FormShown, GroupFacts, Person, Request
from mailbot.core.message import parse
from mailbot.core.values import Bilingual, Form, Known, Message
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
SAMPLES = {"contact-update": CONTACT, "activity-status": STATUS}
SHOWN = {
    "contact-update": {
        "name": "Reina Muestra",
        "country": "Guatemala",
        "position": "Analista",
        "phone": "+504 2230-7777",
        "email": "vieja@sre.gob.example",
    },
    "activity-status": {"activity": "P003-19"},
}


@lru_cache
def letter(form_id: str, language: str, prefilled: bool) -> tuple[Rendered, Message]:
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
    return rendered, parse(raw)


def labels(form: Form, language: str) -> dict[str, str]:
    return {field.id: field.label.get(language) for field in form.fields}


def filled(text: str, answers: dict[str, str], names: dict[str, str], manner: str) -> list[tuple[str, bool]]:
    """Return lines with whether the writer typed the whole line."""
    waiting = {names[field]: words for field, words in answers.items()}
    lines: list[tuple[str, bool]] = []
    for line in text.split("\n"):
        label, colon, _ = line.partition(":")
        if not colon or label not in waiting or line.startswith("-"):
            lines.append((line, False))
            continue
        words = waiting.pop(label)
        if manner == "beside":
            lines.append((f"{label}: {words}", False))
        elif manner == "below":
            lines += [(line, False), (words, True)]
        elif manner == "below-apart":
            lines += [(line, False), ("", True), (words, True), ("", True)]
        else:
            lines.append((f"{label}:{words}", False))
    assert not waiting
    return lines


def in_shape(lines: list[tuple[str, bool]], shape: str) -> str:
    text = [line for line, _ in lines]
    if shape == "gmail":
        head = "El lun, 3 ene 2011 a las 10:22, Grupo MyD (<grupo.md@crm.example>) escribió:\n\n"
        return head + "\n".join(("> " + line).rstrip() for line in text)
    if shape == "gmail-typed-unmarked":
        head = "On Mon, Jan 3, 2011 at 10:22 AM, Grupo MyD <grupo.md@crm.example> wrote:\n\n"
        return head + "\n".join(line if own else ("> " + line).rstrip() for line, own in lines)
    if shape == "gmail-wrapped":
        head = "El 3 de enero de 2011 10:22, Grupo MyD <grupo.md@crm.example> escribió:\n\n"
        wrapped = [piece for line in text for piece in (textwrap.wrap(line, 70) or [""])]
        return head + "\n".join(("> " + line).rstrip() for line in wrapped)
    if shape == "outlook":
        head = (
            "De: Grupo MyD [mailto:grupo.md@crm.example]\nEnviado el: lunes, 03 de enero de 2011 10:22 a.m.\n"
            "Para: Reina Muestra\nAsunto: Actualización\n\n"
        )
        return head + "\n".join(text)
    return "\n".join(text)


def reply(body: str, code: str) -> Message:
    head = (
        "From: Reina <r@sre.gob.example>\nTo: grupo.md@crm.example\n"
        f"Subject: RE: {code}\nDate: Thu, 06 Jan 2011 10:00:00 -0600\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return parse((head + body).encode())


def short(value: Any) -> Any:
    return f"{value['start']}/{value['end']}" if isinstance(value, dict) else value


@st.composite
def fillings(draw: st.DrawFn) -> tuple[str, dict[str, tuple[str, Any]]]:
    form = draw(st.sampled_from(sorted(FORMS)))
    samples = SAMPLES[form]
    chosen = draw(st.lists(st.sampled_from(sorted(samples)), min_size=1, unique=True))
    return form, {field: draw(st.sampled_from(samples[field])) for field in chosen}


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
    assert set(entry["fields"]) <= set(answers), (sorted(answers), document)
    assert doubted <= set(answers)


def region_of(answers: dict[str, tuple[str, Any]]) -> bool:
    """National numbers are Honduran in the samples; another country makes them doubtful."""
    return answers.get("country", ("", "HN"))[1] == "HN" or not {"phone", "mobile", "fax"} & set(answers)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    filling=fillings(),
    language=st.sampled_from(["es", "en"]),
    half=st.sampled_from(["es", "en"]),
    prefilled=st.booleans(),
    manner=st.sampled_from(["beside", "beside-close", "below", "below-apart"]),
    shape=st.sampled_from(["gmail", "gmail-typed-unmarked", "gmail-wrapped", "outlook", "bare"]),
)
def test_filled_in_the_letter(filling, language, half, prefilled, manner, shape) -> None:  # type: ignore[no-untyped-def] # hypothesis
    form, answers = FORMS[filling[0]], filling[1]
    if not region_of(answers):
        return
    rendered, sent = letter(form.id, language, prefilled)
    words = {field: said for field, (said, _) in answers.items()}
    lines = filled(rendered.text, words, labels(form, half), manner)
    message = reply(in_shape(lines, shape), f"[MD-{form.code}-HN-7K3QX]")
    document = reading.as_json(reading.read(message, tuple(FORMS.values()), KNOWN, sent))
    check(document, form, answers)


NEW_MANNERS = {
    "colon": "{label}: {words}",
    "dash": "{label} - {words}",
    "equals": "{label} = {words}",
    "tab": "{label}\t{words}",
    "bar": "{label} | {words}",
    "numbered": "{number}. {label}: {words}",
    "bullet": "- {label}: {words}",
    "next-line": "{label}\n{words}\n",
    "next-line-colon": "{label}:\n{words}\n",
    "capitals": "{LABEL}: {words}",
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filling=fillings(), manner=st.sampled_from(sorted(NEW_MANNERS)), data=st.data())
def test_typed_anew(filling, manner, data) -> None:  # type: ignore[no-untyped-def] # hypothesis
    form, answers = FORMS[filling[0]], filling[1]
    if not region_of(answers):
        return
    lines = []
    for number, (field, (words, _)) in enumerate(answers.items(), 1):
        each = form.field(field)
        label = data.draw(st.sampled_from([each.label.es, each.label.en, *each.synonyms]))
        lines.append(NEW_MANNERS[manner].format(label=label, LABEL=label.upper(), words=words, number=number))
    body = "Estimados colegas:\n\n" + "\n".join(lines) + "\n\nSaludos cordiales,\nReina Muestra\nTel. 2230-9999\n"
    message = reply(body, f"[MD-{form.code}-HN-7K3QX]")
    document = reading.as_json(reading.read(message, tuple(FORMS.values()), KNOWN, None))
    check(document, form, answers)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_synonym_of_every_label(form: Form) -> None:
    """Both ways: each label names its field, and no label names two."""
    seen: dict[str, str] = {}
    for field in form.fields:
        sample, canonical = SAMPLES[form.id].get(field.id, [("Lic.", "Lic.")])[0]
        for label in (field.label.es, field.label.en, *field.synonyms):
            for written in (label, label.upper(), label.lower()):
                body = f"{written}: {sample}\n"
                message = reply(body, f"[MD-{form.code}-HN-7K3QX]")
                read = reading.read(message, tuple(FORMS.values()), KNOWN, None)
                values = {name: short(value.value) for entry in read.entries for name, value in entry.fields.items()}
                assert values == {field.id: canonical}, (written, values)
            assert seen.setdefault(label, field.id) == field.id


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_synonym_of_every_choice(form: Form) -> None:
    for field in form.fields:
        for choice in field.choices:
            for word in (choice.label.es, choice.label.en, *choice.synonyms):
                message = reply(f"{field.label.es}: {word}\n", f"[MD-{form.code}-HN-7K3QX]")
                read = reading.read(message, tuple(FORMS.values()), KNOWN, None)
                values = [entry.fields[field.id].value for entry in read.entries if field.id in entry.fields]
                assert values == [choice.value], (word, read.entries)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_no_change_phrase(form: Form) -> None:
    for phrase in form.no_change:
        for written in (phrase, phrase.upper() + ".", f"Estimados, {phrase}.\n\nSaludos"):
            message = reply(written, f"[MD-{form.code}-HN-7K3QX]")
            read = reading.read(message, tuple(FORMS.values()), KNOWN, None)
            values = [entry.fields["change"].value for entry in read.entries]
            rest = any(word in phrase for word in ("demás", "rest", "otherwise"))
            assert values == ["none"] or (rest and not values), (written, read)
