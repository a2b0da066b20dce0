"""What waits in the workplan for a caller, in one statement."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Role
from api.access.visibility import owns
from api.champions.models import Champion
from api.home import rules
from api.home.kinds import DueKind
from api.home.rules import Due
from api.meetings.models import Meeting, MeetingKind, MeetingStatus
from api.platform import clock
from api.platform.database import columns
from api.workplan import rules as workplan_rules
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemUpdate, WorkplanStatus
from api.workplan.queries import is_rolled_over

_COMING = (MeetingStatus.PLANNED, MeetingStatus.AGENDA_OPEN, MeetingStatus.AGENDA_CIRCULATED)


async def workplan_items(session: AsyncSession, caller: Caller) -> list[Due]:
    """Late items, those due soon, and one's own of which a meeting asks or without news; chairs see everybody's late ones."""
    today = clock.today()
    last_reported = (
        select(func.max(WorkplanItemUpdate.reported_at))
        .where(col(WorkplanItemUpdate.workplan_item_id) == col(WorkplanItem.id))
        .scalar_subquery()
    )
    own = _own_or_unled(caller)
    is_due = col(WorkplanItem.due_on) <= (
        today - timedelta(days=1) if caller.is_secretariat else today + rules.DUE_SOON
    )
    is_silent = and_(
        own,
        col(WorkplanItem.starts_on) < today - rules.SILENCE,
        or_(last_reported.is_(None), last_reported < clock.now() - rules.SILENCE),
    )
    asked_for = _meeting_that_asks()
    is_asked = and_(
        own,
        asked_for.is_not(None),
        or_(col(WorkplanItem.starts_on).is_(None), col(WorkplanItem.starts_on) <= today),
        or_(last_reported.is_(None), last_reported < clock.now() - workplan_rules.ASKED_BEFORE),
    )
    rows = await session.exec(
        columns(
            *(getattr(WorkplanItem, name) for name in ("id", "title", "due_on", "lead_id", "is_demonstration")),
            Champion.iso3,
            is_due.label("is_due"),
            case((is_asked, asked_for)).label("asked_for"),
            last_reported.label("last_reported"),
        )
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .outerjoin(Champion, col(Champion.id) == col(WorkplanItem.lead_id))
        .where(
            col(Workplan.status) == WorkplanStatus.ADOPTED,
            col(WorkplanItem.status).not_in(workplan_rules.FINISHED),
            ~is_rolled_over,
            or_(and_(is_due, true() if caller.is_chair else own), is_silent, is_asked),
        )
        .order_by(col(WorkplanItem.sorted_on))
    )
    return [_of_item(row) for row in rows]


def _meeting_that_asks() -> Any:
    """When the next technical meeting is, where it is so near that leads are asked how their items stand."""
    now = clock.now()
    return (
        select(func.min(Meeting.starts_at))
        .where(
            col(Meeting.kind) == MeetingKind.TECHNICAL,
            col(Meeting.status).in_(_COMING),
            col(Meeting.starts_at) > now,
            col(Meeting.starts_at) <= now + workplan_rules.ASKED_BEFORE,
        )
        .scalar_subquery()
    )


def _own_or_unled(caller: Caller) -> ColumnElement[bool]:
    """The caller's champion leads it; what nobody leads belongs to the co-chairs."""
    own = owns(caller, WorkplanItem.lead_id)
    return or_(own, col(WorkplanItem.lead_id).is_(None)) if Role.CO_CHAIR in caller.roles else own


def _of_item(row: Row[Any]) -> Due:
    about: dict[str, Any] = {
        "id": row.id,
        "title": row.title,
        "champion_id": row.lead_id,
        "iso3": row.iso3,
        "is_demonstration": row.is_demonstration,
    }
    if row.is_due:
        return Due(kind=DueKind.WORKPLAN_ITEM_DUE, due_on=row.due_on, since=row.last_reported, **about)
    if row.asked_for:
        return Due(kind=DueKind.WORKPLAN_UPDATE_ASKED, due_at=row.asked_for, since=row.last_reported, **about)
    return Due(kind=DueKind.WORKPLAN_ITEM_WITHOUT_UPDATE, since=row.last_reported, **about)
