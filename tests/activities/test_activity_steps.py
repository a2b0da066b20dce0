"""An activity's way from an idea to its report."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityStatus
from tests.factories.activities import make_activity
from tests.factories.world import World

pytestmark = pytest.mark.anyio

S = ActivityStatus
WHY = {"reason": "Agreed with the host."}


async def step(
    client: httpx.AsyncClient, world: World, activity: Activity, verb: str, *, who: str = "ken", **body: Any
) -> httpx.Response:
    return await client.post(f"/activities/{activity.id}/{verb}", json=body, headers=world.headers(who))


async def test_an_idea_becomes_a_report(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    activity = await make_activity(
        session, world.champions["KEN"], status=S.IDEA, starts_on=date(2026, 11, 24), outcome="Six calls followed."
    )

    statuses = [
        (await step(client, world, activity, verb)).json()["status"] for verb in ("plan", "confirm", "hold", "report")
    ]

    assert statuses == ["planned", "confirmed", "held", "reported"]


@pytest.mark.parametrize(
    ("status", "verb", "target"),
    [
        (S.IDEA, "confirm", "confirmed"),
        (S.IDEA, "hold", "held"),
        (S.PLANNED, "hold", "held"),
        (S.CONFIRMED, "postpone", "postponed"),
        (S.POSTPONED, "cancel", "cancelled"),
    ],
)
async def test_a_shortcut_and_bad_news_ask_for_the_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: S, verb: str, target: str
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=status)

    without = await step(client, world, activity, verb)
    given = await step(client, world, activity, verb, **WHY)

    assert without.status_code == 422
    assert without.json()["errors"][0]["pointer"] == "/reason"
    assert (given.json()["status"], given.json()["status_reason"]) == (target, WHY["reason"])


async def test_what_lies_ahead_is_held_only_with_a_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=S.CONFIRMED, starts_on=date(2026, 11, 25))

    read = await client.get(f"/activities/{activity.id}", headers=world.headers("ken"))
    without = await step(client, world, activity, "hold")
    given = await step(client, world, activity, "hold", **WHY)

    assert "hold" in read.json()["asks_reason"]
    assert (without.status_code, given.status_code) == (422, 200)


async def test_a_report_needs_its_outcome(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=S.HELD)

    answer = await step(client, world, activity, "report")

    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "/outcome"


async def test_what_was_reported_keeps_its_outcome_and_its_days_in_the_past(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=S.REPORTED, starts_on=date(2026, 3, 1))
    headers = world.headers("ken") | {"If-Match": "*"}

    answers = [
        await client.patch(f"/activities/{activity.id}", json=body, headers=headers)
        for body in ({"outcome": ""}, {"starts_on": "2027-03-01"}, {"outcome": "Seven calls followed."})
    ]

    assert [answer.status_code for answer in answers] == [409, 409, 200]
    assert [answer.json()["errors"][0]["pointer"] for answer in answers[:2]] == ["/outcome", "/starts_on"]


async def test_a_postponed_activity_is_taken_up_again(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"])

    await step(client, world, activity, "postpone", **WHY)
    resumed = await step(client, world, activity, "resume")

    assert (resumed.json()["status"], resumed.json()["status_reason"]) == ("planned", "")


@pytest.mark.parametrize(
    ("status", "verb"),
    [(S.PLANNED, "plan"), (S.PLANNED, "report"), (S.HELD, "cancel"), (S.CANCELLED, "resume"), (S.REPORTED, "hold")],
)
async def test_a_step_that_the_state_does_not_allow_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: S, verb: str
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=status)

    answer = await step(client, world, activity, verb, **WHY)

    assert answer.status_code == 409


async def test_a_cancelled_activity_stays_as_it_is(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=S.CANCELLED)

    answer = await client.patch(
        f"/activities/{activity.id}", json={"title": "Again"}, headers=world.headers("ken") | {"If-Match": "*"}
    )

    assert answer.status_code == 409


async def test_what_the_initiative_leads_is_for_the_co_chairs_and_the_secretariat(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statuses = {
        who: (await step(client, world, await make_activity(session, None), "confirm", who=who)).status_code
        for who in ("ken", "mar", "secretariat")
    }

    assert statuses == {"ken": 403, "mar": 200, "secretariat": 200}


async def test_a_cancelled_activity_is_taken_up_again_with_a_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=S.CANCELLED)

    without = await step(client, world, activity, "reopen")
    others = await step(client, world, activity, "reopen", who="mar", **WHY)
    reopened = await step(client, world, activity, "reopen", **WHY)

    assert (without.status_code, others.status_code) == (422, 403)
    assert (reopened.json()["status"], reopened.json()["status_reason"]) == ("planned", WHY["reason"])


async def test_the_reason_is_for_members(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    await step(client, world, activity, "cancel", **WHY)

    reasons = [
        (await client.get(f"/activities/{activity.id}", headers=world.headers(who))).json()["status_reason"]
        for who in ("nobody", "observer", "mar")
    ]

    assert reasons == [None, None, WHY["reason"]]
