"""The demonstration's co-chair terms: the half-year of today, the one before and the one after."""

from sqlmodel.ext.asyncio.session import AsyncSession

from api.cochairs.models import CoChairTerm
from api.seeding.cast import Cast, Pair
from api.seeding.demonstration.calendar import semester
from api.seeding.files import read
from api.seeding.terms import add_term


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add the terms, and tell the cast who sits when."""
    for entry in read("demonstration", "terms")["terms"]:
        starts_on, ends_on = semester(entry["semesters_from_now"])
        cast.pairs.append(Pair(entry["champions"], starts_on, ends_on))
        term = CoChairTerm(starts_on=starts_on, ends_on=ends_on, is_demonstration=True)
        await add_term(session, cast, entry["champions"], term)
