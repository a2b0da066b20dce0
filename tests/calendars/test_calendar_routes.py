"""The entry of a meeting, and a private feed with what its holder may see at that moment."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
import vobject
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from api.platform.language import Language
from tests.conftest import NOW
from tests.factories.actionitems import make_action_item
from tests.factories.consultations import CLOSED, OPENED, make_answer, make_consultation
from tests.factories.datepolls import OPENED as POLL_OPENED
from tests.factories.datepolls import make_date_poll
from tests.factories.invitations import make_invited_meeting
from tests.factories.meetings import make_meeting
from tests.factories.processes import make_deadline, make_process
from tests.factories.statements import make_silence, make_statement
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


def events(text: str) -> dict[str, Any]:
    return {event.summary.value: event for event in getattr(vobject.readOne(text), "vevent_list", [])}


@pytest.fixture
async def feeds(app: FastAPI) -> Any:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def address(client: httpx.AsyncClient, world: World, who: str) -> str:
    made = await client.post("/me/calendar-feed", headers=world.headers(who))
    told: str = made.json()["address"]
    return told.removeprefix("http://127.0.0.1:8000")


async def test_the_entry_of_a_meeting_is_the_one_in_the_invitation(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_invited_meeting(session, time_zone="America/New_York")

    found = await client.get(f"/meetings/{meeting.id}/calendar.ics", headers=world.headers("ken"))

    assert found.headers["content-type"].startswith("text/calendar")
    event = events(found.text)["Quarterly technical meeting"]
    assert event.uid.value == f"meeting-{meeting.id}@champion-countries"
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 12, 10, 14, tzinfo=UTC)


async def test_a_feed_shows_meetings_deadlines_and_processes(
    client: httpx.AsyncClient, feeds: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_meeting(session, agenda_closes_at=datetime(2026, 12, 3, 17, tzinfo=UTC))
    await make_meeting(session, title="Called off", status=MeetingStatus.CANCELLED)
    await make_process(session, "forum", title="Forum", starts_on=date(2027, 5, 4), ends_on=date(2027, 5, 6))
    plan = await make_workplan(session)
    await make_item(session, plan, lead=world.champions["KEN"], title="Six calls", due_on=date(2026, 12, 20))
    await make_item(session, plan, lead=world.champions["PRT"], title="Not ours", due_on=date(2026, 12, 20))

    found = await feeds.get(await address(client, world, "ken"))

    shown = events(found.text)
    assert set(shown) == {
        "Quarterly technical meeting",
        "Called off",
        "Deadline: proposals for Quarterly technical meeting",
        "Forum",
        "Due: Six calls",
    }
    assert shown["Called off"].status.value == "CANCELLED"
    assert shown["Forum"].dtend.value == date(2027, 5, 7)


async def test_what_is_due_is_shown_to_those_who_are_to_do_it(
    client: httpx.AsyncClient, feeds: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_consultation(session, title="Begin earlier?", **OPENED)
    await make_answer(session, asked, world.champions["KEN"])
    await make_consultation(session, title="A draft")
    await make_consultation(session, title="Over", **CLOSED)
    poll = await make_date_poll(session, **POLL_OPENED)
    kenya, due_on = world.champions["KEN"], date(2026, 12, 15)
    listed = await make_action_item(session, kenya, title="Circulate a list", due_on=due_on)
    await make_action_item(session, kenya, title="Done", due_on=due_on, status="done", closed_at=NOW)
    await make_action_item(session, kenya, title="Whenever", due_on=None)
    await make_action_item(session, None, title="Book the room", due_on=due_on)
    forum = await make_process(session, "forum", title="Forum", starts_on=date(2020, 5, 4), ends_on=date(2020, 5, 4))
    inputs = await make_deadline(session, forum, title="Inputs", due_at=NOW + timedelta(days=9), is_internal=True)
    silence = await make_silence(session, await make_statement(session, title="Under silence"))
    adopted = await make_statement(
        session, title="Adopted", adopted_at=NOW, sign_on_until=NOW + timedelta(days=3), adopted_number=1
    )
    await make_deadline(session, forum, title="Speakers", due_on=due_on, met_on=date(2026, 11, 2))

    shown = {
        who: events((await feeds.get(await address(client, world, who))).text)
        for who in ("ken", "prt", "secretariat", "observer")
    }

    asked_of_all = {
        "Answers until: Begin earlier?",
        "Which dates suit you? Technical meeting",
        "Due: Inputs · Forum",
        "Silence ends: Under silence",
        "Sign-on ends: Adopted",
    }
    assert set(shown["ken"]) == asked_of_all | {"Action due: Circulate a list"}
    assert set(shown["prt"]) == asked_of_all
    assert set(shown["secretariat"]) == asked_of_all | {"Action due: Book the room"}
    assert shown["observer"] == {}
    until, action = shown["ken"]["Answers until: Begin earlier?"], shown["ken"]["Action due: Circulate a list"]
    assert shown["prt"]["Due: Inputs · Forum"].dtend.value == inputs.due_at
    assert until.dtend.value == asked.deadline_at
    assert shown["ken"]["Silence ends: Under silence"].dtend.value == silence.until_at
    assert shown["ken"]["Sign-on ends: Adopted"].dtend.value == adopted.sign_on_until
    assert until.uid.value == f"consultation-{asked.id}@champion-countries"
    assert shown["prt"]["Which dates suit you? Technical meeting"].dtend.value == poll.deadline_at
    assert (action.dtstart.value, action.dtend.value) == (due_on, date(2026, 12, 16))
    assert action.uid.value == f"action-item-{listed.id}@champion-countries"


async def test_a_feed_shows_what_its_holder_may_see_at_that_moment(
    client: httpx.AsyncClient, feeds: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    url = await address(client, world, "observer")
    await make_process(session, "forum", title="Forum")

    before = await feeds.get(url)
    meeting.is_shared_with_observers = True
    session.add(meeting)
    await session.commit()
    after = await feeds.get(url)

    assert set(events(before.text)) == {"Forum"}
    assert set(events(after.text)) == {"Forum", "Quarterly technical meeting"}


async def test_a_feed_is_read_again_only_when_it_changed_and_is_nobody_elses(
    client: httpx.AsyncClient, feeds: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_meeting(session)
    url = await address(client, world, "ken")

    first = await feeds.get(url)
    second = await feeds.get(url, headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "private, no-cache"
    assert second.status_code == 304


async def test_a_renewed_or_revoked_address_and_an_ended_account_show_nothing(
    client: httpx.AsyncClient, feeds: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_meeting(session)
    first = await address(client, world, "ken")
    second = await address(client, world, "ken")
    after_renewal = [(await feeds.get(url)).status_code for url in (first, second)]
    made = await client.get("/me/calendar-feed", headers=world.headers("ken"))
    await client.delete("/me/calendar-feed", headers=world.headers("ken"))
    after_revocation = (await feeds.get(second)).status_code
    third = await address(client, world, "prt")
    world.people["prt"].ended_at = NOW
    session.add(world.people["prt"])
    await session.commit()

    assert after_renewal == [404, 200]
    assert made.json() == {"made_at": "2026-11-24T09:00:00Z"}
    assert after_revocation == 404
    assert (await feeds.get(third)).status_code == 404
    assert (await feeds.get("/calendars/unknown.ics")).status_code == 404


async def test_a_feed_speaks_the_language_of_its_holder(
    client: httpx.AsyncClient, feeds: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    world.people["ken"].language = Language.ARABIC
    session.add(world.people["ken"])
    await make_meeting(session, agenda_closes_at=datetime(2026, 12, 3, 17, tzinfo=UTC))

    found = await feeds.get(await address(client, world, "ken"))

    assert "آخر موعد للمقترحات: Quarterly technical meeting" in events(found.text)
