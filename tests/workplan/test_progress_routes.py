"""Progress updates over HTTP: who reports, what moves, who mends the words."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.factories.workplan import make_item, make_update, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_an_update_moves_the_item_and_becomes_its_last(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session), lead=world.champions["KEN"])
    path, headers = f"/workplan-items/{item.id}", world.headers("ken")

    await client.post(f"{path}/updates", json={"text": "Begun.", "status": "on_track"}, headers=headers)
    second = await client.post(f"{path}/updates", json={"text": "Two of four calls held."}, headers=headers)
    read = (await client.get(path, headers=headers)).json()
    listed = (await client.get(f"{path}/updates", headers=headers)).json()["items"]

    assert second.status_code == 201, second.text
    assert (second.json()["champion"]["iso3"], second.json()["person_name"]) == ("KEN", "Focal point of KEN")
    assert read["status"] == "on_track"
    assert [update["text"] for update in listed] == ["Two of four calls held.", "Begun."]
    assert [update["status"] for update in listed] == [None, "on_track"]
    assert read["last_update"]["text"] == "Two of four calls held."


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("nobody", 401),
        ("observer", 403),
        ("lux", 403),
        ("prt", 201),
        ("ken", 201),
        ("mar", 201),
        ("mar_colleague", 201),
        ("secretariat", 201),
    ],
)
async def test_lead_supporters_and_chairs_report(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int
) -> None:
    item = await make_item(
        session, await make_workplan(session), lead=world.champions["KEN"], supporting=[world.champions["PRT"]]
    )

    answer = await client.post(
        f"/workplan-items/{item.id}/updates", json={"text": "Under way."}, headers=world.headers(who)
    )

    assert answer.status_code == status


async def test_an_item_without_a_lead_is_the_co_chairs_to_report(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session))
    path = f"/workplan-items/{item.id}/updates"

    past_chair = await client.post(path, json={"text": "Ours?"}, headers=world.headers("prt"))
    chair = await client.post(path, json={"text": "Ours."}, headers=world.headers("slv"))

    assert (past_chair.status_code, chair.status_code) == (403, 201)


async def test_words_are_mended_by_their_champion_and_the_chairs(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken, prt = world.champions["KEN"], world.champions["PRT"]
    item = await make_item(session, await make_workplan(session), lead=prt, supporting=[ken])
    update = await make_update(session, item, ken)
    path = f"/workplan-items/{item.id}/updates/{update.id}"

    async def mend(who: str, revision: int) -> httpx.Response:
        headers = world.headers(who) | {"If-Match": f'"{revision}"'}
        return await client.patch(path, json={"text": f"Mended by {who}."}, headers=headers)

    answers = [await mend("prt", 1), await mend("ken", 1), await mend("mar", 1), await mend("mar", 2)]

    assert [answer.status_code for answer in answers] == [403, 200, 412, 200]
    assert answers[3].json()["text"] == "Mended by mar."
    assert answers[3].json()["revision"] == 3


async def test_an_update_is_found_under_its_own_item_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, ken = await make_workplan(session), world.champions["KEN"]
    item, other = [await make_item(session, workplan, lead=ken) for _ in range(2)]
    update = await make_update(session, item, ken)

    answer = await client.patch(
        f"/workplan-items/{other.id}/updates/{update.id}",
        json={"text": "A"},
        headers=world.headers("ken") | {"If-Match": "*"},
    )

    assert answer.status_code == 404


async def test_updates_come_in_pages_newest_first(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session))
    for day in range(1, 6):
        reported_at = datetime(2026, 11, day, tzinfo=UTC)
        await make_update(session, item, world.champions["KEN"], text=f"Day {day}", reported_at=reported_at)

    texts, path = [], f"/workplan-items/{item.id}/updates?limit=2"
    while path:
        page = await client.get(path, headers=world.headers("lux"))
        texts += [update["text"] for update in page.json()["items"]]
        path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""

    assert texts == [f"Day {day}" for day in range(5, 0, -1)]


async def test_an_update_says_something(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    item = await make_item(session, await make_workplan(session))

    answer = await client.post(f"/workplan-items/{item.id}/updates", json={"text": "  "}, headers=world.headers("mar"))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/text"


async def test_an_update_tells_what_comes_next_how_far_it_is_and_where_one_sees_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session), lead=world.champions["KEN"])
    body = {
        "text": "Two of four calls held.", "what_next": "The third in October.", "percentage": 50,
        "evidence": ["https://example.org/calls.pdf"],
    }  # fmt: skip
    path, headers = f"/workplan-items/{item.id}", world.headers("ken")

    answer = await client.post(f"{path}/updates", json=body, headers=headers)
    mended = await client.patch(
        f"{path}/updates/{answer.json()['id']}", json={"evidence": []}, headers=headers | {"If-Match": "*"}
    )
    faulty = await client.post(f"{path}/updates", json=body | {"evidence": ["ftp:/x"]}, headers=headers)

    assert {name: answer.json()[name] for name in body} == body
    assert (await client.get(path, headers=headers)).json()["percentage"] == 50
    assert (mended.json()["evidence"], mended.json()["text"]) == ([], body["text"])
    assert (faulty.status_code, faulty.json()["errors"][0]["pointer"]) == (422, "/evidence/0")


async def test_an_update_that_drops_an_item_says_why(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session), lead=world.champions["KEN"])
    path, headers = f"/workplan-items/{item.id}", world.headers("ken")

    await client.post(f"{path}/updates", json={"text": "Taken up by the Forum.", "status": "dropped"}, headers=headers)
    dropped = (await client.get(path, headers=headers)).json()
    await client.post(f"{path}/updates", json={"text": "Taken up again.", "status": "on_track"}, headers=headers)
    again = (await client.get(path, headers=headers)).json()

    assert (dropped["status"], dropped["dropped_reason"]) == ("dropped", "Taken up by the Forum.")
    assert (again["status"], again["dropped_reason"]) == ("on_track", "")


async def test_a_chair_drops_an_item_with_a_reason_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session))
    path, headers = f"/workplan-items/{item.id}", world.headers("mar") | {"If-Match": "*"}

    without = await client.patch(path, json={"status": "dropped"}, headers=headers)
    with_reason = await client.patch(
        path, json={"status": "dropped", "dropped_reason": "No host was found."}, headers=headers
    )

    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (422, "/dropped_reason")
    assert with_reason.json()["dropped_reason"] == "No host was found."
