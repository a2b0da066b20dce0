"""An acknowledged write is a committed write, and a killed run leaves nothing that stops the next."""

import tempfile
from pathlib import Path

import httpx
import pytest

from tests.contract.conftest import access_token
from tests.running_server import RunningServer, start, stop

pytestmark = pytest.mark.xdist_group("reliability")


def test_an_acknowledged_write_survives_kill_9_of_service_and_database() -> None:
    with tempfile.TemporaryDirectory(prefix="champions-", ignore_cleanup_errors=True) as folder:
        server = start(Path(folder))
        titles = [f"Written just before the end, {number}" for number in range(3)]
        for title in titles:
            answer = httpx.post(
                f"{server.address}/api/v1/practices", json={"title": title}, headers=_focal_point(server)
            )
            server.kill()
            assert answer.status_code == httpx.codes.CREATED
            server = start(server.data_dir, password=server.password)
        kept = _titles(server)
        stop(server)

    assert [title for title in titles if title not in kept] == []


def test_stopping_stops_everything_that_was_started() -> None:
    with tempfile.TemporaryDirectory(prefix="champions-", ignore_cleanup_errors=True) as folder:
        server = start(Path(folder))
        stop(server)

        assert server.process.returncode == 0
        assert not (server.data_dir / "postgres" / "postmaster.pid").exists()


def _focal_point(server: RunningServer) -> dict[str, str]:
    return {"Authorization": f"Bearer {access_token(server, 'ken@demo.example')}"}


def _titles(server: RunningServer) -> set[str]:
    listed = httpx.get(
        f"{server.address}/api/v1/practices",
        params={"champion": "KEN", "status": "draft", "limit": 100},
        headers=_focal_point(server),
    )
    return {practice["title"] for practice in listed.json()["items"]}
