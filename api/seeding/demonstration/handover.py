"""The note that the demonstration's co-chairs are writing for the pair after them."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.cochairs.models import CoChairTerm
from api.handover.models import HandoverNote
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, moment

_TEXT = """Two things that the record does not say. (Demonstration)

The calls with the Network's secretariat are on the first Tuesday of the month; they are short, and worth keeping.
For interpretation in Geneva, ask six weeks ahead: the rooms with booths go first."""


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add the note of the pair in office, if there is one."""
    today = day(0)
    seated = cast.seated_on(today)
    term = select(CoChairTerm.id).where(col(CoChairTerm.starts_on) <= today, col(CoChairTerm.ends_on) > today)
    term_id = (await session.exec(term)).first()
    if term_id is None or not seated:
        return
    chair = cast.focal_point(seated[0])
    session.add(
        HandoverNote(
            id=term_id, text=_TEXT, person_id=chair.id, person_name=chair.name,
            created_at=moment(-6), updated_at=moment(-6, hour=15),
        )
    )  # fmt: skip
    await session.flush()
