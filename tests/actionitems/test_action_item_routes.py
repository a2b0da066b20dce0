"""Action items over HTTP: one list over all meetings, reported on and closed by who owns them."""

from datetime import UTC, date, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from api.platform import clock
from tests.factories.actionitems import make_action_item
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.minutes import make_decision
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def titles(client: httpx.AsyncClient, world: World, who: str, query: str = "") -> list[str]:
    answer = await client.get(f"/action-items{query}", headers=world.headers(who))
    return [item["title"] for item in answer.raise_for_status().json()["items"]]


async def test_the_public_gets_none(client: httpx.AsyncClient) -> None:
    assert (await client.get("/action-items")).status_code == 401


async def test_observers_get_those_of_shared_meetings_with_adopted_minutes(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    closed = await make_meeting(session, status=MeetingStatus.CLOSED, is_shared_with_observers=True)
    held = await make_meeting(session, status=MeetingStatus.HELD, is_shared_with_observers=True)
    await make_action_item(session, title="Out", meeting_id=closed.id)
    hidden = await make_action_item(session, title="Not yet", meeting_id=held.id)
    await make_action_item(session, title="Between meetings")

    assert await titles(client, world, "observer") == ["Out"]
    assert (await client.get(f"/action-items/{hidden.id}", headers=world.headers("observer"))).status_code == 404


async def test_a_decision_implies_its_item_and_its_meeting(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD)
    item, *_ = await make_agenda(session, held, "Missing migrants")
    decision = await make_decision(session, held, agenda_item_id=item.id)
    body = {"title": "Circulate a list", "owner": "KEN", "decision_id": str(decision.id)}

    made = (await client.post("/action-items", json=body, headers=world.headers("mar"))).json()
    other = await make_meeting(session)
    contradiction = await client.post(
        "/action-items", json=body | {"meeting_id": str(other.id)}, headers=world.headers("mar")
    )

    assert (made["meeting"]["id"], made["agenda_item"]["title"]) == (str(held.id), "Missing migrants")
    assert (made["owner"]["iso3"], made["decision_number"]) == ("KEN", 1)
    assert contradiction.json()["errors"][0]["pointer"] == "/meeting_id"


async def test_the_owners_people_report_and_close_and_others_do_not(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    item = await make_action_item(session, world.champions["KEN"])
    address = f"/action-items/{item.id}"

    other = await client.post(f"{address}/updates", json={"text": "Done?"}, headers=world.headers("prt"))
    told = await client.post(f"{address}/updates", json={"text": "Twelve answered."}, headers=world.headers("ken"))
    done = await client.post(f"{address}/complete", json={"reason": "All answered."}, headers=world.headers("ken"))

    updates = (await client.get(f"{address}/updates", headers=world.headers("prt"))).json()["items"]
    assert other.status_code == 403
    assert told.json()["last_report"]["text"] == "Twelve answered."
    assert (done.json()["status"], done.json()["reports_count"]) == ("done", 2)
    assert sorted(update["text"] for update in updates) == ["All answered.", "Twelve answered."]


async def test_the_owner_asks_for_a_new_date_and_the_co_chairs_give_one(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    item = await make_action_item(session, world.champions["KEN"])
    await make_action_item(session, title="Another")
    address, chair = f"/action-items/{item.id}", world.headers("mar") | {"If-Match": "*"}
    wish = {"text": "The ministry answers in February.", "asked_due_on": "2027-02-15"}

    asked = (await client.post(f"{address}/updates", json=wish, headers=world.headers("ken"))).json()
    listed = await titles(client, world, "mar", "?is_date_asked=true")
    given = (await client.patch(address, json={"due_on": "2027-02-20"}, headers=chair)).json()

    history = (await client.get(f"{address}/updates", headers=chair)).json()["items"]
    assert (asked["due_on"], asked["asked_due_on"]) == ("2026-12-15", "2027-02-15")
    assert "keep-date" not in asked["actions"]
    assert listed == [item.title]
    assert (given["due_on"], given["asked_due_on"], given["reports_count"]) == ("2027-02-20", None, 1)
    assert sorted((told["asked_due_on"] or "", told["due_on"] or "") for told in history) == [
        ("", "2027-02-20"),
        ("2027-02-15", ""),
    ]


async def test_the_co_chairs_keep_the_date_with_the_reason(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    item = await make_action_item(session, world.champions["KEN"], asked_due_on=date(2027, 2, 15))
    address, chair = f"/action-items/{item.id}", world.headers("mar")

    silent = await client.post(f"{address}/keep-date", headers=chair)
    kept = await client.post(f"{address}/keep-date", json={"reason": "The forum is in January."}, headers=chair)
    again = await client.post(f"{address}/keep-date", json={"reason": "The forum is in January."}, headers=chair)

    assert (silent.status_code, again.status_code) == (422, 409)
    assert (kept.json()["due_on"], kept.json()["asked_due_on"]) == ("2026-12-15", None)
    assert kept.json()["last_report"]["text"] == "The forum is in January."


@pytest.mark.parametrize("asked_due_on", ["2026-11-23", "2026-12-15"])
async def test_a_new_date_gives_more_time(
    client: httpx.AsyncClient, session: AsyncSession, world: World, asked_due_on: str
) -> None:
    item = await make_action_item(session, world.champions["KEN"])
    body = {"text": "Later, please.", "asked_due_on": asked_due_on}

    answer = await client.post(f"/action-items/{item.id}/updates", json=body, headers=world.headers("ken"))

    assert answer.json()["errors"][0]["pointer"] == "/asked_due_on"


async def test_closing_an_item_settles_the_wish_for_a_date_and_is_in_its_history(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    item = await make_action_item(session, world.champions["KEN"], asked_due_on=date(2027, 2, 15))
    address, ken = f"/action-items/{item.id}", world.headers("ken")

    done = (await client.post(f"{address}/complete", headers=ken)).json()
    late = await client.post(f"{address}/updates", json={"text": "More.", "asked_due_on": "2027-09-01"}, headers=ken)

    history = (await client.get(f"{address}/updates", headers=ken)).json()["items"]
    assert (done["asked_due_on"], done["reports_count"], late.status_code) == (None, 0, 409)
    assert [(told["status"], told["text"]) for told in history] == [("done", "")]


async def test_dropping_asks_why_and_a_closed_item_is_closed_once(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    item = await make_action_item(session)
    address, headers = f"/action-items/{item.id}", world.headers("secretariat")

    silent = await client.post(f"{address}/drop", headers=headers)
    dropped = await client.post(f"{address}/drop", json={"reason": "Overtaken."}, headers=headers)
    again = await client.post(f"{address}/complete", headers=headers)
    reopened = await client.post(f"{address}/reopen", json={"reason": "Asked for again."}, headers=headers)

    assert (silent.status_code, dropped.json()["status"], again.status_code) == (422, "dropped", 409)
    assert (reopened.json()["status"], reopened.json()["closed_at"]) == ("open", None)


async def test_overdue_follows_from_the_clock(client: httpx.AsyncClient, session: AsyncSession, world: World) -> None:
    await make_action_item(session, world.champions["KEN"], due_on=date(2026, 11, 25))

    assert await titles(client, world, "ken", "?is_overdue=true") == []
    clock.set_to(datetime(2026, 11, 26, tzinfo=UTC))
    assert len(await titles(client, world, "ken", "?is_overdue=true")) == 1


async def test_the_list_is_filtered_and_sorted(client: httpx.AsyncClient, session: AsyncSession, world: World) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD)
    kenya = world.champions["KEN"]
    await make_action_item(session, kenya, title="Late", due_on=date(2026, 11, 1), meeting_id=held.id)
    await make_action_item(
        session, kenya, title="Closed", due_on=date(2026, 11, 2), status="done", closed_at=clock.now()
    )
    await make_action_item(session, title="Soon", due_on=date(2026, 12, 1), description="About a newsletter.")
    await make_action_item(session, world.champions["PRT"], title="Whenever", due_on=None)

    async def found(query: str, who: str = "ken") -> list[str]:
        return await titles(client, world, who, query)

    assert await found("") == ["Late", "Closed", "Soon", "Whenever"]
    assert await found("?sort=-due_on&status=open") == ["Whenever", "Soon", "Late"]
    assert await found("?owner=secretariat&owner=PRT") == ["Soon", "Whenever"]
    assert await found("?is_mine=true") == ["Late", "Closed"]
    assert await found("?is_mine=true", "secretariat") == ["Soon"]
    assert await found("?is_mine=false", "ken") == ["Soon", "Whenever"]
    assert await found("?due_before=2026-11-02") == ["Late"]
    assert await found("?due_after=2026-11-02") == ["Soon"]
    assert await found(f"?meeting_id={held.id}") == ["Late"]
    assert await found("?q=newsletter") == ["Soon"]


async def test_pages_follow_one_another_each_from_one_statement(
    client: httpx.AsyncClient, session: AsyncSession, world: World, statements: list[str]
) -> None:
    for number in range(7):
        await make_action_item(session, title=f"Item {number}", due_on=None if number > 4 else date(2026, 12, 1))
    statements.clear()

    first = (await client.get("/action-items?limit=4", headers=world.headers("ken"))).json()

    assert len(statements) == 2, "The caller, and the list."
    rest = await client.get(f"/action-items?limit=4&cursor={first['next']}", headers=world.headers("ken"))
    seen = [item["title"] for item in first["items"] + rest.json()["items"]]
    assert sorted(seen) == [f"Item {number}" for number in range(7)]


async def test_an_owner_that_is_no_champion_is_refused_beside_the_field(
    client: httpx.AsyncClient, world: World
) -> None:
    answer = await client.post(
        "/action-items", json={"title": "Write", "owner": "FRA"}, headers=world.headers("secretariat")
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/owner"
