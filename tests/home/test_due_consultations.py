"""Consultations on the home page: an answer to give, a result to record."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.conftest import NOW
from tests.factories.consultations import CLOSED, OPENED, make_answer, make_consultation
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def kinds(client: httpx.AsyncClient, world: World, who: str) -> list[tuple[str, str | None]]:
    answer = await client.get("/me/due", headers=world.headers(who))
    return [(item["kind"], item["due_at"]) for item in answer.json()["items"] if "consultation" in item["kind"]]


async def test_who_has_not_answered_is_asked_and_the_chairs_record_what_came_out(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_consultation(session, **OPENED)
    await make_consultation(session)
    await make_consultation(session, **CLOSED)
    await make_answer(session, asked, world.champions["KEN"])
    await make_answer(session, asked, world.champions["MAR"])

    to_answer = ("consultation_to_answer", (NOW + timedelta(days=7)).isoformat().replace("+00:00", "Z"))
    assert await kinds(client, world, "ken") == []
    assert await kinds(client, world, "prt") == [to_answer]
    assert await kinds(client, world, "mar") == [("consultation_to_conclude", None)]
    assert await kinds(client, world, "slv") == [to_answer, ("consultation_to_conclude", None)]
    assert await kinds(client, world, "secretariat") == [("consultation_to_conclude", None)]
