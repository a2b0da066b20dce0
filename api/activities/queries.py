"""Reads of activities: columns, not objects; one statement for a list."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Row, and_, cast, false, func, literal_column, not_, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns, sees
from api.activities import particulars, rules
from api.activities.models import (
    DAYS,
    ORGANISING,
    Activity,
    ActivityChampion,
    ActivityProcess,
    ActivityStatus,
    Part,
    Stakeholder,
)
from api.activities.schemas import (
    ActivityBody,
    ActivityProcessRef,
    ActivityQuery,
    ActivitySummary,
    CoordinatingTerm,
    LabelledLink,
    StatementRef,
    StateRef,
)
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.cochairs.models import CoChairTerm
from api.pictures.models import Picture
from api.pictures.schemas import PictureRef
from api.platform import clock
from api.platform.database import columns
from api.platform.language import Language
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.search import matches
from api.platform.transitions import Party
from api.processes.models import Process
from api.statements import queries as statements
from api.statements.models import Statement
from api.vocabularies.catalogue import country_name

_SORT = Sort(
    col(Activity.id),
    {
        "starts_on": col(Activity.sorted_on),
        "title": col(Activity.title),
        "updated_at": col(Activity.updated_at),
    },
)

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "kind", "title", "status", "visibility", "is_open_for_partners",
    "starts_on", "ends_on", "starts_time", "ends_time", "time_zone", "format", "place", "languages", "stakeholders",
    "objectives", "sdgs", "is_demonstration",
)  # fmt: skip
_BODY_FIELDS = (
    *_SUMMARY_FIELDS, "description", "status_reason", "link", "links", "audience", "partners", "outcome", "lessons_learned",
    "source", "confidence",
)  # fmt: skip

_EMPTY: ColumnElement[Any] = literal_column("'[]'::json")
_Parts = list[tuple[str, str, Part]]

_parts = (
    select(
        func.coalesce(
            func.json_agg(
                func.json_build_array(col(Champion.id), col(Champion.iso3), col(ActivityChampion.part))
            ).aggregate_order_by(col(Champion.iso3)),
            _EMPTY,
        )
    )
    .join(ActivityChampion, col(ActivityChampion.champion_id) == col(Champion.id))
    .where(col(ActivityChampion.activity_id) == col(Activity.id))
    .correlate(Activity)
    .scalar_subquery()
)
_processes = (
    select(
        func.coalesce(
            func.json_agg(
                func.json_build_array(col(Process.id), col(Process.key), col(Process.title))
            ).aggregate_order_by(col(Process.starts_on)),
            _EMPTY,
        )
    )
    .join(ActivityProcess, col(ActivityProcess.process_id) == col(Process.id))
    .where(col(ActivityProcess.activity_id) == col(Activity.id))
    .correlate(Activity)
    .scalar_subquery()
)
_cover = (
    select(func.json_build_object("id", col(Picture.id), "alt", col(Picture.alt)))
    .where(col(Picture.activity_id) == col(Activity.id))
    .order_by(col(Picture.position), col(Picture.id))
    .limit(1)
    .correlate(Activity)
    .scalar_subquery()
)


def visible(caller: Caller) -> ColumnElement[bool]:
    """As the visibility says; ideas are for members only, whatever it says. Who leads it too sees it as its lead does."""
    ideas = true() if caller.is_member else col(Activity.status) != ActivityStatus.IDEA
    seen = sees(caller, visibility=Activity.visibility, champion_id=Activity.champion_id)
    return and_(ideas, or_(seen, col(Activity.id).in_(_led_too(caller))) if caller.champion_id else seen)


async def parties_to(session: AsyncSession, caller: Caller, activity: Activity) -> frozenset[Party]:
    """What the caller is to ``activity``."""
    led_too = _led_too(caller).where(col(ActivityChampion.activity_id) == activity.id)
    is_co_lead = caller.champion_id is not None and (await session.exec(led_too)).first() is not None
    return _owning(caller, activity.champion_id, is_co_lead=is_co_lead)


async def list_activities(session: AsyncSession, caller: Caller, query: ActivityQuery) -> Page[ActivitySummary]:
    """One page of the activities that the caller may see."""
    return await _SORT.fetch(
        session,
        _activities(_SUMMARY_FIELDS).where(visible(caller), *asked_for(query)),
        sort=query.sort,
        query=query,
        build=lambda row: ActivitySummary.model_construct(**_values(caller, row, _SUMMARY_FIELDS)),
    )


async def get_activity(session: AsyncSession, caller: Caller, activity_id: UUID) -> ActivityBody:
    """One activity; ``NotFound`` where the caller may not see it."""
    wanted = _activities(_BODY_FIELDS).add_columns(col(Activity.particulars), _statement(caller))
    row = (await session.exec(wanted.where(col(Activity.id) == activity_id, visible(caller)))).first()
    if row is None:
        raise not_found()
    values = _values(caller, row, _BODY_FIELDS) | {
        "links": [LabelledLink.model_construct(**link) for link in row.links],
        "particulars": particulars.shown(row.kind, row.particulars),
        "particular_fields": list(particulars.OF_KIND[row.kind]),
        "statement": StatementRef.model_construct(id=UUID(row.statement["id"]), title=row.statement["title"])
        if row.statement
        else None,
    }
    if not caller.is_member:
        values["status_reason"] = None
    return ActivityBody.model_construct(**values)


async def get_visible(session: AsyncSession, caller: Caller, activity_id: UUID) -> Activity:
    """The record itself, for what stands beside it; ``NotFound`` where the caller may not see it."""
    found = await session.exec(select(Activity).where(col(Activity.id) == activity_id, visible(caller)))
    activity = found.first()
    if activity is None:
        raise not_found()
    return activity


def not_found() -> NotFound:
    """What is told of an activity that is not there, or not for the caller."""
    return NotFound("There is no such activity, or it is not for you to see.")


def _activities(fields: tuple[str, ...]) -> Any:
    return (
        columns(
            *(getattr(Activity, field) for field in fields),
            Activity.champion_id,
            Activity.other_organisers,
            Activity.other_states,
            col(CoChairTerm.id).label("term_id"),
            col(CoChairTerm.starts_on).label("term_starts_on"),
            col(CoChairTerm.ends_on).label("term_ends_on"),
            Champion.iso3,
            _parts.label("parts"),
            _processes.label("linked_processes"),
            _cover.label("cover"),
        )
        .outerjoin(Champion, col(Champion.id) == col(Activity.champion_id))
        .outerjoin(CoChairTerm, col(CoChairTerm.id) == col(Activity.term_id))
    )


def _statement(caller: Caller) -> Any:
    """The joint statement that it is about, where the caller sees it."""
    told = func.json_build_object("id", col(Statement.id), "title", col(Statement.title))
    return (
        select(told)
        .where(col(Statement.id) == col(Activity.statement_id), statements.visible(caller))
        .correlate(Activity)
        .scalar_subquery()
        .label("statement")
    )


def asked_for(query: ActivityQuery) -> list[ColumnElement[bool]]:
    """Activities that ``query`` asks for; beside the champion that leads each."""
    filters: list[ColumnElement[bool]] = []
    if query.kind:
        filters.append(col(Activity.kind).in_(query.kind))
    if query.status:
        filters.append(col(Activity.status).in_(query.status))
    if query.champion:
        filters.append(or_(col(Champion.iso3) == query.champion, col(Activity.id).in_(_with_a_part_of(query.champion))))
    if query.objective:
        filters.append(col(Activity.objectives).op("&&")(query.objective))
    if query.region:
        filters.append(or_(_of_region(query.region), col(Activity.id).in_(_organised_from(query.region))))
    if query.process:
        filters.append(col(Activity.id).in_(_linked_to(query.process)))
    if query.statement:
        filters.append(col(Activity.statement_id) == query.statement)
    if query.stakeholder:
        filters.append(col(Activity.stakeholders).op("@>")([query.stakeholder.value]))
    if query.coordinated_in:
        filters.append(col(Activity.term_id) == query.coordinated_in)
    if query.is_coordinated is not None:
        filters.append(col(Activity.term_id).is_not(None) == query.is_coordinated)
    if query.is_open_for_partners is not None:
        filters.append(col(Activity.is_open_for_partners) == query.is_open_for_partners)
    return filters + _dates(query) + ([matches(Activity.search, query.q)] if query.q else [])


def _dates(query: ActivityQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.period:
        filters.append(_is_over() if query.period == "past" else not_(_is_over()))
    if query.from_day or query.until:
        filters.append(_goes_on(query.from_day, query.until))
    return filters


def _goes_on(first: date | None, last: date | None) -> ColumnElement[bool]:
    """On any day from ``first`` to ``last``, as far as each is said; days told backwards are none."""
    if first and last and last < first:
        return false()
    asked = func.daterange(cast(first, Date), cast(last, Date), "[]")
    return literal_column(DAYS).op("&&", is_comparison=True)(asked)


def _is_over() -> ColumnElement[bool]:
    """As ``rules.is_over`` says."""
    last = func.coalesce(col(Activity.ends_on), col(Activity.starts_on))
    status = col(Activity.status)
    has_passed = and_(func.coalesce(last < clock.today(), false()), status != ActivityStatus.POSTPONED)
    return or_(has_passed, and_(last.is_(None), status.in_(rules.CONCLUDED)))


def _owning(caller: Caller, champion_id: UUID | None, *, is_co_lead: bool) -> frozenset[Party]:
    parties = caller.parties_to(champion_id)
    return rules.owning(parties, leads_as_a_whole=champion_id is None, is_co_lead=is_co_lead)


def _led_too(caller: Caller) -> Any:
    return select(ActivityChampion.activity_id).where(
        col(ActivityChampion.part) == Part.CO_LEAD, owns(caller, ActivityChampion.champion_id)
    )


def _with_a_part_of(iso3: str) -> Any:
    champion = select(Champion.id).where(col(Champion.iso3) == iso3).scalar_subquery()
    return select(ActivityChampion.activity_id).where(col(ActivityChampion.champion_id) == champion)


def _of_region(m49: str) -> ColumnElement[bool]:
    return or_(col(Champion.region_m49) == m49, col(Champion.subregion_m49) == m49)


def _organised_from(m49: str) -> Any:
    """Activities that a champion of the region leads or organises beside the lead."""
    return (
        select(ActivityChampion.activity_id)
        .join(Champion, col(Champion.id) == col(ActivityChampion.champion_id))
        .where(col(ActivityChampion.part).in_(ORGANISING), _of_region(m49))
        .correlate(None)
    )


def _linked_to(key: str) -> Any:
    process = select(Process.id).where(col(Process.key) == key).scalar_subquery()
    return select(ActivityProcess.activity_id).where(col(ActivityProcess.process_id) == process)


def _values(caller: Caller, row: Row[Any], fields: tuple[str, ...]) -> dict[str, Any]:
    today = clock.today()
    co_leads = _champions_with(Part.CO_LEAD, row.parts)
    is_co_lead = any(caller.owns(champion.id) for champion in co_leads)
    open_now = rules.actions(row.status, _owning(caller, row.champion_id, is_co_lead=is_co_lead))
    if caller.is_chair:
        open_now.append("stop-coordinating" if row.term_id else "coordinate")
    return dict(zip(fields, row, strict=False)) | {
        "champion": ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        "co_leads": co_leads,
        "co_organisers": _champions_with(Part.CO_ORGANISER, row.parts),
        "participants": _champions_with(Part.PARTICIPANT, row.parts),
        "processes": [
            ActivityProcessRef.model_construct(id=UUID(process_id), key=key, title=title)
            for process_id, key, title in row.linked_processes
        ],
        "languages": [Language(spoken) for spoken in row.languages],
        "stakeholders": [Stakeholder(engaged) for engaged in row.stakeholders],
        "starts_at": rules.instant(row.starts_on, row.starts_time, row.time_zone),
        "ends_at": rules.instant(row.ends_on or row.starts_on, row.ends_time, row.time_zone),
        "other_organisers": _states(row.other_organisers),
        "other_states": _states(row.other_states),
        "cover": PictureRef.model_construct(id=UUID(row.cover["id"]), alt=row.cover["alt"]) if row.cover else None,
        "coordinated_in": _coordinating(row),
        "is_over": rules.is_over(row.status, row.starts_on, row.ends_on, today=today),
        "actions": open_now,
        "asks_reason": [
            step.verb
            for step in rules.TRANSITIONS
            if step.verb in open_now and rules.asks_reason(step, row.status, row.starts_on, today=today)
        ],
    }


def _coordinating(row: Row[Any]) -> CoordinatingTerm | None:
    if row.term_id is None:
        return None
    return CoordinatingTerm.model_construct(id=row.term_id, starts_on=row.term_starts_on, ends_on=row.term_ends_on)


def _states(codes: list[str]) -> list[StateRef]:
    return [StateRef.model_construct(iso3=iso3, name=country_name(iso3)) for iso3 in codes]


def _champions_with(part: Part, parts: _Parts) -> list[ChampionRef]:
    return [ChampionRef.of(UUID(champion_id), iso3) for champion_id, iso3, held in parts if held == part]
