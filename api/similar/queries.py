"""Records that resemble what is being written, or one another: one statement, whatever their number."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Date, SmallInteger, String, Text, Uuid, and_, cast, func, literal, null
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.orm import aliased
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities.models import Activity, ActivityStatus
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform.database import columns
from api.platform.problems import NotFound
from api.practices import queries as practices
from api.practices.models import Practice, PracticeStatus
from api.similar import rules
from api.similar.schemas import ReasonKind, SimilarityReason, SimilarKind, SimilarQuery, SimilarRecord, SimilarRecords
from api.similar.statement import similar_to

_Itself = aliased(Practice)
_TABLES = {SimilarKind.PRACTICE: "practices", SimilarKind.ACTIVITY: "activities"}


async def find_similar(session: AsyncSession, caller: Caller, query: SimilarQuery) -> SimilarRecords:
    """The records that the caller may see and that resemble what ``query`` tells of, the most alike first."""
    asked = columns(
        literal(query.text, Text).label("text"),
        literal(query.objective, ARRAY(SmallInteger)).label("objectives"),
        literal(query.region, ARRAY(String)).label("regions"),
        literal(query.starts_on, Date).label("starts_on"),
    )
    itself = literal(query.exclude, Uuid)
    records = _activities(caller, itself) if query.kind is SimilarKind.ACTIVITY else _practices(caller, itself)
    return SimilarRecords.model_construct(items=await _fetch(session, query.kind, asked, records, query.limit) or [])


async def find_related(session: AsyncSession, caller: Caller, practice_id: UUID, *, most: int) -> SimilarRecords:
    """The published practices most like the one: one's own drafts are no reading. ``NotFound`` where the caller may not see it."""
    asked = (
        columns(
            func.concat_ws(" ", Practice.title, Practice.summary, type_=Text).label("text"),
            col(Practice.objectives),
            cast(array([col(Champion.region_m49)]), ARRAY(String)).label("regions"),
            cast(null(), Date).label("starts_on"),
        )
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .where(col(Practice.id) == practice_id, practices.visible_or_reviewed(caller))
    )
    is_published = col(Practice.status) == PracticeStatus.PUBLISHED
    records = _practices(caller, literal(practice_id, Uuid)).where(is_published)
    found = await _fetch(session, SimilarKind.PRACTICE, asked, records, most)
    if found is None:
        raise NotFound("There is no such practice, or it is not for you to see.")
    return SimilarRecords.model_construct(items=found)


def _practices(caller: Caller, itself: Any) -> Any:
    """The practices that may be shown: neither the one itself nor what revises it, or what it revises."""
    revised = columns(_Itself.revises_id).where(col(_Itself.id) == itself).scalar_subquery()
    is_another = func.coalesce(col(Practice.revises_id), col(Practice.id)).is_distinct_from(
        func.coalesce(revised, itself)
    )
    return _records(Practice).where(practices.visible(caller), is_another)


def _activities(caller: Caller, itself: Any) -> Any:
    is_another = and_(col(Activity.id).is_distinct_from(itself), col(Activity.status) != ActivityStatus.CANCELLED)
    return _records(Activity).where(activities.visible(caller), is_another)


def _records(model: Any) -> Any:
    return columns(
        model.id, model.title, model.status, model.champion_id, Champion.iso3, Champion.region_m49,
        Champion.subregion_m49, model.objectives, model.starts_on, model.search,
    ).outerjoin(Champion, col(Champion.id) == col(model.champion_id))  # fmt: skip


async def _fetch(
    session: AsyncSession, kind: SimilarKind, asked: Any, records: Any, most: int
) -> list[SimilarRecord] | None:
    """What was found; ``None`` where there is nothing to compare with."""
    rows = (await session.exec(similar_to(asked, records, table=_TABLES[kind], most=most))).all()
    return [_record(kind, row) for row in rows if row.id is not None] if rows else None


def _record(kind: SimilarKind, row: Any) -> SimilarRecord:
    return SimilarRecord.model_construct(
        id=row.id,
        kind=kind,
        title=row.title,
        status=row.status,
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        starts_on=row.starts_on,
        score=round(row.score, 2),
        reasons=list(_reasons(row)),
    )


def _reasons(row: Any) -> Iterator[SimilarityReason]:
    nothing: dict[str, Any] = {"words": [], "objectives": [], "region": None, "days_apart": None}
    if row.words:
        yield SimilarityReason(**nothing | {"kind": ReasonKind.WORDS, "words": row.words[: rules.WORDS_TOLD]})
    if row.shared_objectives:
        yield SimilarityReason(**nothing | {"kind": ReasonKind.OBJECTIVES, "objectives": sorted(row.shared_objectives)})
    if row.region:
        yield SimilarityReason(**nothing | {"kind": ReasonKind.REGION, "region": row.region})
    if row.days_apart is not None and row.days_apart < rules.NEAR_DAYS:
        yield SimilarityReason(**nothing | {"kind": ReasonKind.DATES, "days_apart": row.days_apart})
