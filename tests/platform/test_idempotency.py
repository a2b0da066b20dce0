"""A POST that is sent twice, since the line broke, happens once."""

import asyncio

import httpx
import pytest

from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.mark.xdist_group("commits")
async def test_two_attempts_at_once_with_one_key_make_one_record(committed_client: httpx.AsyncClient) -> None:
    headers = {"Idempotency-Key": "the-line-broke"}

    answers = await asyncio.gather(
        *(committed_client.post("/practices", json={"title": "Once"}, headers=headers) for _ in range(5))
    )
    kept = (await committed_client.get("/practices")).json()["items"]

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert sum("idempotent-replayed" in answer.headers for answer in answers) == 4
    assert [practice["title"] for practice in kept] == ["Once"]


@pytest.mark.xdist_group("commits")
async def test_two_changes_of_one_version_at_once_lose_nothing(committed_client: httpx.AsyncClient) -> None:
    draft = (await committed_client.post("/practices", json={"title": "A"})).json()
    path = f"/practices/{draft['id']}"

    answers = await asyncio.gather(
        *(committed_client.patch(path, json={"title": title}, headers={"If-Match": '"1"'}) for title in ("B", "C", "D"))
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412, 412]
    assert (await committed_client.get(path)).json()["revision"] == 2


async def test_a_refused_request_leaves_its_key_free(client: httpx.AsyncClient, world: World) -> None:
    headers = world.headers("ken") | {"Idempotency-Key": "again"}

    refused = await client.post("/practices", json={"title": ""}, headers=headers)
    mended = await client.post("/practices", json={"title": "A"}, headers=headers)

    assert (refused.status_code, mended.status_code) == (422, 201)


async def test_a_key_belongs_to_the_one_who_sent_it(client: httpx.AsyncClient, world: World) -> None:
    key = {"Idempotency-Key": "1"}

    answers = [
        await client.post("/practices", json={"title": "A"}, headers=world.headers(who) | key) for who in ("ken", "prt")
    ]

    assert [answer.json()["champion"]["iso3"] for answer in answers] == ["KEN", "PRT"]


@pytest.mark.parametrize("key", ["", "x" * 201, "tab\tbed"])
async def test_a_key_that_is_none_is_refused_by_name(client: httpx.AsyncClient, world: World, key: str) -> None:
    refused = await client.post(
        "/practices", json={"title": "A"}, headers=world.headers("ken") | {"Idempotency-Key": key}
    )

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["parameter"] == "Idempotency-Key"
