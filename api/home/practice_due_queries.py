"""What waits for a caller of practices: a draft to finish, reviewers to answer, advice to give, a decision to take."""

from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.champions.models import Champion
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform.database import columns
from api.practices.models import Practice, PracticeComment, PracticeReviewer, PracticeRound, PracticeStatus

_OF_OWN_PRACTICE = {
    PracticeStatus.DRAFT: DueKind.PRACTICE_DRAFT,
    PracticeStatus.CHANGES_REQUESTED: DueKind.PRACTICE_CHANGES_REQUESTED,
}
_OF_REVIEWED_PRACTICE = {
    PracticeStatus.SUBMITTED: DueKind.PRACTICE_SUBMITTED,
    PracticeStatus.UNDER_REVIEW: DueKind.PRACTICE_UNDER_REVIEW,
    PracticeStatus.ACCEPTED: DueKind.PRACTICE_TO_PUBLISH,
}
_ADVISED = (PracticeStatus.SUBMITTED, PracticeStatus.UNDER_REVIEW)


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """One's own drafts and requests for changes, for the secretariat what waits in review; and for whoever was asked to
    advise, observers too, what they have not commented on in this round."""
    kinds = _OF_REVIEWED_PRACTICE if caller.is_secretariat else _OF_OWN_PRACTICE
    is_own = true() if caller.is_secretariat else owns(caller, Practice.champion_id)
    is_to_advise = and_(
        col(PracticeReviewer.person_id).is_not(None), col(Practice.status).in_(_ADVISED), ~_has_commented(caller)
    )
    asked = and_(
        col(PracticeReviewer.practice_id) == col(Practice.id), col(PracticeReviewer.person_id) == caller.person_id
    )
    rows = await session.exec(
        columns(
            *(getattr(Practice, name) for name in ("id", "title", "status", "champion_id", "updated_at")),
            Practice.submitted_at,
            Practice.is_demonstration,
            Champion.iso3,
            PracticeReviewer.assigned_at,
        )
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .outerjoin(PracticeReviewer, asked)
        .where(or_(and_(col(Practice.status).in_(kinds), is_own), is_to_advise))
    )
    return [_due(row, kinds.get(row.status, DueKind.PRACTICE_TO_ADVISE)) for row in rows]


def _has_commented(caller: Caller) -> ColumnElement[bool]:
    return (
        select(PracticeComment.id)
        .join(PracticeRound, col(PracticeRound.id) == col(PracticeComment.round_id))
        .where(
            col(PracticeRound.practice_id) == col(Practice.id),
            col(PracticeRound.closed_at).is_(None),
            col(PracticeComment.person_id) == caller.person_id,
        )
        .exists()
    )


def _due(row: Row[Any], kind: DueKind) -> Due:
    since = {
        DueKind.PRACTICE_TO_ADVISE: row.assigned_at,
        DueKind.PRACTICE_SUBMITTED: row.submitted_at,
    }
    return Due(
        kind=kind,
        id=row.id,
        title=row.title,
        champion_id=row.champion_id,
        iso3=row.iso3,
        since=since.get(kind) or row.updated_at,
        is_demonstration=row.is_demonstration,
    )
