"""Reads of reviews: who may follow one, its rounds and what each changed, those who write and who advise."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit.models import AuditEntry
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.identity.models import Person
from api.platform import clock
from api.platform.database import columns
from api.platform.differences import as_pieces, differences
from api.platform.problems import NotFound
from api.practices import queries, review_rules, rules
from api.practices.models import (
    Practice,
    PracticeComment,
    PracticeField,
    PracticeFollower,
    PracticeReviewer,
    PracticeRound,
    ReviewVoice,
)
from api.practices.review_schemas import (
    Author,
    AuthorList,
    PracticeReviewBody,
    Reviewer,
    RoundBody,
    RoundChange,
    RoundContent,
    RoundSummary,
)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A practice whose review the caller may read, and as what they speak in it."""

    practice: Practice
    voice: ReviewVoice


async def load(session: AsyncSession, caller: Caller, practice_id: UUID, *, lock: bool = False) -> Reviewed:
    """The practice, locked until the transaction ends where ``lock`` says so; ``NotFound`` where its review is not for
    the caller."""
    statement = select(Practice, queries.is_reviewed_by(caller)).where(col(Practice.id) == practice_id)
    if lock:
        statement = statement.with_for_update(of=Practice)
    found = (await session.exec(statement)).first()
    voice = queries.voice_of(caller, found[0], is_reviewer=found[1]) if found else None
    if found is None or voice is None:
        raise NotFound("There is no such practice, or its review is not for you to see.")
    return Reviewed(found[0], voice)


async def get_review(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeReviewBody:
    """The rounds, who advises, and whether the caller follows."""
    reviewed = await load(session, caller, practice_id)
    following = select(PracticeFollower.person_id).where(
        col(PracticeFollower.practice_id) == practice_id, col(PracticeFollower.person_id) == caller.person_id
    )
    return PracticeReviewBody.model_construct(
        voice=reviewed.voice,
        rounds=await _rounds(session, practice_id),
        reviewers=await _reviewers(session, practice_id),
        is_followed=(await session.exec(following)).first() is not None,
        actions=review_rules.actions(reviewed.voice, reviewed.practice.status),
    )


def _summaries(practice_id: UUID) -> Any:
    of_round = col(PracticeComment.round_id) == col(PracticeRound.id)
    comments = select(func.count()).select_from(PracticeComment).where(of_round)
    still_open = comments.where(col(PracticeComment.resolved_at).is_(None))
    return columns(
        PracticeRound.number,
        PracticeRound.opened_at,
        PracticeRound.closed_at,
        PracticeRound.outcome,
        PracticeRound.content,
        comments.scalar_subquery().label("comments"),
        still_open.scalar_subquery().label("open_comments"),
    ).where(col(PracticeRound.practice_id) == practice_id)


async def _rounds(session: AsyncSession, practice_id: UUID) -> list[RoundSummary]:
    rows = await session.exec(_summaries(practice_id).order_by(col(PracticeRound.number).desc()))
    return [RoundSummary.model_construct(**_told(row)) for row in rows]


def _told(row: Row[Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in RoundSummary.model_fields}


async def _reviewers(session: AsyncSession, practice_id: UUID) -> list[Reviewer]:
    has_commented = (
        select(PracticeComment.id)
        .join(PracticeRound, col(PracticeRound.id) == col(PracticeComment.round_id))
        .where(
            col(PracticeRound.practice_id) == practice_id,
            col(PracticeRound.closed_at).is_(None),
            col(PracticeComment.person_id) == col(Person.id),
        )
        .exists()
    )
    rows = await session.exec(
        columns(
            col(Person.id).label("person_id"),
            Person.name,
            Person.standing,
            PracticeReviewer.assigned_at,
            has_commented.label("has_commented"),
            Person.champion_id,
            Champion.iso3,
        )
        .join(PracticeReviewer, col(PracticeReviewer.person_id) == col(Person.id))
        .outerjoin(Champion, col(Champion.id) == col(Person.champion_id))
        .where(col(PracticeReviewer.practice_id) == practice_id)
        .order_by(col(Person.name))
    )
    return [
        Reviewer.model_construct(
            **{name: getattr(row, name) for name in ("person_id", "name", "standing", "assigned_at", "has_commented")},
            champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        )
        for row in rows
    ]


async def get_round(session: AsyncSession, caller: Caller, practice_id: UUID, number: int) -> RoundBody:
    """What was submitted in a round, and what that changed of the round before."""
    await load(session, caller, practice_id)
    rows = await session.exec(
        _summaries(practice_id)
        .where(col(PracticeRound.number).in_((number, number - 1)))
        .order_by(col(PracticeRound.number).desc())
    )
    found = rows.all()
    if not found or found[0].number != number:
        raise NotFound("This practice has no such round of review.")
    before = found[1].content if len(found) > 1 else None
    return RoundBody.model_construct(
        **_told(found[0]),
        content=RoundContent.model_validate(found[0].content),
        before=RoundContent.model_validate(before) if before else None,
        changes=changes_of(before, found[0].content) if before else [],
    )


def changes_of(before: dict[str, Any], after: dict[str, Any]) -> list[RoundChange]:
    """The fields that differ, in the form's order; of texts the words too."""
    return [
        RoundChange.model_construct(
            field=field,
            paragraphs=as_pieces(differences(before[field], after[field])) if field in rules.TEXTS else [],
        )
        for field in PracticeField
        if before[field] != after[field]
    ]


async def list_authors(session: AsyncSession, caller: Caller, practice_id: UUID) -> AuthorList:
    """The people of the practice's champion, and whoever of the secretariat has edited it, the last one first."""
    champion_id = (await load(session, caller, practice_id)).practice.champion_id
    edits = (
        select(AuditEntry.person_id, func.max(col(AuditEntry.at)).label("last_edited_at"))
        .where(
            col(AuditEntry.record_type) == Practice.__tablename__,
            col(AuditEntry.record_id) == practice_id,
            col(AuditEntry.action).in_(("practice.created", "practice.changed", "practice.revised")),
        )
        .group_by(col(AuditEntry.person_id))
        .subquery()
    )
    is_of_champion = col(Person.champion_id).is_not_distinct_from(champion_id)
    rows = await session.exec(
        columns(
            Person.id,
            Person.name,
            Person.job_title,
            is_of_champion.label("is_of_champion"),
            edits.c.last_edited_at,
        )
        .outerjoin(edits, edits.c.person_id == col(Person.id))
        .where(
            or_(is_of_champion, edits.c.last_edited_at.is_not(None)),
            or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now()),
        )
        .order_by(edits.c.last_edited_at.desc().nulls_last(), col(Person.name))
        .limit(100)
    )
    return AuthorList(
        items=[
            Author.model_construct(
                name=row.name,
                job_title=row.job_title,
                is_of_champion=row.is_of_champion,
                is_me=row.id == caller.person_id,
                last_edited_at=row.last_edited_at,
            )
            for row in rows
        ]
    )
