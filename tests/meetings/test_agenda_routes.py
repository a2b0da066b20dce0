"""Agenda items over HTTP: champions propose, the co-chairs decide and order."""

from datetime import UTC, datetime
from uuid import uuid4

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import AgendaItemStatus, Meeting, MeetingStatus
from api.platform import clock
from api.practices.models import PracticeStatus
from tests.factories.meetings import make_agenda, make_item, make_meeting
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def agenda(client: httpx.AsyncClient, world: World, meeting: Meeting) -> list[tuple[int, str]]:
    read = (await client.get(f"/meetings/{meeting.id}", headers=world.headers("ken"))).json()
    return [(item["position"], item["title"]) for item in read["agenda_items"] if item["status"] == "accepted"]


async def test_a_champion_proposes_an_item(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    practice = await make_practice(session, world.champions["PRT"], status=PracticeStatus.PUBLISHED)
    body = {
        "title": "Missing migrants",
        "minutes": 20,
        "leads": ["PRT", "KEN"],
        "objectives": [8],
        "practice_id": str(practice.id),
    }

    answer = await client.post(f"/meetings/{meeting.id}/agenda-proposals", json=body, headers=world.headers("ken"))

    assert answer.status_code == 201, answer.text
    item = answer.json()
    assert (item["status"], item["position"], item["proposed_by"]["iso3"]) == ("proposed", None, "KEN")
    assert [lead["iso3"] for lead in item["leads"]] == ["PRT", "KEN"]
    assert item["practice"] == {"id": str(practice.id), "title": practice.title}
    assert item["actions"] == ["change", "withdraw"]
    assert (item["language"], item["origin"], item["supporters"]) == ("en", "proposal", [])
    assert answer.headers["etag"] == '"1"'


async def test_the_secretariat_proposes_on_behalf_of_a_champion_or_for_the_co_chairs(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    path, headers = f"/meetings/{meeting.id}/agenda-proposals", world.headers("secretariat")

    on_behalf = await client.post(path, json={"title": "A", "champion": "PRT"}, headers=headers)
    own = await client.post(path, json={"title": "Opening"}, headers=headers)
    not_theirs = await client.post(path, json={"title": "A", "champion": "PRT"}, headers=world.headers("ken"))

    assert on_behalf.json()["proposed_by"]["iso3"] == "PRT"
    assert own.json()["proposed_by"] is None
    assert not_theirs.status_code == 403


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("observer", 403), ("ken", 409), ("mar", 201)])
async def test_once_the_agenda_is_circulated_only_the_chairs_add_to_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.AGENDA_CIRCULATED)

    answer = await client.post(
        f"/meetings/{meeting.id}/agenda-proposals", json={"title": "A"}, headers=world.headers(who)
    )

    assert answer.status_code == status


async def test_the_deadline_for_proposals_takes_effect_by_itself(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    deadline = datetime(2026, 12, 3, 17, tzinfo=UTC)
    meeting = await make_meeting(session, agenda_closes_at=deadline)
    clock.set_to(deadline)

    read = await client.get(f"/meetings/{meeting.id}", headers=world.headers("ken"))
    answer = await client.post(
        f"/meetings/{meeting.id}/agenda-proposals", json={"title": "Late"}, headers=world.headers("ken")
    )

    assert "propose-item" not in read.json()["actions"]
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"practice_id": str(uuid4())}, "/practice_id"),
        ({"workplan_item_id": str(uuid4())}, "/workplan_item_id"),
        ({"activity_id": str(uuid4())}, "/activity_id"),
        ({"process_id": str(uuid4())}, "/process_id"),
        ({"leads": ["KEN", "FRA"]}, "/leads/1"),
        ({"leads": ["KEN", "KEN"]}, "/leads"),
        ({"minutes": 0}, "/minutes"),
        ({"objectives": [24]}, "/objectives/0"),
        ({"slot": 1}, "/slot"),
    ],
)
async def test_what_is_wrong_is_named(
    client: httpx.AsyncClient, world: World, session: AsyncSession, body: dict[str, object], pointer: str
) -> None:
    meeting = await make_meeting(session)

    answer = await client.post(
        f"/meetings/{meeting.id}/agenda-proposals", json={"title": "A"} | body, headers=world.headers("ken")
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_linked_draft_shows_to_its_champion_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    draft = await make_practice(session, world.champions["KEN"])
    body = {"title": "Preview", "practice_id": str(draft.id)}

    own = await client.post(f"/meetings/{meeting.id}/agenda-proposals", json=body, headers=world.headers("ken"))
    others = await client.post(f"/meetings/{meeting.id}/agenda-proposals", json=body, headers=world.headers("prt"))
    seen_by_prt = await client.get(f"/meetings/{meeting.id}", headers=world.headers("prt"))

    assert own.json()["practice"]["title"] == draft.title
    assert others.status_code == 422
    assert seen_by_prt.json()["agenda_items"][0]["practice"] is None


async def test_the_co_chairs_put_a_proposal_where_they_want_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    await make_agenda(session, meeting, "Opening", "Closing")
    proposal = await make_item(session, meeting, world.champions["KEN"], title="Missing migrants")

    path = f"/meetings/{meeting.id}/agenda-proposals/{proposal.id}/accept"
    answer = await client.post(path, json={"minutes": 15, "position": 2}, headers=world.headers("mar"))
    again = await client.post(path, headers=world.headers("mar"))

    assert (answer.json()["status"], answer.json()["position"], answer.json()["minutes"]) == ("accepted", 2, 15)
    assert again.status_code == 409
    assert await agenda(client, world, meeting) == [(1, "Opening"), (2, "Missing migrants"), (3, "Closing")]


async def test_declining_asks_for_the_reason_and_closes_the_gap(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    first, _ = await make_agenda(session, meeting, "Opening", "Closing")
    path, headers = f"/meetings/{meeting.id}/agenda-proposals/{first.id}", world.headers("mar")

    without = await client.post(f"{path}/decline", headers=headers)
    declined = await client.post(f"{path}/decline", json={"reason": "Next time."}, headers=headers)

    assert without.json()["errors"][0]["pointer"] == "/reason"
    assert (declined.json()["status"], declined.json()["decision_reason"]) == ("declined", "Next time.")
    assert await agenda(client, world, meeting) == [(1, "Closing")]
    reopened = await client.post(f"{path}/reopen", headers=headers)
    assert (reopened.json()["status"], reopened.json()["decision_reason"]) == ("proposed", "")


async def test_only_who_proposed_an_item_withdraws_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    proposal = await make_item(session, meeting, world.champions["KEN"])
    path = f"/meetings/{meeting.id}/agenda-proposals/{proposal.id}/withdraw"

    answers = [await client.post(path, headers=world.headers(who)) for who in ("nobody", "prt", "mar", "ken")]

    assert [answer.status_code for answer in answers] == [401, 403, 403, 200]
    assert answers[-1].json()["status"] == "withdrawn"


@pytest.mark.parametrize("verb", ["accept", "decline", "reopen"])
async def test_who_does_not_chair_decides_nothing(
    client: httpx.AsyncClient, world: World, session: AsyncSession, verb: str
) -> None:
    meeting = await make_meeting(session)
    proposal = await make_item(session, meeting, world.champions["KEN"])
    path = f"/meetings/{meeting.id}/agenda-proposals/{proposal.id}/{verb}"

    answers = [await client.post(path, headers=world.headers(who)) for who in ("observer", "ken", "prt", "bgd")]

    assert [answer.status_code for answer in answers] == [403] * 4


async def test_an_item_is_its_champions_to_change_while_it_is_proposed(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    proposal = await make_item(session, meeting, world.champions["KEN"])
    path, change = f"/meetings/{meeting.id}/agenda-items/{proposal.id}", {"minutes": 25}

    def as_(who: str, revision: int) -> dict[str, str]:
        return world.headers(who) | {"If-Match": f'"{revision}"'}

    own = await client.patch(path, json=change, headers=as_("ken", 1))
    stale = await client.patch(path, json=change, headers=as_("ken", 1))
    others = await client.patch(path, json=change, headers=as_("prt", 2))
    accept = f"/meetings/{meeting.id}/agenda-proposals/{proposal.id}/accept"
    await client.post(accept, headers=world.headers("mar"))
    too_late = await client.patch(path, json=change, headers=as_("ken", 3))
    chairs = await client.patch(path, json={"title": "Better"}, headers=as_("mar", 3))

    assert (own.status_code, own.json()["minutes"]) == (200, 25)
    assert (stale.status_code, others.status_code, too_late.status_code) == (412, 403, 409)
    assert (chairs.json()["title"], chairs.json()["minutes"]) == ("Better", 25)


async def test_the_agenda_stays_as_it_was_once_the_meeting_is_held(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.HELD)
    (item,) = await make_agenda(session, meeting, "Opening")
    path, headers = f"/meetings/{meeting.id}", world.headers("mar") | {"If-Match": "*"}

    answers = [
        await client.patch(f"{path}/agenda-items/{item.id}", json={"minutes": 5}, headers=headers),
        await client.post(f"{path}/agenda-proposals/{item.id}/decline", json={"reason": "Late."}, headers=headers),
        await client.put(f"{path}/agenda", json={"items": [str(item.id)]}, headers=headers),
        await client.post(f"{path}/agenda-proposals", json={"title": "Late"}, headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [409] * 4


async def test_the_co_chairs_order_the_agenda_and_do_not_overwrite_each_other(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    items = await make_agenda(session, meeting, "Opening", "Review", "Closing")
    path = f"/meetings/{meeting.id}/agenda"
    turned = {"items": [str(item.id) for item in (items[1], items[0], items[2])]}

    without = await client.put(path, json=turned, headers=world.headers("mar"))
    first = await client.put(path, json=turned, headers=world.headers("mar") | {"If-Match": '"1"'})
    second = await client.put(path, json=turned, headers=world.headers("slv") | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, second.status_code) == (428, 200, 412)
    assert first.headers["etag"] == '"2"'
    assert [item["title"] for item in first.json()["agenda_items"]] == ["Review", "Opening", "Closing"]
    assert await agenda(client, world, meeting) == [(1, "Review"), (2, "Opening"), (3, "Closing")]


async def test_an_order_names_exactly_the_accepted_items(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    opening, closing = await make_agenda(session, meeting, "Opening", "Closing")
    proposal = await make_item(session, meeting, world.champions["KEN"])
    path, headers = f"/meetings/{meeting.id}/agenda", world.headers("mar") | {"If-Match": '"1"'}

    too_few = await client.put(path, json={"items": [str(closing.id)]}, headers=headers)
    too_many = await client.put(
        path, json={"items": [str(item.id) for item in (opening, closing, proposal)]}, headers=headers
    )
    twice = await client.put(path, json={"items": [str(opening.id)] * 2}, headers=headers)

    assert too_few.status_code == 409
    assert "Opening" in too_few.json()["errors"][0]["detail"]
    assert (too_many.status_code, too_many.json()["errors"][0]["pointer"]) == (409, "/items/2")
    assert (twice.status_code, twice.json()["errors"][0]["pointer"]) == (422, "/items/1")
    assert "Opening" in twice.json()["errors"][0]["detail"]


async def test_the_running_total_counts_what_was_accepted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    await make_agenda(session, meeting, "Opening", "Closing")
    await make_item(session, meeting, world.champions["KEN"], minutes=60)
    await make_item(session, meeting, world.champions["KEN"], status=AgendaItemStatus.DECLINED)

    read = (await client.get(f"/meetings/{meeting.id}", headers=world.headers("ken"))).json()

    assert (read["accepted_minutes"], read["duration_minutes"]) == (20, 90)
    assert (read["accepted_items_count"], read["open_proposals_count"]) == (2, 1)
    assert [item["status"] for item in read["agenda_items"]] == ["accepted", "accepted", "proposed", "declined"]


async def test_an_item_of_another_meeting_is_not_found(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting, other = await make_meeting(session), await make_meeting(session)
    item = await make_item(session, other, world.champions["KEN"])

    answer = await client.post(
        f"/meetings/{meeting.id}/agenda-proposals/{item.id}/accept", headers=world.headers("mar")
    )

    assert answer.status_code == 404
