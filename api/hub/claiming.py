"""Who carries what: one delivery of a practice at a time, never more at once than is set, none while the Hub is left in peace.

The circuit's row is the gate: whoever takes it decides alone. Locks are taken in the order circuit, then delivery.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.hub import document
from api.hub.models import DeliveryState, HubCircuit, HubDelivery
from api.hub.rules import Circuit
from api.platform import clock
from api.platform.database import columns
from api.practices.models import Practice, PracticeVersion
from api.settings import Settings

_AFTER_THE_TIMEOUT = timedelta(seconds=3)
_Other = aliased(HubDelivery)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is ours until its lease ends: to be sent, or where it ``is_delivered`` to be asked after."""

    id: UUID
    practice_id: UUID
    is_delivered: bool
    takes: int
    document: Mapping[str, Any]


async def claim(session: AsyncSession, settings: Settings) -> Claimed | None:
    """Take the delivery that has been due the longest; ``None`` where nothing is due or nothing may leave now."""
    now = clock.now()
    circuit = await the_circuit(session)
    most = Circuit(circuit.failures, circuit.trips, circuit.paused_until).may_carry(now, settings.hub_concurrency)
    on_their_way = await session.exec(
        select(func.count()).select_from(HubDelivery).where(col(HubDelivery.leased_until) > now)
    )
    if on_their_way.one() >= most:
        return None
    delivery = (await session.exec(_due(now))).first()
    if delivery is None:
        return None
    delivery.leased_until = now + lease(settings)
    await session.flush()
    return Claimed(
        delivery.id,
        delivery.practice_id,
        is_delivered=delivery.state is DeliveryState.DELIVERED,
        takes=delivery.takes,
        document=await document_of(session, delivery, settings),
    )


async def release_expired(session: AsyncSession) -> None:
    """Give back what a worker held that was killed; superseded where a later version waits already."""
    expired = col(HubDelivery.leased_until) <= clock.now()
    later = select(_Other.id).where(
        col(_Other.practice_id) == col(HubDelivery.practice_id),
        col(_Other.state) == DeliveryState.QUEUED,
        col(_Other.leased_until).is_(None),
    )
    await session.exec(
        update(HubDelivery)
        .where(expired, col(HubDelivery.state) == DeliveryState.QUEUED, later.exists())
        .values(state=DeliveryState.SUPERSEDED, due_at=None, leased_until=None)
    )
    await session.exec(update(HubDelivery).where(expired).values(leased_until=None))


async def the_circuit(session: AsyncSession) -> HubCircuit:
    """The circuit's row, locked until the transaction ends."""
    return (await session.exec(select(HubCircuit).with_for_update())).one()


async def when_next(session: AsyncSession) -> datetime | None:
    """When something is due next; ``None`` where nothing waits."""
    circuit = (await session.exec(select(HubCircuit.paused_until))).one()
    due = (
        await session.exec(
            select(func.min(HubDelivery.due_at)).where(
                col(HubDelivery.due_at).is_not(None), col(HubDelivery.leased_until).is_(None)
            )
        )
    ).one()
    return max(filter(None, [due, circuit])) if due else None


def lease(settings: Settings) -> timedelta:
    """How long one delivery may take: two requests, each with a sign-in, and the note of what came of it."""
    return 2 * timedelta(seconds=settings.hub_timeout_seconds) + _AFTER_THE_TIMEOUT


def _due(now: datetime) -> Any:
    on_its_way = select(_Other.id).where(
        col(_Other.practice_id) == col(HubDelivery.practice_id), col(_Other.leased_until).is_not(None)
    )
    return (
        select(HubDelivery)
        .where(col(HubDelivery.due_at) <= now, col(HubDelivery.leased_until).is_(None), ~on_its_way.exists())
        .order_by(col(HubDelivery.due_at), col(HubDelivery.sequence))
        .limit(1)
        .with_for_update(skip_locked=True)
    )


async def document_of(session: AsyncSession, delivery: HubDelivery, settings: Settings) -> dict[str, Any]:
    """What the Hub is told by ``delivery``: the version as it was published."""
    kept = (
        await session.exec(
            columns(PracticeVersion.content, Champion.iso3)
            .select_from(PracticeVersion)
            .join(Practice, col(Practice.id) == col(PracticeVersion.practice_id))
            .join(Champion, col(Champion.id) == col(Practice.champion_id))
            .where(
                col(PracticeVersion.practice_id) == delivery.practice_id,
                col(PracticeVersion.number) == delivery.version,
            )
        )
    ).one()
    return document.document(
        delivery.practice_id,
        kind=delivery.kind,
        champion=kept.iso3,
        version=delivery.version,
        sequence=delivery.sequence,
        content=kept.content,
        home=settings.public_url.rstrip("/"),
    )
