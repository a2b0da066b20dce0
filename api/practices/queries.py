"""Reads of practices: columns, not objects; one statement for a list."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, extract, or_, true
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
from api.platform.transitions import verbs_for
from api.practices import rules
from api.practices.models import Practice, PracticeReviewStep, PracticeStatus, PracticeVersion
from api.practices.schemas import (
    PracticeBody,
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
    {"published_at": col(Practice.listed_at), "updated_at": col(Practice.updated_at), "title": col(Practice.title)},
)

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "title", "summary", "status", "visibility", "objectives_primary", "objectives_secondary",
    "type_of_practice", "language", "starts_on", "ends_on", "published_at", "submitted_at", "version", "revises_id", "is_demonstration",
)  # fmt: skip
_SUMMARY_COLUMNS = [getattr(Practice, name) for name in _SUMMARY_FIELDS]


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
        columns(*_SUMMARY_COLUMNS, Practice.champion_id, Champion.iso3)
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


def _actions(
    caller: Caller, status: PracticeStatus, champion_id: UUID, *, revises_id: UUID | None, version: int
) -> list[str]:
    parties = caller.parties_to(champion_id)
    if not parties:
        return []
    others = rules.actions(status, parties, is_revision=revises_id is not None, never_published=version == 0)
    return others + verbs_for(rules.TRANSITIONS, status, parties)


def _summary(caller: Caller, row: Row[Any]) -> PracticeSummary:
    values = dict(zip(_SUMMARY_FIELDS, row, strict=False))
    return PracticeSummary.model_construct(
        **values,
        champion=ChampionRef.of(row.champion_id, row.iso3),
        actions=_actions(caller, row.status, row.champion_id, revises_id=row.revises_id, version=row.version),
    )


async def get_practice(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeBody:
    """One practice; ``NotFound`` where the caller may not see it. A withdrawn one stays readable: it may have been cited."""
    revision = select(Practice.id).where(col(Practice.revises_id) == practice_id).scalar_subquery()
    found = (
        await session.exec(
            columns(Practice, Champion.iso3, revision.label("open_revision_id"))
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
        actions=_actions(
            caller, practice.status, practice.champion_id, revises_id=practice.revises_id, version=practice.version
        ),
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
    return PracticeVersionBody.model_construct(**version.model_dump(exclude={"practice_id"}))


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
