"""Writes of reviews: rounds as the practice's steps open and freeze them, those who advise, those who follow."""

from uuid import UUID

from sqlalchemy import func, literal, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.identity.models import Person
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.practices import review_mails, review_queries, review_rules
from api.practices.file_versions import files_of, frozen
from api.practices.models import (
    Practice,
    PracticeFollower,
    PracticeReviewer,
    PracticeReviewStep,
    PracticeRound,
    PracticeStatus,
    ReviewVoice,
)
from api.practices.review_queries import Reviewed
from api.practices.review_schemas import PracticeReviewBody, ReviewerAssign, RoundContent


async def follow_step(session: AsyncSession, practice: Practice) -> None:
    """Open, decide or freeze a round, as the step that has just been taken says. Call it under the practice's lock."""
    now, status = clock.now(), practice.status
    under_way = select(PracticeRound).where(
        col(PracticeRound.practice_id) == practice.id, col(PracticeRound.closed_at).is_(None)
    )
    submitted = (await session.exec(under_way)).first()
    if submitted is not None:
        if status in review_rules.DECISIONS:
            submitted.answered_at = submitted.answered_at or now
            submitted.decided_at = submitted.decided_at or now
            submitted.outcome = status
        if status in review_rules.ENDS:
            submitted.closed_at = now
        session.add(submitted)
        await session.flush()
    if status is PracticeStatus.SUBMITTED:
        session.add(await round_of(session, practice))


async def round_of(session: AsyncSession, practice: Practice) -> PracticeRound:
    """The practice's next round, with what it holds as what was submitted."""
    last = select(func.max(col(PracticeRound.number))).where(col(PracticeRound.practice_id) == practice.id)
    files = await files_of(session, (practice.id, practice.version))
    content = frozen(RoundContent, practice, files)
    return PracticeRound(
        practice_id=practice.id,
        number=((await session.exec(last)).one() or 0) + 1,
        opened_at=practice.submitted_at or clock.now(),
        content=content.model_dump(mode="json"),
    )


async def hand_over(session: AsyncSession, revision: Practice, original: Practice) -> None:
    """Let ``original`` have the review of the ``revision`` that has become its next version: its rounds come after."""
    last = select(func.coalesce(func.max(col(PracticeRound.number)), 0)).where(
        col(PracticeRound.practice_id) == original.id
    )
    offset = (await session.exec(last)).one()
    await session.exec(
        update(PracticeRound)
        .where(col(PracticeRound.practice_id) == revision.id)
        .values(practice_id=original.id, number=col(PracticeRound.number) + offset)
    )
    await session.exec(
        update(PracticeReviewStep)
        .where(col(PracticeReviewStep.practice_id) == revision.id)
        .values(practice_id=original.id)
    )
    await session.exec(
        insert(PracticeReviewer)
        .from_select(
            ["practice_id", "person_id", "assigned_at", "assigned_by_name"],
            columns(
                literal(original.id),
                PracticeReviewer.person_id,
                PracticeReviewer.assigned_at,
                PracticeReviewer.assigned_by_name,
            ).where(col(PracticeReviewer.practice_id) == revision.id),
        )
        .on_conflict_do_nothing()
    )
    await session.exec(
        insert(PracticeFollower)
        .from_select(
            ["practice_id", "person_id", "since"],
            columns(literal(original.id), PracticeFollower.person_id, PracticeFollower.since).where(
                col(PracticeFollower.practice_id) == revision.id
            ),
        )
        .on_conflict_do_nothing()
    )


async def assign(session: AsyncSession, caller: Caller, reviewed: Reviewed, body: ReviewerAssign) -> PracticeReviewBody:
    """Ask somebody to advise, and write to them. Asking twice changes nothing."""
    practice = reviewed.practice
    _require_assigning(reviewed)
    person = await session.get(Person, body.person_id)
    if person is None or (person.ended_at is not None and person.ended_at <= clock.now()):
        raise InvalidInput.at("/person_id", "Choose somebody whose account is in use.", code="unknown_person")
    if person.champion_id == practice.champion_id:
        raise InvalidInput.at(
            "/person_id", "Choose somebody who is not of the practice's own champion.", code="own_champion"
        )
    if await session.get(PracticeReviewer, (practice.id, person.id)) is None:
        session.add(PracticeReviewer(practice_id=practice.id, person_id=person.id, assigned_by_name=caller.name))
        await _record(session, caller, "reviewer_assigned", practice, reviewers=(None, person.name))
        await review_mails.tell_assigned(session, practice, person)
    return await review_queries.get_review(session, caller, practice.id)


async def unassign(session: AsyncSession, caller: Caller, reviewed: Reviewed, person_id: UUID) -> None:
    """Ask somebody no longer; what they have said stays."""
    _require_assigning(reviewed)
    found = await session.exec(
        select(PracticeReviewer, Person.name)
        .join(Person, col(Person.id) == col(PracticeReviewer.person_id))
        .where(col(PracticeReviewer.practice_id) == reviewed.practice.id, col(PracticeReviewer.person_id) == person_id)
    )
    row = found.first()
    if row is None:
        raise NotFound("This person does not advise on this practice.")
    await session.delete(row[0])
    if (following := await session.get(PracticeFollower, (reviewed.practice.id, person_id))) is not None:
        await session.delete(following)
    await _record(session, caller, "reviewer_removed", reviewed.practice, reviewers=(row[1], None))


async def follow(session: AsyncSession, caller: Caller, reviewed: Reviewed) -> PracticeReviewBody:
    """Write to the caller about this review from now on, whatever their part in it."""
    assert caller.person_id is not None
    if await _following(session, caller, reviewed) is None:
        session.add(PracticeFollower(practice_id=reviewed.practice.id, person_id=caller.person_id))
        await _record(session, caller, "followed", reviewed.practice, followers=(None, caller.name))
    return await review_queries.get_review(session, caller, reviewed.practice.id)


async def unfollow(session: AsyncSession, caller: Caller, reviewed: Reviewed) -> PracticeReviewBody:
    """Write to the caller no longer, but for what their part in the review brings."""
    following = await _following(session, caller, reviewed)
    if following is not None:
        await session.delete(following)
        await _record(session, caller, "unfollowed", reviewed.practice, followers=(caller.name, None))
    return await review_queries.get_review(session, caller, reviewed.practice.id)


async def _following(session: AsyncSession, caller: Caller, reviewed: Reviewed) -> PracticeFollower | None:
    return await session.get(PracticeFollower, (reviewed.practice.id, caller.person_id))


def _require_assigning(reviewed: Reviewed) -> None:
    if reviewed.voice is not ReviewVoice.SECRETARIAT:
        raise Forbidden("Reviewers are chosen by the secretariat.")
    if "assign" not in review_rules.actions(reviewed.voice, reviewed.practice.status):
        raise Conflict("Reviewers are chosen from a practice's submission to its publication.")


async def _record(
    session: AsyncSession, caller: Caller, what: str, practice: Practice, **related: tuple[str | None, str | None]
) -> None:
    await audit.record(session, caller, f"practice.{what}", practice, title=practice.title, related=related)
