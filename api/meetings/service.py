"""Writes of meetings: planning, changing, and the steps from plan to closed minutes."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.meetings import queries, rules
from api.meetings.models import Meeting, MeetingStatus
from api.meetings.schemas import MeetingBody, MeetingChange, MeetingCreate, Rescheduling
from api.platform.etags import check_revision
from api.platform.local_time import instant_of
from api.platform.problems import Conflict, Forbidden, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition

Subject = Meeting
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: MeetingCreate) -> MeetingBody:
    """Plan a meeting."""
    zone = body.time_zone if "time_zone" in body.model_fields_set else None
    meeting = Meeting(**_stored(body.model_dump(), zone))
    session.add(meeting)
    await audit.record(session, caller, "meeting.created", meeting, title=meeting.title)
    return await queries.get_meeting(session, caller, meeting.id)


async def load_for_change(session: AsyncSession, caller: Caller, meeting_id: UUID, expected_revision: int) -> Meeting:
    """The meeting, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    meeting = (
        await session.exec(
            select(Meeting).where(col(Meeting.id) == meeting_id, queries.visible(caller)).with_for_update()
        )
    ).first()
    if meeting is None:
        raise queries.not_found()
    check_revision(meeting, expected_revision)
    return meeting


async def change(session: AsyncSession, caller: Caller, meeting: Meeting, body: MeetingChange) -> MeetingBody:
    """Change a meeting; what the body leaves out stays."""
    if meeting.status is MeetingStatus.CANCELLED:
        raise Conflict("This meeting is cancelled. Plan a new one instead.")
    given = body.model_dump(exclude_unset=True)
    if given.get("champions_present_count") is not None and await queries.is_attendance_taken(session, meeting.id):
        raise InvalidInput.at(
            "/champions_present_count",
            "Attendance was taken at this meeting: the number follows from it. Mend it there.",
            code="not_allowed",
        )
    meeting.sqlmodel_update(_stored(given, given.get("time_zone", meeting.time_zone)))
    await audit.record(session, caller, "meeting.changed", meeting, title=meeting.title)
    return await queries.get_meeting(session, caller, meeting.id)


async def delete(session: AsyncSession, caller: Caller, meeting: Meeting) -> None:
    """Delete a meeting that is only planned, with the proposals for it."""
    if meeting.status is not MeetingStatus.PLANNED:
        raise Conflict(f"This meeting is {_spoken(meeting.status)}. Champions know of it: cancel it instead.")
    if meeting.invited_at:
        raise Conflict("People are invited to this meeting and have it in their calendars: cancel it instead.")
    await session.delete(meeting)
    await audit.record(session, caller, "meeting.deleted", meeting, title=meeting.title)


async def take_step(
    session: AsyncSession, caller: Caller, meeting: Meeting, step: Transition[MeetingStatus], body: ReasonBody
) -> MeetingBody:
    """Take a step of the meeting's way. Skipping steps, postponing and cancelling ask for a reason."""
    check_step(caller, meeting, step, body.reason)
    meeting.status = step.target
    meeting.status_reason = body.reason or ""
    await audit.record(session, caller, f"meeting.{step.verb}", meeting, title=meeting.title, reason=body.reason or "")
    return await queries.get_meeting(session, caller, meeting.id)


async def reschedule(session: AsyncSession, caller: Caller, meeting: Meeting, body: Rescheduling) -> MeetingBody:
    """Give a postponed meeting its new date; it is planned again, and keeps its agenda."""
    check_step(caller, meeting, rules.RESCHEDULE, body.reason)
    meeting.sqlmodel_update(_stored(body.model_dump(exclude={"reason"}), meeting.time_zone))
    return await take_step(session, caller, meeting, rules.RESCHEDULE, body)


def check_step(caller: Caller, meeting: Meeting, step: Transition[MeetingStatus], reason: str | None) -> None:
    """Raise unless ``caller`` may take ``step`` now and gives the reason that it asks for."""
    if step.by.isdisjoint(caller.parties_to(None)):
        raise Forbidden("This step is for the co-chairs and the secretariat.")
    if not step.starts_from(meeting.status):
        raise Conflict(f"A meeting that is {_spoken(meeting.status)} cannot take the step {step.verb}.")
    if step.asks_reason_in(meeting.status) and reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")


def _spoken(status: MeetingStatus) -> str:
    return status.value.replace("_", " ")


def _stored(values: dict[str, Any], zone: str | None) -> dict[str, Any]:
    """``values`` as the table has them: instants, also where a time was given on the clocks of ``zone``."""
    if "languages" in values:
        values["languages"] = [language.value for language in values["languages"]]
    for moment in ("starts_at", "agenda_closes_at"):
        if values.get(moment):
            values[moment] = instant_of(values[moment], zone, pointer=f"/{moment}")
    return values
