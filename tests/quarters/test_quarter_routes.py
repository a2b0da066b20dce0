"""The quarters over HTTP: which are covered, by what, and what is proposed for the others."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingKind, MeetingStatus
from api.platform.records import DatePrecision
from tests.factories.meetings import make_meeting
from tests.factories.processes import make_process
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def quarters(client: httpx.AsyncClient, world: World, query: str = "") -> list[dict[str, Any]]:
    answer = await client.get(f"/meetings/quarters{query}", headers=world.headers("ken"))
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_by_default_this_quarter_and_the_three_that_follow(client: httpx.AsyncClient, world: World) -> None:
    found = await quarters(client, world)

    assert [(one["quarter"], one["year"]) for one in found] == [(4, 2026), (1, 2027), (2, 2027), (3, 2027)]
    assert (found[0]["starts_on"], found[0]["ends_on"]) == ("2026-10-01", "2026-12-31")
    assert [one["proposed_on"] for one in found] == ["2026-12-08", "2027-02-16", "2027-05-13", "2027-08-17"]
    assert [reason["code"] for reason in found[0]["reasons"]] == ["near_middle", "short_notice"]
    assert [reason["code"] for reason in found[2]["reasons"]] == ["near_middle", "holiday"]


async def test_a_meeting_that_stands_covers_its_quarter(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)

    covered = (await quarters(client, world))[0]

    assert covered["meetings"] == [
        {
            "id": str(meeting.id),
            "title": "Quarterly technical meeting",
            "starts_at": "2026-12-10T14:00:00Z",
            "status": "agenda_open",
        }
    ]
    assert (covered["is_covered"], covered["proposed_on"], covered["reasons"]) == (True, None, [])


@pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.POSTPONED])
async def test_one_that_is_called_off_is_shown_and_does_not_cover(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: MeetingStatus
) -> None:
    await make_meeting(session, status=status)

    first = (await quarters(client, world))[0]

    assert [told["status"] for told in first["meetings"]] == [status]
    assert (first["is_covered"], first["proposed_on"]) == (False, "2026-12-08")


async def test_an_extraordinary_meeting_does_not_cover_but_keeps_others_away(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_meeting(
        session, kind=MeetingKind.EXTRAORDINARY, title="On the budget", starts_at=datetime(2027, 2, 10, 14, tzinfo=UTC)
    )

    first = (await quarters(client, world, "?from=2027-01-01&to=2027-03-31"))[0]

    assert (first["meetings"], first["proposed_on"]) == ([], "2027-03-16")  # Eid is on the days before
    assert first["reasons"][1] == {
        "code": "near_meeting",
        "title": "On the budget",
        "text": "Other days are less than four weeks from “On the budget”.",
    }


@pytest.mark.parametrize(("held_in_march", "proposed"), [(30, "2027-04-27"), (31, None)])
async def test_neighbours_in_other_quarters_count(
    client: httpx.AsyncClient, world: World, session: AsyncSession, held_in_march: int, proposed: str | None
) -> None:
    """Of the one in July only the month is known, so that June is too near from its third day on."""
    july = {"date_precision": DatePrecision.MONTH, "starts_at": datetime(2027, 7, 31, tzinfo=UTC)}
    await make_meeting(session, starts_at=datetime(2027, 3, held_in_march, 14, tzinfo=UTC))
    await make_meeting(session, title="In July", **july)
    await make_process(session, "P-1", starts_on=date(2027, 4, 28), ends_on=date(2027, 5, 28))
    await make_process(session, "P-2", starts_on=date(2027, 6, 1), ends_on=date(2027, 6, 3))

    found = (await quarters(client, world, "?from=2027-04-01&to=2027-06-30"))[0]

    assert found["proposed_on"] == proposed
    assert "Other days are those of “Process P-1”." in [reason["text"] for reason in found["reasons"]]


async def test_a_quarter_that_is_over_is_not_planned_any_more(client: httpx.AsyncClient, world: World) -> None:
    found = (await quarters(client, world, "?from=2026-09-30&to=2026-09-30"))[0]

    assert (found["quarter"], found["is_over"], found["is_covered"], found["proposed_on"]) == (3, True, False, None)


async def test_two_statements_however_many_quarters_and_meetings(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    await quarters(client, world)
    statements.clear()
    await quarters(client, world, "?from=2027-01-01&to=2027-01-01")
    for_one = len(statements)
    for month in range(1, 13):
        await make_meeting(session, starts_at=datetime(2027, month, 10, 14, tzinfo=UTC))
        await make_process(session, f"P-{month}", starts_on=date(2027, month, 3), ends_on=date(2027, month, 4))
    statements.clear()

    found = await quarters(client, world, "?from=2027-01-01&to=2029-12-31")

    assert (len(found), len(statements)) == (12, for_one)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("from=2027-01-01&to=2026-12-31", "to"),
        ("to=2026-11-23", "to"),
        ("from=2027-01-01&to=2030-01-01", "to"),
        ("from=9999-12-31", "from"),
        ("from=0001-01-01", "from"),
        ("to=9999-12-31", "to"),
        ("from=2027-02-30", "from"),
        ("until=2027-03-01", "until"),
    ],
)
async def test_what_is_wrong_is_named(client: httpx.AsyncClient, world: World, query: str, parameter: str) -> None:
    answer = await client.get(f"/meetings/quarters?{query}", headers=world.headers("ken"))

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["parameter"] == parameter
