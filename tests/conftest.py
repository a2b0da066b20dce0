"""Tests meet the real thing: PostgreSQL 18 with the real migrations, the real app; each test is rolled back."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from typing import Any

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel.ext.asyncio.session import AsyncSession

from api.main import create_app
from api.platform import clock, embedded, logging, sweeps
from api.platform.database import Database, driver_url
from api.platform.migrating import migrate
from api.settings import Settings
from tests.factories.world import World

pytest_plugins = ["tests.committed"]

logging.configure(level="ERROR", log_format="console")

SECRET_KEY = os.environ["CHAMPIONS_SECRET_KEY"] = "a key for tests only, of more than 32 characters"
"""Also in the environment: signed links are made and read where no request gives the settings."""

CALLBACK_SECRET = "whsec_" + "Y2hhbXBpb25zLWh1Yi10ZXN0cw=="
"""Signs the messages of the Hub."""

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""When every test plays, unless it sets the clock itself."""


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def server_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An embedded server that all test processes share."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    return embedded.start(shared)


@pytest.fixture(scope="session")
def migrated(server_address: str) -> str:
    """The name of a migrated database that nobody writes to: others are copied from it, which is quicker than to migrate them."""
    name = f"migrated_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{os.getpid()}"
    migrate(new_database(server_address, name))
    return name


@pytest.fixture(scope="session")
def database_address(server_address: str, migrated: str) -> str:
    """A migrated database of this test process's own."""
    return new_database(server_address, f"test_of_{migrated}", template=migrated)


def new_database(server_address: str, name: str, *, template: str = "template1") -> str:
    """The address of a new database, a copy of ``template``. Its commits do not wait for the disk."""
    with psycopg.connect(server_address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        connection.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
    return make_url(server_address).set(database=name).render_as_string(hide_password=False)


class RolledBackDatabase(Database):
    """A database whose sessions all live in one transaction that the test rolls back. Commits become savepoints."""

    def __init__(self, address: str, connection: AsyncConnection) -> None:
        self.address = address
        self.connection = connection

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        async with AsyncSession(
            self.connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        ) as session:
            yield session

    @asynccontextmanager
    async def read_session(self, *, stale_is_fine: bool) -> AsyncIterator[AsyncSession]:
        async with self.session() as session:
            yield session


@pytest.fixture
async def database(database_address: str) -> AsyncIterator[RolledBackDatabase]:
    engine = create_async_engine(
        driver_url(database_address), poolclass=NullPool, connect_args={"options": "-c timezone=UTC"}
    )
    async with engine.connect() as connection:
        transaction = await connection.begin()
        yield RolledBackDatabase(database_address, connection)
        await transaction.rollback()
    await engine.dispose()


@pytest.fixture
async def session(database: RolledBackDatabase) -> AsyncIterator[AsyncSession]:
    """For arranging what a test needs; what it commits is visible to the app."""
    async with database.session() as session:
        yield session


@pytest.fixture
async def statements(database: RolledBackDatabase) -> AsyncIterator[list[str]]:
    """The SQL statements as the driver sends them, savepoints left out. ``clear()`` it before what you count::

    statements.clear()
    await client.get("/practices?limit=50")
    assert len(statements) == 1
    """
    sent: list[str] = []

    class NotingCursor(psycopg.AsyncCursor[Any]):
        async def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            if not str(query).startswith(("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")):
                sent.append(str(query))
            return await super().execute(query, *args, **kwargs)

    driver = (await database.connection.get_raw_connection()).driver_connection
    assert isinstance(driver, psycopg.AsyncConnection)
    driver.cursor_factory = NotingCursor
    yield sent


@pytest.fixture(autouse=True)
def set_clock() -> Iterator[None]:
    clock.set_to(NOW)
    yield
    clock.set_to(None)


@pytest.fixture
def without_sweeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing happens by itself: a worker that runs here mails what the test asked for and nothing else."""
    monkeypatch.setattr(sweeps, "_known", {})


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(
        _env_file=None,
        data_dir=tmp_path_factory.mktemp("data"),
        secret_key=SecretStr(SECRET_KEY),
        hub_callback_secret=SecretStr(CALLBACK_SECRET),
        demo=True,
        test_clock=True,
        frontend_dir=Path("nowhere"),
    )


@pytest.fixture
def settings_with_pages(settings: Settings, tmp_path: Path) -> Settings:
    """With the page that the build of the single-page app starts from."""
    copyfile(Path(__file__).parents[1] / "frontend" / "index.html", tmp_path / "index.html")
    return settings.model_copy(update={"frontend_dir": tmp_path})


@pytest.fixture
async def app(settings: Settings, database: RolledBackDatabase) -> FastAPI:
    app = create_app(settings, database=database)
    app.state.database = database
    app.state.secret_key = settings.secret_key.get_secret_value() if settings.secret_key else ""
    return app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who is not signed in. Sign in with ``world.as_(…)`` and its headers."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test/api/v1") as client:
        yield client


@pytest.fixture
async def world(session: AsyncSession, app: FastAPI) -> World:
    """The smallest Initiative in which every role exists; see ``World``."""
    return await World.make(session, secret=app.state.secret_key)
