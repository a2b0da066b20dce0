"""A champion answers with one voice, in the app or by the link in its mail; attendance is taken by the chairs."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Answer, Attendance
from api.audit.models import AuditEntry
from api.invitations.models import MeetingInvitation
from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock
from tests.conftest import NOW
from tests.factories.invitations import make_answer, make_answer_link
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.fixture
async def meeting(session: AsyncSession) -> Meeting:
    return await make_meeting(session)


async def answer(client: httpx.AsyncClient, world: World, meeting: Meeting, who: str, **body: Any) -> httpx.Response:
    return await client.put(f"/meetings/{meeting.id}/attendance/me", json=body, headers=world.headers(who))


async def listed(client: httpx.AsyncClient, world: World, meeting: Meeting, who: str = "mar") -> dict[str, Any]:
    found = await client.get(f"/meetings/{meeting.id}/attendance", headers=world.headers(who))
    assert found.status_code == 200, found.text
    body: dict[str, Any] = found.json()
    return body


async def test_a_champion_has_one_answer_the_last_one(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    await answer(client, world, meeting, "mar", answer="declined", note="We regret.")

    given = await answer(client, world, meeting, "mar_colleague", answer="accepted", delegates=["Amina Diallo"])

    body = given.json()
    assert (body["answer"], body["delegates"], body["note"]) == ("accepted", ["Amina Diallo"], "")
    assert (body["answered_by_name"], body["answered_via"], body["is_on_behalf"]) == ("Colleague of MAR", "app", False)
    assert len((await session.exec(select(Attendance))).all()) == 1
    found = await listed(client, world, meeting, "ken")
    assert found["counts"] == {
        "invited": 6,
        "accepted": 1,
        "declined": 0,
        "tentative": 0,
        "unanswered": 5,
        "present": 0,
    }
    assert [item["champion"]["iso3"] for item in found["items"]] == ["BGD", "KEN", "LUX", "MAR", "PRT", "SLV"]
    assert found["mine"]["champion"]["iso3"] == "KEN"
    assert found["actions"] == ["answer"]


async def test_an_answer_on_behalf_is_recorded_as_such(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    given = await client.put(
        f"/meetings/{meeting.id}/attendance/KEN", json={"answer": "accepted"}, headers=world.headers("secretariat")
    )

    assert given.json()["is_on_behalf"] is True
    told = (await session.exec(select(AuditEntry))).one()
    assert (told.action, told.on_behalf_of_id) == ("attendance.answered", world.champions["KEN"].id)


async def test_an_answer_to_another_time_does_not_count(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    await answer(client, world, meeting, "ken", answer="accepted")
    meeting.starts_at += timedelta(days=7)
    session.add(meeting)
    await session.commit()

    mine = (await listed(client, world, meeting, "ken"))["mine"]

    assert (mine["answer"], mine["earlier_answer"]) == (None, "accepted")


@pytest.mark.parametrize(
    ("status", "days"),
    [(MeetingStatus.CANCELLED, 0), (MeetingStatus.POSTPONED, 0), (MeetingStatus.HELD, 0), (MeetingStatus.PLANNED, 30)],
)
async def test_what_is_called_off_or_over_is_not_answered(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: MeetingStatus, days: int
) -> None:
    meeting = await make_meeting(session, status=status)
    clock.set_to(NOW + timedelta(days=days))

    assert (await answer(client, world, meeting, "ken", answer="accepted")).status_code == 409


async def test_who_is_not_invited_is_not_asked(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    session.add(MeetingInvitation(id=meeting.id, champions=["MAR", "SLV"]))
    await session.commit()

    refused = await answer(client, world, meeting, "ken", answer="accepted")
    found = await listed(client, world, meeting, "ken")

    assert refused.status_code == 409
    assert [item["champion"]["iso3"] for item in found["items"]] == ["MAR", "SLV"]
    assert found["mine"] is None


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"answer": "perhaps"},
        {"answer": "accepted", "delegates": [""]},
        {"answer": "accepted", "delegates": ["A"] * 21},
        {"answer": "accepted", "note": "x" * 301},
        {"answer": "accepted", "by": "me"},
    ],
)
async def test_a_malformed_answer_is_told_beside_the_field(
    client: httpx.AsyncClient, world: World, meeting: Meeting, body: dict[str, Any]
) -> None:
    refused = await answer(client, world, meeting, "ken", **body)

    assert refused.status_code == 422
    assert refused.json()["errors"]


async def test_a_list_costs_the_same_whatever_the_answers(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting, statements: list[str]
) -> None:
    costs = []
    for champion in list(world.champions.values())[:3]:
        await make_answer(session, meeting, champion.id, Answer.ACCEPTED)
        statements.clear()
        await listed(client, world, meeting)
        costs.append(len(statements))

    assert len(set(costs)) == 1


async def test_attendance_is_taken_by_champion_with_the_names_of_delegates(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    url, headers = f"/meetings/{meeting.id}/attendance/KEN/presence", world.headers("mar")
    early = await client.put(url, json={"was_present": True}, headers=headers)
    clock.set_to(meeting.starts_at - timedelta(minutes=30))
    headers = world.headers("mar")
    taken = await client.put(url, json={"was_present": True, "delegates": ["Amina Diallo"]}, headers=headers)
    absent = await client.put(url, json={"was_present": False, "delegates": ["Nobody"]}, headers=headers)

    assert [early.status_code, taken.status_code, absent.status_code] == [409, 200, 422]
    assert taken.json()["delegates_present"] == ["Amina Diallo"]
    found = await listed(client, world, meeting)
    assert found["counts"]["present"] == 1
    assert found["actions"] == ["answer", "answer-on-behalf", "take"]


async def test_a_roll_call_notes_all_at_once_and_keeps_what_was_noted(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    url = f"/meetings/{meeting.id}/attendance"
    await answer(client, world, meeting, "ken", answer="accepted", delegates=["Ken Focal"])
    early = await client.post(f"{url}/roll-call", json={"present": ["KEN"]}, headers=world.headers("mar"))
    clock.set_to(meeting.starts_at + timedelta(hours=1))
    headers = world.headers("mar")
    noted = {"was_present": True, "delegates": ["Amina Diallo"]}
    await client.put(f"{url}/MAR/presence", json=noted, headers=headers)

    called = await client.post(f"{url}/roll-call", json={"present": ["KEN", "MAR"]}, headers=headers)
    unknown = await client.post(f"{url}/roll-call", json={"present": ["KEN", "FRA"]}, headers=headers)

    assert (early.status_code, called.status_code, unknown.status_code) == (409, 200, 422)
    assert unknown.json()["errors"][0]["pointer"] == "/present/1"
    assert called.json()["counts"]["present"] == 2
    there = {
        item["champion"]["iso3"]: (item["was_present"], item["delegates_present"]) for item in called.json()["items"]
    }
    assert there == {
        "BGD": (False, []),
        "KEN": (True, ["Ken Focal"]),
        "LUX": (False, []),
        "MAR": (True, ["Amina Diallo"]),
        "PRT": (False, []),
        "SLV": (False, []),
    }
    taken = await session.exec(select(AuditEntry).where(AuditEntry.action == "attendance.taken"))
    assert len(taken.all()) == 6


async def test_a_link_shows_what_it_does_and_answers_only_when_it_is_said(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    await answer(client, world, meeting, "mar", answer="tentative", delegates=["Amina Diallo"])
    url = f"/answer-links/{make_answer_link(meeting, world.people['mar_colleague'])}"

    looked = [await client.get(url) for _ in range(2)]
    before = (await listed(client, world, meeting))["mine"]["answer"]
    given = await client.post(url, json={"answer": "accepted"})

    assert looked[0].json()["champion"]["iso3"] == "MAR"
    assert looked[0].json()["answer"] == "tentative"
    assert looked[0].headers["cache-control"] == "no-store"
    assert before == "tentative"
    assert given.json()["answer"] == "accepted"
    mine = (await listed(client, world, meeting))["mine"]
    assert (mine["answered_via"], mine["answered_by_name"]) == ("link", "Colleague of MAR")
    assert mine["delegates"] == ["Amina Diallo"]


async def test_a_link_is_for_its_meeting_its_time_and_its_person(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    token = make_answer_link(meeting, world.people["ken"])
    other = await make_meeting(session, title="Another")
    for_other = make_answer_link(other, world.people["ken"])
    forged = f"{for_other.split('.')[0]}.{token.split('.')[1]}"
    moved = make_answer_link(meeting, world.people["ken"], starts_at=meeting.starts_at - timedelta(days=1))
    observer = make_answer_link(meeting, world.people["observer"])

    answers = {
        name: (await client.post(f"/answer-links/{link}", json={"answer": "declined"}))
        for name, link in {"forged": forged, "moved": moved, "observer": observer, "noise": "x" * 40}.items()
    }

    assert {name: given.status_code for name, given in answers.items()} == {
        "forged": 404,
        "moved": 409,
        "observer": 404,
        "noise": 404,
    }
    assert "moved" in answers["moved"].json()["detail"]
    assert (await session.exec(select(Attendance))).all() == []


async def test_a_link_ends_with_the_meeting_and_with_the_account(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    over, ended = (make_answer_link(meeting, world.people[who]) for who in ("ken", "prt"))
    world.people["prt"].ended_at = NOW
    session.add(world.people["prt"])
    await session.commit()

    of_ended = await client.post(f"/answer-links/{ended}", json={"answer": "accepted"})
    clock.set_to(meeting.starts_at + timedelta(hours=3))
    late = [
        await client.get(f"/answer-links/{over}"),
        await client.post(f"/answer-links/{over}", json={"answer": "accepted"}),
    ]

    assert of_ended.status_code == 404
    assert [given.status_code for given in late] == [409, 409]
