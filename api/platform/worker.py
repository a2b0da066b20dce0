"""The job worker: inside the API process for an installation of one process, or a process of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import procrastinate

from api.platform.database import driver_url
from api.platform.jobs import Surroundings, jobs


def connector(address: str) -> procrastinate.PsycopgConnector:
    """A connector for the worker's own small pool."""
    plain = driver_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    return procrastinate.PsycopgConnector(conninfo=plain, kwargs={"options": "-c timezone=UTC"}, min_size=1, max_size=3)


@asynccontextmanager
async def run_worker(surroundings: Surroundings) -> AsyncIterator[None]:
    """Work through the queues while the app runs, where the settings say so; jobs under way get 10 s to finish."""
    with jobs.replace_connector(connector(surroundings.database.address)) as app:
        async with app.open_async():
            if not surroundings.settings.run_worker:
                yield
                return
            task = asyncio.create_task(
                app.run_worker_async(
                    install_signal_handlers=False,
                    concurrency=2,
                    shutdown_graceful_timeout=10,
                    delete_jobs="successful",
                    additional_context=surroundings.handed_over(),
                )
            )
            try:
                yield
            finally:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task


async def work(surroundings: Surroundings) -> None:
    """Work through the queues until told to stop."""
    with jobs.replace_connector(connector(surroundings.database.address)) as app:
        async with app.open_async():
            await app.run_worker_async(
                concurrency=4, delete_jobs="successful", additional_context=surroundings.handed_over()
            )
