"""The stand-in Hub beside a running product, as ``champions hub-stand-in`` starts it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx

from tests.running_server import ROOT, RunningServer, free_port

_SECRET = "whsec_Y2hhbXBpb25zLWh1Yi10ZXN0cw=="


@dataclass(frozen=True)
class StandInHub:
    """Where it will listen; the product is told before it starts."""

    port: int = field(default_factory=free_port)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What connects a product with it."""
        return {
            "CHAMPIONS_HUB_URL": self.address,
            "CHAMPIONS_HUB_CLIENT_ID": "champions",
            "CHAMPIONS_HUB_CLIENT_SECRET": "stand-in",
            "CHAMPIONS_HUB_CALLBACK_SECRET": _SECRET,
        }

    @contextmanager
    def beside(self, server: RunningServer) -> Iterator[None]:
        """Let it run, and send its messages to ``server``."""
        callbacks = f"{server.address}/api/v1/hub/callbacks"
        options = ["--port", str(self.port), "--callback-url", callbacks, "--callback-secret", _SECRET]
        command = [sys.executable, "-m", "api", "hub-stand-in", *options]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()  # it says where it is once it is about to listen
        try:
            _wait_until_it_listens(self.port)
            yield
        finally:
            process.terminate()
            process.wait(timeout=10)
            process.stdout.close()


def _wait_until_it_listens(port: int) -> None:
    transport = httpx.HTTPTransport(retries=10)  # each waits twice as long as the one before, from half a second
    with httpx.Client(transport=transport, timeout=10, trust_env=False) as client:
        client.get(f"http://127.0.0.1:{port}/stand-in/journal").raise_for_status()
