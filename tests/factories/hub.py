"""Deliveries to the Hub, and comparisons with it."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.models import DeliveryKind, DeliveryState, FindingKind, HubDelivery, HubFinding, HubReconciliation
from api.platform import clock
from api.practices.models import Practice


async def make_delivery(
    session: AsyncSession, practice: Practice, *, state: DeliveryState = DeliveryState.QUEUED, **fields: Any
) -> HubDelivery:
    """A delivery of the current version of ``practice``."""
    values: dict[str, Any] = {"due_at": clock.now() if state is DeliveryState.QUEUED else None}
    if state is DeliveryState.DELIVERED:
        values["delivered_at"] = clock.now()
    if state is DeliveryState.SKIPPED:
        values["skip_reason"] = "The Hub has it already."
    delivery = HubDelivery(
        practice_id=practice.id,
        kind=DeliveryKind.PUBLICATION,
        version=practice.version,
        title=practice.title,
        state=state,
        **(values | fields),
    )
    session.add(delivery)
    await session.commit()
    return delivery


async def make_reconciliation(session: AsyncSession, *missing: Practice) -> HubReconciliation:
    """A comparison that has ended, with a finding for each of ``missing``."""
    made = HubReconciliation(state="done", finished_at=clock.now(), expected=len(missing))
    session.add(made)
    await session.flush()
    session.add_all(
        HubFinding(
            reconciliation_id=made.id,
            kind=FindingKind.MISSING,
            practice_id=practice.id,
            title=practice.title,
            our_version=practice.version,
        )
        for practice in missing
    )
    await session.commit()
    return made
