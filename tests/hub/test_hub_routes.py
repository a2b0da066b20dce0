"""The secretariat's view of the deliveries, and the author's."""

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.hub.models import AttemptOutcome, DeliveryState, HubAttempt
from api.practices.models import Practice, PracticeStatus
from tests.factories.hub import make_delivery
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.fixture
async def practice(session: AsyncSession, world: World) -> Practice:
    return await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)


async def test_the_list_is_one_statement_filtered_and_paged(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World, statements: list[str]
) -> None:
    for state in (DeliveryState.SUPERSEDED, DeliveryState.DELIVERED, DeliveryState.GIVEN_UP):
        await make_delivery(session, practice, state=state)
    officer = world.headers("secretariat")
    statements.clear()

    first = (await client.get("/hub/deliveries?limit=2", headers=officer)).json()
    counted = len([sent for sent in statements if "hub_deliveries" in sent])
    second = (await client.get(f"/hub/deliveries?limit=2&cursor={first['next']}", headers=officer)).json()
    dead = (
        await client.get(f"/hub/deliveries?state=given_up&practice_id={practice.id}&q=DEPARTURE", headers=officer)
    ).json()

    assert counted == 1
    assert [each["state"] for each in first["items"] + second["items"]] == ["given_up", "delivered", "superseded"]
    assert [each["actions"] for each in dead["items"]] == [["retry", "skip"]]


async def test_a_dead_letter_shows_what_the_hub_said_and_is_tried_again(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    delivery = await make_delivery(session, practice, state=DeliveryState.GIVEN_UP, attempts=12)
    words = "Spell out the acronyms."
    session.add(
        HubAttempt(
            delivery_id=delivery.id,
            number=1,
            milliseconds=80,
            outcome=AttemptOutcome.REFUSED,
            http_status=422,
            words=words,
        )
    )
    await session.commit()
    officer = world.headers("secretariat")

    read = (await client.get(f"/hub/deliveries/{delivery.id}", headers=officer)).json()
    again = await client.post(f"/hub/deliveries/{delivery.id}/retry", headers=officer)
    twice = await client.post(f"/hub/deliveries/{delivery.id}/retry", headers=officer)

    assert (read["last_words"], [each["words"] for each in read["attempts_made"]]) == (words, [words])
    assert (again.json()["state"], again.json()["attempts"]) == ("queued", 0)
    assert twice.status_code == httpx.codes.CONFLICT


async def test_only_the_last_delivery_of_a_practice_is_tried_again(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    old = await make_delivery(session, practice, state=DeliveryState.GIVEN_UP)
    await make_delivery(session, practice, state=DeliveryState.DELIVERED)

    answer = await client.post(f"/hub/deliveries/{old.id}/retry", headers=world.headers("secretariat"))

    assert answer.status_code == httpx.codes.CONFLICT
    assert "later delivery" in answer.json()["detail"]


async def test_all_dead_letters_are_tried_again_at_once_but_for_those_overtaken(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    officer, given_up = world.headers("secretariat"), DeliveryState.GIVEN_UP
    others = [await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED) for _ in range(3)]
    dead = [await make_delivery(session, other, state=given_up, attempts=12) for other in others]
    overtaken = await make_delivery(session, practice, state=given_up)
    await make_delivery(session, practice)

    before = (await client.get("/hub", headers=officer)).json()
    retried = await client.post("/hub/deliveries/retry", headers=officer)
    again = await client.post("/hub/deliveries/retry", headers=officer)

    found = select(AuditEntry.record_id).where(col(AuditEntry.action) == "hub_delivery.retry")
    for delivery in (*dead, overtaken):
        await session.refresh(delivery)
    assert (before["counts"]["given_up"], before["retryable"]) == (4, 3)
    assert [answer.json() for answer in (retried, again)] == [{"queued": 3}, {"queued": 0}]
    assert [(each.state, each.attempts) for each in dead] == [(DeliveryState.QUEUED, 0)] * 3
    assert overtaken.state is given_up
    assert set((await session.exec(found)).all()) == {delivery.id for delivery in dead}


async def test_skipping_takes_a_reason_and_is_kept(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    delivery = await make_delivery(session, practice)
    officer = world.headers("secretariat")

    without = await client.post(f"/hub/deliveries/{delivery.id}/skip", json={}, headers=officer)
    stale = officer | {"If-Match": '"7"'}
    other = await client.post(f"/hub/deliveries/{delivery.id}/skip", json={"reason": "Held twice."}, headers=stale)
    skipped = await client.post(f"/hub/deliveries/{delivery.id}/skip", json={"reason": "Held twice."}, headers=officer)

    entry = (await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "hub_delivery.skip"))).one()
    assert without.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert without.json()["errors"][0]["pointer"] == "/reason"
    assert other.status_code == httpx.codes.PRECONDITION_FAILED
    assert (skipped.json()["state"], skipped.json()["skip_reason"]) == ("skipped", "Held twice.")
    assert entry.reason == "Held twice."


async def test_the_author_sees_where_it_stands_and_others_nothing(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    path = f"/hub/practices/{practice.id}"
    before = (await client.get(path, headers=world.headers("mar"))).json()
    delivery = await make_delivery(session, practice, state=DeliveryState.GIVEN_UP)

    own = (await client.get(path, headers=world.headers("mar"))).json()
    officers = (await client.get(path, headers=world.headers("secretariat"))).json()
    other = await client.get(path, headers=world.headers("slv"))

    assert before["standing"] == "not_sent"
    assert (own["standing"], own["delivery_id"], own["is_configured"]) == ("held_up", None, False)
    assert officers["delivery_id"] == str(delivery.id)
    assert other.status_code == httpx.codes.NOT_FOUND


async def test_without_a_hub_it_says_so_and_compares_nothing(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    await make_delivery(session, practice)
    officer = world.headers("secretariat")

    hub = (await client.get("/hub", headers=officer)).json()
    compared = await client.post("/hub/reconciliation", headers=officer)

    assert (hub["is_configured"], hub["counts"]["queued"]) == (False, 1)
    assert hub["waiting_since"] is not None
    assert compared.status_code == httpx.codes.CONFLICT
    assert "CHAMPIONS_HUB_URL" in compared.json()["detail"]


async def test_metrics_and_health_tell_of_the_hub(
    client: httpx.AsyncClient, session: AsyncSession, practice: Practice, world: World
) -> None:
    await make_delivery(session, practice)
    dead = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    await make_delivery(session, dead, state=DeliveryState.GIVEN_UP)

    measured = (await client.get("http://test/metrics")).text
    health = (await client.get("http://test/health/hub")).json()

    assert "champions_hub_deliveries_waiting 1.0" in measured
    assert "champions_hub_deliveries_given_up 1.0" in measured
    assert "champions_hub_circuit_open 0.0" in measured
    assert health == {
        "is_configured": False,
        "circuit": "closed",
        "waiting": 1,
        "given_up": 1,
        "oldest_waits_seconds": 0,
    }
