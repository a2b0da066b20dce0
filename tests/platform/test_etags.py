"""Entity tags: nobody overwrites what they have not seen, nobody downloads what they have."""

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.practices.models import PracticeStatus
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_a_list_that_is_unchanged_is_not_sent_again(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    first = await client.get("/practices")

    same = await client.get("/practices", headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    practice.title = "Another title"
    session.add(practice)
    await session.commit()
    changed = await client.get("/practices", headers={"If-None-Match": first.headers["etag"]})

    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["etag"] == first.headers["etag"]
    assert same.headers["vary"] == first.headers["vary"]
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]


async def test_a_tag_depends_on_the_language_and_the_reader(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    answers = [
        await client.get("/practices"),
        await client.get("/practices", headers={"Accept-Language": "ar"}),
        await client.get("/practices", headers=world.headers("secretariat")),
    ]

    assert len({answer.headers["etag"] for answer in answers}) == 3
    assert [answer.headers["content-language"] for answer in answers] == ["en", "ar", "en"]
    assert answers[0].headers["vary"] == "Authorization, Accept-Language, Accept-Encoding"
    assert answers[0].headers["cache-control"] == "public, max-age=0, s-maxage=60"
    assert answers[2].headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize("said", ['"1"', 'W/"1"', '"1-0a1b2c3d"', "*", ' "1" '])
async def test_a_tag_is_taken_in_each_form_it_is_given_in(
    client: httpx.AsyncClient, world: World, session: AsyncSession, said: str
) -> None:
    draft = await make_practice(session, world.champions["KEN"])

    changed = await client.patch(
        f"/practices/{draft.id}", json={"title": "New"}, headers=world.headers("ken") | {"If-Match": said}
    )

    assert changed.status_code == 200
    assert changed.headers["etag"] == '"2"'
    assert changed.headers["cache-control"] == "no-store"


async def test_the_tag_of_a_read_is_good_for_a_change(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"])
    path, headers = f"/practices/{draft.id}", world.headers("ken")
    tag = (await client.get(path, headers=headers)).headers["etag"]

    changed = await client.patch(path, json={"title": "New"}, headers=headers | {"If-Match": tag})

    assert changed.status_code == 200


@pytest.mark.parametrize("said", ["1", '"one"', '"1", "2"', "", '"99999999999999999999"'])
async def test_what_is_no_tag_is_refused_in_words(
    client: httpx.AsyncClient, world: World, session: AsyncSession, said: str
) -> None:
    draft = await make_practice(session, world.champions["KEN"])

    refused = await client.patch(
        f"/practices/{draft.id}", json={"title": "New"}, headers=world.headers("ken") | {"If-Match": said}
    )

    assert refused.status_code == 400
    assert "If-Match" in refused.json()["detail"]
