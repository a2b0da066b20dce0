"""Live events: nothing lost, nothing twice, whatever breaks on the way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import pytest
from sqlalchemy import text

from api.platform import clock
from api.platform.database import Database
from api.platform.live.hub import CaughtUp, Hub, Told
from api.platform.live.publishing import publish, publish_in_passing
from api.platform.live.sweeping import KEPT_FOR, forget_old_events

pytestmark = pytest.mark.anyio
TOPIC = "meeting:1"


class Follower:
    """Somebody who follows the topic and takes what comes."""

    def __init__(self, hub: Hub, database: Database, after: int | None = None) -> None:
        self._heard = hub.follow(database, TOPIC, after, beat_seconds=60)

    async def next(self) -> Told | CaughtUp:
        async with asyncio.timeout(10):
            heard = await anext(self._heard)
        assert isinstance(heard, Told | CaughtUp)
        return heard

    async def numbers(self, count: int) -> list[int]:
        """The numbers of the next events; what is said between them about having caught up is passed over."""
        found: list[int] = []
        while len(found) < count:
            heard = await self.next()
            found += [heard.number] if isinstance(heard, Told) else []
        return found

    async def leave(self) -> None:
        await self._heard.aclose()  # type: ignore[attr-defined]


@pytest.fixture
async def hub(committed_database: Database) -> AsyncIterator[Hub]:
    hub = Hub()
    async with hub.listening(committed_database):
        yield hub


@asynccontextmanager
async def following(hub: Hub, database: Database, after: int | None = None) -> AsyncIterator[Follower]:
    """A follower that has caught up."""
    follower = Follower(hub, database, after)
    await follower.next()
    yield follower
    await follower.leave()


async def tell(database: Database, *kinds: str) -> None:
    """One transaction for each of ``kinds``."""
    for kind in kinds:
        async with database.session() as session:
            publish(session, TOPIC, kind, {})
            await session.commit()


async def missed(hub: Hub, database: Database, after: int | None) -> list[Told | CaughtUp]:
    return [heard async for heard in hub.missed(database, TOPIC, after)]


async def test_every_follower_hears_each_event_once_in_the_order_of_the_commits(
    hub: Hub, committed_database: Database
) -> None:
    async with (
        following(hub, committed_database) as one,
        following(hub, committed_database) as two,
        asyncio.TaskGroup() as writers,
    ):
        for _ in range(4):
            writers.create_task(tell(committed_database, *["room"] * 10))
        assert await one.numbers(40) == await two.numbers(40) == list(range(1, 41))


async def test_what_is_rolled_back_is_told_to_nobody(hub: Hub, committed_database: Database) -> None:
    async with following(hub, committed_database) as follower:
        async with committed_database.session() as session:
            await session.connection()
            publish(session, TOPIC, "undone", {})
            await session.rollback()
            publish(session, TOPIC, "done", {})
            await session.commit()

        assert await follower.next() == Told(1, "done", {})


async def test_who_comes_back_is_told_what_was_missed_and_no_more(hub: Hub, committed_database: Database) -> None:
    await tell(committed_database, "a", "b", "c", "d")

    assert await missed(hub, committed_database, 2) == [
        Told(3, "c", {}),
        Told(4, "d", {}),
        CaughtUp(4, is_complete=True),
    ]
    assert await missed(hub, committed_database, 4) == [CaughtUp(4, is_complete=True)]
    assert await missed(hub, committed_database, None) == [CaughtUp(4, is_complete=True)]


async def test_who_comes_back_too_late_is_told_to_read_everything_again(hub: Hub, committed_database: Database) -> None:
    await tell(committed_database, "a", "b")
    clock.set_to(clock.now() + KEPT_FOR * 2)
    async with committed_database.session() as session:
        await forget_old_events(session)
        await session.commit()

    assert await missed(hub, committed_database, 1) == [CaughtUp(2, is_complete=False)]
    await tell(committed_database, "c")
    assert await missed(hub, committed_database, 2) == [Told(3, "c", {}), CaughtUp(3, is_complete=True)]


async def test_a_number_from_another_life_of_the_database_is_not_believed(
    hub: Hub, committed_database: Database
) -> None:
    assert await missed(hub, committed_database, 99) == [CaughtUp(0, is_complete=False)]


async def test_nothing_is_lost_when_the_listening_line_breaks(hub: Hub, committed_database: Database) -> None:
    async with following(hub, committed_database) as follower:
        await tell(committed_database, "before")
        assert await follower.numbers(1) == [1]
        async with committed_database.session() as session:
            await session.exec(  # type: ignore[call-overload]
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND query LIKE 'LISTEN%'"
                )
            )
        await tell(committed_database, "while away", "and after")

        assert await follower.numbers(2) == [2, 3]


async def test_a_slow_follower_reads_from_the_table_what_has_left_the_tail(
    hub: Hub, committed_database: Database
) -> None:
    async with following(hub, committed_database) as slow, following(hub, committed_database) as quick:
        async with committed_database.session() as session:
            for number in range(250):
                publish(session, TOPIC, "room", {"number": number})
            await session.commit()
        assert await quick.numbers(250) == list(range(1, 251))

        assert await slow.numbers(250) == list(range(1, 251))


async def test_what_is_told_in_passing_reaches_who_is_there_and_is_kept_nowhere(
    hub: Hub, committed_database: Database
) -> None:
    async with following(hub, committed_database) as follower:
        await tell(committed_database, "a")  # the hub listens when this has come
        await follower.next()
        async with committed_database.session() as session:
            await publish_in_passing(session, TOPIC, "typing", {"who": "Kenya"})
            await session.commit()

        assert await follower.next() == Told(0, "typing", {"who": "Kenya"})
        assert await missed(hub, committed_database, 0) == [Told(1, "a", {}), CaughtUp(1, is_complete=True)]


async def test_streams_end_when_the_process_is_about_to_stop(hub: Hub, committed_database: Database) -> None:
    async with following(hub, committed_database) as follower:
        hub.close()

        with pytest.raises(StopAsyncIteration):
            await follower.next()


async def test_a_watcher_holds_no_connection(hub: Hub, committed_database: Database) -> None:
    with psycopg.connect(committed_database.address, autocommit=True) as connection:
        followers = [Follower(hub, committed_database) for _ in range(30)]
        for follower in followers:
            await follower.next()
        counted = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'"
        ).fetchone()
        for follower in followers:
            await follower.leave()

    assert counted == (1,)  # the one that asks
