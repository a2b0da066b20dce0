"""Co-chair terms."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.cochairs.models import CoChairTerm
from api.cochairs.rules import usual_end


async def make_term(
    session: AsyncSession, first: Champion, second: Champion, *, starts_on: date, **fields: Any
) -> CoChairTerm:
    """A term of six months."""
    values = {"ends_on": usual_end(starts_on)} | fields
    term = CoChairTerm(first_champion_id=first.id, second_champion_id=second.id, starts_on=starts_on, **values)
    session.add(term)
    await session.commit()
    return term
