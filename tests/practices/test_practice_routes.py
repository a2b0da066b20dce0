"""Practices over HTTP: drafting, review, publication, revision, withdrawal."""

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.practices.models import PracticeStatus
from tests.factories.practices import COMPLETE, make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_a_title_is_enough_for_a_draft(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.post("/practices", json={"title": "One window"}, headers=world.headers("ken"))

    assert answer.status_code == 201
    practice = answer.json()
    assert practice["status"] == "draft"
    assert practice["champion"] == {"id": str(world.champions["KEN"].id), "iso3": "KEN", "name": "Kenya"}
    assert "submit" in practice["actions"]
    assert "key_lessons" in practice["missing"]
    assert answer.headers["etag"] == '"1"'


async def test_another_champions_draft_is_not_found(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"])

    answers = [
        await client.get(f"/practices/{draft.id}", headers=world.headers(who))
        for who in ("nobody", "observer", "prt", "mar")
    ]
    listed = await client.get("/practices", headers=world.headers("prt"))

    assert [answer.status_code for answer in answers] == [404] * 4
    assert listed.json()["items"] == []


async def test_a_practice_goes_from_draft_to_the_public(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"])
    path = f"/practices/{draft.id}"

    submitted = await client.post(f"{path}/submit", headers=world.headers("ken"))
    await client.post(f"{path}/start-review", headers=world.headers("secretariat"))
    await client.post(f"{path}/accept", headers=world.headers("secretariat"))
    published = await client.post(f"{path}/publish", headers=world.headers("secretariat"))

    assert submitted.json()["status"] == "submitted"
    assert published.json()["status"] == "published", published.text
    seen = (await client.get(path)).json()
    assert seen["title"] == draft.title
    assert seen["implementing_focal_point"] is None
    versions = (await client.get(f"{path}/versions")).json()["items"]
    assert [version["number"] for version in versions] == [1]


async def test_a_revision_replaces_the_published_practice_only_when_it_is_published(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}"

    revision = (await client.post(f"{path}/revise", headers=world.headers("ken"))).json()
    revised = await client.patch(
        f"/practices/{revision['id']}", json={"title": "Better"}, headers=world.headers("ken") | {"If-Match": '"1"'}
    )
    before = (await client.get(path)).json()
    published = await client.post(
        f"/practices/{revision['id']}/publish", json={"reason": "A small mend."}, headers=world.headers("secretariat")
    )

    assert revised.status_code == 200, revised.text
    assert before["title"] == COMPLETE["title"]
    assert published.json()["id"] == str(practice.id), published.text
    assert published.json()["title"] == "Better"
    assert published.json()["version"] == 2
    assert (await client.get(f"/practices/{revision['id']}", headers=world.headers("ken"))).status_code == 404


async def test_a_change_without_if_match_or_with_a_stale_one_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"])
    path, headers = f"/practices/{draft.id}", world.headers("ken")

    without = await client.patch(path, json={"title": "A"}, headers=headers)
    first = await client.patch(path, json={"title": "A"}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"title": "B"}, headers=headers | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, stale.status_code) == (428, 200, 412)
    assert first.headers["etag"] == '"2"'
    assert stale.headers["content-type"] == "application/problem+json"


async def test_an_unknown_field_is_refused_by_name(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.post(
        "/practices", json={"title": "A", "colour": "red", "ends_on": "x"}, headers=world.headers("ken")
    )

    assert answer.status_code == 422
    assert {error["pointer"] for error in answer.json()["errors"]} == {"/colour", "/ends_on"}


async def test_a_repeated_post_with_the_same_key_happens_once(client: httpx.AsyncClient, world: World) -> None:
    headers = world.headers("ken") | {"Idempotency-Key": "3f0c"}

    first = await client.post("/practices", json={"title": "A"}, headers=headers)
    second = await client.post("/practices", json={"title": "A"}, headers=headers)
    other = await client.post("/practices", json={"title": "B"}, headers=headers)

    assert first.json()["id"] == second.json()["id"]
    assert second.headers["idempotent-replayed"] == "true"
    assert other.status_code == 409


async def test_pages_follow_one_another_without_gaps(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for number in range(7):
        await make_practice(
            session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, title=f"Practice {number}"
        )

    titles, path = [], "/practices?limit=3&sort=title&objective=3"
    while path:
        page = await client.get(path)
        titles += [item["title"] for item in page.json()["items"]]
        path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""

    assert titles == [f"Practice {number}" for number in range(7)]
