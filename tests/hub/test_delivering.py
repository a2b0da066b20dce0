"""From the publication to the Hub and back, with a Hub that really listens, and fails when it is told to."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.carrier import NOT_KEPT
from api.hub.claiming import claim
from api.hub.models import AttemptOutcome, DeliveryState, HubAttempt, HubCircuit, HubStatus
from api.hub.standin.faults import Fault
from api.notifications.models import Mail
from api.platform import clock
from api.practices.models import Practice, PracticeStatus
from tests.conftest import NOW
from tests.factories.practices import make_practice
from tests.factories.world import World
from tests.hub.conftest import Hub, deliveries

pytestmark = pytest.mark.anyio


async def attempts(session: AsyncSession) -> list[AttemptOutcome]:
    return list((await session.exec(select(HubAttempt.outcome).order_by(col(HubAttempt.number)))).all())


async def test_a_published_practice_reaches_the_hub_whole(hub: Hub, session: AsyncSession, published: Practice) -> None:
    await hub.carry()

    [delivery] = await deliveries(session, published)
    sent = hub.attributes(published)
    assert delivery.state is DeliveryState.DELIVERED
    assert sent["title"] == published.title
    assert sent["field_benefit_and_impact"] == {"value": "Complaints fell by a third.", "format": "plain_text"}
    assert sent["field_dates"] == {"value": "2023-02-01", "end_value": None}
    assert "implementing_focal_point" not in str(sent)


async def test_a_new_version_takes_the_place_of_one_that_has_not_left(
    hub: Hub, session: AsyncSession, published: Practice, client: httpx.AsyncClient, world: World
) -> None:
    officer = world.headers("secretariat")
    revision = (await client.post(f"/practices/{published.id}/revise", headers=officer)).json()
    told = officer | {"If-Match": "*"}
    await client.patch(f"/practices/{revision['id']}", json={"title": "Better told"}, headers=told)
    await client.post(f"/practices/{revision['id']}/publish", json={"reason": "A misprint."}, headers=officer)
    await hub.carry()

    assert [each.state for each in await deliveries(session, published)] == [
        DeliveryState.SUPERSEDED,
        DeliveryState.DELIVERED,
    ]
    assert [act["version"] for act in hub.acts] == [2]
    assert hub.attributes(published)["title"] == "Better told"


async def test_a_withdrawal_archives_it_there(
    hub: Hub, session: AsyncSession, published: Practice, client: httpx.AsyncClient, world: World
) -> None:
    await hub.carry()
    headers = world.headers("secretariat")
    await client.post(f"/practices/{published.id}/withdraw", json={"reason": "Out of date."}, headers=headers)
    await hub.carry()

    assert hub.attributes(published)["moderation_state"] == "archived"
    assert hub.attributes(published)["title"] == published.title


async def test_what_is_not_for_the_world_goes_to_no_hub(
    session: AsyncSession, client: httpx.AsyncClient, world: World
) -> None:
    practice = await make_practice(
        session, world.champions["MAR"], status=PracticeStatus.ACCEPTED, visibility="members"
    )
    await client.post(f"/practices/{practice.id}/publish", headers=world.headers("secretariat"))

    assert await deliveries(session, practice) == []


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.BROKEN, Fault.HALF, Fault.LOST])
async def test_what_fails_is_tried_again_and_acted_upon_once(
    hub: Hub, session: AsyncSession, published: Practice, fault: Fault
) -> None:
    hub.fails(fault)
    await hub.carry()
    [delivery] = await deliveries(session, published)
    failed = delivery.state, delivery.attempts
    hub.is_well()
    clock.set_to(NOW + timedelta(seconds=11))
    await hub.carry()

    [delivery] = await deliveries(session, published)
    assert failed == (DeliveryState.QUEUED, 1)
    assert delivery.state is DeliveryState.DELIVERED
    assert len(hub.acts) == 1


async def test_a_slow_hub_is_not_waited_for_for_ever(hub: Hub, session: AsyncSession, published: Practice) -> None:
    hub.fails(Fault.SLOW, seconds=0.7)
    await hub.carry()

    [attempt] = (await session.exec(select(HubAttempt))).all()
    assert (attempt.outcome, attempt.words) == (AttemptOutcome.UNREACHABLE, "No answer within 0.5 seconds.")
    assert published.id


async def test_the_hub_says_when_to_come_again(hub: Hub, session: AsyncSession, published: Practice) -> None:
    hub.fails(Fault.BUSY, retry_after="Tue, 24 Nov 2026 09:10:00 GMT")
    await hub.carry()

    [delivery] = await deliveries(session, published)
    circuit = (await session.exec(select(HubCircuit))).one()
    assert delivery.due_at == circuit.paused_until == NOW + timedelta(minutes=10)
    assert delivery.attempts == 0


async def test_a_refusal_is_a_dead_letter_with_the_hubs_own_words(
    hub: Hub, session: AsyncSession, published: Practice
) -> None:
    hub.fails(Fault.REFUSING)
    await hub.carry()

    [delivery] = await deliveries(session, published)
    [attempt] = (await session.exec(select(HubAttempt))).all()
    assert (delivery.state, delivery.due_at) == (DeliveryState.GIVEN_UP, None)
    assert attempt.words == "Spell out the acronyms. (/data/attributes/field_summary)"


async def test_after_the_set_number_it_is_given_up(hub: Hub, session: AsyncSession, published: Practice) -> None:
    hub.fails(Fault.BROKEN)
    for minute in range(3):
        clock.set_to(NOW + timedelta(minutes=10 * minute))
        await hub.carry()

    [delivery] = await deliveries(session, published)
    assert (delivery.state, delivery.attempts) == (DeliveryState.GIVEN_UP, 3)
    assert await attempts(session) == [AttemptOutcome.FAILED] * 3


async def test_a_redirect_into_this_network_is_refused(hub: Hub, session: AsyncSession, published: Practice) -> None:
    hub.fails(Fault.ELSEWHERE)
    await hub.carry()

    [attempt] = (await session.exec(select(HubAttempt))).all()
    assert attempt.words == (
        "The Hub sends us to http://127.0.0.1:22/jsonapi, an address inside this network. Refused: nothing was sent there."
    )
    assert published.id


async def test_a_token_that_is_not_good_any_more_is_renewed(
    hub: Hub, session: AsyncSession, published: Practice
) -> None:
    real, hub.stand_in.kept.knows = hub.stand_in.kept.knows, lambda _: False  # type: ignore[method-assign]
    await hub.carry()
    hub.stand_in.kept.knows = real  # type: ignore[method-assign]
    clock.set_to(NOW + timedelta(seconds=11))
    await hub.carry()

    assert await attempts(session) == [AttemptOutcome.NOT_LET_IN, AttemptOutcome.TAKEN]
    assert published.id


async def test_a_hub_that_only_said_so_is_found_out_and_told_again(
    hub: Hub, session: AsyncSession, published: Practice
) -> None:
    hub.fails(Fault.LYING)
    await hub.carry()
    hub.is_well()
    hub.stand_in.kept.nodes.clear()
    clock.set_to(NOW + timedelta(minutes=16))
    await hub.carry()
    clock.set_to(NOW + timedelta(minutes=17))
    await hub.carry()

    [delivery] = await deliveries(session, published)
    lost = (await session.exec(select(HubAttempt).where(col(HubAttempt.words) == NOT_KEPT))).all()
    assert len(lost) == 1
    assert delivery.state is DeliveryState.DELIVERED
    assert len(hub.acts) == 1


async def test_where_no_message_comes_the_hub_is_asked_and_the_author_told(
    hub: Hub, session: AsyncSession, published: Practice
) -> None:
    await hub.carry()
    clock.set_to(NOW + timedelta(minutes=16))
    await hub.carry()

    [delivery] = await deliveries(session, published)
    letters = (await session.exec(select(Mail.subject).where(col(Mail.kind) == "hub_published"))).all()
    assert delivery.hub_status is HubStatus.PUBLISHED
    assert delivery.hub_link == f"{hub.settings.hub_url}/practice/{published.id}"
    assert delivery.due_at is None
    assert len(letters) == 2
    assert letters[0] == "Published on the Migration Network Hub: Pre-departure information in district offices"


async def test_while_the_circuit_is_open_nothing_is_sent_then_one_as_a_probe(
    hub: Hub, session: AsyncSession, published: Practice, client: httpx.AsyncClient, world: World
) -> None:
    for _ in range(5):
        more = await make_practice(session, world.champions["MAR"], status=PracticeStatus.ACCEPTED)
        await client.post(f"/practices/{more.id}/publish", headers=world.headers("secretariat"))
    hub.fails(Fault.DOWN)
    await hub.carry()
    tripped = len(hub.stand_in.kept.journal)
    overview = (await client.get("/hub", headers=world.headers("secretariat"))).json()
    await hub.carry()
    at_rest = len(hub.stand_in.kept.journal)
    clock.set_to(NOW + timedelta(minutes=2))
    await hub.carry()
    probed = len(hub.stand_in.kept.journal)
    hub.is_well()
    clock.set_to(NOW + timedelta(minutes=10))
    await hub.carry()

    assert (tripped, at_rest, probed) == (5, 5, 6)
    assert overview["circuit"]["state"] == "open"
    assert overview["counts"]["queued"] == 6
    assert len(hub.acts) == 6
    assert published.id


async def test_what_nobody_finished_is_taken_up_when_its_lease_ends(
    hub: Hub, session: AsyncSession, published: Practice
) -> None:
    claimed = await claim(session, hub.settings)
    await session.commit()
    await hub.carry()
    held = hub.acts[:]
    clock.set_to(NOW + timedelta(seconds=5))
    await hub.carry()

    assert claimed is not None
    assert held == []
    assert len(hub.acts) == 1
    assert published.id
