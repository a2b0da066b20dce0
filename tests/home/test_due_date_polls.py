"""Date polls on the home page: dates to answer, a date to choose."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.conftest import NOW
from tests.factories.datepolls import ENDED, OPENED, make_date_poll, make_voice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_who_has_not_answered_is_asked_and_the_chairs_choose(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_date_poll(session, **OPENED)
    await make_date_poll(session)
    await make_date_poll(session, **ENDED)
    await make_voice(session, asked, world.champions["KEN"], "yes")
    await make_voice(session, asked, world.champions["MAR"], "no")

    async def due(who: str) -> list[tuple[str, str | None]]:
        items = (await client.get("/me/due", headers=world.headers(who))).json()["items"]
        return [(item["kind"], item["due_at"]) for item in items if "date_poll" in item["kind"]]

    to_answer = ("date_poll_to_answer", (NOW + timedelta(days=7)).isoformat().replace("+00:00", "Z"))
    assert await due("ken") == []
    assert await due("prt") == [to_answer]
    assert await due("mar") == [("date_poll_to_decide", None)]
    assert await due("slv") == [to_answer, ("date_poll_to_decide", None)]
    assert await due("secretariat") == [("date_poll_to_decide", None)]
