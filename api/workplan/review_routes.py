"""Reviews of the workplan over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Query, status

from api.platform.database import SessionDep
from api.platform.paging import Page
from api.platform.unit_of_work import room_router
from api.workplan import review_queries, review_service
from api.workplan.review_schemas import (
    WorkplanReviewBody,
    WorkplanReviewCreate,
    WorkplanReviewQuery,
    WorkplanReviewSummary,
)
from api.workplan.routes import WorkplanId, WorkplanRead, WorkplanToMove, WorkplanWrite

router = room_router("/workplans/{workplan_id}/reviews", tag="Workplan reviews")


@router.get("", operation_id="listWorkplanReviews", summary="List a workplan's reviews")
async def list_workplan_reviews(
    caller: WorkplanRead,
    session: SessionDep,
    workplan_id: WorkplanId,
    query: Annotated[WorkplanReviewQuery, Query()],
) -> Page[WorkplanReviewSummary]:
    """The meetings that went through the workplan, newest first."""
    return await review_queries.list_reviews(session, caller, workplan_id, query)


@router.post(
    "", operation_id="reviewWorkplan", summary="Begin a review at a meeting", status_code=status.HTTP_201_CREATED
)
async def review_workplan(
    caller: WorkplanWrite, session: SessionDep, workplan: WorkplanToMove, body: WorkplanReviewCreate
) -> WorkplanReviewBody:
    """Keep what stands; one review a meeting. What is reported after it may name the meeting as its origin."""
    return await review_service.review(session, caller, workplan, body)


@router.get("/{review_id}", operation_id="getWorkplanReview", summary="Read a review")
async def get_workplan_review(
    caller: WorkplanRead,
    session: SessionDep,
    workplan_id: WorkplanId,
    review_id: Annotated[UUID, Path(description="Key of the review.")],
) -> WorkplanReviewBody:
    """What stood, what had changed since the review before, what was told at the meeting, and where items stand now."""
    return await review_queries.get_review(session, caller, workplan_id, review_id)
