"""Background jobs (procrastinate): deferred in the transaction of the write that they follow, so neither is lost alone."""

from datetime import timedelta
from typing import Any

import procrastinate
from sqlalchemy import column, table
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.platform.database import columns

jobs = procrastinate.App(
    connector=procrastinate.PsycopgConnector(),
    import_paths=[],
)


async def defer(session: AsyncSession, task: "procrastinate.tasks.Task[Any, Any, Any]", **arguments: Any) -> None:
    """Queue ``task`` in the session's transaction: a rollback takes the job with it."""
    connection = await session.connection()
    raw = (await connection.get_raw_connection()).driver_connection
    await task.configure(connection=raw).defer_async(**arguments)


async def worker_was_seen_since(session: AsyncSession, *, seconds: int = 60) -> bool:
    """Whether some worker gave a sign of life in the last ``seconds``."""
    since = clock.now() - timedelta(seconds=seconds)
    workers = table("procrastinate_workers", column("last_heartbeat"))
    found = await session.exec(columns(1).select_from(workers).where(workers.c.last_heartbeat > since).limit(1))
    return found.first() is not None
