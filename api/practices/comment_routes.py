"""Comments on a practice in review, and their threads."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.unit_of_work import room_router
from api.practices import comment_queries, comment_service
from api.practices.review_routes import ReviewToChange
from api.practices.review_schemas import CommentAnswerCreate, CommentBody, CommentCreate, CommentQuery
from api.practices.routes import PracticeAdvise, PracticeId

CommentId = Annotated[UUID, Path(description="Key of the comment.")]

router = room_router("/practices/{practice_id}/comments", tag="Practices")


async def comment_to_delete(
    review: ReviewToChange, comment_id: CommentId, session: SessionDep, expected_revision: ExpectedRevision
) -> comment_service.Subject:
    """The comment, as the caller read it."""
    return await comment_service.load_for_change(session, review, comment_id, expected_revision)


async def comment_to_move(
    review: ReviewToChange, comment_id: CommentId, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> comment_service.Subject:
    """The comment; as the caller read it, where they say."""
    return await comment_service.load_for_change(session, review, comment_id, expected_revision)


CommentToDelete = Annotated[comment_service.Subject, Depends(comment_to_delete)]
CommentToMove = Annotated[comment_service.Subject, Depends(comment_to_move)]


@router.get("", operation_id="listPracticeComments", summary="List comments on a practice")
async def list_practice_comments(
    caller: PracticeAdvise, session: SessionDep, practice_id: PracticeId, query: Annotated[CommentQuery, Query()]
) -> Page[CommentBody]:
    """What was said in one round, for the practice's champion, the secretariat and the reviewers."""
    return await comment_queries.list_comments(session, caller, practice_id, query)


@router.post(
    "", operation_id="makePracticeComment", summary="Comment on a practice", status_code=status.HTTP_201_CREATED
)
async def make_practice_comment(
    caller: PracticeAdvise, session: SessionDep, review: ReviewToChange, body: CommentCreate
) -> CommentBody:
    """On a field or on the whole; by the secretariat and the reviewers, from its submission to its publication."""
    return await comment_service.create(session, caller, review, body)


@router.delete(
    "/{comment_id}",
    operation_id="deletePracticeComment",
    summary="Take a comment back",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_practice_comment(
    caller: PracticeAdvise, session: SessionDep, review: ReviewToChange, comment: CommentToDelete
) -> None:
    """One's own, before anybody has answered it."""
    await comment_service.delete(session, caller, review, comment)


@router.post(
    "/{comment_id}/answers",
    operation_id="answerPracticeComment",
    summary="Answer a comment",
    status_code=status.HTTP_201_CREATED,
)
async def answer_practice_comment(
    caller: PracticeAdvise,
    session: SessionDep,
    review: ReviewToChange,
    comment: CommentToMove,
    body: CommentAnswerCreate,
) -> CommentBody:
    """In its thread, by anyone who takes part in the review."""
    return await comment_service.answer(session, caller, review, comment, body)


@router.post("/{comment_id}/resolve", operation_id="resolvePracticeComment", summary="Resolve a comment")
async def resolve_practice_comment(
    caller: PracticeAdvise, session: SessionDep, review: ReviewToChange, comment: CommentToMove
) -> CommentBody:
    """By the champion or the secretariat, until the round is frozen."""
    return await comment_service.end(session, caller, review, comment, "resolve")


@router.post("/{comment_id}/reopen", operation_id="reopenPracticeComment", summary="Open a resolved comment again")
async def reopen_practice_comment(
    caller: PracticeAdvise, session: SessionDep, review: ReviewToChange, comment: CommentToMove
) -> CommentBody:
    """By the champion or the secretariat, until the round is frozen."""
    return await comment_service.end(session, caller, review, comment, "reopen")
