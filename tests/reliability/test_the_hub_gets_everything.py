"""A thousand publications while the Hub is down, restarted, slow and lying: each arrives exactly once, in its last version."""

import asyncio
import random
import sys
import time
from collections import Counter
from typing import Any

import pytest
import uvicorn
from pydantic import SecretStr
from sqlalchemy import func, insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.carrier import carry
from api.hub.models import DeliveryState, HubAttempt, HubDelivery, HubStatus
from api.hub.outbox import tell_hub_of_each
from api.hub.standin.app import StandIn
from api.hub.standin.faults import Fault, Faults
from api.hub.standin.messages import Messenger
from api.hub.standin.serving import server
from api.main import create_app
from api.platform import clock
from api.platform.database import Database
from api.practices.models import Practice, PracticeStatus, PracticeVersion
from api.practices.service import version_of
from api.settings import Settings
from tests.conftest import CALLBACK_SECRET
from tests.factories.champions import make_champion
from tests.factories.practices import COMPLETE
from tests.hub.conftest import serving
from tests.running_server import free_port

pytestmark = [pytest.mark.anyio, pytest.mark.xdist_group("reliability")]

PUBLICATIONS = 1_000
REVISED = 200
WITHIN_SECONDS = 60
WEATHER = {
    Fault.LOST: 0.06,
    Fault.HALF: 0.06,
    Fault.LYING: 0.06,
    Fault.BROKEN: 0.04,
    Fault.DOWN: 0.04,
    Fault.SLOW: 0.02,
}
"""A bad day at the Hub: more than a quarter of all requests fail, each in its way."""


@pytest.fixture
def real_time() -> None:
    clock.set_to(None)


@pytest.fixture
def connected(settings: Settings) -> Settings:
    return settings.model_copy(
        update={
            "hub_url": f"http://127.0.0.1:{free_port()}",
            "hub_client_id": "champions",
            "hub_client_secret": SecretStr("secret"),
            "hub_concurrency": 8,
            "hub_attempts": 100,
            "hub_timeout_seconds": 0.4,
            "hub_backoff_seconds": 0.02,
            "hub_check_seconds": 1.5,
            "run_worker": False,
        }
    )


class Journal(list[dict[str, Any]]):
    """The stand-in's journal, which tells whoever waits that it has grown."""

    def __init__(self) -> None:
        super().__init__()
        self.acts = 0
        self._grown = asyncio.Event()

    def append(self, entry: dict[str, Any]) -> None:
        """Write an entry down."""
        super().append(entry)
        self.acts += bool(entry["acted"])
        self._grown.set()

    async def acted(self, times: int) -> None:
        """Wait until the Hub has acted so many times."""
        async with asyncio.timeout(WITHIN_SECONDS):
            while self.acts < times:
                self._grown.clear()
                await self._grown.wait()


def hub_server(stand_in: StandIn) -> uvicorn.Server:
    return server(stand_in, host="127.0.0.1", port=int(stand_in.home.rpartition(":")[2]))


async def publish_a_thousand(session: AsyncSession) -> list[Practice]:
    champion = await make_champion(session, "ECU")  # nobody speaks for it: letters are proved where they are written
    now = clock.now()
    practices = [
        Practice(
            champion_id=champion.id,
            status=PracticeStatus.PUBLISHED,
            published_at=now,
            version=1,
            **(COMPLETE | {"title": f"Practice {number}"}),
        )
        for number in range(PUBLICATIONS)
    ]
    session.add_all(practices)
    await session.flush()
    session.add_all(version_of(practice) for practice in practices)
    await tell_hub_of_each(session, practices)
    await session.commit()
    return practices


async def publish_again(session: AsyncSession, practices: list[Practice]) -> None:
    for practice in practices:
        practice.version, practice.title = 2, f"{practice.title}, better told"
        session.add(practice)
    await session.flush()
    versions = [version_of(practice).model_dump() for practice in practices]
    await session.exec(insert(PracticeVersion).values(versions))
    await tell_hub_of_each(session, practices)
    await session.commit()


async def unsettled(database: Database) -> int:
    """How many practices have no last word of the Hub on their last version."""
    async with database.session() as session:
        published = select(HubDelivery.practice_id).where(
            col(HubDelivery.practice_id) == col(Practice.id),
            col(HubDelivery.version) == col(Practice.version),
            col(HubDelivery.hub_status) == HubStatus.PUBLISHED,
        )
        waits = select(func.count()).select_from(Practice).where(~published.exists())
        return (await session.exec(waits)).one()


async def test_a_thousand_publications_arrive_each_once_in_the_last_version(
    real_time: None,
    connected: Settings,
    committed_database: Database,
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = create_app(connected, database=committed_database)
    port = free_port()
    messenger = Messenger(f"http://127.0.0.1:{port}/api/v1/hub/callbacks", CALLBACK_SECRET)
    stand_in = StandIn("champions", "secret", messenger, str(connected.hub_url))
    stand_in.kept.journal = journal = Journal()
    stand_in.faults = Faults(shares=WEATHER, seconds=0.6, dice=random.Random(2026))
    async with committed_database.session() as session:
        practices = await publish_a_thousand(session)
    begun, used = time.monotonic(), time.process_time()

    async with serving(uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, access_log=False))):
        await carry(committed_database, connected, seconds=0.5)  # the Hub is not there yet
        assert await attempts(committed_database) > 0
        worker = asyncio.create_task(carry_until_told(committed_database, connected))
        async with serving(hub_server(stand_in)):
            await journal.acted(300)
        async with committed_database.session() as session:  # it is away again, and they go on publishing
            await publish_again(session, practices[:REVISED])
        async with serving(hub_server(stand_in)):
            await journal.acted(900)
            stand_in.faults = Faults()
            async with asyncio.timeout(WITHIN_SECONDS):
                await worker
    seconds, used = time.monotonic() - begun, time.process_time() - used

    versions = {key: node["attributes"]["field_version"] for key, node in stand_in.kept.nodes.items()}
    acts = Counter((act["id"], act["version"]) for act in acts_of(stand_in))
    async with committed_database.session() as session:
        dead = (
            await session.exec(select(HubDelivery.id).where(col(HubDelivery.state) == DeliveryState.GIVEN_UP))
        ).all()
        outcomes = Counter((await session.exec(select(HubAttempt.outcome))).all())
    assert versions == {str(practice.id): practice.version for practice in practices}
    assert set(acts.values()) == {1}
    assert dead == []
    with capsys.disabled():
        figures = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
        failed = Counter(entry["fault"] for entry in stand_in.kept.journal if entry["fault"])
        faults = ", ".join(f"{count} {fault}" for fault, count in sorted(failed.items()))
        sys.stdout.write(
            f"\n{PUBLICATIONS} publications and {REVISED} new versions in {seconds:.1f} s ({used:.1f} s of this process): each arrived once, none was lost.\n"
            f"Attempts: {figures}. The Hub's faults: {faults}.\n"
        )


async def carry_until_told(database: Database, settings: Settings) -> None:
    """One shift of the worker after the other, until the Hub has spoken of every practice's last version."""
    while await unsettled(database):
        await carry(database, settings, seconds=2)


def acts_of(stand_in: StandIn) -> list[dict[str, Any]]:
    return [entry["acted"] for entry in stand_in.kept.journal if entry["acted"]]


async def attempts(database: Database) -> int:
    async with database.session() as session:
        return (await session.exec(select(func.count()).select_from(HubAttempt))).one()
