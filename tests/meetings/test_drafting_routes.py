"""The co-chairs have an agenda drafted from the record, and put what they choose on it."""

from datetime import UTC, date, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.workplan.models import WorkplanItemStatus, WorkplanStatus
from tests.factories.actionitems import make_action_item
from tests.factories.meetings import make_agenda, make_item, make_meeting, make_support
from tests.factories.workplan import make_item as make_workplan_item
from tests.factories.workplan import make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

STANDING = ["opening", "adoption_of_the_agenda", "any_other_business", "next_meeting"]


def path_of(meeting: Meeting) -> str:
    return f"/meetings/{meeting.id}/draft-agenda"


async def left_over_item(session: AsyncSession, **fields: object) -> AgendaItem:
    held = await make_meeting(
        session, status=MeetingStatus.HELD, title="Third quarter", starts_at=datetime(2026, 9, 3, 14, tzinfo=UTC)
    )
    values = {"title": "Left over", "minutes": 15, "is_reached": False} | fields
    return await make_item(session, held, status=AgendaItemStatus.ACCEPTED, position=1, **values)


async def test_a_draft_is_made_from_the_whole_record_and_says_why(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    left = await left_over_item(session)
    meeting = await make_meeting(session, duration_minutes=60)
    await make_agenda(session, meeting, "Opening")
    lesser = await make_item(session, meeting, world.champions["KEN"], title="Skills", minutes=20)
    supported = await make_item(session, meeting, world.champions["KEN"], minutes=20)
    await make_support(session, supported, world.champions["PRT"])
    await make_action_item(session, due_on=date(2026, 12, 10))
    await make_action_item(session, due_on=date(2026, 12, 11))
    plan = await make_workplan(session)
    await make_workplan_item(session, plan, due_on=date(2026, 1, 15))
    await make_workplan_item(session, plan, due_on=date(2026, 12, 10))
    await make_workplan_item(session, plan, due_on=date(2026, 1, 15), status=WorkplanItemStatus.DONE)
    drafted = await make_workplan(session, status=WorkplanStatus.DRAFT)
    await make_workplan_item(session, drafted, due_on=date(2026, 1, 15))

    answer = await client.get(path_of(meeting), headers=world.headers("mar"))

    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert [(one["key"], one["minutes"]) for one in body["items"]] == [
        ("adoption_of_the_agenda", 5),
        (f"carried_over:{left.id}", 15),
        ("action_items", 10),
        ("workplan_item", 10),
        (f"proposal:{supported.id}", 20),
        (f"proposal:{lesser.id}", 20),
        ("any_other_business", 5),
        ("next_meeting", 5),
    ]
    whys = {one["key"]: one["why"] for one in body["items"]}
    assert whys[f"carried_over:{left.id}"]["text"] == "Not reached at “Third quarter” on 3 September 2026."
    assert (whys["action_items"]["count"], whys["action_items"]["late_count"]) == (1, 0)
    assert (whys["workplan_item"]["count"], whys["workplan_item"]["late_count"]) == (2, 1)
    assert [one["iso3"] for one in whys[f"proposal:{supported.id}"]["champions"]] == ["PRT"]
    assert whys[f"proposal:{lesser.id}"]["text"] == "Proposed by Kenya."
    assert (body["accepted_minutes"], body["minutes_over"]) == (10, 40)


async def test_what_is_taken_goes_on_the_agenda_in_its_order_and_once(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    left = await left_over_item(session)
    meeting = await make_meeting(session)
    await make_agenda(session, meeting, "Review")
    proposal = await make_item(session, meeting, world.champions["KEN"])
    await make_action_item(session, due_on=date(2026, 12, 1))
    taken = {"take": [f"proposal:{proposal.id}", *STANDING, "action_items", f"carried_over:{left.id}"]}

    first = await client.post(path_of(meeting), json=taken, headers=world.headers("mar"))
    second = await client.post(path_of(meeting), json=taken, headers=world.headers("slv"))
    draft = await client.get(path_of(meeting), headers=world.headers("slv"))

    assert first.status_code == 200, first.text
    on_it = first.json()["agenda_items"]
    assert [(one["title"], one["position"]) for one in on_it] == [
        ("Opening", 1),
        ("Adoption of the agenda", 2),
        ("Review", 3),
        ("Left over", 4),
        ("Review of action items", 5),
        ("Missing migrants", 6),
        ("Any other business", 7),
        ("Next meeting", 8),
    ]
    assert on_it[0]["translations"]["fr"]["title"] == "Ouverture"
    assert "1" in on_it[4]["description"]
    assert on_it[3]["carried_from"]["meeting_title"] == "Third quarter"
    assert second.status_code == 409
    assert {error["code"] for error in second.json()["errors"]} == {"not_suggested"}
    assert draft.json()["items"] == []


async def test_half_a_draft_is_never_put_on_the_agenda(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    await make_agenda(session, meeting, "Any other business")
    headers = world.headers("mar")

    gone = await client.post(path_of(meeting), json={"take": ["opening", "any_other_business"]}, headers=headers)
    repeated = await client.post(path_of(meeting), json={"take": ["opening", "opening"]}, headers=headers)
    nothing = await client.post(path_of(meeting), json={"take": []}, headers=headers)
    read = await client.get(f"/meetings/{meeting.id}", headers=headers)

    assert (gone.status_code, gone.json()["errors"][0]["pointer"]) == (409, "/take/1")
    assert (repeated.status_code, repeated.json()["errors"][0]["pointer"]) == (422, "/take/1")
    assert nothing.status_code == 422
    assert [one["title"] for one in read.json()["agenda_items"]] == ["Any other business"]


async def test_of_what_nobody_marked_the_co_chairs_are_only_reminded(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    left = await left_over_item(session, is_reached=None)
    meeting = await make_meeting(session, duration_minutes=20)

    draft = (await client.get(path_of(meeting), headers=world.headers("mar"))).json()

    unmarked = next(one for one in draft["items"] if one["key"] == f"carried_over:{left.id}")
    assert (unmarked["why"]["code"], unmarked["is_recommended"]) == ("not_marked", False)
    assert draft["minutes_over"] == 0


async def test_an_agenda_of_a_meeting_that_was_held_is_not_drafted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.HELD)

    answers = [
        await client.get(path_of(meeting), headers=world.headers("mar")),
        await client.post(path_of(meeting), json={"take": ["opening"]}, headers=world.headers("mar")),
    ]

    assert [answer.status_code for answer in answers] == [409, 409]


async def test_a_draft_is_written_in_the_language_of_who_takes_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)

    taken = await client.post(
        path_of(meeting), json={"take": ["opening"]}, headers=world.headers("mar") | {"Accept-Language": "fr"}
    )

    item = taken.json()["agenda_items"][0]
    assert (item["title"], item["language"], item["translations"]["en"]["title"]) == ("Ouverture", "fr", "Opening")


async def test_a_draft_costs_the_same_statements_whatever_there_is(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    meeting, headers = await make_meeting(session), world.headers("mar")
    plan = await make_workplan(session)

    async def cost() -> int:
        statements.clear()
        assert (await client.get(path_of(meeting), headers=headers)).status_code == 200
        return len(statements)

    await cost()
    few = await cost()
    for _ in range(10):
        await make_item(session, meeting, world.champions["KEN"])
        await make_action_item(session, due_on=date(2026, 12, 1))
        await make_workplan_item(session, plan, due_on=date(2026, 12, 1))

    assert await cost() == few


async def test_what_a_cancelled_meeting_leaves_behind_is_in_the_next_draft_with_why(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await left_over_item(session)
    cancelled = await make_meeting(session, title="Cancelled one", status=MeetingStatus.CANCELLED)
    on_it = await make_item(session, cancelled, status=AgendaItemStatus.ACCEPTED, position=2, title="On its agenda")
    proposed = await make_item(session, cancelled, world.champions["KEN"], title="Proposed for it")
    await make_item(session, cancelled, title="Declined", status=AgendaItemStatus.DECLINED, decision_reason="No time.")
    earlier = await make_meeting(session, starts_at=datetime(2026, 12, 3, 14, tzinfo=UTC))
    headers = world.headers("mar")
    keys = [f"carried_over:{on_it.id}", f"carried_over:{proposed.id}"]

    drafted = (await client.get(path_of(earlier), headers=headers)).json()["items"]
    taken = await client.post(path_of(earlier), json={"take": keys}, headers=headers)

    whys = {one["key"]: one["why"] for one in drafted if one["key"] in keys}
    assert [whys[key]["code"] for key in keys] == ["meeting_cancelled"] * 2
    assert whys[keys[0]]["text"] == "“Cancelled one” on 10 December 2026 was cancelled before it came to it."
    assert taken.status_code == 200, taken.text
    assert [item["title"] for item in taken.json()["agenda_items"]] == ["On its agenda", "Proposed for it"]
    assert taken.json()["agenda_items"][1]["proposed_by"]["iso3"] == "KEN"
    again = (await client.get(path_of(earlier), headers=headers)).json()["items"]
    assert not [one for one in again if one["key"] in keys]


async def test_what_was_cancelled_before_the_last_meeting_is_not_offered_again(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    long_ago = await make_meeting(
        session, status=MeetingStatus.CANCELLED, starts_at=datetime(2026, 6, 3, 14, tzinfo=UTC)
    )
    stale = await make_item(session, long_ago, status=AgendaItemStatus.ACCEPTED, position=1)
    left = await left_over_item(session)
    meeting = await make_meeting(session)

    drafted = (await client.get(path_of(meeting), headers=world.headers("mar"))).json()["items"]

    keys = [one["key"] for one in drafted]
    assert f"carried_over:{left.id}" in keys
    assert f"carried_over:{stale.id}" not in keys
