"""Joint statements on the home page: to speak before silence ends, to sign, and the news of an adoption."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.statements.models import SilenceAct, SilenceEntry
from tests.conftest import NOW
from tests.factories.statements import make_sign_on, make_silence, make_statement
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ENDED = {"opened_at": NOW - timedelta(days=9), "until_at": NOW - timedelta(days=1)}


async def due(client: httpx.AsyncClient, world: World, who: str) -> list[tuple[str, str]]:
    items = (await client.get("/me/due", headers=world.headers(who))).json()["items"]
    return [
        (item["kind"], item["title"]) for item in items if item["kind"] in ("silence_to_speak", "statement_to_sign")
    ]


async def test_a_champion_that_has_not_spoken_is_shown_when_silence_ends(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, title="Under silence")
    broken = await make_silence(session, statement, broken_at=NOW - timedelta(hours=2))
    silence = await make_silence(session, statement, number=2, opened_at=NOW - timedelta(hours=1))
    for period in (broken, silence):
        champion = world.champions["PRT" if period is broken else "KEN"]
        session.add(
            SilenceEntry(
                round_id=period.id,
                champion_id=champion.id,
                act=SilenceAct.JOIN,
                given_at=NOW - timedelta(minutes=5),
                person_name="Amina Diallo",
            )
        )
    await session.commit()

    assert await due(client, world, "ken") == []
    assert await due(client, world, "prt") == [("silence_to_speak", "Under silence")]
    assert await due(client, world, "secretariat") == []


async def test_an_open_sign_on_waits_until_one_has_signed(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for title, until in (("Open", NOW + timedelta(days=3)), ("Ended", NOW - timedelta(hours=1)), ("For ever", None)):
        adopted = await make_statement(session, title=title, sign_on_until=until)
        await make_silence(session, adopted, **ENDED)
        await make_sign_on(session, adopted, "KEN")

    assert await due(client, world, "ken") == []
    assert await due(client, world, "prt") == [("statement_to_sign", "Open")]


async def test_an_adoption_by_silence_is_news_of_its_instant(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    adopted = await make_statement(session, title="Adopted")
    await make_silence(session, adopted, **ENDED)
    await make_silence(session, await make_statement(session))

    told = (await client.get("/me/news", headers=world.headers("prt"))).json()["items"]

    assert [(item["kind"], item["title"], item["at"][:10]) for item in told] == [
        ("statement_adopted", "Adopted", "2026-11-23")
    ]
