"""Runs the migrations against the database that ``migrate`` names, one transaction each, without waiting long for locks."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from api.all_models import metadata
from api.platform.database import driver_url


def _ours(_object: Any, name: str | None, kind: str, *_others: Any) -> bool:
    return not (kind == "table" and name is not None and name.startswith("procrastinate_"))


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_object=_ours,
        transaction_per_migration=True,
        compare_type=True,
    )
    with context.begin_transaction():
        connection.execute(text("SET LOCAL lock_timeout = '5s'"))
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    engine = create_engine(driver_url(context.config.get_main_option("sqlalchemy.url") or ""), poolclass=NullPool)
    with engine.connect() as connection:
        _run(connection)
