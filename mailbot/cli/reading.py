"""``read``, ``when``: what is understood of a message and of a calendar text."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mailbot.cli.common import CouldNotError, put, put_json
from mailbot.core import message, reading, windows
from mailbot.core.message.text import repaired
from mailbot.core.values import Bilingual, Form, Known, Message
from mailbot.edges import clock, rulebook, shipped
from mailbot.edges.locale import language


@cache
def _rules() -> tuple[tuple[Form, ...], dict[str, str]]:
    rules = shipped.folder("rules")
    countries = rulebook.load_countries(rules / "countries.yaml")
    return rulebook.load_forms(rules / "forms"), dict(countries)


def read(arguments: argparse.Namespace) -> int:
    """Show what would be understood; needs no configuration and touches nothing."""
    files = list(_files(arguments.files))
    sent = message.parse(arguments.sent.read_bytes()) if arguments.sent else None
    many = len(files) != 1 or any(path.is_dir() for path in arguments.files)
    failed = 0
    for path in files:
        try:
            raw = path.read_bytes()
        except OSError as error:
            words = Bilingual(
                f"{path}: no se puede leer ({error.strerror}).",
                f"{path}: cannot be read ({error.strerror}).",
            )
            if not many:
                raise CouldNotError(words) from error
            put_json({"file": str(path), "error": words.as_dict()})
            failed += 1
            continue
        document = reading_document(raw, sent, arguments.today)
        if many:
            put_json({"file": str(path), **document})
        elif arguments.json:
            put_json(document)
        else:
            put(as_text(document))
    return 1 if failed else 0


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.is_file())
        else:
            yield path


def reading_document(raw: bytes, sent: Message | None, today: dt.date | None) -> dict[str, Any]:
    """Return the document of ``mailbot read --json`` for raw bytes."""
    forms, countries = _rules()
    parsed = message.parse(raw)
    day = today or (parsed.date.date() if parsed.date else clock.now().date())
    known = Known(today=day, countries=countries)
    return reading.as_json(reading.read(parsed, forms, known, sent))


def as_text(document: dict[str, Any]) -> str:
    """Return a reading as a person wants to see it."""
    tongue = language()
    lines = [f"{document['kind']} · {document['language']} · {document['from'] or '?'}"]
    if document.get("commands"):
        lines.append("  » " + ", ".join(document["commands"]))
    for number, entry in enumerate(document["entries"], 1):
        lines.append(f"{number}. {entry['form']}")
        for field, value in entry["fields"].items():
            sign = "? " if value["certainty"] == "doubtful" else ""
            why = f" {value['why'][tongue]}" if sign else ""
            lines.append(
                f"   {sign}{field}: {value['value']}   «{value['said']}» ({value['line']}, {value['certainty']}){why}"
            )
        lines.extend(f"   ? {doubt['field']}: «{doubt['said']}» {doubt['why'][tongue]}" for doubt in entry["doubts"])
    lines.extend(f"  ✗ {each['address']} {each['status']}" for each in document["bounced"])
    if document["text"]:
        lines += ["", document["text"]]
    if document["ignored"]:
        lines.append("")
        lines.extend(f"  - {x['line']}: {x['why']}: {x['text'][:70]}" for x in document["ignored"])
    return "\n".join(lines)


def when(arguments: argparse.Namespace) -> int:
    """Show what a calendar text means."""
    today = arguments.today or clock.now().date()
    found = windows.read(repaired(arguments.text), today)
    document = windows.as_json(found)
    if arguments.json:
        put_json(document)
        return 0
    for window in found:
        dates = f"{window.start or '…'} – {window.end or '…'}"
        more = " tentative" if window.tentative else ""
        every = f" every {window.every}" if window.every else ""
        doubt = f"\n  ? {window.doubt.get(language())}" if window.doubt else ""
        put(f"{window.kind}: {dates}{every}{more}   «{window.said}»{doubt}")
    return 0
