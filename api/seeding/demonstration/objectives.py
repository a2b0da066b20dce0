"""The objectives that champions champion in a demonstration: no public source says, so each record says it is invented."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.seeding.files import read


async def add(session: AsyncSession) -> None:
    """Give the champions objectives, marked as the demonstration's."""
    invented = read("demonstration", "objectives")["champions"]
    champions = await session.exec(select(Champion).where(col(Champion.iso3).in_(invented)))
    for champion in champions:
        champion.objectives = invented[champion.iso3]
        champion.objectives_are_demonstration = True
    await session.flush()
