"""The letters of co-chairing: a term that ends without a successor, 60, 30 and 7 days before."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.cochairs import rules
from api.cochairs.models import CoChairSeat, CoChairTerm
from api.identity.models import Person, Standing
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told
from api.platform import clock, sweeps
from api.platform.database import columns
from api.platform.wording import words

_Later = aliased(CoChairTerm)


@sweeps.every("cochairs.remind-of-the-succession")
async def remind_of_succession(session: AsyncSession) -> None:
    """Remind co-chairs and secretariat of a term without a successor: once for each of 60, 30 and 7 days before its end."""
    today = clock.today()
    for term in (await session.exec(_without_successor(today))).all():
        if notice := rules.notice_due(term.ends_on, today):
            await _remind(session, term, notice, today)


def _without_successor(today: date) -> Any:
    follows = select(_Later.id).where(col(_Later.starts_on) >= col(CoChairTerm.ends_on)).exists()
    return columns(CoChairTerm.id, CoChairTerm.ends_on).where(
        col(CoChairTerm.starts_on) <= today, col(CoChairTerm.ends_on) > today, ~follows
    )


async def _remind(session: AsyncSession, term: Row[Any], notice: int, today: date) -> None:
    def written(reader: Reader) -> Letter:
        said = words("cochairs", reader.language)["letters"]["without_successor"]
        days = (term.ends_on - today).days
        return Letter.worded(said, "/co-chairs", day=day_told(term.ends_on, reader), days=str(days))

    await letters.send(
        session,
        kind=LetterKind.TERM_WITHOUT_SUCCESSOR,
        to=await _concerned(session, term.id, today),
        words=written,
        about=About("cochair_term", term.id),
        key=f"term-without-successor:{term.id}:{term.ends_on}:{notice}",
    )


async def _concerned(session: AsyncSession, term_id: UUID, today: date) -> list[UUID]:
    """The people of the champions that sit today, and the secretariat."""
    sits = (
        select(CoChairSeat.id)
        .where(
            col(CoChairSeat.term_id) == term_id,
            col(CoChairSeat.champion_id) == col(Person.champion_id),
            col(CoChairSeat.starts_on) <= today,
            col(CoChairSeat.ends_on) > today,
        )
        .exists()
    )
    concerned = or_(
        col(Person.standing) == Standing.SECRETARIAT, and_(col(Person.standing) == Standing.FOCAL_POINT, sits)
    )
    return list(await session.exec(select(Person.id).where(concerned)))
