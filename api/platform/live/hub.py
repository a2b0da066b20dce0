"""Hands what is published to everybody who follows it in this process: one listening connection, however many watchers.

A notification is only a nudge; the table is the truth. On a nudge, and after the connection was lost, the hub reads what
is new of each topic that somebody follows, so nothing is lost and nothing comes twice. What is new is kept once, in a
short tail that all watchers read at their own pace: a slow one costs nothing, and reads from the table what has left the tail.
"""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import psycopg
import structlog
from sqlmodel import col

from api.platform import metrics
from api.platform.database import Database, columns, driver_url
from api.platform.live.models import LiveEvent, LiveTopic
from api.platform.live.publishing import CHANNEL

_TAIL = 200
_REPLAYED_AT_MOST = 1000
_ASKS_AFTER_SECONDS = 30
_ANSWERS_WITHIN_SECONDS = 5
_BACKOFF_SECONDS = (0.1, 0.5, 1, 2, 5)
_log = structlog.get_logger("live")


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it was published; ``number`` is 0 for one in passing."""

    number: int
    kind: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """The watcher has all until ``number``; from here on events come as they happen.

    ``is_complete`` is false where what was missed is no longer kept: what is shown must be read again.
    """

    number: int
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Beat:
    """Nothing happened for a while, or enough time has passed to look whether the watcher still may watch."""


@dataclass(slots=True)
class _Topic:
    name: str
    watchers: int = 0
    number: int | None = None
    heard: int = 0
    tail: deque[Told] = field(default_factory=lambda: deque(maxlen=_TAIL))
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, told: list[Told]) -> None:
        """Put ``told`` into the tail and wake the watchers."""
        self.tail.extend(told)
        self.heard += len(told)
        self.stir()

    def stir(self) -> None:
        """Wake the watchers."""
        woken, self.stirred = self.stirred, asyncio.Event()
        woken.set()

    def since(self, place: int) -> list[Told] | None:
        """What was heard after the first ``place`` events; ``None`` where some of it has left the tail."""
        fresh = self.heard - place
        return list(self.tail)[len(self.tail) - fresh :] if fresh <= len(self.tail) else None


class Hub:
    """All topics that are followed in this process."""

    def __init__(self) -> None:
        self._topics: dict[str, _Topic] = {}
        self._is_closed = False

    @asynccontextmanager
    async def listening(self, database: Database) -> AsyncIterator[None]:
        """Listen on a connection of its own while the app runs; every stream ends with it."""
        task = asyncio.create_task(self._listen(database))
        try:
            yield
        finally:
            self.close()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def close(self) -> None:
        """End every stream: the process is about to stop."""
        self._is_closed = True
        for topic in self._topics.values():
            topic.stir()

    async def missed(self, database: Database, name: str, after: int | None) -> AsyncIterator[Told | CaughtUp]:
        """What happened on topic ``name`` after number ``after`` until now, and then ``CaughtUp``."""
        with self._joined(name) as topic:
            number = await self._arrive(database, topic)
            async for told in self._replayed(database, name, after, number):
                yield told

    async def follow(
        self, database: Database, name: str, after: int | None, *, beat_seconds: float
    ) -> AsyncIterator[Told | CaughtUp | Beat]:
        """As ``missed``, and then each event as it happens, with a ``Beat`` every ``beat_seconds``."""
        with self._joined(name) as topic:
            number = await self._arrive(database, topic)
            place = topic.heard
            async for told in self._replayed(database, name, after, number):
                yield told
            beats_at = _seconds() + beat_seconds
            while not self._is_closed:
                stirred, fresh = topic.stirred, topic.since(place)
                if fresh is None:
                    behind, number = number, topic.number or number
                    place = topic.heard
                    async for told in self._replayed(database, name, behind, number):
                        yield told
                    continue
                place = topic.heard
                for told in fresh:
                    number = told.number or number
                    yield told
                if _seconds() >= beats_at:
                    beats_at = _seconds() + beat_seconds
                    yield Beat()
                elif not fresh:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(beats_at - _seconds()):
                            await stirred.wait()

    @contextmanager
    def _joined(self, name: str) -> Iterator[_Topic]:
        topic = self._topics.setdefault(name, _Topic(name))
        topic.watchers += 1
        metrics.live_watchers.inc()
        try:
            yield topic
        finally:
            metrics.live_watchers.dec()
            topic.watchers -= 1
            if not topic.watchers and self._topics.get(name) is topic:
                del self._topics[name]

    async def _arrive(self, database: Database, topic: _Topic) -> int:
        """The topic's last number, once everything that was committed until now is in the tail."""
        async with topic.lock:
            if topic.number is None:
                topic.number = await _last_number(database, topic.name)
            else:
                await _catch_up(database, topic)
            return topic.number

    async def _replayed(
        self, database: Database, name: str, after: int | None, until: int
    ) -> AsyncIterator[Told | CaughtUp]:
        missed: list[Told] = []
        if after is not None and after < until:
            missed = await _kept(database, name, after, until)
        is_complete = after is None or after + len(missed) == until
        if is_complete:
            for told in missed:
                yield told
        yield CaughtUp(until, is_complete)

    async def _listen(self, database: Database) -> None:
        failures = 0
        while True:
            try:
                async with await _connect(database.address) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    for topic in list(self._topics.values()):
                        await self._look(database, topic)
                    failures = 0
                    await self._hear(database, connection)
            except Exception as error:  # whatever it was: who has stopped listening must not look as if all were quiet
                pause = _BACKOFF_SECONDS[min(failures, len(_BACKOFF_SECONDS) - 1)]
                failures += 1
                _log.warning("live events interrupted", error=str(error), again_in_seconds=pause)
                await asyncio.sleep(pause)

    async def _hear(self, database: Database, connection: psycopg.AsyncConnection[Any]) -> None:
        while True:
            nudges = [n.payload async for n in connection.notifies(timeout=_ASKS_AFTER_SECONDS, stop_after=1)]
            if not nudges:
                async with asyncio.timeout(_ANSWERS_WITHIN_SECONDS):  # a dead line is found here, not in an hour
                    await connection.execute("SELECT 1")
            for nudge in nudges:
                told = json.loads(nudge)
                if topic := self._topics.get(told["topic"]):
                    if "kind" in told:
                        topic.hear([Told(0, told["kind"], told["body"])])
                    else:
                        await self._look(database, topic)

    async def _look(self, database: Database, topic: _Topic) -> None:
        async with topic.lock:
            if topic.number is not None:
                await _catch_up(database, topic)


def _seconds() -> float:
    return asyncio.get_running_loop().time()


async def _connect(address: str) -> psycopg.AsyncConnection[Any]:
    plain = driver_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    return await psycopg.AsyncConnection.connect(plain, autocommit=True, connect_timeout=5)


async def _catch_up(database: Database, topic: _Topic) -> None:
    assert topic.number is not None
    while fresh := await _kept(database, topic.name, topic.number):
        topic.number = fresh[-1].number
        topic.hear(fresh)


async def _last_number(database: Database, name: str) -> int:
    async with database.read_session(stale_is_fine=False) as session:
        found = await session.exec(columns(LiveTopic.last_number).where(col(LiveTopic.topic) == name))
        return found.first() or 0


async def _kept(database: Database, name: str, after: int, until: int | None = None) -> list[Told]:
    wanted = columns(LiveEvent.number, LiveEvent.kind, LiveEvent.body).where(
        col(LiveEvent.topic) == name, col(LiveEvent.number) > after
    )
    if until is not None:
        wanted = wanted.where(col(LiveEvent.number) <= until)
    async with database.read_session(stale_is_fine=False) as session:
        rows = (await session.exec(wanted.order_by(col(LiveEvent.number)).limit(_REPLAYED_AT_MOST))).all()
    return [Told(*row) for row in rows]
