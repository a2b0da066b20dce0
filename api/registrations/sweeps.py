"""Forgets addresses that nobody confirmed."""

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.platform.sweeps import every
from api.registrations import rules
from api.registrations.models import Registration


@every("registrations.forget-unconfirmed")
async def forget_unconfirmed(session: AsyncSession) -> None:
    """Whoever did not follow the link was perhaps never asked: nothing of them is kept."""
    long_ago = clock.now() - rules.FORGOTTEN_AFTER
    unconfirmed = delete(Registration).where(
        col(Registration.number).is_(None), col(Registration.updated_at) < long_ago
    )
    await session.exec(unconfirmed)
