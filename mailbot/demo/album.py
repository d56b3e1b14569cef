"""Every letter and message of the demo as files a person can open, with an index page."""

from __future__ import annotations

import datetime as dt
import email
import email.header
from dataclasses import dataclass
from html import escape
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """One e-mail on its way: ``out`` for our letters."""

    when: dt.datetime
    raw: bytes
    out: bool
    who: str
    kind: str
    outcome: str = ""


def subject_of(raw: bytes) -> str:
    """Return the decoded subject."""
    value = str(email.message_from_bytes(raw)["subject"] or "")
    return str(email.header.make_header(email.header.decode_header(value))).replace("\n", " ")


def write(folder: Path, pages: list[Page]) -> Path:
    """Write the files and the index; returns the index."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [_files(folder, number, page) for number, page in enumerate(pages, 1)]
    index = folder / "index.html"
    index.write_text(_index(rows), encoding="utf-8")
    return index


def _files(folder: Path, number: int, page: Page) -> str:
    stem = f"{number:03d}-{'carta' if page.out else 'mensaje'}-{page.kind}-{page.who.partition('@')[0]}"
    (folder / f"{stem}.eml").write_bytes(page.raw)
    links = [f'<a href="{stem}.eml">eml</a>']
    for part in email.message_from_bytes(page.raw).walk():
        ending = {"text/plain": "txt", "text/html": "html"}.get(part.get_content_type())
        payload = part.get_payload(decode=True)
        if ending and isinstance(payload, bytes) and f"{stem}.{ending}" not in "".join(links):
            (folder / f"{stem}.{ending}").write_bytes(payload)
            links.append(f'<a href="{stem}.{ending}">{ending}</a>')
    arrow = "→" if page.out else "←"
    cells = (
        f"{page.when:%d/%m %H:%M}",
        arrow,
        escape(page.who),
        escape(subject_of(page.raw)),
        escape(page.outcome or page.kind),
        " · ".join(reversed(links)),
    )
    style = ' class="in"' if not page.out else ""
    return f"<tr{style}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _index(rows: list[str]) -> str:
    heads = ("Fecha / Date", "", "Con quién / With whom", "Asunto / Subject", "Qué / What", "Archivos / Files")
    return (
        '<!DOCTYPE html><html lang="es"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<title>mailbot: una semana / one week</title>"
        "<style>body{font-family:Calibri,Arial,sans-serif;margin:24px;color:#1f2933;max-width:1100px}"
        "h1{color:#12355b}table{border-collapse:collapse;width:100%}td,th{padding:6px 10px;border-bottom:1px solid"
        " #d5dde5;text-align:left;vertical-align:top}th{background:#e8eef4}tr.in{background:#f6f8fa}"
        "a{color:#0b5394}</style></head><body><h1>Una semana del grupo / One week of the group</h1>"
        "<p>Cada carta de mailbot (→) y cada mensaje que llegó (←). Abra «html» para verla como en Outlook.<br>"
        "Every letter of mailbot (→) and every message that came (←). Open “html” to see it as in Outlook.</p>"
        "<table><thead><tr>"
        + "".join(f'<th scope="col">{head}</th>' for head in heads)
        + "</tr></thead><tbody>"
        + "\n".join(rows)
        + "</tbody></table></body></html>\n"
    )
