"""Everybody follows one meeting on one API process: each hears each change once; how fast, and what a watcher costs.

``python -m tests.benchmarks.room_watchers [watchers] [changes]``
"""

import asyncio
import statistics
import sys
import time
from dataclasses import dataclass, field

import httpx
import psutil

from tests.contract.conftest import access_token
from tests.running_server import RunningServer, running_server

WATCHERS, CHANGES = 200, 20
SLOWEST_ALLOWED_SECONDS = 1.0


@dataclass
class Watcher:
    """What one watcher has heard: number of the event → when."""

    heard: dict[int, float] = field(default_factory=dict)
    repeated: int = 0
    began_at: asyncio.Future[int] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    async def follow(self, client: httpx.AsyncClient, path: str, changes: int) -> None:
        """Listen until as many ``changes`` as will be made have come."""
        async with client.stream("GET", path) as answer:
            async for line in answer.aiter_lines():
                if line.startswith("id: "):
                    number = int(line[4:])
                    if not self.began_at.done():
                        self.began_at.set_result(number)
                        continue
                    self.repeated += number in self.heard
                    self.heard[number] = time.perf_counter()
                    if number == self.began_at.result() + changes:
                        return


def memory(server: RunningServer) -> float:
    """What the API process holds in memory, in MB."""
    return float(psutil.Process(server.process.pid).memory_info().rss / 1_000_000)


async def measure(server: RunningServer, watchers_count: int, changes: int) -> bool:
    """Print the figures; whether everybody heard each change once, and soon enough."""
    headers = {"Authorization": f"Bearer {access_token(server, 'secretariat@demo.example')}"}
    limits = httpx.Limits(max_connections=None)
    base = f"{server.address}/api/v1"
    async with httpx.AsyncClient(base_url=base, headers=headers, timeout=60, limits=limits) as client:
        meeting = (await client.post("/meetings", json={"title": "Big", "starts_at": "2027-02-10T14:00:00Z"})).json()
        path = f"/meetings/{meeting['id']}"
        (await client.post(f"{path}/room/open")).raise_for_status()
        before = memory(server)
        watchers = [Watcher() for _ in range(watchers_count)]
        async with asyncio.TaskGroup() as group:
            for watcher in watchers:
                group.create_task(watcher.follow(client, f"{path}/events", changes))
            for watcher in watchers:
                before_the_first = await watcher.began_at
            cost = (memory(server) - before) / watchers_count * 1000
            sent: dict[int, float] = {}
            for number in range(before_the_first + 1, before_the_first + 1 + changes):
                sent[number] = time.perf_counter()
                (
                    await client.post(f"{path}/room/{'resume' if (number - before_the_first) % 2 == 0 else 'pause'}")
                ).raise_for_status()
    lost = sum(changes - len(watcher.heard) for watcher in watchers)
    repeated = sum(watcher.repeated for watcher in watchers)
    waits = sorted(at - sent[number] for watcher in watchers for number, at in watcher.heard.items())
    shares = statistics.quantiles(waits, n=100)
    print(f"{watchers_count} watchers on one API process, {changes} changes")  # noqa: T201
    print(f"  lost {lost}, told twice {repeated}")  # noqa: T201
    print(  # noqa: T201
        f"  from the request of a change to its news: median {shares[49] * 1000:.0f} ms, 95 % {shares[94] * 1000:.0f} ms, "
        f"99 % {shares[98] * 1000:.0f} ms, slowest {waits[-1] * 1000:.0f} ms"
    )
    print(f"  memory per watcher: {cost:.0f} kB")  # noqa: T201
    return not lost and not repeated and waits[-1] < SLOWEST_ALLOWED_SECONDS


if __name__ == "__main__":
    asked = [int(argument) for argument in sys.argv[1:]]
    with running_server() as running:
        is_fine = asyncio.run(measure(running, *(asked + [WATCHERS, CHANGES][len(asked) :])))
    sys.exit(not is_fine)
