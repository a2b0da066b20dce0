"""The jobs of the Hub. None hangs on one row of the queue: the sweep starts them again for whatever is due."""

from contextlib import suppress
from datetime import timedelta

import procrastinate
from procrastinate.exceptions import AlreadyEnqueued
from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub.carrier import carry
from api.hub.claiming import release_expired, when_next
from api.hub.models import HubCallback
from api.hub.reconciling import compare, give_up_interrupted
from api.platform import clock, sweeps
from api.platform.database import Database
from api.platform.jobs import Surroundings, defer, jobs
from api.settings import get_settings

REMEMBERED_FOR = timedelta(days=30)
_STAYS = 15
"""Seconds for which a carrier stays for what falls due meanwhile."""
_SOON = 60
"""What is due later than this many seconds from now waits for the sweep, which looks once a minute."""


@jobs.task(name="carry_hub_deliveries", queue="hub", pass_context=True)
async def carry_deliveries(context: procrastinate.JobContext) -> None:
    """Carry what is due; what falls due after this job has ended gets another."""
    around = Surroundings.of(context)
    if await carry(around.database, around.settings, seconds=_STAYS):
        await _come_back(around.database)


async def _come_back(database: Database) -> None:
    async with database.session() as session:
        due = await when_next(session)
    if due is None or (wait := (due - clock.now()).total_seconds()) > _SOON:
        return
    with suppress(AlreadyEnqueued):  # somebody comes at that second already
        await carry_deliveries.configure(
            schedule_in={"milliseconds": max(0, round(wait * 1000))}, queueing_lock=f"hub:{int(due.timestamp())}"
        ).defer_async()


@jobs.task(name="reconcile_with_hub", queue="hub", pass_context=True)
async def reconcile(context: procrastinate.JobContext) -> None:
    """Compare what the Hub has with what it should have, where that was asked for."""
    around = Surroundings.of(context)
    await compare(around.database, around.settings)


@sweeps.every("hub.carry")
async def start_again(session: AsyncSession) -> None:
    """Start the job again where something is due: no delivery hangs on one row of the queue."""
    if get_settings().hub_url is None:
        return
    await release_expired(session)
    due = await when_next(session)
    if due is not None and due <= clock.now():
        await defer(session, carry_deliveries)


@sweeps.every("hub.forget")
async def forget(session: AsyncSession) -> None:
    """Close a comparison whose worker was killed; forget the identifiers of messages that are too old to be taken again."""
    await give_up_interrupted(session)
    await session.exec(delete(HubCallback).where(col(HubCallback.received_at) < clock.now() - REMEMBERED_FOR))
