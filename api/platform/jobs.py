"""Background jobs (procrastinate): deferred in the transaction of the write that they follow, so neither is lost alone."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import procrastinate
from sqlalchemy import column, table, text
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.database import Database, columns
from api.settings import Settings

jobs = procrastinate.App(
    connector=procrastinate.PsycopgConnector(),
    import_paths=[],
)

Task = procrastinate.tasks.Task[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a job finds around it, whichever process works on it."""

    database: Database
    settings: Settings

    def handed_over(self) -> dict[str, Any]:
        """For the worker's ``additional_context``."""
        return {"surroundings": self}

    @classmethod
    def of(cls, context: procrastinate.JobContext) -> "Surroundings":
        """Those of the job that runs in ``context``."""
        found: Surroundings = context.additional_context["surroundings"]
        return found


@asynccontextmanager
async def transaction(database: Database) -> AsyncIterator[AsyncSession]:
    """The transaction of a job or a sweep: committed where the block ends well, as the unit of work commits a request."""
    async with database.session() as session:
        yield session
        await session.commit()


async def defer(session: AsyncSession, task: Task, **arguments: Any) -> None:
    """Queue ``task`` in the session's transaction: a rollback takes the job with it."""
    await defer_each(session, task, [arguments])


async def defer_each(session: AsyncSession, task: Task, each: Sequence[dict[str, Any]]) -> None:
    """Queue ``task`` once for each set of arguments, in one statement."""
    if not each:
        return
    connection = await session.connection()
    raw = (await connection.get_raw_connection()).driver_connection
    await task.configure(connection=raw).batch_defer_async(*each)


async def worker_was_seen_since(session: AsyncSession, *, seconds: int = 60) -> bool:
    """Whether some worker gave a sign of life in the last ``seconds``.

    Told by the database's clock, as the signs of life are: a test that sets ours does not stop the worker's heart.
    """
    workers = table("procrastinate_workers", column("last_heartbeat"))
    since = text("now() - :lately").bindparams(lately=timedelta(seconds=seconds))
    found = await session.exec(columns(1).select_from(workers).where(workers.c.last_heartbeat > since).limit(1))
    return found.first() is not None
