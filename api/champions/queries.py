"""Reads of champions: columns, not objects; one statement for a list."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func, literal, not_, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees
from api.activities.models import Activity, ActivityChampion, ActivityStatus
from api.champions import rules
from api.champions.models import Champion
from api.champions.schemas import ChampionBody, ChampionQuery, ChampionRef, ChampionSummary, FocalPoint, TermServed
from api.cochairs.models import CoChairSeat
from api.identity.models import Person
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import Forbidden, InvalidInput, NotFound
from api.practices.models import Practice, PracticeStatus
from api.vocabularies import catalogue
from api.vocabularies.models import Commission
from api.vocabularies.schemas import Region

_SORT = Sort(
    col(Champion.id),
    {
        "iso3": col(Champion.iso3),
        "joined_on": func.coalesce(col(Champion.joined_on), literal(date.max)),
    },
)

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "iso3", "commissions", "review_region", "objectives", "joined_on",
    "joined_precision", "left_on", "confidence", "is_demonstration",
)  # fmt: skip
_BODY_FIELDS = (*_SUMMARY_FIELDS, "about", "objectives_are_demonstration", "source")


def is_current() -> ColumnElement[bool]:
    """Champions today; the same as ``rules.is_current``."""
    today = clock.today()
    return and_(
        or_(col(Champion.joined_on).is_(None), col(Champion.joined_on) <= today),
        or_(col(Champion.left_on).is_(None), col(Champion.left_on) > today),
    )


async def list_champions(session: AsyncSession, caller: Caller, query: ChampionQuery) -> Page[ChampionSummary]:
    """One page of the champions, with what each has done."""
    return await _SORT.fetch(
        session,
        _champions(caller, _SUMMARY_FIELDS).where(*_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: ChampionSummary.model_construct(**_values(caller, row, _SUMMARY_FIELDS)),
    )


async def get_champion(session: AsyncSession, caller: Caller, champion_id: UUID) -> ChampionBody:
    """One champion with its terms and, for members, its people."""
    row = (await session.exec(_champions(caller, _BODY_FIELDS).where(col(Champion.id) == champion_id))).first()
    if row is None:
        raise NotFound("There is no such champion.")
    return ChampionBody.model_construct(
        **_values(caller, row, _BODY_FIELDS),
        focal_points=await _focal_points(session, champion_id) if caller.is_member else None,
        terms=await _terms(session, champion_id),
    )


def _champions(caller: Caller, fields: tuple[str, ...]) -> Any:
    """The columns of champions, with their counts as the caller may see them."""
    return columns(
        *(getattr(Champion, field) for field in fields),
        Champion.region_m49,
        Champion.subregion_m49,
        _sits_now().label("is_co_chair_now"),
        _published_practices(caller).label("published_practices_count"),
        _activities(caller).label("activities_count"),
    )


def _sits_now() -> ColumnElement[bool]:
    today = clock.today()
    return (
        select(CoChairSeat.id)
        .where(
            col(CoChairSeat.champion_id) == col(Champion.id),
            col(CoChairSeat.starts_on) <= today,
            col(CoChairSeat.ends_on) > today,
        )
        .correlate(Champion)
        .exists()
    )


def _published_practices(caller: Caller) -> Any:
    return _count(
        select(func.count())
        .select_from(Practice)
        .where(
            col(Practice.champion_id) == col(Champion.id),
            col(Practice.status) == PracticeStatus.PUBLISHED,
            sees(caller, visibility=Practice.visibility, champion_id=Practice.champion_id),
        )
    )


def _activities(caller: Caller) -> Any:
    takes_part = (
        select(ActivityChampion.activity_id)
        .where(
            col(ActivityChampion.activity_id) == col(Activity.id),
            col(ActivityChampion.champion_id) == col(Champion.id),
        )
        .correlate(Activity, Champion)
        .exists()
    )
    return _count(
        select(func.count())
        .select_from(Activity)
        .where(
            or_(col(Activity.champion_id) == col(Champion.id), takes_part),
            true() if caller.is_member else col(Activity.status) != ActivityStatus.IDEA,
            sees(caller, visibility=Activity.visibility, champion_id=Activity.champion_id),
        )
    )


def _count(counted: Any) -> Any:
    return counted.correlate(Champion).scalar_subquery()


def _filters(query: ChampionQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = [is_current() if query.is_current else not_(is_current())]
    if query.region:
        filters.append(or_(col(Champion.region_m49) == query.region, col(Champion.subregion_m49) == query.region))
    if query.commission:
        filters.append(col(Champion.commissions).contains([query.commission.value]))
    if query.objective:
        filters.append(col(Champion.objectives).op("&&")(query.objective))
    if query.q:
        filters.append(col(Champion.iso3).in_(catalogue.countries_called(query.q)))
    return filters


def _values(caller: Caller, row: Row[Any], fields: tuple[str, ...]) -> dict[str, Any]:
    return dict(zip(fields, row, strict=False)) | {
        "name": catalogue.country_name(row.iso3),
        "commissions": [Commission(commission) for commission in row.commissions],
        "region": Region.model_construct(m49=row.region_m49, name=catalogue.region_name(row.region_m49)),
        "subregion": Region.model_construct(m49=row.subregion_m49, name=catalogue.region_name(row.subregion_m49)),
        "is_current": rules.is_current(row.joined_on, row.left_on, clock.today()),
        "is_co_chair_now": row.is_co_chair_now,
        "published_practices_count": row.published_practices_count,
        "activities_count": row.activities_count,
        "actions": rules.actions(caller.parties_to(row.id), row.left_on),
    }


async def _focal_points(session: AsyncSession, champion_id: UUID) -> list[FocalPoint]:
    rows = await session.exec(
        columns(*(getattr(Person, field) for field in FocalPoint.model_fields))
        .where(
            col(Person.champion_id) == champion_id,
            or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now()),
        )
        .order_by(col(Person.is_lead).desc(), col(Person.name), col(Person.id))
    )
    return [FocalPoint.model_construct(**row._mapping) for row in rows]


async def _terms(session: AsyncSession, champion_id: UUID) -> list[TermServed]:
    other = aliased(CoChairSeat)
    sits_at_the_end = and_(
        col(other.term_id) == col(CoChairSeat.term_id),
        col(other.number) != col(CoChairSeat.number),
        col(other.starts_on) < col(CoChairSeat.ends_on),
        col(other.ends_on) >= col(CoChairSeat.ends_on),
    )
    rows = await session.exec(
        columns(
            CoChairSeat.term_id,
            CoChairSeat.starts_on,
            CoChairSeat.ends_on,
            col(Champion.id).label("with_id"),
            Champion.iso3,
        )
        .join(other, sits_at_the_end)
        .join(Champion, col(Champion.id) == col(other.champion_id))
        .where(col(CoChairSeat.champion_id) == champion_id)
        .order_by(col(CoChairSeat.starts_on).desc())
    )
    today = clock.today()
    return [
        TermServed.model_construct(
            id=row.term_id,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            is_current=row.starts_on <= today < row.ends_on,
            with_champion=ChampionRef.of(row.with_id, row.iso3),
        )
        for row in rows
    ]


async def champion_ids(session: AsyncSession, codes: list[str], *, pointer: str) -> dict[str, UUID]:
    """Keys of champions by ISO 3166-1 alpha-3 code; ``InvalidInput`` at ``pointer`` for a State that is none."""
    if not codes:
        return {}
    found = dict((await session.exec(select(Champion.iso3, Champion.id).where(col(Champion.iso3).in_(codes)))).all())
    for place, iso3 in enumerate(codes):
        if iso3 not in found:
            at = pointer if len(codes) == 1 and not pointer.endswith("s") else f"{pointer}/{place}"
            raise InvalidInput.at(
                at, f"{iso3} is not a champion. Name one of the Initiative's champions.", code="not_a_champion"
            )
    return found


async def champion_to_act_for(
    session: AsyncSession, caller: Caller, iso3: str | None, *, pointer: str = "/champion"
) -> UUID:
    """The champion that a new record belongs to: the one named, or the caller's own.

    A focal point acts for its own champion only; the secretariat names the champion it acts on behalf of.
    """
    if iso3 is None:
        if caller.champion_id is None:
            raise InvalidInput.at(pointer, "Name the champion on whose behalf you act.", code="missing")
        return caller.champion_id
    champion_id = (await champion_ids(session, [iso3], pointer=pointer))[iso3]
    if not caller.is_secretariat and not caller.owns(champion_id):
        raise Forbidden("You act for your own champion only. Leave the champion out, or ask the secretariat.")
    return champion_id
