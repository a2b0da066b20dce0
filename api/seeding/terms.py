"""A co-chair term with its two seats, for both kinds of seeds."""

from sqlmodel.ext.asyncio.session import AsyncSession

from api.cochairs.models import CoChairSeat, CoChairTerm
from api.seeding.cast import Cast


async def add_term(session: AsyncSession, cast: Cast, pair: list[str], term: CoChairTerm) -> list[CoChairSeat]:
    """Add ``term`` with ``pair`` seated for the whole of it; returns the seats."""
    session.add(term)
    await session.flush()
    seats = [
        CoChairSeat(
            term_id=term.id,
            number=number,
            champion_id=cast.champions[iso3],
            starts_on=term.starts_on,
            ends_on=term.ends_on,
        )
        for number, iso3 in enumerate(pair, start=1)
    ]
    session.add_all(seats)
    await session.flush()
    return seats
