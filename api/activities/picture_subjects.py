"""Activities as what pictures are of: who sees them, and who may change them."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries, rules, service
from api.activities.models import Activity
from api.pictures.subjects import Subject


async def seen(session: AsyncSession, caller: Caller, activity_id: UUID) -> Subject:
    """The activity, as the caller sees it; ``NotFound`` where they do not."""
    found = await session.exec(select(Activity).where(col(Activity.id) == activity_id, queries.visible(caller)))
    activity = found.first()
    if activity is None:
        raise queries.not_found()
    return _subject(caller, activity)


async def written(session: AsyncSession, caller: Caller, activity_id: UUID) -> Subject:
    """The activity, locked, for a caller who may change it."""
    activity = await service.load_to_follow(session, caller, activity_id)
    service.require(caller, activity, "change", "Its pictures stay as they are.")
    return _subject(caller, activity)


def _subject(caller: Caller, activity: Activity) -> Subject:
    return Subject(
        column="activity_id",
        id=activity.id,
        title=activity.title,
        champion_id=activity.champion_id,
        may_change="change" in rules.actions(activity.status, caller.parties_to(activity.champion_id)),
    )
