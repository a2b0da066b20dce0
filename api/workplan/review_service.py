"""Writes of reviews: a meeting goes through the workplan, and what stood is kept."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock
from api.platform.problems import Conflict, InvalidInput
from api.workplan import review_queries, rules
from api.workplan.models import Workplan, WorkplanReview
from api.workplan.review_schemas import WorkplanReviewBody, WorkplanReviewCreate

_DOES_NOT_TAKE_PLACE = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)


async def review(
    session: AsyncSession, caller: Caller, workplan: Workplan, body: WorkplanReviewCreate
) -> WorkplanReviewBody:
    """Keep what stands in ``workplan``, which the caller holds locked, as the review of the meeting.

    ``Conflict`` where the workplan is closed or this meeting has its review already.
    """
    if workplan.status not in rules.OPEN:
        raise Conflict("This workplan is closed and stays as it was. Reopen it first, with a reason.")
    meeting = (await session.exec(select(Meeting).where(col(Meeting.id) == body.meeting_id))).first()
    if meeting is None or meeting.status in _DOES_NOT_TAKE_PLACE:
        raise InvalidInput.at("/meeting_id", "There is no such meeting, or it does not take place.", code="no_meeting")
    snapshot = await review_queries.snapshot_of(session, workplan.id)
    kept = WorkplanReview(
        workplan_id=workplan.id,
        meeting_id=meeting.id,
        reviewed_at=clock.now(),
        person_name=caller.name,
        items_count=len(snapshot),
        snapshot=snapshot,
    )
    session.add(kept)
    await session.flush()
    await audit.record(
        session, caller, "workplan.reviewed", workplan, title=workplan.title,
        related={"meeting": (None, meeting.title), "items": (None, len(snapshot))},
    )  # fmt: skip
    return await review_queries.get_review(session, caller, workplan.id, kept.id)


async def check_meeting_reviews(session: AsyncSession, workplan_id: UUID, meeting_id: UUID) -> None:
    """``InvalidInput`` at the meeting unless it has gone through the workplan."""
    reviews = select(WorkplanReview.id).where(
        col(WorkplanReview.workplan_id) == workplan_id, col(WorkplanReview.meeting_id) == meeting_id
    )
    if (await session.exec(reviews)).first() is None:
        raise InvalidInput.at(
            "/meeting_id", "This meeting has not gone through the workplan: begin the review first.", code="no_review"
        )
