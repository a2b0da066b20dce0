"""Pictures of practices: added to what is published too, by its champion; never to a revision."""

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.practices.models import PracticeStatus
from tests.factories.pictures import photograph
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def add(client: httpx.AsyncClient, headers: dict[str, str], practice_id: object) -> httpx.Response:
    return await client.post(
        f"/practices/{practice_id}/pictures",
        files={"file": ("IMG_1.jpg", photograph())},
        data={"alt": "An officer at a counter."},
        headers=headers,
    )


async def test_a_published_practice_gets_a_picture_that_the_public_sees(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    answer = await add(client, world.headers("ken"), practice.id)
    listed = (await client.get(f"/practices/{practice.id}/pictures")).json()

    assert answer.status_code == 201, answer.text
    assert [picture["alt"] for picture in listed["items"]] == ["An officer at a counter."]
    assert listed["actions"] == []


async def test_the_pictures_of_a_draft_are_its_champions_alone(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"])
    await add(client, world.headers("ken"), practice.id)

    answers = [
        await client.get(f"/practices/{practice.id}/pictures", headers=world.headers(who))
        for who in ("nobody", "observer", "mar", "ken")
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 200]


async def test_neither_a_revision_nor_what_is_withdrawn_takes_pictures(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    withdrawn = await make_practice(session, world.champions["KEN"], status=PracticeStatus.WITHDRAWN)
    revision = (await client.post(f"/practices/{practice.id}/revise", headers=world.headers("ken"))).json()["id"]

    answers = [await add(client, world.headers("ken"), one) for one in (revision, withdrawn.id)]

    assert [answer.status_code for answer in answers] == [409, 409]
