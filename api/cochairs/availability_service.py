"""Writes of what champions say of coming semesters. A champion speaks with one voice: the last word counts."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.cochairs import availability_queries as queries
from api.cochairs import rules
from api.cochairs.availability_schemas import AvailabilityBody, AvailabilityCreate
from api.cochairs.models import CoChairAvailability
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound

Subject = CoChairAvailability
"""What a write works on, for the routes, which know no tables."""


async def say(session: AsyncSession, caller: Caller, body: AvailabilityCreate) -> AvailabilityBody:
    """Note what a champion says of a semester, in the place of what it said before."""
    if body.semester_starts_on < rules.semester_around(clock.today()):
        raise InvalidInput.at("/semester_starts_on", "This semester is over. Choose one to come.", code="is_over")
    champion_id = await champion_to_act_for(session, caller, body.champion)
    before = (
        await session.exec(
            select(CoChairAvailability)
            .where(
                col(CoChairAvailability.champion_id) == champion_id,
                col(CoChairAvailability.semester_starts_on) == body.semester_starts_on,
            )
            .with_for_update()
        )
    ).first()
    said = before or CoChairAvailability(
        champion_id=champion_id,
        semester_starts_on=body.semester_starts_on,
        answer=body.answer,
        person_name=caller.name,
    )
    said.answer, said.note = body.answer, body.note
    said.person_id, said.person_name = caller.person_id, caller.name
    said.is_on_behalf, said.is_demonstration = not caller.owns(champion_id), False
    session.add(said)
    await _record(session, caller, "cochair_availability.said", said)
    return await queries.get_availability(session, caller, said.id)


async def load_for_change(
    session: AsyncSession, caller: Caller, availability_id: UUID, expected_revision: int
) -> CoChairAvailability:
    """The answer, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    said = (
        await session.exec(
            select(CoChairAvailability)
            .where(col(CoChairAvailability.id) == availability_id, queries.visible(caller))
            .with_for_update()
        )
    ).first()
    if said is None:
        raise NotFound("There is no such answer, or it is not for you to see.")
    check_revision(said, expected_revision)
    return said


async def take_back(session: AsyncSession, caller: Caller, said: CoChairAvailability) -> None:
    """Take an answer back: the champion is again available, without a wish."""
    parties = caller.parties_to(said.champion_id)
    if not rules.availability_actions(parties, is_over=False):
        raise Forbidden("A champion's own people take its answer back, or the secretariat on its behalf.")
    if said.semester_starts_on < rules.semester_around(clock.today()):
        raise Conflict("This semester is over: what was said of it stays in the record.")
    await session.delete(said)
    await _record(session, caller, "cochair_availability.taken_back", said)


async def _record(session: AsyncSession, caller: Caller, action: str, said: CoChairAvailability) -> None:
    await audit.record(
        session,
        caller,
        action,
        said,
        title=f"{said.semester_starts_on}: {said.answer}",
        on_behalf_of=None if caller.owns(said.champion_id) else said.champion_id,
    )
