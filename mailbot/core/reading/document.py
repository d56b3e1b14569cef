"""A reading as the JSON document of ``mailbot read --json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Reading

_PASSED_ON = Bilingual(
    "Está en un mensaje reenviado: son palabras de otra persona.",
    "It stands in a message that was passed on: they are another person's words.",
)


def as_json(reading: Reading) -> dict[str, object]:
    """Return the document: the contract's keys, then ``intents``, ``decisions``, ``forwarded`` and ``why``.

    ``entries`` shows too what is told besides; where the sender says nothing of their own, what is passed on.
    All of that is doubtful.
    """
    document: dict[str, object] = {
        "kind": reading.kind,
        "language": reading.language,
        "from": reading.sender,
        "text": reading.text,
        "commands": list(reading.commands),
        "entries": [_entry(each) for each in (*reading.entries, *reading.beside)] or _passed_on(reading),
        "bounced": [
            {"address": each.address, "permanent": each.permanent, "status": each.status} for each in reading.bounced
        ],
        "ignored": [{"line": each.line, "text": each.text, "why": each.why} for each in reading.ignored],
        "intents": list(reading.intents),
        "decisions": [
            {
                "number": each.number,
                "word": each.word,
                "reason": each.reason,
                "said": each.said,
                "line": each.line,
            }
            for each in reading.decisions
        ],
        "forwarded": [
            {
                "from": each.sender,
                "date": each.day.isoformat() if each.day else None,
                "subject": each.subject,
                "entries": [_entry(entry) for entry in each.entries],
            }
            for each in reading.forwarded
        ],
        "why": reading.why,
    }
    if reading.away_until:
        document["away_until"] = reading.away_until.isoformat()
    return document


def _passed_on(reading: Reading) -> list[dict[str, object]]:
    return [
        {
            **_entry(entry),
            "fields": {
                field: {**value, "certainty": "doubtful", "why": value.get("why", _PASSED_ON.as_dict())}
                for field, value in _fields(entry, _offered(entry)).items()
            },
        }
        for each in reading.forwarded
        for entry in each.entries
    ]


def _entry(entry: Entry) -> dict[str, object]:
    offered = _offered(entry)
    document: dict[str, object] = {
        "form": entry.form,
        "fields": _fields(entry, offered),
        "missing": list(entry.missing),
        "doubts": [_doubt(each) for each in entry.doubts if each not in offered],
    }
    if entry.rest_unchanged:
        document["rest_unchanged"] = True
    return {**document, "publish": dict(entry.publish)} if entry.publish else document


def _fields(entry: Entry, offered: Sequence[Doubt]) -> dict[str, dict[str, object]]:
    return {
        **{field: _value(value) for field, value in entry.fields.items()},
        **{each.field: _doubtful(each) for each in offered},
    }


def _offered(entry: Entry) -> list[Doubt]:
    """The doubts that are all that is said of their field and have one reading: shown as doubtful values."""
    asked = Counter(each.field for each in entry.doubts)
    return [
        each
        for each in entry.doubts
        if each.one_reading and each.proposal is not None and each.field not in entry.fields and asked[each.field] == 1
    ]


def _doubtful(doubt: Doubt) -> dict[str, object]:
    return {
        "value": _plain(doubt.proposal),
        "said": doubt.said,
        "line": doubt.line,
        "certainty": "doubtful",
        "why": doubt.why.as_dict(),
    }


def _value(value: FieldValue) -> dict[str, object]:
    return {
        "value": _plain(value.value),
        "said": value.said,
        "line": value.line,
        "certainty": value.certainty,
    }


def _doubt(doubt: Doubt) -> dict[str, object]:
    shown: dict[str, object] = {
        "field": doubt.field,
        "said": doubt.said,
        "line": doubt.line,
        "why": doubt.why.as_dict(),
    }
    if doubt.proposal is not None:
        shown["proposal"] = _plain(doubt.proposal)
    return shown


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
