"""Send, fill in any manner, read: the same values or a doubt, never another value.

The letter is our own; the reply is what mail programs make of it.
"""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Form, Message
from tests.answers import FORMS, KNOWN, SAMPLES, check, labels, letter, region_fits, said_by_labels, short


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


@st.composite
def fillings(draw: st.DrawFn) -> tuple[str, dict[str, tuple[str, Any]]]:
    form = draw(st.sampled_from(sorted(FORMS)))
    samples = SAMPLES[form]
    chosen = draw(st.lists(st.sampled_from(sorted(samples)), min_size=1, unique=True))
    return form, {field: draw(st.sampled_from(samples[field])) for field in chosen}


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
    if not region_fits(answers):
        return
    rendered, sent, _ = letter(form.id, language, prefilled)
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
    if not region_fits(answers):
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


LEFT_OUT = {"name": ("Ana Prueba Mora", "Ana Prueba Mora")}  # what no sample answer fills


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_synonym_of_every_label(form: Form) -> None:
    """Both ways: each label names its field, and no label names two."""
    seen: dict[str, str] = {}
    for field in form.fields:
        sample, canonical = SAMPLES[form.id].get(field.id, [LEFT_OUT.get(field.kind, ("Lic.", "Lic."))])[0]
        for label in (field.label.es, field.label.en, *field.synonyms):
            for written in (label, label.upper(), label.lower()):
                body = f"{written}: {sample}\n"
                message = reply(body, f"[MD-{form.code}-HN-7K3QX]")
                read = reading.read(message, tuple(FORMS.values()), KNOWN, None)
                (entry,) = reading.as_json(read)["entries"]
                besides = said_by_labels(entry, form) - {field.id}
                values = {name: short(value["value"]) for name, value in entry["fields"].items()}
                assert {k: v for k, v in values.items() if k not in besides} == {field.id: canonical}, (written, values)
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
