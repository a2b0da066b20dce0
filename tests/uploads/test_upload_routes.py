"""Uploads in parts: a broken line costs the part that was under way, and a file arrives once and whole."""

from base64 import b64encode
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import ClientDisconnect

from tests.factories import documents as made
from tests.factories.activities import make_activity
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

MEGABYTE = 1_048_576
TUS = {"Tus-Resumable": "1.0.0"}
PART = TUS | {"Content-Type": "application/offset+octet-stream"}


async def begin(client: httpx.AsyncClient, world: World, length: int, *, who: str = "ken", name: str = "") -> str:
    """The path of a new upload."""
    headers = world.headers(who) | TUS | {"Upload-Length": str(length)}
    if name:
        headers["Upload-Metadata"] = f"filename {b64encode(name.encode()).decode()},filetype dGV4dA=="
    answer = await client.post("/uploads", headers=headers)
    assert answer.status_code == 201, answer.text
    assert answer.headers["tus-resumable"] == "1.0.0"
    return answer.headers["location"].removeprefix("/api/v1")


async def send(client: httpx.AsyncClient, world: World, path: str, offset: int, content: bytes) -> httpx.Response:
    headers = world.headers("ken") | PART | {"Upload-Offset": str(offset)}
    return await client.patch(path, content=content, headers=headers)


async def offset(client: httpx.AsyncClient, world: World, path: str) -> int:
    answer = await client.head(path, headers=world.headers("ken") | TUS)
    assert answer.headers["cache-control"] == "no-store"
    return int(answer.headers["upload-offset"])


async def test_a_file_that_comes_in_parts_becomes_a_document_once(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    content = made.word()
    path = await begin(client, world, len(content), name="Note sur les disparus.docx")
    form = {"upload_id": path.rsplit("/", 1)[1], "language": "fr"}
    documents, headers = (
        f"/meetings/{meeting.id}/documents",
        world.headers("ken") | {"Idempotency-Key": form["upload_id"]},
    )

    first = await send(client, world, path, 0, content[:1000])
    twice = await send(client, world, path, 0, content[:1000])
    early = await client.post(documents, data=form, headers=world.headers("ken"))
    rest = await send(client, world, path, await offset(client, world, path), content[1000:])
    added = await client.post(documents, data=form, headers=headers)
    again = await client.post(documents, data=form, headers=headers)

    assert (first.status_code, first.headers["upload-offset"]) == (204, "1000")
    assert (twice.status_code, rest.headers["upload-offset"]) == (409, str(len(content)))
    assert early.json()["errors"][0]["code"] == "incomplete"
    assert (added.status_code, added.json()["title"]) == (201, "Note sur les disparus")
    assert added.json() == again.json()
    (file,) = added.json()["files"]
    got = await client.get(f"{documents}/{added.json()['id']}/files/{file['id']}", headers=world.headers("ken"))
    assert got.content == content
    assert (await client.head(path, headers=world.headers("ken") | TUS)).status_code == 404


async def test_what_arrived_before_the_line_broke_is_kept(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    path = await begin(client, world, 100)

    async def broken() -> AsyncIterator[bytes]:
        yield b"x" * 30
        raise ClientDisconnect

    answer = await send(client, world, path, 0, broken())  # type: ignore[arg-type]

    assert answer.headers["upload-offset"] == "30"
    assert await offset(client, world, path) == 30


async def test_a_part_beyond_the_announced_length_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    path = await begin(client, world, 10)

    answer = await send(client, world, path, 0, b"x" * 11)

    assert answer.status_code == 413
    assert await offset(client, world, path) == 0


async def test_an_upload_is_its_persons_own(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    path = await begin(client, world, 3, who="prt")
    form = {"upload_id": path.rsplit("/", 1)[1]}

    head = await client.head(path, headers=world.headers("ken") | TUS)
    part = await send(client, world, path, 0, b"abc")
    taken = await client.post(f"/meetings/{meeting.id}/documents", data=form, headers=world.headers("ken"))

    assert (head.status_code, part.status_code, taken.status_code) == (404, 404, 422)


async def test_the_protocol_is_checked(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    path = await begin(client, world, 3)
    headers = world.headers("ken")

    other = await client.head(path, headers=headers | {"Tus-Resumable": "0.9"})
    no_type = await client.patch(path, content=b"abc", headers=headers | TUS | {"Upload-Offset": "0"})
    too_large = await client.post("/uploads", headers=headers | TUS | {"Upload-Length": str(26 * 2**20)})
    no_name = await client.post(
        "/uploads", headers=headers | TUS | {"Upload-Length": "3", "Upload-Metadata": "filename %%%"}
    )
    spoken = await client.options("/uploads")
    given_up = await client.delete(path, headers=headers | TUS)

    assert (other.status_code, other.headers["tus-version"]) == (412, "1.0.0")
    assert (no_type.status_code, too_large.status_code, no_name.status_code) == (415, 413, 422)
    assert (spoken.status_code, spoken.headers["tus-extension"]) == (204, "creation,termination")
    assert spoken.headers["tus-max-size"] == str(25 * 2**20)
    assert given_up.status_code == 204


async def test_nobody_fills_the_disk_with_beginnings(
    client: httpx.AsyncClient, world: World, session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.uploads.rules.MOST_OPEN", 2)
    await begin(client, world, 3)
    await begin(client, world, 3)

    third = await client.post("/uploads", headers=world.headers("ken") | TUS | {"Upload-Length": "3"})
    others = await begin(client, world, 3, who="prt")

    assert third.status_code == 409
    assert others


@pytest.mark.parametrize(("declared", "most_read"), [(True, 0), (False, 27)])
async def test_a_picture_of_200_mb_is_refused_before_it_is_read(
    client: httpx.AsyncClient, world: World, session: AsyncSession, declared: bool, most_read: int
) -> None:
    """At once where its size is told, else at the limit; sent in parts, when it is announced."""
    activity, read = await make_activity(session, world.champions["KEN"]), 0
    opening = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
    headers = world.headers("ken") | {"Content-Type": "multipart/form-data; boundary=b"}
    if declared:
        headers["Content-Length"] = str(200 * MEGABYTE)

    async def sent() -> AsyncIterator[bytes]:
        nonlocal read
        yield opening
        for _ in range(200):
            read += 1
            yield bytes(MEGABYTE)

    answer = await client.post(f"/activities/{activity.id}/pictures", content=sent(), headers=headers)
    announced = await client.post(
        "/uploads", headers=world.headers("ken") | TUS | {"Upload-Length": str(200 * MEGABYTE)}
    )

    assert (answer.status_code, announced.status_code) == (413, 413)
    assert answer.json()["type"] == "urn:champions:problem:payload-too-large"
    assert read <= most_read
