"""Forgets live events that nobody will come back for."""

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock, sweeps
from api.platform.live.models import LiveEvent

KEPT_FOR = timedelta(days=1)


@sweeps.every("live-events")
async def forget_old_events(session: AsyncSession) -> None:
    """Delete events older than a day. Topics keep their last number, so that none is ever given twice."""
    await session.exec(delete(LiveEvent).where(col(LiveEvent.at) < clock.now() - KEPT_FOR))
