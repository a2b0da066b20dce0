"""Brings a database to the newest schema. Two processes may try at once: the second waits and finds nothing to do."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from api.platform.database import driver_url

_ROOT = Path(__file__).parents[2]
_LOCK = 7_310_411


def config(address: str) -> Config:
    """Alembic's configuration for the database at ``address``."""
    made = Config(str(_ROOT / "alembic.ini"))
    made.set_main_option("script_location", str(_ROOT / "migrations"))
    made.set_main_option("sqlalchemy.url", driver_url(address).render_as_string(hide_password=False).replace("%", "%%"))
    return made


def migrate(address: str) -> None:
    """Run every migration that the database at ``address`` lacks."""
    engine = create_engine(driver_url(address), poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
        connection.commit()
        command.upgrade(config(address), "head")
