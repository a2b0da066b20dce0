"""Writes of workplans: drafting, adoption, closing."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.meetings.models import Meeting
from api.minutes.models import Decision
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.workplan import queries, rules
from api.workplan.models import Workplan, WorkplanAdoption, WorkplanItem, WorkplanStatus
from api.workplan.schemas import AdoptionBody, WorkplanBody, WorkplanChange, WorkplanCreate

Subject = Workplan
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: WorkplanCreate) -> WorkplanBody:
    """Start a draft."""
    workplan = Workplan(**body.model_dump())
    session.add(workplan)
    await audit.record(session, caller, "workplan.created", workplan, title=workplan.title)
    return await queries.get_workplan(session, caller, workplan.id)


async def load_for_change(session: AsyncSession, caller: Caller, workplan_id: UUID, expected_revision: int) -> Workplan:
    """The workplan, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    workplan = (
        await session.exec(
            select(Workplan).where(col(Workplan.id) == workplan_id, queries.visible(caller)).with_for_update()
        )
    ).first()
    if workplan is None:
        raise NotFound("There is no such workplan, or it is not for you to see.")
    check_revision(workplan, expected_revision)
    return workplan


async def change(session: AsyncSession, caller: Caller, workplan: Workplan, body: WorkplanChange) -> WorkplanBody:
    """Change a workplan that is not closed; what the body leaves out stays."""
    if workplan.status not in rules.OPEN:
        raise Conflict("This workplan is closed and stays as it was. Reopen it first, with a reason.")
    workplan.sqlmodel_update(body.model_dump(exclude_unset=True))
    await audit.record(session, caller, "workplan.changed", workplan, title=workplan.title)
    return await queries.get_workplan(session, caller, workplan.id)


async def delete(session: AsyncSession, caller: Caller, workplan: Workplan) -> None:
    """Delete a draft without items; anything more has been worked on, and is closed instead."""
    if workplan.status is not WorkplanStatus.DRAFT:
        raise Conflict(f"This workplan is {workplan.status}. Close it instead: what was adopted is kept.")
    has_items = select(WorkplanItem.id).where(col(WorkplanItem.workplan_id) == workplan.id).limit(1)
    if (await session.exec(has_items)).first() is not None:
        raise Conflict("This draft has items. Delete them first, or close the workplan.")
    await session.delete(workplan)
    await audit.record(session, caller, "workplan.deleted", workplan, title=workplan.title)


async def adopt(session: AsyncSession, caller: Caller, workplan: Workplan, body: AdoptionBody) -> WorkplanBody:
    """Adopt a draft, today or on an earlier day, at the meeting and by the decision that the body names."""
    meeting, decision = await _adopting(session, body)
    adopted_on = body.adopted_on or (meeting.starts_at.date() if meeting else clock.today())
    if adopted_on > clock.today():
        raise InvalidInput.at("/adopted_on", "A workplan is adopted today or was on an earlier day.", code="in_future")
    _check_step(caller, workplan, rules.ADOPT, body)
    workplan.adopted_on = adopted_on
    if meeting:
        session.add(
            WorkplanAdoption(
                workplan_id=workplan.id, meeting_id=meeting.id, decision_id=decision.id if decision else None
            )
        )
    return await _move(session, caller, workplan, rules.ADOPT, body)


async def _adopting(session: AsyncSession, body: AdoptionBody) -> tuple[Meeting | None, Decision | None]:
    """The meeting and the decision that the body names; a decision names its meeting."""
    decision = await session.get(Decision, body.decision_id) if body.decision_id else None
    if body.decision_id and decision is None:
        raise InvalidInput.at("/decision_id", "There is no such decision.", code="unknown_decision")
    if decision and body.meeting_id not in (None, decision.meeting_id):
        raise InvalidInput.at("/decision_id", "This decision was taken at another meeting.", code="another_meeting")
    meeting_id = decision.meeting_id if decision else body.meeting_id
    meeting = await session.get(Meeting, meeting_id) if meeting_id else None
    if meeting_id and meeting is None:
        raise InvalidInput.at("/meeting_id", "There is no such meeting.", code="unknown_meeting")
    return meeting, decision


async def take_step(
    session: AsyncSession, caller: Caller, workplan: Workplan, step: Transition[WorkplanStatus], body: ReasonBody
) -> WorkplanBody:
    """Reopen or close a workplan. Reopening, and closing what was never adopted, asks for a reason."""
    _check_step(caller, workplan, step, body)
    if step.target is WorkplanStatus.DRAFT:
        workplan.adopted_on = None
        if adoption := await session.get(WorkplanAdoption, workplan.id):
            await session.delete(adoption)
    return await _move(session, caller, workplan, step, body)


def _check_step(caller: Caller, workplan: Workplan, step: Transition[WorkplanStatus], body: ReasonBody) -> None:
    if step.by.isdisjoint(caller.parties_to(None)):
        raise Forbidden("This step is for the co-chairs and the secretariat.")
    if not step.starts_from(workplan.status):
        raise Conflict(f"A workplan that is {workplan.status} cannot take the step {step.verb}.")
    if step.asks_reason_in(workplan.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")


async def _move(
    session: AsyncSession, caller: Caller, workplan: Workplan, step: Transition[WorkplanStatus], body: ReasonBody
) -> WorkplanBody:
    workplan.status = step.target
    workplan.status_reason = body.reason or ""
    await audit.record(
        session, caller, f"workplan.{step.verb}", workplan, title=workplan.title, reason=body.reason or ""
    )
    return await queries.get_workplan(session, caller, workplan.id)
