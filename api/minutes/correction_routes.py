"""Corrections to circulated minutes, proposed by champions."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.meetings.routes import MeetingId
from api.minutes import correction_queries, correction_service, queries, rules
from api.minutes.routes import ItemId, MinutesCorrect, MinutesRead, MinutesWrite, TextToMove
from api.minutes.schemas import CorrectionAcceptance, CorrectionBody, CorrectionCreate, CorrectionQuery
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Party, Transition
from api.platform.unit_of_work import room_router

CorrectionId = Annotated[UUID, Path(description="Key of the correction.")]

router = room_router("/meetings/{meeting_id}/minutes/{item_id}/corrections", tag="Corrections to minutes")


async def correction_to_move(
    meeting_id: MeetingId,
    item_id: ItemId,
    correction_id: CorrectionId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevisionIfSaid,
) -> correction_service.Subject:
    """The correction, held and visible to the caller; as the caller read it, where they say."""
    return await correction_service.load_for_change(
        session, caller, meeting_id, item_id, correction_id, expected_revision
    )


CorrectionToMove = Annotated[correction_service.Subject, Depends(correction_to_move)]


@router.get("", operation_id="listMinutesCorrections", summary="List the corrections to an item's minutes")
async def list_minutes_corrections(
    caller: MinutesRead,
    session: SessionDep,
    meeting_id: MeetingId,
    item_id: ItemId,
    query: Annotated[CorrectionQuery, Query()],
) -> Page[CorrectionBody]:
    """The oldest first, whatever became of them; for members."""
    await queries.check_member_reads(session, caller, meeting_id, item_id)
    return await correction_queries.list_corrections(session, caller, item_id, query)


@router.post(
    "",
    operation_id="proposeMinutesCorrection",
    summary="Propose a correction to an item's minutes",
    status_code=status.HTTP_201_CREATED,
)
async def propose_minutes_correction(
    caller: MinutesCorrect, session: SessionDep, text: TextToMove, body: CorrectionCreate
) -> CorrectionBody:
    """The text that it should have, and why; for a champion, until the deadline."""
    return await correction_service.propose(session, caller, text, body)


@router.post(
    f"/{{correction_id}}/{rules.TAKE.verb}",
    operation_id=rules.TAKE.operation_id("MinutesCorrection"),
    summary=rules.TAKE.summary,
    description=rules.TAKE.story,
)
async def take_minutes_correction(
    caller: MinutesWrite, session: SessionDep, correction: CorrectionToMove, body: CorrectionAcceptance | None = None
) -> CorrectionBody:
    """Its text becomes the item's next version, or the text that the body names."""
    return await correction_service.take(session, caller, correction, body or CorrectionAcceptance())


def _add_step(step: Transition[Any]) -> None:
    permission = Permission.MINUTES_CORRECT if Party.OWNER in step.by else Permission.MINUTES_WRITE

    @router.post(
        f"/{{correction_id}}/{step.verb}",
        operation_id=step.operation_id("MinutesCorrection"),
        summary=step.summary,
        description=step.story,
        dependencies=[requires(permission)],
    )
    async def take_step(
        caller: CurrentCaller, session: SessionDep, correction: CorrectionToMove, body: StepBody
    ) -> CorrectionBody:
        return await correction_service.take_step(session, caller, correction, step, body)


for _step in rules.CORRECTION_TRANSITIONS:
    _add_step(_step)
