"""The rounds of the demonstration's reviews: what was submitted, what was said to it, who advises."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.practices.file_versions import files_of, frozen
from api.practices.models import (
    CommentKind,
    Practice,
    PracticeComment,
    PracticeCommentAnswer,
    PracticeField,
    PracticeReviewer,
    PracticeRound,
    PracticeStatus,
    ReviewVoice,
)
from api.practices.review_schemas import RoundContent
from api.seeding.cast import Cast
from api.seeding.files import read

_A_ROUND = timedelta(days=16)
_VOICES = {"secretariat": ReviewVoice.SECRETARIAT, "observer": ReviewVoice.REVIEWER}
_Told = dict[str, Any]


async def add(
    session: AsyncSession, cast: Cast, practice: Practice, reached: dict[PracticeStatus, datetime], place: int
) -> None:
    """Add the rounds of one practice that was submitted, its comments in the round in which each was made."""
    told: _Told = read("demonstration", "reviews_of_practices")["reviews"].get(practice.title, {})
    opened_at = reached[PracticeStatus.SUBMITTED]
    files = await files_of(session, (practice.id, practice.version))
    content = frozen(RoundContent, practice, files).model_dump(mode="json")
    if "before" in told:
        earlier = _round(practice, 1, opened_at - _A_ROUND, content | told["before"])
        _decide(earlier, opened_at - _A_ROUND / 2, PracticeStatus.CHANGES_REQUESTED)
        session.add(earlier)
        await _add_comments(session, cast, earlier, told)
        earlier.closed_at = opened_at
        await session.flush()
    last = _round(practice, 2 if "before" in told else 1, opened_at, content)
    _follow(last, reached, place)
    closed_at, last.closed_at = last.closed_at, None
    session.add(last)
    await _add_comments(session, cast, last, told)
    last.closed_at = closed_at
    for account in told.get("reviewers", []):
        if account in cast.people:
            session.add(_reviewer(cast, practice, account, opened_at))


def _round(practice: Practice, number: int, opened_at: datetime, content: _Told) -> PracticeRound:
    return PracticeRound(practice_id=practice.id, number=number, opened_at=opened_at, content=content)


def _follow(submitted: PracticeRound, reached: dict[PracticeStatus, datetime], place: int) -> None:
    """Answered some days after it came, decided when the practice was accepted or sent back."""
    decided = [status for status in (PracticeStatus.CHANGES_REQUESTED, PracticeStatus.ACCEPTED) if status in reached]
    if decided:
        _decide(submitted, reached[decided[-1]], decided[-1], waited=timedelta(days=1 + place % 5, hours=place % 7))
    submitted.closed_at = reached.get(PracticeStatus.PUBLISHED)
    if submitted.closed_at:
        submitted.outcome = PracticeStatus.PUBLISHED


def _decide(
    submitted: PracticeRound, at: datetime, outcome: PracticeStatus, *, waited: timedelta = timedelta(days=3)
) -> None:
    submitted.answered_at = min(at, submitted.opened_at + waited)
    submitted.decided_at, submitted.outcome = at, outcome


async def _add_comments(session: AsyncSession, cast: Cast, submitted: PracticeRound, told: _Told) -> None:
    await session.flush()
    last = 2 if "before" in told else 1
    for entry in told.get("comments", []):
        if entry.get("round", last) != submitted.number:
            continue
        at = submitted.opened_at + timedelta(days=entry["after_days"])
        comment = _comment(cast, submitted, entry, at)
        session.add(comment)
        await session.flush()
        session.add_all(
            PracticeCommentAnswer(
                comment_id=comment.id,
                text=answer["text"],
                person_id=cast.people[answer["by"]].id,
                person_name=cast.people[answer["by"]].name,
                voice=ReviewVoice.AUTHOR,
                at=at + timedelta(days=1),
            )
            for answer in entry.get("answers", [])
        )
        submitted.answered_at = min(filter(None, (submitted.answered_at, at)))
    await session.flush()


def _comment(cast: Cast, submitted: PracticeRound, entry: _Told, at: datetime) -> PracticeComment:
    person, ended_by = cast.people[entry["by"]], entry.get("resolved_by")
    return PracticeComment(
        round_id=submitted.id,
        field=PracticeField(entry["field"]) if entry["field"] else None,
        kind=CommentKind(entry["kind"]),
        text=entry["text"],
        person_id=person.id,
        person_name=person.name,
        voice=_VOICES.get(entry["by"], ReviewVoice.REVIEWER),
        resolved_at=at + timedelta(days=2) if ended_by else None,
        resolved_by_name=cast.people[ended_by].name if ended_by else "",
        created_at=at,
        updated_at=at,
    )


def _reviewer(cast: Cast, practice: Practice, account: str, at: datetime) -> PracticeReviewer:
    return PracticeReviewer(
        practice_id=practice.id,
        person_id=cast.people[account].id,
        assigned_at=at + timedelta(hours=3),
        assigned_by_name=cast.people["secretariat"].name,
    )
