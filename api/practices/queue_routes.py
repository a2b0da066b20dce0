"""What is in review, across practices, and how long champions wait."""

from typing import Annotated

from fastapi import Query

from api.platform.database import SessionDep
from api.platform.paging import Page
from api.platform.unit_of_work import room_router
from api.practices import queue_queries
from api.practices.review_schemas import ReviewQuery, ReviewSummary, ReviewTimes
from api.practices.routes import PracticeAdvise, PracticeReview

router = room_router("/practice-reviews", tag="Practices")


@router.get("", operation_id="listPracticeReviews", summary="List practices in review")
async def list_practice_reviews(
    caller: PracticeAdvise, session: SessionDep, query: Annotated[ReviewQuery, Query()]
) -> Page[ReviewSummary]:
    """All for the secretariat; for others their own champion's, and what they are asked to advise on."""
    return await queue_queries.list_reviews(session, caller, query)


@router.get("/times", operation_id="getPracticeReviewTimes", summary="Read how long reviews take")
async def get_practice_review_times(_: PracticeReview, session: SessionDep) -> ReviewTimes:
    """Medians over the last year."""
    return await queue_queries.get_times(session)
