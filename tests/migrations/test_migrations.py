"""The migrations make what the models say, and can be taken back."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.engine import make_url

from api.platform.migrating import config

_A_ROUND_OF_NO_PRACTICE = """
    SET session_replication_role = replica;
    INSERT INTO practice_rounds (practice_id, number, opened_at, content) VALUES (uuidv7(), 1, now(), '{}');
"""


@pytest.fixture
def empty_database(server_address: str) -> Iterator[str]:
    name = f"migrations_{uuid4().hex[:8]}"
    with psycopg.connect(server_address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield make_url(server_address).set(database=name).render_as_string(hide_password=False)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory.from_config(config("postgresql://")).get_heads()) == 1


def test_the_migrations_make_what_the_models_say(empty_database: str) -> None:
    command.upgrade(config(empty_database), "head")

    command.check(config(empty_database))


def test_what_is_frozen_lets_a_migration_through(empty_database: str) -> None:
    """What was submitted is kept by a trigger; the migration that tells of its files writes to it all the same."""
    command.upgrade(config(empty_database), "20261124_other_organisers")
    with psycopg.connect(empty_database, autocommit=True) as connection:
        connection.execute(_A_ROUND_OF_NO_PRACTICE)

    command.upgrade(config(empty_database), "head")

    with psycopg.connect(empty_database) as connection:
        assert connection.execute("SELECT content FROM practice_rounds").fetchall() == [({"files": []},)]


def test_the_migrations_can_be_taken_back_and_run_again(empty_database: str) -> None:
    command.upgrade(config(empty_database), "head")
    command.downgrade(config(empty_database), "base")
    with psycopg.connect(empty_database) as connection:
        left = connection.execute("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace").fetchall()

    assert {name for (name,) in left} <= {"alembic_version", "alembic_version_pkc"}
    command.upgrade(config(empty_database), "head")
