"""The list job, 50 of 10,000 practices by objective, newest first, with country and objectives: four ways side by side.

``make bench`` runs them in turns on the same database with the same load generator (autocannon), one server process
each, and prints ratios of the medians. Numbers of one run compare with each other only.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import httpx
import psutil
import psycopg
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from api.access import tokens
from api.platform import embedded
from api.platform.database import driver_url
from api.platform.migrating import migrate
from tests.benchmarks import dataset
from tests.running_server import free_port

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SECRET = "for the benchmark only, longer than 32 characters"
ROUNDS, SECONDS, CONNECTIONS = 3, 6, 8
QUERY = "objective=8&limit=50"
UVICORN = ["-m", "uvicorn", "--log-level", "error", "--no-access-log"]


@dataclass
class Way:
    """One way to write the list, and what was measured of it."""

    name: str
    command: list[str]
    path: str = f"/practices?{QUERY}"
    headers: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    rates: list[float] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    @property
    def median(self) -> float:
        return statistics.median(self.rates)


def ways(token: str) -> list[Way]:
    """The product first, then what it is measured against."""
    product = Way(
        "the product (authentication, visibility, paging)",
        [*UVICORN, "tests.benchmarks.product:app"],
        path=f"/api/v1/practices?{QUERY}",
        headers={"Authorization": f"Bearer {token}"},
    )
    gunicorn = ["-m", "gunicorn", "--workers", "1", "--log-level", "error", "tests.benchmarks.django_rest:application"]
    return [
        product,
        Way("(a) Starlette + asyncpg + orjson, by hand", [*UVICORN, "tests.benchmarks.handwritten:app"]),
        Way("(b) FastAPI + SQLModel entities + selectinload", [*UVICORN, "tests.benchmarks.idiomatic_fastapi:app"]),
        Way("(c) Django REST Framework under gunicorn", gunicorn),
    ]


def start(way: Way, address: str) -> None:
    """Start the server of ``way`` and wait until it has listed 50 practices."""
    listen = ["--bind", f"127.0.0.1:{way.port}"] if "gunicorn" in way.command else ["--port", str(way.port)]
    environment = os.environ | {"BENCH_DATABASE_URL": address, "BENCH_SECRET_KEY": SECRET}
    way.process = subprocess.Popen([sys.executable, *way.command, *listen], cwd=ROOT, env=environment)
    for _ in range(100):
        try:
            answer = httpx.get(way.url, headers=way.headers)
        except httpx.TransportError:
            if way.process.poll() is not None:
                raise
            try:
                way.process.wait(0.2)
            except subprocess.TimeoutExpired:
                continue
        answer.raise_for_status()
        assert len(answer.json()["items"]) == 50, way.name
        return
    raise TimeoutError(way.name)


def load(way: Way) -> float:
    """Requests a second that ``way`` answers under the load generator."""
    headers = [part for name, value in way.headers.items() for part in ("--headers", f"{name}={value}")]
    command = [
        "npx",
        "--no-install",
        "autocannon",
        "--json",
        "--connections",
        str(CONNECTIONS),
        "--duration",
        str(SECONDS),
    ]
    ran = subprocess.run([*command, *headers, way.url], cwd=HERE, capture_output=True, check=True)
    result = json.loads(ran.stdout)
    assert result["non2xx"] == 0 and result["errors"] == 0, (way.name, result["non2xx"], result["errors"])
    return float(result["requests"]["average"])


def measure(address: str, token: str) -> None:
    """Run all ways in turns and print what came out."""
    compared = ways(token)
    try:
        for way in compared:
            start(way, address)
            load_quietly = httpx.Client(headers=way.headers)
            for _ in range(50):
                load_quietly.get(way.url)
            load_quietly.close()
        for _ in range(ROUNDS):
            for way in compared:
                way.rates.append(load(way))
        report(compared)
    finally:
        for way in compared:
            if way.process:
                way.process.terminate()
                way.process.wait()


def report(compared: list[Way]) -> None:
    """Print requests a second, the ratios, and the product's memory."""
    product, *others = compared
    assert product.process
    megabytes = psutil.Process(product.process.pid).memory_info().rss / 1e6
    for way in compared:
        sys.stdout.write(f"{way.median:8.0f} requests/s  {way.name}\n")
    for way in others:
        sys.stdout.write(f"{product.median / way.median:8.2f} x {way.name}\n")
    sys.stdout.write(f"{megabytes:8.0f} MB in the product's process after the load\n")


def main() -> None:
    """Make the data, measure, print."""
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)
    with tempfile.TemporaryDirectory(prefix="champions-bench-", ignore_cleanup_errors=True) as folder:
        server = embedded.start(Path(folder))
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE bench")
        address = make_url(server).set(database="bench").render_as_string(hide_password=False)
        migrate(address)
        engine = create_engine(driver_url(address))
        reader = dataset.fill(engine)
        engine.dispose()
        measure(address, tokens.issue(UUID(reader), secret=SECRET, minutes=60))


if __name__ == "__main__":
    main()
