"""Where the Initiative stands, as each may see it."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.meetings.models import MeetingStatus
from api.platform import clock
from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from api.workplan.models import WorkplanItemStatus, WorkplanStatus
from tests.factories.activities import make_activity, make_process
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.meetings import make_item as make_agenda_item
from tests.factories.practices import make_practice
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def _overview(client: httpx.AsyncClient, world: World, who: str) -> dict[str, Any]:
    answer = await client.get("/overview", headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    overview: dict[str, Any] = answer.json()
    return overview


async def test_an_empty_initiative_has_an_overview(client: httpx.AsyncClient) -> None:
    answer = await client.get("/overview")

    assert answer.status_code == 200
    assert answer.json()["figures"] == {"champions": 0, "published_practices": 0, "activities": 0}
    assert answer.json()["current_term"] is None


async def test_everyone_sees_the_co_chairs_now_and_next(client: httpx.AsyncClient, world: World) -> None:
    overview = await _overview(client, world, "nobody")

    assert [champion["iso3"] for champion in overview["current_term"]["champions"]] == ["MAR", "SLV"]
    assert [champion["iso3"] for champion in overview["next_term"]["champions"]] == ["BGD", "LUX"]
    assert overview["ahead"][0]["kind"] == "handover"
    assert overview["ahead"][0]["starts_on"] == "2026-12-23"


async def test_the_pair_changes_at_midnight(client: httpx.AsyncClient, world: World) -> None:
    clock.set_to(datetime(2026, 12, 23, tzinfo=UTC))

    overview = await _overview(client, world, "nobody")

    assert [champion["iso3"] for champion in overview["current_term"]["champions"]] == ["BGD", "LUX"]
    assert overview["next_term"] is None


async def test_the_next_meeting_is_for_members_and_for_observers_where_it_is_shared(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, agenda_closes_at=datetime(2026, 12, 3, 14, tzinfo=UTC))
    await make_agenda(session, meeting, "Opening", "Review")
    await make_agenda_item(session, meeting, world.champions["KEN"])
    await make_meeting(session, status=MeetingStatus.CANCELLED, starts_at=datetime(2026, 12, 1, 14, tzinfo=UTC))
    before = await _overview(client, world, "observer")
    meeting.is_shared_with_observers = True
    session.add(meeting)
    await session.commit()

    to_member, to_observer = [(await _overview(client, world, who))["next_meeting"] for who in ("ken", "observer")]

    assert before["next_meeting"] is None
    assert (await _overview(client, world, "nobody"))["next_meeting"] is None
    assert (to_member["id"], to_member["accepted_items"], to_member["open_proposals"]) == (str(meeting.id), 2, 1)
    assert to_observer["open_proposals"] == 0


async def test_figures_count_only_what_the_caller_may_see(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    await make_practice(session, ken, status=PracticeStatus.PUBLISHED, title="Public")
    await make_practice(session, ken, status=PracticeStatus.PUBLISHED, title="Members", visibility=Visibility.MEMBERS)
    await make_practice(session, ken, title="Draft")
    await make_activity(session, ken, visibility=Visibility.MEMBERS, starts_on=date(2027, 1, 1))
    await make_activity(session, ken, starts_on=date(2027, 1, 2))

    public, member = await _overview(client, world, "nobody"), await _overview(client, world, "prt")

    assert public["figures"] == {"champions": 6, "published_practices": 1, "activities": 1}
    assert member["figures"] == {"champions": 6, "published_practices": 2, "activities": 2}
    assert [practice["title"] for practice in public["latest_practices"]] == ["Public"]
    assert len(member["upcoming_activities"]) == 2


async def test_activities_to_come_are_neither_past_nor_cancelled(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    await make_activity(session, ken, title="Later", starts_on=date(2027, 2, 1))
    await make_activity(session, ken, title="Under way", starts_on=date(2026, 11, 1), ends_on=date(2026, 12, 1))
    await make_activity(session, ken, title="Past", starts_on=date(2026, 11, 1))
    await make_activity(session, ken, title="Off", starts_on=date(2027, 1, 1), status=ActivityStatus.CANCELLED)
    await make_process(session)

    overview = await _overview(client, world, "nobody")

    assert [activity["title"] for activity in overview["upcoming_activities"]] == ["Later", "Under way"]
    assert [ahead["kind"] for ahead in overview["ahead"]] == ["handover", "activity", "process"]


async def test_members_see_the_adopted_workplan_by_area_without_what_was_dropped(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session)
    await make_workplan(session, status=WorkplanStatus.DRAFT)
    for status in (WorkplanItemStatus.DONE, WorkplanItemStatus.AT_RISK, WorkplanItemStatus.DROPPED):
        await make_item(session, plan, status=status, due_on=date(2026, 11, 1), scope_of_work="dialogue")

    overview = await _overview(client, world, "ken")

    assert overview["workplan"]["id"] == str(plan.id)
    assert [area["items"] for area in overview["workplan"]["areas"]] == [0, 2, 0, 0]
    assert overview["workplan"]["areas"][1] == {
        "scope_of_work": "dialogue",
        "items": 2,
        "done": 1,
        "at_risk": 1,
        "overdue": 1,
    }
    assert (await _overview(client, world, "nobody"))["workplan"] is None
    assert (await _overview(client, world, "observer"))["workplan"] is None


async def test_the_overview_costs_a_fixed_number_of_statements(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    statements.clear()
    await _overview(client, world, "mar")
    of_little = len(statements)
    plan = await make_workplan(session)
    for _ in range(4):
        await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
        await make_item(session, plan)
        await make_activity(session, world.champions["KEN"], starts_on=date(2027, 1, 1))
        await make_meeting(session)

    statements.clear()
    await _overview(client, world, "mar")

    assert len(statements) == of_little <= 9


async def test_the_public_overview_may_be_cached(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.get("/overview")
    again = await client.get("/overview", headers={"If-None-Match": answer.headers["etag"]})

    assert answer.headers["cache-control"].startswith("public")
    assert again.status_code == 304
