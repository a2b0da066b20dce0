"""A database whose commits are real, for what one connection cannot show: two requests at once."""

from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import psycopg
import pytest
from sqlalchemy.engine import make_url

from api.main import create_app
from api.platform.database import Database
from api.platform.migrating import migrate
from api.settings import Settings
from tests.factories.world import World


@pytest.fixture
async def committed_database(server_address: str) -> AsyncIterator[Database]:
    """A migrated database of this test's own, dropped afterwards."""
    name = f"commits_{uuid4().hex[:8]}"
    with psycopg.connect(server_address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    address = make_url(server_address).set(database=name).render_as_string(hide_password=False)
    migrate(address)
    database = Database(address)
    yield database
    await database.close()
    with psycopg.connect(server_address, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def committed_client(settings: Settings, committed_database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """MAR's focal point against an app that commits."""
    assert settings.secret_key is not None
    app = create_app(settings, database=committed_database)
    app.state.database = committed_database
    app.state.secret_key = settings.secret_key.get_secret_value()
    async with committed_database.session() as session:
        world = await World.make(session, secret=app.state.secret_key)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test/api/v1", headers=world.headers("mar")
    ) as client:
        yield client
