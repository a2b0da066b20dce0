"""Corrections over HTTP: proposed by champions until the deadline, taken or declined by the co-chairs."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import AgendaItem
from api.platform import clock
from tests.factories.meetings import make_agenda
from tests.factories.minutes import UNTIL, make_circulated_meeting, make_correction, make_text
from tests.factories.world import World

pytestmark = pytest.mark.anyio

SAID = "@KEN presented the pilot. The meeting noted it."
WANTED = "@KEN presented the pilot. The meeting welcomed it."


@pytest.fixture
async def item(session: AsyncSession, world: World) -> AgendaItem:
    item, *_ = await make_agenda(session, await make_circulated_meeting(session), "Missing migrants")
    await make_text(session, item, SAID)
    return item


def of(item: AgendaItem) -> str:
    return f"/meetings/{item.meeting_id}/minutes/{item.id}"


async def propose(client: httpx.AsyncClient, item: AgendaItem, headers: dict[str, str], **more: Any) -> httpx.Response:
    body = {"text": WANTED.replace("@KEN", "@1"), "why": "It was welcomed."} | more
    return await client.post(f"{of(item)}/corrections", json=body, headers=headers)


async def test_a_champion_corrects_what_it_reads_and_the_marks_find_back(
    client: httpx.AsyncClient, world: World, item: AgendaItem
) -> None:
    proposed = (await propose(client, item, world.headers("prt"))).json()

    taken = await client.post(f"{of(item)}/corrections/{proposed['id']}/take", headers=world.headers("mar"))

    read = (await client.get(of(item), headers=world.headers("mar"))).json()
    assert proposed["champion"]["iso3"] == "PRT"
    assert proposed["text"] == WANTED.replace("@KEN", "@1")
    assert taken.json()["status"] == "taken"
    assert (read["text"], read["version"]) == (WANTED, 2)


async def test_what_reads_the_same_is_no_correction(client: httpx.AsyncClient, world: World, item: AgendaItem) -> None:
    answer = await propose(client, item, world.headers("prt"), text=SAID.replace("@KEN", "@1"))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/text"


async def test_after_the_deadline_nobody_proposes_but_the_chairs_still_decide(
    client: httpx.AsyncClient, session: AsyncSession, world: World, item: AgendaItem
) -> None:
    correction = await make_correction(session, item, world.champions["PRT"], text=WANTED)
    clock.set_to(UNTIL)

    late = await propose(client, item, world.headers("prt"))
    taken = await client.post(f"{of(item)}/corrections/{correction.id}/take", headers=world.headers("mar"))

    assert (late.status_code, taken.status_code) == (409, 200)


async def test_before_the_deadline_it_is_open_to_the_last_second(
    client: httpx.AsyncClient, world: World, item: AgendaItem
) -> None:
    clock.set_to(UNTIL - timedelta(seconds=1))

    assert (await propose(client, item, world.headers("prt"))).status_code == 201


async def test_a_correction_to_a_text_that_changed_since_is_merged_by_hand(
    client: httpx.AsyncClient, session: AsyncSession, world: World, item: AgendaItem
) -> None:
    correction = await make_correction(session, item, world.champions["PRT"], text=WANTED)
    address, chair = f"{of(item)}/corrections/{correction.id}/take", world.headers("mar")
    await client.patch(of(item), json={"text": f"{SAID} It closed at 16:00."}, headers=chair | {"If-Match": "*"})

    blind = await client.post(address, headers=chair)
    merged = await client.post(address, json={"text": f"{WANTED} It closed at 16:00."}, headers=chair)

    assert (blind.status_code, merged.status_code) == (409, 200)
    assert (await client.get(of(item), headers=chair)).json()["text"] == f"{WANTED} It closed at 16:00."


async def test_declining_says_why_and_withdrawing_is_for_who_proposed(
    client: httpx.AsyncClient, session: AsyncSession, world: World, item: AgendaItem
) -> None:
    first = await make_correction(session, item, world.champions["PRT"])
    second = await make_correction(session, item, world.champions["PRT"])
    address = f"{of(item)}/corrections"

    silent = await client.post(f"{address}/{first.id}/decline", headers=world.headers("mar"))
    told = await client.post(
        f"{address}/{first.id}/decline", json={"reason": "It was noted."}, headers=world.headers("mar")
    )
    another = await client.post(f"{address}/{second.id}/withdraw", headers=world.headers("ken"))
    own = await client.post(f"{address}/{second.id}/withdraw", headers=world.headers("prt"))

    assert (silent.status_code, told.status_code) == (422, 200)
    assert (another.status_code, own.status_code) == (403, 200)
    minutes = (await client.get(f"/meetings/{item.meeting_id}/minutes", headers=world.headers("prt"))).json()
    assert (minutes["corrections_count"], minutes["undecided_count"]) == (2, 0)
    assert minutes["items"][0]["corrections"][0]["decision_reason"] == "It was noted."


async def test_a_correction_is_decided_once(
    client: httpx.AsyncClient, session: AsyncSession, world: World, item: AgendaItem
) -> None:
    correction = await make_correction(session, item, world.champions["PRT"])
    address, chair = f"{of(item)}/corrections/{correction.id}", world.headers("mar")
    await client.post(f"{address}/take", headers=chair)

    assert (await client.post(f"{address}/decline", json={"reason": "Not so."}, headers=chair)).status_code == 409
    assert (await client.post(f"{address}/take", headers=chair)).status_code == 409
