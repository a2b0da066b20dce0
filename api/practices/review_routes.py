"""The review of one practice: its rounds, those who write, those who advise, those who follow."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, status

from api.access.dependencies import CurrentCaller
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.practices import review_queries, review_service
from api.practices.review_schemas import AuthorList, PracticeReviewBody, ReviewerAssign, RoundBody
from api.practices.routes import PracticeAdvise, PracticeId, PracticeReview, PracticeWrite

PersonId = Annotated[UUID, Path(description="Key of the person.")]

router = room_router("/practices/{practice_id}", tag="Practices")


async def review_to_change(
    practice_id: PracticeId, caller: CurrentCaller, session: SessionDep
) -> review_queries.Reviewed:
    """The practice whose review the caller may read, locked."""
    return await review_queries.load(session, caller, practice_id, lock=True)


ReviewToChange = Annotated[review_queries.Reviewed, Depends(review_to_change)]


@router.get("/review", operation_id="getPracticeReview", summary="Read where a practice's review stands")
async def get_practice_review(
    caller: PracticeAdvise, session: SessionDep, practice_id: PracticeId
) -> PracticeReviewBody:
    """Its rounds and those who advise, for its champion, the secretariat and the reviewers."""
    return await review_queries.get_review(session, caller, practice_id)


@router.get("/rounds/{number}", operation_id="getPracticeRound", summary="Read a round of a practice's review")
async def get_practice_round(
    caller: PracticeAdvise,
    session: SessionDep,
    practice_id: PracticeId,
    number: Annotated[int, Path(ge=1, le=100_000, description="Number of the round.", examples=[1])],
) -> RoundBody:
    """What was submitted, and word by word what that changed of the round before."""
    return await review_queries.get_round(session, caller, practice_id, number)


@router.get("/authors", operation_id="listPracticeAuthors", summary="List those who write a practice together")
async def list_practice_authors(caller: PracticeWrite, session: SessionDep, practice_id: PracticeId) -> AuthorList:
    """The people of its champion, with when each last changed it."""
    return await review_queries.list_authors(session, caller, practice_id)


@router.post("/reviewers", operation_id="assignPracticeReviewer", summary="Ask somebody to advise on a practice")
async def assign_practice_reviewer(
    caller: PracticeReview, session: SessionDep, review: ReviewToChange, body: ReviewerAssign
) -> PracticeReviewBody:
    """A reviewer reads and comments, and neither edits nor decides."""
    return await review_service.assign(session, caller, review, body)


@router.delete(
    "/reviewers/{person_id}",
    operation_id="removePracticeReviewer",
    summary="Ask somebody no longer to advise",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def remove_practice_reviewer(
    caller: PracticeReview, session: SessionDep, review: ReviewToChange, person_id: PersonId
) -> None:
    """What they have said stays."""
    await review_service.unassign(session, caller, review, person_id)


@router.post("/follow", operation_id="followPracticeReview", summary="Follow a practice's review")
async def follow_practice_review(
    caller: PracticeAdvise, session: SessionDep, review: ReviewToChange
) -> PracticeReviewBody:
    """Be written to about each step and answer, without a word of one's own."""
    return await review_service.follow(session, caller, review)


@router.post("/unfollow", operation_id="unfollowPracticeReview", summary="Follow a practice's review no longer")
async def unfollow_practice_review(
    caller: PracticeAdvise, session: SessionDep, review: ReviewToChange
) -> PracticeReviewBody:
    """What one's own part in it brings is still written."""
    return await review_service.unfollow(session, caller, review)
