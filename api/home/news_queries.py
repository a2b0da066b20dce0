"""What others did, from the records and the audit trail, in one statement."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, literal, null, or_, true, union_all
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import SMALLINT, String, Uuid, cast, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities.models import Activity, ActivityStatus
from api.audit.models import AuditEntry
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.home import rules
from api.home.kinds import NewsKind
from api.home.schemas import NewsItem, NewsList
from api.meetings import queries as meetings
from api.meetings.models import Meeting
from api.platform import clock
from api.platform.database import columns
from api.pledges import queries as pledges
from api.pledges.models import Pledge
from api.practices import queries as practices
from api.practices.models import Practice, PracticeStatus
from api.statements import queries as statements
from api.statements.models import Statement, StatementStatus
from api.workplan import queries as workplans
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus, WorkplanItemUpdate

_MOST = 30
_EXCERPT = 280
_MEETING_STEPS = {
    "meeting.open-agenda": NewsKind.AGENDA_OPENED,
    "meeting.circulate-agenda": NewsKind.AGENDA_CIRCULATED,
    "meeting.circulate-minutes": NewsKind.MINUTES_CIRCULATED,
}


async def get_news(session: AsyncSession, caller: Caller, *, since: datetime | None) -> NewsList:
    """What others did after ``since``, by default since the caller's last visit, as far as the caller may see it."""
    since = since or caller.last_seen_at or clock.now() - rules.FIRST_VISIT
    sources = (
        _practices,
        _activities,
        _opened_activities,
        _progress,
        _scheduled_meetings,
        _meeting_steps,
        _adopted_statements,
        _made_pledges,
    )
    news = union_all(*(source(caller, since) for source in sources)).subquery()
    rows = await session.exec(
        columns(*news.c, Champion.iso3)
        .outerjoin(Champion, col(Champion.id) == news.c.champion_id)
        .where(
            or_(news.c.champion_id.is_(None), news.c.champion_id != caller.champion_id)
            if caller.champion_id
            else true()
        )
        .order_by(news.c.at.desc(), news.c.id)
        .limit(_MOST)
    )
    return NewsList(since=since, items=[_item(row) for row in rows])


def _item(row: Row[Any]) -> NewsItem:
    return NewsItem.model_construct(
        kind=NewsKind(row.kind),
        id=row.id,
        title=row.title,
        at=row.at,
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.iso3 else None,
        objectives=row.objectives,
        excerpt=row.excerpt,
        status=WorkplanItemStatus(row.status) if row.status else None,
        is_demonstration=row.is_demonstration,
    )


def _news(
    kind: Any,
    record: Any,
    *,
    at: Any,
    champion_id: Any,
    objectives: Any,
    excerpt: Any = None,
    status: Any = None,
) -> Any:
    return columns(
        cast(kind, String).label("kind"),
        col(record.id).label("id"),
        col(record.title).label("title"),
        at.label("at"),
        cast(champion_id, Uuid).label("champion_id"),
        cast(objectives, ARRAY(SMALLINT)).label("objectives"),
        (literal("") if excerpt is None else excerpt).label("excerpt"),
        cast(null() if status is None else status, String).label("status"),
        col(record.is_demonstration).label("is_demonstration"),
    )


def _practices(caller: Caller, since: datetime) -> Any:
    kind = case((col(Practice.version) > 1, NewsKind.PRACTICE_REVISED), else_=NewsKind.PRACTICE_PUBLISHED)
    return _news(
        kind,
        Practice,
        at=Practice.published_at,
        champion_id=col(Practice.champion_id),
        objectives=col(Practice.objectives),
    ).where(
        col(Practice.status) == PracticeStatus.PUBLISHED,
        col(Practice.published_at) > since,
        practices.visible(caller),
    )


def _activities(caller: Caller, since: datetime) -> Any:
    """Activities announced since; what was taken over from a public source is history, not news."""
    kind = case(
        (col(Activity.is_open_for_partners), NewsKind.ACTIVITY_OPEN_FOR_PARTNERS), else_=NewsKind.ACTIVITY_ANNOUNCED
    )
    return _activity_news(kind, at=Activity.created_at).where(
        col(Activity.created_at) > since, col(Activity.source).is_(None), _seen(caller)
    )


def _opened_activities(caller: Caller, since: datetime) -> Any:
    """Activities that existed before and were opened for partners since."""
    return (
        _activity_news(literal(NewsKind.ACTIVITY_OPEN_FOR_PARTNERS), at=AuditEntry.at)
        .join(AuditEntry, _told_of(Activity))
        .where(
            col(AuditEntry.at) > since,
            col(AuditEntry.after)["is_open_for_partners"].as_boolean(),
            col(Activity.is_open_for_partners),
            col(Activity.created_at) <= since,
            _seen(caller),
        )
    )


def _activity_news(kind: Any, *, at: Any) -> Any:
    return _news(kind, Activity, at=at, champion_id=col(Activity.champion_id), objectives=col(Activity.objectives))


def _seen(caller: Caller) -> ColumnElement[bool]:
    return and_(
        col(Activity.status) != ActivityStatus.CANCELLED,
        activities.visible(caller),
    )


def _progress(caller: Caller, since: datetime) -> Any:
    return (
        _news(
            literal(NewsKind.WORKPLAN_PROGRESS),
            WorkplanItem,
            at=WorkplanItemUpdate.reported_at,
            champion_id=func.coalesce(col(WorkplanItemUpdate.champion_id), col(WorkplanItem.lead_id)),
            objectives=col(WorkplanItem.objectives),
            excerpt=func.left(col(WorkplanItemUpdate.text), _EXCERPT),
            status=col(WorkplanItemUpdate.status),
        )
        .join(WorkplanItemUpdate, col(WorkplanItemUpdate.workplan_item_id) == col(WorkplanItem.id))
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .where(
            col(WorkplanItemUpdate.reported_at) > since,
            col(WorkplanItemUpdate.person_id).is_distinct_from(caller.person_id),
            workplans.visible(caller),
        )
    )


def _scheduled_meetings(caller: Caller, since: datetime) -> Any:
    by_caller = select(AuditEntry.id).where(
        _told_of(Meeting), col(AuditEntry.action) == "meeting.created", col(AuditEntry.person_id) == caller.person_id
    )
    return _meeting_news(literal(NewsKind.MEETING_SCHEDULED), at=Meeting.created_at).where(
        col(Meeting.created_at) > since,
        col(Meeting.starts_at) > clock.now(),
        ~by_caller.exists(),
        meetings.visible(caller),
    )


def _meeting_steps(caller: Caller, since: datetime) -> Any:
    return (
        _meeting_news(case(_MEETING_STEPS, value=col(AuditEntry.action)), at=AuditEntry.at)
        .join(AuditEntry, _told_of(Meeting))
        .where(
            col(AuditEntry.at) > since,
            col(AuditEntry.action).in_(_MEETING_STEPS),
            col(AuditEntry.person_id).is_distinct_from(caller.person_id),
            meetings.visible(caller),
        )
    )


def _adopted_statements(caller: Caller, since: datetime) -> Any:
    """By hand, or by silence at its deadline."""
    at = func.coalesce(col(Statement.adopted_at), statements.last.c.until_at)
    news = _news(literal(NewsKind.STATEMENT_ADOPTED), Statement, at=at, champion_id=null(), objectives=literal("{}"))
    adopted = or_(statements.stands(StatementStatus.ADOPTED), statements.stands(StatementStatus.DELIVERED))
    return statements.with_its_silence(news.select_from(Statement)).where(
        adopted, at > since, statements.visible(caller)
    )


def _made_pledges(caller: Caller, since: datetime) -> Any:
    return (
        _news(
            literal(NewsKind.PLEDGE_MADE),
            Pledge,
            at=AuditEntry.at,
            champion_id=col(Pledge.champion_id),
            objectives=col(Pledge.objectives),
        )
        .join(AuditEntry, _told_of(Pledge))
        .where(col(AuditEntry.at) > since, col(AuditEntry.action) == "pledge.make", pledges.visible(caller))
    )


def _meeting_news(kind: Any, *, at: Any) -> Any:
    return _news(kind, Meeting, at=at, champion_id=null(), objectives=literal("{}"))


def _told_of(record: Any) -> ColumnElement[bool]:
    return and_(col(AuditEntry.record_type) == str(record.__tablename__), col(AuditEntry.record_id) == col(record.id))
