"""The outbox: what the Hub is to be told is written in the transaction of what it tells of, so neither is lost alone."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.jobs import carry_deliveries
from api.hub.models import DeliveryKind, DeliveryState, HubDelivery
from api.platform import clock
from api.platform.jobs import defer
from api.platform.records import Visibility
from api.practices.models import Practice, PracticeStatus


async def tell_hub(session: AsyncSession, practice: Practice) -> None:
    """Let the Hub know of what was published or withdrawn. Call it with the practice locked, in the same transaction."""
    await tell_hub_of_each(session, [practice])


async def tell_hub_of_each(session: AsyncSession, practices: Sequence[Practice]) -> list[UUID]:
    """A delivery for each of ``practices``, in place of what still waits to leave; returns the deliveries' keys.

    What is not for the world goes to no Hub: for it the practice is withdrawn, if it was ever told of it.
    """
    told = set(await session.exec(_told_of([practice.id for practice in practices])))
    deliveries = [
        HubDelivery(practice_id=practice.id, kind=kind, version=practice.version, title=practice.title)
        for practice in practices
        if (kind := _kind(practice)) is DeliveryKind.PUBLICATION or practice.id in told
    ]
    if not deliveries:
        return []
    await _put_aside(session, [delivery.practice_id for delivery in deliveries])
    session.add_all(deliveries)
    await session.flush()
    await defer(session, carry_deliveries)
    return [delivery.id for delivery in deliveries]


def _kind(practice: Practice) -> DeliveryKind:
    is_for_the_world = practice.status is PracticeStatus.PUBLISHED and practice.visibility is Visibility.PUBLIC
    return DeliveryKind.PUBLICATION if is_for_the_world else DeliveryKind.WITHDRAWAL


def _told_of(practice_ids: Sequence[UUID]) -> Any:
    return select(HubDelivery.practice_id).where(col(HubDelivery.practice_id).in_(practice_ids)).distinct()


async def _put_aside(session: AsyncSession, practice_ids: Sequence[UUID]) -> None:
    """What waits is superseded; what was delivered needs no asking after any more. What is on its way ends by itself."""
    earlier = (
        col(HubDelivery.practice_id).in_(practice_ids),
        col(HubDelivery.leased_until).is_(None),
        col(HubDelivery.due_at).is_not(None),
    )
    counted = {"revision": HubDelivery.revision + 1, "updated_at": clock.now()}
    await session.exec(
        update(HubDelivery)
        .where(*earlier, col(HubDelivery.state) == DeliveryState.QUEUED)
        .values(state=DeliveryState.SUPERSEDED, due_at=None, **counted)
    )
    await session.exec(
        update(HubDelivery).where(*earlier, col(HubDelivery.state) == DeliveryState.DELIVERED).values(due_at=None)
    )
