"""Minutes over HTTP: written by item, every version kept, circulated, adopted, locked."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock
from tests.factories.cochairs import make_term
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.minutes import make_circulated_meeting, make_correction, make_text
from tests.factories.world import World

pytestmark = pytest.mark.anyio

HELD_AT = datetime(2026, 11, 10, 14, tzinfo=UTC)
NOTED = "@KEN presented the pilot. The meeting noted it."


@pytest.fixture
async def held(session: AsyncSession, world: World) -> Meeting:
    return await make_meeting(session, status=MeetingStatus.HELD, starts_at=HELD_AT)


async def write(client: httpx.AsyncClient, address: str, headers: dict[str, str], *texts: str) -> dict[str, Any]:
    answer = httpx.Response(404)
    for text in texts:
        answer = await client.patch(address, json={"text": text}, headers=headers | {"If-Match": "*"})
    return dict(answer.raise_for_status().json())


async def test_the_public_gets_no_minutes(client: httpx.AsyncClient, held: Meeting) -> None:
    assert (await client.get(f"/meetings/{held.id}/minutes")).status_code == 401


async def test_a_focal_point_does_not_write_minutes(
    client: httpx.AsyncClient, session: AsyncSession, world: World, held: Meeting
) -> None:
    item, *_ = await make_agenda(session, held, "Missing migrants")

    answer = await client.patch(
        f"/meetings/{held.id}/minutes/{item.id}",
        json={"text": "Mine."},
        headers=world.headers("ken") | {"If-Match": "*"},
    )

    assert answer.status_code == 403


async def test_every_saved_version_is_kept_and_can_be_restored(
    client: httpx.AsyncClient, session: AsyncSession, world: World, held: Meeting
) -> None:
    item, *_ = await make_agenda(session, held, "Missing migrants")
    address, headers = f"/meetings/{held.id}/minutes/{item.id}", world.headers("mar")
    await write(client, address, headers, "First.", "Second.", "Third.")

    restored = (await client.post(f"{address}/versions/1/restore", headers=headers)).json()

    versions = (await client.get(f"{address}/versions", headers=headers)).json()["items"]
    assert restored["text"] == "First."
    assert [(version["number"], version["text"], version["origin"]) for version in versions] == [
        (4, "First.", "restored"),
        (3, "Third.", "written"),
        (2, "Second.", "written"),
        (1, "First.", "written"),
    ]


async def test_two_people_do_not_overwrite_each_other(
    client: httpx.AsyncClient, session: AsyncSession, world: World, held: Meeting
) -> None:
    item, *_ = await make_agenda(session, held, "Missing migrants")
    address, headers = f"/meetings/{held.id}/minutes/{item.id}", world.headers("mar")
    read = await client.get(address, headers=headers)
    unseen = {"If-Match": read.headers["ETag"]}
    await client.patch(address, json={"text": "Mine."}, headers=headers | unseen)

    late = await client.patch(address, json={"text": "Yours."}, headers=world.headers("slv") | unseen)
    untold = await client.patch(address, json={"text": "Yours."}, headers=world.headers("slv"))

    assert (late.status_code, untold.status_code) == (412, 428)
    assert (await client.get(address, headers=headers)).json()["text"] == "Mine."


async def test_who_spoke_is_told_only_to_those_who_write_unless_the_champion_asks(
    client: httpx.AsyncClient, session: AsyncSession, world: World, held: Meeting
) -> None:
    item, *_ = await make_agenda(session, held, "Missing migrants")
    await make_text(session, item, NOTED)
    address = f"/meetings/{held.id}/minutes/{item.id}"

    async def read_by(who: str) -> str:
        return str((await client.get(address, headers=world.headers(who))).json()["text"])

    assert (await read_by("slv"), await read_by("prt")) == (NOTED, NOTED.replace("@KEN", "@1"))
    asked = await client.put(f"{address}/attribution", json={"is_named": True}, headers=world.headers("ken"))
    assert asked.json()["named"] == ["KEN"]
    assert await read_by("prt") == NOTED


async def test_circulating_moves_the_meeting_and_adopting_closes_it(
    client: httpx.AsyncClient, session: AsyncSession, world: World, held: Meeting
) -> None:
    item, *_ = await make_agenda(session, held, "Missing migrants")
    await make_text(session, item, NOTED)
    address, headers = f"/meetings/{held.id}", world.headers("mar")

    circulated = await client.post(f"{address}/circulate-minutes", headers=headers)
    early = await client.post(f"{address}/minutes/adopt", headers=headers)
    clock.set_to(datetime(2026, 12, 9, tzinfo=UTC))
    headers = world.headers("mar")
    late = (await client.get(f"{address}/minutes", headers=headers)).json()
    adopted = await client.post(f"{address}/minutes/adopt", headers=headers)
    written = await client.patch(
        f"{address}/minutes/{item.id}", json={"text": "Other."}, headers=headers | {"If-Match": "*"}
    )

    assert circulated.json()["status"] == "minutes_circulated"
    assert early.status_code == 422
    assert early.json()["errors"][0]["pointer"] == "/reason"
    assert (late["status"], late["takes_corrections"], late["asks_reason"]) == ("circulated", False, [])
    assert (adopted.json()["status"], adopted.json()["is_locked"]) == ("adopted", True)
    assert (await client.get(address, headers=headers)).json()["status"] == "closed"
    assert written.status_code == 409


async def test_a_meeting_is_not_closed_over_a_correction_that_waits(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    meeting = await make_circulated_meeting(session)
    item, *_ = await make_agenda(session, meeting, "Missing migrants")
    await make_text(session, item, NOTED)
    await make_correction(session, item, world.champions["KEN"])

    answer = await client.post(
        f"/meetings/{meeting.id}/close", json={"reason": "It is late."}, headers=world.headers("mar")
    )

    assert answer.status_code == 409


async def test_a_deadline_in_the_past_is_refused_beside_its_field(
    client: httpx.AsyncClient, world: World, held: Meeting
) -> None:
    answer = await client.post(
        f"/meetings/{held.id}/circulate-minutes",
        json={"corrections_until": "2026-11-01T00:00:00Z"},
        headers=world.headers("mar"),
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/corrections_until"


async def test_the_deadline_can_be_moved_while_the_minutes_are_out(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    meeting = await make_circulated_meeting(session)

    moved = await client.patch(
        f"/meetings/{meeting.id}/minutes",
        json={"corrections_until": "2026-12-20T17:00:00Z"},
        headers=world.headers("mar") | {"If-Match": '"1"'},
    )

    assert moved.json()["corrections_until"] == "2026-12-20T17:00:00Z"


async def test_observers_read_what_is_shared_once_it_is_adopted(
    client: httpx.AsyncClient, session: AsyncSession, world: World, held: Meeting
) -> None:
    item, *_ = await make_agenda(session, held, "Missing migrants")
    await make_text(session, item, NOTED)
    address, observer = f"/meetings/{held.id}/minutes", world.headers("observer")
    held.is_shared_with_observers = True
    await session.commit()

    before = await client.get(address, headers=observer)
    held.status = MeetingStatus.CLOSED
    await session.commit()
    after = await client.get(address, headers=observer)

    assert before.status_code == 404
    assert after.json()["items"][0]["text"] == NOTED.replace("@KEN", "@1")
    assert after.json()["items"][0]["saved_by"] == ""
    assert (await client.get(f"{address}/{item.id}/versions", headers=observer)).status_code == 404


async def test_all_minutes_of_a_term_are_compiled(
    client: httpx.AsyncClient, session: AsyncSession, world: World, held: Meeting
) -> None:
    item, *_ = await make_agenda(session, held, "Missing migrants")
    await make_text(session, item, NOTED)
    await make_meeting(session, status=MeetingStatus.AGENDA_OPEN)
    later = await make_term(
        session, world.champions["KEN"], world.champions["PRT"], starts_on=datetime(2027, 6, 23, tzinfo=UTC).date()
    )

    of_term = await client.get(f"/cochair-terms/{world.terms['current'].id}/minutes", headers=world.headers("ken"))
    of_later = await client.get(f"/cochair-terms/{later.id}/minutes", headers=world.headers("ken"))

    assert [meeting["id"] for meeting in of_term.json()["meetings"]] == [str(held.id)]
    assert of_later.json()["meetings"] == []


async def test_minutes_of_a_term_take_a_fixed_number_of_statements(
    client: httpx.AsyncClient, session: AsyncSession, world: World, statements: list[str]
) -> None:
    async def asked() -> int:
        statements.clear()
        await client.get(f"/cochair-terms/{world.terms['current'].id}/minutes", headers=world.headers("ken"))
        return len(statements)

    async def add_meeting() -> None:
        meeting = await make_circulated_meeting(session)
        for item in await make_agenda(session, meeting, "One", "Two", "Three"):
            await make_text(session, item, NOTED)
            await make_correction(session, item, world.champions["KEN"])

    await add_meeting()
    of_one = await asked()
    await add_meeting()
    await add_meeting()

    assert await asked() == of_one <= 5
