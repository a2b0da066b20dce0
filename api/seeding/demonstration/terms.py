"""The demonstration's co-chair terms around today, a seat that changed hands, and what champions say of coming ones."""

from datetime import timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.cochairs.models import Availability, CoChairAvailability, CoChairSeat, CoChairTerm
from api.seeding.cast import Cast, Pair
from api.seeding.demonstration.calendar import semester
from api.seeding.files import read
from api.seeding.terms import add_term


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add the terms, tell the cast who sits when, and add what champions say of the semesters to come."""
    told = read("demonstration", "terms")
    for entry in told["terms"]:
        starts_on, ends_on = semester(entry["semesters_from_now"])
        cast.pairs.append(Pair(entry["champions"], starts_on, ends_on))
        term = CoChairTerm(starts_on=starts_on, ends_on=ends_on, is_demonstration=True)
        seats = await add_term(session, cast, entry["champions"], term)
        if "replaced" in entry:
            await _hand_over(session, cast, seats, entry["replaced"])
    session.add_all(_availability(cast, entry) for entry in told["availabilities"])
    await session.flush()


async def _hand_over(session: AsyncSession, cast: Cast, seats: list[CoChairSeat], entry: dict[str, Any]) -> None:
    seat = next(seat for seat in seats if seat.number == entry["seat"])
    day, ends_on = seat.starts_on + timedelta(days=entry["after_days"]), seat.ends_on
    seat.ends_on = day
    await session.flush()
    session.add(
        CoChairSeat(
            term_id=seat.term_id,
            number=seat.number,
            champion_id=cast.champions[entry["by"]],
            starts_on=day,
            ends_on=ends_on,
            reason=entry["reason"],
        )
    )
    await session.flush()


def _availability(cast: Cast, entry: dict[str, Any]) -> CoChairAvailability:
    person = cast.focal_point(entry["champion"])
    return CoChairAvailability(
        champion_id=cast.champions[entry["champion"]],
        semester_starts_on=semester(entry["semesters_from_now"])[0],
        answer=Availability(entry["answer"]),
        note=entry["note"],
        person_id=person.id,
        person_name=person.name,
        is_demonstration=True,
    )
