"""Pledges on the home page: to confirm, to report on, and the news of those that others made."""

from datetime import date

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.pledges.models import PledgeStatus, PledgeVoice
from tests.factories.pledges import make_common_pledge, make_pledge, make_report
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def due(client: httpx.AsyncClient, world: World, who: str) -> list[tuple[str, str]]:
    items = (await client.get("/me/due", headers=world.headers(who))).json()["items"]
    return [(item["kind"], item["title"]) for item in items if "pledge" in item["kind"]]


async def test_a_named_champion_is_asked_and_a_silent_one_reminded(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    kenya, portugal = world.champions["KEN"], world.champions["PRT"]
    await make_common_pledge(session, kenya, portugal, title="Asked")
    await make_common_pledge(session, kenya, portugal, title="Answered", voice=PledgeVoice.DECLINED)
    await make_pledge(session, kenya, title="Silent", made_on=date(2025, 1, 1))
    heard_of = await make_pledge(session, kenya, title="Heard of", made_on=date(2025, 1, 1))
    await make_report(session, heard_of)

    assert await due(client, world, "prt") == [("pledge_to_confirm", "Asked")]
    assert await due(client, world, "ken") == [("pledge_to_report", "Silent")]
    assert await due(client, world, "secretariat") == []


async def test_a_pledge_that_was_made_is_news_to_others(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_pledge(session, world.champions["KEN"], status=PledgeStatus.DRAFT, title="Made")
    await client.post(f"/pledges/{draft.id}/make", headers=world.headers("ken"))

    async def news(who: str) -> list[tuple[str, str]]:
        items = (await client.get("/me/news", headers=world.headers(who))).json()["items"]
        return [(item["kind"], item["title"]) for item in items]

    assert await news("prt") == [("pledge_made", "Made")]
    assert await news("ken") == []
