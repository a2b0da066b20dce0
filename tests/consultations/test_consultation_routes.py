"""Consultations over HTTP: the co-chairs ask, champions answer with one voice, the clock closes."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.consultations.models import AnswerKind
from api.platform import clock
from tests.conftest import NOW
from tests.factories.champions import make_champion
from tests.factories.consultations import CLOSED, OPENED, make_answer, make_consultation
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

DEADLINE = "2026-12-01T17:00:00Z"


async def read(client: httpx.AsyncClient, world: World, key: Any, who: str = "ken") -> dict[str, Any]:
    answer = await client.get(f"/consultations/{key}", headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_the_co_chairs_ask_and_every_champion_is_shown_as_silent(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    body = {"title": "Move the meeting", "about": "date", "deadline_at": DEADLINE, "meeting_id": str(meeting.id)}

    drafted = await client.post("/consultations", json=body, headers=world.headers("mar"))
    hidden = await client.get(f"/consultations/{drafted.json()['id']}", headers=world.headers("ken"))
    seen_early = await client.get(f"/consultations/{drafted.json()['id']}", headers=world.headers("bgd"))
    opened = await client.post(f"/consultations/{drafted.json()['id']}/open", headers=world.headers("slv"))

    assert (drafted.status_code, drafted.json()["status"], hidden.status_code) == (201, "draft", 404)
    assert seen_early.status_code == 200
    assert opened.status_code == 200, opened.text
    asked = await read(client, world, drafted.json()["id"])
    assert asked["status"] == "open"
    assert asked["meeting"] == {"id": str(meeting.id), "title": meeting.title}
    assert asked["tally"] == {"champions": 6, "agree": 0, "comment": 0, "object": 0, "silent": 6}
    assert {champion["iso3"] for champion in asked["silent"]} == set(world.champions)
    assert asked["actions"] == ["answer"]


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("observer", 403), ("ken", 403), ("bgd", 403)])
async def test_others_ask_nothing(client: httpx.AsyncClient, world: World, who: str, status: int) -> None:
    body = {"title": "Move the meeting", "deadline_at": DEADLINE}

    answer = await client.post("/consultations", json=body, headers=world.headers(who))

    assert answer.status_code == status


async def test_a_deadline_leaves_an_hour_also_on_the_day_of_opening(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    soon = (NOW + timedelta(minutes=59)).isoformat()
    draft = await make_consultation(session, deadline_at=NOW + timedelta(hours=1))
    headers = world.headers("mar")

    too_soon = await client.post("/consultations", json={"title": "A", "deadline_at": soon}, headers=headers)
    clock.set_to(NOW + timedelta(minutes=1))
    too_late = await client.post(f"/consultations/{draft.id}/open", headers=headers)

    for refused in (too_soon, too_late):
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["pointer"] == "/deadline_at"


async def test_the_last_answer_is_in_force_and_the_earlier_ones_are_kept(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_consultation(session, **OPENED)
    path = f"/consultations/{asked.id}/answers"

    await client.post(path, json={"answer": "agree"}, headers=world.headers("mar"))
    given = await client.post(
        path, json={"answer": "object", "text": "It is Eid."}, headers=world.headers("mar_colleague")
    )

    assert given.status_code == 201, given.text
    body = await read(client, world, asked.id)
    assert [(voice["champion"]["iso3"], voice["answer"], voice["given_by"]) for voice in body["answers"]] == [
        ("MAR", "object", "Colleague of MAR")
    ]
    assert body["tally"] == {"champions": 6, "agree": 0, "comment": 0, "object": 1, "silent": 5}
    assert "MAR" not in {champion["iso3"] for champion in body["silent"]}
    history = (await client.get(path, headers=world.headers("ken"))).json()["items"]
    assert [(one["answer"], one["is_in_force"]) for one in history] == [("object", True), ("agree", False)]
    assert (await read(client, world, asked.id, "mar"))["own_answer"] == "object"


@pytest.mark.parametrize("kind", ["comment", "object"])
async def test_a_comment_and_an_objection_need_words(
    client: httpx.AsyncClient, world: World, session: AsyncSession, kind: str
) -> None:
    asked = await make_consultation(session, **OPENED)

    answer = await client.post(
        f"/consultations/{asked.id}/answers", json={"answer": kind, "text": "  "}, headers=world.headers("ken")
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/text"


async def test_the_secretariat_answers_on_behalf_and_it_is_recorded_as_such(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_consultation(session, **OPENED)
    path, headers = f"/consultations/{asked.id}/answers", world.headers("secretariat")

    unnamed = await client.post(path, json={"answer": "agree"}, headers=headers)
    given = await client.post(path, json={"answer": "agree", "champion": "KEN"}, headers=headers)
    not_theirs = await client.post(path, json={"answer": "agree", "champion": "KEN"}, headers=world.headers("prt"))

    assert (unnamed.status_code, not_theirs.status_code) == (422, 403)
    assert [(voice["given_by"], voice["is_on_behalf"]) for voice in given.json()["answers"]] == [
        ("Secretariat officer", True)
    ]
    entry = (await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "consultation.answered"))).one()
    assert entry.on_behalf_of_id == world.champions["KEN"].id
    assert entry.after["KEN"] == {"answer": "agree", "text": ""}


async def test_the_deadline_closes_with_no_job_having_run(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_consultation(session, **OPENED)
    clock.set_to(asked.deadline_at)

    late = await client.post(
        f"/consultations/{asked.id}/answers", json={"answer": "agree"}, headers=world.headers("ken")
    )

    assert late.status_code == 409
    closed = await read(client, world, asked.id, "mar")
    assert (closed["status"], closed["ended_at"]) == ("closed", "2026-12-01T09:00:00Z")
    assert closed["actions"] == ["withdraw", "conclude"]
    for status, found in {"closed": 1, "open": 0}.items():
        listed = await client.get(f"/consultations?status={status}", headers=world.headers("ken"))
        assert len(listed.json()["items"]) == found


async def test_more_time_is_given_with_a_reason_and_only_while_it_is_open(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked, over = await make_consultation(session, **OPENED), await make_consultation(session, **CLOSED)
    body = {"deadline_at": "2026-12-08T17:00:00Z", "reason": "Three missions asked for it."}
    headers = world.headers("mar")

    extended = await client.post(f"/consultations/{asked.id}/extend", json=body, headers=headers)
    earlier = await client.post(f"/consultations/{asked.id}/extend", json=body, headers=headers)
    unexplained = await client.post(
        f"/consultations/{asked.id}/extend", json={"deadline_at": "2026-12-09T17:00:00Z"}, headers=headers
    )
    too_late = await client.post(f"/consultations/{over.id}/extend", json=body, headers=headers)

    assert extended.json()["deadline_at"] == "2026-12-08T17:00:00Z"
    assert extended.json()["extended_from_at"] == "2026-12-01T09:00:00Z"
    assert extended.json()["extension_reason"] == "Three missions asked for it."
    assert [refused.status_code for refused in (earlier, unexplained, too_late)] == [422, 422, 409]


async def test_the_result_is_recorded_once_it_is_closed_and_may_be_corrected(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_consultation(session, **OPENED)
    path, headers = f"/consultations/{asked.id}", world.headers("mar")
    result = {"outcome": "agreed", "text": "The meeting moves."}

    too_early = await client.post(f"{path}/conclude", json=result, headers=headers)
    unexplained = await client.post(f"{path}/close", headers=headers)
    closed = await client.post(f"{path}/close", json={"reason": "All have answered."}, headers=headers)
    concluded = await client.post(f"{path}/conclude", json=result, headers=headers)
    corrected = await client.post(f"{path}/conclude", json=result | {"text": "It moves by a week."}, headers=headers)

    assert (too_early.status_code, unexplained.status_code) == (409, 422)
    assert (closed.json()["status"], closed.json()["ended_at"]) == ("closed", "2026-11-24T09:00:00Z")
    assert (concluded.json()["status"], concluded.json()["outcome"]) == ("concluded", "agreed")
    assert concluded.json()["concluded_by"] == "Focal point of MAR"
    assert corrected.json()["result"] == "It moves by a week."


async def test_a_draft_is_changed_and_deleted_what_was_asked_is_withdrawn(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft, asked = await make_consultation(session), await make_consultation(session, **OPENED)
    headers = world.headers("mar")

    changed = await client.patch(
        f"/consultations/{draft.id}", json={"title": "Another day"}, headers=headers | {"If-Match": '"1"'}
    )
    stale = await client.patch(
        f"/consultations/{draft.id}", json={"title": "A third"}, headers=headers | {"If-Match": '"1"'}
    )
    deleted = await client.delete(f"/consultations/{draft.id}", headers=headers | {"If-Match": '"2"'})
    refused = await client.patch(
        f"/consultations/{asked.id}", json={"title": "Another day"}, headers=headers | {"If-Match": '"1"'}
    )
    withdrawn = await client.post(
        f"/consultations/{asked.id}/withdraw", json={"reason": "Asked twice."}, headers=headers
    )

    assert (changed.json()["title"], stale.status_code, deleted.status_code) == ("Another day", 412, 204)
    assert refused.status_code == 409
    assert (withdrawn.json()["status"], withdrawn.json()["ending_reason"]) == ("withdrawn", "Asked twice.")
    assert withdrawn.json()["actions"] == []


async def test_who_was_no_champion_at_the_end_is_not_counted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    gone = await make_champion(session, "PER", left_on=date(2026, 11, 20))
    later = await make_champion(session, "CHL", joined_on=date(2026, 11, 23))
    over = await make_consultation(session, **CLOSED)
    await make_answer(session, over, world.champions["KEN"])
    await make_answer(session, over, gone, AnswerKind.OBJECT)

    body = await read(client, world, over.id)

    assert body["tally"] == {"champions": 6, "agree": 1, "comment": 0, "object": 0, "silent": 5}
    assert later.iso3 not in {champion["iso3"] for champion in body["silent"]}


async def test_a_list_and_a_page_are_few_statements_whatever_there_is(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    consultations = [await make_consultation(session, **OPENED) for _ in range(5)]
    for champion in world.champions.values():
        await make_answer(session, consultations[0], champion)
    statements.clear()
    listed = await client.get("/consultations?limit=3&status=open&q=meeting", headers=world.headers("ken"))
    of_list = len(statements)
    statements.clear()
    await read(client, world, consultations[0].id)

    assert len(listed.json()["items"]) == 3
    assert (of_list, len(statements)) == (2, 3)  # the caller is one of them
