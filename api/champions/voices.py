"""Who speaks for the Initiative's champions: which of them have a voice on a day, and the people to write to."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, cast, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.cochairs.models import CoChairSeat
from api.identity.models import Person, Standing
from api.platform import clock


def had_a_voice(at: Any) -> ColumnElement[bool]:
    """Champions that belonged to the Initiative at the instant ``at``."""
    day = cast(at, Date)
    return and_(
        or_(col(Champion.joined_on).is_(None), col(Champion.joined_on) <= day),
        or_(col(Champion.left_on).is_(None), col(Champion.left_on) > day),
    )


async def focal_points(session: AsyncSession, *which: ColumnElement[bool]) -> Sequence[UUID]:
    """The people of the champions of ``which`` whose accounts are in use."""
    rows = await session.exec(
        select(Person.id).join(Champion, col(Champion.id) == col(Person.champion_id)).where(*which, _is_in_use())
    )
    return rows.all()


async def chairs(session: AsyncSession) -> Sequence[UUID]:
    """The people of the co-chairs of today, and the secretariat's."""
    today = clock.today()
    seated = select(CoChairSeat.champion_id).where(
        col(CoChairSeat.starts_on) <= today, col(CoChairSeat.ends_on) > today
    )
    of_secretariat = col(Person.standing) == Standing.SECRETARIAT
    rows = await session.exec(
        select(Person.id).where(or_(col(Person.champion_id).in_(seated), of_secretariat), _is_in_use())
    )
    return rows.all()


def _is_in_use() -> ColumnElement[bool]:
    return or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now())
