"""The product itself, started as people start it: ``champions serve`` on a port and a data folder of its own."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
_READY_WITHIN_SECONDS = 90


@dataclass
class RunningServer:
    """A server process that answers at ``address``."""

    address: str
    password: str
    process: subprocess.Popen[bytes]
    data_dir: Path

    def kill(self) -> None:
        """``kill -9`` of the service and of its embedded database: no farewell, no flush."""
        postmaster = int((self.data_dir / "postgres" / "postmaster.pid").read_text(encoding="ascii").split()[0])
        self.process.send_signal(signal.SIGKILL)
        os.kill(postmaster, signal.SIGKILL)
        self.process.wait()


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(
    data_dir: Path, *, password: str | None = None, environment: Mapping[str, str] | None = None
) -> RunningServer:
    """Start the product on ``data_dir`` and wait until it is ready. ``password``: of the accounts made before."""
    port, password = free_port(), password or secrets.token_urlsafe(9)
    settings = {
        "CHAMPIONS_DEMO": "1",
        "CHAMPIONS_DEMO_PASSWORD": password,
        "CHAMPIONS_TEST_CLOCK": "1",
        "CHAMPIONS_DATA_DIR": str(data_dir),
        "CHAMPIONS_LOG_LEVEL": "WARNING",
        "CHAMPIONS_PUBLIC_URL": f"http://127.0.0.1:{port}",
        **(environment or {}),
    }
    command = [sys.executable, "-m", "api", "serve", "--port", str(port)]
    with (data_dir / "server.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=log, stderr=log)
    server = RunningServer(f"http://127.0.0.1:{port}", password, process, data_dir)
    try:
        _wait_until_ready(server)
    except RuntimeError:
        stop(server)
        raise
    return server


def stop(server: RunningServer) -> None:
    """Stop it as Ctrl-C does, and the embedded database with it."""
    if server.process.poll() is None:
        server.process.send_signal(signal.SIGINT)
        server.process.wait(timeout=30)


@contextmanager
def running_server(*, environment: Mapping[str, str] | None = None) -> Iterator[RunningServer]:
    """The product with fresh demonstration data, stopped and removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="champions-", ignore_cleanup_errors=True) as folder:
        server = start(Path(folder), environment=environment)
        try:
            yield server
        finally:
            stop(server)


def _wait_until_ready(server: RunningServer) -> None:
    deadline = time.monotonic() + _READY_WITHIN_SECONDS
    pause = 0.05
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        try:
            if httpx.get(f"{server.address}/health/ready", timeout=2).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        try:
            server.process.wait(timeout=pause)
        except subprocess.TimeoutExpired:
            continue
    log = (server.data_dir / "server.log").read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"The server did not become ready in {_READY_WITHIN_SECONDS} s. Its log:\n{log[-4000:]}")
