"""Writes of activities: from an idea to its report."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries, rules
from api.activities.links import LINK_FIELDS, links_of, resolve_links
from api.activities.models import Activity, ActivityStatus
from api.activities.schemas import ActivityBody, ActivityChange, ActivityCreate
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, FieldProblem, Forbidden, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition

Subject = Activity
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: ActivityCreate) -> ActivityBody:
    """Note an idea of the caller's champion, of the one that the secretariat names, or of the Initiative as a whole."""
    champion_id = await _lead(session, caller, body.champion)
    links = await resolve_links(session, body, given=LINK_FIELDS, lead_id=champion_id)
    activity = Activity(champion_id=champion_id, **body.model_dump(exclude=LINK_FIELDS | {"champion"}))
    session.add(activity)
    await _record(session, caller, "activity.created", activity, related=links.changes)
    await links.save(session, activity)
    return await queries.get_activity(session, caller, activity.id)


async def load_for_change(session: AsyncSession, caller: Caller, activity_id: UUID, expected_revision: int) -> Activity:
    """The activity, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    activity = await load_to_follow(session, caller, activity_id)
    check_revision(activity, expected_revision)
    return activity


async def load_to_follow(session: AsyncSession, caller: Caller, activity_id: UUID) -> Activity:
    """The activity, locked, for a write beside it: to its pictures, its partners, whoever registers."""
    activity = (
        await session.exec(
            select(Activity).where(col(Activity.id) == activity_id, queries.visible(caller)).with_for_update()
        )
    ).first()
    if activity is None:
        raise queries.not_found()
    return activity


async def change(session: AsyncSession, caller: Caller, activity: Activity, body: ActivityChange) -> ActivityBody:
    """Change an activity; what the body leaves out stays."""
    await require(session, caller, activity, "change", "Note a new one instead.")
    _check_days(activity, body)
    links = await resolve_links(
        session, body, given=LINK_FIELDS & body.model_fields_set, lead_id=activity.champion_id, activity=activity
    )
    activity.sqlmodel_update(body.model_dump(exclude_unset=True, exclude=LINK_FIELDS))
    if links.changes:
        flag_modified(activity, "updated_at")
    await _record(session, caller, "activity.changed", activity, related=links.changes)
    await links.save(session, activity)
    return await queries.get_activity(session, caller, activity.id)


async def delete(session: AsyncSession, caller: Caller, activity: Activity) -> None:
    """Delete an idea or a plan; what others count on is cancelled instead."""
    await require(
        session, caller, activity, "delete", "Only an idea or a plan is deleted; others are cancelled, with the reason."
    )
    links = await links_of(session, activity)
    await session.delete(activity)
    await _record(
        session, caller, "activity.deleted", activity, related={name: (was, None) for name, was in links.items()}
    )


async def take_step(
    session: AsyncSession, caller: Caller, activity: Activity, step: Transition[ActivityStatus], body: ReasonBody
) -> ActivityBody:
    """Take a step. Skipping steps, and holding what lies ahead, asks for a reason."""
    if step.by.isdisjoint(await queries.parties_to(session, caller, activity)):
        raise Forbidden("This step is for the champions that lead the activity, and for the secretariat.")
    if not step.starts_from(activity.status):
        raise Conflict(f"An activity that is {activity.status} cannot take the step {step.verb}.")
    if rules.asks_reason(step, activity.status, activity.starts_on, today=clock.today()) and body.reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")
    activity.status = step.target
    activity.status_reason = body.reason or ""
    await _record(session, caller, f"activity.{step.verb}", activity, reason=body.reason or "")
    return await queries.get_activity(session, caller, activity.id)


async def _lead(session: AsyncSession, caller: Caller, iso3: str | None) -> UUID | None:
    if iso3 is None and caller.is_secretariat:
        return None
    return await champion_to_act_for(session, caller, iso3)


async def require(session: AsyncSession, caller: Caller, activity: Activity, verb: str, way_out: str) -> None:
    """Refuse what ``verb`` asks of ``activity`` where it is not the caller's, or not its time."""
    parties = await queries.parties_to(session, caller, activity)
    if parties.isdisjoint(rules.WRITERS):
        raise Forbidden("This is for the champions that lead the activity, and for the secretariat.")
    if verb not in rules.actions(activity.status, parties):
        raise Conflict(f"This activity is {activity.status}. {way_out}")


def _check_days(activity: Activity, body: ActivityChange) -> None:
    """What was held does not move into the future."""
    moves_ahead = body.starts_on != activity.starts_on and rules.lies_ahead(body.starts_on, today=clock.today())
    if activity.status in rules.TAKEN_PLACE and moves_ahead:
        detail = "This activity has been held: its first day cannot lie ahead."
        raise Conflict(detail, errors=[FieldProblem(pointer="/starts_on", code="lies_ahead", detail=detail)])


async def _record(
    session: AsyncSession,
    caller: Caller,
    action: str,
    activity: Activity,
    *,
    reason: str = "",
    related: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    await audit.record(
        session,
        caller,
        action,
        activity,
        title=activity.title,
        on_behalf_of=None if caller.owns(activity.champion_id) else activity.champion_id,
        reason=reason,
        related=related,
    )
