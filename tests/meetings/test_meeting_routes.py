"""Meetings over HTTP: who sees what, who leads, and the steps from plan to closed minutes."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from api.platform import clock
from tests.factories.meetings import make_agenda, make_item, make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

PLAN = {"title": "Extraordinary meeting", "starts_at": "2026-12-15T09:00:00-05:00"}


async def test_a_title_and_a_date_are_enough(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.post("/meetings", json=PLAN, headers=world.headers("mar"))

    assert answer.status_code == 201, answer.text
    meeting = answer.json()
    assert (meeting["status"], meeting["starts_at"]) == ("planned", "2026-12-15T14:00:00Z")
    assert {"change", "delete", "open-agenda", "propose-item"} <= set(meeting["actions"])
    assert meeting["asks_reason"] == [
        "circulate-agenda",
        "hold",
        "postpone",
        "cancel",
        "circulate-minutes",
        "close",
    ]
    assert answer.headers["etag"] == '"1"'


@pytest.mark.parametrize(
    ("who", "status"),
    [("nobody", 401), ("observer", 403), ("ken", 403), ("bgd", 403), ("mar", 201), ("secretariat", 201)],
)
async def test_the_co_chairs_and_the_secretariat_plan_meetings(
    client: httpx.AsyncClient, world: World, who: str, status: int
) -> None:
    answer = await client.post("/meetings", json=PLAN, headers=world.headers(who))

    assert answer.status_code == status


async def test_a_co_chair_loses_write_access_when_the_term_ends(client: httpx.AsyncClient, world: World) -> None:
    clock.set_to(datetime(2026, 12, 22, 23, 59, 59, tzinfo=UTC))
    before = [await client.post("/meetings", json=PLAN, headers=world.headers(who)) for who in ("mar", "bgd")]

    clock.set_to(datetime(2026, 12, 23, tzinfo=UTC))
    after = [await client.post("/meetings", json=PLAN, headers=world.headers(who)) for who in ("mar", "bgd")]

    assert [answer.status_code for answer in before] == [201, 403]
    assert [answer.status_code for answer in after] == [403, 201]


async def test_preparation_notes_are_for_those_who_prepare(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, is_shared_with_observers=True)

    readers = [
        who
        for who in ("observer", "ken", "mar", "mar_colleague", "bgd", "secretariat")
        if (await client.get(f"/meetings/{meeting.id}", headers=world.headers(who))).json()["preparation_notes"]
    ]

    assert readers == ["mar", "mar_colleague", "bgd", "secretariat"]


async def test_incoming_co_chairs_read_notes_from_thirty_days_before_their_term(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)

    clock.set_to(datetime(2026, 11, 22, 23, 59, tzinfo=UTC))
    early = await client.get(f"/meetings/{meeting.id}", headers=world.headers("bgd"))
    clock.set_to(datetime(2026, 11, 23, tzinfo=UTC))
    in_time = await client.get(f"/meetings/{meeting.id}", headers=world.headers("bgd"))

    assert early.status_code == 200, early.text
    assert early.json()["preparation_notes"] is None
    assert in_time.json()["preparation_notes"] == "Ask Ghana about the room."


async def test_the_public_sees_meetings_with_a_public_summary_and_no_more_of_them(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    held = await make_meeting(
        session,
        status=MeetingStatus.CLOSED,
        summary="Champions agreed.",
        is_summary_public=True,
        participants_count=40,
        agenda_closes_at=datetime(2026, 12, 1, tzinfo=UTC),
    )
    await make_agenda(session, held, "Opening")
    await make_meeting(session, summary="Not yet.", is_summary_public=True)
    await make_meeting(session, status=MeetingStatus.HELD, summary="Not for everyone.")

    listed = (await client.get("/meetings")).json()["items"]
    read = (await client.get(f"/meetings/{held.id}")).json()

    assert [meeting["id"] for meeting in listed] == [str(held.id)]
    assert (read["summary"], read["participants_count"]) == ("Champions agreed.", 40)
    assert (read["link"], read["preparation_notes"], read["agenda_items"]) == (None, None, [])
    assert (read["accepted_items_count"], read["agenda_closes_at"], read["actions"]) == (0, None, [])


async def test_observers_see_shared_meetings_and_accepted_items_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    shared = await make_meeting(session, is_shared_with_observers=True)
    hidden = await make_meeting(session)
    await make_agenda(session, shared, "Opening")
    await make_item(session, shared, world.champions["KEN"])

    headers = world.headers("observer")
    listed = (await client.get("/meetings", headers=headers)).json()["items"]
    read = (await client.get(f"/meetings/{shared.id}", headers=headers)).json()
    not_shared = await client.get(f"/meetings/{hidden.id}", headers=headers)

    assert [(meeting["id"], meeting["open_proposals_count"]) for meeting in listed] == [(str(shared.id), 0)]
    assert [item["title"] for item in read["agenda_items"]] == ["Opening"]
    assert not_shared.status_code == 404


async def test_filters_and_order(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    await make_meeting(session, title="Spring meeting", starts_at=datetime(2026, 3, 31, 23, 30, tzinfo=UTC))
    await make_meeting(session, title="Summer 100%", starts_at=datetime(2026, 6, 30, tzinfo=UTC), kind="extraordinary")
    await make_meeting(session, title="Autumn meeting", status=MeetingStatus.PLANNED)

    async def titles(**query: str) -> list[str]:
        answer = await client.get("/meetings", params=query, headers=world.headers("ken"))
        return [meeting["title"] for meeting in answer.json()["items"]]

    assert await titles() == ["Autumn meeting", "Summer 100%", "Spring meeting"]
    assert await titles(sort="starts_at", until="2026-06-30") == ["Spring meeting", "Summer 100%"]
    assert await titles(**{"from": "2026-04-01"}) == ["Autumn meeting", "Summer 100%"]
    assert await titles(until="2026-03-31") == ["Spring meeting"]
    assert await titles(kind="extraordinary") == ["Summer 100%"]
    assert await titles(status="planned") == ["Autumn meeting"]
    assert await titles(q="MEETING") == ["Autumn meeting", "Spring meeting"]
    assert await titles(q="100%") == ["Summer 100%"]


async def test_a_page_follows_the_other_without_gap_or_repeat(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for day in (1, 2, 2, 3):
        await make_meeting(session, starts_at=datetime(2026, 12, day, tzinfo=UTC))

    first = (await client.get("/meetings?limit=2", headers=world.headers("ken"))).json()
    second = (await client.get(f"/meetings?limit=2&cursor={first['next']}", headers=world.headers("ken"))).json()

    seen = [meeting["id"] for meeting in first["items"] + second["items"]]
    assert len(set(seen)) == 4
    assert second["next"] is None


async def test_a_meeting_goes_from_plan_to_closed_minutes(client: httpx.AsyncClient, world: World) -> None:
    headers = world.headers("mar")
    meeting = (await client.post("/meetings", json=PLAN, headers=headers)).json()

    steps = ("open-agenda", "circulate-agenda", "hold", "circulate-minutes", "close")
    answers = [await client.post(f"/meetings/{meeting['id']}/{step}", headers=headers) for step in steps]

    assert [answer.json()["status"] for answer in answers] == [
        "agenda_open", "agenda_circulated", "held", "minutes_circulated", "closed",
    ]  # fmt: skip
    assert answers[-1].json()["actions"] == ["change"]


async def test_skipping_steps_asks_for_a_reason(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.PLANNED)
    path, headers = f"/meetings/{meeting.id}/hold", world.headers("secretariat")

    without = await client.post(path, headers=headers)
    told = await client.post(path, json={"reason": "Held in the margins of the IMRF."}, headers=headers)

    assert without.status_code == 422
    assert without.json()["errors"][0]["pointer"] == "/reason"
    assert (told.json()["status"], told.json()["status_reason"]) == ("held", "Held in the margins of the IMRF.")


@pytest.mark.parametrize(
    ("status", "step", "becomes"),
    [
        (MeetingStatus.AGENDA_OPEN, "return-to-plan", "planned"),
        (MeetingStatus.AGENDA_CIRCULATED, "reopen-agenda", "agenda_open"),
        (MeetingStatus.HELD, "undo-hold", "agenda_circulated"),
    ],
)
async def test_a_step_is_taken_back_with_a_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: MeetingStatus, step: str, becomes: str
) -> None:
    meeting = await make_meeting(session, status=status)
    path, headers = f"/meetings/{meeting.id}/{step}", world.headers("mar")

    without = await client.post(path, headers=headers)
    told = await client.post(path, json={"reason": "It was the wrong meeting."}, headers=headers)

    assert without.json()["errors"][0]["pointer"] == "/reason"
    assert (told.json()["status"], told.json()["status_reason"]) == (becomes, "It was the wrong meeting.")


async def test_a_step_that_the_state_does_not_allow_is_a_conflict(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.CLOSED)

    answer = await client.post(f"/meetings/{meeting.id}/open-agenda", headers=world.headers("mar"))

    assert answer.status_code == 409
    assert "closed" in answer.json()["detail"]


@pytest.mark.parametrize("step", ["open-agenda", "hold", "cancel"])
async def test_who_does_not_chair_takes_no_step(
    client: httpx.AsyncClient, world: World, session: AsyncSession, step: str
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.PLANNED)
    path, body = f"/meetings/{meeting.id}/{step}", {"reason": "Because."}

    answers = [await client.post(path, json=body, headers=world.headers(who)) for who in ("nobody", "ken", "bgd")]

    assert [answer.status_code for answer in answers] == [401, 403, 403]


async def test_a_postponed_meeting_gets_a_new_date_and_keeps_its_agenda(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.AGENDA_CIRCULATED)
    await make_agenda(session, meeting, "Opening")
    path, headers = f"/meetings/{meeting.id}", world.headers("slv")

    too_early = await client.post(f"{path}/reschedule", json={"starts_at": "2027-01-14T14:00:00Z"}, headers=headers)
    await client.post(f"{path}/postpone", json={"reason": "The building is closed."}, headers=headers)
    answer = await client.post(f"{path}/reschedule", json={"starts_at": "2027-01-14T14:00:00Z"}, headers=headers)

    assert too_early.status_code == 409
    moved = answer.json()
    assert (moved["status"], moved["starts_at"], moved["status_reason"]) == ("planned", "2027-01-14T14:00:00Z", "")
    assert len(moved["agenda_items"]) == 1


async def test_a_planned_meeting_is_deleted_and_any_other_cancelled(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    planned = await make_meeting(session, status=MeetingStatus.PLANNED)
    announced = await make_meeting(session)
    headers = world.headers("mar") | {"If-Match": '"1"'}

    deleted = await client.delete(f"/meetings/{planned.id}", headers=headers)
    kept = await client.delete(f"/meetings/{announced.id}", headers=headers)
    cancelled = await client.post(
        f"/meetings/{announced.id}/cancel", json={"reason": "No items."}, headers=world.headers("mar")
    )
    changed = await client.patch(
        f"/meetings/{announced.id}", json={"place": "Geneva"}, headers=world.headers("mar") | {"If-Match": "*"}
    )

    assert (deleted.status_code, kept.status_code) == (204, 409)
    assert cancelled.json()["status"] == "cancelled"
    assert changed.status_code == 409


async def test_a_stale_change_is_refused(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    path, headers = f"/meetings/{meeting.id}", world.headers("mar")

    without = await client.patch(path, json={"place": "Geneva"}, headers=headers)
    first = await client.patch(path, json={"place": "Geneva"}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"place": "Rabat"}, headers=headers | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, stale.status_code) == (428, 200, 412)
    assert (first.json()["place"], first.headers["etag"]) == ("Geneva", '"2"')


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("starts_at", "2026-12-15T09:00:00"),
        ("starts_at", "0001-01-01T00:00:00+14:00"),
        ("time_zone", "Mars/Olympus"),
        ("duration_minutes", 4),
        ("title", " "),
        ("link", "javascript:alert(1)"),
        ("languages", ["en", "xx"]),
        ("participants_count", -1),
        ("venue", "Rabat"),
    ],
)
async def test_what_is_wrong_is_named(client: httpx.AsyncClient, world: World, field: str, value: object) -> None:
    answer = await client.post("/meetings", json=PLAN | {field: value}, headers=world.headers("mar"))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"].startswith(f"/{field}")


async def test_an_unknown_filter_is_refused(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.get("/meetings?from_on=2026-01-01", headers=world.headers("ken"))

    assert answer.status_code == 422


async def test_a_list_costs_the_same_statements_whatever_its_size(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    async def cost_of(path: str) -> int:
        statements.clear()
        await client.get(path, headers=world.headers("ken"))
        return len(statements)

    meeting = await make_meeting(session)
    for_one = await cost_of("/meetings"), await cost_of(f"/meetings/{meeting.id}")
    for place in range(3):
        await make_agenda(session, await make_meeting(session), "Opening", "Closing")
        await make_item(session, meeting, world.champions["KEN"], title=f"Proposal {place}", leads=["KEN", "PRT"])
    for_many = await cost_of("/meetings"), await cost_of(f"/meetings/{meeting.id}")

    assert for_many == for_one
    assert for_one[1] - for_one[0] == 1, "The meeting, and its agenda items."


async def test_a_time_without_an_offset_is_on_the_clocks_of_the_meetings_zone(
    client: httpx.AsyncClient, world: World
) -> None:
    headers = world.headers("mar")
    plan = {"title": "Across the date line", "starts_at": "2026-12-15T23:30", "time_zone": "Pacific/Auckland"}

    made = (await client.post("/meetings", json=plan, headers=headers)).json()
    moved = await client.patch(
        f"/meetings/{made['id']}",
        json={"starts_at": "2026-12-16T00:15", "agenda_closes_at": "2026-12-14T18:00"},
        headers=headers | {"If-Match": '"1"'},
    )

    assert made["starts_at"] == "2026-12-15T10:30:00Z"
    assert moved.status_code == 200, moved.text
    assert (moved.json()["starts_at"], moved.json()["agenda_closes_at"]) == (
        "2026-12-15T11:15:00Z",
        "2026-12-14T05:00:00Z",
    )


@pytest.mark.parametrize(
    ("fields", "pointer", "code"),
    [
        ({"starts_at": "2027-03-14T02:30", "time_zone": "America/New_York"}, "/starts_at", "skipped_local_time"),
        ({"starts_at": "2026-11-01T01:30", "time_zone": "America/New_York"}, "/starts_at", "doubled_local_time"),
        (
            {"starts_at": "2027-03-29T09:00", "agenda_closes_at": "2027-03-28T02:30", "time_zone": "Europe/Zurich"},
            "/agenda_closes_at",
            "skipped_local_time",
        ),
        ({"starts_at": "2026-12-15", "time_zone": "Europe/Zurich"}, "/starts_at", "hour_missing"),
        ({"starts_at": "2026-12-15T09:00", "time_zone": "Europe/Nowhere"}, "/time_zone", "unknown_time_zone"),
    ],
)
async def test_impossible_times_and_zones_are_refused_beside_their_field(
    client: httpx.AsyncClient, world: World, fields: dict[str, str], pointer: str, code: str
) -> None:
    answer = await client.post("/meetings", json={"title": "Night watch"} | fields, headers=world.headers("mar"))

    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]
    assert not (await client.get("/meetings?q=Night", headers=world.headers("mar"))).json()["items"]
