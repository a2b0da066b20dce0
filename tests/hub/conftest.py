"""A stand-in Hub that really listens, and the product connected with it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import uvicorn
from pydantic import SecretStr
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.carrier import carry
from api.hub.models import HubDelivery
from api.hub.standin.app import StandIn
from api.hub.standin.faults import Fault, Faults
from api.hub.standin.messages import Messenger
from api.hub.standin.serving import server
from api.practices.models import Practice, PracticeStatus
from api.settings import Settings
from tests.conftest import CALLBACK_SECRET, RolledBackDatabase
from tests.factories.practices import make_practice
from tests.factories.world import World
from tests.running_server import free_port


class Hub:
    """The stand-in under test, and what the product does with it."""

    def __init__(self, stand_in: StandIn, settings: Settings, database: RolledBackDatabase) -> None:
        self.stand_in, self.settings, self._database = stand_in, settings, database

    def fails(self, fault: Fault, **how: Any) -> None:
        self.stand_in.faults = Faults(shares={fault: 1}, **how)

    def is_well(self) -> None:
        self.stand_in.faults = Faults()

    async def carry(self) -> None:
        await carry(self._database, self.settings)

    def attributes(self, practice: Practice) -> dict[str, Any]:
        found: dict[str, Any] = self.stand_in.kept.nodes[str(practice.id)]["attributes"]
        return found

    @property
    def acts(self) -> list[dict[str, Any]]:
        """What it did, in order."""
        return [entry["acted"] for entry in self.stand_in.kept.journal if entry["acted"]]


@pytest.fixture
async def hub(settings: Settings, database: RolledBackDatabase) -> AsyncIterator[Hub]:
    """Connected, one delivery at a time: the test's one connection holds no two transactions at once."""
    port = free_port()
    home = f"http://127.0.0.1:{port}"
    stand_in = StandIn("champions", "secret", Messenger(None, None), home)
    connected = settings.model_copy(
        update={
            "hub_url": home,
            "hub_client_id": "champions",
            "hub_client_secret": SecretStr("secret"),
            "hub_callback_secret": SecretStr(CALLBACK_SECRET),
            "hub_concurrency": 1,
            "hub_attempts": 3,
            "hub_timeout_seconds": 0.5,
        }
    )
    async with serving(server(stand_in, host="127.0.0.1", port=port)):
        yield Hub(stand_in, connected, database)


@asynccontextmanager
async def serving(running: uvicorn.Server) -> AsyncIterator[None]:
    """``running`` at its address. Its door is open at once: whoever comes before it has started waits there."""
    with socket.create_server((running.config.host, running.config.port)) as door:
        task = asyncio.create_task(running.serve(sockets=[door]))
        try:
            yield
        finally:
            running.should_exit = True
            await task


@pytest.fixture
async def published(session: AsyncSession, world: World, client: httpx.AsyncClient) -> Practice:
    """A practice of MAR that was just published."""
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.ACCEPTED)
    answer = await client.post(f"/practices/{practice.id}/publish", headers=world.headers("secretariat"))
    assert answer.status_code == httpx.codes.OK, answer.text
    return practice


async def deliveries(session: AsyncSession, practice: Practice) -> list[HubDelivery]:
    """The deliveries about ``practice``, the first first."""
    found = select(HubDelivery).where(col(HubDelivery.practice_id) == practice.id).order_by(col(HubDelivery.sequence))
    return list((await session.exec(found.execution_options(populate_existing=True))).all())
