"""Reads of comments: what the secretariat and reviewers say to a practice, with the threads of answers."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, func
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.practices import review_queries, review_rules
from api.practices.models import PracticeComment, PracticeCommentAnswer, PracticeRound
from api.practices.review_queries import Reviewed
from api.practices.review_schemas import CommentAnswer, CommentBody, CommentQuery

_SORT = Sort(col(PracticeComment.id), {"created_at": col(PracticeComment.created_at)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "field", "kind", "text", "voice", "resolved_at", "person_id",
)  # fmt: skip


async def list_comments(
    session: AsyncSession, caller: Caller, practice_id: UUID, query: CommentQuery
) -> Page[CommentBody]:
    """One page of what was said in a round, the oldest first."""
    reviewed = await review_queries.load(session, caller, practice_id)
    comments = _comments(practice_id)
    last = select(func.max(col(PracticeRound.number))).where(col(PracticeRound.practice_id) == practice_id)
    comments = comments.where(col(PracticeRound.number) == (query.round or last.scalar_subquery()))
    if query.field:
        comments = comments.where(col(PracticeComment.field) == query.field)
    if query.is_resolved is not None:
        comments = comments.where(col(PracticeComment.resolved_at).is_not(None) == query.is_resolved)
    return await _SORT.fetch(
        session, comments, sort=query.sort, query=query, build=lambda row: _body(caller, reviewed, row)
    )


async def get_comment(session: AsyncSession, caller: Caller, reviewed: Reviewed, comment_id: UUID) -> CommentBody:
    """One comment; ``NotFound`` where it is not on this practice."""
    row = (await session.exec(_comments(reviewed.practice.id).where(col(PracticeComment.id) == comment_id))).first()
    if row is None:
        raise no_comment()
    return _body(caller, reviewed, row)


def no_comment() -> NotFound:
    """The problem for a comment that is not there."""
    return NotFound("There is no such comment on this practice.")


def _comments(practice_id: UUID) -> Any:
    answer = func.jsonb_build_object(
        *(part for name in CommentAnswer.model_fields for part in (name, _ANSWER[name])),
    )
    thread = (
        select(func.jsonb_agg(aggregate_order_by(answer, col(PracticeCommentAnswer.id))))
        .where(col(PracticeCommentAnswer.comment_id) == col(PracticeComment.id))
        .scalar_subquery()
    )
    return (
        columns(
            *(getattr(PracticeComment, name) for name in _FIELDS),
            col(PracticeComment.person_name).label("made_by"),
            col(PracticeComment.resolved_by_name).label("resolved_by"),
            col(PracticeRound.number).label("round"),
            col(PracticeRound.closed_at).label("closed_at"),
            thread.label("answers"),
        )
        .join(PracticeRound, col(PracticeRound.id) == col(PracticeComment.round_id))
        .where(col(PracticeRound.practice_id) == practice_id)
    )


_ANSWER: dict[str, Any] = {
    "id": col(PracticeCommentAnswer.id),
    "text": col(PracticeCommentAnswer.text),
    "made_by": col(PracticeCommentAnswer.person_name),
    "voice": col(PracticeCommentAnswer.voice),
    "at": col(PracticeCommentAnswer.at),
}


def _body(caller: Caller, reviewed: Reviewed, row: Row[Any]) -> CommentBody:
    answers = [CommentAnswer.model_validate(answer) for answer in row.answers or []]
    told = {name: getattr(row, name) for name in CommentBody.model_fields if name not in ("answers", "actions")}
    return CommentBody.model_construct(
        **told,
        answers=answers,
        actions=review_rules.comment_actions(
            reviewed.voice,
            reviewed.practice.status,
            is_in_open_round=row.closed_at is None,
            is_resolved=row.resolved_at is not None,
            is_own=row.person_id == caller.person_id,
            is_answered=bool(answers),
        ),
    )
