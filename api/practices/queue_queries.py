"""Reads across reviews: what waits, and how long champions wait."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, String, func, or_
from sqlalchemy.dialects.postgresql import aggregate_order_by, array
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.identity.models import Person
from api.platform import clock
from api.platform.paging import Page, Sort
from api.practices import queries
from api.practices.models import (
    CommentKind,
    Practice,
    PracticeComment,
    PracticeCommentAnswer,
    PracticeReviewer,
    PracticeRound,
    PracticeStatus,
    ReviewVoice,
)
from api.practices.review_schemas import ReviewQuery, ReviewSummary, ReviewTimes

_WAITING = (PracticeStatus.SUBMITTED, PracticeStatus.UNDER_REVIEW, PracticeStatus.ACCEPTED)
_COUNTED = timedelta(days=365)
_SORT = Sort(col(Practice.id), {"submitted_at": func.coalesce(col(Practice.submitted_at), col(Practice.created_at))})


async def list_reviews(session: AsyncSession, caller: Caller, query: ReviewQuery) -> Page[ReviewSummary]:
    """One page of what is in review and the caller's to read there: all for the secretariat, one's own champion's, and
    what one is asked to advise on."""
    reviews = (
        queries.summaries(caller)
        .where(
            or_(queries.own_or_secretariat(caller), queries.is_reviewed_by(caller)),
            col(Practice.status).in_(query.status or _WAITING),
        )
        .add_columns(
            _last_round().label("round"),
            _open_requests().label("open_requests"),
            _open_requests(_is_answered()).label("answered_requests"),
            _reviewers().label("reviewers"),
        )
    )
    return await _SORT.fetch(session, reviews, sort=query.sort, query=query, build=lambda row: _review(caller, row))


def _review(caller: Caller, row: Row[Any]) -> ReviewSummary:
    return queries.summary_of(caller, dict(row._mapping), ReviewSummary)


def _last_round() -> ColumnElement[int]:
    return (
        select(func.coalesce(func.max(col(PracticeRound.number)), 1))
        .where(col(PracticeRound.practice_id) == col(Practice.id))
        .scalar_subquery()
    )


def _open_requests(*which: ColumnElement[bool]) -> Any:
    return (
        select(func.count())
        .select_from(PracticeComment)
        .join(PracticeRound, col(PracticeRound.id) == col(PracticeComment.round_id))
        .where(
            col(PracticeRound.practice_id) == col(Practice.id),
            col(PracticeRound.closed_at).is_(None),
            col(PracticeComment.kind) == CommentKind.CHANGE,
            col(PracticeComment.resolved_at).is_(None),
            *which,
        )
        .scalar_subquery()
    )


def _is_answered() -> ColumnElement[bool]:
    return (
        select(PracticeCommentAnswer.id)
        .where(
            col(PracticeCommentAnswer.comment_id) == col(PracticeComment.id),
            col(PracticeCommentAnswer.voice) == ReviewVoice.AUTHOR,
        )
        .exists()
    )


def _reviewers() -> Any:
    named = func.array_agg(aggregate_order_by(col(Person.name), col(Person.name)))
    return (
        select(func.coalesce(named, array([], type_=String)))
        .join(PracticeReviewer, col(PracticeReviewer.person_id) == col(Person.id))
        .where(col(PracticeReviewer.practice_id) == col(Practice.id))
        .scalar_subquery()
    )


async def get_times(session: AsyncSession) -> ReviewTimes:
    """The medians over the rounds that opened in the last year; a round without an answer waits, and is in neither."""
    since = clock.now() - _COUNTED
    rows = await session.exec(
        select(func.count(), _median_days(PracticeRound.answered_at), _median_days(PracticeRound.decided_at)).where(
            col(PracticeRound.opened_at) >= since
        )
    )
    rounds, to_first_answer, to_decision = rows.one()
    return ReviewTimes(
        since=since.date(), rounds=rounds, days_to_first_answer=to_first_answer, days_to_decision=to_decision
    )


def _median_days(until: Any) -> ColumnElement[float | None]:
    waited = func.extract("epoch", col(until) - col(PracticeRound.opened_at)) / 86_400
    return func.percentile_cont(0.5).within_group(waited)
