"""Activities as what pictures are of: who sees them, and who may change them."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries, rules, service
from api.activities.models import Activity
from api.pictures.subjects import Subject


async def seen(session: AsyncSession, caller: Caller, activity_id: UUID) -> Subject:
    """The activity, as the caller sees it; ``NotFound`` where they do not."""
    return await _subject(session, caller, await queries.get_visible(session, caller, activity_id))


async def written(session: AsyncSession, caller: Caller, activity_id: UUID) -> Subject:
    """The activity, locked, for a caller who may change it."""
    activity = await service.load_to_follow(session, caller, activity_id)
    await service.require(session, caller, activity, "change", "Its pictures stay as they are.")
    return await _subject(session, caller, activity)


async def _subject(session: AsyncSession, caller: Caller, activity: Activity) -> Subject:
    parties = await queries.parties_to(session, caller, activity)
    return Subject(
        column="activity_id",
        id=activity.id,
        title=activity.title,
        champion_id=activity.champion_id,
        may_change="change" in rules.actions(activity.status, parties),
    )
