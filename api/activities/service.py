"""Writes of activities: from an idea to its report."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries, rules
from api.activities.links import LINK_FIELDS, links_of, resolve_links
from api.activities.models import Activity, ActivityStatus
from api.activities.particulars import written
from api.activities.schemas import ActivityBody, ActivityChange, ActivityCreate, Coordination
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.cochairs.models import CoChairTerm
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.local_time import instant_of
from api.platform.problems import Conflict, FieldProblem, Forbidden, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.statements import queries as statements
from api.statements.models import Statement

Subject = Activity
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: ActivityCreate) -> ActivityBody:
    """Note an idea of the caller's champion, of the one that the secretariat names, or of the Initiative as a whole."""
    champion_id = await _lead(session, caller, body.champion)
    links = await resolve_links(session, body, given=LINK_FIELDS, lead_id=champion_id)
    activity = Activity(champion_id=champion_id, **body.model_dump(exclude=LINK_FIELDS | {"champion", "particulars"}))
    await _write_beside(session, caller, activity, body)
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
    activity.sqlmodel_update(body.model_dump(exclude_unset=True, exclude=LINK_FIELDS | {"particulars"}))
    await _write_beside(session, caller, activity, body)
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


async def coordinate(session: AsyncSession, caller: Caller, activity: Activity, body: Coordination) -> ActivityBody:
    """Make it an initiative that co-chairs coordinate: those of the present term, unless another is named."""
    today = clock.today()
    wanted = (
        col(CoChairTerm.id) == body.term_id
        if body.term_id
        else and_(col(CoChairTerm.starts_on) <= today, col(CoChairTerm.ends_on) > today)
    )
    term_id = (await session.exec(select(CoChairTerm.id).where(wanted))).first()
    if term_id is None:
        raise InvalidInput.at("/term_id", "There is no such term of co-chairs.", code="unknown_term")
    activity.term_id = term_id
    await _record(session, caller, "activity.coordinated", activity)
    return await queries.get_activity(session, caller, activity.id)


async def stop_coordinating(session: AsyncSession, caller: Caller, activity: Activity) -> ActivityBody:
    """It is no initiative of co-chairs any more."""
    activity.term_id = None
    await _record(session, caller, "activity.coordination-ended", activity)
    return await queries.get_activity(session, caller, activity.id)


async def _write_beside(
    session: AsyncSession, caller: Caller, activity: Activity, body: ActivityCreate | ActivityChange
) -> None:
    """What needs more than its field: what the kind asks for, the statement, hours that clocks really show."""
    if "particulars" in body.model_fields_set:
        activity.particulars = written(activity.kind, activity.particulars, body.particulars)
    if body.statement_id and "statement_id" in body.model_fields_set:
        await _check_statement(session, caller, body.statement_id)
    for hour, day in (("starts_time", activity.starts_on), ("ends_time", activity.ends_on or activity.starts_on)):
        clock_time = getattr(activity, hour)
        if day and clock_time and activity.time_zone:
            instant_of(datetime.combine(day, clock_time), activity.time_zone, pointer=f"/{hour}")


async def _check_statement(session: AsyncSession, caller: Caller, statement_id: UUID) -> None:
    seen = select(Statement.id).where(col(Statement.id) == statement_id, statements.visible(caller))
    if (await session.exec(seen)).first() is None:
        told = "There is no such joint statement, or it is not for you to see."
        raise InvalidInput.at("/statement_id", told, code="unknown_statement")


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
