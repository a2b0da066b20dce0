"""What others did since one was last here, as far as one may see it."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from tests.conftest import NOW
from tests.factories.activities import make_activity
from tests.factories.meetings import make_meeting
from tests.factories.practices import make_practice
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

SINCE = (NOW - timedelta(days=3)).isoformat()


async def _news(client: httpx.AsyncClient, world: World, who: str, since: str | None = SINCE) -> list[dict[str, Any]]:
    answer = await client.get("/me/news", params={"since": since} if since else {}, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def _told(client: httpx.AsyncClient, world: World, who: str) -> list[tuple[str, str]]:
    return [(item["kind"], item["title"]) for item in await _news(client, world, who)]


async def test_news_are_for_those_who_signed_in(client: httpx.AsyncClient, world: World) -> None:
    assert (await client.get("/me/news")).status_code == 401


async def test_a_newly_published_practice_is_news_to_all_but_its_own_champion(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, title="New")
    old = NOW - timedelta(days=10)
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, title="Old", published_at=old)
    await make_practice(session, world.champions["KEN"], title="Draft")

    told = await _news(client, world, "prt")

    assert [(item["kind"], item["title"]) for item in told] == [("practice_published", "New")]
    assert told[0]["champion"]["iso3"] == "KEN"
    assert told[0]["objectives"] == [3, 6]
    assert await _news(client, world, "ken") == []


async def test_members_only_news_are_not_told_to_observers(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    await make_practice(session, ken, status=PracticeStatus.PUBLISHED, title="Members", visibility=Visibility.MEMBERS)
    await make_activity(session, ken, title="Private", visibility=Visibility.PRIVATE)
    await make_activity(session, ken, title="Public", is_open_for_partners=True)
    await make_meeting(session)
    plan = await make_workplan(session)
    await make_item(session, plan, lead=ken)

    assert await _told(client, world, "observer") == [("activity_open_for_partners", "Public")]
    assert sorted(await _told(client, world, "prt")) == [
        ("activity_open_for_partners", "Public"),
        ("meeting_scheduled", "Quarterly technical meeting"),
        ("practice_published", "Members"),
    ]
    assert ("activity_announced", "Private") in await _told(client, world, "secretariat")


async def test_progress_on_the_workplan_is_told_with_its_first_words(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session)
    item = await make_item(session, plan, lead=world.champions["KEN"], due_on=date(2027, 1, 1))
    reported = await client.post(
        f"/workplan-items/{item.id}/updates",
        json={"text": "Two calls held.", "status": "at_risk"},
        headers=world.headers("ken"),
    )

    [told] = await _news(client, world, "prt")

    assert reported.status_code == 201, reported.text
    assert (told["kind"], told["id"], told["excerpt"]) == ("workplan_progress", str(item.id), "Two calls held.")
    assert (told["status"], told["champion"]["iso3"]) == ("at_risk", "KEN")
    assert await _news(client, world, "ken") == []


async def test_an_agenda_that_is_opened_and_circulated_is_news_to_others(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    before = NOW - timedelta(days=9)
    meeting = await make_meeting(session, status=MeetingStatus.PLANNED, created_at=before)
    path, headers = f"/meetings/{meeting.id}", world.headers("mar")
    opened = await client.post(f"{path}/open-agenda", headers=headers)
    circulated = await client.post(f"{path}/circulate-agenda", headers=headers)

    told = await _told(client, world, "ken")

    assert (opened.status_code, circulated.status_code) == (200, 200), circulated.text
    assert sorted(kind for kind, _ in told) == ["agenda_circulated", "agenda_opened"]
    assert await _told(client, world, "mar") == []
    assert await _told(client, world, "observer") == []


async def test_an_activity_opened_for_partners_later_is_news(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    before = NOW - timedelta(days=9)
    activity = await make_activity(session, world.champions["KEN"], created_at=before, starts_on=date(2027, 1, 9))
    changed = await client.patch(
        f"/activities/{activity.id}",
        json={"is_open_for_partners": True},
        headers=world.headers("ken") | {"If-Match": '"1"'},
    )

    assert changed.status_code == 200, changed.text
    assert [kind for kind, _ in await _told(client, world, "prt")] == ["activity_open_for_partners"]


async def test_what_is_taken_over_from_a_public_source_is_no_news(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_activity(session, world.champions["KEN"], source="Public sources", starts_on=date(2022, 2, 1))

    assert await _news(client, world, "prt") == []


async def test_what_was_seen_is_no_news_at_the_next_visit_but_stays_for_this_one(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(
        session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, published_at=NOW - timedelta(hours=1)
    )
    first = await _news(client, world, "prt", since=None)

    seen = await client.post("/me/seen", headers=world.headers("prt"))

    assert seen.status_code == 204
    assert await _news(client, world, "prt", since=None) == []
    assert await _news(client, world, "prt") == first != []


@pytest.mark.parametrize("since", ["yesterday", "2026-11-20T08:00:00", "now&colour=red"])
async def test_a_malformed_since_is_refused(client: httpx.AsyncClient, world: World, since: str) -> None:
    answer = await client.get(f"/me/news?since={since}", headers=world.headers("prt"))

    assert answer.status_code == 422
    assert answer.json()["errors"]


async def test_news_cost_one_statement(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    for _ in range(4):
        await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
        await make_activity(session, world.champions["KEN"])
    statements.clear()

    await _news(client, world, "prt")

    assert len(statements) == 2, "the caller, and the news"
