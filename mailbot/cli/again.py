"""``explain``, ``replay``: what was understood of a stored message, and what would be today."""

from __future__ import annotations

import argparse
from typing import Any

from sqlalchemy import func, select

from mailbot.cli.common import CouldNotError, house_of, put, put_json, settings_of
from mailbot.cli.reading import as_text
from mailbot.core import message
from mailbot.core.values import Bilingual
from mailbot.edges.locale import language
from mailbot.edges.store import intake, ledger
from mailbot.edges.store.tables import letters, messages
from mailbot.work import receive


def explain(arguments: argparse.Namespace) -> int:
    """Show a stored message: read, ignored, changed, answered."""
    house = house_of(settings_of(arguments))
    with house.engine.begin() as connection:
        row = intake.find_message(connection, arguments.message_id)
        if row is None:
            raise CouldNotError(
                Bilingual(
                    f"No hay mensaje «{arguments.message_id}»; vea «mailbot show messages».",
                    f"There is no message “{arguments.message_id}”; see “mailbot show messages”.",
                )
            )
        changed = ledger.history_of_message(connection, row.id)
        answers = connection.execute(
            select(letters).where(letters.c.answers_message_id == row.id).order_by(letters.c.id)
        ).all()
    document = {
        "number": row.id,
        "message_id": row.message_id,
        "received": row.received_at,
        "from": row.sender,
        "subject": row.subject,
        "certainty": row.certainty,
        "trust": row.trust,
        "outcome": row.outcome,
        "reason": row.reason,
        "problems": list(message.parse(row.raw).problems),
        "reading": row.reading,
        "changes": [
            {
                "field": c.field,
                "before": c.before,
                "after": c.after,
                "who": c.who,
                "at": c.at,
                "decided_by": c.decided_by,
                "on_behalf": c.on_behalf,
                "undoes": c.undoes,
            }
            for c in changed
        ],
        "letters": [{"kind": x.kind, "to": x.recipient, "subject": x.subject, "state": x.state} for x in answers],
    }
    if arguments.json:
        put_json(document)
    else:
        put(_explained(document))
    return 0


def _explained(document: dict[str, Any]) -> str:
    spanish = language() == "es"
    lines = [
        f"n.º {document['number']}  <{document['message_id']}>",
        f"{document['received']}  {document['from']}  «{document['subject']}»",
        f"{'resultado' if spanish else 'outcome'}: {document['outcome']} – {document['reason']}",
        f"{'certeza del remitente' if spanish else 'sure of the sender'}: {document['certainty']}",
    ]
    lines.extend(f"  {reason}" for reason in (document["trust"] or {}).get("reasons", ()))
    lines.extend(f"! {problem}" for problem in document["problems"])
    if document["reading"]:
        lines += ["", as_text(document["reading"])]
    if document["changes"]:
        lines += ["", "cambios:" if spanish else "changes:"]
        lines.extend(f"  {c['field']}: {c['before']} → {c['after']}{_how(c)}" for c in document["changes"])
    if document["letters"]:
        lines += ["", "cartas:" if spanish else "letters:"]
        lines.extend(f"  {x['kind']} → {x['to']} ({x['state']})" for x in document["letters"])
    return "\n".join(lines)


def _how(change: dict[str, Any]) -> str:
    """Say what is special about a change: accepted by somebody, entered on behalf, or an undo."""
    spanish = language() == "es"
    parts = []
    if change["decided_by"]:
        parts.append(f"{'aceptado por' if spanish else 'accepted by'} {change['decided_by']}")
    if change["on_behalf"]:
        parts.append(f"{'en nombre del participante, por' if spanish else 'on behalf, entered by'} {change['who']}")
    if change["undoes"]:
        parts.append(f"{'deshace el mensaje n.º' if spanish else 'undoes message no.'} {change['undoes']}")
    return f" ({'; '.join(parts)})" if parts else ""


def replay(arguments: argparse.Namespace) -> int:
    """Read stored messages again and show what this version would understand otherwise."""
    house = house_of(settings_of(arguments))
    with house.engine.begin() as connection:
        rows = connection.execute(
            select(messages.c.id)
            .where(messages.c.outcome.is_not(None), func.length(messages.c.raw) > 0)  # old or forgotten ones are empty
            .order_by(messages.c.id)
        ).all()
    differs = 0
    for row in rows:
        with house.engine.begin() as connection:
            stored = intake.message_row(connection, row.id)
        again = receive.read_again(house, house.groups[stored.group_key], stored)
        keys = [k for k in again if k in (stored.reading or {}) and again[k] != stored.reading[k]]
        if keys and stored.reading:
            differs += 1
            put_json(
                {
                    "number": row.id,
                    "message_id": stored.message_id,
                    "differs": {k: {"was": stored.reading[k], "would_be": again[k]} for k in keys},
                }
            )
    put_json({"messages": len(rows), "differ": differs})
    return 0
