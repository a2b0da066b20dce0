"""Writes about deliveries: trying again, skipping, hearing the Hub, comparing and mending."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.hub import queries, rules
from api.hub.hearing import hear
from api.hub.jobs import carry_deliveries, reconcile
from api.hub.models import (
    DeliveryState,
    HubCallback,
    HubDelivery,
    HubFinding,
    HubReconciliation,
    HubStatus,
    ReconciliationState,
)
from api.hub.outbox import tell_hub_of_each
from api.hub.reconciliation_queries import last_reconciliation, mendable
from api.hub.schemas import (
    DeliveredAgain,
    DeliveringAgain,
    DeliveryBody,
    HubMessage,
    HubMessageTaken,
    LastReconciliation,
    RetriedDeadLetters,
)
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.jobs import defer
from api.platform.problems import Conflict, NotFound
from api.practices.models import Practice
from api.settings import Settings

Subject = HubDelivery
"""What a write works on, for the routes, which know no tables."""

_NO_HUB = "No Hub is connected here. The administrator sets CHAMPIONS_HUB_URL; what waits is delivered then."


async def load_for_change(session: AsyncSession, delivery_id: UUID, expected_revision: int) -> HubDelivery:
    """The delivery, locked until the transaction ends; 404 where there is none, 412 where it is stale."""
    found = await session.exec(select(HubDelivery).where(col(HubDelivery.id) == delivery_id).with_for_update())
    delivery = found.first()
    if delivery is None:
        raise NotFound("There is no such delivery.")
    check_revision(delivery, expected_revision)
    return delivery


async def retry(session: AsyncSession, caller: Caller, delivery: HubDelivery) -> DeliveryBody:
    """Queue a delivery again that was given up or skipped."""
    body = await queries.get_delivery(session, delivery.id)
    if delivery.state not in rules.RETRYABLE:
        raise Conflict("Only what was given up or skipped is tried again; what waits is tried by itself.")
    if "retry" not in body.actions:
        raise Conflict("A later delivery of this practice has taken its place: that one counts.")
    await _queue_again(session, caller, delivery)
    await defer(session, carry_deliveries)
    return await queries.get_delivery(session, delivery.id)


async def retry_all(session: AsyncSession, caller: Caller) -> RetriedDeadLetters:
    """Queue every dead letter again that no later delivery has overtaken: after a bad day of the Hub, or of ours."""
    found = await session.exec(
        select(HubDelivery)
        .where(queries.is_live_dead_letter())
        .order_by(col(HubDelivery.sequence))
        .with_for_update(of=HubDelivery)
    )
    dead = found.all()
    for delivery in dead:
        await _queue_again(session, caller, delivery)
    await defer(session, carry_deliveries)
    return RetriedDeadLetters(queued=len(dead))


async def _queue_again(session: AsyncSession, caller: Caller, delivery: HubDelivery) -> None:
    delivery.state, delivery.due_at, delivery.attempts, delivery.skip_reason = DeliveryState.QUEUED, clock.now(), 0, ""
    await audit.record(session, caller, "hub_delivery.retry", delivery, title=delivery.title)


async def skip(session: AsyncSession, caller: Caller, delivery: HubDelivery, reason: str) -> DeliveryBody:
    """Do without a delivery, with the reason."""
    is_on_its_way = delivery.leased_until is not None and delivery.leased_until > clock.now()
    if "skip" not in rules.actions(delivery.state, is_on_its_way=is_on_its_way, is_last=True):
        raise Conflict("Only what waits or was given up is skipped, and not while it is being sent.")
    delivery.state, delivery.due_at, delivery.leased_until = DeliveryState.SKIPPED, None, None
    delivery.skip_reason = reason
    await audit.record(session, caller, "hub_delivery.skip", delivery, title=delivery.title, reason=reason)
    return await queries.get_delivery(session, delivery.id)


async def take_message(session: AsyncSession, webhook_id: str, message: HubMessage) -> HubMessageTaken:
    """Take a signed message once; one that came before, or is about nothing of ours, changes nothing."""
    first = await session.exec(
        insert(HubCallback)
        .values(webhook_id=webhook_id, received_at=clock.now())
        .on_conflict_do_nothing()
        .returning(col(HubCallback.webhook_id))
    )
    if first.first() is None:
        return HubMessageTaken(is_news=False)
    about = col(HubDelivery.practice_id) == message.data.id, col(HubDelivery.sequence) == message.data.sequence
    delivery = (await session.exec(select(HubDelivery).where(*about).with_for_update())).first()
    if delivery is None:
        return HubMessageTaken(is_news=False)
    said = HubStatus(message.type.removeprefix("practice."))
    words, link = message.data.words, message.data.url or ""
    return HubMessageTaken(is_news=await hear(session, delivery, said, message.timestamp, words=words, link=link))


async def start_reconciliation(session: AsyncSession, caller: Caller, settings: Settings) -> LastReconciliation:
    """Have what the Hub has compared with what it should have."""
    _require_hub(settings)
    made = HubReconciliation(state=ReconciliationState.RUNNING)
    session.add(made)
    await audit.record(session, caller, "hub_reconciliation.start", made, title="Migration Network Hub")
    await defer(session, reconcile)
    return await last_reconciliation(session)


async def deliver_again(
    session: AsyncSession, caller: Caller, settings: Settings, body: DeliveringAgain
) -> DeliveredAgain:
    """Queue a delivery for what the last comparison found missing, older or other."""
    _require_hub(settings)
    findings = (await session.exec(mendable(body.finding_ids))).all()
    practices = await _locked(session, [finding.practice_id for finding in findings])
    for practice in practices:
        await audit.record(session, caller, "practice.deliver_again", practice, title=practice.title)
    made = await tell_hub_of_each(session, practices)
    await _remember_deliveries(session, findings, made)
    return DeliveredAgain(deliveries=len(made))


async def _locked(session: AsyncSession, ids: Sequence[UUID]) -> Sequence[Practice]:
    found = await session.exec(
        select(Practice).where(col(Practice.id).in_(ids)).order_by(col(Practice.id)).with_for_update()
    )
    return found.all()


async def _remember_deliveries(session: AsyncSession, findings: Sequence[HubFinding], made: Sequence[UUID]) -> None:
    of_practice = (
        select(HubDelivery.id)
        .where(col(HubDelivery.id).in_(made), col(HubDelivery.practice_id) == col(HubFinding.practice_id))
        .scalar_subquery()
    )
    await session.exec(
        update(HubFinding).where(col(HubFinding.id).in_([each.id for each in findings])).values(delivery_id=of_practice)
    )


def _require_hub(settings: Settings) -> None:
    if settings.hub_url is None:
        raise Conflict(_NO_HUB)
