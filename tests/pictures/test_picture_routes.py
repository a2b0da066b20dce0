"""Pictures of activities over HTTP: who adds, who sees, and what is not taken."""

from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityStatus
from api.documents.sweeps import delete_unused
from api.pictures import rules
from api.platform import clock
from api.platform.records import Visibility
from tests.factories.activities import make_activity
from tests.factories.pictures import make_picture, photograph
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ALT = "Delegates around a table."


async def add(
    client: httpx.AsyncClient, world: World, activity: Activity, who: str = "ken", content: bytes = b"", **fields: str
) -> httpx.Response:
    return await client.post(
        f"/activities/{activity.id}/pictures",
        files={"file": ("IMG_1.jpg", content or photograph())},
        data={"alt": ALT} | fields,
        headers=world.headers(who),
    )


async def told(client: httpx.AsyncClient, activity: Activity) -> list[tuple[str, int]]:
    listed = await client.get(f"/activities/{activity.id}/pictures")
    return [(picture["alt"], picture["position"]) for picture in listed.json()["items"]]


async def test_a_picture_is_added_and_seen_in_a_sandbox(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"])

    answer = await add(client, world, activity, credit="IOM / Amina Diallo")
    assert answer.status_code == 201, answer.text
    path = f"/activities/{activity.id}/pictures/{answer.json()['id']}/small"
    seen = await client.get(path)
    again = await client.get(path, headers={"If-None-Match": seen.headers["etag"]})

    (row,) = (await client.get("/activities")).json()["items"]
    assert await told(client, activity) == [(ALT, 1)]
    assert row["cover"] == {"id": answer.json()["id"], "alt": ALT}
    assert (seen.status_code, seen.content[8:12], again.status_code) == (200, b"WEBP", 304)
    assert seen.headers["content-type"] == "image/webp"
    assert seen.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert seen.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("who", "status"), [("nobody", 401), ("observer", 403), ("mar", 403), ("ken", 201), ("secretariat", 201)]
)
async def test_who_writes_the_activity_adds_pictures(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int
) -> None:
    activity = await make_activity(session, world.champions["KEN"])

    assert (await add(client, world, activity, who)).status_code == status


async def test_pictures_are_seen_by_whoever_sees_the_activity(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    activity = await make_activity(session, world.champions["KEN"], visibility=Visibility.PRIVATE)
    other = await make_activity(session, world.champions["KEN"])
    picture = await make_picture(session, app.state.storage, activity)
    paths = (f"/activities/{activity.id}/pictures", f"/activities/{activity.id}/pictures/{picture.id}/large")

    seen = {
        who: [(await client.get(path, headers=world.headers(who))).status_code for path in paths]
        for who in ("nobody", "mar", "ken", "secretariat")
    }
    elsewhere = await client.get(f"/activities/{other.id}/pictures/{picture.id}/large")

    assert seen == {"nobody": [404, 404], "mar": [404, 404], "ken": [200, 200], "secretariat": [200, 200]}
    assert elsewhere.status_code == 404


@pytest.mark.parametrize(
    ("content", "fields", "error"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", {}, ("/file", "no_picture")),
        (b"", {"alt": " "}, ("/alt", "string_too_short")),
        (b"", {"alt": "x" * 301}, ("/alt", "string_too_long")),
        (b"", {"upload_id": str(uuid4())}, ("", "one_file")),
    ],
)
async def test_what_is_not_taken_is_named_with_its_field(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    content: bytes,
    fields: dict[str, str],
    error: tuple[str, str],
) -> None:
    activity = await make_activity(session, world.champions["KEN"])

    answer = await add(client, world, activity, content=content, **fields)

    assert answer.status_code == 422, answer.text
    assert [(fault.get("pointer", ""), fault["code"]) for fault in answer.json()["errors"]] == [error]
    assert await told(client, activity) == []


async def test_a_picture_that_is_too_large_or_one_too_many_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    await make_picture(session, app.state.storage, activity)
    monkeypatch.setattr(rules, "MOST", 1)

    one_too_many = await add(client, world, activity)
    app.state.settings = app.state.settings.model_copy(update={"max_upload_bytes": 100})
    monkeypatch.setattr(rules, "MOST", 12)
    too_large = await add(client, world, activity)

    assert (one_too_many.status_code, too_large.status_code) == (409, 413)


async def test_a_picture_arrives_in_parts(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    headers, content = world.headers("ken") | {"Tus-Resumable": "1.0.0"}, photograph(800, 600)
    begun = await client.post("/uploads", headers=headers | {"Upload-Length": str(len(content))})
    upload = begun.headers["location"].removeprefix("/api/v1")
    part = headers | {"Content-Type": "application/offset+octet-stream"}
    await client.patch(upload, content=content[:500], headers=part | {"Upload-Offset": "0"})
    await client.patch(upload, content=content[500:], headers=part | {"Upload-Offset": "500"})

    answer = await client.post(
        f"/activities/{activity.id}/pictures",
        data={"upload_id": upload.rsplit("/", 1)[1], "alt": ALT},
        headers=world.headers("ken"),
    )

    assert (answer.status_code, answer.json()["width"]) == (201, 800), answer.text


async def test_pictures_are_told_anew_put_in_order_and_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity, headers = await make_activity(session, world.champions["KEN"]), world.headers("ken")
    keys = [(await add(client, world, activity, alt=f"Picture {number}")).json()["id"] for number in (1, 2, 3)]
    path, as_read = f"/activities/{activity.id}/pictures", headers | {"If-Match": '"1"'}

    moved = await client.patch(f"{path}/{keys[2]}", json={"alt": "The first", "position": 1}, headers=as_read)
    stale = await client.patch(f"{path}/{keys[2]}", json={"position": 3}, headers=as_read)
    without = await client.delete(f"{path}/{keys[0]}", headers=headers)
    deleted = await client.delete(f"{path}/{keys[0]}", headers=as_read)

    assert (moved.status_code, stale.status_code, without.status_code, deleted.status_code) == (200, 412, 428, 204)
    assert await told(client, activity) == [("The first", 1), ("Picture 2", 2)]


async def test_a_cancelled_activity_keeps_its_pictures_as_they_are(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=ActivityStatus.CANCELLED)

    assert (await add(client, world, activity)).status_code == 409


async def test_pixels_that_no_picture_names_are_cleared_away(session: AsyncSession, world: World, app: FastAPI) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    kept, gone = [await make_picture(session, app.state.storage, activity) for _ in range(2)]
    await session.delete(gone)
    await session.commit()

    await delete_unused(session, app.state.storage, before=clock.now().replace(year=2100))

    left = await app.state.storage.keys_before(clock.now().replace(year=2100), "pictures")
    assert {key.rsplit("/", 1)[0] for key in left} == {kept.storage_key}
