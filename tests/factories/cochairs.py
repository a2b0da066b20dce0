"""Co-chair terms, and what champions say of coming ones."""

from datetime import date, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.cochairs.models import Availability, CoChairAvailability, CoChairSeat, CoChairTerm
from api.cochairs.rules import usual_end


async def make_term(
    session: AsyncSession, first: Champion, second: Champion, *, starts_on: date, **fields: Any
) -> CoChairTerm:
    """A term of six months, both seats taken for all of it."""
    values = {"ends_on": usual_end(starts_on)} | fields
    term = CoChairTerm(starts_on=starts_on, **values)
    session.add(term)
    await session.flush()
    session.add_all(
        CoChairSeat(
            term_id=term.id, number=number, champion_id=champion.id, starts_on=term.starts_on, ends_on=term.ends_on
        )
        for number, champion in enumerate((first, second), start=1)
    )
    await session.commit()
    return term


async def make_replaced_term(
    session: AsyncSession, first: Champion, second: Champion, third: Champion, *, starts_on: date
) -> CoChairTerm:
    """A term whose second seat ``third`` takes over on its hundredth day."""
    term = await make_term(session, first, second, starts_on=starts_on)
    day = starts_on + timedelta(days=100)
    leaving = (
        await session.exec(select(CoChairSeat).where(col(CoChairSeat.term_id) == term.id, col(CoChairSeat.number) == 2))
    ).one()
    leaving.ends_on = day
    session.add(leaving)
    await session.flush()
    session.add(
        CoChairSeat(
            term_id=term.id,
            number=2,
            champion_id=third.id,
            starts_on=day,
            ends_on=term.ends_on,
            reason="Handed over.",
        )
    )
    await session.commit()
    return term


async def seat_another(session: AsyncSession, term: CoChairTerm, champion: Champion) -> None:
    """Let ``champion`` have the first seat of ``term`` for all of it."""
    seat = (
        await session.exec(select(CoChairSeat).where(col(CoChairSeat.term_id) == term.id, col(CoChairSeat.number) == 1))
    ).one()
    seat.champion_id = champion.id
    session.add(seat)
    await session.commit()


async def move_term(session: AsyncSession, term: CoChairTerm, **changes: Any) -> None:
    """Move ``term`` to other days, its seats with it."""
    term.sqlmodel_update(changes)
    session.add(term)
    await session.flush()
    for seat in await session.exec(select(CoChairSeat).where(col(CoChairSeat.term_id) == term.id)):
        seat.sqlmodel_update({"starts_on": term.starts_on, "ends_on": term.ends_on})
        session.add(seat)
    await session.commit()


async def make_availability(
    session: AsyncSession,
    champion: Champion,
    answer: Availability,
    *,
    semester_starts_on: date = date(2027, 7, 1),
    **fields: Any,
) -> CoChairAvailability:
    """What ``champion`` says of the second half of 2027."""
    values = {"person_name": "Focal point"} | fields
    said = CoChairAvailability(champion_id=champion.id, answer=answer, semester_starts_on=semester_starts_on, **values)
    session.add(said)
    await session.commit()
    return said
