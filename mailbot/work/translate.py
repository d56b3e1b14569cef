"""People's free text, with a machine's translation beneath where one is configured.

The text is always shown as written.  No database session is open while the translator
talks; a slow, failing or absurd translation leaves the text marked as pending and holds nothing up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from mailbot.core.language import detect
from mailbot.core.letters.facts import FreeText
from mailbot.core.values import Field, Reading
from mailbot.edges import journal
from mailbot.edges.store.tables import translations
from mailbot.work.house import House

OTHER = {"es": "en", "en": "es"}
PAUSE = timedelta(minutes=2)
MAXIMUM_ATTEMPTS = 20


def ready(house: House, reading: Reading) -> Mapping[tuple[int, str], FreeText]:
    """Return (entry number, field id) → free text of a reading, translated where possible."""
    found = {}
    for number, entry in enumerate(reading.entries):
        form = house.form(entry.form)
        for field in form.fields:
            value = entry.fields.get(field.id)
            if field.free and value is not None and isinstance(value.value, str):
                found[number, field.id] = _free_text(house, field, value.value, reading.language)
    return found


def _free_text(house: House, field: Field, text: str, fallback: str) -> FreeText:
    language = detect(text)
    if language == "und":
        language = fallback
    if house.translator is None or language not in OTHER:
        return FreeText(field.label, text, language)
    translation = _translated(house, text, language)
    return FreeText(field.label, text, language, translation, pending=translation is None)


def _translated(house: House, text: str, source: str) -> str | None:
    key = _key(house, text, source)
    with house.engine.begin() as connection:
        row = connection.execute(select(translations).where(*_is(key))).first()
        if row is None:
            connection.execute(insert(translations).values(text=text, attempts=0, **key))
        resting = _resting(connection, house)
    if row is not None and row.translation is not None:
        return str(row.translation)
    if resting:
        return None
    return _try(house, text, key)


def _key(house: House, text: str, source: str) -> dict[str, str]:
    return {
        "engine": house.translator_name,
        "source": source,
        "target": OTHER[source],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


def _is(key: Mapping[str, str]) -> list[Any]:
    return [translations.c[name] == value for name, value in key.items()]


def _resting(connection: Any, house: House) -> bool:
    """After a failure nobody waits for the translator for two minutes."""
    newest = connection.execute(
        select(translations.c.failed)
        .where(translations.c.failed.is_not(None), translations.c.engine == house.translator_name)
        .order_by(translations.c.failed.desc())
        .limit(1)
    ).scalar()
    return newest is not None and house.now() - datetime.fromisoformat(newest) < PAUSE


def _try(house: House, text: str, key: dict[str, str]) -> str | None:
    assert house.translator is not None
    try:
        translation = house.translator.translate(text, key["source"], key["target"])
    except OSError as error:
        journal.trouble("translator", str(error))
        values: dict[str, Any] = {"failed": house.now().isoformat()}
        translation = None
    else:
        values = {"translation": translation, "failed": None}
    with house.engine.begin() as connection:
        connection.execute(update(translations).where(*_is(key)).values(attempts=translations.c.attempts + 1, **values))
    return translation


def catch_up(house: House) -> int:
    """Translate what was left pending, for the digest; returns how many succeeded."""
    if house.translator is None:
        return 0
    with house.engine.begin() as connection:
        if _resting(connection, house):
            return 0
        rows = connection.execute(
            select(translations).where(
                translations.c.translation.is_(None),
                translations.c.engine == house.translator_name,
                translations.c.attempts < MAXIMUM_ATTEMPTS,
            )
        ).all()
    done = 0
    for row in rows:
        key = {name: getattr(row, name) for name in ("engine", "source", "target", "sha256")}
        if _try(house, row.text, key) is None:
            break
        done += 1
    return done
