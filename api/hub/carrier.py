"""Carries the deliveries to the Hub: takes what is due, sends it, notes what came of it, until nothing is due."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub import rules
from api.hub.claiming import Claimed, claim, release_expired, the_circuit, when_next
from api.hub.client import Answer, HubClient, resources
from api.hub.document import differing
from api.hub.hearing import hear
from api.hub.models import AttemptOutcome, DeliveryKind, DeliveryState, HubAttempt, HubDelivery, HubStatus
from api.platform import clock
from api.platform.database import Database
from api.platform.jobs import transaction
from api.settings import Settings

_GLANCE, _LOOK_AGAIN = 0.05, 0.5
"""Seconds for which a lane with nothing to do rests: what is due may be held by another, and something new may come."""
NOT_KEPT = "The Hub had said that it took this. Asked again, it has not kept it."

_log = structlog.get_logger("hub")


async def carry(database: Database, settings: Settings, *, seconds: float = 0) -> bool:
    """Carry what is due, several at once, and what falls due in the next ``seconds``; ``False`` where somebody else does.

    One carrier at a time: a thousand publications are no reason to keep the other jobs waiting.
    """
    if settings.hub_url is None:
        return False
    async with _only_one(database) as is_ours:
        if not is_ours:
            return False
        async with transaction(database) as session:
            await release_expired(session)
        async with HubClient(settings) as hub:
            until = time.monotonic() + seconds
            await asyncio.gather(*(_lane(database, settings, hub, until) for _ in range(settings.hub_concurrency)))
    return True


@asynccontextmanager
async def _only_one(database: Database) -> AsyncIterator[bool]:
    async with transaction(database) as session:
        lock = func.pg_try_advisory_xact_lock(func.hashtextextended("hub:carrier", 0))
        yield bool((await session.exec(select(lock))).one())


async def _lane(database: Database, settings: Settings, hub: HubClient, until: float) -> None:
    while True:
        async with transaction(database) as session:
            claimed = await claim(session, settings)
            due = await when_next(session) if claimed is None else None
        if claimed is not None:
            await carry_one(database, settings, hub, claimed)
            continue
        left = until - time.monotonic()
        if due is None or (wait := (due - clock.now()).total_seconds()) > left or left <= 0:
            return
        await asyncio.sleep(min(max(wait, _GLANCE), _LOOK_AGAIN))


async def carry_one(database: Database, settings: Settings, hub: HubClient, claimed: Claimed) -> None:
    """Send a delivery, or ask what became of it, and note the answer."""
    if claimed.is_delivered:
        answer = await hub.get(claimed.practice_id)
    else:
        answer = await hub.put(claimed.document, f"{claimed.id}-{claimed.takes}")
    async with transaction(database) as session:
        await _note_circuit(session, settings, answer)
        delivery = (
            await session.exec(select(HubDelivery).where(col(HubDelivery.id) == claimed.id).with_for_update())
        ).one()
        delivery.leased_until = None
        if claimed.is_delivered:
            await _note_check(session, settings, delivery, answer, claimed)
        elif delivery.state is DeliveryState.QUEUED:
            await _note_sending(session, settings, delivery, answer)
        elif answer.outcome is AttemptOutcome.TAKEN:  # its message was here before its answer
            await _write_attempt(session, delivery, answer)
        if delivery.hub_status in rules.FINAL:
            delivery.due_at = None


async def _note_circuit(session: AsyncSession, settings: Settings, answer: Answer) -> None:
    row = await the_circuit(session)
    before = rules.Circuit(row.failures, row.trips, row.paused_until)
    after = before.after(answer.outcome, clock.now(), _first_wait(settings), answer.wait)
    if after == before:
        return
    row.failures, row.trips, row.paused_until = after.failures, after.trips, after.paused_until
    row.words = answer.words
    if after.trips > before.trips:
        _log.warning("hub circuit tripped", until=str(after.paused_until), failures=after.failures, words=answer.words)
    if before.trips and not after.trips:
        _log.info("hub answers again")
        await session.exec(  # what failed while it was away need not wait any longer
            update(HubDelivery)
            .where(col(HubDelivery.state) == DeliveryState.QUEUED, col(HubDelivery.due_at) > clock.now())
            .values(due_at=clock.now())
        )


async def _note_sending(session: AsyncSession, settings: Settings, delivery: HubDelivery, answer: Answer) -> None:
    if answer.outcome is AttemptOutcome.REFUSED and _is_gone_anyway(delivery, answer):
        delivery.state, delivery.delivered_at, delivery.due_at = DeliveryState.DELIVERED, clock.now(), None
        await hear(session, delivery, HubStatus.WITHDRAWN, clock.now())
        return
    await _write_attempt(session, delivery, answer)
    if answer.outcome is AttemptOutcome.TAKEN:
        delivery.state, delivery.delivered_at = DeliveryState.DELIVERED, clock.now()
        delivery.takes += 1
        delivery.due_at = clock.now() + rules.next_check(delivery.checks, _first_check(settings))
        return
    await _try_again(session, settings, delivery, answer)


def _is_gone_anyway(delivery: HubDelivery, answer: Answer) -> bool:
    return delivery.kind is DeliveryKind.WITHDRAWAL and answer.status in {404, 410}


async def _try_again(session: AsyncSession, settings: Settings, delivery: HubDelivery, answer: Answer) -> None:
    if await _is_overtaken(session, delivery):
        delivery.state, delivery.due_at = DeliveryState.SUPERSEDED, None
        return
    if answer.outcome is not AttemptOutcome.BUSY:
        delivery.attempts += 1
        if rules.is_last_attempt(answer.outcome, delivery.attempts, settings.hub_attempts):
            delivery.state, delivery.due_at = DeliveryState.GIVEN_UP, None
            _log.warning("hub delivery given up", delivery_id=str(delivery.id), words=answer.words)
            return
    waits = rules.backoff(max(1, delivery.attempts), _first_wait(settings), chance=random.random())  # noqa: S311
    delivery.due_at = clock.now() + max(waits, answer.wait or timedelta(0))


async def _note_check(
    session: AsyncSession, settings: Settings, delivery: HubDelivery, answer: Answer, claimed: Claimed
) -> None:
    """What the Hub has is held against what it said that it took."""
    found = resources(answer)
    is_answered = answer.outcome is AttemptOutcome.TAKEN or answer.status in {404, 410}
    if not is_answered or delivery.state is not DeliveryState.DELIVERED or delivery.due_at is None:
        if delivery.due_at is not None:
            delivery.due_at = clock.now() + rules.backoff(1, _first_wait(settings), chance=random.random())  # noqa: S311
        return
    if await _is_overtaken(session, delivery):
        delivery.due_at = None
        return
    kept = found[0] if found and _sequence(found[0]) >= delivery.sequence else None
    if kept is None and delivery.kind is DeliveryKind.WITHDRAWAL and not found:
        delivery.due_at = None
        await hear(session, delivery, HubStatus.WITHDRAWN, clock.now())
    elif kept is None or differing(claimed.document, kept) or _still_shows(delivery, kept):
        await _send_anew(session, settings, delivery, answer)
    else:
        await _hear_from_node(session, settings, delivery, kept["attributes"])


async def _send_anew(session: AsyncSession, settings: Settings, delivery: HubDelivery, answer: Answer) -> None:
    delivery.state, delivery.delivered_at = DeliveryState.QUEUED, None
    delivery.hub_status = delivery.hub_said_at = None
    lost = Answer(AttemptOutcome.NOT_KEPT, answer.milliseconds, answer.status, NOT_KEPT)
    await _write_attempt(session, delivery, lost)
    await _try_again(session, settings, delivery, lost)


async def _hear_from_node(
    session: AsyncSession, settings: Settings, delivery: HubDelivery, attributes: Mapping[str, Any]
) -> None:
    """What the node itself says, where no message came."""
    said = _STATUS_OF.get(str(attributes.get("moderation_state")), HubStatus.ACCEPTED)
    words, link = str(attributes.get("field_moderation_note") or ""), str(attributes.get("field_public_url") or "")
    await hear(session, delivery, said, clock.now(), words=words, link=link)
    delivery.checks += 1
    if said not in rules.FINAL:
        delivery.due_at = clock.now() + rules.next_check(delivery.checks, _first_check(settings))


_STATUS_OF = {
    "draft": HubStatus.ACCEPTED,
    "published": HubStatus.PUBLISHED,
    "refused": HubStatus.REFUSED,
    "archived": HubStatus.WITHDRAWN,
}


def _still_shows(delivery: HubDelivery, kept: Mapping[str, Any]) -> bool:
    return delivery.kind is DeliveryKind.WITHDRAWAL and kept["attributes"].get("moderation_state") != "archived"


def _sequence(resource: Mapping[str, Any]) -> int:
    attributes = resource.get("attributes")
    found = attributes.get("field_sequence") if isinstance(attributes, Mapping) else None
    return found if isinstance(found, int) else -1


async def _is_overtaken(session: AsyncSession, delivery: HubDelivery) -> bool:
    later = select(HubDelivery.id).where(
        col(HubDelivery.practice_id) == delivery.practice_id, col(HubDelivery.sequence) > delivery.sequence
    )
    return (await session.exec(later.limit(1))).first() is not None


async def _write_attempt(session: AsyncSession, delivery: HubDelivery, answer: Answer) -> None:
    before = select(func.count()).select_from(HubAttempt).where(col(HubAttempt.delivery_id) == delivery.id)
    session.add(
        HubAttempt(
            delivery_id=delivery.id,
            number=(await session.exec(before)).one() + 1,
            at=clock.now(),
            milliseconds=answer.milliseconds,
            outcome=answer.outcome,
            http_status=answer.status,
            words=answer.words,
        )
    )


def _first_wait(settings: Settings) -> timedelta:
    return timedelta(seconds=settings.hub_backoff_seconds)


def _first_check(settings: Settings) -> timedelta:
    return timedelta(seconds=settings.hub_check_seconds)
