"""The shipped history of the schema and the tables say the same."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, select

from mailbot.edges import shipped
from mailbot.edges.store import migrate
from mailbot.edges.store.engine import open_engine
from mailbot.edges.store.tables import metadata, participants


def test_head_equals_the_tables(database_url: str) -> None:
    engine = open_engine(database_url)
    migrate.upgrade(engine, shipped.folder("db"))
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert differences == []


def test_upgrading_twice_changes_nothing_and_keeps_rows(database_url: str) -> None:
    engine = open_engine(database_url)
    migrate.upgrade(engine, shipped.folder("db"))
    row = {
        "group_key": "md",
        "code": "GT",
        "kind": "state",
        "name_es": "Guatemala",
        "name_en": "Guatemala",
        "language": "es",
    }
    with engine.begin() as connection:
        connection.execute(insert(participants).values(**row))
    migrate.upgrade(engine, shipped.folder("db"))
    current, newest = migrate.state(engine, shipped.folder("db"))
    with engine.begin() as connection:
        kept = connection.execute(select(participants.c.code)).scalars().all()
    engine.dispose()
    assert (current, kept) == (newest, ["GT"])


def test_versions_are_numbered_in_order_and_import_nothing_of_ours() -> None:
    files = sorted(Path("db/versions").glob("*.py"))
    assert [file.name[:4] for file in files] == [f"{n:04d}" for n in range(1, len(files) + 1)]
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(from|import) mailbot", text, re.MULTILINE)
        assert re.search(rf"^revision(: str)? = '{file.name[:4]}'$", text, re.MULTILINE)


@pytest.mark.parametrize("url", ["mysql://x", "nonsense", "sqlite+aiosqlite:///x"])
def test_other_engines_are_refused_with_the_remedy(url: str) -> None:
    from mailbot.core.values import OperatorError

    with pytest.raises(OperatorError, match=r"postgresql\+psycopg"):
        open_engine(url)
