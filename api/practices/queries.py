"""Reads of practices: columns, not objects; one statement for a list."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, extract, func, null, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns, sees
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.search import matches
from api.platform.transitions import asking_reason, verbs_for
from api.practices import rules
from api.practices.models import Practice, PracticeReviewStep, PracticeStatus, PracticeVersion
from api.practices.schemas import (
    PracticeBody,
    PracticeContent,
    PracticeQuery,
    PracticeSummary,
    PracticeVersionBody,
    PracticeVersionList,
    PracticeVersionSummary,
    ReviewStep,
    ReviewStepList,
)

_SORT = Sort(
    col(Practice.id),
    {
        "published_at": col(Practice.listed_at),
        "submitted_at": func.coalesce(col(Practice.submitted_at), col(Practice.created_at)),
        "updated_at": col(Practice.updated_at),
        "title": col(Practice.title),
    },
)

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "title", "summary", "status", "visibility", "objectives_primary", "objectives_secondary",
    "type_of_practice", "language", "starts_on", "ends_on", "published_at", "submitted_at", "version", "revises_id", "is_demonstration",
)  # fmt: skip
_SUMMARY_COLUMNS = [getattr(Practice, name) for name in _SUMMARY_FIELDS]
_Revision = aliased(Practice)


def _own_or_secretariat(caller: Caller) -> ColumnElement[bool]:
    return true() if caller.is_secretariat else owns(caller, Practice.champion_id)


def visible(caller: Caller, *, also: tuple[PracticeStatus, ...] = ()) -> ColumnElement[bool]:
    """Published ones as their visibility says (and those in the states ``also``); all of one's own champion's."""
    public_states = (PracticeStatus.PUBLISHED, *also)
    published = and_(
        col(Practice.status).in_(public_states),
        sees(caller, visibility=Practice.visibility, champion_id=Practice.champion_id),
    )
    return or_(published, _own_or_secretariat(caller))


async def list_practices(session: AsyncSession, caller: Caller, query: PracticeQuery) -> Page[PracticeSummary]:
    """One page of the practices that the caller may see."""
    statement = (
        columns(*_SUMMARY_COLUMNS, Practice.champion_id, Champion.iso3, _open_revision_id(caller))
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .where(visible(caller), *_filters(query))
    )
    return await _SORT.fetch(session, statement, sort=query.sort, query=query, build=lambda row: _summary(caller, row))


def _filters(query: PracticeQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.status:
        filters.append(col(Practice.status).in_(query.status))
    if query.champion:
        filters.append(col(Champion.iso3) == query.champion)
    if query.objective:
        filters.append(col(Practice.objectives).op("&&")(query.objective))
    if query.region:
        filters.append(or_(col(Champion.region_m49) == query.region, col(Champion.subregion_m49) == query.region))
    if query.type_of_practice:
        filters.append(col(Practice.type_of_practice).in_(query.type_of_practice))
    if query.language:
        filters.append(col(Practice.language) == query.language)
    if query.year:
        filters.append(extract("year", col(Practice.starts_on)) <= query.year)
        filters.append(or_(col(Practice.ends_on).is_(None), extract("year", col(Practice.ends_on)) >= query.year))
    if query.q:
        filters.append(matches(Practice.search, query.q))
    return filters


def _open_revision_id(caller: Caller) -> ColumnElement[UUID | None]:
    """The revision under way of the practice in the row; the public does without, and without its cost."""
    revision = select(_Revision.id).where(col(_Revision.revises_id) == col(Practice.id)).scalar_subquery()
    return (revision if caller.is_member else null()).label("open_revision_id")


def _open_to(caller: Caller, practice: Row[Any] | Practice, *, open_revision_id: UUID | None) -> dict[str, list[str]]:
    """What the caller may do with a practice now, and which of that asks for a reason."""
    parties = caller.parties_to(practice.champion_id)
    own = rules.actions(
        practice.status,
        parties,
        is_revision=practice.revises_id is not None,
        never_published=practice.version == 0,
        has_open_revision=open_revision_id is not None,
    )
    steps = verbs_for(rules.TRANSITIONS, practice.status, parties)
    return {"actions": own + steps, "asks_reason": asking_reason(rules.TRANSITIONS, practice.status, steps)}


def _summary(caller: Caller, row: Row[Any]) -> PracticeSummary:
    values = dict(zip(_SUMMARY_FIELDS, row, strict=False))
    return PracticeSummary.model_construct(
        **values,
        champion=ChampionRef.of(row.champion_id, row.iso3),
        **_open_to(caller, row, open_revision_id=row.open_revision_id),
    )


async def get_practice(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeBody:
    """One practice; ``NotFound`` where the caller may not see it. A withdrawn one stays readable: it may have been cited."""
    found = (
        await session.exec(
            columns(Practice, Champion.iso3, _open_revision_id(caller))
            .join(Champion, col(Champion.id) == col(Practice.champion_id))
            .where(col(Practice.id) == practice_id, visible(caller, also=(PracticeStatus.WITHDRAWN,)))
        )
    ).first()
    if found is None:
        raise NotFound("There is no such practice, or it is not for you to see.")
    practice, iso3, open_revision_id = found
    return body_of(caller, practice, iso3, open_revision_id)


def body_of(caller: Caller, practice: Practice, iso3: str, open_revision_id: UUID | None) -> PracticeBody:
    """The answer for ``practice`` as ``caller`` may see it."""
    is_insider = caller.is_secretariat or caller.owns(practice.champion_id)
    values = practice.model_dump(exclude={"champion_id", "search", "objectives", "listed_at"})
    if not is_insider:
        values |= {"implementing_focal_point": None, "review_note": None}
    return PracticeBody.model_construct(
        **values,
        champion=ChampionRef.of(practice.champion_id, iso3),
        missing=rules.still_missing(values) if is_insider and practice.status in rules.EDITABLE_BY_OWNER else [],
        open_revision_id=open_revision_id if is_insider else None,
        **_open_to(caller, practice, open_revision_id=open_revision_id),
    )


async def list_versions(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeVersionList:
    """The published versions of a practice, newest first."""
    await get_practice(session, caller, practice_id)
    rows = await session.exec(
        columns(PracticeVersion.number, PracticeVersion.published_at, PracticeVersion.title)
        .where(col(PracticeVersion.practice_id) == practice_id)
        .order_by(col(PracticeVersion.number).desc())
    )
    return PracticeVersionList(items=[PracticeVersionSummary.model_construct(**row._mapping) for row in rows])


async def get_version(session: AsyncSession, caller: Caller, practice_id: UUID, number: int) -> PracticeVersionBody:
    """One published version as it was."""
    await get_practice(session, caller, practice_id)
    version = await session.get(PracticeVersion, (practice_id, number))
    if version is None:
        raise NotFound("This practice has no such version.")
    return PracticeVersionBody(
        number=version.number,
        published_at=version.published_at,
        title=version.title,
        content=PracticeContent.model_validate(version.content),
    )


async def list_review_steps(session: AsyncSession, caller: Caller, practice_id: UUID) -> ReviewStepList:
    """The steps of a practice's review, oldest first; ``NotFound`` for all but its champion and the secretariat."""
    if (
        await session.exec(select(Practice.id).where(col(Practice.id) == practice_id, _own_or_secretariat(caller)))
    ).first() is None:
        raise NotFound("There is no such practice, or its review is not for you to see.")
    steps = await session.exec(
        select(PracticeReviewStep)
        .where(col(PracticeReviewStep.practice_id) == practice_id)
        .order_by(col(PracticeReviewStep.id))
    )
    return ReviewStepList(
        items=[ReviewStep.model_construct(**step.model_dump(exclude={"id", "practice_id"})) for step in steps]
    )
