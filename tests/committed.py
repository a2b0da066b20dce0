"""A database whose commits are real, for what one connection cannot show: two requests at once."""

from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from api.main import create_app
from api.platform.database import Database
from api.settings import Settings
from tests.conftest import new_database
from tests.factories.world import World


@pytest.fixture
async def committed_database(server_address: str, migrated: str) -> AsyncIterator[Database]:
    """A migrated database of this test's own. It goes with its server: to drop it here would cost a checkpoint."""
    database = Database(new_database(server_address, f"commits_{uuid4().hex[:8]}", template=migrated))
    yield database
    await database.close()


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
