"""Date polls over HTTP: the co-chairs ask, champions answer with one voice, the clock ends it, a date is chosen."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.platform import clock
from tests.conftest import NOW
from tests.factories.champions import make_champion
from tests.factories.datepolls import DATES, ENDED, OPENED, dates_of, make_date_poll, make_voice
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

BODY: dict[str, Any] = {
    "title": "Technical meeting",
    "candidates": [at.isoformat() for at in reversed(DATES)],
    "deadline_at": "2026-12-01T17:00:00Z",
    "time_zone": "Europe/Zurich",
}


async def read(client: httpx.AsyncClient, world: World, key: Any, who: str = "ken") -> dict[str, Any]:
    answer = await client.get(f"/date-polls/{key}", headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def order(body: dict[str, Any]) -> list[str]:
    return [each["starts_at"][:10] for each in sorted(body["candidates"], key=lambda each: each["rank"])]


async def test_the_co_chairs_ask_and_every_champion_is_shown_as_silent(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    drafted = await client.post("/date-polls", json=BODY, headers=world.headers("mar"))
    key = drafted.json()["id"]
    hidden = await client.get(f"/date-polls/{key}", headers=world.headers("ken"))
    seen_early = await client.get(f"/date-polls/{key}", headers=world.headers("bgd"))
    opened = await client.post(f"/date-polls/{key}/open", headers=world.headers("slv"))

    assert (drafted.status_code, drafted.json()["status"], hidden.status_code) == (201, "draft", 404)
    assert seen_early.status_code == 200
    assert opened.status_code == 200, opened.text
    asked = await read(client, world, key)
    assert (asked["status"], asked["actions"]) == ("open", ["answer"])
    assert [each["starts_at"] for each in asked["candidates"]] == [
        "2026-12-15T14:00:00Z", "2026-12-16T14:00:00Z", "2027-01-13T03:00:00Z",
    ]  # fmt: skip
    assert (asked["champions_count"], asked["answered_count"], asked["has_answered"]) == (6, 0, False)
    assert {champion["iso3"] for champion in asked["silent"]} == set(world.champions)
    assert all(each["silent"] == 6 for each in asked["candidates"])


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"candidates": []}, "/candidates"),
        ({"candidates": [DATES[0].isoformat()] * 2}, "/candidates"),
        ({"candidates": ["2026-12-15T14:00:00"]}, "/candidates/0"),
        ({"candidates": ["2026-11-24T08:59:00Z"]}, "/candidates/0"),
        ({"candidates": ["2029-01-01T00:00:00Z"]}, "/candidates/0"),
        ({"deadline_at": "2026-11-24T09:59:00Z"}, "/deadline_at"),
        ({"deadline_at": "2027-01-13T03:00:00Z"}, "/deadline_at"),
        ({"time_zone": "Europe/Nowhere"}, "/time_zone"),
        ({"meeting_id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"}, "/meeting_id"),
        ({"duration_minutes": 1441}, "/duration_minutes"),
    ],
)
async def test_what_cannot_be_is_told_beside_its_field(
    client: httpx.AsyncClient, world: World, change: dict[str, Any], pointer: str
) -> None:
    refused = await client.post("/date-polls", json=BODY | change, headers=world.headers("mar"))

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == pointer


async def test_a_draft_is_changed_and_deleted_what_was_asked_is_cancelled(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft, asked = await make_date_poll(session), await make_date_poll(session, **OPENED)
    kept, *_ = await dates_of(session, draft)
    headers = world.headers("mar")
    body = {"title": "Extraordinary meeting", "candidates": [DATES[0].isoformat(), "2026-12-18T14:00:00Z"]}

    changed = await client.patch(f"/date-polls/{draft.id}", json=body, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(f"/date-polls/{draft.id}", json=body, headers=headers | {"If-Match": '"1"'})
    refused = await client.patch(f"/date-polls/{asked.id}", json=body, headers=headers | {"If-Match": '"1"'})
    deleted = await client.delete(f"/date-polls/{draft.id}", headers=headers | {"If-Match": '"2"'})
    kept_asked = await client.delete(f"/date-polls/{asked.id}", headers=headers | {"If-Match": '"1"'})
    unexplained = await client.post(f"/date-polls/{asked.id}/cancel", headers=headers)
    cancelled = await client.post(f"/date-polls/{asked.id}/cancel", json={"reason": "Asked twice."}, headers=headers)

    assert changed.json()["title"] == "Extraordinary meeting"
    assert [each["starts_at"] for each in changed.json()["candidates"]] == [
        "2026-12-15T14:00:00Z", "2026-12-18T14:00:00Z",
    ]  # fmt: skip
    assert changed.json()["candidates"][0]["id"] == str(kept.id)
    assert [answer.status_code for answer in (stale, refused, deleted, kept_asked, unexplained)] == [
        412, 409, 204, 409, 422,
    ]  # fmt: skip
    assert (cancelled.json()["status"], cancelled.json()["ending_reason"]) == ("cancelled", "Asked twice.")
    assert (cancelled.json()["ended_by"], cancelled.json()["actions"]) == ("Focal point of MAR", [])


async def test_a_champion_has_one_voice_which_any_of_its_people_may_change(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    poll = await make_date_poll(session, **OPENED)
    first, second, _ = [str(each.id) for each in await dates_of(session, poll)]
    path = f"/date-polls/{poll.id}/answers/MAR"
    said = {"answers": [{"candidate_id": first, "answer": "yes"}]}
    instead = {
        "answers": [
            {"candidate_id": first, "answer": "no", "comment": "It is Eid."},
            {"candidate_id": second, "answer": "if_need_be"},
        ]
    }
    mine, colleagues = world.headers("mar"), world.headers("mar_colleague")

    unversioned = await client.put(path, json=said, headers=mine)
    given = await client.put(path, json=said, headers=mine | {"If-Match": '"0"'})
    unseen = await client.put(path, json=instead, headers=colleagues | {"If-Match": '"0"'})
    found = await client.get(path, headers=colleagues)
    changed = await client.put(path, json=instead, headers=colleagues | {"If-Match": found.headers["etag"]})

    assert [answer.status_code for answer in (unversioned, given, unseen, changed)] == [428, 200, 412, 200], given.text
    body = await read(client, world, poll.id)
    (voice,) = body["voices"]
    assert (voice["champion"]["iso3"], voice["given_by"], voice["is_on_behalf"]) == ("MAR", "Colleague of MAR", False)
    assert {answer["candidate_id"]: (answer["answer"], answer["comment"]) for answer in voice["answers"]} == {
        first: ("no", "It is Eid."),
        second: ("if_need_be", ""),
    }
    assert [(each["yes"], each["if_need_be"], each["no"], each["silent"]) for each in body["candidates"]] == [
        (0, 0, 1, 5), (0, 1, 0, 5), (0, 0, 0, 6),
    ]  # fmt: skip
    assert (body["answered_count"], len(body["silent"])) == (1, 5)
    assert (await read(client, world, poll.id, "mar_colleague"))["has_answered"]
    trail = await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "date-poll.answered"))
    last = max(trail.all(), key=lambda entry: entry.id)
    assert last.before["answers"] == {first: ["yes", ""]}
    assert last.after["answers"] == {first: ["no", "It is Eid."], second: ["if_need_be", ""]}


async def test_others_dates_repeated_and_foreign_ones_and_those_who_left_are_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_champion(session, "PER", joined_on=date(2024, 1, 1), left_on=date(2025, 1, 1))
    poll, other = await make_date_poll(session, **OPENED), await make_date_poll(session, **OPENED)
    first, *_ = await dates_of(session, poll)
    foreign, *_ = await dates_of(session, other)
    yes = {"candidate_id": str(first.id), "answer": "yes"}
    any_version = {"If-Match": "*"}

    async def answers(iso3: str, who: str, *said: dict[str, Any]) -> httpx.Response:
        path = f"/date-polls/{poll.id}/answers/{iso3}"
        return await client.put(path, json={"answers": list(said)}, headers=world.headers(who) | any_version)

    assert (await answers("KEN", "mar", yes)).status_code == 403
    assert (await answers("KEN", "observer", yes)).status_code == 403
    assert (await answers("PER", "secretariat", yes)).status_code == 409
    assert (await answers("KEN", "ken", yes, yes)).status_code == 422
    assert (await answers("KEN", "ken")).status_code == 422
    unknown = await answers("KEN", "ken", yes | {"candidate_id": str(foreign.id)})
    assert unknown.json()["errors"][0]["pointer"] == "/answers/0/candidate_id"
    on_behalf = await answers("KEN", "secretariat", yes)
    assert (on_behalf.status_code, on_behalf.json()["is_on_behalf"]) == (200, True)


async def test_the_deadline_ends_the_answering_with_no_job_having_run_and_more_time_opens_it_again(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    poll = await make_date_poll(session, **OPENED)
    first, *_ = await dates_of(session, poll)
    clock.set_to(poll.deadline_at)
    said = {"answers": [{"candidate_id": str(first.id), "answer": "yes"}]}
    path, headers = f"/date-polls/{poll.id}", world.headers("mar")

    late = await client.put(f"{path}/answers/KEN", json=said, headers=world.headers("ken") | {"If-Match": "*"})
    ended = await read(client, world, poll.id, "mar")
    listed = await client.get("/date-polls?status=ended", headers=world.headers("ken"))
    body = {"deadline_at": "2026-12-10T17:00:00Z", "reason": "Three missions asked for it."}
    past = await client.post(f"{path}/extend", json=body | {"deadline_at": "2026-12-01T08:00:00Z"}, headers=headers)
    too_late = await client.post(f"{path}/extend", json=body | {"deadline_at": "2027-01-13T03:00:00Z"}, headers=headers)
    extended = await client.post(f"{path}/extend", json=body, headers=headers)

    assert late.status_code == 409
    assert (ended["status"], ended["ended_at"]) == ("ended", "2026-12-01T09:00:00Z")
    assert ended["actions"] == ["close", "cancel", "extend", "choose"]
    assert len(listed.json()["items"]) == 1
    assert [refused.status_code for refused in (past, too_late)] == [422, 422]
    assert (extended.json()["status"], extended.json()["extended_from_at"]) == ("open", "2026-12-01T09:00:00Z")


async def test_dates_are_ranked_by_answers_with_the_pair_of_their_own_day_considered(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    poll = await make_date_poll(session, **ENDED)
    for iso3, answers in {
        "MAR": ("no", "yes", "yes"),
        "SLV": ("no", "if_need_be", "no"),
        "KEN": ("yes", "no", "yes"),
        "PRT": ("yes", "no", "if_need_be"),
        "BGD": ("yes", "yes", None),
    }.items():
        await make_voice(session, poll, world.champions[iso3], *answers)

    body = await read(client, world, poll.id)

    assert order(body) == ["2027-01-13", "2026-12-16", "2026-12-15"]
    first, second, third = sorted(body["candidates"], key=lambda each: each["rank"])
    assert [each["before_next_by"] for each in (first, second, third)] == ["no", "co_chairs", None]
    assert [each["both_co_chairs_say_no"] for each in (first, second, third)] == [False, False, True]
    assert [(chair["champion"]["iso3"], chair["answer"]) for chair in third["co_chairs"]] == [
        ("MAR", "no"), ("SLV", "no"),
    ]  # fmt: skip
    assert [(chair["champion"]["iso3"], chair["answer"]) for chair in first["co_chairs"]] == [
        ("BGD", None), ("LUX", None),
    ]  # fmt: skip


async def test_without_answers_fairness_decides_and_each_place_is_told(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    poll = await make_date_poll(session, **OPENED)

    body = await read(client, world, poll.id)

    assert order(body)[-1] == "2027-01-13"
    assert body["places"][:2] == [
        {"zone": "America/New_York", "name": "New York"}, {"zone": "Europe/Zurich", "name": "Geneva"},
    ]  # fmt: skip
    night = body["candidates"][2]["places"][1]
    assert (night["starts_at_local"], night["kind"]) == ("2027-01-13T04:00:00+01:00", "night")


async def test_a_meeting_has_one_poll_at_a_time(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    await make_date_poll(session, meeting_id=meeting.id, **ENDED)
    second = await make_date_poll(session, meeting_id=meeting.id)

    refused = await client.post(f"/date-polls/{second.id}/open", headers=world.headers("mar"))

    assert refused.status_code == 409
    assert refused.json()["errors"][0]["pointer"] == "/meeting_id"


async def test_who_was_no_champion_at_the_end_is_not_counted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    gone = await make_champion(session, "PER", left_on=date(2026, 11, 20))
    await make_champion(session, "CHL", joined_on=date(2026, 11, 23))
    poll = await make_date_poll(session, **ENDED)
    await make_voice(session, poll, world.champions["KEN"], "yes")
    await make_voice(session, poll, gone, "no")

    body = await read(client, world, poll.id)

    assert (body["champions_count"], body["answered_count"]) == (6, 1)
    assert body["candidates"][0]["no"] == 0
    assert "CHL" not in {champion["iso3"] for champion in body["silent"]}


async def test_a_list_and_a_page_are_few_statements_whatever_there_is(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    polls = [await make_date_poll(session, **OPENED) for _ in range(5)]
    for champion in world.champions.values():
        await make_voice(session, polls[0], champion, "yes", "no", "if_need_be")
    statements.clear()
    listed = await client.get("/date-polls?limit=3&status=open&q=meeting", headers=world.headers("ken"))
    of_list = len(statements)
    statements.clear()
    await read(client, world, polls[0].id)

    assert len(listed.json()["items"]) == 3
    assert (of_list, len(statements)) == (2, 7)  # the caller is one of them


async def test_a_deadline_leaves_an_hour_also_on_the_day_of_opening(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_date_poll(session, deadline_at=NOW + timedelta(hours=1))
    clock.set_to(NOW + timedelta(minutes=1))

    too_late = await client.post(f"/date-polls/{draft.id}/open", headers=world.headers("mar"))

    assert too_late.json()["errors"][0]["pointer"] == "/deadline_at"
