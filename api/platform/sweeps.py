"""Sweeps: idempotent looks at the record and the clock, once a minute. No deadline and no reminder hangs on a scheduled row
that could go stale: what is due follows from the record as it is now, and what was done is remembered there.
"""

from collections.abc import Awaitable, Callable

import procrastinate
import structlog
from sqlalchemy import func
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.database import Database
from api.platform.jobs import Surroundings, jobs, transaction

Sweep = Callable[[AsyncSession], Awaitable[None]]

_log = structlog.get_logger("sweeps")
_known: dict[str, Sweep] = {}


def every(name: str) -> Callable[[Sweep], Sweep]:
    """Register a sweep under a ``name`` of its own. Its module is named in ``api.all_sweeps``."""

    def register(sweep: Sweep) -> Sweep:
        assert name not in _known, f"Two sweeps are called {name}."
        _known[name] = sweep
        return sweep

    return register


async def run_all(database: Database) -> list[str]:
    """Run every sweep, each in a transaction of its own; one that fails stops no other. Returns the names of those that failed."""
    return [name for name in _known if not await _ran(database, name)]


async def _ran(database: Database, name: str) -> bool:
    try:
        async with transaction(database) as session:
            await session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(f"sweep:{name}", 0))))
            await _known[name](session)
    except Exception:
        _log.exception("sweep failed", sweep=name)
        return False
    return True


@jobs.periodic(cron="* * * * *")
@jobs.task(name="sweep", queue="sweeps", queueing_lock="sweep", pass_context=True)
async def sweep(context: procrastinate.JobContext, timestamp: int) -> None:  # noqa: ARG001 -- the queue says for which minute
    """Run every sweep; one that failed is run again the next minute."""
    await run_all(Surroundings.of(context).database)
