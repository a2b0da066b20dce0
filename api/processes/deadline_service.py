"""Writes of the deadlines of processes."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.local_time import instant_of
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.processes import deadline_queries, queries, rules
from api.processes.deadline_schemas import DeadlineChange, DeadlineCreate, HandingIn
from api.processes.models import Process, ProcessDeadline, ProcessLead
from api.processes.schemas import ProcessBody

Subject = ProcessDeadline
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, process_id: UUID, body: DeadlineCreate) -> ProcessBody:
    """Add a deadline to a process."""
    await queries.check_exists(session, process_id)
    values = body.model_dump()
    if body.due_at:
        values["due_at"] = instant_of(body.due_at, body.time_zone, pointer="/due_at")
    deadline = ProcessDeadline(process_id=process_id, **values)
    _check_one_of_the_two(deadline)
    session.add(deadline)
    return await _answer(session, caller, deadline, "process_deadline.created")


async def load_for_change(
    session: AsyncSession, caller: Caller, process_id: UUID, deadline_id: UUID, expected_revision: int
) -> ProcessDeadline:
    """The deadline, locked until the transaction ends; 404 where the process has none such, 412 where it is stale."""
    deadline = (
        await session.exec(
            select(ProcessDeadline)
            .where(
                col(ProcessDeadline.id) == deadline_id,
                col(ProcessDeadline.process_id) == process_id,
                deadline_queries.visible(caller),
            )
            .with_for_update()
        )
    ).first()
    if deadline is None:
        raise NotFound("There is no such deadline.")
    check_revision(deadline, expected_revision)
    return deadline


async def change(session: AsyncSession, caller: Caller, deadline: ProcessDeadline, body: DeadlineChange) -> ProcessBody:
    """Change a deadline; what the body leaves out stays. Whoever leads is reminded anew of a day or instant that moves."""
    values: dict[str, Any] = body.model_dump(exclude_unset=True)
    if body.due_at:
        values["due_at"] = instant_of(body.due_at, values.get("time_zone", deadline.time_zone), pointer="/due_at")
        values.setdefault("due_on", None)
    elif body.due_on:
        values.setdefault("due_at", None)
    deadline.sqlmodel_update(values)
    _check_one_of_the_two(deadline)
    return await _answer(session, caller, deadline, "process_deadline.changed")


async def delete(session: AsyncSession, caller: Caller, deadline: ProcessDeadline) -> None:
    """Delete a deadline."""
    await session.delete(deadline)
    await audit.record(session, caller, "process_deadline.deleted", deadline, title=deadline.title)


async def meet(session: AsyncSession, caller: Caller, deadline: ProcessDeadline, body: HandingIn) -> ProcessBody:
    """Say that what was due was handed in; nobody is reminded of it any more."""
    await _require(session, caller, deadline, "meet")
    deadline.met_on = body.on or clock.today()
    return await _answer(session, caller, deadline, "process_deadline.met")


async def reopen(session: AsyncSession, caller: Caller, deadline: ProcessDeadline) -> ProcessBody:
    """Say that it was not handed in after all."""
    await _require(session, caller, deadline, "reopen")
    deadline.met_on = None
    return await _answer(session, caller, deadline, "process_deadline.reopened")


def _check_one_of_the_two(deadline: ProcessDeadline) -> None:
    if (deadline.due_on is None) == (deadline.due_at is None):
        raise InvalidInput.at("/due_on", "Give the day or the instant: one of the two.", code="either_or")


async def _require(session: AsyncSession, caller: Caller, deadline: ProcessDeadline, verb: str) -> None:
    leads = select(ProcessLead.champion_id).where(
        col(ProcessLead.process_id) == deadline.process_id, col(ProcessLead.champion_id) == caller.champion_id
    )
    parties = caller.parties_to((await session.exec(leads)).first())
    if not parties:
        raise Forbidden("This is for the champions that lead in the process, the co-chairs and the secretariat.")
    if verb not in rules.deadline_actions(parties, is_met=deadline.met_on is not None):
        raise Conflict("It was handed in already." if deadline.met_on else "It was not handed in yet.")


async def _answer(session: AsyncSession, caller: Caller, deadline: ProcessDeadline, action: str) -> ProcessBody:
    process = await session.get_one(Process, deadline.process_id)
    await audit.record(session, caller, action, deadline, title=f"{process.title}: {deadline.title}")
    return await queries.get_process(session, caller, process.id)
