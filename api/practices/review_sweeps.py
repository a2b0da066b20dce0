"""What time brings to reviews: those who follow one are told of new comments, at most once an hour."""

from datetime import timedelta
from itertools import groupby

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.platform.sweeps import every
from api.practices import review_mails
from api.practices.models import Practice, PracticeComment, PracticeRound

GATHERED = timedelta(hours=1)
"""Comments are made one after the other: they wait so long for the next ones before a letter tells of them."""


@every("practices.new-comments")
async def tell_new_comments(session: AsyncSession) -> None:
    """Tell of what was said to each practice since the last letter, once the first of it has waited for an hour."""
    first = func.min(col(PracticeComment.created_at))
    is_of_round = col(PracticeRound.id) == col(PracticeComment.round_id)
    waiting = (
        select(PracticeRound.practice_id)
        .join(PracticeComment, is_of_round)
        .where(col(PracticeComment.told_at).is_(None))
        .group_by(col(PracticeRound.practice_id))
        .having(first <= clock.now() - GATHERED)
    )
    found = await session.exec(
        select(Practice, PracticeComment)
        .join(PracticeRound, col(PracticeRound.practice_id) == col(Practice.id))
        .join(PracticeComment, is_of_round)
        .where(col(PracticeComment.told_at).is_(None), col(Practice.id).in_(waiting))
        .order_by(col(Practice.id), col(PracticeComment.id))
    )
    for practice, rows in groupby(found.all(), key=lambda row: row[0]):
        comments = [comment for _, comment in rows]
        await review_mails.tell_commented(session, practice, comments)
        await session.exec(
            update(PracticeComment)
            .where(col(PracticeComment.id).in_([comment.id for comment in comments]))
            .values(told_at=clock.now(), updated_at=PracticeComment.updated_at),
            execution_options={"synchronize_session": False},
        )
