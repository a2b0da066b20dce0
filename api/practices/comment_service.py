"""Writes of comments: advice and requests by those who review, answers by all, an end by the champion or the secretariat."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden
from api.practices import comment_queries, review_mails, review_rules
from api.practices.models import PracticeComment, PracticeCommentAnswer, PracticeRound, ReviewVoice
from api.practices.review_queries import Reviewed
from api.practices.review_schemas import CommentAnswerCreate, CommentBody, CommentCreate

Subject = PracticeComment
"""What a write works on, for the routes, which know no tables."""

_ENDED = "Its review has gone on to another round, or ended: what was said in this one stays as it is."


async def create(session: AsyncSession, caller: Caller, reviewed: Reviewed, body: CommentCreate) -> CommentBody:
    """Comment on a field of what was submitted, or on the whole. The first comment is the round's first answer."""
    if reviewed.voice not in review_rules.ADVISERS:
        raise Forbidden("Comments are made by the secretariat and the reviewers; a champion answers them.")
    if "comment" not in review_rules.actions(reviewed.voice, reviewed.practice.status):
        raise Conflict("A practice is commented on from its submission to its publication.")
    submitted = await open_round(session, reviewed)
    submitted.answered_at = submitted.answered_at or clock.now()
    session.add(submitted)
    comment = PracticeComment(
        round_id=submitted.id,
        person_id=caller.person_id,
        person_name=caller.name,
        voice=reviewed.voice,
        **body.model_dump(),
    )
    session.add(comment)
    await _record(session, caller, "made", reviewed, comment)
    return await comment_queries.get_comment(session, caller, reviewed, comment.id)


async def open_round(session: AsyncSession, reviewed: Reviewed) -> PracticeRound:
    """The round under way, under the practice's lock."""
    return (
        await session.exec(
            select(PracticeRound).where(
                col(PracticeRound.practice_id) == reviewed.practice.id, col(PracticeRound.closed_at).is_(None)
            )
        )
    ).one()


async def load_for_change(
    session: AsyncSession, reviewed: Reviewed, comment_id: UUID, expected_revision: int
) -> PracticeComment:
    """The comment; 404 where it is not on this practice, 412 where it is stale. The practice's lock guards it."""
    found = await session.exec(
        select(PracticeComment)
        .join(PracticeRound, col(PracticeRound.id) == col(PracticeComment.round_id))
        .where(col(PracticeComment.id) == comment_id, col(PracticeRound.practice_id) == reviewed.practice.id)
    )
    comment = found.first()
    if comment is None:
        raise comment_queries.no_comment()
    check_revision(comment, expected_revision)
    return comment


async def answer(
    session: AsyncSession, caller: Caller, reviewed: Reviewed, comment: PracticeComment, body: CommentAnswerCreate
) -> CommentBody:
    """Answer in the comment's thread; whoever spoke in it before is told."""
    await _require(session, caller, reviewed, comment, "answer")
    given = PracticeCommentAnswer(
        comment_id=comment.id, text=body.text, person_id=caller.person_id, person_name=caller.name, voice=reviewed.voice
    )
    session.add(given)
    await _record(session, caller, "answered", reviewed, comment, answer=body.text)
    await review_mails.tell_answered(session, caller, reviewed.practice, comment, given)
    return await comment_queries.get_comment(session, caller, reviewed, comment.id)


async def end(
    session: AsyncSession, caller: Caller, reviewed: Reviewed, comment: PracticeComment, verb: str
) -> CommentBody:
    """Resolve a comment, or open it again."""
    await _require(session, caller, reviewed, comment, verb)
    is_resolved = verb == "resolve"
    comment.resolved_at = clock.now() if is_resolved else None
    comment.resolved_by_name = caller.name if is_resolved else ""
    await _record(session, caller, f"{verb}d" if is_resolved else "reopened", reviewed, comment)
    return await comment_queries.get_comment(session, caller, reviewed, comment.id)


async def delete(session: AsyncSession, caller: Caller, reviewed: Reviewed, comment: PracticeComment) -> None:
    """Take one's own comment back, before anybody has answered it."""
    await _require(session, caller, reviewed, comment, "delete")
    await session.delete(comment)
    await _record(session, caller, "deleted", reviewed, comment)


async def _require(
    session: AsyncSession, caller: Caller, reviewed: Reviewed, comment: PracticeComment, verb: str
) -> None:
    told = await comment_queries.get_comment(session, caller, reviewed, comment.id)
    if verb in told.actions:
        return
    if verb == "delete" and comment.person_id != caller.person_id:
        raise Forbidden("A comment is taken back by the person who made it.")
    if verb in ("resolve", "reopen") and reviewed.voice is ReviewVoice.REVIEWER:
        raise Forbidden("A comment is resolved by the champion or the secretariat; a reviewer advises.")
    if not told.actions:
        raise Conflict(_ENDED)
    raise Conflict(
        "This comment is resolved." if comment.resolved_at else "This comment is open, and has been answered."
    )


async def _record(
    session: AsyncSession, caller: Caller, what: str, reviewed: Reviewed, comment: PracticeComment, *, answer: str = ""
) -> None:
    await audit.record(
        session,
        caller,
        f"practice_comment.{what}",
        comment,
        title=reviewed.practice.title,
        related={"answer": (None, answer)} if answer else None,
    )
