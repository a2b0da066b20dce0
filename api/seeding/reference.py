"""The Initiative's real data, each record with its source and how sure it is."""

from sqlmodel.ext.asyncio.session import AsyncSession


async def seed(session: AsyncSession) -> None:
    """Add champions, the first co-chair term, processes, past meetings and activities."""
