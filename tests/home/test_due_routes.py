"""What waits for each of those who open the home page."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.attendance.models import Answer
from api.meetings.models import MeetingStatus
from api.practices.models import PracticeStatus
from api.workplan.models import WorkplanItemStatus, WorkplanStatus
from tests.conftest import NOW
from tests.factories.activities import make_activity
from tests.factories.invitations import make_answer
from tests.factories.meetings import make_item as make_agenda_item
from tests.factories.meetings import make_meeting
from tests.factories.practices import make_practice
from tests.factories.workplan import make_item, make_update, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def _due(client: httpx.AsyncClient, world: World, who: str) -> list[dict[str, Any]]:
    answer = await client.get("/me/due", headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def _kinds(client: httpx.AsyncClient, world: World, who: str) -> list[str]:
    return [item["kind"] for item in await _due(client, world, who)]


async def test_what_is_due_is_for_those_who_signed_in(client: httpx.AsyncClient, world: World) -> None:
    assert (await client.get("/me/due")).status_code == 401
    assert await _due(client, world, "observer") == []


async def test_co_chairs_decide_proposals_and_prepare_the_meeting_others_do_not(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    closes_at = datetime(2026, 12, 3, 14, tzinfo=UTC)
    meeting = await make_meeting(session, agenda_closes_at=closes_at)
    await make_agenda_item(session, meeting, world.champions["KEN"])
    await make_agenda_item(session, meeting, world.champions["BGD"])

    of_chair = await _due(client, world, "mar")
    of_past_chair = await _kinds(client, world, "ken")

    decide, open_agenda, prepare = of_chair
    assert [decide["kind"], decide["count"], decide["id"]] == ["agenda_proposals_to_decide", 2, str(meeting.id)]
    assert decide["due_at"] == "2026-12-03T14:00:00Z"
    assert [open_agenda["kind"], prepare["kind"]] == ["agenda_open_for_proposals", "meeting_to_prepare"]
    assert of_past_chair == []


async def test_an_open_agenda_calls_for_proposals_until_it_closes(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_meeting(session, agenda_closes_at=NOW + timedelta(hours=1))
    await make_meeting(session, agenda_closes_at=NOW - timedelta(hours=1))

    assert await _kinds(client, world, "ken") == ["agenda_open_for_proposals"]


async def test_a_meeting_whose_day_has_passed_waits_for_its_conclusion(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_meeting(session, status=MeetingStatus.AGENDA_CIRCULATED, starts_at=NOW - timedelta(days=3))

    [due] = await _due(client, world, "slv")

    assert (due["kind"], due["days_late"]) == ("meeting_to_conclude", 3)
    assert await _due(client, world, "ken") == []


async def test_co_chairs_see_every_late_item_and_a_focal_point_its_own(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session)
    ken, bgd = world.champions["KEN"], world.champions["BGD"]
    await make_item(session, plan, lead=ken, title="Soon", due_on=date(2026, 12, 1))
    await make_item(session, plan, lead=bgd, title="Late", due_on=date(2026, 11, 12))
    await make_item(session, plan, lead=ken, title="Far", due_on=date(2027, 6, 1))
    await make_item(session, plan, lead=bgd, title="Done", due_on=date(2026, 10, 1), status=WorkplanItemStatus.DONE)

    of_chair = await _due(client, world, "mar")

    assert [(item["title"], item["days_late"]) for item in of_chair] == [("Late", 12), ("Soon", 0)]
    assert of_chair[0]["champion"]["iso3"] == "BGD"
    assert [item["title"] for item in await _due(client, world, "ken")] == ["Soon"]
    assert "Soon" not in [item["title"] for item in await _due(client, world, "secretariat")]
    assert "Late" in [item["title"] for item in await _due(client, world, "secretariat")]


async def test_nothing_is_due_from_a_plan_that_is_only_a_draft(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session, status=WorkplanStatus.DRAFT)
    await make_item(session, plan, lead=world.champions["KEN"], due_on=date(2026, 11, 1))

    assert await _due(client, world, "mar") == []


async def test_an_item_under_way_without_news_for_two_months_asks_its_lead_for_an_update(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session)
    far: dict[str, Any] = {"due_on": date(2027, 6, 1), "lead": world.champions["KEN"]}
    await make_item(session, plan, title="Silent", starts_on=date(2026, 8, 1), **far)
    await make_item(session, plan, title="Just begun", starts_on=date(2026, 11, 1), **far)

    assert [(item["kind"], item["title"]) for item in await _due(client, world, "ken")] == [
        ("workplan_item_without_update", "Silent")
    ]
    assert await _due(client, world, "prt") == []


async def test_before_a_meeting_leads_are_asked_how_their_items_stand_until_they_tell(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan, ken = await make_workplan(session), world.champions["KEN"]
    meeting = await make_meeting(session, starts_at=NOW + timedelta(days=13), status=MeetingStatus.AGENDA_CIRCULATED)
    item = await make_item(session, plan, title="Calls", lead=ken, starts_on=date(2026, 11, 1))
    await make_item(session, plan, title="Later", lead=ken, starts_on=date(2027, 2, 1))

    asked = [one for one in await _due(client, world, "ken") if one["kind"] == "workplan_update_asked"]
    others = await _kinds(client, world, "prt")
    await make_update(session, item, ken, reported_at=NOW)

    assert [(one["title"], one["due_at"][:10]) for one in asked] == [("Calls", meeting.starts_at.date().isoformat())]
    assert "workplan_update_asked" not in others
    assert "workplan_update_asked" not in await _kinds(client, world, "ken")


async def test_a_champion_sees_its_drafts_and_what_the_review_asks(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["KEN"])
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.CHANGES_REQUESTED)
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    assert sorted(await _kinds(client, world, "ken")) == ["practice_changes_requested", "practice_draft"]
    assert await _due(client, world, "prt") == []


async def test_the_secretariat_sees_what_waits_in_review_the_longest_waiting_first(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_meeting(session, status=MeetingStatus.PLANNED, starts_at=datetime(2027, 2, 10, 14, tzinfo=UTC))
    for days, status in ((2, PracticeStatus.SUBMITTED), (9, PracticeStatus.UNDER_REVIEW), (5, PracticeStatus.ACCEPTED)):
        before = NOW - timedelta(days=days)
        await make_practice(session, world.champions["KEN"], status=status, submitted_at=before, updated_at=before)
    await make_practice(session, world.champions["KEN"])

    assert await _kinds(client, world, "secretariat") == [
        "practice_under_review",
        "practice_to_publish",
        "practice_submitted",
    ]


async def test_a_lead_reports_what_it_held_and_is_reminded_of_what_begins(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    await make_activity(session, ken, title="Begins", starts_on=date(2026, 12, 1))
    await make_activity(session, ken, title="Was", status=ActivityStatus.HELD, starts_on=date(2026, 11, 1))
    await make_activity(session, ken, title="Far", starts_on=date(2027, 3, 1))
    await make_activity(session, ken, title="Long ago", status=ActivityStatus.HELD, starts_on=date(2022, 2, 1))
    await make_activity(session, ken, title="Told", status=ActivityStatus.REPORTED, starts_on=date(2026, 10, 1))

    due = await _due(client, world, "ken")

    assert [(item["kind"], item["title"]) for item in due] == [
        ("activity_soon", "Begins"),
        ("activity_to_report", "Was"),
    ]
    assert await _due(client, world, "prt") == []


async def test_the_secretariat_hears_of_a_term_without_successor_and_a_quarter_without_meeting(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    before = await _kinds(client, world, "secretariat")
    await session.delete(world.terms["incoming"])
    await session.commit()

    after = await _due(client, world, "secretariat")

    assert before == ["quarter_without_meeting"]
    assert [(item["kind"], item["due_on"]) for item in after] == [
        ("term_without_successor", "2026-12-23"),
        ("quarter_without_meeting", "2027-01-01"),
    ]


@pytest.mark.parametrize("who", ["mar", "ken", "secretariat"])
async def test_what_is_due_costs_the_same_however_much_there_is(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str], who: str
) -> None:
    statements.clear()
    await _due(client, world, who)
    of_nothing = len(statements)
    plan = await make_workplan(session)
    for number in range(5):
        await make_item(session, plan, lead=world.champions["KEN"], due_on=date(2026, 11, 1 + number))
        await make_practice(session, world.champions["KEN"])
        await make_agenda_item(session, await make_meeting(session), world.champions["PRT"])

    statements.clear()
    await _due(client, world, who)

    assert len(statements) == of_nothing <= 15


async def test_an_invitation_waits_until_ones_champion_has_answered_to_its_present_time(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, invited_at=NOW)

    async def waits(who: str) -> bool:
        due = await client.get("/me/due", headers=world.headers(who))
        return "invitation_to_answer" in [item["kind"] for item in due.json()["items"]]

    before = await waits("ken")
    await make_answer(session, meeting, world.champions["KEN"].id, Answer.DECLINED)
    answered = await waits("ken")
    meeting.starts_at += timedelta(days=1)
    session.add(meeting)
    await session.commit()

    assert (before, answered, await waits("ken"), await waits("secretariat")) == (True, False, True, False)
