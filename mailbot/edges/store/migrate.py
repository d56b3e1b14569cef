"""Schema history: Alembic's folder ``db/`` applied to a database."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine


def _config(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config


def upgrade(engine: Engine, folder: Path) -> None:
    """Bring the database to the newest version in ``folder``; a no-op when it is there."""
    config = _config(folder)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def state(engine: Engine, folder: Path) -> tuple[str | None, str | None]:
    """Return (version of the database, newest version shipped); None where there is none."""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current, ScriptDirectory.from_config(_config(folder)).get_current_head()
