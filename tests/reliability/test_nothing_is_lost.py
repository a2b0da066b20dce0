"""An acknowledged write is a committed write, and a killed run leaves nothing that stops the next."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.contract.conftest import access_token
from tests.running_server import RunningServer, start, stop

TUS = {"Tus-Resumable": "1.0.0"}

pytestmark = pytest.mark.xdist_group("reliability")


@dataclass
class Product:
    """One installation for these tests: ``server`` runs, whatever the test before did to it."""

    folder: Path
    _server: RunningServer | None = None

    @property
    def server(self) -> RunningServer:
        if self._server is None:
            self._server = start(self.folder)
        elif self._server.process.poll() is not None:
            self._server = start(self.folder, password=self._server.password)
        return self._server

    def stop(self) -> None:
        if self._server is not None:
            stop(self._server)


@pytest.fixture(scope="module")
def product() -> Iterator[Product]:
    with tempfile.TemporaryDirectory(prefix="champions-", ignore_cleanup_errors=True) as folder:
        product = Product(Path(folder))
        yield product
        product.stop()


def test_an_acknowledged_write_survives_kill_9_of_service_and_database(product: Product) -> None:
    titles = [f"Written just before the end, {number}" for number in range(2)]
    for title in titles:
        server = product.server
        answer = httpx.post(f"{server.address}/api/v1/practices", json={"title": title}, headers=_focal_point(server))
        server.kill()
        assert answer.status_code == httpx.codes.CREATED

    kept = _titles(product.server)
    assert [title for title in titles if title not in kept] == []


def test_an_upload_goes_on_after_kill_9_in_the_middle_of_a_part(product: Product) -> None:
    """What was acknowledged stays, what was on its way is sent again, and the file is whole in the end."""
    content = b"One line of a long note.\n" * 40_000
    first, second = content[:400_000], content[400_000:]
    server = product.server
    meeting, upload = _meeting(server), _announce(server, len(content))
    assert _send(server, upload, 0, first).status_code == httpx.codes.NO_CONTENT

    def killed_on_the_way() -> Iterator[bytes]:
        yield second[:300_000]
        server.kill()
        yield second[300_000:]

    with pytest.raises(httpx.TransportError):
        _send(server, upload, len(first), killed_on_the_way())
    server = product.server
    offset = _offset(server, upload)
    taken_early = _document(server, meeting, upload)
    assert _send(server, upload, offset, content[offset:]).status_code == httpx.codes.NO_CONTENT
    document = _document(server, meeting, upload).json()

    assert offset == len(first)
    assert (taken_early.status_code, taken_early.json()["errors"][0]["code"]) == (422, "incomplete")
    assert [each["id"] for each in _get(server, f"{meeting}/documents").json()["items"]] == [document["id"]]
    [file] = document["files"]
    assert _get(server, f"{meeting}/documents/{document['id']}/files/{file['id']}").content == content


def test_stopping_stops_everything_that_was_started(product: Product) -> None:
    server = product.server
    product.stop()

    assert server.process.returncode == 0
    assert not (server.data_dir / "postgres" / "postmaster.pid").exists()


def _focal_point(server: RunningServer) -> dict[str, str]:
    return {"Authorization": f"Bearer {access_token(server, 'ken@demo.example')}"}


def _meeting(server: RunningServer) -> str:
    """The path of a new meeting."""
    headers = {"Authorization": f"Bearer {access_token(server, 'secretariat@demo.example')}"}
    body = {"title": "Missing migrants", "starts_at": "2027-03-10T14:00:00Z"}
    answer = httpx.post(f"{server.address}/api/v1/meetings", json=body, headers=headers)
    return f"/meetings/{answer.json()['id']}"


def _announce(server: RunningServer, length: int) -> str:
    """The key of a new upload."""
    told = {"Upload-Length": str(length), "Upload-Metadata": "filename bm90ZS50eHQ="}
    answer = httpx.post(f"{server.address}/api/v1/uploads", headers=_focal_point(server) | TUS | told)
    return answer.headers["location"].rpartition("/")[2]


def _send(server: RunningServer, upload: str, offset: int, content: bytes | Iterator[bytes]) -> httpx.Response:
    told = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
    headers = _focal_point(server) | TUS | told
    return httpx.patch(f"{server.address}/api/v1/uploads/{upload}", content=content, headers=headers)


def _offset(server: RunningServer, upload: str) -> int:
    answer = httpx.head(f"{server.address}/api/v1/uploads/{upload}", headers=_focal_point(server) | TUS)
    return int(answer.headers["upload-offset"])


def _document(server: RunningServer, meeting: str, upload: str) -> httpx.Response:
    address = f"{server.address}/api/v1{meeting}/documents"
    return httpx.post(address, data={"upload_id": upload}, headers=_focal_point(server))


def _get(server: RunningServer, path: str) -> httpx.Response:
    return httpx.get(f"{server.address}/api/v1{path}", headers=_focal_point(server))


def _titles(server: RunningServer) -> set[str]:
    listed = _get(server, "/practices?champion=KEN&status=draft&limit=100")
    return {practice["title"] for practice in listed.json()["items"]}
