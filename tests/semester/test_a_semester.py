"""A semester of two co-chairs, from taking over to handing over, as their delegates and a scripted client live it."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
import vobject
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.notifications.models import Mail
from api.platform import clock
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

STARTS_AT = datetime(2027, 3, 18, 14, tzinfo=UTC)


class Semester:
    """The Initiative's clock and the people who act; each call must succeed unless ``expects`` says otherwise."""

    def __init__(self, client: httpx.AsyncClient, world: World) -> None:
        self._client = client
        self._world = world

    async def does(self, who: str, method: str, path: str, *, expects: int | None = None, **body: Any) -> Any:
        headers = self._world.headers(who) | ({"If-Match": "*"} if method in {"PUT", "PATCH"} else {})
        answer = await self._client.request(method, path, json=body or None, headers=headers)
        assert answer.status_code == expects if expects else answer.is_success, (who, path, answer.text)
        return answer.json() if answer.content else None

    async def changes(self, who: str, method: str, path: str, **body: Any) -> Any:
        """Change a record as it was just read."""
        read = await self._client.get(path, headers=self._world.headers(who))
        assert read.is_success, (who, path, read.text)
        headers = self._world.headers(who) | {"If-Match": read.headers["etag"]}
        answer = await self._client.request(method, path, json=body, headers=headers)
        assert answer.is_success, (who, path, answer.text)
        return answer.json()


async def test_a_pair_runs_its_semester_and_hands_over(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    semester = Semester(client, world)
    does, changes = semester.does, semester.changes
    meeting = await _the_term_begins(does)
    first, second = await _the_agenda_is_made(does, meeting)
    await _everybody_is_invited(does, session, meeting)
    await _the_meeting_is_held_in_the_room(does, meeting, first)
    action = await _the_minutes_say_what_came_of_it(does, changes, meeting, first)
    await _the_workplan_is_reviewed(does, world, session, meeting)
    await _the_pair_hands_over(does, changes, meeting, action)
    assert second != first


async def _the_term_begins(does: Any) -> str:
    plan = {"title": "Quarterly technical meeting", "starts_at": STARTS_AT.isoformat(), "duration_minutes": 90}
    await does("bgd", "POST", "/meetings", expects=403, **plan)

    clock.set_to(datetime(2026, 12, 23, tzinfo=UTC))
    meeting = await does("bgd", "POST", "/meetings", **plan)
    await does("mar", "POST", "/meetings", expects=403, **plan)
    await does("lux", "POST", f"/meetings/{meeting['id']}/open-agenda")
    return str(meeting["id"])


async def _the_agenda_is_made(does: Any, meeting: str) -> tuple[str, str]:
    proposals = f"/meetings/{meeting}/agenda-proposals"
    missing = await does("ken", "POST", proposals, title="Missing migrants", minutes=40)
    consular = await does("prt", "POST", proposals, title="Consular data", minutes=30)
    declined = await does("slv", "POST", proposals, title="A song", minutes=5)
    await does("mar", "PUT", f"{proposals}/{missing['id']}/support")
    await does("ken", "POST", f"{proposals}/{missing['id']}/accept", expects=403)

    await does("bgd", "POST", f"{proposals}/{missing['id']}/accept")
    await does("lux", "POST", f"{proposals}/{consular['id']}/accept")
    await does("lux", "POST", f"{proposals}/{declined['id']}/decline", reason="Another time.")
    await does("bgd", "POST", f"/meetings/{meeting}/circulate-agenda")

    agenda = (await does("ken", "GET", f"/meetings/{meeting}"))["agenda_items"]
    accepted = [item["title"] for item in agenda if item["status"] == "accepted"]
    assert accepted == ["Missing migrants", "Consular data"]
    return missing["id"], consular["id"]


async def _everybody_is_invited(does: Any, session: AsyncSession, meeting: str) -> None:
    calendars = select(Mail.calendar).where(col(Mail.calendar).is_not(None))
    assert (await session.exec(calendars)).all() == []

    await does("bgd", "POST", f"/meetings/{meeting}/invite")
    await does("ken", "PUT", f"/meetings/{meeting}/attendance/me", answer="accepted", delegates=["Wanjiru Otieno"])
    await does("prt", "PUT", f"/meetings/{meeting}/attendance/me", answer="declined", note="Elections.")

    sent = (await session.exec(calendars)).all()
    entries = [vobject.readOne(text) for text in sent if text]
    assert len(entries) >= len(world_of_readers(entries))
    for entry in entries:
        assert entry.method.value == "REQUEST"
        assert entry.vevent.dtstart.value.astimezone(UTC) == STARTS_AT


def world_of_readers(entries: list[Any]) -> set[str]:
    """The addresses to which an entry went: at least one of each of six champions and the secretariat."""
    readers = {attendee.value for entry in entries for attendee in entry.vevent.attendee_list}
    assert len(readers) >= 7
    return readers


async def _the_meeting_is_held_in_the_room(does: Any, meeting: str, first: str) -> None:
    clock.set_to(STARTS_AT)
    await does("bgd", "POST", f"/meetings/{meeting}/room/open")
    assert first in str(await does("ken", "GET", f"/meetings/{meeting}/room"))
    speaker = await does("ken", "POST", f"/meetings/{meeting}/speakers")
    seen = await does("mar", "GET", f"/meetings/{meeting}/room")
    assert "KEN" in str(seen["speakers"])
    assert speaker

    await does("bgd", "POST", f"/meetings/{meeting}/room/end")
    await does("bgd", "PUT", f"/meetings/{meeting}/attendance/KEN/presence", was_present=True)
    await does("bgd", "POST", f"/meetings/{meeting}/hold")


async def _the_minutes_say_what_came_of_it(does: Any, changes: Any, meeting: str, first: str) -> str:
    item = f"/meetings/{meeting}/minutes/{first}"
    await changes("lux", "PATCH", item, text="@KEN told of three calls.")
    decision = await does("lux", "POST", f"/meetings/{meeting}/decisions", text="Share the data.", agenda_item_id=first)
    action = await does(
        "lux",
        "POST",
        "/action-items",
        title="Draft the note",
        owner="KEN",
        due_on="2027-07-15",
        decision_id=decision["id"],
    )
    await does("lux", "POST", f"/meetings/{meeting}/circulate-minutes")
    correction = await does(
        "prt", "POST", f"{item}/corrections", text="A champion told of four calls.", why="Four it was."
    )
    await does("bgd", "POST", f"{item}/corrections/{correction['id']}/take")
    clock.set_to(datetime(2027, 5, 3, 9, tzinfo=UTC))
    await does("lux", "POST", f"/meetings/{meeting}/minutes/adopt")

    assert (await does("ken", "GET", f"/meetings/{meeting}"))["status"] == "closed"
    assert "four calls" in (await does("ken", "GET", item))["text"]
    return str(action["id"])


async def _the_workplan_is_reviewed(does: Any, world: World, session: AsyncSession, meeting: str) -> None:
    plan = await make_workplan(session)
    await make_item(session, plan, lead=world.champions["KEN"])

    await does("bgd", "POST", f"/workplans/{plan.id}/reviews", meeting_id=meeting)

    assert len((await does("ken", "GET", f"/workplans/{plan.id}/reviews"))["items"]) == 1


async def _the_pair_hands_over(does: Any, changes: Any, meeting: str, action: str) -> None:
    proposed = await does("secretariat", "POST", "/cochair-terms/proposals", **{"from": "2027-06-23", "terms": 1})
    pair = [champion["iso3"] for champion in proposed["items"][0]["champions"]]
    assert not {"BGD", "LUX"} & set(pair)
    planned = await does("secretariat", "POST", "/cochair-terms", champions=pair, starts_on="2027-06-23")
    ending = next(t for t in (await does("bgd", "GET", "/cochair-terms"))["items"] if t["starts_on"] == "2026-12-23")
    brief = f"/cochair-terms/{ending['id']}/handover-brief"
    incoming = pair[0].lower()
    await does(incoming, "GET", brief, expects=404)

    clock.set_to(datetime(2027, 5, 24, tzinfo=UTC))
    told = str(await does(incoming, "GET", brief))
    assert "Draft the note" in told
    assert "Share the data." in told

    clock.set_to(datetime(2027, 6, 22, 23, 59, 59, tzinfo=UTC))
    await changes("bgd", "PATCH", f"/meetings/{meeting}", place="Dhaka")
    clock.set_to(datetime(2027, 6, 23, tzinfo=UTC))
    await does("bgd", "POST", "/meetings", expects=403, title="One more", starts_at="2027-09-01T14:00:00Z")
    await does(incoming, "POST", "/meetings", title="Quarterly technical meeting", starts_at="2027-09-16T14:00:00Z")
    current = await does("nobody", "GET", "/cochair-terms/current")
    assert planned["id"] in str(current)
    assert action
