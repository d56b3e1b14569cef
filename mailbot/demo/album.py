"""Every letter and message of the demo as files a person can open, with an index page that tells the week."""

from __future__ import annotations

import datetime as dt
import email
import email.header
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib import resources
from itertools import groupby
from pathlib import Path, PurePath

from mailbot.core.values import Bilingual

STEM = "{number:03d}-{way}-{kind}-{who}"
OURS = ("[0-9][0-9][0-9]-carta-*", "[0-9][0-9][0-9]-mensaje-*", "index.html")
ENDINGS = {"text/plain": ".txt", "text/html": ".html"}
FOLDED = 3  # more of one kind in a row are shown folded

WORDS = {
    "request": Bilingual("Solicitud", "Request"),
    "acknowledgement": Bilingual("Acuse de recibo", "Acknowledgement"),
    "received": Bilingual("Recibido", "Received"),
    "reminder": Bilingual("Recordatorio", "Reminder"),
    "digest": Bilingual("Resumen semanal", "Weekly digest"),
    "contact-list": Bilingual("Lista de contactos", "Contact list"),
    "decision": Bilingual("Para decidir", "For decision"),
    "address-change": Bilingual("Cambio de correo", "Change of address"),
    "stranger": Bilingual("A un desconocido", "To a stranger"),
    "applied": Bilingual("Aplicado", "Applied"),
    "asked": Bilingual("Con pregunta", "Asked"),
    "held": Bilingual("Espera una decisión", "Waits for a decision"),
    "set-aside": Bilingual("Apartado", "Set aside"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One e-mail on its way: ``out`` for our letters; ``scene`` is what happened."""

    when: dt.datetime
    raw: bytes
    who: str
    kind: str
    scene: Bilingual
    out: bool
    outcome: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A page with the names of its files."""

    page: Page
    files: tuple[str, ...]


def subject_of(raw: bytes) -> str:
    """Return the decoded subject."""
    value = str(email.message_from_bytes(raw)["subject"] or "")
    return str(email.header.make_header(email.header.decode_header(value))).replace("\n", " ")


def clear(folder: Path) -> None:
    """Remove what an earlier demo wrote, and nothing else."""
    for pattern in OURS:
        for old in folder.glob(pattern):
            old.unlink()


def write(folder: Path, pages: list[Page]) -> Path:
    """Write the files and the index; returns the index."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [_Row(page, _files(folder, number, page)) for number, page in enumerate(pages, 1)]
    index = folder / "index.html"
    index.write_text(_index(rows), encoding="utf-8")
    return index


def _files(folder: Path, number: int, page: Page) -> tuple[str, ...]:
    who = re.sub(r"[^\w.-]", "_", page.who.partition("@")[0])
    stem = STEM.format(number=number, way="carta" if page.out else "mensaje", kind=page.kind, who=who)
    names = {f"{stem}.eml": page.raw}
    for ending, payload in _parts(page.raw):
        names.setdefault(f"{stem}{ending}", payload)
    for name, content in names.items():
        (folder / name).write_bytes(content)
    return tuple(names)


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    for part in email.message_from_bytes(raw).walk():
        payload = part.get_payload(decode=True)
        attached = PurePath(part.get_filename() or "").suffix
        ending = attached if attached in {".xlsx", ".vcf", ".ics"} else ENDINGS.get(part.get_content_type())
        if ending and isinstance(payload, bytes):
            yield ending, payload


def _index(rows: list[_Row]) -> str:
    scenes = groupby(rows, key=lambda row: (row.page.when, row.page.scene))
    body = "\n".join(_scene(when, told, list(found)) for (when, told), found in scenes)
    page = (resources.files("mailbot.demo") / "data" / "index.html").read_text("utf-8")
    return page.replace("<!-- the week -->", body)


def _scene(when: dt.datetime, told: Bilingual, rows: list[_Row]) -> str:
    parts = [_run(kind, list(found)) for kind, found in groupby(rows, key=lambda row: (row.page.out, row.page.kind))]
    return (
        f"<section><h2><time>{when:%d/%m/%Y %H:%M}</time> {escape(told.es)}"
        f'<span lang="en">{escape(told.en)}</span></h2>{"".join(parts)}</section>'
    )


def _run(kind: tuple[bool, str], rows: list[_Row]) -> str:
    shown = "<ul>" + "".join(map(_item, rows)) + "</ul>"
    if len(rows) <= FOLDED:
        return shown
    return f"<details><summary>{'→' if kind[0] else '←'} {len(rows)} × {_word(kind[1])}</summary>{shown}</details>"


def _word(kind: str) -> str:
    known = WORDS.get(kind)
    return escape(f"{known.es} / {known.en}" if known else kind)


def _item(row: _Row) -> str:
    page = row.page
    links = " · ".join(
        f'<a href="{escape(name)}">{PurePath(name).suffix[1:]}</a>' for name in sorted(row.files, key=_best)
    )
    what = _word(page.outcome or page.kind)
    subject = escape(subject_of(page.raw))
    reason = f" <small>{escape(page.reason)}</small>" if page.reason else ""
    return (
        f'<li class="{"out" if page.out else "in"}"><span class="way">{"→" if page.out else "←"}</span>'
        f'<div><b>{escape(page.who)}</b> <span class="what">{what}</span>{reason}<br>{subject}</div>'
        f'<div class="files">{links}</div></li>'
    )


def _best(name: str) -> tuple[int, str]:
    order = [".html", ".txt", ".xlsx", ".eml"]
    suffix = PurePath(name).suffix
    return (order.index(suffix) if suffix in order else len(order), name)
