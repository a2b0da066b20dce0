"""Contract tests speak to the product over HTTP, as others do."""

from collections.abc import Iterator

import httpx
import pytest

from tests.running_server import RunningServer, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[RunningServer]:
    with running_server() as running:
        yield running


def access_token(server: RunningServer, email: str) -> str:
    """A token of one of the demonstration accounts."""
    form = {"username": email, "password": server.password}
    answer = httpx.post(f"{server.address}/api/v1/auth/token", data=form)
    answer.raise_for_status()
    return str(answer.json()["access_token"])
