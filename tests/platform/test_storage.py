"""Files are kept whole or not at all, in a folder or in a store that keeps objects."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from api.platform.storage import Storage, StorageFailed
from tests.s3_server import BUCKET, S3Server

pytestmark = pytest.mark.anyio

CONTENT = bytes(range(256)) * 4000
LATER = datetime.now(UTC) + timedelta(hours=1)


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3Server]:
    """A server that speaks S3, and the environment of an installation that keeps its files there."""
    with S3Server().running() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture(params=["folder", "file address", "memory", "S3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path, s3: S3Server) -> Storage:
    addresses = {
        "folder": str(tmp_path / "files"),
        "file address": f"file://{tmp_path}/kept",
        "memory": "memory:///",
        "S3": f"s3://{BUCKET}/files of champions",
    }
    return Storage(addresses[request.param])


async def pieces() -> AsyncIterator[bytes]:
    for start in range(0, len(CONTENT), 10_000):
        yield CONTENT[start : start + 10_000]


async def broken() -> AsyncIterator[bytes]:
    yield b"the first half"
    raise ConnectionResetError


async def test_what_is_put_is_what_is_got(storage: Storage) -> None:
    stored = await storage.put("documents/a", pieces())

    assert (stored.size, stored.sha256) == (len(CONTENT), sha256(CONTENT).hexdigest())
    assert await storage.read_whole("documents/a") == CONTENT
    assert await storage.read_whole("documents/a", start=5, end=9) == CONTENT[5:9]
    assert await storage.read_whole("documents/a", start=len(CONTENT) - 3) == CONTENT[-3:]


async def test_half_a_file_is_no_file(storage: Storage) -> None:
    with pytest.raises(ConnectionResetError):
        await storage.put("documents/a", broken())

    assert await storage.keys_before(LATER, "documents") == []
    with pytest.raises(StorageFailed):
        await storage.read_whole("documents/a")


async def test_old_files_are_found_by_when_they_were_written(storage: Storage) -> None:
    await storage.put("documents/a", pieces())
    await storage.put("uploads/b", pieces())

    assert await storage.keys_before(LATER, "documents") == ["documents/a"]
    assert await storage.keys_before(LATER - timedelta(days=1), "documents") == []
    await storage.delete("documents/a", "documents/a", "never/there")
    assert await storage.keys_before(LATER, "documents") == []


async def test_a_store_that_cannot_be_is_a_failure_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    for address in (str(tmp_path / "file" / "below"), "nonsense://bucket"):
        with pytest.raises(StorageFailed):
            await Storage(address).put("a", pieces())


async def test_a_large_file_goes_to_s3_in_parts_and_half_of_it_is_no_file(s3: S3Server) -> None:
    storage = Storage(f"s3://{BUCKET}/files")

    async def large(*, is_whole: bool) -> AsyncIterator[bytes]:
        for _ in range(12):
            yield CONTENT
        if not is_whole:
            raise ConnectionResetError

    stored = await storage.put("documents/a", large(is_whole=True))
    with pytest.raises(ConnectionResetError):
        await storage.put("documents/b", large(is_whole=False))

    assert list(s3.objects) == ["files/documents/a"]
    assert stored.size == len(CONTENT) * 12
    assert sha256(await storage.read_whole("documents/a")).hexdigest() == stored.sha256


async def test_a_store_that_refuses_is_told_as_such(s3: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIASOMEBODY")

    with pytest.raises(StorageFailed):
        await Storage(f"s3://{BUCKET}/files").put("documents/a", pieces())
