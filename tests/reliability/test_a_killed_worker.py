"""A worker that is killed in the middle of a delivery: what it held arrives all the same, and the Hub acts on it once."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlmodel import col, select
from starlette.requests import Request
from starlette.responses import Response

from api.hub import jobs
from api.hub.claiming import lease
from api.hub.models import AttemptOutcome, DeliveryState, HubAttempt, HubDelivery
from api.hub.outbox import tell_hub
from api.hub.standin.app import StandIn
from api.hub.standin.messages import Messenger
from api.hub.standin.serving import server
from api.platform import clock
from api.platform.database import Database
from api.platform.jobs import transaction
from api.practices.models import PracticeStatus
from api.settings import Settings
from tests.factories.champions import make_champion
from tests.factories.practices import make_practice
from tests.hub.conftest import serving
from tests.running_server import ROOT, free_port

pytestmark = [pytest.mark.anyio, pytest.mark.xdist_group("reliability")]

WITHIN_SECONDS = 90


class Hub(StandIn):
    """A Hub that acts, and whose answer comes too late: when the one who asked is dead."""

    def __init__(self, home: str) -> None:
        super().__init__("champions", "secret", Messenger(None, None), home)
        self.has_acted, self.worker_is_dead, self.was_asked_again = (asyncio.Event() for _ in range(3))

    async def _write(self, request: Request, practice_id: str | None) -> Response:
        answer = await super()._write(request, practice_id)
        if self.kept.journal[-1]["acted"]:
            self.has_acted.set()
            await self.worker_is_dead.wait()
        elif self.has_acted.is_set():
            self.was_asked_again.set()
        return answer


@asynccontextmanager
async def worker(database: Database, hub: Hub) -> AsyncIterator[asyncio.subprocess.Process]:
    """``champions worker``, a process of its own; told to stop at the end, which lets it finish what it is at."""
    settings = {
        "CHAMPIONS_DATABASE_URL": database.address,
        "CHAMPIONS_HUB_URL": hub.home,
        "CHAMPIONS_HUB_CLIENT_ID": hub.client_id,
        "CHAMPIONS_HUB_CLIENT_SECRET": hub.client_secret,
        "CHAMPIONS_LOG_LEVEL": "ERROR",
    }
    command = (sys.executable, "-m", "api", "worker")
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=os.environ | settings)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def publish(database: Database) -> None:
    async with transaction(database) as session:
        ecuador = await make_champion(session, "ECU")
        practice = await make_practice(session, ecuador, status=PracticeStatus.PUBLISHED)
        await tell_hub(session, practice)


async def test_what_a_killed_worker_was_delivering_arrives_exactly_once(
    committed_database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.set_to(None)
    port = free_port()
    hub = Hub(f"http://127.0.0.1:{port}")
    connected = settings.model_copy(update={"hub_url": hub.home})
    monkeypatch.setattr(jobs, "get_settings", lambda: connected)
    await publish(committed_database)

    async with serving(server(hub, host="127.0.0.1", port=port)), asyncio.timeout(WITHIN_SECONDS):
        async with worker(committed_database, hub) as first:
            await hub.has_acted.wait()
            first.kill()
            await first.wait()
        hub.worker_is_dead.set()
        clock.set_to(clock.now() + lease(connected))
        async with transaction(committed_database) as session:  # what a worker does once a minute
            await jobs.start_again(session)
        async with worker(committed_database, hub):
            await hub.was_asked_again.wait()

    async with committed_database.session() as session:
        delivery = (await session.exec(select(HubDelivery))).one()
        attempts = (await session.exec(select(col(HubAttempt.outcome)))).all()
    keys = {entry["key"] for entry in hub.kept.journal}
    assert len([entry for entry in hub.kept.journal if entry["acted"]]) == 1
    assert len(keys) == 1
    assert (delivery.state, attempts) == (DeliveryState.DELIVERED, [AttemptOutcome.TAKEN])
