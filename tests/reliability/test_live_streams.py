"""Live streams between real processes: nothing is lost, nothing comes twice, and a right that ends ends the stream."""

import asyncio
import json
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.contract.conftest import access_token
from tests.running_server import RunningServer, start, stop

pytestmark = [pytest.mark.anyio, pytest.mark.xdist_group("reliability")]

SOON = {"CHAMPIONS_LIVE_HEARTBEAT_SECONDS": "0.2", "CHAMPIONS_DATABASE_POOL_SIZE": "5"}
WATCHERS = 40


@pytest.fixture(scope="module")
def server() -> Iterator[RunningServer]:
    with tempfile.TemporaryDirectory(prefix="champions-", ignore_cleanup_errors=True) as folder:
        running = start(Path(folder), environment=SOON)
        yield running
        stop(running)


@contextmanager
def another_process(server: RunningServer) -> Iterator[RunningServer]:
    """A second API process on the same database."""
    environment = SOON | {"CHAMPIONS_RUN_WORKER": "0"}
    second = start(server.data_dir, password=server.password, environment=environment)
    yield second
    stop(second)


class Caller:
    """Somebody who calls one process."""

    def __init__(self, server: RunningServer, account: str) -> None:
        token = access_token(server, f"{account}@demo.example")
        self.client = httpx.AsyncClient(
            base_url=f"{server.address}/api/v1", headers={"Authorization": f"Bearer {token}"}, timeout=15
        )

    async def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        answer = await self.client.post(path, json=body or {})
        assert answer.is_success, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def watch(self, meeting_id: str, after: int | None = None) -> AsyncIterator[tuple[str, int, Any]]:
        """Name, number and body of each event, for as long as the stream lasts."""
        headers = {} if after is None else {"Last-Event-ID": str(after)}
        async with self.client.stream("GET", f"/meetings/{meeting_id}/events", headers=headers) as answer:
            assert answer.status_code == 200
            fields: dict[str, str] = {}
            async for line in answer.aiter_lines():
                if line:
                    name, _, value = line.partition(": ")
                    fields[name] = value
                elif "data" in fields:
                    yield fields["event"], int(fields.get("id", 0)), json.loads(fields["data"])
                    fields = {}


@asynccontextmanager
async def calling(server: RunningServer, account: str) -> AsyncIterator[Caller]:
    caller = Caller(server, account)
    async with caller.client:
        yield caller


async def open_meeting(officer: Caller) -> str:
    """A meeting in session, with one event: its room was opened."""
    meeting = await officer.post("/meetings", {"title": "Held live", "starts_at": "2027-02-10T14:00:00Z"})
    await officer.post(f"/meetings/{meeting['id']}/room/open")
    return str(meeting["id"])


async def next_of(events: AsyncIterator[tuple[str, int, Any]]) -> tuple[str, int, Any]:
    async with asyncio.timeout(5):
        return await anext(events)


async def test_a_watcher_of_a_killed_process_misses_nothing_at_the_other(server: RunningServer) -> None:
    with another_process(server) as second:
        async with calling(server, "secretariat") as officer, calling(second, "ken") as delegate:
            meeting = await open_meeting(officer)
            events = delegate.watch(meeting)
            caught_up = await next_of(events)
            await officer.post(f"/meetings/{meeting}/room/pause")
            told = await next_of(events)
            second.process.kill()
            with pytest.raises(httpx.TransportError):
                await next_of(events)
        async with calling(server, "secretariat") as officer, calling(server, "ken") as delegate:
            await officer.post(f"/meetings/{meeting}/room/resume")
            await officer.post(f"/meetings/{meeting}/speakers", {"champion": "KEN"})
            events = delegate.watch(meeting, after=told[1])
            missed = [await next_of(events) for _ in range(3)]
            await officer.post(f"/meetings/{meeting}/room/end")
            live = await next_of(events)

    first = caught_up[1]
    assert told[:2] == ("room", first + 1)
    assert told[2]["status"] == "paused"
    assert [(name, number - first) for name, number, _ in missed] == [("room", 2), ("room", 3), ("caught-up", 3)]
    assert missed[2][2]["is_complete"] is True
    assert (live[1] - first, live[2]["status"]) == (4, "ended")


async def test_a_stream_ends_when_the_account_ends(server: RunningServer) -> None:
    async with calling(server, "secretariat") as officer, calling(server, "prt") as delegate:
        meeting = await open_meeting(officer)
        events = delegate.watch(meeting)
        await next_of(events)
        me = (await delegate.client.get("/me")).json()["person"]
        ended = await officer.post(f"/people/{me['id']}/end", {"reason": "Has moved to another post."})

        with pytest.raises(StopAsyncIteration):
            await next_of(events)
        again = await delegate.client.get(f"/meetings/{meeting}/events")

    assert ended["id"] == me["id"]
    assert again.status_code == 401


async def test_who_writes_the_minutes_is_told_to_the_others_who_may_and_to_nobody_else(server: RunningServer) -> None:
    async with (
        calling(server, "secretariat") as officer,
        calling(server, "gha") as chair,
        calling(server, "ken") as delegate,
    ):
        meeting = await open_meeting(officer)
        of_officer, of_chair, of_delegate = (caller.watch(meeting) for caller in (officer, chair, delegate))
        for events in (of_officer, of_chair, of_delegate):
            await next_of(events)
        told = await chair.client.put(f"/meetings/{meeting}/presence", json={"writes_on": meeting})
        await officer.post(f"/meetings/{meeting}/room/pause")

        heard = [(await next_of(events))[:1] for events in (of_officer, of_chair, of_delegate)]
    assert told.status_code == 204
    assert heard == [("writing",), ("room",), ("room",)]


async def test_a_stream_is_measured_by_its_first_byte_and_counted_while_it_is_open(server: RunningServer) -> None:
    async with calling(server, "secretariat") as officer:
        events = officer.watch(await open_meeting(officer))
        await next_of(events)
        measured = (await officer.client.get(f"{server.address}/metrics")).text

    route = 'method="GET",route="/meetings/{meeting_id}/events"'
    assert f"champions_http_request_seconds_count{{{route}}}" in measured
    assert "champions_live_watchers 0.0" not in measured


async def test_a_process_stops_at_once_with_everybody_watching(server: RunningServer) -> None:
    with another_process(server) as second:
        async with calling(server, "secretariat") as officer, calling(second, "ken") as delegate:
            meeting = await open_meeting(officer)
            delegate.client.timeout = httpx.Timeout(15, pool=60)
            streams = [delegate.watch(meeting) for _ in range(WATCHERS)]
            for events in streams:
                await next_of(events)
            second.process.send_signal(signal.SIGTERM)
            for events in streams:
                with pytest.raises(StopAsyncIteration):
                    await next_of(events)
            status = await asyncio.to_thread(second.process.wait, 8)
        log = (server.data_dir / "server.log").read_text(encoding="utf-8")

    assert status == 0
    assert "timeout graceful shutdown exceeded" not in log
