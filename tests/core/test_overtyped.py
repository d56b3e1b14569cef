"""Our old value and a new one in one line of the letter that came back, and what people put around a value.

Each manner is tried on every field, in both halves, quoted with marks and without: the value comes
back as it was typed, or is asked, and never with the words or signs around it.
"""

from __future__ import annotations

import datetime as dt
import re
from email.message import EmailMessage
from functools import lru_cache
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.letters.compose import compose
from mailbot.core.letters.facts import FormShown, Person, Request
from mailbot.core.message import parse
from mailbot.core.values import Bilingual, Known, Message
from tests.answers import COUNTRIES, FORMS, GROUP, PAGES

OWN = "rmuestra@sre-hn.gob.example"
SUBJECT = "RE: Actualización de la lista de contactos / Update of the contact list [MD-DIR-HN-7K3QX]"
# field: labels, what our letter showed, what is typed, what is meant
FIELDS: dict[str, tuple[str, str, str, str, Any]] = {
    "position": ("Cargo", "Position", "Analista", "Directora de Visas", "Directora de Visas"),
    "phone": ("Teléfono", "Telephone", "+504 2230-7777", "2230-9999 ext. 5", ["+50422309999;ext=5"]),
    "email": ("Correo electrónico", "E-mail", OWN, "reina@cancilleria.gob.example", ["reina@cancilleria.gob.example"]),
    "name": ("Nombre completo", "Full name", "Reina Muestra", "Reina Muestra de Ficticio", "Reina Muestra de Ficticio"),
    "institution": (
        *("Institución", "Institution", "Secretaría de Relaciones Exteriores"),
        *("Instituto Nacional de Migración", "Instituto Nacional de Migración"),
    ),
    "unit": ("Dependencia", "Department", "", "Dirección de Visas", "Dirección de Visas"),
    "mobile": ("Celular", "Mobile", "", "9990-1122", ["+50499901122"]),
    "fax": ("Fax", "Fax", "", "2230-0055", ["+50422300055"]),
    "address": (
        "Dirección",
        "Address",
        "",
        "Boulevard de Prueba 123, Tegucigalpa",
        "Boulevard de Prueba 123, Tegucigalpa",
    ),
    "title": ("Tratamiento", "Title", "", "Licda.", "Licda."),
}
ONE = """
{l}: {n}|{l}: {n}.|{l}: *{n}*|{l}: [{n}]|{l}: <{n}>|{l}: «{n}»|{l}: "{n}"|{l}: >>> {n}|{l}: -> {n}|{l}: R: {n}
{l}: Resp.: {n}|{l}: ___{n}___|{l}....... {n}|{l} {n}|{l} - {n}|{l}= {n}|{l};{n}|{l}: {n} (nuevo)|{l}: {n} <-- nuevo
{l}: ({n})|{l}:#{n}|{l}: es {n}|{l}: ahora {n}|{l}: {n} (dato nuevo)|{l}: {n}, gracias|{l}: {n} / cambió
{l}: {n} - actualizado|{l} (nuevo): {n}|{l}: /{n}/|{l}: =={n}==|{l}: |{n}||{l}: (x) {n}|{l}: RESPUESTA: {n}
{l}: NUEVO: {n}|{l}: DEBE SER {n}|{l}: debe decir {n}|{l}: corregir a {n}|{l}: favor poner {n}|{l}: cambiar por {n}
"""
BOTH = """
{l}: {o} -> {n}|{l}: {o} → {n}|{l}: {o} => {n}|{l}: {o} (ahora {n})|{l}: {n} (antes {o})|{l}: {o} [{n}]
{l}: {o} ahora {n}|{l}: {o}, ahora {n}|{l}: {o}; ahora es {n}|{l}: {o} CAMBIA A {n}|{l}: {o} cambiar por {n}
{l}: {o} (cambiar por {n})|{l}: {o} ~ {n}|{l}: ~{o}~ {n}|{l}: -{o}- {n}|{l}: {n} en lugar de {o}|{l}: {n}, no {o}
{l}: {o} NO, {n}|{l}: no {o} sino {n}|{l}: ya no {o}, es {n}|{l}: {o} (incorrecto) {n} (correcto)
{l}: {o} (anterior) {n} (actual)|{l}: ({o}) {n}|{l}: {o} *{n}*|{l}: {o} >> {n}|{l}: {o} > {n}|{l}: {o} = {n}
{l}: {o} - {n}|{l}: {o}. Ahora {n}.|{l}: {o} se cambia a {n}|{l}: {o} debe decir {n}|{l}: {o} CORREGIR A {n}
{l}: {o} [cambió a {n}]|{l}: {o} actualizar a {n}|{l}: {o} new: {n}|{l}: {o} changed to {n}|{l}: {o} now {n}
{l}: {o} should be {n}|{l}: {o} replace with {n}|{l}: {n} (was {o})|{l}: {n} (formerly {o})|{l}: {n} instead of {o}
{l}: {o} (wrong) {n}|{l}: {o} (old) {n} (new)|{l}: OLD {o} NEW {n}|{l}: Anterior: {o} Actual: {n}
{l}: Dice: {o} Debe decir: {n}|{l}: {o}/({n})|{l}: {o}/-> {n}|{l}: {o}/Nuevo: {n}|{l}: {o}/CORREGIR: {n}
{l}: {o}/Debe decir {n}|{l}: {o}/cambió a {n}|{l}: {o}/es {n}
"""


def manners(text: str) -> list[str]:
    return [each for line in text.strip().splitlines() for each in line.replace("|{n}||", "\0|").split("|")]


@lru_cache
def ours() -> tuple[Message, str, str]:
    shown = {field: Bilingual(old, old) for field, (_, _, old, _, _) in FIELDS.items() if old}
    form = FormShown(FORMS["contact-update"], shown, "MD-DIR-HN-7K3QX")
    rendered = PAGES.render(Request(GROUP, Person(OWN, "Reina Muestra"), form, None, dt.date(2011, 1, 21)), "es")
    raw = compose(
        rendered,
        message_id="letter@crm.example",
        from_address=GROUP.address,
        from_name="Grupo MyD",
        to=OWN,
        to_name="Reina Muestra",
        date=dt.datetime(2011, 1, 3, 16, tzinfo=dt.UTC),
        kind="request",
        is_answer=False,
    )
    return parse(raw), rendered.text, rendered.html


def outlook(text: str) -> str:
    return f"De: Grupo MyD\nEnviado el: lunes, 03 de enero de 2011 10:22\nPara: Reina\nAsunto: {SUBJECT[4:]}\n\n{text}"


def gmail(text: str) -> str:
    marked = "\n".join(f"> {line}" for line in text.splitlines())
    return f"El 3 de enero de 2011 10:22, Grupo MyD <{GROUP.address}> escribió:\n{marked}"


def document(body: str, *, html: bool = False) -> dict[str, Any]:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Reina Muestra <{OWN}>", GROUP.address, SUBJECT
    mail["Date"] = "Thu, 06 Jan 2011 10:22:00 -0600"
    if html:
        said = "<p>Buenos días, contesto abajo.</p><p><b>De:</b> Grupo MyD<br><b>Enviado el:</b> lunes, 03 de enero"
        mail.set_content(
            f"{said} de 2011 10:22<br><b>Para:</b> Reina<br><b>Asunto:</b> {SUBJECT[4:]}</p>{body}", "html"
        )
    else:
        mail.set_content(f"Buenos días, contesto abajo.\n\n{body}")
    known = Known(today=dt.date(2011, 1, 6), region="HN", countries=COUNTRIES, own=frozenset({GROUP.address}))
    return reading.as_json(reading.read(parse(mail.as_bytes()), tuple(FORMS.values()), known, ours()[0]))


def same(value: Any, meant: Any) -> bool:
    return bool(value == meant or (isinstance(value, str) and value.strip(".") == meant.strip(".")))


def try_all(manner: str, wanted: dict[str, tuple[str, str, str, str, Any]]) -> list[tuple[str, str, Any]]:
    """What goes wrong: field, label and value, or the entry of which nothing was read."""
    found = []
    for field, (es, en, old, new, meant) in wanted.items():
        for label, place in ((es, "index"), (en, "rindex")):
            line = f"{label}: {old}".rstrip()
            text = ours()[1]
            at = getattr(text, place)(f"\n{line}\n") + 1
            typed = manner.replace("{l}", label).replace("{o}/", f"{old}\n").replace("{o}", old).replace("{n}", new)
            for quoted in (outlook, gmail):
                read = document(quoted(text[:at] + typed + text[at + len(line) :]))
                values = [each["fields"][field]["value"] for each in read["entries"] if field in each["fields"]]
                asked = any(doubt["field"] == field for each in read["entries"] for doubt in each["doubts"])
                if (not values and not asked) or not all(same(value, meant) for value in values):
                    found.append((field, label, values or read["entries"]))
    return found


@pytest.mark.parametrize("manner", [each.replace("\0", "|{n}|") for each in manners(ONE)])
def test_a_new_value_and_what_stands_around_it(manner: str) -> None:
    assert try_all(manner, FIELDS) == []


@pytest.mark.parametrize("manner", manners(BOTH))
def test_an_old_value_beside_the_new_one(manner: str) -> None:
    assert try_all(manner, {field: row for field, row in FIELDS.items() if row[2]}) == []


@pytest.mark.parametrize("added", ["{o} / {n}", "{o}; {n}", "{o} y {n}"])
def test_a_second_number_beside_the_first_is_a_list(added: str) -> None:
    _, _, old, new, _ = FIELDS["phone"]
    text = ours()[1].replace(f"Teléfono: {old}", "Teléfono: " + added.replace("{o}", old).replace("{n}", new))
    (entry,) = document(outlook(text))["entries"]
    assert entry["fields"]["phone"]["value"] == ["+50422307777", "+50422309999;ext=5"]


@pytest.mark.parametrize("remark", [" - same", " (ok)", ", igual", " – sin cambios", " / no change"])
def test_an_old_value_that_stays_is_no_answer(remark: str) -> None:
    held = "Institución: Secretaría de Relaciones Exteriores"
    text = ours()[1].replace(held, held + remark).replace("Fax:", "Fax: 2230-0055", 1)
    (entry,) = document(outlook(text))["entries"]
    assert entry["fields"]["fax"]["value"] == ["+50422300055"]
    institution = entry["fields"].get("institution", {}).get("value", "Secretaría de Relaciones Exteriores")
    assert institution == "Secretaría de Relaciones Exteriores"


def test_an_old_value_gone_on_is_the_value() -> None:
    (entry,) = document(outlook(ours()[1].replace("Cargo: Analista", "Cargo: Analista de Visas")))["entries"]
    assert entry["fields"]["position"]["value"] == "Analista de Visas"
    assert entry["fields"]["position"]["certainty"] == "exact"


HTML = [
    "<s>{o}</s> {n}",
    "<del>{o}</del><ins>{n}</ins>",
    "{o}<br><span style='color:blue'>{n}</span>",
    "{o} <span style='color:red'>{n}</span>",
    "{o}<o:p></o:p></p><p class=MsoNormal><span style='color:#1F497D'>{n}<o:p></o:p></span></p>",
    "<p>{o}</p><p>{n}</p>",
    "{n} <i>(antes {o})</i>",
    "{o} -&gt; {n}",
    "<s>{o}</s><br>{n}",
    "{n} <s>{o}</s>",
]


@pytest.mark.parametrize("manner", HTML)
def test_an_old_value_beside_the_new_one_in_a_cell(manner: str) -> None:
    """Colours are lost where two values stand in one cell: what our letter had shown tells them apart."""
    page = ours()[2]
    for field, (label, _, old, new, meant) in FIELDS.items():
        if not old:
            continue
        row = re.search(rf'data-field="{field}">\s*<th[^>]*>{label}:?</th><td[^>]*>(?P<said>.*?)</td>', page, re.DOTALL)
        assert row is not None
        typed = manner.replace("{o}", old).replace("{n}", new)
        read = document(page[: row.start("said")] + typed + page[row.end("said") :], html=True)
        values = [each["fields"][field]["value"] for each in read["entries"] if field in each["fields"]]
        asked = any(doubt["field"] == field for each in read["entries"] for doubt in each["doubts"])
        assert values or asked, field
        assert all(same(value, meant) for value in values), (field, values)


CELLS = [
    "<th>{l}:<br>{n}</th><td>{o}</td>",
    "<th>{l}: {n}</th><td>{o}</td>",
    "<th>{l}:</th><td>{o}</td><td>{n}</td>",
    "<th>{l}:</th><td>{o}</td></tr><tr><td></td><td>{n}</td>",
    "<th>{l}:</th><td>{o}</td></tr><tr><td colspan=2>{n}</td>",
    "<th>{l}:</th><td>{o}</td></tr><tr><td>{n}</td><td></td>",
    "<td>{l}: {n}</td><td>&nbsp;</td>",
    "<td>{l}:<p>{n}</p></td><td>&nbsp;</td>",
]


@pytest.mark.parametrize("manner", CELLS)
def test_a_value_typed_into_another_cell(manner: str) -> None:
    """Below the label in its own cell, or in a row of its own: an answer all of whose values stood so had none read."""
    page = ours()[2]
    for field, (label, _, old, new, meant) in FIELDS.items():
        row = re.search(rf'data-field="{field}">\s*(?P<row><th[^>]*>{label}:?</th><td[^>]*>.*?</td>)', page, re.DOTALL)
        assert row is not None
        typed = manner.replace("{l}", label).replace("{o}", old or "&nbsp;").replace("{n}", new)
        read = document(page[: row.start("row")] + typed + page[row.end("row") :], html=True)
        values = [each["fields"][field]["value"] for each in read["entries"] if field in each["fields"]]
        assert len(values) == 1, field
        assert same(values[0], meant), (field, values)
