"""Decisions over HTTP: numbered within the meeting, locked with its minutes, public where marked so."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from tests.factories.actionitems import make_action_item
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.minutes import make_decision
from tests.factories.workplan import make_item as make_workplan_item
from tests.factories.workplan import make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

HELD_AT = datetime(2026, 11, 10, 14, tzinfo=UTC)
TEXT = "A dialogue is held before June."


async def test_a_focal_point_records_no_decision(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD, starts_at=HELD_AT)

    answer = await client.post(f"/meetings/{held.id}/decisions", json={"text": TEXT}, headers=world.headers("ken"))

    assert answer.status_code == 403


async def test_decisions_are_numbered_within_the_meeting_and_take_up_a_workplan_item(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD, starts_at=HELD_AT)
    item, *_ = await make_agenda(session, held, "Missing migrants")
    work = await make_workplan_item(session, await make_workplan(session))
    address, headers = f"/meetings/{held.id}/decisions", world.headers("mar")

    await client.post(address, json={"text": TEXT}, headers=headers)
    body = {"text": "The calls go on.", "agenda_item_id": str(item.id), "workplan_item_id": str(work.id)}
    second = (await client.post(address, json=body, headers=headers)).json()

    listed = (await client.get(address, headers=world.headers("ken"))).json()["items"]
    assert second["workplan_item"]["title"] == work.title
    assert second["agenda_item"]["title"] == "Missing migrants"
    assert [decision["number"] for decision in listed] == [1, 2]


async def test_another_meetings_agenda_item_is_refused_beside_the_field(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD, starts_at=HELD_AT)
    other, *_ = await make_agenda(session, await make_meeting(session), "Elsewhere")

    answer = await client.post(
        f"/meetings/{held.id}/decisions",
        json={"text": TEXT, "agenda_item_id": str(other.id)},
        headers=world.headers("mar"),
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/agenda_item_id"


async def test_a_locked_decision_keeps_its_words_but_may_become_public(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    closed = await make_meeting(session, status=MeetingStatus.CLOSED, starts_at=HELD_AT)
    decision = await make_decision(session, closed)
    address, headers = f"/meetings/{closed.id}/decisions/{decision.id}", world.headers("mar") | {"If-Match": "*"}

    reworded = await client.patch(address, json={"text": "Otherwise."}, headers=headers)
    deleted = await client.delete(address, headers=headers)
    published = await client.patch(address, json={"is_public": True}, headers=headers)

    assert (reworded.status_code, deleted.status_code, published.status_code) == (409, 409, 200)


async def test_the_public_reads_what_is_marked_once_the_minutes_are_adopted(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD, starts_at=HELD_AT)
    await make_decision(session, held, is_public=True)
    await make_decision(session, held, number=2, text="Between ourselves.")
    address = f"/meetings/{held.id}/decisions"

    before = await client.get(address)
    held.status = MeetingStatus.CLOSED
    await session.commit()
    after = await client.get(address)

    assert before.status_code == 404
    assert [decision["text"] for decision in after.json()["items"]] == [
        "A dialogue on missing migrants is held before June."
    ]
    assert (await client.get(f"/meetings/{held.id}")).status_code == 200
    assert len((await client.get("/decisions", headers=world.headers("ken"))).json()["items"]) == 2
    assert len((await client.get("/decisions?q=dialogue")).json()["items"]) == 1


async def test_a_decision_tells_whether_it_is_adopted_and_what_follows_from_it(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    closed = await make_meeting(session, status=MeetingStatus.CLOSED, starts_at=HELD_AT)
    decision = await make_decision(session, closed, is_public=True)
    await make_action_item(session, decision_id=decision.id, meeting_id=closed.id)
    await make_action_item(session, decision_id=decision.id, status="done", closed_at=HELD_AT)
    hidden = await make_decision(session, closed, number=2)
    address = f"/decisions/{decision.id}"

    member = (await client.get(address, headers=world.headers("ken"))).json()
    public = (await client.get(address)).json()

    assert (member["is_adopted"], member["action_items_count"], member["open_action_items_count"]) == (True, 2, 1)
    assert (public["text"], public["action_items_count"]) == (decision.text, 0)
    assert (await client.get(f"/decisions/{hidden.id}")).status_code == 404


async def test_decisions_are_listed_by_term_the_latest_meeting_first(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    for day, text in {(11, 10): "Now.", (7, 1): "In summer.", (3, 1): "Last term."}.items():
        held = await make_meeting(session, status=MeetingStatus.HELD, starts_at=datetime(2026, *day, 14, tzinfo=UTC))
        await make_decision(session, held, text=text)

    async def found(query: str) -> list[str]:
        answer = await client.get(f"/decisions?{query}", headers=world.headers("ken"))
        return [decision["text"] for decision in answer.json()["items"]]

    assert await found("") == ["Now.", "In summer.", "Last term."]
    assert await found(f"term_id={world.terms['current'].id}") == ["Now.", "In summer."]
    assert await found(f"term_id={world.terms['past'].id}") == ["Last term."]


async def test_a_list_of_decisions_is_one_statement(
    client: httpx.AsyncClient, session: AsyncSession, world: World, statements: list[str]
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD, starts_at=HELD_AT)
    for number in range(1, 8):
        await make_decision(session, held, number=number)

    statements.clear()
    await client.get("/decisions?limit=5", headers=world.headers("ken"))

    assert len(statements) == 2, "The caller, and the list."
