"""A database whose commits are real, for what one connection cannot show: two requests at once."""

from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import psycopg
import pytest
from fastapi import FastAPI
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
async def committed_app(settings: Settings, committed_database: Database) -> FastAPI:
    """An app that commits."""
    assert settings.secret_key is not None
    app = create_app(settings, database=committed_database)
    app.state.database = committed_database
    app.state.secret_key = settings.secret_key.get_secret_value()
    return app


@pytest.fixture
async def committed_world(committed_app: FastAPI, committed_database: Database) -> World:
    """The smallest Initiative, in the database whose commits are real."""
    async with committed_database.session() as session:
        return await World.make(session, secret=committed_app.state.secret_key)


@pytest.fixture
async def committed_client(committed_app: FastAPI, committed_world: World) -> AsyncIterator[httpx.AsyncClient]:
    """MAR's focal point against an app that commits."""
    transport = httpx.ASGITransport(app=committed_app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test/api/v1", headers=committed_world.headers("mar")
    ) as client:
        yield client
