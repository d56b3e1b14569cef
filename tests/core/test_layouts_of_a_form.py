"""One set of contact data in every layout people give a form: text, tables, lists; the same reading each time."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, by_certainty, entries_of

FIELDS = {
    "name": ("Nombre completo", "Full name", "Reina Prueba Gil"),
    "position": ("Cargo", "Position", "Subdirectora"),
    "institution": ("Institución", "Institution", "Secretaría de Relaciones Exteriores"),
    "phone": ("Teléfono", "Telephone", "2230-0000"),
    "fax": ("Fax", "Fax", "2230-0055"),
    "email": ("Correo electrónico", "E-mail", "rprueba@sre-hn.gob.example"),
}
EXPECTED = {
    **{field: FIELDS[field][2] for field in ("name", "position", "institution")},
    "phone": ["+50422300000"],
    "fax": ["+50422300055"],
    "email": ["rprueba@sre-hn.gob.example"],
}
SPANISH, ENGLISH, VALUES = zip(*FIELDS.values(), strict=True)
PAIRS = list(zip(SPANISH, VALUES, strict=True))


def lines(row: str) -> str:
    """One line a field; ``{i}`` its number, ``{a}`` a letter, ``{r}`` a Roman number."""
    roman = ("I", "II", "III", "IV", "V", "VI")
    return "\n".join(
        row.format(
            i=number + 1, a="abcdef"[number], r=roman[number], es=es, en=en, v=value, ES=es.upper(), small=es.lower()
        )
        for number, (es, en, value) in enumerate(FIELDS.values())
    )


def table(rows: list[tuple[str, ...]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<p>Va:</p><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def read(body: str) -> dict[str, object]:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "rprueba@sre-hn.gob.example", "RE: [MyD-DIR-2011-HN] Actualización"
    mail.set_content(body, subtype="html" if body.startswith("<") else "plain")
    known = Known(today=dt.date(2011, 1, 6), region="HN", countries=COUNTRIES)
    [entry] = entries_of(mail.as_bytes(), known)
    return by_certainty(entry)[0]


@pytest.mark.parametrize(
    "row",
    [
        *("{es}\n{v}\n", "{es}:\n{v}\n", "{es}:\n{v}", "{es}\n{v}", "{i}. {es}\n{v}\n", "{i}. {es}:\n   {v}"),
        *(
            "{i}- {es}: {v}",
            "{i}.- {es}: {v}",
            "{a}) {es}: {v}",
            "1.{i} {es}: {v}",
            "1.{i}.- {es}: {v}",
            "{r}. {es}: {v}",
        ),
        *("{es}/{en}: {v}", "{en} ({es}): {v}", "{es} – {en}: {v}", "{es} | {en}: {v}", "{ES}: {v}", "{es} : {v}"),
        *("{es}; {v}", "{es} - {v}", "{es}- {v}", "{es}\t{v}", "{es}:\t\t{v}", "{es:<24}{v}", "| {es} | {v} |"),
        *(
            '"{es}": "{v}"',
            "{es}— {v}",
            "{es} -> {v}",
            "**{es}**: {v}",
            "{es}: ____{v}____",
            "{es}: [{v}]",
            "• {es}: {v}",
        ),
        *("{es} = {v}", "{es}.......... {v}", "{es} {v}", "{small} {v}", "*{es}:* {v}"),
    ],
)
def test_one_line_a_field(row: str) -> None:
    assert read(lines(row)) == EXPECTED


@pytest.mark.parametrize(
    "body",
    [
        "| Campo | Dato |\n|---|---|\n" + lines("| {es} | {v} |"),
        "\t".join(SPANISH) + "\n" + "\t".join(VALUES),
        table(PAIRS),
        table([(str(number), *pair) for number, pair in enumerate(PAIRS, 1)]),
        table([(f"{number}. {es}", value) for number, (es, value) in enumerate(PAIRS, 1)]),
        table([SPANISH, VALUES]),
        table([("No.", *SPANISH), ("1", *VALUES)]),
        table([tuple(f"{es} / {en}" for es, en in zip(SPANISH, ENGLISH, strict=True)), VALUES]),
        table([tuple(f"{es}<br>{en}" for es, en in zip(SPANISH, ENGLISH, strict=True)), VALUES]),
        table([(*PAIRS[number], *PAIRS[number + 1]) for number in (0, 2, 4)]),
        table([tuple(cell for pair in PAIRS[at : at + 3] for cell in pair) for at in (0, 3)]),
        table([("<br>".join(SPANISH), "<br>".join(VALUES))]),
        table([("Campo", "Dato actual", "Dato corregido"), *((es, "", value) for es, value in PAIRS)]),
        table([(f"<p class=MsoNormal><b>{es}</b></p>", f"<p class=MsoNormal>{value}</p>") for es, value in PAIRS]),
        "<dl>" + "".join(f"<dt>{es}</dt><dd>{value}</dd>" for es, value in PAIRS) + "</dl>",
        "<ul>" + "".join(f"<li><b>{es}:</b> {value}</li>" for es, value in PAIRS) + "</ul>",
        "<ol>" + "".join(f"<li>{es}: {value}</li>" for es, value in PAIRS) + "</ol>",
        "<form>" + "".join(f"<p>{es}: <input value='{value}'></p>" for es, value in PAIRS) + "</form>",
        "<table>" + "".join(f"<tr><th>{es}</th><td>{value}</td></tr>" for es, value in PAIRS) + "</table>",
        "<div>" + "".join(f"<div>{es}</div><div>{value}</div>" for es, value in PAIRS) + "</div>",
        "Mis datos son: " + ", ".join(f"{es.lower()}: {value}" for es, value in PAIRS) + ".",
    ],
)
def test_tables_and_lists(body: str) -> None:
    assert read(body) == EXPECTED
