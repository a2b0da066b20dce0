"""What lies ahead: the handover, outside processes, the next activities."""

from datetime import date

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.home.kinds import AheadKind
from api.home.schemas import AheadItem, OverviewActivity, OverviewTerm
from api.platform import clock
from api.platform.database import columns
from api.processes.models import Process

_MOST = 5
_ACTIVITIES = 2


async def get_ahead(
    session: AsyncSession, following: OverviewTerm | None, activities: list[OverviewActivity]
) -> list[AheadItem]:
    """The handover to the pair of ``following``, the next processes and the next of ``activities``, the nearest first."""
    coming = [_activity_ahead(activity) for activity in activities if activity.starts_on >= clock.today()]
    ahead = await _processes(session) + coming[:_ACTIVITIES]
    if following:
        ahead.append(_handover(following))
    return sorted(ahead, key=_starts_on)[:_MOST]


async def _processes(session: AsyncSession) -> list[AheadItem]:
    rows = await session.exec(
        columns(Process.id, Process.title, Process.starts_on, Process.is_demonstration)
        .where(col(Process.starts_on) >= clock.today())
        .order_by(col(Process.starts_on), col(Process.id))
        .limit(_MOST)
    )
    return [AheadItem.model_construct(kind=AheadKind.PROCESS, champions=[], **row._mapping) for row in rows]


def _handover(following: OverviewTerm) -> AheadItem:
    return AheadItem.model_construct(
        kind=AheadKind.HANDOVER,
        id=following.id,
        title="",
        champions=following.champions,
        starts_on=following.starts_on,
        is_demonstration=following.is_demonstration,
    )


def _activity_ahead(activity: OverviewActivity) -> AheadItem:
    return AheadItem.model_construct(
        kind=AheadKind.ACTIVITY,
        id=activity.id,
        title=activity.title,
        champions=[activity.champion] if activity.champion else [],
        starts_on=activity.starts_on,
        is_demonstration=activity.is_demonstration,
    )


def _starts_on(item: AheadItem) -> date:
    return item.starts_on
