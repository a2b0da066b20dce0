"""Where the Initiative stands, in a fixed number of statements."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row, func, literal, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities.models import Activity, ActivityStatus
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.cochairs.models import CoChairTerm
from api.cochairs.queries import pair_of, seats_of_term
from api.cochairs.rules import Period
from api.home import ahead_queries
from api.home.schemas import (
    AreaAtAGlance,
    OverviewActivity,
    OverviewBody,
    OverviewFigures,
    OverviewMeeting,
    OverviewPractice,
    OverviewTerm,
    OverviewWorkplan,
)
from api.meetings import agenda_queries
from api.meetings import queries as meetings
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.platform import clock
from api.platform.database import columns
from api.practices import queries as practices
from api.practices.models import Practice, PracticeStatus
from api.processes import queries as processes
from api.vocabularies.models import ScopeOfWork
from api.workplan import queries as workplans
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus, WorkplanStatus

_LATEST = 4
_COMING = (MeetingStatus.PLANNED, MeetingStatus.AGENDA_OPEN, MeetingStatus.AGENDA_CIRCULATED)
_UNDER_WAY = timedelta(hours=3)


async def get_overview(session: AsyncSession, caller: Caller) -> OverviewBody:
    """The overview as the caller may see it."""
    current, following = await _terms(session)
    upcoming = await _upcoming_activities(session, caller)
    return OverviewBody.model_construct(
        current_term=current,
        next_term=following,
        next_meeting=await _next_meeting(session, caller),
        figures=await _figures(session, caller),
        latest_practices=await _latest_practices(session, caller),
        upcoming_activities=upcoming,
        workplan=await _workplan(session, caller),
        next_process=await processes.next_process(session, caller),
        ahead=await ahead_queries.get_ahead(session, following, upcoming),
    )


async def _terms(session: AsyncSession) -> tuple[OverviewTerm | None, OverviewTerm | None]:
    today = clock.today()
    rows = await session.exec(
        columns(
            *(getattr(CoChairTerm, name) for name in ("id", "starts_on", "ends_on", "is_demonstration")),
            seats_of_term.label("seats"),
        )
        .where(col(CoChairTerm.ends_on) > today)
        .order_by(col(CoChairTerm.starts_on))
        .limit(2)
    )
    terms = [_term(row) for row in rows]
    current = next((term for term in terms if term.starts_on <= today), None)
    return current, next((term for term in terms if term.starts_on > today), None)


def _term(row: Row[Any]) -> OverviewTerm:
    return OverviewTerm.model_construct(
        id=row.id,
        champions=pair_of(row.seats, Period(row.starts_on, row.ends_on), clock.today()),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_demonstration=row.is_demonstration,
    )


async def _next_meeting(session: AsyncSession, caller: Caller) -> OverviewMeeting | None:
    fields = [name for name in OverviewMeeting.model_fields if hasattr(Meeting, name)]
    row = (
        await session.exec(
            columns(
                *(getattr(Meeting, name) for name in fields),
                Meeting.is_shared_with_observers,
                _agenda(func.count(), AgendaItemStatus.ACCEPTED).label("accepted_items"),
                _agenda(func.coalesce(func.sum(AgendaItem.minutes), 0), AgendaItemStatus.ACCEPTED).label(
                    "accepted_minutes"
                ),
                _agenda(func.count(), AgendaItemStatus.PROPOSED).label("open_proposals"),
            )
            .where(
                col(Meeting.status).in_(_COMING),
                col(Meeting.starts_at) > clock.now() - _UNDER_WAY,
                meetings.visible(caller),
            )
            .order_by(col(Meeting.starts_at))
            .limit(1)
        )
    ).first()
    if row is None:
        return None
    sees_agenda = agenda_queries.sees_agenda(caller, is_shared_with_observers=row.is_shared_with_observers)
    values = dict(zip(fields, row, strict=False))
    return OverviewMeeting.model_construct(
        **values | {"agenda_closes_at": row.agenda_closes_at if sees_agenda else None},
        accepted_items=row.accepted_items if sees_agenda else 0,
        accepted_minutes=row.accepted_minutes if sees_agenda else 0,
        open_proposals=row.open_proposals if caller.is_member else 0,
    )


def _agenda(figure: Any, status: AgendaItemStatus) -> Any:
    return (
        select(figure)
        .select_from(AgendaItem)
        .where(col(AgendaItem.meeting_id) == col(Meeting.id), col(AgendaItem.status) == status)
        .scalar_subquery()
    )


async def _figures(session: AsyncSession, caller: Caller) -> OverviewFigures:
    today = clock.today()
    champions = (
        select(func.count())
        .select_from(Champion)
        .where(
            or_(col(Champion.joined_on).is_(None), col(Champion.joined_on) <= today),
            or_(col(Champion.left_on).is_(None), col(Champion.left_on) > today),
        )
    )
    published = (
        select(func.count())
        .select_from(Practice)
        .where(col(Practice.status) == PracticeStatus.PUBLISHED, practices.visible(caller))
    )
    seen = select(func.count()).select_from(Activity).where(activities.visible(caller))
    row = (
        await session.exec(
            columns(
                champions.scalar_subquery().label("champions"),
                published.scalar_subquery().label("published_practices"),
                seen.scalar_subquery().label("activities"),
            )
        )
    ).one()
    return OverviewFigures.model_construct(**row._mapping)


async def _latest_practices(session: AsyncSession, caller: Caller) -> list[OverviewPractice]:
    rows = await session.exec(
        columns(
            *(
                getattr(Practice, name)
                for name in ("id", "title", "language", "objectives", "published_at", "is_demonstration")
            ),
            Practice.champion_id,
            Champion.iso3,
        )
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .where(col(Practice.status) == PracticeStatus.PUBLISHED, practices.visible(caller))
        .order_by(col(Practice.listed_at).desc(), col(Practice.id).desc())
        .limit(_LATEST)
    )
    return [_with_champion(OverviewPractice, row) for row in rows]


async def _upcoming_activities(session: AsyncSession, caller: Caller) -> list[OverviewActivity]:
    """Those that begin today or later first, then those under way."""
    today = clock.today()
    fields = ("id", "title", "kind", "starts_on", "ends_on", "format", "place", "objectives", "is_open_for_partners")
    rows = await session.exec(
        columns(
            *(getattr(Activity, name) for name in fields),
            Activity.is_demonstration,
            Activity.champion_id,
            Champion.iso3,
        )
        .outerjoin(Champion, col(Champion.id) == col(Activity.champion_id))
        .where(
            col(Activity.status).in_((ActivityStatus.PLANNED, ActivityStatus.CONFIRMED)),
            or_(col(Activity.starts_on) >= today, col(Activity.ends_on) >= today),
            activities.visible(caller),
        )
        .order_by(col(Activity.starts_on) < today, col(Activity.starts_on), col(Activity.id))
        .limit(_LATEST)
    )
    return [_with_champion(OverviewActivity, row) for row in rows]


def _with_champion(kind: Any, row: Row[Any]) -> Any:
    values = dict(row._mapping)
    champion_id, iso3 = values.pop("champion_id"), values.pop("iso3")
    return kind.model_construct(**values, champion=ChampionRef.of(champion_id, iso3) if iso3 else None)


async def _workplan(session: AsyncSession, caller: Caller) -> OverviewWorkplan | None:
    """The adopted workplan of today, its items counted by area; dropped items do not count."""
    today = clock.today()
    counted = col(WorkplanItem.id).is_not(None)
    rows = (
        await session.exec(
            columns(
                *(getattr(Workplan, name) for name in ("id", "title", "is_demonstration", "starts_on")),
                WorkplanItem.scope_of_work,
                func.count().filter(counted).label("items"),
                func.count().filter(col(WorkplanItem.status) == WorkplanItemStatus.DONE).label("done"),
                func.count().filter(col(WorkplanItem.status) == WorkplanItemStatus.AT_RISK).label("at_risk"),
                func.count().filter(workplans.overdue(today)).label("overdue"),
            )
            .select_from(Workplan)
            .outerjoin(
                WorkplanItem,
                (col(WorkplanItem.workplan_id) == col(Workplan.id))
                & (col(WorkplanItem.status) != WorkplanItemStatus.DROPPED),
            )
            .where(
                col(Workplan.status) == WorkplanStatus.ADOPTED,
                literal(today).between(col(Workplan.starts_on), col(Workplan.ends_on)),
                workplans.visible(caller),
            )
            .group_by(col(Workplan.id), col(WorkplanItem.scope_of_work))
            .order_by(col(Workplan.starts_on).desc(), col(Workplan.id))
        )
    ).all()
    if not rows:
        return None
    plan = rows[0]
    by_area = {row.scope_of_work: row for row in rows if row.id == plan.id}
    return OverviewWorkplan.model_construct(
        id=plan.id,
        title=plan.title,
        is_demonstration=plan.is_demonstration,
        areas=[_area(scope, by_area.get(scope)) for scope in ScopeOfWork],
    )


def _area(scope: ScopeOfWork, row: Row[Any] | None) -> AreaAtAGlance:
    figures: dict[str, Any] = {
        name: getattr(row, name) if row else 0 for name in ("items", "done", "at_risk", "overdue")
    }
    return AreaAtAGlance.model_construct(scope_of_work=scope, **figures)
