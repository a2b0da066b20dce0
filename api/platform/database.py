"""Engines and sessions: one PostgreSQL, one driver (psycopg 3), one place that opens connections."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, Request
from psycopg import AsyncConnection
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

_DRIVER_CONNECTION = "driver_connection"


def driver_url(address: str) -> URL:
    """``postgresql://…`` as SQLAlchemy wants it: with psycopg as the driver."""
    return make_url(address).set(drivername="postgresql+psycopg")


class Database:
    """The connections of this process. Reads may go to a replica; writes never do."""

    def __init__(self, address: str, *, replica_address: str | None = None, pool_size: int = 10) -> None:
        self.address = address
        self.engine = _engine(address, pool_size)
        self._readers = _reading_engine(address, pool_size)
        self._replica_readers = _reading_engine(replica_address, pool_size) if replica_address else self._readers

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """A session in a transaction that its owner commits; rolled back otherwise."""
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            yield session

    @asynccontextmanager
    async def read_session(self, *, stale_is_fine: bool) -> AsyncIterator[AsyncSession]:
        """A session for reads: no transaction around single statements, from the replica where ``stale_is_fine``."""
        engine = self._replica_readers if stale_is_fine else self._readers
        async with AsyncSession(engine, autoflush=False) as session:
            yield session

    async def close(self) -> None:
        """Close every connection."""
        for engine in {self.engine, self._readers, self._replica_readers}:
            await engine.dispose()


def _engine(address: str, pool_size: int, **options: Any) -> AsyncEngine:
    return create_async_engine(
        driver_url(address),
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=10,
        connect_args={"prepare_threshold": 2, "options": "-c timezone=UTC -c statement_timeout=15s -c jit=off"},
        **options,
    )


def _reading_engine(address: str, pool_size: int) -> AsyncEngine:
    """An engine of its own, whose connections stay in autocommit: nothing to set before a read or to undo after it."""
    return _engine(address, pool_size, isolation_level="AUTOCOMMIT", pool_reset_on_return=None)


async def get_session(request: Request) -> AsyncSession:
    """The session of the request's unit of work (see ``unit_of_work``)."""
    session: AsyncSession = request.state.session
    return session


async def driver_connection(session: AsyncSession) -> AsyncConnection[Any]:
    """The psycopg connection on which ``session`` works: in the same transaction, without SQLAlchemy in between."""
    transaction, connection = session.info.get(_DRIVER_CONNECTION, (None, None))
    if connection is None or transaction is not session.sync_session.get_transaction():
        connection = (await (await session.connection()).get_raw_connection()).driver_connection
        session.info[_DRIVER_CONNECTION] = session.sync_session.get_transaction(), connection
    assert isinstance(connection, AsyncConnection)
    return connection


SessionDep = Annotated[AsyncSession, Depends(get_session)]


def columns(*wanted: Any) -> Any:
    """SELECT of columns rather than objects, for any number of them; rows have them as attributes."""
    return select(*wanted)


def violated_constraint(error: Any) -> str | None:
    """The name of the constraint behind an ``IntegrityError``, as PostgreSQL reports it."""
    return getattr(getattr(getattr(error, "orig", None), "diag", None), "constraint_name", None)
